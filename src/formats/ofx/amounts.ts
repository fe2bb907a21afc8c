/**
 * OFX amounts (OFX 2.3, section 3.2.9.1): a sign, digits, and a comma or a point before the
 * fraction. Thousands marks are forbidden and yet written, so the last mark is the decimal one where
 * both stand, and a mark that comes twice is none. Rates of exchange are ratios of whole numbers.
 */
import { LARGEST_AMOUNT, currencyExponent, parseAmount, type AmountFault, type PackedCurrency } from '../../money.ts';
import { stripAmount } from '../csv/amounts.ts';

/** Signed minor units, or what is wrong. */
export function readOfxAmount(text: string, currency: PackedCurrency): number | AmountFault {
  const comma = text.lastIndexOf(',');
  if (comma < 0) {
    const plain = parseAmount(text, currency);
    if (plain !== 'not a number') return plain;
  }
  const point = text.lastIndexOf('.');
  if (point < 0 && comma >= 0 && text.indexOf(',') === comma) {
    const plain = parseAmount(text, currency, ',');
    if (plain !== 'not a number') return plain;
  }
  const stripped = stripAmount(text);
  if (!stripped) return 'not a number';
  const decimal = comma > point ? ',' : '.';
  const { digits, isNegative, side } = stripped;
  const isRepeated = digits.indexOf(decimal) !== digits.lastIndexOf(decimal);
  const marks = isRepeated ? /[., ']/g : decimal === ',' ? /[. ']/g : /[, ']/g;
  if (/[., ']\d{1,2}[., ']/.test(digits)) return 'not a number';
  const minor = parseAmount(digits.replace(marks, ''), currency, decimal);
  return typeof minor === 'number' && isNegative !== (side === 'D') ? -minor : minor;
}

/**
 * The amount in the original currency of one that was converted: OFX gives only the rate (units of
 * the statement's currency to one of the original). It is given where exactly one amount of whole
 * minor units, converted and rounded, is what was booked; nothing is estimated.
 * @param minor booked, minor units >= 0 of `booked`
 */
export function originalAmount(
  minor: number,
  booked: PackedCurrency,
  rate: string,
  original: PackedCurrency,
): number | undefined {
  const match = /^\+?(\d{1,9})(?:[.,](\d{1,12}))?$/.exec(rate.trim());
  if (!match) return undefined;
  const places = match[2]?.length ?? 0;
  // booked = original × numerator / denominator, both in minor units.
  let numerator = BigInt((match[1] ?? '') + (match[2] ?? ''));
  let denominator = 10n ** BigInt(places);
  const shift = currencyExponent(booked) - currencyExponent(original);
  if (shift > 0) numerator *= 10n ** BigInt(shift);
  else denominator *= 10n ** BigInt(-shift);
  if (numerator === 0n) return undefined;
  const target = BigInt(minor);
  const converts = (candidate: bigint): boolean =>
    candidate >= 0n && (2n * candidate * numerator + denominator) / (2n * denominator) === target;
  const near = (2n * target * denominator + numerator) / (2n * numerator);
  if (!converts(near) || converts(near - 1n) || converts(near + 1n)) return undefined;
  return near <= BigInt(LARGEST_AMOUNT) ? Number(near) : undefined;
}
