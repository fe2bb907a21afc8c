/** Whether what one party pays another follows how many workers it pays. */
import type { EndId } from '../formats/end-table.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import { amountOf, currencyOf, debtorDayOf } from './read.ts';
import { monthOf, variationOf } from './statistics.ts';
import type { View } from './view.ts';
import type { Crew } from './wages.ts';

/** How well monthly payments follow the workers newly paid that month, or all paid that month, whichever fits better. */
export function perHeadFit(view: View, invoices: readonly TransactionIndex[], crew: Crew): number {
  const currency = currencyOf(view, invoices[0] as number);
  const paid = new Map<number, number>();
  for (const tx of invoices) {
    if (currencyOf(view, tx) !== currency) continue;
    const month = monthOf(debtorDayOf(view, tx));
    paid.set(month, (paid.get(month) ?? 0) + amountOf(view, tx));
  }
  const working = new Map<number, Set<EndId>>();
  const starting = new Map<number, number>();
  for (const [worker, wages] of crew.workers) {
    starting.set(
      monthOf(debtorDayOf(view, wages[0] as number)),
      (starting.get(monthOf(debtorDayOf(view, wages[0] as number))) ?? 0) + 1,
    );
    for (const tx of wages) {
      const month = monthOf(debtorDayOf(view, tx));
      working.set(month, (working.get(month) ?? new Set()).add(worker));
    }
  }
  const months = [...paid.keys()].sort((a, b) => a - b);
  const sums = months.map((month) => paid.get(month) as number);
  const fits = [
    months.map((month) => working.get(month)?.size ?? 0),
    months.map((month) => starting.get(month) ?? 0),
  ].map((heads) => fitOf(heads, sums));
  return Math.max(...fits);
}

/** R² against heads times one sum; where heads hardly change, R² says nothing and one less the variation of the sum per head does. */
function fitOf(heads: readonly number[], sums: readonly number[]): number {
  const squares = heads.reduce((sum, n) => sum + n * n, 0);
  if (squares === 0 || sums.length < 2 || heads.includes(0)) return 0;
  const perHead = heads.reduce((sum, n, i) => sum + n * (sums[i] as number), 0) / squares;
  const mean = sums.reduce((sum, paid) => sum + paid, 0) / sums.length;
  const spread = sums.reduce((sum, paid) => sum + (paid - mean) ** 2, 0);
  const rest = sums.reduce((sum, paid, i) => sum + (paid - perHead * (heads[i] as number)) ** 2, 0);
  const steady = 1 - variationOf(sums.map((paid, i) => paid / (heads[i] as number)));
  return Math.max(0, steady, spread === 0 ? 0 : 1 - rest / spread);
}
