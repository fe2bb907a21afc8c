import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/worker-account-pays-business.ts';
import { dayOn, on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

/** E pays W a wage and its suppliers S1, S2; W pays `payees` too, `gap` days apart. */
function cook(payees = ['S1', 'S2'], gap = 10): Drawing {
  const drawing = new Drawing().own('E', 'W');
  drawing.pay(on(0), 'E', 'W', 1000, { text: 'Lohn' }).pay(on(1), 'E', 'S1', 700).pay(on(2), 'E', 'S2', 300);
  payees.forEach((payee, i) => drawing.pay(on(5 + gap * i), 'W', payee, 120 + i));
  return drawing;
}

describe('worker-account-pays-business', () => {
  it('finds a worker who pays two of the employer’s suppliers', () => {
    const drawing = cook();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('E'),
      observed: { workers: { value: 1 }, payees: { value: 2 }, payments: { value: 2 } },
      window: { from: dayOn(5), to: dayOn(15) },
      strength: 100,
      evidence: [3, 4],
      outcomes: { reimbursed: 'failed', 'side-business': 'failed' },
    });
    expect(rolesOf(finding)).toEqual(
      new Map([
        [drawing.end('E'), 'possible-controller'],
        [drawing.end('W'), 'possible-victim'],
      ]),
    );
  });

  it('stays silent just below each threshold and speaks with it off', () => {
    expectNearMissTurnsRed(indicator, () => cook(['S1', 'S1']), 'sharedPayees', 1);
    expectNearMissTurnsRed(indicator, () => cook(['S1', 'S2'], 125), 'windowDays', 200);
    expectNearMissTurnsRed(indicator, popularShop, 'popularPayers', 99);
    expectNearMissTurnsRed(indicator, () => livesIn({ bill: 58 }), 'billShare', 0.1);
    expectNearMissTurnsRed(indicator, () => livesIn({ months: 3 }), 'billMonths', 3);
    const three = (): Drawing => cook();
    expect(three().find(indicator, { supplierPayments: 3 })).toEqual([]);
  });

  it('finds a household’s bills on the account of its only worker, who pays no rent', () => {
    const drawing = livesIn();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('E'),
      observed: { workers: { value: 1 }, payees: { value: 2 }, payments: { value: 8 } },
      strength: 100,
      forms: { 'domestic-servitude': 1 },
    });
    expect(rolesOf(finding).get(drawing.end('W'))).toBe('possible-victim');
    expect(livesIn().pay(on(3), 'W', 'Landlord', 300, { text: 'Miete' }).find(indicator)).toEqual([]);
    const settled = livesIn();
    for (const payee of ['Energy', 'Water']) settled.pay(on(3), 'E', payee, 10, { channel: 'direct-debit' });
    expect(settled.find(indicator)).toEqual([]);
    expect(livesIn().pay(on(3), 'E', 'Energy', 370, { channel: 'direct-debit' }).find(indicator)).toEqual([]);
    expect(livesIn().pay(on(3), 'E', 'Energy', 350, { channel: 'direct-debit' }).find(indicator)).toHaveLength(1);
    expect(livesIn().holder('E', { holderType: 'business' }).find(indicator)).toEqual([]);
  });

  it('does not count single card payments in shops that the firm uses too', () => {
    const road = new Drawing().own('E', 'W').pay(on(0), 'E', 'W', 1000, { text: 'Lohn' });
    for (const shop of ['m:Fuel', 'm:Hostel'])
      road
        .pay(on(1), 'E', shop, 80, { channel: 'card-present' })
        .pay(on(4), 'W', shop, 40, { channel: 'card-present' });
    expect(road.find(indicator)).toEqual([]);
  });

  it('does not count co-workers, tax offices, or an employer whose statement is not held', () => {
    const friends = new Drawing().own('E', 'W');
    for (const worker of ['W', 'X', 'Y']) friends.pay(on(0), 'E', worker, 1000, { text: 'Lohn' });
    friends.pay(on(5), 'W', 'X', 20).pay(on(6), 'W', 'Y', 20);
    expect(friends.find(indicator)).toEqual([]);
    const tax = new Drawing().own('E', 'W').pay(on(0), 'E', 'W', 1000, { text: 'Lohn' });
    for (const office of ['T1', 'T2'])
      tax.pay(on(1), 'E', office, 50, { text: 'Steuer' }).pay(on(3), 'W', office, 50, { text: 'Steuer' });
    expect(tax.find(indicator)).toEqual([]);
    const unseen = new Drawing().own('W').pay(on(0), 'E', 'W', 1000, { text: 'Lohn' });
    for (const payee of ['S1', 'S2']) unseen.pay(on(1), 'E', payee, 10).pay(on(2), 'W', payee, 10);
    expect(unseen.find(indicator)).toEqual([]);
  });

  it('takes points off where the employer paid it back within a month', () => {
    const repaid = cook().pay(on(20), 'E', 'W', 120, { text: 'Spesen' }).pay(on(25), 'E', 'W', 121, { text: 'Spesen' });
    const finding = onlyFinding(indicator, repaid);
    expect(finding.outcomes['reimbursed']).toBe('held');
    expect(new Set(rolesOf(finding).values())).toEqual(new Set(['undetermined']));
  });

  it('takes points off for a side business with customers of its own', () => {
    const side = cook()
      .pay(on(8), 'C1', 'W', 80, { text: 'Rechnung 1' })
      .pay(on(9), 'C2', 'W', 80, { text: 'Rechnung 2' });
    expect(onlyFinding(indicator, side).outcomes['side-business']).toBe('held');
  });
});

/** E pays its one worker 1,000 a month; energy and school are drawn from that account. */
function livesIn({ months = 4, bill = 90 } = {}): Drawing {
  const drawing = new Drawing().own('E', 'W').pay(on(1), 'E', 'm:Shop', 30, { channel: 'card-present' });
  for (let m = 0; m < months; m++) {
    drawing.pay(on(31 * m), 'E', 'W', 1000, { text: 'Lohn' });
    for (const payee of ['Energy', 'School'])
      drawing.pay(on(31 * m + 5), 'W', payee, bill, { channel: 'direct-debit' });
  }
  return drawing;
}

/** S2 is a shop that thirteen people pay. */
function popularShop(): Drawing {
  const drawing = cook();
  for (let i = 0; i < 11; i++) drawing.pay(on(3), `P${i}`, 'S2', 9);
  return drawing;
}
