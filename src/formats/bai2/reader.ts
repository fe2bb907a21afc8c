/**
 * BAI2 balance and transaction reports. Each record 03 is a statement: one account, one day. A record
 * 16 is an entry of the group's as-of date; amounts have no mark, so the currency tells their decimals.
 */
import { NO_DAY, dayFrom, type Day } from '../../days.ts';
import { CodedError } from '../../errors.ts';
import { packCurrency, parseAmount, UNKNOWN_CURRENCY, LARGEST_AMOUNT, type PackedCurrency } from '../../money.ts';
import { accountKey } from '../account-key.ts';
import { endOf, isSameAccount, type OwnAccount } from '../camt/parties.ts';
import { channelOfText } from '../csv/channel-words.ts';
import { UNKNOWN_END } from '../end-table.ts';
import { channels, type Channel, type Status } from '../entry-columns.ts';
import type { ByteSource, Entry, EntrySink, Member, StatementInfo } from '../format.ts';
import { readShortDate } from '../mt/statement-line.ts';
import { detailOf, fieldsOf, summariesOf } from './fields.ts';
import { readText } from './parties.ts';
import { baiRecords, type BaiRecord } from './records.ts';
import { BaiTotals } from './totals.ts';
import { channelOfCode, directionOf, isReturnCode } from './type-codes.ts';

/** Reads a whole member. @param chunk bytes to a read, for tests */
export function readBai2(source: ByteSource, member: Member, sink: EntrySink, chunk?: number): void {
  const reader = new BaiReader(sink);
  let records = 0;
  for (const record of baiRecords(source, member, chunk)) {
    reader.take(record);
    if (++records % 4096 === 0) sink.progress(record.end);
  }
  reader.finish();
  sink.progress(source.size);
  if (!reader.hasAccount)
    throw new CodedError('CLEW_FILE_UNREADABLE', { file: member.name, reason: 'it holds no account record (03)' });
}

interface Group {
  readonly day: Day;
  readonly currency: PackedCurrency;
  /** Deleted and test groups are no bookings. */
  readonly isVoid: boolean;
}

interface Account {
  readonly index: number;
  readonly own: OwnAccount;
  readonly currency: PackedCurrency;
  readonly declared: { entries?: number; credits?: number; debits?: number };
  details: number;
}

/** The specification's own, where a file names none. */
const US_DOLLAR = packCurrency('USD');

class BaiReader {
  hasAccount = false;
  private readonly sink: EntrySink;
  private readonly totals: BaiTotals;
  private group: Group = { day: NO_DAY, currency: US_DOLLAR, isVoid: false };
  private account: Account | undefined;
  private records = 0;
  private isOpen = false;

  constructor(sink: EntrySink) {
    this.sink = sink;
    this.totals = new BaiTotals(sink);
  }

  take(record: BaiRecord): void {
    switch (record.code) {
      case '01':
        this.totals.count(record);
        this.isOpen = true;
        break;
      case '02':
        this.totals.count(record);
        this.closeAccount();
        this.openGroup(record);
        break;
      case '03':
        this.totals.count(record);
        this.closeAccount();
        this.openAccount(record);
        break;
      case '16':
        this.totals.count(record);
        this.detail(record);
        break;
      case '49':
      case '98':
      case '99':
        this.closeAccount();
        this.totals.trailer(record);
        if (record.code === '99') this.isOpen = false;
        break;
      default:
        this.sink.warn(`Line ${record.line}: unknown record ${record.code}`);
    }
  }

  finish(): void {
    this.closeAccount();
    if (this.isOpen) this.sink.warn('the file ends without its trailer (99): it may be cut off');
  }

  private openGroup(record: BaiRecord): void {
    const [, , status = '', date = '', , code = ''] = fieldsOf(record).map((field) => field.trim());
    const day = readDate(date);
    if (day === NO_DAY) this.sink.warn(`Line ${record.line}: the group has no as-of date that exists`);
    const currency = code === '' ? US_DOLLAR : packCurrency(code);
    if (status === '2') this.sink.warn(`Line ${record.line}: the group deletes earlier reports and is not booked`);
    if (status === '3') this.sink.warn(`Line ${record.line}: the group corrects earlier reports; both are kept`);
    if (status === '4') this.sink.warn(`Line ${record.line}: the group is a test and is not booked`);
    this.group = { day, currency, isVoid: status === '2' || status === '4' };
  }

  private openAccount(record: BaiRecord): void {
    const { sink, group } = this;
    this.hasAccount = true;
    const [number = '', code = ''] = fieldsOf(record).map((field) => field.trim());
    const currency = (code === '' ? group.currency : packCurrency(code)) || UNKNOWN_CURRENCY;
    if (currency === UNKNOWN_CURRENCY)
      sink.warn(`Line ${record.line}: no known currency; amounts have the unknown currency XXX with two decimals`);
    const key = accountKey(number);
    const end = key ? sink.ends.intern('account', key.key) : UNKNOWN_END;
    if (!key) sink.warn(`Line ${record.line}: the record names no account`);
    if (key?.country !== undefined) sink.ends.setCountry(end, key.country);
    const info: { -readonly [K in keyof StatementInfo]: StatementInfo[K] } = { account: end, currency };
    if (group.day !== NO_DAY) info.from = info.to = group.day;
    const declared: Account['declared'] = {};
    let items: number | undefined = 0;
    for (const { code: type, amount, items: count } of summariesOf(record)) {
      this.totals.add(amount);
      const minor = readAmount(amount, currency);
      if (typeof minor === 'string') continue;
      if (type === '010') info.opening ??= minor;
      else if (type === '015') info.closing ??= minor;
      else if (type === '100') declared.credits ??= minor;
      else if (type === '400') declared.debits ??= minor;
      if (type === '100' || type === '400')
        items = items !== undefined && /^\d{1,9}$/.test(count) ? items + Number(count) : undefined;
    }
    if (items !== undefined && declared.credits !== undefined && declared.debits !== undefined)
      declared.entries = items;
    const index = sink.statement(info);
    this.account = { index, own: key ? { end, key: key.key } : { end }, currency, declared, details: 0 };
  }

  /** Totals are compared with entries where there are any: many reports have summaries only. */
  private closeAccount(): void {
    const { account } = this;
    this.account = undefined;
    if (account && account.details > 0 && Object.keys(account.declared).length > 0 && !this.group.isVoid)
      this.sink.amend(account.index, { declared: account.declared });
  }

  private detail(raw: BaiRecord): void {
    const { sink, account, group } = this;
    const record = ++this.records;
    const reject = (field: string, reason: string): void => {
      sink.reject({ record, line: raw.line, field, reason });
    };
    const detail = detailOf(raw);
    this.totals.add(detail.amount);
    if (!account) return reject('03', 'no account before it');
    account.details++;
    if (!/^\d{3}$/.test(detail.code)) return reject('type code', `${detail.code.slice(0, 20)}: not three digits`);
    const code = Number(detail.code);
    const told = directionOf(code);
    if (told === 'none') {
      sink.notBooked();
      return;
    }
    if (group.day === NO_DAY) return reject('02', 'the group has no as-of date');
    const signed = readAmount(detail.amount, account.currency);
    if (typeof signed === 'string')
      return reject('amount', `${detail.amount.slice(0, 40)}: ${signed}`.replace(/^: /, ''));
    const direction = signed < 0 ? (told === 'credit' ? 'debit' : 'credit') : told;
    const { text, party, endToEndId } = readText(detail.text, direction);
    const channel = channelOf(code, text);
    const isOwn = party?.account !== undefined && isSameAccount(party.account, account.own.key);
    const status: Status = group.isVoid ? 'informational' : 'booked';
    const entry: { -readonly [K in keyof Entry]: Entry[K] } = {
      record,
      offset: raw.start,
      length: raw.end - raw.start,
      statement: account.index,
      account: account.own.end,
      other: endOf(isOwn ? undefined : party, channel, sink.ends),
      direction,
      amount: Math.abs(signed),
      currency: account.currency,
      booking: group.day,
      channel,
      status,
    };
    const value = readDate(detail.valueDate);
    if (value !== NO_DAY) entry.value = value;
    if (isReturnCode(code) || signed < 0) entry.reversal = true;
    if (text !== '') entry.text = text;
    if (endToEndId !== undefined) entry.endToEndId = endToEndId;
    const reference = [detail.bankReference, detail.customerReference].find((one) => /[^0]/.test(one));
    if (reference !== undefined) entry.reference = reference;
    sink.entry(entry);
    if (status === 'booked') sink.kept();
    else sink.notBooked();
  }
}

function channelOf(code: number, text: string): Channel {
  const told = channelOfCode(code);
  return told === 'other' ? (channels[channelOfText(text)] ?? 'other') : told;
}

/** Digits are minor units; a bank that writes a point means it. */
function readAmount(text: string, currency: PackedCurrency): number | string {
  if (!/^[+-]?\d+$/.test(text)) return parseAmount(text, currency);
  const minor = Number(text);
  return Math.abs(minor) > LARGEST_AMOUNT ? 'too large' : minor;
}

/** `YYMMDD` or `YYYYMMDD`. */
function readDate(text: string): Day {
  if (!/^\d{8}$/.test(text)) return readShortDate(text);
  return dayFrom(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
}
