/**
 * One card or account used in person in two towns within minutes, again and again (general practice of
 * account control). Files hold no distances: towns between which anybody else in the case goes within two
 * hours count as neighbours, and only the others can conflict. It may be plain theft of a card: the
 * holder is asked after, not accused.
 */
import { channelCode } from '../formats/entry-columns.ts';
import { FIRST_SHARED_END } from '../formats/end-table.ts';
import { outOf } from '../graph/adjacency.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import { sign } from './end-signs.ts';
import type { Indicator, Settings } from './indicator.ts';
import { count, dampedByGuards, evidenceOf, member, minutes, strengthAbove } from './measures.ts';
import { isBunched } from './night-window-fan-in.ts';
import { debtorDayOf, degreeOut, hasSign, isHolding, isPersonal, regionOf } from './read.ts';
import { windowOf } from './statistics.ts';
import type { View } from './view.ts';

const settings = {
  gapMinutes: {
    default: 10,
    unit: 'minutes',
    reason: 'Without distances only what no train makes; at 300 km/h it is 50 km.',
  },
  nearMinutes: {
    default: 120,
    unit: 'minutes',
    reason: 'Towns that another holder reaches one after the other in this time are neighbours.',
  },
  minConflicts: { default: 2, unit: 'count', reason: 'Once may be a late booking.' },
  bunchShare: { default: 0.5, unit: 'share', reason: 'So many uses in one minute of the day are booked by a machine.' },
} as const satisfies Settings;

const PRESENT = new Set<number>([channelCode['cash-machine'], channelCode['card-present']]);

export default {
  id: 'card-distance-conflict',
  title: 'One card used in places too far apart',
  looksFor:
    'A card or personal account is used in person in two towns within ten minutes, twice and more, though nobody else in the case goes between these towns within two hours.',
  family: 'account-control',
  points: 3,
  forms: {
    'sexual-exploitation': 0.3,
    'labour-exploitation': 0.3,
    'domestic-servitude': 0.3,
    'forced-criminality': 0.3,
    'laundering-pattern': 0.3,
  },
  citations: [{ source: 'General card-fraud and account-control practice', confidence: 'known' }],
  needs: ['place', 'time-of-day'],
  settings,
  guards: [{ id: 'supplementary-card', pointsOff: 3 }],
  innocent:
    'A second card for a spouse, late bookings, a merchant’s head office as place, theft or a copied card: a registered further cardholder is tested, times that bunch switch the search off, and online purchases are not counted.',
  find(view, s, anchor, budget, emit) {
    const { time } = view.columns;
    if (!time || !hasSign(view, anchor, sign.placeOut) || degreeOut(view, anchor) < 2 * s.minConflicts) return;
    if (!isHolding(view, anchor) || !isPersonal(view, anchor) || !budget.spend(degreeOut(view, anchor))) return;
    const uses = usesOf(view, anchor);
    if (uses.length < 2 * s.minConflicts || isBunched(time, Uint32Array.from(uses), s.bunchShare)) return;
    const own = movesOf(view, uses, s.nearMinutes);
    const others = neighbours(view, s.nearMinutes);
    const evidence = new Set<TransactionIndex>();
    let conflicts = 0;
    let shortest = s.gapMinutes;
    for (let i = 1; i < uses.length; i++) {
      const [before, after] = [uses[i - 1] as number, uses[i] as number];
      const gap = gapOf(view, before, after);
      if (gap > s.gapMinutes || regionOf(view, before) === regionOf(view, after)) continue;
      const pair = pairOf(view, before, after);
      if ((others.get(pair) ?? 0) > (own.has(pair) ? 1 : 0)) continue;
      conflicts++;
      shortest = Math.min(shortest, gap);
      evidence.add(before).add(after);
    }
    if (conflicts < s.minConflicts) return;
    const rows = evidenceOf(evidence);
    const hasProxy = (view.facts.proxy[anchor] ?? 0) !== 0;
    dampedByGuards(emit)({
      indicator: 'card-distance-conflict',
      anchor,
      members: [
        member(anchor, hasProxy ? 'undetermined' : 'possible-victim', {
          for: [{ id: 'reason.used-in-two-towns-at-once', parameters: { conflicts: count(conflicts) } }],
          against: [{ id: 'reason.may-be-a-stolen-card' }],
        }),
      ],
      observed: { conflicts: count(conflicts), gap: minutes(Math.round(shortest)) },
      threshold: { conflicts: count(s.minConflicts), gap: minutes(s.gapMinutes) },
      window: windowOf(view, rows),
      strength: strengthAbove(conflicts, s.minConflicts),
      evidence: rows,
      guards: [
        {
          id: 'supplementary-card',
          outcome: hasProxy ? 'held' : view.facts.registered[anchor] === 1 ? 'failed' : 'untestable',
        },
      ],
    });
  },
} satisfies Indicator<typeof settings>;

/** Uses in person with a time and a known town, in order of time. */
function usesOf(view: View, end: number): TransactionIndex[] {
  const { channel, time } = view.columns;
  return [...outOf(view.adjacency, end)]
    .filter((tx) => PRESENT.has(channel?.[tx] ?? 0) && (time?.[tx] ?? -1) >= 0 && regionOf(view, tx) !== 0)
    .sort((a, b) => debtorDayOf(view, a) - debtorDayOf(view, b) || (time?.[a] ?? 0) - (time?.[b] ?? 0) || a - b);
}

/** Minutes from one use to a later one. */
function gapOf(view: View, before: TransactionIndex, after: TransactionIndex): number {
  const seconds = (view.columns.time?.[after] ?? 0) - (view.columns.time?.[before] ?? 0);
  return (debtorDayOf(view, after) - debtorDayOf(view, before)) * 1440 + seconds / 60;
}

/** One number for two towns, whichever comes first. */
function pairOf(view: View, a: TransactionIndex, b: TransactionIndex): number {
  const [first, second] = [regionOf(view, a), regionOf(view, b)];
  return Math.min(first, second) * view.placeRegion.length + Math.max(first, second);
}

/** Pairs of towns that these uses follow one another in within the time. */
function movesOf(view: View, uses: readonly TransactionIndex[], within: number): Set<number> {
  const pairs = new Set<number>();
  for (let i = 1; i < uses.length; i++) {
    const [before, after] = [uses[i - 1] as number, uses[i] as number];
    if (regionOf(view, before) !== regionOf(view, after) && gapOf(view, before, after) <= within)
      pairs.add(pairOf(view, before, after));
  }
  return pairs;
}

/** Keyed by the view and the time: a pure function of both. */
const kept = new WeakMap<View, Map<number, ReadonlyMap<number, number>>>();

/** How many holders go between two towns within the time, by pair. */
function neighbours(view: View, within: number): ReadonlyMap<number, number> {
  const held = kept.get(view)?.get(within);
  if (held) return held;
  const holders = new Map<number, number>();
  for (let end = FIRST_SHARED_END; end < view.adjacency.ends; end++) {
    if (!hasSign(view, end, sign.placeOut)) continue;
    for (const pair of movesOf(view, usesOf(view, end), within)) holders.set(pair, (holders.get(pair) ?? 0) + 1);
  }
  const byTime = kept.get(view) ?? new Map<number, ReadonlyMap<number, number>>();
  byTime.set(within, holders);
  kept.set(view, byTime);
  return holders;
}
