/**
 * `:61:` statement line (SWIFT FIN, category 9): value date YYMMDD, entry date MMDD, mark, funds
 * code, amount with a comma, transaction type, references. The entry date has no year: it is the one
 * nearest to the value date. `RC` undoes a credit, so its effect is a debit; `RD` the reverse.
 */
import { NO_DAY, dayFrom, fullYear, partsOfDay, type Day } from '../../days.ts';
import { LARGEST_AMOUNT, currencyExponent, packCurrency, parseAmount, type PackedCurrency } from '../../money.ts';

export interface StatementLine {
  /** Absent where the calendar has no such day beside an entry date: interest runs to 30 February. */
  readonly value?: Day;
  readonly booking?: Day;
  readonly direction: 'credit' | 'debit';
  readonly isReversal: boolean;
  /** Expected and not yet booked (`EC`, `ED` of MT942). */
  readonly isExpected: boolean;
  readonly amount: number;
  /** e.g. `NTRF`; '' where there is none. */
  readonly type: string;
  readonly reference?: string;
  /** Supplementary details, the lines after the first. */
  readonly supplement: string;
}

/** Reads a line, or says what is wrong with it. */
export function readStatementLine(lines: readonly string[], currency: PackedCurrency): StatementLine | string {
  const text = lines[0] ?? '';
  const parts = partsOf(text);
  if (!parts) return 'not a value date, mark and amount';
  const { entryEnd, mark, amountStart, amountEnd, typeStart } = parts;
  const value = shortDateAt(text, 0);
  const isLate = value === NO_DAY;
  const near = isLate && entryEnd === 10 ? readShortDate(`${text.slice(0, 4)}28`) : value;
  if (near === NO_DAY || (isLate && Number(text.slice(4, 6)) > 31)) return `${text.slice(0, 6)}: no such value date`;
  const booking = entryEnd === 10 ? nearestDay(near, text.slice(6, 10)) : undefined;
  if (booking === NO_DAY) return `${text.slice(6, 10)}: no such entry date`;
  const amount = amountIn(text.slice(amountStart, amountEnd), currency);
  if (typeof amount === 'string') return `amount ${text.slice(amountStart, amountEnd)}: ${amount}`;
  const hasType = isType(text, typeStart);
  const line: { -readonly [K in keyof StatementLine]: StatementLine[K] } = {
    direction: mark === 'RC' || mark === 'D' || mark === 'ED' ? 'debit' : 'credit',
    isReversal: mark.startsWith('R'),
    isExpected: mark.startsWith('E'),
    amount,
    type: hasType ? text.slice(typeStart, typeStart + 4) : '',
    supplement: lines.length === 1 ? '' : lines.slice(1).join('\n'),
  };
  if (!isLate) line.value = value;
  if (booking !== undefined) line.booking = booking;
  const reference = referenceIn(text.slice(typeStart + (hasType ? 4 : 0)));
  if (reference !== undefined) line.reference = reference;
  return line;
}

interface LineParts {
  /** 10 with an entry date, else 6. */
  readonly entryEnd: number;
  readonly mark: string;
  readonly amountStart: number;
  readonly amountEnd: number;
  readonly typeStart: number;
}

/** Where the parts stand: `YYMMDD[MMDD]` mark, funds code, amount, type and references. */
function partsOf(text: string): LineParts | undefined {
  if (digitsAt(text, 0) < 6) return undefined;
  const entryEnd = digitsAt(text, 6) >= 4 ? 10 : 6;
  let at = afterBlanks(text, entryEnd);
  const first = text.charCodeAt(at);
  let length = 1;
  if (first === LETTER_R || first === LETTER_E) length = 2;
  const last = text.charCodeAt(at + length - 1);
  if (last !== LETTER_C && last !== LETTER_D) return undefined;
  const mark = text.slice(at, at + length);
  at += length;
  const funds = text.charCodeAt(at);
  if (funds >= 65 && funds <= 90) at++;
  const amountStart = afterBlanks(text, at);
  let amountEnd = amountStart;
  while (isAmountLetter(text.charCodeAt(amountEnd))) amountEnd++;
  if (amountEnd === amountStart) return undefined;
  return { entryEnd, mark, amountStart, amountEnd, typeStart: afterBlanks(text, amountEnd) };
}

const LETTER_C = 67;
const LETTER_D = 68;
const LETTER_E = 69;
const LETTER_R = 82;
const COMMA = 44;
const POINT = 46;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isAmountLetter(code: number): boolean {
  return isDigit(code) || code === COMMA || code === POINT;
}

/** `N`, `F` or `S` and three letters or digits, or three blanks. */
function isType(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  if (first !== 78 && first !== 70 && first !== 83) return false;
  const isBlank = text.charCodeAt(at + 1) <= 32;
  for (let i = 1; i <= 3; i++) {
    const code = text.charCodeAt(at + i);
    if (isBlank ? !(code <= 32) : !(isDigit(code) || (code >= 65 && code <= 90))) return false;
  }
  return true;
}

/** How many digits stand there, at most ten. */
function digitsAt(text: string, from: number): number {
  let count = 0;
  while (count < 10 && isDigit(text.charCodeAt(from + count))) count++;
  return count;
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  return at;
}

/** As `parseAmount` for what is nothing but digits and one comma, which is all but a few. */
function amountIn(text: string, currency: PackedCurrency): number | string {
  const comma = text.indexOf(',');
  const exponent = currencyExponent(currency);
  if (comma > 0 && text.length <= 15 && text.length - comma - 1 <= exponent) {
    let minor = 0;
    let places = -1;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === COMMA && places < 0) places = 0;
      else if (isDigit(code)) {
        minor = minor * 10 + code - 48;
        if (places >= 0) places++;
      } else return parseAmount(text, currency, ',');
    }
    for (; places < exponent; places++) minor *= 10;
    return minor <= LARGEST_AMOUNT ? minor : 'too large';
  }
  return parseAmount(text, currency, comma >= 0 ? ',' : '.');
}

/** `YYMMDD`, the year in the window of `fullYear`; else NO_DAY. */
export function readShortDate(text: string): Day {
  return text.length === 6 ? shortDateAt(text, 0) : NO_DAY;
}

function shortDateAt(text: string, at: number): Day {
  const year = twoDigits(text, at);
  const month = twoDigits(text, at + 2);
  const date = twoDigits(text, at + 4);
  return year < 0 || month < 0 || date < 0 ? NO_DAY : dayFrom(fullYear(year), month, date);
}

/** A number of two digits, or -1. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at);
  const ones = text.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - 48) * 10 + ones - 48 : -1;
}

/** `MMDD` in the year that brings it nearest to another day. */
export function nearestDay(to: Day, monthAndDate: string): Day {
  const { year } = partsOfDay(to);
  const month = twoDigits(monthAndDate, 0);
  const date = twoDigits(monthAndDate, 2);
  const same = dayFrom(year, month, date);
  if (same !== NO_DAY && Math.abs(same - to) <= 182) return same;
  let nearest = NO_DAY;
  for (const candidate of [year - 1, year, year + 1]) {
    const day = dayFrom(candidate, month, date);
    if (day !== NO_DAY && (nearest === NO_DAY || Math.abs(day - to) < Math.abs(nearest - to))) nearest = day;
  }
  return nearest;
}

/** Words that say that there is none, or that it stands in `:86:`. */
const NO_REFERENCE = /^(NONREF|NOREF|EREF|PREF|MARF|KREF\+?)$/;

/** The bank's reference, after `//`, else the customer's. */
function referenceIn(text: string): string | undefined {
  const slashes = text.indexOf('//');
  if (slashes >= 0) {
    const next = text.indexOf('//', slashes + 2);
    const bank = text.slice(slashes + 2, next < 0 ? undefined : next).trim();
    if (isReference(bank)) return bank;
  }
  const customer = (slashes < 0 ? text : text.slice(0, slashes)).trim();
  return isReference(customer) ? customer : undefined;
}

function isReference(text: string): boolean {
  return text.length >= 4 && (text.length > 6 || !NO_REFERENCE.test(text));
}

/** An amount under a code word such as `/OCMT/EUR12,30/`. */
export function codedAmount(
  text: string,
  code: 'OCMT' | 'CHGS',
): { minor: number; currency: PackedCurrency } | undefined {
  const at = text.indexOf(`/${code}/`);
  if (at < 0) return undefined;
  const match = /^([A-Z]{3})(\d[\d,]*)/.exec(text.slice(at + 6));
  const currency = packCurrency(match?.[1] ?? '');
  const minor = parseAmount(match?.[2] ?? '', currency, ',');
  return currency === 0 || typeof minor === 'string' ? undefined : { minor, currency };
}
