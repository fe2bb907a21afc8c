/**
 * Days that a statement prints without their year (`28.12.`, `02 Mar`) take it from the latest full
 * date of the statement: no entry is later, and none is a year older.
 */
import { NO_DAY, partsOfDay, type Day } from '../../days.ts';
import { inferDateOrder } from '../csv/date-order.ts';
import { DateReader } from '../csv/dates.ts';
import { monthOf } from '../csv/month-words.ts';
import { textReader } from '../csv/sample.ts';
import { dayShape } from './cell-shapes.ts';

const FULL_DATE =
  /\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}(?:st|nd|rd|th|\.)?[ -]\p{L}{3,}\.?,?[ -]\d{4}\b|\b\p{L}{3,}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b/gu;

/** The latest day that the texts name in full; NO_DAY where none does. */
export function latestDay(texts: readonly string[]): Day {
  const found = texts.flatMap((text) => text.match(FULL_DATE) ?? []).filter((text) => dayShape(text) === 'full');
  const order = inferDateOrder(found).order;
  if (!order) return NO_DAY;
  const reader = new DateReader(order, textReader('utf-8'));
  let latest: Day = NO_DAY;
  for (const text of found) {
    const bytes = Buffer.from(text);
    if (reader.read(bytes, 0, bytes.length) && reader.day > latest) latest = reader.day;
  }
  return latest;
}

/** The same cells with years where days had none. `cells` are one column's days. */
export function withYears(cells: readonly string[], latest: Day): string[] {
  if (latest === NO_DAY) return [...cells];
  const { year, month, date } = partsOfDay(latest);
  const pairs = cells.map(numbersOf);
  const isMonthFirst = pairs.some((pair) => pair && pair[1] > 12) && !pairs.some((pair) => pair && pair[0] > 12);
  return cells.map((cell, index) => {
    if (dayShape(cell) !== 'no year') return cell;
    const pair = pairs[index];
    const word = /\p{L}{3,}/u.exec(cell)?.[0];
    const day = pair ? pair[isMonthFirst ? 1 : 0] : Number(/\d+/.exec(cell)?.[0]);
    const itsMonth = pair ? pair[isMonthFirst ? 0 : 1] : monthOf(word ?? '');
    const itsYear = itsMonth > month || (itsMonth === month && day > date) ? year - 1 : year;
    const mark = pair ? (/[./-]/.exec(cell)?.[0] ?? '.') : ' ';
    return `${cell.replace(/[./ -]+$/, '')}${mark}${itsYear}`;
  });
}

function numbersOf(cell: string): [number, number] | undefined {
  const match = /^(\d{1,2})[./-](\d{1,2})[./-]?$/.exec(cell.trim());
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}
