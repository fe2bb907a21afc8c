import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/days.ts';
import { CodedError } from '../../src/errors.ts';
import { readBai2 } from '../../src/formats/bai2/reader.ts';
import bai2 from '../../src/formats/bai2.ts';
import { textSigns } from '../../src/formats/text-words.ts';
import { packageRoot } from '../../src/package-root.ts';
import { seededRandom } from '../../src/random.ts';
import { readRows, thrownBy } from '../fixtures/read-rows.ts';

const fixture = readFileSync(join(packageRoot, 'test/fixtures/bai2/report.bai'));
const textHash = (text: string): number => textSigns(text).textHash;

describe('a report of three groups', () => {
  const { rows, segment, names } = readRows(fixture, bai2.read);
  const own = 'account:0012345678';

  it('counts each detail once', () => {
    expect(segment.records).toEqual({ read: 10, kept: 6, rejected: 2, notBooked: 2 });
    expect(segment.rejects).toEqual([
      { record: 9, line: 23, field: 'type code', reason: 'ABC: not three digits' },
      { record: 10, line: 24, field: 'amount', reason: 'x: not a number' },
    ]);
    expect(rows.map((row) => row.status)).toEqual([
      'booked',
      'booked',
      'booked',
      'booked',
      'booked',
      'informational',
      'booked',
    ]);
  });

  it('makes each account record a statement with ledger balances, and passes over funds types', () => {
    expect(segment.statements).toMatchObject([
      { opening: 1000_00, closing: 1019_50, declared: { credits: 50_00, debits: 30_50, entries: 2 + 3 } },
      { opening: 5000 },
      { opening: 1_000, closing: 3_500 },
    ]);
    expect(1000_00 + 30_00 + 20_00 - 25_00 - 5_00 - 50).toBe(1019_50);
    expect(segment.statements.map(({ to }) => to && isoDate(to))).toEqual(['2024-03-05', '2024-03-05', '2024-03-06']);
  });

  it('reads direction, dates, channels and references', () => {
    expect(rows[0]).toMatchObject({
      from: 'account:8348572423',
      to: own,
      amount: '30.00 USD',
      booking: '2024-03-05',
      value: '2024-03-04',
      time: undefined,
      channel: 'wire',
      hasEndToEndId: true,
      textHash: textHash('WIRE IN/INVOICE 7, PART 2'),
    });
    expect(names['account:8348572423']).toEqual(['Acme Trading LLC']);
    expect(rows[1]).toMatchObject({ from: 'name:acme corp|', channel: 'credit-transfer', value: undefined });
    expect(rows[2]).toMatchObject({ from: own, channel: 'cheque', amount: '25.00 USD' });
    expect(rows[3]).toMatchObject({ isReversal: true, textHash: textHash('RETURNED ITEM') });
    expect(rows[4]).toMatchObject({ to: 'cash:', channel: 'cash-machine', amount: '0.50 USD' });
  });

  it('has the decimals of each currency', () => {
    expect(rows[5]?.amount).toBe('300 JPY');
    expect(rows[6]?.amount).toBe('2.500 KWD');
  });

  it('compares control totals, and says by how much they differ', () => {
    expect(100000 + 101950 + 90000 + 5000 + 3050 + 3000 + 2000 + 2500 + 500 + 50).toBe(308050);
    expect(segment.warnings).toEqual([
      'Line 15: the group deletes earlier reports and is not booked',
      "Line 25: the account's control total is said to be 7000, and is 7001 (off by -1)",
    ]);
  });

  for (const chunk of [1, 7, 300]) {
    it(`points at whole records, ${chunk} bytes at a time`, () => {
      const again = readRows(fixture, (source, member, sink) => {
        readBai2(source, member, sink, chunk);
      });
      expect(again.rows).toEqual(rows);
      for (const row of again.rows) expect(row.bytes).toMatch(/^16,[^]*[^\s]$/);
      expect(again.rows[0]?.bytes).toMatch(/88,EREF: E2E-1$/);
      expect(again.rows[4]?.bytes).toBe('16,409,50,Z,,,ATM WITHDRAWAL MAIN ST 5/');
    });
  }

  it('reads blocks of the record length without line breaks', () => {
    const lines = fixture.toString().trimEnd().replace('ST 5/ 16,890', 'ST 5/\n16,890').split('\n');
    const again = readRows(lines.map((line) => line.padEnd(80)).join(''), bai2.read);
    expect(again.rows.map(({ amount, to, textHash: hash }) => [amount, to, hash])).toEqual(
      rows.map(({ amount, to, textHash: hash }) => [amount, to, hash]),
    );
    expect(again.segment.warnings).toEqual(
      [segment.warnings[0], segment.warnings[1]].map((text) => text?.replace(/\d+/, '1')),
    );
    for (const row of again.rows) expect(row.bytes).toMatch(/^16,/);
  });
});

describe('faults', () => {
  const read = (...lines: string[]): ReturnType<typeof readRows> => readRows(lines.join('\n'), bai2.read);
  const head = ['01,A,B,240306,0715,7,,,2/', '02,B,A,1,240305,,USD,/'];

  it('says that a file is cut off', () => {
    const { segment } = read(...head, '03,1,,010,5,,/', '16,108,5,Z,,,X/');
    expect(segment.records.kept).toBe(1);
    expect(segment.warnings).toEqual(['the file ends without its trailer (99): it may be cut off']);
  });

  it('rejects what has no account or no day, and turns negative amounts round', () => {
    expect(read(...head, '03,,/', '16,108,5,Z/').segment.records.kept).toBe(1);
    expect(read(...head, '16,108,5,Z/', '03,1,,/').segment.rejects).toMatchObject([{ line: 3, field: '03' }]);
    expect(read(head[0] ?? '', '02,B,A,1,240231,,USD,/', '03,1,,/', '16,108,5,Z/').segment.rejects).toMatchObject([
      { field: '02' },
    ]);
    const { rows } = read(...head, '03,1,,/', '16,108,-5,Z/');
    expect(rows[0]).toMatchObject({ from: 'account:1', amount: '0.05 USD', isReversal: true });
  });

  it('does not take a text for a record', () => {
    const { rows, segment } = read(...head, '03,1,,/', '16,108,5,Z,,,INV 12/16,500.00 AND 3/49,5 GOODS/', '49,5,3/');
    expect([rows.length, segment.warnings.length]).toEqual([1, 1]);
    expect(rows[0]?.textHash).toBe(textHash('INV 12/16,500.00 AND 3/49,5 GOODS'));
  });

  it('refuses a file without accounts', () => {
    expect(thrownBy(() => read(...head))).toMatchObject({ code: 'CLEW_FILE_UNREADABLE' });
  });

  it('is sure of its own files only', () => {
    const sure = (text: string): number => bai2.recognise({ name: 'x', bytes: Buffer.from(text), text }).sureness;
    expect(sure(fixture.toString())).toBe(97);
    for (const text of ['', '01,02,2024\n03,04,2024\n', 'a,b\n1,2\n', ':20:X\n']) expect(sure(text)).toBe(0);
  });

  it('reads broken files without surprise', () => {
    const random = seededRandom(20240305, 'bai2');
    for (let round = 0; round < 200; round++) {
      const bytes = Buffer.from(fixture);
      for (let i = random.integer(1, 6); i > 0; i--) {
        const at = random.integer(0, bytes.length - 1);
        if (random.chance(0.5)) bytes[at] = random.integer(0, 255);
        else bytes.copyWithin(at, random.integer(0, bytes.length - 1), random.integer(0, bytes.length));
      }
      const fault = thrownBy(() => {
        const { records } = readRows(bytes, bai2.read).segment;
        expect(records.read).toBe(records.kept + records.rejected + records.notBooked);
      });
      if (fault !== undefined && !(fault instanceof CodedError)) throw fault;
    }
  });
});
