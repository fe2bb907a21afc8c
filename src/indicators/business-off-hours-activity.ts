/**
 * A day business whose cash deposits and card takings fall into the night far more than those of its
 * trade in these files (FIN-2020-A008; FINTRAC 2016). Personal services only; bars are open at night
 * and are asked about only beside other bars. Switches itself off where times bunch. Staff are never listed.
 */
import { FIRST_SHARED_END } from '../formats/end-table.ts';
import { into } from '../graph/adjacency.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import type { GuardOutcome, Indicator, Settings, Values } from './indicator.ts';
import { count, dampedByGuards, days, evidenceOf, member, share, strengthAbove } from './measures.ts';
import { isBunched, isNight } from './night-window-fan-in.ts';
import { personalServiceCodes } from './personal-services.ts';
import { creditorOf, degreeIn, isBusiness, isCardPayment, isCashIn, isHolding, mccOf, slideWindows } from './read.ts';
import { windowOf } from './statistics.ts';
import type { View } from './view.ts';

const settings = {
  nightFrom: { default: 22, unit: 'hour-of-day', reason: 'FINTRAC alerts, from general knowledge.' },
  nightTo: { default: 6, unit: 'hour-of-day', reason: 'FINTRAC alerts, from general knowledge.' },
  nightShare: { default: 0.4, unit: 'share', reason: 'Of the takings with a time; a late customer is a few of them.' },
  peerZ: { default: 3, unit: 'ratio', reason: 'Standard deviations above the trade’s mean in these files.' },
  leastPeers: {
    default: 5,
    unit: 'count',
    reason: 'Fewer businesses of the trade have no usual hours to compare with.',
  },
  minItems: { default: 30, unit: 'count', reason: 'Takings in the window, so that one late evening is not a share.' },
  windowDays: { default: 90, unit: 'days', reason: 'A season of trade.' },
  bunchShare: { default: 0.5, unit: 'share', reason: 'So many in one minute of the day are settled by a machine.' },
} as const satisfies Settings;
type Current = Values<typeof settings>;

/** Bars and clubs: at night is their usual time. */
const BAR_CODE = 5813;

export default {
  id: 'business-off-hours-activity',
  title: 'A day business that takes money at night',
  looksFor:
    'A business for personal services with thirty and more cash deposits and card takings in three months, four in ten of them between 22:00 and 06:00 and far more than others of its trade.',
  family: 'laundering-flow',
  points: 3,
  forms: { 'laundering-pattern': 0.5, 'sexual-exploitation': 0.6, 'labour-exploitation': 0.2 },
  citations: [
    { source: 'FinCEN FIN-2020-A008, financial indicator on activity outside normal hours', confidence: 'read' },
    { source: 'FINTRAC 2016 list, card payments after hours, via MrWatchlist', confidence: 'read' },
  ],
  needs: ['time-of-day', 'mcc'],
  settings,
  guards: [
    { id: 'trade-is-alike', pointsOff: 3 },
    { id: 'night-deposits', pointsOff: 2 },
  ],
  innocent:
    'Bars, night cafés, deposit boxes emptied later, batches of a payment terminal, a wrong time zone: times that bunch switch the search off, other businesses of the trade and cash alone at night are tested.',
  find(view, s, anchor, budget, emit) {
    const { time } = view.columns;
    if (!time || !isHolding(view, anchor) || !isBusiness(view, anchor) || degreeIn(view, anchor) < s.minItems) return;
    const rows = into(view.adjacency, anchor);
    if (!budget.spend(rows.length)) return;
    const trade = tradeOf(view, rows);
    if (trade === 0) return;
    const takings = [...rows].filter((tx) => isTaking(view, tx) && (time[tx] as number) >= 0);
    if (takings.length < s.minItems || isBunched(time, Uint32Array.from(takings), s.bunchShare)) return;
    let nightly = 0;
    const best = { items: 0, share: 0 };
    const covered = slideWindows(view.columns.creditorDay, takings, s.windowDays, {
      enter: (tx) => (nightly += isNight(time[tx] as number, s) ? 1 : 0),
      leave: (tx) => (nightly -= isNight(time[tx] as number, s) ? 1 : 0),
      passes: (first, last) => {
        const held = last - first + 1;
        if (held < s.minItems || nightly < s.nightShare * held) return false;
        if (nightly / held > best.share) Object.assign(best, { items: held, share: nightly / held });
        return true;
      },
    });
    if (covered.length === 0) return;
    const peers = peersAlike(view, s, anchor, trade, best.share);
    if (trade === BAR_CODE && peers !== 'failed') return;
    const atNight = covered.filter((tx) => isNight(time[tx] as number, s));
    const cash = atNight.filter((tx) => isCashIn(view, tx)).length;
    const evidence = evidenceOf(atNight);
    const guards: { id: string; outcome: GuardOutcome }[] = [
      { id: 'trade-is-alike', outcome: peers },
      { id: 'night-deposits', outcome: cash === atNight.length ? 'held' : 'failed' },
    ];
    const isInnocent = guards.some(({ outcome }) => outcome === 'held');
    dampedByGuards(emit)({
      indicator: 'business-off-hours-activity',
      anchor,
      members: [
        member(anchor, isInnocent ? 'undetermined' : 'front-business', {
          for: [
            { id: 'reason.takes-money-at-night', parameters: { items: count(best.items), share: share(best.share) } },
          ],
          against: [{ id: isInnocent ? 'reason.innocent-reading-fits' : 'reason.times-may-be-of-booking' }],
        }),
      ],
      observed: { items: count(best.items), share: share(best.share) },
      threshold: { items: count(s.minItems), share: share(s.nightShare), window: days(s.windowDays) },
      window: windowOf(view, evidence),
      strength: strengthAbove(best.share, s.nightShare),
      evidence,
      guards,
    });
  },
} satisfies Indicator<typeof settings>;

function isTaking(view: View, tx: TransactionIndex): boolean {
  return isCashIn(view, tx) || isCardPayment(view, tx);
}

/** The first personal-service or bar code among a business's rows; 0 for another trade. */
function tradeOf(view: View, rows: Uint32Array): number {
  for (const tx of rows) {
    const code = mccOf(view, tx);
    if (personalServiceCodes.has(code) || code === BAR_CODE) return code;
  }
  return 0;
}

interface Takings {
  trade: number;
  timed: number;
  nightly: number;
}
/** Keyed by the view and the hours of night: a pure function of both. */
const kept = new WeakMap<View, Map<string, ReadonlyMap<number, Takings>>>();

/** Timed takings of every business of such a trade, by end. */
function takingsByBusiness(view: View, s: Current): ReadonlyMap<number, Takings> {
  const hours = `${s.nightFrom}-${s.nightTo}`;
  const held = kept.get(view)?.get(hours);
  if (held) return held;
  const all = new Map<number, Takings>();
  const { time } = view.columns;
  for (let tx = 0; tx < view.transactions; tx++) {
    const end = creditorOf(view, tx);
    if (end < FIRST_SHARED_END || (time?.[tx] ?? -1) < 0 || !isTaking(view, tx) || !isBusiness(view, end)) continue;
    const takings = all.get(end) ?? { trade: 0, timed: 0, nightly: 0 };
    const code = mccOf(view, tx);
    if (takings.trade === 0 && (personalServiceCodes.has(code) || code === BAR_CODE)) takings.trade = code;
    takings.timed++;
    if (isNight(time?.[tx] ?? -1, s)) takings.nightly++;
    all.set(end, takings);
  }
  const byHours = kept.get(view) ?? new Map<string, ReadonlyMap<number, Takings>>();
  byHours.set(hours, all);
  kept.set(view, byHours);
  return all;
}

/** Held where the others of the trade take as much at night; not to be tested with too few of them. */
function peersAlike(view: View, s: Current, anchor: number, trade: number, observed: number): GuardOutcome {
  const shares: number[] = [];
  for (const [end, takings] of takingsByBusiness(view, s)) {
    if (end !== anchor && takings.trade === trade && takings.timed >= s.minItems)
      shares.push(takings.nightly / takings.timed);
  }
  if (shares.length < s.leastPeers) return 'untestable';
  const mean = shares.reduce((sum, value) => sum + value, 0) / shares.length;
  const deviation = Math.sqrt(shares.reduce((sum, value) => sum + (value - mean) ** 2, 0) / shares.length);
  return observed >= mean + s.peerZ * deviation && observed > mean ? 'failed' : 'held';
}
