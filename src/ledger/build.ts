/**
 * Builds the ledger from active segments: a pure function of them, whatever order they came in.
 */
import { createHash } from 'node:crypto';
import { NO_DAY, type Day } from '../days.ts';
import { ByteDictionary } from '../formats/byte-dictionary.ts';
import { EndTable } from '../formats/end-table.ts';
import { allocateColumn, statusCode } from '../formats/entry-columns.ts';
import type { Segment } from '../formats/format.ts';
import { acceptedPairs, type MatchId } from './accepted-matches.ts';
import { pairAuthorisations } from './authorisations.ts';
import { leaveDuplicates } from './duplicates.ts';
import { buildEndFacts } from './end-facts.ts';
import { entryIdText } from './entry-id.ts';
import { gather, indexOfRows } from './gather.ts';
import { canonicalSegments, type Ledger, type LedgerSegment, type TransactionColumns } from './ledger.ts';
import { leaveReported } from './reported.ts';
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
import { leaveWithheld, type SafeDate } from './safe-dates.ts';
import { Terminals } from './terminals.ts';
import { pairTwoBanks, type Pair } from './two-banks.ts';

/**
 * @param accepted matches between banks that a person accepted
 * @param safeDates rows of these ends from the day on are in no ledger
 */
export function buildLedger(
  segments: readonly Segment[],
  accepted: readonly MatchId[] = [],
  safeDates: readonly SafeDate[] = [],
): Ledger {
  const ordered = canonicalSegments(segments);
  const ends = new EndTable(1024);
  const places = new ByteDictionary(256);
  const terminals = new Terminals(ordered);
  const all: SegmentRows[] = ordered.map((segment) => ({
    segment,
    ends: ends.absorb(segment.ends),
    places: absorbPlaces(places, segment, terminals),
    left: undefined,
  }));
  for (const rows of all) leaveUnusable(rows);
  const withheld = leaveWithheld(all, ends, safeDates);
  leaveDuplicates(all);
  // Authorisations first: they are no bank's row of a payment, and where there is a second bank, it is the second.
  const authorised = pairAuthorisations(all);
  const told = pairTwoBanks(all, (end) => ends.isOwn(end));
  const pairs = [...authorised, ...told, ...acceptedPairs(all, accepted)];
  leaveReported(all);
  const { columns, count, segment, row } = gather(all, pairs);
  const days = period(columns, count);
  const facts = buildEndFacts(
    ends,
    ordered.flatMap((one) => one.register),
    days.from,
    all.flatMap(({ segment: { logins }, ends: ids }) => (logins ? [{ logins, ends: ids }] : [])),
    safeDates,
  );
  const reversed = markReversals(columns, count);
  const placed = withMerchantCodes(columns, places, terminals, count);
  const full: TransactionColumns = reversed ? { ...placed, reversed } : placed;
  return {
    count,
    columns: full,
    ends,
    places,
    facts,
    segments: all.map((rows, index) => describe(rows, index, segment, count)),
    ...days,
    ...secondSides(all, pairs, segment, row, count),
    withheld,
    id: ledgerId(ordered, accepted, safeDates),
  };
}

function absorbPlaces(places: ByteDictionary, segment: Segment, terminals: Terminals): Uint32Array {
  const { arena, offsets } = segment.places;
  if (!terminals.isEmpty) {
    const own = ByteDictionary.fromParts(segment.places);
    return Uint32Array.from({ length: own.count }, (_, i) => places.internText(terminals.placed(own.text(i))));
  }
  return Uint32Array.from({ length: Math.max(0, offsets.length - 1) }, (_, i) =>
    places.intern(arena, offsets[i] as number, offsets[i + 1] as number),
  );
}

/** Rows that name a terminal have its merchant code where they have none. */
function withMerchantCodes(
  columns: TransactionColumns,
  places: ByteDictionary,
  terminals: Terminals,
  count: number,
): TransactionColumns {
  if (terminals.isEmpty || !columns.place) return columns;
  const codes = Array.from({ length: places.count }, (_, id) => terminals.of(places.text(id))?.mcc ?? 0);
  if (!codes.some((code) => code !== 0)) return columns;
  const mcc = allocateColumn('mcc', count);
  for (let tx = 0; tx < count; tx++)
    mcc[tx] = (columns.mcc?.[tx] ?? 0) || (codes[(columns.place[tx] as number) - 1] ?? 0);
  return { ...columns, mcc };
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

function secondSides(
  all: readonly SegmentRows[],
  pairs: readonly Pair[],
  segment: Uint16Array | undefined,
  row: Uint32Array | undefined,
  count: number,
): Pick<Ledger, 'second' | 'details'> {
  const find = indexOfRows(all, segment, row, count);
  const second = new Map<number, { segment: number; row: number; id: ReturnType<typeof entryIdText> }>();
  for (const { debtorSide, creditorSide, keepsCreditor } of pairs) {
    const [first, other] = keepsCreditor ? [creditorSide, debtorSide] : [debtorSide, creditorSide];
    const rows = all[other.segment] as SegmentRows;
    const id = entryIdText(
      rows.segment.member.sha256,
      valueAt(rows.segment.columns, 'record', other.row),
      detailOf(rows.segment, other.row),
    );
    second.set(find(first.segment, first.row), { ...other, id });
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

function ledgerId(segments: readonly Segment[], accepted: readonly MatchId[], safe: readonly SafeDate[]): string {
  const hash = createHash('sha256').update('clew ledger 1\n');
  for (const { member, format, count } of segments) hash.update(`${member.sha256} ${format} ${String(count)}\n`);
  for (const match of [...accepted].sort()) hash.update(`match ${match}\n`);
  for (const { kind, key, from } of safe) hash.update(`safe ${kind} ${key} ${String(from)}\n`);
  return hash.digest('hex').slice(0, 16);
}
