/** Reading rows of segments by name, absent columns as their defaults. */
import { NO_DAY } from '../days.ts';
import { entryColumnTypes, sideCode, type ColumnName, type ColumnSet } from '../formats/entry-columns.ts';
import type { Segment } from '../formats/format.ts';

/** One row of one segment; rows are numbered over all segments in canonical order. */
export interface SegmentRows {
  readonly segment: Segment;
  /** The ledger's id of each of the segment's ends. */
  readonly ends: Uint32Array;
  readonly places: Uint32Array;
  /** Rows left out: 0 = kept, else one of `LeftOut`. Absent = all kept. */
  left: Uint8Array | undefined;
}

export const LEFT_NOT_BOOKED = 1;
export const LEFT_DUPLICATE = 2;
export const LEFT_UNDATED = 3;
/** Its payment is told by the debtor's bank already. */
export const LEFT_SECOND_SIDE = 4;

export function valueAt(columns: ColumnSet, name: ColumnName, row: number): number {
  return columns[name]?.[row] ?? entryColumnTypes[name].default;
}

/** A safe date withholds it (`safe-dates.ts`). */
export const LEFT_WITHHELD = 5;

/** The account whose statement shows the row, in ledger ids; -1 for rows that name both as equals. */
export function accountOf(rows: SegmentRows, row: number): number {
  const { columns } = rows.segment;
  const side = valueAt(columns, 'side', row);
  if (side === sideCode.both) return -1;
  return rows.ends[valueAt(columns, side === sideCode.debtor ? 'debtor' : 'creditor', row)] as number;
}

/** The value day, on which the money moved, else that of booking. */
export function valueDayOf(rows: SegmentRows, row: number): number {
  const value = valueAt(rows.segment.columns, 'value', row);
  return value === NO_DAY ? valueAt(rows.segment.columns, 'booking', row) : value;
}

export function leave(rows: SegmentRows, row: number, why: number): void {
  rows.left ??= new Uint8Array(rows.segment.count);
  rows.left[row] = why;
}

export function isLeft(rows: SegmentRows, row: number): boolean {
  return rows.left !== undefined && rows.left[row] !== 0;
}

/** A well-mixed number below 2^53 from 32-bit parts. */
export function mixed(parts: readonly number[]): number {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (const part of parts) {
    a = Math.imul(a ^ part, 0xcc9e2d51);
    a = (a << 15) | (a >>> 17);
    b = Math.imul(b ^ part ^ a, 0x1b873593);
    b = (b << 13) | (b >>> 19);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b);
  b = Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  return ((a ^ (a >>> 15)) >>> 0) * 2097152 + (((b ^ (b >>> 16)) >>> 0) >>> 11);
}
