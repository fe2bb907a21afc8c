import { expect, it } from 'vitest';
import { NO_DAY, dayFrom } from '../../../src/days.ts';
import { balanceLine, isPageNumber } from '../../../src/formats/pdf/balance-lines.ts';
import { dayShape, isMoney, moneyAtEnd } from '../../../src/formats/pdf/cell-shapes.ts';
import { latestDay, withYears } from '../../../src/formats/pdf/years.ts';

it('days with a year, without one, and what is none', () => {
  for (const text of ['01.02.2026', '1/2/26', '2026-02-01', '01 Mar 2026', 'Mar 1, 2026'])
    expect(dayShape(text)).toBe('full');
  for (const text of ['01.02.', '01/02', '02 Mar', '28.12']) expect(dayShape(text)).toBe('no year');
  for (const text of ['12,50', '1.50', '45.90', 'Marktplatz 5', '2 Stück', '']) expect(dayShape(text)).toBeUndefined();
});

it('money, and where a line ends with it', () => {
  for (const text of ['1.234,56', '-12.34', '12,34 S', '2 246,30', '$1,200.00']) expect(isMoney(text)).toBe(true);
  for (const text of ['2 1.234,56', '0123456.', '31.01.2026', 'EUR']) expect(isMoney(text)).toBe(false);
  expect(moneyAtEnd('Saldo Seite 2 1.234,56 EUR'.split(' '))).toBe('1.234,56 EUR');
  expect(moneyAtEnd(['Seite', '2'])).toBe('');
});

it('balances, sums and page numbers by their words', () => {
  expect(balanceLine('Übertrag von Seite 1')).toBe('opening');
  expect(balanceLine('Balance carried forward')).toBe('closing');
  expect(balanceLine('Saldo anterior')).toBe('opening');
  expect(balanceLine('Totales')).toBe('sum');
  expect(balanceLine('Total Tankstelle Passau')).toBe('sum');
  expect(balanceLine('Neue Miete')).toBeUndefined();
  expect(isPageNumber('Seite 2 von 3')).toBe(true);
  expect(isPageNumber('Seite an Seite')).toBe(false);
});

it('days without a year take it from the latest date, over the turn of the year as well', () => {
  expect(latestDay(['from 28.12.2025 to 05.01.2026', 'Tel. 0851 12.34.56'])).toBe(dayFrom(2026, 1, 5));
  expect(latestDay(['no date'])).toBe(NO_DAY);
  const latest = dayFrom(2026, 1, 5);
  expect(withYears(['28.12.', '05.01.', '06.01.', '01.01.2026'], latest)).toEqual([
    '28.12.2025',
    '05.01.2026',
    '06.01.2025',
    '01.01.2026',
  ]);
  expect(withYears(['12/31', '01/02'], latest)).toEqual(['12/31/2025', '01/02/2026']);
  expect(withYears(['31 Dec', '2 Jan'], latest)).toEqual(['31 Dec 2025', '2 Jan 2026']);
  expect(withYears(['28.12.'], NO_DAY)).toEqual(['28.12.']);
});
