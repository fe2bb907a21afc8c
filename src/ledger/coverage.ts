/**
 * What is complete and what is not: account by month. A month is covered where the periods of its
 * statements hold all its days; two statements whose balances meet cover the few days between them.
 * Where no file reaches, nothing is said of activity. A pure function of periods, balances and
 * counts; the caller brings them in ledger ends and day numbers.
 */
import { dayFrom, partsOfDay, type Day } from '../days.ts';
import type { EndId } from '../formats/end-table.ts';
import type { PackedCurrency } from '../money.ts';

/** Months since year 0: `year * 12 + month - 1`. */
export type Month = number;

/** A statement's period, with what its balances say. Minor units. */
export interface StatementPeriod {
  readonly account: EndId;
  readonly currency: PackedCurrency;
  readonly from: Day;
  readonly to: Day;
  /** The days are those of the first and the last row: the file names no period. */
  readonly isFromRows: boolean;
  readonly opening?: number;
  readonly closing?: number;
  /** Closing less what opening and entries give, minor units; absent where a balance is missing. */
  readonly difference?: number;
}

export interface CoverageInput {
  readonly periods: readonly StatementPeriod[];
  /** Booked entries of an account's own statements by month. */
  readonly entries: ReadonlyMap<EndId, ReadonlyMap<Month, number>>;
  /** Payments by month in which an account stands on either side, in whatever file. */
  readonly seen: ReadonlyMap<EndId, ReadonlyMap<Month, number>>;
  /** Accounts that a register names, with the day they were opened where it says. */
  readonly registered: ReadonlyMap<EndId, Day | undefined>;
}

export const monthStatuses = [
  'covered',
  'partial',
  'overlapping',
  'does-not-reconcile',
  'missing',
  'not-obtained',
  'not-open',
] as const;
export type MonthStatus = (typeof monthStatuses)[number];

export type MonthNote =
  | { readonly kind: 'no-activity' | 'gap-between' | 'no-file-reaches' | 'balances-meet' | 'days-from-rows' }
  /** `chain-broken`: opening of the next statement less closing of the one before. Minor units. */
  | { readonly kind: 'chain-broken' | 'statement-off'; readonly difference: number; readonly currency: PackedCurrency }
  | { readonly kind: 'seen-elsewhere'; readonly payments: number };

export interface MonthCoverage {
  readonly month: Month;
  readonly status: MonthStatus;
  readonly entries: number;
  /** First and last covered day, where the month is not covered whole. */
  readonly from?: Day;
  readonly to?: Day;
  readonly notes: readonly MonthNote[];
}

export interface AccountCoverage {
  readonly account: EndId;
  readonly isOwn: boolean;
  readonly currencies: readonly PackedCurrency[];
  readonly months: readonly MonthCoverage[];
}

export interface Coverage {
  /** Of the whole case; absent where it has no days. */
  readonly first?: Month;
  readonly last?: Month;
  /** By end. */
  readonly accounts: readonly AccountCoverage[];
}

/** Days between two statements that meeting balances bridge: a long weekend, never a month. */
const BRIDGED = 10;

interface Span {
  from: number;
  to: number;
}

/** Puts together what each month of each account rests on. */
export function coverageOf(input: CoverageInput): Coverage {
  const { periods, entries, registered } = input;
  const days = periods.flatMap(({ from, to }) => [from, to]);
  const booked = [...entries.values()].flatMap((byMonth) => [...byMonth.keys()]);
  const months = [...days.map(monthOf), ...booked];
  if (months.length === 0) return { accounts: [] };
  const first = months.reduce((a, b) => Math.min(a, b));
  const last = months.reduce((a, b) => Math.max(a, b));
  const byAccount = new Map<EndId, StatementPeriod[]>();
  for (const period of periods) byAccount.set(period.account, [...(byAccount.get(period.account) ?? []), period]);
  for (const account of entries.keys()) if (!byAccount.has(account)) byAccount.set(account, []);
  const own = [...byAccount].map(([account, its]) => ownAccount(account, its, first, last, input));
  const others = [...registered.keys()]
    .filter((account) => !byAccount.has(account))
    .map((account) => notObtained(account, first, last, input));
  return { first, last, accounts: [...own, ...others].sort((a, b) => a.account - b.account) };
}

/** The month of a day. */
export function monthOf(day: Day): Month {
  const { year, month } = partsOfDay(day);
  return year * 12 + month - 1;
}

export function monthText(month: Month): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

function firstDay(month: Month): Day {
  return dayFrom(Math.floor(month / 12), (month % 12) + 1, 1);
}

function ownAccount(
  account: EndId,
  periods: readonly StatementPeriod[],
  first: Month,
  last: Month,
  { entries, seen, registered }: CoverageInput,
): AccountCoverage {
  const currencies = [...new Set(periods.map(({ currency }) => currency))].sort((a, b) => a - b);
  const marks: Marks = { spans: [], overlaps: [], breaks: [], bridges: [] };
  for (const currency of currencies) chain(inOrder(periods.filter((one) => one.currency === currency)), marks);
  const reach = marks.spans.map(({ from, to }): Span => ({ from: monthOf(from as Day), to: monthOf(to as Day) }));
  const earliest = Math.min(...reach.map(({ from }) => from));
  const latest = Math.max(...reach.map(({ to }) => to));
  const isFromRows = (span: Span): boolean =>
    periods.filter((one) => touches(one, span)).every((one) => one.isFromRows);
  const months: MonthCoverage[] = [];
  for (let month = first; month <= last; month++) {
    const whole: Span = { from: firstDay(month), to: firstDay(month + 1) - 1 };
    const held = clipped(union(marks.spans), whole);
    const count = entries.get(account)?.get(month) ?? 0;
    const notes: MonthNote[] = marks.breaks.filter(({ span }) => touches(span, whole)).map(({ note }) => note);
    const coveredDays = held.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    if (coveredDays === 0) {
      if (isBefore(whole, registered.get(account))) {
        months.push({ month, status: 'not-open', entries: count, notes: [] });
        continue;
      }
      notes.push({ kind: month > earliest && month < latest ? 'gap-between' : 'no-file-reaches' });
      if (marks.bridges.some((span) => touches(span, whole))) notes.push({ kind: 'balances-meet' });
      months.push({ month, status: 'missing', entries: count, notes: [...notes, ...elsewhere(seen, account, month)] });
      continue;
    }
    const isWhole = coveredDays === whole.to - whole.from + 1;
    if (count === 0) notes.push({ kind: 'no-activity' });
    if (!isWhole && isFromRows(whole)) notes.push({ kind: 'days-from-rows' });
    const isOff = marks.breaks.some(({ span }) => touches(span, whole));
    const isDouble = marks.overlaps.some((span) => touches(span, whole));
    months.push({
      month,
      status: isOff ? 'does-not-reconcile' : isDouble ? 'overlapping' : isWhole ? 'covered' : 'partial',
      entries: count,
      ...(isWhole ? {} : { from: held[0]?.from as Day, to: held.at(-1)?.to as Day }),
      notes,
    });
  }
  return { account, isOwn: true, currencies, months };
}

interface Marks {
  readonly spans: Span[];
  readonly overlaps: Span[];
  readonly breaks: { readonly span: Span; readonly note: MonthNote }[];
  /** Gaps over which balances meet. */
  readonly bridges: Span[];
}

/** One currency's statements against each other: overlaps, and closing against the next opening. */
function chain(periods: readonly StatementPeriod[], marks: Marks): void {
  let reached: StatementPeriod | undefined;
  for (const period of periods) {
    const { from, to } = period;
    marks.spans.push({ from, to });
    if (period.difference !== undefined && period.difference !== 0) {
      const { difference, currency } = period;
      marks.breaks.push({ span: { from, to }, note: { kind: 'statement-off', difference, currency } });
    }
    if (reached) {
      // The day of the closing balance is often that of the next opening one.
      if (from < reached.to) marks.overlaps.push({ from, to: Math.min(to, reached.to) });
      else meet(reached, period, marks);
    }
    if (!reached || to >= reached.to) reached = period;
  }
}

function meet(before: StatementPeriod, after: StatementPeriod, marks: Marks): void {
  if (before.closing === undefined || after.opening === undefined) return;
  const span = { from: before.to, to: after.from };
  if (before.closing === after.opening) {
    if (span.to - span.from <= BRIDGED + 1) marks.spans.push(span);
    else marks.bridges.push(span);
    return;
  }
  const difference = after.opening - before.closing;
  marks.breaks.push({ span, note: { kind: 'chain-broken', difference, currency: after.currency } });
}

function notObtained(account: EndId, first: Month, last: Month, { seen, registered }: CoverageInput): AccountCoverage {
  const months: MonthCoverage[] = [];
  for (let month = first; month <= last; month++) {
    const whole = { from: firstDay(month), to: firstDay(month + 1) - 1 };
    const status = isBefore(whole, registered.get(account)) ? 'not-open' : 'not-obtained';
    months.push({ month, status, entries: 0, notes: elsewhere(seen, account, month) });
  }
  return { account, isOwn: false, currencies: [], months };
}

function elsewhere(seen: CoverageInput['seen'], account: EndId, month: Month): MonthNote[] {
  const payments = seen.get(account)?.get(month) ?? 0;
  return payments === 0 ? [] : [{ kind: 'seen-elsewhere', payments }];
}

function isBefore(span: Span, opened: Day | undefined): boolean {
  return opened !== undefined && span.to < opened;
}

function inOrder(periods: readonly StatementPeriod[]): StatementPeriod[] {
  return [...periods].sort(
    (a, b) =>
      a.from - b.from || a.to - b.to || (a.opening ?? 0) - (b.opening ?? 0) || (a.closing ?? 0) - (b.closing ?? 0),
  );
}

function touches(a: Span, b: Span): boolean {
  return a.from <= b.to && a.to >= b.from;
}

function union(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const before = joined.at(-1);
    if (before && from <= before.to + 1) before.to = Math.max(before.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

function clipped(spans: readonly Span[], whole: Span): Span[] {
  return spans
    .filter((span) => touches(span, whole))
    .map(({ from, to }) => ({ from: Math.max(from, whole.from), to: Math.min(to, whole.to) }));
}
