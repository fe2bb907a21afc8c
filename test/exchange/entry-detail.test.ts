/** From an id to the bank's own record, in every format: where it stands, its fields, what is masked. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCase, type Case } from '../../src/cases/case.ts';
import { entryDetail } from '../../src/exchange/entry-detail.ts';
import { isPlain, MASK, plainReason, type PlainKind } from '../../src/exchange/field-masks.ts';
import { LineNumbers } from '../../src/exchange/line-numbers.ts';
import { camtFields, goamlFields, mtFields } from '../../src/exchange/record-fields.ts';
import { fileSource, memorySource } from '../../src/intake/byte-source.ts';
import { packageRoot } from '../../src/package-root.ts';
import type { EntryDetail } from '../../src/server/api.ts';
import { bankFolder, secrets } from './bank-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'clew-entry-'));
const files = bankFolder();
let opened: Case;
beforeAll(async () => {
  let now = 0;
  opened = createCase(join(folder, 'case'), { actor: 'tester', clock: () => ++now, purpose: 'test' });
  await opened.importPaths([files.path], { purpose: 'test', origin: 'bank', workers: 1 });
});
afterAll(() => {
  opened.close();
  files.remove();
  rmSync(folder, { recursive: true, force: true });
});

function detail(name: string, record: number, isRevealed = false): EntryDetail {
  const found = opened.segments().find((segment) => segment.name.endsWith(name));
  if (!found) throw new Error(`no ${name}`);
  const source = fileSource(opened.sourcePath(found.sha256));
  try {
    return entryDetail(`${found.sha256.slice(0, 12)}-${record}`, opened.readSegment(found.sha256), source, isRevealed);
  } finally {
    source.close();
  }
}
const shown = ({ fields }: EntryDetail): Record<string, string> =>
  Object.fromEntries(
    fields.filter(({ masked, value }) => !masked && value !== '').map(({ name, value }) => [name, value]),
  );

describe('a record of each format', () => {
  test('CSV: fields by the file’s own header', () => {
    const entry = detail('giro-1.csv', 4);
    expect(entry).toMatchObject({ record: 4, line: 5, masked: true });
    expect(shown(entry)).toEqual({
      Buchungstag: '05.03.2026',
      Valuta: '05.03.2026',
      Betrag: '-20,00',
      Waehrung: 'EUR',
    });
    expect(entry.fields.find(({ name }) => name === 'Verwendungszweck')).toEqual({
      name: 'Verwendungszweck',
      value: MASK,
      masked: true,
    });
    const revealed = detail('giro-1.csv', 4, true);
    expect(revealed.fields.find(({ name }) => name === 'Verwendungszweck')?.value).toBe('Danke; bis bald');
    expect(revealed.raw).toBe(
      '05.03.2026;05.03.2026;AT611904300234573201;Carl Muster;AT483200000012345864;"Danke; bis bald";-20,00;EUR',
    );
  });
  test('camt: fields by element path', () => {
    const entry = detail('statement.xml', 1);
    expect(entry.line).toBe(8);
    expect(shown(entry)).toMatchObject({
      Amt: '250.00',
      CdtDbtInd: 'CRDT',
      'BookgDt/Dt': '2026-03-05',
      'NtryDtls/Btch/NbOfTxs': '2',
    });
    expect(entry.fields.find(({ name }) => name.endsWith('Ustrd'))?.masked).toBe(true);
    const revealed = detail('statement.xml', 1, true);
    expect(revealed.fields.find(({ name }) => name.endsWith('Ustrd'))?.value).toBe('Spende A & B');
    expect(revealed.fields.filter(({ name }) => name.endsWith('Nm')).map(({ value }) => value)).toEqual([
      'Emil Erfunden',
      'Frida Falsch',
    ]);
  });
  test('MT940: fields by tag and subfield', () => {
    const entry = detail('statement.sta', 2);
    expect(entry.line).toBe(7);
    expect(shown(entry)).toMatchObject({
      ':61: value date': '260303',
      ':61: amount': '20,',
      ':61: debit or credit': 'C',
      ':86: code': '166',
    });
    expect(detail('statement.sta', 2, true).fields.find(({ value }) => value === 'Gerda Geheim')?.name).toBe(
      ':86: ?32',
    );
  });
  test('a workbook: fields by the header of the sheet, with sheet and row', async () => {
    const path = join(packageRoot, 'test/fixtures/xlsx/openpyxl-1904.xlsx');
    await opened.importPaths([path], { purpose: 'test', origin: 'bank', workers: 0 });
    const entry = detail('openpyxl-1904.xlsx', 4);
    expect(entry).toMatchObject({ record: 4, line: 3, table: 'April 2026', masked: true });
    expect(shown(entry)).toEqual({ Buchungstag: '2026-04-01', Valuta: '2026-04-01', Betrag: '0.3', Währung: 'EUR' });
    expect(detail('openpyxl-1904.xlsx', 1)).toMatchObject({ line: 5, table: 'März 2026' });
    const revealed = detail('openpyxl-1904.xlsx', 4, true);
    expect(revealed.fields.find(({ name }) => name === 'Verwendungszweck')?.value).toBe('Danke');
    expect(revealed.raw).toBe('2026-04-01,2026-04-01,Carl Muster,AT483200000012345864,Danke,0.3,EUR');
  });
  test('no name, account or text is in any masked record', () => {
    for (const [name, records] of [
      ['giro-1.csv', [1, 2, 4]],
      ['giro-2.csv', [1, 2, 3]],
      ['transfers.csv', [1, 2]],
      ['statement.xml', [1, 2, 3]],
      ['statement.sta', [1, 2]],
    ] as const) {
      for (const record of records) {
        const { fields, raw } = detail(name, record);
        const values = fields.map(({ value }) => value).join('\n');
        expect(raw).toBeUndefined();
        for (const secret of secrets) expect(values, `${name} ${record}`).not.toContain(secret);
      }
    }
  });
  test('a record that is not there', () => {
    expect(() => detail('giro-1.csv', 99)).toThrow('was not found');
  });
});

describe('masks', () => {
  test.each<[PlainKind | undefined, string, boolean]>([
    ['date', '02.03.2026', true],
    ['date', '2026-03-02T10:15:00+01:00', true],
    ['date', 'Dora Demo', false],
    ['amount', '-1.850,50', true],
    ['amount', "1'234.50 CHF", true],
    ['amount', '(12.50)', true],
    ['amount', 'AT611904300234573201', false],
    ['amount', 'Miete 700', false],
    ['currency', 'EUR', true],
    ['code', 'DBIT', true],
    ['code', 'Dora', false],
    ['code', '-', true],
    ['bank', 'BKAUATWWXXX', true],
    [undefined, '02.03.2026', false],
    [undefined, '', true],
  ])('%s: %s', (kind, value, isShown) => {
    expect(isPlain(kind, value)).toBe(isShown);
  });
  test('a reason quotes the slip of a number and nothing else', () => {
    expect(plainReason('31.02.2026 is no day')).toBe('31.02.2026 is no day');
    expect(plainReason('O,35 is not an amount')).toBe('O,35 is not an amount');
    expect(plainReason('Gerda Geheim is not an amount')).toBe(`${MASK} is not an amount`);
    expect(plainReason('AT611904300234573201 is no day')).toBe(`${MASK} is no day`);
    expect(plainReason('Anna\nis not Berta is no day')).toBe(`${MASK} is no day`);
    expect(plainReason('Anna is not Berta is no day')).toBe(`${MASK} is no day`);
    expect(plainReason('7 fields where the header has 15')).toBe('7 fields where the header has 15');
  });
});

describe('splitting', () => {
  test('XML with comments, character data, prefixes and empty elements', () => {
    const fields = camtFields(
      '<n:Ntry><!-- Nm --><n:Amt Ccy="EUR">1.00</n:Amt><n:Nm><![CDATA[A < B]]> &#233;</n:Nm><n:Sts/></n:Ntry>',
    );
    expect(fields).toEqual([
      { name: 'Amt/@Ccy', value: 'EUR', plain: 'currency' },
      { name: 'Amt', value: '1.00', plain: 'amount' },
      { name: 'Nm', value: 'A < B é' },
    ]);
  });
  test('a statement line with a supplementary line, and one that is none', () => {
    expect(mtFields(':61:260303RD12,5FNTRFA/B//C\r\nmore').map(({ value }) => value)).toEqual([
      '260303',
      'RD',
      '12,5',
      'FNTR',
      'FA/B',
      'C',
      'more',
    ]);
    expect(mtFields(':61:nonsense')).toEqual([{ name: ':61:', value: 'nonsense' }]);
  });
});

describe('line numbers', () => {
  const lines = (text: Uint8Array, encoding: string, offset: number): number =>
    new LineNumbers(encoding).lineOf(memorySource(text), offset);
  test('line feeds, carriage returns and both are one line end each', () => {
    const text = new TextEncoder().encode('a\nb\r\nc\rd');
    expect([0, 2, 5, 7].map((offset) => lines(text, 'utf-8', offset))).toEqual([1, 2, 3, 4]);
  });
  test('UTF-16 in either order', () => {
    const little = Buffer.from('a\nb\r\nċ\nd', 'utf16le');
    expect([0, 4, 10, 14].map((offset) => lines(little, 'utf-16le', offset))).toEqual([1, 2, 3, 4]);
    const big = Buffer.from(little).swap16();
    expect([0, 4, 10, 14].map((offset) => lines(big, 'utf-16be', offset))).toEqual([1, 2, 3, 4]);
  });
  test('over blocks, asked in any order', () => {
    const text = Buffer.alloc(3 << 20, 'x\n');
    const numbers = new LineNumbers('utf-8');
    const source = memorySource(text);
    for (const offset of [3_000_000, 0, 2_097_152, 1_048_577])
      expect(numbers.lineOf(source, offset)).toBe(1 + Math.floor(offset / 2));
  });
});

test('goAML: codes, days and amounts are plain, persons are not, what is sealed is no field', () => {
  const fields = goamlFields(
    `<transaction><date_transaction>2026-03-02T10:15:30</date_transaction><teller>Tess</teller>
    <transmode_code>ATM</transmode_code><amount_local>1500.00</amount_local>
    <t_from><from_person><last_name>Ana</last_name><birthdate>1990-05-17T00:00:00</birthdate>
    <nationality1>RO</nationality1><passport_country>RO</passport_country></from_person>
    <from_country>AE</from_country></t_from><comments>she is afraid</comments></transaction>`,
  );
  const plain = fields.filter(({ plain: kind, value }) => kind !== undefined && isPlain(kind, value));
  expect(plain.map(({ name }) => name)).toEqual([
    'date_transaction', 'transmode_code', 'amount_local', 't_from/from_country',
  ]); // prettier-ignore
  expect(fields.map(({ name }) => name)).not.toContain('comments');
});
