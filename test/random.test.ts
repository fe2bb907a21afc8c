import { describe, expect, it } from 'vitest';
import { seededRandom } from '../src/random.ts';

describe('seeded streams', () => {
  it('repeat, and do not move one another', () => {
    const draw = (interrupt: boolean): number[] => {
      const random = seededRandom(7, 'world');
      const side = random.stream('side');
      return Array.from({ length: 5 }, () => {
        if (interrupt) side.next();
        return random.next();
      });
    };
    expect(draw(true)).toEqual(draw(false));
    expect(seededRandom(7, 'a').next()).not.toBe(seededRandom(7, 'b').next());
  });

  it('is even enough: mean of 100,000 draws within 5 deviations', () => {
    const random = seededRandom(1);
    let sum = 0;
    for (let i = 0; i < 100_000; i++) sum += random.next();
    expect(Math.abs(sum / 100_000 - 0.5)).toBeLessThan((5 * Math.sqrt(1 / 12)) / Math.sqrt(100_000));
  });

  it('integers cover both ends', () => {
    const random = seededRandom(3);
    const seen = new Set(Array.from({ length: 500 }, () => random.integer(2, 5)));
    expect([...seen].sort()).toEqual([2, 3, 4, 5]);
  });
});
