/**
 * Plain days: int32 numbers since 1970-01-01 in the proleptic Gregorian calendar, without zone
 * (Hinnant, chrono-compatible low-level date algorithms, 2013). `Date` is never used: a bank's
 * day has no time and no zone. Times of day are seconds since midnight, kept apart.
 */
export type Day = number & { readonly __brand: 'Day' };
export type IsoDate = string & { readonly __brand: 'IsoDate' };

/** Absent day in a column. */
export const NO_DAY = -2147483648 as Day;
/** Absent time of day in a column. */
export const NO_TIME = -1;
/** Absent offset from UTC in a column; present ones are minutes. */
export const NO_OFFSET = -32768;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The day, or NO_DAY where the calendar has no such day. Years 1 to 9999. */
export function dayFrom(year: number, month: number, date: number): Day {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || date < 1) return NO_DAY;
  const length = month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
  if (date > length) return NO_DAY;
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146097 + dayOfEra - 719468) as Day;
}

export function partsOfDay(day: Day): { year: number; month: number; date: number } {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date };
}

export function isoDate(day: Day): IsoDate {
  const { year, month, date } = partsOfDay(day);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}` as IsoDate;
}

/** Reads `YYYY-MM-DD` (what follows a `T` is left alone), else NO_DAY. */
export function parseIsoDate(text: string): Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text);
  return match ? dayFrom(Number(match[1]), Number(match[2]), Number(match[3])) : NO_DAY;
}

/** 0 is Monday, 6 is Sunday. */
export function weekday(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** A two-digit year within the window 1970 to 2069. */
export function fullYear(twoDigits: number): number {
  return twoDigits >= 70 ? 1900 + twoDigits : 2000 + twoDigits;
}

/** `HH:MM[:SS]` as seconds since midnight, else NO_TIME. */
export function parseTime(text: string): number {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?$/.exec(text.trim());
  if (!match) return NO_TIME;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  return hours < 24 && minutes < 60 && seconds < 61 ? hours * 3600 + minutes * 60 + seconds : NO_TIME;
}
