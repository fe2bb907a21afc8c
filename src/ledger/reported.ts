/**
 * A payment that a report or a list of transfers tells (both ends named as equals) and a bank's
 * statement shows as well: the statement's row stays, the other is left out. The rule is that of two
 * banks (design section 2): the same two ends, amount and currency, and the same day of booking or
 * value, paired one to one in order. Anything less stays two rows.
 */
import { NO_DAY } from '../days.ts';
import { sideCode } from '../formats/entry-columns.ts';
import { LEFT_SECOND_SIDE, accountOf, isLeft, leave, mixed, valueAt, type SegmentRows } from './row-access.ts';

interface Told {
  readonly rows: SegmentRows;
  readonly row: number;
}

/** Rows with one key, in order; those before `next` are used. */
interface Queue {
  readonly told: Told[];
  next: number;
}

/** Marks such rows in `left`; call it when the rows of second banks are. @returns how many */
export function leaveReported(all: readonly SegmentRows[]): number {
  const stated = statedAccounts(all);
  if (stated.size === 0) return 0;
  const reported = new Map<number, Queue>();
  for (const rows of all) {
    if (!rows.segment.columns.side?.includes(sideCode.both)) continue;
    for (let row = 0; row < rows.segment.count; row++) {
      if (isLeft(rows, row) || !namesBoth(rows, row)) continue;
      const { columns } = rows.segment;
      // Only what an account at hand may show a second time is kept beside the columns.
      const debtor = rows.ends[valueAt(columns, 'debtor', row)] as number;
      if (!stated.has(debtor) && !stated.has(rows.ends[valueAt(columns, 'creditor', row)] as number)) continue;
      for (const day of daysOf(rows, row)) {
        const key = keyOf(rows, row, day);
        const queue = reported.get(key);
        if (queue) queue.told.push({ rows, row });
        else reported.set(key, { told: [{ rows, row }], next: 0 });
      }
    }
  }
  if (reported.size === 0) return 0;
  let left = 0;
  for (const rows of all) {
    for (let row = 0; row < rows.segment.count; row++) {
      if (isLeft(rows, row) || namesBoth(rows, row)) continue;
      const found = daysOf(rows, row)
        .map((day) => firstOf(reported.get(keyOf(rows, row, day))))
        .find((told) => told !== undefined && isSame(told, { rows, row }));
      if (!found) continue;
      leave(found.rows, found.row, LEFT_SECOND_SIDE);
      left++;
    }
  }
  return left;
}

/** Accounts that a statement row is of. */
function statedAccounts(all: readonly SegmentRows[]): ReadonlySet<number> {
  const stated = new Set<number>();
  for (const rows of all) {
    // Rows of one statement stand together.
    let last = -1;
    for (let row = 0; row < rows.segment.count; row++) {
      const own = accountOf(rows, row);
      if (own >= 0 && own !== last) stated.add(own);
      last = own;
    }
  }
  return stated;
}

function firstOf(queue: Queue | undefined): Told | undefined {
  if (!queue) return undefined;
  for (let told = queue.told[queue.next]; told; told = queue.told[++queue.next])
    if (!isLeft(told.rows, told.row)) return told;
  return undefined;
}

function namesBoth(rows: SegmentRows, row: number): boolean {
  return valueAt(rows.segment.columns, 'side', row) === sideCode.both;
}

/** Its days of booking and value, each once. */
function daysOf(rows: SegmentRows, row: number): number[] {
  const booking = valueAt(rows.segment.columns, 'booking', row);
  const value = valueAt(rows.segment.columns, 'value', row);
  return (booking === value ? [booking] : [booking, value]).filter((day) => day !== NO_DAY);
}

function partsOf(rows: SegmentRows, row: number): number[] {
  const { columns } = rows.segment;
  return [
    rows.ends[valueAt(columns, 'debtor', row)] as number,
    rows.ends[valueAt(columns, 'creditor', row)] as number,
    valueAt(columns, 'amountLow', row),
    valueAt(columns, 'amountHigh', row),
    valueAt(columns, 'currency', row),
  ];
}

function keyOf(rows: SegmentRows, row: number, day: number): number {
  return mixed([...partsOf(rows, row), day]);
}

/** No hash alone decides. */
function isSame(a: Told, b: Told): boolean {
  const parts = partsOf(b.rows, b.row);
  const days = daysOf(b.rows, b.row);
  return (
    partsOf(a.rows, a.row).every((part, i) => part === parts[i]) &&
    daysOf(a.rows, a.row).some((day) => days.includes(day))
  );
}
