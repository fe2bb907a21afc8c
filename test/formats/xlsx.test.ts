/** Workbooks: what cells say, two date systems, several sheets, and what hostile files do. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { EntrySink } from '../../src/formats/format.ts';
import ods from '../../src/formats/ods.ts';
import { plainDecimal } from '../../src/formats/sheets/cell-number.ts';
import { builtInKind, formatKind } from '../../src/formats/sheets/number-format.ts';
import { isoText, serialText } from '../../src/formats/sheets/serial-date.ts';
import xlsx from '../../src/formats/xlsx.ts';
import { memorySource } from '../../src/intake/byte-source.ts';
import { packageRoot } from '../../src/package-root.ts';
import { memberOf, readRows, thrownBy, type Reading } from '../fixtures/read-rows.ts';
import { rowOf, workbookOf, type WorkbookOf } from '../fixtures/sheets/workbook-of.ts';

const IBAN = 'AT611904300234573201';
const header = ['Booking date', 'Account number', 'Counterparty', 'Amount', 'Currency'];
const fixture = (name: string): Buffer => readFileSync(join(packageRoot, 'test/fixtures/xlsx', name));
const read = (bytes: Uint8Array): Reading => readRows(bytes, xlsx.read, xlsx.derive);
const readBook = (book: WorkbookOf): Reading => read(workbookOf(book));
const textOf = (book: WorkbookOf): string => {
  const bytes = workbookOf(book);
  return Buffer.from(xlsx.derive(memorySource(bytes), memberOf(bytes))).toString();
};
const fault = (book: WorkbookOf): unknown => thrownBy(() => readBook(book));
const head = (bytes: Uint8Array): Parameters<typeof xlsx.recognise>[0] => ({
  name: 'x',
  bytes: bytes.subarray(0, 65536),
  text: Buffer.from(bytes).toString('latin1'),
});

describe('workbooks of other programs', () => {
  test('openpyxl: 1904, a merged preamble, two sheets of one account, a hidden sum', () => {
    const bytes = fixture('openpyxl-1904.xlsx');
    expect(xlsx.recognise(head(bytes)).sureness).toBe(95);
    const { rows, segment, names } = read(bytes);
    expect(
      rows.map(({ record, from, to, amount, booking, value, time }) => [
        record,
        from,
        to,
        amount,
        booking,
        value,
        time,
      ]),
    ).toEqual([
      [1, `account:${IBAN}`, 'account:AT483200000012345864', '700.00 EUR', '2026-03-02', '2026-03-02', undefined],
      [2, 'account:AT022011100003429660', `account:${IBAN}`, '1850.50 EUR', '2026-03-03', '2026-03-04', undefined],
      [3, `account:${IBAN}`, 'name:demo dora|', '9.80 EUR', '2026-03-09', '2026-03-09', undefined],
      // Stored as 0.30000000000000004.
      [4, 'account:AT483200000012345864', `account:${IBAN}`, '0.30 EUR', '2026-04-01', '2026-04-01', undefined],
    ]);
    expect(rows[2]?.bytes).toBe('2026-03-09,2026-03-09,Dora Demo,,=Kino,-9.8,EUR');
    expect(names['account:AT483200000012345864']).toContain('Berta Beispiel');
    expect(segment.records).toEqual({ read: 4, kept: 4, rejected: 0, notBooked: 0 });
    expect(segment.warnings).toEqual([
      '1 formulas of the sheet Summen have no value; their cells are read as empty',
      'the sheet Summen is hidden in its program; it is read',
      'table left out: Summen: no line has two known column names',
    ]);
  });
  test('XlsxWriter: 1900, times, debit and credit, saved values of formulas, an error cell', () => {
    const { rows, segment } = read(fixture('xlsxwriter-1900.xlsx'));
    expect(rows.map(({ amount, booking, value, time }) => [amount, booking, value, time])).toEqual([
      ['3.20 GBP', '2026-01-05', '2026-01-05', 9 * 3600 + 15 * 60 + 30],
      // Midnight cannot be told from a day, so it is one.
      ['3.20 GBP', '2026-01-06', '2026-01-07', undefined],
      ['19.99 GBP', '2026-01-07', '2026-01-08', 86399],
    ]);
    // 100.00 - 3.20 + 3.20 - 19.99 = 80.01
    expect(segment.statements).toMatchObject([{ opening: 10000, closing: 8001 }]);
    expect(segment.rejects).toEqual([{ record: 4, line: 5, field: 'Debit', reason: '#DIV/0! is not an amount' }]);
  });
});

describe('cells', () => {
  test('shared and inline strings, runs, escapes, booleans, errors, formulas', () => {
    const cells =
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>Hal</t></r><r><t xml:space="preserve">lo </t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>' +
      '<c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><f>NA()</f><v>#N/A</v></c><c r="F1" t="str"><f>A1</f><v>=1+1</v></c><c r="G1"><f>1+1</f><v>2</v></c><c t="s"><v>99</v></c>';
    const strings = ['<t>Müller &amp; Söhne</t>', '<r><t>a_x000D_b</t></r><r><t>, c</t></r><rPh><t>no</t></rPh>'];
    expect(textOf({ sheets: { One: `<row r="1">${cells}</row>` }, strings })).toBe(
      '\fOne\nMüller & Söhne,"a b, c",Hallo ,TRUE,#N/A,=1+1,2\n',
    );
  });
  test('rows and cells that name no place follow those before; empty rows keep their numbers', () => {
    const rows =
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>';
    expect(textOf({ sheets: { One: rows } })).toBe('\fOne\n1,2,,\n\n\n,,3,4\n5,,,\n');
  });
  test('days by built-in and own formats, in either system', () => {
    const cells = rowOf(1, [46023, 46023.5, 0.5, 46023, 46023.25, 46023], [1, 2, 3, 4, 5, 6]);
    const formats = [14, 22, 20, '[$-407]d. mmmm yyyy', 'dd/mm/yyyy h:mm AM/PM', '#,##0.00 &quot;day&quot;'];
    expect(textOf({ sheets: { One: cells }, formats })).toBe(
      '\fOne\n2026-01-01,2026-01-01 12:00:00,12:00:00,2026-01-01,2026-01-01 06:00:00,46023\n',
    );
    const later = 46023 - 1462;
    expect(textOf({ sheets: { One: rowOf(1, [later], [1]) }, formats, date1904: true })).toBe('\fOne\n2026-01-01\n');
  });
  test.each([
    ['1234.5600000000001', '1234.56'],
    ['1234.5599999999999', '1234.56'],
    ['999999999999.995', '999999999999.9950'],
    ['0.30000000000000004', '0.3'],
    ['1E-2', '0.01'],
    ['-1.2345600000000001E3', '-1234.56'],
    ['9.9999999999999995E2', '1000'],
    ['12E3', '12000'],
    ['-0', '0'],
    ['007', '7'],
    ['1234.005', '1234.0050'],
    ['12345678901234567890', '12345678901234567890'],
    ['1e-99', '0'],
    ['1.234', '1.2340'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['1,5', undefined],
    ['1e999', undefined],
    ['', undefined],
  ])('the number %s is %s', (text, decimal) => {
    expect(plainDecimal(text)).toBe(decimal);
  });
  test.each([
    ['1', 1900, '1900-01-01'],
    ['59', 1900, '1900-02-28'],
    ['60', 1900, undefined],
    ['61', 1900, '1900-03-01'],
    ['2958465', 1900, '9999-12-31'],
    ['2958466', 1900, undefined],
    ['0', 1904, '1904-01-01'],
    ['45000.999999', 1900, '2023-03-16'],
    ['-1', 1900, undefined],
  ] as const)('the serial %s of %s is %s', (serial, system, day) => {
    expect(serialText(serial, 'date', system)).toBe(day);
  });
  test.each([
    ['dd/mm/yyyy;@', 'date'],
    ['yyyy"年"m"月"d"日"', 'date'],
    ['TT.MM.JJJJ', 'date'],
    ['jj/mm/aaaa', 'date'],
    ['mmm', 'date'],
    ['h:mm:ss', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm', undefined],
    ['dd.mm.yy hh:mm', 'moment'],
    ['General', undefined],
    ['#,##0.00\\ "Md"', undefined],
    ['[Red]0.00', undefined],
    ['0.00E+00', undefined],
    ['@', undefined],
  ])('the format %s shows %s', (code, kind) => {
    expect(formatKind(code)).toBe(kind);
  });
  test('built-in formats', () => {
    expect([0, 2, 14, 17, 18, 21, 22, 30, 37, 45, 49, 57].map(builtInKind)).toEqual([
      undefined, undefined, 'date', 'date', 'time', 'time', 'moment', 'date', undefined, undefined, undefined, 'date',
    ]); // prettier-ignore
  });
  test('ISO days lose a midnight and a fraction of a second', () => {
    expect(['2026-03-02T00:00:00.000', '2026-03-02T10:15:00.5', '2026-03-02', '2026-03-02T00:00:00Z', 'x'].map(isoText)).toEqual([
      '2026-03-02', '2026-03-02 10:15:00', '2026-03-02', '2026-03-02 00:00:00Z', undefined,
    ]); // prettier-ignore
  });
});

describe('columns', () => {
  const sheet = (rows: readonly (readonly (string | number)[])[]): string =>
    [header, ...rows].map((row, i) => rowOf(i + 1, row)).join('');
  test('serial days without a style, where all are plausible', () => {
    const { rows, segment } = readBook({
      sheets: {
        S: sheet([
          [46023, IBAN, 'A', -12.5, 'EUR'],
          [46024, IBAN, 'B', 3, 'EUR'],
        ]),
      },
    });
    expect(rows.map(({ booking, amount, time }) => [booking, amount, time])).toEqual([
      ['2026-01-01', '12.50 EUR', undefined],
      ['2026-01-02', '3.00 EUR', undefined],
    ]);
    expect(segment.warnings).toEqual([
      'S: Booking date holds serial days without a format of dates; read as such (1900 system)',
    ]);
  });
  test('one number that is no serial leaves the column as it stands', () => {
    const book = {
      sheets: {
        S: sheet([
          [46023, IBAN, 'A', -12.5, 'EUR'],
          [7, IBAN, 'B', 3, 'EUR'],
        ]),
      },
    };
    expect(textOf(book)).toContain('\n46023,');
    expect(fault(book)).toMatchObject({ code: 'CLEW_FORMAT_UNKNOWN' });
  });
  test('amounts as text with a decimal comma; a number finer than a cent is rejected', () => {
    const { rows, segment } = readBook({
      sheets: {
        S: sheet([
          ['02.03.2026', IBAN, 'A', '-1.234,56', 'EUR'],
          ['31.03.2026', IBAN, 'B', '0,50', 'EUR'],
        ]),
        T: sheet([
          ['02.03.2026', IBAN, 'A', 1.005, 'EUR'],
          ['31.03.2026', IBAN, 'B', 5, 'EUR'],
        ]),
      },
    });
    expect(rows.map(({ amount }) => amount)).toEqual(['1234.56 EUR', '0.50 EUR', '5.00 EUR']);
    expect(segment.rejects).toMatchObject([{ record: 3, line: 2, field: 'T!Amount' }]);
  });
  test('numbers among texts with a decimal comma', () => {
    const amounts = ['-1.234,56', 12.5, -3, 1.239];
    const book = { sheets: { S: sheet(amounts.map((amount) => ['2026-03-31', IBAN, 'A', amount, 'EUR'])) } };
    const { rows, segment } = readBook(book);
    expect(rows.map(({ amount }) => amount)).toEqual(['1234.56 EUR', '12.50 EUR', '3.00 EUR']);
    expect(segment.rejects).toMatchObject([{ record: 4, line: 5, field: 'Amount' }]);
  });
  test('days that a program made of texts whose day could be a month', () => {
    const rows = ['13/03/2026', '31/03/2026'].map((day) => [day, IBAN, 'A', 1, 'EUR']);
    const days = rowOf(4, [46082, IBAN, 'B', 2, 'EUR'], [1]);
    const { rows: read, segment } = readBook({ sheets: { S: sheet(rows) + days }, formats: [14] });
    expect(read.map(({ booking }) => booking).sort()).toEqual(['2026-03-01', '2026-03-13', '2026-03-31']);
    expect(segment.warnings[0]).toMatch(/^S: Booking date holds 1 days and 2 texts.*swapped/);
    const sure = readBook({ sheets: { S: sheet(rows) + rowOf(4, [46104, IBAN, 'B', 2, 'EUR'], [1]) }, formats: [14] });
    expect(sure.segment.warnings.join()).not.toContain('swapped');
  });
  test('a currency that only the numbers’ format shows', () => {
    const formats = ['#,##0.00 [$€-407]', '#,##0.00 [$CHF]', '&quot;$&quot;0.00'];
    const shown = (styles: readonly number[], names = ['Date', 'IBAN', 'Amount']): string[] => {
      const rows = styles.map((style, i) => rowOf(i + 2, ['2026-03-31', IBAN, i + 1], [0, 0, style]));
      return readBook({ sheets: { S: rowOf(1, names) + rows.join('') }, formats }).rows.map(({ amount }) => amount);
    };
    expect(shown([1, 1])).toEqual(['1.00 EUR', '2.00 EUR']);
    expect(shown([1, 2])).toEqual(['1.00 XXX', '2.00 XXX']);
    expect(shown([1, 0])).toEqual(['1.00 XXX', '2.00 XXX']);
    expect(shown([3])).toEqual(['1.00 XXX']);
    // What the file says in words goes before.
    expect(shown([1], ['Date', 'IBAN', 'Amount (USD)'])).toEqual(['1.00 USD']);
  });
  test('a header of two lines, its names merged downwards', () => {
    const cells =
      rowOf(1, ['Booking date', 'Account number', 'Counterparty', '', 'Amount', 'Currency']) +
      rowOf(2, ['', '', 'Counterparty name', 'Counterparty IBAN']) +
      rowOf(3, ['2026-03-02', IBAN, 'Berta', 'AT483200000012345864', -5, 'EUR']);
    const merges =
      '</sheetData><mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/><mergeCell ref="C1:D1"/><mergeCell ref="E1:E2"/><mergeCell ref="F1:F2"/><mergeCell ref="E3:E9"/></mergeCells><sheetData>';
    const { rows, segment } = readBook({ sheets: { S: cells + merges } });
    expect(rows.map(({ to, amount }) => [to, amount])).toEqual([['account:AT483200000012345864', '5.00 EUR']]);
    expect(segment.records).toEqual({ read: 1, kept: 1, rejected: 0, notBooked: 0 });
  });
  test('a register beside the payments', () => {
    const register =
      rowOf(1, ['Account ID', 'Customer ID', 'Holder name', 'Type', 'Opened on']) +
      rowOf(2, [IBAN, 'K1', 'Ana', 'person', 45000]);
    const { segment } = readBook({ sheets: { Accounts: register, S: sheet([['2026-03-02', IBAN, 'A', 1, 'EUR']]) } });
    // 45000 is 15 March 2023.
    expect(segment.register).toMatchObject([{ account: IBAN, holderName: 'Ana', openedOn: 19431 }]);
    expect(segment.records).toEqual({ read: 2, kept: 2, rejected: 0, notBooked: 0 });
  });
});

describe('broken and hostile workbooks', () => {
  const good = rowOf(1, header) + rowOf(2, ['2026-03-02', IBAN, 'A', 1, 'EUR']);
  test('missing parts', () => {
    expect(fault({ sheets: { S: good }, without: ['xl/workbook.xml'] })).toMatchObject({
      code: 'CLEW_FILE_UNREADABLE',
    });
    expect(fault({ sheets: { S: good }, without: ['xl/_rels/workbook.xml.rels'] })).toMatchObject({
      code: 'CLEW_FORMAT_UNKNOWN',
    });
    const { segment } = readBook({
      sheets: { S: good, T: '' },
      without: ['xl/worksheets/sheet2.xml', 'xl/styles.xml', 'xl/sharedStrings.xml', '_rels/.rels'],
    });
    expect(segment.count).toBe(1);
    expect(segment.warnings).toEqual(['the sheet T is named but not in the file']);
  });
  test('a sheet that breaks off keeps the rows before', () => {
    const content = `<worksheet><sheetData>${good}<row r="3"><c r="A3"`;
    const { segment } = readBook({ sheets: { S: '' }, parts: [{ name: 'xl/worksheets/sheet1.xml', content }] });
    expect(segment.records.kept).toBe(1);
    expect(segment.warnings[0]).toMatch(/^the sheet S breaks off in row 3/);
  });
  test('other documents say what they are', () => {
    const other = (name: string): unknown =>
      fault({ sheets: {}, without: ['xl/workbook.xml'], parts: [{ name, content: '' }] });
    expect(other('word/document.xml')).toMatchObject({
      code: 'CLEW_FORMAT_UNKNOWN',
      message: expect.stringContaining('docx') as string,
    });
    const binary = workbookOf({
      sheets: {},
      parts: [
        {
          name: '_rels/.rels',
          content:
            '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/xl/workbook.bin"/></Relationships>',
        },
        { name: 'xl/workbook.bin', content: '' },
      ],
    });
    expect(thrownBy(() => read(binary))).toMatchObject({ message: expect.stringContaining('.xlsb') as string });
  });
  test('a document type, and depth', () => {
    const xml = (content: string): unknown =>
      fault({ sheets: { S: '' }, parts: [{ name: 'xl/worksheets/sheet1.xml', content }] });
    expect(xml('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>')).toMatchObject({ code: 'CLEW_FILE_REFUSED' });
    expect(xml('<a>'.repeat(1000))).toMatchObject({ code: 'CLEW_LIMIT' });
  });
  test('cells far out, and more of them than are taken', () => {
    const far = (place: string): unknown =>
      fault({ sheets: { S: `${good}<row r="3"><c r="${place}"><v>1</v></c></row>` } });
    expect(far('XFD3')).toBeUndefined();
    expect(far('XFE3')).toMatchObject({ code: 'CLEW_LIMIT' });
    expect(far('ZZZZZZZZZZZZ3')).toMatchObject({ code: 'CLEW_LIMIT' });
    const last = { sheets: { S: `${good}<row r="1048576"><c r="A1048576"><v>1</v></c></row>` } };
    expect(readBook(last).segment.records.kept).toBe(1);
    expect(fault({ sheets: { S: `<row r="1048577"><c><v>1</v></c></row>` } })).toMatchObject({ code: 'CLEW_LIMIT' });
    const wide = Array.from({ length: 1300 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`).join(
      '',
    );
    expect(fault({ sheets: { S: wide } })).toMatchObject({
      code: 'CLEW_LIMIT',
      parameters: { what: 'the number of cells' },
    });
  });
  test('a zip bomb, lying sizes and checksums, a cut file', () => {
    const name = 'xl/worksheets/sheet1.xml';
    const part = (file: object): unknown =>
      fault({
        sheets: { S: '' },
        parts: [{ name, content: `<worksheet><sheetData>${good}</sheetData></worksheet>`, ...file }],
      });
    expect(part({ content: '<a>'.padEnd(8 << 20) })).toMatchObject({ code: 'CLEW_LIMIT' });
    expect(part({ content: '<a>'.padEnd(8 << 20), claimedBytes: 100 })).toMatchObject({ code: 'CLEW_LIMIT' });
    expect(part({ claimedBytes: 5 })).toMatchObject({ code: 'CLEW_FILE_UNREADABLE' });
    expect(part({ checksum: 1 })).toMatchObject({ code: 'CLEW_FILE_UNREADABLE' });
    expect(part({ flags: 1 })).toMatchObject({ code: 'CLEW_FILE_REFUSED' });
    const whole = workbookOf({ sheets: { S: good } });
    for (const length of [30, 200, whole.length - 1]) {
      expect(thrownBy(() => read(whole.subarray(0, length)))).toMatchObject({ code: 'CLEW_FILE_UNREADABLE' });
    }
  });
  test('any byte changed is a coded error or the same rows', () => {
    const whole = workbookOf({ sheets: { S: good } });
    for (let at = 0; at < whole.length; at += 7) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] as number) ^ 0x55;
      const thrown = thrownBy(() => read(changed));
      if (thrown !== undefined) expect(thrown).toHaveProperty('code', expect.stringMatching(/^CLEW_(?!INTERNAL)/));
    }
  });
  test('reading ends when it is cancelled', () => {
    const bytes = workbookOf({ sheets: { S: good } });
    const sink = {
      progress: () => {
        throw new Error('cancelled');
      },
    } as unknown as EntrySink;
    expect(() => xlsx.read(memorySource(bytes), memberOf(bytes), sink)).toThrow('cancelled');
  });
  test('is sure of its own files only', () => {
    expect(xlsx.recognise(head(Buffer.from('PK\x03\x04'))).sureness).toBe(0);
    expect(xlsx.recognise(head(readFileSync(join(packageRoot, 'test/fixtures/ods/odfpy.ods')))).sureness).toBe(0);
    expect(ods.recognise(head(workbookOf({ sheets: {} }))).sureness).toBe(0);
  });
});
