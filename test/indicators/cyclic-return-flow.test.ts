import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/cyclic-return-flow.ts';
import { dayOn, on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

/** A sum goes from A over the others back to A, `gap` days and a fee of 10 a step. */
function circle(accounts = ['A', 'B', 'C'], amount = 1000, gap = 5, fee = 10): Drawing {
  const drawing = new Drawing();
  accounts.forEach((from, i) =>
    drawing.pay(on(gap * i), from, accounts[(i + 1) % accounts.length] as string, amount - fee * i),
  );
  return drawing;
}

describe('cyclic-return-flow', () => {
  it('finds a sum that comes back over two others', () => {
    const drawing = circle();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('A'),
      observed: {
        cycles: { value: 1 },
        share: { value: (1000 - 2 * 10) / 1000 },
        returned: { value: 980_00 },
        steps: { value: 3 },
      },
      window: { from: dayOn(0), to: dayOn(10) },
      strength: 100,
      evidence: [0, 1, 2],
      outcomes: { 'rotating-club': 'failed' },
    });
    expect(new Set(rolesOf(finding).values())).toEqual(new Set(['undetermined']));
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
  });

  it('takes its point off for a savings club', () => {
    const club = circle(['A', 'B', 'C'], 600, 5, 0);
    for (const [day, payee] of [
      [40, 'A'],
      [70, 'B'],
      [100, 'C'],
    ] as const) {
      for (const payer of ['A', 'B', 'C']) if (payer !== payee) club.pay(on(day), payer, payee, 600);
    }
    for (const finding of club.find(indicator))
      expect(finding.guards).toEqual([{ id: 'rotating-club', outcome: 'held' }]);
  });
});

/** B is paid by 51 others too. */
function overHub(): Drawing {
  const drawing = circle();
  for (let i = 0; i < 51; i++) drawing.pay(on(0), `P${i}`, 'B', 3);
  return drawing;
}
