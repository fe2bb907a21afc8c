/**
 * Columns of all segments gathered into the ledger's order. One sorted segment that needs no change
 * is taken over as it stands, so that five million rows stand in memory once.
 */
import { NO_DAY, NO_TIME } from '../days.ts';
import { allocateColumn, entryColumnTypes, type ColumnName, type ColumnSet } from '../formats/entry-columns.ts';
import type { TransactionColumns } from './ledger.ts';
import { canonicalOrder } from './order.ts';
import { valueAt, type SegmentRows } from './row-access.ts';
import type { Pair, RowRef } from './two-banks.ts';

/** Columns that the graph and the indicators read; the rest stays in the segment. */
const LEDGER_COLUMNS = [
  'record',
  'debtor',
  'creditor',
  'amountLow',
  'amountHigh',
  'currency',
  'side',
  'booking',
  'value',
  'time',
  'zone',
  'channel',
  'flags',
  'purpose',
  'mcc',
  'place',
  'words',
  'textKey',
] as const satisfies readonly ColumnName[];

/** What a debtor's row takes from the creditor's bank where it says nothing itself. */
const FILLED_FROM_SECOND = [
  'purpose',
  'mcc',
  'place',
  'time',
  'zone',
  'textKey',
] as const satisfies readonly ColumnName[];

export interface Gathered {
  columns: TransactionColumns;
  count: number;
  /** Absent where the one segment's rows are taken as they stand. */
  segment: Uint16Array | undefined;
  row: Uint32Array | undefined;
}

/** The ledger's columns, in canonical order, with what the second bank of a payment adds. */
export function gather(all: readonly SegmentRows[], pairs: readonly Pair[]): Gathered {
  const filled = all.filter((rows) => rows.segment.count > 0);
  const order = canonicalOrder(all);
  const only = filled.length === 1 ? filled[0] : undefined;
  if (only && order === 'as it stands') {
    const taken: Record<string, unknown> = {};
    for (const name of LEDGER_COLUMNS) if (only.segment.columns[name]) taken[name] = only.segment.columns[name];
    remapInPlace(only, taken as ColumnSet);
    return withDays(taken as ColumnSet, only.segment.count, all.indexOf(only), undefined);
  }
  if (order === 'as it stands') return withDays({}, 0, 0, undefined);
  const { segment, row } = order;
  const count = row.length;
  const columns: ColumnSet = {};
  for (const name of LEDGER_COLUMNS) {
    if (!all.some((rows) => rows.segment.columns[name])) continue;
    const out = allocateColumn(name, count) as Uint32Array;
    const sources = all.map((rows) => rows.segment.columns[name]);
    const fallback = entryColumnTypes[name].default;
    for (let i = 0; i < count; i++) {
      const at = segment[i] as number;
      let value = sources[at]?.[row[i] as number] ?? fallback;
      if (name === 'debtor' || name === 'creditor') value = all[at]?.ends[value] as number;
      else if (name === 'place' && value !== 0) value = (all[at]?.places[value - 1] as number) + 1;
      out[i] = value;
    }
    (columns as Record<string, unknown>)[name] = out;
  }
  const gathered = withDays(columns, count, 0, { segment, row });
  applySecondSides(all, pairs, gathered);
  return gathered;
}

/** One segment alone has the ledger's ids already, but for ends of files without rows and places with a town more. */
function remapInPlace(rows: SegmentRows, columns: ColumnSet): void {
  const { place } = columns;
  if (place && !rows.places.every((id, i) => id === i)) {
    columns.place = place.map((id) => (id === 0 ? 0 : (rows.places[id - 1] as number) + 1));
  }
  if (!rows.ends.every((id, i) => id === i)) {
    for (const name of ['debtor', 'creditor'] as const) {
      const column = columns[name]?.slice();
      if (!column) continue;
      for (let i = 0; i < column.length; i++) column[i] = rows.ends[column[i] as number] as number;
      columns[name] = column;
    }
  }
}

function withDays(
  columns: ColumnSet,
  count: number,
  onlySegment: number,
  source: { segment: Uint16Array; row: Uint32Array } | undefined,
): Gathered {
  const { booking, value } = columns;
  let days = booking ?? value ?? new Int32Array(new SharedArrayBuffer(count * 4));
  if (booking && value && booking.includes(NO_DAY)) {
    days = new Int32Array(new SharedArrayBuffer(count * 4));
    for (let i = 0; i < count; i++) days[i] = booking[i] === NO_DAY ? (value[i] as number) : (booking[i] as number);
  }
  const empty = (): Uint32Array => new Uint32Array(new SharedArrayBuffer(count * 4));
  const full: TransactionColumns = {
    ...columns,
    debtor: columns.debtor ?? empty(),
    creditor: columns.creditor ?? empty(),
    debtorDay: days,
    creditorDay: days,
    ...(source
      ? { segment: source.segment, row: source.row }
      : onlySegment > 0
        ? { segment: new Uint16Array(new SharedArrayBuffer(count * 2)).fill(onlySegment) }
        : {}),
  };
  return { columns: full, count, segment: full.segment, row: full.row };
}

function applySecondSides(all: readonly SegmentRows[], pairs: readonly Pair[], gathered: Gathered): void {
  if (pairs.length === 0) return;
  const { columns, count, segment, row } = gathered;
  const find = indexOfRows(all, segment, row, count);
  const creditorDay = new Int32Array(new SharedArrayBuffer(count * 4));
  creditorDay.set(columns.debtorDay);
  for (const { debtorSide, creditorSide, isAccepted, keepsCreditor, isAuthorisation } of pairs) {
    if (keepsCreditor) {
      const kept = find(creditorSide.segment, creditorSide.row);
      if (kept < 0) continue;
      // Its day stays: the ledger's order rests on it.
      nameSide(columns.debtor, kept, all, debtorSide, 'debtor');
      continue;
    }
    const tx = find(debtorSide.segment, debtorSide.row);
    const second = (all[creditorSide.segment] as SegmentRows).segment.columns;
    const booked = valueAt(second, 'booking', creditorSide.row);
    if (tx < 0) continue;
    if (isAccepted) nameSide(columns.creditor, tx, all, creditorSide, 'creditor');
    if (booked !== NO_DAY && !isAuthorisation) creditorDay[tx] = booked;
    for (const name of FILLED_FROM_SECOND) {
      const column = columns[name];
      const empty = entryColumnTypes[name].default;
      if (!column || column[tx] !== empty) continue;
      const value = valueAt(second, name, creditorSide.row);
      if (name === 'time' && value !== NO_TIME && booked !== columns.debtorDay[tx]) continue;
      if (name === 'place' && value !== 0)
        column[tx] = ((all[creditorSide.segment] as SegmentRows).places[value - 1] as number) + 1;
      else column[tx] = value;
    }
    if (columns.words) columns.words[tx] = (columns.words[tx] as number) | valueAt(second, 'words', creditorSide.row);
  }
  (gathered as { columns: TransactionColumns }).columns = { ...columns, creditorDay };
}

/** The end as the other bank knows it, who holds the account. */
function nameSide(
  column: Uint32Array,
  tx: number,
  all: readonly SegmentRows[],
  { segment, row }: RowRef,
  side: 'debtor' | 'creditor',
): void {
  const rows = all[segment] as SegmentRows;
  column[tx] = rows.ends[valueAt(rows.segment.columns, side, row)] as number;
}

/** Transaction of a segment's row, or -1. */
export function indexOfRows(
  all: readonly SegmentRows[],
  segment: Uint16Array | undefined,
  row: Uint32Array | undefined,
  count: number,
): (at: number, row: number) => number {
  if (!segment || !row) return (_, index) => index;
  const bySegment = all.map((rows) => new Int32Array(rows.segment.count).fill(-1));
  for (let i = 0; i < count; i++) (bySegment[segment[i] as number] as Int32Array)[row[i] as number] = i;
  return (at, index) => bySegment[at]?.[index] ?? -1;
}
