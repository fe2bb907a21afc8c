/** Facts from outside the money: graded, a family of their own that pays once and makes no lead. */
import { expect, test } from 'vitest';
import type { Day } from '../../src/days.ts';
import { assembleLeads } from '../../src/leads/assemble.ts';
import { factPoints, type Fact } from '../../src/leads/facts.ts';
import { buildLedger } from '../../src/ledger/build.ts';
import { segmentOf, type StatementRow } from '../ledger/hand-made.ts';
import { finding, known } from './made-up.ts';

const rows: StatementRow[] = Array.from({ length: 12 }, (_, i) => ({
  account: `A${String(i)}`,
  other: 'HUB',
  direction: 'debit',
  amount: 100 + i,
  date: `2026-01-${String(i + 1).padStart(2, '0')}`,
}));
const ledger = buildLedger([segmentOf('one', rows)]);
const ordinals = Uint32Array.from({ length: ledger.ends.count }, (_, end) => end);
const fact = (end: number, more: Partial<Fact> = {}): Fact => ({
  event: 7,
  kind: 'inspection-report',
  reporter: 'labour-inspector',
  source: 'B',
  information: '2',
  known: 20500 as Day,
  ties: [{ end }],
  ...more,
});
const leads = (findings: Parameters<typeof assembleLeads>[1], facts: readonly Fact[]) =>
  assembleLeads(ledger, findings, known, ordinals, facts);
const sweep = finding('sweep', 3, [[4, 'possible-victim']], [0, 1]);

test('the grade gives the points', () => {
  expect(factPoints({ source: 'A', information: '1' })).toBe(5);
  expect(factPoints({ source: 'C', information: '2' })).toBe(3);
  expect(factPoints({ source: 'F', information: '6' })).toBe(1);
  for (const source of ['D', 'E'] as const) expect(factPoints({ source, information: '1' })).toBe(0);
  for (const information of ['4', '5'] as const) expect(factPoints({ source: 'A', information })).toBe(0);
});

test('with one specific family of money it makes two; with a flow, or without grade, it does not', () => {
  expect(leads([sweep], [])[0]?.form).toBe('laundering-pattern');
  expect(leads([sweep], [fact(4)])[0]).toMatchObject({ form: 'labour-exploitation', points: 5 + 5, anchor: 3 });
  expect(leads([sweep], [fact(4, { source: 'E' })])[0]).toMatchObject({ form: 'laundering-pattern', points: 5 });
  const flow = finding('pass', 3, [], [0], { strength: 500 });
  expect(leads([flow], [fact(3)])[0]).toMatchObject({ form: 'laundering-pattern', points: 5 + 5 });
});

test('it pays in one lead, makes none, and stretches no period', () => {
  const other = finding('fees', 8, [[9, 'possible-victim']], [4, 5]);
  const both = leads([sweep, other], [fact(4, { ties: [{ end: 4 }, { end: 9 }] })]);
  expect(both.map(({ points }) => points).sort()).toEqual([10, 5]);
  expect(leads([], [fact(4)])).toEqual([]);
  expect(leads([sweep], [fact(4, { known: 21000 as Day })])[0]?.to).toBe(sweep.window.to);
});

test('many facts do not outweigh the money: one in full, three by a point each', () => {
  const many = Array.from({ length: 9 }, (_, i) => fact(4, { event: i + 1 }));
  expect(leads([sweep], many)[0]?.points).toBe(5 + 5 + 3);
});

test('a role that it speaks for stands beside what the money says', () => {
  const said = leads([sweep], [fact(4, { ties: [{ end: 4, role: 'possible-collector' }] })])[0];
  const account = said?.accounts.find(({ end }) => end === 4);
  expect(account?.hypotheses.map(({ role }) => role)).toEqual(['possible-collector', 'possible-victim']);
  expect(account?.role).toBe('possible-victim');
});
