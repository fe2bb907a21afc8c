import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/rapid-pass-through.ts';
import { dayOn, on } from './days-on.ts';
import { Drawing, type PaymentWords } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

interface Flow {
  credits?: number;
  amount?: number;
  part?: number;
  delay?: number;
  gap?: number;
  out?: PaymentWords;
}

/** A gets `credits` sums, `gap` days apart, and sends `part` of each to B `delay` days later. */
function flow({ credits = 4, amount = 1000, part = 0.9, delay = 1, gap = 7, out = {} }: Flow = {}): Drawing {
  const drawing = new Drawing().own('A');
  for (let i = 0; i < credits; i++) {
    drawing.pay(on(gap * i), `S${i}`, 'A', amount);
    drawing.pay(on(gap * i + delay), 'A', 'B', amount * part, out);
  }
  return drawing;
}

describe('rapid-pass-through', () => {
  it('finds four credits of which nine tenths leave the next day', () => {
    const drawing = flow();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('A'),
      observed: { share: { value: 900 / 1000 }, credits: { value: 4 }, received: { value: 4 * 1000_00 } },
      window: { from: dayOn(0), to: dayOn(3 * 7 + 1) },
      // 4,000 against 2,000.
      strength: 200,
      outcomes: { 'licensed-agent': 'failed', 'household-bills': 'failed' },
    });
    expect(finding.evidence).toHaveLength(4 + 4);
    expect(finding.dayOrderUnknown).toBeUndefined();
    expect(rolesOf(finding).get(drawing.end('A'))).toBe('conduit');
  });

  it('says that the order is unknown where debit and credit share a day without times', () => {
    expect(onlyFinding(indicator, flow({ delay: 0 })).dayOrderUnknown).toBe(true);
  });

  it('stays silent just below each threshold and speaks with it off', () => {
    expectNearMissTurnsRed(
      indicator,
      () => flow({ part: 0.83 }).pay(on(26), 'A', 'm:Shop', 600, { channel: 'card-present' }),
      'passShare',
      0.8,
    );
    expectNearMissTurnsRed(indicator, () => flow({ delay: 3 }), 'delayHours', 72);
    expectNearMissTurnsRed(indicator, () => flow({ amount: 490 }), 'minTurnover', 0);
    expectNearMissTurnsRed(indicator, () => flow({ credits: 2, amount: 2000 }), 'minCredits', 2);
    expectNearMissTurnsRed(indicator, () => flow({ gap: 11 }), 'windowDays', 60);
    expectNearMissTurnsRed(indicator, () => flow({ part: 0.88 }), 'residualShare', 1);
  });

  it('asks for fewer credits where the account was opened for it, which speaks for forced criminality too', () => {
    const fresh = (opened: number, credits = 3): Drawing =>
      flow({ credits })
        .pay(on(-40), 'X', 'Y', 1)
        .holder('A', { holderType: 'person', openedOn: dayOn(opened) });
    expect(onlyFinding(indicator, fresh(-10)).forms).toEqual({ 'laundering-pattern': 1, 'forced-criminality': 1 });
    expect(onlyFinding(indicator, flow()).forms).toBeUndefined();
    expectNearMissTurnsRed(indicator, () => fresh(-10, 2), 'freshCredits', 2);
    const crowd = (payers: number): Drawing => {
      const drawing = fresh(-10);
      for (let i = 2; i <= payers; i++)
        drawing.holder(`N${i}`, { holderType: 'person', openedOn: dayOn(-12) }).pay(on(9), `N${i}`, 'B', 300);
      return drawing;
    };
    expect(rolesOf(onlyFinding(indicator, crowd(3))).get(crowd(3).end('B'))).toBe('possible-collector');
    expect(rolesOf(onlyFinding(indicator, crowd(2))).get(crowd(2).end('B'))).toBe('undetermined');
    expect(crowd(2).find(indicator, { freshPayers: 2 })[0]?.members[1]?.role).toBe('possible-collector');
    const old = (): Drawing => fresh(-70).pay(on(-80), 'X', 'Y', 1);
    expectNearMissTurnsRed(indicator, old, 'freshDays', 90);
  });

  it('does not count card purchases, nor sweeping between accounts of one customer', () => {
    expect(flow({ out: { channel: 'card-present' } }).find(indicator)).toEqual([]);
    expect(flow().holder('A', { customerId: 'c' }).holder('B', { customerId: 'c' }).find(indicator)).toEqual([]);
  });

  it('needs the account’s own statement', () => {
    const drawing = new Drawing().own('B');
    for (let i = 0; i < 4; i++) drawing.pay(on(7 * i), `S${i}`, 'A', 1000).pay(on(7 * i + 1), 'A', 'B', 900);
    expect(drawing.find(indicator)).toEqual([]);
  });

  it('takes points off for payment institutions and for accounts that feed bills', () => {
    const licensed = flow().holder('A', { licences: ['payment-institution'] });
    expect(onlyFinding(indicator, licensed).outcomes['licensed-agent']).toBe('held');
    expect(onlyFinding(indicator, flow({ out: { channel: 'direct-debit' } })).outcomes['household-bills']).toBe('held');
  });
});
