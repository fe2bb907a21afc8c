/** Sums stay exact beyond what a float can hold. */
import { expect } from 'vitest';
import { fc, test } from '@fast-check/vitest';
import { ExactSum } from '../../src/exchange/exact-sum.ts';

test.prop([fc.array(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }))])(
  'the sum of safe integers is that of bigints',
  (minors) => {
    const sum = new ExactSum();
    for (const minor of minors) sum.add(minor);
    expect(sum.value).toBe(minors.reduce((all, minor) => all + BigInt(minor), 0n));
  },
);
