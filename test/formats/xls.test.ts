/** Workbooks of Excel 97 to 2003, and what else stands in their container. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBiff } from '../../src/formats/sheets/biff.ts';
import xls from '../../src/formats/xls.ts';
import { packageRoot } from '../../src/package-root.ts';
import { readRows, thrownBy } from '../fixtures/read-rows.ts';

const fixture = readFileSync(join(packageRoot, 'test/fixtures/xls/xlwt.xls'));
const fault = (bytes: Buffer): unknown => thrownBy(() => readRows(bytes, xls.read));

/** A compound file of three sectors with one small stream of no bytes. */
function containerOf(stream: string): Buffer {
  const bytes = Buffer.alloc(1536);
  bytes.write('d0cf11e0a1b11ae1', 'hex');
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt16LE(6, 32);
  bytes.writeUInt32LE(0, 48);
  bytes.writeUInt32LE(4096, 56);
  for (const at of [60, 68]) bytes.writeUInt32LE(0xfffffffe, at);
  for (let at = 76; at < 512; at += 4) bytes.writeUInt32LE(0xffffffff, at);
  // The second sector is the table; the first, the directory, is the end of its chain.
  bytes.writeUInt32LE(1, 76);
  bytes.writeUInt32LE(0xfffffffe, 1024);
  const name = Buffer.from(`${stream}\0`, 'utf16le');
  name.copy(bytes, 512);
  bytes.writeUInt16LE(name.length, 512 + 64);
  bytes[512 + 66] = 2;
  bytes.writeUInt32LE(0xfffffffe, 512 + 116);
  return bytes;
}

/** BIFF records from types and bodies. */
function streamOf(...records: readonly (readonly [type: number, ...body: number[]])[]): Buffer {
  return Buffer.concat(
    records.map(([type, ...body]) =>
      Buffer.from([type & 255, type >> 8, body.length & 255, body.length >> 8, ...body]),
    ),
  );
}
const BEGIN = [0x809, 0, 6, 5, 0] as const;
const BEGIN_SHEET = [0x809, 0, 6, 0x10, 0] as const;
const END = [0x0a] as const;
const text = (word: string): number[] => [word.length, 0, 0, ...Buffer.from(word)];

describe('workbooks', () => {
  test('xlwt: strings over several records, days and times, a hidden sheet, an error', () => {
    expect(xls.recognise({ name: 'x', bytes: fixture, text: '' }).sureness).toBe(90);
    const { rows, segment } = readRows(fixture, xls.read, xls.derive);
    expect(segment.records).toEqual({ read: 41, kept: 40, rejected: 1, notBooked: 0 });
    expect(rows[0]).toMatchObject({
      record: 1,
      amount: '0.05 EUR',
      booking: '2026-03-01',
      value: '2026-03-01',
      time: undefined,
    });
    expect(rows[1]).toMatchObject({ amount: '11.42 EUR', from: 'account:AT611904300234573201', booking: '2026-03-02' });
    // Row i has (-1)^i (11.37 i + 0.05): the alternating sum of 0 to 39 is -20.
    const net = rows.reduce((sum, { amount, from }) => {
      const minor = Math.round(Number(amount.split(' ')[0]) * 100);
      return sum + (from === 'account:AT611904300234573201' ? -minor : minor);
    }, 0);
    expect(net).toBe(-20 * 1137);
    expect(rows[39]?.bytes).toBe(
      `2026-03-12,2026-03-12 10:15:39,AT611904300234573201,Berta 39,Überweisung Zweck 39 ${'x'.repeat(200)},-443.48,EUR,FALSE`,
    );
    expect(segment.rejects).toEqual([{ record: 41, line: 44, field: 'Umsätze!Betrag', reason: 'the amount is empty' }]);
    expect(segment.warnings[0]).toBe('the sheet Notizen is hidden in its program; it is read');
  });
  test('cells of each kind, in hundredths, as results of formulas, in the system of 1904', () => {
    const cell = (row: number, column: number): number[] => [row, 0, column, 0, 0, 0];
    const globals = (offset: number): Buffer =>
      streamOf(
        BEGIN,
        [0x22, 1, 0],
        [0xe0, 0, 0, 0, 0],
        [0xe0, 0, 0, 14, 0],
        [0x85, offset, 0, 0, 0, 0, 0, 1, 0, 65],
        END,
      );
    const sheet = streamOf(
      BEGIN_SHEET,
      [0x27e, ...cell(0, 0), ((12345 << 2) & 255) | 2, (12345 << 2) >> 8, 0, 0],
      [0x27e, ...cell(0, 1), ((12345 << 2) & 255) | 3, (12345 << 2) >> 8, 0, 0],
      [0x203, ...cell(0, 2), ...Buffer.from(new Float64Array([0.1 + 0.2]).buffer)],
      [0x205, ...cell(0, 3), 1, 0],
      [0x205, ...cell(0, 4), 42, 1],
      [0x204, ...cell(0, 5), ...text('a,b')],
      [0x06, ...cell(0, 6), 0, 0, 0, 0, 0, 0, 0xff, 0xff],
      [0x207, ...text('done')],
      [0x06, ...cell(0, 7), ...Buffer.from(new Float64Array([-2.5]).buffer)],
      [0xbd, 1, 0, 0, 0, 1, 0, 2, 0, 0, 0, 0, 0, 6, 0, 0, 0, 1, 0],
      END,
    );
    const stream = Buffer.concat([globals(globals(0).length), sheet]);
    expect(readBiff(stream, 'x').tables).toEqual([
      {
        name: 'A',
        rows: [
          ['12345', '123.45', '0.3', 'TRUE', '#N/A', 'a,b', 'done', '-2.5'],
          ['1904-01-01', '1'],
        ],
      },
    ]);
  });
});

describe('refused with what to do', () => {
  test('encrypted, in either way', () => {
    const encrypted = { code: 'CLEW_FILE_REFUSED', message: expect.stringContaining('encrypted') as string };
    expect(fault(containerOf('EncryptedPackage'))).toMatchObject(encrypted);
    expect(thrownBy(() => readBiff(streamOf(BEGIN, [0x2f, 0, 0], END), 'x'))).toMatchObject(encrypted);
  });
  test('Excel 95, Word, others', () => {
    const older = thrownBy(() => readBiff(streamOf([0x809, 0, 5, 5, 0], END), 'x'));
    expect(older).toMatchObject({
      code: 'CLEW_FORMAT_UNKNOWN',
      message: expect.stringContaining('save it as .xlsx') as string,
    });
    expect(fault(containerOf('WordDocument'))).toMatchObject({ message: expect.stringContaining('.doc') as string });
    expect(fault(containerOf('Else'))).toMatchObject({ message: expect.stringContaining('no workbook') as string });
    expect(xls.recognise({ name: 'x.xls', bytes: Buffer.from('Date;Amount'), text: '' }).sureness).toBe(0);
  });
  test('any part changed or cut off is a coded error or rows', () => {
    for (let at = 0; at < fixture.length; at += at < 1024 ? 19 : 1499) {
      const changed = Buffer.from(fixture);
      changed[at] = (changed[at] as number) ^ 0xa5;
      const thrown = [fault(changed), fault(fixture.subarray(0, at))];
      for (const error of thrown) {
        if (error !== undefined) expect(error).toHaveProperty('code', expect.stringMatching(/^CLEW_(?!INTERNAL)/));
      }
    }
  });
  test('a chain of sectors that turns back on itself ends', () => {
    const bytes = containerOf('Workbook');
    bytes.writeUInt32LE(0, 1024);
    expect(fault(bytes)).toHaveProperty('code', expect.stringMatching(/^CLEW_/));
  });
});
