import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/structuring-below-threshold.ts';
import { dayOn, on } from './days-on.ts';
import { Drawing, type PaymentWords } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

/** Cash deposits into A; the limit in euros is 10,000, the band 8,000 to 9,990. */
function deposits(amounts: readonly number[], gap = 3, words: (i: number) => PaymentWords = () => ({})): Drawing {
  const drawing = new Drawing();
  amounts.forEach((amount, i) => drawing.pay(on(gap * i), 'cash', 'A', amount, { channel: 'cash', ...words(i) }));
  return drawing;
}

describe('structuring-below-threshold', () => {
  it('finds three deposits just below the limit within ten days', () => {
    const drawing = deposits([9500, 9000, 8500]);
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('A'),
      observed: { items: { value: 3 }, places: { value: 0 } },
      threshold: { limit: { value: 10_000_00 } },
      window: { from: dayOn(0), to: dayOn(6) },
      strength: 100,
      evidence: [0, 1, 2],
      outcomes: { 'usual-takings': 'untestable', 'also-above-limit': 'failed' },
    });
    expect(rolesOf(finding)).toEqual(new Map([[drawing.end('A'), 'undetermined']]));
  });

  it('weighs more where two places are used on one day or the next', () => {
    const places = deposits([9500, 9000, 8500], 1, (i) => ({ place: ['ALPHA', 'BRAVO', 'ALPHA'][i] ?? '' }));
    expect(onlyFinding(indicator, places)).toMatchObject({ observed: { places: { value: 2 } }, strength: 150 });
    expect(places.find(indicator, { sameDayBranches: 3 })[0]?.strength).toBe(100);
  });

  it('uses the limit of the currency and the kind, and tests nothing where there is none', () => {
    const wires = (currency: string): Drawing => deposits([2900, 2800, 2700], 3, () => ({ channel: 'wire', currency }));
    const fromBank = (currency: string): Drawing => {
      const drawing = new Drawing();
      [2900, 2800, 2700].forEach((amount, i) =>
        drawing.pay(on(3 * i), `S${i}`, 'A', amount, { channel: 'wire', currency }),
      );
      return drawing;
    };
    expect(fromBank('USD').find(indicator)).toHaveLength(1);
    expect(fromBank('EUR').find(indicator)).toEqual([]);
    expect(wires('SEK').find(indicator)).toEqual([]);
  });

  it('stays silent just below each threshold and speaks with it off', () => {
    expectNearMissTurnsRed(indicator, () => deposits([9500, 9000]), 'minItems', 2);
    expectNearMissTurnsRed(indicator, () => deposits([9500, 9000, 7900]), 'bandFrom', 0);
    expectNearMissTurnsRed(indicator, () => deposits([9500, 9000, 10_000]), 'bandTo', 2);
    expectNearMissTurnsRed(indicator, () => deposits([9500, 9000, 8500], 5), 'windowDays', 30);
  });

  it('takes points off where other deposits vary as little, and where some are above the limit', () => {
    const usual = deposits([9500, 9000, 8500]);
    // Ten takings of 5,000 on later days do not vary at all.
    for (let i = 0; i < 10; i++) usual.pay(on(20 + 12 * i), 'cash', 'A', 5000, { channel: 'cash' });
    expect(onlyFinding(indicator, usual).outcomes['usual-takings']).toBe('held');
    const unusual = deposits([9500, 9000, 8500]);
    for (let i = 0; i < 10; i++) unusual.pay(on(20 + 12 * i), 'cash', 'A', 500 * (i + 1), { channel: 'cash' });
    expect(onlyFinding(indicator, unusual).outcomes['usual-takings']).toBe('failed');
    const above = deposits([9500, 9000, 8500]).pay(on(40), 'cash', 'A', 12_000, { channel: 'cash' });
    expect(onlyFinding(indicator, above).outcomes['also-above-limit']).toBe('held');
  });
});
