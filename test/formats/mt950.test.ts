import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import mt950 from '../../src/formats/mt950.ts';
import { recognise } from '../../src/formats/recognise.ts';
import { textSigns } from '../../src/formats/text-words.ts';
import { packageRoot } from '../../src/package-root.ts';
import { readRows } from '../fixtures/read-rows.ts';

const fixture = readFileSync(join(packageRoot, 'test/fixtures/mt/nostro.fin'));

it('reads a statement between banks in its envelope', () => {
  const { rows, segment } = readRows(fixture, mt950.read);
  expect(segment.statements).toMatchObject([{ opening: 1000_00, closing: 860_50, number: '5/1' }]);
  expect(1000_00 - 250_00 + 100_50 + 10_00).toBe(860_50);
  expect(segment.records).toEqual({ read: 3, kept: 3, rejected: 0, notBooked: 0 });
  expect(segment.warnings).toEqual([]);
  expect(rows[0]).toMatchObject({
    from: 'account:30109810200',
    amount: '250.00 USD',
    channel: 'wire',
    booking: undefined,
  });
  expect(rows[0]?.bytes).toBe(':61:240105D250,S103OURREF1//THEIRREF1\r\nORDER OF A CUSTOMER');
  expect(rows[1]).toMatchObject({ to: 'account:30109810200', amount: '100.50 USD', booking: '2024-01-05' });
  expect(rows[2]).toMatchObject({ to: 'account:30109810200', isReversal: true });
  expect(rows.map((row) => row.textHash)).toEqual(rows.map(() => textSigns('').textHash));
});

it('is told from MT940 by its envelope, or by its name where nothing else does', () => {
  const format = (text: string, name = 'x'): string | undefined =>
    recognise({ name, bytes: Buffer.from(text), text })?.format.id;
  const bare = ':20:A\n:25:1\n:28C:1\n:60F:C240104USD1,\n:61:240105D1,S103X\n:62F:C240105USD0,\n-\n';
  expect(format(fixture.toString())).toBe('mt950');
  expect(format(fixture.toString().replace('{2:O950', '{2:O940'))).toBe('mt940');
  expect([format(bare), format(bare, 'MT950_1.txt'), format(bare, '19501.txt')]).toEqual(['mt940', 'mt950', 'mt940']);
});
