/** One number to draw payments of several currencies by; people never see it as a sum of money. */
import { amountAt } from '../formats/entry-columns.ts';
import type { PriceLevels } from '../indicators/price-levels.ts';
import type { Ledger, TransactionIndex } from '../ledger/ledger.ts';

/** A row's amount at price level in euro cents, 0 where its currency has no level. */
export function weightOf(ledger: Ledger, prices: PriceLevels, tx: TransactionIndex): number {
  const level = prices.perEuro[ledger.columns.currency?.[tx] ?? 0] ?? 0;
  return level === 0 ? 0 : Math.round((amountAt(ledger.columns, tx) * 100) / level);
}
