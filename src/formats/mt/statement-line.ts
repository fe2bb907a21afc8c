/**
 * `:61:` statement line (SWIFT FIN, category 9): value date YYMMDD, entry date MMDD, mark, funds
 * code, amount with a comma, transaction type, references. The entry date has no year: it is the one
 * nearest to the value date. `RC` undoes a credit, so its effect is a debit; `RD` the reverse.
 */
import { NO_DAY, dayFrom, fullYear, partsOfDay, type Day } from '../../days.ts';
import { packCurrency, parseAmount, type PackedCurrency } from '../../money.ts';

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

const LINE = /^(\d{6})(\d{4})?\s*(RC|RD|EC|ED|C|D)([A-Z])?\s*([\d.,]+)\s*([NFS](?:[A-Z0-9]{3}|\s{3}))?(.*)$/;

/** Reads a line, or says what is wrong with it. */
export function readStatementLine(lines: readonly string[], currency: PackedCurrency): StatementLine | string {
  const match = LINE.exec(lines[0] ?? '');
  if (!match) return 'not a value date, mark and amount';
  const [, valueText = '', entryText, mark = '', , amountText = '', type = '', references = ''] = match;
  const value = readShortDate(valueText);
  const near = value === NO_DAY && entryText !== undefined ? readShortDate(`${valueText.slice(0, 4)}28`) : value;
  if (near === NO_DAY || (value === NO_DAY && Number(valueText.slice(4)) > 31))
    return `${valueText}: no such value date`;
  const booking = entryText === undefined ? undefined : nearestDay(near, entryText);
  if (booking === NO_DAY) return `${entryText ?? ''}: no such entry date`;
  const amount = parseAmount(amountText, currency, amountText.includes(',') ? ',' : '.');
  if (typeof amount === 'string') return `amount ${amountText}: ${amount}`;
  const reference = referenceIn(references);
  return {
    ...(value === NO_DAY ? {} : { value }),
    ...(booking === undefined ? {} : { booking }),
    direction: mark === 'RC' || mark === 'D' || mark === 'ED' ? 'debit' : 'credit',
    isReversal: mark.startsWith('R'),
    isExpected: mark.startsWith('E'),
    amount,
    type,
    ...(reference === undefined ? {} : { reference }),
    supplement: lines.slice(1).join('\n'),
  };
}

/** `YYMMDD`, the year in the window of `fullYear`; else NO_DAY. */
export function readShortDate(text: string): Day {
  if (!/^\d{6}$/.test(text)) return NO_DAY;
  return dayFrom(fullYear(Number(text.slice(0, 2))), Number(text.slice(2, 4)), Number(text.slice(4)));
}

/** `MMDD` in the year that brings it nearest to another day. */
export function nearestDay(to: Day, monthAndDate: string): Day {
  const { year } = partsOfDay(to);
  let nearest = NO_DAY;
  for (const candidate of [year - 1, year, year + 1]) {
    const day = dayFrom(candidate, Number(monthAndDate.slice(0, 2)), Number(monthAndDate.slice(2)));
    if (day !== NO_DAY && (nearest === NO_DAY || Math.abs(day - to) < Math.abs(nearest - to))) nearest = day;
  }
  return nearest;
}

/** Words that say that there is none, or that it stands in `:86:`. */
const NO_REFERENCE = /^(NONREF|NOREF|EREF|PREF|MARF|KREF\+?)$/;

/** The bank's reference, after `//`, else the customer's. */
function referenceIn(text: string): string | undefined {
  const [customer = '', bank = ''] = text.split('//', 2).map((part) => part.trim());
  return [bank, customer].find((part) => part.length >= 4 && !NO_REFERENCE.test(part));
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
