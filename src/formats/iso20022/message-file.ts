/**
 * A file of ISO 20022 messages, bare or in any wrapper (`BizMsgEnvlp`, `AppHdr`, SWIFT's `DataPDU`, a
 * SOAP envelope), one or several. What a damaged file held before its fault is kept, the rest is one
 * reject and a warning.
 */
import type { ByteSource, EntrySink, Head, Member, Recognition } from '../format.ts';
import { readRecords, rejectDamaged, unreadable, unreadableAt, type RecordReader } from '../xml/record-file.ts';

/** Reads messages from a tree of its own. */
export interface MessageReader extends RecordReader {
  /** Records begun. */
  readonly records: number;
  readonly hasMessage: boolean;
  /** The last message that began has ended. */
  readonly isComplete: boolean;
  readonly isInRecord: boolean;
}

/** @param name as in `camt.053` @param elements that hold such a message @param years e.g. `001` */
export function recogniseMessage(head: Head, name: string, elements: readonly string[]): Recognition {
  const element = elements.find((one) => new RegExp(`<(?:[\\w.-]+:)?${one}[\\s/>]`).test(head.text));
  if (element !== undefined) return { sureness: 99, why: `XML with the element ${element}` };
  if (new RegExp(`xmlns[^<>]*[:.]${name.replace('.', '\\.')}\\.\\d{3}\\.\\d\\d`).test(head.text)) {
    return { sureness: 95, why: `XML in the namespace of ${name}` };
  }
  return { sureness: 0, why: `no ${elements[0] ?? name}` };
}

/** Reads a whole member. @param chunk bytes to a read, for tests */
export function readMessages(
  source: ByteSource,
  member: Member,
  sink: EntrySink,
  reader: MessageReader,
  chunk?: number,
): void {
  const fault = readRecords(source, member, sink, reader, chunk);
  if (!fault) {
    if (!reader.hasMessage) throw unreadable(member, 'it holds no such message');
    return;
  }
  if (reader.isComplete) {
    sink.warn(`Line ${fault.line}: what follows the message is not XML (${fault.reason})`);
    return;
  }
  if (reader.records === 0) throw unreadableAt(member, fault);
  rejectDamaged(sink, reader.isInRecord ? reader.records : reader.records + 1, fault);
  sink.warn(`Line ${fault.line}: the file is damaged (${fault.reason}); what follows could not be read`);
}
