import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/card-distance-conflict.ts';
import type { Channel } from '../../src/formats/entry-columns.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

function use(drawing: Drawing, end: string, day: number, time: string, place: string, channel?: Channel): void {
  drawing.pay(on(day), end, `m:Shop ${place}`, 20, { channel: channel ?? 'card-present', time, place });
}

/** On each of `days` days a card is used in Graz at noon and in Bregenz `gap` minutes later. */
function draw(days = 2, gap = 10, channel?: Channel): Drawing {
  const drawing = new Drawing().own('A');
  for (let d = 0; d < days; d++) {
    const hour = 12 + d;
    use(drawing, 'A', 3 * d, `${hour}:0${d}:00`, 'Graz', channel);
    use(drawing, 'A', 3 * d, `${hour}:${String(gap + d).padStart(2, '0')}:00`, 'Bregenz', channel);
  }
  return drawing;
}

describe('card-distance-conflict', () => {
  it('finds two conflicts; the holder is a possible victim', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('A'),
      observed: { conflicts: { value: 2 }, gap: { value: 10 } },
      strength: 100,
      evidence: [0, 1, 2, 3],
      outcomes: { 'supplementary-card': 'untestable' },
    });
    expect([...rolesOf(finding).values()]).toEqual(['possible-victim']);
  });

  it('near miss: one conflict', () => {
    const once = (): Drawing => {
      const drawing = draw(1);
      for (const [d, time] of [
        [9, '08:11:00'],
        [10, '09:12:00'],
      ] as const)
        use(drawing, 'A', d, time, 'Graz');
      return drawing;
    };
    expectNearMissTurnsRed(indicator, once, 'minConflicts', 1);
  });
  it('near miss: eleven minutes', () => void expectNearMissTurnsRed(indicator, () => draw(2, 11), 'gapMinutes', 11));
  it('near miss: another holder goes between the towns', () => {
    const neighbours = (): Drawing => {
      const drawing = draw();
      use(drawing, 'B', 1, '10:00:00', 'Bregenz');
      use(drawing, 'B', 1, '11:30:00', 'Graz');
      return drawing;
    };
    expectNearMissTurnsRed(indicator, neighbours, 'nearMinutes', 60);
  });
  it('near miss: online', () => expect(draw(2, 10, 'card-absent').find(indicator)).toEqual([]));
  it('near miss: times that a machine wrote', () => {
    const booked = (): Drawing => {
      const drawing = draw(2);
      for (let d = 20; d < 25; d++) use(drawing, 'A', d, '23:59:00', 'Graz');
      return drawing;
    };
    expectNearMissTurnsRed(indicator, booked, 'bunchShare', 1);
  });
  it('near miss: a business', () => expect(draw().holder('A', { holderType: 'business' }).find(indicator)).toEqual([]));

  it('guard supplementary-card: somebody else has a card on the account', () => {
    const drawing = draw().holder('A', { customerId: 'a', role: 'holder' });
    expect(onlyFinding(indicator, drawing).outcomes['supplementary-card']).toBe('failed');
    drawing.holder('A', { customerId: 'b', role: 'additional-cardholder' });
    const finding = onlyFinding(indicator, drawing);
    expect(finding.outcomes['supplementary-card']).toBe('held');
    expect([...rolesOf(finding).values()]).toEqual(['undetermined']);
  });
});
