/** HTML pages that banks hand out as `.xls`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import html from '../../src/formats/html-table.ts';
import { readHtmlTables } from '../../src/formats/sheets/html-tables.ts';
import { memorySource } from '../../src/intake/byte-source.ts';
import { packageRoot } from '../../src/package-root.ts';
import { memberOf, readRows, thrownBy } from '../fixtures/read-rows.ts';

const fixture = readFileSync(join(packageRoot, 'test/fixtures/html-table/girokonto.xls'));
const sureness = (text: string): number => html.recognise({ name: 'x', bytes: Buffer.from(text), text }).sureness;
const rowsOf = (text: string): readonly (readonly string[])[] => readHtmlTables(text, 'x').flatMap(({ rows }) => rows);

describe('HTML tables', () => {
  test('a statement with a header of two lines, an account in a table of its own, end tags left out', () => {
    expect(sureness(fixture.toString())).toBe(60);
    const { rows, segment } = readRows(fixture, html.read, html.derive);
    expect(rows.map(({ record, from, to, amount, booking }) => [record, from, to, amount, booking])).toEqual([
      [1, 'account:AT611904300234573201', 'account:AT483200000012345864', '1700.00 EUR', '2026-03-02'],
      [2, 'account:AT022011100003429660', 'account:AT611904300234573201', '1850.50 EUR', '2026-03-31'],
    ]);
    expect(rows[0]?.bytes).toBe('02.03.2026,Berta Beispiel & Co,AT48 3200 0000 1234 5864,"-1.700,00",EUR');
    expect(segment.records).toEqual({ read: 2, kept: 2, rejected: 0, notBooked: 0 });
  });
  test('windows-1252 that says so', () => {
    const page = '<meta charset=windows-1252><table><caption>Über</caption><tr><td>Empfänger €</table>';
    const bytes = Buffer.from(page.replace('€', '\u0080'), 'latin1');
    expect(Buffer.from(html.derive(memorySource(bytes), memberOf(bytes))).toString()).toBe('\fÜber\nEmpfänger €\n');
  });
  test.each([
    ['<table><tr><td>a<td>b<tr><td>c</table>', [['a', 'b'], ['c']]],
    ['<TABLE><TR><TD>a</TD></TR></TABLE><table><td>b</table>', [['a'], ['b']]],
    ['<table><tr><td>a<table><tr><td>in</table>b</td></tr></table>', [['ab'], ['in']]],
    ['<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d', [['a', 'b'], ['', 'c'], ['d']]],
    ['<table><tr><td colspan=3>a<td>b', [['a', '', '', 'b']]],
    ['<table><tr><td>1 < 2 & 3 &lt; 4 &copy; &#x20ac; &nope; &#0;</table>', [['1 < 2 & 3 < 4 © € &nope; &#0;']]],
    [`<table><tr><td title="it's">a<td data-x='say "b"'>b<td it's>c</table>`, [['a', 'b', 'c']]],
    ['<table><tr><td><!-- </table> -->a<script>"</td>"</script></table>', [['a']]],
    ['<tr><td>outside', []],
  ] as const)('%s', (text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });
  test('no table, deep tables, a table that is none of payments', () => {
    const fault = (text: string): unknown => thrownBy(() => readRows(text, html.read));
    expect(fault('<html><p>Please log in</html>')).toMatchObject({ code: 'CLEW_FORMAT_UNKNOWN' });
    expect(fault('<table><tr><td>'.repeat(100))).toMatchObject({ code: 'CLEW_LIMIT' });
    expect(fault('<table><tr><td>a<td>b</table>')).toMatchObject({
      code: 'CLEW_FORMAT_UNKNOWN',
      parameters: { reason: expect.stringContaining('Table 1') as string },
    });
  });
  test('hostile spans and endless tags end', () => {
    const fault = (text: string): unknown => thrownBy(() => readHtmlTables(text, 'x'));
    expect(fault(`<table>${'<tr><td colspan=1000 rowspan=9>'.repeat(30_000)}`)).toMatchObject({ code: 'CLEW_LIMIT' });
    expect(fault(`<table><tr>${'<td colspan=1000>a'.repeat(30)}`)).toMatchObject({ code: 'CLEW_LIMIT' });
    expect(fault('<table><tr><td>' + '<a ="'.repeat(200_000))).toBeUndefined();
    expect(fault('<table><tr><td>' + '<script>'.repeat(200_000))).toBeUndefined();
    expect(fault('<'.repeat(200_000) + '<!--'.repeat(200_000))).toBeUndefined();
  });
  test('is sure of pages with tables only', () => {
    expect(sureness('<html><p>text</p></html>')).toBe(0);
    expect(sureness('<?xml version="1.0"?><Document><table><td></td></table></Document>')).toBe(0);
    expect(sureness('\ufeff\n<!DOCTYPE html><html><table class="x"><td>')).toBe(60);
  });
});
