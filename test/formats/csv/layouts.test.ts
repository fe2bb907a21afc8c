/** Layouts met in public repositories that were read wrong once, with data of our own; totals by hand. */
import { describe, expect, test } from 'vitest';
import { matchHeader } from '../../../src/formats/csv/header-words.ts';
import { isCurrencyWord } from '../../../src/formats/csv/layout.ts';
import { balances, plainRows, readText, sums } from './read-csv.ts';

describe('debit and credit columns whose names are not known', () => {
  // Two rows are enough: the columns take turns, and one change of the balance tells which is which.
  test.each([
    ['without a header', '', '01/15/2026,SHOP,100.50,,899.50\n01/16/2026,PAYROLL,,5000.00,5899.50\n'],
    [
      'in Thai',
      'วันที่,รายการ,ถอนเงิน,ฝากเงิน,ยอดคงเหลือ\n',
      '15/01/2026,SHOP,100.50,,899.50\n16/01/2026,PAYROLL,,5000.00,5899.50\n',
    ],
    [
      'in Hebrew',
      'תאריך,תיאור,בחובה,בזכות,היתרה\n',
      '15/01/2026,SHOP,100.50,,899.50\n16/01/2026,PAYROLL,,5000.00,5899.50\n',
    ],
    [
      'in Chinese, credits first',
      '交易日期,交易备注,收入,支出,余额\n',
      '20260115,SHOP,,100.50,899.50\n20260116,PAYROLL,5000.00,,5899.50\n',
    ],
    [
      'in Japanese, whole yen',
      '日付,摘要,支払い金額,預かり金額,差引残高\n',
      '2026/1/15,SHOP,"10,050","","89,950"\n2026/1/16,PAYROLL,"","500,000","589,950"\n',
    ],
  ])('%s', (name, header, rows) => {
    const segment = readText(header + rows);
    const unit = name.includes('yen') ? 100 : 1;
    expect(sums(segment)).toEqual({ 'XXX debits': 10050 * unit, 'XXX credits': 500000 * unit });
    const opening = (89950 + 10050) * unit;
    expect(balances(segment)).toEqual([[opening, opening + (500000 - 10050) * unit]]);
  });
});

describe('two currencies in a row', () => {
  test('the amount whose name has the account’s currency was booked, the other was instructed', () => {
    const segment = readText(
      'Date,Description,Amount,Currency,Amount in EUR,Balance\n05/01/2026,Shop,-11.00,USD,-10.00,90.00\n' +
        '16/01/2026,Shop,-20.00,EUR,-20.00,70.00\n17/01/2026,Refund,8.00,GBP,10.00,80.00\n',
    );
    expect(sums(segment)).toEqual({ 'EUR debits': 1000 + 2000, 'EUR credits': 1000 });
    expect(balances(segment)).toEqual([[9000 + 1000, 8000]]);
    expect(plainRows(segment).map(({ minor }) => minor)).toEqual([1000, 2000, 1000]);
  });

  test('a Belgian card’s debit and credit columns repeat the foreign amount', () => {
    const segment = readText(
      'kredietkaart;datum verrichting;Datum verrekening;bedrag;credit;debet;munt;koers;bedrag in EUR;Handelaar\n' +
        '1234567890123456;01/02/2026;03/02/2026;-16,52;;-16,52;EUR;1;-16,52;Winkel\n' +
        ';24/01/2026;24/01/2026;35,77;35,77;;EUR;1;35,77;Betaling\n' +
        '1234567890123456;01/01/2026;02/01/2026;-20,00;;-20,00;USD;1,1;-18,18;Shop\n',
    );
    expect(sums(segment)).toEqual({ 'EUR debits': 1652 + 1818, 'EUR credits': 3577 });
  });

  test('one currency only: the amount of the row stands', () => {
    const segment = readText('Date,Description,Amount,Currency,Amount in EUR\n05/01/2026,Shop,-11.00,USD,-10.00\n');
    expect(sums(segment)).toEqual({ 'USD debits': 1100 });
  });
});

test('Source and Target hold names beside debits and credits: a statement, and a transfer amount is another', () => {
  const segment = readText(
    'Transaction Date,Description,Credit Amount,Debit Amount,Currency,Transfer Amount,Status,Running Balance,Source,Target\n' +
      '05/13/2026,Paid out,,100.00,USD,,Completed,200.00,Own,Shop\n05/12/2026,Paid in,120.00,,USD,,Completed,300.00,Acme,Own\n',
  );
  expect(sums(segment)).toEqual({ 'USD debits': 10000, 'USD credits': 12000 });
  expect(segment.records).toEqual({ read: 2, kept: 2, rejected: 0, notBooked: 0 });
});

test('a Brazilian card prints purchases as a plus; a payment received tells', () => {
  const segment = readText(
    'date,category,title,amount\n2026-01-05,restaurante,Bar,35.90\n2026-01-16,,Pagamento recebido,-500.00\n2026-01-17,transporte,Taxi,20.00\n',
  );
  expect(sums(segment)).toEqual({ 'XXX debits': 3590 + 2000, 'XXX credits': 50000 });
});

describe('lines that are no entries', () => {
  test('a closing balance written with blanks between its letters', () => {
    const segment = readText(
      '"Data","Histórico","Número do documento","Valor"\n"01/01/2026","Saldo Anterior","0","1000.00"\n' +
        '"15/01/2026","Pix - Enviado","1","-100.50"\n"16/01/2026","Pix - Recebido","2","1500.00"\n"31/01/2026","S A L D O","0","2399.50"\n',
    );
    expect(sums(segment)).toEqual({ 'XXX debits': 10050, 'XXX credits': 150000 });
    expect(balances(segment)).toEqual([[100000, 100000 - 10050 + 150000]]);
  });

  test('headings of pending and posted transactions', () => {
    const segment = readText(
      'Date,Type,Description,Withdrawal (-),Deposit (+),RunningBalance\nPosted Transactions\n' +
        '01/17/2026,DEPOSIT,Mobile,,$20.00,$878.47\n01/14/2026,ATM,BANK,$103.00,,$858.47\n',
    );
    expect(sums(segment)).toEqual({ 'USD debits': 10300, 'USD credits': 2000 });
    expect(segment.records).toEqual({ read: 2, kept: 2, rejected: 0, notBooked: 0 });
  });

  test('the text goes on in a line that ends with it', () => {
    const segment = readText(
      'Transaction date,Value date,Description,Withdrawals (SGD),Deposits (SGD)\n18/04/2026,18/04/2026,PURCHASE,7.20,\n' +
        ',,15/04/26 SHOP\n17/04/2026,17/04/2026,SALARY,,100.00\n,,ACME\n',
    );
    expect(sums(segment)).toEqual({ 'SGD debits': 720, 'SGD credits': 10000 });
    expect(segment.rejects).toEqual([]);
  });
});

test('a later section with more names does not cost the rows above it; its own lines are rejected one by one', () => {
  const segment = readText(
    'Date;Text;Amount;Currency\n15.01.2026;a;10,00;EUR\n16.01.2026;b;-4,00;EUR\n17.01.2026;b;-5,00;EUR\n18.01.2026;b;-6,00;EUR\n\n' +
      'Date;Text;Debit;Credit;Currency\n19.01.2026;c;5,00;;EUR\n20.01.2026;d;;6,00;EUR\n',
  );
  expect(sums(segment)).toEqual({ 'EUR debits': 400 + 500 + 600, 'EUR credits': 1000 });
  expect(segment.rejects.map(({ line, reason }) => [line, reason])).toEqual([
    [7, '5 fields where the header has 4'],
    [8, '5 fields where the header has 4'],
    [9, '5 fields where the header has 4'],
  ]);
});

test('the currency of a Swiss file in French', () => {
  const segment = readText(
    'Produit;Monn.;Date de comptabilisation;Description 1;Débit;Crédit;Solde\n' +
      "A;CHF;28.02.2026;Virement;;240.00;11'613.94\nA;CHF;31.03.2026;Ordre;200.00;;11'413.94\n",
  );
  expect(sums(segment)).toEqual({ 'CHF debits': 20000, 'CHF credits': 24000 });
});

test('a column named by its currency alone is an amount, whoever asked before what the name means', () => {
  expect(matchHeader('CAD$', () => false)).toBeUndefined();
  expect(matchHeader('CAD$', isCurrencyWord)).toEqual({ role: 'amount', isExact: false });
  const segment = readText(
    'Account Type,Account Number,Transaction Date,Cheque Number,Description 1,CAD$,USD$\n' +
      'Chequing,12345-1234567,1/15/2026,,SHOP,-100.50,,\nChequing,12345-1234567,1/16/2026,,PAYROLL,5000.00,,\n' +
      'Savings,12345-7654321,1/20/2026,,WIRE,,250.00,\n',
  );
  expect(sums(segment)).toEqual({ 'CAD debits': 10050, 'CAD credits': 500000 });
  expect(segment.rejects.map(({ line, field, reason }) => [line, field, reason])).toEqual([
    [4, 'CAD$', 'the amount is empty'],
  ]);
});

test('income and outgo in Chinese words; a reference such as T1 says neither', () => {
  const segment = readText(
    '交易号,商家订单号,交易创建时间,交易对方,金额（元）,收/支\n' +
      '2026011522001,T1,2026-01-15 10:00:00,商店 Shop,100.50,支出\n2026011622001,T2,2026-01-16 10:00:00,张三 Zhang,5000.00,收入\n',
  );
  expect(sums(segment)).toEqual({ 'XXX debits': 10050, 'XXX credits': 500000 });
});

test.each([
  'Statement of Account No - 910010012345678 for the period (From : 01-01-2026 To : 31-01-2026)',
  'Account Number      :,_910010012345678',
])('an account in the lines above: %s', (line) => {
  const segment = readText(`${line}\n\nTran Date,PARTICULARS,DR,CR,BAL\n15-01-2026,SHOP,500.00,,9500.00\n`);
  expect(sums(segment)).toEqual({ 'XXX debits': 50000 });
  expect(plainRows(segment)[0]?.debtor).toBe('account:910010012345678');
});
