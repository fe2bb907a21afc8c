import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/many-cards-one-atm.ts';
import { dayOn, on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

const MACHINE = 'Bankomat 7 Wels';

/** On each pay day, `accounts` cards within `gap` minutes of each other. */
function draw(accounts = 4, days = 3, gap = 3, drawn = 950): Drawing {
  const drawing = new Drawing();
  for (let d = 0; d < days; d++) {
    for (let i = 0; i < accounts; i++) {
      drawing.pay(on(30 * d), 'W', `A${i}`, 1000, { time: '08:00' });
      drawing.pay(on(30 * d + 1), `A${i}`, 'cash', drawn, {
        channel: 'cash-machine',
        place: MACHINE,
        time: `18:${String(10 + gap * i).padStart(2, '0')}`,
      });
    }
  }
  return drawing;
}

describe('many-cards-one-atm', () => {
  it('finds four cards in a row on three pay days', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('A0'),
      observed: { accounts: { value: 4 }, days: { value: 3 }, fullDraws: { value: 1 } },
      window: { from: dayOn(1), to: dayOn(61) },
      strength: 100 + 25,
      outcomes: { 'busy-machine': 'failed', 'small-draws': 'failed' },
    });
    expect(finding.evidence).toHaveLength(4 * 3);
    expect(new Set(rolesOf(finding).values())).toEqual(new Set(['possible-victim']));
  });

  it('says forced criminality where ever different people pay in and no wages do', () => {
    const lent = (text: string): Drawing => {
      const drawing = draw();
      for (let i = 0; i < 4; i++)
        for (let p = 0; p < 6; p++) drawing.pay(on(10 * p), `n:Payer ${i} ${p}`, `A${i}`, 300, { text });
      return drawing;
    };
    expect(onlyFinding(indicator, lent('transfer')).forms).toEqual({
      'forced-criminality': 1,
      'labour-exploitation': 0.2,
    });
    expect(onlyFinding(indicator, lent('wages')).forms).toBeUndefined();
    expect(onlyFinding(indicator, draw()).forms).toBeUndefined();
  });

  it('near miss: three cards', () => void expectNearMissTurnsRed(indicator, () => draw(3), 'minAccounts', 3));
  it('near miss: one day', () => void expectNearMissTurnsRed(indicator, () => draw(4, 1), 'repeatDays', 1));
  it('near miss: six minutes apart', () => void expectNearMissTurnsRed(indicator, () => draw(4, 3, 6), 'minutes', 18));
  it('is silent for accounts of one customer and for different machines', () => {
    const one = draw();
    for (let i = 0; i < 4; i++) one.holder(`A${i}`, { customerId: 'same' });
    expect(one.find(indicator)).toEqual([]);
    const apart = new Drawing();
    for (let d = 0; d < 3; d++)
      for (let i = 0; i < 4; i++)
        apart.pay(on(d), `A${i}`, 'cash', 100, { channel: 'cash-machine', place: `Bankomat ${i} Wels`, time: '18:00' });
    expect(apart.find(indicator)).toEqual([]);
  });
  it('still finds them where one misses a day', () => {
    const drawing = draw(4, 2);
    for (let i = 1; i < 4; i++)
      drawing.pay(on(90), `A${i}`, 'cash', 900, { channel: 'cash-machine', place: MACHINE, time: `18:1${i}` });
    expect(onlyFinding(indicator, drawing).observed['days']).toMatchObject({ value: 2 });
  });

  it('guard busy-machine: twice as many strangers in the same minutes', () => {
    const drawing = draw();
    for (let d = 0; d < 3; d++)
      for (let i = 0; i < 9; i++)
        drawing.pay(on(30 * d + 1), `X${d}${i}`, 'cash', 100, {
          channel: 'cash-machine',
          place: MACHINE,
          time: `18:1${i}`,
        });
    const finding = onlyFinding(indicator, drawing);
    expect(finding.outcomes['busy-machine']).toBe('held');
    expect(new Set(rolesOf(finding).values())).toEqual(new Set(['undetermined']));
  });
  it('guard small-draws', () =>
    expect(onlyFinding(indicator, draw(4, 3, 3, 100)).outcomes['small-draws']).toBe('held'));
});
