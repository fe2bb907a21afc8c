import { test as property, fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { dayFrom, isoDate, partsOfDay, type Day } from '../../../src/days.ts';
import { inferDateOrder, settleDates } from '../../../src/formats/csv/date-order.ts';
import { DateReader, type DateOrder } from '../../../src/formats/csv/dates.ts';
import { monthOf } from '../../../src/formats/csv/month-words.ts';

const text = (bytes: Uint8Array, from: number, to: number): string => Buffer.from(bytes.subarray(from, to)).toString();

function read(value: string, order: DateOrder = 'dmy'): string | undefined {
  const reader = new DateReader(order, text);
  const bytes = Buffer.from(value);
  if (!reader.read(bytes, 0, bytes.length)) return reader.isNoDay ? 'no day' : undefined;
  const clock = reader.time < 0 ? '' : ` ${reader.time}`;
  return `${isoDate(reader.day)}${clock}${reader.zone === -32768 ? '' : ` ${reader.zone}`}`;
}

describe('days', () => {
  test.each([
    ['31.12.2025', 'dmy', '2025-12-31'],
    ['3.1.26', 'dmy', '2026-01-03'],
    ['01/02/2026', 'mdy', '2026-01-02'],
    ['2026-01-31', 'dmy', '2026-01-31'],
    ['2026/01/31 00:20', 'ymd', '2026-01-31 1200'],
    ['2026-01-31T10:00:05.123Z', 'ymd', '2026-01-31 36005 0'],
    ['2026-01-31T10:00:05+02:00', 'ymd', '2026-01-31 36005 120'],
    ['31.01.2026 23.59.59', 'dmy', '2026-01-31 86399'],
    ['01/31/2026 12:05 AM', 'mdy', '2026-01-31 300'],
    ['20260131', 'ymd', '2026-01-31'],
    ['31012026', 'dmy', '2026-01-31'],
    ['20260131235900', 'ymd', '2026-01-31 86340'],
    ['3 Feb 2026', 'dmy', '2026-02-03'],
    ['Feb 3, 2026', 'mdy', '2026-02-03'],
    ['03-März-26', 'dmy', '2026-03-03'],
    ['1er août 2026', 'dmy', '2026-08-01'],
    ['15. Dezember 2026', 'dmy', '2026-12-15'],
    ['3 de mayo de 2026', 'dmy', '2026-05-03'],
    ['29.02.2024', 'dmy', '2024-02-29'],
    ['31.02.2026', 'dmy', 'no day'],
    ['29.02.2025', 'dmy', 'no day'],
    ['13/13/2026', 'mdy', 'no day'],
    ['12. 1. 2024', 'dmy', '2024-01-12'],
    ['2024. 01. 12.', 'ymd', '2024-01-12'],
    ['31/01/2024-10:11:12', 'dmy', '2024-01-31 36672'],
    ['12-Jan-2024', 'dmy', '2024-01-12'],
    ['12 janv. 2024', 'dmy', '2024-01-12'],
    ['Summe', 'dmy', undefined],
    ['', 'dmy', undefined],
    ['1234', 'dmy', undefined],
    ['12.2026', 'dmy', undefined],
    ['01.02.2026 25:00', 'dmy', undefined],
  ] as const)('%s (%s)', (value, order, expected) => {
    expect(read(value, order)).toBe(expected);
  });

  property.prop([
    fc.integer({ min: dayFrom(1970, 1, 1), max: dayFrom(2069, 12, 31) }),
    fc.constantFrom<DateOrder>('ymd', 'dmy', 'mdy'),
    fc.constantFrom('.', '/', '-'),
    fc.boolean(),
  ])('reads back what was written in any order', (day, order, mark, isShort) => {
    const { year, month, date } = partsOfDay(day as Day);
    const two = (n: number): string => String(n).padStart(2, '0');
    const years = isShort ? two(year % 100) : String(year);
    const parts = {
      ymd: [years, two(month), two(date)],
      dmy: [two(date), two(month), years],
      mdy: [two(month), two(date), years],
    }[order];
    expect(read(parts.join(mark), order)).toBe(isoDate(day as Day));
  });
});

describe('the order of a column', () => {
  test('one value proves it, ISO needs no proof, and nothing is claimed without', () => {
    expect(inferDateOrder(['03.04.2026', '31.12.2025']).order).toBe('dmy');
    expect(inferDateOrder(['03/04/2026', '12/31/2025']).order).toBe('mdy');
    expect(inferDateOrder(['2026-04-03']).order).toBe('ymd');
    expect(inferDateOrder(['20260403', '20260404']).order).toBe('ymd');
    expect(inferDateOrder(['03/04/2026'])).toMatchObject({
      order: 'dmy',
      why: expect.stringContaining('no value proves'),
    });
    expect(inferDateOrder(['03/04/2026'], true).order).toBe('mdy');
    expect(inferDateOrder(['EUR', 'USD']).order).toBeUndefined();
  });
});

describe('where no value proves the order', () => {
  const order = (booking: string[], value: string[] = []): [DateOrder | undefined, boolean] => {
    const found = settleDates({ booking, value }, false).booking;
    return [found.order, found.isOpen === true];
  };
  test('rows stand in order of days under one reading only', () => {
    expect(order(['02/01/2026', '02/03/2026', '02/09/2026', '03/01/2026'])).toEqual(['mdy', false]);
    expect(order(['01/02/2026', '03/02/2026', '09/02/2026', '01/03/2026'])).toEqual(['dmy', false]);
    expect(order(['01/02/2026', '02/02/2026'])).toEqual(['dmy', true]);
  });
  test('booking and value date lie close together', () => {
    expect(order(['01/03/2026'], ['01/05/2026'])).toEqual(['mdy', false]);
    expect(order(['01/03/2026'], ['03/03/2026'])).toEqual(['dmy', false]);
  });
  test('what the other column proves holds for both', () => {
    expect(order(['01/03/2026', '01/04/2026'], ['01/31/2026', '01/05/2026'])).toEqual(['mdy', false]);
  });
  test('years of two digits stand where pairs change least', () => {
    expect(inferDateOrder(['24-01-31', '24-01-30', '24-02-03']).order).toBe('ymd');
    expect(inferDateOrder(['31-01-24', '30-01-24', '03-02-24']).order).toBe('dmy');
    expect(inferDateOrder(['31.12.99', '03.01.00']).order).toBe('dmy');
  });
  test('amounts and codes are no dates', () => {
    expect(inferDateOrder(['1.234.567', '12.500.000']).order).toBeUndefined();
    expect(inferDateOrder(['offen', '31.01.2026']).order).toBe('dmy');
  });
});

test('months in nine languages', () => {
  const words = [
    'January',
    'Feb',
    'März',
    'avril',
    'mayo',
    'giugno',
    'lipiec',
    'août',
    'września',
    'Oktober',
    'ноября',
    'decembrie',
  ];
  expect(words.map(monthOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});
