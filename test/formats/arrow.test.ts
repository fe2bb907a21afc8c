/** Arrow files and streams by pyarrow 21; the statement is that of `parquet.test.ts`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import arrow from '../../src/formats/arrow.ts';
import parquet from '../../src/formats/parquet.ts';
import { CodedError } from '../../src/errors.ts';
import { memorySource } from '../../src/intake/byte-source.ts';
import { packageRoot } from '../../src/package-root.ts';
import { memberOf, readRows, thrownBy } from '../fixtures/read-rows.ts';

const fixture = (name: string): Uint8Array => readFileSync(join(packageRoot, 'test/fixtures/columnar', name));
const textOf = (format: typeof arrow | typeof parquet, bytes: Uint8Array): string =>
  Buffer.from(format.derive(memorySource(bytes), memberOf(bytes))).toString();
const read = (bytes: Uint8Array): ReturnType<typeof readRows> =>
  readRows(bytes, (source, member, sink) => {
    arrow.read(source, member, sink);
  });

it('Feather with LZ4 frames: the statement, to the last cell', () => {
  const { segment, rows } = read(fixture('statement-lz4.feather'));
  expect(segment.records).toEqual({ read: 5, kept: 4, rejected: 1, notBooked: 0 });
  expect(rows.map(({ amount, booking }) => [amount, booking])).toEqual([
    ['4.35 EUR', '2026-03-02'],
    ['700.00 EUR', '2026-03-03'],
    ['1250.10 EUR', '2026-03-03'],
    ['0.75 EUR', '2026-03-09'],
  ]);
  expect(segment.warnings).toEqual(['column Tags is of type List and is left out']);
});

it('a stream in batches of two rows gives the same text as the file and as Parquet', () => {
  const text = textOf(parquet, fixture('statement-zstd.parquet'));
  expect(textOf(arrow, fixture('statement-lz4.feather'))).toBe(text);
  expect(textOf(arrow, fixture('statement.arrows'))).toBe(text);
});

describe('what cannot be read', () => {
  const head = (bytes: Uint8Array): { name: string; bytes: Uint8Array; text: string } => ({
    name: 'a.csv',
    bytes,
    text: '',
  });

  it('is told by content', () => {
    for (const name of ['statement-lz4.feather', 'statement.arrows'])
      expect(arrow.recognise(head(fixture(name))).sureness).toBeGreaterThanOrEqual(90);
    expect(arrow.recognise(head(Buffer.alloc(64, 255))).sureness).toBe(0);
    expect(arrow.recognise(head(Buffer.from('ARROW'))).sureness).toBe(0);
  });

  it('Feather version 1 is refused by name', () => {
    const bytes = Buffer.from('FEA1\0\0\0\0');
    expect(arrow.recognise(head(bytes)).sureness).toBeGreaterThan(90);
    expect(thrownBy(() => read(bytes))).toMatchObject({
      code: 'CLEW_FILE_REFUSED',
      parameters: { reason: 'it is a Feather file of version 1; write it again as Feather version 2 or Parquet' },
    });
  });

  it('a list that claims more than its message holds', () => {
    const bytes = Uint8Array.from(fixture('statement.arrows'));
    const view = new DataView(bytes.buffer);
    // Message, its header (third slot), the schema's fields (second slot): three hops of a FlatBuffer.
    const slot = (table: number, field: number): number =>
      table + view.getUint16(table - view.getInt32(table, true) + 4 + 2 * field, true);
    const message = 8 + view.getUint32(8, true);
    const schema = slot(message, 2) + view.getUint32(slot(message, 2), true);
    const fields = slot(schema, 1) + view.getUint32(slot(schema, 1), true);
    expect(view.getUint32(fields, true)).toBe(10);
    view.setUint32(fields, 2_000_000_000, true);
    expect(thrownBy(() => read(bytes))).toMatchObject({
      code: 'CLEW_FILE_UNREADABLE',
      parameters: { reason: 'a list of 2000000000 in a small message' },
    });
  });

  it('any three bytes changed: rows or a coded error, never anything else', () => {
    let seed = 11;
    const below = (limit: number): number => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return Math.floor((seed / 2 ** 32) * limit);
    };
    const whole = fixture('statement.arrows');
    let refused = 0;
    for (let turn = 0; turn < 150; turn++) {
      const bytes = Uint8Array.from(whole);
      for (let i = 0; i < 3; i++) bytes[below(bytes.length)] = turn % 2 ? 255 : below(256);
      const thrown = thrownBy(() => textOf(arrow, bytes));
      if (thrown === undefined) continue;
      expect(thrown).toBeInstanceOf(CodedError);
      refused++;
    }
    expect(refused).toBeGreaterThan(20);
  });
});
