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

describe('layouts and envelopes', () => {
  it('reads envelopes on the line of the first field, and ends on that of the last', () => {
    const message = (number: number): string =>
      `{1:F01BANKATWWAXXX000000000${number}}{2:I940CORPORATEXXXN}{4::20:S${number}\r\n:25:123456\r\n:28C:${number}/1\r\n` +
      ':60F:C231114EUR10,00\r\n:61:2311141115D10,00NTRFNONREF\r\n:86:text {of} a payment}\r\n:62F:C231115EUR0,00-}{5:{CHK:123}}\r\n$';
    const { rows, segment } = readRows(`\x01${message(1)}\r\n${message(2)}${message(3)}`, mt940.read);
    expect(segment.statements.map(({ number, closing }) => [number, closing])).toEqual([
      ['1/1', 0],
      ['2/1', 0],
      ['3/1', 0],
    ]);
    expect(segment.warnings).toEqual([]);
    expect(rows.map((row) => row.bytes)).toEqual(
      rows.map(() => ':61:2311141115D10,00NTRFNONREF\r\n:86:text {of} a payment}'),
    );
  });

  it('reads carriage returns alone, and national letters for braces', () => {
    const text = fixture('pages.sta').toString();
    const expected = readRows(text, mt940.read);
    const again = readRows(text.replace(/\r?\n/g, '\r'), mt940.read);
    expect(again.rows.map((row) => row.bytes.replace(/\r/g, '\n'))).toEqual(
      expected.rows.map((row) => row.bytes.replace(/\r\n/g, '\n')),
    );
    expect(again.segment.rejects).toEqual(expected.segment.rejects);
    const nordic = 'ä4:\n:20:A\n:25:1\n:60F:C130928SEK0,\n:62F:C130930SEK0,\n-å\n'.repeat(2);
    expect(readRows(nordic, mt940.read).segment.statements).toHaveLength(2);
  });

  it('keeps a row whose value date is 30 February, by its entry date', () => {
    const { rows, segment } = one(
      '1',
      ':61:1602300301DR6,00N024NONREF',
      ':61:160230DR6,00N024NONREF',
      ':61:1602320301DR6,00N024NONREF',
    );
    expect(rows).toMatchObject([{ booking: '2016-03-01', value: undefined, amount: '6.00 EUR' }]);
    expect(segment.records).toMatchObject({ kept: 1, rejected: 2 });
  });

  it('does not book what is only expected', () => {
    const { rows, segment } = one('1', ':61:2401020102ED10,00NTRFNONREF', ':61:2401020102RD3,00NTRFNONREF');
    expect(rows.map(({ status, to }) => [status, to])).toEqual([
      ['pending', 'unknown:'],
      ['booked', 'account:1'],
    ]);
    expect(segment.records).toMatchObject({ kept: 1, notBooked: 1 });
  });

  it('passes over forward balances and unknown fields, also between entries', () => {
    const { rows, segment } = one(
      '1',
      ':61:240102D1,00NTRF',
      ':99:X',
      ':61:240102D2,00NTRF',
      ':62F:C240102EUR97,00',
      ':64:C240102EUR97,00',
      ':65:C240103EUR90,00',
      ':86:of the statement',
      '-',
    );
    expect(rows.map((row) => row.textHash)).toEqual([0, 0]);
    expect(segment.statements).toMatchObject([{ closing: 97_00 }]);
    expect(segment.warnings).toEqual([]);
  });

  it('Polish: any separator, and words of mBank', () => {
    const { rows, names } = one(
      'PL29114010810000267002001002',
      ':61:2401020102D10,00NTRFNONREF',
      ':86:020~00PRZELEW~20Zaplata za~21 fakture 5~30109010140000~31PL61109010140000071219812874~32JAN~33KOWALSKI',
      ':61:2401020102C0,01NTRFNONREF//MB1',
      '911-TRANSAKCJA',
      ':86:911 TRANSAKCJA COLLECT; Z RACH.: ',
      '61109010140000071219812874; OD: JAN NOWAK  ',
      'UL. NIJAKA 1; TYT.: CZYNSZ   ; ',
      'TNR: 179171073864111.010001',
      ':61:2401020102D5,00NTRFNONREF',
      ':86:>00PRZELEW>20Zwrot>32ANNA NOWAK',
    );
    expect(rows[0]).toMatchObject({ to: 'account:PL61109010140000071219812874', channel: 'credit-transfer' });
    expect(rows[1]).toMatchObject({ from: 'account:PL61109010140000071219812874', textHash: textHash('CZYNSZ') });
    expect(names['account:PL61109010140000071219812874']).toEqual(['JAN KOWALSKI', 'JAN NOWAK UL. NIJAKA 1']);
    expect(rows[2]).toMatchObject({ to: 'name:anna nowak|', textHash: textHash('PRZELEW Zwrot') });
  });

  it('Dutch: shops of card rows with their time, giro and dotted numbers, Knab, Rabobank', () => {
    const { rows, names } = one(
      '517852257',
      ':61:1105210521D11,59N426NONREF',
      ':86:BEA   NR:XXX1234   21.05.11/12.54 DIGROS FIL1015 LEIDEN,PAS999',
      ':61:1105220521D11,59N426NONREF',
      ':86:BEA   NR:XXX1234   20.05.11/12.54 DIGROS FIL1015 LEIDEN,PAS999',
      ':61:1105240524D9,N192NONREF',
      ':86:GIRO   428428 KPN - DIGITENNE    BETALINGSKENM.  0000',
      ':61:1105240524D15,N426NONREF',
      ':86:52.89.39.882                    MYCOM DEN HAAG',
      ':61:1407290729D7260,NTRFNONREF//B4G2',
      ':86:FACTUUR 201403110, 201403113',
      'REK: NL65INGB0123456789/NAAM: PICQER',
      ':61:130102D000000000010,00N154NONREF          ',
      'P001234567',
      ':86:/BENM//NAME/JOHN DOE/REMI/Reference 5/ISDT/2013-01-02',
    );
    expect(rows[0]).toMatchObject({ to: 'merchant:digros fil1015 leiden|', time: (12 * 60 + 54) * 60 });
    expect(rows[1]?.time).toBeUndefined();
    expect(rows.slice(2).map((row) => row.to)).toEqual([
      'account:428428',
      'account:528939882',
      'account:NL65INGB0123456789',
      'account:1234567',
    ]);
    expect(rows[4]?.textHash).toBe(textHash('FACTUUR 201403110, 201403113'));
    expect(names['account:528939882']).toEqual(['MYCOM DEN HAAG']);
  });
});
