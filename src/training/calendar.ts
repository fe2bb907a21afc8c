/**
 * Plain days for synthetic worlds, on top of `src/days.ts`: here a day is any whole number, because a
 * generator adds and subtracts days all the time. Bank holidays are the closing days of the euro
 * payment system in 2026 and 2027.
 */
import { dayFrom, isoDate as isoText, partsOfDay, weekday as weekdayOf, type Day as PlainDay } from '../days.ts';

export type Day = number;

export interface Month {
  readonly year: number;
  readonly month: number;
  readonly first: Day;
  readonly last: Day;
}

/** The day of a civil date. */
export function dayOf(year: number, month: number, date: number): Day {
  return dayFrom(year, month, date);
}

/** The civil date of a day. */
export function civil(day: Day): { year: number; month: number; date: number } {
  return partsOfDay(day as PlainDay);
}

/** Two digits, for dates and times. */
export function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** YYYY-MM-DD. */
export function isoDate(day: Day): string {
  return isoText(day as PlainDay);
}

/** HH:MM of a minute of the day. */
export function clock(minute: number): string {
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(day: Day): number {
  return weekdayOf(day as PlainDay) + 1;
}

const CLOSING_DAYS: ReadonlySet<Day> = new Set([
  dayOf(2026, 1, 1),
  dayOf(2026, 4, 3),
  dayOf(2026, 4, 6),
  dayOf(2026, 5, 1),
  dayOf(2026, 12, 25),
  dayOf(2027, 1, 1),
  dayOf(2027, 3, 26),
  dayOf(2027, 3, 29),
]);

/** Whether banks settle on this day. */
export function isBusinessDay(day: Day): boolean {
  return weekday(day) <= 5 && !CLOSING_DAYS.has(day);
}

/** This day, or the next one on which banks settle. */
export function nextBusinessDay(day: Day): Day {
  let next = day;
  while (!isBusinessDay(next)) next++;
  return next;
}

/** The last settlement day on or before this day. */
export function previousBusinessDay(day: Day): Day {
  let previous = day;
  while (!isBusinessDay(previous)) previous--;
  return previous;
}

/** The settlement day `count` settlement days after this one. */
export function addBusinessDays(day: Day, count: number): Day {
  let next = nextBusinessDay(day);
  for (let i = 0; i < count; i++) next = nextBusinessDay(next + 1);
  return next;
}

/** The calendar months that overlap the period, cut to it. */
export function monthsBetween(first: Day, last: Day): Month[] {
  const months: Month[] = [];
  let { year, month } = civil(first);
  for (;;) {
    const start = dayOf(year, month, 1);
    if (start > last) return months;
    const end = (month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)) - 1;
    months.push({ year, month, first: Math.max(start, first), last: Math.min(end, last) });
    if (month === 12) {
      year++;
      month = 1;
    } else month++;
  }
}

/** The date of a month on which something recurring falls due; 31 means the last day. */
export function dateIn(month: Month, date: number): Day {
  const start = dayOf(month.year, month.month, 1);
  const end = (month.month === 12 ? dayOf(month.year + 1, 1, 1) : dayOf(month.year, month.month + 1, 1)) - 1;
  return Math.min(start + date - 1, end);
}
