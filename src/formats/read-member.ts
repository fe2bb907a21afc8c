/**
 * One member, in this thread: its format is told from its content, then read from start to end.
 */
import { CodedError } from '../errors.ts';
import { fileSource } from '../intake/byte-source.ts';
import { readCsv } from './csv.ts';
import type { CsvOverrides } from './csv/overrides.ts';
import type { Member, Segment } from './format.ts';
import { headOf, recognise } from './recognise.ts';
import { SegmentSink, type SinkHooks } from './segment-sink.ts';

/**
 * Reads a member. Throws CodedError where no format knows it or it cannot be read at all.
 * @param overrides what a person decided: the member is then delimited text, whatever it looks like
 */
export function readMember(member: Member, hooks: SinkHooks = {}, overrides?: CsvOverrides): Segment {
  if (overrides) return readAsTable(member, hooks, overrides);
  const found = recognise(headOf(member));
  if (!found) throw new CodedError('CLEW_FORMAT_UNKNOWN', { file: member.name, reason: 'no format knows its content' });
  const source = fileSource(member.path);
  try {
    const sink = new SegmentSink(hooks, roomFor(member.bytes));
    found.format.read(source, member, sink);
    return sink.close(member, found.format.id);
  } finally {
    source.close();
  }
}

/** Rows to make room for: those of short entries. Room that is not used costs no memory. */
function roomFor(bytes: number): number {
  return Math.min(1 << 20, Math.max(1024, bytes >> 8));
}

/** The member's encoding as it was decided holds from here on, for its records as evidence too. */
export function decidedMember(member: Member, overrides: CsvOverrides | undefined): Member {
  return overrides?.encoding === undefined ? member : { ...member, encoding: overrides.encoding };
}

function readAsTable(member: Member, hooks: SinkHooks, overrides: CsvOverrides): Segment {
  const decided = decidedMember(member, overrides);
  const source = fileSource(decided.path);
  try {
    const sink = new SegmentSink(hooks);
    readCsv(source, decided, sink, overrides);
    return { ...sink.close(decided, 'csv'), overrides };
  } finally {
    source.close();
  }
}
