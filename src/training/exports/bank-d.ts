/**
 * Bank D: SWIFT MT940, monthly statements with structured :86: fields (?00 booking text, ?20-?29
 * remittance with SVWZ+/EREF+/PURP+ tags, ?30 bank, ?31 account, ?32-?33 name). Busy months run over
 * several pages (:60M: and :62M:). Only days, no times, except in the text of card rows.
 */
import { clock, civil, isoDate, two, type Day } from '../calendar.ts';
import type { Statement, StatementLine } from '../statement.ts';
import { Tally, decimal, scrambled, type BankExport } from './bank-export.ts';
import { counterparty, otherEnd, remittance } from './counterparty.ts';
import { swiftLetters } from './letters.ts';

const PAGE = 24;

const shortDay = (day: Day): string => {
  const { year, month, date } = civil(day);
  return `${two(year % 100)}${two(month)}${two(date)}`;
};

const sign = (minor: number): string => (minor < 0 ? 'D' : 'C');
const amount = (minor: number): string => decimal(Math.abs(minor), ',');
const balance = (name: string, minor: number, currency: string, when: Day): string =>
  `:${name}:${sign(minor)}${shortDay(when)}${currency}${amount(minor)}`;

/** Business transaction code, SWIFT type and booking text. */
function kind(line: StatementLine): readonly [gvc: string, type: string, label: string] {
  const { channel, purpose } = line.payment;
  const isDebit = line.side === 'debit';
  switch (channel) {
    case 'card':
    case 'card-online':
      return ['106', 'MSC', 'PLATNOSC KARTA'];
    case 'cash-out':
      return ['083', 'MSC', 'WYPLATA BANKOMAT'];
    case 'cash-in':
      return ['082', 'MSC', 'WPLATA GOTOWKI'];
    case 'direct-debit':
      return isDebit ? ['105', 'DDT', 'POLECENIE ZAPLATY'] : ['171', 'DDT', 'INKASO'];
    case 'standing-order':
      return isDebit ? ['117', 'STO', 'ZLECENIE STALE'] : ['152', 'TRF', 'PRZELEW PRZYCHODZACY'];
    case 'instant':
      return isDebit ? ['118', 'TRF', 'PRZELEW NATYCHMIASTOWY'] : ['168', 'TRF', 'PRZELEW NATYCHMIASTOWY'];
    case 'fee':
      return ['808', 'CHG', 'OPLATA ZA RACHUNEK'];
    case 'interest':
      return ['814', 'INT', 'ODSETKI'];
    case 'transfer':
      if (!isDebit && purpose === 'SALA') return ['153', 'TRF', 'WYNAGRODZENIE'];
      return isDebit ? ['116', 'TRF', 'PRZELEW WYCHODZACY'] : ['166', 'TRF', 'PRZELEW PRZYCHODZACY'];
  }
}

const chunks = (text: string, size: number, most: number): string[] => {
  const out: string[] = [];
  for (let at = 0; at < text.length && out.length < most; at += size) out.push(text.slice(at, at + size));
  return out;
};

/** Tag lines hold 65 characters; a break never makes a line that starts like a tag or ends in space. */
function wrapped(text: string): string {
  const out: string[] = [];
  let rest = text;
  while (rest.length > 65) {
    let at = 65;
    while (at > 30 && /[ :-]/.test(`${rest[at - 1]}${rest[at]}`)) at--;
    out.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...out, rest].join('\r\n');
}

function information(line: StatementLine): string {
  const { payment } = line;
  const end = otherEnd(line);
  const other = counterparty(line);
  const [gvc, , label] = kind(line);
  const stamp = `${isoDate(payment.day)} ${clock(payment.minute)}`;
  const svwz =
    end.kind === 'merchant'
      ? `${end.name} ${end.city} ${end.country} TERM ${end.terminal} ${stamp}`
      : end.kind === 'cash'
        ? end.counter
          ? `KASA ${end.city}`
          : `${end.city} ${end.country} TERM ${end.terminal} ${stamp}`
        : remittance(line);
  const isTransfer = end.kind === 'account' || end.kind === 'outside';
  const text = [
    isTransfer ? `EREF+${payment.endToEnd === '' ? 'NOTPROVIDED' : payment.endToEnd}` : '',
    payment.purpose === '' ? '' : `PURP+${payment.purpose}`,
    svwz === '' ? '' : `SVWZ+${swiftLetters(svwz)}`,
  ].filter((part) => part !== '');
  const lines: string[] = [];
  for (const part of text) lines.push(...chunks(part, 27, 10 - lines.length));
  const names = chunks(swiftLetters(other.name), 27, 2);
  const fields = [
    `${gvc}?00${label}?10${String(scrambled(payment.serial) % 9000).padStart(4, '0')}`,
    ...lines.map((piece, i) => `?${20 + i}${piece}`),
    ...(other.bic === '' ? [] : [`?30${other.bic}`]),
    ...(other.account === '' ? [] : [`?31${other.account}`]),
    ...names.map((piece, i) => `?${32 + i}${piece}`),
  ];
  return wrapped(`:86:${fields.join('')}`);
}

function entry(line: StatementLine): string {
  const isReversal = line.payment.reverses !== undefined;
  // RD takes back a debit (money returns), RC takes back a credit.
  const mark = isReversal ? (line.amount < 0 ? 'RC' : 'RD') : sign(line.amount);
  const booked = shortDay(line.booking).slice(2);
  const [, type] = kind(line);
  return `:61:${shortDay(line.payment.valueDate)}${booked}${mark}${amount(line.amount)}N${type}NONREF//W${scrambled(line.payment.serial)}`;
}

/** Writes bank D's file; each month with entries is one statement. */
export function writeBankD(statements: readonly Statement[], period: readonly [Day, Day]): BankExport {
  const tally = new Tally();
  const own = statements.filter((statement) => statement.account.bank === 'd');
  const out: string[] = [];
  for (const { account, opening, booked } of own) {
    let standing = opening;
    let since = Math.max(period[0] - 1, account.opened - 1);
    let number = 0;
    let at = 0;
    while (at < booked.length || number === 0) {
      const month = civil(booked[at]?.booking ?? period[0]).month;
      let end = at;
      while (end < booked.length && civil(booked[end]?.booking ?? 0).month === month) end++;
      const lines = booked.slice(at, end);
      number++;
      const pages = Math.max(1, Math.ceil(lines.length / PAGE));
      for (let page = 1; page <= pages; page++) {
        const part = lines.slice((page - 1) * PAGE, page * PAGE);
        const closes = part.at(-1)?.booking ?? since;
        out.push(
          `:20:WSL${two(month)}${String(number).padStart(3, '0')}${String(page).padStart(2, '0')}`,
          `:25:${account.iban}`,
          `:28C:${number}/${page}`,
          balance(page === 1 ? '60F' : '60M', standing, account.currency, since),
        );
        for (const line of part) {
          tally.count(account, line);
          standing += line.amount;
          out.push(entry(line), information(line));
        }
        since = closes;
        out.push(balance(page === pages ? '62F' : '62M', standing, account.currency, closes), '-');
      }
      at = end;
    }
  }
  return tally.result('bank-wislany.sta', new TextEncoder().encode(`${out.join('\r\n')}\r\n`), own.length);
}
