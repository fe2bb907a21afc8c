import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/cash-to-high-value-assets.ts';
import { on } from './days-on.ts';
import { Drawing, type PaymentWords } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

interface Shape {
  readonly price?: number;
  readonly lag?: number;
  readonly deposits?: readonly number[];
  readonly income?: number;
  readonly gap?: number;
  readonly source?: PaymentWords;
}

/** Cash in two parts, then a car and jewellery, on an account whose holder declares 20,000 a year. */
function draw({
  price = 10_000,
  lag = 5,
  deposits = [4000, 5000],
  income = 20_000,
  gap = 3,
  source,
}: Shape = {}): Drawing {
  const drawing = new Drawing().own('A');
  if (income > 0) drawing.holder('A', { holderType: 'person', declaredIncome: income * 100, currency: 'EUR' });
  for (const sum of deposits) drawing.pay(on(0), 'cash', 'A', sum, { channel: 'cash', ...source });
  drawing.pay(on(lag), 'A', 'm:Cars', price * 0.8, { mcc: 5511 });
  return drawing.pay(on(lag + gap), 'A', 'm:Jeweller', price * 0.2, { mcc: 5944 });
}

describe('cash-to-high-value-assets', () => {
  it('finds half a year of income spent on a car and jewellery after cash', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('A'),
      observed: { ratio: { value: 0.5 }, spent: { value: 10_000_00 }, purchases: { value: 2 } },
      strength: 100,
      outcomes: { 'one-large-credit': 'failed', gifts: 'untestable' },
    });
    expect(finding.evidence).toHaveLength(4);
    expect([...rolesOf(finding).values()]).toEqual(['undetermined']);
  });

  it('near miss: less than half of the income', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ price: 9990 }), 'assetToIncome', 0.49));
  it('near miss: savings of three weeks before', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ lag: 15 }), 'lagDays', 15));
  it('near miss: bought over two months', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ gap: 40, deposits: [6000, 6000] }), 'windowDays', 41));
  it('near miss: mostly own money', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ deposits: [2000, 2900] }), 'sourceShare', 0.4));
  it('near miss: a small purchase on a small income', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ price: 2500, income: 4000 }), 'leastAssets', 2000));
  it('an income that nothing tells is not asked; wages of three months tell one', () => {
    const paid = (months: number): Drawing => {
      const drawing = draw({ income: 0 });
      for (let m = 0; m < months; m++) drawing.pay(on(30 * m), 'E', 'A', 1500, { text: 'Lohn' });
      return drawing;
    };
    expect(paid(0).find(indicator)).toEqual([]);
    expectNearMissTurnsRed(indicator, () => paid(2), 'leastMonths', 2);
    // Three wages over 90 days: 4,500 × 365 / 90 = 18,250 a year.
    expect(onlyFinding(indicator, paid(3)).observed['ratio']).toMatchObject({ value: 0.55 });
  });
  it('near miss: rent at an estate agent', () => {
    const rent = draw({ price: 1000 }).pay(on(6), 'A', 'm:Agent', 12_000, { mcc: 6513, text: 'Miete' });
    expect(rent.find(indicator)).toEqual([]);
  });

  it('guard one-large-credit', () => {
    const drawing = (): Drawing => draw({ deposits: [7000] });
    expect(onlyFinding(indicator, drawing()).outcomes['one-large-credit']).toBe('held');
    expect(drawing().find(indicator, { singleShare: 0.71 })[0]?.guards[0]?.outcome).toBe('failed');
  });
  it('guard gifts', () =>
    expect(onlyFinding(indicator, draw({ source: { text: 'Hochzeit Geschenk' } })).outcomes['gifts']).toBe('held'));
});
