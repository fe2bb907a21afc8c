import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/service-price-fan-in.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

const PRICES = [100, 150, 150, 200];

function draw(payers = 14, price = (i: number): number => PRICES[i % 4] as number, words = {}): Drawing {
  const drawing = new Drawing().own('A');
  for (let i = 0; i < payers; i++) drawing.pay(on(2 * i), `n:P${i}`, 'A', price(i), words);
  return drawing;
}

describe('service-price-fan-in', () => {
  it('finds fourteen payers at three prices', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('A'),
      observed: {
        payers: { value: 14 },
        singleVisitShare: { value: 1 },
        modeShare: { value: 1 },
        median: { value: 150_00 },
      },
      // 14 of 12 payers would be 117; that the holder keeps the earnings holds it at 100.
      strength: 100,
    });
    expect(finding.outcomes).toEqual({
      'keeps-earnings': 'held',
      'registered-business': 'untestable',
      'one-sum-for-all': 'failed',
      invoices: 'untestable',
      'pays-tax': 'failed',
      'weekday-daytime': 'untestable',
    });
    expect(rolesOf(finding).get(drawing.end('A'))).toBe('undetermined');
  });

  it('near miss: eleven payers', () => void expectNearMissTurnsRed(indicator, () => draw(11), 'minPayers', 11));
  it('near miss: every sum is different', () =>
    void expectNearMissTurnsRed(indicator, () => draw(14, (i) => 100 + 7 * i), 'modeShare', 0.2));
  it('near miss: above the band', () =>
    void expectNearMissTurnsRed(indicator, () => draw(14, () => 500), 'highAmount', 500));
  it('near miss: regulars', () => {
    const regulars = (): Drawing => {
      const drawing = new Drawing();
      for (let i = 0; i < 12; i++) drawing.pay(on(2 * i), `n:P${i}`, 'A', 100).pay(on(2 * i + 1), `n:P${i}`, 'A', 100);
      return drawing;
    };
    // When the twelfth comes, eleven of twelve have paid twice.
    expectNearMissTurnsRed(indicator, regulars, 'singleVisitShare', 0.05);
  });

  it('guard keeps-earnings: failed where most goes to one, who makes the holder a possible victim', () => {
    // 14 payers bring about 14 x 150 = 2100.
    const drawing = draw().pay(on(29), 'A', 'K', 1800);
    const finding = onlyFinding(indicator, drawing);
    expect(finding.outcomes['keeps-earnings']).toBe('failed');
    expect(rolesOf(finding).get(drawing.end('A'))).toBe('possible-victim');
  });
  it('guard registered-business', () => {
    expect(onlyFinding(indicator, draw().holder('A', { sector: 'therapy' })).outcomes['registered-business']).toBe(
      'held',
    );
    expect(onlyFinding(indicator, draw().holder('A', { holderType: 'person' })).outcomes['registered-business']).toBe(
      'failed',
    );
  });
  it('guard one-sum-for-all: dues of a club', () =>
    expect(
      onlyFinding(
        indicator,
        draw(14, () => 90),
      ).outcomes['one-sum-for-all'],
    ).toBe('held'));
  it('guard invoices', () =>
    expect(
      onlyFinding(
        indicator,
        draw(14, () => 100, { text: 'Rechnung 17' }),
      ).outcomes['invoices'],
    ).toBe('held'));
  it('guard pays-tax', () => {
    const drawing = draw()
      .pay(on(3), 'A', 'm:Finanzamt', 200, { text: 'Steuer' })
      .pay(on(90), 'A', 'm:Finanzamt', 200, { text: 'Steuer' });
    expect(onlyFinding(indicator, drawing).outcomes['pays-tax']).toBe('held');
  });
  it('guard weekday-daytime', () => {
    // 14 working days from Monday 1 January.
    const drawing = new Drawing().own('A');
    for (let i = 0; i < 14; i++) drawing.pay(on(i + 2 * Math.floor(i / 5)), `n:P${i}`, 'A', 100, { time: '10:30' });
    expect(onlyFinding(indicator, drawing).outcomes['weekday-daytime']).toBe('held');
    expect(
      onlyFinding(
        indicator,
        draw(14, () => 100, { time: '23:00' }),
      ).outcomes['weekday-daytime'],
    ).toBe('failed');
  });
});
