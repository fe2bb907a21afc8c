/**
 * Safe dates (`indicators.md` section 5, rule 12): from its day on, whatever a possible victim does
 * (a cash machine beside a refuge, a lawyer, a new employer) is in no ledger, and so in no finding,
 * drawing, table, search or export. The person's other accounts under one customer number are
 * withheld with it. This is the one place that decides; records that are opened by id ask it too.
 */
import { NO_DAY, type Day } from '../days.ts';
import type { EndId, EndKind, EndTable } from '../formats/end-table.ts';
import type { RegisterRow } from '../formats/register-row.ts';
import { LEFT_WITHHELD, leave, valueAt, type SegmentRows } from './row-access.ts';

export interface SafeDate {
  readonly kind: EndKind;
  readonly key: string;
  /** The first day withheld. */
  readonly from: Day;
}

/** First day withheld of each end that has one. */
export function safeDaysOf(
  ends: EndTable,
  safeDates: readonly SafeDate[],
  register: readonly RegisterRow[],
): Map<EndId, Day> {
  const days = new Map<EndId, Day>();
  const earlier = (end: EndId, from: Day): void => {
    if (end >= 0 && from < (days.get(end) ?? Infinity)) days.set(end, from);
  };
  for (const { kind, key, from } of safeDates) earlier(ends.find(kind, key), from);
  const isHolder = ({ role }: RegisterRow): boolean => role === undefined || role === 'holder';
  for (const { key, from } of safeDates.filter(({ kind }) => kind === 'account')) {
    const customers = new Set(
      register.flatMap((row) => (row.account === key && isHolder(row) && row.customerId ? [row.customerId] : [])),
    );
    for (const row of register)
      if (row.customerId !== undefined && customers.has(row.customerId) && isHolder(row))
        earlier(ends.find('account', row.account), from);
  }
  return days;
}

/** A record with whatever rows it has: one that is withheld takes its batch with it. */
export function recordKey(sha256: string, record: number): string {
  return `${sha256.slice(0, 12)}-${String(record)}`;
}

/** Leaves the rows out and returns their records. A row without a day stays out of the ledger anyway. */
export function leaveWithheld(
  all: readonly SegmentRows[],
  ends: EndTable,
  safeDates: readonly SafeDate[],
): Set<string> {
  const withheld = new Set<string>();
  if (safeDates.length === 0) return withheld;
  const days = safeDaysOf(
    ends,
    safeDates,
    all.flatMap(({ segment }) => segment.register),
  );
  for (const rows of all) {
    const { columns, count, member } = rows.segment;
    for (let row = 0; row < count; row++) {
      const debtor = rows.ends[valueAt(columns, 'debtor', row)] as EndId;
      const creditor = rows.ends[valueAt(columns, 'creditor', row)] as EndId;
      const from = Math.min(days.get(debtor) ?? Infinity, days.get(creditor) ?? Infinity);
      if (from === Infinity) continue;
      const day = Math.max(valueAt(columns, 'booking', row), valueAt(columns, 'value', row));
      // Without any day nobody can say that it was before.
      if (day < from && day !== NO_DAY) continue;
      leave(rows, row, LEFT_WITHHELD);
      withheld.add(recordKey(member.sha256, valueAt(columns, 'record', row)));
    }
  }
  return withheld;
}
