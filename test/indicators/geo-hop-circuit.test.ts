import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/geo-hop-circuit.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

const TOWNS = ['Graz', 'Linz', 'Wels', 'Steyr'];
const PRESENT = { channel: 'card-present' } as const;

/** `weeks` weeks with a card used in each town on its weekday; the town of a day is `townOf`. */
function draw(weeks = 4, towns = TOWNS, slips = 0): Drawing {
  const drawing = new Drawing().own('A');
  for (let week = 0; week < weeks; week++) {
    for (const [i, town] of towns.entries()) {
      // A slip: a day spent in the next town of the list.
      const place = week * towns.length + i < slips ? (towns[(i + 1) % towns.length] as string) : town;
      drawing.pay(on(7 * week + i), 'A', `m:Shop ${place}`, 20, { ...PRESENT, place });
    }
  }
  return drawing;
}

/** Four towns on six days without any order that comes again, the cards of some others beside. */
function together(others: number, daysTogether = 6): Drawing {
  const drawing = new Drawing().own('A');
  const route = [0, 1, 2, 3, 1, 0];
  for (const [i, at] of route.entries()) {
    const place = TOWNS[at] as string;
    const till = { ...PRESENT, place };
    drawing.pay(on(4 * i), 'A', `m:Shop ${place}`, 20, till);
    for (let o = 0; o < others; o++) if (i < daysTogether) drawing.pay(on(4 * i), `O${o}`, `m:Shop ${place}`, 20, till);
  }
  return drawing;
}

describe('geo-hop-circuit', () => {
  it('finds a circuit of four towns that comes again for four weeks', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('A'),
      // Three of four rounds have one before them: twelve days that match.
      observed: { cities: { value: 4 }, rounds: { value: 4 }, share: { value: 1 }, holders: { value: 0 } },
      strength: 100,
      outcomes: { 'business-traveller': 'untestable', 'works-for-customers': 'failed', 'travels-for-a-wage': 'failed' },
    });
    expect(finding.evidence).toHaveLength(16);
    expect([...rolesOf(finding).values()]).toEqual(['undetermined']);
  });

  it('finds holders who move together through four towns; nobody gets a role', () => {
    const drawing = together(2);
    const found = drawing.find(indicator);
    expect(found.map(({ anchor }) => anchor).sort()).toEqual([drawing.end('A'), drawing.end('O0'), drawing.end('O1')]);
    for (const finding of found) expect(new Set(rolesOf(finding).values())).toEqual(new Set(['undetermined']));
  });

  it('near miss: three towns', () =>
    void expectNearMissTurnsRed(indicator, () => draw(6, TOWNS.slice(1)), 'minCities', 3));
  it('near miss: two rounds only', () => {
    const six = ['Graz', 'Linz', 'Wels', 'Steyr', 'Krems', 'Tulln'];
    const two = (): Drawing => draw(2, [...six, 'Melk']);
    expect(two().find(indicator, { loopDays: 5 })).toEqual([]);
    expect(two().find(indicator, { loopDays: 5, loopRepeat: 1 })).toHaveLength(1);
  });
  it('near miss: too few days match', () => void expectNearMissTurnsRed(indicator, () => draw(3), 'loopDays', 8));
  it('near miss: days that slip', () =>
    void expectNearMissTurnsRed(indicator, () => draw(5, TOWNS, 4), 'loopShare', 0.7));
  it('near miss: a home', () => {
    const home = (): Drawing => {
      const drawing = draw();
      for (let i = 0; i < 28; i++)
        for (const n of [1, 2]) if (i % 7 > 3) drawing.pay(on(i), 'A', `m:Home ${n}`, 5, { ...PRESENT, place: 'Graz' });
      return drawing;
    };
    expectNearMissTurnsRed(indicator, home, 'homeShare', 1);
  });
  it('near miss: towns over more than a month', () => {
    expect(draw().find(indicator, { windowDays: 3 })).toEqual([]);
  });
  it('near miss: one companion', () =>
    void expectNearMissTurnsRed(indicator, () => together(1), 'togetherAccounts', 1));
  it('near miss: four days together', () => {
    expectNearMissTurnsRed(indicator, () => together(2, 4), 'togetherDays', 4);
  });
  it('near miss: the same purchases without presence', () => {
    const absent = new Drawing().own('A');
    for (let i = 0; i < 28; i++)
      absent.pay(on(i), 'A', 'm:Shop', 20, { channel: 'card-absent', place: TOWNS[i % 7] ?? 'Graz' });
    expect(absent.find(indicator)).toEqual([]);
  });

  it('guard business-traveller', () =>
    expect(onlyFinding(indicator, draw().holder('A', { holderType: 'business' })).outcomes['business-traveller']).toBe(
      'held',
    ));
  it('guard works-for-customers', () => {
    const few = draw().pay(on(3), 'C', 'A', 500, { text: 'Rechnung 7' });
    expect(onlyFinding(indicator, few).outcomes['works-for-customers']).toBe('held');
    for (const p of ['P', 'Q', 'R']) few.pay(on(4), p, 'A', 50);
    expect(onlyFinding(indicator, few).outcomes['works-for-customers']).toBe('failed');
  });
  it('guard travels-for-a-wage', () => {
    const drawing = draw();
    for (const d of [1, 28]) drawing.pay(on(d), 'E', 'A', 2000, { text: 'Gehalt' });
    expect(onlyFinding(indicator, drawing).outcomes['travels-for-a-wage']).toBe('held');
  });
});
