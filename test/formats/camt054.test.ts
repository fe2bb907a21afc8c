import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import camt054 from '../../src/formats/camt054.ts';
import { packageRoot } from '../../src/package-root.ts';
import { readRows } from '../fixtures/read-rows.ts';

const { rows, segment } = readRows(readFileSync(join(packageRoot, 'test/fixtures/camt/v8-052-054.xml')), camt054.read);
const OWN = 'account:AT611904300234573201';

it('gives each message of a file its own statement', () => {
  expect(segment.statements).toHaveLength(2);
  expect(segment.records).toEqual({ read: 2, kept: 2, rejected: 0, notBooked: 0 });
});

it('nets a batch whose parts go both ways, each part with its own direction', () => {
  expect(40_00 - 10_00).toBe(30_00);
  expect(rows.slice(1)).toMatchObject([
    { record: 2, amount: '40.00 EUR', from: 'unknown:', to: OWN, isReversal: false },
    { record: 2, amount: '10.00 EUR', from: OWN, to: 'unknown:', isReversal: true },
  ]);
});
