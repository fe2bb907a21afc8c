/**
 * MT940 customer statements and MT942 interim reports (SWIFT FIN, category 9), many to a file. Each
 * page (`:60F:`/`:60M:` to `:62M:`/`:62F:`) is a statement of its own, so that its own entries must
 * lead from its opening to its closing balance.
 */
import { NO_DAY } from '../../days.ts';
import { CodedError } from '../../errors.ts';
import { packCurrency, parseAmount, UNKNOWN_CURRENCY, type PackedCurrency } from '../../money.ts';
import { UNKNOWN_END, type EndId } from '../end-table.ts';
import type { ByteSource, EntrySink, Member, StatementInfo } from '../format.ts';
import { readAccount } from './account.ts';
import { writeTransaction, type Transaction } from './entry.ts';
import { mtFields, type MtField } from './fields.ts';
import { readShortDate } from './statement-line.ts';

/** Reads a whole member. @param chunk bytes to a read, for tests */
export function readMt(source: ByteSource, member: Member, sink: EntrySink, chunk?: number): void {
  const reader = new MtReader(sink);
  let fields = 0;
  for (const field of mtFields(source, member, chunk)) {
    reader.field(field);
    if (++fields % 4096 === 0) sink.progress(field.end);
  }
  reader.endMessage();
  sink.progress(source.size);
  if (fields === 0)
    throw new CodedError('CLEW_FILE_UNREADABLE', { file: member.name, reason: 'it holds no field of an MT message' });
}

type Info = { -readonly [K in keyof StatementInfo]: StatementInfo[K] };

interface Page {
  readonly info: Info;
  readonly line: number;
  /** Key of the account. */
  key?: string;
  /** Index in the sink, -1 until the first entry or the end. */
  statement: number;
  isInterim: boolean;
  isEmpty: boolean;
}

class MtReader {
  private readonly sink: EntrySink;
  private page: Page = emptyPage(0);
  private pending: Transaction | undefined;
  private records = 0;

  constructor(sink: EntrySink) {
    this.sink = sink;
  }

  field(field: MtField): void {
    if (field.tag === '86' || field.tag === 'NS') {
      this.inform(field);
      return;
    }
    this.flush();
    switch (field.tag) {
      case '':
        this.endMessage();
        break;
      case '20':
        this.endMessage();
        this.page = emptyPage(field.line);
        break;
      case '25':
      case '25P':
        this.account(field);
        break;
      case '28':
      case '28C':
        this.page.info.number = (field.lines[0] ?? '').trim();
        break;
      case '60F':
      case '60M':
        if (this.page.info.opening !== undefined) this.nextPage(field.line);
        this.balance(field, 'opening', 'from');
        break;
      case '61':
        this.pending = this.begin(field);
        break;
      case '62F':
      case '62M':
        this.balance(field, 'closing', 'to');
        break;
      case '34F':
        this.floorLimit(field);
        break;
      case '90C':
      case '90D':
        this.declared(field);
        break;
      default:
    }
  }

  /** A few banks split the information over several fields; after the last entry it is the statement's. */
  private inform(field: MtField): void {
    if (!this.pending) return;
    if (this.pending.information.length === 0) this.pending.information = field.lines;
    else this.pending.information = [...this.pending.information, ...field.lines];
    this.pending.isNonSwift = field.tag === 'NS';
    this.pending.end = field.end;
  }

  /** Closes what is open; a message without account and balances is no statement. */
  endMessage(): void {
    this.flush();
    const { page } = this;
    if (page.isEmpty && page.statement < 0) return;
    if (page.statement < 0) this.open();
    this.sink.amend(page.statement, page.info);
    if (!page.isInterim && page.info.closing === undefined) {
      this.sink.warn(`The statement that begins in line ${page.line} has no closing balance`);
    }
    this.page = emptyPage(page.line);
  }

  private nextPage(line: number): void {
    const { account, number } = this.page.info;
    const { key } = this.page;
    this.endMessage();
    this.page = emptyPage(line);
    this.page.info.account = account;
    if (number !== undefined) this.page.info.number = number;
    if (key !== undefined) this.page.key = key;
  }

  private account(field: MtField): void {
    this.page.isEmpty = false;
    const found = readAccount(field.lines);
    if (!found) return;
    const { ends } = this.sink;
    const end: EndId = ends.intern('account', found.account.key);
    if (found.bank !== undefined) ends.setBank(end, found.bank);
    ends.setCountry(end, found.account.country ?? found.bank?.slice(4, 6) ?? '');
    this.page.info.account = end;
    this.page.key = found.account.key;
    if (found.currency !== undefined) this.page.info.currency = found.currency;
  }

  private balance(field: MtField, which: 'opening' | 'closing', day: 'from' | 'to'): void {
    const { info } = this.page;
    this.page.isEmpty = false;
    const text = (field.lines[0] ?? '').trim();
    const [, mark, date = '', code = '', amountText = ''] = /^([CD])?(\d{6})?([A-Z]{3})?([\d,.]*)$/.exec(text) ?? [];
    const currency = code === '' && info.currency !== UNKNOWN_CURRENCY ? info.currency : packCurrency(code);
    const amount = parseAmount(amountText, currency, amountText.includes('.') ? '.' : ',');
    if (mark === undefined || currency === 0 || typeof amount === 'string') {
      this.sink.warn(`Line ${field.line}: the balance in :${field.tag}: cannot be read`);
    } else if (which === 'closing' && info.currency !== currency && info.currency !== UNKNOWN_CURRENCY) {
      this.sink.warn(`Line ${field.line}: the balance in :${field.tag}: is not in the statement's currency`);
    } else info[which] = mark === 'D' ? -amount : amount;
    if (info.currency === UNKNOWN_CURRENCY || which === 'opening') info.currency = currency || info.currency;
    const read = readShortDate(date);
    if (read !== NO_DAY) info[day] = read;
  }

  private floorLimit(field: MtField): void {
    this.page.isInterim = true;
    const currency = packCurrency((field.lines[0] ?? '').slice(0, 3));
    if (currency !== 0) this.page.info.currency = currency;
  }

  private declared(field: MtField): void {
    this.page.isInterim = true;
    const { info } = this.page;
    const [, count = '', code = '', amountText = ''] = /^(\d{1,5})([A-Z]{3})([\d,]+)/.exec(field.lines[0] ?? '') ?? [];
    const amount = parseAmount(amountText, packCurrency(code), ',');
    if (packCurrency(code) !== info.currency || typeof amount === 'string') return;
    const entries = (info.declared?.entries ?? 0) + Number(count);
    info.declared = { ...info.declared, entries, ...(field.tag === '90C' ? { credits: amount } : { debits: amount }) };
  }

  private open(): void {
    if (this.page.info.account === UNKNOWN_END) {
      this.sink.warn(`The statement that begins in line ${this.page.line} names no account`);
    }
    this.page.statement = this.sink.statement(this.page.info);
  }

  private begin(field: MtField): Transaction {
    if (this.page.statement < 0) this.open();
    const { info, key, statement } = this.page;
    const own = { end: info.account, ...(key === undefined ? {} : { key }) };
    return {
      isNonSwift: false,
      record: ++this.records,
      line: field,
      information: [],
      end: field.end,
      currency: info.currency,
      own,
      statement,
    };
  }

  private flush(): void {
    if (this.pending) writeTransaction(this.pending, this.sink);
    this.pending = undefined;
  }
}

function emptyPage(line: number): Page {
  const currency: PackedCurrency = UNKNOWN_CURRENCY;
  return { info: { account: UNKNOWN_END, currency }, line, statement: -1, isInterim: false, isEmpty: true };
}
