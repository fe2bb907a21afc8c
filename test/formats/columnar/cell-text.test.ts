import { describe, expect, it } from 'vitest';
import { cellText, fractionText, integerOfBytes, scaledText } from '../../../src/formats/columnar/cell-text.ts';
import { MomentLook, momentText, type MomentForm } from '../../../src/formats/columnar/moments.ts';

it('digits after the point, whatever the scale', () => {
  expect(scaledText(5n, 2)).toBe('0.05');
  expect(scaledText(-123456n, 2)).toBe('-1234.56');
  expect(scaledText(123n, -2)).toBe('12300');
  expect(scaledText(0n, -2)).toBe('0');
  expect(scaledText(10n ** 37n, 2)).toBe(`1${'0'.repeat(35)}.00`);
});

it('binary fractions with the digits that they surely have', () => {
  expect(fractionText(0.1 + 0.2, false)).toBe('0.3');
  expect(fractionText(1234.5600000000001, false)).toBe('1234.56');
  expect(fractionText(1e-7, false)).toBe('0.0000001');
  expect(fractionText(-2.5e-3, false)).toBe('-0.0025');
  expect(fractionText(-0, false)).toBe('0');
  expect(fractionText(NaN, false)).toBe('');
  // Sixteen digits of an account number stay as they are.
  expect(fractionText(1234567890123456, false)).toBe('1234567890123456');
  expect(fractionText(Math.fround(1234.56), true)).toBe('1234.56');
  expect(fractionText(Math.fround(0.1), true)).toBe('0.1');
});

it('long decimals are signed', () => {
  expect(integerOfBytes(Uint8Array.of(0xff, 0x38))).toBe(-200n);
  expect(integerOfBytes(Uint8Array.of(0, 0xc8))).toBe(200n);
});

it('times of day, and a day that no calendar has', () => {
  expect(cellText({ kind: 'clock', perSecond: 1000n }, 3723000, undefined)).toBe('01:02:03');
  expect(cellText({ kind: 'day' }, 19783, undefined)).toBe('2024-03-01');
  expect(cellText({ kind: 'day' }, 2 ** 31 - 1, undefined)).toBe('2147483647');
});

describe('timestamps', () => {
  const DAY = 86400;
  const seconds = (zone?: string): { kind: 'moment'; perSecond: bigint; zone?: string } => ({
    kind: 'moment',
    perSecond: 1n,
    ...(zone === undefined ? {} : { zone }),
  });
  const formOf = (values: readonly number[], zone?: string): MomentForm => {
    const look = new MomentLook(seconds(zone));
    look.see(values.map(BigInt));
    return look.form();
  };
  const nightly = (clock: number, count: number): number[] => Array.from({ length: count }, (_, i) => i * DAY + clock);

  it('are days where each is midnight, and moments where one is not', () => {
    expect(formOf(nightly(0, 3))).toBe('day');
    expect(formOf([...nightly(0, 3), 1])).toBe('moment');
    expect(formOf(nightly(-3600, 3), '+01:00')).toBe('day');
  });

  it('at one hour in UTC on eight days or more are days of another zone', () => {
    expect(formOf(nightly(23 * 3600, 8), 'UTC')).toBe('day of another zone');
    expect(formOf([...nightly(22 * 3600, 4), ...nightly(23 * 3600, 8)], 'UTC')).toBe('day of another zone');
    // Seven days, no zone, two hours apart: not sure enough.
    expect(formOf(nightly(23 * 3600, 7), 'UTC')).toBe('moment');
    expect(formOf(nightly(23 * 3600, 8))).toBe('moment');
    expect(formOf([...nightly(21 * 3600, 4), ...nightly(23 * 3600, 8)], 'UTC')).toBe('moment');
    expect(momentText(BigInt(22 * 3600), seconds('UTC'), 'day of another zone')).toBe('1970-01-02');
    expect(momentText(BigInt(5 * 3600), seconds('UTC'), 'day of another zone')).toBe('1970-01-01');
  });

  it('by the clock of their zone', () => {
    // 2024-07-01 08:30 UTC; Berlin has summer time.
    const count = BigInt(19905 * DAY + 8 * 3600 + 1800);
    expect(momentText(count, seconds('Europe/Berlin'), 'moment')).toBe('2024-07-01T10:30:00+02:00');
    expect(momentText(count, seconds('-03:30'), 'moment')).toBe('2024-07-01T05:00:00-03:30');
    expect(momentText(count, seconds('UTC'), 'moment')).toBe('2024-07-01T08:30:00Z');
    expect(momentText(count, seconds(), 'moment')).toBe('2024-07-01T08:30:00');
    expect(momentText(-1500n, { kind: 'moment', perSecond: 1000n }, 'moment')).toBe('1969-12-31T23:59:58.5');
  });
});
