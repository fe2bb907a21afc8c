import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/cyclic-return-flow.ts';
import { dayOn, on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

/** `times` times, 60 days apart, a sum goes from A over the others back to A, `gap` days and a fee of 10 a step. */
function circle(accounts = ['A', 'B', 'C'], amount = 1000, gap = 5, fee = 10, times = 2): Drawing {
  const drawing = new Drawing();
  for (let t = 0; t < times; t++)
    accounts.forEach((from, i) =>
      drawing.pay(on(60 * t + gap * i), from, accounts[(i + 1) % accounts.length] as string, amount - fee * i),
    );
  return drawing;
}

describe('cyclic-return-flow', () => {
  it('finds a sum that comes back twice over two others', () => {
    const drawing = circle();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('A'),
      observed: {
        cycles: { value: 2 },
        share: { value: (1000 - 2 * 10) / 1000 },
        returned: { value: 2 * 980_00 },
        steps: { value: 3 },
      },
      window: { from: dayOn(0), to: dayOn(70) },
      strength: 100,
      evidence: [0, 1, 2, 3, 4, 5],
      outcomes: { 'rotating-club': 'failed', 'group-treasury': 'untestable' },
    });
    // Two returns leave open what the start is.
    expect(rolesOf(finding)).toEqual(
      new Map([
        [drawing.end('A'), 'undetermined'],
        [drawing.end('B'), 'conduit'],
        [drawing.end('C'), 'conduit'],
      ]),
    );
    expect(finding.dayOrderUnknown).toBeUndefined();
  });

  it('finds it once where all steps share a day and a sum, and says that the order is unknown', () => {
    const finding = onlyFinding(indicator, circle(['A', 'B', 'C'], 1000, 0, 0));
    expect(finding.dayOrderUnknown).toBe(true);
  });

  it('does not count to and fro between two', () => {
    expect(circle(['A', 'B']).find(indicator)).toEqual([]);
  });

  it('stays silent just below each threshold and speaks with it off', () => {
    expectNearMissTurnsRed(indicator, () => circle(['A', 'B', 'C', 'D', 'E', 'F'], 1000, 5), 'maxLength', 6);
    expectNearMissTurnsRed(indicator, () => circle(['A', 'B', 'C'], 1000, 16), 'maxDays', 32);
    expectNearMissTurnsRed(indicator, () => circle(['A', 'B', 'C'], 1000, 5, 101), 'keepRatio', 0.5);
    expectNearMissTurnsRed(indicator, () => circle(['A', 'B', 'C'], 490), 'minAmount', 0);
    expectNearMissTurnsRed(indicator, overHub, 'maxFanIn', 99);
    expectNearMissTurnsRed(indicator, () => circle(['A', 'B', 'C'], 1000, 5, 10, 1), 'minReturns', 1);
  });

  it('names the start, and the person who takes what the circle passes on, where it is kept up', () => {
    const drawing = circle(['A', 'B', 'C'], 1000, 5, 10, 3).holder('A', { holderType: 'business' });
    for (let t = 0; t < 3; t++) drawing.pay(on(60 * t + 6), 'C', 'P', 600);
    const roles = rolesOf(onlyFinding(indicator, drawing));
    expect(roles.get(drawing.end('A'))).toBe('front-business');
    expect(roles.get(drawing.end('P'))).toBe('possible-collector');
    // A tenth of what C gets is a bill.
    const bill = circle(['A', 'B', 'C'], 1000, 5, 10, 3);
    for (let t = 0; t < 3; t++) bill.pay(on(60 * t + 6), 'C', 'P', 99);
    expect(rolesOf(onlyFinding(indicator, bill)).has(bill.end('P'))).toBe(false);
    expect(bill.find(indicator, { exitShare: 0 })[0]?.members.map(({ end }) => end)).toContain(bill.end('P'));
  });

  it('does not count refunds', () => {
    const drawing = new Drawing();
    for (const day of [0, 60])
      drawing
        .pay(on(day), 'A', 'B', 1000)
        .pay(on(day + 1), 'B', 'C', 1000)
        .pay(on(day + 2), 'C', 'A', 1000, { text: 'refund' });
    expect(drawing.find(indicator)).toEqual([]);
  });

  it('takes points off where all belong to one group by the register', () => {
    const group = circle(['A', 'B', 'C'], 1000, 5, 10, 4);
    for (const account of ['A', 'B', 'C']) group.holder(account, { holderType: 'business', phoneHash: 'same' });
    const finding = onlyFinding(indicator, group);
    expect(finding.outcomes['group-treasury']).toBe('held');
    expect(finding.strength).toBe(100);
    expect(new Set(rolesOf(finding).values())).toEqual(new Set(['undetermined']));
  });

  it('takes its points off for a savings club', () => {
    const club = circle(['A', 'B', 'C'], 600, 5, 0);
    for (const [day, payee] of [
      [40, 'A'],
      [70, 'B'],
      [100, 'C'],
    ] as const) {
      for (const payer of ['A', 'B', 'C']) if (payer !== payee) club.pay(on(day), payer, payee, 600);
    }
    const found = club.find(indicator);
    expect(found.length).toBeGreaterThan(0);
    for (const finding of found)
      expect(finding.guards).toEqual([
        { id: 'rotating-club', outcome: 'held' },
        { id: 'group-treasury', outcome: 'untestable' },
      ]);
  });
});

/** B is paid by 51 others too. */
function overHub(): Drawing {
  const drawing = circle();
  for (let i = 0; i < 51; i++) drawing.pay(on(0), `P${i}`, 'B', 3);
  return drawing;
}
