import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CodedError } from '../../src/errors.ts';
import { readQif } from '../../src/formats/qif/reader.ts';
import qif from '../../src/formats/qif.ts';
import { textSigns } from '../../src/formats/text-words.ts';
import { isoDate } from '../../src/days.ts';
import { packageRoot } from '../../src/package-root.ts';
import { seededRandom } from '../../src/random.ts';
import { readRows, thrownBy, type Reading } from '../fixtures/read-rows.ts';

const fixture = readFileSync(join(packageRoot, 'test/fixtures/qif/registers.qif'));
const read = (...lines: string[]): Reading => readRows(lines.join('\n'), qif.read);
const bank = (...records: string[][]): Reading => read('!Type:Bank', ...records.flatMap((record) => [...record, '^']));
const days = (...dates: string[]): (string | undefined)[] =>
  bank(...dates.map((date) => [`D${date}`, 'T1.00'])).rows.map((row) => row.booking);
const amounts = (...texts: string[]): string[] =>
  bank(...texts.map((text) => ['D31/12/2020', `T${text}`])).rows.map((row) => row.amount.replace(' XXX', ''));
const file = '0'.repeat(12);

describe('registers of several accounts', () => {
  const { rows, segment, names } = readRows(fixture, qif.read);
  const giro = `account:GIRO@${file}`;
  const visa = `account:VISA@${file}`;

  it('counts each record once; splits are one payment', () => {
    expect(segment.records).toEqual({ read: 12, kept: 7, rejected: 3, notBooked: 2 });
    expect(rows.map((row) => row.amount)).toEqual(
      ['45.50', '1250.00', '60.00', '75.25', '10.00', '3.00', '20.00'].map((amount) => `${amount} XXX`),
    );
    expect(segment.rejects).toEqual([
      { record: 6, line: 59, field: 'T', reason: '12.345: finer than its currency' },
      { record: 7, line: 62, field: 'D', reason: "31/ 2'04: no such date" },
      { record: 8, line: 66, field: 'D', reason: 'empty' },
    ]);
  });

  it('makes one statement of an account, with its opening balance', () => {
    expect(segment.statements).toMatchObject([{ opening: 1000_00 }, {}, {}]);
    expect(segment.statements.map(({ from, to }) => [from, to].map((day) => day && isoDate(day)))).toEqual([
      ['2004-03-26', '2004-04-06'],
      ['1999-04-05', '1999-04-05'],
      ['2004-04-07', '2004-04-07'],
    ]);
    expect(rows.map((row) => row.statement)).toEqual([0, 0, 0, 0, 1, 0, 2]);
  });

  it('reads payees, transfers and cash', () => {
    expect(rows[0]).toMatchObject({
      from: giro,
      to: 'name:stadtwerke|',
      channel: 'cheque',
      booking: '2004-03-26',
      textHash: textSigns('Stadtwerke Strom').textHash,
    });
    expect(rows[1]).toMatchObject({ from: giro, to: 'name:grocer|' });
    expect(rows[2]).toMatchObject({ to: 'cash:', channel: 'cash' });
    expect(rows[3]).toMatchObject({ to: visa, channel: 'credit-transfer' });
    expect(rows[4]).toMatchObject({ from: 'account:DE89370400440532013000', to: 'cash:', booking: '1999-04-05' });
    expect(rows[6]).toMatchObject({ from: `account:DEPOT@${file}`, to: giro });
    expect(names[giro]).toEqual(['Giro']);
  });

  it('says what it cannot know and what does not add up', () => {
    expect(segment.warnings).toEqual([
      'the file names no currency; amounts have the unknown currency XXX with two decimals',
      'the parts of 1 split records are not their sum, first in line 84 by 1.00',
      '1 trades of securities are no payments and were left out',
    ]);
    expect(3_00 - 2_00).toBe(1_00);
  });

  for (const chunk of [1, 7, 300]) {
    it(`points at whole records, ${chunk} bytes at a time`, () => {
      const again = readRows(fixture, (source, member, sink) => {
        readQif(source, member, sink, chunk);
      });
      expect(again.rows).toEqual(rows);
      for (const row of again.rows) expect(row.bytes).toMatch(/^[DNP][^]*\n\^$/);
    });
  }

  it('reads line breaks of Macs and Windows', () => {
    for (const lineBreak of ['\r', '\r\n']) {
      const again = readRows(fixture.toString().replace(/\n/g, lineBreak), qif.read);
      expect(again.rows.map((row) => row.amount)).toEqual(rows.map((row) => row.amount));
      expect(again.segment.rejects).toEqual(segment.rejects);
      for (const row of again.rows) expect(row.bytes).toMatch(/^[DNP][^]*[\r\n]\^$/);
    }
  });
});

describe('dates', () => {
  it('are read as the whole file tells', () => {
    expect(days('01/02/2018', '22/12/2017')).toEqual(['2018-02-01', '2017-12-22']);
    expect(days('01/02/2018', '12/22/2017')).toEqual(['2018-01-02', '2017-12-22']);
    expect(days("1/ 2'04", "12/31'99")).toEqual(['2004-01-02', '2099-12-31']);
    expect(days('12/31/99', '1/ 2/70')).toEqual(['1999-12-31', '1970-01-02']);
    expect(days('2022-09-23', '2022-09-08')).toEqual(['2022-09-23', '2022-09-08']);
    expect(days('3-Feb-2020')).toEqual(['2020-02-03']);
    // No date proves it, but only with the day first do they go on.
    expect(days('05/01/2020', '07/01/2020', '03/02/2020', '01/03/2020')).toEqual([
      '2020-01-05',
      '2020-01-07',
      '2020-02-03',
      '2020-03-01',
    ]);
    expect(days('05.01.2020')).toEqual(['2020-01-05']);
    expect(days('05/01/2020')).toEqual(['2020-05-01']);
  });

  it('are read as the file says, and doubt is said', () => {
    expect(read('!Option:DMY', '!Type:Bank', 'D05/01/2020', 'T1', '^').rows[0]?.booking).toBe('2020-01-05');
    expect(bank(['D05/01/2020', 'T1']).segment.warnings.at(-1)).toMatch(/^dates are read as month, day, year/);
    expect(bank(['D15/01/2020', 'T1']).segment.warnings.at(-1)).toMatch(/currency/);
  });
});

describe('amounts', () => {
  it('have their marks decided over the whole file', () => {
    expect(amounts('-1.234,56', '10')).toEqual(['1234.56', '10.00']);
    expect(amounts('1,234.56', '-12,500')).toEqual(['1234.56', '12500.00']);
    expect(amounts("1'234.50", '-.5', '$5.00')).toEqual(['1234.50', '0.50', '5.00']);
  });
});

describe('opening balances', () => {
  it('name the account where nothing else does', () => {
    const { rows, segment } = bank(['D1/1/20', 'T5.00', 'POpening Balance', 'L[Mine 1234567]'], ['D1/13/20', 'T1.00']);
    expect(segment.records).toEqual({ read: 2, kept: 1, rejected: 0, notBooked: 1 });
    expect(segment.statements).toMatchObject([{ opening: 5_00 }]);
    expect(rows[0]?.to).toBe('account:MINE1234567');
  });

  it('are told from income of a like name, and in other languages by the account', () => {
    expect(bank(['D1/1/20', 'T5.00', 'PStarting Balance', 'LIncome:Available']).segment.records.kept).toBe(1);
    const other = read('!Account', 'NKonto', '^', '!Type:Bank', 'D1/1/20', 'T5', 'PAlkusaldo', 'L[Konto]', '^').segment;
    expect([other.records.notBooked, other.statements[0]?.opening]).toEqual([1, 5_00]);
  });
});

it('is sure of its own files only', () => {
  const sure = (text: string): number => qif.recognise({ name: 'x', bytes: Buffer.from(text), text }).sureness;
  expect(sure(fixture.toString())).toBe(97);
  expect(sure('# made by hand\n!Type:Cash\nD1/1/20\n^\n')).toBe(97);
  for (const text of ['', '!important', 'a,b\n1,2\n', ':20:X\n:25:1\n']) expect(sure(text)).toBe(0);
});

it('refuses lists without a register', () => {
  expect(thrownBy(() => read('!Type:Cat', 'NFood', '^'))).toMatchObject({ code: 'CLEW_FILE_UNREADABLE' });
});

it('reads broken files without surprise', () => {
  const random = seededRandom(20240305, 'qif');
  for (let round = 0; round < 200; round++) {
    const bytes = Buffer.from(fixture);
    for (let i = random.integer(1, 6); i > 0; i--) {
      const at = random.integer(0, bytes.length - 1);
      if (random.chance(0.5)) bytes[at] = random.integer(0, 255);
      else bytes.copyWithin(at, random.integer(0, bytes.length - 1), random.integer(0, bytes.length));
    }
    const fault = thrownBy(() => {
      const { segment, rows } = readRows(bytes, qif.read);
      const { read: all, kept, rejected, notBooked } = segment.records;
      expect(all).toBe(kept + rejected + notBooked);
      expect(rows.length).toBe(kept);
    });
    if (fault !== undefined && !(fault instanceof CodedError)) throw fault;
  }
});
