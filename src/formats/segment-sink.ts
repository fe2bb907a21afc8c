/**
 * The sink that every format writes to: keeps columns, ends, places, statements, rejects and
 * counts of one member and closes them into a `Segment`.
 */
import { CodedError } from '../errors.ts';
import { ByteDictionary } from './byte-dictionary.ts';
import { EndTable } from './end-table.ts';
import {
  EntryColumns,
  FLAG_END_TO_END,
  FLAG_REVERSAL,
  channelCode,
  packPurpose,
  sideCode,
  statusCode,
} from './entry-columns.ts';
import type {
  Entry,
  EntrySink,
  Member,
  MoneyList,
  RecordCounts,
  Reject,
  Segment,
  SparseMoney,
  StatementInfo,
} from './format.ts';
import { LoginColumns, type Login } from './login-columns.ts';
import type { RegisterRow } from './register-row.ts';
import type { TerminalRow } from './terminal-row.ts';
import { referenceHash, textSigns } from './text-words.ts';

export const REJECTS_IN_WORDS = 1000;
const WARNINGS_IN_WORDS = 200;
/** Ends that room is made for before any is met. */
const MOST_ENDS_AHEAD = 131072;

function sparse(list: MoneyList): SparseMoney {
  return {
    rows: Uint32Array.from(list.rows),
    minor: Float64Array.from(list.minor),
    currency: Uint16Array.from(list.currency),
  };
}

export interface SinkHooks {
  /** Called with the bytes read so far. */
  progress?(bytes: number): void;
  cancelled?(): boolean;
}

export class SegmentSink implements EntrySink {
  readonly ends: EndTable;
  readonly rows: EntryColumns;
  readonly counts: RecordCounts = { read: 0, kept: 0, rejected: 0, notBooked: 0 };
  readonly rejects: Reject[] = [];
  readonly warnings: string[] = [];
  readonly instructed: MoneyList = { rows: [], minor: [], currency: [] };
  readonly charges: MoneyList = { rows: [], minor: [], currency: [] };
  private readonly statements: StatementInfo[] = [];
  private readonly places = new ByteDictionary(64);
  private readonly registerRows: RegisterRow[] = [];
  private readonly logins = new LoginColumns();
  private readonly terminals: TerminalRow[] = [];
  private readonly hooks: SinkHooks;

  constructor(hooks: SinkHooks = {}, expectedRows = 1024) {
    this.hooks = hooks;
    this.ends = new EndTable(Math.min(MOST_ENDS_AHEAD, expectedRows >> 2));
    this.rows = new EntryColumns(expectedRows);
  }

  statement(info: StatementInfo): number {
    this.ends.markOwn(info.account);
    return this.statements.push(info) - 1;
  }

  amend(statement: number, info: Partial<StatementInfo>): void {
    const held = this.statements[statement];
    if (held) this.statements[statement] = { ...held, ...info };
  }

  place(text: string): number {
    const tidy = text.trim().replace(/\s+/g, ' ');
    return tidy === '' ? 0 : this.places.internText(tidy) + 1;
  }

  entry(entry: Entry): void {
    const rows = this.rows;
    const row = rows.add();
    const { columns } = rows;
    // Columns that every row fills, by name: this is where most of a row's time would go.
    (columns.record ?? rows.need('record'))[row] = entry.record;
    (columns.offset ?? rows.need('offset'))[row] = entry.offset;
    (columns.length ?? rows.need('length'))[row] = entry.length;
    if (entry.statement !== undefined) (columns.statement ?? rows.need('statement'))[row] = entry.statement + 1;
    const isCredit = entry.direction === 'credit';
    (columns.debtor ?? rows.need('debtor'))[row] = isCredit ? entry.other : entry.account;
    (columns.creditor ?? rows.need('creditor'))[row] = isCredit ? entry.account : entry.other;
    (columns.side ?? rows.need('side'))[row] = isCredit ? sideCode.creditor : sideCode.debtor;
    rows.setAmount(row, entry.amount);
    (columns.currency ?? rows.need('currency'))[row] = entry.currency;
    if (entry.booking !== undefined) (columns.booking ?? rows.need('booking'))[row] = entry.booking;
    if (entry.value !== undefined) (columns.value ?? rows.need('value'))[row] = entry.value;
    if (entry.time !== undefined) rows.set('time', row, entry.time);
    if (entry.zone !== undefined) rows.set('zone', row, entry.zone);
    if (entry.channel !== 'other') (columns.channel ?? rows.need('channel'))[row] = channelCode[entry.channel];
    if (entry.status !== 'booked') rows.set('status', row, statusCode[entry.status]);
    if (entry.purpose) rows.set('purpose', row, packPurpose(entry.purpose));
    if (entry.mcc) rows.set('mcc', row, entry.mcc);
    if (entry.place) rows.set('place', row, this.place(entry.place));
    this.text(row, entry.text ?? '');
    let flags = entry.reversal ? FLAG_REVERSAL : 0;
    if (entry.endToEndId) {
      const low = referenceHash(entry.endToEndId);
      if (low !== 0) {
        flags |= FLAG_END_TO_END;
        rows.set('endToEndLow', row, low);
        rows.set('endToEndHigh', row, referenceHash(entry.endToEndId, 1));
      }
    }
    if (flags !== 0) rows.set('flags', row, flags);
    if (entry.reference) {
      const hash = referenceHash(entry.reference);
      if (hash !== 0) (columns.reference ?? rows.need('reference'))[row] = hash;
    }
    if (entry.instructed) push(this.instructed, row, entry.instructed);
    if (entry.charges) push(this.charges, row, entry.charges);
  }

  /** Sets the three text columns of a row. */
  text(row: number, text: string): void {
    if (text === '') return;
    const signs = textSigns(text);
    const { rows } = this;
    const { columns } = rows;
    if (signs.words !== 0) (columns.words ?? rows.need('words'))[row] = signs.words;
    if (signs.textKey !== 0) (columns.textKey ?? rows.need('textKey'))[row] = signs.textKey;
    if (signs.textHash !== 0) (columns.textHash ?? rows.need('textHash'))[row] = signs.textHash;
  }

  kept(): void {
    this.counts.read++;
    this.counts.kept++;
  }

  reject(reject: Reject): void {
    this.counts.read++;
    this.counts.rejected++;
    if (this.rejects.length < REJECTS_IN_WORDS) this.rejects.push(reject);
  }

  notBooked(): void {
    this.counts.read++;
    this.counts.notBooked++;
  }

  warn(message: string): void {
    if (this.warnings.length < WARNINGS_IN_WORDS) this.warnings.push(message);
  }

  register(row: RegisterRow): void {
    this.registerRows.push(row);
  }

  login(login: Login): void {
    this.logins.add(login);
  }

  terminal(row: TerminalRow): void {
    this.terminals.push(row);
  }

  progress(bytes: number): void {
    if (this.hooks.cancelled?.()) throw new CodedError('CLEW_CANCELLED');
    this.hooks.progress?.(bytes);
  }

  close(member: Member, format: string): Segment {
    return {
      member,
      format,
      count: this.rows.count,
      columns: this.rows.finish(),
      ends: this.ends.parts(),
      places: this.places.parts(),
      statements: this.statements,
      instructed: sparse(this.instructed),
      charges: sparse(this.charges),
      records: this.counts,
      rejects: this.rejects,
      warnings: this.warnings,
      register: this.registerRows,
      ...(this.logins.count === 0 ? {} : { logins: this.logins.parts() }),
      ...(this.terminals.length === 0 ? {} : { terminals: this.terminals }),
    };
  }
}

function push(list: MoneyList, row: number, money: { minor: number; currency: number }): void {
  list.rows.push(row);
  list.minor.push(money.minor);
  list.currency.push(money.currency);
}
