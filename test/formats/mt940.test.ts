import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/days.ts';
import { readMt } from '../../src/formats/mt/reader.ts';
import { nearestDay, readShortDate } from '../../src/formats/mt/statement-line.ts';
import mt940 from '../../src/formats/mt940.ts';
import { textSigns } from '../../src/formats/text-words.ts';
import { packageRoot } from '../../src/package-root.ts';
import { readRows, thrownBy } from '../fixtures/read-rows.ts';

const fixture = (name: string): Buffer => readFileSync(join(packageRoot, 'test/fixtures/mt', name));
const textHash = (text: string): number => textSigns(text).textHash;

describe('two messages in envelopes, windows-1252', () => {
  const { rows, segment, names, countries } = readRows(fixture('german-dutch.sta'), mt940.read);
  const own = 'account:37040044/532013000';

  it('reads each statement with its balances', () => {
    expect(segment.statements).toMatchObject([
      { opening: 1000_00, closing: 991_00, number: '1/1' },
      { opening: -10_00, closing: -8_00, number: '7' },
    ]);
    expect(1000_00 - 45_50 + 250_00 - 30_00 + 20_00 - 200_00 - 3_50).toBe(991_00);
    expect(-10_00 + 5_00 - 1_00 - 2_00).toBe(-8_00);
    expect(segment.statements.map(({ from, to }) => [from, to].map((day) => day && isoDate(day)))).toEqual([
      ['2023-12-30', '2024-01-04'],
      ['2024-01-01', '2024-01-01'],
    ]);
    expect(segment.records).toEqual({ read: 9, kept: 9, rejected: 0, notBooked: 0 });
    expect(rows.map((row) => row.statement)).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1]);
    expect(segment.warnings).toEqual([]);
  });

  it('reads the German layout with SEPA tags over broken lines', () => {
    expect(rows[0]).toMatchObject({
      from: own,
      to: 'account:DE89370400440532013001',
      amount: '45.50 EUR',
      value: '2023-12-29',
      booking: '2024-01-02',
      channel: 'direct-debit',
      hasEndToEndId: true,
      textHash: textHash('SEPA LASTSCHRIFT Strom Dezember, Kundennummer 12345'),
    });
    expect(names['account:DE89370400440532013001']).toEqual(['Stadtwerke Musterstadt GmbHVertrieb']);
  });

  it('reads wages, original amount and charges', () => {
    expect(rows[1]).toMatchObject({
      purpose: 'SALA',
      channel: 'credit-transfer',
      booking: undefined,
      value: '2024-01-02',
    });
    expect(names['account:AT611904300234573201']).toEqual(['Jürgen Größmann']);
    expect(countries['account:AT611904300234573201']).toBe('AT');
    expect([...segment.instructed.minor, ...segment.charges.minor]).toEqual([275_00, 2_50]);
  });

  it('keeps the effect of reversals', () => {
    expect(rows[2]).toMatchObject({ from: own, to: 'account:37040044/12345', amount: '30.00 EUR', isReversal: true });
    expect(rows[3]).toMatchObject({ from: 'account:37040044/12345', to: own, amount: '20.00 EUR', isReversal: true });
  });

  it('tells cash machines and fees', () => {
    expect(rows[4]).toMatchObject({ channel: 'cash-machine', to: 'cash:' });
    expect(rows[5]).toMatchObject({ channel: 'fee', to: 'bank:' });
  });

  it('reads code words', () => {
    expect(rows[6]).toMatchObject({
      from: 'account:GB29NWBK60161331926819',
      purpose: 'RENT',
      hasEndToEndId: true,
      textHash: textHash('SEPA OVERBOEKING Huur januari'),
    });
    expect(names['account:GB29NWBK60161331926819']).toEqual(['J. Doe']);
    expect(rows[7]).toMatchObject({ to: 'account:FR1420041010050500013M02606', textHash: textHash('Invoice 5') });
    expect(names['account:FR1420041010050500013M02606']).toEqual(['ING TEST']);
    expect(rows[8]).toMatchObject({ to: 'name:other the|', channel: 'wire', textHash: textHash('gift') });
  });

  for (const chunk of [1, 7, 65536]) {
    it(`points at whole entries, ${chunk} bytes at a time`, () => {
      const again = readRows(fixture('german-dutch.sta'), (source, member, sink) => {
        readMt(source, member, sink, chunk);
      });
      expect(again.rows).toEqual(rows);
      for (const row of again.rows) expect(row.bytes).toMatch(/^:61:[^]*[^\r\n]$/);
      expect(again.rows[5]?.bytes).toBe(':61:240104D3,50NCHGNONREF\r\n:86:808?00ENTGELT');
    });
  }

  it('points at whole entries in UTF-8 with a mark', () => {
    const text = `\ufeff${new TextDecoder('windows-1252').decode(fixture('german-dutch.sta'))}`;
    for (const row of readRows(text, mt940.read).rows) expect(row.bytes).toMatch(/^:61:[^]*[^\r\n]$/);
  });
});

describe('pages and faults', () => {
  const { rows, segment, names } = readRows(fixture('pages.sta'), mt940.read);

  it('makes each page a statement', () => {
    expect(segment.statements).toMatchObject([
      { opening: 100_00, closing: 90_00, number: '5/1' },
      { opening: 90_00, closing: 105_50 },
    ]);
    expect(90_00 + 20_50 - 5_00).toBe(105_50);
    expect(new Set(segment.statements.map((statement) => statement.account)).size).toBe(1);
  });

  it('reads free text and other separators', () => {
    expect(rows[0]).toMatchObject({ to: 'unknown:', textHash: textHash('FREE TEXT OF THE FIRST SECOND LINE') });
    expect(rows[1]).toMatchObject({
      from: 'account:PL61109010140000071219812874',
      channel: 'credit-transfer',
      textHash: textHash('Przelew Oplata za pokoj'),
    });
    expect(names['account:PL61109010140000071219812874']).toEqual(['JAN KOWALSKI']);
  });

  it('rejects bad lines and goes on', () => {
    expect(segment.records).toEqual({ read: 6, kept: 3, rejected: 3, notBooked: 0 });
    expect(segment.rejects).toEqual([
      { record: 3, line: 12, field: ':61:', reason: 'not a value date, mark and amount' },
      { record: 4, line: 13, field: ':61:', reason: '0230: no such entry date' },
      { record: 5, line: 14, field: ':61:', reason: 'amount 1,005: finer than its currency' },
    ]);
    expect(rows.map((row) => row.record)).toEqual([1, 2, 6]);
  });

  it('says that a statement has no end, or no currency', () => {
    const cut = readRows(':20:X\n:25:1\n:60F:C240101EUR1,00\n:61:240101C1,00NTRF', mt940.read).segment;
    expect(cut.records.kept).toBe(1);
    expect(cut.warnings).toEqual(['The statement that begins in line 1 has no closing balance']);
    const none = readRows(':20:X\n:25:1\n:61:240101C1,00NTRF\n', mt940.read).segment;
    expect(none.rejects).toMatchObject([{ record: 1, line: 3, field: ':60F:' }]);
    expect(thrownBy(() => readRows('nothing', mt940.read))).toMatchObject({ code: 'CLEW_FILE_UNREADABLE' });
  });
});

describe('years', () => {
  it('puts the entry date in the year that is nearest to the value date', () => {
    const cases = [
      ['231231', '0102', '2024-01-02'],
      ['240101', '1229', '2023-12-29'],
      ['240301', '0229', '2024-02-29'],
      ['230301', '0229', '2024-02-29'],
      ['700101', '1231', '1969-12-31'],
    ] as const;
    for (const [value, entry, expected] of cases) {
      expect(isoDate(nearestDay(readShortDate(value), entry))).toBe(expected);
    }
  });
});

/** One statement of EUR 100 with the given entry lines. */
const one = (account: string, ...lines: string[]): ReturnType<typeof readRows> =>
  readRows([':20:A', `:25:${account}`, ':60F:C240101EUR100,00', ...lines, ''].join('\n'), mt940.read);

describe('what banks do', () => {
  it('Dutch: cards, machines, an IBAN in the supplement, code words broken at 65 letters', () => {
    const { rows, names } = one(
      'NL69INGB0123456789EUR',
      ':61:2401020102D9,N426NONREF',
      ':86:BEA   NR:XXX1234   21.05.11/12.54 DIGROS FIL1015',
      ':61:2401020102D50,N426NONREF',
      ':86:GEA   NR:XXX1234   21.05.11/12.54 LEIDEN',
      ':61:240102D000000000025,00N102EREF',
      'NL91ABNA0417164300',
      ':86:/EREF/1-2/BENM//NAME/CONTRA ACCOUNT HOLDER/REMI//ISDT/2024-01-02',
      ':61:2401020102D1,14NDDTEREF//00000000001009/TRCD/01016/',
      ':86:/EREF/500411584454//MARF/1.15791632//CSID/NL93ZZZ332656790051',
      '//CNTP/GB29NWBK60161331926819/NWBKGB2L/T-Mobile Netherlands BV///R',
      'EMI/USTD//Factuurnummer 901258406560//PURP/OTHR/',
    );
    expect(rows.map((row) => row.channel)).toEqual(['card-present', 'cash-machine', 'other', 'direct-debit']);
    expect(rows[0]?.from).toBe('account:NL69INGB0123456789');
    expect(rows[2]).toMatchObject({ to: 'account:NL91ABNA0417164300', hasEndToEndId: true, reference: 0 });
    expect(names['account:NL91ABNA0417164300']).toEqual(['CONTRA ACCOUNT HOLDER']);
    expect(rows[3]).toMatchObject({ purpose: 'OTHR', textHash: textHash('Factuurnummer 901258406560') });
    expect(names['account:GB29NWBK60161331926819']).toEqual(['T-Mobile Netherlands BV']);
  });

  it('German: a tag after a full line, our own account as the other one, SEPA tags twice', () => {
    const { rows } = one(
      'TRIODOSBANK/0390123456',
      ':61:240102D1,00NMSC',
      ':86:105?20EREF+1234567890123456789012?21MREF+M?22SVWZ+text EREF: other',
      ':61:240102D2,00N000NONREF',
      ':86:000>100987654321>20ALGEMENE>310390123456',
    );
    expect(rows[0]).toMatchObject({ hasEndToEndId: true, textHash: textHash('text') });
    expect(rows[1]).toMatchObject({ to: 'unknown:', textHash: textHash('ALGEMENE') });
  });

  it('Hungarian: funds codes, blank types, non-SWIFT fields, a currency after the account', () => {
    const { rows, segment } = one(
      'UBRTHUHB/123456789150ABCDEF002/EUR',
      ':61:2401021011DF2402,00S   X',
      ':NS:01Verwendungszweck 1',
      '15Strom',
      '16AG',
      '3310918001',
      '340000004279070017',
      ':62F:C240102-2302,00',
      ':62F:D2401022302,00',
    );
    expect(100_00 - 2402_00).toBe(-2302_00);
    expect(rows[0]).toMatchObject({
      from: 'account:UBRTHUHB/123456789150ABCDEF002',
      to: 'account:10918001/4279070017',
      amount: '2402.00 EUR',
      reference: 0,
      textHash: textHash('Verwendungszweck 1'),
    });
    expect(segment.statements).toMatchObject([{ closing: -2302_00 }]);
    expect(segment.warnings).toEqual(['Line 10: the balance in :62F: cannot be read']);
  });
});
