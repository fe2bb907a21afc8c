/** A document that is read whole: XML, HTML or an old workbook, within a limit. */
import { CodedError } from '../../errors.ts';
import type { ByteSource, Member } from '../format.ts';

const LARGEST = 256 << 20;

export function readWhole(source: ByteSource, member: Member): Uint8Array {
  if (source.size > LARGEST) {
    throw new CodedError('CLEW_LIMIT', { file: member.name, what: 'the document', limit: `${LARGEST} bytes` });
  }
  return source.read(0, source.size);
}
