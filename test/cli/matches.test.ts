/** Proposed matches on the command line: listed, accepted, undone, refused. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scoreReport } from '../../src/server/api.ts';
import { matchesReport, type MatchesReport } from '../../src/server/api-intake.ts';
import { runClew, type Ran } from './run-clew.ts';

const folder = mkdtempSync(join(tmpdir(), 'clew-matches-'));
const path = join(folder, 'case');
const [A, B] = ['AT611904300234573201', 'DE89370400440532013000'];
const clew = (...args: string[]): Promise<Ran> => runClew(args, { workers: 0 });
async function matches(...args: string[]): Promise<MatchesReport> {
  const { out, exit, err } = await clew('matches', path, '--json', ...args);
  expect(exit, err).toBe(0);
  return matchesReport.parse(JSON.parse(out));
}
const transactions = async (): Promise<number> =>
  scoreReport.parse(JSON.parse((await clew('score', path, '--json')).out)).transactions;

beforeAll(async () => {
  const header = 'Account;Date;Amount;Currency;Counterparty account';
  writeFileSync(join(folder, 'a.csv'), `${header}\n${A};2026-01-15;-500,00;EUR;${B}\n${A};2026-02-16;-7,00;EUR;${B}\n`);
  writeFileSync(join(folder, 'b.csv'), `${header}\n${B};2026-01-16;500,00;EUR;${A}\n${B};2026-02-16;7,00;EUR;${A}\n`);
  expect((await clew('ingest', path, join(folder, 'a.csv'), join(folder, 'b.csv'))).exit).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a day’s delay is proposed, under pseudonyms; the same day is matched already', async () => {
  const { proposed, decided } = await matches();
  expect(proposed).toHaveLength(1);
  expect(proposed[0]).toMatchObject({
    debit: { day: '2026-01-15', amount: '500.00' },
    reasons: ['the days of both banks are 1 day apart'],
  });
  expect(decided).toEqual([]);
  const { out } = await clew('matches', path);
  for (const secret of [A, B]) expect(out + JSON.stringify(proposed)).not.toContain(secret);
  expect(await transactions()).toBe(3);
});
test('accepted it is one transaction, undone two again, refused it is proposed no more', async () => {
  const id = (await matches()).proposed[0]?.id ?? '';
  expect((await clew('matches', path, '--accept', id)).exit).toBe(2);
  expect((await clew('matches', path, '--accept', 'nothing', '--purpose', 'x')).exit).toBe(3);
  const accepted = await matches('--accept', id, '--purpose', 'same reference on paper');
  expect(accepted).toMatchObject({ proposed: [], decided: [{ id, outcome: 'accepted', actor: 'tester' }] });
  expect((await clew('leads', path)).exit).toBe(9);
  expect(await transactions()).toBe(2);
  await clew('undo', path, String(accepted.decided[0]?.sequence));
  expect(await matches()).toMatchObject({ proposed: [{ id }], decided: [] });
  expect(await transactions()).toBe(3);
  expect(await matches('--refuse', id, '--purpose', 'two orders')).toMatchObject({
    proposed: [],
    decided: [{ outcome: 'refused' }],
  });
  expect(await transactions()).toBe(3);
  expect((await clew('events', path)).out).toMatch(/refused the match/);
});
