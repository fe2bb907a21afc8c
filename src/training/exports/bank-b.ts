/**
 * Bank B, a neobank: one comma CSV in UTF-8 with a byte order mark, English headers, signed amounts
 * with decimal points, merchant category codes and towns, and remittance text that may run over
 * several lines inside its quotes. Accounts are kept in EUR, GBP and a few in PLN.
 */
import type { Random } from '../../random.ts';
import { clock, isoDate } from '../calendar.ts';
import type { Account } from '../model.ts';
import type { Statement, StatementLine } from '../statement.ts';
import { Tally, decimal, scrambled, pickDamage, type BankExport, type Damage } from './bank-export.ts';
import { counterparty, otherEnd, remittance } from './counterparty.ts';

const HEADER = [
  'Account',
  'Date',
  'Time',
  'Type',
  'Description',
  'Counterparty',
  'Counterparty account',
  'Amount',
  'Currency',
  'Balance',
  'MCC',
  'Merchant city',
  'Merchant country',
  'Reference',
  'End-to-end id',
];

const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function label(line: StatementLine): string {
  const { channel, reverses } = line.payment;
  if (reverses !== undefined) return channel === 'card' || channel === 'card-online' ? 'Card refund' : 'Reversal';
  switch (channel) {
    case 'card':
    case 'card-online':
      return 'Card payment';
    case 'cash-out':
      return 'ATM withdrawal';
    case 'cash-in':
      return 'Cash deposit';
    case 'direct-debit':
      return 'Direct debit';
    case 'standing-order':
      return 'Standing order';
    case 'instant':
      return 'Instant transfer';
    case 'fee':
      return 'Fee';
    case 'interest':
      return 'Interest';
    case 'transfer':
      return line.payment.credited === undefined ? 'Transfer' : 'Transfer with exchange';
  }
}

function describe(line: StatementLine): string {
  const end = otherEnd(line);
  if (end.kind === 'merchant')
    return `${end.name} terminal ${end.terminal}${line.payment.text === '' ? '' : `\n${line.payment.text}`}`;
  if (end.kind === 'cash')
    return `${line.side === 'debit' ? 'ATM withdrawal' : 'Cash deposit'} terminal ${end.terminal}`;
  const text = remittance(line);
  return scrambled(line.payment.serial) % 17 === 0 && text !== ''
    ? `${text}\nRef ${scrambled(line.payment.serial) % 1000000}`
    : text;
}

function row(account: Account, line: StatementLine, damage: Damage | undefined): string {
  const other = counterparty(line);
  const end = otherEnd(line);
  const isPlace = end.kind === 'merchant' || end.kind === 'cash';
  const amount = decimal(line.amount);
  const cells = [
    account.iban,
    damage === 'date' ? `${isoDate(line.booking).slice(0, 4)}-13-41` : isoDate(line.booking),
    clock(line.minute),
    label(line),
    field(describe(line)),
    field(other.name),
    other.account,
    damage === 'amount' ? amount.replace(/\d(?=\.)/, 'l') : amount,
    account.currency,
    decimal(line.balance),
    end.kind === 'merchant' ? end.mcc : end.kind === 'cash' ? '6011' : '',
    isPlace ? end.city : '',
    isPlace ? end.country : '',
    `T${scrambled(line.payment.serial)}${line.side === 'debit' ? 'D' : 'C'}`,
    line.payment.endToEnd === '' && !isPlace && end.kind !== 'bank' ? 'NOTPROVIDED' : line.payment.endToEnd,
  ];
  return (damage === 'columns' ? cells.slice(0, 7) : cells).join(',');
}

/** Writes bank B's file; the neobank exports completed rows only. */
export function writeBankB(
  statements: readonly Statement[],
  random: Random,
  isBackground: (account: Account) => boolean,
): BankExport {
  const tally = new Tally();
  const own = statements.filter((statement) => statement.account.bank === 'b');
  const lines = [HEADER.map((name) => `"${name}"`).join(',')];
  for (const { account, booked } of own) {
    for (const line of booked) {
      const damage = pickDamage(random, line, isBackground(account));
      if (damage === undefined) tally.count(account, line);
      else tally.damage(line);
      lines.push(row(account, line, damage));
    }
  }
  return tally.result('kestrel-money.csv', new TextEncoder().encode(`\uFEFF${lines.join('\n')}\n`), own.length);
}
