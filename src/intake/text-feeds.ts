/**
 * A member's bytes as pieces of decoded text that end at a given byte (a line feed, or the `>` of a
 * tag), with a way back from a place in the text to its byte offset in the original encoding. The
 * nth such byte of a piece is the nth such letter of its text, in every encoding that keeps ASCII,
 * also where bytes are not valid; so offsets stay exact whatever the letters between.
 */
import { CodedError } from '../errors.ts';
import { decodeBytes } from './encoding.ts';
import type { ByteSource } from './member.ts';

const CHUNK = 1 << 20;
const LONGEST_PIECE = 8 << 20;

/** A piece of text between two anchors. */
export interface TextFeed {
  readonly text: string;
  /** Byte offset of the piece in the member. */
  readonly offset: number;
  /**
   * Byte offset in the member of the letter at `index`: exact where only ASCII stands between the
   * last anchor before it and itself. Ask in ascending order; each answer goes on from the one before.
   */
  at(index: number): number;
}

/**
 * @param cut the letter that ends each piece
 * @param anchor the letter that `TextFeed.at` counts by
 * @param from byte offset to start at, e.g. after a byte order mark
 */
export function* textFeeds(
  source: ByteSource,
  encoding: string,
  file: string,
  { cut, anchor = cut, from = 0, chunk = CHUNK }: { cut: string; anchor?: string; from?: number; chunk?: number },
): Generator<TextFeed> {
  const wide = encoding === 'utf-16le' ? 0 : encoding === 'utf-16be' ? 1 : -1;
  const isLong = encoding.startsWith('utf-32');
  const cutByte = cut.charCodeAt(0);
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let start = from;
  for (let position = from; position < source.size;) {
    const read = source.read(position, position + chunk);
    if (read.length === 0) break;
    position += read.length;
    const end = isLong
      ? lastLongCut(read, cutByte, encoding === 'utf-32be')
      : lastCut(read, cutByte, wide, position - read.length - from);
    if (end === 0) {
      held.push(read);
      heldBytes += read.length;
      if (heldBytes > LONGEST_PIECE) {
        throw new CodedError('CLEW_LIMIT', { file, what: 'a line or an element', limit: `${LONGEST_PIECE} bytes` });
      }
      continue;
    }
    const bytes = joined(held, heldBytes, read.subarray(0, end));
    yield feed(bytes, start, encoding, anchor, wide >= 0);
    start += bytes.length;
    held = end < read.length ? [read.subarray(end)] : [];
    heldBytes = read.length - end;
  }
  if (heldBytes > 0) yield feed(joined(held, heldBytes, new Uint8Array(0)), start, encoding, anchor, wide >= 0);
}

/** Bytes up to and with the last cut letter, 0 where there is none. */
function lastCut(bytes: Uint8Array, cut: number, wide: number, position: number): number {
  for (let at = bytes.lastIndexOf(cut); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(cut, at - 1)) {
    if (wide < 0) return at + 1;
    // In UTF-16 the letter's other byte is zero, and both stand in one unit.
    if ((position + at) % 2 !== wide) continue;
    if (wide === 1 && (at === 0 || bytes[at - 1] === 0)) return at + 1;
    if (wide === 0 && bytes[at + 1] === 0) return at + 2;
  }
  return 0;
}

/** As `lastCut` in UTF-32, whose pieces begin at a unit. */
function lastLongCut(bytes: Uint8Array, cut: number, isBig: boolean): number {
  for (let at = (bytes.length & ~3) - 4; at >= 0; at -= 4) {
    const [a, b, c, d] = bytes.subarray(at, at + 4);
    if (b === 0 && c === 0 && (isBig ? a === 0 && d === cut : a === cut && d === 0)) return at + 4;
  }
  return 0;
}

function joined(held: readonly Uint8Array[], heldBytes: number, last: Uint8Array): Uint8Array {
  if (held.length === 0) return last;
  const all = new Uint8Array(heldBytes + last.length);
  let at = 0;
  for (const piece of held) {
    all.set(piece, at);
    at += piece.length;
  }
  all.set(last, at);
  return all;
}

function feed(bytes: Uint8Array, offset: number, encoding: string, anchor: string, isWide: boolean): TextFeed {
  const text = decodeBytes(bytes, encoding);
  if (isWide) return { text, offset, at: (index) => offset + 2 * index };
  if (encoding.startsWith('utf-32')) return utf32Feed(text, offset);
  if (text.length === bytes.length) return { text, offset, at: (index) => offset + index };
  if (encoding === 'utf-8' && !text.includes('\ufffd') && bytes[0] !== 0xef) return utf8Feed(text, offset);
  const anchorByte = anchor.charCodeAt(0);
  let letter = -1;
  let byte = -1;
  return {
    text,
    offset,
    at(index) {
      if (index >= text.length) return offset + bytes.length;
      while (letter < index) {
        const next = text.indexOf(anchor, letter + 1);
        if (next < 0 || next > index) break;
        letter = next;
        byte = bytes.indexOf(anchorByte, byte + 1);
      }
      return offset + byte + index - letter;
    },
  };
}

/** Letters beyond 65,535 are two in a text and one unit of four bytes. */
function utf32Feed(text: string, offset: number): TextFeed {
  let letter = 0;
  let units = 0;
  return {
    text,
    offset,
    at(index) {
      for (; letter < index; letter++) if ((text.charCodeAt(letter) & 0xfc00) !== 0xdc00) units++;
      return offset + 4 * units;
    },
  };
}

/** Valid UTF-8, without a mark: letters give their bytes. */
function utf8Feed(text: string, offset: number): TextFeed {
  let letter = 0;
  let byte = 0;
  return {
    text,
    offset,
    at(index) {
      if (index > letter) byte += Buffer.byteLength(text.slice(letter, index));
      letter = Math.max(letter, index);
      return offset + byte;
    },
  };
}

/**
 * The same text with letters of its own: a slice that outlives its piece (in a cache, say) would keep
 * the whole piece in memory.
 */
export function detached(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}
