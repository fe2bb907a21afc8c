/**
 * The encoding of an XML document (XML 1.0, section 4.3.3 and appendix F): byte order mark, else
 * what the declaration says, else UTF-8. A declaration of UTF-8 over bytes that are none gives way
 * to what the bytes themselves look like, since banks' programs do copy declarations.
 */
import { decodeBytes, detectEncoding } from '../../intake/encoding.ts';
import type { ByteSource, Member } from '../../intake/member.ts';

export interface XmlEncoding {
  readonly encoding: string;
  /** Bytes of the byte order mark. */
  readonly mark: number;
}

/** @param member with the encoding that its bytes suggest */
export function xmlEncoding(source: ByteSource, member: Member, warn?: (message: string) => void): XmlEncoding {
  const head = source.read(0, 256);
  const { encoding, mark } = detectEncoding(head);
  if (mark > 0 || encoding.startsWith('utf-16')) return { encoding, mark };
  const declaration = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(Buffer.from(head).toString('latin1'));
  const declared = declaration?.[1]?.toLowerCase();
  if (declared === undefined || declared === 'utf-8' || declared === 'utf8') {
    if (member.encoding !== 'utf-8') warn?.(`declared as UTF-8, which it is not; read as ${member.encoding}`);
    return { encoding: member.encoding, mark: 0 };
  }
  // Without a mark and with one byte a letter, UTF-16 can only be declared by mistake.
  if (/^(utf-?16|ucs-?2|iso-10646)/.test(declared)) return { encoding: member.encoding, mark: 0 };
  try {
    decodeBytes(head.subarray(0, 1), declared);
    return { encoding: declared, mark: 0 };
  } catch {
    warn?.(`declared in the unknown encoding ${declared}; read as ${member.encoding}`);
    return { encoding: member.encoding, mark: 0 };
  }
}
