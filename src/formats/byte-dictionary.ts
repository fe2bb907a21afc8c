/**
 * Interns byte strings to dense numbers without making JavaScript strings: an arena of bytes, an
 * offset per key and an open-addressing table over FNV-1a hashes. Ids are given in order of first
 * appearance, so the same input in the same order gives the same ids.
 */
export interface DictionaryParts {
  readonly arena: Uint8Array;
  /** count + 1 offsets into the arena. */
  readonly offsets: Uint32Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class ByteDictionary {
  count = 0;
  private arena: Uint8Array;
  private offsets: Uint32Array;
  private hashes: Uint32Array;
  private table: Int32Array;
  private mask: number;

  constructor(expectedKeys = 1024) {
    let size = 2048;
    while (size < expectedKeys * 2) size *= 2;
    this.arena = new Uint8Array(expectedKeys * 16 + 64);
    this.offsets = new Uint32Array(expectedKeys + 2);
    this.hashes = new Uint32Array(expectedKeys + 1);
    this.table = new Int32Array(size).fill(-1);
    this.mask = size - 1;
  }

  /** The id of bytes[from, to), given now if it is new. */
  intern(bytes: Uint8Array, from: number, to: number): number {
    let hash = 0x811c9dc5;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
    hash = (hash ^ (hash >>> 15)) >>> 0;
    const length = to - from;
    let slot = hash & this.mask;
    for (;;) {
      const id = this.table[slot] as number;
      if (id < 0) return this.add(bytes, from, length, hash, slot);
      if (this.hashes[id] === hash && this.equals(id, bytes, from, length)) return id;
      slot = (slot + 1) & this.mask;
    }
  }

  internText(text: string): number {
    const bytes = encoder.encode(text);
    return this.intern(bytes, 0, bytes.length);
  }

  /** The id of a text that may be absent, or -1; nothing is added. */
  find(text: string): number {
    const bytes = encoder.encode(text);
    let hash = 0x811c9dc5;
    for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
    hash = (hash ^ (hash >>> 15)) >>> 0;
    let slot = hash & this.mask;
    for (;;) {
      const id = this.table[slot] as number;
      if (id < 0) return -1;
      if (this.hashes[id] === hash && this.equals(id, bytes, 0, bytes.length)) return id;
      slot = (slot + 1) & this.mask;
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

  parts(): DictionaryParts {
    return {
      arena: this.arena.slice(0, this.offsets[this.count]),
      offsets: this.offsets.slice(0, this.count + 1),
    };
  }

  static fromParts(parts: DictionaryParts): ByteDictionary {
    const keys = parts.offsets.length - 1;
    const dictionary = new ByteDictionary(Math.max(16, keys));
    for (let id = 0; id < keys; id++) {
      dictionary.intern(parts.arena, parts.offsets[id] as number, parts.offsets[id + 1] as number);
    }
    return dictionary;
  }

  private equals(id: number, bytes: Uint8Array, from: number, length: number): boolean {
    const start = this.offsets[id] as number;
    if ((this.offsets[id + 1] as number) - start !== length) return false;
    const arena = this.arena;
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
    this.arena.set(bytes.subarray(from, from + length), start);
    this.offsets[id + 1] = start + length;
    this.hashes[id] = hash;
    this.table[slot] = id;
    this.count = id + 1;
    if (this.count * 2 > this.mask) this.rehash();
    return id;
  }

  private rehash(): void {
    const size = (this.mask + 1) * 2;
    this.mask = size - 1;
    this.table = new Int32Array(size).fill(-1);
    for (let id = 0; id < this.count; id++) {
      let slot = (this.hashes[id] as number) & this.mask;
      while ((this.table[slot] as number) >= 0) slot = (slot + 1) & this.mask;
      this.table[slot] = id;
    }
  }
}
