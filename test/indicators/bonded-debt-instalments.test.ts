import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/bonded-debt-instalments.ts';
import { dayOn, on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

interface Debt {
  months?: number;
  part?: (month: number) => number;
  delay?: number;
  text?: (month: number) => string;
}

/** W earns 1,000 on the first of seven months (30 days each) and pays part of it to K. */
function debt({ months = 6, part = () => 450, delay = 2, text = () => 'debt' }: Debt = {}): Drawing {
  const drawing = new Drawing().own('W');
  for (let m = 0; m < months; m++) {
    drawing.pay(on(31 * m), 'E', 'W', 1000, { text: 'Lohn' });
    drawing.pay(on(31 * m + delay), 'W', 'K', part(m), { text: text(m) });
  }
  return drawing;
}

describe('bonded-debt-instalments', () => {
  it('finds six months of 450 out of 1,000', () => {
    const drawing = debt();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('K'),
      observed: {
        payers: { value: 1 },
        share: { value: 450 / 1000 },
        months: { value: 6 },
        paid: { value: 6 * 450_00 },
      },
      window: { from: dayOn(2), to: dayOn(5 * 31 + 2) },
      strength: 100,
      // The payments; wages come before each of them.
      evidence: [1, 3, 5, 7, 9, 11],
      outcomes: {
        'licensed-lender': 'untestable',
        'loan-was-paid-out': 'failed',
        'falling-amounts': 'failed',
        'has-ended': 'failed',
      },
    });
    expect(rolesOf(finding)).toEqual(
      new Map([
        [drawing.end('K'), 'possible-controller'],
        [drawing.end('W'), 'possible-victim'],
      ]),
    );
  });

  it('stays silent just below each threshold and speaks with it off', () => {
    expectNearMissTurnsRed(indicator, () => debt({ part: () => 390 }), 'shareOfIncome', 0);
    expectNearMissTurnsRed(indicator, () => debt({ months: 5 }), 'minMonths', 5);
    expectNearMissTurnsRed(indicator, () => debt({ delay: 9 }), 'payDayWindow', 9);
    expectNearMissTurnsRed(indicator, () => debt({ delay: 9 }), 'payDayShare', 0);
    expectNearMissTurnsRed(indicator, () => debt({ text: (m) => (m < 2 ? 'debt' : 'thanks') }), 'wordShare', 0.3);
    expectNearMissTurnsRed(
      indicator,
      () => debt({ part: (m) => [150, 800, 200, 700, 900, 450][m] ?? 0 }),
      'amountSpread',
      1,
    );
  });

  it('finds a household that placed a worker, pays no wage and goes on paying a private agent', () => {
    const drawing = placed(5);
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('K'),
      observed: { payers: { value: 1 }, payments: { value: 5 }, paid: { value: 5 * 200_00 } },
      forms: { 'domestic-servitude': 1 },
    });
    expect(rolesOf(finding)).toEqual(
      new Map([
        [drawing.end('K'), 'possible-facilitator'],
        [drawing.end('H'), 'possible-controller'],
      ]),
    );
    // A wage to somebody, a business, or somebody paid long before.
    const paid = placed(5);
    for (let m = 0; m < 5; m++) paid.pay(on(31 + 30 * m), 'H', 'N', 900);
    expect(paid.find(indicator)).toEqual([]);
    expect(placed(5).holder('K', { holderType: 'business' }).find(indicator)).toEqual([]);
    expect(placed(5).pay(on(-120), 'H', 'K', 200, { text: 'fee' }).find(indicator)).toEqual([]);
    const fewer = placed(3);
    for (let i = 0; i < 3; i++) fewer.pay(on(27 + i), `Y${i}`, 'K', 5);
    expect(fewer.find(indicator)).toEqual([]);
    expect(fewer.find(indicator, { agentPayments: 3 })).toHaveLength(1);
  });

  it('needs the payer’s own statement', () => {
    const drawing = new Drawing().own('K');
    for (let m = 0; m < 6; m++)
      drawing.pay(on(31 * m), 'E', 'W', 1000).pay(on(31 * m + 2), 'W', 'K', 450, { text: 'debt' });
    expect(drawing.find(indicator)).toEqual([]);
  });

  it('takes points off for a licensed lender', () => {
    const drawing = debt().holder('K', { holderType: 'person', licences: ['lender'] });
    const finding = onlyFinding(indicator, drawing);
    expect(finding.outcomes['licensed-lender']).toBe('held');
    expect(rolesOf(finding).get(drawing.end('K'))).toBe('undetermined');
  });

  it('takes points off where the loan was paid out over the account', () => {
    // 0.8 x 6 x 450 = 2,160.
    expect(onlyFinding(indicator, debt().pay(on(0), 'K', 'W', 2160)).outcomes['loan-was-paid-out']).toBe('held');
    expect(onlyFinding(indicator, debt().pay(on(0), 'K', 'W', 2150)).outcomes['loan-was-paid-out']).toBe('failed');
  });

  it('takes points off where one debtor’s sums fall, and where the debt ended while pay goes on', () => {
    expect(onlyFinding(indicator, debt({ part: (m) => 600 - 50 * m })).outcomes['falling-amounts']).toBe('held');
    const later = debt();
    for (let m = 6; m < 9; m++) later.pay(on(31 * m), 'E', 'W', 1000, { text: 'Lohn' });
    // Last instalment on day 157, last wage on day 248: 91 days.
    expect(onlyFinding(indicator, later).outcomes['has-ended']).toBe('held');
  });
});

/** Agency, visa and flight within ten days, then `times` monthly sums to K. */
function placed(times: number): Drawing {
  const drawing = new Drawing().own('H').country('H', 'AT');
  drawing.pay(on(0), 'H', 'm:Agency', 800, { mcc: 7361, channel: 'card-absent' });
  drawing.pay(on(5), 'H', 'm:Consulate', 90, { mcc: 9399, channel: 'card-absent' });
  drawing.pay(on(10), 'H', 'm:Airline', 400, { mcc: 4511, channel: 'card-absent' });
  for (let m = 0; m < times; m++) drawing.pay(on(25 + 30 * m), 'H', 'K', 200, m === 0 ? { text: 'fee' } : {});
  // Other rows, so that K is no single payee.
  drawing.pay(on(26), 'X', 'K', 5);
  return drawing.pay(on(170), 'H', 'm:Grocer', 60, { mcc: 5411, channel: 'card-present' });
}
