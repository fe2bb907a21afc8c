/** Options with a checked value. */
import { InvalidArgumentError, Option } from 'commander';
import { NO_DAY, parseIsoDate, type Day } from '../days.ts';

/** A whole number from `least` on. */
export function countOption(flags: string, description: string, least = 1): Option {
  return new Option(flags, description).argParser((text) => wholeNumber(text, least));
}

/** `--as-of`: the last day whose bookings count. */
export function asOfOption(): Option {
  return new Option('--as-of <day>', 'only what was booked up to this day, YYYY-MM-DD').argParser((text): Day => {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseIsoDate(text) : NO_DAY;
    if (day === NO_DAY) throw new InvalidArgumentError('a day such as 2026-03-31');
    return day;
  });
}

export function wholeNumber(text: string, least: number): number {
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value < least) throw new InvalidArgumentError(`a whole number from ${least} on`);
  return value;
}
