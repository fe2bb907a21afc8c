/**
 * The text that a member's entries are offsets in: its own bytes, or what a document's rows are
 * written as (`StatementFormat.derive`). The last few documents' texts are kept, so that opening one
 * row after another reads a workbook once.
 */
import { memorySource } from '../intake/byte-source.ts';
import type { ByteSource, Member } from './format.ts';
import { formats } from './recognise.ts';
import { tablePlaces, type TablePlace } from './table-text.ts';

export interface EntryText {
  readonly source: ByteSource;
  readonly encoding: string;
  /** Tables of a document, in order; none where the member is text itself. */
  readonly tables: readonly TablePlace[];
}

const MOST_KEPT = 4;
const MOST_BYTES = 256 << 20;

const kept = new Map<string, EntryText>();

/**
 * @param source the member's own bytes
 * @param format the id of the format that read it
 */
export function entryText(source: ByteSource, member: Member, format: string): EntryText {
  const derive = formats.get(format)?.derive;
  if (!derive) return { source, encoding: member.encoding, tables: [] };
  const key = `${format} ${member.sha256}`;
  const known = kept.get(key);
  if (known) {
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const bytes = derive(source, member);
  const text: EntryText = { source: memorySource(bytes), encoding: 'utf-8', tables: tablePlaces(bytes) };
  kept.set(key, text);
  let total = [...kept.values()].reduce((sum, { source: { size } }) => sum + size, 0);
  for (const [oldest, { source: old }] of kept) {
    if (oldest === key || (kept.size <= MOST_KEPT && total <= MOST_BYTES)) break;
    kept.delete(oldest);
    total -= old.size;
  }
  return text;
}
