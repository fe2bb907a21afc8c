/**
 * From an entry's id to the bank's own record: its bytes are read again from the source at their
 * offset, split into fields, and masked field by field unless a reveal is active. The raw record
 * leaves only under a reveal.
 */
import { CodedError } from '../errors.ts';
import { decodeBytes } from '../intake/encoding.ts';
import type { ByteSource, Segment } from '../formats/format.ts';
import { parseEntryId, type EntryPlace } from '../ledger/entry-id.ts';
import type { EntryDetail } from '../server/api.ts';
import { csvFields } from './csv-fields.ts';
import { isPlain, MASK } from './field-masks.ts';
import { LineNumbers } from './line-numbers.ts';
import { camtFields, lineFields, mtFields, type RecordField } from './record-fields.ts';

const lineNumbers = new WeakMap<Segment, LineNumbers>();

/** What an entry id says, or CLEW_NOT_FOUND. */
export function placeOfEntry(id: string): EntryPlace {
  const place = parseEntryId(id);
  if (!place) throw new CodedError('CLEW_NOT_FOUND', { what: 'The entry' });
  return place;
}

/** @param segment of the file that the id names */
export function entryDetail(id: string, segment: Segment, source: ByteSource, isRevealed: boolean): EntryDetail {
  const { record } = placeOfEntry(id);
  const row = segment.columns.record?.indexOf(record) ?? -1;
  if (row < 0) throw new CodedError('CLEW_NOT_FOUND', { what: 'The entry' });
  const offset = segment.columns.offset?.[row] ?? 0;
  const length = segment.columns.length?.[row] ?? 0;
  const { member } = segment;
  const bytes = source.read(offset, offset + length);
  const raw = decodeBytes(bytes, member.encoding);
  let lines = lineNumbers.get(segment);
  if (!lines) lineNumbers.set(segment, (lines = new LineNumbers(member.encoding)));
  return {
    id,
    file: member.name,
    sha256: member.sha256,
    record,
    line: lines.lineOf(source, offset),
    offset,
    length,
    masked: !isRevealed,
    fields: fieldsOf(segment, source, bytes, raw).map(({ name, value, plain }) => {
      const isShown = isRevealed || isPlain(plain, value);
      return { name, value: isShown ? value : MASK, masked: !isShown };
    }),
    ...(isRevealed ? { raw } : {}),
  };
}

function fieldsOf(segment: Segment, source: ByteSource, bytes: Uint8Array, raw: string): RecordField[] {
  const { format, member } = segment;
  if (format.startsWith('camt')) return camtFields(raw);
  if (format.startsWith('mt9')) return mtFields(raw);
  return csvFields(source, member, bytes, segment.overrides) ?? lineFields(raw);
}
