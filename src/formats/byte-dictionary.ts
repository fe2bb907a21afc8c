/**
 * Interns byte strings to dense numbers without making JavaScript strings: an arena of bytes, an
 * offset per key and an open-addressing table over 32-bit hashes. Ids are given in order of first
 * appearance, so the same input in the same order gives the same ids.
 */
export interface DictionaryParts {
  readonly arena: Uint8Array;
  /** count + 1 offsets into the arena. */
  readonly offsets: Uint32Array;
}

interface TypedArrayMaker<T> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: SharedArrayBuffer): T;
}

/** A typed array of zeros over shared memory. */
export function shared<T>(make: TypedArrayMaker<T>, length: number): T {
  return new make(new SharedArrayBuffer(length * make.BYTES_PER_ELEMENT));
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const scratch = new Uint8Array(1024);

// A slot is one number, so that a large table misses the cache least: its low bits, as many as the
// table's size has, are id + 1 (0 = free), the others the hash's own high bits.
const BATCH = 32;

export class ByteDictionary {
  count = 0;
  private arena: Uint8Array;
  private offsets: Uint32Array;
  private hashes: Uint32Array;
  private slots: Uint32Array;
  private mask: number;
  /** Keeps the early reads of `internMany` from being optimised away. */
  touched = 0;
  private readonly batchHashes = new Uint32Array(BATCH);
  private readonly nearest = new Int32Array(BATCH);

  constructor(expectedKeys = 1024) {
    let size = 64;
    while (size < expectedKeys * 2) size *= 2;
    this.arena = new Uint8Array(expectedKeys * 16 + 64);
    this.offsets = new Uint32Array(expectedKeys + 2);
    this.hashes = new Uint32Array(expectedKeys + 1);
    this.slots = new Uint32Array(size);
    this.mask = size - 1;
  }

  /** The id of bytes[from, to), given now if it is new. */
  intern(bytes: Uint8Array, from: number, to: number): number {
    return this.internHashed(bytes, from, to, hashBytes(bytes, from, to));
  }

  /** As `intern` where the key's hash is known from another dictionary. */
  internHashed(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const length = to - from;
    const { slots, mask } = this;
    let slot = hash & mask;
    for (;;) {
      const held = slots[slot] as number;
      if (held === 0) return this.add(bytes, from, length, hash, slot);
      if (((held ^ hash) & ~mask) === 0) {
        const id = (held & mask) - 1;
        if (this.equals(id, bytes, from, length)) return id;
      }
      slot = (slot + 1) & mask;
    }
  }

  /**
   * Interns keys that lie one after the other: `ids[i]` becomes the id of bytes[offsets[i], offsets[i + 1]).
   * Places are read for a batch of keys before any is compared, so that their misses of the cache
   * overlap: in a large dictionary most of the time goes there.
   */
  internMany(bytes: Uint8Array, offsets: ArrayLike<number>, count: number, ids: Uint32Array): void {
    const { batchHashes: hashes, nearest } = this;
    for (let base = 0; base < count; base += BATCH) {
      const n = Math.min(BATCH, count - base);
      const { slots, mask, arena, offsets: places } = this;
      for (let i = 0; i < n; i++) {
        const hash = hashBytes(bytes, offsets[base + i] as number, offsets[base + i + 1] as number);
        hashes[i] = hash;
        nearest[i] = (slots[hash & mask] as number) & mask;
      }
      let touched = 0;
      // `nearest` is an id + 1, so this is where that key ends; of a free slot, 0.
      for (let i = 0; i < n; i++) nearest[i] = places[nearest[i] as number] as number;
      for (let i = 0; i < n; i++) touched ^= arena[Math.max(0, (nearest[i] as number) - 1)] as number;
      this.touched = touched;
      for (let i = 0; i < n; i++) {
        const from = offsets[base + i] as number;
        ids[base + i] = this.internHashed(bytes, from, offsets[base + i + 1] as number, hashes[i] as number);
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
    const hash = hashBytes(bytes, 0, bytes.length);
    const { slots, mask } = this;
    let slot = hash & mask;
    for (;;) {
      const held = slots[slot] as number;
      if (held === 0) return -1;
      const id = (held & mask) - 1;
      if (((held ^ hash) & ~mask) === 0 && this.equals(id, bytes, 0, bytes.length)) return id;
      slot = (slot + 1) & mask;
    }
  }

  text(id: number): string {
    return decoder.decode(this.arena.subarray(this.offsets[id], this.offsets[id + 1]));
  }

  /** The key's own 32-bit hash; equal keys have equal hashes in every dictionary. */
  hash(id: number): number {
    return this.hashes[id] as number;
  }

  /** The bytes of a key, as a view that lives as long as nothing is added. */
  bytes(id: number): Uint8Array {
    return this.arena.subarray(this.offsets[id], this.offsets[id + 1]);
  }

  /** The keys over shared memory, so that threads pass them on without copying. */
  parts(): DictionaryParts {
    const bytes = this.offsets[this.count] as number;
    const arena = shared(Uint8Array, bytes);
    arena.set(this.arena.subarray(0, bytes));
    const offsets = shared(Uint32Array, this.count + 1);
    offsets.set(this.offsets.subarray(0, this.count + 1));
    return { arena, offsets };
  }

  static fromParts(parts: DictionaryParts): ByteDictionary {
    const keys = parts.offsets.length - 1;
    const dictionary = new ByteDictionary(Math.max(16, keys));
    dictionary.internMany(parts.arena, parts.offsets, keys, new Uint32Array(keys));
    return dictionary;
  }

  private equals(id: number, bytes: Uint8Array, from: number, length: number): boolean {
    const { arena, offsets } = this;
    const start = offsets[id] as number;
    if ((offsets[id + 1] as number) - start !== length) return false;
    for (let i = 0; i < length; i++) if (arena[start + i] !== bytes[from + i]) return false;
    return true;
  }

  private add(bytes: Uint8Array, from: number, length: number, hash: number, slot: number): number {
    const id = this.count;
    const start = this.offsets[id] as number;
    if (start + length > this.arena.length) {
      const grown = new Uint8Array(Math.max(this.arena.length * 2, start + length));
      grown.set(this.arena);
      this.arena = grown;
    }
    if (id + 2 > this.hashes.length) {
      const offsets = new Uint32Array(this.hashes.length * 2 + 2);
      offsets.set(this.offsets);
      this.offsets = offsets;
      const hashes = new Uint32Array(this.hashes.length * 2);
      hashes.set(this.hashes);
      this.hashes = hashes;
    }
    const arena = this.arena;
    for (let i = 0; i < length; i++) arena[start + i] = bytes[from + i] as number;
    this.offsets[id + 1] = start + length;
    this.hashes[id] = hash;
    this.slots[slot] = (hash & ~this.mask) | (id + 1);
    this.count = id + 1;
    if (this.count * 2 > this.mask) this.rehash();
    return id;
  }

  private rehash(): void {
    const size = (this.mask + 1) * 2;
    const mask = size - 1;
    const slots = new Uint32Array(size);
    for (let id = 0; id < this.count; id++) {
      const hash = this.hashes[id] as number;
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = (hash & ~mask) | (id + 1);
    }
    this.mask = mask;
    this.slots = slots;
  }
}

/** Four bytes a step, multiplied and rotated, with the last mixing of MurmurHash3 (Appleby, 2011). */
export function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = to - from;
  let p = from;
  for (const whole = to - 3; p < whole; p += 4) {
    const word =
      (bytes[p] as number) |
      ((bytes[p + 1] as number) << 8) |
      ((bytes[p + 2] as number) << 16) |
      ((bytes[p + 3] as number) << 24);
    hash = Math.imul(((hash << 5) | (hash >>> 27)) ^ word, 0x9e3779b1);
  }
  if (p < to) {
    let word = bytes[p] as number;
    if (p + 1 < to) word |= (bytes[p + 1] as number) << 8;
    if (p + 2 < to) word |= (bytes[p + 2] as number) << 16;
    hash = Math.imul(((hash << 5) | (hash >>> 27)) ^ word, 0x9e3779b1);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
