/**
 * Bank A's answer to the order: one semicolon CSV in Windows-1252 with a six-line preamble, German
 * headers, decimal comma with thousands points, day-first dates, debit and credit in two columns and
 * a footer with sums. A few rows are only "vorgemerkt" (pending), a few are damaged.
 */
import type { Random } from '../../random.ts';
import { BANKS } from '../banks.ts';
import { civil, clock, isoDate, two, type Day } from '../calendar.ts';
import type { Account } from '../model.ts';
import type { Statement, StatementLine } from '../statement.ts';
import { Tally, decimal, pickDamage, type BankExport, type Damage } from './bank-export.ts';
import { counterparty, otherEnd, remittance } from './counterparty.ts';
import { windows1252 } from './letters.ts';

const HEADER =
  'Auftragskonto;Buchungstag;Uhrzeit;Wertstellung;Buchungstext;Verwendungszweck;Auftraggeber/Empfänger;IBAN;BIC;Soll;Haben;Währung;Saldo;Ende-zu-Ende-Referenz;Ort;Info';

const dayFirst = (day: Day): string => {
  const { year, month, date } = civil(day);
  return `${two(date)}.${two(month)}.${year}`;
};

const field = (text: string): string => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function label(line: StatementLine): string {
  const { channel, purpose, reverses } = line.payment;
  const isDebit = line.side === 'debit';
  const end = otherEnd(line);
  if (reverses !== undefined)
    return channel === 'direct-debit'
      ? 'RUECKLASTSCHRIFT'
      : channel === 'card' || channel === 'card-online'
        ? 'KARTENGUTSCHRIFT'
        : 'STORNO';
  switch (channel) {
    case 'card':
      return 'KARTENZAHLUNG';
    case 'card-online':
      return 'KARTENZAHLUNG ONLINE';
    case 'cash-out':
      return end.kind === 'cash' && end.counter ? 'BARAUSZAHLUNG SCHALTER' : 'BARGELDAUSZAHLUNG GAA';
    case 'cash-in':
      return end.kind === 'cash' && end.counter ? 'BAREINZAHLUNG SCHALTER' : 'BARGELDEINZAHLUNG GAA';
    case 'direct-debit':
      return isDebit ? 'FOLGELASTSCHRIFT' : 'LASTSCHRIFTEINZUG';
    case 'standing-order':
      return isDebit ? 'DAUERAUFTRAG' : 'DAUERAUFTRAGSGUTSCHRIFT';
    case 'instant':
      return isDebit ? 'ECHTZEITUEBERWEISUNG' : 'GUTSCHRIFT ECHTZEIT';
    case 'fee':
      return 'ENTGELTABSCHLUSS';
    case 'interest':
      return 'ZINSGUTSCHRIFT';
    case 'transfer':
      if (!isDebit && purpose === 'SALA') return 'LOHN  GEHALT';
      if (!isDebit && purpose === 'PENS') return 'RENTE';
      return isDebit ? 'ONLINE-UEBERWEISUNG' : 'GUTSCHR. UEBERWEISUNG';
  }
}

function textOf(line: StatementLine): string {
  const end = otherEnd(line);
  const stamp = `${isoDate(line.payment.day)}T${clock(line.payment.minute)}`;
  if (end.kind === 'merchant') return `${stamp} Debitk. ${end.terminal} ${line.payment.text}`.trim();
  if (end.kind === 'cash') return end.counter ? line.payment.text : `${stamp} GAA ${end.terminal}`;
  return remittance(line);
}

function row(account: Account, line: StatementLine, isPending: boolean, damage: Damage | undefined): string {
  const other = counterparty(line);
  const end = otherEnd(line);
  const place = end.kind === 'merchant' || end.kind === 'cash' ? end.city : '';
  const amount = decimal(Math.abs(line.amount), ',', '.');
  const shown = damage === 'amount' ? amount.replace(/\d/, 'O') : amount;
  const cells = [
    account.iban,
    damage === 'date' ? `31.02.${civil(line.booking).year}` : dayFirst(line.booking),
    clock(line.minute),
    dayFirst(line.payment.valueDate),
    label(line),
    field(textOf(line)),
    field(other.name),
    other.account,
    other.bic,
    line.side === 'debit' ? shown : '',
    line.side === 'credit' ? shown : '',
    account.currency,
    isPending ? '' : decimal(line.balance, ',', '.'),
    line.payment.endToEnd === '' && ['transfer', 'instant', 'standing-order'].includes(line.payment.channel)
      ? 'NOTPROVIDED'
      : line.payment.endToEnd,
    field(place),
    isPending ? 'Umsatz vorgemerkt' : 'Umsatz gebucht',
  ];
  return (damage === 'columns' ? cells.slice(0, 8) : cells).join(';');
}

/** Writes bank A's file. */
export function writeBankA(
  statements: readonly Statement[],
  period: readonly [Day, Day],
  random: Random,
  isBackground: (account: Account) => boolean,
): BankExport {
  const tally = new Tally();
  const own = statements.filter((statement) => statement.account.bank === 'a');
  const lines = [
    `${BANKS.a.name};;`,
    'Auskunft gemäß Herausgabeanordnung;Az. 41 UR 1187/26;',
    `Zeitraum;${dayFirst(period[0])} - ${dayFirst(period[1])};`,
    `Konten;${own.length};`,
    `Erstellt;${dayFirst(period[1] + 12)} 09:14;`,
    '',
    HEADER,
  ];
  let debits = 0;
  let credits = 0;
  for (const { account, booked, pending } of own) {
    for (const line of booked) {
      const damage = pickDamage(random, line, isBackground(account));
      if (damage === undefined) tally.count(account, line);
      else tally.damage(line);
      if (line.amount < 0) debits -= line.amount;
      else credits += line.amount;
      lines.push(row(account, line, false, damage));
    }
    for (const line of pending) {
      tally.notBooked++;
      lines.push(row(account, line, true, undefined));
    }
  }
  lines.push(`Summe;;;;;;;;;${decimal(debits, ',', '.')};${decimal(credits, ',', '.')};EUR;;;;`, '');
  return tally.result('sparbank-lindental.csv', windows1252(lines.join('\r\n')), own.length);
}
