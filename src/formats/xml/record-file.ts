/**
 * A file of records in XML, read into a sink: progress and warnings go there, the reader can ask for
 * lines, and a damaged file ends in one reject.
 */
import { CodedError } from '../../errors.ts';
import type { ByteSource, EntrySink, Member } from '../format.ts';
import { readXml, type XmlFault, type XmlFile } from './read.ts';
import type { XmlNode } from './tree.ts';

export interface RecordReader {
  readonly root: XmlNode;
  /** Given before the first event. */
  file: XmlFile;
}

/** Reads a whole member. @param chunk bytes to a read, for tests @returns the fault that ended it early */
export function readRecords(
  source: ByteSource,
  member: Member,
  sink: EntrySink,
  reader: RecordReader,
  chunk?: number,
): XmlFault | undefined {
  const rootOf = (file: XmlFile): XmlNode => {
    reader.file = file;
    return reader.root;
  };
  return readXml(source, member, rootOf, {
    ...(chunk === undefined ? {} : { chunk }),
    progress: (bytes) => {
      sink.progress(bytes);
    },
    warn: (message) => {
      sink.warn(message);
    },
  });
}

/** @param record the one that the fault broke, or that would have followed */
export function rejectDamaged(sink: EntrySink, record: number, { line, path, reason }: XmlFault): void {
  sink.reject({ record, line, field: path, reason: `the file is damaged here: ${reason}` });
}

export function unreadable(member: Member, reason: string): CodedError {
  return new CodedError('CLEW_FILE_UNREADABLE', { file: member.name, reason });
}

export function unreadableAt(member: Member, { line, reason }: XmlFault): CodedError {
  return unreadable(member, `line ${line}: ${reason}`);
}
