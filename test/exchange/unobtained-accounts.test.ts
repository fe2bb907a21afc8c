import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesReport, type FilesReport } from '../../src/server/api.ts';
import { packageRoot } from '../../src/package-root.ts';
import { runClew } from '../cli/run-clew.ts';
import { bankFolder } from './bank-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'clew-unobtained-'));
const path = join(folder, 'case');
const bank = bankFolder();
const replies = join(packageRoot, 'test/fixtures/account-register');
const reports = join(packageRoot, 'test/fixtures/goaml');
let report: FilesReport;
let text: string;
beforeAll(async () => {
  expect((await runClew(['ingest', path, bank.path, replies, reports])).exit).toBe(0);
  const { out } = await runClew(['files', path, '--json']);
  report = filesReport.parse(JSON.parse(out));
  text = (await runClew(['files', path])).out;
});
afterAll(() => {
  bank.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe('accounts that exist and were not obtained', () => {
  test('are those of registers and reports without a statement', () => {
    const accounts = report.accounts ?? [];
    // Three German ones and a French one; of the two held accounts (DE89…, AT61…) the bank gave statements.
    // Reported by their own bank: 620111 and the account of a firm.
    expect(accounts).toHaveLength(2 + 1 + 2);
    expect(new Set(accounts.map(({ state }) => state))).toEqual(new Set(['exists, not obtained']));
    expect(accounts.filter(({ closed }) => closed !== undefined).map(({ opened, closed }) => [opened, closed])).toEqual(
      expect.arrayContaining([
        ['2023-02-01', '2025-12-31'],
        ['2024-01-08', '2025-11-15'],
      ]),
    );
    const french = accounts.find(({ country }) => country === 'FR');
    expect(french).toMatchObject({ opened: '2022-10-01', holders: 1, proxies: 1, beneficialOwners: 0 });
    const firm = accounts.find(({ bank: bic }) => bic === 'INGDDEFFXXX');
    expect(firm).toMatchObject({ country: 'DE', opened: '2020-07-07', holders: 1, proxies: 0, beneficialOwners: 2 });
  });

  test('leave as pseudonyms', () => {
    for (const { account } of report.accounts ?? []) expect(account).toMatch(/^(Person|Company|Account)-\d{4}$/);
    expect(JSON.stringify(report)).not.toMatch(/Petrova|Lenker|Diop|Palm Spa|Holder|FR76|620111|SEALED/);
    expect(text).not.toMatch(/Petrova|Lenker|Diop|Palm Spa|FR76|620111|SEALED/);
  });

  test('stand in the table', () => {
    const [first] = report.accounts ?? [];
    expect(text).toContain('exists, not obtained');
    expect(text).toContain(first?.account);
  });

  test('no such account, no such list', async () => {
    const other = join(folder, 'other');
    await runClew(['ingest', other, bank.path]);
    expect(JSON.parse((await runClew(['files', other, '--json'])).out)).not.toHaveProperty('accounts');
  });
});
