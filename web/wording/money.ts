/**
 * Exact decimals as people read them. Amounts stay texts or big integers: a float would lose a
 * cent somewhere, and different currencies are never added.
 */
const SIGNS: Readonly<Record<string, string>> = { EUR: '€', GBP: '£' };

/** `-12.50` as an integer of `digits` places after the point. */
export function minorUnits(decimal: string, digits: number): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(digits, '0').slice(0, digits));
}

function fractionDigits(decimal: string): number {
  const point = decimal.indexOf('.');
  return point < 0 ? 0 : decimal.length - point - 1;
}

export function addDecimals(left: string, right: string): string {
  const digits = Math.max(fractionDigits(left), fractionDigits(right));
  const sum = minorUnits(left, digits) + minorUnits(right, digits);
  if (digits === 0) return sum.toString();
  const text = (sum < 0n ? -sum : sum).toString().padStart(digits + 1, '0');
  return `${sum < 0n ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** `1234567.50` with thousands marks. */
export function groupDigits(decimal: string): string {
  const [whole = '0', fraction] = decimal.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${decimal.startsWith('-') ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

export function currencySign(currency: string): string {
  return currency === 'XXX' ? '?' : (SIGNS[currency] ?? currency);
}

/** `€ 143,920.00` */
export function moneyText(decimal: string, currency: string): string {
  return `${currencySign(currency)} ${groupDigits(decimal)}`;
}

/** `€ 143,920`: without cents, for labels where the exact figure is one step away. */
export function shortMoney(decimal: string, currency: string): string {
  const rounded = (minorUnits(decimal, 2) + (decimal.startsWith('-') ? -50n : 50n)) / 100n;
  return `${currencySign(currency)} ${groupDigits(rounded.toString())}`;
}

export type Amounts = Readonly<Record<string, string>>;

/** Currencies, the largest figure first; never added together. */
export function amountsList(
  amounts: Amounts,
  write: (decimal: string, currency: string) => string = moneyText,
): string[] {
  return Object.entries(amounts)
    .sort(([aCurrency, a], [bCurrency, b]) => Number(b) - Number(a) || aCurrency.localeCompare(bCurrency))
    .map(([currency, decimal]) => write(decimal, currency));
}

export function addAmounts(into: Record<string, string>, currency: string, decimal: string): void {
  const before = into[currency];
  into[currency] = before === undefined ? decimal : addDecimals(before, decimal);
}
