import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  NO_DAY,
  NO_TIME,
  dayFrom,
  fullYear,
  isoDate,
  parseIsoDate,
  parseTime,
  partsOfDay,
  weekday,
  type Day,
} from '../src/days.ts';

describe('days', () => {
  it('agree with the platform’s calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719162, max: 2932896 }), (day) => {
        const date = new Date(day * 86_400_000);
        expect(isoDate(day as Day)).toBe(date.toISOString().slice(0, 10));
        expect(weekday(day as Day)).toBe((date.getUTCDay() + 6) % 7);
        const { year, month, date: of } = partsOfDay(day as Day);
        expect(dayFrom(year, month, of)).toBe(day);
      }),
    );
  });

  it('refuse what the calendar lacks', () => {
    expect(parseIsoDate('2026-02-29')).toBe(NO_DAY);
    expect(parseIsoDate('2024-02-29')).not.toBe(NO_DAY);
    expect(parseIsoDate('2026-13-01')).toBe(NO_DAY);
    expect(parseIsoDate('2026-1-1')).toBe(NO_DAY);
    expect(dayFrom(0, 1, 1)).toBe(NO_DAY);
  });

  it('put two-digit years into a window', () => {
    expect([69, 70, 99, 0].map(fullYear)).toEqual([2069, 1970, 1999, 2000]);
  });

  it('read times, never invent them', () => {
    expect(parseTime('23:59:59')).toBe(86399);
    expect(parseTime('7:05')).toBe(7 * 3600 + 5 * 60);
    expect(parseTime('24:00')).toBe(NO_TIME);
    expect(parseTime('')).toBe(NO_TIME);
  });
});
