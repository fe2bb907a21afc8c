/**
 * Entries that two files show of one account, as overlapping exports do. Two truly identical rows
 * within one file are two payments; across files an entry is left out as often as an earlier file
 * (in canonical order) showed it. A first pass compares all that the bank wrote; a second, between
 * files of different formats, goes by end-to-end id, since each format cuts texts in its own way.
 */
import { FLAG_END_TO_END } from '../formats/entry-columns.ts';
import { LEFT_DUPLICATE, accountOf, isLeft, leave, mixed, valueAt, type SegmentRows } from './row-access.ts';

interface Seen {
  times: number;
  /** One row to compare with, so that no hash alone decides. */
  readonly segment: number;
  readonly row: number;
}

const FULL = [
  'booking',
  'value',
  'time',
  'amountLow',
  'amountHigh',
  'currency',
  'side',
  'textHash',
  'endToEndLow',
  'endToEndHigh',
  'reference',
] as const;
const BY_ID = ['booking', 'amountLow', 'amountHigh', 'currency', 'side', 'endToEndLow', 'endToEndHigh'] as const;

/** Accounts (or -1, rows naming both) that more than one segment speaks of. */
function sharedAccounts(all: readonly SegmentRows[]): Set<number> {
  const first = new Map<number, number>();
  const shared = new Set<number>();
  for (const [index, rows] of all.entries()) {
    const here = new Set<number>();
    for (let row = 0; row < rows.segment.count; row++) here.add(accountOf(rows, row));
    for (const account of here) {
      if (first.has(account)) shared.add(account);
      else first.set(account, index);
    }
  }
  return shared;
}

/** Marks duplicates in `left`. @returns number of rows left out */
export function leaveDuplicates(all: readonly SegmentRows[]): number {
  if (all.length < 2) return 0;
  const shared = sharedAccounts(all);
  if (shared.size === 0) return 0;
  return pass(all, shared, 'full') + pass(all, shared, 'by-id');
}

function pass(all: readonly SegmentRows[], shared: ReadonlySet<number>, kind: 'full' | 'by-id'): number {
  const names = kind === 'full' ? FULL : BY_ID;
  const seen = new Map<number, Seen>();
  let left = 0;
  for (const [index, rows] of all.entries()) {
    const { columns, count } = rows.segment;
    const here = new Map<number, number>();
    const seenBefore = new Map<number, number>();
    for (let row = 0; row < count; row++) {
      if (isLeft(rows, row) || !shared.has(accountOf(rows, row))) continue;
      if (kind === 'by-id' && (valueAt(columns, 'flags', row) & FLAG_END_TO_END) === 0) continue;
      const parts = names.map((name) => valueAt(columns, name, row));
      const debtor = rows.ends[valueAt(columns, 'debtor', row)] as number;
      const creditor = rows.ends[valueAt(columns, 'creditor', row)] as number;
      if (kind === 'full') parts.push(debtor, creditor);
      else parts.push(accountOf(rows, row));
      const key = mixed(parts);
      const held = seen.get(key);
      if (!seenBefore.has(key)) seenBefore.set(key, held?.times ?? 0);
      const occurrence = (here.get(key) ?? 0) + 1;
      here.set(key, occurrence);
      const other = held && held.segment !== index ? all[held.segment] : undefined;
      const comparable =
        other !== undefined &&
        held !== undefined &&
        (kind === 'full' || other.segment.format !== rows.segment.format) &&
        same(other, held.row, rows, row, names);
      if (comparable && occurrence <= (seenBefore.get(key) ?? 0)) {
        leave(rows, row, LEFT_DUPLICATE);
        left++;
      } else if (!held) seen.set(key, { times: 1, segment: index, row });
      else if (occurrence > held.times) held.times = occurrence;
    }
  }
  return left;
}

function same(a: SegmentRows, rowA: number, b: SegmentRows, rowB: number, names: typeof FULL | typeof BY_ID): boolean {
  return (
    accountOf(a, rowA) === accountOf(b, rowB) &&
    names.every((name) => valueAt(a.segment.columns, name, rowA) === valueAt(b.segment.columns, name, rowB))
  );
}
