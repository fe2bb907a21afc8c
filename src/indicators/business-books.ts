/**
 * What a business account shows in a window: turnover, cash, costs and payroll by currency. Shared
 * by the indicators that ask whether income fits costs; computed only for businesses whose
 * statement is held.
 */
import type { EndId } from '../formats/end-table.ts';
import { channelCode } from '../formats/entry-columns.ts';
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import { licenceBit } from '../ledger/end-facts.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import {
  amountOf,
  creditorDayOf,
  creditorOf,
  currencyOf,
  debtorDayOf,
  debtorOf,
  hasLicence,
  hasWords,
  isBusiness,
  isCardPayment,
  isCashIn,
  isCashOut,
  isRent,
  isSameCustomer,
  isWage,
  mccOf,
} from './read.ts';
import type { View } from './view.ts';

export interface Books {
  readonly credits: TransactionIndex[];
  turnover: number;
  cashIn: number;
  /** Cash drawn, which may be pay off the books. */
  cashOut: number;
  /** Suppliers, energy, rent, tax, wages, insurance: all but cash drawn and transfers to persons. */
  costs: number;
  /** Wages, wage tax, social insurance and payroll bureaux. */
  payroll: number;
  /** To other accounts of the same customer, or of businesses whose statement is not held. */
  toOwnAccounts: number;
}

const PAYROLL_WORDS = wordBit.tax | wordBit.social;

export function isPayroll(view: View, tx: TransactionIndex): boolean {
  return (
    isWage(view, tx) ||
    hasWords(view, tx, PAYROLL_WORDS) ||
    hasLicence(view, creditorOf(view, tx), licenceBit['payroll-bureau'])
  );
}

function isCost(view: View, tx: TransactionIndex): boolean {
  const to = creditorOf(view, tx);
  const channel = view.columns.channel?.[tx] ?? 0;
  return (
    isBusiness(view, to) ||
    isCardPayment(view, tx) ||
    mccOf(view, tx) !== 0 ||
    channel === channelCode['direct-debit'] ||
    isRent(view, tx) ||
    isPayroll(view, tx)
  );
}

/** Rows from a day on, before another, in one currency. */
export function booksOf(view: View, business: EndId, currency: number, from: number, before: number): Books {
  const books: Books = { credits: [], turnover: 0, cashIn: 0, cashOut: 0, costs: 0, payroll: 0, toOwnAccounts: 0 };
  for (const tx of into(view.adjacency, business)) {
    const day = creditorDayOf(view, tx);
    if (day >= before) break;
    if (day < from || currencyOf(view, tx) !== currency || isSameCustomer(view, debtorOf(view, tx), business)) continue;
    if (hasWords(view, tx, wordBit.refund)) continue;
    books.credits.push(tx);
    books.turnover += amountOf(view, tx);
    if (isCashIn(view, tx)) books.cashIn += amountOf(view, tx);
  }
  for (const tx of outOf(view.adjacency, business)) {
    const day = debtorDayOf(view, tx);
    if (day >= before) break;
    if (day < from || currencyOf(view, tx) !== currency) continue;
    const amount = amountOf(view, tx);
    if (isCashOut(view, tx)) {
      books.cashOut += amount;
      continue;
    }
    if (isSameCustomer(view, business, creditorOf(view, tx))) books.toOwnAccounts += amount;
    else if (isCost(view, tx)) books.costs += amount;
    if (isPayroll(view, tx)) books.payroll += amount;
  }
  return books;
}

/** Whole windows of so many days, a month apart, from a business's first row to its last. */
export function windowsOf(view: View, business: EndId, days: number): { from: number; before: number }[] {
  const ins = into(view.adjacency, business);
  const outs = outOf(view.adjacency, business);
  const starts = [
    ins.length > 0 ? creditorDayOf(view, ins[0] as number) : Infinity,
    outs.length > 0 ? debtorDayOf(view, outs[0] as number) : Infinity,
  ];
  const ends = [
    ins.length > 0 ? creditorDayOf(view, ins.at(-1) as number) : -Infinity,
    outs.length > 0 ? debtorDayOf(view, outs.at(-1) as number) : -Infinity,
  ];
  const first = Math.min(...starts);
  const last = Math.max(...ends);
  const windows: { from: number; before: number }[] = [];
  for (let from = first; from + days <= last + 1; from += 30) windows.push({ from, before: from + days });
  return windows;
}
