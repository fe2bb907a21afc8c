import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import pain008 from '../../src/formats/pain008.ts';
import { packageRoot } from '../../src/package-root.ts';
import { readRows } from '../fixtures/read-rows.ts';

const { rows, segment, names } = readRows(
  readFileSync(join(packageRoot, 'test/fixtures/pain008/collection.xml')),
  pain008.read,
);

it('runs from each debtor to the creditor of the batch', () => {
  expect(segment.records).toEqual({ read: 2, kept: 0, rejected: 0, notBooked: 2 });
  expect(rows).toMatchObject([
    {
      from: 'account:AT611904300234573201',
      to: 'account:DE89370400440532013000',
      amount: '50.00 EUR',
      value: '2025-06-15',
      purpose: 'RENT',
      channel: 'direct-debit',
      status: 'instructed',
    },
    { from: 'account:19-2000145399/0800', to: 'account:DE89370400440532013000', amount: '30.00 EUR' },
  ]);
  expect(names['account:DE89370400440532013000']).toEqual(['Wohnbau eG']);
});

it('compares control sums: 50 + 30 is what the batch says, not the message', () => {
  expect(50_00 + 30_00).toBe(80_00);
  expect(segment.warnings).toEqual(['The message declares a control sum of 80.10, its transactions sum to 80.00']);
});
