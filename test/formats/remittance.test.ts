import { describe, expect, test } from 'vitest';
import { fullName, withoutDocuments } from '../../src/formats/remittance.ts';
import { columnOf } from '../../src/formats/remittance/header.ts';
import { stateOf } from '../../src/formats/remittance/states.ts';
import { fixtureBytes, formatOf, readByFormat, readFixture } from '../fixtures/read-format.ts';

describe('a ledger in French', () => {
  const reading = readFixture('remittance/western-union-french.csv');
  const { rows, segment } = reading;

  test('books what was paid, not what waits or was cancelled; a refund is followed by its reversal', () => {
    expect(reading.format).toBe('remittance');
    expect(segment.records).toEqual({ read: 4, kept: 2, rejected: 0, notBooked: 2 });
    expect(rows.map((row) => [row.record, row.amount, row.status, row.isReversal])).toEqual([
      [1, '150.00 EUR', 'booked', false],
      [2, '80.00 EUR', 'pending', false],
      [3, '60.00 EUR', 'informational', false],
      [4, '70.00 EUR', 'booked', false],
      [4, '70.00 EUR', 'booked', true],
    ]);
    // 150.00 was sent and stayed sent; 70.00 went there and back.
    expect(reading.sums).toEqual({ 'EUR debits': 15000 + 7000 + 7000 });
    expect(rows[4]).toMatchObject({ from: rows[3]?.to, to: rows[3]?.from });
  });

  test('both sides are names that no statement belongs to', () => {
    expect(rows[0]).toMatchObject({
      from: 'name:aminata diallo|',
      to: 'name:ibrahima sow|',
      booking: '2026-03-13',
      value: '2026-03-14',
      time: 18 * 3600 + 20 * 60,
      place: 'Lyon Gare',
      channel: 'wire',
      statement: -1,
    });
    expect([...new Set(segment.columns.side)]).toEqual([2]);
    expect(segment.statements).toEqual([]);
    // CFA francs have no fractions.
    expect([...segment.instructed.minor]).toEqual([98393, 52476, 39357, 45917, 45917]);
  });
});

describe('an agent’s report in English, its columns in another order', () => {
  const reading = readFixture('remittance/moneygram-english.csv');
  const { rows, segment } = reading;

  test('a line above the header and a total below it are no records', () => {
    expect(reading.format).toBe('remittance');
    expect(segment.records).toEqual({ read: 4, kept: 2, rejected: 2, notBooked: 0 });
    expect(segment.rejects.map(({ record, line, reason }) => [record, line, reason])).toEqual([
      [3, 5, 'neither sender nor receiver is named'],
      [4, 6, 'the value is no known status'],
    ]);
    expect(reading.sums).toEqual({ 'USD debits': 10000 + 6000 });
    expect([...segment.charges.minor]).toEqual([499, 399]);
    expect([...segment.instructed.minor]).toEqual([571000, 342600]);
  });

  test('sender, receiver, countries, place of payment and hour', () => {
    expect(rows[0]).toMatchObject({
      from: 'name:john miller|US',
      to: 'name:cruz maria|PH',
      booking: '2026-03-14',
      time: 21 * 3600 + 5 * 60,
      place: 'Cebu PH',
    });
    expect(reading.countries['name:cruz maria|PH']).toBe('PH');
    expect(rows[1]?.to).toBe(rows[0]?.to);
  });

  test('no document number is kept, in whatever column it stands', () => {
    const text = Buffer.from(fixtureBytes('remittance/moneygram-english.csv')).toString();
    expect(text).toMatch(/P7654321A|N1234567|99887766/);
    const kept = Buffer.concat([segment.ends.keys.arena, segment.ends.names.arena, segment.places.arena]).toString(
      'latin1',
    );
    expect(kept).not.toMatch(/7654321|1234567|99887766/);
    expect(JSON.stringify([segment.rejects, segment.warnings, segment.register])).not.toMatch(/7654321|1234567|9988/);
  });
});

test('a shifted row does not bring a document number into a reject', () => {
  const { segment } = readByFormat(
    'MTCN,Sender,Passport,Receiver,Amount,Currency,Date,Status\n1,Ana Pop,A123,Ion Pop,10.00,EUR,2026-01-31,Paid\n' +
      '2,Ana Pop,Ion Pop,10.00,EUR,2026-01-31,A1234567,Paid\n3,Ana Pop,A,Ion Pop,A1234567,EUR,2026-01-31,Paid\n' +
      '4,Ana Pop,A,Ion Pop,1.00,A1234567,2026-01-31,Paid\n5,Ana Pop,A,Ion Pop,1.00,EUR,2026-01-31,A1234567\n',
  );
  expect(segment.records).toEqual({ read: 5, kept: 1, rejected: 4, notBooked: 0 });
  expect(segment.rejects.map(({ field, reason }) => [field, reason])).toEqual([
    ['Date', 'the value is no date'],
    ['Amount', 'the value is not an amount'],
    ['Currency', 'the value is no currency'],
    ['Status', 'the value is no known status'],
  ]);
  expect(JSON.stringify(segment.rejects)).not.toMatch(/1234567/);
});

test('a ledger in German: decimal comma, first and last names, two days, two currencies', () => {
  const reading = readFixture('remittance/german.csv');
  expect(reading.format).toBe('remittance');
  expect(reading.rows[0]).toMatchObject({
    from: 'name:ayse oeztuerk|AT',
    to: 'name:ion popescu|RO',
    amount: '1200.50 EUR',
    booking: '2026-02-28',
    value: '2026-03-02',
    place: 'Iași RO',
  });
  expect([...reading.segment.instructed.minor]).toEqual([596649, 49700]);
  expect(reading.segment.records).toEqual({ read: 2, kept: 1, rejected: 0, notBooked: 1 });
});

test('a refund in a row of its own is a reversal of an earlier row', () => {
  const reading = readByFormat(
    'Type,MTCN,Sender,Receiver,Amount,Currency,Date\nSend,1,Ana Pop,Ion Pop,10.00,EUR,2026-01-31\nRefund,1,Ana Pop,Ion Pop,10.00,EUR,2026-02-01\n',
  );
  expect(reading.rows[1]).toMatchObject({ from: 'name:ion pop|', to: 'name:ana pop|', isReversal: true });
  expect(reading.rows[0]?.reference).toBe(reading.rows[1]?.reference);
});

test('headers by their words, in several languages', () => {
  const names: readonly (readonly [string, string | undefined])[] = [
    ['mtcn', 'control'],
    ['money transfer control number', 'control'],
    ['numero de control', 'control'],
    ['num ref', 'control'],
    ['remitente', 'senderName'],
    ['nombre del beneficiario', 'receiverName'],
    ['cognome mittente', 'senderLast'],
    ['pais de destino', 'receiverCountry'],
    ['payout agent', 'receiverAgent'],
    ['sending agent city', 'senderTown'],
    ['principal', 'senderAmount'],
    ['amount paid out', 'receiverAmount'],
    ['importe enviado', 'senderAmount'],
    ['importe a pagar', 'receiverAmount'],
    ['agente pagador', 'receiverAgent'],
    ['einzahlungsdatum', 'senderDate'],
    ['data trimiterii', 'senderDate'],
    ['kwota wyplaty', 'receiverAmount'],
    ['data nadania', 'senderDate'],
    ['data pagamento', 'receiverDate'],
    ['spese', 'fee'],
    ['stato', 'status'],
    ['sender id number', undefined],
    ['receiver passport no', undefined],
    ['sender phone', undefined],
    ['sender date of birth', undefined],
    ['exchange rate', undefined],
    ['total amount', undefined],
    ['operator', undefined],
  ];
  expect(names.map(([folded]) => [folded, columnOf(folded)])).toEqual(names);
});

test('names lose numbers of documents and keep everything else', () => {
  expect(
    ['Maria Cruz (ID 99887766)', 'IVANOV IVAN PASSPORT 123456', 'Li Na, DNI: X1234567Z', 'Ana-María de la O', 'John Paul 2', 'Ion Pop [CNP 1900101]', 'Dolores Identidad'].map(withoutDocuments),
  ).toEqual(['Maria Cruz', 'IVANOV IVAN', 'Li Na', 'Ana-María de la O', 'John Paul 2', 'Ion Pop', 'Dolores Identidad']); // prettier-ignore
});

test('names in parts', () => {
  expect(fullName('Ana', '', 'Lee')).toBe('Ana Lee');
  expect(fullName('Ana', 'Ana Lee', 'Lee')).toBe('Ana Lee');
  // Nome and cognome: the name is what the last name leaves over.
  expect(fullName('', 'Ana', 'Lee')).toBe('Ana Lee');
  expect(fullName('', 'Ana Lee', 'LEE')).toBe('Ana Lee');
  expect(fullName('Ana', 'Lee', '')).toBe('Ana Lee');
  expect(fullName('', 'Ana Lee', '')).toBe('Ana Lee');
  expect(fullName('', '', 'Lee')).toBe('Lee');
});

test('states', () => {
  expect(
    ['Paid', 'PAYÉ', 'Unpaid', 'Not paid', 'Da pagare', 'Pagado', 'Cancelled', 'Remboursé', 'Wypłacono', 'Zwrot', 'Available', 'Sleeping'].map(stateOf),
  ).toEqual(['paid', 'paid', 'pending', 'pending', 'pending', 'paid', 'cancelled', 'refunded', 'paid', 'refunded', 'pending', undefined]); // prettier-ignore
});

test('a bank’s list of transfers is no ledger, and a weak reference needs other signs', () => {
  const transfers = 'Reference,Sender,Sender Account,Receiver,Receiver Account,Amount,Currency,Date\n';
  const row = '1,Ana,AT611904300234573201,Ion,DE02711588200278566663,5.00,EUR,2026-01-31\n';
  expect(formatOf(transfers + row)).toBe('csv');
  const weak = 'Reference,Sender,Receiver,Amount,Currency,Date\n1,Ana,Ion,5.00,EUR,2026-01-31\n';
  expect(formatOf(weak)).not.toBe('remittance');
  expect(formatOf(weak.replace('Reference', 'MTCN'))).toBe('remittance');
  expect(
    formatOf('Reference,Sender,Receiver,Amount,Currency,Date,Fee,Payout Agent\n1,Ana,Ion,5.00,EUR,2026-01-31,1,X\n'),
  ).toBe('remittance');
});
