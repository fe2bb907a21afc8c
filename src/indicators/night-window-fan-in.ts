/**
 * Many small credits at night from many people (Project Protect, by press reports; the hours are
 * from general knowledge of FINTRAC alerts). Switches itself off for an account whose times bunch:
 * those are hours of booking, not of payment. The holder is first of all a possible victim.
 */
import { into, outOf } from '../graph/adjacency.ts';
import type { Budget, Indicator, Settings } from './indicator.ts';
import { count, dampedByGuards, evidenceOf, lowerMedian, member, money, share, strengthAbove } from './measures.ts';
import { euros } from './price-levels.ts';
import {
  Tally,
  amountOf,
  creditorDayOf,
  creditorOf,
  debtorOf,
  degreeIn,
  isBusiness,
  isCashIn,
  isPersonal,
  isPrivate,
  isWage,
  rowsByCurrency,
  slideWindows,
} from './read.ts';
import type { View } from './view.ts';

const settings = {
  nightFrom: { default: 22, unit: 'hour-of-day', reason: 'FINTRAC alerts, from general knowledge.' },
  nightTo: { default: 6, unit: 'hour-of-day', reason: 'FINTRAC alerts, from general knowledge.' },
  windowDays: { default: 30, unit: 'days', reason: 'A month, as indicators.md counts.' },
  minPayers: { default: 15, unit: 'count', reason: 'More different people than friends share bills with at night.' },
  smallAmount: { default: 500, unit: 'EUR', reason: 'Payments for a service; larger ones are something else.' },
  nightsAWeek: { default: 3, unit: 'count', reason: 'A habit of nights, not one party.' },
  repeatShare: { default: 0.4, unit: 'share', reason: 'Most payers come once; friends come again.' },
  bunchShare: {
    default: 0.5,
    unit: 'share',
    reason: 'So many credits in one same minute of the day are booked by a machine.',
  },
  tipAmount: { default: 20, unit: 'EUR', reason: 'A median below it is tips or shared drinks.' },
  circleShare: { default: 0.2, unit: 'share', reason: 'Payers who pay each other are a circle of friends.' },
} as const satisfies Settings;

export default {
  id: 'night-window-fan-in',
  title: 'Many small credits at night from many people',
  looksFor:
    'A personal account that many different people pay small sums during the night, several nights a week, most of them once.',
  family: 'sex-market',
  points: 3,
  forms: { 'sexual-exploitation': 1 },
  citations: [
    { source: 'Globe and Mail on FINTRAC Project Protect', confidence: 'read-in-part' },
    { source: 'Night window 22:00 to 06:00: FINTRAC alerts', confidence: 'known' },
  ],
  needs: ['time-of-day'],
  settings,
  guards: [
    { id: 'tips', pointsOff: 3 },
    { id: 'circle-of-friends', pointsOff: 2 },
    { id: 'wage-beside', pointsOff: 1 },
    { id: 'platform-payouts', pointsOff: 2 },
  ],
  innocent:
    'Tips at a bar, a night stall, a driver, sharing the cost of a party, a streamer. The size of the sums, payers who pay each other, a regular wage and payments from platforms are tested.',
  find(view, s, anchor, budget, emit) {
    const report = dampedByGuards(emit);
    const time = view.columns.time;
    if (!time || degreeIn(view, anchor) < s.minPayers || !isPersonal(view, anchor)) return;
    const rows = into(view.adjacency, anchor);
    let nightly = 0;
    for (const tx of rows) if (isNight(time[tx] as number, s) && !isCashIn(view, tx)) nightly++;
    if (nightly < s.minPayers || !budget.spend(rows.length) || isBunched(time, rows, s.bunchShare)) return;
    const atNight = [...rows].filter((tx) => isNight(time[tx] as number, s) && isPrivate(view, debtorOf(view, tx)));
    let fromBusiness = 0;
    for (const tx of rows) if (isNight(time[tx] as number, s) && isBusiness(view, debtorOf(view, tx))) fromBusiness++;
    for (const { currency, rows: part } of rowsByCurrency(view, atNight)) {
      const most = euros(view.prices, s.smallAmount, currency);
      const small = part.filter((tx) => amountOf(view, tx) <= most);
      if (small.length < s.minPayers) continue;
      const payers = new Tally();
      const nights = new Tally();
      const best = { payers: 0, nights: 0, repeats: 1 };
      // A night belongs to the day on which it begins.
      const nightOf = (tx: number): number =>
        creditorDayOf(view, tx) - ((time[tx] as number) < s.nightTo * 3600 ? 1 : 0);
      const covered = slideWindows(view.columns.creditorDay, small, s.windowDays, {
        enter: (tx) => (payers.add(debtorOf(view, tx)), nights.add(nightOf(tx))),
        leave: (tx) => (payers.remove(debtorOf(view, tx)), nights.remove(nightOf(tx))),
        passes: () => {
          const repeats = 1 - payers.once / Math.max(1, payers.distinct);
          if (
            payers.distinct < s.minPayers ||
            repeats > s.repeatShare ||
            nights.distinct * 7 < s.nightsAWeek * s.windowDays
          )
            return false;
          if (payers.distinct > best.payers)
            Object.assign(best, { payers: payers.distinct, nights: nights.distinct, repeats });
          return true;
        },
      });
      if (covered.length === 0) continue;
      const people = [...new Set(covered.map((tx) => debtorOf(view, tx)))].sort((a, b) => a - b);
      const middle = lowerMedian(covered.map((tx) => amountOf(view, tx)));
      let wages = 0;
      for (const tx of rows) if (isWage(view, tx)) wages++;
      const evidence = evidenceOf(covered);
      report({
        indicator: 'night-window-fan-in',
        anchor,
        members: [
          member(anchor, 'possible-victim', {
            for: [
              {
                id: 'reason.paid-at-night-by-many',
                parameters: { payers: count(best.payers), nights: count(best.nights) },
              },
            ],
            against: [{ id: 'reason.may-be-independent' }],
          }),
          ...people.map((end) =>
            member(end, 'possible-purchaser', { against: [{ id: 'reason.lawful-purchase-possible' }] }),
          ),
        ],
        observed: {
          payers: count(best.payers),
          nights: count(best.nights),
          repeatShare: share(best.repeats),
          median: money(middle, currency),
        },
        threshold: { payers: count(s.minPayers), repeatShare: share(s.repeatShare) },
        window: { from: creditorDayOf(view, covered[0] as number), to: creditorDayOf(view, covered.at(-1) as number) },
        strength: strengthAbove(best.payers, s.minPayers),
        evidence,
        guards: [
          { id: 'tips', outcome: middle <= euros(view.prices, s.tipAmount, currency) ? 'held' : 'failed' },
          { id: 'circle-of-friends', outcome: circleShare(view, people, budget) >= s.circleShare ? 'held' : 'failed' },
          {
            id: 'wage-beside',
            outcome: wages >= 2 ? 'held' : view.met.has('purpose-or-words') ? 'failed' : 'untestable',
          },
          { id: 'platform-payouts', outcome: fromBusiness * 2 >= atNight.length ? 'held' : 'failed' },
        ],
      });
      return;
    }
  },
} satisfies Indicator<typeof settings>;

export function isNight(time: number, s: { readonly nightFrom: number; readonly nightTo: number }): boolean {
  return time >= s.nightFrom * 3600 || (time >= 0 && time < s.nightTo * 3600);
}

/** Half of an account's timed credits in one minute of the day, or all in two: a machine's hours. */
export function isBunched(time: Int32Array, rows: Uint32Array, bunchShare: number): boolean {
  const minutes = new Tally();
  let timed = 0;
  for (const tx of rows) {
    if ((time[tx] as number) < 0) continue;
    timed++;
    minutes.add(Math.floor((time[tx] as number) / 60));
  }
  return minutes.topSum(1) > bunchShare * timed || minutes.topSum(2) > 0.9 * timed;
}

/** Share of these people who pay one of the others. */
export function circleShare(view: View, people: readonly number[], budget: Budget): number {
  const circle = new Set(people);
  let within = 0;
  for (const end of people) {
    const rows = outOf(view.adjacency, end);
    if (!budget.spend(rows.length)) break;
    if (rows.some((tx) => circle.has(creditorOf(view, tx)))) within++;
  }
  return within / Math.max(1, people.length);
}
