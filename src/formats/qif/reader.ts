/**
 * QIF registers, many accounts to a file. The file is read twice: dates and amounts first, since only
 * all of them tell their order and marks. A register's opening balance is no payment.
 */
import { CodedError } from '../../errors.ts';
import { NO_DAY, type Day } from '../../days.ts';
import { UNKNOWN_CURRENCY, currencyCode, decimalText } from '../../money.ts';
import { UNKNOWN_END, type EndId } from '../end-table.ts';
import type { ByteSource, EntrySink, Member, StatementInfo } from '../format.ts';
import { QifConventions } from './conventions.ts';
import { QifAccounts, transferName, writeQifRecord, type QifContext } from './entry.ts';
import { qifRecords, type QifRecord } from './records.ts';

/** Reads a whole member. @param chunk bytes to a read, for tests */
export function readQif(source: ByteSource, member: Member, sink: EntrySink, chunk?: number): void {
  const conventions = survey(source, member, chunk);
  const reader = new QifReader(sink, conventions, member.sha256.slice(0, 12));
  for (const one of qifRecords(source, member, (bytes) => { sink.progress(bytes); }, chunk)) reader.take(one); // prettier-ignore
  reader.finish();
  sink.progress(source.size);
  if (!reader.hasRegister)
    throw new CodedError('CLEW_FILE_UNREADABLE', { file: member.name, reason: 'it holds no register of an account' });
}

function survey(source: ByteSource, member: Member, chunk?: number): QifConventions {
  const conventions = new QifConventions();
  for (const one of qifRecords(source, member, () => undefined, chunk)) {
    if ('header' in one) {
      const order = /^option:\s*(mdy|dmy|ymd)\b/i.exec(one.header)?.[1]?.toLowerCase();
      if (order === 'mdy' || order === 'dmy' || order === 'ymd') conventions.declared = order;
    } else if (one.section === 'register' || one.section === 'investment') {
      const { fields, splits } = one;
      const date = fields.get('D');
      if (date !== undefined) conventions.date(date);
      const amount = fields.get('T') ?? fields.get('U') ?? fields.get('$');
      if (amount !== undefined) conventions.amount(amount);
      for (const split of splits) if (split.amount !== undefined) conventions.amount(split.amount);
    }
  }
  conventions.decide();
  return conventions;
}

/** A register's first record, with the account's own name as category; banks' programs translate the payee. */
const OPENING =
  /^(opening (balance|bal\.?)|er(ö|oe)ffnungs(saldo|bestand)|anfangs(saldo|bestand)|solde (initial|d.ouverture|de d(é|e)part)|saldo (inicial|iniziale|de apertura|d.apertura|pocz(ą|a)tkowe|ini(ț|t)ial)|begin(saldo|balans)|openings(saldo|balans)|sold ini(ț|t)ial|bilans otwarcia|начальный остаток)$/i;

/** What moves money in or out of an investment account without buying or selling. */
const CASH_ACTIONS: Readonly<Record<string, 1 | -1 | 0>> = {
  cash: 0,
  xin: 1,
  contribx: 1,
  xout: -1,
  withdrwx: -1,
  miscinc: 1,
  miscexp: -1,
};

interface Register {
  readonly index: number;
  readonly account: EndId;
  readonly info: { opening?: number; from?: Day; to?: Day };
  records: number;
}

class QifReader {
  hasRegister = false;
  private readonly sink: EntrySink;
  private readonly context: QifContext;
  private readonly registers = new Map<string, Register>();
  private account = '';
  private register: Register | undefined;
  private records = 0;
  private trades = 0;

  constructor(sink: EntrySink, conventions: QifConventions, scope: string) {
    this.sink = sink;
    this.context = {
      sink,
      conventions,
      accounts: new QifAccounts(sink, scope),
      splits: { records: 0, line: 0, by: 0 },
    };
  }

  take(one: QifRecord | { header: string }): void {
    if ('header' in one) {
      this.register = undefined;
      // After a list of accounts none is chosen.
      if (/^clear:\s*autoswitch/i.test(one.header)) this.account = '';
      if (/^type:/i.test(one.header)) this.hasRegister ||= !/^type:\s*(cat|class|memori|secur|price)/i.test(one.header);
    } else if (one.section === 'account') {
      this.account = one.fields.get('N') ?? this.account;
      this.register = undefined;
    } else if (one.section !== 'list') this.record(one);
  }

  private record(raw: QifRecord): void {
    const { fields } = raw;
    const own = transferName(fields.get('L'));
    const isOpening = OPENING.test(fields.get('P') ?? '') && (own !== undefined || !fields.has('L'));
    // The opening balance names the account where nothing else does.
    if (this.account === '' && isOpening && own !== undefined) {
      this.account = own;
      this.register = undefined;
    }
    const register = (this.register ??= this.open());
    const record = ++this.records;
    register.records++;
    const isSelf = own !== undefined && this.account !== '' && own.toLowerCase() === this.account.toLowerCase();
    if (raw.section === 'register' && (isOpening || isSelf)) {
      this.opening(raw, register, isOpening || register.records === 1);
      return;
    }
    const row = { record, statement: register.index, account: register.account };
    if (raw.section === 'register') writeQifRecord(raw, row, this.context);
    else {
      const sign = CASH_ACTIONS[(fields.get('N') ?? '').toLowerCase()];
      const hasAmount = fields.has('T') || fields.has('U') || fields.has('$');
      if (sign === undefined || !hasAmount || isSelf) {
        this.trades++;
        this.sink.notBooked();
        return;
      }
      writeQifRecord(raw, row, this.context, sign === 0 ? undefined : sign);
    }
    this.note(raw, register);
  }

  private note(raw: QifRecord, { info }: Register): void {
    const day = this.context.conventions.day(raw.fields.get('D') ?? '');
    if (day === NO_DAY) return;
    if (info.from === undefined || day < info.from) info.from = day;
    if (info.to === undefined || day > info.to) info.to = day;
  }

  private opening(raw: QifRecord, register: Register, isFirst: boolean): void {
    const text = raw.fields.get('T') ?? raw.fields.get('U');
    const minor = text === undefined ? undefined : this.context.conventions.minor(text, UNKNOWN_CURRENCY);
    if (isFirst && typeof minor === 'number') register.info.opening ??= minor;
    this.sink.notBooked();
  }

  /** Sections of the same account go on in the same statement. */
  private open(): Register {
    const known = this.registers.get(this.account);
    if (known) return known;
    const account = this.context.accounts.of(this.account);
    if (account === UNKNOWN_END) this.sink.warn('a register names no account');
    const info: StatementInfo = { account, currency: UNKNOWN_CURRENCY };
    const register: Register = { index: this.sink.statement(info), account, info: {}, records: 0 };
    this.registers.set(this.account, register);
    this.hasRegister = true;
    return register;
  }

  finish(): void {
    const { sink } = this;
    const { conventions, splits } = this.context;
    for (const { index, info } of this.registers.values()) sink.amend(index, info);
    if (this.records === 0) return;
    const code = currencyCode(UNKNOWN_CURRENCY);
    sink.warn(`the file names no currency; amounts have the unknown currency ${code} with two decimals`);
    if (!conventions.isProven && conventions.why !== '')
      sink.warn(`dates are read as ${ORDERS[conventions.order]}: ${conventions.why}`);
    if (splits.records > 0) {
      sink.warn(
        `the parts of ${splits.records} split records are not their sum, first in line ${splits.line} by ${decimalText(splits.by, UNKNOWN_CURRENCY)}`,
      );
    }
    if (this.trades > 0) sink.warn(`${this.trades} trades of securities are no payments and were left out`);
  }
}

const ORDERS = { dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' } as const;
