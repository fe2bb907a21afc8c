import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import pacs009 from '../../src/formats/pacs009.ts';
import { packageRoot } from '../../src/package-root.ts';
import { readRows } from '../fixtures/read-rows.ts';

const { rows, segment, names } = readRows(
  readFileSync(join(packageRoot, 'test/fixtures/pacs009/cover.xml')),
  pacs009.read,
);

it('reads banks as parties, by name, else by code', () => {
  expect(segment.records).toEqual({ read: 2, kept: 0, rejected: 0, notBooked: 2 });
  expect(rows).toMatchObject([
    { from: 'account:NOSTRO-1', to: 'name:abnanl2a|', amount: '250.50 EUR', value: '2025-06-03', channel: 'wire' },
    { from: 'name:011104238|', to: 'name:b bank|', amount: '1000000.01 USD', status: 'instructed' },
  ]);
  expect(names['account:NOSTRO-1']).toEqual(['Wiener Bank AG']);
});

it('does not take the customers of a cover for its parties, but reads their remittance', () => {
  expect(Object.values(names).flat()).not.toContain('Fietsen BV');
  expect(rows[0]?.textHash).not.toBe(0);
  expect(rows[1]?.textHash).toBe(0);
});

it('warns of a count that is wrong', () => {
  expect(segment.warnings).toEqual(['The message declares 3 transactions, 2 are given']);
});
