import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/lodging-multi-city.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

const TOWNS = ['Graz', 'Linz', 'Salzburg'];

/** A stay every third day in turn; on `overlaps` of the days another one in the next town. */
function draw(stays = 8, price = 200, towns = TOWNS, overlaps = 0): Drawing {
  const drawing = new Drawing().own('A');
  for (let i = 0; i < stays; i++) {
    drawing.pay(on(3 * i), 'A', `m:Hotel ${i % towns.length}`, price, {
      mcc: 7011,
      place: towns[i % towns.length] as string,
    });
    if (i < overlaps)
      drawing.pay(on(3 * i), 'A', 'm:Inn', price, { mcc: 3604, place: towns[(i + 1) % towns.length] as string });
  }
  // Somebody with payers, so that `without-a-home` is no matter of course.
  for (const payer of ['n:P', 'n:Q', 'n:R']) drawing.pay(on(1), payer, 'A', 900);
  return drawing;
}

describe('lodging-multi-city', () => {
  it('finds eight stays in three towns for 1600', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('A'),
      observed: {
        stays: { value: 8 },
        cities: { value: 3 },
        overlapNights: { value: 0 },
        spent: { value: 8 * 200_00 },
      },
      strength: 100,
    });
    expect(finding.evidence).toHaveLength(8);
    expect([...rolesOf(finding).values()]).toEqual(['undetermined']);
    expect(finding.outcomes).toEqual({
      'without-a-home': 'failed',
      'reimbursed-by-business': 'failed',
      'business-traveller': 'untestable',
      'touring-together': 'failed',
    });
  });

  it('rooms in two towns on a day: a possible organiser, cheap as they are', () => {
    const finding = onlyFinding(indicator, draw(6, 50, TOWNS, 2));
    expect(finding.observed['overlapNights']).toMatchObject({ value: 2 });
    expect([...rolesOf(finding).values()]).toEqual(['possible-organiser']);
  });

  it('three rents in a month to different landlords', () => {
    const drawing = new Drawing().own('A');
    for (let i = 0; i < 3; i++) drawing.pay(on(i), 'A', `n:L${i}`, 500, { text: 'Miete' });
    const finding = onlyFinding(indicator, drawing);
    expect(finding.observed['landlords']).toMatchObject({ value: 3 });
    expect(finding.evidence).toHaveLength(3);
  });

  it('near miss: five stays', () => void expectNearMissTurnsRed(indicator, () => draw(5, 300), 'minStays', 5));
  it('near miss: two towns', () =>
    void expectNearMissTurnsRed(indicator, () => draw(8, 200, TOWNS.slice(1)), 'minCities', 2));
  it('near miss: cheap and one at a time', () =>
    void expectNearMissTurnsRed(indicator, () => draw(8, 100), 'monthlyTotal', 700));
  it('near miss: one overlap', () =>
    void expectNearMissTurnsRed(indicator, () => draw(6, 50, TOWNS, 1), 'overlapNights', 1));
  it('near miss: two rents', () => {
    const two = (): Drawing =>
      new Drawing().pay(on(1), 'A', 'n:L0', 500, { text: 'Miete' }).pay(on(2), 'A', 'n:L1', 500, { text: 'rent' });
    expectNearMissTurnsRed(indicator, two, 'residentialRents', 2);
  });

  it('guard without-a-home: benefits, one room at a time, no rent', () => {
    expect(
      onlyFinding(indicator, draw().pay(on(2), 'm:Office', 'A', 900, { purpose: 'BENE' })).outcomes['without-a-home'],
    ).toBe('held');
    const renting = draw()
      .pay(on(2), 'm:Office', 'A', 900, { purpose: 'BENE' })
      .pay(on(2), 'A', 'n:L', 400, { text: 'Miete' });
    expect(onlyFinding(indicator, renting).outcomes['without-a-home']).toBe('failed');
  });
  it('guard reimbursed-by-business', () => {
    expect(onlyFinding(indicator, draw().pay(on(40), 'm:Employer', 'A', 1500)).outcomes['reimbursed-by-business']).toBe(
      'held',
    );
  });
  it('guard business-traveller', () =>
    expect(onlyFinding(indicator, draw().holder('A', { holderType: 'business' })).outcomes['business-traveller']).toBe(
      'held',
    ));
  it('guard touring-together: money both ways with three people', () => {
    const drawing = draw();
    for (const payer of ['n:P', 'n:Q', 'n:R']) drawing.pay(on(9), 'A', payer, 100);
    expect(onlyFinding(indicator, drawing).outcomes['touring-together']).toBe('held');
  });
});
