/**
 * The completeness map as it leaves: account by month, from the periods and balances of all active
 * statements, the days of their rows and the register. Accounts are pseudonyms.
 */
import { NO_DAY, isoDate, type Day } from '../days.ts';
import { FIRST_SHARED_END, type EndId } from '../formats/end-table.ts';
import { statusCode } from '../formats/entry-columns.ts';
import type { Segment, StatementInfo } from '../formats/format.ts';
import type { Disclosure } from '../leads/disclosure.ts';
import {
  coverageOf,
  monthOf,
  monthText,
  type AccountCoverage,
  type CoverageInput,
  type Month,
  type MonthCoverage,
  type MonthNote,
  type StatementPeriod,
} from '../ledger/coverage.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { recordKey } from '../ledger/safe-dates.ts';
import { say } from '../messages.ts';
import { currencyCode, decimalText } from '../money.ts';
import type { CoverageReport } from '../server/api-intake.ts';
import { ledgerEndOf } from './ends-of-segment.ts';
import { differenceOf, sumRows } from './files-report.ts';
import { indicatorCountOf } from './indicator-count.ts';

/** Accounts told; a bank's whole register has more than anybody reads. */
const MOST_ACCOUNTS = 5000;
type Counts = Map<EndId, Map<Month, number>>;

/** @param segments read one after the other */
export function coverageReport(
  ledger: Ledger,
  segments: readonly (() => Segment)[],
  disclosure: Disclosure,
): CoverageReport {
  const periods: StatementPeriod[] = [];
  const entries: Counts = new Map();
  for (const read of segments) readPeriods(read(), ledger, periods, entries);
  const registered = registeredAccounts(ledger);
  const listed = new Set([...periods.map(({ account }) => account), ...registered.keys()]);
  const seen = seenPayments(ledger, listed);
  const { first, last, accounts } = coverageOf({ periods, entries, seen, registered });
  const months = first === undefined || last === undefined ? [] : range(first, last).map(monthText);
  return {
    months,
    accounts: accounts.slice(0, MOST_ACCOUNTS).map((one) => accountReport(one, disclosure)),
    total: accounts.length,
    statuses: countStatuses(accounts),
    indicators: indicatorCountOf(ledger),
  };
}

function range(first: Month, last: Month): Month[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function readPeriods(segment: Segment, ledger: Ledger, periods: StatementPeriod[], entries: Counts): void {
  const { statements, columns, count } = segment;
  if (statements.length === 0) return;
  const rows = statements.map(() => ({ from: Infinity, to: -Infinity }));
  const ends = statements.map(({ account }) => ledgerEndOf(ledger, segment, account));
  const months = new Map<number, Month>();
  for (let row = 0; row < count; row++) {
    if ((columns.status?.[row] ?? statusCode.booked) !== statusCode.booked) continue;
    if (ledger.withheld.size > 0 && ledger.withheld.has(recordKey(segment.member.sha256, columns.record?.[row] ?? 0)))
      continue;
    const index = (columns.statement?.[row] ?? 0) - 1;
    const booked = columns.booking?.[row] ?? NO_DAY;
    const day = booked === NO_DAY ? (columns.value?.[row] ?? NO_DAY) : booked;
    const span = rows[index];
    if (!span || day === NO_DAY) continue;
    span.from = Math.min(span.from, day);
    span.to = Math.max(span.to, day);
    let month = months.get(day);
    if (month === undefined) months.set(day, (month = monthOf(day as Day)));
    add(entries, ends[index] as EndId, month);
  }
  const { byStatement } = sumRows(segment, new Set());
  for (const [index, statement] of statements.entries()) {
    const { from: first, to: last } = rows[index] as { from: number; to: number };
    const { currency, opening, closing } = statement;
    const from = firstDayOf(segment, statement, first);
    const to = statement.to ?? (last === -Infinity ? from : last);
    if (from === undefined || to === undefined) continue;
    const difference = differenceOf(statement, byStatement[index]);
    periods.push({
      account: ends[index] as EndId,
      currency,
      // Entries outside of the period that a statement names are in it all the same.
      from: Math.min(from, first) as Day,
      to: Math.max(to, last) as Day,
      isFromRows: from === first && to === last,
      ...(opening === undefined ? {} : { opening }),
      ...(closing === undefined ? {} : { closing }),
      ...(difference === undefined ? {} : { difference: Number(difference) }),
    });
  }
}

/** The opening balance of an MT statement bears the day of the closing balance before (`:60F:`). */
function firstDayOf({ format }: Segment, { from }: StatementInfo, first: number): number | undefined {
  if (from === undefined) return first === Infinity ? undefined : first;
  return format.startsWith('mt9') && first > from && first !== Infinity ? from + 1 : from;
}

function registeredAccounts({ facts, ends }: Ledger): Map<EndId, Day | undefined> {
  const registered = new Map<EndId, Day | undefined>();
  for (let end = FIRST_SHARED_END; end < ends.count; end++) {
    if (facts.registered[end] !== 1) continue;
    const opened = facts.openedDay[end] ?? NO_DAY;
    registered.set(end, opened === NO_DAY ? undefined : (opened as Day));
  }
  return registered;
}

function seenPayments({ columns, count }: Ledger, accounts: ReadonlySet<EndId>): CoverageInput['seen'] {
  const seen: Counts = new Map();
  const months = new Map<number, Month>();
  for (let tx = 0; tx < count; tx++) {
    const day = columns.debtorDay[tx] as number;
    for (const end of [columns.debtor[tx] as EndId, columns.creditor[tx] as EndId]) {
      if (!accounts.has(end)) continue;
      let month = months.get(day);
      if (month === undefined) months.set(day, (month = monthOf(day as Day)));
      add(seen, end, month);
    }
  }
  return seen;
}

function add(counts: Counts, end: EndId, month: Month): void {
  let byMonth = counts.get(end);
  if (!byMonth) counts.set(end, (byMonth = new Map<Month, number>()));
  byMonth.set(month, (byMonth.get(month) ?? 0) + 1);
}

function accountReport(
  { account, isOwn, currencies, months }: AccountCoverage,
  disclosure: Disclosure,
): CoverageReport['accounts'][number] {
  return {
    account: disclosure.end(account),
    key: disclosure.key(account),
    own: isOwn,
    currencies: currencies.map(currencyCode),
    months: months.map(monthReport),
  };
}

function monthReport({
  month,
  status,
  entries,
  from,
  to,
  notes,
}: MonthCoverage): CoverageReport['accounts'][number]['months'][number] {
  return {
    month: monthText(month),
    status,
    entries,
    ...(from === undefined ? {} : { from: isoDate(from) }),
    ...(to === undefined ? {} : { to: isoDate(to) }),
    notes: notes.map(noteText),
  };
}

function noteText(note: MonthNote): string {
  const { kind } = note;
  if (note.kind === 'chain-broken' || note.kind === 'statement-off')
    return say(`coverage.note.${note.kind}`, {
      difference: `${decimalText(note.difference, note.currency)} ${currencyCode(note.currency)}`,
    });
  if (note.kind === 'seen-elsewhere') return say('coverage.note.seen-elsewhere', { payments: note.payments });
  return say(`coverage.note.${kind}`);
}

function countStatuses(accounts: readonly AccountCoverage[]): CoverageReport['statuses'] {
  const counts: Record<string, number> = {};
  for (const { months } of accounts) for (const { status } of months) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
