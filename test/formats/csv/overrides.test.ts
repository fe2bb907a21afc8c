/** Decisions of a person over what is inferred, on rows that are worked out by hand. */
import { describe, expect, it } from 'vitest';
import { CodedError } from '../../../src/errors.ts';
import { isoDate, type Day } from '../../../src/days.ts';
import { readCsv } from '../../../src/formats/csv.ts';
import { lookAt } from '../../../src/formats/csv/look.ts';
import { faultOf, type CsvOverrides } from '../../../src/formats/csv/overrides.ts';
import { fitting, profileOf, readProfile } from '../../../src/formats/csv/profile.ts';
import { amountAt, sideCode } from '../../../src/formats/entry-columns.ts';
import { SegmentSink } from '../../../src/formats/segment-sink.ts';
import { memorySource } from '../../../src/intake/byte-source.ts';
import { currencyCode } from '../../../src/money.ts';

/** Column names of no language that Clew knows: Welsh. */
const WELSH = `Dyddiad;Swm;Pwy;Nodyn
03/04/2026;-12,50;Siop y Pentref;bara
05/04/2026;100,00;Cwmni Cymru;cyflog
06/04/2026;-7,05;Siop y Pentref;llaeth
`;

const member = (encoding = 'utf-8') => ({ name: 'a.csv', path: '', bytes: 0, sha256: 'ab'.repeat(32), encoding });

function read(text: string | Uint8Array, overrides: CsvOverrides, encoding = 'utf-8') {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const sink = new SegmentSink();
  readCsv(memorySource(bytes), member(encoding), sink, overrides);
  const { columns, count, records, warnings, rejects } = sink.close(member(encoding), 'csv');
  const rows = Array.from({ length: count }, (_, row) => ({
    day: isoDate(columns.booking?.[row] as Day),
    amount: (columns.side?.[row] === sideCode.creditor ? 1 : -1) * amountAt(columns, row),
    currency: currencyCode(columns.currency?.[row] ?? 0),
  }));
  return { rows, records, warnings, rejects };
}
const roles = { Dyddiad: 'booking', Swm: 'amount', Pwy: 'otherName', Nodyn: 'text' } as const;

describe('a file whose column names nobody knows', () => {
  it('is read by what its columns hold, in doubt as it stands; refused where nothing tells the amount', () => {
    expect(read(WELSH, {}).rows.map(({ amount }) => amount)).toEqual([-1250, 10000, -705]);
    expect(lookAt(memorySource(Buffer.from(WELSH)), member(), {})?.plan?.doubts.map(({ kind }) => kind)).toContain(
      'column',
    );
    expect(() => read('Dyddiad;Pwy;Nodyn\n03/04/2026;Siop;bara\n05/04/2026;Cwmni;cyflog\n', {})).toThrow(CodedError);
  });
  it('is shown under its own names, with what values look like', () => {
    const look = lookAt(memorySource(Buffer.from(WELSH)), member(), {});
    expect(look).toMatchObject({ delimiter: ';', headerLine: 1 });
    expect(look?.columns.map(({ name, look: shape, role }) => [name, shape, role])).toEqual([
      ['Dyddiad', 'dates', 'booking'],
      ['Swm', 'amounts', 'amount'],
      ['Pwy', 'words', 'text'],
      ['Nodyn', 'words', 'text'],
    ]);
  });
  it('is read once its columns have roles', () => {
    const { rows, records } = read(WELSH, { columns: roles, currency: 'GBP', account: '12-34-56 00001234' });
    expect(rows).toEqual([
      { day: '2026-04-03', amount: -1250, currency: 'GBP' },
      { day: '2026-04-05', amount: 10000, currency: 'GBP' },
      { day: '2026-04-06', amount: -705, currency: 'GBP' },
    ]);
    expect(records).toEqual({ read: 3, kept: 3, rejected: 0, notBooked: 0 });
  });
  it('a role for a column that is not there is told', () => {
    expect(() => read(WELSH, { columns: { ...roles, Balans: 'balance' } })).toThrow(/no column Balans/);
    expect(() => read(WELSH, { columns: { ...roles, '#9': 'balance' } })).toThrow(/no column #9/);
  });
});

describe('single decisions', () => {
  const table = 'Date,Amount,Currency,Description\n03/04/2026,"1,50",EUR,a\n05/06/2026,"2,25",EUR,b\n';
  it('the order of dates', () => {
    expect(read(table, {}).rows.map(({ day }) => day)).toEqual(['2026-04-03', '2026-06-05']);
    expect(read(table, { dateOrder: 'mdy' }).rows.map(({ day }) => day)).toEqual(['2026-03-04', '2026-05-06']);
  });
  it('the sign, and a rule that the columns cannot follow', () => {
    expect(read(table, { sign: 'inverted' }).rows.map(({ amount }) => amount)).toEqual([-150, -225]);
    expect(() => read(table, { sign: 'letter' })).toThrow(/needs a column for sign/);
  });
  it('the decimal mark', () => {
    const thousands = table.replace('1,50', '1.500').replace('2,25', '2.250');
    expect(read(thousands, { decimal: ',' }).rows.map(({ amount }) => amount)).toEqual([150000, 225000]);
  });
  it('an amount in place of debit and credit, and the other way round', () => {
    const both = 'Date,Debit,Credit,Effect,Text\n2026-04-03,1.00,,-7.00,a\n2026-04-04,,2.00,8.00,b\n';
    expect(read(both, {}).rows.map(({ amount }) => amount)).toEqual([-100, 200]);
    expect(read(both, { columns: { Effect: 'amount' } }).rows.map(({ amount }) => amount)).toEqual([-700, 800]);
    const plain = 'Date,Amount,Out,In,Text\n2026-04-03,9.00,1.00,,a\n2026-04-04,9.00,,2.00,b\n';
    const columns = { Out: 'debit', In: 'credit' } as const;
    expect(read(plain, { columns }).rows.map(({ amount }) => amount)).toEqual([-100, 200]);
  });
  it('a column is left out', () => {
    const look = lookAt(memorySource(Buffer.from(table)), member(), { columns: { Description: 'ignored' } });
    expect(look?.columns[3]).toMatchObject({ name: 'Description', isForced: true });
    expect(look?.columns[3]?.role).toBeUndefined();
    expect(look?.plan?.texts).toEqual([]);
  });
  it('rows that name both accounts', () => {
    const pairs = 'Day,From,To,Sum\n2026-04-03,AT611904300234573201,DE89370400440532013000,5.00\n';
    const columns = { Day: 'booking', From: 'fromAccount', To: 'toAccount', Sum: 'amount' } as const;
    const look = lookAt(memorySource(Buffer.from(pairs)), member(), { columns });
    expect(look?.plan?.kind).toBe('transfers');
    expect(read(pairs, { columns, currency: 'EUR' }).rows).toHaveLength(1);
  });
  it('the delimiter and the line of the names, past one that looks like it', () => {
    const text = `Date;Amount\nsee below\n\nDate~Amount~Currency~Note\n2026-04-03~1.00~EUR~a;b\n2026-04-04~2.00~EUR~c;d\n`;
    const overrides = { delimiter: '~', headerLine: 4 };
    expect(read(text, overrides).rows.map(({ amount }) => amount)).toEqual([100, 200]);
    expect(read(text, { delimiter: '~' }).rows).toHaveLength(2);
  });
  it('no line of names: columns by number, and every line is a row', () => {
    const bare = '"01/15/2026","-45.00","*","","COFFEE"\n"01/16/2026","100.00","*","","PAY"\n';
    const columns = { '#1': 'booking', '#2': 'amount', '#5': 'text' } as const;
    const guessed = lookAt(memorySource(Buffer.from(bare)), member(), {});
    expect(guessed?.headerLine).toBe(0);
    expect(guessed?.columns.map(({ key, look }) => [key, look])).toEqual([
      ['#1', 'dates'],
      ['#2', 'amounts'],
      ['#3', 'words'],
      ['#4', 'empty'],
      ['#5', 'words'],
    ]);
    const { rows } = read(bare, { headerLine: 0, columns, currency: 'USD' });
    expect(rows).toEqual([
      { day: '2026-01-15', amount: -4500, currency: 'USD' },
      { day: '2026-01-16', amount: 10000, currency: 'USD' },
    ]);
  });
  it('a line that is no line of names is refused, so that no name becomes a column’s', () => {
    const text = 'Holder;Erika Mustermann\nDate;Amount;Text\n2026-04-03;1,00;a\n2026-04-04;1,00;a\n2026-04-05;1,00;a\n';
    expect(() => read(text, { headerLine: 3 })).toThrow(/holds a payment/);
    const wide = text.replaceAll(';a', ';a;b').replace('Text', 'Text;Note');
    expect(() => read(wide, { headerLine: 1 })).toThrow(/2 fields where most have 4/);
  });
  it('the encoding', () => {
    const bytes = Buffer.from('Date;Amount;Text\n2026-04-03;1,00;M\u0081ller\n', 'latin1');
    const look = lookAt(memorySource(bytes), member(), { encoding: 'ibm850' });
    expect(look?.columns[2]?.samples[0]).toBe('Müller');
  });
  it('values that are none are told', () => {
    expect(faultOf({ currency: 'QQQ' })).toMatch(/no ISO 4217/);
    expect(faultOf({ columns: { a: 'accountMaybe' as 'account' } })).toMatch(/no role/);
    expect(faultOf({ delimiter: 'ab' })).toMatch(/one sign/);
    expect(faultOf({ encoding: 'utf-9' })).toMatch(/no known encoding/);
    expect(faultOf({ headerLine: 1.5 })).toMatch(/line/);
    expect(faultOf({ encoding: 'ibm850', delimiter: '\t', currency: 'EUR', columns: { a: 'text' } })).toBeUndefined();
  });
});

describe('doubts', () => {
  const doubtsOf = (text: string, overrides: CsvOverrides = {}) =>
    lookAt(memorySource(Buffer.from(text)), member(), overrides)?.plan?.doubts.map(({ kind }) => kind);
  it('what nothing settles, until a person does', () => {
    const text = 'Date,Amount,Description\n03/04/2026,1.50,a\n05/06/2026,2.25,b\n';
    expect(doubtsOf(text)).toEqual(['date-order', 'currency', 'sign', 'account']);
    const given = { dateOrder: 'dmy', currency: 'EUR', sign: 'signed', account: 'AT611904300234573201' } as const;
    expect(doubtsOf(text, given)).toEqual([]);
  });
  it('none where the file proves itself', () => {
    const text =
      'Account,Date,Amount,Currency,Description\n1234567,13/04/2026,1.50,EUR,a\n1234567,05/06/2026,-2.25,EUR,b\n';
    expect(doubtsOf(text)).toEqual([]);
  });
});

describe('profiles', () => {
  const look = lookAt(memorySource(Buffer.from(WELSH)), member(), {});
  const given = { columns: roles, currency: 'GBP', account: '1234567' } as const;
  const profile = profileOf('Banc', { fingerprint: look?.fingerprint ?? '', delimiter: ';' }, given);
  const fit = (text: string, encoding = 'utf-8') => fitting(profile, memorySource(Buffer.from(text)), member(encoding));
  it('keep no account', () => {
    expect(JSON.stringify(profile)).not.toContain('1234567');
    expect(readProfile(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
  });
  it('fit the same layout under other lines and in another code page, and no other', () => {
    expect(fit(WELSH)).toMatchObject({ headerLine: 1, profile: 'Banc', currency: 'GBP' });
    expect(fit(`Cyfrif;12\n\n${WELSH}`)).toMatchObject({ headerLine: 3 });
    expect(fit(WELSH, 'windows-1252')).toBeDefined();
    expect(fit(WELSH.replaceAll(';', ','))).toBeUndefined();
    expect(fit(WELSH.replace('Nodyn', 'Nodyn2'))).toBeUndefined();
  });
  it('without names of columns are not picked by themselves', () => {
    const bare = profileOf('bare', { fingerprint: '', delimiter: ';' }, { headerLine: 0 });
    expect(fitting(bare, memorySource(Buffer.from(WELSH)), member())).toBeUndefined();
  });
  it('that are none are told', () => {
    expect(readProfile({ ...profile, name: '../x' })).toMatch(/name/);
    expect(readProfile({ ...profile, overrides: { currency: 'QQQ' } })).toMatch(/ISO 4217/);
    expect(readProfile('x')).toBe('it is no profile');
  });
});
