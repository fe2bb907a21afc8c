/**
 * The order of day, month and year, decided for columns as a whole: 31.12. proves it, 03.04. never
 * does. Where no value proves it, the rows do: they stand in order of days, booking and value date
 * lie close together, and a year changes less often than a day.
 */
import { NO_DAY } from '../../days.ts';
import { DateReader, type DateOrder } from './dates.ts';
import { monthOf } from './month-words.ts';

export interface DateGuess {
  /** Undefined where the values are no dates. */
  readonly order: DateOrder | undefined;
  readonly why: string;
  /** No value proves the order. */
  readonly isOpen?: boolean;
}

const NUMBERS = /^(\d{1,4})[./ -] ?(\d{1,2})[./ -] ?(\d{1,4})(?!\d)/;

/** Tells a column's order of day, month and year from its values together. */
export function inferDateOrder(values: readonly string[], preferMonthFirst = false): DateGuess {
  let dates = 0;
  let named = 0;
  let dayFirst = '';
  let monthFirst = '';
  let yearFirst = '';
  let yearLast = '';
  let filled = 0;
  let words = 0;
  const short: string[][] = [];
  for (const raw of values) {
    const value = raw.trim();
    if (value === '') continue;
    // `Pending` or `--` stands where a date will be.
    if (!/\d/.test(value)) {
      words++;
      continue;
    }
    filled++;
    const parts = NUMBERS.exec(value);
    const tight = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{6})?$/.exec(value) ?? /^(\d{2})(\d{2})(\d{2})(\d{2})\b/.exec(value);
    if (parts) {
      const [, a = '', b = '', c = ''] = parts;
      // Two letters of a number that goes on with more than a date's marks are an amount or a code.
      if (c.length === 3 || (a.length === 3 && c.length !== 4) || Number(b) === 0) continue;
      dates++;
      if (c.length === 4) yearLast ||= value;
      if (a.length === 4 || Number(a) > 31) yearFirst ||= value;
      else if (Number(b) > 12) monthFirst ||= value;
      else if (a.length === 2 && b.length === 2 && c.length === 2) short.push([a, b, c]);
      else if (Number(a) > 12) dayFirst ||= value;
    } else if (tight) {
      const century = Number(tight[1]);
      const month = Number(tight[3]);
      if ((century === 19 || century === 20) && month >= 1 && month <= 12 && Number(tight[4]) <= 31) {
        dates++;
        yearFirst ||= value;
      } else if (/^(19|20)$/.test(tight[3] ?? '')) {
        dates++;
        if (century > 12) dayFirst ||= value;
        else if (Number(tight[2]) > 12) monthFirst ||= value;
      }
    } else if (
      /\p{L}{3}/u.test(value) &&
      value.length < 40 &&
      value.split(/[^\p{L}]+/u).some((word) => monthOf(word) > 0) &&
      /\d/.test(value)
    ) {
      named++;
      dates++;
    }
  }
  if (dates === 0 || dates < filled * 0.6 || words > dates) return { order: undefined, why: 'its values are no dates' };
  if (yearFirst === '' && monthFirst === '' && dayFirst === '' && short.length > 0) {
    const [order, why] = orderOfShort(short);
    if (order === 'ymd') return { order, why };
    if (order === 'dmy') dayFirst = why;
  }
  // Whole years first are read in any order; beside them, the others' order counts.
  if (yearFirst !== '' && yearLast === '') return { order: 'ymd', why: `${yearFirst} has the year first` };
  if (dayFirst !== '' && monthFirst === '')
    return { order: 'dmy', why: `${dayFirst} proves that the day stands first` };
  if (monthFirst !== '' && dayFirst === '')
    return { order: 'mdy', why: `${monthFirst} proves that the month stands first` };
  if (dayFirst !== '' && monthFirst !== '')
    return { order: 'dmy', why: `${dayFirst} and ${monthFirst} contradict each other` };
  if (named > 0) return { order: preferMonthFirst ? 'mdy' : 'dmy', why: 'months are written as words' };
  return preferMonthFirst
    ? { order: 'mdy', why: 'no value proves the order; month first, as in files of the United States', isOpen: true }
    : {
        order: 'dmy',
        why: 'no value proves the order; day first, as everywhere outside the United States',
        isOpen: true,
      };
}

/** Dates of three pairs of digits: a pair over 31 is a year; else the pair that changes least is. */
function orderOfShort(short: readonly string[][]): [DateOrder | undefined, string] {
  const say = (parts: readonly string[]): string => parts.join('.');
  const over31 = short.find(([, , c]) => Number(c) > 31);
  const over12 = short.find(([a]) => Number(a) > 12);
  if (over31) return over12 ? ['dmy', say(over12)] : [undefined, ''];
  if (!over12) return [undefined, ''];
  const kinds = (index: number): number => new Set(short.map((parts) => parts[index])).size;
  // 24.01.31 has its year first only where last pairs vary as days do and first ones as years do.
  if (kinds(0) * 2 < kinds(2)) return ['ymd', `${say(over12)} has the year first, since its first pair changes least`];
  return ['dmy', say(over12)];
}

interface DateColumns {
  readonly booking: readonly string[];
  readonly value: readonly string[];
}

/** 1 where days rise from row to row, -1 where they fall, 0 where neither prevails. */
export function directionOfDays(values: readonly string[], order: DateOrder): number {
  let steps = 0;
  let before = NO_DAY as number;
  for (const text of values) {
    const day = dayOf(text, order);
    if (day === NO_DAY) continue;
    if (before !== NO_DAY) steps += Math.sign(day - before);
    before = day;
  }
  return Math.sign(steps);
}

/** Orders of both date columns; what one proves holds for the other, and where none does the rows decide. */
export function settleDates(
  columns: DateColumns,
  isAmerican: boolean,
): { readonly booking: DateGuess; readonly value: DateGuess } {
  const booking = inferDateOrder(columns.booking, isAmerican);
  const value = inferDateOrder(columns.value, isAmerican);
  const proven = [booking, value].find((guess) => guess.order && !guess.isOpen && / proves /.test(guess.why));
  const follow = (guess: DateGuess, other: DateGuess): DateGuess =>
    guess.isOpen ? { order: other.order, why: `as in the other date: ${other.why}` } : guess;
  if (proven) return { booking: follow(booking, proven), value: follow(value, proven) };
  if (!booking.isOpen) return { booking, value };
  const rows = orderOfRows(columns);
  return rows ? { booking: rows, value: follow(value, rows) } : { booking, value };
}

/** The reading under which rows stand in order and close together; undefined where both do alike. */
function orderOfRows(columns: DateColumns): DateGuess | undefined {
  const [dmy, mdy] = (['dmy', 'mdy'] as const).map((order) => disorder(columns, order)) as [Disorder, Disorder];
  const say = (order: DateOrder, why: string): DateGuess => ({
    order,
    why: `no value proves the order; ${order === 'dmy' ? 'day' : 'month'} first, since ${why}`,
  });
  if (dmy.apart !== mdy.apart)
    return say(dmy.apart < mdy.apart ? 'dmy' : 'mdy', 'booking and value date then lie close together');
  if (dmy.turns !== mdy.turns && Math.min(dmy.turns, mdy.turns) === 0)
    return say(dmy.turns < mdy.turns ? 'dmy' : 'mdy', 'rows then stand in order of days');
  return undefined;
}

interface Disorder {
  /** Rows that go against the usual direction. */
  readonly turns: number;
  /** Days between booking and value dates, over a week only. */
  readonly apart: number;
}

function disorder(columns: DateColumns, order: DateOrder): Disorder {
  let rising = 0;
  let falling = 0;
  let apart = 0;
  let before = NO_DAY as number;
  for (const [index, text] of columns.booking.entries()) {
    const day = dayOf(text, order);
    if (day === NO_DAY) continue;
    if (before !== NO_DAY && day > before) rising++;
    if (before !== NO_DAY && day < before) falling++;
    before = day;
    const value = dayOf(columns.value[index] ?? '', order);
    if (value !== NO_DAY && Math.abs(day - value) > 7) apart += Math.abs(day - value);
  }
  return { turns: Math.min(rising, falling), apart };
}

function dayOf(text: string, order: DateOrder): number {
  const bytes = Buffer.from(text);
  const reader = new DateReader(order, (from, start, end) => Buffer.from(from.subarray(start, end)).toString());
  return reader.read(bytes, 0, bytes.length) ? reader.day : NO_DAY;
}
