import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/organ-medical-insider-mismatch.ts';
import type { RegisterRow } from '../../src/formats/register-row.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

/** A nurse who declares 36,500 a year, 18,000 in half a year; `sum` six times in cash, every `every` days. */
function staff(sum = 9000, every = 20, row: Partial<RegisterRow> = {}): Drawing {
  const drawing = new Drawing()
    .own('A')
    .holder('A', { holderType: 'person', occupation: 'Nurse', declaredIncome: 36_500_00, currency: 'EUR', ...row });
  for (let i = 0; i < 6; i++) drawing.pay(on(every * i), 'cash', 'A', sum, { channel: 'cash' });
  return drawing;
}

/** A clinic of five with 36,500 of turnover a year that buys equipment for 9,000. */
function clinic(sum = 9000, row: Partial<RegisterRow> = {}, text?: string): Drawing {
  return new Drawing()
    .own('A')
    .holder('A', {
      holderType: 'business',
      sector: 'clinic',
      staffCount: 5,
      declaredTurnover: 36_500_00,
      currency: 'EUR',
      ...row,
    })
    .pay(on(0), 'A', 'm:Supplier', sum, { mcc: 5047, ...(text ? { text } : {}) });
}

/** `payments` of a charity to a surgeon. */
function charity(payments = 2, every = 30, text?: string, isGiven = false): Drawing {
  const drawing = new Drawing()
    .own('A')
    .holder('A', { holderType: 'person', occupation: 'surgeon' })
    .holder('C', { holderType: 'business', licences: ['charity'] });
  for (let i = 0; i < payments; i++)
    drawing.pay(on(every * i), isGiven ? 'A' : 'C', isGiven ? 'C' : 'A', 500, text ? { text } : {});
  return drawing;
}

describe('organ-medical-insider-mismatch', () => {
  it('finds staff with three times the income in cash; nobody gets a role', () => {
    const drawing = staff();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('A'),
      observed: { ratio: { value: 3 }, share: { value: 0 }, payments: { value: 0 } },
      strength: 100,
      outcomes: { 'licensed-clinic': 'failed', 'several-wage-payers': 'untestable', invoices: 'untestable' },
    });
    expect([...rolesOf(finding).values()]).toEqual(['undetermined']);
  });
  it('finds a small clinic with equipment for half of its turnover', () =>
    expect(onlyFinding(indicator, clinic())).toMatchObject({ observed: { share: { value: 0.5 } }, strength: 100 }));
  it('finds what a clinic pays to a charity without a reason', () => {
    const drawing = clinic(1000).holder('C', { holderType: 'business', licences: ['charity'] });
    for (const d of [1, 2]) drawing.pay(on(d), 'A', 'C', 500);
    expect(onlyFinding(indicator, drawing).observed['payments']).toMatchObject({ value: 2 });
  });
  it('finds payments between staff and a charity', () =>
    expect(onlyFinding(indicator, charity())).toMatchObject({ observed: { payments: { value: 2 } }, strength: 100 }));

  it('near misses: income, its window, equipment, staff, charity', () => {
    expectNearMissTurnsRed(indicator, () => staff(8990), 'incomeRatio', 2.9);
    // Every 50 days: four sums within any 180 days, 36,000 of the 54,000.
    expectNearMissTurnsRed(indicator, () => staff(9000, 50), 'incomeRatio', 2);
    expectNearMissTurnsRed(indicator, () => clinic(8990), 'equipmentToTurnover', 0.49);
    expectNearMissTurnsRed(indicator, () => clinic(9000, { staffCount: 11 }), 'mostStaff', 11);
    expectNearMissTurnsRed(indicator, () => charity(1), 'charityEdges', 1);
    expectNearMissTurnsRed(indicator, () => charity(2, 180), 'windowDays', 181);
  });
  it('near misses: another job, wages, donations', () => {
    expect(staff(9000, 20, { occupation: 'Plumber' }).find(indicator)).toEqual([]);
    expect(charity(2, 30, 'Spende').find(indicator)).toEqual([]);
    expect(charity(2, 30, undefined, true).find(indicator), 'a person gives').toEqual([]);
    const rents = staff(3000);
    for (let i = 0; i < 6; i++) rents.pay(on(20 * i), 'n:Flatmate', 'A', 9000, { text: 'Miete' });
    expect(rents.find(indicator), 'rents').toEqual([]);
    expect(charity(2, 30, 'Gehalt').find(indicator)).toEqual([]);
  });

  it('guard licensed-clinic', () =>
    expect(onlyFinding(indicator, clinic(9000, { licences: ['clinic'] })).outcomes['licensed-clinic']).toBe('held'));
  it('guard several-wage-payers', () => {
    const drawing = staff().pay(on(1), 'E', 'A', 3000, { text: 'Gehalt' });
    expect(onlyFinding(indicator, drawing).outcomes['several-wage-payers']).toBe('failed');
    drawing.pay(on(2), 'F', 'A', 2000, { text: 'Gehalt' });
    expect(onlyFinding(indicator, drawing).outcomes['several-wage-payers']).toBe('held');
  });
  it('guard invoices: equipment on lease', () =>
    expect(onlyFinding(indicator, clinic(9000, {}, 'Rechnung Leasing')).outcomes['invoices']).toBe('held'));
});
