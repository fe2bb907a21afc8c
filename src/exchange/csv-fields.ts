/**
 * One CSV record by the column names of its own file. The layout is found as the reader found it
 * (`formats/csv/layout.ts`), and what a column may show follows from the role of its name.
 */
import type { ByteSource, Member } from '../formats/format.ts';
import { isLabelled } from '../formats/labelled-format.ts';
import { formats } from '../formats/recognise.ts';
import type { Separators } from '../formats/csv/records.ts';
import { matchHeader, type Role } from '../formats/csv/header-words.ts';
import { chosenLayout } from '../formats/csv/chosen-layout.ts';
import { isCurrencyWord } from '../formats/csv/layout.ts';
import { forcedRoles, type ColumnRole, type CsvOverrides } from '../formats/csv/overrides.ts';
import { sampleRecords, takeSample, textReader, type SampleBytes } from '../formats/csv/sample.ts';
import { sampleTable, type TablePlace } from '../formats/table-text.ts';
import { decodeBytes, wideUnit } from '../intake/encoding.ts';
import type { PlainKind } from './field-masks.ts';
import type { RecordField } from './record-fields.ts';

const plainRoles: Partial<Readonly<Record<Role, PlainKind>>> = {
  booking: 'date',
  value: 'date',
  time: 'time',
  amount: 'amount',
  ownAmount: 'amount',
  debit: 'amount',
  credit: 'amount',
  balance: 'amount',
  fee: 'amount',
  originalAmount: 'amount',
  paidAmount: 'amount',
  receivedAmount: 'amount',
  currency: 'currency',
  ownCurrency: 'currency',
  originalCurrency: 'currency',
  paidCurrency: 'currency',
  receivedCurrency: 'currency',
  sign: 'code',
  purpose: 'code',
  mcc: 'code',
  otherCountry: 'country',
  merchantCountry: 'country',
  otherBank: 'bank',
  fromBank: 'bank',
  toBank: 'bank',
};

/** What a hand may show by giving a column a role: nothing that a name could pass for. */
const plainByHand: ReadonlySet<PlainKind> = new Set(['date', 'time', 'amount', 'currency']);

/** What a column may show by its name, or by the role that a person gave it. */
export function plainOfColumn(name: string, forced: ColumnRole | undefined): PlainKind | undefined {
  const byName = plainRoles[matchHeader(name, isCurrencyWord)?.role ?? 'ignored'];
  const byHand = forced === undefined ? undefined : plainRoles[forced];
  return byHand !== undefined && (plainByHand.has(byHand) || byHand === byName) ? byHand : byName;
}

/** How a file's records are split, and what its columns are called and may show. */
interface Columns {
  readonly separators: Separators;
  readonly names: readonly string[];
  readonly plain: readonly (PlainKind | undefined)[];
}

const known = new WeakMap<Member, Columns | 'unknown'>();

function columnsOf(source: ByteSource, member: Member, formatId: string, overrides: CsvOverrides): Columns | 'unknown' {
  let columns = known.get(member);
  if (!columns) known.set(member, (columns = findColumns(source, member, formatId, overrides)));
  return columns;
}

function findColumns(
  source: ByteSource,
  member: Member,
  formatId: string,
  overrides: CsvOverrides,
): Columns | 'unknown' {
  const sample = takeSample(source, member.encoding);
  const format = formats.get(formatId);
  const found = isLabelled(format) ? format.layoutIn(sample) : undefined;
  if (found) {
    const names = named(found.table.header.fields);
    const plain = names.map((name, index) =>
      found.days.includes(index) ? 'date' : found.amounts.includes(index) ? 'amount' : plainOfColumn(name, undefined),
    );
    return { separators: found.table.separators, names, plain };
  }
  return columnsByHeader(sample, member.encoding, overrides);
}

function columnsByHeader(sample: SampleBytes, encoding: string, overrides: CsvOverrides): Columns | 'unknown' {
  const layout = chosenLayout(sample, textReader(encoding), overrides);
  if (typeof layout === 'string') return 'unknown';
  const header = layout.header.fields.map((name) => name.trim());
  const forced = forcedRoles(header, overrides);
  const names = named(header);
  const plain = names.map((name, index) =>
    plainOfColumn(name, typeof forced === 'string' ? undefined : forced.get(index)),
  );
  return { separators: layout.separators, names, plain };
}

function named(fields: readonly string[]): string[] {
  return fields.map((field, index) =>
    field.trim() === '' || /^#\d+$/.test(field) ? `column ${index + 1}` : field.trim(),
  );
}

/**
 * @param formatId the format that read the file
 * @returns undefined where the file's layout is not found again
 */
export function csvFields(
  source: ByteSource,
  member: Member,
  record: Uint8Array,
  formatId: string,
  overrides: CsvOverrides = {},
): RecordField[] | undefined {
  const columns = columnsOf(source, member, formatId, overrides);
  if (columns === 'unknown') return undefined;
  const isWide = wideUnit(member.encoding) > 0;
  const bytes = isWide ? Buffer.from(decodeBytes(record, member.encoding)) : record;
  return namedFields(columns, bytes, isWide ? 'utf-8' : member.encoding);
}

const tableColumns = new WeakMap<TablePlace, Columns | 'unknown'>();

/** As `csvFields` for a row of one table of a document's text. */
export function tableFields(text: ByteSource, place: TablePlace, record: Uint8Array): RecordField[] | undefined {
  let columns = tableColumns.get(place);
  if (!columns) tableColumns.set(place, (columns = columnsByHeader(sampleTable(text, place), 'utf-8', {})));
  const fields = columns === 'unknown' ? undefined : namedFields(columns, record, 'utf-8');
  return fields && withPlace(fields);
}

/** Where a row stands in a PDF (`formats/pdf`) names nobody: its last two columns are Clew's own. */
function withPlace(fields: RecordField[]): RecordField[] {
  const [page, box] = fields.slice(-2);
  if (page?.name !== 'page' || box?.name !== 'box') return fields;
  return [...fields.slice(0, -2), { ...page, plain: 'count' }, { ...box, plain: 'box' }];
}

function namedFields(columns: Columns, bytes: Uint8Array, encoding: string): RecordField[] | undefined {
  const [found] = sampleRecords(bytes, columns.separators, textReader(encoding), true, 1);
  return found?.fields.map((value, index) => {
    const name = columns.names[index] ?? `column ${index + 1}`;
    const plain = columns.plain[index];
    return plain === undefined ? { name, value } : { name, value, plain };
  });
}
