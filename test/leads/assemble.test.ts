import { describe, expect, it } from 'vitest';
import { CodedError } from '../../src/errors.ts';
import { rolesOfInterest, roles, type Role } from '../../src/indicators/vocabulary.ts';
import { assembleLeads } from '../../src/leads/assemble.ts';
import { asSubject } from '../../src/leads/disclosure.ts';
import { chosen } from '../../src/leads/roles.ts';
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
const lead = (findings: Parameters<typeof assembleLeads>[1]) => assembleLeads(ledger, findings, known, ordinals);

describe('the word trafficking', () => {
  it('needs two families on disjoint rows, one of them specific', () => {
    const [both] = lead([
      finding('sweep', 3, [[4, 'possible-victim']], [0, 1]),
      finding('contact', 3, [[4, 'possible-victim']], []),
    ]);
    expect(both?.form).toBe('labour-exploitation');
    expect(both?.points).toBe(5 + 5);
  });

  it('is not said on one family, nor on two that rest on the same rows', () => {
    expect(lead([finding('sweep', 3, [], [0, 1])])[0]?.form).toBe('laundering-pattern');
    expect(lead([finding('sweep', 3, [], [0, 1]), finding('pass', 3, [], [0, 1])])[0]?.form).toBe('laundering-pattern');
  });

  it('names the form that most points speak for', () => {
    const [one] = lead([finding('fees', 3, [], [0, 1], { strength: 200 }), finding('sweep', 3, [], [2, 3])]);
    expect(one?.form).toBe('debt-bondage');
    expect(one?.formBasis).toEqual([
      { form: 'debt-bondage', points: 10 },
      { form: 'labour-exploitation', points: 5 },
    ]);
  });
});

describe('networks', () => {
  it('join on a shared account that is used by others, not on a purchaser', () => {
    expect(
      lead([finding('sweep', 3, [[5, 'possible-victim']], [0]), finding('fees', 4, [[5, 'possible-victim']], [1])]),
    ).toHaveLength(1);
    expect(
      lead([
        finding('sweep', 3, [[5, 'possible-purchaser']], [0]),
        finding('fees', 4, [[5, 'possible-purchaser']], [1]),
      ]),
    ).toHaveLength(2);
  });

  it('sums evidence per currency once', () => {
    const [one] = lead([finding('sweep', 3, [], [0, 1]), finding('pass', 3, [], [0, 1])]);
    expect(one?.amounts.map(({ minor, count }) => [minor, count])).toEqual([[100n + 101n, 2]]);
  });
});

describe('roles', () => {
  it('doubt protects: control must weigh twice what speaks for a victim', () => {
    const weigh = (victim: number, control: number): Role =>
      chosen(
        new Map<Role, number>([
          ['possible-victim', victim],
          ['possible-controller', control],
        ]),
      );
    expect(weigh(5, 9)).toBe('possible-victim');
    expect(weigh(5, 10)).toBe('possible-controller');
  });

  it('a possible victim is never an account of interest, and never a subject', () => {
    const [one] = lead([
      finding(
        'sweep',
        3,
        [
          [3, 'possible-collector'],
          [4, 'possible-victim'],
        ],
        [0],
      ),
      finding('contact', 4, [[4, 'possible-victim']], []),
    ]);
    expect(one?.accountsOfInterest).toEqual([3]);
    expect(one?.possibleVictims).toEqual([4]);
    for (const role of roles) {
      if (rolesOfInterest.has(role)) expect(asSubject(3, role)).toBe(3);
      else expect(() => asSubject(3, role)).toThrow(CodedError);
    }
  });
});
