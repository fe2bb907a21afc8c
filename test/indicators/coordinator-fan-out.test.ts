import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/coordinator-fan-out.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

/** Eight payers of 400, `payees` paid 200 every three weeks, cash of `cash` once. */
function draw(payees = 4, cash = 700, payers = 8, every = 20): Drawing {
  const drawing = new Drawing().own('C');
  for (let i = 0; i < payers; i++) drawing.pay(on(5 * i), `n:P${i}`, 'C', 400);
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < payees; i++) drawing.pay(on(every * round), 'C', `W${i}`, 200);
  }
  return drawing.pay(on(30), 'C', 'cash', cash, { channel: 'cash-machine' });
}

describe('coordinator-fan-out', () => {
  it('finds four payees, cash and eight payers', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    // 3 x 4 x 200 = 2400 to people, 700 in cash of 3100.
    expect(finding).toMatchObject({
      anchor: drawing.end('C'),
      observed: {
        payees: { value: 4 },
        payers: { value: 8 },
        cashShare: { value: Math.round((700 / 3100) * 1000) / 1000 },
        businessCostShare: { value: 0 },
        paid: { value: 2400_00 },
      },
      strength: 100,
    });
    expect(finding.evidence).toHaveLength(12 + 1);
    expect([...rolesOf(finding).values()]).toEqual(['possible-organiser', ...Array<string>(4).fill('undetermined')]);
    expect(finding.outcomes).toEqual({
      'support-both-ways': 'failed',
      'one-event': 'failed',
      'payers-are-a-circle': 'failed',
    });
  });

  it('near miss: three payees', () => void expectNearMissTurnsRed(indicator, () => draw(3), 'minPayees', 3));
  it('near miss: hardly any cash', () =>
    void expectNearMissTurnsRed(indicator, () => draw(4, 300), 'cashOutShare', 0.1));
  it('near miss: five payers', () => void expectNearMissTurnsRed(indicator, () => draw(4, 700, 5), 'minPayers', 5));
  it('near miss: pays tax and insurance', () => {
    expectNearMissTurnsRed(
      indicator,
      () => draw().pay(on(10), 'C', 'm:Finanzamt', 300, { text: 'Steuer' }),
      'businessCostShare',
      1,
    );
  });
  it('is silent for a business and without a statement', () => {
    expect(draw().holder('C', { holderType: 'business' }).find(indicator)).toEqual([]);
  });

  it('guard support-both-ways', () => {
    const drawing = draw().pay(on(50), 'W0', 'C', 100).pay(on(50), 'W1', 'C', 100);
    const finding = onlyFinding(indicator, drawing);
    expect(finding.outcomes['support-both-ways']).toBe('held');
    expect(rolesOf(finding).get(drawing.end('C'))).toBe('undetermined');
  });
  it('guard one-event', () => expect(onlyFinding(indicator, draw(4, 700, 8, 3)).outcomes['one-event']).toBe('held'));
  it('guard payers-are-a-circle', () => {
    const drawing = draw();
    for (let i = 0; i < 4; i++) drawing.pay(on(i), `n:P${i}`, `n:P${i + 1}`, 10);
    // 4 of 8 pay another payer.
    expect(onlyFinding(indicator, drawing).outcomes['payers-are-a-circle']).toBe('held');
  });
});
