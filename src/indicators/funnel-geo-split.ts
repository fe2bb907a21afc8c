/**
 * Funnel account: cash is paid in at some places and soon drawn at another (FIN-2020-A008, section
 * I.3 and first case study). Places are towns as the bank wrote them; distances are not known, so
 * the source's least distance is not tested. Said as "account used as a funnel": the holder is
 * often a person who was made to open it.
 */
import { into, outOf } from '../graph/adjacency.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import { sign } from './end-signs.ts';
import type { GuardOutcome, Indicator, Values } from './indicator.ts';
import { count, days, evidenceOf, hours, lowerMedian, member, share, strengthAbove } from './measures.ts';
import {
  creditorDayOf,
  currencyOf,
  debtorDayOf,
  degreeIn,
  hasSign,
  isBusiness,
  isCashIn,
  isCashOut,
  isHolding,
  isOwn,
  regionOf,
  rowsByCurrency,
  slideWindows,
  sumOf,
} from './read.ts';
import { windowOf } from './statistics.ts';
import type { View } from './view.ts';

const settings = {
  windowDays: { default: 30, unit: 'days', reason: 'A month of deposits and what is drawn of them.' },
  minCashCredits: { default: 5, unit: 'count', reason: 'Below this ordinary travel explains it.' },
  minDepositRegions: { default: 2, unit: 'count', reason: 'A funnel gathers from several places.' },
  outsideRegionShare: {
    default: 0.7,
    unit: 'share',
    reason: 'Of the cash drawn: most of it where nothing is paid in.',
  },
  medianDelayHours: {
    default: 48,
    unit: 'hours',
    reason: 'Sources stress how little time passes between deposit and withdrawal.',
  },
  drawnShare: { default: 0.5, unit: 'share', reason: 'Most of the deposits are drawn again, else it is saving.' },
} as const satisfies Indicator['settings'];
type Current = Values<typeof settings>;

const YEAR = 365;

export default {
  id: 'funnel-geo-split',
  title: 'Cash is paid in at some places and soon drawn at another',
  looksFor:
    'Within a month an account takes several cash deposits in two or more towns, and most of the cash is drawn within two days in a town where nothing was paid in.',
  family: 'laundering-flow',
  points: 3,
  forms: { 'laundering-pattern': 1, 'sexual-exploitation': 0.3, 'labour-exploitation': 0.3 },
  citations: [
    { source: 'FinCEN FIN-2020-A008, section I.3 (funnel accounts) and first case study', confidence: 'read' },
    { source: 'FinCEN FIN-2014-A008 (via Compliance Week)', confidence: 'read' },
  ],
  needs: ['place'],
  settings,
  guards: [
    { id: 'long-standing-places', pointsOff: 2 },
    { id: 'business-with-branches', pointsOff: 2 },
  ],
  innocent:
    'Commuters, lorry drivers, students whose family pays in, seasonal traders, firms with several sites: the same places for more than a year, or a business account.',
  find(view, settings, anchor, budget, emit) {
    if (
      !hasSign(view, anchor, sign.cashIn) ||
      !hasSign(view, anchor, sign.cashOut) ||
      !hasSign(view, anchor, sign.placeIn)
    )
      return;
    if (degreeIn(view, anchor) < settings.minCashCredits || !isOwn(view, anchor) || !isHolding(view, anchor)) return;
    const rows = into(view.adjacency, anchor);
    const debits = outOf(view.adjacency, anchor);
    if (!budget.spend(rows.length + debits.length)) return;
    const cashIn = [...rows].filter((tx) => isCashIn(view, tx) && regionOf(view, tx) !== 0);
    for (const part of rowsByCurrency(view, cashIn)) {
      const drawn = [...debits].filter(
        (tx) => isCashOut(view, tx) && regionOf(view, tx) !== 0 && currencyOf(view, tx) === part.currency,
      );
      if (part.rows.length < settings.minCashCredits || drawn.length === 0) continue;
      let best: Split | undefined;
      const used = new Set<TransactionIndex>();
      const covered = slideWindows(view.columns.creditorDay, part.rows, settings.windowDays, {
        enter: () => undefined,
        leave: () => undefined,
        passes: (first, last) => {
          if (last - first + 1 < settings.minCashCredits || !budget.spend(last - first + 1)) return false;
          const split = splitOf(view, part.rows.slice(first, last + 1), drawn, settings);
          if (!split) return false;
          if (!best || split.deposits > best.deposits) best = split;
          for (const tx of split.outside) used.add(tx);
          return true;
        },
      });
      if (!best) continue;
      const evidence = evidenceOf([...covered, ...used]);
      const observed = {
        deposits: count(best.deposits),
        towns: count(best.towns),
        share: share(best.outsideShare),
        delay: days(best.delay),
      };
      emit({
        indicator: 'funnel-geo-split',
        anchor,
        members: [
          member(anchor, 'conduit', {
            for: [
              {
                id: 'reason.account-used-as-a-funnel',
                parameters: { deposits: observed.deposits, towns: observed.towns, share: observed.share },
              },
            ],
            against: [{ id: 'reason.account-may-be-used-by-others' }],
          }),
        ],
        observed,
        threshold: {
          deposits: count(settings.minCashCredits),
          towns: count(settings.minDepositRegions),
          share: share(settings.outsideRegionShare),
          delay: hours(settings.medianDelayHours),
        },
        window: windowOf(view, evidence),
        strength: strengthAbove(best.deposits, settings.minCashCredits),
        evidence,
        guards: [
          { id: 'long-standing-places', outcome: longStanding(view, part.rows, drawn) },
          {
            id: 'business-with-branches',
            outcome: isBusiness(view, anchor) ? 'held' : view.facts.holder[anchor] === 0 ? 'untestable' : 'failed',
          },
        ],
        ...(best.isSameDay ? { dayOrderUnknown: true as const } : {}),
      });
    }
  },
} satisfies Indicator<typeof settings>;

interface Split {
  readonly deposits: number;
  readonly towns: number;
  readonly outsideShare: number;
  readonly delay: number;
  readonly outside: TransactionIndex[];
  readonly isSameDay: boolean;
}

function splitOf(
  view: View,
  credits: readonly TransactionIndex[],
  drawn: readonly TransactionIndex[],
  settings: Current,
): Split | undefined {
  const towns = new Set(credits.map((tx) => regionOf(view, tx)));
  if (towns.size < settings.minDepositRegions) return undefined;
  const limit = Math.ceil(settings.medianDelayHours / 24);
  const from = creditorDayOf(view, credits[0] as number);
  const until = creditorDayOf(view, credits.at(-1) as number) + limit;
  const during = drawn.filter((tx) => debtorDayOf(view, tx) >= from && debtorDayOf(view, tx) <= until);
  const outside = during.filter((tx) => !towns.has(regionOf(view, tx)));
  if (outside.length === 0) return undefined;
  const out = sumOf(view, outside);
  const outsideShare = out / sumOf(view, during);
  if (outsideShare < settings.outsideRegionShare || out < settings.drawnShare * sumOf(view, credits)) return undefined;
  let isSameDay = false;
  const delays = credits.map((tx) => {
    const next = outside.find((debit) => debtorDayOf(view, debit) >= creditorDayOf(view, tx));
    if (next === undefined) return Infinity;
    const delay = debtorDayOf(view, next) - creditorDayOf(view, tx);
    if (delay === 0 && !((view.columns.time?.[next] ?? -1) >= 0)) isSameDay = true;
    return delay;
  });
  const delay = lowerMedian(delays);
  return delay > limit
    ? undefined
    : { deposits: credits.length, towns: towns.size, outsideShare, delay, outside, isSameDay };
}

/** The towns of deposit and of withdrawal were used in the same way for more than a year. */
function longStanding(
  view: View,
  credits: readonly TransactionIndex[],
  drawn: readonly TransactionIndex[],
): GuardOutcome {
  const spans = (rows: readonly TransactionIndex[], dayOf: (view: View, tx: number) => number): boolean => {
    const first = new Map<number, number>();
    let isLong = false;
    for (const tx of rows) {
      const town = regionOf(view, tx);
      const start = first.get(town);
      if (start === undefined) first.set(town, dayOf(view, tx));
      else isLong ||= dayOf(view, tx) - start > YEAR;
    }
    return isLong;
  };
  if (view.to - view.from <= YEAR) return 'untestable';
  return spans(credits, creditorDayOf) && spans(drawn, debtorDayOf) ? 'held' : 'failed';
}
