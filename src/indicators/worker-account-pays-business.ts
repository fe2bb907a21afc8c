/**
 * A worker's account is used for the employer's costs: somebody who gets wages from a payer also
 * pays that payer's own suppliers (Cambridge University Press on ABN AMRO: a cook whose card the
 * employer held), or has a household's standing bills on it. Anchored at the employer. Payees that many people pay, such as shops, say
 * nothing and are left out; so are co-workers.
 * Over 300 lines because the suppliers and the household variant test the same guards.
 */
import type { EndId } from '../formats/end-table.ts';
import { channelCode } from '../formats/entry-columns.ts';
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import { sign } from './end-signs.ts';
import type { GuardOutcome, Indicator, Values } from './indicator.ts';
import { count, days, evidenceOf, member, strengthAbove } from './measures.ts';
import {
  amountOf,
  creditorDayOf,
  creditorOf,
  currencyOf,
  debtorDayOf,
  debtorOf,
  degreeIn,
  degreeOut,
  hasSign,
  hasWords,
  isCardPayment,
  isHolding,
  isOwn,
  isPersonal,
  isRent,
  isSameCustomer,
  slideWindows,
  sumOf,
} from './read.ts';
import { monthOf, windowOf } from './statistics.ts';
import type { View } from './view.ts';
import { crewOf, isWageRow } from './wages.ts';

const settings = {
  windowDays: { default: 120, unit: 'days', reason: 'Suppliers are paid monthly or by the quarter.' },
  supplierPayments: { default: 2, unit: 'count', reason: 'Once may be an errand.' },
  sharedPayees: {
    default: 2,
    unit: 'count',
    reason: 'One common payee may be a coincidence; two special ones are not.',
  },
  popularPayers: {
    default: 12,
    unit: 'count',
    reason: 'A payee with more payers than this is a shop or a utility that everybody pays.',
  },
  billShare: {
    default: 0.12,
    unit: 'share',
    reason: 'Of the wage, by direct debit: more than a telephone and an insurance of one’s own cost.',
  },
  billMonths: {
    default: 4,
    unit: 'months',
    reason: 'Standing bills, of each payee; two or three may be a contract put right.',
  },
} as const satisfies Indicator['settings'];
type Current = Values<typeof settings>;

/** In-degree above which a payee is not even counted through. */
const HUB = 400;
const REIMBURSED_DAYS = 30;
const MOST_HOUSEHOLD_STAFF = 2;

interface Used {
  readonly worker: EndId;
  readonly rows: readonly TransactionIndex[];
  readonly payees: ReadonlySet<EndId>;
}

export default {
  id: 'worker-account-pays-business',
  title: 'A worker’s account pays the employer’s suppliers',
  looksFor:
    'A personal account that gets wages from a payer also pays two or more of that payer’s own special payees: suppliers or persons whom few others pay. Or a household’s only worker, who pays no rent, has two or more of its standing bills on the own account, and the household pays next to none.',
  family: 'account-control',
  points: 5,
  forms: { 'labour-exploitation': 1, 'domestic-servitude': 0.4 },
  citations: [
    {
      source:
        'Cambridge University Press article on ABN AMRO and trafficking (cook whose card and statements were held by the employer)',
      confidence: 'read',
    },
  ],
  needs: ['purpose-or-words'],
  settings,
  guards: [
    { id: 'reimbursed', pointsOff: 4 },
    { id: 'side-business', pointsOff: 2 },
  ],
  innocent:
    'Buying for work and being reimbursed within a month; a self-employed side job with its own customers; a worker with a home of her own, who pays rent and bills for it (not counted).',
  find(view, settings, anchor, budget, emit) {
    if (!hasSign(view, anchor, sign.wageOut)) return;
    if (!isHolding(view, anchor) || !isOwn(view, anchor)) return;
    const crew = crewOf(view, anchor, budget);
    let cut = crew.isCut;
    if (crew.workers.size === 0) return;
    const special = specialPayees(view, anchor, crew.workers, settings.popularPayers);
    const ownBills = householdBillsOf(view, anchor);
    const isHousehold = ownBills !== undefined && crew.workers.size <= MOST_HOUSEHOLD_STAFF;
    if (special.size < settings.sharedPayees && !isHousehold) return;
    const used: Used[] = [];
    let isBills = false;
    for (const [worker, wages] of crew.workers) {
      if (!isOwn(view, worker) || degreeOut(view, worker) < settings.supplierPayments) continue;
      if (!budget.spend(degreeOut(view, worker))) {
        cut = true;
        break;
      }
      const found = paidFor(view, worker, special, settings);
      const bills = found || !isHousehold ? undefined : billsOnAccount(view, worker, wages, ownBills, settings);
      if (found) used.push(found);
      else if (bills) {
        used.push(bills);
        isBills = true;
      }
    }
    if (used.length === 0) return;
    const evidence = evidenceOf(used.flatMap(({ rows }) => rows));
    const payees = new Set(used.flatMap((worker) => [...worker.payees]));
    const reimbursed = guard(used, (worker) => isReimbursed(view, anchor, worker));
    const sideBusiness = guard(used, ({ worker }) => hasCustomers(view, anchor, worker));
    const isInnocent = reimbursed === 'held';
    emit({
      indicator: 'worker-account-pays-business',
      anchor,
      members: [
        member(anchor, isInnocent ? 'undetermined' : 'possible-controller', {
          for: [
            {
              id: isBills ? 'reason.worker-pays-its-household-bills' : 'reason.workers-pay-its-suppliers',
              parameters: { workers: count(used.length), payees: count(payees.size) },
            },
          ],
          against: isInnocent ? [{ id: 'reason.innocent-reading-fits' }] : [],
        }),
        ...used.map((worker) =>
          member(worker.worker, isInnocent || sideBusiness === 'held' ? 'undetermined' : 'possible-victim', {
            for: [
              {
                id: isBills
                  ? 'reason.account-pays-the-households-bills'
                  : 'reason.account-pays-the-employers-suppliers',
                parameters: { payees: count(worker.payees.size), payments: count(worker.rows.length) },
              },
            ],
          }),
        ),
      ],
      observed: { workers: count(used.length), payees: count(payees.size), payments: count(evidence.length) },
      threshold: {
        payees: count(settings.sharedPayees),
        payments: count(settings.supplierPayments),
        window: days(settings.windowDays),
      },
      window: windowOf(view, evidence),
      strength: isBills ? 100 : strengthAbove(evidence.length, settings.supplierPayments),
      ...(isBills ? { forms: { 'domestic-servitude': 1 } } : {}),
      evidence,
      guards: [
        { id: 'reimbursed', outcome: reimbursed },
        { id: 'side-business', outcome: sideBusiness },
      ],
      ...(cut ? { cut: true as const } : {}),
    });
  },
} satisfies Indicator<typeof settings>;

function guard(used: readonly Used[], test: (worker: Used) => boolean): GuardOutcome {
  return used.every(test) ? 'held' : 'failed';
}

/** Whom the employer pays and few others do, its workers left out. */
function specialPayees(
  view: View,
  employer: EndId,
  workers: ReadonlyMap<EndId, unknown>,
  mostPayers: number,
): Set<EndId> {
  const special = new Set<EndId>();
  const popular = new Set<EndId>();
  for (const tx of outOf(view.adjacency, employer)) {
    const payee = creditorOf(view, tx);
    if (special.has(payee) || popular.has(payee) || workers.has(payee) || isSameCustomer(view, employer, payee))
      continue;
    if (
      payee < 3 ||
      isWageRow(view, tx) ||
      hasWords(view, tx, wordBit.tax | wordBit.social) ||
      !hasFewPayers(view, payee, mostPayers)
    )
      popular.add(payee);
    else special.add(payee);
  }
  return special;
}

/** What a private wage payer pays by direct debit to at most one payee; undefined where it has bills like any household. */
function householdBillsOf(view: View, anchor: EndId): number | undefined {
  if (!isPersonal(view, anchor)) return undefined;
  const rows = [...outOf(view.adjacency, anchor)].filter((tx) => isDirectDebit(view, tx));
  return new Set(rows.map((tx) => creditorOf(view, tx))).size <= 1 ? sumOf(view, rows) : undefined;
}

function isDirectDebit(view: View, tx: TransactionIndex): boolean {
  return view.columns.channel?.[tx] === channelCode['direct-debit'];
}

/** Standing bills of two or more payees, twice the household's own or more, on the account of a worker who pays no rent and so lives in. */
function billsOnAccount(
  view: View,
  worker: EndId,
  wages: readonly TransactionIndex[],
  ownBills: number,
  settings: Current,
): Used | undefined {
  const byPayee = new Map<EndId, TransactionIndex[]>();
  const currency = currencyOf(view, wages[0] as number);
  for (const tx of outOf(view.adjacency, worker)) {
    if (isRent(view, tx)) return undefined;
    if (!isDirectDebit(view, tx) || currencyOf(view, tx) !== currency) continue;
    byPayee.set(creditorOf(view, tx), [...(byPayee.get(creditorOf(view, tx)) ?? []), tx]);
  }
  const standing = [...byPayee].filter(
    ([, rows]) => new Set(rows.map((tx) => monthOf(debtorDayOf(view, tx)))).size >= settings.billMonths,
  );
  const rows = standing.flatMap(([, paid]) => paid);
  if (standing.length < settings.sharedPayees) return undefined;
  if (sumOf(view, rows) < Math.max(settings.billShare * sumOf(view, wages), 2 * ownBills)) return undefined;
  return { worker, rows, payees: new Set(standing.map(([payee]) => payee)) };
}

function hasFewPayers(view: View, payee: EndId, mostPayers: number): boolean {
  if (degreeIn(view, payee) > HUB) return false;
  const payers = new Set<EndId>();
  for (const tx of into(view.adjacency, payee)) {
    payers.add(debtorOf(view, tx));
    if (payers.size > mostPayers) return false;
  }
  return true;
}

/** Rows of windows with enough payments to enough of the employer's payees. */
function paidFor(view: View, worker: EndId, special: ReadonlySet<EndId>, settings: Current): Used | undefined {
  const rows: TransactionIndex[] = [];
  const times = new Map<EndId, number>();
  for (const tx of outOf(view.adjacency, worker)) {
    if (!special.has(creditorOf(view, tx))) continue;
    rows.push(tx);
    times.set(creditorOf(view, tx), (times.get(creditorOf(view, tx)) ?? 0) + 1);
  }
  // Once by card in a shop that the firm uses too: somebody on the road or on a site.
  const kept = rows.filter((tx) => !isCardPayment(view, tx) || (times.get(creditorOf(view, tx)) ?? 0) > 1);
  if (kept.length < settings.supplierPayments) return undefined;
  const inside = new Map<EndId, number>();
  const covered = slideWindows(view.columns.debtorDay, kept, settings.windowDays, {
    enter: (tx) => void inside.set(creditorOf(view, tx), (inside.get(creditorOf(view, tx)) ?? 0) + 1),
    leave: (tx) => {
      const left = (inside.get(creditorOf(view, tx)) ?? 0) - 1;
      if (left > 0) inside.set(creditorOf(view, tx), left);
      else inside.delete(creditorOf(view, tx));
    },
    passes: (first, last) => last - first + 1 >= settings.supplierPayments && inside.size >= settings.sharedPayees,
  });
  return covered.length === 0
    ? undefined
    : { worker, rows: covered, payees: new Set(covered.map((tx) => creditorOf(view, tx))) };
}

/** For most of the payments the employer paid the same or more back within a month, beside wages. */
function isReimbursed(view: View, employer: EndId, { worker, rows }: Used): boolean {
  const refunds = [...into(view.adjacency, worker)].filter(
    (tx) => debtorOf(view, tx) === employer && !isWageRow(view, tx),
  );
  let covered = 0;
  for (const tx of rows) {
    const day = debtorDayOf(view, tx);
    const at = refunds.findIndex((refund) => {
      const later = creditorDayOf(view, refund) - day;
      return later >= 0 && later <= REIMBURSED_DAYS && amountOf(view, refund) >= 0.95 * amountOf(view, tx);
    });
    if (at < 0) continue;
    refunds.splice(at, 1);
    covered++;
  }
  return covered * 2 > rows.length;
}

/** Several others pay this account for invoices. */
function hasCustomers(view: View, employer: EndId, worker: EndId): boolean {
  const customers = new Set<EndId>();
  for (const tx of into(view.adjacency, worker))
    if (debtorOf(view, tx) !== employer && hasWords(view, tx, wordBit.invoice)) customers.add(debtorOf(view, tx));
  return customers.size >= 2;
}
