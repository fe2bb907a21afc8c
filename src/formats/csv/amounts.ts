/**
 * Amounts as banks write them, read from bytes to exact minor units. The decimal mark is decided
 * for a column as a whole (`inferDecimal`), never for one value; thousands marks (point, comma,
 * blank, apostrophe) must stand before groups of three, or of two as in India. What is unusual
 * (a currency, brackets, Unicode signs) goes through text; both ways give the same number.
 */
import {
  LARGEST_AMOUNT,
  currencyCode,
  currencyExponent,
  packCurrency,
  parseAmount,
  type AmountFault,
  type PackedCurrency,
} from '../../money.ts';

export type DecimalMark = '.' | ',';

const POINT = 46;
const COMMA = 44;
const MINUS = 45;
const PLUS = 43;
const BLANK = 32;
const APOSTROPHE = 39;

const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR', '£': 'GBP', '¥': 'JPY', $: 'USD', '₽': 'RUB', 'zł': 'PLN', 'Kč': 'CZK', lei: 'RON', '₴': 'UAH', '₺': 'TRY', '₹': 'INR',
  '₪': 'ILS', Ft: 'HUF', 'руб': 'RUB', 'Fr': 'CHF', 'SFr': 'CHF', 'lv': 'BGN', 'лв': 'BGN', '₿': 'XBT', 'US$': 'USD', 'A$': 'AUD', 'C$': 'CAD',
}; // prettier-ignore

/** Names of currencies as exports spell them out, in small letters. */
const NAMES: Readonly<Record<string, string>> = {
  'us dollar': 'USD', 'u.s. dollar': 'USD', dollar: 'USD', 'american dollar': 'USD', euro: 'EUR', euros: 'EUR', 'uk pound': 'GBP',
  'pound sterling': 'GBP', 'british pound': 'GBP', 'swiss franc': 'CHF', 'schweizer franken': 'CHF', yuan: 'CNY', 'yuan renminbi': 'CNY',
  renminbi: 'CNY', yen: 'JPY', 'japanese yen': 'JPY', rupee: 'INR', 'indian rupee': 'INR', ruble: 'RUB', rouble: 'RUB', 'russian ruble': 'RUB',
  'рубль': 'RUB', 'canadian dollar': 'CAD', 'australian dollar': 'AUD', 'mexican peso': 'MXN', 'saudi riyal': 'SAR', 'brazil real': 'BRL',
  'brazilian real': 'BRL', shekel: 'ILS', 'israeli shekel': 'ILS', bitcoin: 'XBT', btc: 'XBT', rmb: 'CNY', 'polish zloty': 'PLN', zloty: 'PLN',
  'romanian leu': 'RON', leu: 'RON', 'swedish krona': 'SEK', 'norwegian krone': 'NOK', 'danish krone': 'DKK', 'czech koruna': 'CZK',
  'turkish lira': 'TRY', forint: 'HUF', rub: 'RUB', rur: 'RUB', euroa: 'EUR', eurot: 'EUR', 'евро': 'EUR', 'євро': 'EUR', tl: 'TRY', kc: 'CZK',
  'грн': 'UAH', 'грн.': 'UAH', hrn: 'UAH', 'руб.': 'RUB', 'рублей': 'RUB', 'р.': 'RUB', 'тг': 'KZT', 'тенге': 'KZT', '₸': 'KZT', din: 'RSD', 'din.': 'RSD',
  'дин': 'RSD', km: 'BAM', kn: 'HRK', 'ден': 'MKD', den: 'MKD', lek: 'ALL', 'lekë': 'ALL', '₾': 'GEL', '֏': 'AMD', '₼': 'AZN', 'лева': 'BGN', leva: 'BGN',
  'złoty': 'PLN', 'złotych': 'PLN', zl: 'PLN', ft: 'HUF', 'bel. rub': 'BYN', isk: 'ISK', sfr: 'CHF', 'fr.': 'CHF', 'r$': 'BRL', 'ca$': 'CAD', 'nz$': 'NZD', 's$': 'SGD', 'hk$': 'HKD',
}; // prettier-ignore

/** A currency's code, sign or name in any spelling that is known; 0 for anything else. */
export function readCurrency(text: string): PackedCurrency {
  const tidy = text.trim();
  const sign = SIGNS[tidy] ?? SIGNS[tidy.replace(/\.$/, '')] ?? NAMES[tidy.toLowerCase().replace(/\s+/g, ' ')];
  return packCurrency(sign ?? tidy);
}

/** What is left of an amount's text once sign and currency are taken off. */
interface Stripped {
  readonly digits: string;
  readonly isNegative: boolean;
  readonly currency: PackedCurrency;
  /** The sign that stood for the currency, where several have it: `$`, `kr`. */
  readonly sharedSign?: string;
  /** `D` or `C` where a letter said so. */
  readonly side?: 'D' | 'C';
}

/** Currencies that are written with one sign; the file says which. */
const SHARED: ReadonlyMap<string, readonly string[]> = new Map([
  ['$', 'USD AUD CAD NZD SGD HKD MXN ARS CLP COP TWD JMD BBD TTD FJD NAD UYU'.split(' ')],
  ['kr', 'SEK NOK DKK ISK'.split(' ')],
  ['£', 'GBP GIP FKP SHP EGP SYP LBP'.split(' ')],
  ['¥', 'JPY CNY'.split(' ')],
  ['fr', 'CHF'.split(' ')],
  ['lei', 'RON MDL'.split(' ')],
  ['р', 'RUB BYN'.split(' ')],
  ['руб', 'RUB BYN'.split(' ')],
]);

/** Takes currency, brackets and signs off an amount; undefined where other letters stand. */
export function stripAmount(text: string): Stripped | undefined {
  let rest = text
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')
    .replace(/[’`´]/g, "'")
    .replace(/[\u2212\u2013\u2012\ufe63\uff0d]/g, '-')
    // Marks of direction, NUL and the like stand for nothing.
    .replace(/[\0\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .trim();
  let isNegative = false;
  let hasSign = false;
  let currency = 0;
  let side: 'D' | 'C' | undefined;
  // Excel's mark of a text, and 12,- for no cents.
  if (/^'[-+\d]/.test(rest)) rest = rest.slice(1).replace(/'$/, '');
  rest = rest.replace(/^([-+]?\d[\d.' ]*),(?:-|--|\u2014)$/, '$1').replace(/([.,]\d\d)([-+]?)\s*,-$/, '$1$2');
  let sharedSign: string | undefined;
  const brackets = /^([^()]*)\(([^()]+)\)([^()]*)$/.exec(rest);
  if (brackets) {
    isNegative = true;
    rest = `${brackets[1] ?? ''}${brackets[2] ?? ''}${brackets[3] ?? ''}`.trim();
  }
  for (let turn = 0; turn < 4; turn++) {
    const sign = /^([+-])\s*(.+)$/.exec(rest) ?? /^(.*\S)\s*([+-])$/.exec(rest);
    if (sign) {
      if (hasSign) return undefined;
      hasSign = true;
      const isLeading = sign[1] === '-' || sign[1] === '+';
      if ((isLeading ? sign[1] : sign[2]) === '-') isNegative = !isNegative;
      rest = (isLeading ? sign[2] : sign[1]) as string;
      continue;
    }
    const word = /^([^\d\s.,'+-][^\d\s,'+-]*)\s*(.*)$/.exec(rest) ?? /^(.*[\d.,'+-])\s*([^\d\s.,'+-]+\.?)$/.exec(rest);
    if (!word) break;
    const isLeading = rest.startsWith(word[1] as string) && !/^[\d.,'+-]/.test(word[1] as string);
    const letters = (isLeading ? word[1] : word[2]) as string;
    const found = readCurrency(letters);
    if (SHARED.has(letters.toLowerCase().replace(/\.$/, ''))) sharedSign ??= letters.toLowerCase().replace(/\.$/, '');
    if (found !== 0 && currency === 0) currency = found;
    else if (/^(D|DR|S|Db|Dt)\.?$/i.test(letters) && !side) side = 'D';
    else if (/^(C|CR|H|Ct|Kt)\.?$/i.test(letters) && !side) side = 'C';
    else if (sharedSign !== undefined && currency === 0) currency = 0;
    else return undefined;
    rest = ((isLeading ? word[2] : word[1]) as string).trim();
  }
  return { digits: rest, isNegative, currency, ...(side ? { side } : {}), ...(sharedSign ? { sharedSign } : {}) };
}

const WITHOUT_GROUPS = { '.': /^(\d+(\.\d*)?|\.\d+)$/, ',': /^(\d+(,\d*)?|,\d+)$/ } as const;
const WITH_GROUPS = {
  '.': /^\d{1,3}([, '])(\d{2,3}\1)*\d{3}(\.\d*)?$/,
  ',': /^\d{1,3}([. '])(\d{2,3}\1)*\d{3}(,\d*)?$/,
} as const;

/** Reads the amounts of one column. After `read`, `fault` or `currency` say more. */
export class AmountReader {
  fault: AmountFault | undefined;
  /** The currency that the amount itself named, else 0. */
  currency: PackedCurrency = 0;
  private readonly decimal: DecimalMark;
  private readonly decimalByte: number;
  private readonly groupByte: number;
  private readonly text: (bytes: Uint8Array, from: number, to: number) => string;

  constructor(decimal: DecimalMark, text: (bytes: Uint8Array, from: number, to: number) => string) {
    this.decimal = decimal;
    this.decimalByte = decimal === '.' ? POINT : COMMA;
    this.groupByte = decimal === '.' ? COMMA : POINT;
    this.text = text;
  }

  /** Signed minor units of `currency`, or NaN with a fault. */
  read(bytes: Uint8Array, from: number, to: number, currency: PackedCurrency): number {
    this.fault = undefined;
    this.currency = 0;
    const exponent = currencyExponent(currency);
    while (from < to && bytes[from] === BLANK) from++;
    while (to > from && bytes[to - 1] === BLANK) to--;
    if (from === to) return this.failed('empty');
    let p = from;
    let isNegative = false;
    const sign = bytes[p] as number;
    if (sign === MINUS || sign === PLUS) {
      isNegative = sign === MINUS;
      p++;
    }
    let minor = 0;
    let digits = 0;
    let group = 0;
    let mark = 0;
    for (; p < to; p++) {
      const c = bytes[p] as number;
      if (c >= 48 && c <= 57) {
        minor = minor * 10 + (c - 48);
        digits++;
      } else if (
        (c === this.groupByte || c === BLANK || c === APOSTROPHE) &&
        digits > 0 &&
        (mark === 0 || mark === c)
      ) {
        const length = digits - group;
        if (length > 3 || (mark !== 0 && length < 2)) return this.slow(bytes, from, to, currency);
        mark = c;
        group = digits;
      } else break;
    }
    if (mark !== 0 && digits - group !== 3) return this.slow(bytes, from, to, currency);
    let places = 0;
    let isFiner = false;
    if (p < to && bytes[p] === this.decimalByte) {
      for (p++; p < to; p++) {
        const c = bytes[p] as number;
        if (c < 48 || c > 57) break;
        digits++;
        if (places < exponent) {
          minor = minor * 10 + (c - 48);
          places++;
        } else if (c !== 48) isFiner = true;
      }
    }
    if (p < to || digits === 0) return this.slow(bytes, from, to, currency);
    if (isFiner) return this.failed('finer than its currency');
    for (; places < exponent; places++) minor *= 10;
    if (minor > LARGEST_AMOUNT) return this.failed('too large');
    return isNegative ? -minor : minor;
  }

  private failed(fault: AmountFault): number {
    this.fault = fault;
    return NaN;
  }

  private slow(bytes: Uint8Array, from: number, to: number, currency: PackedCurrency): number {
    const stripped = stripAmount(this.text(bytes, from, to));
    if (!stripped) return this.failed('not a number');
    const { digits, isNegative, side } = stripped;
    this.currency = stripped.currency;
    // A dollar in a file of Canadian ones is a Canadian one.
    if (SHARED.get(stripped.sharedSign ?? '')?.includes(currencyCode(currency))) this.currency = currency;
    if (!WITHOUT_GROUPS[this.decimal].test(digits) && !WITH_GROUPS[this.decimal].test(digits))
      return this.failed('not a number');
    const bare = digits.replace(this.decimal === '.' ? /[, ']/g : /[. ']/g, '');
    const minor = parseAmount(bare, this.currency || currency, this.decimal);
    if (typeof minor === 'string') return this.failed(minor);
    return isNegative !== (side === 'D') ? -minor : minor;
  }
}

export interface DecimalGuess {
  /** Undefined where no value tells. */
  readonly decimal: DecimalMark | undefined;
  readonly why: string;
}

/** Tells a column's decimal mark from its values together; empty and odd ones are passed over. */
export function inferDecimal(values: readonly string[]): DecimalGuess {
  const votes = { '.': 0, ',': 0 };
  let witness = '';
  let unsure = '';
  for (const value of values) {
    const digits = stripAmount(value)?.digits ?? '';
    if (!/^[\d.,' ]+$/.test(digits) || !/[.,]/.test(digits)) continue;
    const lastPoint = digits.lastIndexOf('.');
    const lastComma = digits.lastIndexOf(',');
    const last = lastPoint > lastComma ? '.' : ',';
    const other = last === '.' ? ',' : '.';
    const isRepeated = digits.indexOf(last) !== digits.lastIndexOf(last);
    const after = digits.length - 1 - Math.max(lastPoint, lastComma);
    let said: DecimalMark | undefined;
    if (isRepeated) said = other;
    else if (lastPoint >= 0 && lastComma >= 0) said = last;
    else if (after !== 3 || /^0[.,]/.test(digits) || /['\s]\d{3}[.,]/.test(digits) || /^\d{4,}[.,]/.test(digits))
      said = last;
    if (!said) unsure ||= value.trim();
    else {
      votes[said]++;
      if (votes[said] === 1) witness ||= value.trim();
    }
  }
  if (votes['.'] === 0 && votes[','] === 0) {
    return {
      decimal: undefined,
      why: unsure === '' ? 'no amount has a fraction' : `${unsure} may be thousands or a fraction`,
    };
  }
  const decimal = votes['.'] > votes[','] ? '.' : ',';
  const against = votes[decimal === '.' ? ',' : '.'];
  return { decimal, why: `${witness} shows it (${votes[decimal]} for, ${against} against)` };
}
