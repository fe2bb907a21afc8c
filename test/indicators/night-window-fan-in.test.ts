import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/night-window-fan-in.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

/** One payer a night in the hours given, for `payers` nights in a row; minutes differ. */
function draw(payers = 16, amount = 120, hour = 23, step = 1): Drawing {
  const drawing = new Drawing().own('A');
  for (let i = 0; i < payers; i++) {
    drawing.pay(on(step * i), `n:P${i}`, 'A', amount, {
      time: `${String(hour).padStart(2, '0')}:${String((i * 7) % 60).padStart(2, '0')}`,
    });
  }
  return drawing;
}

describe('night-window-fan-in', () => {
  it('finds sixteen payers on sixteen nights', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('A'),
      observed: { payers: { value: 16 }, nights: { value: 16 }, repeatShare: { value: 0 }, median: { value: 120_00 } },
      strength: Math.round((16 / 15) * 100),
    });
    expect(finding.evidence).toHaveLength(16);
    expect(rolesOf(finding).get(drawing.end('A'))).toBe('possible-victim');
    expect(finding.outcomes).toEqual({
      tips: 'failed',
      'circle-of-friends': 'failed',
      'wage-beside': 'untestable',
      'platform-payouts': 'failed',
    });
  });

  it('counts 02:00 as the night before', () => expect(draw(16, 120, 2).find(indicator)).toHaveLength(1));
  it('near miss: fourteen payers', () => void expectNearMissTurnsRed(indicator, () => draw(14), 'minPayers', 14));
  it('near miss: at noon', () => void expectNearMissTurnsRed(indicator, () => draw(16, 120, 12), 'nightFrom', 12));
  it('near miss: large sums', () => void expectNearMissTurnsRed(indicator, () => draw(16, 700), 'smallAmount', 800));
  it('near miss: all in one night', () =>
    void expectNearMissTurnsRed(indicator, () => draw(16, 120, 23, 0), 'nightsAWeek', 0));
  it('near miss: everybody comes again', () => {
    const twice = (): Drawing => {
      const drawing = new Drawing();
      for (let i = 0; i < 15; i++) {
        for (const again of [0, 1])
          drawing.pay(on(i + again), `n:P${i}`, 'A', 120, { time: `23:${10 + 2 * i + again}` });
      }
      return drawing;
    };
    expectNearMissTurnsRed(indicator, twice, 'repeatShare', 1);
  });
  it('switches off where times bunch', () => {
    const bunched = (): Drawing => {
      const drawing = new Drawing();
      for (let i = 0; i < 16; i++) drawing.pay(on(i), `n:P${i}`, 'A', 120, { time: '23:30' });
      return drawing;
    };
    expect(bunched().find(indicator)).toEqual([]);
  });

  it('guard tips', () => expect(onlyFinding(indicator, draw(16, 15)).outcomes['tips']).toBe('held'));
  it('guard circle-of-friends', () => {
    const drawing = draw();
    for (let i = 0; i < 4; i++) drawing.pay(on(i), `n:P${i}`, `n:P${i + 1}`, 10, { time: '12:00' });
    // 4 of 16 pay another one.
    expect(onlyFinding(indicator, drawing).outcomes['circle-of-friends']).toBe('held');
  });
  it('guard wage-beside', () => {
    const drawing = draw();
    for (const day of [5, 35]) drawing.pay(on(day), 'W', 'A', 1800, { purpose: 'SALA', time: '09:11' });
    expect(onlyFinding(indicator, drawing).outcomes['wage-beside']).toBe('held');
  });
  it('guard platform-payouts', () => {
    const drawing = draw();
    for (let i = 0; i < 8; i++) drawing.pay(on(i), 'm:Platform', 'A', 30, { time: `23:${10 + i}` });
    expect(onlyFinding(indicator, drawing).outcomes['platform-payouts']).toBe('held');
  });
});
