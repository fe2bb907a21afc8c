/**
 * A household pays an agency, papers and a flight for a worker, and then no wage to anybody for
 * months. Weak data and a lead about an absence: no person is ever made up for the worker, who may
 * have no account. Pay in cash and pocket money are tested.
 */
import type { Day } from '../days.ts';
import type { EndId } from '../formats/end-table.ts';
import { FIRST_SHARED_END } from '../formats/end-table.ts';
import { wordBit } from '../formats/text-words.ts';
import { outOf } from '../graph/adjacency.ts';
import { licenceBit } from '../ledger/end-facts.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import { sign } from './end-signs.ts';
import type { GuardOutcome, Indicator } from './indicator.ts';
import { count, days, evidenceOf, member, money, months, ratio, strengthAbove } from './measures.ts';
import { minimumWage } from './minimum-wages.ts';
import { euros } from './price-levels.ts';
import {
  amountOf,
  creditorOf,
  currencyOf,
  debtorDayOf,
  degreeOut,
  hasLicence,
  hasSign,
  hasWords,
  isCardPayment,
  isCashOut,
  isHolding,
  isOwn,
  isPersonal,
  isPrivate,
  isRent,
  isSameCustomer,
  isSpending,
  isTicketCode,
  mccOf,
} from './read.ts';
import { windowOf } from './statistics.ts';
import type { View } from './view.ts';

const settings = {
  arrivalDays: { default: 90, unit: 'days', reason: 'Agency, papers and ticket are paid within a season.' },
  gapMonths: { default: 4, unit: 'months', reason: 'A first wage may be late, a fourth is not.' },
  wageMin: { default: 0.3, unit: 'ratio', reason: 'Of the minimum wage: less than a part-time household wage.' },
  agencyFee: { default: 300, unit: 'EUR', reason: 'What agencies charge a household at least.' },
  wordPayees: {
    default: 3,
    unit: 'count',
    reason:
      'Without trade codes: different payees of agency, visa or permit within the season; one or two may be anything.',
  },
} as const satisfies Indicator['settings'];

const AGENCY = 7361;
const GOVERNMENT = 9399;
const GROCERIES = 5411;
const MONTH = 30;
const NO_PAY = wordBit.saving | wordBit.fee | wordBit.debt;

export default {
  id: 'household-worker-no-wage',
  title: 'A household pays for a worker’s placement and travel, but no wage follows',
  looksFor:
    'A private account pays an agency, papers and a ticket within a season, and for months afterwards nobody is paid regularly from it.',
  family: 'labour-conditions',
  points: 3,
  forms: { 'domestic-servitude': 1 },
  citations: [
    {
      source: 'Mekong Club typology list (a domestic servitude chapter exists); detail from general knowledge',
      confidence: 'known',
    },
  ],
  needs: ['purpose-or-words'],
  settings,
  guards: [
    { id: 'wage-in-cash', pointsOff: 2 },
    { id: 'pocket-money', pointsOff: 2 },
  ],
  innocent:
    'An au pair with pocket money, a wage in cash or from a spouse’s bank, a relative who visits: a question, never more.',
  find(view, settings, anchor, budget, emit) {
    if (!hasSign(view, anchor, sign.debtOut) || degreeOut(view, anchor) < 3) return;
    if (!isHolding(view, anchor) || !isOwn(view, anchor) || !isPersonal(view, anchor)) return;
    const rows = outOf(view.adjacency, anchor);
    if (!budget.spend(2 * rows.length)) return;
    const arrival = arrivalOf(view, rows, settings);
    if (!arrival) return;
    const { paid, lastDay, currency } = arrival;
    const until = lastDay + settings.gapMonths * MONTH;
    if (view.to < until) return;
    const leastWage = leastWageOf(view, anchor, currency, lastDay, settings.wageMin);
    if (!(leastWage > 0) && settings.wageMin > 0) return;
    const after = afterwards(view, anchor, rows, lastDay, until, currency, settings.arrivalDays);
    if (after.bestPaid >= leastWage * settings.gapMonths * 0.5) return;
    const evidence = evidenceOf(paid);
    const agency = creditorOf(view, paid[0] as number);
    const fee = money(amountOf(view, paid[0] as number), currency);
    const growth = after.groceriesBefore === 0 ? 0 : after.groceriesAfter / after.groceriesBefore;
    emit({
      indicator: 'household-worker-no-wage',
      anchor,
      members: [
        member(anchor, 'undetermined', {
          for: [
            {
              id: 'reason.paid-for-a-placement-but-no-wage-seen',
              parameters: { fee, months: months(settings.gapMonths) },
            },
          ],
          against: [{ id: 'reason.wage-may-be-paid-elsewhere' }],
        }),
        ...(isHolding(view, agency) ? [member(agency, 'undetermined')] : []),
      ],
      observed: { payments: count(paid.length), fee, ...(growth > 0 ? { groceries: ratio(growth) } : {}) },
      threshold: {
        fee: money(euros(view.prices, settings.agencyFee, currency), currency),
        gap: months(settings.gapMonths),
        arrival: days(settings.arrivalDays),
      },
      window: { from: windowOf(view, evidence).from, to: Math.min(view.to, until) as typeof view.to },
      strength: strengthAbove(growth, 1.2) > 100 ? 150 : 100,
      evidence,
      guards: [
        {
          id: 'wage-in-cash',
          outcome: after.cashAfter - after.cashBefore >= leastWage * settings.gapMonths * 0.5 ? 'held' : 'failed',
        },
        { id: 'pocket-money', outcome: after.paidTimes >= settings.gapMonths - 1 ? 'held' : 'failed' },
      ] satisfies { id: string; outcome: GuardOutcome }[],
    });
  },
} satisfies Indicator<typeof settings>;

/**
 * Payments for a placement in a household after which nobody is paid a wage from it. For other
 * indicators too: what the household pays the agent later is then for the same worker.
 */
export function placementWithoutWage(
  view: View,
  household: EndId,
  current: Readonly<Record<keyof typeof settings, number>>,
): { readonly lastDay: number; readonly currency: number } | undefined {
  if (!isOwn(view, household) || !isPersonal(view, household) || !hasSign(view, household, sign.debtOut))
    return undefined;
  const rows = outOf(view.adjacency, household);
  const arrival = arrivalOf(view, rows, current);
  if (!arrival || view.to < arrival.lastDay + current.gapMonths * MONTH) return undefined;
  const until = arrival.lastDay + current.gapMonths * MONTH;
  const { lastDay, currency } = arrival;
  const least = leastWageOf(view, household, currency, lastDay, current.wageMin);
  const after = afterwards(view, household, rows, lastDay, until, currency, current.arrivalDays);
  return least > 0 && after.bestPaid < least * current.gapMonths * 0.5 ? { lastDay, currency } : undefined;
}

function leastWageOf(view: View, household: EndId, currency: number, day: number, wageMin: number): number {
  const floor = minimumWage(view.facts.country[household] ?? 0, currency, day as Day);
  return wageMin * (Number.isNaN(floor) ? euros(view.prices, 1500, currency) : floor);
}

/** The agency's fee first, then papers and a ticket around it, all within a season. */
function arrivalOf(
  view: View,
  rows: Uint32Array,
  settings: Readonly<Record<'arrivalDays' | 'agencyFee' | 'wordPayees', number>>,
): { paid: TransactionIndex[]; lastDay: number; currency: number } | undefined {
  for (const tx of rows) {
    const currency = currencyOf(view, tx);
    const isWord = saysFee(view, tx);
    const isAgency =
      mccOf(view, tx) === AGENCY ||
      isWord ||
      (hasWords(view, tx, wordBit.fee) && hasLicence(view, creditorOf(view, tx), licenceBit.recruiter));
    if (!isAgency || !(amountOf(view, tx) >= euros(view.prices, settings.agencyFee, currency))) continue;
    const day = debtorDayOf(view, tx);
    let papers: TransactionIndex | undefined;
    let ticket: TransactionIndex | undefined;
    const worded = new Map<EndId, TransactionIndex>([[creditorOf(view, tx), tx]]);
    for (const other of rows) {
      if (other === tx || Math.abs(debtorDayOf(view, other) - day) > settings.arrivalDays) continue;
      const mcc = mccOf(view, other);
      if (saysFee(view, other) && !worded.has(creditorOf(view, other))) worded.set(creditorOf(view, other), other);
      if (mcc === GOVERNMENT || (mcc !== AGENCY && hasWords(view, other, wordBit.fee))) papers ??= other;
      else if (isTicketCode(mcc) || hasWords(view, other, wordBit.travel)) ticket ??= other;
    }
    let paid: TransactionIndex[];
    if (isWord && mccOf(view, tx) === 0) {
      if (worded.size < settings.wordPayees) continue;
      paid = [...worded.values(), ...(ticket === undefined ? [] : [ticket])];
    } else if (papers === undefined || ticket === undefined) continue;
    else paid = [tx, papers, ticket];
    return { paid, lastDay: Math.max(...paid.map((row) => debtorDayOf(view, row))), currency };
  }
  return undefined;
}

/** A payment by card or to a business that says agency, visa or permit where the file has no trade codes; no bank fee. */
function saysFee(view: View, tx: TransactionIndex): boolean {
  return (
    hasWords(view, tx, wordBit.fee) &&
    mccOf(view, tx) === 0 &&
    creditorOf(view, tx) >= FIRST_SHARED_END &&
    isSpending(view, tx)
  );
}

interface Afterwards {
  /** Most that one private payee got in the gap. */
  bestPaid: number;
  /** Most times that one private payee was paid in the gap. */
  paidTimes: number;
  cashBefore: number;
  cashAfter: number;
  groceriesBefore: number;
  groceriesAfter: number;
}

/** Rent, savings, what the agent gets, and people who were paid before the season already, are not the worker's pay. */
function afterwards(
  view: View,
  anchor: EndId,
  rows: Uint32Array,
  lastDay: number,
  until: number,
  currency: number,
  arrivalDays: number,
): Afterwards {
  const known = new Set<EndId>();
  for (const tx of rows)
    if (debtorDayOf(view, tx) < lastDay - arrivalDays || hasWords(view, tx, NO_PAY)) known.add(creditorOf(view, tx));
  const sums = new Map<EndId, { sum: number; times: number }>();
  const seen: Afterwards = {
    bestPaid: 0,
    paidTimes: 0,
    cashBefore: 0,
    cashAfter: 0,
    groceriesBefore: 0,
    groceriesAfter: 0,
  };
  const before = lastDay - (until - lastDay);
  for (const tx of rows) {
    const day = debtorDayOf(view, tx);
    if (day <= before || day > until || currencyOf(view, tx) !== currency) continue;
    const isAfter = day > lastDay;
    const amount = amountOf(view, tx);
    if (isCashOut(view, tx)) seen[isAfter ? 'cashAfter' : 'cashBefore'] += amount;
    else if (mccOf(view, tx) === GROCERIES) seen[isAfter ? 'groceriesAfter' : 'groceriesBefore'] += amount;
    else if (isAfter && !isCardPayment(view, tx) && !isRent(view, tx)) {
      const to = creditorOf(view, tx);
      if (known.has(to) || !isPrivate(view, to) || isSameCustomer(view, anchor, to)) continue;
      const held = sums.get(to) ?? { sum: 0, times: 0 };
      sums.set(to, { sum: held.sum + amount, times: held.times + 1 });
    }
  }
  for (const { sum, times } of sums.values()) {
    seen.bestPaid = Math.max(seen.bestPaid, sum);
    seen.paidTimes = Math.max(seen.paidTimes, times);
  }
  return seen;
}
