/** Layouts of banks in many countries, with data of our own; totals are worked out by hand. */
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { EndTable } from '../../../src/formats/end-table.ts';
import { balances, plainRows, readBytes, readText, sums } from './read-csv.ts';

const ends = (text: string): string[] => plainRows(readText(text)).map((row) => `${row.debtor} > ${row.creditor}`);

describe('signs', () => {
  test('newest first, unsigned: the balance of the row below gives the sign, quotes and page headers between', () => {
    const segment = readText(
      'Datum;Text;Betrag;Saldo;Waehrung\n31.01.2026;Miete;700,00;400,00;EUR\n' +
        '30.01.2026;"Lohn ""netto""\nJanuar";1000,00;1100,00;EUR\nDatum;Text;Betrag;Saldo;Waehrung\n' +
        '29.01.2026;Kaffee;3,50;100,00;EUR\n28.01.2026;Anfang;50,00;103,50;EUR\n',
    );
    expect(sums(segment)).toEqual({ 'EUR debits': 70000 + 350, 'EUR credits': 100000 });
    expect(segment.rejects).toEqual([
      { record: 4, line: 7, field: 'Betrag', reason: 'nothing says whether it is a debit or a credit' },
    ]);
    expect(balances(segment)).toEqual([[10350, 40000]]);
  });

  test('a record longer than the look-ahead copies still finds the balance below', () => {
    const long = 'x'.repeat(9000);
    const segment = readText(
      `Date,Text,Amount,Balance,Currency\n2026-01-31,${long},7.00,3.00,EUR\n2026-01-30,"${long}""",5.00,10.00,EUR\n2026-01-29,a,5.00,5.00,EUR\n`,
    );
    expect(sums(segment)).toEqual({ 'EUR debits': 700, 'EUR credits': 500 });
  });

  test('a balance that is printed before each booking, as in Dutch files without names', () => {
    const segment = readText(
      '17-06-2026,NL10TRIO0123456789,NL02ABNA0123456789,J de Vries,EUR,130.44,EUR,223.77,18-06-2026,\n' +
        "18-06-2026,NL10TRIO0123456789,NL91ABNA0417164300,Kaarten BV,EUR,354.21,EUR,-200.00,18-06-2026,'Betaling, ref 1'\n" +
        "25-06-2026,NL10TRIO0123456789,,,EUR,154.21,EUR,-2.20,25-06-2026,'Kosten'\n",
    );
    expect(sums(segment)).toEqual({ 'EUR credits': 22377, 'EUR debits': 20000 + 220 });
    expect(plainRows(segment)[1]).toMatchObject({
      debtor: 'account:NL10TRIO0123456789',
      creditor: 'account:NL91ABNA0417164300',
    });
    expect(segment.warnings).toEqual([]);
  });

  test('debit and credit columns that mean the opposite are proven by the balance', () => {
    const segment = readText(
      'Date,Text,Debit,Credit,Balance,Currency\n2026-01-28,a,,5.00,95.00,EUR\n2026-01-29,b,10.00,,105.00,EUR\n2026-01-30,c,,1.00,104.00,EUR\n2026-01-31,d,2.00,,106.00,EUR\n',
    );
    expect(sums(segment)).toEqual({ 'EUR debits': 500 + 100, 'EUR credits': 1000 + 200 });
  });

  test('card files print what was spent as a plus; a payment received tells', () => {
    const amex = readText(
      'Date,Description,Card Member,Account #,Amount\n01/31/2026,COFFEE,J SMITH,-11001,12.50\n01/30/2026,PAYMENT RECEIVED - THANK YOU,J SMITH,-11001,-500.00\n01/13/2026,HOTEL,J SMITH,-11001,300.00\n',
    );
    expect(sums(amex)).toEqual({ 'XXX debits': 1250 + 30000, 'XXX credits': 50000 });
    const chase = readText(
      'Transaction Date,Post Date,Description,Category,Type,Amount,Memo\n01/31/2026,02/01/2026,COFFEE,Food,Sale,-12.50,\n01/30/2026,01/30/2026,Payment Thank You,,Payment,500.00,\n',
    );
    expect(sums(chase)).toEqual({ 'XXX debits': 1250, 'XXX credits': 50000 });
    const citi = readText(
      'Status,Date,Description,Debit,Credit\nCleared,01/31/2026,"COFFEE",12.50,\nCleared,01/30/2026,"PAYMENT",,-500.00\nPending,01/30/2026,"BOOKS",20.00,\n',
    );
    expect(sums(citi)).toEqual({ 'XXX debits': 1250, 'XXX credits': 50000 });
    expect(citi.records).toEqual({ read: 3, kept: 2, rejected: 0, notBooked: 1 });
  });

  test.each([
    ['DBIT', 'CRDT'],
    ['MINUS', 'PLUS'],
    ['-', '+'],
    ['Debet', 'Kredit'],
    ['S', 'H'],
    ['Borç', 'Alacak'],
    ['Wn', 'Ma'],
    ['Odchozí', 'Příchozí'],
    ['T', 'J'],
    ['Дебет', 'Кредит'],
  ])('%s and %s', (debit, credit) => {
    const segment = readText(
      `Date;Text;Amount;D/C;Currency\n2026-01-31;a;700,00;${debit};EUR\n2026-01-30;b;2.000,50;${credit};EUR\n`,
    );
    expect(sums(segment)).toEqual({ 'EUR debits': 70000, 'EUR credits': 200050 });
  });

  test('a column without a name holds the letters', () => {
    expect(
      sums(readText('Datum;Text;Währung;Umsatz; \n31.01.2026;a;EUR;60,00;S\n30.01.2026;b;EUR;2.000,50;H\n')),
    ).toEqual({
      'EUR debits': 6000,
      'EUR credits': 200050,
    });
  });
});

describe('sender and receiver in a statement', () => {
  test('signed amounts: the sender of credits and the receiver of debits is the other side', () => {
    const segment = readText(
      'Data księgowania;Nadawca / Odbiorca;Rachunek źródłowy;Rachunek docelowy;Tytułem;Kwota operacji;Waluta\n' +
        "15.01.2026;ANNA NOWAK;'61109010140000071219812874;'27114020040000300201355387;czynsz;-1 500,00;PLN\n" +
        "16.01.2026;FABRYKA;'83101010230000261395100000;'61109010140000071219812874;pensja;4 200,00;PLN\n" +
        "17.01.2026;;'61109010140000071219812874;;SKLEP;-50,00;PLN\n",
    );
    expect(plainRows(segment).map((row) => [row.debtor, row.creditor])).toEqual([
      ['account:61109010140000071219812874', 'account:27114020040000300201355387'],
      ['account:83101010230000261395100000', 'account:61109010140000071219812874'],
      ['account:61109010140000071219812874', 'unknown'],
    ]);
    expect(sums(segment)).toEqual({ 'PLN debits': 150000 + 5000, 'PLN credits': 420000 });
    const table = EndTable.fromParts(segment.ends);
    expect(table.isOwn(table.find('account', '61109010140000071219812874'))).toBe(true);
  });

  test('names in both columns, unsigned amounts with the account above, and plain transfers', () => {
    expect(
      ends(
        'Buchungsdatum;Zahlungspflichtige*r;Zahlungsempfänger*in;IBAN;Betrag (€)\n31.01.26;Max;Vermieter;DE39200993109544221565;-700,00\n30.01.26;Firma;Max;DE58711588206035373744;2.000,50\n29.01.26;Max;Bar;;-3,00\n',
      ).slice(0, 1),
    ).toEqual([expect.stringMatching(/^account:FILE-\w+ > name:bar\|$/)]);
    const unsigned = readText(
      'Account number: 70000001\nDate,From account,To account,Amount,Currency\n2026-01-13,70000001,70000002,5.00,EUR\n2026-01-14,70000003,70000001,7.00,EUR\n',
    );
    expect(sums(unsigned)).toEqual({ 'EUR debits': 500, 'EUR credits': 700 });
    const transfers = readText(
      'Date,From account,To account,Amount,Currency\n2026-01-13,70000001,70000002,5.00,EUR\n2026-01-14,70000003,70000001,7.00,EUR\n',
    );
    expect(sums(transfers)).toEqual({ 'EUR both': 1200 });
  });

  test('the account’s own currency goes before the instructed one', () => {
    const segment = readText(
      '"Дата i час операції","Деталі операції",MCC,"Сума в валюті картки (UAH)","Сума в валюті операції",Валюта,"Залишок після операції"\n' +
        '"31.01.2026 18:05:11","Книги",5942,-76.00,-2.00,USD,1924.00\n"30.01.2026 10:00:00","Зарплата",4829,2000.00,2000.00,UAH,2000.00\n',
    );
    expect(sums(segment)).toEqual({ 'UAH debits': 7600, 'UAH credits': 200000 });
    expect([Array.from(segment.instructed.minor), segment.columns.time?.[1]]).toEqual([[200], 18 * 3600 + 5 * 60 + 11]);
  });
});

describe('files without column names', () => {
  test('quoted American, Australian with balance, Canadian with two columns', () => {
    expect(
      sums(readText('"01/31/2026","-12.50","*","","COFFEE SHOP"\n"01/30/2026","2310.55","*","","ACME PAYROLL"\n')),
    ).toEqual({ 'XXX debits': 1250, 'XXX credits': 231055 });
    const australian = readText(
      '31/01/2026,"-12.50","COFFEE SYDNEY","+1087.50"\n30/01/2026,"+2000.00","Salary","+1100.00"\n13/01/2026,"-1200.00","Transfer","-900.00"\n',
    );
    expect(balances(australian)).toEqual([[30000, 108750]]);
    const canadian = readText(
      '01/31/2026,COFFEE,12.50,,1087.50\n01/30/2026,PAYROLL,,2000.00,1100.00\n01/13/2026,RENT,1200.00,,-900.00\n',
    );
    expect(sums(canadian)).toEqual({ 'XXX debits': 1250 + 120000, 'XXX credits': 200000 });
    expect(plainRows(canadian)[0]?.date).toBe('2026-01-13');
  });

  test('whole numbers are money only where a balance proves it', () => {
    const rows =
      '"117-111";"-12500";"HUF";"20260131";"87500";"bér"\n"117-111";"90000";"HUF";"20260130";"100000";"fizetés"\n"117-111";"-5000";"HUF";"20260129";"10000";"kp"\n';
    expect(sums(readText(rows))).toEqual({ 'HUF debits': 1250000 + 500000, 'HUF credits': 9000000 });
    expect(() => readText('2026-01-31;12;Berlin\n2026-01-30;14;Wien\n')).toThrow(/no column holds amounts/);
  });

  test('a line of another kind above the rows names the account; unknown words above rows are passed over', () => {
    const polish = readText(
      '2026-01-31,01-01-2026,\'61 1090 1014 0000 0712 1981 2874,JAN KOWALSKI,PLN,"1000,00","6700,00",3,\n' +
        '15-01-2026,15-01-2026,Pensja,FABRYKA,83101010230000261395100000,"4200,00","6700,00",1,\n' +
        '14-01-2026,14-01-2026,BLIK,Sklep,,"-20,00","2500,00",2,\n' +
        '13-01-2026,13-01-2026,Czynsz,ANNA,27114020040000300201355387,"-1500,00","2520,00",3,\n',
    );
    expect(sums(polish)).toEqual({ 'XXX credits': 420000, 'XXX debits': 2000 + 150000 });
    expect(plainRows(polish)[0]?.debtor).toBe('account:PL61109010140000071219812874');
    const kazakh = readText(
      'Күні;Сомасы;Валюта;Сипаттама\n31.01.2026;-700,00;KZT;Rent\n30.01.2026;2000,50;KZT;Wages\n',
    );
    expect(sums(kazakh)).toEqual({ 'KZT debits': 70000, 'KZT credits': 200050 });
  });

  test('a table of numbers is no statement', () => {
    for (const text of [
      'Day,Open,High,Low,Close\n2026-01-01,1.10,1.20,1.00,1.15\n2026-01-02,1.15,1.30,1.10,1.20\n',
      `2026-01-01${';1,00'.repeat(40)}\n2026-01-02${';2,00'.repeat(40)}\n`,
    ]) {
      expect(() => readText(text)).toThrow(/no known bank format/);
    }
  });
});

describe('lines that are no entries', () => {
  test('rows that state a balance or a turnover, as Baltic banks write; their balances are kept', () => {
    const segment = readText(
      '"Kliendi konto";"Kuupäev";"Saaja/Maksja";"Selgitus";"Summa";"Valuuta";"Deebet/Kreedit";\n' +
        '"EE382200221020145685";"01.01.2026";"";"Algsaldo";"500,00";"EUR";"K";\n' +
        '"EE382200221020145685";"05.01.2026";"Rimi";"ost";"20,50";"EUR";"D";\n' +
        '"EE382200221020145685";"06.01.2026";"Töö AS";"palk";"1000,00";"EUR";"K";\n' +
        '"EE382200221020145685";"31.01.2026";"";"Käive";"20,50";"EUR";"D";\n' +
        '"EE382200221020145685";"31.01.2026";"";"lõppsaldo";"1479,50";"EUR";"K";\n',
    );
    expect(sums(segment)).toEqual({ 'EUR debits': 2050, 'EUR credits': 100000 });
    expect(balances(segment)).toEqual([[50000, 50000 - 2050 + 100000]]);
    expect(segment.warnings).toEqual(['3 lines were taken as totals, balances or footer']);
  });

  test('a balance brought forward without an amount', () => {
    const segment = readText(
      'Date,Description,Amount,Balance,Currency\n01/13/2026,Balance brought forward,,300.00,USD\n01/14/2026,Rent,-200.00,100.00,USD\n',
    );
    expect(segment.records).toEqual({ read: 1, kept: 1, rejected: 0, notBooked: 0 });
  });

  test('sections: each names its account', () => {
    const segment = readText(
      'Konto;70000001\n\nDatum;Text;Betrag EUR\n31.01.2026;Miete;-700,00\n30.01.2026;Lohn;2000,50\n\nKonto;70000002\n\nDatum;Text;Betrag EUR\n29.01.2026;Sparen;50,00\n',
    );
    expect(plainRows(segment).map(({ debtor, creditor }) => [debtor, creditor])).toEqual([
      ['unknown', 'account:70000002'],
      ['unknown', 'account:70000001'],
      ['account:70000001', 'unknown'],
    ]);
  });

  test('lines that go on with the text above, and a word of waiting in place of a date', () => {
    const segment = readText(
      'Data,,Detalii tranzactie,,Debit,,Credit\n31 ianuarie 2026,,Transfer,,"1.200,50",,\n,,Beneficiar: Ana,,,,\n30 ianuarie 2026,,Incasare,,,,"10.000,00"\n',
    );
    expect(segment.records).toEqual({ read: 2, kept: 2, rejected: 0, notBooked: 0 });
    expect(segment.warnings).toContain('1 lines only go on with the text of the row above and were left out');
    const pending = readText('Buchungstag;Wertstellung;Umsatz in EUR\noffen;--;-12,30\n31.01.2026;31.01.2026;-60,00\n');
    expect(pending.records).toEqual({ read: 2, kept: 1, rejected: 0, notBooked: 1 });
  });

  test('names only: no entries, and no fault', () => {
    const segment = readText('Buchungstag;Verwendungszweck;Betrag;Währung\n');
    expect(segment.records).toEqual({ read: 0, kept: 0, rejected: 0, notBooked: 0 });
    expect(segment.warnings).toContain('no entries: the columns are known, and no row follows them');
  });
});

describe('how text is written', () => {
  const german = 'Datum;Text;Betrag EUR\n31.01.2026;Müller;-700,00\n30.01.2026;Löhne;2000,50\n';
  const total = { 'EUR debits': 70000, 'EUR credits': 200050 };
  test.each([
    ['utf-32le', true],
    ['utf-32le', false],
    ['utf-32be', true],
    ['utf-32be', false],
    ['utf-16le', false],
    ['utf-16be', true],
    ['cp850', false],
    ['macroman', false],
  ])('%s, mark %s; offsets count the file’s own bytes', (encoding, addBOM) => {
    const bytes = iconv.encode(german, encoding, { addBOM });
    const segment = readBytes(bytes);
    expect(sums(segment)).toEqual(total);
    const at = segment.columns.offset?.[1] ?? 0;
    const record = iconv.decode(Buffer.from(bytes.subarray(at, at + (segment.columns.length?.[1] ?? 0))), encoding);
    expect(record).toBe('31.01.2026;Müller;-700,00');
  });

  test('a first line sep=;, circumflex, single quotes, NUL bytes, letters that were lost', () => {
    expect(sums(readText(`sep=;\n${german}`))).toEqual(total);
    expect(sums(readText('Date^Text^Amount^Currency\n2026-01-31^Rent, flat^-700.00^EUR\n'))).toEqual({
      'EUR debits': 70000,
    });
    expect(sums(readText("'Date';'Text';'Amount EUR'\n'2026-01-31';'Rent; ''flat''';'-700,00'\n"))).toEqual({
      'EUR debits': 70000,
    });
    expect(sums(readText(`${german.replace('Müller', 'M\0ller')}${'\0'.repeat(200)}`))).toEqual(total);
    expect(sums(readText('Dato;Tekst;Bel\ufffdb DKK\n31.01.2026;a;-1,00\n'))).toEqual({ 'DKK debits': 100 });
  });

  test('quotes inside quotes that nobody doubled', () => {
    const segment = readText(
      'Data;Gavėjas;Suma;Valiuta\n2026-01-26;"UAB "Rytas"";"-12.20";EUR\n2026-01-27;"UAB "Vakaras"";"-1.00";EUR\n2026-01-28;"Jonas";"5.00";EUR\n',
    );
    expect(sums(segment)).toEqual({ 'EUR debits': 1320, 'EUR credits': 500 });
    expect(plainRows(segment)[0]?.creditor).toBe('name:rytas uab|');
  });

  test('an account’s type is no account, and a column named by its currency holds amounts', () => {
    const segment = readText(
      '"Account Type","Account Number","Transaction Date","Description 1","CAD$"\nChequing,01234-1234567,1/31/2026,"COFFEE",-12.50\nChequing,01234-1234567,1/30/2026,"PAYROLL",1000.00\n',
    );
    expect(sums(segment)).toEqual({ 'CAD debits': 1250, 'CAD credits': 100000 });
    expect(plainRows(segment)[0]?.creditor).toBe('account:01234-1234567');
  });

  test('a dollar sign is the file’s own dollar, and kroner need a name', () => {
    expect(sums(readText('Date,Text,Amount,Currency\n2026-01-31,a,"-$1,200.05",CAD\n'))).toEqual({
      'CAD debits': 120005,
    });
    expect(sums(readText('Dato;Tekst;Beløb;Valuta\n2026-01-31;a;-12,50 kr.;NOK\n'))).toEqual({ 'NOK debits': 1250 });
    expect(sums(readText('Tarih;Açıklama;Tutar\n31/01/2026-10:11:12;a;-1.200,50 TL\n'))).toEqual({
      'TRY debits': 120050,
    });
  });
});
