import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/wage-star-sweep.ts';
import { dayOn, on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

interface Star {
  workers?: number;
  periods?: number;
  wage?: number;
  part?: number;
  delay?: number;
  text?: string;
  /** Every worker's instalment differs a little, as sweeps do and rents do not. */
  isFixed?: boolean;
}

/** E pays each worker every 31 days; `delay` days later the worker pays `part` of it to C. */
function star({
  workers = 3,
  periods = 2,
  wage = 1000,
  part = 0.6,
  delay = 2,
  text = '',
  isFixed = false,
}: Star = {}): Drawing {
  const drawing = new Drawing().own('C');
  for (let w = 1; w <= workers; w++) {
    drawing.own(`W${w}`).country(`W${w}`, 'AT');
    for (let p = 0; p < periods; p++) {
      drawing.pay(on(31 * p), 'E', `W${w}`, wage, { text: 'Lohn' });
      drawing.pay(
        on(31 * p + delay),
        `W${w}`,
        'C',
        wage * part + (isFixed ? 0 : 7 * p * w),
        text === '' ? {} : { text },
      );
    }
  }
  return drawing;
}

describe('wage-star-sweep', () => {
  it('finds three workers of one employer who pay 60 % of each wage on within two days', () => {
    const drawing = star({ isFixed: true });
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('C'),
      observed: {
        workers: { value: 3 },
        share: { value: 600 / 1000 },
        periods: { value: 2 },
        payments: { value: 3 * 2 },
      },
      window: { from: dayOn(0), to: dayOn(31 + 2) },
      strength: 100,
      outcomes: {
        'shared-housing': 'failed',
        'savings-club': 'failed',
        'licensed-organisation': 'failed',
        'ordinary-pay': 'failed',
      },
    });
    // Three wages and three payments, twice.
    expect(finding.evidence).toEqual(Array.from({ length: 2 * (3 + 3) }, (_, i) => i));
    const roles = rolesOf(finding);
    expect(roles.get(drawing.end('C'))).toBe('possible-collector');
    expect(roles.get(drawing.end('E'))).toBe('undetermined');
    for (const worker of ['W1', 'W2', 'W3']) expect(roles.get(drawing.end(worker))).toBe('possible-victim');
  });

  it('still finds it with missed weeks, part sweeps and own spending', () => {
    const drawing = star({ workers: 4, periods: 5, part: 0.7 });
    for (let w = 1; w <= 4; w++) {
      drawing.pay(on(5 * 31), 'E', `W${w}`, 1000, { text: 'Lohn' });
      drawing.pay(on(5 * 31 + 1), `W${w}`, 'C', 200).pay(on(12 + w), `W${w}`, 'm:Grocer', 40);
    }
    expect(onlyFinding(indicator, drawing).observed.periods).toEqual({ unit: 'count', value: 5 });
  });

  it('stays silent just below each threshold and speaks with it off', () => {
    expectNearMissTurnsRed(indicator, () => star({ workers: 2 }), 'minWorkers', 2);
    expectNearMissTurnsRed(indicator, () => star({ delay: 4 }), 'forwardDays', 4);
    expectNearMissTurnsRed(indicator, () => star({ part: 0.45 }), 'forwardShare', 0);
    expectNearMissTurnsRed(indicator, () => star({ periods: 1 }), 'minPayPeriods', 1);
    expectNearMissTurnsRed(indicator, rareSweeps, 'periodShare', 0);
  });

  it('counts fixed rents to somebody who pays rent onward as shared housing', () => {
    const rents = (): Drawing => star({ text: 'Miete', isFixed: true });
    const housed = rents().pay(on(5), 'C', 'L', 1500, { text: 'Miete' }).pay(on(35), 'C', 'L', 1500, { text: 'Miete' });
    const finding = onlyFinding(indicator, housed);
    expect(finding.outcomes['shared-housing']).toBe('held');
    expect(new Set(rolesOf(finding).values())).toEqual(new Set(['undetermined']));
    expect(onlyFinding(indicator, rents()).outcomes['shared-housing']).toBe('failed');
  });

  it('counts a rotating payee as a savings club', () => {
    const club = star({ periods: 2 });
    for (const [day, payee] of [
      [62, 'W1'],
      [93, 'W2'],
    ] as const) {
      for (const payer of ['W1', 'W2', 'W3', 'C']) if (payer !== payee) club.pay(on(day), payer, payee, 600);
    }
    expect(onlyFinding(indicator, club).outcomes['savings-club']).toBe('held');
  });

  it('takes points off for a licensed organisation and for ordinary pay', () => {
    const licensed = star().holder('C', { holderType: 'person', licences: ['charity'] });
    expect(onlyFinding(indicator, licensed).outcomes['licensed-organisation']).toBe('held');
    // Floor 1,500: 1.2 times is 1,800.
    expect(onlyFinding(indicator, star({ wage: 1810 })).outcomes['ordinary-pay']).toBe('held');
    expect(onlyFinding(indicator, star({ wage: 1790 })).outcomes['ordinary-pay']).toBe('failed');
  });

  it('leaves rents to a landlord linked to the employer to wage-payer-recoups-rent', () => {
    const linked = (text: string): Drawing =>
      star({ text, isFixed: true })
        .holder('E', { addressHash: 'a', holderType: 'business' })
        .holder('C', { addressHash: 'a' });
    expect(linked('Miete').find(indicator)).toEqual([]);
    expect(linked('').find(indicator)).toHaveLength(1);
  });
});

/** Two sweeps in six pay periods: a third, below two fifths. */
function rareSweeps(): Drawing {
  const drawing = star({ periods: 2 });
  for (let w = 1; w <= 3; w++)
    for (let p = 2; p < 6; p++) drawing.pay(on(31 * p), 'E', `W${w}`, 1000, { text: 'Lohn' });
  return drawing;
}
