/**
 * Wage credits, who is paid by whom, and what was paid on soon after: what the indicators on
 * earnings share. A row counts as a wage by its purpose code or its words and where it goes to a
 * personal account by transfer; card payments to somebody called `Pay…` do not.
 */
import type { EndId } from '../formats/end-table.ts';
import { channelCode } from '../formats/entry-columns.ts';
import { into, outOf } from '../graph/adjacency.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import type { Budget } from './indicator.ts';
import {
  amountOf,
  creditorDayOf,
  creditorOf,
  currencyOf,
  debtorDayOf,
  debtorOf,
  isHolding,
  isPersonal,
  isSameCustomer,
  isWage,
} from './read.ts';
import type { View } from './view.ts';

/** An employer with more payees than this is searched no further; the finding says so. */
export const MOST_WORKERS = 400;

const TRANSFERS = new Set<number>([
  channelCode.other,
  channelCode['credit-transfer'],
  channelCode.wire,
  channelCode.cheque,
]);

export function isWageRow(view: View, tx: TransactionIndex): boolean {
  if (!isWage(view, tx) || !TRANSFERS.has(view.columns.channel?.[tx] ?? 0)) return false;
  const worker = creditorOf(view, tx);
  return isHolding(view, worker) && isPersonal(view, worker) && !isSameCustomer(view, debtorOf(view, tx), worker);
}

/** A transfer that says nothing of itself. */
function isSilent(view: View, tx: TransactionIndex): boolean {
  return (
    (view.columns.words?.[tx] ?? 0) === 0 &&
    (view.columns.purpose?.[tx] ?? 0) === 0 &&
    TRANSFERS.has(view.columns.channel?.[tx] ?? 0)
  );
}

/** Wage credits of an account, earliest first; a silent row as large as half a wage from a known wage payer is one too. */
export function wagesInto(view: View, account: EndId): TransactionIndex[] {
  const rows = into(view.adjacency, account);
  const firstFrom = new Map<EndId, number>();
  for (const tx of rows) {
    if (isWageRow(view, tx) && !firstFrom.has(debtorOf(view, tx)))
      firstFrom.set(debtorOf(view, tx), amountOf(view, tx));
  }
  const wages: TransactionIndex[] = [];
  if (firstFrom.size === 0) return wages;
  for (const tx of rows) {
    const first = firstFrom.get(debtorOf(view, tx));
    if (first !== undefined && (isWageRow(view, tx) || (isSilent(view, tx) && amountOf(view, tx) * 2 >= first)))
      wages.push(tx);
  }
  return wages;
}

export interface Crew {
  /** Wage rows by worker, earliest first, workers in order of their first wage. */
  readonly workers: ReadonlyMap<EndId, TransactionIndex[]>;
  readonly isCut: boolean;
}

export function crewOf(view: View, employer: EndId, budget: Budget): Crew {
  const workers = new Map<EndId, TransactionIndex[]>();
  const rows = outOf(view.adjacency, employer);
  if (!budget.spend(rows.length)) return { workers, isCut: true };
  let isCut = false;
  for (const tx of rows) {
    const worker = creditorOf(view, tx);
    if (!isWageRow(view, tx) || workers.has(worker)) continue;
    if (workers.size === MOST_WORKERS) {
      isCut = true;
      break;
    }
    workers.set(worker, []);
  }
  if (workers.size === 0) return { workers, isCut };
  const firstTo = new Map<EndId, number>();
  for (const tx of rows) {
    const worker = creditorOf(view, tx);
    const wages = workers.get(worker);
    if (!wages) continue;
    if (isWageRow(view, tx)) {
      if (!firstTo.has(worker)) firstTo.set(worker, amountOf(view, tx));
      wages.push(tx);
    } else if (isSilent(view, tx) && amountOf(view, tx) * 2 >= (firstTo.get(worker) ?? Infinity)) wages.push(tx);
  }
  return { workers, isCut };
}

/** The same customer, one a signatory or proxy of the other, or the same address, phone or mail. Never by names or kin. */
export function areLinked(view: View, a: EndId, b: EndId): boolean {
  const { customer, proxy, address, phone, email } = view.facts;
  const same = (x: ArrayLike<number>, y: ArrayLike<number>): boolean => (x[a] ?? 0) !== 0 && x[a] === y[b];
  return (
    isSameCustomer(view, a, b) ||
    same(customer, proxy) ||
    same(proxy, customer) ||
    same(proxy, proxy) ||
    same(address, address) ||
    same(phone, phone) ||
    same(email, email)
  );
}

export interface Forwarding {
  /** Pay periods in which at least the asked share went on. */
  readonly periods: number;
  /** Pay periods from the first payment on. */
  readonly tested: number;
  readonly wages: TransactionIndex[];
  readonly payments: TransactionIndex[];
  /** Minor units over the matched periods, one currency. */
  readonly earned: number;
  readonly paid: number;
  /** Somewhere a wage and its forwarding share a day and the file has no times. */
  readonly isSameDay: boolean;
}

/**
 * Matches each wage with what was paid on within some days; a payment serves one wage. Wages of one
 * day are one pay period. Only rows in the first wage's currency are looked at.
 * @param payments out of the same account, earliest first
 */
export function forwardings(
  view: View,
  wages: readonly TransactionIndex[],
  payments: readonly TransactionIndex[],
  days: number,
  leastShare: number,
): Forwarding {
  const currency = wages[0] === undefined ? 0 : currencyOf(view, wages[0]);
  const time = view.columns.time;
  const result = {
    periods: 0,
    tested: 0,
    wages: [] as number[],
    payments: [] as number[],
    earned: 0,
    paid: 0,
    isSameDay: false,
  };
  const firstPayment = payments[0] === undefined ? Infinity : debtorDayOf(view, payments[0]);
  let next = 0;
  for (let i = 0; i < wages.length;) {
    const day = creditorDayOf(view, wages[i] as number);
    const period: TransactionIndex[] = [];
    let earned = 0;
    for (; i < wages.length && creditorDayOf(view, wages[i] as number) === day; i++) {
      if (currencyOf(view, wages[i] as number) !== currency) continue;
      period.push(wages[i] as number);
      earned += amountOf(view, wages[i] as number);
    }
    if (earned === 0) continue;
    if (day + days >= firstPayment) result.tested++;
    const until = Math.min(day + days, i < wages.length ? creditorDayOf(view, wages[i] as number) - 1 : Infinity);
    const matched: TransactionIndex[] = [];
    let paid = 0;
    let isSameDay = false;
    for (; next < payments.length && debtorDayOf(view, payments[next] as number) <= until; next++) {
      const tx = payments[next] as number;
      if (debtorDayOf(view, tx) < day || currencyOf(view, tx) !== currency) continue;
      matched.push(tx);
      paid += amountOf(view, tx);
      const hasTimes = time !== undefined && (time[tx] ?? -1) >= 0 && (time[period[0] as number] ?? -1) >= 0;
      if (debtorDayOf(view, tx) === day && !hasTimes) isSameDay = true;
    }
    if (paid < leastShare * earned) continue;
    result.periods++;
    result.earned += earned;
    result.paid += Math.min(paid, earned);
    result.wages.push(...period);
    result.payments.push(...matched);
    result.isSameDay ||= isSameDay;
  }
  return result;
}
