import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/labour-supply-chain-no-payroll.ts';
import { dayOn, on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

interface Shape {
  readonly cash?: number;
  readonly person?: number;
  readonly wages?: number;
  readonly age?: number;
  readonly income?: number;
  readonly text?: string;
  readonly sector?: string;
  readonly staff?: number;
  readonly onward?: number;
  readonly months?: number;
}

/** A construction firm opened on 1 January: 8,000 a month of a client, cash drawn and a person paid, for four months. */
function draw(shape: Shape = {}): Drawing {
  const {
    cash = 3000,
    person = 1000,
    wages = 0,
    age = 0,
    income = 8000,
    text = 'Rechnung 4',
    onward = 0,
    months = 4,
  } = shape;
  const sector = shape.sector ?? 'construction';
  const drawing = new Drawing()
    .own('B', 'F')
    .holder('B', {
      holderType: 'business',
      sector,
      openedOn: dayOn(-age),
      ...(shape.staff === undefined ? {} : { staffCount: shape.staff }),
    })
    .holder('F', { holderType: 'business', sector: 'cleaning', openedOn: dayOn(0) })
    .holder('Client', { holderType: 'business' });
  for (let m = 0; m < months; m++) {
    drawing.pay(on(30 * m), 'Client', 'B', income, { text });
    if (cash > 0) drawing.pay(on(30 * m + 2), 'B', 'cash', cash, { channel: 'cash' });
    if (person > 0) drawing.pay(on(30 * m + 3), 'B', 'P', person);
    if (wages > 0) drawing.pay(on(30 * m + 4), 'B', 'W', wages, { text: 'Lohn' });
    if (onward > 0) {
      drawing.pay(on(30 * m + 5), 'B', 'F', onward, { text: 'Rechnung 9' });
      drawing.pay(on(30 * m + 6), 'F', 'cash', onward, { channel: 'cash' });
    }
  }
  return drawing;
}

describe('labour-supply-chain-no-payroll', () => {
  it('finds a young firm that draws half of its invoices in cash or pays it to one person', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('B'),
      observed: {
        share: { value: 0.5 },
        turnover: { value: 3 * 8000_00 },
        clients: { value: 1 },
        layers: { value: 1 },
        persons: { value: 1 },
      },
      strength: 100,
      outcomes: { 'taxes-and-insurance': 'failed', 'owner-operated': 'untestable' },
    });
    expect(rolesOf(finding)).toEqual(
      new Map([
        [drawing.end('B'), 'front-business'],
        [drawing.end('Client'), 'undetermined'],
        [drawing.end('P'), 'undetermined'],
      ]),
    );
  });

  it('walks over a second young firm', () => {
    const drawing = draw({ cash: 0, person: 0, onward: 5000 });
    const found = drawing.find(indicator).filter(({ anchor }) => anchor === drawing.end('B'));
    expect(found[0]).toMatchObject({ observed: { share: { value: 0.625 }, layers: { value: 2 } } });
    expect(drawing.find(indicator, { layers: 1 }).some(({ anchor }) => anchor === drawing.end('B'))).toBe(false);
  });

  it('near miss: less than half leaves so', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ cash: 2900 }), 'cashOut', 0.48));
  it('near miss: an older firm', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ age: 400 }), 'supplierAgeMonths', 24));
  it('near miss: wages are paid', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ wages: 500 }), 'payrollShare', 0.1));
  it('near miss: a small turnover', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ income: 3000, cash: 2000 }), 'minTurnover', 5000));
  it('near miss: three persons', () => {
    const crew = (): Drawing => draw().pay(on(5), 'B', 'Q', 100).pay(on(6), 'B', 'R', 100);
    expectNearMissTurnsRed(indicator, crew, 'mostPersons', 3);
  });
  it('near miss: too short a statement', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ months: 2, income: 20_000, cash: 9000 }), 'windowDays', 30));
  it('near miss: no invoices, or another trade', () => {
    expect(draw({ text: 'x' }).find(indicator)).toEqual([]);
    expect(draw({ sector: 'software' }).find(indicator)).toEqual([]);
  });

  it('guard taxes-and-insurance', () => {
    const drawing = draw().pay(on(10), 'B', 'n:Office', 60, { text: 'Finanzamt' });
    expect(onlyFinding(indicator, drawing).outcomes['taxes-and-insurance']).toBe('failed');
    drawing.pay(on(40), 'B', 'n:Insurer', 60, { text: 'Sozialversicherung' });
    const finding = onlyFinding(indicator, drawing);
    expect(finding.outcomes['taxes-and-insurance']).toBe('held');
    expect(rolesOf(finding).get(drawing.end('B'))).toBe('undetermined');
  });
  it('guard owner-operated', () => {
    expect(onlyFinding(indicator, draw({ staff: 1 })).outcomes['owner-operated']).toBe('held');
    expect(onlyFinding(indicator, draw({ staff: 5 })).outcomes['owner-operated']).toBe('failed');
  });
});
