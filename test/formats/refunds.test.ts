/** Refunds of payment companies and agents, as the ledger links them: payment and refund are skipped together. */
import { expect, test } from 'vitest';
import { amountAt } from '../../src/formats/entry-columns.ts';
import { buildLedger } from '../../src/ledger/build.ts';
import { readFixture } from '../fixtures/read-format.ts';

/** Amounts of the transactions that indicators skip, in the ledger's order. */
function skipped(path: string): number[] {
  const { segment } = readFixture(path);
  const { columns, count } = buildLedger([segment]);
  return Array.from({ length: count }, (_, tx) => tx)
    .filter((tx) => columns.reversed?.[tx] === 1)
    .map((tx) => amountAt(columns, tx));
}

test.each([
  ['paypal/activity-english.csv', [10000, 10000]],
  // A part of the purchase came back: no payment of its amount, so it is skipped alone.
  ['paypal/statement-german.csv', [545]],
  ['wise/statement.csv', [1250, 1250]],
  ['wise/history.csv', [2000, 30, 2000, 30]],
  ['revolut/personal-english.csv', [2340, 2340]],
  ['stripe/balance.csv', [12000, 12000]],
  ['stripe/payments.csv', [8000, 8000]],
  ['remittance/western-union-french.csv', [7000, 7000]],
])('%s', (path, amounts) => {
  expect(skipped(path)).toEqual(amounts);
});
