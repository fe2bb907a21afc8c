/** Facts, the safeguarding track and safe dates on the command line. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scoreReport } from '../../src/server/api.ts';
import { openCase } from '../../src/cases/case.ts';
import { recordKey } from '../../src/ledger/safe-dates.ts';
import { session } from '../cases/new-case.ts';
import { runClew, type Ran } from './run-clew.ts';

const folder = mkdtempSync(join(tmpdir(), 'clew-people-'));
const path = join(folder, 'case');
const [A, B] = ['AT611904300234573201', 'DE89370400440532013000'];
const clew = (...args: string[]): Promise<Ran> => runClew(args, { workers: 0 });
const transactions = async (): Promise<number> =>
  scoreReport.parse(JSON.parse((await clew('score', path, '--json')).out)).transactions;
const add = ['--kind', 'tip', '--by', 'hotline', '--grade', 'B2', '--known', '2026-02-01'];

beforeAll(async () => {
  const header = 'Account;Date;Amount;Currency;Counterparty account';
  const rows = ['2026-01-15;-5,00', '2026-02-16;-7,00', '2026-02-17;-9,00'].map((row) => `${A};${row};EUR;${B}`);
  writeFileSync(join(folder, 'a.csv'), `${header}\n${rows.join('\n')}\n`);
  expect((await clew('ingest', path, join(folder, 'a.csv'))).exit).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a fact is entered, listed under pseudonyms and withdrawn; its words are in no event', async () => {
  const secret = 'the woman from room 12';
  expect((await clew('fact', 'add', path, ...add)).exit).toBe(2);
  expect((await clew('fact', 'add', path, ...add.with(5, 'B7'), '--purpose', 'x')).exit).toBe(2);
  expect((await clew('fact', 'add', path, ...add, '--end', 'Account-9999', '--purpose', 'x')).exit).toBe(3);
  const more = ['--end', 'Account-0001', '--text', secret, '--purpose', 'case 12'];
  const added = await clew('fact', 'add', path, ...add, ...more);
  expect(added.exit, added.err).toBe(0);
  const { out } = await clew('fact', 'list', path);
  expect(out).toContain('Tip reported by a hotline, known on 2026-02-01, graded B2.');
  expect(out).toContain('Account-0001');
  expect(out).not.toContain(A);
  expect((await clew('events', path, '--json')).out).not.toContain('room 12');
  const [file = ''] = readdirSync(join(path, 'sealed'));
  expect(readFileSync(join(path, 'sealed', file), 'utf8')).toContain(secret);
  const event = /Fact (\d+)/.exec(added.out)?.[1] ?? '';
  expect((await clew('fact', 'withdraw', path, event, '--purpose', 'entered twice')).exit).toBe(0);
  expect((await clew('fact', 'list', path)).out).toBe('No facts.\n');
});

test('the track goes step by step and never confirms', async () => {
  const step = (name: string) =>
    clew('victims', path, '--person', 'Account-0001', '--step', name, '--purpose', 'check', '--actor', 'S. Guard');
  expect((await step('referred')).exit).toBe(2);
  for (const name of ['possible-victim', 'safeguarding-check-done', 'referred'])
    expect((await step(name)).exit).toBe(0);
  expect((await step('not-confirmed')).exit).toBe(2);
  expect((await step('victim confirmed')).exit).toBe(2);
});

test('from a safe date on there are no rows of the person, until it is taken back', async () => {
  expect(await transactions()).toBe(3);
  const safe = (day: string) =>
    clew('victims', path, '--person', 'Account-0001', '--safe-date', day, '--purpose', 'moved to a refuge');
  for (const day of ['soon', '2026-02-30']) expect((await safe(day)).exit, day).toBe(2);
  expect((await safe('2026-02-16')).exit).toBe(0);
  expect((await clew('leads', path)).exit).toBe(9);
  expect(await transactions()).toBe(1);
  const opened = openCase(path, { ...session, readOnly: true });
  const sha256 = opened.segments()[0]?.sha256 ?? '';
  const ledger = opened.loadLedger();
  opened.close();
  expect(ledger.withheld.size).toBe(2);
  expect([...ledger.withheld].every((key) => key.startsWith(recordKey(sha256, 0).slice(0, 13)))).toBe(true);
  expect((await safe('none')).exit).toBe(0);
  expect(await transactions()).toBe(3);
});

test('the queue begins with help, and says no word of guilt', async () => {
  const { out } = await clew('victims', path);
  expect(out).toMatch(/^First: think of help\./);
  expect(out).not.toContain(A);
});
