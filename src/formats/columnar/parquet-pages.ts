/**
 * One column chunk of a Parquet file, page by page, through hyparquet's synchronous inner decoders
 * (its front door is a promise). A hostile page may claim runs of any length, which the decoder
 * would write out before looking, so runs are counted first.
 */
import { parquetHeader } from 'hyparquet/src/column.js';
import { readDataPage, readDataPageV2 } from 'hyparquet/src/datapage.js';
import { readPlain } from 'hyparquet/src/plain.js';
import type { DecodedArray, PageHeader, SchemaElement } from 'hyparquet/src/types.js';
import type { Cell } from './columns.ts';
import { decompressPage } from './decompress.ts';

/** Values of one page at most. */
const LARGEST_COUNT = 1 << 24;

export interface ChunkPlace {
  /** Bytes of the chunk, pages and their headers. */
  readonly bytes: Uint8Array;
  readonly codec: string;
  /** The root and the leaf: levels are counted along them. */
  readonly path: readonly [SchemaElement, SchemaElement];
  /** Rows of the row group. */
  readonly rows: number;
  /** A stored value as a cell. */
  readonly convert: (value: unknown) => Cell;
}

/** The chunk's cells, a page at a time; no more than its row group has rows. */
export function* pagesOf(place: ChunkPlace): Generator<Cell[]> {
  const { bytes, codec, path, convert } = place;
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  const element = path[1];
  const type = element.type as string;
  let dictionary: Cell[] | undefined;
  let left = place.rows;
  while (left > 0) {
    if (reader.offset >= bytes.length - 1) throw new Error(`column ${element.name} ends ${left} rows early`);
    const header = parquetHeader(reader);
    const packed = bytes.subarray(reader.offset, reader.offset + header.compressed_page_size);
    if (header.compressed_page_size < 0 || packed.length < header.compressed_page_size) {
      throw new Error(`a page of column ${element.name} runs over its chunk`);
    }
    reader.offset += header.compressed_page_size;
    if (header.type === 'INDEX_PAGE') continue;
    if (header.type === 'DICTIONARY_PAGE') {
      const page = decompressPage(codec, packed, header.uncompressed_page_size);
      const count = checkedCount(header.dictionary_page_header?.num_values);
      const values = readPlain(viewOf(page), type as never, count, element.type_length);
      dictionary = Array.from(values as ArrayLike<unknown>, convert);
      continue;
    }
    const cells = dataCells(header, packed, place, dictionary);
    if (cells.length > left) throw new Error(`column ${element.name} has more values than its group has rows`);
    left -= cells.length;
    if (cells.length > 0) yield cells;
  }
}

/** Cells of one data page, absent values included. */
function dataCells(header: PageHeader, packed: Uint8Array, place: ChunkPlace, dictionary?: readonly Cell[]): Cell[] {
  const { codec, path, convert } = place;
  const element = path[1];
  const isOptional = element.repetition_type === 'OPTIONAL';
  const decoder = { type: element.type, element, schemaPath: path.map((each) => ({ element: each })), codec };
  let levels: ArrayLike<number> | undefined;
  let values: DecodedArray;
  let count: number;
  let encoding: string;
  if (header.type === 'DATA_PAGE' && header.data_page_header) {
    const about = header.data_page_header;
    count = checkedCount(about.num_values);
    encoding = about.encoding;
    const page = decompressPage(codec, packed, header.uncompressed_page_size);
    let at = 0;
    if (isOptional) {
      if (about.definition_level_encoding !== 'RLE') throw new Error('definition levels in an encoding of old');
      at = 4 + new DataView(page.buffer, page.byteOffset, page.byteLength).getUint32(0, true);
      checkRuns(page, 4, at, 1, count);
    }
    checkValueRuns(page, at, encoding, element.type, count);
    const read = readDataPage(page, about, decoder as never);
    levels = read.definitionLevels;
    values = read.dataPage;
  } else if (header.type === 'DATA_PAGE_V2' && header.data_page_header_v2) {
    const about = header.data_page_header_v2;
    count = checkedCount(about.num_values);
    checkedCount(count - about.num_nulls);
    encoding = about.encoding;
    const levelBytes = about.definition_levels_byte_length + about.repetition_levels_byte_length;
    if (levelBytes < 0 || levelBytes > packed.length) throw new Error('levels run over their page');
    if (isOptional) checkRuns(packed, about.repetition_levels_byte_length, levelBytes, 1, count);
    const rest = packed.subarray(levelBytes);
    const size = header.uncompressed_page_size - levelBytes;
    const body = about.is_compressed && rest.length > 0 ? decompressPage(codec, rest, size) : rest;
    checkValueRuns(body, 0, encoding, element.type, count);
    // Inflated already: hyparquet gets the page as one that is not compressed.
    const page = new Uint8Array(levelBytes + body.length);
    page.set(packed.subarray(0, levelBytes));
    page.set(body, levelBytes);
    const plain = {
      ...header,
      uncompressed_page_size: page.length,
      data_page_header_v2: { ...about, is_compressed: false },
    };
    const read = readDataPageV2(page, plain as never, decoder as never);
    levels = read.definitionLevels;
    values = read.dataPage;
  } else throw new Error(`a page of type ${String(header.type)}`);

  const isIndex = encoding.endsWith('_DICTIONARY');
  if (isIndex && !dictionary) throw new Error(`column ${element.name} refers to a dictionary that is missing`);
  const cellOf = (at: number): Cell =>
    isIndex ? dictionary?.[Number((values as ArrayLike<number>)[at])] : convert((values as ArrayLike<unknown>)[at]);
  const cells = new Array<Cell>(count);
  const hasLevels = levels !== undefined && levels.length > 0;
  for (let row = 0, at = 0; row < count; row++) {
    const isThere = !hasLevels || levels?.[row] === 1;
    cells[row] = isThere ? cellOf(at) : undefined;
    if (isThere) at++;
  }
  return cells;
}

function checkedCount(count: number | undefined): number {
  if (count === undefined || !(count >= 0 && count <= LARGEST_COUNT)) throw new Error(`a page of ${count} values`);
  return count;
}

/** Runs of indices or booleans, where the encoding has runs. */
function checkValueRuns(page: Uint8Array, at: number, encoding: string, type: string | undefined, count: number): void {
  if (encoding.endsWith('_DICTIONARY')) checkRuns(page, at + 1, page.length, page[at] ?? 0, count);
  else if (encoding === 'RLE') checkRuns(page, at + (type === 'BOOLEAN' ? 4 : 0), page.length, 1, count);
}

/** Throws where the runs of the RLE and bit-packing hybrid claim more values than the page has. */
function checkRuns(bytes: Uint8Array, from: number, to: number, width: number, count: number): void {
  if (width > 32) throw new Error(`values of ${width} bits`);
  let seen = 0;
  for (let at = from; at < to && seen < count;) {
    let header = 0;
    let shift = 0;
    let byte = 128;
    for (; byte >= 128; shift += 7) {
      byte = bytes[at++] ?? 256;
      if (byte > 255 || shift > 28) throw new Error('a run is cut off');
      header += (byte & 127) * 2 ** shift;
    }
    const isPacked = header % 2 === 1;
    const run = Math.floor(header / 2) * (isPacked ? 8 : 1);
    // The last group of eight may be filled up.
    if (run > count - seen + (isPacked ? 512 : 0)) throw new Error(`a run of ${run} values in a page of ${count}`);
    seen += run;
    at += isPacked ? (run / 8) * width : Math.ceil(width / 8);
  }
}

function viewOf(page: Uint8Array): { view: DataView; offset: number } {
  return { view: new DataView(page.buffer, page.byteOffset, page.byteLength), offset: 0 };
}
