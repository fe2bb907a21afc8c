import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/storefront-network.ts';
import type { RegisterRow } from '../../src/formats/register-row.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

interface Shape {
  readonly stores?: number;
  readonly sent?: number;
  readonly row?: Partial<RegisterRow>;
  readonly laundry?: boolean;
  readonly text?: string;
  readonly payments?: number;
  readonly mcc?: number;
}

/** Shops with 2,000 of takings a month, 1,000 of rent to L, 200 to a laundry, and `sent` to C, for five months. */
function draw({
  stores = 3,
  sent = 600,
  row = {},
  laundry = true,
  text,
  payments = 5,
  mcc = 7297,
}: Shape = {}): Drawing {
  const drawing = new Drawing();
  for (let i = 0; i < stores; i++) {
    const shop = `S${i}`;
    drawing.own(shop).holder(shop, { holderType: 'business', ...row });
    for (let m = 0; m < 5; m++) {
      drawing.pay(on(30 * m), '?', shop, 2000, { channel: 'card-present', mcc });
      drawing.pay(on(30 * m + 2), shop, 'n:L', 1000, { text: 'Miete' });
      if (laundry) drawing.pay(on(30 * m + 3), shop, 'm:Laundry GmbH', 200, { mcc: 7211 });
      if (m < payments) drawing.pay(on(30 * m + 4), shop, 'C', sent, text ? { text } : {});
    }
  }
  return drawing;
}

describe('storefront-network', () => {
  it('finds three shops that share landlord and laundry and send their surplus to one account', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    // 600 of 2,000 - 1,000 - 200 = 800.
    expect(finding).toMatchObject({
      anchor: drawing.end('C'),
      observed: { stores: { value: 3 }, kinds: { value: 2 }, share: { value: 0.75 } },
      strength: 100,
      outcomes: { 'open-ownership': 'untestable', 'franchise-fees': 'failed' },
    });
    expect(rolesOf(finding)).toEqual(
      new Map([
        [drawing.end('C'), 'possible-organiser'],
        ...['S0', 'S1', 'S2'].map((shop) => [drawing.end(shop), 'front-business'] as const),
      ]),
    );
  });

  it('near miss: two shops', () => void expectNearMissTurnsRed(indicator, () => draw({ stores: 2 }), 'minStores', 2));
  it('near miss: half of the surplus', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ sent: 450 }), 'surplusToOne', 0.5));
  it('near miss: only the landlord is shared', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ laundry: false, sent: 700 }), 'sharedAttributes', 1));
  it('a telephone that all have makes up for the laundry', () =>
    expect(
      onlyFinding(indicator, draw({ laundry: false, sent: 700, row: { phoneHash: 'h' } })).observed['kinds'],
    ).toMatchObject({ value: 2 }));
  it('near miss: one payment of each', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ payments: 1, sent: 3000 }), 'minPayments', 1));
  it('near miss: statements shorter than the window', () =>
    expect(draw().find(indicator, { windowDays: 200 })).toEqual([]));
  it('near miss: a laundry that everybody uses', () => {
    const popular = (): Drawing => {
      const drawing = draw();
      for (let i = 0; i < 8; i++) drawing.pay(on(i), `n:P${i}`, 'm:Laundry GmbH', 20);
      return drawing;
    };
    expectNearMissTurnsRed(indicator, popular, 'mostPayers', 11);
  });
  it('near miss: groceries', () => expect(draw({ mcc: 5411 }).find(indicator)).toEqual([]));

  it('guard open-ownership: one customer and wages', () => {
    const chain = draw({ row: { customerId: 'k' } }).holder('C', { holderType: 'business', customerId: 'k' });
    expect(onlyFinding(indicator, chain).outcomes['open-ownership']).toBe('failed');
    for (const shop of ['S0', 'S1', 'S2']) chain.pay(on(20), shop, 'W', 100, { text: 'Lohn' });
    const finding = onlyFinding(indicator, chain);
    expect(finding.outcomes['open-ownership']).toBe('held');
    expect(new Set(rolesOf(finding).values())).toEqual(new Set(['undetermined']));
    expect(indicator.guards[0]?.pointsOff).toBe(indicator.points);
  });
  it('guard franchise-fees', () =>
    expect(onlyFinding(indicator, draw({ text: 'Rechnung 12' })).outcomes['franchise-fees']).toBe('held'));
});
