/**
 * Card authorisations beside the statement of the same account: where the statement booked the payment,
 * its row stays and learns the terminal and merchant code (and the time, on the same day) from the
 * authorisation; where it booked nothing within its own days, the money was never taken. Of an account
 * without a statement the approved authorisations are all there is, and stay.
 */
import { channelCode, sideCode } from '../formats/entry-columns.ts';
import {
  LEFT_NOT_BOOKED,
  LEFT_SECOND_SIDE,
  isLeft,
  leave,
  mixed,
  valueAt,
  valueDayOf,
  type SegmentRows,
} from './row-access.ts';
import type { Pair, RowRef } from './two-banks.ts';

const FORMAT = 'card-authorisations';
/** A merchant may settle so many days after the authorisation. */
const SETTLED_WITHIN = 7;

interface BookedRow {
  readonly ref: RowRef;
  readonly day: number;
}

interface Booked {
  /** Of one account and amount, by day. */
  readonly rows: Map<number, BookedRow[]>;
  /** First and last day that the account's statements speak of. */
  readonly days: Map<number, { from: number; to: number }>;
}

/** Pairs authorisations with the rows that booked them and marks them as told. */
export function pairAuthorisations(all: readonly SegmentRows[]): Pair[] {
  if (!all.some(({ segment }) => segment.format === FORMAT)) return [];
  const booked = bookedRows(all);
  const pairs: Pair[] = [];
  for (const [segment, rows] of all.entries()) {
    if (rows.segment.format !== FORMAT) continue;
    for (let row = 0; row < rows.segment.count; row++) {
      if (isLeft(rows, row)) continue;
      const day = valueAt(rows.segment.columns, 'booking', row);
      const match = takeMatch(booked.rows.get(keyOf(rows, row)), day, (ref) =>
        isSame(all[ref.segment] as SegmentRows, ref.row, rows, row),
      );
      const period = booked.days.get(debtorOf(rows, row));
      if (match) {
        pairs.push({ debtorSide: match, creditorSide: { segment, row }, isAuthorisation: true });
        leave(rows, row, LEFT_SECOND_SIDE);
      } else if (period && day >= period.from && day + SETTLED_WITHIN <= period.to) leave(rows, row, LEFT_NOT_BOOKED);
    }
  }
  return pairs;
}

/** Takes the first row that was booked on the day or within a week after it. */
function takeMatch(
  rows: BookedRow[] | undefined,
  day: number,
  isSameRow: (ref: RowRef) => boolean,
): RowRef | undefined {
  if (!rows) return undefined;
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] as BookedRow).day < day) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < rows.length && (rows[at] as BookedRow).day - day <= SETTLED_WITHIN; at++) {
    const { ref } = rows[at] as BookedRow;
    if (!isSameRow(ref)) continue;
    rows.splice(at, 1);
    return ref;
  }
  return undefined;
}

function bookedRows(all: readonly SegmentRows[]): Booked {
  const booked: Booked = { rows: new Map(), days: new Map() };
  for (const [segment, rows] of all.entries()) {
    if (rows.segment.format === FORMAT) continue;
    const { columns, count } = rows.segment;
    for (let row = 0; row < count; row++) {
      if (valueAt(columns, 'side', row) !== sideCode.debtor || isLeft(rows, row)) continue;
      const day = valueDayOf(rows, row);
      const account = debtorOf(rows, row);
      const period = booked.days.get(account);
      if (!period) booked.days.set(account, { from: day, to: day });
      else {
        period.from = Math.min(period.from, day);
        period.to = Math.max(period.to, day);
      }
      if (!isCardRow(valueAt(columns, 'channel', row))) continue;
      const key = keyOf(rows, row);
      const held = booked.rows.get(key);
      const entry = { ref: { segment, row }, day };
      if (held) held.push(entry);
      else booked.rows.set(key, [entry]);
    }
  }
  for (const rows of booked.rows.values()) rows.sort((a, b) => a.day - b.day);
  return booked;
}

/** Banks do not always say that a row is a card's. */
function isCardRow(channel: number): boolean {
  return (
    channel === channelCode['card-present'] ||
    channel === channelCode['card-absent'] ||
    channel === channelCode['cash-machine'] ||
    channel === channelCode.cash ||
    channel === channelCode.other
  );
}

function debtorOf(rows: SegmentRows, row: number): number {
  return rows.ends[valueAt(rows.segment.columns, 'debtor', row)] as number;
}

const PARTS = ['amountLow', 'amountHigh', 'currency'] as const;

function keyOf(rows: SegmentRows, row: number): number {
  return mixed([debtorOf(rows, row), ...PARTS.map((name) => valueAt(rows.segment.columns, name, row))]);
}

function isSame(a: SegmentRows, rowA: number, b: SegmentRows, rowB: number): boolean {
  return (
    debtorOf(a, rowA) === debtorOf(b, rowB) &&
    PARTS.every((name) => valueAt(a.segment.columns, name, rowA) === valueAt(b.segment.columns, name, rowB))
  );
}
