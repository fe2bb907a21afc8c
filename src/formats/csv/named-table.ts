/**
 * Delimited text that is no statement: a table whose header names what its columns hold, such as a
 * customer file, a list of logins or of terminals. Delimiter and header line are found, dates are read
 * by the column as a whole, and each record is handed over with its cells by role.
 */
import { wideUnit } from '../../intake/encoding.ts';
import { CodedError } from '../../errors.ts';
import type { Day } from '../../days.ts';
import type { ByteSource, EntrySink, Head, Member } from '../format.ts';
import { readChunks, type ChunkReader } from './chunks.ts';
import { inferDateOrder } from './date-order.ts';
import { DateReader } from './dates.ts';
import { foldHeader, matchHeader } from './header-words.ts';
import { RecordScanner, type Separators } from './records.ts';
import {
  sampleRecords,
  takeSample,
  textReader,
  wideBytes,
  type SampleBytes,
  type SampleRecord,
  type TextOf,
} from './sample.ts';

/** Phrases that mean a role, one per comma, in small letters without diacritics. */
export type ColumnPhrases<R extends string> = Readonly<Record<R, string>>;
export type Columns<R extends string> = ReadonlyMap<R, number>;

const noCurrency = (): boolean => false;
const MONEY = new Set(['amount', 'debit', 'credit', 'balance', 'paidAmount', 'receivedAmount']);
/** Lines that are looked at for a header. */
const HEADER_LINES = 20;

/** Tells a header's columns by their names; camel case (`openedAtBranch`) is taken apart. */
export class ColumnWords<R extends string> {
  private readonly roles = new Map<string, R>();

  constructor(phrases: ColumnPhrases<R>) {
    for (const [role, list] of Object.entries(phrases) as [R, string][]) {
      for (const phrase of list.split(', ')) {
        const folded = foldHeader(phrase);
        if (!this.roles.has(folded)) this.roles.set(folded, role);
      }
    }
  }

  /** The role of a name, endings such as `id` or `band` left aside where need be. */
  roleOf(name: string): R | undefined {
    const apart = name.replace(/^\ufeff/, '').replace(/([a-z])([A-Z])/g, '$1 $2');
    const folded = foldHeader(apart);
    return this.roles.get(folded) ?? this.roles.get(folded.replace(/ (id|band|code|hash)$/, ''));
  }

  /** Columns by role, the first of each; undefined where a column of no role speaks of money and may not. */
  find(header: readonly string[], allowsMoney = false): Columns<R> | undefined {
    const found = new Map<R, number>();
    for (const [column, name] of header.entries()) {
      const role = this.roleOf(name);
      if (role && !found.has(role)) found.set(role, column);
      else if (!role && !allowsMoney) {
        const money = matchHeader(name.replace(/([a-z])([A-Z])/g, '$1 $2'), noCurrency);
        if (money?.isExact && MONEY.has(money.role)) return undefined;
      }
    }
    return found;
  }
}

export interface NamedTable<R extends string> {
  readonly separators: Separators;
  readonly header: SampleRecord;
  readonly columns: Columns<R>;
  /** Values of a column in the sample, blank ones left out. */
  values(role: R): string[];
}

/** @param find the columns of a header, or undefined where it is none of the format's own */
export function findTable<R extends string>(
  sample: SampleBytes,
  find: (header: readonly string[]) => Columns<R> | undefined,
): NamedTable<R> | undefined {
  const text = textReader(sample.encoding);
  let best: { columns: Columns<R>; separators: Separators; at: number } | undefined;
  for (const delimiter of [44, 59, 9, 124]) {
    if (!sample.head.includes(delimiter)) continue;
    if (sample.separators && sample.separators.delimiter !== delimiter) continue;
    const separators = sample.separators ?? { delimiter, quote: 34, escape: 34 };
    const lines = sampleRecords(sample.head, separators, text, sample.isWhole, HEADER_LINES);
    for (const [at, line] of lines.entries()) {
      const columns = find(line.fields);
      if (columns && columns.size > (best?.columns.size ?? 0)) best = { columns, separators, at };
    }
  }
  if (!best) return undefined;
  const { columns, separators, at } = best;
  const records = sampleRecords(sample.head, separators, text, sample.isWhole);
  const rows = records.slice(at + 1).map(({ fields }) => fields);
  return {
    separators,
    header: records[at] as SampleRecord,
    columns,
    values: (role) => rows.map((row) => row[columns.get(role) ?? -1] ?? '').filter((value) => value !== ''),
  };
}

/** The head of a member as a sample, for `recognise`. */
export function sampleOfHead(head: Head): SampleBytes {
  const body = Buffer.from(head.text.replace(/^\ufeff/, ''));
  return { head: body, tail: new Uint8Array(0), isWhole: body.length < 60000, mark: 0, encoding: 'utf-8' };
}

/** A moment as a column of dates has it. */
export interface TableMoment {
  readonly day: Day;
  /** Seconds since midnight, NO_TIME where the column has days only. */
  readonly time: number;
  readonly zone: number;
}

export interface TableRecord<R extends string> {
  readonly record: number;
  readonly line: number;
  /** Bytes of the record in the member. */
  readonly offset: number;
  readonly length: number;
  /** The trimmed text of a column, '' where there is none. */
  cell(role: R): string;
  /** A moment, undefined where the cell is empty, 'no day' where it is none. */
  moment(role: R): TableMoment | 'no day' | undefined;
}

/** Why a record is not kept. */
export interface RecordFault<R extends string> {
  readonly field: R;
  readonly reason: string;
}

/** What a record of a table becomes: kept, not booked, or a fault. */
export type EachRecord<R extends string> = (
  record: TableRecord<R>,
  table: NamedTable<R>,
) => RecordFault<R> | 'kept' | 'not booked';

/**
 * Reads a table through. A record is counted as what `each` makes of it.
 * @param each returns a fault, or whether the record is kept or not booked
 */
export function readTable<R extends string>(
  source: ByteSource,
  member: Member,
  sink: EntrySink,
  plan: (sample: SampleBytes) => NamedTable<R> | undefined,
  each: EachRecord<R>,
): void {
  const sample = takeSample(source, member.encoding);
  const table = plan(sample);
  if (!table) throw new CodedError('CLEW_FORMAT_UNKNOWN', { file: member.name, reason: 'no line names its columns' });
  const unit = wideUnit(member.encoding);
  const header = unit > 0 ? wideBytes(sample.head, 0, table.header.next, unit) : table.header.next;
  const { encoding, name } = member;
  const range = { source, from: sample.mark + header, to: source.size, name, encoding };
  readChunks(new NamedTableReader(table, sink, encoding, (record) => each(record, table)), range, (position) => {
    sink.progress(position);
  });
}

export class NamedTableReader<R extends string> implements ChunkReader, TableRecord<R> {
  base = 0;
  line: number;
  /** Of the record at hand; set it to go on after another table's. */
  record = 0;
  offset = 0;
  length = 0;
  private readonly scanner: RecordScanner;
  private readonly table: NamedTable<R>;
  private readonly sink: EntrySink;
  private readonly unit: number;
  private readonly text: TextOf;
  private readonly each: (record: TableRecord<R>) => RecordFault<R> | 'kept' | 'not booked';
  private readonly dates = new Map<R, DateReader>();
  private bytes: Uint8Array = new Uint8Array(0);

  constructor(
    table: NamedTable<R>,
    sink: EntrySink,
    encoding: string,
    each: (record: TableRecord<R>) => RecordFault<R> | 'kept' | 'not booked',
  ) {
    this.table = table;
    this.sink = sink;
    this.each = each;
    this.line = table.header.nextLine;
    this.scanner = new RecordScanner(table.separators);
    this.unit = wideUnit(encoding);
    this.text = textReader(encoding);
  }

  chunk(bytes: Uint8Array, have: number, limit: number, isLast: boolean): number {
    this.bytes = bytes;
    let p = 0;
    let moved = 0;
    while (p < limit && this.scanner.scan(bytes, p, have, isLast)) {
      const { scanner } = this;
      const [end, next] = [scanner.end, scanner.next];
      this.length = this.unit > 0 ? wideBytes(bytes, p, end, this.unit) : end - p;
      this.offset = this.base + (this.unit > 0 ? moved : p);
      const whole = this.unit > 0 ? wideBytes(bytes, p, next, this.unit) : 0;
      if (scanner.fields > 1 || end > p) this.one();
      moved += whole;
      p = next;
      this.line += scanner.lines;
    }
    // In wide text the caller counts the bytes of its own UTF-8.
    if (this.unit > 0) this.base += moved - p;
    return p;
  }

  cell(role: R): string {
    const column = this.table.columns.get(role) ?? this.scanner.fields;
    if (column >= this.scanner.fields) return '';
    return this.text(this.bytes, this.scanner.starts[column] as number, this.scanner.ends[column] as number).trim();
  }

  moment(role: R): TableMoment | 'no day' | undefined {
    const text = this.cell(role);
    if (text === '') return undefined;
    let dates = this.dates.get(role);
    if (!dates) {
      const order = inferDateOrder(this.table.values(role)).order ?? 'ymd';
      this.dates.set(role, (dates = new DateReader(order, textReader('utf-8'))));
    }
    const bytes = Buffer.from(text);
    if (!dates.read(bytes, 0, bytes.length)) return 'no day';
    return { day: dates.day, time: dates.time, zone: dates.zone };
  }

  private one(): void {
    this.record++;
    const outcome = this.each(this);
    if (outcome === 'kept') this.sink.kept();
    else if (outcome === 'not booked') this.sink.notBooked();
    else {
      const { field, reason } = outcome;
      const name = this.table.header.fields[this.table.columns.get(field) ?? -1] ?? field;
      this.sink.reject({ record: this.record, line: this.line, field: name, reason });
    }
  }
}
