/**
 * Card and cash use moves round a circuit of four and more towns that comes again by the calendar,
 * or several holders' cards move together through as many (FIN-2020-A008, first financial
 * indicator). Told by towns and days, never by distance. Who moves along is no accomplice: those
 * ends stay undetermined.
 */
import type { EndId } from '../formats/end-table.ts';
import { channelCode } from '../formats/entry-columns.ts';
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import { FIRST_SHARED_END } from '../formats/end-table.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import { sign } from './end-signs.ts';
import type { Budget, GuardOutcome, Indicator, Settings, Values } from './indicator.ts';
import { count, dampedByGuards, days, evidenceOf, member, share, strengthAbove } from './measures.ts';
import {
  Tally,
  debtorDayOf,
  debtorOf,
  degreeOut,
  hasSign,
  hasWords,
  isBusiness,
  isOwn,
  isPersonal,
  isSameCustomer,
  isWage,
  creditorOf,
  regionOf,
} from './read.ts';
import { windowOf } from './statistics.ts';
import type { View } from './view.ts';

const settings = {
  minCities: { default: 4, unit: 'count', reason: 'Towns within a month; home, work and a family are three.' },
  windowDays: { default: 30, unit: 'days', reason: 'A month, as a circuit is counted.' },
  loopRepeat: { default: 2, unit: 'count', reason: 'Rounds after the first that match it; once may be a coincidence.' },
  loopShare: { default: 0.8, unit: 'share', reason: 'Of the days that two rounds both show; some days slip.' },
  loopDays: { default: 10, unit: 'count', reason: 'Days that match between rounds: fewer come about by chance.' },
  homeShare: { default: 0.5, unit: 'share', reason: 'A town that holds half of the days is a home with journeys.' },
  togetherAccounts: { default: 2, unit: 'count', reason: 'Other holders who move along: one is a companion.' },
  togetherDays: { default: 5, unit: 'count', reason: 'Days at the same tills or machines, beyond one outing.' },
  invoicedShare: {
    default: 0.3,
    unit: 'share',
    reason: 'Of the credits, with words of an invoice: a travelling trade.',
  },
} as const satisfies Settings;
type Current = Values<typeof settings>;

const PRESENT = new Set<number>([channelCode.cash, channelCode['cash-machine'], channelCode['card-present']]);
/** Longest circuit in weeks that fits the window. */
const WEEK = 7;

export default {
  id: 'geo-hop-circuit',
  title: 'Use moves round a circuit of towns that comes again',
  looksFor:
    'Card and cash use in four and more towns within a month, none of them a home, that follows the same circuit week by week again and again, or on five and more days together with two and more other holders’ cards.',
  family: 'travel-and-lodging',
  points: 3,
  forms: { 'sexual-exploitation': 0.8, 'labour-exploitation': 0.2 },
  citations: [{ source: 'FinCEN FIN-2020-A008, first financial indicator (several locations)', confidence: 'read' }],
  needs: ['place'],
  settings,
  guards: [
    { id: 'business-traveller', pointsOff: 3 },
    { id: 'works-for-customers', pointsOff: 3 },
    { id: 'travels-for-a-wage', pointsOff: 2 },
  ],
  innocent:
    'Fairground traders, touring artists, sales staff, couriers, pilots: a business as holder, invoices of customers and a regular wage are tested. Towns may lie next to each other; distances are not in the files.',
  find(view, s, anchor, budget, emit) {
    if (!hasSign(view, anchor, sign.placeOut) || degreeOut(view, anchor) < s.minCities) return;
    if (!isPersonal(view, anchor) && !isOwn(view, anchor)) return;
    const rows = outOf(view.adjacency, anchor);
    if (!budget.spend(rows.length)) return;
    const used = [...rows].filter((tx) => isPresent(view, tx));
    const cities = mostTowns(view, s, used);
    if (cities < s.minCities) return;
    const townOn = townsByDay(view, used);
    if (homeShare(townOn) > s.homeShare) return;
    const loop = loopOf(s, townOn);
    const others = companions(view, s, anchor, used, budget);
    const isTogether = others.length >= s.togetherAccounts;
    if (!loop && !isTogether) return;
    const evidence = evidenceOf(used);
    const guards = guardsOf(view, s, anchor);
    const isInnocent = guards.some(({ outcome }) => outcome === 'held');
    dampedByGuards(emit)({
      indicator: 'geo-hop-circuit',
      anchor,
      members: [
        member(anchor, 'undetermined', {
          for: [
            { id: 'reason.use-in-many-towns', parameters: { cities: count(cities) } },
            ...(loop
              ? [
                  {
                    id: 'reason.circuit-comes-again',
                    parameters: { weeks: count(loop.weeks), share: share(loop.share) },
                  },
                ]
              : []),
            ...(isTogether ? [{ id: 'reason.moves-with-others', parameters: { holders: count(others.length) } }] : []),
          ],
          against: [{ id: isInnocent ? 'reason.innocent-reading-fits' : 'reason.may-travel-for-work' }],
        }),
        ...(isTogether
          ? others.map((end) =>
              member(end, 'undetermined', {
                for: [{ id: 'reason.moves-with-others', parameters: { holders: count(others.length) } }],
                against: [{ id: 'reason.may-travel-for-work' }],
              }),
            )
          : []),
      ],
      observed: {
        cities: count(cities),
        ...(loop ? { rounds: count(loop.rounds), share: share(loop.share) } : {}),
        holders: count(others.length),
      },
      threshold: {
        cities: count(s.minCities),
        ...(loop ? { rounds: count(s.loopRepeat + 1), share: share(s.loopShare) } : {}),
        holders: count(s.togetherAccounts),
        window: days(s.windowDays),
      },
      window: windowOf(view, evidence),
      strength: loop && isTogether ? 200 : strengthAbove(cities, s.minCities),
      evidence,
      guards,
    });
  },
} satisfies Indicator<typeof settings>;

/** Cash drawn or a card used in person, in a known town. */
function isPresent(view: View, tx: TransactionIndex): boolean {
  return PRESENT.has(view.columns.channel?.[tx] ?? 0) && regionOf(view, tx) !== 0;
}

function mostTowns(view: View, s: Current, rows: readonly TransactionIndex[]): number {
  const towns = new Tally();
  let most = 0;
  let first = 0;
  for (const tx of rows) {
    towns.add(regionOf(view, tx));
    while (debtorDayOf(view, rows[first] as number) <= debtorDayOf(view, tx) - s.windowDays)
      towns.remove(regionOf(view, rows[first++] as number));
    most = Math.max(most, towns.distinct);
  }
  return most;
}

/** The town of most rows of each day, the lower class where two are level. */
function townsByDay(view: View, rows: readonly TransactionIndex[]): ReadonlyMap<number, number> {
  const byDay = new Map<number, Tally>();
  for (const tx of rows) {
    const day = debtorDayOf(view, tx);
    const tally = byDay.get(day) ?? new Tally();
    tally.add(regionOf(view, tx));
    byDay.set(day, tally);
  }
  const townOn = new Map<number, number>();
  for (const [day, tally] of byDay) {
    let best = 0;
    for (const town of tally.values()) if (best === 0 || tally.count(town) > tally.count(best)) best = town;
    townOn.set(day, best);
  }
  return townOn;
}

function homeShare(townOn: ReadonlyMap<number, number>): number {
  const towns = new Tally();
  for (const town of townOn.values()) towns.add(town);
  return towns.topSum(1) / Math.max(1, townOn.size);
}

interface Loop {
  readonly weeks: number;
  readonly rounds: number;
  readonly share: number;
}

/** The shortest circuit of whole weeks on which the towns of a day are those of its day a round before. */
function loopOf(s: Current, townOn: ReadonlyMap<number, number>): Loop | undefined {
  for (let weeks = 1; weeks * WEEK <= s.windowDays; weeks++) {
    const period = weeks * WEEK;
    let [both, same] = [0, 0];
    const towns = new Set<number>();
    let [from, to] = [Infinity, -Infinity];
    for (const [day, town] of townOn) {
      const before = townOn.get(day - period);
      if (before === undefined) continue;
      both++;
      if (before !== town) continue;
      same++;
      towns.add(town);
      from = Math.min(from, day - period);
      to = Math.max(to, day);
    }
    const rounds = Math.round((to - from + 1) / period);
    if (same < s.loopDays || same < s.loopShare * both || towns.size < s.minCities || rounds < s.loopRepeat + 1)
      continue;
    return { weeks, rounds, share: same / both };
  }
  return undefined;
}

/** Holders seen on enough days at the same tills and machines in as many towns, ascending. */
function companions(view: View, s: Current, anchor: EndId, rows: readonly TransactionIndex[], budget: Budget): EndId[] {
  const seen = new Map<EndId, { readonly days: Set<number>; readonly towns: Set<number> }>();
  for (const tx of rows) {
    const till = creditorOf(view, tx);
    if (till < FIRST_SHARED_END) continue;
    const day = debtorDayOf(view, tx);
    const visits = into(view.adjacency, till);
    if (!budget.spend(visits.length)) break;
    for (const other of visits) {
      const end = debtorOf(view, other);
      if (debtorDayOf(view, other) !== day || end < FIRST_SHARED_END || isSameCustomer(view, end, anchor)) continue;
      if (!isPresent(view, other) || regionOf(view, other) !== regionOf(view, tx)) continue;
      const held = seen.get(end) ?? { days: new Set(), towns: new Set() };
      held.days.add(day);
      held.towns.add(regionOf(view, tx));
      seen.set(end, held);
    }
  }
  return [...seen]
    .filter(([, held]) => held.days.size >= s.togetherDays && held.towns.size >= s.minCities)
    .map(([end]) => end)
    .sort((a, b) => a - b);
}

function guardsOf(view: View, s: Current, anchor: EndId): { id: string; outcome: GuardOutcome }[] {
  const credits = [...into(view.adjacency, anchor)];
  const invoiced = credits.filter((tx) => hasWords(view, tx, wordBit.invoice)).length;
  const wages = credits.filter((tx) => isWage(view, tx)).length;
  const told = (isHeld: boolean): GuardOutcome => (!isOwn(view, anchor) ? 'untestable' : isHeld ? 'held' : 'failed');
  return [
    {
      id: 'business-traveller',
      outcome: isBusiness(view, anchor) ? 'held' : view.facts.registered[anchor] === 1 ? 'failed' : 'untestable',
    },
    { id: 'works-for-customers', outcome: told(credits.length > 0 && invoiced >= s.invoicedShare * credits.length) },
    { id: 'travels-for-a-wage', outcome: told(wages >= 2) },
  ];
}
