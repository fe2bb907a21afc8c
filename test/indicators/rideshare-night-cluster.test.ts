import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/rideshare-night-cluster.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

const NIGHT = [22, 23, 0, 1, 2, 3, 4];
const DAY = [7, 9, 11, 13, 15, 17, 19];

function clock(hour: number, i: number): string {
  return `${String(hour).padStart(2, '0')}:${String(10 + i).padStart(2, '0')}:00`;
}

/** Rides on every second day, the first `night` of them at night. */
function draw(trips = 15, night = trips, every = 2, hours = NIGHT): Drawing {
  const drawing = new Drawing().own('A');
  for (let i = 0; i < trips; i++) {
    const hour = (i < night ? hours : DAY)[i % hours.length] ?? 12;
    drawing.pay(on(every * i), 'A', 'm:Rides', 12, { mcc: 4121, time: clock(hour, i) });
  }
  return drawing;
}

describe('rideshare-night-cluster', () => {
  it('finds fifteen rides in a month, all at night', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('A'),
      observed: { trips: { value: 15 }, share: { value: 1 }, nights: { value: 0 }, spent: { value: 15 * 12_00 } },
      strength: 100,
      outcomes: { commuting: 'failed', 'wage-beside': 'untestable', 'business-holder': 'failed' },
    });
    expect([...rolesOf(finding).values()]).toEqual(['undetermined']);
  });
  it('lodging on two of the nights adds a fifth', () => {
    const drawing = draw();
    // Rides 0 and 1 are at 22 and 23 o'clock of days 0 and 2.
    for (const d of [0, 2]) drawing.pay(on(d), 'A', 'm:Hotel', 80, { mcc: 7011 });
    expect(onlyFinding(indicator, drawing)).toMatchObject({ strength: 120, observed: { nights: { value: 2 } } });
    expect(drawing.find(indicator, { lodgingNights: 3 })[0]?.strength).toBe(100);
    expect(drawing.find(indicator, { pairedStrength: 1 })[0]?.strength).toBe(100);
  });

  it('near miss: fourteen rides', () => void expectNearMissTurnsRed(indicator, () => draw(14), 'minTrips', 14));
  it('near miss: by day', () => void expectNearMissTurnsRed(indicator, () => draw(15, 7), 'nightShare', 0.4));
  it('near miss: over six weeks', () =>
    void expectNearMissTurnsRed(indicator, () => draw(15, 15, 3), 'windowDays', 45));
  it('near miss: the evening is no night', () =>
    void expectNearMissTurnsRed(indicator, () => draw(15, 15, 2, [19, 20, 21]), 'nightFrom', 19));
  it('near miss: the morning is no night', () =>
    void expectNearMissTurnsRed(indicator, () => draw(15, 15, 2, [6, 7, 8]), 'nightTo', 9));
  it('near miss: times that a machine wrote', () => {
    const booked = (): Drawing => {
      const drawing = new Drawing().own('A');
      for (let i = 0; i < 15; i++)
        drawing.pay(on(2 * i), 'A', 'm:Rides', 12, {
          mcc: 4121,
          time: i < 9 ? '23:59:00' : clock(NIGHT[i % 7] ?? 0, i),
        });
      return drawing;
    };
    expectNearMissTurnsRed(indicator, booked, 'bunchShare', 1);
  });

  it('guard commuting: two hours of the day', () => {
    const shift = draw(15, 15, 2, [22, 5]);
    expect(onlyFinding(indicator, shift).outcomes['commuting']).toBe('held');
    expect(shift.find(indicator, { commuteShare: 1.1 })[0]?.guards[0]?.outcome).toBe('failed');
  });
  it('guard wage-beside', () => {
    const drawing = draw().pay(on(1), 'E', 'A', 1500, { text: 'Lohn' });
    expect(onlyFinding(indicator, drawing).outcomes['wage-beside']).toBe('failed');
    drawing.pay(on(29), 'E', 'A', 1500, { text: 'Lohn' });
    expect(onlyFinding(indicator, drawing).outcomes['wage-beside']).toBe('held');
  });
  it('guard business-holder', () =>
    expect(onlyFinding(indicator, draw().holder('A', { holderType: 'business' })).outcomes['business-holder']).toBe(
      'held',
    ));
});
