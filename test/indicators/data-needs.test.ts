/** Which indicators can run, counted by hand on a small catalogue. */
import { describe, expect, it } from 'vitest';
import { countIndicators, fileKinds } from '../../src/indicators/data-needs.ts';
import { needs, type Need } from '../../src/indicators/indicator.ts';

const catalogue = (
  [[], ['mcc'], ['mcc', 'place'], ['register'], ['purpose-or-words', 'register'], ['time-of-day']] as const
).map((wanted: readonly Need[], at) => ({ id: `i${at}`, needs: wanted }));

describe('how many indicators can run', () => {
  it('with nothing but payments', () => {
    expect(countIndicators(catalogue, new Set())).toEqual({
      all: 6,
      run: 1,
      more: [
        { kind: 'card', count: 3, lacking: ['mcc', 'place', 'time-of-day'] },
        { kind: 'register', count: 1, lacking: ['register'] },
      ],
      withSeveral: 1,
    });
  });
  it('with texts, the register alone helps two', () => {
    expect(countIndicators(catalogue, new Set<Need>(['purpose-or-words', 'text'])).more[1]).toEqual({
      kind: 'register',
      count: 2,
      lacking: ['register'],
    });
  });
  it('with everything', () => {
    expect(countIndicators(catalogue, new Set(needs))).toEqual({ all: 6, run: 6, more: [], withSeveral: 0 });
  });
  it('every need comes with a kind of file', () => {
    expect(Object.values(fileKinds).flat().sort()).toEqual([...needs].sort());
  });
});
