import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  currencyCode,
  currencyCodes,
  currencyExponent,
  decimalText,
  packCurrency,
  packCurrencyBytes,
  parseAmount,
  UNKNOWN_CURRENCY,
} from '../src/money.ts';

const EUR = packCurrency('EUR');

describe('currencies', () => {
  it('have their own exponents, dead ones included', () => {
    expect(
      ['EUR', 'JPY', 'IQD', 'KWD', 'CLF', 'DEM', 'HRK', 'ITL'].map((code) => currencyExponent(packCurrency(code))),
    ).toEqual([2, 0, 3, 3, 4, 2, 2, 0]);
  });

  it('pack and unpack, from text and from bytes', () => {
    for (const code of currencyCodes) {
      expect(currencyCode(packCurrency(code))).toBe(code);
      const [a, b, c] = [...Buffer.from(code.toLowerCase())] as [number, number, number];
      expect(packCurrencyBytes(a, b, c)).toBe(packCurrency(code));
    }
  });

  it('what is no code is unknown, never a guess', () => {
    expect(packCurrency('EURO')).toBe(0);
    expect(packCurrency('QQQ')).toBe(0);
    expect(currencyCode(0)).toBe('XXX');
    expect(currencyCode(UNKNOWN_CURRENCY)).toBe('XXX');
  });
});

describe('amounts', () => {
  it('are read exactly or not at all', () => {
    expect(parseAmount('1234.5', EUR)).toBe(123450);
    expect(parseAmount('-0,07', EUR, ',')).toBe(-7);
    expect(parseAmount('12.340', EUR)).toBe(1234);
    expect(parseAmount('12.345', EUR)).toBe('finer than its currency');
    expect(parseAmount('12.3x4', EUR)).toBe('not a number');
    expect(parseAmount('', EUR)).toBe('empty');
    expect(parseAmount('.', EUR)).toBe('not a number');
    expect(parseAmount('90071992547409.92', EUR)).toBe('too large');
    expect(parseAmount('1.5', packCurrency('JPY'))).toBe('finer than its currency');
  });

  it('print and read back', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(...currencyCodes), (minor, code) => {
        const packed = packCurrency(code);
        expect(parseAmount(decimalText(minor, packed), packed)).toBe(minor === 0 ? 0 : minor);
      }),
    );
  });
});
