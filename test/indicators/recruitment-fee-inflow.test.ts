import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/recruitment-fee-inflow.ts';
import { dayOn, on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

interface Season {
  payers?: number;
  gap?: number;
  fee?: (i: number) => number;
  inWork?: number;
  text?: string;
}

/** Each payer pays R; 60 days after the season the first `inWork` of them get 1,000 a month from E. */
function season({ payers = 5, gap = 10, fee = () => 1500, inWork = 3, text = 'Vermittlung' }: Season = {}): Drawing {
  const drawing = new Drawing();
  for (let i = 0; i < payers; i++) drawing.pay(on(gap * i), `W${i}`, 'R', fee(i), { text });
  for (let i = 0; i < inWork; i++)
    for (let m = 0; m < 2; m++) drawing.pay(on(gap * payers + 60 + 31 * m), 'E', `W${i}`, 1000, { text: 'Lohn' });
  return drawing;
}

describe('recruitment-fee-inflow', () => {
  it('finds five payers of 1,500, three of whom then earn 1,000 a month', () => {
    const drawing = season();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('R'),
      observed: { payers: { value: 5 }, fee: { value: 1500_00 }, inWork: { value: 3 }, ratio: { value: 1500 / 1000 } },
      window: { from: dayOn(0), to: dayOn(40) },
      strength: 100,
      evidence: [0, 1, 2, 3, 4],
      outcomes: { 'no-later-work': 'failed', 'licensed-recruiter': 'untestable', 'school-or-service': 'failed' },
    });
    const roles = rolesOf(finding);
    expect(roles.get(drawing.end('R'))).toBe('possible-facilitator');
    expect(roles.get(drawing.end('E'))).toBe('undetermined');
    expect(roles.get(drawing.end('W0'))).toBe('possible-victim');
    expect(roles.get(drawing.end('W4'))).toBe('undetermined');
  });

  it('adds instalments of one payer up', () => {
    const drawing = season({ fee: () => 750 });
    for (let i = 0; i < 5; i++) drawing.pay(on(10 * i + 20), `W${i}`, 'R', 750, { text: 'Vermittlung' });
    expect(onlyFinding(indicator, drawing).observed.fee?.value).toBe(2 * 750_00);
  });

  it('stays silent just below each threshold and speaks with it off', () => {
    expectNearMissTurnsRed(indicator, () => season({ payers: 4, inWork: 2 }), 'minPayers', 4);
    expectNearMissTurnsRed(indicator, () => season({ gap: 46, inWork: 2 }), 'windowDays', 365);
    expectNearMissTurnsRed(indicator, () => season({ fee: () => 490 }), 'feeToMonthlyWage', 0);
    expectNearMissTurnsRed(
      indicator,
      () => season({ fee: (i) => [3000, 300, 1500, 900, 2900][i] ?? 0 }),
      'amountCv',
      9,
    );
    expectNearMissTurnsRed(indicator, () => season({ fee: () => 490, inWork: 0 }), 'minFee', 0);
    // Two in work are too few to tie the fee to a job, and 400 alone is too small a fee.
    expectNearMissTurnsRed(indicator, cheapPlacement, 'minLaterWorkers', 2);
  });

  it('takes fewer payers where as many as asked for start with one employer, and others’ words of a deposit', () => {
    const drawing = season({ payers: 3 }).pay(on(12), 'W9', 'R', 1500, { text: 'Kaution' });
    expect(onlyFinding(indicator, drawing).observed.payers?.value).toBe(3 + 1);
  });

  it('does not count what is paid after the first wage as a fee', () => {
    const later = season();
    for (let m = 0; m < 2; m++) later.pay(on(50 + 65 + 31 * m), 'W0', 'R', 400, { text: 'Gebühr' });
    expect(onlyFinding(indicator, later).evidence).toEqual([0, 1, 2, 3, 4]);
  });

  it('takes points off where no later work is seen', () => {
    const finding = onlyFinding(indicator, season({ inWork: 0 }));
    expect(finding.outcomes['no-later-work']).toBe('held');
  });

  it('takes points off for a licensed recruiter, and for a school that writes invoices', () => {
    expect(
      onlyFinding(indicator, season().holder('R', { licences: ['recruiter'] })).outcomes['licensed-recruiter'],
    ).toBe('held');
    const school = season({ text: 'Rechnung Visum', inWork: 0 }).holder('R', { holderType: 'business' });
    const finding = onlyFinding(indicator, school);
    expect(finding.outcomes['school-or-service']).toBe('held');
    expect(rolesOf(finding).get(school.end('R'))).toBe('undetermined');
  });

  it('does not count people who worked for that payer before', () => {
    const before = season();
    for (let i = 0; i < 3; i++) before.pay(on(-40), 'E', `W${i}`, 1000, { text: 'Lohn' });
    expect(onlyFinding(indicator, before).observed.inWork?.value).toBe(0);
  });
});

/** Fees of 400 against wages of 300, two of five in work. */
function cheapPlacement(): Drawing {
  const drawing = season({ fee: () => 400, inWork: 0 });
  for (let i = 0; i < 2; i++) drawing.pay(on(120), 'E', `W${i}`, 300, { text: 'Lohn' });
  return drawing;
}
