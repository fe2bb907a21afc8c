/**
 * Exact money: integer minor units with an ISO 4217 currency, each with its own exponent, dead
 * currencies included (`datasets/currencies.csv`). A currency in a column is its three letters
 * packed into 15 bits, so that no table is needed to read a column back. `XXX` means unknown.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root.ts';

export type CurrencyCode = string & { readonly __brand: 'CurrencyCode' };
/** Three letters in 15 bits, 1-based; 0 is never a currency. */
export type PackedCurrency = number;
export interface Money {
  readonly minor: bigint;
  readonly currency: CurrencyCode;
}

/** Amounts in columns stay below this, so that they are exact as numbers and as int64. */
export const LARGEST_AMOUNT = Number.MAX_SAFE_INTEGER;

const NO_EXPONENT = 255;
const exponents = new Uint8Array(1 << 15).fill(NO_EXPONENT);
export const currencyCodes: readonly CurrencyCode[] = readFileSync(join(packageRoot, 'datasets/currencies.csv'), 'utf8')
  .split('\n')
  .slice(1)
  .filter((line) => line !== '')
  .map((line) => {
    const [code = '', exponent = ''] = line.split(',');
    exponents[packLetters(code)] = Number(exponent);
    return code as CurrencyCode;
  });

function packLetters(code: string): number {
  return ((code.charCodeAt(0) - 64) << 10) | ((code.charCodeAt(1) - 64) << 5) | (code.charCodeAt(2) - 64);
}

/** The packed form of a known code in capitals or small letters, else 0. */
export function packCurrency(text: string): PackedCurrency {
  if (text.length !== 3) return 0;
  let packed = 0;
  for (let i = 0; i < 3; i++) {
    const letter = (text.charCodeAt(i) | 32) - 96;
    if (letter < 1 || letter > 26) return 0;
    packed = (packed << 5) | letter;
  }
  return exponents[packed] === NO_EXPONENT ? 0 : packed;
}

/** As `packCurrency`, from three bytes; for readers that make no strings. */
export function packCurrencyBytes(a: number, b: number, c: number): PackedCurrency {
  const packed = (((a & 0xdf) - 64) << 10) | (((b & 0xdf) - 64) << 5) | ((c & 0xdf) - 64);
  return packed > 0 && packed < 1 << 15 && exponents[packed] !== NO_EXPONENT ? packed : 0;
}

export function currencyCode(packed: PackedCurrency): CurrencyCode {
  if (packed <= 0 || exponents[packed] === NO_EXPONENT) return 'XXX' as CurrencyCode;
  return String.fromCharCode(64 + (packed >> 10), 64 + ((packed >> 5) & 31), 64 + (packed & 31)) as CurrencyCode;
}

export const UNKNOWN_CURRENCY: PackedCurrency = packCurrency('XXX');

/** Digits after the point, 0 to 8; 2 for what is unknown. */
export function currencyExponent(packed: PackedCurrency): number {
  const exponent = exponents[packed] ?? NO_EXPONENT;
  return exponent === NO_EXPONENT ? 2 : exponent;
}

/** `-123.45`: the exact decimal, always with the currency's own number of digits. */
export function decimalText(minor: bigint | number, packed: PackedCurrency): string {
  const exponent = currencyExponent(packed);
  const value = BigInt(minor);
  const sign = value < 0n ? '-' : '';
  const digits = (value < 0n ? -value : value).toString().padStart(exponent + 1, '0');
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

export type AmountFault = 'empty' | 'not a number' | 'finer than its currency' | 'too large';

/**
 * Reads an unsigned or signed decimal without thousands marks, e.g. `1234.5` or `-0,07`.
 * @param decimal the mark before the fraction
 * @returns minor units as a safe integer, or why not. An amount finer than its currency is a
 *   fault unless the further digits are zeros; nothing is rounded.
 */
export function parseAmount(text: string, packed: PackedCurrency, decimal: '.' | ',' = '.'): number | AmountFault {
  const plain = plainAmount(text, currencyExponent(packed), decimal);
  if (plain >= 0) return plain;
  const trimmed = text.trim();
  if (trimmed === '') return 'empty';
  const match = (decimal === '.' ? /^([+-]?)(\d*)(?:\.(\d*))?$/ : /^([+-]?)(\d*)(?:,(\d*))?$/).exec(trimmed);
  if (!match) return 'not a number';
  const [, sign = '', whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return 'not a number';
  const exponent = currencyExponent(packed);
  if (/[^0]/.test(fraction.slice(exponent))) return 'finer than its currency';
  const minor = Number(whole + fraction.slice(0, exponent).padEnd(exponent, '0'));
  if (minor > LARGEST_AMOUNT) return 'too large';
  return sign === '-' ? -minor : minor;
}

/** Most amounts are digits with the currency's own number of decimals; -1 for any other. */
function plainAmount(text: string, exponent: number, decimal: '.' | ','): number {
  const { length } = text;
  const point = exponent === 0 ? -1 : length - exponent - 1;
  if (length === 0 || length > 15 || point === 0 || (exponent > 0 && text[point] !== decimal)) return -1;
  let minor = 0;
  for (let i = 0; i < length; i++) {
    if (i === point) continue;
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    minor = minor * 10 + digit;
  }
  return minor;
}
