/**
 * Turns records into rows of the sink, or into rejects: the one hot loop of the CSV reader. Values
 * go from bytes into typed columns; a string is made only for free text and for what is odd. A
 * record is checked as a whole before it leaves anything behind. Over 300 lines, since the order of
 * checks is the rule here and stands in one place.
 */
import { NO_DAY, NO_OFFSET, NO_TIME } from '../../days.ts';
import { UNKNOWN_END, type EndId } from '../end-table.ts';
import { FLAG_END_TO_END, FLAG_REVERSAL, packPurpose, sideCode, statusCode } from '../entry-columns.ts';
import type { EntrySink } from '../format.ts';
import type { PackedKeyParts } from '../packed-keys.ts';
import { referenceHash } from '../text-words.ts';
import { REVERSAL_BIT, channelOfType, statusOf } from './channel-words.ts';
import type { ChunkReader } from './chunks.ts';
import { DateReader } from './dates.ts';
import { EndReader } from './end-reader.ts';
import { finishReading } from './finish.ts';
import { FieldMemo } from './memo.ts';
import { PairQueue, type PairColumns } from './pair-queue.ts';
import type { CsvPlan } from './plan.ts';
import { RecordScanner } from './records.ts';
import { RowColumns, type RowFrame } from './row-columns.ts';
import { MoneyReader } from './row-money.ts';
import { PartyReader } from './row-party.ts';
import { textReader, utf16Units, type TextOf } from './sample.ts';
import { Statements } from './statements.ts';
import { Tally } from './tally.ts';

const MOST_LETTERS = 60;

export class RowReader implements ChunkReader {
  readonly scanner: RecordScanner;
  readonly tally: Tally;
  readonly statements: Statements;
  line: number;
  base = 0;
  private readonly plan: CsvPlan;
  private readonly sink: EntrySink;
  private readonly text: TextOf;
  private readonly width: number;
  private readonly columns: RowColumns;
  private readonly ends: EndReader;
  private readonly booking: DateReader;
  private readonly value: DateReader;
  private readonly clock: DateReader;
  private readonly money: MoneyReader;
  private readonly party: PartyReader;
  private readonly statusWords: FieldMemo;
  private readonly formats: FieldMemo;
  private readonly ownEnd: EndId;
  /** Last balance of each account, where signs come from balances. */
  private readonly balances = new Map<EndId, number>();
  /** Set where rows name two accounts, each with its bank and without names. */
  private readonly queue: PairQueue | undefined;
  private readonly isWide: boolean;
  private mapped = 0;
  private readonly firstRow: number;
  private readonly frame: RowFrame = {
    offset: 0,
    length: 0,
    day: NO_DAY,
    value: NO_DAY,
    time: NO_TIME,
    zone: NO_OFFSET,
    status: 0,
  };

  /** @param expectedPairs rows of transfers whose accounts the reader of `pairs()` will intern; 0 = interned here */
  constructor(plan: CsvPlan, sink: EntrySink, line: number, expectedPairs = 0) {
    this.plan = plan;
    this.sink = sink;
    this.line = line;
    this.firstRow = sink.rows.count;
    this.scanner = new RecordScanner(plan.separators);
    this.tally = new Tally(plan.header, sink);
    this.statements = new Statements(sink);
    this.text = textReader(plan.encoding);
    this.width = plan.header.length;
    this.isWide = plan.encoding.startsWith('utf-16');
    this.columns = new RowColumns(plan, sink);
    this.ends = new EndReader(sink.ends, this.text, /^utf-/.test(plan.encoding));
    const pair = pairOf(plan);
    this.queue = pair && new PairQueue(sink.ends, this.text, pair, expectedPairs);
    this.booking = new DateReader(plan.dates.booking ?? 'ymd', this.text);
    this.value = new DateReader(plan.dates.value ?? 'ymd', this.text);
    this.clock = new DateReader('ymd', this.text);
    this.money = new MoneyReader(plan, this.text);
    this.party = new PartyReader(plan, this.text, this.ends, sink);
    this.statusWords = new FieldMemo(this.text, (word) => Math.max(statusCode.booked, statusOf(word)));
    this.formats = new FieldMemo(this.text, channelOfType);
    const own = Buffer.from(plan.account ?? '');
    this.ownEnd = plan.kind === 'transfers' ? UNKNOWN_END : this.ends.account(own, 0, own.length);
    if (plan.accountName) sink.ends.addName(this.ownEnd, plan.accountName);
  }

  chunk(bytes: Uint8Array, have: number, limit: number, isLast: boolean): number {
    const scanner = this.scanner;
    let p = 0;
    this.mapped = 0;
    while (p < limit && scanner.scan(bytes, p, have, isLast)) {
      this.record(bytes, p);
      p = scanner.next;
      this.line += scanner.lines;
    }
    this.flush();
    if (this.isWide) this.map(bytes, p);
    return p;
  }

  /** The accounts of the rows, two a row, where they are not interned yet. */
  pairs(): PackedKeyParts | undefined {
    return this.queue?.isLate ? this.queue.all() : undefined;
  }

  /** The file is over: says what was taken as a footer, and closes the statements. */
  finish(): void {
    const { tally } = this;
    finishReading(this.plan, this.sink, this.statements, tally.footers + tally.doubtful.length, this.firstRow);
  }

  private record(bytes: Uint8Array, from: number): void {
    const { scanner, plan, money, frame } = this;
    const { starts, ends, fields } = scanner;
    if (fields !== this.width) {
      if (fields === 1 && starts[0] === ends[0]) return;
      if (!this.fits(fields)) return this.odd(bytes, -1, `${fields} fields where the header has ${this.width}`);
    }
    if (!this.readTimes(bytes)) return;
    const { status = -1, account = -1 } = plan.columns;
    frame.status = status < 0 ? 0 : this.statusWords.of(bytes, starts[status] as number, ends[status] as number);
    if (this.isWide) this.map(bytes, from);
    frame.offset = this.base + from;
    frame.length = this.isWide ? 2 * utf16Units(bytes, from, scanner.end) : scanner.end - from;
    const isTransfer = plan.kind === 'transfers';
    const own = isTransfer ? UNKNOWN_END : this.own(bytes);
    if (!isTransfer && own === UNKNOWN_END) return this.reject(account, 'no account is given');
    const before = plan.sign === 'balance' ? (this.balances.get(own) ?? plan.opening ?? NaN) : NaN;
    const isRead = money.read(bytes, starts, ends, before);
    if (plan.sign === 'balance' && !Number.isNaN(money.balance)) this.balances.set(own, money.balance);
    if (!isRead) return this.reject(money.faultColumn, money.faultReason);
    if (!isTransfer) this.statementRow(bytes, own);
    else if (!this.transfer(bytes)) return;
    if (frame.status === statusCode.booked) this.sink.kept();
    else this.sink.notBooked();
  }

  /** Reads days and time into the frame; false where the record is odd and has been dealt with. */
  private readTimes(bytes: Uint8Array): boolean {
    const { booking, value, clock, frame } = this;
    const { starts, ends } = this.scanner;
    const { booking: bookingColumn = -1, value: valueColumn = -1, time: timeColumn = -1 } = this.plan.columns;
    frame.value = NO_DAY;
    frame.day = NO_DAY;
    if (valueColumn >= 0 && ends[valueColumn] !== starts[valueColumn]) {
      if (value.read(bytes, starts[valueColumn] as number, ends[valueColumn] as number)) frame.value = value.day;
      else if (value.isNoDay) {
        this.odd(bytes, valueColumn, `${this.at(bytes, valueColumn)} is no day`);
        return false;
      }
    }
    if (booking.read(bytes, starts[bookingColumn] as number, ends[bookingColumn] as number)) frame.day = booking.day;
    else if (frame.value === NO_DAY || ends[bookingColumn] !== starts[bookingColumn]) {
      const text = this.at(bytes, bookingColumn).slice(0, MOST_LETTERS);
      const reason = text === '' ? 'the date is empty' : `${text} is no ${booking.isNoDay ? 'day' : 'date'}`;
      this.odd(bytes, bookingColumn, reason);
      return false;
    }
    frame.time = booking.time;
    frame.zone = booking.zone;
    if (timeColumn >= 0 && ends[timeColumn] !== starts[timeColumn]) {
      if (!clock.readTime(bytes, starts[timeColumn] as number, ends[timeColumn] as number)) {
        this.reject(timeColumn, `${this.at(bytes, timeColumn).slice(0, MOST_LETTERS)} is no time`);
        return false;
      }
      frame.time = clock.time;
      frame.zone = clock.zone;
    }
    return true;
  }

  private own(bytes: Uint8Array): EndId {
    const { starts, ends } = this.scanner;
    const { account = -1, accountName = -1 } = this.plan.columns;
    let own = this.ownEnd;
    if (account >= 0 && ends[account] !== starts[account]) {
      own = this.ends.own(bytes, starts[account] as number, ends[account] as number, this.plan.isCard);
    }
    if (own !== UNKNOWN_END && accountName >= 0) {
      this.ends.addName(own, bytes, starts[accountName] as number, ends[accountName] as number);
    }
    return own;
  }

  private statementRow(bytes: Uint8Array, own: EndId): void {
    const { money, party, frame, statements } = this;
    const { starts, ends } = this.scanner;
    const { rows } = this.sink;
    const remittance = this.remittance(bytes);
    party.readChannel(bytes, starts, ends, remittance);
    const other = party.readOther(bytes, starts, ends, remittance);
    const statement = statements.of(own, money.currency);
    const row = rows.add();
    const columns = this.columns.fetch();
    columns.debtor[row] = money.isCredit ? other : own;
    columns.creditor[row] = money.isCredit ? own : other;
    if (money.isCredit) columns.side[row] = sideCode.creditor;
    columns.statement[row] = statements.first + statement + 1;
    this.columns.write(row, this.tally.row(), frame, money);
    this.columns.channel(row, party.channel);
    if (party.mcc !== 0) rows.set('mcc', row, party.mcc);
    if (party.place !== 0) rows.set('place', row, party.place);
    this.columns.text(row, remittance);
    this.references(bytes, row, party.isReversal);
    if (frame.status !== statusCode.booked) return;
    statements.book.day(statement, frame.day);
    const amount = money.isCredit ? money.minor : -money.minor;
    if (!Number.isNaN(money.balance)) statements.book.row(statement, amount, money.balance, this.line);
    else if (this.plan.columns.balance !== undefined) statements.book.skip(statement, amount);
  }

  /** A row that names both accounts; false where it names neither. */
  private transfer(bytes: Uint8Array): boolean {
    const { starts, ends } = this.scanner;
    const { columns, plan } = this;
    const { rows } = this.sink;
    let from: EndId = UNKNOWN_END;
    let to: EndId = UNKNOWN_END;
    if (this.queue) {
      if (!this.queue.add(bytes, starts, ends, rows.count)) {
        this.reject(plan.columns.fromAccount ?? -1, 'neither account is given');
        return false;
      }
    } else {
      const { fromAccount = -1, toAccount = -1, fromBank = -1, toBank = -1, fromName = -1, toName = -1 } = plan.columns;
      from = this.namedParty(bytes, fromBank, fromAccount, fromName);
      to = this.namedParty(bytes, toBank, toAccount, toName);
      if (from === UNKNOWN_END && to === UNKNOWN_END) {
        this.reject(fromAccount, 'neither account is given');
        return false;
      }
    }
    const row = rows.add();
    const filled = columns.fetch();
    filled.debtor[row] = from;
    filled.creditor[row] = to;
    filled.side[row] = sideCode.both;
    if (this.queue?.isFull) this.flush();
    columns.write(row, this.tally.row(), this.frame, this.money);
    const { type = -1 } = plan.columns;
    const code =
      type >= 0 && ends[type] !== starts[type]
        ? this.formats.of(bytes, starts[type] as number, ends[type] as number)
        : 0;
    columns.channel(row, code & ~REVERSAL_BIT);
    if (plan.texts.length > 0) columns.text(row, this.remittance(bytes));
    this.references(bytes, row, (code & REVERSAL_BIT) !== 0);
    return true;
  }

  /** Gives queued rows their ends. */
  private flush(): void {
    if (!this.queue || this.queue.isLate) return;
    const { debtor, creditor } = this.columns.fetch();
    this.queue.flush(debtor, creditor);
  }

  private namedParty(bytes: Uint8Array, bank: number, account: number, name: number): EndId {
    const { starts, ends } = this.scanner;
    const bankFrom = bank < 0 ? 0 : (starts[bank] as number);
    const bankTo = bank < 0 ? 0 : (ends[bank] as number);
    const end = this.ends.accountAt(bytes, bankFrom, bankTo, starts[account] as number, ends[account] as number);
    if (name < 0 || starts[name] === ends[name]) return end;
    if (end === UNKNOWN_END) return this.ends.name(bytes, starts[name] as number, ends[name] as number, 0, 0);
    this.ends.addName(end, bytes, starts[name] as number, ends[name] as number);
    return end;
  }

  private references(bytes: Uint8Array, row: number, isReversal: boolean): void {
    const { starts, ends } = this.scanner;
    const { rows } = this.sink;
    const { endToEnd = -1, reference = -1, purpose = -1 } = this.plan.columns;
    let flags = isReversal ? FLAG_REVERSAL : 0;
    if (endToEnd >= 0 && ends[endToEnd] !== starts[endToEnd]) {
      const id = this.at(bytes, endToEnd);
      const low = referenceHash(id);
      if (low !== 0) {
        flags |= FLAG_END_TO_END;
        rows.set('endToEndLow', row, low);
        rows.set('endToEndHigh', row, referenceHash(id, 1));
      }
    }
    if (flags !== 0) rows.set('flags', row, flags);
    if (reference >= 0 && ends[reference] !== starts[reference]) {
      rows.set('reference', row, referenceHash(this.at(bytes, reference)));
    }
    if (purpose >= 0 && ends[purpose] !== starts[purpose]) {
      rows.set('purpose', row, packPurpose(this.at(bytes, purpose)));
    }
  }

  private remittance(bytes: Uint8Array): string {
    const { starts, ends } = this.scanner;
    let all = '';
    for (const column of this.plan.texts) {
      if (ends[column] === starts[column]) continue;
      const part = this.text(bytes, starts[column] as number, ends[column] as number);
      all = all === '' ? part : `${all} ${part}`;
    }
    return all;
  }

  /** Moves `base` on to the file's position of bytes[p], where the file is UTF-16 and bytes are UTF-8. */
  private map(bytes: Uint8Array, p: number): void {
    this.base += 2 * utf16Units(bytes, this.mapped, p) - (p - this.mapped);
    this.mapped = p;
  }

  /** A field's text, for references and for words to the analyst. */
  private at(bytes: Uint8Array, column: number): string {
    const { starts, ends } = this.scanner;
    return this.text(bytes, starts[column] as number, ends[column] as number).trim();
  }

  /** More fields are right where they are empty, fewer where the file's rows end early. */
  private fits(fields: number): boolean {
    const { starts, ends } = this.scanner;
    if (fields >= starts.length) return false;
    for (let i = this.width; i < fields; i++) if (starts[i] !== ends[i]) return false;
    if (fields < this.plan.fewest) return false;
    for (let i = fields; i < this.width; i++) starts[i] = ends[i] = 0;
    return true;
  }

  private reject(column: number, reason: string): void {
    this.tally.reject(this.line, column, reason);
  }

  private odd(bytes: Uint8Array, column: number, reason: string): void {
    const { starts, ends, fields } = this.scanner;
    const cells: string[] = [];
    for (let i = 0; i < Math.min(fields, starts.length - 1); i++) cells.push(this.at(bytes, i));
    const { booking = -1 } = this.plan.columns;
    const hasDay =
      fields > booking &&
      (this.booking.read(bytes, starts[booking] as number, ends[booking] as number) || this.booking.isNoDay);
    this.tally.odd(cells, hasDay, this.line, column, reason);
  }
}

/** The columns of rows that name two accounts plainly: each with its bank, without names. */
function pairOf(plan: CsvPlan): PairColumns | undefined {
  const { fromBank, toBank, fromAccount, toAccount, fromName, toName } = plan.columns;
  if (plan.kind !== 'transfers' || fromName !== undefined || toName !== undefined) return undefined;
  if (fromBank === undefined || toBank === undefined) return undefined;
  if (fromAccount === undefined || toAccount === undefined) return undefined;
  return { fromBank, toBank, fromAccount, toAccount };
}
