/** Tables of a document as text, and that text read as payments and registers. */
import { describe, expect, test } from 'vitest';
import { readTables, tablePlaces, tableText, type DocumentTable } from '../../src/formats/table-text.ts';
import { memberOf, readRows, thrownBy, type Reading } from '../fixtures/read-rows.ts';

const IBAN = 'AT611904300234573201';
const header = ['Booking date', 'Counterparty', 'Text', 'Amount', 'Currency'];
const march: DocumentTable = {
  name: 'March',
  rows: [
    ['Account', IBAN],
    [],
    header,
    ['2026-03-02', 'Berta "B" Beispiel', 'rent, March', '-700.00', 'EUR'],
    ['2026-03-03', 'Arbeit GmbH', 'wages\nMarch', '1850.50', 'EUR'],
    ['2026-03-32', 'Carl', '', '1.00', 'EUR'],
  ],
};
const april: DocumentTable = {
  name: 'April',
  rows: [
    ['Account', IBAN],
    header,
    ['2026-04-09', 'Dora', '', '-9.80', 'EUR'],
    ['2026-04-08', 'Emil', '', '-20', 'EUR'],
    ['2026-04-07', 'Frida', 'x', '-x', 'EUR'],
  ],
};

function read(tables: readonly DocumentTable[]): Reading {
  return readRows(tableText(tables), (_source, member, sink) => {
    readTables(tables, member, sink);
  });
}

describe('the text of tables', () => {
  test('has a line per row, filled up to the width, under a line with the name', () => {
    const text = Buffer.from(tableText([march, { name: 'a\nb', rows: [] }])).toString();
    expect(text).toBe(
      `\fMarch\nAccount,${IBAN},,,\n\n${header.join(',')}\n` +
        '2026-03-02,"Berta ""B"" Beispiel","rent, March",-700.00,EUR\n' +
        '2026-03-03,Arbeit GmbH,wages March,1850.50,EUR\n2026-03-32,Carl,,1.00,EUR\n\fa b\n',
    );
    const bytes = Buffer.from(text);
    expect(tablePlaces(bytes)).toEqual([
      { name: 'March', start: 7, end: bytes.length - 5 },
      { name: 'a b', start: bytes.length, end: bytes.length },
    ]);
  });
  test('is bounded where one cell stands far out', () => {
    const far = new Array<string>(16384).fill('');
    far[16383] = 'x';
    const rows = [far, ...Array.from({ length: 100 }, () => ['a'])];
    expect(tableText([{ name: 'far', rows }]).length).toBeLessThan(17_000 + 101 * 513);
  });
});

describe('reading tables', () => {
  test('records go on over tables, lines are rows, rejects name the table', () => {
    const { rows, segment } = read([
      march,
      { name: 'Notes', rows: [['nothing here']] },
      { name: 'Empty', rows: [[], ['']] },
      april,
    ]);
    expect(segment.records).toEqual({ read: 6, kept: 4, rejected: 2, notBooked: 0 });
    // April begins with its newest row and is turned round, by itself.
    expect(rows.map(({ record, booking, amount }) => [record, booking, amount])).toEqual([
      [1, '2026-03-02', '700.00 EUR'],
      [2, '2026-03-03', '1850.50 EUR'],
      [5, '2026-04-08', '20.00 EUR'],
      [4, '2026-04-09', '9.80 EUR'],
    ]);
    expect(rows[0]?.bytes).toBe('2026-03-02,"Berta ""B"" Beispiel","rent, March",-700.00,EUR');
    expect(rows.map(({ statement }) => statement)).toEqual([0, 0, 1, 1]);
    expect(segment.statements.map(({ from, to }) => [from, to])).toEqual([
      [segment.columns.booking?.[0], segment.columns.booking?.[1]],
      [segment.columns.booking?.[2], segment.columns.booking?.[3]],
    ]);
    expect(segment.rejects.map(({ record, line, field }) => [record, line, field])).toEqual([
      [3, 6, 'March!Booking date'],
      [6, 5, 'April!Amount'],
    ]);
    expect(segment.warnings.filter((warning) => warning.includes('Notes'))).toEqual([
      'table left out: Notes: no line has two known column names',
    ]);
    expect(segment.warnings.join('\n')).not.toContain('Empty');
  });
  test('a register beside payments', () => {
    const register = {
      name: 'Accounts',
      rows: [
        ['Account ID', 'Customer ID', 'Holder name', 'Type', 'Opened on'],
        [IBAN, 'K1', 'Ana', 'person', '2023-04-15'],
        ['', 'K2', 'Ben', 'person', ''],
      ],
    };
    const { segment } = read([register, april]);
    expect(segment.register).toMatchObject([{ account: IBAN, holderName: 'Ana' }]);
    expect(segment.rejects.map(({ record, field }) => [record, field])).toEqual([
      [2, 'Accounts!Account ID'],
      [5, 'April!Amount'],
    ]);
    expect(segment.records).toEqual({ read: 5, kept: 3, rejected: 2, notBooked: 0 });
  });
  test('a single table is not named', () => {
    expect(read([april]).segment.rejects[0]?.field).toBe('Amount');
  });
  test('no table of either kind', () => {
    const reading = (tables: readonly DocumentTable[]): unknown => thrownBy(() => read(tables));
    expect(reading([{ name: 'Notes', rows: [['a'], ['b']] }])).toMatchObject({
      code: 'CLEW_FORMAT_UNKNOWN',
      parameters: { reason: 'Notes: no line has two known column names' },
    });
    expect(reading([])).toMatchObject({ parameters: { reason: 'it holds no rows' } });
  });
  test('the same tables give the same bytes', () => {
    expect(tableText([march, april])).toEqual(tableText([march, april]));
    expect(memberOf(tableText([march])).encoding).toBe('utf-8');
  });
});

describe('the account of tables that name none', () => {
  const rows = [header, ['2026-04-09', 'Dora', '', '-9.80', 'EUR']];
  const other = 'DE89370400440532013000';
  const ownOf = (tables: readonly DocumentTable[]): string[] => read(tables).rows.map(({ from }) => from);
  const made = 'account:FILE-0000000000000000';
  test('stands in the name of the table', () => {
    expect(
      ownOf([
        { name: `Umsätze_${IBAN}`, rows },
        { name: '370400440532', rows },
      ]),
    ).toEqual([`account:${IBAN}`, 'account:370400440532']);
    expect(ownOf([{ name: '20260301-20260331', rows }])).toEqual([made]);
  });
  test('stands in a table of particulars, and nowhere where there are two', () => {
    const particulars = (iban: string): DocumentTable => ({ name: 'About', rows: [['IBAN', iban]] });
    expect(ownOf([{ name: 'S', rows }, particulars(IBAN)])).toEqual([`account:${IBAN}`]);
    expect(ownOf([particulars(IBAN), { name: 'S', rows }, particulars(other)])).toEqual([made]);
  });
});
