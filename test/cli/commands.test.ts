/** The commands over small files whose numbers are worked out by hand. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jsonShapes } from '../../src/cli/describe.ts';
import { eventsReport, filesReport, leadsReport, type FilesReport } from '../../src/server/api.ts';
import { bankFolder, secrets } from '../exchange/bank-files.ts';
import { runClew } from './run-clew.ts';

const folder = mkdtempSync(join(tmpdir(), 'clew-cli-'));
const path = join(folder, 'case');
const files = bankFolder();
const file = (report: FilesReport, name: string): FilesReport['files'][number] => {
  const found = report.files.find((one) => one.name.endsWith(name));
  if (!found) throw new Error(`no ${name}`);
  return found;
};
let report: FilesReport;

beforeAll(async () => {
  const { exit, out } = await runClew(['ingest', path, files.path, '--purpose', 'test of files', '--json']);
  expect(exit).toBe(0);
  report = filesReport.parse(JSON.parse(out));
});
afterAll(() => {
  files.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe('clew ingest and clew files', () => {
  test('records add up in every file', () => {
    expect(report.files).toHaveLength(5);
    for (const { records, name } of report.files) {
      expect(records.read, name).toBe(records.kept + records.rejected + records.duplicate + records.notBooked);
    }
  });
  test('an entry that two files show is kept once', () => {
    const [one, two] = [file(report, 'giro-1.csv').records, file(report, 'giro-2.csv').records];
    // 4 + 3 records: one bad amount, two shown twice.
    expect(one.read + two.read).toBe(7);
    expect(one.rejected + two.rejected).toBe(1);
    expect(one.duplicate + two.duplicate).toBe(2);
    expect(one.kept + two.kept).toBe(4);
    const sums = [file(report, 'giro-1.csv'), file(report, 'giro-2.csv')].map(({ totals }) => totals['EUR']);
    // 700.00 + 20.00 + 9.80 out, 1850.50 in, each once.
    expect(sums.reduce((sum, total) => sum + Number(total?.debits), 0)).toBeCloseTo(729.8, 6);
    expect(sums.reduce((sum, total) => sum + Number(total?.credits), 0)).toBeCloseTo(1850.5, 6);
  });
  test('a reject says where and why', () => {
    expect(file(report, 'giro-1.csv').rejects).toEqual([
      { record: 3, line: 4, field: 'Betrag', reason: '-1x0,00 is not an amount' },
    ]);
  });
  test('a batch is one record and several transactions; what is pending is not booked', () => {
    const { records, totals, statements } = file(report, 'statement.xml');
    expect(records).toEqual({ read: 3, kept: 2, rejected: 0, duplicate: 0, notBooked: 1, transactions: 3 });
    expect(totals).toEqual({ EUR: { count: 2, credits: '250.00', debits: '40.00' } });
    // 1000.00 + 250.00 - 40.00 = 1210.00
    expect(statements).toMatchObject([{ currency: 'EUR', opening: '1000.00', closing: '1210.00', reconciles: true }]);
  });
  test('a statement reconciles from its own balances', () => {
    // 500.00 - 120.50 + 20.00 = 399.50
    expect(file(report, 'statement.sta').statements).toMatchObject([
      { opening: '500.00', closing: '399.50', reconciles: true },
    ]);
  });
  test('rows that name both accounts have moved money', () => {
    expect(file(report, 'transfers.csv').totals).toEqual({ USD: { count: 2, moved: '75.25' } });
  });
  test('clew files --json gives the same bytes as ingest did, and no name, account or path', async () => {
    const { out } = await runClew(['files', path, '--json']);
    expect(out).toBe(`${JSON.stringify(report, undefined, 2)}\n`);
    for (const secret of [...secrets, tmpdir()]) expect(out).not.toContain(secret);
  });
  test('the order of arguments changes no byte', async () => {
    const other = join(folder, 'other');
    const names = ['transfers.csv', 'giro-2.csv', 'statement.sta', 'giro-1.csv', 'statement.xml'].map((name) =>
      join(files.path, name),
    );
    await runClew(['ingest', other, ...names]);
    const { out } = await runClew(['files', other, '--json']);
    const bare = (text: string): string => text.replaceAll(/"name": "(?:[^"]*\/)?/g, '"name": "');
    expect(bare(out)).toBe(bare(`${JSON.stringify(report, undefined, 2)}\n`));
  });
  test('the table shows the same numbers, right-aligned', async () => {
    const { out, exit } = await runClew(['files', path]);
    expect(exit).toBe(0);
    expect(out).toMatch(/statement\.xml +camt053 +3 +2 +0 +0 +1 +3 +1 reconciles/);
    expect(out).toMatch(/record 3, line 4: Betrag: -1x0,00 is not an amount/);
  });
  test('a file again changes nothing', async () => {
    const { err, exit } = await runClew(['ingest', path, join(files.path, 'giro-1.csv')]);
    expect(exit).toBe(0);
    expect(err).toContain('read 0 files, 1 already there');
  });
  test('a file of no format among good ones: the rest is imported, exit 6', async () => {
    const mixed = join(folder, 'mixed');
    const noise = join(folder, 'noise.txt');
    writeFileSync(noise, 'no bank wrote this\n');
    const { exit, err, out } = await runClew(['ingest', mixed, noise, join(files.path, 'statement.sta'), '--json']);
    expect(exit).toBe(6);
    expect(err).toContain('CLEW_FORMAT_UNKNOWN');
    expect(filesReport.parse(JSON.parse(out)).files).toHaveLength(1);
  });
  test('a case that nothing came into is not left behind', async () => {
    const none = join(folder, 'none');
    expect((await runClew(['ingest', none, join(folder, 'no-such-file')])).exit).toBe(6);
    expect(existsSync(none)).toBe(false);
  });
  test('a folder with other things is not made into a case', async () => {
    const { exit, err } = await runClew(['ingest', files.path, join(files.path, 'giro-1.csv')]);
    expect(exit).toBe(2);
    expect(err).toContain('CLEW_USAGE');
  });
});

describe('clew score and clew leads', () => {
  test('leads of a case that was not scored: exit 9', async () => {
    const { exit, err } = await runClew(['leads', path]);
    expect(exit).toBe(9);
    expect(err).toMatch(/^CLEW_NOT_SCORED: /);
  });
  test('scoring, then leads as JSON', async () => {
    const scored = await runClew(['score', path, '--json']);
    expect(scored.exit).toBe(0);
    const summary = jsonShapes['score']?.parse(JSON.parse(scored.out)) as { leads: number };
    const { out, exit } = await runClew(['leads', path, '--json']);
    expect(exit).toBe(0);
    expect(out.endsWith('}\n')).toBe(true);
    expect(leadsReport.parse(JSON.parse(out)).leads).toHaveLength(summary.leads);
  });
  test('identifiers need a purpose, and asking for them is kept', async () => {
    expect((await runClew(['leads', path, '--reveal'])).exit).toBe(8);
    expect((await runClew(['leads', path, '--reveal', '--purpose', ' '])).exit).toBe(8);
    expect((await runClew(['leads', path, '--reveal', '--purpose', 'order 12/26'])).exit).toBe(0);
    const { events } = eventsReport.parse(JSON.parse((await runClew(['events', path, '--json'])).out));
    expect(events.at(-1)).toMatchObject({ actor: 'tester', purpose: 'order 12/26', body: { kind: 'revealed' } });
  });
});

describe('clew events and clew undo', () => {
  test('an import is undone and the case is scored no more', async () => {
    const undone = await runClew(['undo', path, '2', '--json']);
    expect(undone.exit).toBe(0);
    expect(jsonShapes['undo']?.parse(JSON.parse(undone.out))).toMatchObject({ body: { kind: 'undone', sequence: 2 } });
    expect((await runClew(['files', path])).out).toBe('No files yet.\n');
    expect((await runClew(['leads', path])).exit).toBe(9);
    expect((await runClew(['events', path])).out).toMatch(/undid event 2/);
  });
  test('what is not there or cannot be undone is told', async () => {
    expect((await runClew(['undo', path, '999'])).exit).toBe(3);
    expect((await runClew(['undo', path, '1'])).exit).toBe(2);
    expect((await runClew(['undo', path, 'one'])).exit).toBe(2);
  });
});

describe('usage', () => {
  test.each([
    [['frob'], 2],
    [['ingest', 'only-a-case'], 2],
    [['files', '/no/such/case'], 3],
    [['ingest', 'x', 'y', '--origin', 'hearsay'], 2],
    [['ingest', 'x', 'y', '--workers', '0'], 2],
    [['--help'], 0],
    [['--version'], 0],
    [['leads', '--help'], 0],
  ])('%j ends with %i', async (args, exit) => {
    const ran = await runClew(args);
    expect(ran.exit).toBe(exit);
    if (exit !== 0) expect(ran.out).toBe('');
  });
});
