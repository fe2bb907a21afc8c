/**
 * Apache Arrow IPC files and streams of payments or registers, Feather version 2 among them; a
 * Feather file of version 1 is another format and is refused by name.
 */
import { CodedError } from '../errors.ts';
import { arrowFile } from './columnar/arrow-file.ts';
import { columnarText, readColumnar } from './columnar/columnar-text.ts';
import type { StatementFormat } from './format.ts';

/** Byte that says in a message's table that it is a schema; its place moves, so a message's size is judged. */
const LARGEST_SCHEMA = 16 << 20;

/** A stream begins with a continuation mark and the size of a schema message, padded to eight bytes. */
function isStream(bytes: Uint8Array): boolean {
  if (bytes.length < 16) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = view.getUint32(4, true);
  // After it the root table's offset, within the message.
  const root = view.getUint32(8, true);
  return view.getUint32(0, true) === 0xffffffff && size > 0 && size % 8 === 0 && size < LARGEST_SCHEMA && root < size;
}

export default {
  id: 'arrow',
  title: 'Apache Arrow, Feather',
  recognise({ bytes }) {
    const magic = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
    if (magic.startsWith('ARROW1')) return { sureness: 95, why: 'begins with ARROW1' };
    if (magic.startsWith('FEA1')) return { sureness: 95, why: 'begins with FEA1' };
    if (isStream(bytes)) return { sureness: 90, why: 'begins as an Arrow stream does' };
    return { sureness: 0, why: 'begins neither as an Arrow file nor as a stream' };
  },
  read(source, member, sink) {
    if (Buffer.from(source.read(0, 4)).toString('latin1') === 'FEA1') {
      const reason = 'it is a Feather file of version 1; write it again as Feather version 2 or Parquet';
      throw new CodedError('CLEW_FILE_REFUSED', { file: member.name, reason });
    }
    readColumnar(arrowFile, source, member, sink);
  },
  derive: (source, member) => columnarText(arrowFile, source, member).text,
} satisfies StatementFormat;
