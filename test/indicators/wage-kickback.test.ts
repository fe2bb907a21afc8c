import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/wage-kickback.ts';
import { dayOn, on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

interface Crew {
  workers?: number;
  periods?: number;
  returned?: (period: number) => number;
  delay?: number;
  to?: string;
  text?: string;
}

function crew({ workers = 2, periods = 2, returned = () => 300, delay = 3, to = 'E', text = '' }: Crew = {}): Drawing {
  const drawing = new Drawing();
  for (let w = 1; w <= workers; w++) {
    drawing.own(`W${w}`);
    for (let p = 0; p < periods; p++) {
      drawing.pay(on(31 * p), 'E', `W${w}`, 1000, { text: 'Lohn' });
      drawing.pay(on(31 * p + delay), `W${w}`, to, returned(p), text === '' ? {} : { text });
    }
  }
  return drawing;
}

describe('wage-kickback', () => {
  it('finds two workers who return three tenths of two wages', () => {
    const drawing = crew();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('E'),
      observed: { workers: { value: 2 }, share: { value: 300 / 1000 }, periods: { value: 2 } },
      window: { from: dayOn(0), to: dayOn(31 + 3) },
      strength: 100,
      outcomes: {
        'staff-loan': 'failed',
        'falling-and-ended': 'failed',
        'staff-purchase': 'failed',
        'shared-finances': 'failed',
      },
    });
    expect(finding.evidence).toHaveLength(2 * 2 * 2);
    expect(Object.fromEntries(rolesOf(finding))).toEqual({
      [drawing.end('E')]: 'possible-controller',
      [drawing.end('W1')]: 'possible-victim',
      [drawing.end('W2')]: 'possible-victim',
    });
  });

  it('finds returns to an account linked by a signatory, and not to any other', () => {
    expect(crew({ to: 'D' }).find(indicator)).toEqual([]);
    const drawing = crew({ to: 'D' })
      .holder('E', { customerId: 'firm' })
      .holder('E', { customerId: 'boss', role: 'signatory' })
      .holder('D', { customerId: 'boss' });
    expect(rolesOf(onlyFinding(indicator, drawing)).get(drawing.end('D'))).toBe('possible-collector');
  });

  it('stays silent just below each threshold and speaks with it off', () => {
    expectNearMissTurnsRed(indicator, () => crew({ returned: () => 240 }), 'returnShare', 0);
    expectNearMissTurnsRed(indicator, () => crew({ delay: 8 }), 'days', 8);
    expectNearMissTurnsRed(indicator, () => crew({ workers: 1 }), 'minWorkers', 1);
    expectNearMissTurnsRed(indicator, () => crew({ periods: 1 }), 'minPayPeriods', 1);
    expectNearMissTurnsRed(indicator, seldom, 'periodShare', 0);
    expectNearMissTurnsRed(indicator, landlord, 'rentShare', 0.5);
  });

  it('finds returns to somebody whom the payer pays again and again beside wages', () => {
    const drawing = crew({ to: 'D' });
    for (const day of [10, 45, 80]) drawing.pay(on(day), 'E', 'D', 2000);
    expect(onlyFinding(indicator, drawing).anchor).toBe(drawing.end('E'));
    const landlord = crew({ to: 'D' });
    for (const day of [10, 45, 80]) landlord.pay(on(day), 'E', 'D', 2000, { text: 'Miete' });
    expect(landlord.find(indicator)).toEqual([]);
  });

  it('finds one household worker who gives back half for four months', () => {
    const solo = (returned: number, periods: number): Drawing =>
      crew({ workers: 1, periods, returned: () => returned });
    const finding = onlyFinding(indicator, solo(510, 4));
    expect(finding.forms).toMatchObject({ 'domestic-servitude': 1 });
    expectNearMissTurnsRed(indicator, () => solo(490, 4), 'soloShare', 0.4);
    expectNearMissTurnsRed(indicator, () => solo(510, 3), 'soloPayPeriods', 3);
  });

  it('takes points off where the money flows both ways', () => {
    const both = crew({ periods: 3 });
    // A quarter of 3 x 300 is 225.
    for (const w of [1, 2]) for (const day of [15, 46, 77]) both.pay(on(day), 'E', `W${w}`, 80);
    expect(onlyFinding(indicator, both).outcomes['shared-finances']).toBe('held');
  });

  it('leaves rents to wage-payer-recoups-rent', () => {
    expect(crew({ text: 'Miete' }).find(indicator)).toEqual([]);
  });

  it('takes points off for a staff loan paid out before', () => {
    // Each returned 2 x 300; 480 is 0.8 of it.
    const lent = crew()
      .pay(on(0), 'E', 'W1', 480, { text: 'Vorschuss' })
      .pay(on(0), 'E', 'W2', 480, { text: 'Vorschuss' });
    const finding = onlyFinding(indicator, lent);
    expect(finding.outcomes['staff-loan']).toBe('held');
    expect(new Set(rolesOf(finding).values())).toEqual(new Set(['undetermined']));
  });

  it('takes points off where returns fall and end, and where they are purchases', () => {
    const ended = crew({ periods: 3, returned: (p) => [400, 350, 300][p] ?? 0 });
    for (const w of [1, 2]) for (const p of [3, 4]) ended.pay(on(31 * p), 'E', `W${w}`, 1000, { text: 'Lohn' });
    expect(onlyFinding(indicator, ended).outcomes['falling-and-ended']).toBe('held');
    expect(onlyFinding(indicator, crew({ text: 'Rechnung' })).outcomes['staff-purchase']).toBe('held');
  });
});

/** Silent sums to the owner's account, one row of each worker in six says transport. */
function landlord(): Drawing {
  const drawing = crew({ to: 'O', periods: 5 }).holder('E', { customerId: 'c' }).holder('O', { customerId: 'c' });
  for (const w of [1, 2]) drawing.pay(on(60), `W${w}`, 'O', 20, { text: 'Transport' });
  return drawing;
}

/** Two of six wages: a third. */
function seldom(): Drawing {
  const drawing = crew();
  for (const w of [1, 2]) for (let p = 2; p < 6; p++) drawing.pay(on(31 * p), 'E', `W${w}`, 1000, { text: 'Lohn' });
  return drawing;
}
