/**
 * What a `Stmt`, `Rpt` or `Ntfctn` says of itself: account, holder, balances, period, declared sums.
 * Opening is `OPBD`, else `PRCD`; closing is `CLBD`; on inner pages of a statement `ITBD` stands in
 * for either. Available and forward balances are of no use for control totals.
 */
import { packCurrency, parseAmount, UNKNOWN_CURRENCY, type PackedCurrency } from '../../money.ts';
import { accountKey } from '../account-key.ts';
import { UNKNOWN_END, type EndTable } from '../end-table.ts';
import type { StatementInfo } from '../format.ts';
import { nameKey } from '../name-key.ts';
import { readAmount } from './amounts.ts';
import { readMoment } from './moments.ts';
import type { OwnAccount } from './parties.ts';
import { summaryPaths, type SummaryField } from './summary.ts';
import type { XmlNode } from '../xml/tree.ts';

const textPaths = {
  id: ['Id'],
  number: ['ElctrncSeqNb'],
  legalNumber: ['LglSeqNb'],
  page: ['StmtPgntn/PgNb', 'RptPgntn/PgNb', 'NtfctnPgntn/PgNb'],
  isLastPage: ['StmtPgntn/LastPgInd', 'RptPgntn/LastPgInd', 'NtfctnPgntn/LastPgInd'],
  from: ['FrToDt/FrDtTm', 'FrToDt/FrDt'],
  to: ['FrToDt/ToDtTm', 'FrToDt/ToDt'],
  // The account that a statement is related to stands in for one that is not named.
  account: ['Acct', 'RltdAcct'].flatMap((of) =>
    ['IBAN', 'Othr/Id', 'BBAN', 'PrtryAcct/Id'].map((id) => `${of}/Id/${id}`),
  ),
  currency: ['Acct/Ccy'],
  holder: ['Acct/Ownr/Nm', 'Acct/Ownr/Pty/Nm', 'Acct/Ownr/Agt/FinInstnId/Nm'],
  holderCountry: ['Acct/Ownr/PstlAdr/Ctry', 'Acct/Ownr/Pty/PstlAdr/Ctry'],
  bank: ['Acct/Svcr/FinInstnId/BICFI', 'Acct/Svcr/FinInstnId/BIC', 'Acct/Svcr/FinInstnId/CmbndId/BIC'],
} as const;
type TextField = keyof typeof textPaths | SummaryField;

interface Balance {
  code?: string;
  amount?: string;
  currency?: string;
  indicator?: string;
}

/** A statement as it was read; `page` and `isLastPage` come from the message where it has them. */
export class RawStatement {
  readonly fields: Partial<Record<TextField, string>> = {};
  readonly balances: Balance[] = [];
}

/** Makes a statement's element fill what `target` gives while it is read. */
export function bindStatement(node: XmlNode, target: () => RawStatement): void {
  const paths = Object.entries(textPaths).flatMap(([field, list]) =>
    list.map((path) => [path, field as TextField] as const),
  );
  for (const [path, field] of [...paths, ...summaryPaths]) {
    node.at(path).text = (text) => {
      target().fields[field] ??= text;
    };
  }
  let balance: Balance = {};
  const bal = node.at('Bal');
  bal.open = () => {
    balance = {};
    target().balances.push(balance);
  };
  for (const code of ['CdOrPrtry/Cd', 'CdOrPrtry/Prtry', 'Cd']) {
    bal.at(`Tp/${code}`).text = (text) => {
      balance.code ??= text;
    };
  }
  bal.at('Amt').attribute('Ccy', (value) => {
    balance.currency = value;
  });
  bal.at('Amt').text = (text) => {
    balance.amount = text;
  };
  bal.at('CdtDbtInd').text = (text) => {
    balance.indicator = text;
  };
}

/** The account of a statement, with its holder's name and its bank. */
export function ownAccount({ fields }: RawStatement, ends: EndTable): OwnAccount {
  const account = accountKey(fields.account ?? '');
  if (!account) return { end: UNKNOWN_END };
  const end = ends.intern('account', account.key);
  const bank = fields.bank?.toUpperCase() ?? '';
  ends.setCountry(end, account.country ?? fields.holderCountry ?? bank.slice(4, 6));
  ends.setBank(end, bank);
  if (fields.holder === undefined) return { end, key: account.key };
  ends.addName(end, fields.holder);
  return { end, key: account.key, name: nameKey(fields.holder) };
}

/** The statement for the sink. */
export function statementInfo(raw: RawStatement, own: OwnAccount): StatementInfo {
  const { fields } = raw;
  const currency = packCurrency(fields.currency ?? '') || packCurrency(raw.balances[0]?.currency ?? '');
  const info: { -readonly [K in keyof StatementInfo]: StatementInfo[K] } = {
    account: own.end,
    currency: currency || UNKNOWN_CURRENCY,
  };
  const { opening, closing } = balancesOf(raw, currency);
  if (opening !== undefined) info.opening = opening;
  if (closing !== undefined) info.closing = closing;
  const from = readMoment(fields.from ?? '');
  const to = readMoment(fields.to ?? '');
  if (from) info.from = from.day;
  if (to) info.to = to.day;
  const number = fields.number ?? fields.legalNumber ?? fields.id;
  if (number !== undefined) info.number = isPaged(raw) ? `${number}/${fields.page ?? '?'}` : number;
  const declared = declaredOf(raw, currency);
  if (declared) info.declared = declared;
  return info;
}

function countOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** Whether it is one of several pages. */
export function isPaged({ fields }: RawStatement): boolean {
  return fields.page !== undefined && !(fields.page === '1' && fields.isLastPage !== 'false');
}

function balancesOf(raw: RawStatement, currency: PackedCurrency): { opening?: number; closing?: number } {
  const amountOf = (code: string, at = 0): number | undefined => {
    const found = raw.balances.filter((one) => one.code === code && packCurrency(one.currency ?? '') === currency)[at];
    const amount = found && readAmount(found.amount ?? '', found.currency ?? '');
    if (typeof amount !== 'object') return undefined;
    return found?.indicator === 'DBIT' ? -amount.minor : amount.minor;
  };
  let opening = amountOf('OPBD') ?? amountOf('PRCD');
  let closing = amountOf('CLBD');
  if (isPaged(raw)) {
    const isFirst = raw.fields.page === '1';
    const interimUsed = opening === undefined && !isFirst;
    if (interimUsed) opening = amountOf('ITBD');
    closing ??= amountOf('ITBD', interimUsed ? 1 : 0);
  }
  return { ...(opening === undefined ? {} : { opening }), ...(closing === undefined ? {} : { closing }) };
}

function declaredOf({ fields }: RawStatement, currency: PackedCurrency): StatementInfo['declared'] {
  const declared: { entries?: number; credits?: number; debits?: number } = {};
  // Every part of the summary may be left out.
  const [credits, debits] = [fields.creditEntries, fields.debitEntries].map(countOf);
  const entries =
    countOf(fields.entries) ?? (credits === undefined || debits === undefined ? undefined : credits + debits);
  if (entries !== undefined) declared.entries = entries;
  for (const side of ['credits', 'debits'] as const) {
    const sum = parseAmount(fields[side] ?? '', currency);
    if (typeof sum === 'number') declared[side] = sum;
  }
  return Object.keys(declared).length === 0 ? undefined : declared;
}
