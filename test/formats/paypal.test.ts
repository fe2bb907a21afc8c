import { describe, expect, test } from 'vitest';
import { closes, fixtureBytes, formatOf, readByFormat, readFixture } from '../fixtures/read-format.ts';
import { kindOf, statusOf } from '../../src/formats/paypal/words.ts';

describe('an activity download in English', () => {
  const reading = readFixture('paypal/activity-english.csv');
  const { rows, segment } = reading;

  test('adds up to its own balances, in both currencies', () => {
    expect(reading.format).toBe('paypal');
    expect(reading.sums).toEqual({
      'USD credits': 125000 + 10000,
      // Two fees, the refund, what was changed into euro, the withdrawal.
      'USD debits': 3655 + 320 + 10000 + 10450 + 100000,
      'EUR debits': 9000,
      'EUR credits': 9000,
    });
    expect(reading.balances).toEqual([['USD', 0, 10575], ['EUR', 0, 0]]); // prettier-ignore
    expect(closes(reading)).toBe(true);
    expect(segment.warnings).toEqual([]);
  });

  test('counts holds, memo, pending and denied rows as not booked, and rejects what does not add up', () => {
    expect(segment.records).toEqual({ read: 14, kept: 7, rejected: 2, notBooked: 5 });
    expect(rows.filter((row) => row.status !== 'booked').map((row) => [row.record, row.status])).toEqual([
      [4, 'pending'],
      [5, 'informational'],
      [6, 'informational'],
      [11, 'informational'],
      [12, 'pending'],
      [12, 'pending'],
    ]);
    expect(segment.rejects).toEqual([
      { record: 13, line: 14, field: 'Gross', reason: '25.001 is finer than its currency' },
      { record: 14, line: 15, field: 'Net', reason: 'gross and fee do not make the net amount' },
    ]);
  });

  test('names both sides by their addresses, kept as hashes, and the refund undoes the payment', () => {
    const [gross, fee, payment] = rows;
    expect(gross).toMatchObject({ record: 1, amount: '1250.00 USD', booking: '2026-03-02', channel: 'wallet' });
    expect(fee).toMatchObject({ record: 1, to: 'bank:', amount: '36.55 USD', channel: 'fee', from: gross?.to });
    // 09:15:00 on the coast of the Pacific, eight hours behind UTC.
    expect([gross?.time, gross?.zone]).toEqual([9 * 3600 + 15 * 60, -480]);
    const refund = rows.find((row) => row.record === 3);
    expect(refund).toMatchObject({ isReversal: true, from: payment?.to, to: payment?.from, amount: payment?.amount });
    expect(gross?.from).toMatch(/^wallet:paypal-[0-9a-f]{32}$/);
    expect(reading.names[gross?.from ?? '']).toEqual(['Mara Lindqvist']);
    expect(reading.countries[gross?.from ?? '']).toBe('SE');
    const kept = Buffer.concat([segment.ends.keys.arena, segment.ends.names.arena]).toString('latin1');
    expect(kept).not.toMatch(/@|example|lind\.|amber/i);
  });

  test('money to and from the bank and between currencies has no other person', () => {
    const conversions = rows.filter((row) => row.record === 8 || row.record === 9);
    expect(conversions.map((row) => [row.from.split(':')[0], row.to.split(':')[0], row.channel])).toEqual([
      ['wallet', 'bank', 'other'],
      ['bank', 'wallet', 'other'],
    ]);
    expect(rows.find((row) => row.record === 10)).toMatchObject({ to: 'unknown:', channel: 'credit-transfer' });
  });

  test('an address is the same wallet in another file, in any spelling', () => {
    const other = readByFormat(
      '"Date","Time","TimeZone","Type","Status","Currency","Gross","Fee","Net","From Email Address","To Email Address","Transaction ID"\n' +
        '"31/03/2026","09:15:00","CET","General Payment","Completed","EUR","-5.00","0.00","-5.00","mara@lind.example","STUDIO@amber.example","9ZZ"\n',
    );
    expect([other.rows[0]?.from, other.rows[0]?.to]).toEqual([rows[0]?.from, rows[0]?.to]);
  });

  test('provenance gives the row’s own bytes', () => {
    expect(rows[0]?.bytes.startsWith('"03/02/2026","09:15:00"')).toBe(true);
    expect(rows[0]?.bytes.endsWith('"SE","Credit"')).toBe(true);
  });
});

test('a German statement: byte order mark, decimal comma, one address a row, a place for a zone', () => {
  const reading = readFixture('paypal/statement-german.csv');
  expect(reading.sums).toEqual({ 'EUR credits': 102998 + 5000 + 545, 'EUR debits': 102998 + 160 });
  expect(reading.balances).toEqual([['EUR', 0, 5385]]);
  expect(closes(reading)).toBe(true);
  const [purchase, funding, income, , refund] = reading.rows;
  expect(funding).toMatchObject({ from: 'unknown:', channel: 'credit-transfer' });
  expect(refund).toMatchObject({ isReversal: true, from: purchase?.to });
  expect(income).toMatchObject({ booking: '2025-06-09', time: 8 * 3600, zone: undefined });
  expect(reading.names[purchase?.to ?? '']).toEqual(['Lernhaus GmbH']);
  expect(purchase?.from).toBe('wallet:FILE-0000000000000000');
});

test('a file with its newest rows first is turned round, each payment before its fee', () => {
  const [header, ...lines] = Buffer.from(fixtureBytes('paypal/activity-english.csv')).toString().trim().split('\n');
  const forwards = readFixture('paypal/activity-english.csv');
  const backwards = readByFormat([header, ...lines.reverse()].join('\n'));
  const plain = (reading: typeof forwards): unknown[] =>
    reading.rows.map(({ from, to, amount, booking, status, isReversal }) => [
      from,
      to,
      amount,
      booking,
      status,
      isReversal,
    ]);
  expect(plain(backwards)).toEqual(plain(forwards));
  expect(backwards.balances).toEqual(forwards.balances);
});

test('a pending hold changes the balance that is printed, and no money moves', () => {
  const reading = readByFormat(
    '"Datum","Uhrzeit","Zeitzone","Name","Typ","Status","Währung","Brutto","Gebühr","Netto","Absender E-Mail-Adresse","Empfänger E-Mail-Adresse","Transaktionscode","Guthaben","Auswirkung auf Guthaben"\n' +
      '"27.06.2025","14:53:27","CEST","Lieferant","PayPal Express-Zahlung","Abgeschlossen","EUR","-29,93","0,00","-29,93","ich@a.example","du@b.example","1","102,41","Soll"\n' +
      '"14.07.2025","12:54:01","CEST","PayPal","Einbehaltung für offene Autorisierung","Ausstehend","EUR","-13,21","0,00","-13,21","ich@a.example","","2","89,20","Soll"\n' +
      '"14.07.2025","12:56:04","CEST","Laden","PayPal Express-Zahlung","Abgeschlossen","EUR","-13,21","0,00","-13,21","ich@a.example","er@c.example","3","75,99","Soll"\n' +
      '"14.07.2025","12:56:04","CEST","PayPal","Rückbuchung allgemeiner Einbehaltung","Abgeschlossen","EUR","13,21","0,00","13,21","","ich@a.example","4","89,20","Haben"\n',
  );
  expect(reading.sums).toEqual({ 'EUR debits': 2993 + 1321 });
  expect(reading.balances).toEqual([['EUR', 10241 + 2993, 8920]]);
  expect(closes(reading)).toBe(true);
  expect(reading.segment.warnings).toEqual([]);
});

test('other languages name the same columns', () => {
  for (const [header, row] of [
    ['"Data","Orario","Fuso orario","Nome","Tipo","Stato","Valuta","Lordo","Tariffa","Netto","Indirizzo email mittente","Indirizzo email destinatario","Codice transazione","Saldo","Impatto sul saldo"', '"23/01/2019","10:09:43","CET","Vento","Pagamento","Completata","EUR","-25,00","0,00","-25,00","io@l.example","ric@v.example","7","-25,00","Addebito"'],
    ['"Date","Heure","Fuseau horaire","Nom","Type","État","Devise","Avant commission","Commission","Net","De l\'adresse email","À l\'adresse email","Numéro de transaction","Solde"', '"23/01/2019","10:09:43","CET","Vent","Paiement","Terminé","EUR","-25,00","0,00","-25,00","moi@l.example","ric@v.example","7","-25,00"'],
    ['"Fecha","Hora","Zona horaria","Nombre","Tipo","Estado","Divisa","Bruto","Tarifa","Neto","Remitente","Destinatario","Id. de transacción"', '"23/01/2019","10:09:43","CET","Viento","Pago","Completado","EUR","-25,00","0,00","-25,00","yo@l.example","ric@v.example","7"'],
    ['"Datum","Tijd","Tijdzone","Naam","Type","Status","Valuta","Bruto","Kosten","Netto","Saldo","Ref","Transactie-ID"', '"23/01/2019","10:09:43","CET","Wind","Algemene betaling","Voltooid","EUR","-25,00","0,00","-25,00","-25,00","","7"'],
  ] as const) {
    const reading = readByFormat(`${header}\n${row}\n`);
    expect(reading.format).toBe('paypal');
    expect(reading.sums).toEqual({ 'EUR debits': 2500 });
    expect(reading.rows[0]).toMatchObject({ booking: '2019-01-23', zone: 60 });
  }
}); // prettier-ignore

test('types and states', () => {
  expect(
    ['General Authorization', 'Reversal of General Account Hold', 'Freigabe allgemeiner Einbehaltung', 'User Initiated Withdrawal', 'Von Nutzer eingeleitete Abbuchung', 'Allgemeine Gutschrift auf Kreditkarte', 'General Currency Conversion', 'Allgemeine Währungsumrechnung', 'Payment Refund', 'Chargeback', 'Chargeback Fee', 'Express Checkout Payment', 'Pagamento preautorizzato utenza'].map(kindOf),
  ).toEqual(['hold', 'hold', 'hold', 'bank', 'bank', 'card', 'conversion', 'conversion', 'refund', 'refund', 'fee', 'payment', 'payment']); // prettier-ignore
  expect(['Completed', 'Abgeschlossen', 'Partially Refunded', 'Reversed', 'Pending', 'Denied', 'Entfernt', 'Somewhere'].map(statusOf)).toEqual(['booked', 'booked', 'booked', 'booked', 'pending', 'informational', 'informational', undefined]); // prettier-ignore
});

test('a bank’s own file with gross and net is none of PayPal’s', () => {
  const header = 'Date,Time,Name,Type,Status,Currency,Gross,Fee,Net,Balance\n';
  const row = '2026-01-31,10:00,Ana,Payment,Completed,EUR,10.00,0.00,10.00,10.00\n';
  expect(formatOf(header + row)).not.toBe('paypal');
  expect(formatOf(header.replace('Time,', 'Time,TimeZone,') + row.replace('10:00,', '10:00,CET,'))).toBe('paypal');
});
