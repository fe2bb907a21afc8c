import { expect, test } from 'vitest';
import { formatOf, readFixture } from '../fixtures/read-format.ts';

test('a SAML-D file: currencies and countries by name, days with times', () => {
  const reading = readFixture('samld/saml-d.csv');
  expect(reading.format).toBe('samld');
  expect(reading.segment.records).toEqual({ read: 5, kept: 3, rejected: 2, notBooked: 0 });
  expect(reading.sums).toEqual({ 'GBP debits': 145915 + 601964, 'JPY debits': 14328 });
  expect(reading.segment.rejects).toEqual([
    // Yen have no fractions, whatever a generator writes.
    { record: 3, line: 4, field: 'Amount', reason: '14328.44 is finer than its currency' },
    { record: 5, line: 6, field: 'Payment_currency', reason: 'Galleons is no currency' },
  ]);
  expect(reading.rows[1]).toMatchObject({
    from: 'account:1491989064',
    to: 'account:8401255335',
    booking: '2022-10-07',
    time: 10 * 3600 + 35 * 60 + 20,
    channel: 'wire',
  });
  expect(reading.countries['account:8401255335']).toBe('AE');
  expect(reading.countries['account:287305149']).toBe('JP');
});

test('a bank’s transfers with a payment type stay with csv', () => {
  const text =
    'Time,Date,Sender_account,Receiver_account,Amount,Payment_currency,Payment_type\n10:00:00,2026-01-31,1,2,5.00,EUR,ACH\n';
  expect(formatOf(text)).toBe('csv');
});
