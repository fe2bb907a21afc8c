/**
 * Paid from both sides: an employer pays a recruiter per head while the same workers pay the
 * recruiter out of their wages (OSCE Vilnius text on recruitment agencies, ILO employer-pays rule;
 * the structure is our synthesis). Anchored at the recruiter.
 */
import type { EndId } from '../formats/end-table.ts';
import { into } from '../graph/adjacency.ts';
import { licenceBit } from '../ledger/end-facts.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import { sign } from './end-signs.ts';
import type { Budget, GuardOutcome, Indicator } from './indicator.ts';
import { count, days, evidenceOf, member, share, strengthAbove } from './measures.ts';
import { perHeadFit } from './per-head-fit.ts';
import {
  creditorDayOf,
  creditorOf,
  debtorDayOf,
  debtorOf,
  degreeIn,
  endsOfClass,
  hasLicence,
  hasSign,
  isHolding,
  isHoldingOrName,
  isPersonal,
  isRent,
  isSameCustomer,
} from './read.ts';
import { windowOf } from './statistics.ts';
import type { View } from './view.ts';
import { MOST_WORKERS, crewOf, isWageRow, type Crew } from './wages.ts';

const settings = {
  minWorkers: { default: 3, unit: 'count', reason: 'A practice, not one worker’s own contract.' },
  perHeadFit: {
    default: 0.7,
    unit: 'share',
    reason:
      'How well the employer’s payments follow heads times a fixed sum: R², or one less the variation per head; invoices trail by a month when somebody starts or leaves.',
  },
  windowDays: { default: 120, unit: 'days', reason: 'Placement, first pay days and first invoices.' },
  payDays: { default: 10, unit: 'days', reason: 'Workers pay soon after their wage.' },
  minEmployerPayments: { default: 2, unit: 'count', reason: 'One payment fits any number of heads.' },
} as const satisfies Indicator['settings'];

interface Corner {
  readonly employer: EndId;
  readonly invoices: readonly TransactionIndex[];
  readonly workers: readonly EndId[];
  readonly wages: readonly TransactionIndex[];
  readonly payments: readonly TransactionIndex[];
  readonly fit: number;
  readonly crewSize: number;
  readonly isCut: boolean;
}

export default {
  id: 'recruiter-employer-triangle',
  title: 'A recruiter is paid per head by the employer and by the workers too',
  looksFor:
    'An employer’s payments to a party follow the number of workers, and several of those workers pay the same party soon after their wage.',
  family: 'recruitment',
  points: 5,
  forms: { 'debt-bondage': 0.8, 'labour-exploitation': 1 },
  citations: [
    {
      source:
        'OSCE Vilnius Declaration on recruitment agencies and the ILO employer-pays rule; structure is own synthesis',
      confidence: 'known',
    },
  ],
  needs: ['purpose-or-words'],
  settings,
  anchors: 'accounts-and-names',
  guards: [
    { id: 'optional-housing', pointsOff: 3 },
    { id: 'licensed-agency', pointsOff: 1 },
  ],
  innocent:
    'A lawful agency that invoices the employer, and housing that workers are free to take: rent that not all of them pay.',
  find(view, settings, anchor, budget, emit) {
    if (degreeIn(view, anchor) < settings.minWorkers || !isHoldingOrName(view, anchor)) return;
    const accounts = accountsOf(view, anchor);
    if (collectingAccount(view, accounts, budget) !== anchor) return;
    const employers = new Map<EndId, TransactionIndex[]>();
    const payers = new Map<EndId, TransactionIndex[]>();
    for (const account of accounts) {
      for (const tx of into(view.adjacency, account)) {
        const from = debtorOf(view, tx);
        if (isSameCustomer(view, from, anchor)) continue;
        if (hasSign(view, from, sign.wageOut) && !isWageRow(view, tx)) push(employers, from, tx);
        if (isPayer(view, from) && payers.size < MOST_WORKERS) push(payers, from, tx);
      }
    }
    if (employers.size === 0 || payers.size < settings.minWorkers) return;
    for (const [employer, invoices] of employers)
      if (invoices.length < settings.minEmployerPayments) employers.delete(employer);
    if (employers.size === 0) return;
    const paidBy = payersPaidBy(view, payers.keys(), employers, budget);
    const corners: Corner[] = [];
    for (const [employer, invoices] of employers) {
      if ((paidBy.get(employer) ?? 0) < settings.minWorkers) continue;
      const crew = crewOf(view, employer, budget);
      // Who is on the payroll is a colleague, e.g. the flatmate who collects the rent.
      if (accounts.some((account) => crew.workers.has(account))) continue;
      const corner = cornerOf(view, employer, invoices, crew, payers, settings);
      if (corner) corners.push(corner);
    }
    if (corners.length === 0) return;
    const evidence = evidenceOf(
      corners.flatMap(({ invoices, wages, payments }) => [...invoices, ...wages, ...payments]),
    );
    const workers = [...new Set(corners.flatMap((corner) => corner.workers))].sort((a, b) => a - b);
    const others = [...new Set(evidence.map((tx) => creditorOf(view, tx)))]
      .filter((end) => end !== anchor && accounts.includes(end))
      .sort((a, b) => a - b);
    const housing = optionalHousing(view, corners);
    const fit = share(Math.max(...corners.map((corner) => corner.fit)));
    emit({
      indicator: 'recruiter-employer-triangle',
      anchor,
      members: [
        member(anchor, housing === 'held' ? 'undetermined' : 'possible-facilitator', {
          for: [
            { id: 'reason.is-paid-by-employer-and-by-workers', parameters: { workers: count(workers.length), fit } },
          ],
          against: housing === 'held' ? [{ id: 'reason.innocent-reading-fits' }] : [],
        }),
        ...others.map((end) =>
          member(end, housing === 'held' ? 'undetermined' : 'possible-facilitator', {
            for: [{ id: 'reason.other-account-of-the-recruiter' }],
          }),
        ),
        ...corners.map(({ employer }) =>
          member(employer, 'undetermined', {
            for: [{ id: 'reason.pays-recruiter-per-head' }],
            against: [{ id: 'reason.employer-may-not-know' }],
          }),
        ),
        ...workers.map((worker) =>
          member(worker, housing === 'held' ? 'undetermined' : 'possible-victim', {
            for: [{ id: 'reason.pays-recruiter-after-pay-day' }],
          }),
        ),
      ],
      observed: {
        workers: count(workers.length),
        fit,
        employerPayments: count(corners.reduce((sum, { invoices }) => sum + invoices.length, 0)),
      },
      threshold: {
        workers: count(settings.minWorkers),
        fit: share(settings.perHeadFit),
        employerPayments: count(settings.minEmployerPayments),
        window: days(settings.windowDays),
      },
      window: windowOf(view, evidence),
      strength: strengthAbove(workers.length, settings.minWorkers),
      evidence,
      guards: [
        { id: 'optional-housing', outcome: housing },
        {
          id: 'licensed-agency',
          outcome: hasLicence(view, anchor, licenceBit.recruiter)
            ? 'held'
            : view.facts.registered[anchor] === 1
              ? 'failed'
              : 'untestable',
        },
      ],
      ...(corners.some(({ isCut }) => isCut) ? { cut: true as const } : {}),
    });
  },
} satisfies Indicator<typeof settings>;

/** A recruiter may invoice from one account and collect on another. */
function accountsOf(view: View, anchor: EndId): readonly EndId[] {
  const customer = view.facts.customer[anchor] ?? 0;
  return customer === 0 ? [anchor] : [...endsOfClass(view.facts.customer, customer)];
}

function isPayer(view: View, end: EndId): boolean {
  return hasSign(view, end, sign.wageIn) && isHolding(view, end) && isPersonal(view, end);
}

/** Of one customer's accounts the one that most rows from wage earners go to, so that it is found once. */
function collectingAccount(view: View, accounts: readonly EndId[], budget: Budget): EndId | undefined {
  let collecting: EndId | undefined;
  let most = 0;
  for (const account of accounts) {
    if (!budget.spend(degreeIn(view, account))) break;
    let payments = 0;
    for (const tx of into(view.adjacency, account)) if (isPayer(view, debtorOf(view, tx))) payments++;
    if (payments > most) [collecting, most] = [account, payments];
  }
  return collecting;
}

function push(map: Map<EndId, TransactionIndex[]>, end: EndId, tx: TransactionIndex): void {
  const held = map.get(end);
  if (held) held.push(tx);
  else map.set(end, [tx]);
}

/** How many of the workers who pay the recruiter are paid by each of these employers. */
function payersPaidBy(
  view: View,
  payers: Iterable<EndId>,
  employers: ReadonlyMap<EndId, unknown>,
  budget: Budget,
): Map<EndId, number> {
  const paidBy = new Map<EndId, number>();
  for (const worker of payers) {
    if (!budget.spend(degreeIn(view, worker))) break;
    const seen = new Set<EndId>();
    for (const tx of into(view.adjacency, worker)) {
      const employer = debtorOf(view, tx);
      if (!employers.has(employer) || seen.has(employer) || !isWageRow(view, tx)) continue;
      seen.add(employer);
      paidBy.set(employer, (paidBy.get(employer) ?? 0) + 1);
    }
  }
  return paidBy;
}

function cornerOf(
  view: View,
  employer: EndId,
  invoices: readonly TransactionIndex[],
  crew: Crew,
  payers: ReadonlyMap<EndId, TransactionIndex[]>,
  settings: Readonly<Record<'minWorkers' | 'perHeadFit' | 'windowDays' | 'payDays' | 'minEmployerPayments', number>>,
): Corner | undefined {
  const workers: EndId[] = [];
  const wages = new Set<TransactionIndex>();
  const payments: TransactionIndex[] = [];
  for (const [worker, paid] of crew.workers) {
    const own = payers.get(worker);
    if (!own) continue;
    let matched = 0;
    for (const tx of own) {
      const day = debtorDayOf(view, tx);
      const wage = paid.findLast(
        (row) => creditorDayOf(view, row) <= day && day - creditorDayOf(view, row) <= settings.payDays,
      );
      if (wage === undefined) continue;
      wages.add(wage);
      payments.push(tx);
      matched++;
    }
    if (matched > 0) workers.push(worker);
  }
  if (workers.length < settings.minWorkers) return undefined;
  const near = invoices.filter((tx) =>
    payments.some((paid) => Math.abs(debtorDayOf(view, paid) - debtorDayOf(view, tx)) <= settings.windowDays),
  );
  if (near.length < settings.minEmployerPayments) return undefined;
  const fit = perHeadFit(view, near, crew);
  if (fit < settings.perHeadFit) return undefined;
  return {
    employer,
    invoices: near,
    workers,
    wages: [...wages],
    payments,
    fit,
    crewSize: crew.workers.size,
    isCut: crew.isCut,
  };
}

/** The rows say rent, and fewer than three fifths of the crew pay it: they may leave it. */
function optionalHousing(view: View, corners: readonly Corner[]): GuardOutcome {
  const isOptional = corners.every(
    ({ payments, workers, crewSize }) =>
      payments.filter((tx) => isRent(view, tx)).length * 2 > payments.length && workers.length < 0.6 * crewSize,
  );
  return isOptional ? 'held' : 'failed';
}
