import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/wage-below-floor.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

interface Crew {
  low?: number;
  fair?: number;
  months?: number;
  pay?: (month: number) => number;
  country?: string;
}

/** Austrian floor 1,500: three fifths are 900. */
function crew({ low = 3, fair = 0, months = 3, pay = () => 700, country = 'AT' }: Crew = {}): Drawing {
  const drawing = new Drawing();
  for (let w = 1; w <= low + fair; w++) {
    drawing.country(`W${w}`, country).own(`W${w}`);
    for (let m = 0; m < months; m++) drawing.pay(on(31 * m), 'E', `W${w}`, w <= low ? pay(m) : 1600, { text: 'Lohn' });
  }
  return drawing;
}

describe('wage-below-floor', () => {
  it('finds three workers at 700 of 1,500', () => {
    const drawing = crew();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('E'),
      observed: {
        workers: { value: 3 },
        share: { value: 1 },
        ratio: { value: 0.47 },
        pay: { value: 700_00 },
        droppedFromFirstPay: { value: 0 },
      },
      // 700 / 1,500 is 0.467; (2 - 0.467 / 0.6) x 100.
      strength: Math.round((2 - 0.467 / 0.6) * 100),
      evidence: [0, 1, 2, 3, 4, 5, 6, 7, 8],
      outcomes: { 'part-time': 'untestable', 'other-wages': 'failed' },
    });
    expect(rolesOf(finding).get(drawing.end('E'))).toBe('undetermined');
    expect(rolesOf(finding).get(drawing.end('W1'))).toBe('possible-victim');
  });

  it('stays silent just below each threshold and speaks with it off', () => {
    expectNearMissTurnsRed(indicator, () => crew({ pay: () => 910 }), 'floorRatio', 1);
    expectNearMissTurnsRed(indicator, () => crew({ months: 2 }), 'minPeriods', 2);
    expectNearMissTurnsRed(indicator, () => crew({ low: 2 }), 'minWorkers', 2);
    expectNearMissTurnsRed(indicator, () => crew({ fair: 3 }), 'workerShare', 0);
  });

  it('weighs more where pay dropped by two fifths after the first month', () => {
    const dropped = (settings: object): number =>
      crew({ pay: (m) => (m === 0 ? 1200 : 700) }).find(indicator, settings)[0]?.strength ?? 0;
    expect(dropped({}) - dropped({ dropFromFirstPay: 1 })).toBe(50);
  });

  it('is not tested for a country without a row', () => {
    expect(crew({ country: 'CH' }).find(indicator)).toEqual([]);
  });

  it('takes points off where the workers have other wages', () => {
    const drawing = crew();
    for (const w of [1, 2]) drawing.pay(on(5), 'F', `W${w}`, 800, { text: 'Lohn' });
    const finding = onlyFinding(indicator, drawing);
    expect(finding.outcomes['other-wages']).toBe('held');
    expect(rolesOf(finding).get(drawing.end('W1'))).toBe('undetermined');
  });
});
