import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/days.ts';
import camt053 from '../../src/formats/camt053.ts';
import { readCamt } from '../../src/formats/camt/reader.ts';
import { textSigns } from '../../src/formats/text-words.ts';
import { currencyCode } from '../../src/money.ts';
import { packageRoot } from '../../src/package-root.ts';
import { readRows, thrownBy } from '../fixtures/read-rows.ts';

const fixture = (name: string): Buffer => readFileSync(join(packageRoot, 'test/fixtures/camt', name));
const OWN = 'account:DE89370400440532013000';
const v2 = fixture('v2.xml');
const read = (bytes: Uint8Array | string): ReturnType<typeof readRows> => readRows(bytes, camt053.read);

describe('camt.053.001.02', () => {
  const { rows, segment, names, countries } = read(v2);
  const byRecord = (record: number): typeof rows => rows.filter((row) => row.record === record);

  it('reads the statement', () => {
    const [statement] = segment.statements;
    expect(segment.statements).toHaveLength(1);
    expect(statement).toMatchObject({ opening: 1000_00, closing: 733_60, number: '42' });
    expect(statement?.declared).toEqual({ entries: 9, credits: 353_00, debits: 619_40 });
    expect(currencyCode(statement?.currency ?? 0)).toBe('EUR');
    expect([statement?.from, statement?.to].map((day) => day && isoDate(day))).toEqual(['2024-03-04', '2024-03-05']);
    expect(names[OWN]).toEqual(['Bäckerei Köhler']);
  });

  it('accounts for every record, and leads from opening to closing', () => {
    expect(segment.records).toEqual({ read: 9, kept: 8, rejected: 0, notBooked: 1 });
    const booked = rows.filter((row) => row.status === 'booked');
    const signed = booked.map((row) => (row.to === OWN ? 1 : -1) * Math.round(Number.parseFloat(row.amount) * 100));
    expect(signed.reduce((a, b) => a + b)).toBe(25000 - 4590 - 20000 - 350 + 1200 - 10000 - 15000 - 5000 - 7000 + 9100);
    expect(1000_00 + signed.reduce((a, b) => a + b)).toBe(733_60);
  });

  it('reads parties, days, codes and text', () => {
    expect(byRecord(1)).toMatchObject([
      {
        from: 'account:AT611904300234573201',
        to: OWN,
        amount: '250.00 EUR',
        booking: '2024-03-04',
        value: '2024-03-05',
        time: undefined,
        channel: 'credit-transfer',
        status: 'booked',
        purpose: 'SALA',
        hasEndToEndId: true,
        textHash: textSigns('Miete März Wohnung 3 Überweisung').textHash,
      },
    ]);
    expect(names['account:AT611904300234573201']).toEqual(['Jürgen Größmann']);
    expect(countries['account:AT611904300234573201']).toBe('AT');
  });

  it('tells cards, cash and fees apart', () => {
    expect(byRecord(2)).toMatchObject([
      { from: OWN, to: 'merchant:cafe zoe|AT', channel: 'card-present', mcc: 5812, place: 'Wien' },
    ]);
    expect(byRecord(3)).toMatchObject([{ from: OWN, to: 'cash:', channel: 'cash-machine' }]);
    expect(byRecord(4)).toMatchObject([{ from: OWN, to: 'bank:', channel: 'fee' }]);
  });

  it('appends what is not booked with its status', () => {
    expect(byRecord(5)).toMatchObject([{ status: 'pending', booking: undefined, channel: 'credit-transfer' }]);
  });

  it('keeps the effect of a reversal and finds the other side in the roles of the original', () => {
    expect(byRecord(6)).toMatchObject([
      { from: 'account:NL91ABNA0417164300', to: OWN, isReversal: true, channel: 'direct-debit' },
    ]);
  });

  it('expands a batch that sums to its entry', () => {
    const parts = byRecord(7);
    expect(parts.map((row) => row.amount)).toEqual(['100.00 EUR', '150.00 EUR', '50.00 EUR']);
    expect(parts.map((row) => row.to)).toEqual(['account:AT611904300234573201', 'name:aenne oez|', 'account:0012345']);
    expect(new Set(parts.map((row) => row.reference)).size).toBe(3);
  });

  it('keeps a batch that does not as one row and says both sums', () => {
    expect(byRecord(8)).toMatchObject([{ amount: '70.00 EUR', to: 'unknown:' }]);
    expect(segment.warnings).toEqual([
      'Record 8: its batch declares 3 transactions, 2 are given',
      'Record 8: its batch declares a total of 60.00, the entry says 70.00',
      'Record 8: its 2 transactions sum to 60.00, the entry says 70.00; kept as one row',
    ]);
  });

  it('reads what was instructed, and charges; midnight is no time', () => {
    const row = rows.findIndex((one) => one.record === 9);
    expect(rows[row]).toMatchObject({ purpose: 'FAMI', channel: 'wire', booking: '2024-03-05', hasEndToEndId: false });
    expect(rows[row]?.time).toBeUndefined();
    expect([...segment.instructed.rows, ...segment.charges.rows]).toEqual([row, row]);
    expect([...segment.instructed.minor, ...segment.charges.minor]).toEqual([100_00, 1_50 + 50]);
    expect(currencyCode(segment.instructed.currency[0] ?? 0)).toBe('USD');
  });
});

describe('camt.053.001.08 with prefixes, declared as ISO-8859-1', () => {
  const { rows, segment, names, countries } = read(fixture('v8-latin1.xml'));
  const own = 'account:0815-4711';

  it('reads the last page of a statement', () => {
    expect(segment.statements).toMatchObject([{ number: '7/2', opening: -500, closing: 8500 }]);
    expect(-500 + 10000 - 1000).toBe(8500);
    expect(countries[own]).toBe('JP');
  });

  it('reads version 8 parties, times and the UETR', () => {
    expect(rows[0]).toMatchObject({
      from: 'name:mueller soren|GB',
      to: own,
      amount: '10000 JPY',
      booking: '2024-03-05',
      time: 14 * 3600 + 30 * 60 + 15,
      zone: 9 * 60,
      hasEndToEndId: true,
      textHash: textSigns('RF18539007547034').textHash,
    });
    expect(names['name:mueller soren|GB']).toEqual(['Søren Müller']);
  });

  it('reads card details of the entry', () => {
    expect(rows[1]).toMatchObject({
      channel: 'card-absent',
      mcc: 5999,
      place: 'Größe Shop, Tokyo',
      time: 9 * 3600,
      zone: 0,
    });
    expect([...segment.charges.minor]).toEqual([30]);
  });
});

describe('offsets', () => {
  const sources = [
    ['UTF-8 with umlauts', v2],
    ['ISO-8859-1 with prefixes', fixture('v8-latin1.xml')],
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), v2])],
    ['invalid UTF-8', Buffer.from(v2.toString('latin1').replace('M\u00c3\u00a4rz', 'M\u00e4rz'), 'latin1')],
  ] as const;
  for (const [name, bytes] of sources) {
    for (const chunk of [1, 7, 65536]) {
      it(`point at whole entries: ${name}, ${chunk} bytes at a time`, () => {
        const { rows } = readRows(bytes, (source, member, sink) => {
          readCamt(source, { ...member, encoding: 'utf-8' }, sink, chunk);
        });
        expect(rows.length).toBeGreaterThan(1);
        for (const row of rows) expect(row.bytes).toMatch(/^<(\w+:)?Ntry>[^]*<\/(\w+:)?Ntry>$/);
        expect(new Set(rows.map((row) => row.bytes)).size).toBe(new Set(rows.map((row) => row.record)).size);
      });
    }
  }

  it('point at whole entries in UTF-16', () => {
    for (const mark of [0, 2]) {
      const text = v2.toString('utf8').replace('UTF-8', 'UTF-16');
      const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]).subarray(0, mark), Buffer.from(text, 'utf16le')]);
      const { rows, names } = readRows(bytes, (source, member, sink) => {
        readCamt(source, member, sink, 4097);
      });
      expect(names[OWN]).toEqual(['Bäckerei Köhler']);
      for (const row of rows) expect(row.bytes.replaceAll('\0', '')).toMatch(/^<Ntry>[^]*<\/Ntry>$/);
    }
  });
});

describe('faults', () => {
  it('rejects bad entries by path and line, and keeps the good ones around them', () => {
    const { rows, segment } = read(fixture('rejects.xml'));
    expect(segment.records).toEqual({ read: 9, kept: 2, rejected: 6, notBooked: 1 });
    expect(rows.map((row) => [row.record, row.amount, row.status])).toEqual([
      [1, '1.00 EUR', 'booked'],
      [8, '4.00 EUR', 'informational'],
      [9, '8.50 EUR', 'booked'],
    ]);
    expect(segment.rejects).toEqual([
      { record: 2, line: 5, field: 'Ntry/Amt', reason: 'empty' },
      { record: 3, line: 6, field: 'Ntry/Amt', reason: 'finer than its currency' },
      { record: 4, line: 8, field: 'Ntry/BookgDt', reason: 'no such date' },
      { record: 5, line: 9, field: 'Ntry/Amt/@Ccy', reason: 'currency not known' },
      { record: 6, line: 10, field: 'Ntry/Amt', reason: 'negative' },
      { record: 7, line: 11, field: 'Ntry/CdtDbtInd', reason: 'neither CRDT nor DBIT' },
    ]);
  });

  it('keeps what stood before the end of a truncated file', () => {
    const text = v2.toString('utf8');
    const cut = text.slice(0, text.indexOf('<Sts>PDNG'));
    const { segment } = read(cut);
    expect(segment.records).toEqual({ read: 5, kept: 4, rejected: 1, notBooked: 0 });
    expect(segment.rejects).toMatchObject([{ record: 5, line: cut.split('\n').length }]);
    expect(segment.rejects[0]?.field).toBe('BkToCstmrStmt/Stmt/Ntry');
    expect(segment.warnings.join()).toContain('damaged');
  });

  it('takes trailing rubbish after the message for a warning', () => {
    const { segment } = read(`${v2.toString('utf8')}\n\u001a`);
    expect(segment.records.rejected).toBe(0);
    expect(segment.warnings.join()).toContain('what follows the message');
  });

  it('refuses what is no statement, document types and depth without end', () => {
    expect(thrownBy(() => read('<a><b></a>'))).toMatchObject({ code: 'CLEW_FILE_UNREADABLE' });
    expect(thrownBy(() => read('<a/>'))).toMatchObject({ code: 'CLEW_FILE_UNREADABLE' });
    const bomb = '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><Document>&d;</Document>';
    expect(thrownBy(() => read(bomb))).toMatchObject({ code: 'CLEW_FILE_REFUSED' });
    expect(thrownBy(() => read('<a>'.repeat(100)))).toMatchObject({ code: 'CLEW_LIMIT' });
    const long = `<Document><BkToCstmrStmt><Stmt><Id>${'> '.repeat(3 << 20)}`;
    expect(thrownBy(() => read(long))).toMatchObject({ code: 'CLEW_LIMIT' });
  });
});
