import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/household-worker-no-wage.ts';
import { dayOn, on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

/** Agency, visa and flight within 20 days, then `wages` to N each month; the file ends on `end`. */
function household({ fee = 800, spread = 10, wage = 0, months = 4, end = 150 } = {}): Drawing {
  const drawing = new Drawing().own('H').country('H', 'AT');
  drawing.pay(on(0), 'H', 'm:Agency', fee, { mcc: 7361, channel: 'card-absent' });
  drawing.pay(on(spread), 'H', 'm:Consulate', 90, { mcc: 9399, channel: 'card-absent' });
  drawing.pay(on(2 * spread), 'H', 'm:Airline', 400, { mcc: 4511, channel: 'card-absent' });
  for (let m = 0; m < months && wage > 0; m++) drawing.pay(on(2 * spread + 30 * (m + 1)), 'H', 'N', wage);
  return drawing.pay(on(end), 'H', 'm:Grocer', 60, { mcc: 5411, channel: 'card-present' });
}

describe('household-worker-no-wage', () => {
  it('finds a placement after which nobody is paid for four months', () => {
    const drawing = household();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('H'),
      observed: { payments: { value: 3 }, fee: { value: 800_00 } },
      window: { from: dayOn(0), to: dayOn(20 + 4 * 30) },
      strength: 100,
      evidence: [0, 1, 2],
      outcomes: { 'wage-in-cash': 'failed', 'pocket-money': 'failed' },
    });
    // Nobody is made up for the worker.
    expect(rolesOf(finding)).toEqual(new Map([[drawing.end('H'), 'undetermined']]));
  });

  it('stays silent just below each threshold and speaks with it off', () => {
    expectNearMissTurnsRed(indicator, () => household({ fee: 290 }), 'agencyFee', 0);
    expectNearMissTurnsRed(indicator, () => household({ spread: 50, end: 300 }), 'arrivalDays', 100);
    expectNearMissTurnsRed(indicator, () => household({ end: 130 }), 'gapMonths', 3);
    // Three tenths of 1,500 for half of four months is 900: four times 230 reach it.
    expectNearMissTurnsRed(indicator, () => household({ wage: 230 }), 'wageMin', 0.9);
  });

  it('takes points off for pocket money and for cash that grows by as much as a wage', () => {
    expect(onlyFinding(indicator, household({ wage: 60 })).outcomes['pocket-money']).toBe('held');
    const cash = household();
    for (let m = 1; m <= 4; m++) cash.pay(on(20 + 30 * m - 5), 'H', 'cash', 300, { channel: 'cash-machine' });
    expect(onlyFinding(indicator, cash).outcomes['wage-in-cash']).toBe('held');
  });

  it('reads agency, visa and permit in the text where there are no trade codes', () => {
    const worded = (payees: number): Drawing => {
      const drawing = new Drawing().own('H').country('H', 'AT');
      ['Placement agency', 'Visa centre', 'Work permit'].slice(0, payees).forEach((text, i) => {
        drawing.pay(on(7 * i), 'H', `m:${text}`, i === 0 ? 800 : 120, { text, channel: 'card-present' });
      });
      // A bank's own fee is none of them.
      drawing.pay(on(9), 'H', 'bank', 5, { text: 'fee', channel: 'fee' });
      return drawing.pay(on(170), 'H', 'm:Grocer', 60, { channel: 'card-present' });
    };
    expect(onlyFinding(indicator, worded(3)).evidence).toHaveLength(3);
    expectNearMissTurnsRed(indicator, () => worded(2), 'wordPayees', 2);
  });

  it('does not take rent, or people who were paid before, for a wage', () => {
    const drawing = household();
    for (let m = -4; m <= 4; m++) drawing.pay(on(20 + 30 * m), 'H', 'Child', 400);
    for (let m = 0; m <= 4; m++) drawing.pay(on(21 + 30 * m), 'H', 'Landlord', 900, { text: 'Miete' });
    expect(drawing.find(indicator)).toHaveLength(1);
  });
});
