/**
 * What a number format shows: a day, a time, both, or a plain number (ECMA-376, part 1, section
 * 18.8.30 for the built-in ids, 18.8.31 for codes).
 */
import type { PackedCurrency } from '../../money.ts';
import { readCurrency } from '../csv/amounts.ts';
import type { DateKind } from './serial-date.ts';

/** The currency that a code shows, e.g. `#,##0.00 [$€-407]`; a bare dollar is any dollar, and shows none. */
export function formatCurrency(code: string): PackedCurrency {
  const [shown = ''] = code.split(';');
  for (const [, bracketed, locale = '', quoted, bare] of shown.matchAll(
    /\[\$([^\]-]+)(?:-([0-9A-Fa-f]+))?\]|"([^"]+)"|([€£₽₹₺₪₴])/g,
  )) {
    const sign = (bracketed ?? quoted ?? bare ?? '').trim();
    if (sign === '$' && !/409$/.test(locale)) continue;
    const currency = readCurrency(sign);
    if (currency !== 0) return currency;
  }
  return 0;
}

/** Built-in formats; 27 to 36 and 50 to 58 are days in East Asian editions. */
export function builtInKind(id: number): DateKind | undefined {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58)
    return 'date';
  if (id >= 18 && id <= 21) return 'time';
  if ((id >= 32 && id <= 35) || id === 55 || id === 56) return 'time';
  return id === 22 ? 'moment' : undefined;
}

/** A format's code such as `dd/mm/yyyy;@` or `[$-407]d. mmmm yyyy hh:mm`. */
export function formatKind(code: string): DateKind | undefined {
  const [shown = ''] = code.replace(/"[^"]*"|\\.|_.|\*./g, ' ').split(';');
  // Elapsed hours are a duration, no time of day.
  if (/\[(h+|m+|s+)\]/i.test(shown)) return undefined;
  const letters = shown.replace(/\[[^\]]*\]/g, '').toLowerCase();
  if (/general|standard/.test(letters) || /[0#?]/.test(letters.replace(/s\.0+/g, 's'))) return undefined;
  // Letters of years and days in editions that wrote their own into the file.
  const hasDay = /[yd]|g+e|tt[./-]|[./-](jj|aa|rr)/.test(letters) || /^[^hs]*m{3,}[^hs]*$/.test(letters);
  const hasTime = /h|s/.test(letters.replace(/am\/pm|a\/p/g, ''));
  if (hasDay) return hasTime ? 'moment' : 'date';
  return hasTime ? 'time' : undefined;
}
