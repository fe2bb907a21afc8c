import { describe, expect, test } from 'vitest';
import { formatOf, readByFormat, readFixture } from '../fixtures/read-format.ts';

describe('balance transactions', () => {
  const reading = readFixture('stripe/balance.csv');
  const { rows, segment } = reading;

  test('add up, the fee beside the payment, yen without fractions', () => {
    expect(reading.format).toBe('stripe');
    expect(reading.sums).toEqual({
      'USD credits': 12000,
      'USD debits': 378 + 12000 + 9622 + 200,
      'JPY credits': 500,
      'JPY debits': 18,
    });
    expect(segment.records).toEqual({ read: 6, kept: 5, rejected: 1, notBooked: 0 });
    expect(segment.rejects).toEqual([
      { record: 6, line: 7, field: 'Net', reason: 'amount and fee do not make the net amount' },
    ]);
  });

  test('the customer is a wallet, the refund goes back to it, the payout to the owner’s bank', () => {
    const [payment, , refund, payout, fee] = rows;
    expect(payment?.from).toMatch(/^wallet:stripe-[0-9a-f]{32}$/);
    expect(payment).toMatchObject({ booking: '2026-09-01', value: '2026-09-03', time: 14 * 3600 + 3 * 60, zone: 0 });
    expect(refund).toMatchObject({ to: payment?.from, from: payment?.to, isReversal: true });
    expect(payout).toMatchObject({ to: 'unknown:', channel: 'credit-transfer' });
    expect(fee).toMatchObject({ to: 'bank:', channel: 'fee' });
  });
});

test.each([
  'balance_transaction_id,created_utc,available_on_utc,currency,gross,fee,net,reporting_category,source_id,description\ntxn_1,2026-09-14 10:02:11,2026-09-16 00:00:00,eur,600.00,8.70,591.30,charge,ch_1,Order\n',
  'balance_transaction_id,Created (UTC),Currency,Gross,Fee,Net,reporting_category,description\ntxn_1,2026-09-14 10:02:11,EUR,600,8.7,591.3,charge,Order\n',
])('the itemised balance report', (text) => {
  const reading = readByFormat(text);
  expect(reading.format).toBe('stripe');
  expect(reading.sums).toEqual({ 'EUR credits': 60000, 'EUR debits': 870 });
  expect(reading.rows[0]?.time).toBe(10 * 3600 + 2 * 60 + 11);
});

test('payouts: paid ones are booked when made and arrive later', () => {
  const reading = readFixture('stripe/payouts.csv');
  expect(reading.format).toBe('stripe');
  expect(reading.sums).toEqual({ 'USD debits': 393014 });
  expect(reading.rows.map((row) => row.status)).toEqual(['booked', 'pending', 'informational']);
  expect(reading.rows[0]).toMatchObject({ booking: '2026-07-13', value: '2026-07-14', to: 'unknown:' });
  expect(reading.segment.records).toEqual({ read: 3, kept: 1, rejected: 0, notBooked: 2 });
});

test('payments: a refunded one is followed by its reversal; failed and uncaptured ones are not booked', () => {
  const reading = readFixture('stripe/payments.csv');
  expect(reading.format).toBe('stripe');
  expect(reading.sums).toEqual({ 'EUR credits': 30000 + 8000, 'EUR debits': 925 + 250 + 8000 });
  expect(reading.segment.records).toEqual({ read: 4, kept: 2, rejected: 0, notBooked: 2 });
  expect(reading.rows.filter((row) => row.record === 2).map((row) => [row.amount, row.isReversal])).toEqual([
    ['80.00 EUR', false],
    ['2.50 EUR', false],
    ['80.00 EUR', true],
  ]);
  expect(reading.rows.at(-1)).toMatchObject({ from: 'name:alm bo|SE', status: 'pending' });
  expect(reading.segment.warnings).toContain('refunds have no day of their own; they are dated like the payment');
  expect(reading.countries[reading.rows[0]?.from ?? '']).toBe('NO');
});

test('a table with an id, a type and net amounts is not Stripe’s by these alone', () => {
  const text = 'id,Type,Amount,Fee,Net,Currency,Created,Description\n1,x,5.00,0.00,5.00,EUR,2026-01-31,y\n';
  expect(formatOf(text)).not.toBe('stripe');
  expect(formatOf(text.replace('Created,', 'Created (UTC),'))).toBe('stripe');
});
