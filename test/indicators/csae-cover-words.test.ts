import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/csae-cover-words.ts';
import lowValue from '../../src/indicators/csae-low-value-repeat.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

/** Uneven days, so that nothing looks like a standing support. */
const DAYS = [0, 9, 24, 33, 48, 57, 72, 81, 84, 85, 86, 87];

/** Small rising payments abroad, the first `worded` of them for school or lodging. */
function draw(worded = 3, items = 8): Drawing {
  const drawing = new Drawing().own('S').country('S', 'AT').country('R', 'PH');
  for (const [i, day] of DAYS.slice(0, items).entries())
    drawing.pay(on(day), 'S', 'R', 20 + i, {
      text: i < worded ? (['school', 'lodging', 'hospital'][i % 3] ?? '') : 'x',
    });
  return drawing;
}

describe('csae-cover-words', () => {
  it('finds three worded payments of eight, on rows that the payments themselves rest on', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('R'),
      observed: { items: { value: 3 }, share: { value: 0.375 } },
      strength: 100,
      outcomes: { 'true-support': 'failed' },
    });
    expect([...rolesOf(finding).values()]).toEqual(['undetermined']);
    const rows = drawing.find(lowValue)[0]?.evidence ?? [];
    expect(finding.evidence.every((tx) => rows.includes(tx))).toBe(true);
    expect(indicator.family).toBe(lowValue.family);
  });

  it('near miss: two worded payments', () => void expectNearMissTurnsRed(indicator, () => draw(2), 'minItems', 2));
  it('near miss: three of twelve and a bit', () => {
    // 3 of 12 is a quarter: the share is raised by a hair.
    expect(draw(3, 12).find(indicator, { wordShare: 0.26 })).toEqual([]);
    expect(draw(3, 12).find(indicator)).toHaveLength(1);
  });
  it('near miss: words without the pattern of payments', () => expect(draw(5, 5).find(indicator)).toEqual([]));

  it('guard true-support: money comes back', () => {
    const drawing = draw().pay(on(50), 'R', 'S', 100);
    expect(onlyFinding(indicator, drawing).outcomes['true-support']).toBe('held');
  });
});
