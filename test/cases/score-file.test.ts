import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readScore, writeScore, type Score } from '../../src/cases/score-file.ts';
import type { Day } from '../../src/days.ts';
import type { Finding } from '../../src/indicators/indicator.ts';
import { emptyCaseFolder } from './any-segment.ts';

function finding(anchor: number): Finding {
  return {
    indicator: 'rapid-pass-through',
    anchor,
    members: [{ end: anchor, role: 'conduit', for: [{ id: 'reason.one' }], against: [] }],
    observed: { share: { unit: 'share', value: 0.1 + 0.2 } },
    threshold: {},
    window: { from: -5 as Day, to: 20_000 as Day },
    strength: 100,
    evidence: [1, 2, 70_000],
    guards: [{ id: 'household-bills', outcome: 'failed' }],
  };
}

function score(findings: readonly Finding[]): Score {
  const notTested = [{ indicator: 'x', why: 'needs: mcc', missing: ['mcc' as const] }];
  return { findings: [...findings], notTested, cuts: { x: 1 }, ledger: 'l', settings: 's', ends: 9, transactions: 8 };
}

describe('a score file', () => {
  test.each([0, 1, 2, 5])('gives back %i findings, and is JSON', (count) => {
    const folder = emptyCaseFolder();
    const written = score(Array.from({ length: count }, (_, index) => finding(index)));
    const hash = writeScore(folder, written);
    expect(readScore(folder, hash)).toEqual(written);
    expect(JSON.parse(readFileSync(join(folder.scores, `${hash}.json`), 'utf8'))).toEqual(written);
  });

  test('is the same for the same findings, whatever the order of their properties', () => {
    const folder = emptyCaseFolder();
    const one = finding(3);
    const turned = Object.fromEntries(Object.entries(one).reverse()) as unknown as Finding;
    expect(writeScore(folder, score([turned]))).toBe(writeScore(folder, score([one])));
  });

  test('that is missing is damage', () => {
    expect(() => readScore(emptyCaseFolder(), 'ab'.repeat(32))).toThrow(
      expect.objectContaining({ code: 'CLEW_CASE_DAMAGED' }),
    );
  });
});
