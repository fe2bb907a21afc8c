/** OpenDocument spreadsheets, packed and flat. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import ods from '../../src/formats/ods.ts';
import { memorySource } from '../../src/intake/byte-source.ts';
import { packageRoot } from '../../src/package-root.ts';
import { memberOf, readRows, thrownBy, type Reading } from '../fixtures/read-rows.ts';
import { openDocumentContent, openDocumentOf } from '../fixtures/sheets/workbook-of.ts';

const fixture = readFileSync(join(packageRoot, 'test/fixtures/ods/odfpy.ods'));
const read = (bytes: Uint8Array): Reading => readRows(bytes, ods.read, ods.derive);
const textOf = (bytes: Uint8Array): string => Buffer.from(ods.derive(memorySource(bytes), memberOf(bytes))).toString();
const sureness = (bytes: Uint8Array): number =>
  ods.recognise({ name: 'x', bytes, text: Buffer.from(bytes).toString() }).sureness;
const cell = (text: string, more = ''): string =>
  `<table:table-cell office:value-type="string" ${more}><text:p>${text}</text:p></table:table-cell>`;
const row = (cells: string, more = ''): string => `<table:table-row ${more}>${cells}</table:table-row>`;
const table = (rows: string): string => `<table:table table:name="T">${rows}</table:table>`;

describe('OpenDocument spreadsheets', () => {
  test('odfpy: values from attributes, a million empty rows behind', () => {
    expect(sureness(fixture)).toBe(95);
    const { rows, segment } = read(fixture);
    expect(rows.map(({ amount, booking, value, time, bytes }) => [amount, booking, value, time, bytes])).toEqual([
      ['650.00 EUR', '2026-02-03', '2026-02-04', undefined, '2026-02-03,2026-02-04,Alquiler febrero,-650,EUR'],
      ['1200.55 EUR', '2026-02-05', '2026-02-05', 8.5 * 3600, '2026-02-05 08:30:00,2026-02-05,Nómina,1200.55,EUR'],
      ['12.50 EUR', '2026-02-06', undefined, undefined, '2026-02-06,,Bizum,-12.5,EUR'],
    ]);
    expect(rows[0]?.from).toBe('account:ES9121000418450200051332');
    // Two of three amounts are numbers without a currency, and there is a column of it besides.
    expect(segment.warnings).toEqual([]);
    expect(segment.records).toEqual({ read: 3, kept: 3, rejected: 0, notBooked: 0 });
  });
  test('repeated cells and rows, paragraphs, blanks, notes, covered cells, groups', () => {
    const rows =
      row(
        cell('a', 'table:number-columns-repeated="2"') +
          cell('<text:span>b<text:s text:c="2"/>c</text:span></text:p><text:p>d'),
        'table:number-rows-repeated="2"',
      ) +
      row('', 'table:number-rows-repeated="2"') +
      `<table:table-row-group>${row(
        '<table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>x</text:p></table:table-cell>' +
          '<table:covered-table-cell><text:p>under</text:p></table:covered-table-cell>' +
          '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>' +
          '<table:table-cell office:value-type="time" office:time-value="PT10H15M07S"/>' +
          '<table:table-cell office:value-type="percentage" office:value="1.1000000000000001E-1"/>',
      )}</table:table-row-group>`;
    expect(textOf(openDocumentOf(table(rows)))).toBe('\fT\na,a,b  c d,,\na,a,b  c d,,\n\n\nx,,TRUE,10:15:07,0.11\n');
  });
  test('flat XML', () => {
    const content = Buffer.from(
      openDocumentContent(
        table(row(cell('x'))),
        'document',
        'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"',
      ),
    );
    expect(sureness(content)).toBe(95);
    expect(textOf(content)).toBe('\fT\nx\n');
  });
  test('a head of many comments is looked at once', () => {
    expect(sureness(Buffer.from('<!-- -->'.repeat(8000)))).toBe(0);
    expect(sureness(Buffer.from(`<?xml version="1.0"?>${'<!-- -->'.repeat(8000)}<x>`))).toBe(0);
  });
  test('encrypted, without content, another kind of document, over limits', () => {
    const fault = (bytes: Uint8Array): unknown => thrownBy(() => read(bytes));
    expect(fault(openDocumentOf('', '<manifest:encryption-data/>'))).toMatchObject({ code: 'CLEW_FILE_REFUSED' });
    expect(fault(Buffer.from('<office:document xmlns:office="x"><office:text/></office:document>'))).toMatchObject({
      code: 'CLEW_FORMAT_UNKNOWN',
    });
    const wide = row(cell('x', 'table:number-columns-repeated="16384"'), 'table:number-rows-repeated="100000"');
    expect(fault(openDocumentOf(table(wide)))).toMatchObject({ code: 'CLEW_LIMIT' });
    const further = row(cell('x', 'table:number-columns-repeated="16384"').repeat(2));
    expect(fault(openDocumentOf(table(further)))).toMatchObject({ code: 'CLEW_LIMIT' });
    const tall = row(cell('x'), 'table:number-rows-repeated="1048576"').repeat(2);
    expect(fault(openDocumentOf(table(tall)))).toMatchObject({ code: 'CLEW_LIMIT' });
  });
});
