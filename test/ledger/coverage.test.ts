/** Account by month, on periods and balances that are worked out by hand. */
import { describe, expect, it } from 'vitest';
import { parseIsoDate, type Day } from '../../src/days.ts';
import { coverageOf, monthOf, monthText, type CoverageInput, type StatementPeriod } from '../../src/ledger/coverage.ts';
import { packCurrency } from '../../src/money.ts';

const EUR = packCurrency('EUR');
const ACCOUNT = 7;
const day = (text: string): Day => parseIsoDate(text);

function period(from: string, to: string, more: Partial<StatementPeriod> = {}): StatementPeriod {
  return { account: ACCOUNT, currency: EUR, from: day(from), to: day(to), isFromRows: false, ...more };
}
function entries(...days: string[]): CoverageInput['entries'] {
  const byMonth = new Map<number, number>();
  for (const one of days) byMonth.set(monthOf(day(one)), (byMonth.get(monthOf(day(one))) ?? 0) + 1);
  return new Map([[ACCOUNT, byMonth]]);
}
function coverage(periods: readonly StatementPeriod[], more: Partial<CoverageInput> = {}) {
  return coverageOf({ periods, entries: new Map(), seen: new Map(), registered: new Map(), ...more });
}
/** Status and notes by month of the one account. */
function told(periods: readonly StatementPeriod[], more: Partial<CoverageInput> = {}) {
  const account = coverage(periods, more).accounts.find((one) => one.account === ACCOUNT);
  return Object.fromEntries(
    (account?.months ?? []).map(({ month, status, notes }) => [
      monthText(month),
      [status, ...notes.map(({ kind }) => kind)],
    ]),
  );
}

describe('months', () => {
  it('are covered where a statement holds all their days; without an entry, nothing happened', () => {
    expect(told([period('2026-01-01', '2026-02-28')], { entries: entries('2026-01-05') })).toEqual({
      '2026-01': ['covered'],
      '2026-02': ['covered', 'no-activity'],
    });
  });
  it('are partial where it holds some, and the days are told', () => {
    const { accounts } = coverage([period('2026-01-05', '2026-01-20', { isFromRows: true })], {
      entries: entries('2026-01-05', '2026-01-20'),
    });
    expect(accounts[0]?.months[0]).toEqual({
      month: 2026 * 12,
      status: 'partial',
      entries: 2,
      from: day('2026-01-05'),
      to: day('2026-01-20'),
      notes: [{ kind: 'days-from-rows' }],
    });
  });
  it('are missing between covered ones and where other accounts of the case have files; never without activity', () => {
    const other = period('2025-12-01', '2026-05-31', { account: 9 });
    expect(told([period('2026-01-01', '2026-01-31'), period('2026-03-01', '2026-03-31'), other])).toEqual({
      '2025-12': ['missing', 'no-file-reaches'],
      '2026-01': ['covered', 'no-activity'],
      '2026-02': ['missing', 'gap-between'],
      '2026-03': ['covered', 'no-activity'],
      '2026-04': ['missing', 'no-file-reaches'],
      '2026-05': ['missing', 'no-file-reaches'],
    });
  });
  it('that are missing say where others’ files show the account', () => {
    const seen = new Map([[ACCOUNT, new Map([[monthOf(day('2026-02-01')), 3]])]]);
    const gap = [period('2026-01-01', '2026-01-31'), period('2026-03-01', '2026-03-31')];
    expect(told(gap, { seen })['2026-02']).toEqual(['missing', 'gap-between', 'seen-elsewhere']);
  });
});

describe('balances between statements', () => {
  const before = (to: string, closing = 500) => period('2026-01-01', to, { opening: 100, closing });
  it('that meet cover a weekend between', () => {
    const after = period('2026-02-02', '2026-02-28', { opening: 500 });
    const all = entries('2026-01-02', '2026-02-03');
    expect(told([before('2026-01-30'), after], { entries: all })).toEqual({
      '2026-01': ['covered'],
      '2026-02': ['covered'],
    });
    expect(told([before('2026-01-30', 499), after], { entries: all })).toEqual({
      '2026-01': ['does-not-reconcile', 'chain-broken'],
      '2026-02': ['does-not-reconcile', 'chain-broken'],
    });
  });
  it('that meet over a month leave it missing, and say so', () => {
    const after = period('2026-03-01', '2026-03-31', { opening: 500 });
    expect(told([before('2026-01-31'), after])['2026-02']).toEqual(['missing', 'gap-between', 'balances-meet']);
  });
  it('that differ over a month: entries are missing', () => {
    const after = period('2026-03-01', '2026-03-31', { opening: 650 });
    const month = coverage([before('2026-01-31'), after]).accounts[0]?.months[1];
    // 6.50 at the start of March less 5.00 at the end of January
    expect(month?.notes).toContainEqual({ kind: 'chain-broken', difference: 150, currency: EUR });
    expect(month?.status).toBe('missing');
  });
  it('of another currency are not compared', () => {
    const usd = period('2026-02-01', '2026-02-28', { opening: 1, currency: packCurrency('USD') });
    expect(told([before('2026-01-31'), usd])['2026-02']).toEqual(['covered', 'no-activity']);
  });
  it('within one statement that do not fit', () => {
    const off = period('2026-01-01', '2026-01-31', { difference: -5 });
    expect(told([off], { entries: entries('2026-01-03') })['2026-01']).toEqual(['does-not-reconcile', 'statement-off']);
    expect(told([{ ...off, difference: 0 }], { entries: entries('2026-01-03') })['2026-01']).toEqual(['covered']);
  });
});

describe('two statements of the same days', () => {
  it('overlap; a closing day that is the next opening day does not', () => {
    const one = period('2026-01-01', '2026-01-31');
    const all = entries('2026-01-03', '2026-02-03');
    expect(told([one, period('2026-01-15', '2026-02-28')], { entries: all })).toEqual({
      '2026-01': ['overlapping'],
      '2026-02': ['covered'],
    });
    expect(told([one, period('2026-01-31', '2026-02-28')], { entries: all })['2026-01']).toEqual(['covered']);
  });
});

describe('accounts of the register', () => {
  const registered = new Map<number, Day | undefined>([
    [ACCOUNT, day('2026-02-10')],
    [8, undefined],
  ]);
  it('without a statement exist and were not obtained; before they were opened there is nothing to obtain', () => {
    const other = period('2026-01-01', '2026-03-31', { account: 9 });
    const { accounts } = coverage([other], { registered });
    expect(accounts.map(({ account, isOwn, months }) => [account, isOwn, months.map(({ status }) => status)])).toEqual([
      [7, false, ['not-open', 'not-obtained', 'not-obtained']],
      [8, false, ['not-obtained', 'not-obtained', 'not-obtained']],
      [9, true, ['covered', 'covered', 'covered']],
    ]);
  });
  it('with one miss nothing before they were opened', () => {
    const other = period('2026-01-01', '2026-03-31', { account: 9 });
    expect(told([period('2026-03-01', '2026-03-31'), other], { registered })).toMatchObject({
      '2026-01': ['not-open'],
      '2026-02': ['missing', 'no-file-reaches'],
    });
  });
});

it('a case without days has no map', () => {
  expect(coverage([])).toEqual({ accounts: [] });
});
it('the order of statements changes nothing', () => {
  const periods = [
    period('2026-01-01', '2026-01-31', { closing: 5 }),
    period('2026-02-01', '2026-02-28', { opening: 5 }),
  ];
  expect(coverage([...periods].reverse())).toEqual(coverage(periods));
});
