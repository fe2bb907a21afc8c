/**
 * The encoding of an OFX file: version 2 declares it as XML does, version 1 in its header
 * (`ENCODING:USASCII`, `CHARSET:1252`; OFX 1.6, section 2.2.1). Bytes that are valid UTF-8 are read
 * as that whatever the header says, since many banks' headers are copied.
 */
import { decodeBytes, isSingleByte } from '../../intake/encoding.ts';
import type { ByteSource, Member } from '../../intake/member.ts';
import { xmlEncoding, type XmlEncoding } from '../xml/encoding.ts';

/** @param member with the encoding that its bytes suggest */
export function ofxEncoding(source: ByteSource, member: Member): XmlEncoding {
  const found = xmlEncoding(source, member);
  if (found.mark > 0 || !isSingleByte(found.encoding) || member.encoding === 'utf-8') {
    return member.encoding === 'utf-8' ? { encoding: 'utf-8', mark: found.mark } : found;
  }
  const head = Buffer.from(source.read(0, 1024)).toString('latin1');
  const charset = /\bCHARSET\s*[:=]\s*"?([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? '';
  const label = /^\d{4}$/.test(charset) ? `windows-${charset}` : charset.replace(/^(iso-?)?8859/, 'iso-8859');
  if (!/^(windows|iso-8859)-\d+$/.test(label)) return found;
  try {
    decodeBytes(Uint8Array.of(65), label);
    return { encoding: label, mark: 0 };
  } catch {
    return found;
  }
}
