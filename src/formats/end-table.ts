/**
 * Ends: both sides of every transaction (design section 2). A bank names its own account and, of
 * the other side, whatever it likes, so an account, a card, a bare name and cash stand in one
 * table with a kind. The first three are the same in every table and are leaves, never shared
 * nodes: unknown, cash and the bank itself.
 */
import { detached } from '../intake/text-feeds.ts';
import { ByteDictionary, type DictionaryParts } from './byte-dictionary.ts';
import type { PackedKeyParts } from './packed-keys.ts';
import { shared } from './shared-array.ts';

export const endKinds = [
  'unknown',
  'cash',
  'bank',
  'account',
  'card',
  'wallet',
  'name',
  'merchant',
  'cash-machine',
] as const;
export type EndKind = (typeof endKinds)[number];

/** A number in an end table. */
export type EndId = number;
export const UNKNOWN_END: EndId = 0;
export const CASH_END: EndId = 1;
export const BANK_END: EndId = 2;
/** Ends below this are leaves of the account they stand beside; searches never walk through them. */
export const FIRST_SHARED_END: EndId = 3;

export interface EndTableParts {
  /** Kind byte and key of each end, in order of id. */
  readonly keys: DictionaryParts;
  readonly names: DictionaryParts;
  /** Pairs end, name: the names seen for an end, in order of appearance. */
  readonly seen: Uint32Array;
  /** Two letters packed as (a << 8) | b, 0 = not known. */
  readonly country: Uint16Array;
  /** BIC as an id in `banks` + 1, 0 = not known. */
  readonly bank: Uint32Array;
  readonly banks: DictionaryParts;
  /** 1 where a statement of this account was in the file. */
  readonly own: Uint8Array;
}

/** What stands before a key for its kind. */
export function kindByte(kind: EndKind): number {
  return 48 + endKinds.indexOf(kind);
}

const MOST_MET = 50_000;
const scratch = new Uint8Array(4096);
const encoder = new TextEncoder();

export class EndTable {
  private readonly keys: ByteDictionary;
  private readonly nameTable: ByteDictionary;
  private readonly bankTable: ByteDictionary;
  private readonly seen: number[] = [];
  private readonly seenPairs = new Set<number>();
  private lastName = new Int32Array(1024).fill(-1);
  private readonly lastText: string[] = [];
  /** Ends met lately by the text of their key. */
  private readonly met = Object.fromEntries(endKinds.map((kind) => [kind, new Map<string, EndId>()])) as Record<
    EndKind,
    Map<string, EndId>
  >;
  private countries = new Uint16Array(1024);
  private bankIds = new Uint32Array(1024);
  private owned = new Uint8Array(1024);
  private readonly keyBytes = new Uint8Array(512);

  constructor(expectedEnds = 1024) {
    this.keys = new ByteDictionary(expectedEnds);
    this.nameTable = new ByteDictionary(64);
    this.bankTable = new ByteDictionary(16);
    for (const kind of ['unknown', 'cash', 'bank'] as const) this.intern(kind, '');
  }

  get count(): number {
    return this.keys.count;
  }

  /** The end of this kind and canonical key, made if it is new. */
  intern(kind: EndKind, key: string): EndId {
    const met = this.met[kind];
    const known = met.get(key);
    if (known !== undefined) return known;
    const own = detached(key);
    const end = this.grown(this.keys.internText(String.fromCharCode(48 + endKinds.indexOf(kind)) + own));
    if (met.size > MOST_MET) met.clear();
    met.set(own, end);
    return end;
  }

  /** As `intern` for a key that stands in bytes[from, to) in its canonical form; at most 500 bytes. */
  internBytes(kind: EndKind, bytes: Uint8Array, from: number, to: number): EndId {
    const key = this.keyBytes;
    key[0] = kindByte(kind);
    const length = Math.min(to - from, 500);
    for (let i = 0; i < length; i++) key[i + 1] = bytes[from + i] as number;
    return this.internKey(key, length + 1);
  }

  /** As `internBytes` where `kindByte` stands before the key already: bytes[0, length). */
  internKey(bytes: Uint8Array, length: number): EndId {
    const end = this.keys.intern(bytes, 0, length);
    return end < this.owned.length ? end : this.grown(end);
  }

  /** Many keys as for `internKey`, one after the other in bytes; their ends are left in `ends`. */
  internMany(bytes: Uint8Array, offsets: ArrayLike<number>, count: number, ends: Uint32Array): void {
    this.keys.internMany(bytes, offsets, count, ends);
    if (this.count > this.owned.length) this.grown(this.count - 1);
  }

  /** Many packed keys as for `internKey`; their ends are left in `ends`. */
  internPacked(keys: PackedKeyParts, ends: Uint32Array): void {
    this.keys.internPacked(keys, ends);
    if (this.count > this.owned.length) this.grown(this.count - 1);
  }

  /** The end of this kind and key if it is there, else -1. */
  find(kind: EndKind, key: string): EndId {
    return this.keys.find(String.fromCharCode(48 + endKinds.indexOf(kind)) + key);
  }

  kind(end: EndId): EndKind {
    return endKinds[(this.keys.bytes(end)[0] as number) - 48] ?? 'unknown';
  }

  key(end: EndId): string {
    return this.keys.text(end).slice(1);
  }

  /** Whether the key is `bank/account`. */
  isUnderBank(end: EndId): boolean {
    return this.keys.bytes(end).includes(47);
  }

  /** Equal ends have equal hashes in every table. */
  hash(end: EndId): number {
    return this.keys.hash(end);
  }

  /** Notes that a file showed this name for the end. Reserved ends take none. */
  addName(end: EndId, name: string): void {
    if (end < FIRST_SHARED_END || name === '' || this.lastText[end] === name) return;
    this.lastText[end] = detached(name);
    const length = encoder.encodeInto(name, scratch).written;
    this.addNameBytes(end, scratch, 0, length);
  }

  addNameBytes(end: EndId, bytes: Uint8Array, from: number, to: number): void {
    if (end < FIRST_SHARED_END || to <= from) return;
    const name = this.nameTable.intern(bytes, from, to);
    if (this.lastName[end] === name) return;
    this.lastName[end] = name;
    const pair = end * 4294967296 + name;
    if (this.seenPairs.has(pair)) return;
    this.seenPairs.add(pair);
    this.seen.push(end, name);
  }

  /** Every end's names in order of appearance, made once for a finished table. */
  namesByEnd(): Map<EndId, string[]> {
    const byEnd = new Map<EndId, string[]>();
    for (let i = 0; i < this.seen.length; i += 2) {
      const end = this.seen[i] as number;
      const name = this.nameTable.text(this.seen[i + 1] as number);
      const list = byEnd.get(end);
      if (list) list.push(name);
      else byEnd.set(end, [name]);
    }
    return byEnd;
  }

  /** The country as two capitals; the first that was said holds. */
  setCountry(end: EndId, country: string): void {
    if (end < FIRST_SHARED_END || this.countries[end] !== 0 || !/^[A-Z]{2}$/.test(country)) return;
    this.countries[end] = (country.charCodeAt(0) << 8) | country.charCodeAt(1);
  }

  country(end: EndId): string | undefined {
    const packed = this.countries[end] ?? 0;
    return packed === 0 ? undefined : String.fromCharCode(packed >> 8, packed & 255);
  }

  setBank(end: EndId, bic: string): void {
    if (end < FIRST_SHARED_END || bic === '' || this.bankIds[end] !== 0) return;
    this.bankIds[end] = this.bankTable.internText(bic) + 1;
  }

  bank(end: EndId): string | undefined {
    const id = this.bankIds[end] ?? 0;
    return id === 0 ? undefined : this.bankTable.text(id - 1);
  }

  /** Notes that we hold a statement of this account. */
  markOwn(end: EndId): void {
    if (end >= FIRST_SHARED_END) this.owned[end] = 1;
  }

  isOwn(end: EndId): boolean {
    return this.owned[end] === 1;
  }

  /** What stands in the table, over shared memory; banks are numbered by the ends that they keep. */
  parts(): EndTableParts {
    const count = this.count;
    const bank = shared(Uint32Array, count);
    const banks = new ByteDictionary(16);
    for (let end = 0; end < count; end++) {
      const id = this.bankIds[end] as number;
      if (id !== 0) bank[end] = banks.internText(this.bankTable.text(id - 1)) + 1;
    }
    const country = shared(Uint16Array, count);
    country.set(this.countries.subarray(0, count));
    const own = shared(Uint8Array, count);
    own.set(this.owned.subarray(0, count));
    const seen = shared(Uint32Array, this.seen.length);
    seen.set(this.seen);
    return { keys: this.keys.parts(), names: this.nameTable.parts(), seen, country, bank, banks: banks.parts(), own };
  }

  /**
   * Adds another table's ends to this one.
   * @returns this table's id for each id of the other
   */
  absorb(parts: EndTableParts): Uint32Array {
    const { arena, offsets } = parts.keys;
    const count = offsets.length - 1;
    const ids = new Uint32Array(count);
    this.internMany(arena, offsets, count, ids);
    for (let i = 0; i < count; i++) {
      const id = ids[i] as number;
      if (this.countries[id] === 0) this.countries[id] = parts.country[i] as number;
      if (parts.own[i] === 1) this.owned[id] = 1;
    }
    const banks = ByteDictionary.fromParts(parts.banks);
    for (let i = 0; i < count; i++) {
      const bank = parts.bank[i] as number;
      if (bank !== 0) this.setBank(ids[i] as number, banks.text(bank - 1));
    }
    const { arena: names, offsets: nameOffsets } = parts.names;
    for (let i = 0; i < parts.seen.length; i += 2) {
      const name = parts.seen[i + 1] as number;
      this.addNameBytes(
        ids[parts.seen[i] as number] as number,
        names,
        nameOffsets[name] as number,
        nameOffsets[name + 1] as number,
      );
    }
    return ids;
  }

  static fromParts(parts: EndTableParts): EndTable {
    const table = new EndTable(Math.max(1024, parts.keys.offsets.length));
    table.absorb(parts);
    return table;
  }

  private grown(end: EndId): EndId {
    if (end >= this.owned.length) {
      const size = Math.max(this.owned.length * 2, end + 1);
      const lastName = new Int32Array(size).fill(-1);
      lastName.set(this.lastName);
      this.lastName = lastName;
      const countries = new Uint16Array(size);
      countries.set(this.countries);
      this.countries = countries;
      const bankIds = new Uint32Array(size);
      bankIds.set(this.bankIds);
      this.bankIds = bankIds;
      const owned = new Uint8Array(size);
      owned.set(this.owned);
      this.owned = owned;
    }
    return end;
  }
}
