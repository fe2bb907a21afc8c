import { describe, expect, test } from 'vitest';
import { closes, formatOf, readByFormat, readFixture } from '../fixtures/read-format.ts';

describe('the statement of a balance', () => {
  const reading = readFixture('wise/statement.csv');
  const { rows, segment } = reading;

  test('adds up to its balances, oldest first', () => {
    expect(reading.format).toBe('wise');
    // Salary and a refund came in; bread, dollars, rent and a charge went out. Fees are within the amounts.
    expect(reading.sums).toEqual({ 'EUR credits': 130000 + 1250, 'EUR debits': 1250 + 10000 + 25000 + 55 });
    expect(reading.balances).toEqual([['EUR', 0, 94945]]);
    expect(closes(reading)).toBe(true);
    expect(segment.records).toEqual({ read: 6, kept: 6, rejected: 0, notBooked: 0 });
    expect(rows.map((row) => row.booking)).toEqual([
      '2024-04-03',
      '2024-04-06',
      '2024-04-12',
      '2024-04-17',
      '2024-04-20',
      '2024-04-28',
    ]);
  });

  test('names payee by account, payer by name, shops, the bank itself, and the money changed', () => {
    const [bread, salary, dollars, rent, refund, charge] = rows;
    expect(bread).toMatchObject({ to: 'merchant:bakkerij zon|', channel: 'card-present', isReversal: false });
    expect(refund).toMatchObject({ from: 'merchant:bakkerij zon|', isReversal: true });
    expect(salary?.from).toBe('name:bv werkgever|');
    expect(rent?.to).toBe('account:NL02ABNA0123456789');
    expect(reading.names['account:NL02ABNA0123456789']).toEqual(['Pieter Post']);
    expect([dollars?.to, charge?.to, charge?.channel]).toEqual(['bank:', 'bank:', 'fee']);
    expect([...segment.instructed.minor]).toEqual([10710]);
    // 0.40 of the exchange and 0.50 of the rent.
    expect([...segment.charges.minor]).toEqual([40, 50]);
    expect(reading.names['account:FILE-0000000000000000']).toEqual(['Iris Maas']);
  });
});

test('the later layout has times, which are kept, and a foreign amount for cards', () => {
  const reading = readByFormat(
    '"TransferWise ID",Date,"Date Time",Amount,Currency,Description,"Payment Reference","Running Balance","Exchange From","Exchange To","Exchange Rate","Payer Name","Payee Name","Payee Account Number",Merchant,"Card Last Four Digits","Card Holder Full Name",Attachment,Note,"Total fees","Exchange To Amount","Transaction Type","Transaction Details Type"\n' +
      'CARD-1,13-06-2026,"13-06-2026 19:21:33.766",-5434.98,HUF,"Kártyahasználat",,1085823.20,HUF,EUR,0.00281,,,,"Online Bolt",3734,"Nagy Éva",,,30.00,15.19,DEBIT,CARD\n' +
      'ACCRUAL_CHECKOUT-2,14-06-2026,"14-06-2026 00:10:00.000",12.00,HUF,"Kamat",,1085835.20,,,,,,,,,,,,0.00,,CREDIT,ACCRUAL_CHECKOUT\n',
  );
  expect(reading.rows[0]).toMatchObject({ to: 'merchant:bolt online|', time: 19 * 3600 + 21 * 60 + 33 });
  expect([...reading.segment.instructed.minor]).toEqual([1519]);
  expect(reading.rows[1]?.from).toBe('bank:');
  expect(closes(reading)).toBe(true);
});

describe('the transaction history', () => {
  const reading = readFixture('wise/history.csv');
  const { rows, segment } = reading;

  test('books what is completed, with the fee of what leaves beside it', () => {
    expect(reading.format).toBe('wise');
    expect(segment.records).toEqual({ read: 8, kept: 5, rejected: 1, notBooked: 2 });
    expect(segment.rejects).toEqual([{ record: 8, line: 9, field: 'Direction', reason: 'SIDEWAYS is no direction' }]);
    expect(reading.sums).toEqual({
      // Sent 98.75 + 1.25, bread 15.00, changed 99.60 + 0.40, refunded 20.00 + 0.30.
      'EUR debits': 9875 + 125 + 1500 + 9960 + 40 + 2000 + 30,
      // Received 200.00 after its fee of 0.50, and the refund.
      'EUR credits': 20000 + 2000 + 30,
      'USD credits': 10660,
    });
  });

  test('a refunded transfer is followed by its reversal, a cancelled one is not booked', () => {
    const refunded = rows.filter((row) => row.record === 6);
    expect(refunded.map((row) => [row.amount, row.isReversal])).toEqual([
      ['20.00 EUR', false],
      ['0.30 EUR', false],
      ['20.00 EUR', true],
      ['0.30 EUR', true],
    ]);
    expect(refunded[2]).toMatchObject({ from: refunded[0]?.to, to: refunded[0]?.from });
    expect(rows.filter((row) => row.record === 5).map((row) => row.status)).toEqual(['informational', 'informational']);
    expect(rows.filter((row) => row.record === 7).map((row) => row.status)).toEqual(['pending', 'pending']);
  });

  test('finished, not created, is the day; the far amount is the instructed one', () => {
    expect(rows[0]).toMatchObject({ to: 'name:ana pop|', booking: '2026-01-11', time: 9 * 3600 + 30 * 60 });
    expect([segment.instructed.rows[0], segment.instructed.minor[0]]).toEqual([0, 49120]);
    expect([...segment.charges.minor]).toEqual([50]);
  });
});

test('a bank’s list with a running balance is none of Wise’s', () => {
  expect(formatOf('ID,Date,Amount,Currency,Description,Running Balance\n1,31-01-2026,-5.00,EUR,Bread,10.00\n')).toBe(
    'csv',
  );
});
