import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/upkeep-basket.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

const KINDS: [string, number][] = [
  ['m:Hotel', 7011],
  ['m:Pharmacy', 5912],
  ['m:Pizza', 5814],
  ['m:Clothes', 5621],
];

/** Each kind on four days, two at a time on `double` of them, over `days` days. */
function draw(kinds = 4, double = 4, days = 28): Drawing {
  const drawing = new Drawing().own('A');
  for (let week = 0; week < 4; week++) {
    for (const [i, [merchant, mcc]] of KINDS.slice(0, kinds).entries()) {
      const times = i === 0 && week < double ? 2 : 1;
      for (let n = 0; n < times; n++)
        drawing.pay(on(Math.floor((days / 4) * week)), 'A', merchant, 50, { mcc, channel: 'card-present' });
    }
  }
  return drawing;
}

describe('upkeep-basket', () => {
  it('finds four kinds bought weekly, two rooms at a time', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('A'),
      observed: {
        kinds: { value: 4 },
        purchases: { value: 4 * 4 + 4 },
        multipleDays: { value: 4 },
        spent: { value: 20 * 50_00 },
      },
      strength: 100,
    });
    expect(finding.evidence).toHaveLength(20);
    expect(finding.outcomes).toEqual({
      'reimbursed-by-business': 'failed',
      'business-holder': 'untestable',
      'one-journey': 'held',
    });
    expect([...rolesOf(finding).values()]).toEqual(['possible-facilitator']);
  });

  it('near miss: three kinds', () =>
    void expectNearMissTurnsRed(
      indicator,
      () => draw(3, 4).pay(on(1), 'A', 'm:Shop', 1).pay(on(1), 'A', 'm:Shop', 1),
      'minCategories',
      3,
    ));
  it('near miss: for one person', () => void expectNearMissTurnsRed(indicator, () => draw(4, 2), 'multipleDays', 2));
  it('near miss: over four months', () =>
    void expectNearMissTurnsRed(indicator, () => draw(4, 4, 120), 'windowDays', 120));
  it('counts telephone top-ups from two a week on', () => {
    const drawing = draw(3);
    for (let i = 0; i < 8; i++) drawing.pay(on(3 * i), 'A', 'm:Phone', 10, { mcc: 4814 });
    expect(drawing.find(indicator)).toHaveLength(1);
    expect(drawing.find(indicator, { leastTopUps: 9 })).toEqual([]);
  });
  it('asks for more than the peers buy', () => {
    const drawing = draw();
    // 40 others who buy clothes six times a month each: four are no sign any more.
    for (let p = 0; p < 40; p++)
      for (let i = 0; i < 6; i++) drawing.pay(on(4 * i), `P${p}`, 'm:Clothes', 20, { mcc: 5621 });
    expect(drawing.find(indicator)).toEqual([]);
  });

  it('guard reimbursed-by-business', () => {
    // 1000 spent, 900 paid back.
    expect(onlyFinding(indicator, draw().pay(on(40), 'm:Employer', 'A', 900)).outcomes['reimbursed-by-business']).toBe(
      'held',
    );
    expect(onlyFinding(indicator, draw().pay(on(40), 'n:Friend', 'A', 900)).outcomes['reimbursed-by-business']).toBe(
      'failed',
    );
  });
  it('guard business-holder', () => {
    const finding = onlyFinding(indicator, draw().holder('A', { holderType: 'business' }));
    expect(finding.outcomes['business-holder']).toBe('held');
    expect([...rolesOf(finding).values()]).toEqual(['undetermined']);
  });
  it('guard one-journey: two such months are more', () => {
    const drawing = draw();
    for (let week = 5; week < 9; week++) {
      for (const [merchant, mcc] of KINDS)
        drawing.pay(on(7 * week), 'A', merchant, 50, { mcc }).pay(on(7 * week), 'A', merchant, 50, { mcc });
    }
    expect(onlyFinding(indicator, drawing).outcomes['one-journey']).toBe('failed');
  });
  it('where the income goes to one person, the holder is a possible victim', () => {
    const finding = onlyFinding(indicator, draw().pay(on(0), 'n:P', 'A', 4000).pay(on(9), 'A', 'K', 3000));
    expect([...rolesOf(finding).values()]).toEqual(['possible-victim']);
  });
});
