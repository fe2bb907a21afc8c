/**
 * Amount thresholds in another currency come from a dated table of price levels
 * (`datasets/price-levels.csv`), never from a spot rate alone (design section 5). A currency
 * without a row is not tested.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packCurrency, type PackedCurrency } from '../money.ts';
import { packageRoot } from '../package-root.ts';

export interface PriceLevels {
  /** Minor units of each packed currency that weigh as much as one euro; 0 = no row. */
  readonly perEuro: Float64Array;
  readonly asOf: string;
}

export function loadPriceLevels(): PriceLevels {
  const perEuro = new Float64Array(new SharedArrayBuffer((1 << 15) * 8));
  let asOf = '';
  for (const line of readFileSync(join(packageRoot, 'datasets/price-levels.csv'), 'utf8').split('\n').slice(1)) {
    const [code = '', minor = '', date = ''] = line.split(',');
    if (code === '') continue;
    perEuro[packCurrency(code)] = Number(minor);
    if (date > asOf) asOf = date;
  }
  return { perEuro, asOf };
}

/** A threshold in whole euros as minor units of a currency; NaN where the table has no row (compares false). */
export function euros(prices: PriceLevels, amount: number, currency: PackedCurrency): number {
  const level = prices.perEuro[currency] ?? 0;
  return level === 0 ? NaN : Math.round(amount * level);
}
