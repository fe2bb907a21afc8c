import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/many-wages-one-account.ts';
import { dayOn, on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

const NAMES = ['Alder', 'Birch', 'Cedar', 'Dogwood'];

/** E pays into C what the text says is the wage of so many people, on `days`. */
function wages({ people = 3, days = [0, 30], amount = 1400, spread = 0 } = {}): Drawing {
  const drawing = new Drawing().country('C', 'AT').country('E', 'AT').own('C');
  for (const day of days)
    for (let i = 0; i < people; i++)
      drawing.pay(on(day + spread * i), 'E', 'C', amount + i, { text: `Lohn ${NAMES[i]}` });
  return drawing;
}

describe('many-wages-one-account', () => {
  it('finds the wages of three named workers in one account', () => {
    const drawing = wages();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('C'),
      observed: { workers: { value: 3 }, payers: { value: 1 }, credits: { value: 3 * 2 } },
      window: { from: dayOn(0), to: dayOn(30) },
      strength: 100,
      evidence: [0, 1, 2, 3, 4, 5],
      outcomes: { 'several-jobs': 'failed', 'payroll-or-guardian': 'untestable', 'spent-on-care': 'failed' },
    });
    expect(rolesOf(finding).get(drawing.end('C'))).toBe('possible-collector');
    expect(rolesOf(finding).get(drawing.end('E'))).toBe('undetermined');
  });

  it('does not fix a role where most of it is sent on: others may use the account', () => {
    const drawing = wages().pay(on(32), 'C', 'X', 6000);
    expect(rolesOf(onlyFinding(indicator, drawing)).get(drawing.end('C'))).toBe('undetermined');
  });

  it('counts like sums of one pay day where no text names anybody', () => {
    const drawing = new Drawing();
    for (const day of [0, 30]) for (let i = 0; i < 4; i++) drawing.pay(on(day), 'E', 'C', 1400, { purpose: 'SALA' });
    expect(onlyFinding(indicator, drawing).observed.workers).toEqual({ unit: 'count', value: 4 });
  });

  it('stays silent just below each threshold and speaks with it off', () => {
    expectNearMissTurnsRed(indicator, () => wages({ people: 2 }), 'minWorkers', 2);
    expectNearMissTurnsRed(indicator, () => wages({ days: [0] }), 'minOccasions', 1);
    expectNearMissTurnsRed(indicator, staggered, 'windowDays', 120);
    expectNearMissTurnsRed(indicator, () => wages({ days: [0, 87], spread: 29 }), 'sideBySideDays', 60);
    expectNearMissTurnsRed(indicator, unnamedUnlike, 'likeAmounts', 2);
    expectNearMissTurnsRed(indicator, unnamedSpread, 'payDayWindow', 4);
    expectNearMissTurnsRed(indicator, () => claims(2), 'minClaimants', 2);
  });

  it('recognises a claimant who hands most of a benefit over, and stays silent just below', () => {
    const handing = (part: number, delay = 2): Drawing => {
      const drawing = claims(3).own('V');
      for (const day of [0, 30])
        drawing.pay(on(day), 'Office', 'V', 500, { text: 'Sozialhilfe' }).pay(on(day + delay), 'V', 'C', part);
      return drawing;
    };
    const role = (drawing: Drawing, changed = {}): string | undefined =>
      rolesOf(drawing.find(indicator, changed)[0] as never).get(drawing.end('V'));
    expect(role(handing(300))).toBe('possible-victim');
    expect(role(handing(240))).toBeUndefined();
    expect(role(handing(240), { passedOnShare: 0.4 })).toBe('possible-victim');
    expect(role(handing(300, 9))).toBeUndefined();
    expect(role(handing(300, 9), { passedOnDays: 10 })).toBe('possible-victim');
  });

  it('recognises who lives on small sums from the collector, and stays silent just below', () => {
    const kept = (times: number, amount = 50): Drawing => {
      const drawing = wages().own('V');
      for (let i = 0; i < times; i++) drawing.pay(on(9 * i), 'C', 'V', amount);
      return drawing;
    };
    const role = (drawing: Drawing, changed = {}): string | undefined =>
      rolesOf(drawing.find(indicator, changed)[0] as never).get(drawing.end('V'));
    expect(role(kept(6))).toBe('possible-victim');
    expect(role(kept(5))).toBeUndefined();
    expect(role(kept(5), { allowances: 5 })).toBe('possible-victim');
    expect(role(kept(6, 360))).toBeUndefined();
    expect(role(kept(6, 360), { allowanceMax: 0.3 })).toBe('possible-victim');
    // Somebody with other income, or with a wage, is not kept on it.
    expect(role(kept(6).pay(on(3), 'X', 'V', 400))).toBeUndefined();
    expect(role(kept(6).pay(on(3), 'X', 'V', 100, { text: 'Lohn' }))).toBeUndefined();
  });

  it('does not take one credit a month with changing words for several people', () => {
    const one = new Drawing();
    for (let m = 0; m < 6; m++) one.pay(on(28 * m), 'E', 'C', 1400, { text: `Lohn ${NAMES[m % 3]}` });
    expect(one.find(indicator)).toEqual([]);
  });

  it('does not count a business account, nor sums of which the text changes every time', () => {
    expect(wages().holder('C', { holderType: 'business' }).find(indicator)).toEqual([]);
    const sites = new Drawing();
    for (let i = 0; i < 6; i++) sites.pay(on(7 * i), 'E', 'C', 400, { text: `Lohn Site${'abcdef'[i]}x` });
    expect(sites.find(indicator)).toEqual([]);
  });

  it('reads three small jobs of one person as such', () => {
    const jobs = (amount: number): Drawing => {
      const drawing = new Drawing().country('C', 'AT');
      for (const day of [0, 31])
        for (const employer of ['E', 'F', 'G']) drawing.pay(on(day), employer, 'C', amount, { text: 'Lohn' });
      return drawing;
    };
    // Twice the floor of 1,500 is 3,000: 3 x 900 is within it, 3 x 1,100 is not.
    const one = jobs(900);
    expect(onlyFinding(indicator, one).outcomes['several-jobs']).toBe('held');
    expect(rolesOf(onlyFinding(indicator, one)).get(one.end('C'))).toBe('undetermined');
    expect(onlyFinding(indicator, jobs(1100)).outcomes['several-jobs']).toBe('failed');
  });

  it('takes points off for a payroll bureau or charity', () => {
    const bureau = wages().holder('C', { holderType: 'person', licences: ['payroll-bureau'] });
    expect(onlyFinding(indicator, bureau).outcomes['payroll-or-guardian']).toBe('held');
  });

  it('takes points off where benefits go out against invoices', () => {
    // Half of 6 x 700 is 2,100.
    const care = claims(3).own('C').pay(on(20), 'C', 'Home', 2100, { text: 'Rechnung' });
    expect(onlyFinding(indicator, care).outcomes['spent-on-care']).toBe('held');
    const cash = claims(3).own('C').pay(on(20), 'C', 'cash', 2100, { channel: 'cash' });
    expect(onlyFinding(indicator, cash).outcomes['spent-on-care']).toBe('failed');
  });

  it('speaks of forced criminality where benefits of several named claimants arrive', () => {
    const finding = onlyFinding(indicator, claims(3));
    expect(finding.observed.claimants).toEqual({ unit: 'count', value: 3 });
    expect(finding.forms).toMatchObject({ 'forced-criminality': 1 });
  });
});

function claims(people: number): Drawing {
  const drawing = new Drawing();
  for (const day of [0, 30])
    for (let i = 0; i < people; i++)
      drawing.pay(on(day + 3 * i), 'Office', 'C', 700, { text: `Sozialhilfe ${NAMES[i]}` });
  return drawing;
}

/** Like nobody's pay: basic, overtime and expenses of one worker, the largest five times the smallest. */
function unnamedUnlike(): Drawing {
  const drawing = new Drawing();
  for (const day of [0, 30])
    for (const amount of [1500, 600, 300]) drawing.pay(on(day), 'E', 'C', amount, { purpose: 'SALA' });
  return drawing;
}

/** Three rows on days 0, 3 and 4 of a month: weekly pay of one worker for all that is known. */
function unnamedSpread(): Drawing {
  const drawing = new Drawing();
  for (const day of [0, 30])
    for (const later of [0, 3, 4]) drawing.pay(on(day + later), 'E', 'C', 400, { purpose: 'SALA' });
  return drawing;
}

/** Three employers, 31 days apart. */
function staggered(): Drawing {
  const drawing = new Drawing();
  for (const day of [0, 93])
    ['E', 'F', 'G'].forEach((employer, i) => drawing.pay(on(day + 31 * i), employer, 'C', 1400, { text: 'Lohn' }));
  return drawing;
}
