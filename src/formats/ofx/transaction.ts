/**
 * One `STMTTRN` (OFX 2.3, section 11.4.4.1) as it was read, and its row. The sign of `TRNAMT` is the
 * effect on the account. `CURRENCY` says that the amount itself is in another currency,
 * `ORIGCURRENCY` that it was converted from one.
 */
import { detached } from '../../intake/text-feeds.ts';
import { packCurrency, type PackedCurrency } from '../../money.ts';
import { accountKey } from '../account-key.ts';
import { endOf, isSameAccount, type OwnAccount, type Party } from '../camt/parties.ts';
import { cardKey, isCardNumber } from '../card-key.ts';
import { channelOfText } from '../csv/channel-words.ts';
import { CASH_END, type EndId } from '../end-table.ts';
import { channels, type Channel } from '../entry-columns.ts';
import type { Entry, EntrySink } from '../format.ts';
import { foldText } from '../text-words.ts';
import { originalAmount, readOfxAmount } from './amounts.ts';
import { readOfxMoment } from './moment.ts';

/** Elements of a transaction that are read, those of its aggregates by both names. */
export type TransactionField =
  | 'TRNTYPE'
  | 'DTPOSTED'
  | 'DTAVAIL'
  | 'TRNAMT'
  | 'FITID'
  | 'CHECKNUM'
  | 'REFNUM'
  | 'SIC'
  | 'NAME'
  | 'EXTDNAME'
  | 'MEMO'
  | 'CORRECTACTION'
  | 'PAYEE/NAME'
  | 'PAYEE/CITY'
  | 'PAYEE/COUNTRY'
  | 'TO/BANKID'
  | 'TO/ACCTID'
  | 'CURRENCY/CURSYM'
  | 'CURRENCY/CURRATE'
  | 'ORIGCURRENCY/CURSYM'
  | 'ORIGCURRENCY/CURRATE';

/** What was read of a transaction, with its place in the file. */
export interface RawTransaction {
  readonly record: number;
  readonly line: number;
  readonly start: number;
  readonly isPending: boolean;
  readonly isCardTo: boolean;
  readonly fields: ReadonlyMap<TransactionField, string>;
}

/** The statement that a transaction is in. */
export interface OfxStatement {
  readonly index: number;
  readonly own: OwnAccount;
  readonly currency: PackedCurrency;
  /** A broker's CASH is any movement of money, not notes and coins. */
  readonly isBroker: boolean;
}

const channelByType: Readonly<Record<string, Channel>> = {
  INT: 'interest',
  FEE: 'fee',
  SRVCHG: 'fee',
  ATM: 'cash-machine',
  POS: 'card-present',
  XFER: 'credit-transfer',
  CHECK: 'cheque',
  PAYMENT: 'credit-transfer',
  CASH: 'cash',
  DIRECTDEP: 'credit-transfer',
  DIRECTDEBIT: 'direct-debit',
  REPEATPMT: 'credit-transfer',
};

/** Writes a transaction's row and counts it, or rejects it. @param end byte offset of its end */
export function writeTransaction(raw: RawTransaction, end: number, statement: OfxStatement, sink: EntrySink): void {
  const { record, line, fields } = raw;
  const reject = (field: string, reason: string): void => {
    sink.reject({ record, line, field, reason });
  };
  const posted = fields.get('DTPOSTED');
  if (posted === undefined) return reject('DTPOSTED', 'empty');
  const moment = readOfxMoment(posted);
  if (!moment) return reject('DTPOSTED', `${posted.slice(0, 40)}: no such date`);
  const given = fields.get('CURRENCY/CURSYM');
  const currency = given === undefined ? statement.currency : packCurrency(given);
  if (currency === 0) return reject('CURSYM', `${(given ?? '').slice(0, 10)}: no known currency`);
  const amountText = fields.get('TRNAMT') ?? '';
  const amount = readOfxAmount(amountText, currency);
  if (typeof amount === 'string') return reject('TRNAMT', `${amountText.slice(0, 40)}: ${amount}`);

  const type = (fields.get('TRNTYPE') ?? '').toUpperCase();
  const isLeftOut = fields.get('CORRECTACTION')?.toUpperCase() === 'DELETE';
  const name = fields.get('NAME') ?? fields.get('EXTDNAME') ?? '';
  const memo = fields.get('MEMO') ?? '';
  const text = textOf(fields.get('PAYEE/NAME') ?? name, memo);
  const told = statement.isBroker && type === 'CASH' ? undefined : channelByType[type];
  const channel = told ?? channelIn(name, text);
  const available = fields.get('DTAVAIL');
  const value = available === undefined ? undefined : readOfxMoment(available)?.day;
  const entry: { -readonly [K in keyof Entry]: Entry[K] } = {
    record,
    offset: raw.start,
    length: end - raw.start,
    statement: statement.index,
    account: statement.own.end,
    other: otherEnd(raw, type, channel, statement.own, sink),
    direction: amount < 0 ? 'debit' : 'credit',
    amount: Math.abs(amount),
    currency,
    booking: moment.day,
    channel,
    status: raw.isPending || type === 'HOLD' ? 'pending' : isLeftOut ? 'informational' : 'booked',
  };
  if (value !== undefined) entry.value = value;
  if (moment.time !== undefined) entry.time = moment.time;
  if (moment.zone !== undefined) entry.zone = moment.zone;
  if (text !== '') entry.text = text;
  const reference = fields.get('FITID') ?? fields.get('REFNUM') ?? fields.get('CHECKNUM');
  if (reference !== undefined) entry.reference = reference;
  const code = fields.get('SIC');
  if (code !== undefined && /^\d{4}$/.test(code)) entry.mcc = Number(code);
  const place = fields.get('PAYEE/CITY');
  if (place !== undefined) entry.place = detached(place);
  setOriginal(entry, fields);
  sink.entry(entry);
  if (entry.status === 'booked') sink.kept();
  else sink.notBooked();
}

function setOriginal(
  entry: { -readonly [K in keyof Entry]: Entry[K] },
  fields: ReadonlyMap<TransactionField, string>,
): void {
  const original = packCurrency(fields.get('ORIGCURRENCY/CURSYM') ?? '');
  if (original === 0 || original === entry.currency) return;
  const minor = originalAmount(entry.amount, entry.currency, fields.get('ORIGCURRENCY/CURRATE') ?? '', original);
  if (minor !== undefined) entry.instructed = { minor, currency: original };
}

/** The name and the memo; a memo that begins with the name says it all. */
function textOf(name: string, memo: string): string {
  if (memo === '' || name === '' || memo.startsWith(name)) return memo === '' ? name : memo;
  return `${name} ${memo}`;
}

interface NameSigns {
  readonly channel: Channel;
  readonly isDescription: boolean;
}
const nameSigns = new Map<string, NameSigns>();

/** What a name says by itself; names come again, so it is kept. */
function signsOfName(name: string): NameSigns {
  let signs = nameSigns.get(name);
  if (!signs) {
    signs = { channel: channels[channelOfText(name)] ?? 'other', isDescription: DESCRIPTION.test(foldText(name)) };
    if (nameSigns.size > 20_000) nameSigns.clear();
    nameSigns.set(detached(name), signs);
  }
  return signs;
}

/** Told by the name, else by the memo where there is no name or it speaks of interest. */
function channelIn(name: string, text: string): Channel {
  const { channel } = signsOfName(name);
  if (channel !== 'other' || (name !== '' && !/interest|zins/i.test(text))) return channel;
  return channels[channelOfText(text)] ?? 'other';
}

function otherEnd(
  { fields, isCardTo }: RawTransaction,
  type: string,
  channel: Channel,
  own: OwnAccount,
  sink: EntrySink,
): EndId {
  const number = fields.get('TO/ACCTID');
  if (number !== undefined && isCardTo && isCardNumber(number)) {
    const key = cardKey(number);
    if (key !== undefined) return sink.ends.intern('card', key);
  }
  // A cheque's payee is not named, and what a bank calls cash is its own business with the holder.
  if (channel === 'cash' || channel === 'cash-machine') return CASH_END;
  return endOf(partyOf(fields, type, own), channel, sink.ends);
}

function partyOf(fields: ReadonlyMap<TransactionField, string>, type: string, own: OwnAccount): Party | undefined {
  const party: { -readonly [K in keyof Party]: Party[K] } = {};
  const account = accountKey(fields.get('TO/ACCTID') ?? '');
  if (account && !isSameAccount(account.key, own.key)) {
    party.account = account.key;
    if (account.country !== undefined) party.country = account.country;
    const bank = (fields.get('TO/BANKID') ?? '').toUpperCase();
    if (/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bank)) party.bank = detached(bank);
  }
  const payee = fields.get('PAYEE/NAME');
  const name = payee ?? nameIn(fields.get('NAME') ?? '', fields.get('MEMO') ?? '', type);
  if (name !== undefined) party.name = name;
  const country = fields.get('PAYEE/COUNTRY')?.toUpperCase();
  if (party.country === undefined && country !== undefined && /^[A-Z]{2}$/.test(country)) party.country = country;
  return party.account === undefined && party.name === undefined ? undefined : party;
}

const DESCRIPTION =
  /^(?:(?:check|cheque|deposit|withdrawal|automatic|atm|interest|dividend|fee|service|transfer|online|electronic|eftpos|pos|card|direct|cash|virement|transferencia|pix|lastschrift|ueberweisung|payment|returned|opening|balance)\b|\d|[^a-z]*$)/;

/** A name has 32 letters at most; a longer one was a text. */
const CUT_NAME = 30;

/** `NAME` is a payee or a description (section 11.4.4.1); one that the memo goes on from is the latter. */
function nameIn(name: string, memo: string, type: string): string | undefined {
  if (name === '' || /^(CHECK|DEP|INT|DIV|FEE|SRVCHG|CASH|ATM)$/.test(type)) return undefined;
  if (name.length >= CUT_NAME && memo.length > name.length && memo.startsWith(name)) return undefined;
  return signsOfName(name).isDescription ? undefined : name;
}
