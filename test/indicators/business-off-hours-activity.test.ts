import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/business-off-hours-activity.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

function clock(hour: number, i: number): string {
  return `${String(hour).padStart(2, '0')}:${String(5 + (i % 50)).padStart(2, '0')}:00`;
}

interface Shape {
  readonly items?: number;
  readonly night?: number;
  readonly every?: number;
  readonly mcc?: number;
  readonly nightHour?: number;
  readonly peers?: number;
  readonly peerNight?: number;
}

/** Card takings of shop B every second day, the first `night` of them at night, the others in the afternoon; peers beside. */
function draw(shape: Shape = {}): Drawing {
  const { items = 30, night = 12, every = 2, mcc = 7297, nightHour = 23, peers = 0, peerNight = 0 } = shape;
  const drawing = new Drawing();
  const shop = (name: string, atNight: number): void => {
    drawing.own(name).holder(name, { holderType: 'business' });
    for (let i = 0; i < items; i++) {
      const time = clock(i < atNight ? nightHour : 15, i);
      drawing.pay(on(every * i), '?', name, 60, { channel: 'card-present', mcc, time });
    }
  };
  shop('B', night);
  for (let p = 0; p < peers; p++) shop(`P${p}`, peerNight + (p % 2));
  return drawing;
}

describe('business-off-hours-activity', () => {
  it('finds a massage shop with four in ten takings at night', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('B'),
      // The best window is the shortest that holds thirty: all of them.
      observed: { items: { value: 30 }, share: { value: 0.4 } },
      strength: 100,
      outcomes: { 'trade-is-alike': 'untestable', 'night-deposits': 'failed' },
    });
    expect(finding.evidence).toHaveLength(12);
    expect([...rolesOf(finding).values()]).toEqual(['front-business']);
  });

  it('near miss: eleven at night', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ night: 11 }), 'nightShare', 0.36));
  it('near miss: 29 takings', () => void expectNearMissTurnsRed(indicator, () => draw({ items: 29 }), 'minItems', 29));
  it('near miss: over four months', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ every: 4 }), 'windowDays', 120));
  it('near miss: the evening', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ nightHour: 21 }), 'nightFrom', 21));
  it('near miss: the morning', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ nightHour: 7 }), 'nightTo', 8));
  it('near miss: batches of a terminal', () => {
    const batch = (): Drawing => {
      const drawing = new Drawing().own('B').holder('B', { holderType: 'business' });
      for (let i = 0; i < 30; i++)
        drawing.pay(on(i), '?', 'B', 60, {
          channel: 'card-present',
          mcc: 7297,
          time: i < 16 ? '23:59:00' : clock(15, i),
        });
      return drawing;
    };
    expectNearMissTurnsRed(indicator, batch, 'bunchShare', 1);
  });
  it('near miss: a bakery', () => expect(draw({ mcc: 5462 }).find(indicator)).toEqual([]));
  it('near miss: a bar without other bars', () => {
    const bars = (peerNight: number): Drawing => draw({ mcc: 5813, night: 25, peers: 5, peerNight });
    expect(draw({ mcc: 5813, night: 25 }).find(indicator)).toEqual([]);
    expect(bars(2).find(indicator)).toHaveLength(1);
    expect(
      bars(24)
        .find(indicator)
        .filter(({ anchor }) => anchor === bars(24).end('B')),
    ).toEqual([]);
  });

  it('guard trade-is-alike: other shops of the trade take as much at night', () => {
    const among = (peerNight: number, peers = 5): string | undefined => {
      const drawing = draw({ peers, peerNight });
      return drawing.find(indicator).find(({ anchor }) => anchor === drawing.end('B'))?.guards[0]?.outcome;
    };
    expect(among(11)).toBe('held');
    expect(among(1)).toBe('failed');
    expect(among(11, 4)).toBe('untestable');
  });
  it('settings of the comparison: distance and number of peers', () => {
    const drawing = draw({ peers: 5, peerNight: 10 });
    const outcome = (changed: object): string | undefined =>
      drawing.find(indicator, changed).find(({ anchor }) => anchor === drawing.end('B'))?.guards[0]?.outcome;
    // 12 of 30 against 10 or 11 of 30: three deviations of 0.49 / 30 above 10.4 / 30.
    expect(outcome({})).toBe('failed');
    expect(outcome({ peerZ: 4 })).toBe('held');
    expect(outcome({ leastPeers: 6 })).toBe('untestable');
  });
  it('guard night-deposits: only cash at night', () => {
    const drawing = new Drawing().own('B').holder('B', { holderType: 'business' });
    for (let i = 0; i < 30; i++)
      drawing.pay(on(i), i < 12 ? 'cash' : '?', 'B', 60, {
        channel: i < 12 ? 'cash' : 'card-present',
        mcc: 7297,
        time: clock(i < 12 ? 23 : 15, i),
      });
    const finding = onlyFinding(indicator, drawing);
    expect(finding.outcomes['night-deposits']).toBe('held');
    expect([...rolesOf(finding).values()]).toEqual(['undetermined']);
  });
});
