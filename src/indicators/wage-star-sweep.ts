/**
 * Wage star: one employer pays several workers, and within days most of their pay goes on to one
 * and the same account (FIN-2020-A008, section I.2). Anchored at the collecting account. Rent to a
 * landlord and a savings club look alike and are tested; a collector linked to the employer whose
 * rows say rent is left to `wage-payer-recoups-rent`.
 */
import type { EndId } from '../formats/end-table.ts';
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import { licenceBit } from '../ledger/end-facts.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import { sign } from './end-signs.ts';
import type { GuardOutcome, Indicator } from './indicator.ts';
import { count, days, evidenceOf, lowerMedian, member, share, strengthAbove } from './measures.ts';
import { minimumWage } from './minimum-wages.ts';
import {
  amountOf,
  creditorDayOf,
  currencyOf,
  debtorOf,
  degreeIn,
  hasLicence,
  hasSign,
  hasWords,
  isBusiness,
  isHolding,
  isHoldingOrName,
  isOwn,
  isPersonal,
  isRent,
  isSameCustomer,
} from './read.ts';
import { monthlyAmounts, spreadOf, windowOf } from './statistics.ts';
import type { View } from './view.ts';
import { MOST_WORKERS, areLinked, forwardings, wagesInto, type Forwarding } from './wages.ts';

const settings = {
  minWorkers: {
    default: 3,
    unit: 'count',
    reason: 'Two earners are a household; three who pay on to one account are not.',
  },
  forwardDays: {
    default: 3,
    unit: 'days',
    reason: 'Control shows on pay day; three days carry a wage over a weekend.',
  },
  forwardShare: { default: 0.5, unit: 'share', reason: 'Half of a low wage is more than rent, dues or a club take.' },
  minPayPeriods: { default: 2, unit: 'count', reason: 'Once may be a shared purchase; twice is a habit.' },
  periodShare: { default: 0.4, unit: 'share', reason: 'Sweeps miss weeks, so not every pay period has to show one.' },
  workerPayMax: {
    default: 1.2,
    unit: 'ratio',
    reason: 'Times the full-time minimum wage: above it, control through pay is less likely.',
  },
} as const satisfies Indicator['settings'];

interface Spoke {
  readonly worker: EndId;
  readonly employer: EndId;
  readonly forwarding: Forwarding;
}

export default {
  id: 'wage-star-sweep',
  title: 'Several workers of one employer pay most of each wage on to one account',
  looksFor:
    'One payer pays wages to several personal accounts, and within days of pay day several of them pay a large share of it to the same third account, pay period after pay period.',
  family: 'earnings-control',
  points: 5,
  forms: { 'labour-exploitation': 1, 'domestic-servitude': 0.3, 'debt-bondage': 0.6 },
  citations: [
    {
      source: 'FinCEN FIN-2020-A008, section I.2 (salaries moved to traffickers or co-conspirators)',
      confidence: 'read',
    },
  ],
  needs: ['purpose-or-words'],
  settings,
  anchors: 'accounts-and-names',
  guards: [
    { id: 'shared-housing', pointsOff: 5 },
    { id: 'savings-club', pointsOff: 5 },
    { id: 'licensed-organisation', pointsOff: 5 },
    { id: 'ordinary-pay', pointsOff: 2 },
  ],
  innocent:
    'Rent to one landlord of a shared house (fixed sums that say rent, and the collector is a landlord or pays rent onward); a savings club whose payee rotates; dues to a licensed organisation; people on ordinary pay who chose it.',
  find(view, settings, anchor, budget, emit) {
    if (degreeIn(view, anchor) < settings.minWorkers * settings.minPayPeriods || !isHoldingOrName(view, anchor)) return;
    const rows = into(view.adjacency, anchor);
    if (!budget.spend(rows.length)) return;
    const bySender = new Map<EndId, TransactionIndex[]>();
    let cut = false;
    for (const tx of rows) {
      const sender = debtorOf(view, tx);
      if (!hasSign(view, sender, sign.wageIn) || !isHolding(view, sender) || !isPersonal(view, sender)) continue;
      const payments = bySender.get(sender);
      if (payments) payments.push(tx);
      else if (bySender.size === MOST_WORKERS) cut = true;
      else bySender.set(sender, [tx]);
    }
    if (bySender.size < settings.minWorkers) return;
    const spokes: Spoke[] = [];
    for (const [worker, payments] of bySender) {
      if (payments.length < settings.minPayPeriods || isSameCustomer(view, worker, anchor)) continue;
      if (!budget.spend(degreeIn(view, worker))) {
        cut = true;
        break;
      }
      const byEmployer = new Map<EndId, TransactionIndex[]>();
      for (const tx of wagesInto(view, worker)) {
        const employer = debtorOf(view, tx);
        if (employer === anchor) continue;
        const wages = byEmployer.get(employer);
        if (wages) wages.push(tx);
        else byEmployer.set(employer, [tx]);
      }
      for (const [employer, wages] of byEmployer) {
        const forwarding = forwardings(view, wages, payments, settings.forwardDays, settings.forwardShare);
        if (
          forwarding.periods < settings.minPayPeriods ||
          forwarding.periods < settings.periodShare * forwarding.tested
        )
          continue;
        spokes.push({ worker, employer, forwarding });
      }
    }
    const star = widestStar(spokes, settings.minWorkers);
    if (star.length === 0) return;
    const employers = [...new Set(star.map(({ employer }) => employer))].sort((a, b) => a - b);
    const payments = star.flatMap(({ forwarding }) => forwarding.payments);
    if (employers.some((employer) => areLinked(view, employer, anchor)) && mostSayRent(view, payments)) return;
    const evidence = evidenceOf(star.flatMap(({ forwarding }) => [...forwarding.wages, ...forwarding.payments]));
    const workers = [...new Set(star.map(({ worker }) => worker))].sort((a, b) => a - b);
    const housing = sharedHousing(view, anchor, star);
    const club = savingsClub(view, anchor, workers);
    const isInnocent = housing === 'held' || club === 'held';
    const forwarded = share(
      star.reduce((sum, { forwarding }) => sum + forwarding.paid / forwarding.earned, 0) / star.length,
    );
    const workerCount = count(workers.length);
    const periods = count(Math.min(...star.map(({ forwarding }) => forwarding.periods)));
    emit({
      indicator: 'wage-star-sweep',
      anchor,
      members: [
        member(anchor, isInnocent ? 'undetermined' : 'possible-collector', {
          for: [
            { id: 'reason.collects-wages-of-several-workers', parameters: { workers: workerCount, share: forwarded } },
          ],
          against: isInnocent ? [{ id: 'reason.innocent-reading-fits' }] : [],
        }),
        ...employers.map((employer) =>
          member(employer, 'undetermined', {
            for: [{ id: 'reason.pays-workers-whose-wages-are-collected', parameters: { workers: workerCount } }],
            against: [{ id: 'reason.employer-may-not-know' }],
          }),
        ),
        ...workers.map((worker) =>
          member(worker, isInnocent ? 'undetermined' : 'possible-victim', {
            for: [{ id: 'reason.wage-not-kept-in-account', parameters: { share: forwarded, periods } }],
          }),
        ),
      ],
      observed: { workers: workerCount, share: forwarded, periods, payments: count(payments.length) },
      threshold: {
        workers: count(settings.minWorkers),
        share: share(settings.forwardShare),
        periods: count(settings.minPayPeriods),
        delay: days(settings.forwardDays),
      },
      window: windowOf(view, evidence),
      strength: strengthAbove(workers.length, settings.minWorkers),
      evidence,
      guards: [
        { id: 'shared-housing', outcome: housing },
        { id: 'savings-club', outcome: club },
        {
          id: 'licensed-organisation',
          outcome: hasLicence(view, anchor, licenceBit.charity | licenceBit['payment-institution']) ? 'held' : 'failed',
        },
        { id: 'ordinary-pay', outcome: ordinaryPay(view, star, settings.workerPayMax) },
      ],
      ...(cut ? { cut: true as const } : {}),
      ...(star.some(({ forwarding }) => forwarding.isSameDay) ? { dayOrderUnknown: true as const } : {}),
    });
  },
} satisfies Indicator<typeof settings>;

/** The spokes of the employer with most of them where it has enough; one more worker makes up for a second employer. */
function widestStar(spokes: readonly Spoke[], minWorkers: number): readonly Spoke[] {
  const workersOf = new Map<EndId, Set<EndId>>();
  for (const { employer, worker } of spokes)
    workersOf.set(employer, (workersOf.get(employer) ?? new Set()).add(worker));
  const all = new Set(spokes.map(({ worker }) => worker)).size;
  let widest = 0;
  for (const workers of workersOf.values()) widest = Math.max(widest, workers.size);
  if (widest >= minWorkers) return spokes.filter(({ employer }) => (workersOf.get(employer)?.size ?? 0) > 1);
  return widest > 1 && all > minWorkers ? spokes : [];
}

function mostSayRent(view: View, payments: readonly TransactionIndex[]): boolean {
  let rents = 0;
  for (const tx of payments) if (isRent(view, tx) || hasWords(view, tx, wordBit.travel)) rents++;
  return rents * 2 > payments.length;
}

/** Fixed sums that say rent, to a landlord: a business, or somebody who pays rent or a household's bills onward. */
function sharedHousing(view: View, anchor: EndId, star: readonly Spoke[]): GuardOutcome {
  if (
    !mostSayRent(
      view,
      star.flatMap(({ forwarding }) => forwarding.payments),
    )
  )
    return 'failed';
  const fixed = star.filter(({ forwarding }) => spreadOf(forwarding.payments.map((tx) => amountOf(view, tx))) <= 0.05);
  if (fixed.length * 3 < star.length * 2) return 'failed';
  if (isBusiness(view, anchor)) return 'held';
  if (!isOwn(view, anchor)) return 'untestable';
  let onward = 0;
  for (const tx of outOf(view.adjacency, anchor)) if (isRent(view, tx)) onward++;
  return onward >= 2 ? 'held' : 'failed';
}

/** At least two of the workers are themselves paid by two or more of the others. */
function savingsClub(view: View, anchor: EndId, workers: readonly EndId[]): GuardOutcome {
  const circle = new Set([...workers, anchor]);
  let payees = 0;
  let isSeen = false;
  for (const worker of workers) {
    isSeen ||= isOwn(view, worker);
    const payers = new Set<EndId>();
    for (const tx of into(view.adjacency, worker)) if (circle.has(debtorOf(view, tx))) payers.add(debtorOf(view, tx));
    if (payers.size >= 2) payees++;
  }
  if (payees >= 2) return 'held';
  return isSeen ? 'failed' : 'untestable';
}

function ordinaryPay(view: View, star: readonly Spoke[], workerPayMax: number): GuardOutcome {
  let tested = 0;
  let above = 0;
  for (const { worker, employer, forwarding } of star) {
    const first = forwarding.wages[0] as TransactionIndex;
    const country = view.facts.country[worker] || view.facts.country[employer] || 0;
    const floor = minimumWage(country, currencyOf(view, first), creditorDayOf(view, first));
    if (Number.isNaN(floor)) continue;
    tested++;
    if (lowerMedian(monthlyAmounts(view, forwarding.wages)) > workerPayMax * floor) above++;
  }
  if (tested === 0) return 'untestable';
  return above * 2 > tested ? 'held' : 'failed';
}
