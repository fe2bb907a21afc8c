import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/wage-same-day-cash-out.ts';
import { dayOn, on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

interface Crew {
  workers?: number;
  periods?: number;
  drawn?: number;
  delay?: number;
  purchases?: number;
}

/** E pays each worker 1,000 every 31 days; `drawn` leaves in cash `delay` days later. */
function crew({ workers = 1, periods = 3, drawn = 950, delay = 1, purchases = 0 }: Crew = {}): Drawing {
  const drawing = new Drawing();
  for (let w = 1; w <= workers; w++) {
    drawing.own(`W${w}`);
    for (let p = 0; p < periods; p++) {
      drawing.pay(on(31 * p), 'E', `W${w}`, 1000, { purpose: 'SALA' });
      drawing.pay(on(31 * p + delay), `W${w}`, 'cash', drawn, { channel: 'cash-machine' });
      for (let i = 0; i < purchases; i++)
        drawing.pay(on(31 * p + 3), `W${w}`, 'm:Grocer', 5, { channel: 'card-present' });
    }
  }
  return drawing;
}

describe('wage-same-day-cash-out', () => {
  it('finds three wages of which 95 % are drawn the next day, and leaves the role open', () => {
    const drawing = crew();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('W1'),
      observed: { share: { value: 950 / 1000 }, periods: { value: 3 }, coWorkers: { value: 0 } },
      window: { from: dayOn(0), to: dayOn(2 * 31 + 1) },
      strength: 100,
      evidence: [0, 1, 2, 3, 4, 5],
      outcomes: { alone: 'held' },
    });
    expect(finding.dayOrderUnknown).toBeUndefined();
    expect(rolesOf(finding).get(drawing.end('W1'))).toBe('undetermined');
  });

  it('sees a possible victim where two co-workers do the same', () => {
    const drawing = crew({ workers: 3 });
    const found = drawing.find(indicator);
    expect(found).toHaveLength(3);
    for (const finding of found) {
      expect(finding.guards).toEqual([{ id: 'alone', outcome: 'failed' }]);
      expect(rolesOf(finding).get(finding.anchor)).toBe('possible-victim');
    }
  });

  it('says that the order is unknown on one day without times', () => {
    expect(onlyFinding(indicator, crew({ delay: 0 })).dayOrderUnknown).toBe(true);
  });

  it('stays silent just below each threshold and speaks with it off', () => {
    expectNearMissTurnsRed(indicator, () => crew({ delay: 2 }), 'hours', 48);
    expectNearMissTurnsRed(indicator, () => crew({ drawn: 890 }), 'drawnShare', 0);
    expectNearMissTurnsRed(indicator, () => crew({ periods: 2 }), 'minPayPeriods', 2);
    expectNearMissTurnsRed(indicator, () => crew({ purchases: 5 }), 'otherDebitsPerMonth', 99);
    expectNearMissTurnsRed(indicator, seldom, 'periodShare', 0);
  });

  it('counts co-workers from the set number on', () => {
    const outcomes = (minCoWorkers: number): string[] =>
      crew({ workers: 2 })
        .find(indicator, { minCoWorkers })
        .flatMap(({ guards }) => guards.map(({ outcome }) => outcome));
    expect(outcomes(2)).toEqual(['held', 'held']);
    expect(outcomes(1)).toEqual(['failed', 'failed']);
  });

  it('needs the account’s own statement', () => {
    const drawing = new Drawing().own('E');
    for (let p = 0; p < 3; p++)
      drawing
        .pay(on(31 * p), 'E', 'W', 1000, { purpose: 'SALA' })
        .pay(on(31 * p), 'W', 'cash', 1000, { channel: 'cash' });
    expect(drawing.find(indicator)).toEqual([]);
  });
});

/** Three of six wages: half, below three fifths. */
function seldom(): Drawing {
  const drawing = crew();
  for (let p = 3; p < 6; p++) drawing.pay(on(31 * p), 'E', 'W1', 1000, { purpose: 'SALA' });
  return drawing;
}
