/**
 * The tables of a document (a workbook's sheets, a PDF's pages) as one delimited text, and that text
 * read into a sink by the CSV reader or the register's. It is the ground that offsets of a document's
 * entries stand on, so the same tables always give the same bytes: per table a line of a form feed
 * and its name, then a line per row (RFC 4180 with commas, UTF-8, line feeds). A line break inside a
 * cell becomes a blank, so that the row's number is its line's.
 */
import { CodedError } from '../errors.ts';
import { readChunks, type ChunkReader, type ChunkSource } from './csv/chunks.ts';
import { RowReader } from './csv/row-reader.ts';
import type { SampleBytes } from './csv/sample.ts';
import type { ByteSource, EntrySink, Member } from './format.ts';
import { STANDARD_CONTACT_KEY } from './contact-hash.ts';
import { NamedTableReader } from './csv/named-table.ts';
import { registerRecords } from './register.ts';
import { planTables, type TablePlan } from './table-plans.ts';
import { TableSink } from './table-sink.ts';

/** One table of a document; rows from row 1, empty ones kept, so that row numbers are the document's own. */
export interface DocumentTable {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Where a table's rows stand in the text: bytes [start, end), after the line with its name. */
export interface TablePlace {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const FORM_FEED = 12;
const LF = 10;
const SEPARATORS = { delimiter: 44, quote: 34, escape: 34 };
/** Bytes of a document's text at most. */
export const LARGEST_TEXT = 512 << 20;
const MOST_TABLES = 10_000;
/** Rows are filled up to the widest of the first ones, so that columns with few values are seen. */
const HEADER_WITHIN = 200;
const WIDEST_FILLED = 512;
const BATCH = 1 << 16;
const HEAD = 256 * 1024;
const TAIL = 64 * 1024;
const REASONS_IN_WORDS = 5;

/**
 * A document's tables as text. CLEW_LIMIT over 512 MiB.
 * @param file the name that errors give
 */
export function tableText(tables: readonly DocumentTable[], file = 'document'): Uint8Array {
  if (tables.length > MOST_TABLES)
    throw new CodedError('CLEW_LIMIT', { file, what: 'the number of tables', limit: MOST_TABLES });
  const pieces: Buffer[] = [];
  let size = 0;
  let batch = '';
  const flush = (): void => {
    const piece = Buffer.from(batch);
    size += piece.length;
    if (size > LARGEST_TEXT)
      throw new CodedError('CLEW_LIMIT', { file, what: 'its text', limit: `${LARGEST_TEXT} bytes` });
    pieces.push(piece);
    batch = '';
  };
  for (const { name, rows } of tables) {
    const width = widthOf(rows);
    batch += `\f${plainText(name)}\n`;
    for (const row of rows) {
      batch += rowText(row, width);
      if (batch.length > BATCH) flush();
    }
  }
  flush();
  return Buffer.concat(pieces, size);
}

function widthOf(rows: readonly (readonly string[])[]): number {
  let width = 1;
  for (let i = 0; i < Math.min(rows.length, HEADER_WITHIN); i++)
    width = Math.max(width, filledCells(rows[i] as string[]));
  return Math.min(width, WIDEST_FILLED);
}

/** Cells up to the last that holds something. */
function filledCells(row: readonly string[]): number {
  let count = row.length;
  while (count > 0 && row[count - 1] === '') count--;
  return count;
}

/** One line of the text; `width` cells at least. */
export function rowText(row: readonly string[], width: number): string {
  const filled = filledCells(row);
  if (filled === 0) return '\n';
  let line = cellText(row[0] as string);
  for (let i = 1; i < filled; i++) line += `,${cellText(row[i] as string)}`;
  return `${line}${','.repeat(Math.max(0, width - filled))}\n`;
}

function cellText(cell: string): string {
  const plain = plainText(cell);
  return /[",]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

function plainText(text: string): string {
  return /[\0-\x1f\x7f\x85\u2028\u2029]/.test(text) ? text.replace(/[\0-\x1f\x7f\x85\u2028\u2029]+/g, ' ') : text;
}

/** Where the tables stand in a text of `tableText`. */
export function tablePlaces(text: Uint8Array): TablePlace[] {
  const places: TablePlace[] = [];
  for (let at = text.indexOf(FORM_FEED); at >= 0;) {
    const nameEnd = text.indexOf(LF, at);
    if (nameEnd < 0) break;
    const next = text.indexOf(FORM_FEED, nameEnd);
    const name = Buffer.from(text.buffer, text.byteOffset + at + 1, nameEnd - at - 1).toString();
    places.push({ name, start: nameEnd + 1, end: next < 0 ? text.length : next });
    at = next;
  }
  return places;
}

/** A look at one table, as the CSV reader takes at a file. */
export function sampleTable(text: ByteSource, { start, end }: TablePlace): SampleBytes {
  const isWhole = end - start <= HEAD;
  return {
    head: text.read(start, Math.min(end, start + HEAD)),
    tail: isWhole ? new Uint8Array(0) : text.read(Math.max(start, end - TAIL), end),
    isWhole,
    mark: 0,
    encoding: 'utf-8',
    separators: SEPARATORS,
  };
}

/**
 * Reads a document's tables into the sink: each is payments or a register, or is named in a warning.
 * Records are numbered over all tables; lines are rows of their table; where there are several
 * tables, a reject's field and a warning say which. CLEW_FORMAT_UNKNOWN where none can be read.
 * @param contactKey as of `registerFormat`
 */
export function readTables(
  tables: readonly DocumentTable[],
  member: Member,
  sink: EntrySink,
  contactKey = STANDARD_CONTACT_KEY,
): void {
  readTableText(tableText(tables, member.name), member, sink, contactKey);
}

/** As `readTables` from a text that `tableText` wrote. */
export function readTableText(
  text: Uint8Array,
  member: Member,
  sink: EntrySink,
  contactKey = STANDARD_CONTACT_KEY,
): void {
  const source = textSource(text);
  const places = tablePlaces(text).filter(({ start, end }) => text.subarray(start, end).some((byte) => byte !== LF));
  const plans = planTables(places, (place) => sampleTable(source, place), member);
  const unknown: string[] = [];
  let records = 0;
  for (const { place, plan } of plans) {
    if (typeof plan === 'string') {
      unknown.push(`${place.name}: ${plan}`);
      continue;
    }
    const scale = member.bytes / Math.max(1, text.length);
    const table = new TableSink(sink, places.length > 1 ? place.name : undefined, scale);
    const { reader, start, finish } = readerOf(plan, table, records, contactKey);
    const from = place.start + start;
    readChunks(reader, { source, from, to: place.end, name: member.name, encoding: 'utf-8' }, (position) => {
      table.progress(position);
    });
    records = finish();
  }
  if (unknown.length === plans.length) {
    const reasons = unknown.slice(0, REASONS_IN_WORDS);
    if (unknown.length > reasons.length) reasons.push(`and ${unknown.length - reasons.length} tables more`);
    const reason = reasons.length === 0 ? 'it holds no rows' : reasons.join('; ');
    throw new CodedError('CLEW_FORMAT_UNKNOWN', { file: member.name, reason });
  }
  for (const reason of unknown) sink.warn(`table left out: ${reason}`);
}

interface TableReader {
  readonly reader: ChunkReader;
  /** Byte after the header, from the table's start. */
  readonly start: number;
  /** Completes the table; returns the number of the last record. */
  finish(): number;
}

function readerOf(plan: TablePlan, sink: EntrySink, records: number, contactKey: string): TableReader {
  if (plan.kind === 'register') {
    const { register } = plan;
    const each = registerRecords(sink, contactKey);
    const reader = new NamedTableReader(register, sink, 'utf-8', (record) => each(record, register));
    reader.record = records;
    return { reader, start: register.header.next, finish: () => reader.record };
  }
  const reader = new RowReader(plan.csv, sink, plan.csv.line);
  reader.tally.records = records;
  const finish = (): number => {
    reader.finish();
    return reader.tally.records;
  };
  return { reader, start: plan.csv.start, finish };
}

function textSource(text: Uint8Array): ChunkSource {
  return {
    size: text.length,
    read: (from, to) => text.slice(from, to),
    readInto(from, target) {
      const piece = text.subarray(from, from + target.length);
      target.set(piece);
      return piece.length;
    },
  };
}
