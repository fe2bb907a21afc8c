/**
 * One QIF record of a register into a row. A record with splits is one payment: its parts are how
 * the user booked it, and only their sum matters. `L[name]` is a transfer to another account of the
 * same user, whose name means something in this file only.
 */
import { NO_DAY } from '../../days.ts';
import { UNKNOWN_CURRENCY } from '../../money.ts';
import { accountKey } from '../account-key.ts';
import { endOf, type Party } from '../camt/parties.ts';
import { channelOfText } from '../csv/channel-words.ts';
import { UNKNOWN_END, type EndId } from '../end-table.ts';
import { channels, type Channel } from '../entry-columns.ts';
import type { Entry, EntrySink } from '../format.ts';
import type { QifConventions } from './conventions.ts';
import type { QifRecord } from './records.ts';

/** Names of accounts in one file, as ends. */
export class QifAccounts {
  private readonly sink: EntrySink;
  private readonly scope: string;

  /** @param scope tells the names of this file from those of others */
  constructor(sink: EntrySink, scope: string) {
    this.sink = sink;
    this.scope = scope;
  }

  /**
   * The end of an account's name. A name that is an account number or IBAN is one everywhere; any other
   * (`Checking`) belongs to its file, since two people's accounts are not one for their name.
   */
  of(name: string): EndId {
    const found = accountKey(name);
    if (!found) return UNKNOWN_END;
    const { ends } = this.sink;
    const digits = found.key.replace(/\D/g, '').length;
    if (found.isIban || digits >= 6) {
      const end = ends.intern('account', found.key);
      if (found.country !== undefined && found.isIban) ends.setCountry(end, found.country);
      return end;
    }
    const end = ends.intern('account', `${found.key}@${this.scope}`);
    ends.addName(end, name);
    return end;
  }
}

const channelByNumber: readonly (readonly [Channel, RegExp])[] = [
  ['cash-machine', /^atm\b/i],
  ['card-present', /^(pos|debit card|card)\b/i],
  ['credit-transfer', /^(tx?fr|xfer|eft|epmt|send|online|so|bgc|bp|fpi|fpo|tfr)\b/i],
  ['direct-debit', /^(dd|direct debit)\b/i],
  ['interest', /^int\b/i],
  ['fee', /^(chg|fee|charge)\b/i],
];
const CASH = /^(cash|bargeld|barauszahlung|esp[eè]ces|efectivo|contant[ei]|gotówka)$/i;

/** The account in `[name]`, with or without a class behind; else undefined. */
export function transferName(category: string | undefined): string | undefined {
  return /^\[([^\]]{1,200})\]/.exec(category ?? '')?.[1]?.trim();
}

export interface QifRow {
  readonly record: number;
  readonly statement: number;
  readonly account: EndId;
}

/** Sums of splits that are not their record's amount. */
export interface SplitFaults {
  records: number;
  /** Of the first. */
  line: number;
  /** Minor units by which the first's parts fall short. */
  by: number;
}

export interface QifContext {
  readonly sink: EntrySink;
  readonly accounts: QifAccounts;
  readonly conventions: QifConventions;
  readonly splits: SplitFaults;
}

/** Writes a record's row and counts it, or rejects it. @param sign of investment records, whose amounts have none */
export function writeQifRecord(raw: QifRecord, row: QifRow, context: QifContext, sign?: 1 | -1): void {
  const { sink, accounts, conventions } = context;
  const { fields, lines, line } = raw;
  const reject = (letter: string, reason: string): void => {
    sink.reject({ record: row.record, line: lines.get(letter) ?? line, field: letter, reason });
  };
  const dateText = fields.get('D');
  if (dateText === undefined) return reject('D', 'empty');
  const day = conventions.day(dateText);
  if (day === NO_DAY) return reject('D', `${dateText.slice(0, 40)}: no such date`);
  const letter = ['T', 'U', '$'].find((one) => fields.has(one)) ?? 'T';
  const amountText = fields.get(letter) ?? '';
  const signed = conventions.minor(amountText, UNKNOWN_CURRENCY);
  if (typeof signed === 'string') return reject(letter, `${amountText.slice(0, 40)}: ${signed}`.replace(/^: /, ''));
  const amount = sign === undefined ? signed : sign * Math.abs(signed);
  checkSplits(raw, signed, context);

  const payee = fields.get('P') ?? fields.get('A') ?? '';
  const memo = fields.get('M') ?? '';
  const number = fields.get('N') ?? '';
  const parts = raw.splits.map(({ category }) => transferName(category));
  const split = parts.length > 0 && parts.every((name) => name === parts[0]) ? parts[0] : undefined;
  const transfer = transferName(fields.get('L')) ?? split;
  const channel = channelOf({ payee, memo, number, isTransfer: transfer !== undefined, isDebit: amount < 0 });
  const entry: { -readonly [K in keyof Entry]: Entry[K] } = {
    record: row.record,
    offset: raw.start,
    length: raw.end - raw.start,
    statement: row.statement,
    account: row.account,
    other: UNKNOWN_END,
    direction: amount < 0 ? 'debit' : 'credit',
    amount: Math.abs(amount),
    currency: UNKNOWN_CURRENCY,
    booking: day,
    channel,
    status: 'booked',
  };
  const other = transfer === undefined ? UNKNOWN_END : accounts.of(transfer);
  entry.other = other === UNKNOWN_END || other === row.account ? endOf(partyOf(payee), channel, sink.ends) : other;
  const text = memo === payee || memo === '' ? payee : `${payee} ${memo}`.trim();
  if (text !== '') entry.text = text;
  if (number !== '' && sign === undefined) entry.reference = number;
  sink.entry(entry);
  sink.kept();
}

function checkSplits({ splits, line }: QifRecord, amount: number, { conventions, splits: faults }: QifContext): void {
  if (splits.length === 0) return;
  let sum = 0;
  for (const { amount: text } of splits) {
    if (text === undefined) return;
    const minor = conventions.minor(text, UNKNOWN_CURRENCY);
    if (typeof minor === 'string') return;
    sum += minor;
  }
  if (sum === amount) return;
  if (faults.records++ > 0) return;
  faults.line = line;
  faults.by = amount - sum;
}

function partyOf(payee: string): Party | undefined {
  return payee === '' || CASH.test(payee) ? undefined : { name: payee };
}

function channelOf(from: {
  payee: string;
  memo: string;
  number: string;
  isTransfer: boolean;
  isDebit: boolean;
}): Channel {
  const { payee, memo, number, isTransfer, isDebit } = from;
  if (isTransfer) return 'credit-transfer';
  if (CASH.test(payee)) return 'cash';
  const told = channelByNumber.find(([, pattern]) => pattern.test(number))?.[0];
  if (told) return told;
  const worded = channels[channelOfText(payee)] ?? 'other';
  if (worded !== 'other') return worded;
  const noted = channels[channelOfText(memo)] ?? 'other';
  if (noted !== 'other') return noted;
  // Quicken's number is the cheque's; long ones are banks' own references.
  return isDebit && /^\d{1,7}$/.test(number) ? 'cheque' : 'other';
}
