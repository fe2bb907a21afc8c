/**
 * No later row changes an earlier score. The oracle cuts the banks' own files by their text (lines of
 * CSV, entries of camt) and knows nothing of `as-of.ts`; the rows are then those that never existed.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseIsoDate, type Day } from '../../src/days.ts';
import { leadsReport } from '../../src/exchange/leads-report.ts';
import type { Segment } from '../../src/formats/format.ts';
import { readMembers } from '../../src/formats/read-members.ts';
import { buildAdjacency } from '../../src/graph/adjacency.ts';
import { loadCatalogue } from '../../src/indicators/catalogue.ts';
import { loadPriceLevels } from '../../src/indicators/price-levels.ts';
import { runIndicators } from '../../src/indicators/run.ts';
import { buildView } from '../../src/indicators/view.ts';
import { openMembers } from '../../src/intake/members.ts';
import { assembleLeads } from '../../src/leads/assemble.ts';
import { Disclosure } from '../../src/leads/disclosure.ts';
import { segmentAsOf, undatedFacts } from '../../src/ledger/as-of.ts';
import { buildLedger } from '../../src/ledger/build.ts';
import { entryIdOf } from '../../src/ledger/entry-id.ts';
import { amountAt } from '../../src/formats/entry-columns.ts';
import { writeWorld } from '../../src/training/write-demo.ts';
import { segmentOf, type StatementRow } from './hand-made.ts';

const folder = mkdtempSync(join(tmpdir(), 'clew-as-of-'));
const FILES = ['sparbank-lindental.csv', 'alpenland-camt053.xml', 'customers.csv'];
let full: Segment[];

async function read(paths: readonly string[]): Promise<Segment[]> {
  return readMembers(await openMembers(paths, { scratch: join(folder, 'scratch') }), { workers: 0 });
}

beforeAll(async () => {
  writeWorld(['--seed', '11', '--accounts', '400', '--months', '5', '--out', folder, '--truth', join(folder, 'truth')]);
  full = await read([...FILES, 'bank-wislany.sta', 'kestrel-money.csv'].map((file) => join(folder, file)));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Leads and findings as text, ends by their keys; `byPlace` cites entries by id, else by what they say. */
async function scored(segments: readonly Segment[], byPlace: boolean): Promise<string> {
  const ledger = buildLedger(segments);
  const adjacency = buildAdjacency(ledger.columns, ledger.count, ledger.ends.count);
  const view = buildView(ledger, adjacency, loadPriceLevels());
  const { findings, notTested, cuts } = await runIndicators(view, { changed: {}, workers: 1 });
  const indicators = new Map((await loadCatalogue()).map((one) => [one.id, one]));
  // Numbers by key, as a case gives each end one number for good.
  const keys = Array.from(
    { length: ledger.ends.count },
    (_, end) => `${ledger.ends.kind(end)} ${ledger.ends.key(end)}`,
  );
  const ordinals = Uint32Array.from(keys, (key) =>
    Array.from(key).reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) >>> 0, 7),
  );
  const leads = assembleLeads(ledger, findings, indicators, ordinals);
  const report = leadsReport(
    { ledger, disclosure: new Disclosure(ledger, ordinals, true), indicators },
    leads,
    notTested,
    '',
  );
  const said = new Map(
    Array.from({ length: ledger.count }, (_, tx): [string, string] => [
      entryIdOf(ledger, tx),
      [
        keys[ledger.columns.debtor[tx] as number],
        keys[ledger.columns.creditor[tx] as number],
        ledger.columns.debtorDay[tx],
        ledger.columns.creditorDay[tx],
        amountAt(ledger.columns, tx),
        ledger.columns.currency?.[tx],
      ].join(' '),
    ]),
  );
  const text = JSON.stringify({
    ...report,
    ledger: byPlace ? report.ledger : '',
    cuts,
    from: ledger.from,
    to: ledger.to,
  });
  if (byPlace) return text;
  const told = text.replace(/[0-9a-f]{12}-\d+(\.\d+)?/g, (id) => said.get(id) ?? id);
  return JSON.stringify(JSON.parse(told, inOneOrder));
}

/** Ends stand in the order in which a file first names them; files that were cut name them in another. */
function inOneOrder(_: string, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const lines = value.map((one) => JSON.stringify(one));
  return lines.sort().map((line) => JSON.parse(line) as unknown);
}

/** The file without what is booked after the day, by its own text. */
function cutText(file: string, day: string): string {
  const text = readFileSync(join(folder, file), 'latin1');
  if (file === 'sparbank-lindental.csv')
    return text
      .split('\r\n')
      .filter((line) => {
        const booked = /^[A-Z]{2}\d\d[^;]*;(\d\d)\.(\d\d)\.(\d{4});/.exec(line);
        return !booked || `${booked[3]}-${booked[2]}-${booked[1]}` <= day;
      })
      .join('\r\n');
  if (file === 'alpenland-camt053.xml')
    return text.replace(/<Ntry>[\s\S]*?<\/Ntry>\n?/g, (entry) =>
      (/<BookgDt><Dt(?:Tm)?>(\d{4}-\d\d-\d\d)/.exec(entry)?.[1] ?? '') <= day ? entry : '',
    );
  return text;
}

/** As read from cut files, under the hashes of the whole ones, since hashes order files. */
async function neverExisted(day: string): Promise<Segment[]> {
  const segments = await Promise.all(
    FILES.slice(0, 2).map(async (file) => {
      const path = join(folder, `cut-${day}-${file}`);
      writeFileSync(path, cutText(file, day), 'latin1');
      const [segment] = await read([path]);
      const whole = full.find(({ member }) => member.name.endsWith(file));
      if (!segment || !whole) throw new Error(file);
      return { ...segment, member: { ...segment.member, sha256: whole.member.sha256 } };
    }),
  );
  const register = full.find(({ member }) => member.name.endsWith('customers.csv'));
  return [...segments, ...(register ? [segmentAsOf(register, parseIsoDate(day))] : [])];
}

describe('as of a day', () => {
  const days = ['2026-02-13', '2026-03-31', '2026-04-30'];

  test.each(days)(
    '%s: two banks’ files score as if later rows were never written',
    async (day) => {
      const whole = full.filter(({ member }) => FILES.some((file) => member.name.endsWith(file)));
      const asOf = whole.map((segment) => segmentAsOf(segment, parseIsoDate(day)));
      const [then, now] = [await scored(asOf, false), await scored(whole, false)];
      expect(then).toBe(await scored(await neverExisted(day), false));
      expect((JSON.parse(then) as { leads: unknown[] }).leads.length).toBeGreaterThan(0);
      expect(then).not.toBe(now);
    },
    120_000,
  );

  test('all files: rows between that day and a later one change no byte', async () => {
    const [early, late] = [parseIsoDate('2026-03-15'), parseIsoDate('2026-04-20')];
    const direct = full.map((segment) => segmentAsOf(segment, early));
    const through = full.map((segment) => segmentAsOf(segmentAsOf(segment, late), early));
    expect(await scored(direct, true)).toBe(await scored(through, true));
  }, 120_000);

  test('after the last row it is the whole case', () => {
    for (const segment of full) expect(segmentAsOf(segment, parseIsoDate('2027-01-01')).count).toBe(segment.count);
  });

  const at = (rows: readonly StatementRow[], day: string, name = 'a'): Segment =>
    segmentAsOf(segmentOf(name, rows), parseIsoDate(day));

  test('a reversal of tomorrow leaves its payment standing today', () => {
    const rows: StatementRow[] = [
      { account: 'X', other: 'Y', direction: 'debit', amount: 500, date: '2026-03-01' },
      { account: 'X', other: 'Y', direction: 'credit', amount: 500, date: '2026-03-04', extra: { reversal: true } },
    ];
    expect(buildLedger([at(rows, '2026-03-03')]).columns.reversed).toBeUndefined();
    expect([...(buildLedger([at(rows, '2026-03-04')]).columns.reversed ?? [])]).toEqual([1, 1]);
  });

  test('the creditor’s bank books a day later: until then one bank tells the payment', () => {
    const debit: StatementRow = {
      account: 'X',
      other: 'Y',
      direction: 'debit',
      amount: 500,
      date: '2026-03-01',
      id: 'E1',
    };
    const credit: StatementRow = {
      account: 'Y',
      other: 'X',
      direction: 'credit',
      amount: 500,
      date: '2026-03-02',
      id: 'E1',
    };
    const ledger = (day: string) => buildLedger([at([debit], day, 'a'), at([credit], day, 'b')]);
    expect(ledger('2026-03-01')).toMatchObject({ count: 1, second: new Map() });
    expect(ledger('2026-03-01').ends.isOwn(ledger('2026-03-01').ends.find('account', 'Y'))).toBe(false);
    expect(ledger('2026-03-02').second.size).toBe(1);
  });

  test('a row without a booking day goes by its value day', () => {
    const row: StatementRow = { account: 'X', other: 'Y', direction: 'debit', amount: 1, date: '2026-03-05' };
    const segment = segmentOf('a', [row]);
    const { booking: _, ...columns } = segment.columns;
    expect(segmentAsOf({ ...segment, columns }, parseIsoDate('2026-03-04')).count).toBe(0);
    expect(segmentAsOf({ ...segment, columns }, parseIsoDate('2026-03-05')).count).toBe(1);
  });

  test('facts of the register with a later day are not known yet; those without one count and are counted', () => {
    const day = (text: string): Day => parseIsoDate(text);
    const register = [
      {
        account: 'X',
        customerId: '1',
        openedOn: day('2026-01-01'),
        closedOn: day('2026-06-01'),
        balance: 5,
        balanceOn: day('2026-05-01'),
      },
      { account: 'X', customerId: '2', role: 'signatory', validFrom: day('2026-04-01') },
      { account: 'X', phoneHash: 'h' },
    ] as const;
    const segment = { ...segmentOf('a', []), register };
    expect(segmentAsOf(segment, day('2026-03-01')).register).toEqual([
      { account: 'X', customerId: '1', openedOn: day('2026-01-01') },
      { account: 'X', phoneHash: 'h' },
    ]);
    expect(undatedFacts([segment])).toBe(1);
  });
});
