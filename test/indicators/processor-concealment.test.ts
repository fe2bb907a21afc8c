import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/processor-concealment.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

interface Shape {
  readonly items?: number;
  readonly named?: number;
  readonly other?: number;
  readonly every?: number;
  readonly text?: string;
  readonly licences?: readonly string[];
}

/** 100 every fifth day from a processor, the first `named` of them with a name; `other` from somebody else. */
function draw(shape: Shape = {}): Drawing {
  const { items = 10, named = 0, other = 1000, every = 5, text = 'Gutschrift 12', licences } = shape;
  const drawing = new Drawing()
    .own('A')
    .holder('P', { holderType: 'business', licences: licences ?? ['payment-institution'] });
  for (let i = 0; i < items; i++)
    drawing.pay(on(every * i), 'P', 'A', 100, { text: i < named ? 'Zahlung von Huber' : text });
  return drawing.pay(on(0), 'E', 'A', other, { text: 'Huber' });
}

describe('processor-concealment', () => {
  it('finds half of the income through a processor that names nobody', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('A'),
      observed: { items: { value: 10 }, share: { value: 0.5 }, received: { value: 1000_00 } },
      strength: 100,
      outcomes: { 'registered-business': 'failed', invoices: 'failed', 'pays-tax': 'failed' },
    });
    expect([...rolesOf(finding).values()]).toEqual(['undetermined']);
  });

  it('near miss: less than half', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ other: 1010 }), 'processorShare', 0.49));
  it('near miss: nine credits', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ items: 9, other: 0 }), 'minItems', 9));
  it('near miss: three of ten name somebody', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ named: 3 }), 'missingShare', 0.7));
  it('near miss: over three months', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ every: 9, other: 0 }), 'windowDays', 90));
  it('near miss: the payer has another licence', () =>
    expect(draw({ licences: ['charity'] }).find(indicator)).toEqual([]));

  it('guard registered-business', () =>
    expect(onlyFinding(indicator, draw().holder('A', { holderType: 'business' })).outcomes['registered-business']).toBe(
      'held',
    ));
  it('guard invoices', () => {
    const drawing = draw({ text: 'Rechnung 12' });
    expect(onlyFinding(indicator, drawing).outcomes['invoices']).toBe('held');
    expect(drawing.find(indicator, { invoicedShare: 1 })[0]?.guards[1]?.outcome).toBe('failed');
  });
  it('guard pays-tax', () =>
    expect(
      onlyFinding(indicator, draw().pay(on(20), 'A', 'n:Office', 90, { text: 'Finanzamt' })).outcomes['pays-tax'],
    ).toBe('held'));
});
