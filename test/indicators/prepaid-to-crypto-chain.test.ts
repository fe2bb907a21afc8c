import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/prepaid-to-crypto-chain.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

interface Shape {
  readonly prepaid?: number;
  readonly every?: number;
  readonly toCrypto?: number;
  readonly toEnd?: number;
  readonly end?: number;
}

/** Prepaid cards every fifth day, crypto two days after the last, an advert three days later. */
function draw({ prepaid = 4, every = 5, toCrypto = 2, toEnd = 3, end = 7311 }: Shape = {}): Drawing {
  const drawing = new Drawing().own('A');
  for (let i = 0; i < prepaid; i++) drawing.pay(on(every * i), 'A', 'm:Kiosk', 50, { mcc: 6540 });
  const bought = every * (prepaid - 1) + toCrypto;
  drawing.pay(on(bought), 'A', 'm:Exchange', 180, { mcc: 6051 });
  return drawing.pay(on(bought + toEnd), 'A', 'm:Site', 24, { mcc: end });
}

/** Small crypto buys on uneven days and an advert after the last. */
function small(buys = 4, price = 24, gaps = [0, 3, 4, 12, 15], sum = (i: number) => price + i): Drawing {
  const drawing = new Drawing().own('A');
  for (let i = 0; i < buys; i++) drawing.pay(on(gaps[i] as number), 'A', 'm:Exchange', sum(i), { mcc: 6051 });
  return drawing.pay(on(gaps[buys - 1] as number), 'A', 'm:Site', 24, { mcc: 7311 });
}

describe('prepaid-to-crypto-chain', () => {
  it('finds the whole chain', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('A'),
      observed: { items: { value: 4 }, buys: { value: 1 }, adverts: { value: 1 }, spent: { value: 404_00 } },
      strength: 100,
      outcomes: { 'part-of-chain': 'failed', 'savings-plan': 'failed', 'business-holder': 'failed' },
    });
    expect(finding.evidence).toHaveLength(6);
    expect([...rolesOf(finding).values()]).toEqual(['undetermined']);
  });
  it('the chain may end in a hotel', () =>
    expect(onlyFinding(indicator, draw({ end: 7011 })).observed['adverts']).toMatchObject({ value: 0 }));

  it('near miss: three prepaid purchases', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ prepaid: 3 }), 'minPrepaid', 3));
  it('near miss: over more than a month', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ every: 12 }), 'windowDays', 40));
  it('near miss: crypto too late', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ toCrypto: 8 }), 'chainDays', 8));
  it('near miss: the advert too late', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ toEnd: 8 }), 'chainDays', 8));
  it('near miss: the chain ends in a grocery', () => expect(draw({ end: 5411 }).find(indicator)).toEqual([]));

  it('small crypto buys beside an advert are part of a chain: one point', () => {
    const finding = onlyFinding(indicator, small());
    expect(finding.outcomes['part-of-chain']).toBe('held');
    expect(finding.strength).toBe(100);
    expect(indicator.points - (indicator.guards[0]?.pointsOff ?? 0)).toBe(1);
  });
  it('near miss: three small buys', () => void expectNearMissTurnsRed(indicator, () => small(3), 'minPrepaid', 3));
  it('near miss: buys that are not small', () =>
    void expectNearMissTurnsRed(indicator, () => small(4, 60), 'smallCryptoMax', 70));

  it('guard savings-plan: one sum every week', () => {
    const weekly = (sum: (i: number) => number): Drawing => small(4, 0, [0, 7, 14, 21], sum);
    expect(
      onlyFinding(
        indicator,
        weekly(() => 25),
      ).outcomes['savings-plan'],
    ).toBe('held');
    expect(
      onlyFinding(
        indicator,
        weekly((i) => 25 + i),
      ).outcomes['savings-plan'],
    ).toBe('failed');
    expect(weekly((i) => 25 + i).find(indicator, { fixedShare: 0 })[0]?.guards[1]?.outcome).toBe('held');
  });
  it('guard business-holder', () =>
    expect(onlyFinding(indicator, draw().holder('A', { holderType: 'business' })).outcomes['business-holder']).toBe(
      'held',
    ));
});
