/**
 * Very many taxi or ride payments in a month, mostly at night (AUSTRAC 2022: over 15 a month). Weak
 * alone; nights with lodging paid beside weigh a little more. Switches itself off where times bunch:
 * those are hours of booking.
 */
import { into, outOf } from '../graph/adjacency.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import type { Indicator, Settings } from './indicator.ts';
import { count, dampedByGuards, evidenceOf, member, money, share, strengthAbove } from './measures.ts';
import { isBunched, isNight } from './night-window-fan-in.ts';
import {
  Tally,
  debtorDayOf,
  degreeOut,
  isBusiness,
  isLodgingCode,
  isOwn,
  isWage,
  mccOf,
  rowsByCurrency,
  slideWindows,
  sumOf,
} from './read.ts';
import { windowOf } from './statistics.ts';
import { paysTrade, trade } from './trade-signs.ts';

const settings = {
  minTrips: { default: 15, unit: 'count', reason: 'AUSTRAC 2022: over 15 payments a month.' },
  windowDays: { default: 30, unit: 'days', reason: 'A month, as the source counts.' },
  nightFrom: { default: 22, unit: 'hour-of-day', reason: 'FINTRAC alerts, from general knowledge.' },
  nightTo: { default: 6, unit: 'hour-of-day', reason: 'FINTRAC alerts, from general knowledge.' },
  nightShare: { default: 0.5, unit: 'share', reason: 'Of the trips with a time: going out is weekends only.' },
  commuteShare: { default: 0.7, unit: 'share', reason: 'Of the trips within two hours of the day: there and back.' },
  bunchShare: { default: 0.5, unit: 'share', reason: 'So many in one minute of the day are booked by a machine.' },
  lodgingNights: { default: 2, unit: 'count', reason: 'Nights with trips and lodging, beyond one late arrival.' },
  pairedStrength: { default: 1.2, unit: 'ratio', reason: 'Lodging on the same nights adds a fifth.' },
} as const satisfies Settings;

/** Taxis, limousines and rides (ISO 18245). */
const RIDE_CODE = 4121;

export default {
  id: 'rideshare-night-cluster',
  title: 'Very many taxi or ride payments, mostly at night',
  looksFor: 'Fifteen and more payments for rides within a month, at least half of them between 22:00 and 06:00.',
  family: 'travel-and-lodging',
  points: 1,
  forms: { 'sexual-exploitation': 0.5 },
  citations: [{ source: 'AUSTRAC forced sexual servitude guide 2022', confidence: 'read' }],
  needs: ['mcc', 'time-of-day'],
  settings,
  guards: [
    { id: 'commuting', pointsOff: 1 },
    { id: 'wage-beside', pointsOff: 1 },
    { id: 'business-holder', pointsOff: 1 },
  ],
  innocent:
    'Shift workers, nurses, night clubbers, people without a car: the same hours of the day, a regular wage and a business as holder are tested.',
  find(view, s, anchor, budget, emit) {
    const { time } = view.columns;
    if (!time || !paysTrade(view, anchor, trade.upkeep) || degreeOut(view, anchor) < s.minTrips) return;
    const rows = outOf(view.adjacency, anchor);
    let rides = 0;
    for (const tx of rows) if (mccOf(view, tx) === RIDE_CODE) rides++;
    if (rides < s.minTrips || !budget.spend(rows.length)) return;
    const isTimed = (tx: TransactionIndex): boolean => (time[tx] as number) >= 0;
    const trips = [...rows].filter((tx) => mccOf(view, tx) === RIDE_CODE && isTimed(tx));
    if (trips.length < s.minTrips || isBunched(time, Uint32Array.from(trips), s.bunchShare)) return;
    let nightly = 0;
    const best = { trips: 0, share: 0 };
    const covered = slideWindows(view.columns.debtorDay, trips, s.windowDays, {
      enter: (tx) => (nightly += isNight(time[tx] as number, s) ? 1 : 0),
      leave: (tx) => (nightly -= isNight(time[tx] as number, s) ? 1 : 0),
      passes: (first, last) => {
        const held = last - first + 1;
        if (held < s.minTrips || nightly < s.nightShare * held) return false;
        if (held > best.trips) Object.assign(best, { trips: held, share: nightly / held });
        return true;
      },
    });
    if (covered.length === 0) return;
    const main = rowsByCurrency(view, covered)[0];
    if (!main) return;
    // A night belongs to the day on which it begins.
    const nightOf = (tx: number): number =>
      (debtorDayOf(view, tx) as number) - ((time[tx] as number) < s.nightTo * 3600 ? 1 : 0);
    const nights = new Set<number>(covered.filter((tx) => isNight(time[tx] as number, s)).map(nightOf));
    const lodged = new Set<number>(
      [...rows].filter((tx) => isLodgingCode(mccOf(view, tx))).map((tx) => debtorDayOf(view, tx)),
    );
    const paired = [...nights].filter((night) => lodged.has(night)).length;
    const hours = new Tally();
    for (const tx of covered) hours.add(Math.floor((time[tx] as number) / 3600));
    let wages = 0;
    for (const tx of into(view.adjacency, anchor)) if (isWage(view, tx)) wages++;
    const evidence = evidenceOf(covered);
    dampedByGuards(emit)({
      indicator: 'rideshare-night-cluster',
      anchor,
      members: [
        member(anchor, 'undetermined', {
          for: [
            { id: 'reason.rides-at-night', parameters: { trips: count(best.trips), share: share(best.share) } },
            ...(paired >= s.lodgingNights
              ? [{ id: 'reason.lodging-on-the-same-nights', parameters: { nights: count(paired) } }]
              : []),
          ],
          against: [{ id: 'reason.may-work-at-night' }],
        }),
      ],
      observed: {
        trips: count(best.trips),
        share: share(best.share),
        nights: count(paired),
        spent: money(sumOf(view, main.rows), main.currency),
      },
      threshold: { trips: count(s.minTrips), share: share(s.nightShare), nights: count(s.lodgingNights) },
      window: windowOf(view, evidence),
      strength: Math.min(
        200,
        Math.round(strengthAbove(best.trips, s.minTrips) * (paired >= s.lodgingNights ? s.pairedStrength : 1)),
      ),
      evidence,
      guards: [
        { id: 'commuting', outcome: hours.topSum(2) >= s.commuteShare * covered.length ? 'held' : 'failed' },
        {
          id: 'wage-beside',
          outcome:
            wages >= 2 ? 'held' : isOwn(view, anchor) && view.met.has('purpose-or-words') ? 'failed' : 'untestable',
        },
        { id: 'business-holder', outcome: isBusiness(view, anchor) ? 'held' : 'failed' },
      ],
    });
  },
} satisfies Indicator<typeof settings>;
