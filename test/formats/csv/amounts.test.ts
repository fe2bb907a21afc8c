import { test as property, fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  AmountReader,
  inferDecimal,
  readCurrency,
  stripAmount,
  type DecimalMark,
} from '../../../src/formats/csv/amounts.ts';
import { currencyCode, packCurrency, parseAmount } from '../../../src/money.ts';

const text = (bytes: Uint8Array, from: number, to: number): string => Buffer.from(bytes.subarray(from, to)).toString();
const EUR = packCurrency('EUR');

function read(value: string, decimal: DecimalMark = ',', currency = EUR): number | string {
  const bytes = Buffer.from(value);
  const reader = new AmountReader(decimal, text);
  const minor = reader.read(bytes, 0, bytes.length, currency);
  return reader.fault ?? minor;
}

describe('amounts as banks write them', () => {
  test.each([
    ['1.234,56', 123456],
    ['-1.234.567,8', -123456780],
    ['1234,56-', -123456],
    ['+ 12', 1200],
    ['1 234,50', 123450],
    ['1\u00a0234,50', 123450],
    ['1\u202f234,50 €', 123450],
    ["12'345,60", 1234560],
    ['12’345,60', 1234560],
    ['(45,10)', -4510],
    ['−3,00', -300],
    ['EUR 12,00', 1200],
    ['12,00 EUR-', -1200],
    ['12,00 S', -1200],
    ['12,00 H', 1200],
    [',5', 50],
    ['7,000', 700],
    ['12,-', 1200],
    ['1.200,--', 120000],
    ["'-12,50", -1250],
    ['12,50 Kč', 1250],
    ['12,50 грн', 1250],
    ['\u200e-12,50\0', -1250],
    ['12,34,567,00', 'not a number'],
  ] as const)('%s', (value, minor) => {
    expect(read(value)).toBe(minor);
  });

  test('with a point: groups of two as in India, a dollar before the number', () => {
    expect(read('12,34,567.00', '.')).toBe(123456700);
    expect(read('-$1,200.05', '.', packCurrency('USD'))).toBe(-120005);
    expect(read('100.50 CR', '.')).toBe(10050);
    expect(read('100.50 DR', '.')).toBe(-10050);
  });

  test.each(['12,3x4', '1.23,45', '1.2345,00', '1.23', '--1', '1,2,3', 'x', '.', '1.234.56'])(
    '%s is not an amount',
    (value) => {
      expect(read(value)).toBe('not a number');
    },
  );

  test('nothing is rounded, nothing beyond exact numbers is taken', () => {
    expect(read('0,005')).toBe('finer than its currency');
    expect(read('0,00500 EUR')).toBe('finer than its currency');
    expect(read('99999999999999999,00')).toBe('too large');
    expect(read('')).toBe('empty');
    expect(read('   ')).toBe('empty');
  });

  test('a currency in the amount decides its own decimals', () => {
    const bytes = Buffer.from('1500 JPY');
    const reader = new AmountReader('.', text);
    expect(reader.read(bytes, 0, bytes.length, EUR)).toBe(1500);
    expect(currencyCode(reader.currency)).toBe('JPY');
  });

  property.prop([
    fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
    fc.constantFrom<DecimalMark>('.', ','),
    fc.constantFrom('', ' ', "'", 'other'),
    fc.boolean(),
  ])('every way of writing it gives the same minor units', (minor, decimal, thousands, isTrailing) => {
    const digits = (minor < 0n ? -minor : minor).toString().padStart(3, '0');
    const mark = thousands === 'other' ? (decimal === '.' ? ',' : '.') : thousands;
    const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, mark);
    const sign = minor < 0n ? '-' : '';
    const bare = `${whole}${decimal}${digits.slice(-2)}`;
    expect(read(isTrailing ? bare + sign : sign + bare, decimal) || 0).toBe(Number(minor));
    const plain = `${sign}${digits.slice(0, -2)}${decimal}${digits.slice(-2)}`;
    expect(read(plain, decimal)).toEqual(parseAmount(plain, EUR, decimal));
  });
});

describe('the decimal mark of a column', () => {
  const decimal = (...values: string[]): DecimalMark | undefined => inferDecimal(values).decimal;
  test('one value proves it for all', () => {
    expect(decimal('1.234', '5.000', '12,50')).toBe(',');
    expect(decimal('1.234', '1.234.567')).toBe(',');
    expect(decimal('1,234', '0.5')).toBe('.');
    expect(decimal('1,234.50')).toBe('.');
    expect(decimal("1'234.500")).toBe('.');
    expect(decimal('12345.678')).toBe('.');
  });
  test('without proof it is left open', () => {
    expect(decimal('1.234', '5.000')).toBeUndefined();
    expect(decimal('12', '7')).toBeUndefined();
    expect(inferDecimal(['1.234']).why).toBe('1.234 may be thousands or a fraction');
  });
});

test('currencies by code, sign and name', () => {
  expect(
    ['eur', '€', 'US Dollar', 'Yuan', 'zł', 'Bitcoin', 'XYZ', ''].map((name) => currencyCode(readCurrency(name))),
  ).toEqual(['EUR', 'EUR', 'USD', 'CNY', 'PLN', 'XBT', 'XXX', 'XXX']);
  expect(readCurrency('Galleon')).toBe(0);
  expect(stripAmount('12,00 EUR')).toMatchObject({ digits: '12,00', isNegative: false });
});
