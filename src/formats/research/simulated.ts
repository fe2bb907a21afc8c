/**
 * What simulators of payments have in common: time is counted in steps, currencies are unnamed,
 * amounts are binary floats written in full. Labels are no part of an entry; they are read by
 * `research/labels.ts` alone, which nothing in `src/` may import.
 */
import { dayFrom, type Day } from '../../days.ts';
import { currencyExponent, parseAmount, type AmountFault, type PackedCurrency } from '../../money.ts';

/** The day that step counts begin at: made up, the same for every file (AMLSim's own default base date). */
export const SIMULATION_START: Day = dayFrom(2017, 1, 1);
export const SIMULATED_DAYS = 'days are counted from 2017-01-01, since the file has steps of a simulation and no dates';
const MOST_STEPS = 100000;

/** A count of steps from 0, or undefined. */
export function stepOf(text: string): number | undefined {
  if (!/^\d{1,6}$/.test(text)) return undefined;
  const step = Number(text);
  return step > MOST_STEPS ? undefined : step;
}

/**
 * Exact minor units of an amount that a program wrote as a double. A decimal that fits its currency is
 * taken as it stands. One that does not is taken only where it is binary noise: the shortest writing
 * of a double with more than 15 significant digits, whose first 15 digits (what every double keeps,
 * IEEE 754) make a decimal that fits. Nothing else is rounded: `0.125` is finer than a cent.
 */
export function amountOfDouble(text: string, currency: PackedCurrency): number | AmountFault {
  const scientific = /^([+-]?\d(?:\.\d+)?)[eE]\+?(\d{1,2})$/.exec(text);
  const plain = scientific ? shifted(scientific[1] ?? '', Number(scientific[2])) : text;
  const exact = parseAmount(plain, currency);
  if (exact !== 'finer than its currency') return exact;
  const digits = plain.replace(/[+-]/, '').replace('.', '').replace(/^0+/, '');
  const value = Number(plain);
  if (digits.length <= 15 || String(value) !== plain.replace(/^\+/, '')) return exact;
  const kept = value.toPrecision(15);
  if (/e/i.test(kept)) return exact;
  const [whole = '', fraction = ''] = kept.split('.');
  const trimmed = fraction.replace(/0+$/, '');
  if (trimmed.length > currencyExponent(currency)) return exact;
  return parseAmount(trimmed === '' ? whole : `${whole}.${trimmed}`, currency);
}

/** `1.25e3` as `1250`: the point moved to the right. */
function shifted(decimal: string, places: number): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const digits = fraction.padEnd(places, '0');
  const rest = digits.slice(places);
  return `${whole}${digits.slice(0, places)}${rest === '' ? '' : `.${rest}`}`;
}
