import { expect, test } from 'vitest';
import { closes, formatOf, readFixture } from '../fixtures/read-format.ts';

test('raw transactions: steps are days, without a time', () => {
  const reading = readFixture('amlsim/transactions.csv');
  expect(reading.format).toBe('amlsim');
  expect(reading.segment.records).toEqual({ read: 5, kept: 4, rejected: 1, notBooked: 0 });
  expect(reading.sums).toEqual({ 'XXX debits': 46505 + 83950000 + 56464 + 1200 });
  expect(reading.rows.map((row) => [row.booking, row.time, row.to])).toEqual([
    ['2017-01-01', undefined, 'account:9069'],
    ['2017-01-02', undefined, 'account:9543'],
    ['2017-02-01', undefined, 'account:307'],
    ['2017-02-01', undefined, 'cash:'],
  ]);
  expect(reading.segment.rejects).toEqual([
    { record: 5, line: 6, field: 'TX_AMOUNT', reason: '12.345 is finer than its currency' },
  ]);
  expect(closes(reading)).toBe(true);
});

test('converted transactions: a midnight in every row is no time', () => {
  const reading = readFixture('amlsim/converted.csv');
  expect(reading.format).toBe('amlsim');
  expect(reading.sums).toEqual({ 'XXX debits': 46505 + 2000 });
  expect(reading.rows.map((row) => [row.booking, row.time])).toEqual([
    ['2017-01-01', undefined],
    ['2017-02-28', undefined],
  ]);
});

test('alerts repeat transactions with their labels: nothing of them is booked', () => {
  const reading = readFixture('amlsim/alerts.csv');
  expect(reading.format).toBe('amlsim');
  expect(reading.segment.records).toEqual({ read: 2, kept: 0, rejected: 0, notBooked: 2 });
  expect(reading.segment.count).toBe(0);
  expect(JSON.stringify(reading.segment.warnings)).not.toMatch(/fan|193/);
});

test('accounts are a register', () => {
  const reading = readFixture('amlsim/accounts.csv');
  expect(reading.format).toBe('amlsim');
  expect(reading.segment.register).toEqual([
    { account: '6456', customerId: 'C_6456', residenceCountry: 'US' },
    { account: '9543', customerId: 'C_9543', residenceCountry: 'US' },
  ]);
  expect(reading.segment.records).toEqual({ read: 2, kept: 2, rejected: 0, notBooked: 0 });
});

test('another bank’s transfers stay with csv', () => {
  expect(formatOf('TX_ID,SENDER_ACCOUNT,RECEIVER_ACCOUNT,TX_TYPE,AMOUNT,DATE\n1,2,3,TRANSFER,5.00,2026-01-31\n')).toBe(
    'csv',
  );
});
