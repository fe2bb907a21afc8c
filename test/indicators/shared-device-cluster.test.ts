import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/shared-device-cluster.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

interface Plan {
  readonly holders?: number;
  /** Of 1000 that leave each account, what goes to K; the rest is spent in a shop. */
  readonly toOne?: number;
  /** Days between the logins to one account and the next. */
  readonly apart?: number;
}

/** A device logs in to A0, A1 … and, where they pay it, to K. */
function draw({ holders = 3, toOne = 800, apart = 1 }: Plan = {}, withK = true): Drawing {
  const drawing = new Drawing();
  if (withK) drawing.holder('K', { customerId: 'k', holderType: 'person' }).login('K', on(0), { device: 'd' });
  for (let i = 0; i < holders; i++) {
    drawing.own(`A${i}`).holder(`A${i}`, { customerId: `c${i}`, holderType: 'person' });
    drawing.login(`A${i}`, on(1 + i * apart), { device: 'd', ip: 'house' });
    if (withK && toOne > 0) drawing.pay(on(i), `A${i}`, 'K', toOne);
    drawing.pay(on(i), `A${i}`, 'm:Shop', 1000 - (withK ? toOne : 0), { mcc: 5411, channel: 'card-present' });
  }
  return drawing;
}

describe('shared-device-cluster', () => {
  it('finds the account that the others pay', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('K'),
      observed: { holders: { value: 4 }, toOneShare: { value: 0.8 }, withOwnSpending: { value: 0 } },
      evidence: [],
      outcomes: { 'holders-spend': 'failed', 'professional-device': 'failed' },
    });
    expect([...rolesOf(finding).values()]).toEqual([
      'possible-controller',
      'possible-victim',
      'possible-victim',
      'possible-victim',
    ]);
  });

  it('where nobody is paid, nobody is said to control', () => {
    const drawing = draw({ toOne: 0 }, false);
    const finding = onlyFinding(indicator, drawing);
    expect(finding.anchor).toBe(drawing.end('A0'));
    expect(new Set(rolesOf(finding).values())).toEqual(new Set(['undetermined']));
    expect(finding.outcomes['holders-spend']).toBe('held');
  });

  it('near miss: two holders', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ holders: 2, toOne: 0 }, false), 'minHolders', 2));
  it('near miss: more accounts than a person runs', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ holders: 40 }), 'maxAccounts', 50));
  it('near miss: the device is handed on over years', () =>
    void expectNearMissTurnsRed(indicator, () => draw({ apart: 50, toOne: 0 }, false), 'windowDays', 200));
  it('near miss: a household with one tablet', () =>
    void expectNearMissTurnsRed(
      indicator,
      () => {
        const drawing = draw({ toOne: 0 }, false);
        for (let i = 0; i < 3; i++) drawing.holder(`A${i}`, { customerId: `c${i}`, addressHash: 'home' });
        return drawing;
      },
      'householdSize',
      0,
    ));

  it('a network address alone never counts', () => {
    const drawing = new Drawing();
    for (let i = 0; i < 5; i++) drawing.login(`A${i}`, on(1), { ip: 'house' });
    expect(drawing.find(indicator)).toEqual([]);
    expect(drawing.view().met.has('logins')).toBe(false);
  });

  it('two devices of one person are one finding', () => {
    const drawing = draw();
    for (const account of ['K', 'A0', 'A1', 'A2']) drawing.login(account, on(20), { device: 'tablet' });
    expect(drawing.find(indicator)).toHaveLength(1);
  });

  it('guard holders-spend: they live from their accounts', () => {
    const held = onlyFinding(indicator, draw({ toOne: 50 }));
    expect(held.outcomes['holders-spend']).toBe('held');
    expect(new Set(rolesOf(held).values())).toEqual(new Set(['undetermined']));
    expect(onlyFinding(indicator, draw({ toOne: 200 })).outcomes['holders-spend']).toBe('failed');
  });

  it('guard professional-device: a bureau logs in for its clients', () => {
    const drawing = draw().holder('K', { customerId: 'k', licences: ['payroll-bureau'] });
    expect(onlyFinding(indicator, drawing).outcomes['professional-device']).toBe('held');
  });
});
