/**
 * Cells of a register as one `RegisterRow`: bands of money by their middle, contacts as hashes, roles
 * by the words of seven languages. A protected address is dropped with its region.
 */
import { UNKNOWN_CURRENCY, currencyCode, currencyExponent, packCurrency } from '../../money.ts';
import { contactHash } from '../contact-hash.ts';
import { countryOf } from '../country-code.ts';
import { registerRow, type RegisterRow } from '../register-row.ts';
import type { RegisterRole } from '../register-words.ts';
import type { Day } from '../../days.ts';

const MONTHLY_BELOW = 20000;

/**
 * Whether a column of declared incomes is monthly: by its name, else where nobody could live on the
 * largest of them in a year.
 */
export function isMonthlyIncome(name: string, values: readonly string[]): boolean {
  if (/month|monat|mensuel|mensual|mensile/i.test(name)) return true;
  if (/year|annual|jahr|annuel|anual|annuo|p\.?a\.?\b/i.test(name)) return false;
  return Math.max(0, ...values.map((band) => middleOfBand(band) ?? 0)) < MONTHLY_BELOW;
}

/** The middle of `1000-2000`, half of `under 1000`, the bound of `over 4000`; `k` and `m` as usual. */
export function middleOfBand(band: string): number | undefined {
  const numbers = [...band.toLowerCase().matchAll(/(\d+(?:[ '.,]\d{3})*(?:[.,]\d+)?)\s*(k|m|mio|tsd)?/g)].map(
    (match) => {
      const whole = (match[1] ?? '').replace(/[ '.,](?=\d{3}(?!\d))/g, '').replace(',', '.');
      return Number(whole) * (match[2] === undefined ? 1 : /^m/.test(match[2]) ? 1e6 : 1e3);
    },
  );
  const [low, high] = numbers;
  if (low === undefined || !Number.isFinite(low)) return undefined;
  if (high !== undefined) return (low + high) / 2;
  return /under|below|less|unter|bis|moins|menos|meno|onder|ponizej|sub|</i.test(band) ? low / 2 : low;
}

export interface RegisterDays {
  readonly openedOn?: Day | undefined;
  readonly closedOn?: Day | undefined;
  readonly validFrom?: Day | undefined;
  readonly validTo?: Day | undefined;
}

/** @param key of the case's hashes */
export function rowOfCells(
  cell: (role: RegisterRole) => string,
  account: string,
  days: RegisterDays,
  { isMonthly, key }: { readonly isMonthly: boolean; readonly key: string },
): RegisterRow {
  const isProtected = /^(true|yes|1|ja|oui|si|sí|tak|da|y|x|wahr)$/i.test(cell('protectedAddress'));
  const currency = packCurrency(cell('currency'));
  const unit = 10 ** currencyExponent(currency || UNKNOWN_CURRENCY);
  const money = (role: RegisterRole, times: number): number | undefined => {
    const middle = middleOfBand(cell(role));
    return middle === undefined ? undefined : Math.round(middle * times * unit);
  };
  const licences = cell('licence')
    .split(/[;|,]/)
    .map((licence) => licence.trim())
    .filter((licence) => licence !== '');
  const staff = middleOfBand(cell('staffCount'));
  return registerRow({
    account,
    customerId: cell('customerId') || undefined,
    holderName: cell('holderName') || undefined,
    holderType: holderType(cell('holderType')),
    role: roleOf(cell('role')),
    birthYear: birthYearOf(cell('birthYear')),
    residenceCountry: countryOf(cell('residenceCountry')) || undefined,
    homeRegion: isProtected ? undefined : cell('homeRegion') || undefined,
    addressHash: isProtected ? undefined : contactHash(key, 'address', cell('address')),
    phoneHash: contactHash(key, 'phone', cell('phone')),
    emailHash: contactHash(key, 'email', cell('email')),
    protectedAddress: isProtected || undefined,
    occupation: cell('occupation') || undefined,
    declaredIncome: money('declaredIncome', isMonthly ? 12 : 1),
    sector: cell('sector') || undefined,
    staffCount: staff === undefined ? undefined : Math.ceil(staff),
    declaredTurnover: money('declaredTurnover', 1),
    licences: licences.length === 0 ? undefined : licences,
    ...days,
    status: statusOf(cell('status')),
    openedAtBranch: cell('openedAtBranch') || undefined,
    introducerId: cell('introducerId') || undefined,
    currency: currency === 0 ? undefined : currencyCode(currency),
  });
}

/** The year of a date of birth in any order. */
export function birthYearOf(text: string): number | undefined {
  const year = /\b(1[89]\d\d|20\d\d)/.exec(text)?.[1] ?? /(1[89]\d\d|20\d\d)\b/.exec(text)?.[1];
  return year === undefined ? undefined : Number(year);
}

/** A short code or word; a longer text is none of an account's states. */
export function statusOf(text: string): string | undefined {
  return /^[\p{L}\d _-]{1,20}$/u.test(text) ? text : undefined;
}

export function holderType(text: string): RegisterRow['holderType'] {
  if (/^(person|individual|natural|private|privat|natuerlich|natürlich|physique|fisica|osoba)/i.test(text))
    return 'person';
  return /^(business|company|legal|organi[sz]ation|firma|unternehmen|juristisch|entreprise|empresa|impresa|corporate|entity)/i.test(
    text,
  )
    ? 'business'
    : undefined;
}

export function roleOf(text: string): RegisterRow['role'] {
  if (text.trim() === '') return undefined;
  if (/beneficial|ubo\b|wirtschaftlich|b[ée]n[ée]ficiaire|beneficiario final|beneficjent/i.test(text))
    return 'beneficial-owner';
  if (
    /director|manag|gesch(ä|ae)ftsf|vorstand|g[ée]rant|dirigeant|administrador|amministrator|bestuurder|prezes/i.test(
      text,
    )
  )
    return 'director';
  if (/^(holder|owner|inhaber|titul|kontoinhaber|account holder|primary|joint)/i.test(text)) return 'holder';
  if (
    /power|attorney|prox(y|ies)|vollmacht|bevollm|procura|poder|mandata|delegat|gemachtigd|pelnomocn|pełnomocn|imputernic/i.test(
      text,
    )
  )
    return 'power-of-attorney';
  if (/card/i.test(text)) return 'additional-cardholder';
  if (/guardian|betreu|vormund|tuteur/i.test(text)) return 'guardian';
  return /signator|authori[sz]ed|zeichnungs|verf(ü|ue)gungs/i.test(text) ? 'signatory' : 'other';
}
