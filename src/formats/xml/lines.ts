/**
 * Lines of a file by byte offset, counted only when a reject asks: most files are read without one.
 * A line ends at `\n`, `\r\n` or `\r`.
 */
import type { ByteSource } from '../../intake/member.ts';

const CHUNK = 1 << 20;

export class LineCounter {
  private readonly source: ByteSource;
  /** Bytes of a letter: 2 in UTF-16. */
  private readonly wide: 0 | 1 | 2;
  private offset = 0;
  private line = 1;

  constructor(source: ByteSource, encoding: string) {
    this.source = source;
    this.wide = encoding === 'utf-16le' ? 1 : encoding === 'utf-16be' ? 2 : 0;
  }

  /** The line, from 1, of a byte. Cheap for places close to the one asked for before. */
  at(offset: number): number {
    const to = Math.min(offset, this.source.size);
    if (to >= this.offset) this.line += this.ends(this.offset, to);
    else this.line -= this.ends(to, this.offset);
    this.offset = to;
    return this.line;
  }

  /** Line ends in [from, to). The `\n` of a `\r\n` is the one that counts. */
  private ends(from: number, to: number): number {
    let count = 0;
    for (let at = from; at < to; at += CHUNK) {
      const end = Math.min(to, at + CHUNK);
      // What follows tells whether a `\r` at the end is one by itself.
      const bytes = this.source.read(at, Math.min(this.source.size, end + 2));
      count += this.wide === 0 ? narrow(bytes, end - at) : units(bytes, end - at, this.wide === 1);
    }
    return count;
  }
}

function narrow(bytes: Uint8Array, to: number): number {
  let count = 0;
  for (let i = 0; i < to; i++) {
    const byte = bytes[i] as number;
    if (byte === 10 || (byte === 13 && bytes[i + 1] !== 10)) count++;
  }
  return count;
}

function units(bytes: Uint8Array, to: number, isLittle: boolean): number {
  const unit = (i: number): number =>
    isLittle
      ? (bytes[i] as number) | ((bytes[i + 1] as number) << 8)
      : ((bytes[i] as number) << 8) | (bytes[i + 1] as number);
  let count = 0;
  for (let i = 0; i + 1 < to; i += 2) {
    const letter = unit(i);
    if (letter === 10 || (letter === 13 && (i + 3 >= bytes.length || unit(i + 2) !== 10))) count++;
  }
  return count;
}
