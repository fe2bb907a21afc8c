import { describe, expect, test } from 'vitest';
import { closes, formatOf, readByFormat, readFixture } from '../fixtures/read-format.ts';
import { namedIn } from '../../src/formats/revolut/words.ts';

const CURRENT = 'account:FILE-0000000000000000/CURRENT';

describe('a personal account in English', () => {
  const reading = readFixture('revolut/personal-english.csv');
  const { rows, segment } = reading;

  test('has a statement per product and currency, each with its balances', () => {
    expect(reading.format).toBe('revolut');
    expect(segment.records).toEqual({ read: 13, kept: 10, rejected: 1, notBooked: 2 });
    expect(reading.balances).toEqual([
      ['EUR', 5000, 6476],
      ['EUR', 0, 1000],
      ['HUF', 0, 975000],
    ]);
    const current = rows.filter((row) => row.statement === 0 && row.status === 'booked');
    const minor = (row: (typeof rows)[number]): number =>
      Number(row.amount.replace(/[^\d]/g, '')) * (row.to === CURRENT ? 1 : -1);
    // 200 in and 23.40 back; petrol, cash with its fee, Sam, the pocket, forint with its fee, the plan.
    expect(current.reduce((sum, row) => sum + minor(row), 0)).toBe(
      20000 + 2340 - 2340 - 10000 - 200 - 4000 - 1000 - 2500 - 25 - 799,
    );
    expect(segment.warnings.filter((warning) => warning.includes('balance'))).toEqual([]);
  });

  test('a fee is a row of its own and goes to the bank', () => {
    const cash = rows.filter((row) => row.record === 3);
    expect(cash.map((row) => [row.to, row.amount, row.channel])).toEqual([
      ['cash:', '100.00 EUR', 'cash-machine'],
      ['bank:', '2.00 EUR', 'fee'],
    ]);
    expect(rows.filter((row) => row.record === 10).map((row) => [row.to, row.amount])).toEqual([['bank:', '7.99 EUR']]);
  });

  test('the hour of a card is that of its use, where it was cleared on the same day, else none', () => {
    expect(rows[1]).toMatchObject({ booking: '2026-09-04', value: '2026-09-02', time: undefined });
    expect(rows[2]?.time).toBe(21 * 3600 + 30 * 60);
  });

  test('names behind To and From are the other side, one’s own pockets are nobody', () => {
    expect(rows[0]?.from).toBe('name:noor visser|');
    expect(rows.find((row) => row.record === 4)?.to).toBe('name:okoye sam|');
    expect(rows.find((row) => row.record === 5)?.to).toBe('unknown:');
    expect(rows.find((row) => row.record === 9)).toMatchObject({ from: 'merchant:esso station|', isReversal: true });
  });

  test('pending and reverted rows are not booked, an unknown state is a reject', () => {
    expect(rows.filter((row) => row.status !== 'booked').map((row) => [row.record, row.status])).toEqual([
      [11, 'pending'],
      [12, 'informational'],
    ]);
    expect(segment.rejects).toEqual([{ record: 13, line: 14, field: 'State', reason: 'SLEEPING is no known state' }]);
  });
});

test.each([
  ['german', { 'EUR credits': 1000, 'EUR debits': 150 + 400 }, 'name:schiff vera|', [5, 3, 0, 2]],
  ['polish', { 'PLN credits': 2000, 'PLN debits': 719 }, 'name:ewa lis|', [3, 2, 0, 1]],
  ['french', { 'EUR credits': 5000, 'EUR debits': 1230 }, 'name:lou petit|', [3, 2, 0, 1]],
  ['spanish', { 'EUR credits': 20000, 'EUR debits': 450 + 15 }, 'name:ada ruiz|', [3, 2, 0, 1]],
  ['italian', { 'EUR credits': 21972, 'EUR debits': 8000 + 4230 }, 'name:fabbri nico|', [4, 3, 0, 1]],
] as const)('the export in %s', (language, sums, person, [read, kept, rejected, notBooked]) => {
  const reading = readFixture(`revolut/personal-${language}.csv`);
  expect(reading.format).toBe('revolut');
  expect(reading.sums).toEqual(sums);
  expect(closes(reading)).toBe(true);
  expect(reading.segment.records).toEqual({ read, kept, rejected, notBooked });
  expect(reading.rows.some((row) => row.from === person || row.to === person)).toBe(true);
});

describe('Revolut Business', () => {
  const reading = readFixture('revolut/business.csv');
  const { rows, segment } = reading;

  test('adds up, the fee beside the amount', () => {
    expect(reading.format).toBe('revolut');
    expect(reading.sums).toEqual({ 'EUR credits': 100000, 'EUR debits': 10000 + 100 + 25000 + 20 });
    expect(reading.balances).toEqual([['EUR', 0, 64880]]);
    expect(closes(reading)).toBe(true);
    expect(segment.records).toEqual({ read: 6, kept: 3, rejected: 1, notBooked: 2 });
    expect(segment.rejects).toEqual([
      { record: 6, line: 7, field: 'Total amount', reason: 'amount and fee do not make the total amount' },
    ]);
  });

  test('names accounts on both sides; an account’s number holds for rows that give its label only', () => {
    expect(rows[0]).toMatchObject({ from: 'account:NL02ABNA0123456789', to: 'account:LT121000011101001000' });
    expect(rows[1]).toMatchObject({ from: 'account:LT121000011101001000', to: 'merchant:hotel sava|', mcc: 7011 });
    expect([rows[1]?.time, rows[1]?.zone]).toEqual([22 * 3600 + 10 * 60, 0]);
    expect([...segment.instructed.minor]).toEqual([11373]);
    const wages = rows.find((row) => row.record === 3);
    expect(wages).toMatchObject({ to: 'account:HR1210010051863000160', booking: '2026-05-14', value: '2026-05-13' });
  });
});

test('months first where the file proves it', () => {
  const reading = readByFormat(
    'Date started (UTC),Date completed (UTC),ID,Type,Description,Reference,Amount,Fee,Currency,State,Balance\n' +
      '12-30-2025,12-31-2025,a,TRANSFER,To Ana Lee,Rent,-34.50,0.00,GBP,COMPLETED,100.00\n',
  );
  expect(reading.rows[0]).toMatchObject({ booking: '2025-12-31', value: '2025-12-30', to: 'name:ana lee|' });
});

test('who a description names', () => {
  expect(
    ['To Sam Okoye', 'Payment from Noor', 'Przelew do Jan Kos', 'Virement à Lou', 'Überweisung an Vera', 'To pocket EUR Holiday', 'To EUR Savings', 'Top-Up by *1234', 'Salary March', 'To GBP', 'Exchanged to HUF'].map(namedIn),
  ).toEqual(['Sam Okoye', 'Noor', 'Jan Kos', 'Lou', 'Vera', '', '', '', '', '', '']); // prettier-ignore
});

test('an ordinary bank’s file stays with csv', () => {
  expect(
    formatOf(
      'Type,Started Date,Completed Date,Description,Amount,Currency,Balance\nCard,2026-01-31,2026-01-31,Bread,-5.00,EUR,10.00\n',
    ),
  ).toBe('csv');
});
