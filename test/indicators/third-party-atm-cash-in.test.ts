import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/third-party-atm-cash-in.ts';
import { dayOn, on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

const PLACES = ['Bankomat 11 Graz', 'Bankomat 12 Graz', 'Bankomat 21 Linz', 'Bankomat 31 Wels', 'Bankomat 41 Steyr'];

/** A deposit every second day, round the places. */
function draw(items = 12, amount = 300, places = PLACES): Drawing {
  const drawing = new Drawing().own('A');
  for (let i = 0; i < items; i++) {
    drawing.pay(on(2 * i), 'cash', 'A', amount, {
      channel: 'cash-machine',
      place: places[i % places.length] as string,
    });
  }
  return drawing;
}

describe('third-party-atm-cash-in', () => {
  it('finds twelve deposits in four towns', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('A'),
      observed: {
        items: { value: 12 },
        locations: { value: 5 },
        towns: { value: 4 },
        received: { value: 12 * 300_00 },
      },
      window: { from: dayOn(0), to: dayOn(22) },
      strength: Math.min((12 / 10) * 100, (5 / 4) * 100),
    });
    expect(finding.evidence).toHaveLength(12);
    expect(finding.outcomes).toEqual({
      'holder-was-there': 'untestable',
      'organisation-account': 'untestable',
      'regular-takings': 'failed',
    });
    expect([...rolesOf(finding).values()]).toEqual(['possible-collector']);
  });

  it('near miss: nine deposits', () => void expectNearMissTurnsRed(indicator, () => draw(9), 'minItems', 9));
  it('near miss: three places', () =>
    void expectNearMissTurnsRed(indicator, () => draw(12, 300, PLACES.slice(1, 4)), 'minLocations', 3));
  it('near miss: one town', () => {
    const graz = [1, 2, 3, 4, 5].map((n) => `Bankomat ${n} Graz`);
    expectNearMissTurnsRed(indicator, () => draw(12, 300, graz), 'minTowns', 1);
  });
  it('near miss: below the band', () => void expectNearMissTurnsRed(indicator, () => draw(12, 100), 'lowAmount', 90));
  it('needs the statement', () => {
    const drawing = new Drawing();
    for (let i = 0; i < 12; i++)
      drawing.pay(on(i), 'cash', 'A', 300, { channel: 'cash-machine', place: PLACES[i % 5] as string });
    expect(drawing.find(indicator)).toEqual([]);
  });

  it('guard holder-was-there: the holder’s card in the same town on the same days', () => {
    const withCard = (place: (i: number) => string): Drawing => {
      const drawing = draw();
      for (let i = 0; i < 12; i++)
        drawing.pay(on(2 * i), 'A', 'm:Cafe', 6, { channel: 'card-present', place: place(i) });
      return drawing;
    };
    const there = onlyFinding(
      indicator,
      withCard((i) => `Cafe ${PLACES[i % 5]?.split(' ')[2]}`),
    );
    // A café of the town is another place text: towns are compared, so write the machine's own.
    expect(there.outcomes['holder-was-there']).toBe('failed');
    const same = onlyFinding(
      indicator,
      withCard((i) => PLACES[i % 5] as string),
    );
    expect(same.outcomes['holder-was-there']).toBe('held');
    expect([...rolesOf(same).values()]).toEqual(['undetermined']);
    const away = onlyFinding(
      indicator,
      withCard(() => 'Villach'),
    );
    expect(away.outcomes['holder-was-there']).toBe('failed');
    expect(away.observed['holderAbsent']).toMatchObject({ value: 1 });
  });

  it('guard organisation-account', () => {
    expect(
      onlyFinding(indicator, draw().holder('A', { holderType: 'business' })).outcomes['organisation-account'],
    ).toBe('held');
    expect(onlyFinding(indicator, draw().holder('A', { holderType: 'person' })).outcomes['organisation-account']).toBe(
      'failed',
    );
  });

  it('guard regular-takings: Fridays and Saturdays', () => {
    const drawing = new Drawing().own('A');
    for (let i = 0; i < 12; i++) {
      drawing.pay(on(7 * (i >> 1) + 4 + (i % 2)), 'cash', 'A', 300, {
        channel: 'cash-machine',
        place: PLACES[i % 5] as string,
      });
    }
    expect(drawing.find(indicator, { windowDays: 60 })[0]?.guards[2]).toEqual({
      id: 'regular-takings',
      outcome: 'held',
    });
  });

  it('an account that passes nearly all on to one other stays undetermined', () => {
    const finding = onlyFinding(indicator, draw().pay(on(23), 'A', 'K', 3000));
    expect(new Set(rolesOf(finding).values())).toEqual(new Set(['undetermined']));
  });
});
