/**
 * Builds the ledger from active segments: a pure function of them, whatever order they came in.
 * Where one sorted segment needs no change its columns are taken over as they are, so that five
 * million rows stand in memory once.
 */
import { createHash } from 'node:crypto';
import { NO_DAY, NO_TIME, type Day } from '../days.ts';
import { ByteDictionary } from '../formats/byte-dictionary.ts';
import { EndTable } from '../formats/end-table.ts';
import {
  allocateColumn,
  entryColumnTypes,
  statusCode,
  type ColumnName,
  type ColumnSet,
} from '../formats/entry-columns.ts';
import type { Segment } from '../formats/format.ts';
import { leaveDuplicates } from './duplicates.ts';
import { buildEndFacts } from './end-facts.ts';
import { canonicalSegments, type Ledger, type LedgerSegment, type TransactionColumns } from './ledger.ts';
import { entryIdText } from './entry-id.ts';
import { canonicalOrder } from './order.ts';
import { markReversals } from './reversals.ts';
import {
  LEFT_DUPLICATE,
  LEFT_NOT_BOOKED,
  LEFT_SECOND_SIDE,
  LEFT_UNDATED,
  isLeft,
  leave,
  valueAt,
  type SegmentRows,
} from './row-access.ts';
import { pairTwoBanks, type Pair } from './two-banks.ts';

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

export function buildLedger(segments: readonly Segment[]): Ledger {
  const ordered = canonicalSegments(segments);
  const ends = new EndTable(1024);
  const places = new ByteDictionary(256);
  const all: SegmentRows[] = ordered.map((segment) => ({
    segment,
    ends: ends.absorb(segment.ends),
    places: absorbPlaces(places, segment),
    left: undefined,
  }));
  for (const rows of all) leaveUnusable(rows);
  leaveDuplicates(all);
  const pairs = pairTwoBanks(all, (end) => ends.isOwn(end));
  const { columns, count, segment, row } = gather(all, pairs);
  const facts = buildEndFacts(
    ends,
    ordered.flatMap((one) => one.register),
  );
  const reversed = markReversals(columns, count);
  const full: TransactionColumns = reversed ? { ...columns, reversed } : columns;
  return {
    count,
    columns: full,
    ends,
    places,
    facts,
    segments: all.map((rows, index) => describe(rows, index, segment, count)),
    ...period(columns, count),
    ...secondSides(all, pairs, segment, row, count),
    id: ledgerId(ordered),
  };
}

function absorbPlaces(places: ByteDictionary, segment: Segment): Uint32Array {
  const { arena, offsets } = segment.places;
  return Uint32Array.from({ length: Math.max(0, offsets.length - 1) }, (_, i) =>
    places.intern(arena, offsets[i] as number, offsets[i + 1] as number),
  );
}

function leaveUnusable(rows: SegmentRows): void {
  const { columns, count } = rows.segment;
  const { status, booking, value } = columns;
  for (let row = 0; row < count; row++) {
    if (status && status[row] !== statusCode.booked) leave(rows, row, LEFT_NOT_BOOKED);
    else if ((booking?.[row] ?? NO_DAY) === NO_DAY && (value?.[row] ?? NO_DAY) === NO_DAY)
      leave(rows, row, LEFT_UNDATED);
  }
}

interface Gathered {
  columns: TransactionColumns;
  count: number;
  /** Absent where the one segment's rows are taken as they stand. */
  segment: Uint16Array | undefined;
  row: Uint32Array | undefined;
}

function gather(all: readonly SegmentRows[], pairs: readonly Pair[]): Gathered {
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

/** One segment alone has the ledger's ids already, but for places that folded together. */
function remapInPlace(rows: SegmentRows, columns: ColumnSet): void {
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
  for (const { debtorSide, creditorSide } of pairs) {
    const tx = find(debtorSide.segment, debtorSide.row);
    const second = (all[creditorSide.segment] as SegmentRows).segment.columns;
    const booked = valueAt(second, 'booking', creditorSide.row);
    if (tx < 0) continue;
    if (booked !== NO_DAY) creditorDay[tx] = booked;
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

/** Transaction of a segment's row, or -1. */
function indexOfRows(
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

function secondSides(
  all: readonly SegmentRows[],
  pairs: readonly Pair[],
  segment: Uint16Array | undefined,
  row: Uint32Array | undefined,
  count: number,
): Pick<Ledger, 'second' | 'details'> {
  const find = indexOfRows(all, segment, row, count);
  const second = new Map<number, { segment: number; row: number; id: ReturnType<typeof entryIdText> }>();
  for (const { debtorSide, creditorSide } of pairs) {
    const rows = all[creditorSide.segment] as SegmentRows;
    const id = entryIdText(
      rows.segment.member.sha256,
      valueAt(rows.segment.columns, 'record', creditorSide.row),
      detailOf(rows.segment, creditorSide.row),
    );
    second.set(find(debtorSide.segment, debtorSide.row), { ...creditorSide, id });
  }
  const details = new Map<number, number>();
  for (const [at, rows] of all.entries()) {
    const records = rows.segment.columns.record;
    if (!records) continue;
    for (let i = 1; i < records.length; i++) {
      if (records[i] !== records[i - 1] || isLeft(rows, i)) continue;
      const tx = find(at, i);
      if (tx >= 0) details.set(tx, detailOf(rows.segment, i));
    }
  }
  return { second, details };
}

/** How many rows of the same record stand before this one: 0 for all but batches. */
export function detailOf(segment: Segment, row: number): number {
  const records = segment.columns.record;
  let detail = 0;
  while (records && row > detail && records[row - detail - 1] === records[row]) detail++;
  return detail;
}

function describe(rows: SegmentRows, index: number, segment: Uint16Array | undefined, count: number): LedgerSegment {
  const records = rows.segment.columns.record;
  const duplicates = new Set<number>();
  let told = 0;
  for (let i = 0; rows.left !== undefined && i < rows.segment.count; i++) {
    if (rows.left[i] === LEFT_DUPLICATE) duplicates.add(records?.[i] ?? i);
    if (rows.left[i] === LEFT_SECOND_SIDE) told++;
  }
  let transactions = 0;
  if (!segment) transactions = rows.segment.count > 0 ? count : 0;
  else for (let i = 0; i < count; i++) if (segment[i] === index) transactions++;
  const { member, format } = rows.segment;
  return {
    sha256: member.sha256,
    name: member.name,
    format,
    duplicateRecords: duplicates.size,
    duplicates,
    transactions,
    told,
  };
}

function period(columns: TransactionColumns, count: number): { from: Day; to: Day } {
  let [from, to] = [NO_DAY as number, NO_DAY as number];
  for (let i = 0; i < count; i++) {
    const day = columns.debtorDay[i] as number;
    if (from === NO_DAY || day < from) from = day;
    if (day > to) to = day;
    const arrived = columns.creditorDay[i] as number;
    if (arrived > to) to = arrived;
  }
  return { from: from as Day, to: to as Day };
}

function ledgerId(segments: readonly Segment[]): string {
  const hash = createHash('sha256').update('clew ledger 1\n');
  for (const { member, format, count } of segments) hash.update(`${member.sha256} ${format} ${String(count)}\n`);
  return hash.digest('hex').slice(0, 16);
}
