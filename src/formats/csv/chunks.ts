/**
 * Feeds a file, or a range of it, to a reader in chunks of about a mebibyte with the rest of the
 * chunk before; UTF-16 and UTF-32 are turned into UTF-8 on the way. A record is never cut, and one over 16 MiB
 * ends the reading, so memory stays bounded whatever the file holds.
 */
import { CodedError } from '../../errors.ts';
import { decodeBytes } from '../../intake/encoding.ts';
import type { ByteSource } from '../format.ts';
import { LONGEST_RECORD } from './records.ts';

const CHUNK = 1 << 20;
const ROOM = CHUNK >> 2;

export interface ChunkReader {
  /** Position in the file of the chunk's first byte; a reader of UTF-16 moves it. */
  base: number;
  /** Line of the next record. */
  readonly line: number;
  /**
   * Reads the records that start before `limit` in a chunk of `have` bytes; the byte after them may
   * be overwritten.
   * @returns where the first record starts that was not read
   */
  chunk(bytes: Uint8Array, have: number, limit: number, isLast: boolean): number;
}

/** A source that can read into a buffer which is there already. */
export interface ChunkSource extends ByteSource {
  /** Fills the target from a position on; returns the bytes read, fewer at the file's end only. */
  readInto?(from: number, target: Uint8Array): number;
}

/** Bytes [from, to) of a member. */
export interface ByteRange {
  readonly source: ChunkSource;
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly encoding: string;
}

/**
 * Reads the records that start in the range.
 * @param progress told of each position that was reached
 * @returns where the record starts that follows
 */
export function readChunks(reader: ChunkReader, range: ByteRange, progress: (position: number) => void): number {
  const { source, from, to, name, encoding } = range;
  const decoder = decoderOf(encoding);
  let buffer = Buffer.allocUnsafeSlow(Math.min(CHUNK, Math.max(0, source.size - from)) * (decoder ? 2 : 1) + ROOM);
  let have = 0;
  let taken = from;
  reader.base = from;
  for (;;) {
    const want = Math.min(source.size, taken + Math.min(Math.max(CHUNK, have), LONGEST_RECORD + 1 - have));
    const length = want - taken;
    const piece =
      source.readInto && !decoder ? undefined : decoded(source.read(taken, want), decoder, want >= source.size);
    if (have + (piece?.length ?? length) + 1 > buffer.length) {
      const grown = Buffer.allocUnsafeSlow(have + (piece?.length ?? length) + ROOM);
      grown.set(buffer.subarray(0, have));
      buffer = grown;
    }
    if (piece) buffer.set(piece, have);
    have += piece ? piece.length : (source.readInto?.(taken, buffer.subarray(have, have + length)) ?? 0);
    taken = want;
    const isLast = taken >= source.size;
    const limit = decoder ? have : Math.min(have, to - reader.base);
    const used = have === 0 ? 0 : reader.chunk(buffer, have, limit, isLast);
    reader.base += used;
    have -= used;
    progress(decoder ? taken : reader.base);
    if (isLast || (!decoder && reader.base >= to)) return reader.base;
    if (have > LONGEST_RECORD) {
      const what = `the record in line ${reader.line}`;
      throw new CodedError('CLEW_LIMIT', { file: name, what, limit: `${LONGEST_RECORD} bytes` });
    }
    buffer.copyWithin(0, used, used + have);
  }
}

interface Decoder {
  decode(piece: Uint8Array, options: { stream: boolean }): string;
}

function decoderOf(encoding: string): Decoder | undefined {
  if (encoding.startsWith('utf-16')) return new TextDecoder(encoding, { ignoreBOM: true });
  if (!encoding.startsWith('utf-32')) return undefined;
  let rest: Uint8Array = new Uint8Array(0);
  return {
    decode(piece) {
      const all = Buffer.concat([rest, piece]);
      const whole = all.length - (all.length % 4);
      rest = all.subarray(whole);
      return decodeBytes(all.subarray(0, whole), encoding);
    },
  };
}

function decoded(piece: Uint8Array, decoder: Decoder | undefined, isLast: boolean): Uint8Array {
  return decoder ? Buffer.from(decoder.decode(piece, { stream: !isLast })) : piece;
}
