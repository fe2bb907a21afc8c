/**
 * The line on which a byte of a file stands, counted from the source: line feeds, and carriage
 * returns that no line feed follows. Counts are kept per block, so that the next record of the same
 * file is found at once.
 */
import type { ByteSource } from '../formats/format.ts';
import { wideUnit } from '../intake/encoding.ts';

const BLOCK = 1 << 20;
const LF = 10;
const CR = 13;

export class LineNumbers {
  /** Line ends before each block. */
  private readonly before: number[] = [0];
  private readonly width: 1 | 2 | 4;
  private readonly low: 0 | 1 | 3;

  /** @param encoding in UTF-16 a line end is two bytes, in UTF-32 four */
  constructor(encoding: string) {
    this.width = wideUnit(encoding) || 1;
    this.low = encoding === 'utf-16be' ? 1 : encoding === 'utf-32be' ? 3 : 0;
  }

  /** From 1. */
  lineOf(source: ByteSource, offset: number): number {
    const block = Math.floor(offset / BLOCK);
    while (this.before.length <= block) {
      const at = this.before.length - 1;
      this.before.push((this.before[at] as number) + this.count(source, at * BLOCK, (at + 1) * BLOCK));
    }
    return 1 + (this.before[block] as number) + this.count(source, block * BLOCK, offset);
  }

  private count(source: ByteSource, from: number, to: number): number {
    const bytes = source.read(from, to + this.width);
    const end = Math.min(bytes.length, to - from);
    let lines = 0;
    for (let at = 0; at < end; at += this.width) {
      const byte = this.letter(bytes, at);
      if (byte === LF || (byte === CR && this.letter(bytes, at + this.width) !== LF)) lines++;
    }
    return lines;
  }

  private letter(bytes: Uint8Array, at: number): number {
    if (this.width === 1) return bytes[at] ?? 0;
    for (let i = 0; i < this.width; i++) if (i !== this.low && bytes[at + i] !== 0) return 0;
    return bytes[at + this.low] ?? 0;
  }
}
