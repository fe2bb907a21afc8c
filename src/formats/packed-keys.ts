/**
 * Byte strings that each begin at a word of four bytes, padded with zeros, with their hashes: what
 * `ByteDictionary` looks up a word at a time. Over shared memory, so that one thread packs keys
 * and another gives them their ids.
 */
import { shared } from './shared-array.ts';

export interface PackedKeyParts {
  readonly count: number;
  readonly words: Int32Array;
  /** Word at which each key begins. */
  readonly starts: Int32Array;
  /** In bytes. */
  readonly lengths: Int32Array;
  readonly hashes: Int32Array;
}

export class PackedKeys implements PackedKeyParts {
  count = 0;
  words: Int32Array;
  /** The same memory; a key may be written here from `room` on and then closed. */
  bytes: Uint8Array;
  starts: Int32Array;
  lengths: Int32Array;
  hashes: Int32Array;

  /** @param expected keys that there is room for; more make more */
  constructor(expected: number, bytesEach = 24) {
    this.words = shared(Int32Array, ((expected * bytesEach) >> 2) + 16);
    this.bytes = new Uint8Array(this.words.buffer);
    this.starts = shared(Int32Array, expected + 1);
    this.lengths = shared(Int32Array, expected);
    this.hashes = shared(Int32Array, expected);
  }

  /** Position in `bytes` of the next key, which has room for this many bytes there. */
  room(bytes: number): number {
    if (this.count === this.hashes.length) this.growKeys();
    const start = 4 * (this.starts[this.count] as number);
    if (start + bytes + 4 > this.bytes.length) this.growWords((start + bytes + 7) >> 2);
    return start;
  }

  clear(): void {
    this.count = 0;
  }

  /** Ends the key that was written from `room` on. */
  close(length: number): void {
    const { starts, bytes } = this;
    const key = this.count++;
    const start = starts[key] as number;
    const next = start + ((length + 3) >> 2);
    for (let p = 4 * start + length; p < 4 * next; p++) bytes[p] = 0;
    this.lengths[key] = length;
    this.hashes[key] = hashWords(this.words, start, next, length);
    starts[key + 1] = next;
  }

  push(from: Uint8Array, start: number, stop: number): void {
    const length = stop - start;
    const shift = this.room(length) - start;
    const { bytes } = this;
    for (let p = start; p < stop; p++) bytes[p + shift] = from[p] as number;
    this.close(length);
  }

  /** The same memory as plain data, for another thread. */
  parts(): PackedKeyParts {
    const { count, words, starts, lengths, hashes } = this;
    return { count, words, starts, lengths, hashes };
  }

  private growWords(needed: number): void {
    const words = shared(Int32Array, Math.max(this.words.length * 2, needed));
    words.set(this.words);
    this.words = words;
    this.bytes = new Uint8Array(words.buffer);
  }

  private growKeys(): void {
    const grown = (old: Int32Array): Int32Array => {
      const array = shared(Int32Array, old.length * 2 + 1);
      array.set(old);
      return array;
    };
    this.starts = grown(this.starts);
    this.lengths = grown(this.lengths);
    this.hashes = grown(this.hashes);
  }
}

/** Four bytes a step, multiplied and rotated, with the last mixing of MurmurHash3 (Appleby, 2011). */
function hashWords(words: Int32Array, start: number, end: number, length: number): number {
  let hash = length;
  for (let p = start; p < end; p++) hash = Math.imul(((hash << 5) | (hash >>> 27)) ^ (words[p] as number), 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
