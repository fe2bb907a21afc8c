/** Completeness on the command line: two months of one account with a month between them, and a register. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesReport, scoreReport } from '../../src/server/api.ts';
import { coverageReport, type CoverageReport } from '../../src/server/api-intake.ts';
import { runClew, type Ran } from './run-clew.ts';

const folder = mkdtempSync(join(tmpdir(), 'clew-coverage-'));
const path = join(folder, 'case');
const clew = (...args: string[]): Promise<Ran> => runClew(args, { workers: 0 });
const statement = (number: string, from: string, to: string, opening: string, closing: string, line: string): string =>
  `:20:X\n:25:12345678\n:28C:${number}/1\n:60F:C${from}EUR${opening}\n:61:${line}\n:86:test\n:62F:C${to}EUR${closing}\n-\n`;
let report: CoverageReport;

beforeAll(async () => {
  const january = statement('1', '260101', '260131', '100,00', '150,00', '2601100110C50,00NTRFNONREF');
  // 150.00 at the end of January, 170.00 at the start of March: 20.00 came in where no file is.
  const march = statement('3', '260301', '260331', '170,00', '160,00', '2603050305D10,00NTRFNONREF');
  writeFileSync(join(folder, 'a.sta'), january);
  writeFileSync(join(folder, 'b.sta'), march);
  expect((await clew('ingest', path, join(folder, 'a.sta'), join(folder, 'b.sta'))).exit).toBe(0);
  report = coverageReport.parse(JSON.parse((await clew('coverage', path, '--json')).out));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the gap between two statements is shown, and that entries are missing in it', () => {
  expect(report.months).toEqual(['2026-01', '2026-02', '2026-03']);
  const [account] = report.accounts;
  expect(account?.months.map(({ status, entries }) => [status, entries])).toEqual([
    ['does-not-reconcile', 1],
    ['missing', 0],
    ['does-not-reconcile', 1],
  ]);
  expect(account?.months[1]?.notes.join()).toMatch(/differ by 20\.00 EUR/);
  expect(report.statuses).toEqual({ 'does-not-reconcile': 2, missing: 1 });
});
test('the account is a pseudonym', async () => {
  expect(JSON.stringify(report)).not.toContain('12345678');
  const { out } = await clew('coverage', path);
  expect(out).not.toContain('12345678');
  expect(out).toMatch(/Account-\d{4} +! +· +!/);
  expect(out).toMatch(/differ by 20\.00 EUR/);
});
test('what can be searched for is said with files, coverage and score', async () => {
  const { all, run, text } = report.indicators;
  expect(run).toBeLessThan(all);
  expect(text).toMatch(new RegExp(`^${run} of ${all} indicators can run on these files, \\d+ more with a card file`));
  expect(filesReport.parse(JSON.parse((await clew('files', path, '--json')).out)).indicators).toEqual(
    report.indicators,
  );
  expect((await clew('files', path)).out).toContain(text);
  const score = await clew('score', path, '--json');
  const { notTested, indicators } = scoreReport.parse(JSON.parse(score.out));
  expect(indicators).toEqual(report.indicators);
  expect(notTested).toHaveLength(all - run);
});
