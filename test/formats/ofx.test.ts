import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CodedError } from '../../src/errors.ts';
import { originalAmount, readOfxAmount } from '../../src/formats/ofx/amounts.ts';
import { readOfxMoment } from '../../src/formats/ofx/moment.ts';
import { readOfx } from '../../src/formats/ofx/reader.ts';
import ofx from '../../src/formats/ofx.ts';
import { textSigns } from '../../src/formats/text-words.ts';
import { isoDate } from '../../src/days.ts';
import { packCurrency } from '../../src/money.ts';
import { packageRoot } from '../../src/package-root.ts';
import { seededRandom } from '../../src/random.ts';
import { readRows, thrownBy } from '../fixtures/read-rows.ts';

const fixture = (name: string): Buffer => readFileSync(join(packageRoot, 'test/fixtures/ofx', name));
const textHash = (text: string): number => textSigns(text).textHash;
const eur = packCurrency('EUR');
const usd = packCurrency('USD');
const jpy = packCurrency('JPY');

describe('SGML with a bank, a card and an investment account', () => {
  const { rows, segment, names, countries } = readRows(fixture('quirks.ofx'), ofx.read);
  const own = 'account:47110815~3';

  it('counts every transaction once', () => {
    expect(segment.records).toEqual({ read: 12, kept: 8, rejected: 2, notBooked: 2 });
    expect(segment.rejects).toEqual([
      { record: 6, line: 23, field: 'DTPOSTED', reason: '20240230: no such date' },
      { record: 7, line: 24, field: 'TRNAMT', reason: '5.005: finer than its currency' },
    ]);
    expect(rows.map((row) => row.record)).toEqual([1, 2, 3, 4, 5, 8, 9, 10, 12]);
    expect(rows.filter((row) => row.status === 'pending').map((row) => row.amount)).toEqual(['7.00 USD']);
  });

  it('reads statements, closing balances and no opening ones', () => {
    expect(segment.statements).toHaveLength(3);
    expect(segment.statements[0]).toMatchObject({ closing: -153_20 });
    expect(segment.statements.map((statement) => 'opening' in statement)).toEqual([false, false, false]);
    expect(segment.statements.map(({ from, to }) => [from, to].map((day) => day && isoDate(day)))).toEqual([
      ['2024-02-01', '2024-02-29'],
      ['2024-02-01', '2024-02-29'],
      [undefined, undefined],
    ]);
    expect(rows.map((row) => row.statement)).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 2]);
    expect(segment.warnings).toEqual(['1 trades of securities are no payments and were left out']);
  });

  it('reads days, times with their zone, text and names in windows-1252', () => {
    expect(rows[0]).toMatchObject({
      from: own,
      to: 'name:co mueller|',
      amount: '45.10 USD',
      booking: '2024-02-03',
      value: '2024-02-05',
      time: (9 * 60 + 30) * 60 + 15,
      zone: -5 * 60,
      textHash: textHash('Müller & Co Rent for A < B, 3 > 2'),
    });
  });

  it('reads the other account, merchants, payees and what needs none', () => {
    expect(rows[1]).toMatchObject({ to: 'account:AT611904300234573201', amount: '1250.00 USD' });
    expect(rows[1]?.channel).toBe('credit-transfer');
    expect(rows[2]).toMatchObject({ to: 'merchant:cafe exemplar|', mcc: 5812, channel: 'card-present' });
    expect(rows[3]).toMatchObject({ to: 'name:power works|US', amount: '20.00 GBP', place: 'Springfield' });
    expect(rows[4]).toMatchObject({ to: 'cash:', channel: 'cash-machine' });
    expect(rows[5]).toMatchObject({ from: 'name:acme payroll|', to: own, amount: '1234.50 USD' });
    expect(names['name:power works|US']).toEqual(['Power Works']);
    expect(countries['account:AT611904300234573201']).toBe('AT');
  });

  it('gives the original amount that the rate leads to', () => {
    expect(segment.instructed).toEqual({
      rows: Uint32Array.of(2),
      minor: Float64Array.of(10_00),
      currency: Uint16Array.of(eur),
    });
  });

  it('keeps no card number', () => {
    expect(rows[7]?.to).toMatch(/^card:[0-9a-f]{32}-1111$/);
    expect(rows[8]).toMatchObject({ from: 'account:55-66', to: 'unknown:', channel: 'other' });
  });

  for (const chunk of [1, 7, 300]) {
    it(`points at whole transactions, ${chunk} bytes at a time`, () => {
      const again = readRows(fixture('quirks.ofx'), (source, member, sink) => {
        readOfx(source, member, sink, chunk);
      });
      expect(again.rows).toEqual(rows);
      expect(again.segment.rejects).toEqual(segment.rejects);
      for (const row of again.rows) expect(row.bytes).toMatch(/^<STMTTRNP?>[^]*(<\/STMTTRNP?>|<\/ORIGCURRENCY>\s*)$/);
    });
  }

  it('reads the same on one line and in small letters', () => {
    const text = fixture('quirks.ofx').toString('latin1');
    const flat = text.slice(text.indexOf('<OFX>')).replace(/\r\n/g, '');
    const small = flat.replace(/<\/?[A-Z0-9]+>/g, (tag) => tag.toLowerCase());
    const amounts = rows.map((row) => row.amount);
    for (const variant of [flat, small])
      expect(readRows(Buffer.from(variant, 'latin1'), ofx.read).rows.map((row) => row.amount)).toEqual(amounts);
  });
});

describe('XML', () => {
  const { rows, segment, names } = readRows(fixture('cdata.ofx'), ofx.read);

  it('reads CDATA, entities and empty elements', () => {
    expect(segment.statements).toMatchObject([{ closing: 1234_56 }]);
    expect(names[rows[0]?.to ?? '']).toEqual(['Café > <b> & Bar']);
    expect(rows[0]?.textHash).toBe(textHash('Café > <b> & Bar 2 < 3 ü &bogus; &'));
    expect(rows[1]).toMatchObject({ from: 'name:anna beispiel|', booking: '2024-01-03', amount: '100.00 EUR' });
  });

  it('takes noon on every row for no time', () => {
    expect(rows.map((row) => row.time)).toEqual([undefined, undefined]);
  });
});

describe('parts', () => {
  const statement = (...transactions: string[]): string =>
    `<OFX><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>1</BANKACCTFROM><BANKTRANLIST>${transactions.join('')}</BANKTRANLIST></STMTRS></OFX>`;
  const transaction = (posted: string, more = ''): string =>
    `<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>${posted}<TRNAMT>1.00${more}</STMTTRN>`;

  it('decides over the whole file whether times are times', () => {
    const times = (...posted: string[]): (number | undefined)[] =>
      readRows(statement(...posted.map((text) => transaction(text))), ofx.read).rows.map((row) => row.time);
    expect(times('20240101120000', '20240102000000', '20240103')).toEqual([undefined, undefined, undefined]);
    expect(times('20240101040000[0:GMT]', '20240702050000[0:GMT]')).toEqual([undefined, undefined]);
    expect(times('20240101122017', '20240102122017', '20240103122017')).toEqual([undefined, undefined, undefined]);
    expect(times('20240101122017', '20240102000000', '20240103120000')).toEqual([44417, 0, 43200]);
  });

  it('leaves out holds and deletions, and says what it believed', () => {
    const { segment } = readRows(
      statement(
        '<STMTTRN><TRNTYPE>HOLD<DTPOSTED>20240101<TRNAMT>-1.00</STMTTRN>',
        transaction('20240101', '<CORRECTFITID>X<CORRECTACTION>DELETE'),
        '<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20240101<TRNAMT>1.00</STMTTRN>',
      ),
      ofx.read,
    );
    expect(segment.records).toEqual({ read: 3, kept: 1, rejected: 0, notBooked: 2 });
    expect(segment.warnings).toHaveLength(2);
  });

  it('has a currency from the first transaction where the statement names none', () => {
    const text = statement(transaction('20240101', '<CURRENCY><CURRATE>1<CURSYM>AUD</CURRENCY>'));
    expect(readRows(text.replace('EUR', ''), ofx.read).rows[0]?.amount).toBe('1.00 AUD');
    const none = readRows(statement(transaction('20240101')).replace('EUR', 'QQQ'), ofx.read);
    expect(none.rows[0]?.amount).toBe('1.00 XXX');
    expect(none.segment.warnings[0]).toContain('QQQ');
  });

  it('reads amounts', () => {
    const cases = [
      ['-34.51', -34_51], ['+5', 5_00], ['1.234,56', 1234_56], ['-1,234.56', -1234_56], ['1,234,567', 1234567_00], ['.5', 50],
      ['-,07', -7], ['00050.0000', 50_00], ['12,340', 12_34], ['1,2,3', 'not a number'], ['1e3', 'not a number'], ['', 'empty'],
      ['1.234', 'finer than its currency'],
    ] as const; // prettier-ignore
    for (const [text, expected] of cases) expect(readOfxAmount(text, eur), text).toBe(expected);
  });

  it('turns rates round only where one amount fits', () => {
    expect(originalAmount(11_00, usd, '1.10', eur)).toBe(10_00);
    expect(originalAmount(12_34, usd, '1.1', eur)).toBe(11_22);
    // At a rate below one several amounts round to the same.
    expect(originalAmount(1, usd, '0.0067', jpy)).toBeUndefined();
    expect(originalAmount(67_00, usd, '0.0067', jpy)).toBe(10_000);
    expect(originalAmount(1_00, usd, 'abc', eur)).toBeUndefined();
    expect(originalAmount(1_00, usd, '0', eur)).toBeUndefined();
  });

  it('reads moments', () => {
    const read = (text: string): unknown => {
      const moment = readOfxMoment(text);
      return moment && [isoDate(moment.day), moment.time, moment.zone];
    };
    expect(read('20240229')).toEqual(['2024-02-29', undefined, undefined]);
    expect(read('20240229103000.258[-3.5:NST]')).toEqual(['2024-02-29', 37800, -210]);
    expect(read('202402291030[+5.30:IST]')).toEqual(['2024-02-29', 37800, 330]);
    expect(read('20180804093914:014')).toEqual(['2018-08-04', 34754, undefined]);
    expect(read('20240229256199')).toEqual(['2024-02-29', undefined, undefined]);
    expect(read('20230229')).toBeUndefined();
    expect(read('abc')).toBeUndefined();
  });

  it('is sure of its own files only', () => {
    const sure = (text: string): number => ofx.recognise({ name: 'x', bytes: Buffer.from(text), text }).sureness;
    expect(sure(fixture('quirks.ofx').toString())).toBe(99);
    expect(sure(fixture('cdata.ofx').toString())).toBe(99);
    expect(sure('\n\n<STMTTRN><TRNTYPE>DEBIT')).toBeGreaterThan(70);
    for (const text of ['', '<html></html>', 'OFX is a format', '<?xml version="1.0"?><Document/>'])
      expect(sure(text)).toBe(0);
  });

  it('refuses what holds no statement, with what the bank says', () => {
    const refused = '<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>15500<MESSAGE>Signon invalid</STATUS></SONRS></OFX>';
    expect(thrownBy(() => readRows(refused, ofx.read))).toMatchObject({ code: 'CLEW_FILE_UNREADABLE' });
    expect(String(thrownBy(() => readRows(refused, ofx.read)))).toContain('Signon invalid');
  });

  it('reads broken files without surprise', () => {
    for (const name of ['quirks.ofx', 'cdata.ofx']) {
      const random = seededRandom(20240305, name);
      for (let round = 0; round < 150; round++) {
        const bytes = Buffer.from(fixture(name));
        for (let i = random.integer(1, 6); i > 0; i--) {
          const at = random.integer(0, bytes.length - 1);
          if (random.chance(0.5)) bytes[at] = random.integer(0, 255);
          else bytes.copyWithin(at, random.integer(0, bytes.length - 1), random.integer(0, bytes.length));
        }
        const fault = thrownBy(() => {
          const { segment, rows: found } = readRows(bytes, ofx.read);
          const { read, kept, rejected, notBooked } = segment.records;
          expect(read).toBe(kept + rejected + notBooked);
          expect(found.length).toBeLessThanOrEqual(kept + notBooked);
        });
        if (fault !== undefined && !(fault instanceof CodedError)) throw fault;
      }
    }
  });
});
