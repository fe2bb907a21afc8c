import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/absent-ordinary-spend.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

/** Monthly income of 1000, of which `toOne` goes to K and the rest to a telephone. */
function draw(sources = 2, toOne = 900, months = 4): Drawing {
  const drawing = new Drawing();
  for (let i = 0; i < sources; i++) {
    drawing.own(`A${i}`);
    for (let month = 0; month < months; month++) {
      drawing.pay(on(30 * month), 'W', `A${i}`, 1000).pay(on(30 * month + 3), `A${i}`, 'K', toOne);
      drawing.pay(on(30 * month + 9), `A${i}`, 'm:Phone', 1000 - toOne, { mcc: 4814 });
    }
  }
  return drawing;
}

describe('absent-ordinary-spend', () => {
  it('finds two accounts without a life that feed one', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('K'),
      observed: { sources: { value: 2 }, categories: { value: 1 }, share: { value: 0.9 } },
      // 0.9 of 0.8 asked for, and 25 for the second source.
      strength: Math.round((0.9 / 0.8) * 100) + 25,
      outcomes: { 'main-account-elsewhere': 'failed', 'cash-user': 'failed' },
    });
    expect([...rolesOf(finding).values()]).toEqual(['undetermined', 'possible-victim', 'possible-victim']);
  });

  it('where all leaves in cash, the account itself is the anchor', () => {
    const drawing = new Drawing().own('A');
    for (let month = 0; month < 4; month++)
      drawing
        .pay(on(30 * month), 'W', 'A', 1000)
        .pay(on(30 * month + 1), 'A', 'cash', 980, { channel: 'cash-machine' });
    const finding = onlyFinding(indicator, drawing);
    expect(finding.anchor).toBe(drawing.end('A'));
    expect([...rolesOf(finding).values()]).toEqual(['undetermined']);
    expect(finding.outcomes['cash-user']).toBe('failed');
  });

  it('near miss: groceries too', () => {
    const shopping = (): Drawing => {
      const drawing = draw();
      for (let week = 0; week < 17; week++)
        for (const a of ['A0', 'A1']) drawing.pay(on(7 * week), a, 'm:Grocer', 5, { mcc: 5411 });
      return drawing;
    };
    expectNearMissTurnsRed(indicator, shopping, 'ordinaryCategories', 2);
  });
  it('near miss: a third goes elsewhere', () =>
    void expectNearMissTurnsRed(indicator, () => draw(2, 670), 'gatheredShare', 0.6));
  it('near miss: two income items', () => {
    const rare = (): Drawing => {
      const drawing = new Drawing();
      for (const a of ['A', 'B']) {
        drawing.own(a).pay(on(0), 'W', a, 1000).pay(on(1), a, 'K', 400).pay(on(50), 'W', a, 1000);
        drawing.pay(on(60), a, 'K', 400).pay(on(88), a, 'K', 1000);
      }
      return drawing.pay(on(400), 'W', 'A', 1);
    };
    expectNearMissTurnsRed(indicator, rare, 'minIncomeItems', 2);
  });
  it('needs the statement', () => {
    const drawing = new Drawing();
    for (let month = 0; month < 4; month++)
      drawing.pay(on(30 * month), 'W', 'A', 1000).pay(on(30 * month), 'A', 'K', 1000);
    expect(drawing.find(indicator)).toEqual([]);
  });

  it('guard main-account-elsewhere: one account that feeds another', () => {
    const finding = onlyFinding(indicator, draw(1));
    expect(finding.outcomes['main-account-elsewhere']).toBe('held');
    expect(new Set(rolesOf(finding).values())).toEqual(new Set(['undetermined']));
  });
  it('guard cash-user: many small withdrawals', () => {
    const drawing = new Drawing().own('A');
    for (let week = 0; week < 16; week++) {
      if (week % 4 === 0) drawing.pay(on(7 * week), 'W', 'A', 1000);
      drawing.pay(on(7 * week + 1), 'A', 'cash', 200 + 10 * (week % 3), { channel: 'cash-machine' });
    }
    expect(onlyFinding(indicator, drawing).outcomes['cash-user']).toBe('held');
  });
});
