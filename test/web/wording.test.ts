import { describe, expect, it } from 'vitest';
import { accountOfPoints } from '../../web/state/points.ts';
import { hashToView, startView, viewToHash } from '../../web/state/view.ts';
import { countSteps, rangeText } from '../../web/wording/days.ts';
import { addDecimals, amountsList, moneyText, shortMoney } from '../../web/wording/money.ts';
import { t } from '../../web/messages/translate.ts';

describe('money in words', () => {
  it('adds exactly, whatever the digits', () => {
    expect(addDecimals('0.1', '0.2')).toBe('0.3');
    expect(addDecimals('90071992547409.93', '0.01')).toBe('90071992547409.94');
    expect(addDecimals('-1.00', '0.25')).toBe('-0.75');
    expect(addDecimals('5', '0.125')).toBe('5.125');
    expect(addDecimals('1000', '1')).toBe('1001');
  });
  it('is complete and in its currency', () => {
    expect(moneyText('1234567.50', 'EUR')).toBe('€ 1,234,567.50');
    expect(moneyText('-12.00', 'RON')).toBe('RON −12.00');
    expect(shortMoney('999.50', 'HUF')).toBe('HUF 1,000');
    expect(amountsList({ RON: '5.00', EUR: '10.00' })).toEqual(['€ 10.00', 'RON 5.00']);
  });
});

describe('days in words', () => {
  it('leaves out a year that is the same', () => {
    expect(rangeText('2026-02-01', '2026-06-14')).toBe('1 Feb – 14 Jun 2026');
    expect(rangeText('2025-10-06', '2026-07-05')).toBe('6 Oct 2025 – 5 Jul 2026');
    expect(rangeText('2026-02-01', '2026-02-01')).toBe('1 Feb 2026');
  });
  it('counts the weeks that a range touches', () => {
    // Monday to the Sunday 39 weeks later.
    expect(countSteps('2025-10-06', '2026-07-05', 'week')).toBe(39);
    expect(countSteps('2025-10-06', '2026-07-05', 'month')).toBe(10);
  });
});

describe('the address of a view', () => {
  it('comes back as it went', () => {
    const view = {
      ...startView,
      lead: 'l4/x',
      tab: 'rows' as const,
      from: '2026-01-05',
      to: '2026-04-05',
      edge: 'n1>n2',
      list: 'victims' as const,
    };
    expect(hashToView(viewToHash(view))).toEqual(view);
    expect(hashToView(viewToHash({ ...view, tab: 'files' }))).toEqual({ ...view, tab: 'files' });
    expect(hashToView('#/leads/a/nonsense?step=hour')).toEqual({ ...startView, lead: 'a' });
  });
});

describe('messages', () => {
  it('fill slots and choose plurals', () => {
    expect(t('network.payments', { count: 1 })).toBe('1 payment');
    expect(t('network.payments', { count: 1204 })).toBe('1,204 payments');
  });
});

describe('the account of points', () => {
  it('adds terms, leaves out same rows, takes off guards that held', () => {
    const guard = (outcome: 'held' | 'failed', points: number) => ({
      id: `g-${outcome}`,
      outcome,
      points,
      text: 'reading',
    });
    const reason = {
      title: '',
      family: 'earnings-control',
      statement: '',
      observed: [],
      threshold: [],
      window: { from: '2026-01-01', to: '2026-01-02' },
      evidence: [],
      citations: [],
      cut: false,
    } as const;
    const lead = {
      points: 10 - 2,
      indicators: [
        { ...reason, id: 'b', points: 5, counted: 'same-rows', guards: [] },
        { ...reason, id: 'a', points: 10, counted: 'counted', guards: [guard('held', -2), guard('failed', -3)] },
      ],
    } as never;
    const account = accountOfPoints(lead);
    expect(account.terms.map(({ kind, points, start }) => [kind, points, start])).toEqual([
      ['counted', 10, 0],
      ['same-rows', 0, 10],
      ['guard', -2, 10],
    ]);
    expect(account).toMatchObject({ total: 8, addsUp: true });
  });
});
