/**
 * Pay far below the legal floor: most people whom one payer pays get less than three fifths of the
 * full-time minimum wage, month after month (FIN-2014-A008). Hours are not in bank data, so this is
 * a question for a labour inspectorate; where the table has no row for the country and day, nothing
 * is tested.
 */
import type { EndId } from '../formats/end-table.ts';
import { into } from '../graph/adjacency.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import { sign } from './end-signs.ts';
import type { GuardOutcome, Indicator } from './indicator.ts';
import { count, evidenceOf, lowerMedian, member, money, months, ratio, share, strengthBelow } from './measures.ts';
import { minimumWage } from './minimum-wages.ts';
import { creditorDayOf, debtorOf, degreeIn, degreeOut, hasSign, isOwn, rowsByCurrency } from './read.ts';
import { monthlyAmounts, windowOf } from './statistics.ts';
import type { View } from './view.ts';
import { crewOf, isWageRow } from './wages.ts';

const settings = {
  floorRatio: {
    default: 0.6,
    unit: 'ratio',
    reason: 'Net pay and some part time lie between it and the gross full-time floor.',
  },
  minPeriods: { default: 3, unit: 'months', reason: 'First and last months are often part months.' },
  minWorkers: { default: 3, unit: 'count', reason: 'A practice of the payer, not one part-time job.' },
  workerShare: {
    default: 0.6,
    unit: 'share',
    reason: 'Ordinary firms have some part-timers, but not most of the crew.',
  },
  dropFromFirstPay: {
    default: 0.4,
    unit: 'share',
    reason: 'Pay that falls so far after the first month was promised otherwise.',
  },
} as const satisfies Indicator['settings'];

interface LowPaid {
  readonly worker: EndId;
  readonly rows: readonly TransactionIndex[];
  readonly pay: number;
  readonly ratio: number;
  readonly currency: number;
  readonly hasDropped: boolean;
}

export default {
  id: 'wage-below-floor',
  title: 'Most of a payer’s workers get far less than the minimum wage',
  looksFor:
    'The median month of most people whom one payer pays stays below three fifths of the full-time minimum wage of the country and date, over three months or more.',
  family: 'labour-conditions',
  points: 3,
  forms: { 'labour-exploitation': 1, 'domestic-servitude': 0.3 },
  citations: [
    {
      source: 'FinCEN FIN-2014-A008 (substantial deductions leaving a fraction of wages; via Spencer Fane)',
      confidence: 'read-in-part',
    },
  ],
  needs: ['purpose-or-words'],
  settings,
  anchors: 'accounts-and-names',
  guards: [
    { id: 'part-time', pointsOff: 2 },
    { id: 'other-wages', pointsOff: 2 },
  ],
  innocent:
    'Part-time work, students, apprentices, sick leave, pay split over banks: hours are not in bank data (never testable); workers with another wage payer are tested.',
  find(view, settings, anchor, budget, emit) {
    if (!hasSign(view, anchor, sign.wageOut) || degreeOut(view, anchor) < settings.minWorkers * settings.minPeriods)
      return;
    const crew = crewOf(view, anchor, budget);
    if (crew.workers.size < settings.minWorkers) return;
    let tested = 0;
    const low: LowPaid[] = [];
    for (const [worker, wages] of crew.workers) {
      if (wages.length < settings.minPeriods) continue;
      const { currency, rows } = rowsByCurrency(view, wages)[0] as { currency: number; rows: number[] };
      const paid = monthlyAmounts(view, rows);
      if (paid.length < settings.minPeriods) continue;
      const country = view.facts.country[worker] || view.facts.country[anchor] || 0;
      const floor = minimumWage(country, currency, creditorDayOf(view, rows[rows.length >> 1] as number));
      if (Number.isNaN(floor)) continue;
      tested++;
      const pay = lowerMedian(paid);
      if (pay >= settings.floorRatio * floor) continue;
      const later = lowerMedian(paid.slice(1));
      low.push({
        worker,
        rows,
        pay,
        ratio: pay / floor,
        currency,
        hasDropped: later <= (1 - settings.dropFromFirstPay) * (paid[0] as number),
      });
    }
    if (low.length < settings.minWorkers || low.length < settings.workerShare * tested) return;
    const evidence = evidenceOf(low.flatMap(({ rows }) => rows));
    const typical = lowerMedian(low.map((worker) => Math.round(worker.ratio * 1000))) / 1000;
    const dropped = low.filter(({ hasDropped }) => hasDropped).length;
    const first = low[0] as LowPaid;
    const workers = count(low.length);
    const other = otherWages(view, anchor, low);
    emit({
      indicator: 'wage-below-floor',
      anchor,
      members: [
        member(anchor, 'undetermined', {
          for: [{ id: 'reason.pays-far-below-the-floor', parameters: { workers, ratio: ratio(typical) } }],
          against: [{ id: 'reason.hours-are-not-known' }],
        }),
        ...low.map((paid) =>
          member(paid.worker, other === 'held' ? 'undetermined' : 'possible-victim', {
            for: [{ id: 'reason.is-paid-far-below-the-floor', parameters: { ratio: ratio(paid.ratio) } }],
            against: [{ id: 'reason.hours-are-not-known' }],
          }),
        ),
      ],
      observed: {
        workers,
        share: share(low.length / tested),
        ratio: ratio(typical),
        pay: money(
          lowerMedian(low.filter(({ currency }) => currency === first.currency).map(({ pay }) => pay)),
          first.currency,
        ),
        droppedFromFirstPay: count(dropped),
      },
      threshold: {
        workers: count(settings.minWorkers),
        share: share(settings.workerShare),
        ratio: ratio(settings.floorRatio),
        periods: months(settings.minPeriods),
      },
      window: windowOf(view, evidence),
      strength: Math.min(200, strengthBelow(typical, settings.floorRatio) + (dropped * 2 >= low.length ? 50 : 0)),
      evidence,
      guards: [
        { id: 'part-time', outcome: 'untestable' },
        { id: 'other-wages', outcome: other },
      ],
      ...(crew.isCut ? { cut: true as const } : {}),
    });
  },
} satisfies Indicator<typeof settings>;

/** Half of them or more have another wage payer; only statements that we hold can show it. */
function otherWages(view: View, anchor: EndId, low: readonly LowPaid[]): GuardOutcome {
  let seen = 0;
  let others = 0;
  for (const { worker } of low) {
    if (!isOwn(view, worker) || degreeIn(view, worker) === 0) continue;
    seen++;
    for (const tx of into(view.adjacency, worker)) {
      if (debtorOf(view, tx) === anchor || !isWageRow(view, tx)) continue;
      others++;
      break;
    }
  }
  if (seen === 0) return 'untestable';
  return others * 2 >= seen ? 'held' : 'failed';
}
