import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { channelOfText, channelOfType, directionOf, statusOf } from '../../../src/formats/csv/channel-words.ts';
import { matchHeader } from '../../../src/formats/csv/header-words.ts';
import { isCurrencyWord } from '../../../src/formats/csv/layout.ts';
import { inferDialect, type CsvPlan } from '../../../src/formats/csv/plan.ts';
import { channels } from '../../../src/formats/entry-columns.ts';
import { memorySource } from '../../../src/intake/byte-source.ts';
import { detectEncoding } from '../../../src/intake/encoding.ts';
import { currencyCode } from '../../../src/money.ts';
import { fixturePath } from './read-csv.ts';

function plan(bytes: Uint8Array): CsvPlan {
  const { encoding } = detectEncoding(bytes, true);
  return inferDialect(memorySource(bytes), {
    name: 'x.csv',
    path: '',
    bytes: bytes.length,
    sha256: 'ab'.repeat(32),
    encoding,
  });
}
const planOf = (text: string): CsvPlan => plan(Buffer.from(text));

describe('a plan keeps its reasons', () => {
  test('for the German fixture', () => {
    const found = plan(readFileSync(fixturePath('german-debit-credit.csv')));
    expect(found).toMatchObject({
      encoding: 'windows-1252',
      line: 6,
      kind: 'statement',
      sign: 'columns',
      dates: { booking: 'dmy', value: 'dmy' },
    });
    // The total row's cells count as well: 6 debits and 1 credit, and each sum.
    expect(found.reasons).toEqual([
      'fields are parted by semicolon: 16 of 16 column names are known in line 5',
      'Buchungstag: 15.01.2026 proves that the day stands first',
      'Wertstellung: 15.01.2026 proves that the day stands first',
      'Soll: decimal comma, 2,57 shows it (7 for, 0 against)',
      'Haben: decimal comma, 2.071,76 shows it (2 for, 0 against)',
      'Saldo: decimal comma, 1.816,54 shows it (6 for, 0 against)',
      'currency from its column',
      'debits and credits have a column each',
      'the statement’s account stands in each row',
    ]);
  });

  test('the tail of a long file decides with its head', () => {
    const early = Array.from(
      { length: 9000 },
      (_, i) => `0${1 + (i % 9)}/0${1 + (i % 9)}/2026,AT611904300234573201,1.00,EUR,filler of a row`,
    );
    const text = `Date,IBAN,Amount,Currency,Description\n${early.join('\n')}\n12/31/2026,AT611904300234573201,-1.00,EUR,x\n`;
    expect(text.length).toBeGreaterThan(256 * 1024);
    expect(planOf(text)).toMatchObject({ dates: { booking: 'mdy' }, sign: 'signed' });
  });

  test('Valuta is a date or a currency by its values', () => {
    expect(planOf('Datum;Valuta;Betrag\n13.01.2026;14.01.2026;1,00\n').columns).toMatchObject({ value: 1 });
    expect(planOf('Datum;Valuta;Bedrag\n13-01-2026;EUR;1,00\n').columns).toMatchObject({ currency: 1 });
  });

  test('an account column is one’s own or the other’s by its neighbours and values', () => {
    expect(planOf('Datum;Auftragskonto;IBAN;Betrag\n13.01.2026;1234567;7654321;1,00\n').columns).toMatchObject({
      account: 1,
      otherAccount: 2,
    });
    expect(
      planOf('Datum;IBAN;Betrag\n13.01.2026;A1;1,00\n14.01.2026;;1,00\n15.01.2026;B2;1,00\n').columns,
    ).toMatchObject({ otherAccount: 1 });
    expect(
      planOf('Datum;IBAN;Betrag\n13.01.2026;A1;1,00\n14.01.2026;A1;1,00\n15.01.2026;A1;1,00\n').columns,
    ).toMatchObject({ account: 1 });
  });

  test('currency from a column’s name', () => {
    expect(currencyCode(planOf('Date,Amount (GBP)\n2026-01-13,1.00\n').currency)).toBe('GBP');
    expect(currencyCode(planOf('Date,Amount £\n2026-01-13,1.00\n').currency)).toBe('GBP');
    expect(currencyCode(planOf('Datum;Umsatz in CHF\n13.01.2026;1,00\n').currency)).toBe('CHF');
  });

  test('a backslash before quotes is found where it makes rows even', () => {
    const rows = 'Date,Amount,Text\n2026-01-13,1.00,"a \\"b, c\\" d"\n2026-01-14,1.00,"\\"x, y\\""\n';
    expect(planOf(rows).separators.escape).toBe(92);
    expect(planOf('Date,Amount,Text\n2026-01-13,1.00,"C:\\"\n2026-01-14,1.00,"D:\\"\n').separators.escape).toBe(34);
  });

  test('sign: letters, card files, and what cannot be known is said', () => {
    expect(planOf('Date,Amount,D/C\n2026-01-13,1.00,D\n2026-01-13,1.00,C\n').sign).toBe('letter');
    expect(planOf('Date,Amount,Type\n2026-01-13,1.00,Debit\n2026-01-13,1.00,Credit\n').sign).toBe('letter');
    const card = planOf(
      'Date,Merchant,MCC,Amount,Currency\n2026-01-13,Shop,5411,1.00,EUR\n2026-01-13,Shop,5411,2.00,EUR\n',
    );
    expect(card.sign).toBe('inverted');
    expect(card.warnings).toContain('amounts have no sign and rows are card payments: taken as debits');
  });
});

describe('words', () => {
  const role = (name: string): string | undefined => matchHeader(name, isCurrencyWord)?.role;
  test('headers in nine languages, with numbers, currencies and marks', () => {
    expect(
      [
        'Buchungstag',
        'Date d’opération',
        'Fecha operación',
        'Data contabile',
        'Boekdatum',
        'Data księgowania',
        'Data tranzacției',
        'Дата операции',
        'Posting Date',
      ].map(role),
    ).toEqual(Array(9).fill('booking'));
    expect(
      ['Betrag (EUR)', 'Montant', 'Importe', 'Importo', 'Bedrag (EUR)', 'Kwota', 'Suma', 'Сумма', 'Amount in USD'].map(
        role,
      ),
    ).toEqual(Array(9).fill('amount'));
    expect(['VWZ14', 'Omschrijving-2', 'Libellé', 'Назначение платежа', 'Verwendungszweck'].map(role)).toEqual(
      Array(5).fill('text'),
    );
    expect(
      ['Beguenstigter/Zahlungspflichtiger', 'Kundenreferenz (End-to-End)', 'Glaeubiger ID', 'Is Laundering'].map(role),
    ).toEqual(['otherName', 'endToEnd', 'ignored', 'ignored']);
    expect(role('oak')).toBeUndefined();
  });

  test('booking texts', () => {
    const channel = (text: string): string | undefined => channels[channelOfType(text) & 63];
    expect(['BARGELDAUSZAHLUNG GAA', 'ATM withdrawal', 'Retrait DAB', 'Снятие наличных банкомат'].map(channel)).toEqual(
      Array(4).fill('cash-machine'),
    );
    expect(['BAREINZAHLUNG SCHALTER', 'Cash deposit', 'Versement espèces', 'Cash'].map(channel)).toEqual(
      Array(4).fill('cash'),
    );
    expect(
      ['FOLGELASTSCHRIFT', 'SEPA-Basislastschrift', 'Direct debit', 'Prélèvement', 'Domiciliación'].map(channel),
    ).toEqual(Array(5).fill('direct-debit'));
    expect(
      [
        'KARTENZAHLUNG ONLINE',
        'Card payment',
        'Credit Card',
        'ENTGELTABSCHLUSS',
        'ZINSGUTSCHRIFT',
        'Cheque',
        'Wire',
        'Bitcoin',
        'ACH',
        'Reinvestment',
      ].map(channel),
    ).toEqual([
      'card-absent',
      'card-present',
      'card-present',
      'fee',
      'interest',
      'cheque',
      'wire',
      'wallet',
      'credit-transfer',
      'other',
    ]);
    expect(channelOfType('RUECKLASTSCHRIFT') & 64).toBe(64);
    expect(channelOfType('FOLGELASTSCHRIFT') & 64).toBe(0);
    expect(channels[channelOfText('Cash withdrawal at branch')]).toBe('cash-machine');
    expect(channelOfText('rent in cash please')).toBe(0);
  });

  test('debit, credit and status', () => {
    expect(['D', 'S', 'Af', '-', 'Debit', 'Soll'].map(directionOf)).toEqual(Array(6).fill(-1));
    expect(['C', 'H', 'Bij', '+', 'Credit', 'CR'].map(directionOf)).toEqual(Array(6).fill(1));
    expect(directionOf('x')).toBe(0);
    expect(['Umsatz gebucht', 'Umsatz vorgemerkt', 'PENDING', 'Declined', 'whatever'].map(statusOf)).toEqual([
      0, 1, 1, 2, -1,
    ]);
  });
});
