/**
 * The order of transactions: by day, then file, then the statement's own order, turned round where
 * a bank lists its newest entries first. Within one day of one file, times decide where every row
 * has one. Nothing finer is claimed: a day is an interval.
 */
import { NO_DAY, NO_TIME } from '../days.ts';
import { isLeft, type SegmentRows } from './row-access.ts';

export interface Order {
  readonly segment: Uint16Array;
  readonly row: Uint32Array;
}

function dayAt(rows: SegmentRows, row: number): number {
  const booked = rows.segment.columns.booking?.[row] ?? NO_DAY;
  return booked === NO_DAY ? (rows.segment.columns.value?.[row] ?? NO_DAY) : booked;
}

/** True where an account's rows run from new to old. */
function isNewestFirst(rows: SegmentRows): boolean {
  const { columns, count } = rows.segment;
  let [up, down] = [0, 0];
  for (let row = 1; row < count; row++) {
    if (columns.statement && columns.statement[row] !== columns.statement[row - 1]) continue;
    const difference = dayAt(rows, row) - dayAt(rows, row - 1);
    if (difference > 0) up++;
    else if (difference < 0) down++;
  }
  return down > up;
}

/** @returns the order, or that the one segment's rows stand in it already and none is left out */
export function canonicalOrder(all: readonly SegmentRows[]): Order | 'as it stands' {
  const filled = all.filter((rows) => rows.segment.count > 0);
  if (filled.length === 0) return 'as it stands';
  if (filled.length === 1 && filled[0] && stands(filled[0])) return 'as it stands';
  let [low, high, kept] = [Infinity, -Infinity, 0];
  for (const rows of filled) {
    for (let row = 0; row < rows.segment.count; row++) {
      if (isLeft(rows, row)) continue;
      const day = dayAt(rows, row);
      if (day < low) low = day;
      if (day > high) high = day;
      kept++;
    }
  }
  const shared = (count: number): Uint32Array =>
    new Uint32Array(new SharedArrayBuffer(Math.max(1, count) * 4)).subarray(0, count);
  const segment = new Uint16Array(new SharedArrayBuffer(Math.max(1, kept) * 2)).subarray(0, kept);
  const row = shared(kept);
  if (kept === 0) return { segment, row };
  const next = new Uint32Array(high - low + 2);
  for (const rows of filled) {
    for (let i = 0; i < rows.segment.count; i++) {
      if (isLeft(rows, i)) continue;
      const at = dayAt(rows, i) - low + 1;
      next[at] = (next[at] as number) + 1;
    }
  }
  for (let i = 1; i < next.length; i++) next[i] = (next[i] as number) + (next[i - 1] as number);
  const starts = next.slice();
  for (const [index, rows] of all.entries()) {
    const { count } = rows.segment;
    const turned = isNewestFirst(rows);
    for (let step = 0; step < count; step++) {
      const i = turned ? count - 1 - step : step;
      if (isLeft(rows, i)) continue;
      const bucket = dayAt(rows, i) - low;
      const at = next[bucket] as number;
      segment[at] = index;
      row[at] = i;
      next[bucket] = at + 1;
    }
  }
  for (let bucket = 0; bucket + 1 < starts.length; bucket++)
    orderByTime(all, segment, row, starts[bucket] as number, starts[bucket + 1] as number);
  return { segment, row };
}

function stands(rows: SegmentRows): boolean {
  if (rows.left) return false;
  const { columns, count } = rows.segment;
  for (let row = 1; row < count; row++) {
    const difference = dayAt(rows, row) - dayAt(rows, row - 1);
    if (difference < 0) return false;
    if (difference === 0 && columns.time && (columns.time[row] as number) < (columns.time[row - 1] as number))
      return false;
  }
  return true;
}

/** Sorts each file's run within [from, to) by time where every row of the run has one. */
function orderByTime(
  all: readonly SegmentRows[],
  segment: Uint16Array,
  row: Uint32Array,
  from: number,
  to: number,
): void {
  let start = from;
  while (start < to) {
    const index = segment[start] as number;
    let end = start + 1;
    while (end < to && segment[end] === index) end++;
    const time = all[index]?.segment.columns.time;
    if (time && end - start > 1) {
      const run = row.subarray(start, end);
      if (run.every((i) => time[i] !== NO_TIME)) {
        const order = Array.from(run, (i, place) => ({ i, place })).sort(
          (a, b) => (time[a.i] as number) - (time[b.i] as number) || a.place - b.place,
        );
        for (const [place, { i }] of order.entries()) run[place] = i;
      }
    }
    start = end;
  }
}
