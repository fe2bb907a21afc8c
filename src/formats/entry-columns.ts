/**
 * Entries in columns, exactly as a bank booked them: one row per transaction (a batch has several
 * rows with one record number), typed arrays over shared memory, no object per row. Columns that
 * a file never fills stay absent and read as their default.
 */
import { NO_DAY, NO_OFFSET, NO_TIME } from '../days.ts';

export const channels = [
  'other',
  'cash',
  'cash-machine',
  'card-present',
  'card-absent',
  'credit-transfer',
  'direct-debit',
  'wire',
  'wallet',
  'cheque',
  'fee',
  'interest',
] as const;
export type Channel = (typeof channels)[number];
export const channelCode = Object.fromEntries(channels.map((name, code) => [name, code])) as Record<Channel, number>;

export const statuses = ['booked', 'pending', 'informational', 'instructed'] as const;
export type Status = (typeof statuses)[number];
export const statusCode = Object.fromEntries(statuses.map((name, code) => [name, code])) as Record<Status, number>;

/** Which side's bank showed the row; `both` where the row names both accounts as equals. */
export const sides = ['debtor', 'creditor', 'both'] as const;
export type Side = (typeof sides)[number];
export const sideCode = { debtor: 0, creditor: 1, both: 2 } as const satisfies Record<Side, number>;

export const FLAG_REVERSAL = 1;
/** The end-to-end id is present (not `NOTPROVIDED`). */
export const FLAG_END_TO_END = 2;

const arrays = {
  uint8: Uint8Array,
  uint16: Uint16Array,
  int16: Int16Array,
  uint32: Uint32Array,
  int32: Int32Array,
  float64: Float64Array,
} as const;
export type ColumnType = keyof typeof arrays;

/** Name, element type and default. Amounts are two halves of an int64 (see `amountAt`). */
export const entryColumnTypes = {
  /** Number of the record in its file, from 1; rejected records count. Rows of a batch share it. */
  record: { type: 'uint32', default: 0 },
  /** Byte offset and length of the record in the member, in its original encoding. */
  offset: { type: 'float64', default: 0 },
  length: { type: 'uint32', default: 0 },
  /** Index in the segment's statements + 1; 0 = the file has none. */
  statement: { type: 'uint32', default: 0 },
  debtor: { type: 'uint32', default: 0 },
  creditor: { type: 'uint32', default: 0 },
  /** Minor units >= 0, int64 as low and high halves; always at most 2^53 - 1. */
  amountLow: { type: 'uint32', default: 0 },
  amountHigh: { type: 'uint32', default: 0 },
  /** `PackedCurrency`. */
  currency: { type: 'uint16', default: 0 },
  side: { type: 'uint8', default: sideCode.debtor },
  /** Days since 1970-01-01, NO_DAY = absent. */
  booking: { type: 'int32', default: NO_DAY },
  value: { type: 'int32', default: NO_DAY },
  /** Seconds since midnight as the bank wrote them, NO_TIME = the file has days only. */
  time: { type: 'int32', default: NO_TIME },
  /** Minutes from UTC, NO_OFFSET = not said. */
  zone: { type: 'int16', default: NO_OFFSET },
  channel: { type: 'uint8', default: 0 },
  status: { type: 'uint8', default: statusCode.booked },
  flags: { type: 'uint8', default: 0 },
  /** ISO 20022 external purpose code, four letters packed by `packPurpose`; 0 = none. */
  purpose: { type: 'uint32', default: 0 },
  /** ISO 18245 merchant category code; 0 = none. */
  mcc: { type: 'uint16', default: 0 },
  /** Id in the segment's places + 1; 0 = none. */
  place: { type: 'uint32', default: 0 },
  /** Word classes of the text (`text-words.ts`), a bit each. */
  words: { type: 'uint32', default: 0 },
  /** Hash of the text's words that are no common word and no number: who or what it names; 0 = nothing. */
  textKey: { type: 'uint32', default: 0 },
  /** Hash of the whole text, white space folded; 0 = no text. */
  textHash: { type: 'uint32', default: 0 },
  /** 64-bit hash of the end-to-end id; both 0 = none. */
  endToEndLow: { type: 'uint32', default: 0 },
  endToEndHigh: { type: 'uint32', default: 0 },
  /** Hash of the bank's own reference for the entry; 0 = none. */
  reference: { type: 'uint32', default: 0 },
} as const satisfies Record<string, { type: ColumnType; default: number }>;

export type ColumnName = keyof typeof entryColumnTypes;
export const columnNames = Object.keys(entryColumnTypes) as ColumnName[];
interface ArrayTypes {
  uint8: Uint8Array;
  uint16: Uint16Array;
  int16: Int16Array;
  uint32: Uint32Array;
  int32: Int32Array;
  float64: Float64Array;
}
type ArrayOf<T extends ColumnType> = ArrayTypes[T];
/** Columns of `count` rows; an absent one reads as its default in every row. */
export type ColumnSet = { [K in ColumnName]?: ArrayOf<(typeof entryColumnTypes)[K]['type']> };

/** A column with its default in the first `filled` rows and zeros after, which cost no memory until they are touched. */
export function allocateColumn<K extends ColumnName>(name: K, rows: number, filled = rows): NonNullable<ColumnSet[K]> {
  const spec = entryColumnTypes[name];
  const make = arrays[spec.type];
  const shared = new SharedArrayBuffer(rows * make.BYTES_PER_ELEMENT);
  const column = new (make as new (buffer: SharedArrayBuffer) => Uint32Array)(shared);
  if (spec.default !== 0) column.fill(spec.default, 0, filled);
  return column as unknown as NonNullable<ColumnSet[K]>;
}

/** Rows are given their defaults this many at a time. */
const STEP = 4096;

/** Rows that grow by appending. `columns` may be swapped when it grows: fetch after `add`. */
export class EntryColumns {
  count = 0;
  columns: ColumnSet = {};
  /** Rows that there is room for; when it changes, the columns have been swapped. */
  capacity: number;
  private filled = 0;

  constructor(expectedRows = 1024) {
    this.capacity = Math.max(16, expectedRows);
  }

  /** A new row with every default; returns its index. */
  add(): number {
    if (this.count === this.filled) this.reserve(1);
    return this.count++;
  }

  /** Makes room for more rows, with their defaults. */
  reserve(rows: number): void {
    const needed = this.count + rows;
    if (needed > this.capacity) this.grow(Math.max(needed, this.capacity * 2));
    if (needed <= this.filled) return;
    const filled = Math.min(this.capacity, Math.max(needed, this.filled + STEP));
    for (const name of columnNames) {
      const standard = entryColumnTypes[name].default;
      if (standard !== 0) this.columns[name]?.fill(standard, this.filled, filled);
    }
    this.filled = filled;
  }

  /** Appends whole columns; ids in them stay as they are. */
  append(columns: ColumnSet, count: number): void {
    this.reserve(count);
    for (const name of columnNames) {
      const from = columns[name];
      if (from) (this.need(name) as Uint32Array).set(from as Uint32Array, this.count);
    }
    this.count += count;
  }

  set(name: ColumnName, row: number, value: number): void {
    const column = this.columns[name];
    if (column) column[row] = value;
    else if (value !== entryColumnTypes[name].default) this.need(name)[row] = value;
  }

  /** The column, made with its defaults if it was absent. */
  need<K extends ColumnName>(name: K): NonNullable<ColumnSet[K]> {
    const column = this.columns[name] ?? allocateColumn(name, this.capacity, this.filled);
    (this.columns as Record<ColumnName, unknown>)[name] = column;
    return column as NonNullable<ColumnSet[K]>;
  }

  get(name: ColumnName, row: number): number {
    return this.columns[name]?.[row] ?? entryColumnTypes[name].default;
  }

  setAmount(row: number, minor: number): void {
    this.need('amountLow')[row] = minor >>> 0;
    const high = Math.floor(minor / 4294967296);
    if (high !== 0 || this.columns.amountHigh) this.need('amountHigh')[row] = high;
  }

  /** Turns the order of rows from one on round, for files or tables that begin with the newest. */
  reverse(from = 0): void {
    for (const name of columnNames) this.columns[name]?.subarray(from, this.count).reverse();
  }

  /** The columns cut to their rows (views, not copies). */
  finish(): ColumnSet {
    const cut: Record<string, unknown> = {};
    for (const name of columnNames) {
      const column = this.columns[name];
      if (column) cut[name] = column.subarray(0, this.count);
    }
    return cut as ColumnSet;
  }

  private grow(capacity: number): void {
    for (const name of columnNames) {
      const old = this.columns[name];
      if (!old) continue;
      const grown = allocateColumn(name, capacity, 0);
      grown.set(old.subarray(0, this.count) as never);
      (this.columns as Record<ColumnName, unknown>)[name] = grown;
    }
    this.capacity = capacity;
    this.filled = this.count;
  }
}

/** Minor units of a row as an exact number. */
export function amountAt(columns: ColumnSet, row: number): number {
  const low = columns.amountLow?.[row] ?? 0;
  const high = columns.amountHigh?.[row] ?? 0;
  return high === 0 ? low : high * 4294967296 + low;
}

/** Four capitals in 20 bits; 0 for anything else. */
export function packPurpose(code: string): number {
  if (!/^[A-Z]{4}$/.test(code)) return 0;
  let packed = 0;
  for (let i = 0; i < 4; i++) packed = (packed << 5) | (code.charCodeAt(i) - 64);
  return packed;
}

export function purposeCode(packed: number): string | undefined {
  if (packed === 0) return undefined;
  return String.fromCharCode(
    64 + (packed >> 15),
    64 + ((packed >> 10) & 31),
    64 + ((packed >> 5) & 31),
    64 + (packed & 31),
  );
}
