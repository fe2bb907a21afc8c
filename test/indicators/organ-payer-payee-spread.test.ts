import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/organ-payer-payee-spread.ts';
import { dayOn, on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

/** Each case: 30,000 in, laboratory and flight, then `small` to somebody abroad. */
function draw(cases = 2, small = 3000, later = 40, words = {}): Drawing {
  const drawing = new Drawing().own('B').country('B', 'AT');
  for (let i = 0; i < cases; i++) {
    const day = 120 * i;
    drawing.country(`D${i}`, 'MD');
    drawing
      .pay(on(day), `P${i}`, 'B', 30000)
      .pay(on(day + 5), 'B', 'm:Lab', 900, { mcc: 8071 })
      .pay(on(day + 12), 'B', 'm:Air', 400, { mcc: 4511 });
    drawing.pay(on(day + later), 'B', `D${i}`, small, words);
  }
  return drawing;
}

describe('organ-payer-payee-spread', () => {
  it('finds two cases with a tenfold drop', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('B'),
      observed: { cases: { value: 2 }, spread: { value: 30000 / 3000 }, payeeMedian: { value: 3000_00 } },
      window: { from: dayOn(0), to: dayOn(120 + 40) },
      strength: Math.min((2 / 2) * 100, 200),
    });
    expect(finding.evidence).toHaveLength(2);
    expect([...rolesOf(finding)]).toEqual(
      [
        [drawing.end('B'), 'possible-organiser'],
        ...['P0', 'P1'].map((name) => [drawing.end(name), 'possible-purchaser']),
        ...['D0', 'D1'].map((name) => [drawing.end(name), 'possible-victim']),
      ].sort((a, b) => (a[1] === b[1] ? (a[0] as number) - (b[0] as number) : 0)),
    );
  });

  it('near miss: one case', () =>
    void expectNearMissTurnsRed(indicator, () => draw(1).pay(on(80), 'B', 'm:Shop', 1), 'minCases', 1));
  it('near miss: fourfold drop', () => void expectNearMissTurnsRed(indicator, () => draw(2, 7500), 'spread', 4));
  it('near miss: a hundred days later', () =>
    void expectNearMissTurnsRed(indicator, () => draw(2, 3000, 100), 'caseDays', 100));
  it('near miss: the payee is paid often', () => {
    const often = (): Drawing => {
      const drawing = draw();
      for (let month = 0; month < 4; month++)
        for (const d of ['D0', 'D1']) drawing.pay(on(200 + 30 * month), 'B', d, 800);
      return drawing;
    };
    expectNearMissTurnsRed(indicator, often, 'mostToPayee', 10);
  });
  it('a payee at home counts only with a new account', () => {
    const home = (openedOn: number): Drawing => {
      const drawing = new Drawing().own('B').country('B', 'AT');
      for (let i = 0; i < 2; i++) {
        const day = 120 * i;
        drawing.holder(`D${i}`, { openedOn: dayOn(day + openedOn) }).country(`D${i}`, 'AT');
        drawing
          .pay(on(day), `P${i}`, 'B', 30000)
          .pay(on(day + 5), 'B', 'm:Lab', 900, { mcc: 8071 })
          .pay(on(day + 12), 'B', 'm:Air', 400, { mcc: 4511 });
        drawing.pay(on(day + 40), 'B', `D${i}`, 3000);
      }
      return drawing;
    };
    expect(home(0).find(indicator)).toHaveLength(1);
    expect(home(-400).find(indicator)).toEqual([]);
  });

  it('guard registered-hospital', () => {
    const finding = onlyFinding(indicator, draw().holder('B', { licences: ['clinic'] }));
    expect(finding.outcomes['registered-hospital']).toBe('held');
    expect(new Set(rolesOf(finding).values())).toEqual(new Set(['undetermined']));
  });
  it('guard stipends-or-wages', () => {
    expect(onlyFinding(indicator, draw(2, 3000, 40, { text: 'Gehalt' })).outcomes['stipends-or-wages']).toBe('held');
    expect(onlyFinding(indicator, draw(2, 3000, 40, { text: 'thank you' })).outcomes['stipends-or-wages']).toBe(
      'failed',
    );
  });
});
