import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/funnel-geo-split.ts';
import { dayOn, on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

interface Funnel {
  deposits?: number;
  gap?: number;
  delay?: number;
  towns?: readonly string[];
  drawn?: number;
  /** Drawn at the first deposit town instead of the third place, on this many of the days. */
  atHome?: number;
  start?: number;
}

/** 500 in at each deposit, in turn in the towns; `drawn` out in DELTA `delay` days later. */
function funnel(
  drawing = new Drawing(),
  { deposits = 5, gap = 5, delay = 1, towns = ['ALPHA', 'BRAVO'], drawn = 480, atHome = 0, start = 0 }: Funnel = {},
): Drawing {
  drawing.own('A');
  for (let i = 0; i < deposits; i++) {
    drawing.pay(on(start + gap * i), 'cash', 'A', 500, { channel: 'cash', place: towns[i % towns.length] as string });
    drawing.pay(on(start + gap * i + delay), 'A', 'cash', drawn, {
      channel: 'cash-machine',
      place: i < atHome ? (towns[0] as string) : 'DELTA 7',
    });
  }
  return drawing;
}
const drawn = (options: Funnel = {}): Drawing => funnel(new Drawing(), options);

describe('funnel-geo-split', () => {
  it('finds five deposits in two towns, drawn in a third the next day', () => {
    const drawing = drawn();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('A'),
      observed: { deposits: { value: 5 }, towns: { value: 2 }, share: { value: 1 }, delay: { value: 1 } },
      window: { from: dayOn(0), to: dayOn(4 * 5 + 1) },
      strength: 100,
      outcomes: { 'long-standing-places': 'untestable', 'business-with-branches': 'untestable' },
    });
    expect(finding.evidence).toHaveLength(5 + 5);
    expect(rolesOf(finding)).toEqual(new Map([[drawing.end('A'), 'conduit']]));
  });

  it('stays silent just below each threshold and speaks with it off', () => {
    expectNearMissTurnsRed(indicator, () => drawn({ deposits: 4 }), 'minCashCredits', 4);
    expectNearMissTurnsRed(indicator, () => drawn({ gap: 8 }), 'windowDays', 60);
    expectNearMissTurnsRed(indicator, () => drawn({ towns: ['ALPHA'] }), 'minDepositRegions', 1);
    expectNearMissTurnsRed(indicator, () => drawn({ atHome: 2 }), 'outsideRegionShare', 0);
    expectNearMissTurnsRed(indicator, () => drawn({ delay: 3 }), 'medianDelayHours', 72);
    expectNearMissTurnsRed(indicator, () => drawn({ drawn: 240 }), 'drawnShare', 0);
  });

  it('takes points off where the places are the same for more than a year', () => {
    const years = funnel(drawn(), { start: 400 });
    expect(onlyFinding(indicator, years).outcomes['long-standing-places']).toBe('held');
    const once = drawn().pay(on(400), 'A', 'm:Grocer', 5);
    expect(onlyFinding(indicator, once).outcomes['long-standing-places']).toBe('failed');
  });

  it('takes points off for a business account', () => {
    expect(
      onlyFinding(indicator, drawn().holder('A', { holderType: 'business' })).outcomes['business-with-branches'],
    ).toBe('held');
    expect(
      onlyFinding(indicator, drawn().holder('A', { holderType: 'person' })).outcomes['business-with-branches'],
    ).toBe('failed');
  });
});
