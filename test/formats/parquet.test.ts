/** Parquet files by pyarrow 21 (`test/fixtures/columnar/make.py`), totals worked out by hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import parquet from '../../src/formats/parquet.ts';
import { memorySource } from '../../src/intake/byte-source.ts';
import { CodedError } from '../../src/errors.ts';
import { packageRoot } from '../../src/package-root.ts';
import { memberOf, readRows, thrownBy, type Reading } from '../fixtures/read-rows.ts';

const fixture = (name: string): Uint8Array => readFileSync(join(packageRoot, 'test/fixtures/columnar', name));
const read = (bytes: Uint8Array): Reading =>
  readRows(bytes, (source, member, sink) => {
    parquet.read(source, member, sink);
  });
const textOf = (bytes: Uint8Array): string =>
  Buffer.from(parquet.derive(memorySource(bytes), memberOf(bytes))).toString();

describe('a statement', () => {
  const { segment, rows } = read(fixture('statement-zstd.parquet'));

  it('keeps amounts exact, days as days, and rejects the row without a day', () => {
    expect(rows.map(({ record, from, to, amount, booking, value, time }) => [record, from, to, amount, booking, value, time])).toEqual([
      [1, 'account:DE89370400440532013000', 'name:backstube kern mainz|', '4.35 EUR', '2026-03-02', '2026-03-02', undefined],
      [2, 'account:DE89370400440532013000', 'account:GB33BUKB20201555555555', '700.00 EUR', '2026-03-03', '2026-03-04', undefined],
      [3, 'account:GB33BUKB20201555555555', 'account:DE89370400440532013000', '1250.10 EUR', '2026-03-03', undefined, undefined],
      [4, 'account:DE89370400440532013000', 'bank:', '0.75 EUR', '2026-03-09', '2026-03-09', undefined],
    ]); // prettier-ignore
    expect(segment.records).toEqual({ read: 5, kept: 4, rejected: 1, notBooked: 0 });
    expect(segment.rejects).toEqual([{ record: 5, line: 6, field: 'Booking Date', reason: 'the date is empty' }]);
    // 1000.00 − 4.35 − 700.00 + 1250.10 − 0.75
    expect(segment.statements).toMatchObject([{ opening: 100000, closing: 100000 - 435 - 70000 + 125010 - 75 }]);
    expect(segment.warnings).toEqual(['column Tags holds lists or structures and is left out']);
  });

  it('shows a row’s cells at its place in the text', () => {
    const text = textOf(fixture('statement-zstd.parquet'));
    const { offset, length } = segment.columns;
    const line = text.slice(offset?.[0], (offset?.[0] ?? 0) + (length?.[0] ?? 0));
    expect(line).toBe(
      '2026-03-02,2026-03-02,DE89370400440532013000,"Backstube ""Kern"", Mainz",,bread and rolls,-4.35,EUR,995.65',
    );
  });

  it('is the same from other pages, codecs and row groups', () => {
    expect(textOf(fixture('statement-v2-brotli.parquet'))).toBe(textOf(fixture('statement-zstd.parquet')));
  });
});

it('rows that name both accounts: instants in UTC, sums of binary fractions', () => {
  const { segment, rows } = read(fixture('transfers.parquet'));
  expect(segment.records).toEqual({ read: 3, kept: 3, rejected: 0, notBooked: 0 });
  // 0.1 + 0.2 is stored as 0.30000000000000004.
  expect(rows.map(({ from, to, amount, booking, time, zone }) => [from, to, amount, booking, time, zone])).toEqual([
    ['account:8000EBD30', 'account:8000F5340', '0.30 USD', '2026-01-05', (8 * 60 + 15) * 60, 0],
    ['account:8000F4580', 'account:8000F5340', '3697.34 USD', '2026-01-05', (8 * 60 + 15) * 60 + 1, 0],
    ['account:800104D70', 'account:8000EBD30', '0.01 USD', '2026-01-05', (8 * 60 + 15) * 60 + 2, 0],
  ]);
});

it('midnights of a zone that the file does not name are its days', () => {
  const { segment, rows } = read(fixture('utc-midnights.parquet'));
  expect(rows.map(({ booking, time }) => [booking, time])).toEqual(
    Array.from({ length: 12 }, (_, i) => [`2026-03-${20 + i}`, undefined]),
  );
  expect(rows[11]?.amount).toBe('111 JPY');
  expect(segment.warnings).toContain(
    'column Date holds midnights of a time zone that the file does not name; they are read as its days',
  );
});

it('a register is found by its header', () => {
  const { segment } = read(fixture('register.parquet'));
  expect(segment.register).toMatchObject([
    { account: 'DE89370400440532013000', customerId: '17', holderType: 'person', birthYear: 1990 },
    { account: 'GB33BUKB20201555555555', customerId: '18', holderType: 'business', sector: 'restaurant' },
  ]);
});

describe('what cannot be read', () => {
  const whole = fixture('statement-zstd.parquet');

  it('is told by content, whatever the name', () => {
    const head = (bytes: Uint8Array): { name: string; bytes: Uint8Array; text: string } => ({
      name: 'a.csv',
      bytes,
      text: '',
    });
    expect(parquet.recognise(head(whole)).sureness).toBeGreaterThan(90);
    expect(parquet.recognise(head(Buffer.from('PAR2'))).sureness).toBe(0);
    expect(parquet.recognise(head(new Uint8Array(0))).sureness).toBe(0);
  });

  it('cut off, encrypted', () => {
    expect(thrownBy(() => read(whole.subarray(0, 3000)))).toMatchObject({
      code: 'CLEW_FILE_UNREADABLE',
      parameters: { reason: 'it ends before its footer' },
    });
    const encrypted = Buffer.concat([Buffer.from('PARE'), whole.subarray(4)]);
    expect(thrownBy(() => read(encrypted))).toMatchObject({ code: 'CLEW_FILE_REFUSED' });
  });

  it('any three bytes changed: rows or a coded error, never anything else', () => {
    let seed = 7;
    const below = (limit: number): number => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return Math.floor((seed / 2 ** 32) * limit);
    };
    let refused = 0;
    for (let turn = 0; turn < 150; turn++) {
      const bytes = Uint8Array.from(whole);
      for (let i = 0; i < 3; i++) bytes[below(bytes.length)] = turn % 2 ? 255 : below(256);
      const thrown = thrownBy(() => textOf(bytes));
      if (thrown !== undefined) {
        expect(thrown).toBeInstanceOf(CodedError);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(20);
  });
});
