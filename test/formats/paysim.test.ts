import { describe, expect, test } from 'vitest';
import { amountOfDouble, stepOf } from '../../src/formats/research/simulated.ts';
import { packCurrency } from '../../src/money.ts';
import { formatOf, readFixture } from '../fixtures/read-format.ts';

describe('a PaySim log', () => {
  const reading = readFixture('paysim/log.csv');
  const { rows, segment } = reading;

  test('adds up, in an unknown currency', () => {
    expect(reading.format).toBe('paysim');
    expect(segment.records).toEqual({ read: 7, kept: 5, rejected: 2, notBooked: 0 });
    expect(reading.sums).toEqual({ 'XXX debits': 983964 + 18100 + 22913394 + 150 + 533777 });
    expect(segment.rejects).toEqual([
      { record: 6, line: 7, field: 'amount', reason: '0.125 is finer than its currency' },
      { record: 7, line: 8, field: 'step', reason: '0 is no step' },
    ]);
    expect(segment.warnings.join()).toMatch(/2017-01-01.*XXX/);
  });

  test('steps are hours from a made-up first day', () => {
    expect(rows.map((row) => [row.booking, row.time])).toEqual([
      ['2017-01-01', 0],
      ['2017-01-01', 0],
      ['2017-01-02', 0],
      ['2017-01-03', 0],
      // Step 72 is the last hour of the third day.
      ['2017-01-03', 23 * 3600],
    ]);
  });

  test('cash is a leaf, merchants are merchants, both other sides are accounts', () => {
    expect(rows.map((row) => [row.from, row.to, row.channel])).toEqual([
      ['account:C1231006815', 'merchant:m1979787155|', 'wallet'],
      ['account:C1305486145', 'account:C553264065', 'wallet'],
      ['account:C840083671', 'cash:', 'cash'],
      ['cash:', 'account:C840083671', 'cash'],
      ['account:C712410124', 'account:C195600860', 'wallet'],
    ]);
    expect([...new Set(segment.columns.side)]).toEqual([2]);
  });
});

test('doubles: noise beyond fifteen digits goes, everything finer is a fault', () => {
  const euro = packCurrency('EUR');
  const cases: readonly (readonly [string, number | string])[] = [
    ['9839.64', 983964],
    ['181.00000000000003', 18100],
    // 0.1 + 0.2
    ['0.30000000000000004', 30],
    ['563.1400000000001', 56314],
    ['564.6399999999999', 56464],
    ['8.395E5', 83950000],
    ['1.0E7', 1000000000],
    ['0.125', 'finer than its currency'],
    ['181.000000000003', 'finer than its currency'],
    // No double is written so: the nearest one is 181.00000000000003.
    ['181.00000000000004', 'finer than its currency'],
    ['181.123456789012345', 'finer than its currency'],
    ['12,5', 'not a number'],
    ['NaN', 'not a number'],
    ['1e400', 'not a number'],
    ['', 'empty'],
    ['-5.00', -500],
  ];
  for (const [text, minor] of cases) expect([text, amountOfDouble(text, euro)]).toEqual([text, minor]);
});

test('steps', () => {
  expect(['0', '744', '100000', '100001', '-1', '1.5', '', 'x'].map(stepOf)).toEqual([
    0,
    744,
    100000,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('a table of steps without both names is none', () => {
  expect(formatOf('step,type,amount,nameOrig\n1,PAYMENT,5.00,C1\n')).not.toBe('paysim');
});
