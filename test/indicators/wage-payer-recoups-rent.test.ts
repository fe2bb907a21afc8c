import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/wage-payer-recoups-rent.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

interface Tied {
  workers?: number;
  periods?: number;
  rent?: number;
  transport?: number;
  delay?: number;
  landlord?: string;
}

function tied({
  workers = 3,
  periods = 2,
  rent = 350,
  transport = 200,
  delay = 5,
  landlord = 'E',
}: Tied = {}): Drawing {
  const drawing = new Drawing();
  for (let w = 1; w <= workers; w++) {
    for (let p = 0; p < periods; p++) {
      drawing.pay(on(31 * p), 'E', `W${w}`, 1000, { text: 'Lohn' });
      drawing.pay(on(31 * p + delay), `W${w}`, landlord, rent, { text: 'Miete' });
      drawing.pay(on(31 * p + delay), `W${w}`, landlord, transport, { text: 'Transport' });
    }
  }
  return drawing;
}

describe('wage-payer-recoups-rent', () => {
  it('finds three workers who pay 350 rent and 200 transport of 1,000 back', () => {
    const drawing = tied();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('E'),
      observed: { workers: { value: 3 }, share: { value: (350 + 200) / 1000 }, periods: { value: 2 } },
      strength: Math.round((0.55 / 0.35) * 100),
      outcomes: { 'fair-tied-housing': 'failed' },
    });
    expect(finding.evidence).toHaveLength(3 * 2 * (1 + 2));
    expect(rolesOf(finding).get(drawing.end('E'))).toBe('possible-controller');
    expect(rolesOf(finding).get(drawing.end('W1'))).toBe('possible-victim');
  });

  it('finds a landlord at the employer’s address, and no other', () => {
    expect(town().find(indicator)).toEqual([]);
    const drawing = town().holder('E', { addressHash: 'a' }).holder('L', { addressHash: 'a' });
    expect(rolesOf(onlyFinding(indicator, drawing)).get(drawing.end('L'))).toBe('undetermined');
  });

  it('finds a landlord whose payers are this crew, and not one with other tenants', () => {
    expect(tied({ landlord: 'L' }).find(indicator)).toHaveLength(1);
    // Three of five payers are of the crew: 0.6.
    expectNearMissTurnsRed(indicator, town, 'tiedShare', 0.6);
  });

  it('stays silent just below each threshold and speaks with it off', () => {
    expectNearMissTurnsRed(indicator, () => tied({ rent: 200, transport: 140 }), 'recoupShare', 0.3);
    expectNearMissTurnsRed(indicator, () => tied({ delay: 11 }), 'days', 11);
    expectNearMissTurnsRed(indicator, () => tied({ workers: 2 }), 'minWorkers', 2);
    expectNearMissTurnsRed(indicator, () => tied({ periods: 1 }), 'minPayPeriods', 1);
    expectNearMissTurnsRed(indicator, seldom, 'periodShare', 0);
    expectNearMissTurnsRed(indicator, saysLittle, 'wordShare', 0);
  });

  it('takes points off where the rent alone is fair and does not change', () => {
    const fair = (): Drawing => tied({ rent: 280, transport: 250 });
    const finding = onlyFinding(indicator, fair());
    expect(finding.outcomes['fair-tied-housing']).toBe('held');
    expect(rolesOf(finding).get(fair().end('E'))).toBe('undetermined');
    const [stricter] = fair().find(indicator, { fairShare: 0.25 });
    expect(stricter?.guards).toEqual([{ id: 'fair-tied-housing', outcome: 'failed' }]);
  });
});

function seldom(): Drawing {
  const drawing = tied();
  for (const w of [1, 2, 3]) for (let p = 2; p < 6; p++) drawing.pay(on(31 * p), 'E', `W${w}`, 1000, { text: 'Lohn' });
  return drawing;
}

/** The landlord lets to two others too. */
function town(): Drawing {
  return tied({ landlord: 'L' })
    .pay(on(4), 'T1', 'L', 600, { text: 'Miete' })
    .pay(on(4), 'T2', 'L', 650, { text: 'Miete' });
}

/** One row in four says rent. */
function saysLittle(): Drawing {
  const drawing = new Drawing();
  for (const w of ['W1', 'W2', 'W3']) {
    for (let p = 0; p < 4; p++) {
      drawing.pay(on(31 * p), 'E', w, 1000, { text: 'Lohn' });
      drawing.pay(on(31 * p + 2), w, 'L', 500, p === 0 ? { text: 'Miete' } : {});
    }
  }
  return drawing;
}
