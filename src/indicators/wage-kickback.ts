/**
 * Wages flow back: soon after pay day workers return a share of it to the payer or to an account
 * linked with it (FIN-2014-A008): by the register, or because the payer pays it again and again
 * beside wages. Anchored at the employer. Rows that say rent or transport are
 * left to `wage-payer-recoups-rent`.
 */
import type { EndId } from '../formats/end-table.ts';
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import { sign } from './end-signs.ts';
import type { Budget, GuardOutcome, Indicator, Values } from './indicator.ts';
import { count, days, evidenceOf, member, share, strengthAbove } from './measures.ts';
import {
  amountOf,
  creditorOf,
  debtorDayOf,
  debtorOf,
  degreeIn,
  degreeOut,
  hasSign,
  hasWords,
  isHolding,
  isHoldingOrName,
  isPersonal,
  isRent,
  isWage,
  sumOf,
} from './read.ts';
import { windowOf } from './statistics.ts';
import type { View } from './view.ts';
import { areLinked, crewOf, forwardings, isWageRow, type Crew, type Forwarding } from './wages.ts';

const settings = {
  returnShare: { default: 0.25, unit: 'share', reason: 'A quarter of a wage is more than a canteen or a fund takes.' },
  days: { default: 7, unit: 'days', reason: 'A week from pay day; kickbacks are not left waiting.' },
  minWorkers: { default: 2, unit: 'count', reason: 'One worker may be repaying something; two do the same on orders.' },
  minPayPeriods: { default: 2, unit: 'count', reason: 'An overpayment is put right once.' },
  periodShare: { default: 0.4, unit: 'share', reason: 'Returns miss pay periods, or go in cash at times.' },
  soloShare: {
    default: 0.5,
    unit: 'share',
    reason: 'One worker alone, as in a household, has to give back half of the pay …',
  },
  soloPayPeriods: { default: 4, unit: 'count', reason: '… and do so for months.' },
  rentShare: {
    default: 0.15,
    unit: 'share',
    reason:
      'A payee of whom the crew’s rows say rent or transport this often is a landlord; payers do not write it every time.',
  },
} as const satisfies Indicator['settings'];
type Current = Values<typeof settings>;

interface Returner {
  readonly worker: EndId;
  readonly wages: readonly TransactionIndex[];
  readonly forwarding: Forwarding;
}

export default {
  id: 'wage-kickback',
  title: 'Workers return a share of their wages to the employer',
  looksFor:
    'Within a week of pay day several workers pay a share of the wage back to the payer, or to an account linked with it by holder, signatory, address, phone or regular drawings, pay period after pay period; or one worker gives back half of the pay for months.',
  family: 'earnings-control',
  points: 5,
  forms: { 'labour-exploitation': 1, 'debt-bondage': 0.5 },
  citations: [
    { source: 'FinCEN FIN-2014-A008 (payroll funds kept by or returned to the employer)', confidence: 'known' },
  ],
  needs: ['purpose-or-words'],
  settings,
  anchors: 'accounts-and-names',
  guards: [
    { id: 'staff-loan', pointsOff: 4 },
    { id: 'falling-and-ended', pointsOff: 4 },
    { id: 'staff-purchase', pointsOff: 4 },
    { id: 'shared-finances', pointsOff: 3 },
  ],
  innocent:
    'A staff loan or advance that was paid out before; repayments that fall and end; staff purchases with invoices; people who share their money both ways; a single correction (it has to recur).',
  find(view, settings, anchor, budget, emit) {
    if (!hasSign(view, anchor, sign.wageOut) || degreeOut(view, anchor) < settings.minPayPeriods) return;
    if (!isHoldingOrName(view, anchor)) return;
    const crew = crewOf(view, anchor, budget);
    let cut = crew.isCut;
    if (crew.workers.size === 0) return;
    const owners = regularPayees(view, anchor, crew);
    const landlords = landlordsOf(view, crew, settings.rentShare, budget);
    const returners: Returner[] = [];
    for (const [worker, wages] of crew.workers) {
      if (wages.length < settings.minPayPeriods || degreeOut(view, worker) < settings.minPayPeriods) continue;
      if (!budget.spend(degreeOut(view, worker))) {
        cut = true;
        break;
      }
      const returns: TransactionIndex[] = [];
      for (const tx of outOf(view.adjacency, worker)) {
        const to = creditorOf(view, tx);
        if (crew.workers.has(to) || landlords.has(to) || saysRent(view, tx)) continue;
        if (!areLinked(view, anchor, to) && !owners.has(to)) continue;
        returns.push(tx);
      }
      if (returns.length < settings.minPayPeriods) continue;
      const forwarding = forwardings(view, wages, returns, settings.days, settings.returnShare);
      if (forwarding.periods < settings.minPayPeriods || forwarding.periods < settings.periodShare * forwarding.tested)
        continue;
      returners.push({ worker, wages, forwarding });
    }
    const isSolo = returners.length < settings.minWorkers;
    if (isSolo && !isAlone(view, anchor, returners, settings)) return;
    const evidence = evidenceOf(returners.flatMap(({ forwarding }) => [...forwarding.wages, ...forwarding.payments]));
    const receivers = new Set(
      returners.flatMap(({ forwarding }) => forwarding.payments.map((tx) => creditorOf(view, tx))),
    );
    receivers.delete(anchor);
    const guards = guardsOf(view, anchor, returners);
    const isInnocent = guards.some(({ outcome }) => outcome === 'held');
    const returned = share(
      returners.reduce((sum, { forwarding }) => sum + forwarding.paid / forwarding.earned, 0) / returners.length,
    );
    const workers = count(returners.length);
    emit({
      indicator: 'wage-kickback',
      anchor,
      members: [
        member(anchor, isInnocent ? 'undetermined' : 'possible-controller', {
          for: [{ id: 'reason.wages-flow-back-to-payer', parameters: { workers, share: returned } }],
          against: isInnocent ? [{ id: 'reason.innocent-reading-fits' }] : [],
        }),
        ...[...receivers]
          .sort((a, b) => a - b)
          .map((end) =>
            member(end, isInnocent ? 'undetermined' : 'possible-collector', {
              for: [{ id: 'reason.linked-with-payer-and-gets-wages-back', parameters: { workers } }],
            }),
          ),
        ...returners.map(({ worker, forwarding }) =>
          member(worker, isInnocent ? 'undetermined' : 'possible-victim', {
            for: [
              {
                id: 'reason.returns-part-of-each-wage',
                parameters: { share: share(forwarding.paid / forwarding.earned), periods: count(forwarding.periods) },
              },
            ],
          }),
        ),
      ],
      observed: {
        workers,
        share: returned,
        periods: count(Math.min(...returners.map(({ forwarding }) => forwarding.periods))),
      },
      threshold: {
        workers: count(settings.minWorkers),
        share: share(settings.returnShare),
        periods: count(settings.minPayPeriods),
        delay: days(settings.days),
      },
      window: windowOf(view, evidence),
      strength: strengthAbove(returners.length, settings.minWorkers),
      evidence,
      guards,
      ...(isSolo ? { forms: { 'domestic-servitude': 1, 'labour-exploitation': 0.5 } } : {}),
      ...(cut ? { cut: true as const } : {}),
      ...(returners.some(({ forwarding }) => forwarding.isSameDay) ? { dayOrderUnknown: true as const } : {}),
    });
  },
} satisfies Indicator<typeof settings>;

function saysRent(view: View, tx: TransactionIndex): boolean {
  return isRent(view, tx) || hasWords(view, tx, wordBit.travel);
}

/** Whom the crew pays rent or transport, by enough of its rows: left to `wage-payer-recoups-rent`, the silent rows too. */
function landlordsOf(view: View, crew: Crew, least: number, budget: Budget): Set<EndId> {
  const rows = new Map<EndId, { all: number; rents: number; sayers: Set<EndId> }>();
  for (const worker of crew.workers.keys()) {
    if (!budget.spend(degreeOut(view, worker))) break;
    for (const tx of outOf(view.adjacency, worker)) {
      const to = creditorOf(view, tx);
      if (!hasSign(view, to, sign.rentIn | sign.debtIn)) continue;
      const held = rows.get(to) ?? { all: 0, rents: 0, sayers: new Set() };
      held.all++;
      if (saysRent(view, tx)) {
        held.rents++;
        held.sayers.add(worker);
      }
      rows.set(to, held);
    }
  }
  const landlords = new Set<EndId>();
  for (const [end, { all, rents, sayers }] of rows) if (sayers.size > 1 && rents >= least * all) landlords.add(end);
  return landlords;
}

/** Private accounts that the employer pays again and again beside wages: whoever draws on the firm is part of it. */
function regularPayees(view: View, employer: EndId, crew: Crew): Set<EndId> {
  const rows = new Map<EndId, { times: number; rents: number; first: number; last: number }>();
  for (const tx of outOf(view.adjacency, employer)) {
    const to = creditorOf(view, tx);
    if (crew.workers.has(to) || !isHolding(view, to) || !isPersonal(view, to) || isWage(view, tx)) continue;
    const day = debtorDayOf(view, tx);
    const held = rows.get(to) ?? { times: 0, rents: 0, first: day, last: day };
    const isBill = isRent(view, tx) || hasWords(view, tx, wordBit.invoice);
    rows.set(to, { times: held.times + 1, rents: held.rents + (isBill ? 1 : 0), first: held.first, last: day });
  }
  const regular = new Set<EndId>();
  for (const [end, { times, rents, first, last }] of rows)
    if (times >= 3 && rents * 2 < times && last - first >= 60) regular.add(end);
  return regular;
}

/** One worker counts where half of the pay goes back for months, to the payer or a party linked by the register. */
function isAlone(view: View, anchor: EndId, returners: readonly Returner[], settings: Current): boolean {
  const only = returners[0];
  if (!only) return false;
  const { periods, paid, earned, payments } = only.forwarding;
  if (periods < settings.soloPayPeriods || paid < settings.soloShare * earned) return false;
  return payments.every((tx) => areLinked(view, anchor, creditorOf(view, tx)));
}

/** Who gets the returns pays the worker too, beside wages, several times and a quarter of it or more. */
function flowsBothWays(view: View, { worker, forwarding }: Returner): boolean {
  const receivers = new Set(forwarding.payments.map((tx) => creditorOf(view, tx)));
  const back = [...into(view.adjacency, worker)].filter(
    (tx) => receivers.has(debtorOf(view, tx)) && !isWageRow(view, tx),
  );
  return back.length >= 3 && sumOf(view, back) >= 0.25 * sumOf(view, forwarding.payments);
}

function guardsOf(view: View, anchor: EndId, returners: readonly Returner[]): { id: string; outcome: GuardOutcome }[] {
  const all = (test: (returner: Returner) => boolean): GuardOutcome => (returners.every(test) ? 'held' : 'failed');
  return [
    {
      id: 'staff-loan',
      outcome: all(({ worker, forwarding }) => lentTo(view, anchor, worker) >= 0.8 * sumOf(view, forwarding.payments)),
    },
    {
      id: 'falling-and-ended',
      outcome: all(({ wages, forwarding }) => fellAndEnded(view, wages, forwarding.payments)),
    },
    {
      id: 'staff-purchase',
      outcome: all(
        ({ forwarding }) =>
          forwarding.payments.filter((tx) => hasWords(view, tx, wordBit.invoice)).length * 2 >=
          forwarding.payments.length,
      ),
    },
    { id: 'shared-finances', outcome: all((returner) => flowsBothWays(view, returner)) },
  ];
}

function lentTo(view: View, anchor: EndId, worker: EndId): number {
  let lent = 0;
  if (degreeIn(view, worker) === 0) return 0;
  for (const tx of into(view.adjacency, worker))
    if (debtorOf(view, tx) === anchor && !isWageRow(view, tx)) lent += amountOf(view, tx);
  return lent;
}

/** Never a larger return after a smaller one, the last well below the first, and two wages after it without any. */
function fellAndEnded(view: View, wages: readonly TransactionIndex[], returns: readonly TransactionIndex[]): boolean {
  const amounts = returns.map((tx) => amountOf(view, tx));
  const last = debtorDayOf(view, returns.at(-1) as number);
  const isFalling =
    amounts.every((amount, i) => i === 0 || amount <= (amounts[i - 1] as number)) &&
    (amounts.at(-1) ?? 0) < 0.8 * (amounts[0] ?? 0);
  return isFalling && wages.filter((tx) => debtorDayOf(view, tx) > last).length >= 2;
}
