/**
 * From an entry's id to the bank's own record: its bytes are read again from the source, or from the
 * text that a document's rows are written as, at their offset, split into fields, and masked field by field unless a reveal is active. The raw record
 * leaves only under a reveal.
 */
import { CodedError } from '../errors.ts';
import { decodeBytes } from '../intake/encoding.ts';
import { entryText, type EntryText } from '../formats/entry-text.ts';
import type { ByteSource, Segment } from '../formats/format.ts';
import type { TablePlace } from '../formats/table-text.ts';
import { parseEntryId, type EntryPlace } from '../ledger/entry-id.ts';
import type { EntryDetail } from '../server/api.ts';
import { csvFields, tableFields } from './csv-fields.ts';
import { isPlain, MASK } from './field-masks.ts';
import { LineNumbers } from './line-numbers.ts';
import { camtFields, goamlFields, lineFields, mtFields, type RecordField } from './record-fields.ts';

const lineNumbers = new WeakMap<Segment, LineNumbers>();

/** What an entry id says, or CLEW_NOT_FOUND. */
export function placeOfEntry(id: string): EntryPlace {
  const place = parseEntryId(id);
  if (!place) throw new CodedError('CLEW_NOT_FOUND', { what: 'The entry' });
  return place;
}

/**
 * @param segment of the file that the id names
 * @param source the file's own bytes
 */
export function entryDetail(id: string, segment: Segment, source: ByteSource, isRevealed: boolean): EntryDetail {
  const { record } = placeOfEntry(id);
  const row = segment.columns.record?.indexOf(record) ?? -1;
  if (row < 0) throw new CodedError('CLEW_NOT_FOUND', { what: 'The entry' });
  const offset = segment.columns.offset?.[row] ?? 0;
  const length = segment.columns.length?.[row] ?? 0;
  const { member } = segment;
  const text = entryText(source, member, segment.format);
  const bytes = text.source.read(offset, offset + length);
  const raw = decodeBytes(bytes, text.encoding);
  let lines = lineNumbers.get(segment);
  if (!lines) lineNumbers.set(segment, (lines = new LineNumbers(text.encoding)));
  const table = text.tables.find(({ start, end }) => offset >= start && offset < end);
  const linesBefore = table ? lines.lineOf(text.source, table.start) - 1 : 0;
  return {
    id,
    file: member.name,
    sha256: member.sha256,
    record,
    line: lines.lineOf(text.source, offset) - linesBefore,
    ...(table ? { table: table.name } : {}),
    offset,
    length,
    masked: !isRevealed,
    fields: fieldsOf(segment, text, table, bytes, raw).map(({ name, value, plain }) => {
      const isShown = isRevealed || isPlain(plain, value);
      return { name, value: isShown ? value : MASK, masked: !isShown };
    }),
    ...(isRevealed ? { raw } : {}),
  };
}

function fieldsOf(
  segment: Segment,
  text: EntryText,
  table: TablePlace | undefined,
  bytes: Uint8Array,
  raw: string,
): RecordField[] {
  const { format, member } = segment;
  if (format.startsWith('camt')) return camtFields(raw);
  if (format.startsWith('mt9')) return mtFields(raw);
  if (format === 'goaml') return goamlFields(raw);
  if (table) return tableFields(text.source, table, bytes) ?? lineFields(raw);
  return csvFields(text.source, member, bytes, format, segment.overrides) ?? lineFields(raw);
}
