import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/business-without-payroll.ts';
import type { RegisterRow } from '../../src/formats/register-row.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

/** Eleven months of 10,000 from a client; `wages` go out each month. 120 days hold 4 or 5 credits. */
function firm(wages = 0, row: Partial<RegisterRow> = {}, income = 10_000, months = 11): Drawing {
  const drawing = new Drawing().own('B').holder('B', { holderType: 'business', sector: 'construction', ...row });
  for (let m = 0; m < months; m++) {
    drawing.pay(on(30 * m), 'Client', 'B', income, { text: 'Rechnung' });
    if (wages > 0) drawing.pay(on(30 * m + 5), 'B', 'W', wages, { text: 'Lohn' });
    drawing.pay(on(30 * m + 6), 'B', 'm:Builders merchant', 3000);
  }
  return drawing;
}

describe('business-without-payroll', () => {
  it('finds a construction firm with turnover and no pay', () => {
    const drawing = firm();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('B'),
      observed: { share: { value: 0 }, turnover: { value: 4 * 10_000_00 } },
      threshold: { turnover: { value: Math.round((20_000_00 * 120) / 90) } },
      outcomes: {
        'owner-only': 'untestable',
        'payroll-provider': 'failed',
        'unlabelled-pay': 'failed',
        'paid-from-elsewhere': 'untestable',
      },
    });
    expect(rolesOf(finding)).toEqual(new Map([[drawing.end('B'), 'front-business']]));
  });

  it('stays silent just below each threshold and speaks with it off', () => {
    expectNearMissTurnsRed(indicator, () => firm(510), 'payrollShare', 1);
    expectNearMissTurnsRed(indicator, () => firm(0, {}, 6_600), 'minTurnover', 0);
    expectNearMissTurnsRed(indicator, () => firm(0, {}, 30_000, 3), 'windowDays', 60);
    expectNearMissTurnsRed(indicator, laterPayroll, 'windowShare', 0);
    expectNearMissTurnsRed(indicator, () => cashFirm(1000, 1400), 'cashToPayroll', 1.3);
    expectNearMissTurnsRed(indicator, () => cashFirm(1600, 3000), 'cashPayrollShare', 0.2);
  });

  it('finds a firm that books some pay and draws far more in cash, wages among the regular payees', () => {
    const drawing = cashFirm(1000, 1600);
    for (const w of ['P', 'Q', 'R'])
      for (let m = 0; m < 4; m++) drawing.pay(on(30 * m + 8), 'B', w, 10, { text: 'Lohn' });
    const finding = onlyFinding(indicator, drawing);
    expect(finding.outcomes['unlabelled-pay']).toBe('failed');
    expect(finding.members[0]?.for.map(({ id }) => id)).toContain('reason.draws-more-cash-than-it-books-pay');
  });

  it('asks about labour-heavy sectors only, by word or NACE division', () => {
    for (const sector of ['41.20', 'N81.21', 'Gebäudereinigung', 'nail bar'])
      expect(firm(0, { sector }).find(indicator), sector).toHaveLength(1);
    for (const sector of ['software', '62.01', 'Baumschule'])
      expect(firm(0, { sector }).find(indicator), sector).toEqual([]);
  });

  it('needs the business’s own statement', () => {
    const drawing = new Drawing().own('Client').holder('B', { holderType: 'business', sector: 'construction' });
    for (let m = 0; m < 11; m++) drawing.pay(on(30 * m), 'Client', 'B', 10_000);
    expect(drawing.find(indicator)).toEqual([]);
  });

  it('takes points off for an owner without staff, and weighs more where staff is declared', () => {
    expect(onlyFinding(indicator, firm(0, { staffCount: 1 })).outcomes['owner-only']).toBe('held');
    expect(onlyFinding(indicator, firm(0, { staffCount: 8 }))).toMatchObject({
      strength: 200,
      outcomes: { 'owner-only': 'failed' },
    });
  });

  it('takes points off for staffing agencies, unlabelled pay, and money that goes to an account of the same customer', () => {
    const agency = firm().holder('Agency', { holderType: 'business', sector: '78.20' });
    agency.pay(on(9), 'B', 'Agency', 2000).pay(on(39), 'B', 'Agency', 2000);
    expect(onlyFinding(indicator, agency).outcomes['payroll-provider']).toBe('held');
    const people = firm();
    for (const w of ['P', 'Q', 'R']) for (let m = 0; m < 3; m++) people.pay(on(30 * m + 8), 'B', w, 1500);
    expect(onlyFinding(indicator, people).outcomes['unlabelled-pay']).toBe('held');
    const suppliers = firm();
    for (const w of ['P', 'Q', 'R'])
      for (let m = 0; m < 3; m++) suppliers.pay(on(30 * m + 8), 'B', w, 1500, { text: 'Rechnung' });
    expect(onlyFinding(indicator, suppliers).outcomes['unlabelled-pay']).toBe('failed');
    const elsewhere = firm(0, { customerId: 'c' }).holder('B2', { customerId: 'c' });
    for (let m = 0; m < 11; m++) elsewhere.pay(on(30 * m + 8), 'B', 'B2', 3100);
    expect(onlyFinding(indicator, elsewhere).outcomes['paid-from-elsewhere']).toBe('held');
  });
});

/** Books `wages` a month and draws `cash` of its 10,000. */
function cashFirm(wages: number, cash: number): Drawing {
  const drawing = firm(wages);
  for (let m = 0; m < 11; m++) drawing.pay(on(30 * m + 7), 'B', 'cash', cash, { channel: 'cash' });
  return drawing;
}

/** Payroll starts in the fourth month, so few windows are bare. */
function laterPayroll(): Drawing {
  const drawing = firm();
  for (let m = 4; m < 11; m++) drawing.pay(on(30 * m + 5), 'B', 'W', 4000, { text: 'Lohn' });
  return drawing;
}
