/**
 * Remembers what the text of a field means, by its bytes: a currency, a booking text, a place are
 * worked out once and then found without making a string. Forgets everything when it grows large,
 * so the answer must not depend on what was asked before.
 */
import { ByteDictionary } from '../byte-dictionary.ts';
import type { TextOf } from './sample.ts';

const MOST_KEYS = 1 << 16;
const LONGEST_LAST = 64;

export class FieldMemo {
  private keys = new ByteDictionary(256);
  private readonly values: number[] = [];
  private readonly meaning: (text: string) => number;
  private readonly text: TextOf;
  /** Rows often say what the row before said. */
  private readonly last = new Uint8Array(LONGEST_LAST);
  private lastLength = -1;
  private lastValue = 0;

  constructor(text: TextOf, meaning: (text: string) => number) {
    this.text = text;
    this.meaning = meaning;
  }

  /** The meaning of bytes[from, to). */
  of(bytes: Uint8Array, from: number, to: number): number {
    const length = to - from;
    if (length === this.lastLength) {
      const last = this.last;
      let i = 0;
      while (i < length && last[i] === bytes[from + i]) i++;
      if (i === length) return this.lastValue;
    }
    const value = this.find(bytes, from, to);
    if (length <= LONGEST_LAST) {
      for (let i = 0; i < length; i++) this.last[i] = bytes[from + i] as number;
      this.lastLength = length;
      this.lastValue = value;
    }
    return value;
  }

  private find(bytes: Uint8Array, from: number, to: number): number {
    const id = this.keys.intern(bytes, from, to);
    const known = this.values[id];
    if (known !== undefined) return known;
    const value = this.meaning(this.text(bytes, from, to));
    if (id >= MOST_KEYS) {
      this.keys = new ByteDictionary(256);
      this.values.length = 0;
    } else this.values[id] = value;
    return value;
  }
}
