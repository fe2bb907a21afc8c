/**
 * What a QIF file never says and only the whole of it tells: whether the day or the month stands
 * first, and whether a comma is a decimal mark. Quicken writes `1/ 2'04` for a day of 2004, with the
 * month first in the United States and the day first elsewhere.
 */
import { NO_DAY, dayFrom, fullYear, type Day } from '../../days.ts';
import type { PackedCurrency } from '../../money.ts';
import { AmountReader, inferDecimal, type DecimalMark } from '../csv/amounts.ts';
import { inferDateOrder } from '../csv/date-order.ts';
import type { DateOrder } from '../csv/dates.ts';
import { monthOf } from '../csv/month-words.ts';

const MOST_DATES = 100_000;
const MOST_AMOUNTS = 20_000;

interface DateParts {
  readonly parts: readonly [number, number, number];
  /** What is certain of the order from the spelling alone. */
  readonly order?: DateOrder;
}

function partsOf(text: string): DateParts | undefined {
  const tight = text.replace(/\s+/g, '');
  const named = /^(\d{1,2})[-./]?(\p{L}{3,})\.?[-./']?(\d{4}|\d{2})$/u.exec(tight);
  if (named) {
    const month = monthOf(named[2] ?? '');
    return month === 0 ? undefined : { parts: [Number(named[1]), month, year(named[3] ?? '', '')], order: 'dmy' };
  }
  const match =
    /^(\d{1,4})([-./'])(\d{1,2})([-./'])(\d{1,4})$/.exec(tight) ?? /^(\d{4})()(\d{2})()(\d{2})$/.exec(tight);
  if (!match) return undefined;
  const [, a = '', , b = '', mark = '', c = ''] = match;
  if (a.length === 4) return { parts: [Number(a), Number(b), Number(c)], order: 'ymd' };
  if (a.length === 3) return undefined;
  return { parts: [Number(a), Number(b), year(c, mark)] };
}

/** After an apostrophe the year is of this century. */
function year(text: string, mark: string): number {
  if (text.length > 2) return Number(text);
  return mark === "'" ? 2000 + Number(text) : fullYear(Number(text));
}

function dayOf({ parts: [a, b, c], order }: DateParts, fallback: DateOrder): Day {
  switch (order ?? fallback) {
    case 'ymd':
      return order === 'ymd' ? dayFrom(a, b, c) : dayFrom(fullYear(a), b, c % 100);
    case 'mdy':
      return dayFrom(c, a, b);
    case 'dmy':
      return dayFrom(c, b, a);
  }
}

/** Told of every date and amount of a file; then reads them. */
export class QifConventions {
  order: DateOrder = 'mdy';
  /** How the order was found, in words; '' where it did not matter. */
  why = '';
  isProven = false;
  /** The order as the file itself says (`!Option:MDY`). */
  declared: DateOrder | undefined;
  private readonly dates: string[] = [];
  private readonly amounts: string[] = [];
  private reader = new AmountReader('.', utf8);

  date(text: string): void {
    if (this.dates.length < MOST_DATES && this.dates.at(-1) !== text) this.dates.push(text);
  }

  amount(text: string): void {
    if (this.amounts.length < MOST_AMOUNTS) this.amounts.push(text);
  }

  /** Decides; call once when all were told. */
  decide(): void {
    const { decimal } = inferDecimal(this.amounts);
    this.reader = new AmountReader(decimal ?? '.', utf8);
    this.decideOrder(decimal);
  }

  private decideOrder(decimal: DecimalMark | undefined): void {
    const open = this.dates.map(partsOf).filter((date) => date !== undefined && date.order === undefined);
    const plain = (open as DateParts[]).map(
      ({ parts }) => `${parts[0]}/${parts[1]}/${String(parts[2]).padStart(4, '0')}`,
    );
    this.isProven = plain.length === 0;
    if (this.declared !== undefined) {
      this.order = this.declared;
      this.isProven = true;
    } else if (plain.length > 0) {
      const guess = inferDateOrder(plain, true);
      this.isProven = / has the year first|proves that/.test(guess.why);
      this.order = guess.order ?? 'mdy';
      this.why = guess.why;
      if (this.isProven || guess.why.includes('contradict')) return;
      const sorted = (['mdy', 'dmy'] as const).filter((order) => isSorted(open as DateParts[], order));
      const [only] = sorted;
      if (sorted.length === 1 && only) {
        this.order = only;
        this.why = 'no date proves the order; only so do they follow each other';
      } else if (decimal === ',' || this.dates.some((date) => date.includes('.'))) {
        this.order = 'dmy';
        this.why = 'no date proves the order; day first, as where commas are decimal marks or dates have points';
      } else this.why = 'no date proves the order; month first, as in files of the United States';
    }
  }

  /** The day of a text, or NO_DAY. */
  day(text: string): Day {
    const parts = partsOf(text);
    return parts ? dayOf(parts, this.order) : NO_DAY;
  }

  /** Signed minor units, or what is wrong with it in words. */
  minor(text: string, currency: PackedCurrency): number | string {
    const bytes = Buffer.from(text);
    const minor = this.reader.read(bytes, 0, bytes.length, currency);
    if (this.reader.currency !== 0 && this.reader.fault === undefined && this.reader.currency !== currency) {
      return this.minor(text.replace(/[^\d.,' ()+-]/g, ''), currency);
    }
    return this.reader.fault ?? minor;
  }
}

function utf8(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.subarray(from, to)).toString('utf8');
}

/** Whether days never go back, or never go on; a few days tell nothing. */
function isSorted(dates: readonly DateParts[], order: DateOrder): boolean {
  if (dates.length < 4) return false;
  let ups = 0;
  let downs = 0;
  let before = dayOf(dates[0] as DateParts, order);
  for (const date of dates) {
    const day = dayOf(date, order);
    if (day === NO_DAY) return false;
    if (day > before) ups++;
    else if (day < before) downs++;
    before = day;
  }
  return ups === 0 || downs === 0;
}
