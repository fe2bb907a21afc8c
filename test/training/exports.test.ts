/**
 * The five files of the demo, read back by small readers of the test's own: balances close, totals
 * equal the truth, and payments that two files show agree on both sides.
 */
import { describe, expect, it } from 'vitest';
import { exportWorld } from '../../src/training/export-world.ts';
import { buildWorld } from '../../src/training/world.ts';
import { DEMO_SEED } from '../../src/training/write-demo.ts';
import { readBankA, readBankB, readBankC, readBankD, type ReadFile, type ReadRow } from './read-back.ts';

const world = buildWorld({ seed: DEMO_SEED, level: 'demo' });
const { files, truth } = exportWorld(world);
const bytesOf = (name: string): Uint8Array => files.find((file) => file.name === name)?.bytes ?? new Uint8Array();
const a = readBankA(bytesOf('sparbank-lindental.csv'));
const b = readBankB(bytesOf('kestrel-money.csv'));
const c = readBankC(bytesOf('alpenland-camt053.xml'));
const d = readBankD(bytesOf('bank-wislany.sta'));
const read: ReadonlyArray<readonly [string, ReadFile]> = [
  ['sparbank-lindental.csv', a],
  ['kestrel-money.csv', b],
  ['alpenland-camt053.xml', c],
  ['bank-wislany.sta', d],
];

const byAccount = (rows: readonly ReadRow[]): Map<string, ReadRow[]> => {
  const groups = new Map<string, ReadRow[]>();
  for (const row of rows) groups.set(row.account, [...(groups.get(row.account) ?? []), row]);
  return groups;
};

describe('the files', () => {
  it.each(read)('%s holds what the truth says', (name, file) => {
    const told = truth.files.find((entry) => entry.name === name);
    expect(file.rows.length).toBe(told?.records);
    expect(file.bad).toBe(told?.badRecords);
    expect(file.notBooked).toBe(told?.notBooked);
    const totals: Record<string, { count: number; credits: number; debits: number }> = {};
    for (const { currency, amount } of file.rows) {
      const total = (totals[currency] ??= { count: 0, credits: 0, debits: 0 });
      total.count++;
      if (amount >= 0) total.credits += amount;
      else total.debits -= amount;
    }
    expect(totals).toEqual(told?.totals);
  });

  it('stay small and hold what makes reading them hard', () => {
    expect(files.reduce((sum, file) => sum + file.bytes.length, 0)).toBeLessThan(25_500_000);
    const bad = truth.files.reduce((sum, file) => sum + file.badRecords, 0);
    expect(bad).toBeGreaterThan(20);
    expect(a.notBooked).toBeGreaterThan(0);
    expect(c.notBooked).toBeGreaterThan(0);
    for (const [name, file] of read)
      expect(
        file.rows.some((row) => row.isReversal),
        name,
      ).toBe(true);
    expect(new TextDecoder().decode(bytesOf('kestrel-money.csv')).includes('\nRef ')).toBe(true);
    expect(new TextDecoder().decode(bytesOf('bank-wislany.sta')).includes(':60M:')).toBe(true);
  });

  it.each([['a', a] as const, ['b', b] as const])(
    'bank %s: balances run from row to row, but for damaged rows',
    (_, file) => {
      let gaps = 0;
      for (const rows of byAccount(file.rows).values()) {
        for (let i = 1; i < rows.length; i++) {
          const [before, row] = [rows[i - 1], rows[i]];
          if (before === undefined || row === undefined) continue;
          if ((before.balance ?? 0) + row.amount !== row.balance) gaps++;
          expect(row.booking >= before.booking).toBe(true);
        }
      }
      expect(gaps).toBeLessThanOrEqual(file.bad);
    },
  );

  it('bank a: the footer sums every row, the damaged ones too', () => {
    const debits = -a.rows.reduce((sum, row) => sum + Math.min(0, row.amount), 0);
    const credits = a.rows.reduce((sum, row) => sum + Math.max(0, row.amount), 0);
    expect(a.footer.credits).toBe(credits);
    expect(a.footer.debits).toBeGreaterThan(debits);
  });

  it.each([['c', c] as const, ['d', d] as const])(
    'bank %s: opening and entries make the closing balance',
    (_, file) => {
      const sums = byAccount(file.rows);
      for (const [account, { opening, closing }] of file.balances) {
        const moved = (sums.get(account) ?? []).reduce((sum, row) => sum + row.amount, 0);
        expect(opening + moved, account).toBe(closing);
      }
    },
  );

  it('pairs as many payments across files as the truth says', () => {
    const owner = new Map(read.flatMap(([name, file]) => file.rows.map((row) => [row.account, name] as const)));
    const rows = read
      .flatMap(([, file]) => file.rows)
      .filter((row) => {
        const other = owner.get(row.other);
        return other !== undefined && other !== owner.get(row.account);
      });
    const key = (row: ReadRow): string => {
      const ends = row.amount < 0 ? `${row.account}>${row.other}` : `${row.other}>${row.account}`;
      const id = row.endToEnd === 'NOTPROVIDED' || row.endToEnd === '' ? row.value : row.endToEnd;
      return `${ends}|${Math.abs(row.amount)}|${row.currency}|${id}`;
    };
    const sides = new Map<string, [number, number]>();
    for (const row of rows) {
      const count = sides.get(key(row)) ?? [0, 0];
      count[row.amount < 0 ? 0 : 1]++;
      sides.set(key(row), count);
    }
    const paired = [...sides.values()].reduce((sum, [debits, credits]) => sum + Math.min(debits, credits), 0);
    expect(paired).toBe(truth.matches.inTwoFiles);
    expect(truth.matches.byValueDateOnly).toBeGreaterThan(100);
  });
});

describe('the customer file', () => {
  it('has a row for every account', () => {
    const lines = new TextDecoder().decode(bytesOf('customers.csv')).trimEnd().split('\n').slice(1);
    expect(new Set(lines.map((line) => line.slice(0, line.indexOf(',')))).size).toBe(world.accounts.length);
    expect(lines.some((line) => line.includes(',power of attorney'))).toBe(true);
  });
});
