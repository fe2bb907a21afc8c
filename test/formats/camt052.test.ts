import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import camt052 from '../../src/formats/camt052.ts';
import { packageRoot } from '../../src/package-root.ts';
import { readRows } from '../fixtures/read-rows.ts';

const { rows, segment } = readRows(readFileSync(join(packageRoot, 'test/fixtures/camt/v8-052-054.xml')), camt052.read);

it('reads a report within an envelope; its interim balance is neither opening nor closing', () => {
  expect(segment.statements[0]).toMatchObject({ number: 'R-1' });
  expect(segment.statements[0]?.opening).toBeUndefined();
  expect(segment.statements[0]?.closing).toBeUndefined();
  expect(rows[0]?.statement).toBe(0);
});

it('takes an entry without a booking date as the bank booked it, and its channel from the German code', () => {
  expect(rows[0]).toMatchObject({ booking: undefined, status: 'booked', channel: 'cash', to: 'cash:' });
});
