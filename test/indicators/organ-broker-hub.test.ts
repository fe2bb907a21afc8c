import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/organ-broker-hub.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

function draw(patients = 4, each = 12000, clinics = 2): Drawing {
  const drawing = new Drawing().own('B');
  for (let p = 0; p < patients; p++) {
    drawing.pay(on(60 * p), `P${p}`, 'B', each);
    drawing.pay(on(60 * p + 10), 'B', `m:Clinic ${p % clinics}`, 3000, { mcc: p % 2 ? 8062 : 8071 });
  }
  return drawing.pay(on(8), 'B', 'm:Air', 400, { mcc: 4511 });
}

describe('organ-broker-hub', () => {
  it('finds four large payers and two medical payees', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('B'),
      observed: {
        patients: { value: 4 },
        medicalPayees: { value: 2 },
        tickets: { value: 1 },
        received: { value: 4 * 12000_00 },
      },
      strength: Math.round((4 / 3) * 100) + 20,
    });
    expect(finding.evidence).toHaveLength(4 + 4);
    expect([...rolesOf(finding).values()]).toEqual([
      'possible-organiser',
      ...Array<string>(4).fill('possible-purchaser'),
      'undetermined',
      'undetermined',
    ]);
    expect(finding.outcomes).toEqual({ 'licensed-medical-travel': 'untestable', 'insurer-or-fund': 'untestable' });
  });

  it('adds up instalments', () => {
    const drawing = draw(0).pay(on(1), 'B', 'm:Lab', 900, { mcc: 8071 }).pay(on(2), 'B', 'm:Ward', 900, { mcc: 8062 });
    // 3 x 3500 = 10500 within two months
    for (let p = 0; p < 3; p++) for (const day of [0, 25, 50]) drawing.pay(on(day + p), `P${p}`, 'B', 3500);
    expect(drawing.find(indicator)).toHaveLength(1);
  });

  it('near miss: two patients', () => void expectNearMissTurnsRed(indicator, () => draw(2), 'minPatients', 2));
  it('near miss: 9,000 each', () =>
    void expectNearMissTurnsRed(indicator, () => draw(4, 9000), 'patientPayment', 9000));
  it('near miss: one clinic', () =>
    void expectNearMissTurnsRed(indicator, () => draw(4, 16000, 1), 'minMedicalPayees', 1));
  it('near miss: one clinic that gets 12,000 of 64,000', () =>
    void expectNearMissTurnsRed(indicator, () => draw(4, 16000, 1), 'mainClinicShare', 12 / 64));
  it('one clinic suffices where a quarter of what patients paid goes to it: 12,000 of 48,000', () => {
    expect(draw(4, 12000, 1).find(indicator)).toHaveLength(1);
  });

  it('near miss: patients spread over years', () => {
    const spread = (): Drawing => {
      const drawing = draw(0)
        .pay(on(1), 'B', 'm:Lab', 900, { mcc: 8071 })
        .pay(on(2), 'B', 'm:Ward', 900, { mcc: 8062 });
      for (let p = 0; p < 3; p++) drawing.pay(on(300 * p), `P${p}`, 'B', 12000);
      return drawing;
    };
    expectNearMissTurnsRed(indicator, spread, 'windowDays', 700);
  });

  it('guard licensed-medical-travel', () => {
    const held = onlyFinding(indicator, draw().holder('B', { licences: ['medical-travel'] }));
    expect(held.outcomes['licensed-medical-travel']).toBe('held');
    expect(new Set(rolesOf(held).values())).toEqual(new Set(['undetermined']));
    expect(
      onlyFinding(indicator, draw().holder('B', { holderType: 'person' })).outcomes['licensed-medical-travel'],
    ).toBe('failed');
  });

  it('guard insurer-or-fund: mostly donations of others, by a charity whatever they are called', () => {
    const charity = (each: number): Drawing => {
      const drawing = draw().holder('B', { licences: ['charity'] });
      for (let i = 0; i < 6; i++) drawing.pay(on(i), `n:D${i}`, 'B', each);
      return drawing;
    };
    // Beside 48,000 of patients: 6 x 8,500 = 51,000 of others; a licence that only patients give to explains nothing.
    expect(onlyFinding(indicator, charity(8500)).outcomes['insurer-or-fund']).toBe('held');
    expect(onlyFinding(indicator, charity(50)).outcomes['insurer-or-fund']).toBe('failed');
    const donated = (each: number): Drawing => {
      const drawing = draw();
      for (let i = 0; i < 6; i++) drawing.pay(on(i), `n:D${i}`, 'B', each, { text: 'Spende' });
      return drawing;
    };
    // Many, but only 300, explain nothing.
    const donations = donated(8500);
    expect(onlyFinding(indicator, donations).outcomes['insurer-or-fund']).toBe('held');
    expect(onlyFinding(indicator, donated(50)).outcomes['insurer-or-fund']).not.toBe('held');
    donations.holder('B', { holderType: 'person' });
    expect(onlyFinding(indicator, donations).outcomes['insurer-or-fund']).toBe('failed');
  });
});
