/** Segments of every shape, as fast-check makes them, and a temporary case folder to keep them in. */
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { caseFolder, makeFolders, type CaseFolder } from '../../src/cases/case-folder.ts';
import type { Day } from '../../src/days.ts';
import { ByteDictionary } from '../../src/formats/byte-dictionary.ts';
import { EndTable, endKinds } from '../../src/formats/end-table.ts';
import { allocateColumn, columnNames, entryColumnTypes, type ColumnSet } from '../../src/formats/entry-columns.ts';
import type { Segment, SparseMoney } from '../../src/formats/format.ts';
import { LoginColumns } from '../../src/formats/login-columns.ts';

/** A new folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'clew-cases-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export function emptyCaseFolder(): CaseFolder {
  const folder = caseFolder(temporaryFolder());
  makeFolders(folder);
  return folder;
}

const ranges = {
  uint8: [0, 255],
  uint16: [0, 65_535],
  int16: [-32_768, 32_767],
  uint32: [0, 4_294_967_295],
  int32: [-2_147_483_648, 2_147_483_647],
  float64: [0, Number.MAX_SAFE_INTEGER],
} as const;

function anyColumns(count: number): fc.Arbitrary<ColumnSet> {
  return fc.subarray(columnNames).chain((names) => {
    const values = Object.fromEntries(
      names.map((name) => {
        const [min, max] = name === 'amountHigh' ? [0, 2 ** 21 - 1] : ranges[entryColumnTypes[name].type];
        return [name, fc.array(fc.integer({ min, max }), { minLength: count, maxLength: count })];
      }),
    );
    return fc.record(values).map((record) => {
      const columns: Record<string, unknown> = {};
      for (const name of names) {
        const column = allocateColumn(name, count);
        column.set(record[name] ?? []);
        columns[name] = column;
      }
      return columns as ColumnSet;
    });
  });
}

function anyMoney(count: number): fc.Arbitrary<SparseMoney> {
  const row = fc.record({
    minor: fc.maxSafeNat(),
    currency: fc.integer({ min: 0, max: 65_535 }),
    isThere: fc.boolean(),
  });
  return fc.array(row, { minLength: count, maxLength: count }).map((all) => {
    const there = [...all.entries()].filter(([, one]) => one.isThere);
    return {
      rows: Uint32Array.from(there, ([index]) => index),
      minor: Float64Array.from(there, ([, one]) => one.minor),
      currency: Uint16Array.from(there, ([, one]) => one.currency),
    };
  });
}

const anyText = fc.string({ unit: 'binary', maxLength: 12 });

const anyEnds = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...endKinds),
      key: anyText,
      names: fc.array(anyText, { maxLength: 3 }),
      country: fc.constantFrom('', 'DE', 'RO'),
      bank: fc.constantFrom('', 'AAAADEFF', 'BBBBROBU'),
      own: fc.boolean(),
    }),
    { maxLength: 20 },
  )
  .map((all) => {
    const table = new EndTable();
    for (const { kind, key, names, country, bank, own } of all) {
      const end = table.intern(kind, key);
      for (const name of names) table.addName(end, name);
      table.setCountry(end, country);
      table.setBank(end, bank);
      if (own) table.markOwn(end);
    }
    return table.parts();
  });

const anyPlaces = fc.array(anyText, { maxLength: 5 }).map((texts) => {
  const places = new ByteDictionary(16);
  for (const text of texts) places.internText(text);
  return places.parts();
});

const day = fc.integer({ min: -100_000, max: 100_000 }).map((value) => value as Day);
const anyStatement = fc.record(
  {
    account: fc.nat(20),
    currency: fc.nat(32_767),
    opening: fc.maxSafeInteger(),
    closing: fc.maxSafeInteger(),
    from: day,
    to: day,
    number: anyText,
  },
  { requiredKeys: ['account', 'currency'] },
);
const anyRegisterRow = fc.record(
  {
    account: anyText,
    holderName: anyText,
    holderType: fc.constantFrom('person' as const, 'business' as const),
    birthYear: fc.nat(2030),
    licences: fc.array(anyText, { maxLength: 2 }),
  },
  { requiredKeys: ['account'] },
);
const anyLogins = fc.array(fc.nat(1e6), { minLength: 1, maxLength: 5 }).map((numbers) => {
  const logins = new LoginColumns();
  for (const n of numbers)
    logins.add({ account: n % 7, day: n as Day, ...(n % 2 ? { time: n % 86400, device: `d${n % 3}` } : { ip: 'i' }) });
  return logins.parts();
});
const anyTerminal = fc.record({ id: anyText, town: anyText, mcc: fc.nat(9999) }, { requiredKeys: ['id'] });
const anyReject = fc.record({ record: fc.nat(), line: fc.nat(), field: anyText, reason: anyText });
const sha256 = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'.split('')), minLength: 64, maxLength: 64 });

export const anySegment: fc.Arbitrary<Segment> = fc.integer({ min: 0, max: 40 }).chain((count) =>
  fc.record(
    {
      member: fc.record({
        name: anyText,
        path: fc.constant('/somewhere'),
        bytes: fc.nat(),
        sha256,
        encoding: fc.constantFrom('utf-8', 'ibm850'),
      }),
      format: fc.constantFrom('camt053', 'mt940', 'csv'),
      count: fc.constant(count),
      columns: anyColumns(count),
      ends: anyEnds,
      places: anyPlaces,
      statements: fc.array(anyStatement, { maxLength: 3 }),
      instructed: anyMoney(count),
      charges: anyMoney(count),
      records: fc.record({ read: fc.nat(), kept: fc.nat(), rejected: fc.nat(), notBooked: fc.nat() }),
      rejects: fc.array(anyReject, { maxLength: 3 }),
      warnings: fc.array(anyText, { maxLength: 3 }),
      register: fc.array(anyRegisterRow, { maxLength: 3 }),
      logins: anyLogins,
      terminals: fc.array(anyTerminal, { minLength: 1, maxLength: 3 }),
    },
    {
      requiredKeys: [
        'member',
        'format',
        'count',
        'columns',
        'ends',
        'places',
        'statements',
        'instructed',
        'charges',
        'records',
        'rejects',
        'warnings',
        'register',
      ],
    },
  ),
) as fc.Arbitrary<Segment>;

/** A segment of many rows for several batches, with amounts on both sides of 2^32. */
export function largeSegment(count: number): Segment {
  const columns: ColumnSet = {};
  const debtor = (columns.debtor = allocateColumn('debtor', count));
  const low = (columns.amountLow = allocateColumn('amountLow', count));
  const high = (columns.amountHigh = allocateColumn('amountHigh', count));
  for (let row = 0; row < count; row++) {
    debtor[row] = 3 + (row % 5);
    low[row] = row * 7;
    high[row] = row % 1000 === 0 ? 2 : 0;
  }
  const table = new EndTable();
  for (let end = 0; end < 5; end++) table.intern('account', `A${end}`);
  const none: SparseMoney = { rows: new Uint32Array(0), minor: new Float64Array(0), currency: new Uint16Array(0) };
  const some: SparseMoney = {
    rows: Uint32Array.of(0, 65_535, 65_536, count - 1),
    minor: Float64Array.of(1, 2, 3, 4),
    currency: Uint16Array.of(5, 6, 7, 8),
  };
  return {
    member: { name: 'large.csv', path: '/somewhere/large.csv', bytes: 1, sha256: 'ab'.repeat(32), encoding: 'utf-8' },
    format: 'csv',
    count,
    columns,
    ends: table.parts(),
    places: new ByteDictionary(16).parts(),
    statements: [],
    instructed: some,
    charges: none,
    records: { read: count, kept: count, rejected: 0, notBooked: 0 },
    rejects: [],
    warnings: [],
    register: [],
  };
}
