/** A short run of `npm run fuzz` with a fixed seed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importOne } from './import-one.ts';
import { mutated } from './mutations.ts';
import { anyFileIsReadOrRefused } from './property.ts';
import { seeds } from './seeds.ts';

test('every seed is read as it is', async () => {
  for (const { name, bytes } of seeds()) expect(await importOne(name, bytes), name).not.toEqual([]);
}, 120_000);

test('any mutation of any seed is read, or refused with a code', async () => {
  await fc.assert(anyFileIsReadOrRefused(), { seed: 20261124, numRuns: 400 });
}, 180_000);

test('mutations change a file as they say', () => {
  const bytes = Buffer.from('abc\ndef');
  expect(mutated(bytes, [{ kind: 'cut', at: 1, length: 2 }]).toString()).toBe('a\ndef');
  expect(mutated(bytes, [{ kind: 'swap', a: 0, b: 1 }]).toString()).toBe('def\nabc');
  expect(mutated(bytes, [{ kind: 'repeat', at: 0, length: 1, times: 2 }]).toString()).toBe('aaabc\ndef');
  expect(mutated(bytes, [{ kind: 'end', at: 3 }]).toString()).toBe('abc');
});
