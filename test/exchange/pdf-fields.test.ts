/** A row of a PDF in the record view: its cells by the column's names, its place on the page in sight. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { entryDetail } from '../../src/exchange/entry-detail.ts';
import { readMember } from '../../src/formats/read-member.ts';
import { fileSource } from '../../src/intake/byte-source.ts';
import { packageRoot } from '../../src/package-root.ts';

it('shows page and box under the mask, names only under a reveal', () => {
  const path = join(packageRoot, 'test/fixtures/pdf/american-pdf-lib.pdf');
  const member = { name: 'a.pdf', path, bytes: statSync(path).size, sha256: 'ab'.repeat(32), encoding: 'windows-1252' };
  const segment = readMember(member);
  const source = fileSource(path);
  const shown = (isRevealed: boolean): [string, string][] =>
    entryDetail(`${'ab'.repeat(6)}-2`, segment, source, isRevealed).fields.map(({ name, value }) => [name, value]);
  expect(shown(false)).toEqual([
    ['Date', '01/15/2024'],
    ['Description', '•••'],
    ['Withdrawals / Debits', ''],
    ['Deposits / Credits', '$2,500.00'],
    ['Balance', '$6,300.00'],
    ['page', '1'],
    ['box', '40 131 560 142'],
  ]);
  expect(shown(true)[1]).toEqual(['Description', 'Payroll ACME INC']);
  source.close();
});
