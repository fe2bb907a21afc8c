/**
 * Interns byte strings to dense numbers without making JavaScript strings: an arena of keys and an
 * open-addressing table over 32-bit hashes. Keys begin at words of four bytes and are padded with
 * zeros, so that they are hashed and compared a word at a time. Ids are given in order of first
 * appearance, so the same input in the same order gives the same ids.
 */
import { PackedKeys, type PackedKeyParts } from './packed-keys.ts';
import { shared } from './shared-array.ts';

export interface DictionaryParts {
  readonly arena: Uint8Array;
  /** count + 1 offsets into the arena. */
  readonly offsets: Uint32Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const scratch = new Uint8Array(1024);

// In the arena a key stands behind its id and its length in bytes; place 0 is nobody's.
const KEY = 2;
// A slot is two numbers, hash and place (0 = free): with the key's own line that is two misses of
// the cache for a key of a large dictionary.
const BATCH = 32;

// One thread works on one dictionary at a time, so all share these.
const packed = new PackedKeys(BATCH);
const nearest = new Int32Array(BATCH);
/** Keeps the early reads of `internPacked` from being optimised away. */
let touched = 0;

export class ByteDictionary {
  count = 0;
  private arena: Int32Array;
  private arenaEnd = 1;
  private places: Int32Array;
  private hashes: Int32Array;
  private slots: Int32Array;
  private mask: number;

  constructor(expectedKeys = 1024) {
    let size = 64;
    while (size < expectedKeys * 2) size *= 2;
    this.arena = new Int32Array(expectedKeys * 6 + 64);
    this.places = new Int32Array(expectedKeys + 1);
    this.hashes = new Int32Array(expectedKeys + 1);
    this.slots = new Int32Array(size * 2);
    this.mask = size - 1;
  }

  /** The id of bytes[from, to), given now if it is new. */
  intern(bytes: Uint8Array, from: number, to: number): number {
    packed.clear();
    packed.push(bytes, from, to);
    return this.lookUp(packed.words, 0, to - from, packed.hashes[0] as number);
  }

  /** Interns keys that lie one after the other: `ids[i]` becomes the id of bytes[offsets[i], offsets[i + 1]). */
  internMany(bytes: Uint8Array, offsets: ArrayLike<number>, count: number, ids: Uint32Array): void {
    for (let base = 0; base < count; base += BATCH) {
      packed.clear();
      const n = Math.min(BATCH, count - base);
      for (let i = base; i < base + n; i++) packed.push(bytes, offsets[i] as number, offsets[i + 1] as number);
      this.internPacked(packed, ids.subarray(base, base + n));
    }
  }

  /**
   * Interns packed keys: `ids[i]` becomes the id of the i-th. Places are read for a batch of keys
   * before any is compared, so that their misses of the cache overlap: in a large dictionary most
   * of the time goes there.
   */
  internPacked(keys: PackedKeyParts, ids: Uint32Array): void {
    const { words, starts, lengths, hashes, count } = keys;
    for (let base = 0; base < count; base += BATCH) {
      const end = Math.min(base + BATCH, count);
      const { slots, mask, arena } = this;
      for (let key = base; key < end; key++) {
        nearest[key - base] = slots[2 * ((hashes[key] as number) & mask) + 1] as number;
      }
      let read = touched;
      for (let i = 0; i < end - base; i++) read ^= arena[nearest[i] as number] as number;
      touched = read;
      for (let key = base; key < end; key++) {
        ids[key] = this.lookUp(words, starts[key] as number, lengths[key] as number, hashes[key] as number);
      }
    }
  }

  internText(text: string): number {
    if (text.length * 3 <= scratch.length) return this.intern(scratch, 0, encoder.encodeInto(text, scratch).written);
    const bytes = encoder.encode(text);
    return this.intern(bytes, 0, bytes.length);
  }

  /** The id of a text that may be absent, or -1; nothing is added. */
  find(text: string): number {
    const bytes = encoder.encode(text);
    const { slots, mask } = this;
    packed.clear();
    packed.push(bytes, 0, bytes.length);
    const hash = packed.hashes[0] as number;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const place = slots[2 * slot + 1] as number;
      if (place === 0) return -1;
      if (slots[2 * slot] === hash && this.stands(place, packed.words, 0, bytes.length))
        return this.arena[place] as number;
    }
  }

  text(id: number): string {
    return decoder.decode(this.bytes(id));
  }

  /** The key's own 32-bit hash; equal keys have equal hashes in every dictionary. */
  hash(id: number): number {
    return (this.hashes[id] as number) >>> 0;
  }

  /** The bytes of a key, as a view that lives as long as nothing is added. */
  bytes(id: number): Uint8Array {
    const place = this.places[id] as number;
    return new Uint8Array(this.arena.buffer, 4 * (place + KEY), this.arena[place + 1]);
  }

  /** The keys over shared memory, so that threads pass them on without copying. */
  parts(): DictionaryParts {
    const offsets = shared(Uint32Array, this.count + 1);
    let total = 0;
    for (let id = 0; id < this.count; id++) {
      total += this.arena[(this.places[id] as number) + 1] as number;
      offsets[id + 1] = total;
    }
    const arena = shared(Uint8Array, total);
    const from = new Uint8Array(this.arena.buffer);
    for (let id = 0; id < this.count; id++) {
      const shift = 4 * ((this.places[id] as number) + KEY) - (offsets[id] as number);
      for (let p = offsets[id] as number, end = offsets[id + 1] as number; p < end; p++)
        arena[p] = from[p + shift] as number;
    }
    return { arena, offsets };
  }

  static fromParts(parts: DictionaryParts): ByteDictionary {
    const keys = parts.offsets.length - 1;
    const dictionary = new ByteDictionary(Math.max(16, keys));
    dictionary.internMany(parts.arena, parts.offsets, keys, new Uint32Array(keys));
    return dictionary;
  }

  private lookUp(words: Int32Array, start: number, length: number, hash: number): number {
    const { slots, mask } = this;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const place = slots[2 * slot + 1] as number;
      if (place === 0) return this.add(words, start, length, hash, slot);
      if (slots[2 * slot] === hash && this.stands(place, words, start, length)) return this.arena[place] as number;
    }
  }

  /** Whether the key at a place is this one. */
  private stands(place: number, words: Int32Array, start: number, length: number): boolean {
    const { arena } = this;
    if (arena[place + 1] !== length) return false;
    const shift = place + KEY - start;
    for (let p = start, end = start + ((length + 3) >> 2); p < end; p++)
      if (arena[p + shift] !== words[p]) return false;
    return true;
  }

  private add(words: Int32Array, start: number, length: number, hash: number, slot: number): number {
    const id = this.count;
    const place = this.arenaEnd;
    const size = (length + 3) >> 2;
    if (place + KEY + size > this.arena.length) {
      const grown = new Int32Array(Math.max(this.arena.length * 2, place + KEY + size));
      grown.set(this.arena);
      this.arena = grown;
    }
    if (id === this.hashes.length) {
      const hashes = new Int32Array(this.hashes.length * 2);
      hashes.set(this.hashes);
      this.hashes = hashes;
      const places = new Int32Array(this.hashes.length);
      places.set(this.places);
      this.places = places;
    }
    const { arena } = this;
    arena[place] = id;
    arena[place + 1] = length;
    for (let i = 0; i < size; i++) arena[place + KEY + i] = words[start + i] as number;
    this.arenaEnd = place + KEY + size;
    this.places[id] = place;
    this.hashes[id] = hash;
    this.slots[2 * slot] = hash;
    this.slots[2 * slot + 1] = place;
    this.count = id + 1;
    if (this.count * 2 > this.mask) this.rehash();
    return id;
  }

  private rehash(): void {
    const size = (this.mask + 1) * 2;
    const mask = size - 1;
    const slots = new Int32Array(size * 2);
    for (let id = 0; id < this.count; id++) {
      const hash = this.hashes[id] as number;
      let slot = hash & mask;
      while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
      slots[2 * slot] = hash;
      slots[2 * slot + 1] = this.places[id] as number;
    }
    this.mask = mask;
    this.slots = slots;
  }
}
