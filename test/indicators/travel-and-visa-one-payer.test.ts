import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/travel-and-visa-one-payer.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

/** Tickets of 180 every third day, visa fees of 80 in between. */
function draw(tickets = 5, visas = 2): Drawing {
  const drawing = new Drawing().own('A');
  for (let i = 0; i < tickets; i++) drawing.pay(on(3 * i), 'A', 'm:Air', 180, { mcc: 4511 });
  for (let i = 0; i < visas; i++) drawing.pay(on(3 * i + 1), 'A', 'm:Consulate', 80, { mcc: 9399 });
  return drawing;
}

describe('travel-and-visa-one-payer', () => {
  it('finds five tickets and two visa fees', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('A'),
      observed: { tickets: { value: 5 }, visaFees: { value: 2 }, spent: { value: 5 * 180_00 + 2 * 80_00 } },
      strength: Math.round((5 / 4) * 100),
    });
    expect(finding.evidence).toHaveLength(7);
    expect([...rolesOf(finding).values()]).toEqual(['possible-organiser']);
    expect(finding.outcomes).toEqual({
      'travel-business': 'untestable',
      'paid-back-by-travellers': 'failed',
      refunded: 'failed',
      'return-tickets': 'untestable',
    });
  });

  it('near miss: three tickets', () => void expectNearMissTurnsRed(indicator, () => draw(3), 'minTickets', 3));
  it('near miss: one visa fee', () => void expectNearMissTurnsRed(indicator, () => draw(5, 1), 'visaFees', 1));
  it('near miss: one second ticket on a day, and no visa', () => {
    expectNearMissTurnsRed(
      indicator,
      () => draw(5, 0).pay(on(0), 'A', 'm:Air', 180, { mcc: 4511 }),
      'furtherTickets',
      1,
    );
  });
  it('near miss: over half a year', () => {
    const slow = (): Drawing => {
      const drawing = new Drawing();
      for (let i = 0; i < 5; i++)
        drawing
          .pay(on(30 * i), 'A', 'm:Air', 180, { mcc: 3025 })
          .pay(on(30 * i), 'A', 'm:Consulate', 80, { mcc: 9399 });
      return drawing;
    };
    expectNearMissTurnsRed(indicator, slow, 'windowDays', 200);
  });
  it('takes second tickets of a day at one carrier instead of visas', () => {
    const drawing = draw(5, 0)
      .pay(on(0), 'A', 'm:Air', 180, { mcc: 4511 })
      .pay(on(3), 'A', 'm:Air', 180, { mcc: 4511 });
    expect(onlyFinding(indicator, drawing).observed['furtherTickets']).toMatchObject({ value: 2 });
    const otherCarrier = draw(5, 0)
      .pay(on(0), 'A', 'm:Rail', 180, { mcc: 4112 })
      .pay(on(3), 'A', 'm:Rail', 180, { mcc: 4112 });
    expect(otherCarrier.find(indicator)).toEqual([]);
  });

  it('guard travel-business', () => {
    const finding = onlyFinding(indicator, draw().holder('A', { holderType: 'business' }));
    expect(finding.outcomes['travel-business']).toBe('held');
    expect([...rolesOf(finding).values()]).toEqual(['undetermined']);
  });
  it('guard paid-back-by-travellers: four pay their ticket', () => {
    const drawing = draw();
    for (let i = 0; i < 4; i++) drawing.pay(on(20 + i), `n:T${i}`, 'A', 180);
    // 4 x 180 of 1060.
    expect(onlyFinding(indicator, drawing).outcomes['paid-back-by-travellers']).toBe('held');
  });
  it('guard refunded', () => {
    expect(onlyFinding(indicator, draw().pay(on(20), 'm:Air', 'A', 600, { text: 'refund' })).outcomes['refunded']).toBe(
      'held',
    );
  });
});
