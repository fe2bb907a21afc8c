import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/third-party-control-cluster.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

/** Customer `k` owns K and is proxy of `holders` people's accounts; each pays K `toProxy` of 1000. */
function draw(holders = 3, toProxy = 800, withOwn = true, proxyRow = {}): Drawing {
  const drawing = new Drawing();
  if (withOwn) drawing.holder('K', { customerId: 'k', holderType: 'person', ...proxyRow });
  for (let i = 0; i < holders; i++) {
    drawing.own(`A${i}`).holder(`A${i}`, { customerId: `c${i}`, holderType: 'person' });
    drawing.holder(`A${i}`, { customerId: 'k', role: i % 2 ? 'signatory' : 'power-of-attorney' });
    if (toProxy > 0) drawing.pay(on(i), `A${i}`, withOwn ? 'K' : 'n:Somebody', toProxy);
    if (toProxy < 1000) drawing.pay(on(i), `A${i}`, 'm:Shop', 1000 - toProxy, { mcc: 5411, channel: 'card-present' });
  }
  return drawing;
}

describe('third-party-control-cluster', () => {
  it('finds three accounts with one proxy', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('K'),
      observed: { holders: { value: 3 }, toProxyShare: { value: 0.8 }, withOwnSpending: { value: 0 } },
      strength: 100,
      evidence: [],
      outcomes: { carer: 'failed', 'professional-proxy': 'failed' },
    });
    expect([...rolesOf(finding).values()]).toEqual([
      'possible-controller',
      'possible-victim',
      'possible-victim',
      'possible-victim',
    ]);
  });

  it('without an account of the proxy, the first of the cluster is the anchor', () => {
    const drawing = draw(3, 800, false);
    const finding = onlyFinding(indicator, drawing);
    expect(finding.anchor).toBe(drawing.end('A0'));
    expect(finding.outcomes['professional-proxy']).toBe('untestable');
  });

  it('near miss: two accounts', () => void expectNearMissTurnsRed(indicator, () => draw(2), 'minAccounts', 2));
  it('near miss: more accounts than a person runs', () =>
    void expectNearMissTurnsRed(indicator, () => draw(41), 'maxAccounts', 50));
  it('two accounts of one customer are one holder', () => {
    const drawing = draw(2).holder('B', { customerId: 'c1' }).holder('B', { customerId: 'k', role: 'signatory' });
    expect(drawing.find(indicator)).toEqual([]);
  });

  it('guard carer: holders spend and hardly pay the proxy', () => {
    const held = onlyFinding(indicator, draw(3, 50));
    expect(held.outcomes['carer']).toBe('held');
    expect(new Set(rolesOf(held).values())).toEqual(new Set(['undetermined']));
    expect(onlyFinding(indicator, draw(3, 200)).outcomes['carer']).toBe('failed');
  });
  it('guard professional-proxy', () => {
    expect(onlyFinding(indicator, draw(3, 800, true, { holderType: 'business' })).outcomes['professional-proxy']).toBe(
      'held',
    );
    expect(
      onlyFinding(indicator, draw(3, 800, true, { licences: ['payroll-bureau'] })).outcomes['professional-proxy'],
    ).toBe('held');
  });
});
