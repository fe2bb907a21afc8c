import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/exact-cover-deposits.ts';
import type { PaymentWords } from './hand-drawn.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

interface Shape {
  readonly pairs?: number;
  readonly every?: number;
  readonly over?: number;
  readonly early?: number;
  readonly debit?: PaymentWords;
  readonly depositTime?: string;
}

/** Every twelfth day 300 in cash is paid in and, `early` days later, 300 less `over` goes to B. */
function draw({ pairs = 4, every = 12, over = 0, early = 0, debit = {}, depositTime }: Shape = {}): Drawing {
  const drawing = new Drawing().own('A');
  for (let i = 0; i < pairs; i++) {
    drawing.pay(on(every * i), 'cash', 'A', 300, { channel: 'cash', ...(depositTime ? { time: depositTime } : {}) });
    drawing.pay(on(every * i + early), 'A', 'B', 300 - over, debit);
  }
  return drawing;
}

describe('exact-cover-deposits', () => {
  it('finds four deposits that cover the debits of the day', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('A'),
      observed: { pairs: { value: 4 }, received: { value: 4 * 300_00 } },
      strength: 100,
      dayOrderUnknown: true,
      outcomes: { 'meets-household-bills': 'failed', 'income-beside': 'untestable', 'business-holder': 'failed' },
    });
    expect(finding.evidence).toHaveLength(8);
    expect(rolesOf(finding)).toEqual(
      new Map([
        [drawing.end('A'), 'conduit'],
        [drawing.end('B'), 'undetermined'],
      ]),
    );
  });

  it('near miss: three pairs', () => void expectNearMissTurnsRed(indicator, () => draw({ pairs: 3 }), 'minPairs', 3));
  it('near miss: a sixth is left', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ over: 50 }), 'tolerance', 0.25));
  it('near miss: two days before', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ early: 2 }), 'lookbackHours', 48));
  it('near miss: once a month', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ every: 30 }), 'windowDays', 120));
  it('near miss: money stays on the account', () => {
    // 400 of pay lie there for most of the window.
    const kept = (): Drawing => draw().pay(on(3), 'E', 'A', 400);
    expectNearMissTurnsRed(indicator, kept, 'maxMeanBalance', 1000);
  });
  it('near miss: paid in after the debit, by the clock', () => {
    const debit = { time: '12:00:00' };
    expect(draw({ debit, depositTime: '12:30:00' }).find(indicator)).toEqual([]);
    expect(onlyFinding(indicator, draw({ debit, depositTime: '11:30:00' })).dayOrderUnknown).toBeUndefined();
  });

  it('guard meets-household-bills: rent or a direct debit takes all points', () => {
    for (const debit of [{ text: 'Miete' }, { channel: 'direct-debit' as const }, { mcc: 4900 }]) {
      const drawing = draw({ debit });
      const finding = onlyFinding(indicator, drawing);
      expect(finding.outcomes['meets-household-bills']).toBe('held');
      expect(rolesOf(finding).get(drawing.end('A'))).toBe('undetermined');
    }
    expect(indicator.guards[0]?.pointsOff).toBe(indicator.points);
  });
  it('guard income-beside: wages that are drawn again', () => {
    const drawing = draw();
    for (const d of [5, 35]) drawing.pay(on(d), 'E', 'A', 900, { text: 'Lohn' }).pay(on(d), 'A', 'S', 900);
    expect(onlyFinding(indicator, drawing).outcomes['income-beside']).toBe('held');
  });
  it('guard business-holder', () => {
    const finding = onlyFinding(indicator, draw().holder('A', { holderType: 'business' }));
    expect(finding.outcomes['business-holder']).toBe('held');
  });
});
