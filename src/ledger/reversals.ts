/**
 * Reversals: a booked row that a bank marked as one is linked to the latest earlier payment of the
 * same amount the other way between the same ends (within 60 days); indicators skip both. A
 * reversal without a partner is skipped alone.
 */
import { FLAG_REVERSAL, amountAt } from '../formats/entry-columns.ts';
import { mixed } from './row-access.ts';
import type { TransactionColumns } from './ledger.ts';

const LONGEST_DAYS = 60;

/** @returns 1 for each row to skip, or undefined where no row is a reversal */
export function markReversals(columns: TransactionColumns, count: number): Uint8Array | undefined {
  const { flags, debtor, creditor, debtorDay } = columns;
  if (!flags) return undefined;
  const wanted = new Map<number, number[]>();
  const keyOf = (from: number, to: number, tx: number): number =>
    mixed([from, to, columns.amountLow?.[tx] ?? 0, columns.amountHigh?.[tx] ?? 0, columns.currency?.[tx] ?? 0]);
  const reversals: number[] = [];
  for (let tx = 0; tx < count; tx++) {
    if (((flags[tx] as number) & FLAG_REVERSAL) === 0) continue;
    reversals.push(tx);
    wanted.set(keyOf(creditor[tx] as number, debtor[tx] as number, tx), []);
  }
  if (reversals.length === 0) return undefined;
  for (let tx = 0; tx < count; tx++) {
    if (((flags[tx] as number) & FLAG_REVERSAL) === 0)
      wanted.get(keyOf(debtor[tx] as number, creditor[tx] as number, tx))?.push(tx);
  }
  const marked = new Uint8Array(new SharedArrayBuffer(count));
  for (const tx of reversals) {
    marked[tx] = 1;
    const originals = wanted.get(keyOf(creditor[tx] as number, debtor[tx] as number, tx)) ?? [];
    for (let i = originals.length - 1; i >= 0; i--) {
      const original = originals[i] as number;
      const gap = (debtorDay[tx] as number) - (debtorDay[original] as number);
      if (
        gap < 0 ||
        gap > LONGEST_DAYS ||
        marked[original] === 1 ||
        amountAt(columns, original) !== amountAt(columns, tx)
      )
        continue;
      marked[original] = 1;
      break;
    }
  }
  return marked;
}
