/**
 * OFX (Open Financial Exchange) 1 in SGML and 2 in XML, and QFX, which is OFX with tags of one
 * program; read by `ofx/reader.ts`. It has a closing balance and no opening one.
 */
import type { StatementFormat } from './format.ts';
import { readOfx } from './ofx/reader.ts';

export default {
  id: 'ofx',
  title: 'OFX, OFX 2 and QFX statements',
  recognise: ({ text }) => {
    const body = text.replace(/^\ufeff/, '').slice(0, 20_000);
    const hasHeader = /^\s*(OFXHEADER\s*:|<\?OFX\b)/im.test(body);
    const hasRoot = /<OFX[\s>]/i.test(body);
    const hasMessages =
      /<(SIGNONMSGSRSV1|(BANK|CREDITCARD|INVSTMT)MSGSRSV1|(CC|INV)?STMTTRNRS|(CC|INV)?STMTRS|STMTTRN)>/i.test(body);
    if (hasRoot && (hasHeader || hasMessages)) return { sureness: 99, why: 'the element OFX with statement messages' };
    if (hasHeader) return { sureness: 90, why: 'an OFX header' };
    if (hasRoot || hasMessages) return { sureness: 75, why: 'elements of OFX without its header' };
    return { sureness: 0, why: 'no OFX header and no element OFX' };
  },
  read: (source, member, sink) => {
    readOfx(source, member, sink);
  },
} satisfies StatementFormat;
