import { describe, expect, it } from 'vitest';
import type { RegisterRow } from '../../src/formats/register-row.ts';
import indicator from '../../src/indicators/front-revenue-mismatch.ts';
import { dayOn, on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

interface Shop {
  cash?: number;
  cards?: number;
  costs?: number;
  months?: number;
  row?: Partial<RegisterRow>;
}

function addShop(
  drawing: Drawing,
  name: string,
  { cash = 5000, cards = 0, costs = 1000, months = 6, row = {} }: Shop = {},
): Drawing {
  drawing.own(name).holder(name, { holderType: 'business', ...row });
  for (let m = 0; m < months; m++) {
    drawing.pay(on(30 * m), 'cash', name, cash, { channel: 'cash' });
    if (cards > 0) drawing.pay(on(30 * m + 1), 'm:Acquirer', name, cards);
    if (costs > 0) drawing.pay(on(30 * m + 2), name, 'm:Supplier', costs);
  }
  return drawing;
}
const shop = (options: Shop = {}): Drawing => addShop(new Drawing(), 'B', options);

describe('front-revenue-mismatch', () => {
  it('finds 15,000 of cash a quarter against 3,000 of costs', () => {
    const drawing = shop();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('B'),
      observed: { ratio: { value: 15_000 / 3_000 }, share: { value: 1 }, cash: { value: 15_000_00 } },
      window: { from: dayOn(0) },
      strength: Math.round((5 / 4) * 100),
      outcomes: {
        'new-firm': 'untestable',
        'owner-operated': 'untestable',
        'costs-at-another-account': 'untestable',
        'peers-alike': 'untestable',
      },
    });
    expect(rolesOf(finding)).toEqual(new Map([[drawing.end('B'), 'front-business']]));
  });

  it('stays silent just below each threshold and speaks with it off', () => {
    expectNearMissTurnsRed(indicator, () => shop({ costs: 1260 }), 'inflowToCost', 0);
    expectNearMissTurnsRed(indicator, () => shop({ cards: 1300 }), 'cashShare', 0);
    expectNearMissTurnsRed(indicator, () => shop({ cash: 3000, costs: 100 }), 'minInflow', 0);
    expectNearMissTurnsRed(indicator, () => shop({ months: 3 }), 'windowDays', 60);
    expectNearMissTurnsRed(indicator, oneSeason, 'windowShare', 0);
  });

  it('takes points off for a new firm, an owner alone, and costs at another account', () => {
    expect(onlyFinding(indicator, shop({ row: { openedOn: dayOn(0) } })).outcomes['new-firm']).toBe('held');
    expect(onlyFinding(indicator, shop({ row: { openedOn: dayOn(-900) } })).outcomes['new-firm']).toBe('failed');
    expect(onlyFinding(indicator, shop({ row: { staffCount: 0 } })).outcomes['owner-operated']).toBe('held');
    const two = shop({ row: { customerId: 'c' } }).holder('B2', { customerId: 'c' });
    for (let m = 0; m < 6; m++) two.pay(on(30 * m + 3), 'B', 'B2', 2000);
    expect(onlyFinding(indicator, two).outcomes['costs-at-another-account']).toBe('held');
  });

  it('takes points off where the trade looks like this', () => {
    const street = (alike: number): Drawing => {
      const drawing = shop({ row: { sector: 'barber' } });
      for (let i = 0; i < 4; i++)
        addShop(drawing, `P${i}`, { costs: i < alike ? 1000 : 3000, row: { sector: 'barber' } });
      return drawing;
    };
    const outcomes = (drawing: Drawing): unknown =>
      drawing.find(indicator)[0]?.guards.find(({ id }) => id === 'peers-alike')?.outcome;
    expect(outcomes(street(1))).toBe('held');
    expect(outcomes(street(0))).toBe('failed');
  });
});

/** Mismatch in the first window only; four of five are ordinary. */
function oneSeason(): Drawing {
  const drawing = shop({ months: 7 });
  for (let m = 3; m < 7; m++) drawing.pay(on(30 * m + 4), 'B', 'm:Supplier', 3500);
  return drawing;
}
