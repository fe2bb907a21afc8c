import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import csv from '../../src/formats/csv.ts';
import { EndTable } from '../../src/formats/end-table.ts';
import { memorySource } from '../../src/intake/byte-source.ts';
import { CodedError } from '../../src/errors.ts';
import { SegmentSink } from '../../src/formats/segment-sink.ts';
import { balances, fixturePath, plainRows, readBytes, readFixture, readText, sums } from './csv/read-csv.ts';

describe('fixtures, totals worked out by hand', () => {
  test('German: Windows-1252, lines above, Soll and Haben, pending row, impossible day, total row', () => {
    const segment = readFixture('german-debit-credit.csv');
    // 2.57 + 1620.00 + 190.00 + 4.90 left, 2071.76 came in.
    expect(sums(segment)).toEqual({ 'EUR debits': 257 + 162000 + 19000 + 490, 'EUR credits': 207176 });
    expect(segment.records).toEqual({ read: 7, kept: 5, rejected: 1, notBooked: 1 });
    expect(segment.rejects).toEqual([{ record: 5, line: 10, field: 'Buchungstag', reason: '31.02.2026 is no day' }]);
    // 1816.54 + 2.57 before the first row; the rejected row's 1.00 would have made 2077.30 and did not.
    expect(balances(segment)).toEqual([[181654 + 257, 207340]]);
    expect(segment.warnings).toEqual(['1 lines were taken as totals, balances or footer']);
    const rows = plainRows(segment);
    expect(rows[0]).toEqual({
      record: 1, date: '2026-01-02', value: '2026-01-02', minor: 257, currency: 'EUR',
      debtor: 'account:DE02711588200278566663', creditor: 'merchant:baeckerei kern|', channel: 'card-present', status: 'booked',
    }); // prettier-ignore
    expect(rows.map((row) => [row.channel, row.status])).toEqual([
      ['card-present', 'booked'],
      ['credit-transfer', 'booked'],
      ['credit-transfer', 'booked'],
      ['cash-machine', 'booked'],
      ['fee', 'booked'],
      ['credit-transfer', 'pending'],
    ]);
    expect(rows[2]?.debtor).toBe('account:DE58711588206035373744');
    expect([rows[3]?.creditor, rows[4]?.creditor]).toEqual(['cash', 'bank']);
    const ends = EndTable.fromParts(segment.ends);
    const landlady = ends.find('account', 'DE39200993109544221565');
    expect([ends.country(landlady), ends.bank(landlady)]).toEqual(['DE', 'ELBKDEH1XXX']);
    expect(ends.namesByEnd().get(landlady)).toEqual(['Jussara Araújo', 'X']);
    expect(ends.isOwn(ends.find('account', 'DE02711588200278566663'))).toBe(true);
  });

  test('provenance: offset and length give the record’s own bytes back', () => {
    const bytes = readFileSync(fixturePath('german-debit-credit.csv'));
    const segment = readBytes(bytes);
    const at = segment.columns.offset?.[2] ?? 0;
    const text = bytes.toString('latin1', at, at + (segment.columns.length?.[2] ?? 0));
    expect(text.startsWith('DE02711588200278566663;15.01.2026;01:25')).toBe(true);
    expect(text.endsWith('Umsatz gebucht')).toBe(true);
  });

  test('English: byte order mark, text over two lines, letters among digits, two currencies', () => {
    const segment = readFixture('english-multiline.csv');
    expect(sums(segment)).toEqual({ 'GBP credits': 1380, 'GBP debits': 2013 + 7000, 'EUR credits': 55 });
    expect(segment.rejects).toEqual([
      { record: 4, line: 6, field: 'Amount', reason: '-2l.28 is not an amount' },
      { record: 5, line: 7, field: 'record', reason: '4 fields where the header has 15' },
    ]);
    expect(balances(segment)).toEqual([
      [111380 - 1380, 102367],
      [10055 - 55, 10055],
    ]);
    const { mcc, time, place } = segment.columns;
    expect([mcc?.[1], mcc?.[2], time?.[0]]).toEqual([5813, 6011, (10 * 60 + 28) * 60]);
    const places = Buffer.from(segment.places.arena).toString();
    expect(places).toBe('LondonT50139455 London');
    expect([place?.[1], place?.[2]]).toEqual([1, 2]);
  });

  test('French: account, currency and opening above; blanks for thousands, two of them no-break', () => {
    const segment = readFixture('french.csv');
    expect(sums(segment)).toEqual({ 'EUR debits': 1240 + 106000, 'EUR credits': 215000 });
    expect(balances(segment)).toEqual([[100000, undefined]]);
    expect(plainRows(segment)[0]).toMatchObject({
      date: '2026-01-03',
      value: '2026-01-05',
      debtor: 'account:FR7630006000011234567890189',
      creditor: 'merchant:boulangerie|',
    });
    expect(plainRows(segment)[2]).toMatchObject({ creditor: 'cash', channel: 'cash-machine' });
  });

  test('Spanish: newest row first is told by the balance and turned round', () => {
    const segment = readFixture('spanish-newest-first.csv');
    expect(sums(segment)).toEqual({ 'EUR debits': 49700 + 300 + 4510, 'EUR credits': 200000 });
    expect(balances(segment)).toEqual([[100300 + 49700, 295490]]);
    expect(plainRows(segment).map((row) => [row.record, row.date])).toEqual([
      [4, '2026-02-01'],
      [3, '2026-02-15'],
      [2, '2026-02-15'],
      [1, '2026-02-28'],
    ]);
    expect(plainRows(segment)[3]?.creditor).toBe('name:electrica sur|');
    expect(segment.warnings).toContain('the newest row stands first; rows are kept oldest first');
    expect(segment.warnings).toContain('the file does not name its account; one account is made for this file');
  });

  test('Italian: two-digit years, Dare with a minus, zero beside a credit', () => {
    const segment = readFixture('italian.csv');
    expect(sums(segment)).toEqual({ 'EUR debits': 125000, 'EUR credits': 180050 + 320 });
    expect(plainRows(segment).map((row) => row.date)).toEqual(['2026-01-05', '2026-01-28', '2026-01-30']);
    expect(plainRows(segment)[2]).toMatchObject({ debtor: 'bank', channel: 'interest' });
  });

  test('Russian: Windows-1251', () => {
    const segment = readFixture('russian.csv');
    expect(sums(segment)).toEqual({ 'RUB debits': 2500000, 'RUB credits': 15000050 });
    expect(plainRows(segment)[0]?.debtor).toBe('account:40702810500000000001');
  });

  test('Dutch: Af and Bij, dates without marks', () => {
    const segment = readFixture('dutch-af-bij.csv');
    expect(sums(segment)).toEqual({ 'EUR debits': 1735 + 20000, 'EUR credits': 150000 });
    expect(balances(segment)).toEqual([[98265 + 1735, 228265]]);
    expect(plainRows(segment).map((row) => row.channel)).toEqual(['card-present', 'credit-transfer', 'cash-machine']);
  });

  test('UTF-16: tabs, trailing minus; offsets count the file’s own bytes', () => {
    const bytes = readFileSync(fixturePath('utf16-trailing-minus.csv'));
    const segment = readBytes(bytes);
    expect(sums(segment)).toEqual({ 'PLN debits': 75000, 'PLN credits': 310025 });
    expect(balances(segment)).toEqual([[25000 + 75000, 335025]]);
    const offsets = Array.from(segment.columns.offset ?? []);
    const lengths = Array.from(segment.columns.length ?? []);
    const texts = offsets.map((at, i) => bytes.toString('utf16le', at, at + (lengths[i] ?? 0)));
    expect(texts[0]).toBe('70012345\t31/01/2026\t01/02/2026\tRent “flat 3” – Łódź\t750.00-\tPLN\t250.00');
    expect(texts[1]).toBe('70012345\t13/02/2026\t13/02/2026\tWages\t3,100.25+\tPLN\t3350.25');
  });

  test('lines that end in CR alone', () => {
    const segment = readFixture('carriage-return-only.csv');
    expect(sums(segment)).toEqual({ 'XXX debits': 420 + 80, 'XXX credits': 1000 });
    expect(balances(segment)).toEqual([[9580 + 420, 10500]]);
  });

  test('Swiss: apostrophes of both kinds, S and H, the header again in the middle', () => {
    const segment = readFixture('swiss-apostrophe.csv');
    expect(sums(segment)).toEqual({ 'CHF debits': 120000 + 214560, 'CHF credits': 1234560 });
    expect(segment.records).toEqual({ read: 3, kept: 3, rejected: 0, notBooked: 0 });
    expect(balances(segment)).toEqual([[1334560 - 1234560, 1000000]]);
    expect(plainRows(segment)[2]).toMatchObject({ date: '2026-01-03', record: 3 });
  });

  test('American: months in words, dollars, brackets for minus', () => {
    const segment = readFixture('american-brackets.csv');
    expect(sums(segment)).toEqual({ 'USD debits': 18900, 'USD credits': 231055 + 40000 });
    expect(plainRows(segment)[1]).toMatchObject({
      date: '2026-01-31',
      value: '2026-02-02',
      creditor: 'merchant:motel nv reno starlight|',
    });
  });

  test('amounts without sign: the change of the balance gives it, and the first row cannot be known', () => {
    const segment = readFixture('unsigned-with-balance.csv');
    expect(sums(segment)).toEqual({ 'EUR debits': 70000, 'EUR credits': 5000 });
    expect(segment.rejects).toEqual([
      { record: 1, line: 2, field: 'Betrag', reason: 'nothing says whether it is a debit or a credit' },
    ]);
  });

  test('a card’s charges are plus: the balance says so, and its number is not kept', () => {
    const segment = readFixture('card-charges-positive.csv');
    expect(sums(segment)).toEqual({ 'EUR debits': 8900 + 2100, 'EUR credits': 11000 });
    expect(plainRows(segment)[0]?.debtor).toMatch(/^card:[0-9a-f]{32}-1111$/);
    expect(Buffer.from(segment.ends.keys.arena).includes('4111**')).toBe(false);
  });

  test('Polish: sender and receiver in each row', () => {
    const [rent, wage] = plainRows(readFixture('polish.csv'));
    expect([rent?.debtor, rent?.creditor, rent?.minor]).toEqual([
      'account:61109010140000071219812874',
      'account:27114020040000300201355387',
      150000,
    ]);
    expect([wage?.debtor, wage?.creditor, wage?.minor]).toEqual([
      'account:83101010230000261395100000',
      'account:61109010140000071219812874',
      420000,
    ]);
  });

  test('Romanian: comma between fields and before fractions', () => {
    expect(sums(readFixture('romanian.csv'))).toEqual({ 'RON debits': 125000, 'RON credits': 510030 });
  });

  test('both accounts and two currencies in a row, the label passed over', () => {
    const segment = readFixture('both-accounts.csv');
    expect(sums(segment)).toEqual({ 'USD both': 369734 + 1 + 1534211, 'XBT both': 13250700 });
    expect(segment.records).toEqual({ read: 7, kept: 4, rejected: 3, notBooked: 0 });
    expect(segment.rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [6, '12.345 is finer than its currency EUR'],
      [7, '2022/02/31 00:02 is no day'],
      [8, '4 fields where the header has 11'],
    ]);
    expect(plainRows(segment)[2]).toMatchObject({
      debtor: 'account:03209/8000F4670',
      creditor: 'account:03209/8000F4671',
      channel: 'wire',
    });
    expect([Array.from(segment.instructed.rows), Array.from(segment.instructed.minor)]).toEqual([[2], [1467557]]);
  });

  test('a table of something else is refused with what is missing', () => {
    expect(() => readFixture('not-payments.csv')).toThrow(CodedError);
    expect(() => readFixture('not-payments.csv')).toThrow(/no line has two known column names/);
    expect(() => readText('Date,Account,Name\n2026-01-02,1,x\n')).toThrow(/none of an amount/);
  });
});

describe('rows', () => {
  const head = 'IBAN;Datum;Text;Betrag;Waehrung\n';
  const row = (date: string, amount: string, currency = 'EUR'): string =>
    `AT611904300234573201;${date};x;${amount};${currency}\n`;
  const usual = row('13.01.2026', '-1,00') + row('31.01.2026', '2,50');

  test('each bad row says what is wrong, with its line and the bank’s name of the field', () => {
    const segment = readText(
      head +
        usual +
        row('31.02.2026', '1,00') +
        row('01.02.2026', '12,3x4') +
        row('01.02.2026', '1,005') +
        row('01.02.2026', '') +
        row('01.02.2026', '1,00', 'QQQ') +
        'AT611904300234573201;01.02.2026;x\n' +
        usual,
    );
    expect(segment.rejects.map(({ line, field, reason }) => [line, field, reason])).toEqual([
      [4, 'Datum', '31.02.2026 is no day'],
      [5, 'Betrag', '12,3x4 is not an amount'],
      [6, 'Betrag', '1,005 is finer than its currency EUR'],
      [7, 'Betrag', 'the amount is empty'],
      [8, 'Waehrung', 'QQQ is no currency'],
      [9, 'record', '3 fields where the header has 5'],
    ]);
    expect(segment.records).toEqual({ read: 10, kept: 4, rejected: 6, notBooked: 0 });
  });

  test('trailing zeros are not finer, and dead or odd currencies have their own exponent', () => {
    const segment = readText(
      head +
        usual +
        row('01.02.2026', '1,5000') +
        row('01.02.2026', '100', 'JPY') +
        row('01.02.2026', '1,234', 'KWD') +
        row('01.02.2026', '1.000', 'ITL'),
    );
    expect(segment.rejects).toEqual([]);
    expect(sums(segment)).toMatchObject({
      'EUR credits': 250 + 150,
      'JPY credits': 100,
      'KWD credits': 1234,
      'ITL credits': 1000,
    });
  });

  test('zero is kept; both a debit and a credit is not', () => {
    const segment = readText(
      'Date,IBAN,Debit,Credit,Currency\n2026-01-13,AT611904300234573201,1.00,,EUR\n2026-01-13,AT611904300234573201,0.00,,EUR\n2026-01-13,AT611904300234573201,1.00,2.00,EUR\n2026-01-13,AT611904300234573201,,,EUR\n',
    );
    expect(sums(segment)).toEqual({ 'EUR debits': 100 });
    expect(segment.count).toBe(2);
    expect(segment.rejects.map((reject) => reject.reason)).toEqual([
      'both a debit and a credit are given',
      'neither a debit nor a credit is given',
    ]);
  });

  test('a short line is a footer at the end and a bad record in the middle', () => {
    expect(readText(`${head}${usual}page 1 of 2\n`).records).toEqual({ read: 2, kept: 2, rejected: 0, notBooked: 0 });
    expect(readText(`${head}${usual}page 1 of 2\n${usual}`).records).toEqual({
      read: 5,
      kept: 4,
      rejected: 1,
      notBooked: 0,
    });
    expect(readText(`${head}${usual}Saldo;;;1,50;EUR\n\n;;;;\n${usual}`).records).toEqual({
      read: 4,
      kept: 4,
      rejected: 0,
      notBooked: 0,
    });
  });

  test('declined rows are read and not booked', () => {
    const segment = readText(
      'Date,Account number,Amount,Currency,State\n2026-01-13,12345678,-1.00,EUR,COMPLETED\n2026-01-14,12345678,-2.00,EUR,DECLINED\n2026-01-14,12345678,-3.00,EUR,PENDING\n',
    );
    expect(segment.records).toEqual({ read: 3, kept: 1, rejected: 0, notBooked: 2 });
    expect(plainRows(segment).map((found) => found.status)).toEqual(['booked', 'informational', 'pending']);
  });

  test('a running balance that does not follow is told with its first line', () => {
    const segment = readText(
      'Date,IBAN,Amount,Balance,Currency\n2026-01-13,AT611904300234573201,1.00,10.00,EUR\n2026-01-13,AT611904300234573201,1.00,11.00,EUR\n2026-01-14,AT611904300234573201,1.00,13.00,EUR\n2026-01-15,AT611904300234573201,-1.00,12.00,EUR\n',
    );
    expect(segment.warnings).toEqual(['the running balance does not follow in 1 rows, first in line 4']);
  });

  test('a single line of more than 16 MiB is a coded error', () => {
    const line = Buffer.alloc(20 << 20, 97);
    const bytes = Buffer.concat([Buffer.from(head + usual), line]);
    expect(() => readBytes(bytes, 'utf-8')).toThrow(expect.objectContaining({ code: 'CLEW_LIMIT' }));
  });
});

describe('recognition', () => {
  const head = (text: string): { name: string; bytes: Uint8Array; text: string } => ({
    name: 'x',
    bytes: Buffer.from(text),
    text,
  });
  test('a table of payments, and nothing else', () => {
    expect(csv.recognise(head('Datum;Betrag;Text\n13.01.2026;1,00;x\n')).sureness).toBe(70);
    for (const text of ['<Document/>', ':20:START\n:25:1\n', 'a,b\n1,2\n', '', '{"a":1}', '!Type:Bank\nD1/2/26\n']) {
      expect(csv.recognise(head(text)).sureness).toBe(0);
    }
  });

  test('never throws anything but a coded error', () => {
    for (const text of [
      '',
      '\n',
      ',',
      '"',
      'Date,Amount',
      'Date,Amount\n',
      'Date,Amount\n"',
      '\0\0\0',
      'Datum;Betrag\n;;\n',
    ]) {
      const sink = new SegmentSink();
      const member = { name: 'x', path: '', bytes: text.length, sha256: 'ab'.repeat(32), encoding: 'utf-8' };
      try {
        csv.read(memorySource(Buffer.from(text)), member, sink);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(CodedError);
      }
    }
  });
});
