/**
 * The table that an export of a payment company, an agent or a generator holds: found by the words
 * of its header, in any order of columns, behind any lines before it. What a column's values mean
 * (order of day and month, decimal mark) is settled on the file's sample as a whole.
 */
import { inferDecimal, type DecimalMark } from './csv/amounts.ts';
import { inferDateOrder } from './csv/date-order.ts';
import type { DateOrder } from './csv/dates.ts';
import { foldHeader } from './csv/header-words.ts';
import type { Separators } from './csv/records.ts';
import { sampleRecords, textReader, type SampleBytes, type SampleRecord } from './csv/sample.ts';

const DELIMITERS = [44, 59, 9, 124] as const;
const HEADER_WITHIN = 30;
const MOST_RECORDS = 2000;

/** A line that may name columns, read by one delimiter. */
export interface Candidate {
  readonly separators: Separators;
  readonly record: SampleRecord;
  /** Its cells in small letters without diacritics and marks; '' for what is too long to be a name. */
  readonly folded: readonly string[];
  /** Lines before it. */
  readonly preamble: readonly SampleRecord[];
}

/** Which columns a layout needs, and what their names may be. */
export interface HeaderRule<Name extends string> {
  /** The column that a folded header word or phrase names. */
  readonly columnOf: (folded: string) => Name | undefined;
  /** A header is this layout's only where it has each of these; of an inner list, one. */
  readonly needs: readonly (Name | readonly Name[])[];
  /** A reason why a header with all of them is none of this layout's after all. */
  readonly refuses?: (folded: readonly string[], columns: ReadonlyMap<Name, number>) => boolean;
}

export interface Table<Name extends string> {
  readonly separators: Separators;
  readonly header: SampleRecord;
  readonly columns: ReadonlyMap<Name, number>;
  readonly preamble: readonly SampleRecord[];
}

/** A columnOf for a table of phrases, one per comma. */
export function phrases<Name extends string>(
  table: Readonly<Record<Name, string>>,
): (folded: string) => Name | undefined {
  const names = new Map<string, Name>();
  for (const [name, list] of Object.entries(table) as [Name, string][]) {
    for (const phrase of list.split(', ')) names.set(foldHeader(phrase), name);
  }
  return (folded) => names.get(folded);
}

/** The first lines of a file under each delimiter, those with four fields and more. */
export function headerCandidates(sample: SampleBytes): Candidate[] {
  const text = textReader(sample.encoding);
  const found: Candidate[] = [];
  for (const delimiter of DELIMITERS) {
    if (!sample.head.includes(delimiter)) continue;
    const separators = { delimiter, quote: 34, escape: 34 };
    const records = sampleRecords(sample.head, separators, text, sample.isWhole, HEADER_WITHIN);
    for (const [at, record] of records.entries()) {
      if (record.fields.length < 4) continue;
      const folded = record.fields.map((field) =>
        field.length > 80 ? '' : foldHeader(field.replace(/^\ufeff/, '').replace(/([a-z])([A-Z])/g, '$1 $2')),
      );
      found.push({ separators, record, folded, preamble: records.slice(0, at) });
    }
  }
  return found;
}

/** The line that has every column the rule needs; where several do, the one with most columns. */
export function findTable<Name extends string>(
  candidates: readonly Candidate[],
  rule: HeaderRule<Name>,
): Table<Name> | undefined {
  let best: Table<Name> | undefined;
  for (const { separators, record, folded, preamble } of candidates) {
    const columns = new Map<Name, number>();
    for (const [index, words] of folded.entries()) {
      const name = words === '' ? undefined : rule.columnOf(words);
      if (name !== undefined && !columns.has(name)) columns.set(name, index);
    }
    const isWhole = rule.needs.every((need) =>
      typeof need === 'string' ? columns.has(need) : need.some((name) => columns.has(name)),
    );
    if (!isWhole || columns.size <= (best?.columns.size ?? 0) || rule.refuses?.(folded, columns)) continue;
    best = { separators, header: record, columns, preamble };
  }
  return best;
}

/** Cells of the sampled rows, start and end of the file, without the header. */
export function sampledRows(table: Pick<Table<string>, 'separators' | 'header'>, sample: SampleBytes): string[][] {
  const text = textReader(sample.encoding);
  const head = sample.head.subarray(table.header.next);
  const records = sampleRecords(head, table.separators, text, sample.isWhole, MOST_RECORDS);
  const cut = sample.tail.indexOf(10);
  if (cut >= 0) {
    const tail = sampleRecords(sample.tail.subarray(cut + 1), table.separators, text, true, MOST_RECORDS);
    const width = table.header.fields.length;
    records.push(...tail.slice(1).filter(({ fields }) => fields.length === width));
  }
  return records.map(({ fields }) => fields.map((field) => field.trim()));
}

export interface SettledOrder {
  readonly order: DateOrder;
  /** A value, a column beside it, or the order of the rows proves it. */
  readonly isProven: boolean;
}

/**
 * The order of day, month and year in columns of one file. Where no value proves it, rows that run
 * steadily forwards or backwards under one reading only do.
 */
export function settleOrder(columns: readonly (readonly string[])[], prefersMonthFirst: boolean): SettledOrder {
  const guesses = columns.map((values) => inferDateOrder(values, prefersMonthFirst)).filter(({ order }) => order);
  const proven = guesses.find(({ why }) => !why.startsWith('no value'));
  if (proven?.order) return { order: proven.order, isProven: true };
  const isSteady = (order: 'dmy' | 'mdy'): boolean => columns.some((values) => runsOneWay(values, order));
  if (isSteady('dmy') !== isSteady('mdy')) return { order: isSteady('dmy') ? 'dmy' : 'mdy', isProven: true };
  return { order: guesses[0]?.order ?? 'ymd', isProven: guesses.length === 0 };
}

function runsOneWay(values: readonly string[], order: 'dmy' | 'mdy'): boolean {
  let ups = 0;
  let downs = 0;
  let before: number | undefined;
  for (const value of values) {
    const parts = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{2,4})(?!\d)/.exec(value);
    if (!parts) continue;
    const [first, second, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
    const day = year * 512 + (order === 'dmy' ? second * 32 + first : first * 32 + second);
    if (before !== undefined && day > before) ups++;
    if (before !== undefined && day < before) downs++;
    before = day;
  }
  return ups === 0 ? downs > 0 : downs === 0;
}

/** The decimal mark of a file's amounts together; where nothing tells, a comma in files parted by semicolons. */
export function settleDecimal(values: readonly string[], delimiter: number): DecimalMark {
  return inferDecimal(values).decimal ?? (delimiter === 59 ? ',' : '.');
}

const MIDNIGHT = /[T ]0?0:00(:00(\.0+)?)?\s*(Z|[+-]00:?00)?$| 12:00(:00)?\s*AM$/i;

/** Whether a column has times and all of them are midnight, as where days went through a spreadsheet. */
export function isMidnightOnly(values: readonly string[]): boolean {
  const times = values.filter((value) => /\d:\d\d/.test(value));
  return times.length > 0 && times.every((value) => MIDNIGHT.test(value));
}
