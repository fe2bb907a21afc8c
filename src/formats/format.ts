/**
 * The contract between a bank's file and the ledger. A format recognises content (never by file
 * name alone) and gives entries exactly as the bank wrote them to a sink. Bad records are values
 * (`Reject`), not exceptions; what was read, kept, rejected and left out always adds up.
 */
import type { Day } from '../days.ts';
import type { ByteSource, Member } from '../intake/member.ts';
import type { PackedCurrency } from '../money.ts';
import type { DictionaryParts } from './byte-dictionary.ts';
import type { CsvOverrides } from './csv/overrides.ts';
import type { EndId, EndTable, EndTableParts } from './end-table.ts';
import type { Channel, ColumnSet, EntryColumns, Status } from './entry-columns.ts';
import type { Login, LoginParts } from './login-columns.ts';
import type { RegisterRow } from './register-row.ts';
import type { TerminalRow } from './terminal-row.ts';

export type { ByteSource, Member } from '../intake/member.ts';

/** A record that was read and not kept, with what to mend. */
export interface Reject {
  readonly record: number;
  /** Line in the file, from 1. */
  readonly line: number;
  /** The bank's own name for the field, or ours where it has none. */
  readonly field: string;
  readonly reason: string;
}

/** What a statement says of itself. Balances in minor units, negative = overdrawn. */
export interface StatementInfo {
  readonly account: EndId;
  readonly currency: PackedCurrency;
  readonly opening?: number;
  readonly closing?: number;
  readonly from?: Day;
  readonly to?: Day;
  /** The bank's number of the statement, page included. */
  readonly number?: string;
  /** Counts and sums that the file itself declares, compared after reading. */
  readonly declared?: { readonly entries?: number; readonly credits?: number; readonly debits?: number };
}

/** A row for formats that are read through an event stream; CSV writes columns directly. */
export interface Entry {
  readonly record: number;
  readonly offset: number;
  readonly length: number;
  /** Index that `sink.statement` gave; absent where the file has no statements. */
  readonly statement?: number;
  /** The account whose statement this is. */
  readonly account: EndId;
  readonly other: EndId;
  /** The effect on `account`: a reversed credit is a debit. */
  readonly direction: 'credit' | 'debit';
  /** Minor units >= 0. */
  readonly amount: number;
  readonly currency: PackedCurrency;
  readonly booking?: Day;
  readonly value?: Day;
  /** Seconds since midnight, only where the file has a time. */
  readonly time?: number;
  /** Minutes from UTC. */
  readonly zone?: number;
  readonly channel: Channel;
  readonly status: Status;
  readonly reversal?: boolean;
  readonly purpose?: string;
  readonly mcc?: number;
  readonly place?: string;
  /** Remittance information and the like: kept as word classes and hashes only. */
  readonly text?: string;
  readonly endToEndId?: string;
  readonly reference?: string;
  readonly instructed?: { readonly minor: number; readonly currency: PackedCurrency };
  readonly charges?: { readonly minor: number; readonly currency: PackedCurrency };
}

/** Amounts that few rows have, in order of rows; grows by pushing to all three. */
export interface MoneyList {
  readonly rows: number[];
  readonly minor: number[];
  readonly currency: number[];
}

export interface EntrySink {
  readonly ends: EndTable;
  readonly rows: EntryColumns;
  readonly instructed: MoneyList;
  readonly charges: MoneyList;
  /** Registers a statement and marks its account as our own; returns its index. */
  statement(info: StatementInfo): number;
  /** Completes a statement when its closing balance is met. */
  amend(statement: number, info: Partial<StatementInfo>): void;
  /** Appends a row of a record that is kept; call `kept()` once per record. */
  entry(entry: Entry): void;
  /** Id for `rows` column `place`. */
  place(text: string): number;
  /** Counts one record as read and kept. */
  kept(): void;
  /** Counts one record as read and rejected. At most 1,000 are kept in words, all are counted. */
  reject(reject: Reject): void;
  /** Counts one record as read and not booked; its rows may still be appended with their status. */
  notBooked(): void;
  warn(message: string): void;
  register(row: RegisterRow): void;
  login(login: Login): void;
  terminal(row: TerminalRow): void;
  /** Bytes read so far, for progress; throws CLEW_CANCELLED when the import is cancelled. */
  progress(bytes: number): void;
}

export interface Head {
  readonly name: string;
  /** The first 64 KiB in the original encoding. */
  readonly bytes: Uint8Array;
  /** The same, decoded. */
  readonly text: string;
}

/** How sure a format is that a file is its own, 0 to 100, and why, in words for the analyst. */
export interface Recognition {
  readonly sureness: number;
  readonly why: string;
}

export interface StatementFormat {
  /** As it stands in `files --json`, e.g. `camt053`. */
  readonly id: string;
  readonly title: string;
  recognise(head: Head): Recognition;
  /** Reads the whole member into the sink. Throws CodedError for a file that can't be read at all. */
  read(source: ByteSource, member: Member, sink: EntrySink): void;
  /**
   * For a document whose bytes are no rows (a workbook, a PDF): its rows as UTF-8 text, as
   * `table-text.ts` writes it. Offsets of entries are in it; same bytes, same text.
   */
  derive?(source: ByteSource, member: Member): Uint8Array;
}

export interface RecordCounts {
  read: number;
  kept: number;
  rejected: number;
  notBooked: number;
}

export interface SparseMoney {
  /** Row of each amount, ascending. */
  readonly rows: Uint32Array;
  readonly minor: Float64Array;
  readonly currency: Uint16Array;
}

/** What reading one member gave; immutable, written once to `segments/<sha256>.arrow`. */
export interface Segment {
  readonly member: Member;
  readonly format: string;
  readonly count: number;
  readonly columns: ColumnSet;
  readonly ends: EndTableParts;
  readonly places: DictionaryParts;
  readonly statements: readonly StatementInfo[];
  readonly instructed: SparseMoney;
  readonly charges: SparseMoney;
  readonly records: RecordCounts;
  readonly rejects: readonly Reject[];
  readonly warnings: readonly string[];
  readonly register: readonly RegisterRow[];
  /** Absent where the file has none. */
  readonly logins?: LoginParts;
  readonly terminals?: readonly TerminalRow[];
  /** What a person decided about delimited text; its account is left out once it is kept. */
  readonly overrides?: CsvOverrides;
}
