/**
 * What formats share whose rows are cells under known column names: each gives the words of its
 * header and a short mapping from a row's cells to entries. Records come from the CSV machinery
 * (RFC 4180, any encoding, chunks, bounded); rejects, footers, statements and running balances are
 * kept here. A row is read whole before it leaves anything behind.
 */
import { wideUnit } from '../intake/encoding.ts';
import { AmountReader } from './csv/amounts.ts';
import type { ChunkReader } from './csv/chunks.ts';
import { DateReader } from './csv/dates.ts';
import { finishReading } from './csv/finish.ts';
import { textReader, wideBytes, type SampleBytes } from './csv/sample.ts';
import { Statements } from './csv/statements.ts';
import { Tally } from './csv/tally.ts';
import { sideCode } from './entry-columns.ts';
import type { Entry, EntrySink, Member } from './format.ts';
import { Row, RowFault } from './labelled-row.ts';
import {
  sampledRows,
  settleDecimal,
  isMidnightOnly,
  settleOrder,
  type HeaderRule,
  type Table,
} from './labelled-table.ts';
import type { RegisterRow } from './register-row.ts';

/** An entry without its place in the file, which the reader knows. */
export interface RowEntry extends Omit<Entry, 'record' | 'offset' | 'length' | 'statement'> {
  /** The row names both sides as equals: `account` pays `other` and neither's statement is read. */
  readonly isBetween?: boolean;
}

/** What a row gave. It is kept where an entry is booked, else it counts as not booked. */
export interface Reading {
  readonly entries: readonly RowEntry[];
  /** The running balance beside the row, of the first entry's account and currency. */
  readonly balance?: number;
  /** What the row did to that balance where its booked entries do not say it, as a hold does. */
  readonly effect?: number;
  readonly register?: RegisterRow;
}

export interface RowLayout<Name extends string> extends HeaderRule<Name> {
  readonly days: readonly Name[];
  readonly amounts: readonly Name[];
  /** Called once for a file; gives what reads its rows. */
  open(file: LabelledFile<Name>): (row: Row<Name>) => Reading;
  /** Rejects do not quote cells. */
  readonly isDiscreet?: boolean;
  /** Month before day where nothing in the file proves the order. */
  prefersMonthFirst?(file: LabelledFile<Name>): boolean;
}

/** A file before its first row. */
export interface LabelledFile<Name extends string> {
  readonly table: Table<Name>;
  readonly member: Member;
  readonly sink: EntrySink;
  /** The sampled cells of a column, row by row; '' where it is empty or absent. */
  values(name: Name): string[];
}

/** Reads the rows below a header into the sink; `finish` closes statements and tells what was a footer. */
export class LabelledReader<Name extends string> implements ChunkReader {
  base = 0;
  line: number;
  private readonly file: LabelledFile<Name>;
  private readonly row: Row<Name>;
  private readonly read: (row: Row<Name>) => Reading;
  private readonly tally: Tally;
  private readonly statements: Statements;
  private readonly width: number;
  private readonly fewest: number;
  private readonly unit: number;
  /** Rows of one record are given backwards where a statement’s rows will be turned round as a whole. */
  private readonly isBackwards: boolean;
  private mapped = 0;

  constructor(layout: RowLayout<Name>, table: Table<Name>, sample: SampleBytes, sink: EntrySink, member: Member) {
    const rows = sampledRows(table, sample);
    const values = (name: Name): string[] => {
      const column = table.columns.get(name);
      return column === undefined ? [] : rows.map((cells) => cells[column] ?? '');
    };
    this.file = { table, member, sink, values };
    const { order, isProven } = settleOrder(layout.days.map(values), layout.prefersMonthFirst?.(this.file) ?? false);
    if (!isProven)
      sink.warn(`no date proves the order of day and month; read with the ${order === 'mdy' ? 'month' : 'day'} first`);
    const decimal = settleDecimal(layout.amounts.flatMap(values), table.separators.delimiter);
    const text = textReader(sample.encoding);
    const daysOnly = new Set(layout.days.filter((name) => isMidnightOnly(values(name))));
    const dates = new DateReader(order, text);
    this.isBackwards = runsBackwards(values(layout.days[0] as Name), dates);
    this.row = new Row(table, text, dates, new AmountReader(decimal, text), daysOnly, layout.isDiscreet);
    this.tally = new Tally(table.header.fields, sink);
    this.statements = new Statements(sink);
    this.width = table.header.fields.length;
    this.fewest = Math.min(this.width, usualWidth(rows, this.width));
    this.line = table.header.nextLine;
    this.unit = wideUnit(sample.encoding);
    this.read = layout.open(this.file);
  }

  chunk(bytes: Uint8Array, have: number, limit: number, isLast: boolean): number {
    const { scanner } = this.row;
    let p = 0;
    this.mapped = 0;
    while (p < limit && scanner.scan(bytes, p, have, isLast)) {
      this.record(bytes, p);
      p = scanner.next;
      this.line += scanner.lines;
    }
    if (this.unit > 0) this.map(bytes, p);
    return p;
  }

  finish(): void {
    const { tally } = this;
    const lines = { footers: tally.footers + tally.doubtful.length, continuations: tally.continuations };
    finishReading({ warnings: [] }, this.file.sink, this.statements, lines);
  }

  private record(bytes: Uint8Array, from: number): void {
    const { row, tally, width } = this;
    const { scanner } = row;
    const { starts, ends, fields } = scanner;
    row.bytes = bytes;
    row.line = this.line;
    if (fields === 1 && starts[0] === ends[0]) return;
    let isFitting = fields >= this.fewest && fields < starts.length;
    for (let i = width; i < fields && isFitting; i++) isFitting = starts[i] === ends[i];
    if (!isFitting) return this.odd(-1, `${fields} fields where the header has ${width}`);
    let reading: Reading;
    try {
      reading = this.read(row);
    } catch (thrown) {
      if (!(thrown instanceof RowFault)) throw thrown;
      if (thrown.isDay) this.odd(thrown.column, thrown.reason);
      else tally.reject(this.line, thrown.column, thrown.reason);
      return;
    }
    if (this.unit > 0) this.map(bytes, from);
    const length = this.unit > 0 ? wideBytes(bytes, from, scanner.end, this.unit) : scanner.end - from;
    this.append(reading, tally.row(), this.base + from, length);
  }

  private append(reading: Reading, record: number, offset: number, length: number): void {
    const { sink } = this.file;
    const { entries, register } = reading;
    let isKept = register !== undefined;
    if (register) sink.register(register);
    const isTurned = this.isBackwards && entries[0]?.isBetween !== true;
    for (const entry of isTurned ? entries.toReversed() : entries) {
      if (entry.status === 'booked') isKept = true;
      // Placed in itself and not in a copy: files of simulators have millions of rows.
      const placed = entry as RowEntry & { record: number; offset: number; length: number; statement?: number };
      placed.record = record;
      placed.offset = offset;
      placed.length = length;
      if (entry.isBetween) {
        sink.entry(placed);
        sink.rows.set('side', sink.rows.count - 1, sideCode.both);
        continue;
      }
      placed.statement = this.statements.of(entry.account, entry.currency);
      sink.entry(placed);
      if (entry.status === 'booked' && entry.booking !== undefined)
        this.statements.book.day(placed.statement, entry.booking);
    }
    this.balance(reading);
    if (isKept) sink.kept();
    else sink.notBooked();
  }

  private balance({ entries, balance, effect }: Reading): void {
    const [first] = entries;
    if (balance === undefined || first === undefined) return;
    let moved = effect;
    if (moved === undefined) {
      moved = 0;
      for (const { account, currency, direction, amount, status } of entries) {
        if (status === 'booked' && account === first.account && currency === first.currency)
          moved += direction === 'credit' ? amount : -amount;
      }
    }
    this.statements.book.row(this.statements.of(first.account, first.currency), moved, balance, this.line);
  }

  /** A line that may be a footer. */
  private odd(column: number, reason: string): void {
    const { row } = this;
    const { fields, starts } = row.scanner;
    const cells: string[] = [];
    for (let i = 0; i < Math.min(fields, starts.length - 1); i++) cells.push(row.at(i));
    const hasDay = cells.some((cell) => /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}/.test(cell));
    this.tally.odd(cells, hasDay, this.line, column, reason);
  }

  /** As `RowReader.map`: where bytes[p] stands in a file of UTF-16. */
  private map(bytes: Uint8Array, p: number): void {
    this.base += wideBytes(bytes, this.mapped, p, this.unit) - (p - this.mapped);
    this.mapped = p;
  }
}

/** Whether later days stand above earlier ones more often than below. */
function runsBackwards(values: readonly string[], dates: DateReader): boolean {
  let before: number | undefined;
  let ups = 0;
  let downs = 0;
  for (const value of values) {
    const bytes = Buffer.from(value);
    if (!dates.read(bytes, 0, bytes.length)) continue;
    if (before !== undefined && dates.day > before) ups++;
    if (before !== undefined && dates.day < before) downs++;
    before = dates.day;
  }
  return downs > ups;
}

/** The number of fields that most sampled rows have. */
function usualWidth(rows: readonly (readonly string[])[], width: number): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? width;
}
