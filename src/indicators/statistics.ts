/** The few statistics that indicators share: robust ones, over exact integers, without locale or clock. */
import { partsOfDay, type Day } from '../days.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import { lowerMedian } from './measures.ts';
import { amountOf, creditorDayOf, debtorDayOf } from './read.ts';
import type { View } from './view.ts';

/** Median distance from the median over the median: 0 for equal amounts; one outlier does not move it. */
export function spreadOf(values: readonly number[]): number {
  const middle = lowerMedian(values);
  return middle === 0 ? 0 : lowerMedian(values.map((value) => Math.abs(value - middle))) / middle;
}

/** Standard deviation over mean; 0 for fewer than two. */
export function variationOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return mean === 0 ? 0 : Math.sqrt(squares / values.length) / mean;
}

/** Calendar month as a number that grows by one each month. */
export function monthOf(day: Day): number {
  const { year, month } = partsOfDay(day);
  return year * 12 + month - 1;
}

/** Sums of rows by calendar month of arrival, only months that have rows, oldest first. One currency. */
export function monthlyAmounts(view: View, transactions: readonly TransactionIndex[]): number[] {
  const byMonth = new Map<number, number>();
  for (const tx of transactions) {
    const month = monthOf(creditorDayOf(view, tx));
    byMonth.set(month, (byMonth.get(month) ?? 0) + amountOf(view, tx));
  }
  return [...byMonth].sort((a, b) => a[0] - b[0]).map(([, sum]) => sum);
}

/** First and last day that some rows touch. */
export function windowOf(view: View, transactions: readonly TransactionIndex[]): { from: Day; to: Day } {
  let from = Infinity;
  let to = -Infinity;
  for (const tx of transactions) {
    from = Math.min(from, debtorDayOf(view, tx), creditorDayOf(view, tx));
    to = Math.max(to, debtorDayOf(view, tx), creditorDayOf(view, tx));
  }
  return from === Infinity ? { from: view.from, to: view.to } : { from: from as Day, to: to as Day };
}
