import { describe, expect, it } from 'vitest';
import { accountOfPoints, termNet } from '../../src/leads/points.ts';
import { finding, known } from './made-up.ts';

const net = (terms: ReturnType<typeof accountOfPoints>): number[] => terms.map(termNet);

describe('the account of points', () => {
  it('pays each row once: the dearest finding first, the rest listed without points', () => {
    const terms = accountOfPoints([finding('pass', 4, [], [1, 2, 3]), finding('sweep', 4, [], [1, 2, 3])], known);
    expect(terms.map((term) => [term.finding.indicator, term.points, term.counted])).toEqual([
      ['sweep', 5, 'counted'],
      ['pass', 0, 'same-rows'],
    ]);
  });

  it('pays the share of rows that nobody paid for yet', () => {
    const terms = accountOfPoints(
      [finding('sweep', 4, [], [1, 2]), finding('fees', 5, [], [2, 3, 4, 5], { strength: 100 })],
      known,
    );
    // fees has 3 of 4 rows left or sweep 1 of 2; the tie on points goes by id, fees first.
    expect(net(terms)).toEqual([5, Math.round(5 * (1 / 2))]);
  });

  it('scales by strength and takes off what an innocent reading explains', () => {
    const held = finding('contact', 4, [], [], { strength: 160, guards: [{ id: 'hall', outcome: 'held' }] });
    const [term] = accountOfPoints([held], known);
    expect(term?.points).toBe((5 * 160) / 100);
    expect(term?.guardsHeld).toEqual([{ id: 'hall', points: 4 }]);
    expect(term && termNet(term)).toBe(8 - 4);
  });

  it('a guard never takes off more than there is', () => {
    const weak = finding('contact', 4, [], [], { strength: 60, guards: [{ id: 'hall', outcome: 'held' }] });
    const [term] = accountOfPoints([weak], known);
    expect(term && termNet(term)).toBe(0);
    expect(term?.guardsHeld[0]?.points).toBe(3);
  });

  it('further findings of one indicator add one point each', () => {
    const terms = accountOfPoints(
      [finding('sweep', 4, [], [1]), finding('sweep', 5, [], [2]), finding('sweep', 6, [], [3])],
      known,
    );
    expect(net(terms)).toEqual([5, 1, 1]);
  });

  it('a failed or untestable guard takes nothing off', () => {
    for (const outcome of ['failed', 'untestable'] as const) {
      const [term] = accountOfPoints([finding('contact', 4, [], [], { guards: [{ id: 'hall', outcome }] })], known);
      expect(term && termNet(term)).toBe(5);
    }
  });
});
