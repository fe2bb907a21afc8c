/**
 * Each wage is drawn in cash at once and nearly in full (FIN-2020-A008, section I.2). Many people
 * budget in cash, so one account doing it weighs little: co-workers of the same payer who do the
 * same are the point. Said as "wage not kept in the account", never as conduct of the worker.
 */
import type { EndId } from '../formats/end-table.ts';
import { channelCode } from '../formats/entry-columns.ts';
import { outOf } from '../graph/adjacency.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import { sign } from './end-signs.ts';
import type { Budget, GuardOutcome, Indicator, Values } from './indicator.ts';
import { count, evidenceOf, hours, member, share, strengthAbove } from './measures.ts';
import {
  creditorOf,
  debtorDayOf,
  debtorOf,
  degreeIn,
  degreeOut,
  hasSign,
  isCashOut,
  isHolding,
  isOwn,
  isPersonal,
  isSameCustomer,
} from './read.ts';
import { windowOf } from './statistics.ts';
import type { View } from './view.ts';
import { MOST_WORKERS, forwardings, isWageRow, wagesInto, type Forwarding } from './wages.ts';

const settings = {
  hours: { default: 24, unit: 'hours', reason: 'At once: the same or the next day on statements without times.' },
  drawnShare: {
    default: 0.9,
    unit: 'share',
    reason: 'People who budget in cash leave bills in the account; here next to nothing stays.',
  },
  minPayPeriods: { default: 3, unit: 'count', reason: 'A habit, not a purchase.' },
  periodShare: { default: 0.6, unit: 'share', reason: 'Most pay periods, since some are missed.' },
  otherDebitsPerMonth: { default: 3, unit: 'count', reason: 'More use than this is a life lived from the account.' },
  minCoWorkers: {
    default: 2,
    unit: 'count',
    reason: 'Others paid by the same payer who do the same, for the pattern to be more than a habit.',
  },
} as const satisfies Indicator['settings'];
type Current = Values<typeof settings>;

export default {
  id: 'wage-same-day-cash-out',
  title: 'Each wage is drawn in cash at once and in full',
  looksFor:
    'Nearly all of each wage leaves a personal account in cash within a day, over several pay periods and with little other use, above all where co-workers’ accounts show the same.',
  family: 'earnings-control',
  points: 3,
  forms: { 'labour-exploitation': 0.6, 'domestic-servitude': 0.3, 'sexual-exploitation': 0.2 },
  citations: [
    {
      source: 'FinCEN FIN-2020-A008, section I.2 (payment followed by immediate withdrawal or transfer)',
      confidence: 'read',
    },
  ],
  needs: ['purpose-or-words'],
  settings,
  guards: [{ id: 'alone', pointsOff: 2 }],
  innocent:
    'People who budget in cash, distrust banks, or send money home through a cash agent: common, so it weighs little unless co-workers’ accounts do it together.',
  find(view, settings, anchor, budget, emit) {
    if (!hasSign(view, anchor, sign.wageIn) || !hasSign(view, anchor, sign.cashOut)) return;
    const drawn = drawnWages(view, anchor, settings, budget);
    if (!drawn) return;
    const employers = [...new Set(drawn.wages.map((tx) => debtorOf(view, tx)))].sort((a, b) => a - b);
    const { coWorkers, outcome } = together(view, anchor, employers, settings, budget);
    const evidence = evidenceOf([...drawn.wages, ...drawn.payments]);
    const observed = {
      share: share(drawn.paid / drawn.earned),
      periods: count(drawn.periods),
      coWorkers: count(coWorkers),
    };
    emit({
      indicator: 'wage-same-day-cash-out',
      anchor,
      members: [
        member(anchor, outcome === 'failed' ? 'possible-victim' : 'undetermined', {
          for: [
            {
              id: 'reason.wage-drawn-in-cash-at-once',
              parameters: { share: observed.share, periods: observed.periods },
            },
          ],
          against: outcome === 'failed' ? [] : [{ id: 'reason.budgeting-in-cash-is-common' }],
        }),
        ...employers.map((employer) =>
          member(employer, 'undetermined', { against: [{ id: 'reason.employer-may-not-know' }] }),
        ),
      ],
      observed,
      threshold: {
        share: share(settings.drawnShare),
        periods: count(settings.minPayPeriods),
        coWorkers: count(settings.minCoWorkers),
        delay: hours(settings.hours),
      },
      window: windowOf(view, evidence),
      strength: Math.round(
        (strengthAbove(drawn.periods, settings.minPayPeriods) + strengthAbove(coWorkers, settings.minCoWorkers)) / 2,
      ),
      evidence,
      guards: [{ id: 'alone', outcome }],
      ...(drawn.isSameDay ? { dayOrderUnknown: true as const } : {}),
    });
  },
} satisfies Indicator<typeof settings>;

function drawnWages(view: View, account: EndId, settings: Current, budget: Budget): Forwarding | undefined {
  if (!isHolding(view, account) || !isOwn(view, account) || !isPersonal(view, account)) return undefined;
  if (degreeIn(view, account) < settings.minPayPeriods || degreeOut(view, account) < settings.minPayPeriods)
    return undefined;
  if (!budget.spend(degreeIn(view, account) + degreeOut(view, account))) return undefined;
  const wages = wagesInto(view, account);
  if (wages.length < settings.minPayPeriods) return undefined;
  const cash: TransactionIndex[] = [];
  const others: TransactionIndex[] = [];
  for (const tx of outOf(view.adjacency, account)) {
    if (isCashOut(view, tx)) cash.push(tx);
    else if (
      (view.columns.channel?.[tx] ?? 0) !== channelCode.fee &&
      !isSameCustomer(view, account, creditorOf(view, tx))
    )
      others.push(tx);
  }
  const drawn = forwardings(view, wages, cash, Math.ceil(settings.hours / 24), settings.drawnShare);
  if (drawn.periods < settings.minPayPeriods || drawn.periods < settings.periodShare * drawn.tested) return undefined;
  const { from, to } = windowOf(view, [...drawn.wages, ...drawn.payments]);
  const during = others.filter((tx) => debtorDayOf(view, tx) >= from && debtorDayOf(view, tx) <= to).length;
  return during <= (settings.otherDebitsPerMonth * Math.max(30, to - from)) / 30 ? drawn : undefined;
}

/** How many others paid by the same payers draw their wages at once; untestable where no other statement is held. */
function together(
  view: View,
  anchor: EndId,
  employers: readonly EndId[],
  settings: Current,
  budget: Budget,
): { coWorkers: number; outcome: GuardOutcome } {
  const others = new Set<EndId>();
  for (const employer of employers) {
    if (!budget.spend(degreeOut(view, employer))) break;
    for (const tx of outOf(view.adjacency, employer)) {
      const worker = creditorOf(view, tx);
      if (
        others.size < MOST_WORKERS &&
        worker !== anchor &&
        isOwn(view, worker) &&
        hasSign(view, worker, sign.cashOut) &&
        isWageRow(view, tx)
      )
        others.add(worker);
    }
  }
  let coWorkers = 0;
  for (const worker of others) if (drawnWages(view, worker, settings, budget)) coWorkers++;
  if (coWorkers >= settings.minCoWorkers) return { coWorkers, outcome: 'failed' };
  return { coWorkers, outcome: 'held' };
}
