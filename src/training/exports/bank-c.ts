/**
 * Bank C: ISO 20022 camt.053.001.08, one statement per account for the whole period, without
 * indentation. Payroll goes out as batch entries with their transactions inside, reversals carry
 * RvslInd, unsettled card entries are PDNG, charges stand beside the instructed amount.
 */
import { BANKS } from '../banks.ts';
import { clock, isoDate, type Day } from '../calendar.ts';
import type { End } from '../model.ts';
import type { Statement, StatementLine } from '../statement.ts';
import { Tally, decimal, type BankExport } from './bank-export.ts';
import { otherEnd } from './counterparty.ts';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const tag = (name: string, content: string): string => (content === '' ? '' : `<${name}>${content}</${name}>`);
const money = (name: string, minor: number, currency: string): string =>
  `<${name} Ccy="${currency}">${decimal(Math.abs(minor))}</${name}>`;
const day = (value: Day): string => tag('Dt', isoDate(value));
const agent = (bic: string): string => tag('FinInstnId', tag('BICFI', bic));

/** Domain, family and sub-family of the bank transaction code set. */
function code(line: StatementLine): string {
  const { channel, purpose } = line.payment;
  const end = otherEnd(line);
  const isDebit = line.side === 'debit';
  const [domain, family, sub] = ((): [string, string, string] => {
    switch (channel) {
      case 'card':
      case 'card-online':
        return ['PMNT', 'CCRD', 'POSD'];
      case 'cash-out':
        return end.kind === 'cash' && end.counter ? ['PMNT', 'CNTR', 'CWDL'] : ['PMNT', 'CCRD', 'CWDL'];
      case 'cash-in':
        return end.kind === 'cash' && end.counter ? ['PMNT', 'CNTR', 'CDPT'] : ['PMNT', 'CCRD', 'CDPT'];
      case 'direct-debit':
        return isDebit ? ['PMNT', 'RDDT', 'ESDD'] : ['PMNT', 'IDDT', 'ESDD'];
      case 'standing-order':
        return isDebit ? ['PMNT', 'ICDT', 'STDO'] : ['PMNT', 'RCDT', 'STDO'];
      case 'instant':
        return isDebit ? ['PMNT', 'IRCT', 'ESCT'] : ['PMNT', 'RRCT', 'ESCT'];
      case 'fee':
        return ['ACMT', 'MDOP', 'CHRG'];
      case 'interest':
        return ['ACMT', 'MCOP', 'INTR'];
      case 'transfer':
        return isDebit ? ['PMNT', 'ICDT', 'ESCT'] : ['PMNT', 'RCDT', purpose === 'SALA' ? 'SALA' : 'ESCT'];
    }
  })();
  return tag('BkTxCd', tag('Domn', tag('Cd', domain) + tag('Fmly', tag('Cd', family) + tag('SubFmlyCd', sub))));
}

function party(end: End): { name: string; country: string; account: string; bic: string } | undefined {
  if (end.kind === 'account')
    return { name: end.holder.name, country: end.holder.country, account: end.iban, bic: end.bic };
  if (end.kind === 'outside') return { name: end.name, country: end.country, account: end.account, bic: end.bic };
  if (end.kind === 'merchant') return { name: end.name, country: end.country, account: '', bic: '' };
  return undefined;
}

const isIban = (text: string): boolean => /^[A-Z]{2}\d{2}/.test(text);

function details(line: StatementLine, isInBatch: boolean): string {
  const { payment } = line;
  const end = otherEnd(line);
  const other = party(end);
  // A reversal names the parties of the original payment, so the other side keeps its first role.
  const role = (line.side === 'debit') !== (payment.reverses !== undefined) ? 'Cdtr' : 'Dbtr';
  const endToEnd = payment.endToEnd === '' ? 'NOTPROVIDED' : payment.endToEnd;
  const id =
    other === undefined || other.account === ''
      ? ''
      : tag('Id', isIban(other.account) ? tag('IBAN', other.account) : tag('Othr', tag('Id', other.account)));
  const parties =
    other === undefined
      ? ''
      : tag(
          'RltdPties',
          tag(role, tag('Pty', tag('Nm', escape(other.name)) + tag('PstlAdr', tag('Ctry', other.country)))) +
            tag(`${role}Acct`, id),
        );
  const agents = other === undefined || other.bic === '' ? '' : tag('RltdAgts', tag(`${role}Agt`, agent(other.bic)));
  const isCard = end.kind === 'merchant' || (end.kind === 'cash' && !end.counter);
  const place =
    end.kind === 'merchant' || end.kind === 'cash'
      ? [end.city, end.country].filter((part) => part !== '').join(' ')
      : '';
  const card = !isCard
    ? ''
    : tag(
        'CardTx',
        tag('POI', tag('Id', tag('Id', end.terminal))) +
          (end.kind === 'merchant' ? tag('Tx', tag('Indv', tag('TxCtgy', end.mcc))) : ''),
      );
  const stamp =
    isCard || payment.channel === 'instant'
      ? tag('RltdDts', tag('TxDtTm', `${isoDate(payment.day)}T${clock(payment.minute)}:00`))
      : '';
  const foreign = payment.credited;
  const instructed =
    foreign !== undefined
      ? tag(
          'AmtDtls',
          tag(
            'InstdAmt',
            money(
              'Amt',
              line.side === 'debit' ? foreign.amount : payment.amount,
              line.side === 'debit' ? foreign.currency : payment.currency,
            ),
          ),
        )
      : payment.charges > 0 && line.side === 'debit'
        ? tag('AmtDtls', tag('InstdAmt', money('Amt', payment.amount, payment.currency)))
        : '';
  return tag(
    'TxDtls',
    (isCard ? '' : tag('Refs', tag('EndToEndId', endToEnd))) +
      (isInBatch
        ? money('Amt', line.amount, statementCurrency(line)) + tag('CdtDbtInd', line.amount < 0 ? 'DBIT' : 'CRDT')
        : '') +
      instructed +
      parties +
      agents +
      tag('Purp', tag('Cd', payment.purpose)) +
      tag('RmtInf', tag('Ustrd', escape(payment.text))) +
      stamp +
      card +
      tag('AddtlTxInf', escape(place)),
  );
}

function statementCurrency(line: StatementLine): string {
  const end = line.side === 'debit' ? line.payment.debtor : line.payment.creditor;
  return end.kind === 'account' ? end.currency : line.payment.currency;
}

function entry(lines: readonly StatementLine[], currency: string, reference: string, status: 'BOOK' | 'PDNG'): string {
  const head = lines[0];
  if (head === undefined) return '';
  const total = lines.reduce((sum, line) => sum + line.amount, 0);
  const charges = lines.reduce((sum, line) => sum + (line.side === 'debit' ? line.payment.charges : 0), 0);
  const batch =
    lines.length > 1
      ? tag(
          'Btch',
          tag('NbOfTxs', String(lines.length)) +
            money('TtlAmt', total, currency) +
            tag('CdtDbtInd', total < 0 ? 'DBIT' : 'CRDT'),
        )
      : '';
  const inner =
    head.payment.channel === 'fee' || head.payment.channel === 'interest'
      ? ''
      : lines.map((line) => details(line, lines.length > 1)).join('');
  const label =
    head.payment.channel === 'fee'
      ? 'Kontoführung'
      : head.payment.channel === 'interest'
        ? 'Habenzinsen'
        : lines.length > 1
          ? 'Sammelüberweisung'
          : '';
  return tag(
    'Ntry',
    money('Amt', total, currency) +
      tag('CdtDbtInd', total < 0 ? 'DBIT' : 'CRDT') +
      (head.payment.reverses === undefined ? '' : '<RvslInd>true</RvslInd>') +
      tag('Sts', tag('Cd', status)) +
      tag('BookgDt', day(head.booking)) +
      tag('ValDt', day(head.payment.valueDate)) +
      tag('AcctSvcrRef', reference) +
      code(head) +
      (charges > 0
        ? tag(
            'Chrgs',
            money('TtlChrgsAndTaxAmt', charges, currency) +
              tag('Rcrd', money('Amt', charges, currency) + tag('CdtDbtInd', 'DBIT') + tag('ChrgInclInd', 'true')),
          )
        : '') +
      tag('NtryDtls', batch + inner) +
      tag('AddtlNtryInf', label),
  );
}

function balance(kind: 'OPBD' | 'CLBD', minor: number, currency: string, when: Day): string {
  return tag(
    'Bal',
    tag('Tp', tag('CdOrPrtry', tag('Cd', kind))) +
      money('Amt', minor, currency) +
      tag('CdtDbtInd', minor < 0 ? 'DBIT' : 'CRDT') +
      tag('Dt', day(when)),
  );
}

/** Lines of one payroll run on one account become one entry. */
function grouped(lines: readonly StatementLine[]): StatementLine[][] {
  const groups: StatementLine[][] = [];
  const byBatch = new Map<string, StatementLine[]>();
  for (const line of lines) {
    const key =
      line.side === 'debit' && line.payment.batch !== ''
        ? `${line.payment.batch}/${line.booking}/${line.payment.valueDate}`
        : '';
    const open = key === '' ? undefined : byBatch.get(key);
    if (open !== undefined) open.push(line);
    else {
      const group = [line];
      groups.push(group);
      if (key !== '') byBatch.set(key, group);
    }
  }
  return groups;
}

/** Writes bank C's file. */
export function writeBankC(statements: readonly Statement[], period: readonly [Day, Day]): BankExport {
  const tally = new Tally();
  const own = statements.filter((statement) => statement.account.bank === 'c');
  const created = `${isoDate(period[1] + 9)}T06:30:00`;
  const parts = [
    '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>',
    tag(
      'GrpHdr',
      tag('MsgId', `ALPN-${isoDate(period[1] + 9)}-0001`) +
        tag('CreDtTm', created) +
        tag('MsgPgntn', tag('PgNb', '1') + tag('LastPgInd', 'true')),
    ),
  ];
  own.forEach(({ account, opening, closing, booked, pending }, index) => {
    const start = Math.max(period[0], account.opened);
    parts.push(
      '\n<Stmt>',
      tag('Id', `S${String(index + 1).padStart(6, '0')}`),
      tag('ElctrncSeqNb', '1'),
      tag('CreDtTm', created),
      tag('FrToDt', tag('FrDtTm', `${isoDate(period[0])}T00:00:00`) + tag('ToDtTm', `${isoDate(period[1])}T23:59:59`)),
      tag(
        'Acct',
        tag('Id', tag('IBAN', account.iban)) +
          tag('Ccy', account.currency) +
          tag('Ownr', tag('Nm', escape(account.holder.name))) +
          tag('Svcr', tag('FinInstnId', tag('BICFI', account.bic) + tag('Nm', BANKS.c.name))),
      ),
      balance('OPBD', opening, account.currency, start),
      balance('CLBD', closing, account.currency, period[1]),
    );
    grouped(booked).forEach((group, position) => {
      for (const line of group) tally.count(account, line);
      parts.push('\n', entry(group, account.currency, `C${index + 1}-${position + 1}`, 'BOOK'));
    });
    pending.forEach((line, position) => {
      tally.notBooked++;
      parts.push('\n', entry([line], account.currency, `C${index + 1}-P${position + 1}`, 'PDNG'));
    });
    parts.push('</Stmt>');
  });
  parts.push('\n</BkToCstmrStmt></Document>\n');
  return tally.result('alpenland-camt053.xml', new TextEncoder().encode(parts.join('')), own.length);
}
