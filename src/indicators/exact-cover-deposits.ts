/**
 * Cash is paid in just large enough to cover what the account pays out within a day, again and
 * again, while next to nothing stays on it (FIN-2020-A008, case study on funnel accounts). A pattern
 * of poverty first: rent, energy and direct debits of a household are tested, and it never stands alone.
 */
import type { EndId } from '../formats/end-table.ts';
import { channelCode } from '../formats/entry-columns.ts';
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import { sign } from './end-signs.ts';
import type { Indicator, Settings, Values } from './indicator.ts';
import { count, dampedByGuards, days, evidenceOf, member, money, strengthAbove } from './measures.ts';
import { euros } from './price-levels.ts';
import {
  amountOf,
  creditorDayOf,
  currencyOf,
  debtorDayOf,
  hasSign,
  hasWords,
  isBenefit,
  isBusiness,
  isCashIn,
  isHolding,
  isOwn,
  isRent,
  isWage,
  mccOf,
  rowsByCurrency,
  sumOf,
  topRecipient,
} from './read.ts';
import { windowOf } from './statistics.ts';
import type { View } from './view.ts';

const settings = {
  lookbackHours: { default: 24, unit: 'hours', reason: 'The case study: paid in shortly before the debits.' },
  tolerance: { default: 0.05, unit: 'share', reason: 'Notes are round, debits are not; more is a budget.' },
  minPairs: { default: 4, unit: 'count', reason: 'A bill is met so once a month; four times is a way of use.' },
  windowDays: { default: 60, unit: 'days', reason: 'Two months, so that monthly bills alone do not reach the pairs.' },
  maxMeanBalance: { default: 100, unit: 'EUR', reason: 'Above the lowest balance of the window: nothing is kept.' },
  householdShare: { default: 0.5, unit: 'share', reason: 'Of the covered debits: a household meets its bills.' },
} as const satisfies Settings;
type Current = Values<typeof settings>;

interface Pair {
  readonly day: number;
  readonly deposits: readonly TransactionIndex[];
  readonly debits: readonly TransactionIndex[];
  readonly isSameDay: boolean;
}

/** Household energy and water (ISO 18245). */
const UTILITIES = 4900;
const NOT_MONEY_MOVED = new Set<number>([channelCode.fee, channelCode.interest]);

export default {
  id: 'exact-cover-deposits',
  title: 'Cash deposits just large enough to cover the next debits',
  looksFor:
    'Within a day before an account pays out, cash of almost exactly that sum is paid in, four and more times in two months, and next to nothing is kept.',
  family: 'laundering-flow',
  points: 3,
  forms: { 'laundering-pattern': 1, 'sexual-exploitation': 0.3, 'labour-exploitation': 0.3 },
  citations: [{ source: 'FinCEN FIN-2020-A008, case study on funnel accounts', confidence: 'read' }],
  needs: [],
  settings,
  guards: [
    { id: 'meets-household-bills', pointsOff: 3 },
    { id: 'income-beside', pointsOff: 2 },
    { id: 'business-holder', pointsOff: 2 },
  ],
  innocent:
    'A household short of money tops up before rent, energy or a direct debit; somebody paid in cash; a shop that banks its takings before suppliers are due. The kind of the debits, a wage or benefit beside and a business as holder are tested.',
  find(view, s, anchor, budget, emit) {
    if (!isOwn(view, anchor) || !isHolding(view, anchor) || !hasSign(view, anchor, sign.cashIn)) return;
    const credits = into(view.adjacency, anchor);
    const debits = outOf(view.adjacency, anchor);
    if (credits.length < s.minPairs || debits.length < s.minPairs) return;
    const cash = [...credits].filter((tx) => isCashIn(view, tx));
    if (cash.length < s.minPairs || !budget.spend(credits.length + debits.length)) return;
    for (const { currency, rows: deposits } of rowsByCurrency(view, cash)) {
      const mostKept = euros(view.prices, s.maxMeanBalance, currency);
      if (deposits.length < s.minPairs || Number.isNaN(mostKept)) continue;
      const paid = [...debits].filter(
        (tx) => currencyOf(view, tx) === currency && !NOT_MONEY_MOVED.has(view.columns.channel?.[tx] ?? 0),
      );
      const pairs = keptPairs(view, s, anchor, currency, pairsOf(view, s, deposits, paid), mostKept);
      if (pairs.length < s.minPairs) continue;
      const covered = pairs.flatMap((pair) => pair.debits);
      const evidence = evidenceOf(pairs.flatMap((pair) => [...pair.deposits, ...pair.debits]));
      const received = sumOf(
        view,
        pairs.flatMap((pair) => pair.deposits),
      );
      const household = covered.filter((tx) => isHouseholdBill(view, tx)).length >= s.householdShare * covered.length;
      const top = topRecipient(view, covered);
      const payee = top && top.sum * 2 >= received ? top.end : undefined;
      let income = 0;
      for (const tx of credits) if (isWage(view, tx) || isBenefit(view, tx)) income++;
      dampedByGuards(emit)({
        indicator: 'exact-cover-deposits',
        anchor,
        members: [
          member(anchor, household || isBusiness(view, anchor) ? 'undetermined' : 'conduit', {
            for: [{ id: 'reason.cash-covers-what-is-paid-next', parameters: { pairs: count(pairs.length) } }],
            against: [{ id: 'reason.may-be-short-of-money' }, { id: 'reason.account-may-be-used-by-others' }],
          }),
          ...(payee === undefined
            ? []
            : [member(payee, 'undetermined', { for: [{ id: 'reason.receives-most-of-what-passes-on' }] })]),
        ],
        observed: { pairs: count(pairs.length), received: money(received, currency) },
        threshold: { pairs: count(s.minPairs), window: days(s.windowDays) },
        window: windowOf(view, evidence),
        strength: strengthAbove(pairs.length, s.minPairs),
        evidence,
        guards: [
          { id: 'meets-household-bills', outcome: household ? 'held' : 'failed' },
          {
            id: 'income-beside',
            outcome: income >= 2 ? 'held' : view.met.has('purpose-or-words') ? 'failed' : 'untestable',
          },
          { id: 'business-holder', outcome: isBusiness(view, anchor) ? 'held' : 'failed' },
        ],
        ...(pairs.some(({ isSameDay }) => isSameDay) ? { dayOrderUnknown: true as const } : {}),
      });
    }
  },
} satisfies Indicator<typeof settings>;

function isHouseholdBill(view: View, tx: TransactionIndex): boolean {
  return (
    (view.columns.channel?.[tx] ?? 0) === channelCode['direct-debit'] ||
    isRent(view, tx) ||
    mccOf(view, tx) === UTILITIES ||
    hasWords(view, tx, wordBit.debt | wordBit.social | wordBit.tax)
  );
}

/** Days of debits that cash of the hours before covers within the tolerance; a deposit serves one day. */
function pairsOf(
  view: View,
  s: Current,
  deposits: readonly TransactionIndex[],
  debits: readonly TransactionIndex[],
): Pair[] {
  const back = Math.ceil(s.lookbackHours / 24);
  const used = new Set<TransactionIndex>();
  const pairs: Pair[] = [];
  let from = 0;
  for (let at = 0; at < debits.length;) {
    const day = debtorDayOf(view, debits[at] as number);
    const ofDay: TransactionIndex[] = [];
    while (at < debits.length && debtorDayOf(view, debits[at] as number) === day) ofDay.push(debits[at++] as number);
    while (from < deposits.length && creditorDayOf(view, deposits[from] as number) < day - back) from++;
    const before: TransactionIndex[] = [];
    for (let i = from; i < deposits.length && creditorDayOf(view, deposits[i] as number) <= day; i++) {
      const tx = deposits[i] as number;
      if (!used.has(tx) && comesBefore(view, s, tx, ofDay)) before.push(tx);
    }
    const due = sumOf(view, ofDay);
    // Of two days' cash the nearer alone may be what covers the debits.
    const near = before.filter((tx) => creditorDayOf(view, tx) === day);
    const cover = [before, near].find((rows) => {
      const sum = sumOf(view, rows);
      return rows.length > 0 && Math.abs(sum - due) <= s.tolerance * due;
    });
    if (!cover) continue;
    for (const tx of cover) used.add(tx);
    const isSameDay = cover.some((tx) => creditorDayOf(view, tx) === day && (view.columns.time?.[tx] ?? -1) < 0);
    pairs.push({ day, deposits: cover, debits: ofDay, isSameDay });
  }
  return pairs;
}

/** Not later than any of the debits, and not longer before than the lookback, as far as the file has times. */
function comesBefore(view: View, s: Current, deposit: TransactionIndex, debits: readonly TransactionIndex[]): boolean {
  const time = view.columns.time?.[deposit] ?? -1;
  if (time < 0) return true;
  return debits.every((tx) => {
    const other = view.columns.time?.[tx] ?? -1;
    if (other < 0) return true;
    const seconds = (debtorDayOf(view, tx) - creditorDayOf(view, deposit)) * 86_400 + other - time;
    return seconds >= 0 && seconds <= s.lookbackHours * 3600;
  });
}

/** Pairs in any window that holds enough of them and in which the account keeps next to nothing. */
function keptPairs(
  view: View,
  s: Current,
  anchor: EndId,
  currency: number,
  pairs: readonly Pair[],
  mostKept: number,
): Pair[] {
  const kept = new Set<Pair>();
  let first = 0;
  for (const [last, pair] of pairs.entries()) {
    while ((pairs[first] as Pair).day <= pair.day - s.windowDays) first++;
    if (last - first + 1 < s.minPairs) continue;
    if (!(meanKept(view, anchor, currency, (pairs[first] as Pair).day, pair.day) <= mostKept)) continue;
    for (let i = first; i <= last; i++) kept.add(pairs[i] as Pair);
  }
  return [...kept];
}

/** Mean over the days after the first of what lies on the account above its lowest; the balance itself is not in the columns. */
function meanKept(view: View, anchor: EndId, currency: number, from: number, to: number): number {
  const change = new Float64Array(to - from + 1);
  for (const tx of into(view.adjacency, anchor)) {
    const day = creditorDayOf(view, tx);
    if (day > from && day <= to && currencyOf(view, tx) === currency)
      change[day - from] = (change[day - from] as number) + amountOf(view, tx);
  }
  for (const tx of outOf(view.adjacency, anchor)) {
    const day = debtorDayOf(view, tx);
    if (day > from && day <= to && currencyOf(view, tx) === currency)
      change[day - from] = (change[day - from] as number) - amountOf(view, tx);
  }
  let [balance, lowest, sum] = [0, 0, 0];
  for (const step of change) {
    balance += step;
    lowest = Math.min(lowest, balance);
    sum += balance;
  }
  return sum / change.length - lowest;
}
