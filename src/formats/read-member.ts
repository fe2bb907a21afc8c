/**
 * One member, in this thread: its format is told from its content, then read from start to end.
 */
import { CodedError } from '../errors.ts';
import { fileSource } from '../intake/byte-source.ts';
import type { Member, Segment } from './format.ts';
import { headOf, recognise } from './recognise.ts';
import { SegmentSink, type SinkHooks } from './segment-sink.ts';

/** Reads a member. Throws CodedError where no format knows it or it cannot be read at all. */
export function readMember(member: Member, hooks: SinkHooks = {}): Segment {
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
