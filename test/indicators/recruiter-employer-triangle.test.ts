import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/recruiter-employer-triangle.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

interface Triangle {
  workers?: number;
  /** How many of them pay the recruiter. */
  paying?: number;
  months?: number;
  perHead?: (month: number) => number;
  delay?: number;
  text?: string;
}

/** E pays each worker monthly, and R a sum per head; `paying` workers pay R after their wage. */
function triangle({
  workers = 3,
  paying = workers,
  months = 2,
  perHead = () => 200,
  delay = 2,
  text = '',
}: Triangle = {}): Drawing {
  const drawing = new Drawing();
  for (let m = 0; m < months; m++) {
    for (let w = 1; w <= workers; w++) drawing.pay(on(31 * m), 'E', `W${w}`, 1000, { text: 'Lohn' });
    drawing.pay(on(31 * m + 10), 'E', 'R', perHead(m) * workers);
    for (let w = 1; w <= paying; w++) drawing.pay(on(31 * m + delay), `W${w}`, 'R', 150, text === '' ? {} : { text });
  }
  return drawing;
}

describe('recruiter-employer-triangle', () => {
  it('finds a recruiter whom both sides pay', () => {
    const drawing = triangle();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('R'),
      observed: { workers: { value: 3 }, fit: { value: 1 }, employerPayments: { value: 2 } },
      strength: 100,
      outcomes: { 'optional-housing': 'failed', 'licensed-agency': 'untestable' },
    });
    // Two invoices, six wages, six payments.
    expect(finding.evidence).toHaveLength(2 + 6 + 6);
    const roles = rolesOf(finding);
    expect(roles.get(drawing.end('R'))).toBe('possible-facilitator');
    expect(roles.get(drawing.end('E'))).toBe('undetermined');
    expect(roles.get(drawing.end('W1'))).toBe('possible-victim');
  });

  it('fits sums that follow the number of workers who start', () => {
    const drawing = new Drawing();
    const starts = [1, 3, 2];
    let worker = 0;
    starts.forEach((heads, m) => {
      drawing.pay(on(31 * m + 10), 'E', 'R', 400 * heads);
      for (let i = 0; i < heads; i++) {
        drawing.pay(on(31 * m), 'E', `W${worker}`, 1000, { text: 'Lohn' }).pay(on(31 * m + 1), `W${worker}`, 'R', 150);
        worker++;
      }
    });
    expect(onlyFinding(indicator, drawing).observed.fit?.value).toBe(1);
  });

  it('stays silent just below each threshold and speaks with it off', () => {
    expectNearMissTurnsRed(indicator, () => triangle({ workers: 2, months: 3 }), 'minWorkers', 2);
    expectNearMissTurnsRed(indicator, () => triangle({ perHead: (m) => [50, 400][m] ?? 0 }), 'perHeadFit', 0);
    expectNearMissTurnsRed(indicator, () => triangle({ delay: 11 }), 'payDays', 11);
    expectNearMissTurnsRed(indicator, invoicedMuchLater, 'windowDays', 365);
    // One month has one invoice, and a fit needs two months.
    expect(triangle({ months: 3 }).find(indicator, { minEmployerPayments: 4 })).toEqual([]);
    expect(triangle({ months: 3 }).find(indicator, { minEmployerPayments: 3 })).toHaveLength(1);
  });

  it('takes points off for housing that some leave, and for a licensed agency', () => {
    const housing = triangle({ workers: 6, paying: 3, text: 'Miete' });
    const finding = onlyFinding(indicator, housing);
    expect(finding.outcomes['optional-housing']).toBe('held');
    expect(rolesOf(finding).get(housing.end('R'))).toBe('undetermined');
    expect(onlyFinding(indicator, triangle({ text: 'Miete' })).outcomes['optional-housing']).toBe('failed');
    expect(
      onlyFinding(indicator, triangle().holder('R', { licences: ['recruiter'] })).outcomes['licensed-agency'],
    ).toBe('held');
  });
});

/** Workers pay in the first month, the employer in the eighth and ninth: 225 days and more apart. */
function invoicedMuchLater(): Drawing {
  const drawing = new Drawing();
  for (let m = 0; m < 9; m++)
    for (const w of ['W1', 'W2', 'W3']) drawing.pay(on(31 * m), 'E', w, 1000, { text: 'Lohn' });
  for (const w of ['W1', 'W2', 'W3']) drawing.pay(on(2), w, 'R', 150);
  return drawing.pay(on(31 * 7 + 10), 'E', 'R', 600).pay(on(31 * 8 + 10), 'E', 'R', 600);
}
