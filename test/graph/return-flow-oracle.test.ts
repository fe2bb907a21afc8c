/**
 * The bounded search for money that goes round, against an oracle that tries every sequence of
 * rows: the same starts, the same number of returns, the same longest way.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/cyclic-return-flow.ts';
import { on } from '../indicators/days-on.ts';
import { Drawing } from '../indicators/hand-drawn.ts';

interface Row {
  readonly from: number;
  readonly to: number;
  readonly day: number;
  readonly amount: number;
}

const MIN_LENGTH = 3;
const { maxLength, maxDays, keepRatio, minAmount, minReturns } = indicator.settings;

/** Every chain of rows from an account back to it, by nothing but the definition. */
function circlesOf(rows: readonly Row[], anchor: number): Row[][] {
  const found: Row[][] = [];
  const extend = (way: readonly Row[]): void => {
    const [first, last] = [way[0] as Row, way.at(-1) as Row];
    if (last.to === anchor) {
      if (way.length >= MIN_LENGTH && startsHere(way, anchor)) found.push([...way]);
      return;
    }
    if (way.length === maxLength.default) return;
    for (const row of rows) {
      const isNext = row.from === last.to && row.day >= last.day && row.day - first.day <= maxDays.default;
      const isLike = row.amount <= last.amount && row.amount >= keepRatio.default * first.amount;
      const isFresh = row.to === anchor || !way.some((step) => step.to === row.to);
      if (isNext && isLike && isFresh) extend([...way, row]);
    }
  };
  for (const row of rows) if (row.from === anchor && row.amount >= minAmount.default) extend([row]);
  return found;
}

/** Where day and sum never change, the account with the lowest number is the start. */
function startsHere(way: readonly Row[], anchor: number): boolean {
  const [first, last] = [way[0] as Row, way.at(-1) as Row];
  return first.day !== last.day || first.amount !== last.amount || way.every((row) => row.to >= anchor);
}

const row = fc
  .record({
    from: fc.nat(4),
    step: fc.integer({ min: 1, max: 4 }),
    day: fc.oneof(fc.nat(6), fc.nat(40)),
    amount: fc.constantFrom(400, 499, 500, 500, 550, 600, 625),
  })
  .map(({ from, step, day, amount }): Row => ({ from, to: (from + step) % 5, day, amount }));

describe('cyclic-return-flow against an oracle', () => {
  it('finds the same starts, returns and lengths in small graphs', () => {
    let circles = 0;
    fc.assert(
      fc.property(fc.array(row, { minLength: 8, maxLength: 22 }), (rows) => {
        const drawing = new Drawing();
        // Ends take their numbers in this order, so that the lowest end is the lowest account.
        for (let account = 0; account < 5; account++) drawing.own(`A${account}`);
        for (const { from, to, day, amount } of rows) drawing.pay(on(day), `A${from}`, `A${to}`, amount);
        const expected = [0, 1, 2, 3, 4].flatMap((anchor) => {
          const found = circlesOf(rows, anchor);
          const returns = new Set(found.map((way) => way.at(-1))).size;
          const steps = Math.max(...found.map((way) => way.length));
          return returns < minReturns.default ? [] : [{ anchor: drawing.end(`A${anchor}`), returns, steps }];
        });
        circles += expected.length;
        const got = drawing.find(indicator).map(({ anchor, observed }) => ({
          anchor,
          returns: observed['cycles']?.value,
          steps: observed['steps']?.value,
        }));
        expect(got).toEqual(expected);
      }),
      { numRuns: 4000, seed: 20110707 },
    );
    expect(circles, 'the graphs hold circles').toBeGreaterThan(300);
  });
});
