import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import pacs004 from '../../src/formats/pacs004.ts';
import { packageRoot } from '../../src/package-root.ts';
import { readRows } from '../fixtures/read-rows.ts';

const { rows, segment, names } = readRows(
  readFileSync(join(packageRoot, 'test/fixtures/pacs004/returns.xml')),
  pacs004.read,
);

it('turns the roles of the original round', () => {
  expect(segment.records).toEqual({ read: 2, kept: 0, rejected: 0, notBooked: 2 });
  expect(rows[0]).toMatchObject({
    from: 'account:NL91ABNA0417164300',
    to: 'account:AT611904300234573201',
    amount: '249.00 EUR',
    value: '2025-06-05',
    status: 'instructed',
    isReversal: true,
    hasEndToEndId: true,
  });
  expect(names['account:NL91ABNA0417164300']).toEqual(['Fietsen BV']);
});

it('takes the roles of a return chain as they stand', () => {
  expect(rows[1]).toMatchObject({ from: 'name:horvat ivan|HR', to: 'account:5647772655', value: '2025-06-06' });
});

it('reads what had been instructed, and what the return cost', () => {
  expect([...segment.instructed.minor]).toEqual([250_50]);
  expect([...segment.charges.minor]).toEqual([250_50 - 249_00]);
  expect(249_00 + 100_00).toBe(349_00);
  expect(segment.warnings).toEqual([]);
});
