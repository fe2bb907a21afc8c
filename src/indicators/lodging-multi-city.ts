/**
 * Short stays in many towns within a month, rooms in several towns on one day, or several rents by
 * one payer (FINTRAC 2016; FIN-2020-A008; AUSTRAC). People who flee abuse or have no home pay for
 * lodging like this: that reading is tested and shown first.
 */
import type { Day } from '../days.ts';
import type { EndId } from '../formats/end-table.ts';
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import type { GuardOutcome, Indicator, Settings } from './indicator.ts';
import { count, dampedByGuards, evidenceOf, member, money, strengthAbove } from './measures.ts';
import { euros } from './price-levels.ts';
import {
  Tally,
  amountOf,
  creditorDayOf,
  creditorOf,
  currencyOf,
  debtorDayOf,
  debtorOf,
  degreeOut,
  hasSign,
  hasWords,
  isBenefit,
  isBusiness,
  isLodgingCode,
  isOwn,
  isPrivate,
  isRent,
  isWage,
  mccOf,
  regionOf,
  rowsByCurrency,
  slideWindows,
  sumOf,
} from './read.ts';
import { sign } from './end-signs.ts';
import { RENT_CODE, paysTrade, trade } from './trade-signs.ts';
import type { View } from './view.ts';

const settings = {
  windowDays: { default: 30, unit: 'days', reason: 'A month, as the sources count.' },
  minStays: { default: 6, unit: 'count', reason: 'More stays than a holiday has hotels.' },
  minCities: { default: 3, unit: 'count', reason: 'Different towns in the window.' },
  overlapNights: { default: 2, unit: 'count', reason: 'Days with rooms in two towns: one person sleeps in one.' },
  monthlyTotal: { default: 1200, unit: 'EUR', reason: 'AUSTRAC: over AUD 2,000 a month, at 0.6.' },
  residentialRents: { default: 3, unit: 'count', reason: 'Different landlords in one month: homes for others.' },
  reimbursedShare: {
    default: 0.5,
    unit: 'share',
    reason: 'Of the stays, paid by one business beside wages: work travel.',
  },
  invoicedShare: {
    default: 0.3,
    unit: 'share',
    reason: 'Of the credits, with words of an invoice, from three payers and more: travelling for customers.',
  },
  oneTravellerStrength: {
    default: 1.2,
    unit: 'ratio',
    reason: 'Without rooms in two towns at once it may be one traveller, however many stays.',
  },
  bothWaysPeople: {
    default: 3,
    unit: 'count',
    reason: 'People with money both ways: a band or a crew that shares costs.',
  },
} as const satisfies Settings;

export default {
  id: 'lodging-multi-city',
  title: 'Short stays in many towns or several rents by one payer',
  looksFor:
    'Six and more stays in three and more towns within a month for a large sum or with rooms in two towns at once, or three and more rents to different landlords.',
  family: 'travel-and-lodging',
  points: 5,
  forms: { 'sexual-exploitation': 0.8, 'labour-exploitation': 0.5 },
  citations: [
    { source: 'FINTRAC 2016 list, via MrWatchlist', confidence: 'read' },
    { source: 'FinCEN FIN-2020-A008, indicator and case study', confidence: 'read' },
    { source: 'AUSTRAC forced sexual servitude guide 2022', confidence: 'read' },
  ],
  needs: [],
  settings,
  guards: [
    { id: 'without-a-home', pointsOff: 5 },
    { id: 'reimbursed-by-business', pointsOff: 5 },
    { id: 'business-traveller', pointsOff: 2 },
    { id: 'touring-together', pointsOff: 5 },
  ],
  innocent:
    'Somebody who flees abuse or has no home; sales staff, lorry drivers, construction crews, musicians: single stays without a rent, repayment by one business, a business as holder and money both ways with several people are tested.',
  find(view, s, anchor, budget, emit) {
    const report = dampedByGuards(emit);
    if (
      !paysTrade(view, anchor, trade.lodging | trade.rent) ||
      degreeOut(view, anchor) < Math.min(s.minStays, s.residentialRents)
    )
      return;
    const rows = outOf(view.adjacency, anchor);
    let stays = 0;
    let rents = 0;
    for (const tx of rows) {
      if (isLodgingCode(mccOf(view, tx))) stays++;
      else if (isHomeRent(view, tx)) rents++;
    }
    const isTravelling = stays >= s.minStays && hasSign(view, anchor, sign.placeOut);
    if ((!isTravelling && rents < s.residentialRents) || !budget.spend(rows.length)) return;
    const ofInterest = [...rows].filter((tx) => isLodgingCode(mccOf(view, tx)) || isHomeRent(view, tx));
    for (const { currency, rows: part } of rowsByCurrency(view, ofInterest)) {
      const hotels = part.filter((tx) => isLodgingCode(mccOf(view, tx)));
      const homes = part.filter((tx) => !isLodgingCode(mccOf(view, tx)));
      const best = { stays: 0, cities: 0, overlaps: 0, total: 0, landlords: 0 };
      const coveredStays = isTravelling ? staysIn(view, s, hotels, currency, best) : [];
      const coveredRents = rentsIn(view, s, homes, best);
      if (coveredStays.length + coveredRents.length === 0) continue;
      const evidence = evidenceOf([...coveredStays, ...coveredRents]);
      const days = evidence.map((tx) => debtorDayOf(view, tx));
      const [from, to] = [Math.min(...days) as Day, Math.max(...days) as Day];
      const incoming = [...into(view.adjacency, anchor)].filter((tx) => currencyOf(view, tx) === currency);
      const spent = sumOf(view, evidence);
      const reimbursed = paidByOneBusiness(view, incoming, from, to) >= s.reimbursedShare * spent;
      const together =
        bothWays(view, incoming, rows) >= s.bothWaysPeople || worksForCustomers(view, incoming, s.invoicedShare);
      const homeless = withoutHome(view, incoming, homes, best);
      const isSeveral = best.overlaps >= s.overlapNights || best.landlords >= s.residentialRents;
      const isInnocent = reimbursed || together || homeless || isBusiness(view, anchor);
      report({
        indicator: 'lodging-multi-city',
        anchor,
        members: [
          member(anchor, isSeveral && !isInnocent ? 'possible-organiser' : 'undetermined', {
            for: [
              ...(coveredStays.length > 0
                ? [
                    {
                      id: 'reason.stays-in-many-towns',
                      parameters: { stays: count(best.stays), cities: count(best.cities) },
                    },
                  ]
                : []),
              ...(best.overlaps > 0
                ? [{ id: 'reason.rooms-in-two-towns', parameters: { days: count(best.overlaps) } }]
                : []),
              ...(coveredRents.length > 0
                ? [{ id: 'reason.pays-several-rents', parameters: { landlords: count(best.landlords) } }]
                : []),
            ],
            against: [{ id: 'reason.may-be-without-a-home' }],
          }),
        ],
        observed: {
          stays: count(best.stays),
          cities: count(best.cities),
          overlapNights: count(best.overlaps),
          landlords: count(best.landlords),
          spent: money(spent, currency),
        },
        threshold: {
          stays: count(s.minStays),
          cities: count(s.minCities),
          overlapNights: count(s.overlapNights),
          landlords: count(s.residentialRents),
        },
        window: { from, to },
        strength: Math.min(
          coveredStays.length > 0 && coveredRents.length === 0
            ? Math.min(strengthAbove(best.stays, s.minStays), strengthAbove(best.cities, s.minCities))
            : strengthAbove(best.landlords, s.residentialRents),
          isSeveral ? 200 : Math.round(100 * s.oneTravellerStrength),
        ),
        evidence,
        guards: [
          { id: 'without-a-home', outcome: ownOnly(view, anchor, homeless) },
          { id: 'reimbursed-by-business', outcome: ownOnly(view, anchor, reimbursed) },
          {
            id: 'business-traveller',
            outcome: isBusiness(view, anchor) ? 'held' : view.facts.registered[anchor] === 1 ? 'failed' : 'untestable',
          },
          { id: 'touring-together', outcome: ownOnly(view, anchor, together) },
        ],
      });
      return;
    }
  },
} satisfies Indicator<typeof settings>;

type Best = { stays: number; cities: number; overlaps: number; total: number; landlords: number };
type Rule = { readonly [K in keyof typeof settings]: number };

function ownOnly(view: View, end: EndId, isHeld: boolean): GuardOutcome {
  return isOwn(view, end) ? (isHeld ? 'held' : 'failed') : 'untestable';
}

function isHomeRent(view: View, tx: number): boolean {
  return mccOf(view, tx) === RENT_CODE || (mccOf(view, tx) === 0 && isRent(view, tx) && creditorOf(view, tx) > 2);
}

function staysIn(view: View, s: Rule, hotels: readonly number[], currency: number, best: Best): number[] {
  const towns = new Tally();
  let total = 0;
  const least = euros(view.prices, s.monthlyTotal, currency);
  return slideWindows(view.columns.debtorDay, hotels, s.windowDays, {
    enter: (tx) => (towns.add(regionOf(view, tx)), (total += amountOf(view, tx))),
    leave: (tx) => (towns.remove(regionOf(view, tx)), (total -= amountOf(view, tx))),
    passes: (first, last) => {
      const cities = towns.distinct - (towns.count(0) > 0 ? 1 : 0);
      if (last - first + 1 < s.minStays || cities < s.minCities) return false;
      const overlaps = overlapDays(view, hotels, first, last);
      if (!(total >= least) && overlaps < s.overlapNights) return false;
      if (last - first + 1 >= best.stays)
        Object.assign(best, { stays: last - first + 1, cities, total, overlaps: Math.max(best.overlaps, overlaps) });
      return true;
    },
  });
}

/** Days with rooms in two towns. Booked ahead or not, each day's rows are of one day. */
function overlapDays(view: View, rows: readonly number[], first: number, last: number): number {
  let days = 0;
  for (let at = first; at <= last;) {
    const day = debtorDayOf(view, rows[at] as number);
    const towns = new Set<number>();
    for (; at <= last && debtorDayOf(view, rows[at] as number) === day; at++)
      towns.add(regionOf(view, rows[at] as number));
    towns.delete(0);
    if (towns.size >= 2) days++;
  }
  return days;
}

function rentsIn(view: View, s: Rule, homes: readonly number[], best: Best): number[] {
  const landlords = new Tally();
  return slideWindows(view.columns.debtorDay, homes, s.windowDays + 5, {
    enter: (tx) => landlords.add(creditorOf(view, tx)),
    leave: (tx) => landlords.remove(creditorOf(view, tx)),
    passes: () => {
      best.landlords = Math.max(best.landlords, landlords.distinct);
      return landlords.distinct >= s.residentialRents;
    },
  });
}

function paidByOneBusiness(view: View, incoming: readonly number[], from: Day, to: Day): number {
  const sums = new Map<EndId, number>();
  for (const tx of incoming) {
    const [day, payer] = [creditorDayOf(view, tx), debtorOf(view, tx)];
    if (day >= from && day <= to + 45 && isBusiness(view, payer) && !isWage(view, tx))
      sums.set(payer, (sums.get(payer) ?? 0) + amountOf(view, tx));
  }
  return Math.max(0, ...sums.values());
}

function bothWays(view: View, incoming: readonly number[], paid: Uint32Array): number {
  const payees = new Set<EndId>();
  for (const tx of paid) payees.add(creditorOf(view, tx));
  return new Set(incoming.map((tx) => debtorOf(view, tx)).filter((end) => isPrivate(view, end) && payees.has(end)))
    .size;
}

/** Credits that name invoices, from three payers and more. */
function worksForCustomers(view: View, incoming: readonly number[], least: number): boolean {
  const invoiced = incoming.filter((tx) => hasWords(view, tx, wordBit.invoice));
  return invoiced.length >= least * incoming.length && new Set(invoiced.map((tx) => debtorOf(view, tx))).size >= 3;
}

/** One room at a time, no rent, and either benefits or hardly anybody who pays in. */
function withoutHome(view: View, incoming: readonly number[], homes: readonly number[], best: Best): boolean {
  if (best.overlaps > 0 || homes.length > 0) return false;
  const payers = new Set(incoming.map((tx) => debtorOf(view, tx)).filter((end) => isPrivate(view, end)));
  return incoming.some((tx) => isBenefit(view, tx)) || payers.size <= 2;
}
