/**
 * Turns records into rows of the sink, or into rejects: the one hot loop of the CSV reader. Values
 * go from bytes into typed columns; a string is made only for free text and for what is odd. A
 * record is checked as a whole before it leaves anything behind. Over 300 lines, since the order of
 * checks is the rule here and stands in one place.
 */
import { wideUnit } from '../../intake/encoding.ts';
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
import { AmountReader } from './amounts.ts';
import { NextBalance } from './next-balance.ts';
import type { CsvPlan } from './plan.ts';
import { RecordScanner } from './records.ts';
import { RowColumns, type RowFrame } from './row-columns.ts';
import { MoneyReader } from './row-money.ts';
import { readPreamble } from './preamble.ts';
import { PartyReader } from './row-party.ts';
import { textReader, wideBytes, type TextOf } from './sample.ts';
import { Statements } from './statements.ts';
import { summaryOf } from './summary-words.ts';
import { Tally, isTotal } from './tally.ts';

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
  /** The other side of credits, where it stands in columns of its own. */
  private readonly creditParty: PartyReader;
  /** Set where signs come from the balance of the row below. */
  private readonly below: NextBalance | undefined;
  private readonly statusWords: FieldMemo;
  private readonly formats: FieldMemo;
  private ownEnd: EndId;
  /** Last balance of each account, where signs come from balances. */
  private readonly balances = new Map<EndId, number>();
  /** Set where rows name two accounts, each with its bank and without names. */
  private readonly queue: PairQueue | undefined;
  private readonly unit: number;
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
    this.unit = wideUnit(plan.encoding);
    this.columns = new RowColumns(plan, sink);
    this.ends = new EndReader(sink.ends, this.text, /^utf-/.test(plan.encoding));
    const pair = pairOf(plan);
    this.queue = pair && new PairQueue(sink.ends, this.text, pair, expectedPairs);
    this.booking = new DateReader(plan.dates.booking ?? 'ymd', this.text);
    this.value = new DateReader(plan.dates.value ?? 'ymd', this.text);
    this.clock = new DateReader('ymd', this.text);
    this.money = new MoneyReader(plan, this.text);
    const { sides } = plan;
    const partyOf = (others: object): PartyReader =>
      new PartyReader({ ...plan, columns: { ...plan.columns, ...others } }, this.text, this.ends, sink);
    this.party = sides ? partyOf(sides.debit) : new PartyReader(plan, this.text, this.ends, sink);
    this.creditParty = sides ? partyOf(sides.credit) : this.party;
    this.below =
      plan.sign === 'balance' && plan.balanceBelow
        ? new NextBalance(plan, new AmountReader(plan.decimals.balance ?? '.', this.text))
        : undefined;
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
    const { below } = this;
    while (p < limit && below?.look(bytes, p, have, isLast) !== false && scanner.scan(bytes, p, have, isLast)) {
      this.record(bytes, p);
      p = scanner.next;
      this.line += scanner.lines;
    }
    this.flush();
    if (this.unit > 0) this.map(bytes, p);
    return p;
  }

  /** The accounts of the rows, two a row, where they are not interned yet. */
  pairs(): PackedKeyParts | undefined {
    return this.queue?.isLate ? this.queue.all() : undefined;
  }

  /** The file is over: says what was taken as a footer, and closes the statements. */
  finish(): void {
    const { tally } = this;
    const lines = { footers: tally.footers + tally.doubtful.length, continuations: tally.continuations };
    finishReading(this.plan, this.sink, this.statements, lines, this.firstRow);
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
    if (this.unit > 0) this.map(bytes, from);
    frame.offset = this.base + from;
    frame.length = this.unit > 0 ? wideBytes(bytes, from, scanner.end, this.unit) : scanner.end - from;
    const isTransfer = plan.kind === 'transfers';
    const own = isTransfer ? UNKNOWN_END : this.own(bytes);
    if (!isTransfer && own === UNKNOWN_END) return this.reject(account, 'no account is given');
    const before = plan.sign === 'balance' ? this.balanceBeside(own) : NaN;
    if (plan.sign === 'sides') money.side = this.sideOf(bytes, own);
    const isRead = money.read(bytes, starts, ends, before);
    if (plan.sign === 'balance' && !Number.isNaN(money.balance)) this.balances.set(own, money.balance);
    if (!isRead) {
      if (isTransfer || !this.summary(bytes, own, false)) this.reject(money.faultColumn, money.faultReason);
      return;
    }
    if (!(isTransfer ? this.transfer(bytes) : this.statementRow(bytes, own))) return;
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
      if (this.isPending(bytes, bookingColumn)) return false;
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

  /** `Vorgemerkt` or `Pending` where the date will stand: counted, and not booked. */
  private isPending(bytes: Uint8Array, column: number): boolean {
    if (statusOf(this.at(bytes, column)) !== statusCode.pending) return false;
    this.tally.row();
    this.sink.notBooked();
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

  /** False where the row states a balance and is no entry. */
  private statementRow(bytes: Uint8Array, own: EndId): boolean {
    const { money, frame, statements } = this;
    const party = money.isCredit ? this.creditParty : this.party;
    const { starts, ends } = this.scanner;
    const { rows } = this.sink;
    if (this.plan.summaryColumns.length > 0 && this.summary(bytes, own, true)) return false;
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
    if (frame.status !== statusCode.booked) return true;
    statements.book.day(statement, frame.day);
    const amount = money.isCredit ? money.minor : -money.minor;
    if (!Number.isNaN(money.balance)) statements.book.row(statement, amount, money.balance, this.line);
    else if (this.plan.columns.balance !== undefined) statements.book.skip(statement, amount);
    return true;
  }

  /** The balance that the row's own is compared with, where signs come from balances. */
  private balanceBeside(own: EndId): number {
    const { opening = NaN } = this.plan;
    if (!this.below) return this.balances.get(own) ?? opening;
    return Number.isNaN(this.below.balance) && !this.plan.balanceBefore ? opening : this.below.balance;
  }

  /** -1 where the statement's account is the sender, 1 where it is the receiver. */
  private sideOf(bytes: Uint8Array, own: EndId): number {
    const { starts, ends } = this.scanner;
    const { fromAccount = -1, toAccount = -1 } = this.plan.columns;
    const isOwn = (column: number): boolean =>
      this.ends.account(bytes, starts[column] as number, ends[column] as number) === own;
    return isOwn(fromAccount) ? -1 : isOwn(toAccount) ? 1 : 0;
  }

  /** Takes a row that states a balance or a turnover, which is no entry. */
  private summary(bytes: Uint8Array, own: EndId, isRead: boolean): boolean {
    const { summaryColumns, texts } = this.plan;
    const kind = [...summaryColumns, ...texts]
      .map((column) => summaryOf(this.at(bytes, column)))
      .find((found) => found);
    if (kind === undefined) return false;
    const { money, scanner } = this;
    this.tally.footers++;
    const balance = money.balanceOf(bytes, scanner.starts, scanner.ends);
    if (kind === 'opening' && this.plan.sign === 'balance') this.balances.set(own, balance);
    if (kind === 'turnover' || !isRead) return true;
    // A balance in the amount's column has the sign of an amount.
    const minor = money.isCredit ? money.minor : -money.minor;
    this.statements.state(this.statements.of(own, money.currency), kind, Number.isNaN(balance) ? minor : balance);
    return true;
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
    if (this.plan.overflows) {
      for (let i = this.width; i < Math.min(this.scanner.fields, starts.length - 1); i++) {
        all = `${all} ${this.text(bytes, starts[i] as number, ends[i] as number)}`;
      }
    }
    return all;
  }

  /** Moves `base` on to the file's position of bytes[p], where the file is UTF-16 or UTF-32 and bytes are UTF-8. */
  private map(bytes: Uint8Array, p: number): void {
    this.base += wideBytes(bytes, this.mapped, p, this.unit) - (p - this.mapped);
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
    for (let i = this.width; i < fields && !this.plan.overflows; i++) if (starts[i] !== ends[i]) return false;
    if (fields < this.plan.fewest) return false;
    for (let i = fields; i < this.width; i++) starts[i] = ends[i] = 0;
    return true;
  }

  private reject(column: number, reason: string): void {
    this.tally.reject(this.line, column, reason);
  }

  /** Text only, in the columns of text: more of what the row above says. */
  private goesOn(cells: readonly string[]): boolean {
    const { texts, columns } = this.plan;
    if (!this.tally.hasRows || cells.length > this.width || cells.length <= (columns.booking ?? 0)) return false;
    const filled = cells.flatMap((cell, column) => (cell === '' ? [] : [column]));
    return (
      filled.length > 0 &&
      filled.every((column) => texts.includes(column)) &&
      !isTotal(cells[filled[0] as number] ?? '')
    );
  }

  /** A line between two sections; it may name the account of the rows below. */
  private section(fields: readonly string[]): void {
    const { account } = readPreamble([{ fields, offset: 0, next: 0, line: 0, nextLine: 0 }]);
    this.tally.footers++;
    if (account === undefined) return;
    const key = Buffer.from(account);
    this.ownEnd = this.ends.account(key, 0, key.length);
  }

  private odd(bytes: Uint8Array, column: number, reason: string): void {
    const { starts, ends, fields } = this.scanner;
    const cells: string[] = [];
    for (let i = 0; i < Math.min(fields, starts.length - 1); i++) cells.push(this.at(bytes, i));
    const { booking = -1 } = this.plan.columns;
    const hasDay =
      fields > booking &&
      (this.booking.read(bytes, starts[booking] as number, ends[booking] as number) || this.booking.isNoDay);
    if (this.plan.hasSections && !hasDay) return this.section(cells);
    if (this.goesOn(cells)) {
      this.tally.continuations++;
      return;
    }
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
