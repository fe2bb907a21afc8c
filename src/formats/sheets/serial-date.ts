/**
 * Serial dates of spreadsheets (ECMA-376, part 1, section 18.17.4): days since 31 December 1899,
 * with a 29 February 1900 that never was, or since 1 January 1904. A fraction is the time of day;
 * a whole number is a day and gets no time.
 */
import { dayFrom, isoDate, type Day } from '../../days.ts';

export type DateSystem = 1900 | 1904;

/** What a cell's number format shows. */
export type DateKind = 'date' | 'time' | 'moment';

const EPOCH: Readonly<Record<DateSystem, number>> = { 1900: dayFrom(1899, 12, 30), 1904: dayFrom(1904, 1, 1) };
const LAST: Readonly<Record<DateSystem, number>> = { 1900: 2958465, 1904: 2957003 };
/** 1 March 1900: earlier days of the 1900 system lie one later. */
const AFTER_FALSE_LEAP_DAY = 61;
const SECONDS = 86400;

/** A serial as ISO day, day and time, or time alone; undefined where it is none. */
export function serialText(serial: string, kind: DateKind, system: DateSystem): string | undefined {
  const value = Number(serial);
  if (!/^\d+(\.\d*)?(e[+-]?\d+)?$/i.test(serial) || !(value >= 0) || value > LAST[system] + 1) return undefined;
  let days = Math.floor(value);
  let seconds = Math.round((value - days) * SECONDS);
  if (seconds === SECONDS) {
    days++;
    seconds = 0;
  }
  if (kind === 'time' && days === 0) return timeText(seconds);
  if (days > LAST[system] || (system === 1900 && (days < 1 || days === AFTER_FALSE_LEAP_DAY - 1))) return undefined;
  const shift = system === 1900 && days < AFTER_FALSE_LEAP_DAY ? 1 : 0;
  const day = isoDate((EPOCH[system] + days + shift) as Day);
  if (kind === 'time') return timeText(seconds);
  return seconds === 0 ? day : `${day} ${timeText(seconds)}`;
}

/** An ISO 8601 day or moment of a cell: `2026-03-02T00:00:00` is a day, a fraction of a second is dropped. */
export function isoText(text: string): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
    text.trim(),
  );
  if (!match) return undefined;
  const [, day = '', time, zone = ''] = match;
  if (time === undefined || (zone === '' && /^00:00(:00)?$/.test(time))) return day;
  return `${day} ${time}${zone}`;
}

/** Seconds of a day as `HH:MM:SS`. */
export function timeText(seconds: number): string {
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}
