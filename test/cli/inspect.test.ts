/** Previews, decisions and profiles on the command line, over small files worked out by hand. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventsReport, filesReport } from '../../src/server/api.ts';
import { inspectionReport, profilesReport, type Inspection } from '../../src/server/api-intake.ts';
import { runClew, type Ran } from './run-clew.ts';

const folder = mkdtempSync(join(tmpdir(), 'clew-inspect-'));
const config = join(folder, 'config');
const at = (name: string): string => join(folder, name);
const clew = (...args: string[]): Promise<Ran> => runClew(args, { config, workers: 0 });

/** Day and sum, in a language whose column names Clew does not know; no account, no currency. */
const rowsOf = (month: string): string =>
  [
    'Dyddiad;Swm;Pwy;Cyfrif Pwy',
    `03/${month}/2026;-12,50;Gwen Parry;GB29NWBK60161331926819`,
    `05/${month}/2026;100,00;Cwmni Cymru;`,
    `06/${month}/2026;-7,0x;Siop;`,
    '',
  ].join('\n');
const decisions = [
  '--set',
  'Dyddiad=booking',
  '--set',
  'Swm=amount',
  '--set',
  'Pwy=otherName',
  '--set',
  'Cyfrif Pwy=otherAccount',
  '--date-order',
  'dmy',
  '--currency',
  'gbp',
];

async function preview(...args: string[]): Promise<Inspection> {
  const { out, exit, err } = await clew('inspect', ...args, '--json');
  expect(exit, err).toBe(0);
  const [file] = inspectionReport.parse(JSON.parse(out)).files;
  if (!file) throw new Error('no file');
  return file;
}

beforeAll(() => {
  writeFileSync(at('april.csv'), rowsOf('04'));
  writeFileSync(at('may.csv'), rowsOf('05'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('clew inspect', () => {
  test('a file that cannot be read is shown with what is missing, and no cell that may name somebody', async () => {
    const file = await preview(at('april.csv'));
    expect(file).toMatchObject({ problem: expect.any(String) as string, masked: true });
    expect(file.format).toBeUndefined();
    expect(file.doubts.map(({ kind }) => kind)).toEqual(['column']);
    expect(file.table?.columns.map(({ name, look, samples }) => [name, look, samples[0]])).toEqual([
      ['Dyddiad', 'dates', { value: '03/04/2026', masked: false }],
      ['Swm', 'words', { value: '•••', masked: true }],
      ['Pwy', 'words', { value: '•••', masked: true }],
      ['Cyfrif Pwy', 'accounts', { value: '•••', masked: true }],
    ]);
  });
  test('with decisions: rows, rejects and totals as the import would have them', async () => {
    const file = await preview(at('april.csv'), ...decisions);
    expect(file).toMatchObject({ format: 'csv', table: { decimal: ',', dateOrder: 'dmy', currency: 'GBP' } });
    expect(file.rows).toMatchObject([
      { booking: '2026-04-03', direction: 'debit', amount: '12.50', currency: 'GBP' },
      { booking: '2026-04-05', direction: 'credit', amount: '100.00', currency: 'GBP' },
    ]);
    expect(file.file?.records).toMatchObject({ read: 3, kept: 2, rejected: 1 });
    // 12.50 out, 100.00 in
    expect(file.file?.totals).toEqual({ GBP: { count: 2, credits: '100.00', debits: '12.50' } });
    expect(file.file?.rejects).toMatchObject([{ record: 3, line: 4, field: 'Swm' }]);
    expect(file.doubts.map(({ kind }) => kind)).toEqual(['account']);
    expect((await preview(at('april.csv'), ...decisions, '--account', '12345678')).doubts).toEqual([]);
  });
  test('names and accounts are masked in every form, and shown only for a purpose that a case keeps', async () => {
    for (const args of [decisions, [...decisions, '--json']]) {
      const { out } = await clew('inspect', at('april.csv'), ...args);
      for (const secret of ['Gwen', 'Cwmni', 'GB29', folder]) expect(out).not.toContain(secret);
    }
    const shown = ['inspect', at('april.csv'), ...decisions, '--reveal'];
    expect((await clew(...shown)).exit).toBe(8);
    expect((await clew(...shown, '--purpose', 'order 7')).exit).toBe(2);
    const path = at('reveal-case');
    writeFileSync(at('plain.csv'), 'Account;Date;Amount;Currency\n12345678;2026-04-13;1,00;EUR\n');
    expect((await clew('ingest', path, at('plain.csv'))).exit).toBe(0);
    const { out, exit } = await clew(...shown, '--purpose', 'order 7', '--case', path);
    expect(exit).toBe(0);
    expect(out).toContain('GB29NWBK60161331926819');
    const { events } = eventsReport.parse(JSON.parse((await clew('events', path, '--json')).out));
    expect(events.at(-1)).toMatchObject({ purpose: 'order 7', body: { kind: 'revealed', minutes: 0 } });
  });
  test('a role by hand does not unmask what may name somebody', async () => {
    const forged = await preview(at('april.csv'), '--set', 'Pwy=purpose', '--set', 'Cyfrif Pwy=sign');
    for (const { samples } of forged.table?.columns.slice(2) ?? [])
      expect(samples.every(({ value, masked }) => masked || value === '')).toBe(true);
  });
  test('other formats have a preview too', async () => {
    const file = await preview(join(import.meta.dirname, '../../datasets/demo/bank-wislany.sta'));
    expect(file).toMatchObject({ format: 'mt940', doubts: [] });
    expect(file.rows).toHaveLength(10);
    expect(file.table).toBeUndefined();
  });
  test('the table in words', async () => {
    const { out } = await clew('inspect', at('april.csv'), ...decisions);
    expect(out).toMatch(/in doubt, account: /);
    expect(out).toMatch(/1 +Dyddiad +booking +dates +set by hand/);
    expect(out).toMatch(/2026-04-03 .*debit +12\.50 +GBP/);
  });
  test.each([
    [['--set', 'Swm'], /a column, =, and a role/],
    [['--set', 'Swm=money'], /no role/],
    [['--currency', 'QQQ'], /ISO 4217/],
    [['--save-profile', '../x', '--currency', 'EUR'], /name/],
    [['--save-profile', 'x'], /nothing is decided/],
  ])('%j is refused', async (args, why) => {
    const { exit, err } = await clew('inspect', at('april.csv'), ...args);
    expect(exit).toBe(2);
    expect(err).toMatch(why);
  });
});

describe('profiles', () => {
  beforeAll(async () => {
    const kept = await clew(
      'inspect',
      at('april.csv'),
      ...decisions,
      '--account',
      '12345678',
      '--save-profile',
      'Banc Cymru',
    );
    expect(kept.exit).toBe(0);
  });
  test('clew profiles lists what is kept, without the account', async () => {
    const { out } = await clew('profiles', '--json');
    expect(profilesReport.parse(JSON.parse(out)).profiles).toMatchObject([
      { name: 'Banc Cymru', delimiter: ';', overrides: { dateOrder: 'dmy', currency: 'GBP' } },
    ]);
    expect(out).not.toContain('12345678');
    expect((await clew('profiles')).out).toMatch(/Banc Cymru .*Swm=amount/);
  });
  test('the next file of the layout picks it by itself and says so', async () => {
    expect(await preview(at('may.csv'))).toMatchObject({ profile: 'Banc Cymru', format: 'csv' });
    const path = at('picked');
    const { exit, out } = await clew('ingest', path, at('may.csv'), '--json');
    expect(exit).toBe(0);
    const [file] = filesReport.parse(JSON.parse(out)).files;
    expect(file?.warnings).toContain('read with the profile Banc Cymru, which was made for this layout');
    expect(file?.totals).toEqual({ GBP: { count: 2, credits: '100.00', debits: '12.50' } });
  });
  test('the import keeps a copy, and the case knows it where the folder is gone', async () => {
    const path = at('picked');
    const { events } = eventsReport.parse(JSON.parse((await clew('events', path, '--json')).out));
    const [segment] = events[1]?.body['segments'] as { profile: { name: string; overrides: object } }[];
    expect(segment?.profile).toMatchObject({ name: 'Banc Cymru', overrides: { currency: 'GBP' } });
    const elsewhere = await runClew(['ingest', path, at('april.csv'), '--json'], {
      config: at('nothing-there'),
      workers: 0,
    });
    expect(elsewhere.exit).toBe(0);
    expect(filesReport.parse(JSON.parse(elsewhere.out)).files).toHaveLength(2);
  });
  test('same file and profile, same bytes; by name and picked', async () => {
    for (const [name, args] of [
      ['one', []],
      ['two', ['--profile', 'Banc Cymru']],
    ] as const)
      expect((await clew('ingest', at(name), at('may.csv'), ...args)).exit).toBe(0);
    const segments = async (name: string): Promise<unknown> =>
      eventsReport.parse(JSON.parse((await clew('events', at(name), '--json')).out)).events[1]?.body['segments'];
    expect(await segments('one')).toEqual(await segments('two'));
  });
  test('an account given for one import stands in no event', async () => {
    const path = at('account');
    await clew('ingest', path, at('may.csv'), '--account', '98765432');
    expect((await clew('events', path, '--json')).out).not.toContain('98765432');
    const { out } = await clew('inspect', at('may.csv'), '--account', '98765432', '--json');
    expect(out).not.toContain('98765432');
    expect(readFileSync(join(path, 'case.sqlite')).includes('98765432')).toBe(false);
  });
  test('an import with the wrong profile is undone, and the file read again', async () => {
    const path = at('again');
    await clew('inspect', at('may.csv'), ...decisions.slice(0, -1), 'eur', '--save-profile', 'wrong');
    await clew('ingest', path, at('may.csv'), '--profile', 'wrong');
    await clew('undo', path, '2');
    const { out } = await clew('ingest', path, at('may.csv'), '--profile', 'Banc Cymru', '--json');
    expect(Object.keys(filesReport.parse(JSON.parse(out)).files[0]?.totals ?? {})).toEqual(['GBP']);
    rmSync(join(config, 'profiles/wrong.json'));
  });
  test('a profile that is not there, or does not fit', async () => {
    expect((await clew('ingest', at('none'), at('may.csv'), '--profile', 'Nobody')).exit).toBe(3);
    writeFileSync(at('other.csv'), 'Date;Amount;Text\n2026-04-03;1,00;a\n');
    const { exit, err } = await clew('ingest', at('none'), at('other.csv'), '--profile', 'Banc Cymru');
    expect(exit).toBe(6);
    expect(err).toMatch(/no column Cyfrif Pwy/);
  });
  test('a file in the folder that is no profile stops with its name', async () => {
    writeFileSync(join(config, 'profiles/broken.json'), '{"name":1}');
    const { exit, err } = await clew('profiles');
    expect(exit).toBe(2);
    expect(err).toMatch(/broken\.json/);
    rmSync(join(config, 'profiles/broken.json'));
  });
});
