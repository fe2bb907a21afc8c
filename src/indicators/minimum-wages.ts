/**
 * Full-time minimum wage a month by country and date (`datasets/minimum-wages.csv`, gross, as paid
 * out in an ordinary month). A country without a row, or a day before its first, is not tested.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseIsoDate } from '../days.ts';
import { packCurrency, type PackedCurrency } from '../money.ts';
import { packageRoot } from '../package-root.ts';

interface Floor {
  readonly from: number;
  readonly currency: PackedCurrency;
  readonly minor: number;
}

/** By country as (a << 8) | b, oldest first. */
const floors = new Map<number, Floor[]>();
for (const line of readFileSync(join(packageRoot, 'datasets/minimum-wages.csv'), 'utf8').split('\n').slice(1)) {
  const [country = '', currency = '', minor = '', from = ''] = line.split(',');
  if (country === '') continue;
  const packed = (country.charCodeAt(0) << 8) | country.charCodeAt(1);
  const rows = floors.get(packed) ?? [];
  rows.push({ from: parseIsoDate(`${from}-01`), currency: packCurrency(currency), minor: Number(minor) });
  floors.set(
    packed,
    rows.sort((a, b) => a.from - b.from),
  );
}

/** Minor units a month; NaN where there is no row in this currency for that day (compares false). */
export function minimumWage(country: number, currency: PackedCurrency, day: number): number {
  let minor = NaN;
  for (const floor of floors.get(country) ?? [])
    if (floor.from <= day && floor.currency === currency) minor = floor.minor;
  return minor;
}
