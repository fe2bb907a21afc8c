/**
 * A piece of XML in UTF-8 and what all its tokens share: letters, references, names, what may stand
 * outside of a root. Zeros after the bytes end every loop, so none looks where the piece ends.
 */
import { isAscii } from 'node:buffer';
import { NAME, QUIET_STOP, SPACE, classes, isName, referenced } from './characters.ts';

/** Bytes to read, of which at least 16 after the last are zeros. */
export interface XmlPiece {
  readonly bytes: Buffer;
  readonly end: number;
  /** Byte offset in the file of a `<`, or of what follows a `>`; asked for in ascending order. */
  at(index: number): number;
}

export const ZEROS_AFTER = 16;

/** Where a document is not well-formed. */
export class XmlSyntaxError extends Error {
  readonly index: number;

  constructor(reason: string, index: number) {
    super(reason);
    this.index = index;
  }
}

/** A token goes on in the next piece. */
export const OPEN = -1;
/** First byte of U+FFFE and U+FFFF, and of the mark. */
export const WIDE = 0xef;
const [LT, QUESTION, MINUS, CLOSE_BRACKET, SEMICOLON, NUMBER_SIGN] = [...Buffer.from('<?-];#')] as [
  number,
  number,
  number,
  number,
  number,
  number,
];
/** Begins the header that SWIFT's Alliance Access puts before each `DataPDU`: six digits and 24 letters follow. */
const UNIT_SEPARATOR = 0x1f;
const NOTHING: XmlPiece = { bytes: Buffer.alloc(ZEROS_AFTER), end: 0, at: () => 0 };

export class XmlCursor {
  protected piece = NOTHING;
  protected bytes = NOTHING.bytes;
  protected end = 0;
  protected isLast = false;
  protected isPlain = true;
  private latin: string | undefined;

  protected take(piece: XmlPiece, isLast: boolean): void {
    this.piece = piece;
    this.isLast = isLast;
    this.bytes = piece.bytes;
    this.end = piece.end;
    this.isPlain = isAscii(piece.bytes.subarray(0, piece.end));
    this.latin = undefined;
  }

  protected fail(reason: string, index: number): never {
    throw new XmlSyntaxError(reason, index);
  }

  /** A loop stopped at what it can't read: the piece ends there, or the letter is none of XML's. */
  protected stopped(at: number, reason = 'disallowed character'): typeof OPEN {
    return at >= this.end ? OPEN : this.fail(reason, at);
  }

  /** After EF: OPEN where the piece ends too soon to tell. */
  protected wide(at: number): number {
    const { bytes, end } = this;
    if (at + 2 >= end && !this.isLast) return OPEN;
    if (bytes[at + 1] === 0xbf && (bytes[at + 2] as number) >= 0xbe) this.fail('disallowed character', at);
    return at + 1;
  }

  protected letters(from: number, to: number): string {
    const { bytes, end } = this;
    if (!this.isPlain) {
      for (let at = from; at < to; at++) if ((bytes[at] as number) > 127) return bytes.toString('utf8', from, to);
    }
    this.latin ??= bytes.toString('latin1', 0, end);
    return this.latin.substring(from, to);
  }

  /** Checks a reference; returns the place after it. */
  protected reference(at: number): number {
    const { bytes, end } = this;
    let to = at + 1;
    while (((classes[bytes[to] as number] as number) & NAME) !== 0 || bytes[to] === NUMBER_SIGN) to++;
    if (bytes[to] !== SEMICOLON) return this.stopped(to, 'malformed reference');
    const name = to - at > 32 ? this.letters(at + 1, Math.min(to, end)) : bytes.toString('latin1', at + 1, to);
    if (referenced(name) === undefined) this.fail(`undefined entity &${name.slice(0, 20)};`, at);
    return to + 1;
  }

  /** What stands outside of a root: white space, a mark, SWIFT's header. */
  protected outside(from: number): number {
    const { bytes, end } = this;
    let at = from;
    for (;;) {
      while (((classes[bytes[at] as number] as number) & SPACE) !== 0) at++;
      if (at >= end || bytes[at] === LT) return at;
      if (bytes[at] === WIDE) {
        if (at + 2 >= end && !this.isLast) return OPEN;
        if (bytes[at + 1] !== 0xbb || bytes[at + 2] !== 0xbf) break;
        at += 3;
      } else if (bytes[at] === UNIT_SEPARATOR) {
        if (at + 40 > end && !this.isLast) return OPEN;
        if (!/^\d{6}[^<]{24}</.test(bytes.toString('latin1', at + 1, Math.min(end, at + 32)))) break;
        at += 31;
      } else break;
    }
    return this.fail('text data outside of root node', at);
  }

  /** Names with bytes over 127 are decoded and looked at. */
  protected checkName(from: number, to: number): void {
    if (this.isPlain) return;
    const { bytes } = this;
    let at = from;
    while (at < to && (bytes[at] as number) < 128) at++;
    if (at < to && !isName(this.letters(from, to))) this.fail('disallowed character in name', from);
  }

  /** The place of two bytes (three where the last is not 0), everything before them checked. */
  protected quietTo(from: number, first: number, second: number, third: number): number {
    const { bytes } = this;
    let at = from;
    for (;;) {
      while (((classes[bytes[at] as number] as number) & QUIET_STOP) === 0) at++;
      const byte = bytes[at] as number;
      if (byte === first && bytes[at + 1] === second && (third === 0 || bytes[at + 2] === third)) return at;
      if (byte === WIDE) {
        at = this.wide(at);
        if (at === OPEN) return OPEN;
      } else if (byte === MINUS || byte === QUESTION || byte === CLOSE_BRACKET) at++;
      else return this.stopped(at);
    }
  }
}
