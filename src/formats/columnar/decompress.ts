/**
 * Compressed pages and buffers, each inflated to a size that is known or bounded beforehand: gzip
 * and Brotli by Node.js, Zstandard by fzstd (RFC 8878), Snappy by hyparquet, LZ4 by `lz4.ts`.
 */
import { decompress } from 'fzstd';
import { snappyUncompress } from 'hyparquet/src/snappy.js';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { lz4Block, lz4Hadoop } from './lz4.ts';

/** Inflated bytes of one page or buffer at most. */
export const LARGEST_PAGE = 256 << 20;

/** A page of a Parquet file of exactly `size` bytes. Throws where it has not that size. */
export function decompressPage(codec: string, packed: Uint8Array, size: number): Uint8Array {
  if (size > LARGEST_PAGE || size < 0) throw new Error(`a page of ${size} bytes`);
  const page = inflate(codec, packed, size);
  if (page.length !== size) throw new Error(`a page inflates to ${page.length} bytes, its header says ${size}`);
  return page;
}

function inflate(codec: string, packed: Uint8Array, size: number): Uint8Array {
  switch (codec) {
    case 'UNCOMPRESSED':
      return packed;
    case 'SNAPPY': {
      const page = new Uint8Array(size);
      if (size > 0) snappyUncompress(packed, page);
      return page;
    }
    case 'GZIP':
      return alone(gunzipSync(packed, { maxOutputLength: Math.max(1, size) }));
    case 'BROTLI':
      return alone(brotliDecompressSync(packed, { maxOutputLength: Math.max(1, size) }));
    case 'ZSTD':
      return zstd(packed, size);
    case 'LZ4':
      return lz4Hadoop(packed, size);
    case 'LZ4_RAW':
      return lz4Block(packed, size);
    default:
      throw new Error(`the compression ${codec} is not read`);
  }
}

/** Node.js may give a slice of a pool; readers of pages look at the whole buffer. */
function alone(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes);
}

/** Zstandard frames that say how large their content is, as all writers of columnar files do, at most `most` bytes. */
export function zstd(packed: Uint8Array, most: number): Uint8Array {
  const size = zstdContentSize(packed);
  if (size > most) throw new Error(`a Zstandard frame of ${size} bytes`);
  return decompress(packed, new Uint8Array(size));
}

/** Frame_Content_Size of the first frame (RFC 8878 section 3.1.1.1). */
function zstdContentSize(packed: Uint8Array): number {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (packed.length < 6 || view.getUint32(0, true) !== 0xfd2fb528) throw new Error('no Zstandard frame');
  const descriptor = view.getUint8(4);
  const isSingle = (descriptor & 32) !== 0;
  const at = 5 + (isSingle ? 0 : 1) + ([0, 1, 2, 4][descriptor & 3] as number);
  switch (descriptor >> 6) {
    case 0:
      if (!isSingle) throw new Error('a Zstandard frame that does not say its size');
      return view.getUint8(at);
    case 1:
      return view.getUint16(at, true) + 256;
    case 2:
      return view.getUint32(at, true);
    default:
      return Number(view.getBigUint64(at, true));
  }
}
