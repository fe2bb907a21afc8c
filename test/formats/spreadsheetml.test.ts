/** XML Spreadsheet 2003. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import spreadsheetml from '../../src/formats/spreadsheetml.ts';
import { packageRoot } from '../../src/package-root.ts';
import { readRows, thrownBy } from '../fixtures/read-rows.ts';

const fixture = readFileSync(join(packageRoot, 'test/fixtures/spreadsheetml/statement.xml'));

test('rows and cells by index, typed values, an error cell', () => {
  const { rows, segment } = readRows(fixture, spreadsheetml.read, spreadsheetml.derive);
  expect(rows.map(({ amount, booking, time, bytes }) => [amount, booking, time, bytes])).toEqual([
    ['120.50 EUR', '2026-03-02', undefined, '2026-03-02,Jansen & Zn,,-120.5,EUR'],
    ['19.90 EUR', '2026-03-03', 14 * 3600 + 300, '2026-03-03 14:05:00,De Vries,,19.9,EUR'],
  ]);
  expect(rows[0]?.from).toBe('account:NL91ABNA0417164300');
  expect(segment.rejects).toEqual([{ record: 3, line: 6, field: 'Amount', reason: '#REF! is not an amount' }]);
});

test('is sure of its own files only, and refuses document types', () => {
  const sureness = (text: string): number =>
    spreadsheetml.recognise({ name: 'x', bytes: Buffer.from(text), text }).sureness;
  expect(sureness(fixture.toString())).toBe(95);
  expect(sureness('<Workbook><Worksheet/></Workbook>')).toBe(0);
  expect(sureness('<!-- -->'.repeat(8000))).toBe(0);
  const hostile =
    '<!DOCTYPE Workbook [<!ENTITY a "aaaa">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>';
  expect(thrownBy(() => readRows(hostile, spreadsheetml.read))).toMatchObject({ code: 'CLEW_FILE_REFUSED' });
  const far =
    '<Workbook><Worksheet><Table><Row ss:Index="9999999"><Cell><Data>x</Data></Cell></Row></Table></Worksheet></Workbook>';
  expect(thrownBy(() => readRows(far, spreadsheetml.read))).toMatchObject({ code: 'CLEW_LIMIT' });
});
