/** Amounts as text, for what is decided before reading: their shape, and their value for comparing only. */
import { stripAmount, type DecimalMark } from './amounts.ts';

/** The amount in units of 10^-8, signs and debit letters counted in; undefined for what is no number. */
export function scaled(text: string, decimal: DecimalMark): bigint | undefined {
  const stripped = stripAmount(text);
  if (!stripped || stripped.digits === '') return undefined;
  const [whole = '', fraction = '', more] = stripped.digits
    .replace(decimal === '.' ? /[, ']/g : /[. ']/g, '')
    .split(decimal);
  if (more !== undefined || !/^\d*$/.test(whole) || !/^\d*$/.test(fraction)) return undefined;
  if (whole.length > 30) return undefined;
  const value = BigInt(whole + fraction.slice(0, 8).padEnd(8, '0'));
  return stripped.isNegative !== (stripped.side === 'D') ? -value : value;
}

/** Digits with marks, whatever currency and sign stand around. */
export function isAmount(text: string): boolean {
  return text.length <= 40 && /^[\d.,' ]*\d[\d.,' ]*$/.test(stripAmount(text)?.digits ?? '');
}
