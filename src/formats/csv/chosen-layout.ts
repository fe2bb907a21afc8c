/**
 * The layout of a file as a person decided it: delimiter and line of the column names by hand, or,
 * where they gave only roles and no known name shows the header, the reading under which most lines
 * have the same number of fields. Without decisions it is what `layout.ts` finds.
 */
import { inferDateOrder } from './date-order.ts';
import { stripAmount } from './amounts.ts';
import { delimiters, escapeOf, findLayout, quoteOf, type Layout } from './layout.ts';
import type { CsvOverrides } from './overrides.ts';
import type { Separators } from './records.ts';
import { sampleRecords, type SampleBytes, type SampleRecord, type TextOf } from './sample.ts';

const FEW_RECORDS = 300;
const MOST_RECORDS = 2000;

/** The layout under the overrides, or why there is none. */
export function chosenLayout(sample: SampleBytes, text: TextOf, overrides: CsvOverrides): Layout | string {
  const { delimiter, headerLine, columns } = overrides;
  if (headerLine === undefined) {
    const found = findLayout(sample, text, delimiter);
    // Columns that a person names go by the file's own names, not by those that content suggests.
    const isNamed = typeof found !== 'string' && (found.isUnnamed !== true || columns === undefined);
    if (isNamed || (delimiter === undefined && columns === undefined)) return found;
    return evenLayout(sample, text, delimiter) ?? found;
  }
  const separators = separatorsOf(sample, text, delimiter);
  if (!separators) return 'no sign parts it into fields';
  const records = sampleRecords(sample.head, separators, text, sample.isWhole, MOST_RECORDS);
  if (headerLine === 0) return withoutHeader(separators, records) ?? 'it has no lines of fields';
  const at = records.findIndex(({ line, nextLine }) => line <= headerLine && headerLine < nextLine);
  const header = records[at];
  if (!header) return `there is no line ${headerLine} within the first records`;
  // A holder's name above the table must not become the name of a column.
  const { width } = usualWidth(records);
  if (Math.abs(header.fields.length - width) > 1)
    return `line ${headerLine} has ${header.fields.length} fields where most have ${width}`;
  if (looksLikeRow(header.fields)) return `line ${headerLine} holds a payment and no names of columns`;
  return layoutOf(separators, records, at, `line ${headerLine} names the columns: set by hand`);
}

/** A reading by the number of fields alone; undefined where no sign parts the lines evenly. */
export function evenLayout(sample: SampleBytes, text: TextOf, delimiter?: string): Layout | undefined {
  const separators = separatorsOf(sample, text, delimiter);
  if (!separators) return undefined;
  const records = sampleRecords(sample.head, separators, text, sample.isWhole, MOST_RECORDS);
  const width = usualWidth(records).width;
  const at = records.findIndex(({ fields }) => fields.length === width);
  const first = records[at];
  if (!first) return undefined;
  if (looksLikeRow(first.fields)) return withoutHeader(separators, records);
  return layoutOf(separators, records, at, `line ${first.line} is the first with ${width} fields, as most lines have`);
}

function layoutOf(separators: Separators, records: readonly SampleRecord[], at: number, why: string): Layout {
  return {
    separators,
    header: records[at] as SampleRecord,
    preamble: records.slice(0, at),
    records: records.slice(at + 1),
    known: 0,
    reasons: [why],
  };
}

/** Columns are named by their numbers. */
function withoutHeader(separators: Separators, records: readonly SampleRecord[]): Layout | undefined {
  const { width } = usualWidth(records);
  const at = records.findIndex(({ fields }) => fields.length === width);
  const first = records[at];
  if (!first) return undefined;
  const header = {
    offset: first.offset,
    next: first.offset,
    line: 0,
    nextLine: first.line,
    fields: first.fields.map((_, column) => `#${column + 1}`),
  };
  return {
    separators,
    header,
    preamble: records.slice(0, at),
    records: records.slice(at),
    known: 0,
    reasons: ['no line names the columns; they are known by their numbers'],
  };
}

/** A line that holds a day and an amount is no line of names. */
function looksLikeRow(fields: readonly string[]): boolean {
  const isDay = (text: string): boolean => /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/.test(text.trim()) && isDate(text);
  const isAmount = (text: string): boolean => /^[\d.,' ]+$/.test(stripAmount(text)?.digits ?? '');
  return fields.some(isDay) && fields.some((text) => !isDay(text) && isAmount(text));
}

function isDate(text: string): boolean {
  return inferDateOrder([text]).order !== undefined;
}

function usualWidth(records: readonly SampleRecord[]): { width: number; lines: number } {
  const counts = new Map<number, number>();
  for (const { fields } of records)
    if (fields.length > 1) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  const [width, lines] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  return { width, lines };
}

function separatorsOf(sample: SampleBytes, text: TextOf, delimiter?: string): Separators | undefined {
  let best: Separators | undefined;
  let most = 0;
  for (const letter of delimiter === undefined ? delimiters : [delimiter]) {
    const byte = letter.charCodeAt(0);
    if (!sample.head.includes(byte)) continue;
    const quote = quoteOf(sample.head, byte);
    const separators = { delimiter: byte, quote, ...escapeOf(sample, byte, quote, text) };
    const { width, lines } = usualWidth(sampleRecords(sample.head, separators, text, sample.isWhole, FEW_RECORDS));
    // Two fields in every line may be a comma in sentences; more fields count for more.
    const score = lines * Math.min(width, 6);
    if (score <= most) continue;
    most = score;
    best = separators;
  }
  return best;
}
