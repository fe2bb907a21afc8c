/**
 * Cash paid into one account in many places where its holder was not (AUSTRAC forced sexual
 * servitude guide). The holder's own card says where the holder was; without a card row that day
 * nothing is claimed. Depositors are nobody here: cash has no end.
 */
import type { Day } from '../days.ts';
import { channelCode } from '../formats/entry-columns.ts';
import { into, outOf } from '../graph/adjacency.ts';
import { licenceBit } from '../ledger/end-facts.ts';
import { weekday } from '../days.ts';
import { sign } from './end-signs.ts';
import type { GuardOutcome, Indicator, Reason, Settings } from './indicator.ts';
import { count, dampedByGuards, member, money, share, strengthAbove } from './measures.ts';
import { euros } from './price-levels.ts';
import {
  Tally,
  amountOf,
  creditorDayOf,
  creditorOf,
  debtorDayOf,
  degreeIn,
  hasLicence,
  hasSign,
  isBusiness,
  isCashIn,
  isCashOut,
  isOwn,
  regionOf,
  rowsByCurrency,
  slideWindows,
  sumOf,
  topRecipient,
} from './read.ts';
import type { View } from './view.ts';

const settings = {
  lowAmount: { default: 120, unit: 'EUR', reason: 'AUSTRAC: AUD 200 a deposit, at 0.6.' },
  highAmount: { default: 480, unit: 'EUR', reason: 'AUSTRAC: AUD 800 a deposit, at 0.6.' },
  bandShare: {
    default: 0.6,
    unit: 'share',
    reason: 'Most deposits of the account; a night’s takings now and then leave the band.',
  },
  minItems: { default: 10, unit: 'count', reason: 'Deposits in the window; indicators.md.' },
  windowDays: { default: 30, unit: 'days', reason: 'A month, as the source counts.' },
  minLocations: { default: 4, unit: 'count', reason: 'Different machines or branches in the window.' },
  minTowns: { default: 2, unit: 'count', reason: 'One person uses several machines of one town.' },
  presentShare: {
    default: 0.5,
    unit: 'share',
    reason: 'Of deposits on days with card use: the holder’s card was in the same town.',
  },
  weeklyShare: { default: 0.8, unit: 'share', reason: 'Deposits on two weekdays, one a day: banking of takings.' },
  passedOnShare: {
    default: 0.7,
    unit: 'share',
    reason: 'An account that passes on so much to one other is used by others.',
  },
} as const satisfies Settings;

export default {
  id: 'third-party-atm-cash-in',
  title: 'Cash paid into one account in many places',
  looksFor:
    'Many cash deposits of middling size within a month, at several machines and towns, where the account holder’s own card was not.',
  family: 'earnings-control',
  points: 5,
  forms: { 'sexual-exploitation': 1, 'labour-exploitation': 0.4 },
  citations: [
    { source: 'AUSTRAC forced sexual servitude guide 2022, via Arctic Intelligence', confidence: 'read' },
    { source: 'The Age / WAtoday report on the guide', confidence: 'read' },
  ],
  needs: ['place'],
  settings,
  guards: [
    { id: 'holder-was-there', pointsOff: 5 },
    { id: 'organisation-account', pointsOff: 5 },
    { id: 'regular-takings', pointsOff: 5 },
  ],
  innocent:
    'A franchise, a church, a sports club, a family business, a market seller on tour: organisation accounts, takings on fixed weekdays, and the holder’s own card in the same towns are tested.',
  find(view, s, anchor, budget, emit) {
    const report = dampedByGuards(emit);
    if (!hasSign(view, anchor, sign.placeIn) || degreeIn(view, anchor) < s.minItems || !isOwn(view, anchor)) return;
    const rows = into(view.adjacency, anchor);
    let cash = 0;
    for (const tx of rows) if (isCashIn(view, tx)) cash++;
    if (cash < s.minItems) return;
    const paidOut = outOf(view.adjacency, anchor);
    if (!budget.spend(rows.length + paidOut.length)) return;
    const place = view.columns.place;
    for (const { currency, rows: deposits } of rowsByCurrency(
      view,
      [...rows].filter((tx) => isCashIn(view, tx)),
    )) {
      const [low, high] = [euros(view.prices, s.lowAmount, currency), euros(view.prices, s.highAmount, currency)];
      const inBand = deposits.filter(
        (tx) => amountOf(view, tx) >= low && amountOf(view, tx) <= high && (place?.[tx] ?? 0) !== 0,
      );
      if (inBand.length < s.minItems || inBand.length < s.bandShare * deposits.length) continue;
      const places = new Tally();
      const towns = new Tally();
      const best = { items: 0, locations: 0, towns: 0 };
      const covered = slideWindows(view.columns.creditorDay, inBand, s.windowDays, {
        enter: (tx) => (places.add(place?.[tx] ?? 0), towns.add(regionOf(view, tx))),
        leave: (tx) => (places.remove(place?.[tx] ?? 0), towns.remove(regionOf(view, tx))),
        passes: (first, last) => {
          const items = last - first + 1;
          if (items < s.minItems || places.distinct < s.minLocations || towns.distinct < s.minTowns) return false;
          best.items = Math.max(best.items, items);
          best.locations = Math.max(best.locations, places.distinct);
          best.towns = Math.max(best.towns, towns.distinct);
          return true;
        },
      });
      if (covered.length === 0) continue;
      const presence = presenceOf(view, covered, paidOut);
      const top = topRecipient(view, paidOut);
      const received = sumOf(view, covered);
      const isPassedOn = top !== undefined && top.sum >= s.passedOnShare * sumOf(view, deposits);
      const isThere = presence.tested > 0 && presence.present >= s.presentShare * presence.tested;
      const against: Reason[] = isPassedOn
        ? [
            {
              id: 'reason.passes-on-to-one',
              parameters: { share: share(Math.min(1, (top?.sum ?? 0) / sumOf(view, deposits))) },
            },
          ]
        : [];
      if (presence.tested === 0) against.push({ id: 'reason.holder-whereabouts-unknown' });
      report({
        indicator: 'third-party-atm-cash-in',
        anchor,
        members: [
          member(anchor, isThere || isPassedOn ? 'undetermined' : 'possible-collector', {
            for: [
              {
                id: 'reason.cash-in-from-many-places',
                parameters: { locations: count(best.locations), towns: count(best.towns) },
              },
            ],
            against: isThere
              ? [
                  ...against,
                  { id: 'reason.holder-was-there', parameters: { share: share(presence.present / presence.tested) } },
                ]
              : against,
          }),
          ...(isPassedOn && top
            ? [member(top.end, 'undetermined', { for: [{ id: 'reason.receives-what-was-paid-in' }] })]
            : []),
        ],
        observed: {
          items: count(best.items),
          locations: count(best.locations),
          towns: count(best.towns),
          holderAbsent: share(presence.tested === 0 ? 0 : 1 - presence.present / presence.tested),
          received: money(received, currency),
        },
        threshold: { items: count(s.minItems), locations: count(s.minLocations), towns: count(s.minTowns) },
        window: { from: creditorDayOf(view, covered[0] as number), to: creditorDayOf(view, covered.at(-1) as number) },
        strength: Math.min(strengthAbove(best.items, s.minItems), strengthAbove(best.locations, s.minLocations)),
        evidence: [...covered].sort((a, b) => a - b),
        guards: [
          { id: 'holder-was-there', outcome: presence.tested === 0 ? 'untestable' : isThere ? 'held' : 'failed' },
          { id: 'organisation-account', outcome: organisation(view, anchor) },
          {
            id: 'regular-takings',
            outcome: isWeekly(
              covered.map((tx) => creditorDayOf(view, tx)),
              s.weeklyShare,
            )
              ? 'held'
              : 'failed',
          },
        ],
      });
      return;
    }
  },
} satisfies Indicator<typeof settings>;

/** Deposits on days on which the holder used the card or drew cash somewhere, and those in the same town. */
function presenceOf(
  view: View,
  deposits: readonly number[],
  paidOut: Uint32Array,
): { tested: number; present: number } {
  const towns = new Map<Day, Set<number>>();
  for (const tx of paidOut) {
    const isPresent =
      view.columns.channel?.[tx] === channelCode['card-present'] || (isCashOut(view, tx) && creditorOf(view, tx) >= 0);
    const town = regionOf(view, tx);
    if (!isPresent || town === 0) continue;
    const day = debtorDayOf(view, tx);
    const held = towns.get(day);
    if (held) held.add(town);
    else towns.set(day, new Set([town]));
  }
  let tested = 0;
  let present = 0;
  for (const tx of deposits) {
    const held = towns.get(creditorDayOf(view, tx));
    if (!held || regionOf(view, tx) === 0) continue;
    tested++;
    if (held.has(regionOf(view, tx))) present++;
  }
  return { tested, present };
}

function organisation(view: View, end: number): GuardOutcome {
  if (isBusiness(view, end) || hasLicence(view, end, licenceBit.charity)) return 'held';
  return view.facts.holder[end] === 1 || view.facts.registered[end] === 1 ? 'failed' : 'untestable';
}

/** One deposit a day, nearly all on two weekdays. */
function isWeekly(days: readonly Day[], least: number): boolean {
  const byWeekday = [0, 0, 0, 0, 0, 0, 0];
  for (const day of days) byWeekday[weekday(day)] = (byWeekday[weekday(day)] as number) + 1;
  const [first = 0, second = 0] = byWeekday.sort((a, b) => b - a);
  return new Set(days).size >= 0.9 * days.length && first + second >= least * days.length;
}
