/**
 * OFX statements of bank accounts, credit cards and the cash of investment accounts, many to a file.
 * Aggregates need not be closed: what cannot stand inside another ends it. Nothing but the
 * transaction at hand is kept.
 */
import { CodedError } from '../../errors.ts';
import { detached } from '../../intake/text-feeds.ts';
import { UNKNOWN_CURRENCY, currencyCode, packCurrency } from '../../money.ts';
import { accountKey } from '../account-key.ts';
import { cardKey, isCardNumber } from '../card-key.ts';
import { UNKNOWN_END } from '../end-table.ts';
import type { ByteSource, EntrySink, Member, StatementInfo } from '../format.ts';
import { readOfxAmount } from './amounts.ts';
import { readOfxMoment } from './moment.ts';
import { readTags, type TagHandler, type TagPlace } from './tags.ts';
import { OfxTimes } from './times.ts';
import { writeTransaction, type OfxStatement, type TransactionField } from './transaction.ts';

/** Reads a whole member. @param chunk bytes to a read, for tests */
export function readOfx(source: ByteSource, member: Member, sink: EntrySink, chunk?: number): void {
  const reader = new OfxReader(sink);
  readTags(source, member, reader, (bytes) => { sink.progress(bytes); }, chunk); // prettier-ignore
  reader.finish(source.size);
  sink.progress(source.size);
  if (!reader.hasStatement) {
    const said = reader.message === '' ? '' : ` (the bank says: ${reader.message})`;
    throw new CodedError('CLEW_FILE_UNREADABLE', { file: member.name, reason: `it holds no OFX statement${said}` });
  }
}

/** Aggregates whose leaves are told apart by them. */
const aggregates: Readonly<Record<string, string>> = {
  BANKACCTFROM: 'FROM',
  CCACCTFROM: 'FROM',
  INVACCTFROM: 'FROM',
  BANKACCTTO: 'TO',
  CCACCTTO: 'TO',
  PAYEE: 'PAYEE',
  CURRENCY: 'CURRENCY',
  ORIGCURRENCY: 'ORIGCURRENCY',
  LEDGERBAL: 'LEDGERBAL',
  AVAILBAL: 'AVAILBAL',
  BALLIST: 'BALLIST',
};
const LEAVES = new Set<string>([
  'TRNTYPE', 'DTPOSTED', 'DTAVAIL', 'TRNAMT', 'FITID', 'CHECKNUM', 'REFNUM', 'SIC', 'NAME', 'EXTDNAME', 'MEMO', 'CORRECTACTION',
  'PAYEE/NAME', 'PAYEE/CITY', 'PAYEE/COUNTRY', 'TO/BANKID', 'TO/ACCTID',
  'CURRENCY/CURSYM', 'CURRENCY/CURRATE', 'ORIGCURRENCY/CURSYM', 'ORIGCURRENCY/CURRATE',
] satisfies TransactionField[]); // prettier-ignore
const isStatement = (name: string): boolean => name === 'STMTRS' || name === 'CCSTMTRS' || name === 'INVSTMTRS';

interface Draft {
  readonly currency: string;
  readonly account: string;
  readonly bank: string;
  readonly kind: string;
}
const NO_DRAFT: Draft = { currency: '', account: '', bank: '', kind: '' };

class OfxReader implements TagHandler {
  hasStatement = false;
  message = '';
  private readonly sink: EntrySink;
  private readonly times: OfxTimes;
  private draft = NO_DRAFT;
  private info: Partial<{ -readonly [K in keyof StatementInfo]: StatementInfo[K] }> = {};
  private ledger = '';
  private statement: OfxStatement | undefined;
  private isInStatement = false;
  private isInTransaction = false;
  private isPendingList = false;
  private aggregate = '';
  private records = 0;
  private trades = 0;
  private replaced = 0;
  private strangeSigns = 0;
  private line = 0;
  private start = 0;
  private isPending = false;
  private isCardTo = false;
  private readonly fields = new Map<TransactionField, string>();

  constructor(sink: EntrySink) {
    this.sink = sink;
    this.times = new OfxTimes(sink.rows);
  }

  open(name: string, place: TagPlace): void {
    const aggregate = aggregates[name];
    if (aggregate !== undefined) {
      this.aggregate = aggregate;
      if (aggregate === 'TO') this.isCardTo = name === 'CCACCTTO';
      if (aggregate === 'FROM') this.draft = { ...this.draft, kind: name };
      if (/BAL/.test(aggregate)) this.endTransaction(place.start());
    } else if (name === 'STMTTRN' || name === 'STMTTRNP') this.begin(name, place);
    else if (isStatement(name)) this.beginStatement(place);
    else if (name === 'BANKTRANLISTP') this.isPendingList = true;
    else if (name === 'BANKTRANLIST') this.isPendingList = false;
    else if (name === 'INVTRAN') this.trade();
  }

  close(name: string, place: TagPlace): void {
    if (aggregates[name] !== undefined) this.aggregate = '';
    else if (name === 'STMTTRN' || name === 'STMTTRNP') this.endTransaction(place.end());
    else if (isStatement(name)) this.endStatement(place.start());
    else if (name === 'BANKTRANLISTP' || name === 'BANKTRANLIST') {
      this.endTransaction(place.start());
      this.isPendingList = false;
    }
  }

  text(name: string, text: string): void {
    if (this.isInTransaction) {
      const key = this.aggregate === '' ? name : `${this.aggregate}/${name}`;
      const field = (key === 'DTTRAN' ? 'DTPOSTED' : key) as TransactionField;
      if (LEAVES.has(field) && !this.fields.has(field)) this.fields.set(field, text);
      return;
    }
    if (!this.isInStatement) {
      if (name === 'MESSAGE') this.message = detached(text.slice(0, 200));
      return;
    }
    switch (this.aggregate === '' ? name : `${this.aggregate}/${name}`) {
      case 'CURDEF':
        this.draft = { ...this.draft, currency: text.slice(0, 3) };
        break;
      case 'FROM/ACCTID':
        this.draft = { ...this.draft, account: detached(text) };
        break;
      case 'FROM/BANKID':
        this.draft = { ...this.draft, bank: detached(text.toUpperCase()) };
        break;
      case 'DTSTART':
        this.setDay('from', text);
        break;
      case 'DTEND':
        this.setDay('to', text);
        break;
      case 'LEDGERBAL/BALAMT':
        this.ledger = detached(text);
        break;
      case 'LEDGERBAL/DTASOF':
        if (this.info.to === undefined) this.setDay('to', text);
        break;
      default:
    }
  }

  /** Ends what is open at the end of the file. */
  finish(end: number): void {
    this.endStatement(end);
    const { sink } = this;
    this.times.finish();
    if (this.trades > 0) sink.warn(`${this.trades} trades of securities are no payments and were left out`);
    if (this.replaced > 0)
      sink.warn(`${this.replaced} transactions correct or delete earlier ones (CORRECTACTION); the earlier ones stay`);
    if (this.strangeSigns > 0)
      sink.warn(`${this.strangeSigns} transactions of type DEBIT or CREDIT have the other sign; the sign was believed`);
  }

  private begin(name: string, place: TagPlace): void {
    this.endTransaction(place.start());
    this.aggregate = '';
    this.isInTransaction = true;
    this.isPending = this.isPendingList || name === 'STMTTRNP';
    this.isCardTo = false;
    this.records++;
    this.line = place.line;
    this.start = place.start();
    this.fields.clear();
  }

  private endTransaction(end: number): void {
    if (!this.isInTransaction) return;
    this.isInTransaction = false;
    if (this.aggregate !== 'LEDGERBAL' && this.aggregate !== 'AVAILBAL') this.aggregate = '';
    const { fields, record } = { fields: this.fields, record: this.records };
    const statement = (this.statement ??= this.register());
    const { line, start, isPending, isCardTo } = this;
    if (fields.has('CORRECTACTION')) this.replaced++;
    const type = fields.get('TRNTYPE')?.toUpperCase();
    const isNegative = (fields.get('TRNAMT') ?? '').startsWith('-');
    if ((type === 'DEBIT' && !isNegative) || (type === 'CREDIT' && isNegative)) this.strangeSigns++;
    writeTransaction({ record, line, start, isPending, isCardTo, fields }, end, statement, this.sink);
    this.times.note();
  }

  private beginStatement(place: TagPlace): void {
    this.endStatement(place.start());
    this.isInStatement = true;
    this.hasStatement = true;
    this.draft = NO_DRAFT;
    this.info = {};
    this.ledger = '';
    this.isPendingList = false;
    this.aggregate = '';
  }

  private endStatement(end: number): void {
    this.endTransaction(end);
    if (!this.isInStatement) return;
    this.isInStatement = false;
    this.statement ??= this.register();
    const { index, currency } = this.statement;
    const closing = readOfxAmount(this.ledger, currency);
    if (typeof closing === 'number') this.info.closing = closing;
    else if (closing !== 'empty') this.sink.warn(`the balance ${this.ledger.slice(0, 40)} cannot be read: ${closing}`);
    this.sink.amend(index, this.info);
    this.statement = undefined;
  }

  /** Account and currency stand before the transactions; transactions outside a statement have none. */
  private register(): OfxStatement {
    const { sink, draft } = this;
    this.hasStatement = true;
    const own = this.ownAccount();
    if (own.end === UNKNOWN_END) sink.warn('a statement names no account');
    // An empty CURDEF is made up for by the first transaction's own currency.
    const currency = packCurrency(draft.currency) || packCurrency(this.fields.get('CURRENCY/CURSYM') ?? '');
    if (currency === 0) {
      const said = draft.currency === '' ? 'names no currency' : `is in ${draft.currency}, which is no known currency`;
      sink.warn(`a statement ${said}; its amounts have the unknown currency ${currencyCode(UNKNOWN_CURRENCY)}`);
    }
    this.info.account = own.end;
    this.info.currency = currency || UNKNOWN_CURRENCY;
    const index = sink.statement({ ...this.info, account: own.end, currency: this.info.currency });
    return { index, own, currency: this.info.currency, isBroker: draft.kind === 'INVACCTFROM' };
  }

  private ownAccount(): OfxStatement['own'] {
    const { account, bank, kind } = this.draft;
    const { ends } = this.sink;
    const card = kind === 'CCACCTFROM' && isCardNumber(account) ? cardKey(account) : undefined;
    if (card !== undefined) return { end: ends.intern('card', card), key: card };
    const found = accountKey(account);
    if (!found) return { end: UNKNOWN_END };
    const end = ends.intern('account', found.key);
    const isBic = /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bank) && /\d|X/.test(bank.slice(6));
    if (isBic) ends.setBank(end, bank);
    ends.setCountry(end, found.country ?? (isBic ? bank.slice(4, 6) : ''));
    return { end, key: found.key };
  }

  private trade(): void {
    this.statement ??= this.register();
    this.records++;
    this.trades++;
    this.sink.notBooked();
  }

  private setDay(which: 'from' | 'to', text: string): void {
    const moment = readOfxMoment(text);
    if (moment) this.info[which] = moment.day;
  }
}
