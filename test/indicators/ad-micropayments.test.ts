import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/ad-micropayments.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

const LABELS = ['Graz', 'Linz', 'Salzburg'];

function draw(items = 10, amount = 24, labels = LABELS, mcc = 7273): Drawing {
  const drawing = new Drawing().own('A').country('A', 'AT').country('m:Site', 'CY');
  for (let i = 0; i < items; i++) {
    drawing.pay(on(3 * i), 'A', 'm:Site', amount, {
      mcc,
      channel: 'card-absent',
      text: `Anzeige ${labels[i % labels.length]}`,
    });
  }
  return drawing;
}

describe('ad-micropayments', () => {
  it('finds ten adverts in a month under three labels, abroad', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('A'),
      observed: {
        items: { value: 10 },
        monthly: { value: 10 * 24_00 },
        labels: { value: 3 },
        foreignShare: { value: 1 },
      },
      strength: Math.round((10 / 8) * 100) + 20,
    });
    expect(finding.evidence).toHaveLength(10);
    expect(rolesOf(finding).get(drawing.end('A'))).toBe('possible-organiser');
    expect(finding.outcomes).toEqual({ 'independent-advertiser': 'untestable', 'business-advertiser': 'untestable' });
  });

  it('reads words where the file has no merchant codes', () =>
    expect(draw(10, 24, LABELS, 0).find(indicator)).toHaveLength(1));
  it('near miss: seven adverts', () => void expectNearMissTurnsRed(indicator, () => draw(7), 'minItems', 7));
  it('near miss: large sums', () => void expectNearMissTurnsRed(indicator, () => draw(10, 150), 'smallAmount', 150));
  it('near miss: spread over a year', () => {
    const spread = (): Drawing => {
      const drawing = new Drawing();
      for (let i = 0; i < 10; i++) drawing.pay(on(30 * i), 'A', 'm:Site', 24, { mcc: 7311 });
      return drawing;
    };
    expectNearMissTurnsRed(indicator, spread, 'windowDays', 365);
  });
  it('other merchants are no adverts', () => expect(draw(10, 24, LABELS, 5411).find(indicator)).toEqual([]));

  it('guard independent-advertiser: one label, own spending, earnings kept', () => {
    const alone = (toOne: number, labels: string[]): Drawing => {
      const drawing = draw(10, 24, labels).pay(on(1), 'n:P', 'A', 2000).pay(on(20), 'A', 'K', toOne);
      for (let i = 0; i < 5; i++) drawing.pay(on(i), 'A', 'm:Shop', 40, { mcc: 5411, channel: 'card-present' });
      return drawing;
    };
    expect(onlyFinding(indicator, alone(300, ['Graz'])).outcomes['independent-advertiser']).toBe('held');
    expect(onlyFinding(indicator, alone(300, LABELS)).outcomes['independent-advertiser']).toBe('failed');
    // 1500 of 2000 goes to one: the holder is a possible victim.
    const taken = alone(1500, ['Graz']);
    expect(onlyFinding(indicator, taken).outcomes['independent-advertiser']).toBe('failed');
    expect(rolesOf(onlyFinding(indicator, taken)).get(taken.end('A'))).toBe('possible-victim');
  });
  it('guard independent-advertiser fails where one person pays in often and most', () => {
    const fed = (times: number, customers = 0): string | undefined => {
      const drawing = draw(10, 24, ['Graz']);
      for (let i = 0; i < times; i++) drawing.pay(on(2 * i), 'n:P', 'A', 100);
      for (let i = 0; i < customers; i++) drawing.pay(on(2 * i), `n:C${i}`, 'A', 100);
      for (let i = 0; i < 5; i++) drawing.pay(on(i), 'A', 'm:Shop', 40, { mcc: 5411, channel: 'card-present' });
      return onlyFinding(indicator, drawing).outcomes['independent-advertiser'];
    };
    expect(fed(12)).toBe('failed');
    expect(fed(11)).toBe('held');
    expect(fed(12, 13)).toBe('held');
  });
  it('what is put aside as savings is not taken away', () => {
    const saver = draw(10, 24, ['Graz']).pay(on(1), 'n:P', 'A', 2000);
    saver.pay(on(20), 'A', 'K', 1000, { text: 'Savings' }).pay(on(21), 'A', 'K', 700);
    expect(rolesOf(onlyFinding(indicator, saver)).get(saver.end('A'))).toBe('undetermined');
  });
  it('guard business-advertiser', () => {
    const finding = onlyFinding(indicator, draw().holder('A', { holderType: 'business' }));
    expect(finding.outcomes['business-advertiser']).toBe('held');
    expect([...rolesOf(finding).values()]).toEqual(['undetermined', 'undetermined']);
  });
});
