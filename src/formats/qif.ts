/**
 * QIF (Quicken Interchange Format), as banks and personal finance programs export it; read by
 * `qif/reader.ts`. It has no currency, and neither the order of dates nor the decimal mark is fixed.
 */
import type { StatementFormat } from './format.ts';
import { readQif } from './qif/reader.ts';

export default {
  id: 'qif',
  title: 'QIF, Quicken registers',
  recognise: ({ text }) => {
    const body = text.replace(/^\ufeff/, '');
    const hasHeader = /(^|[\r\n])!\s*(type\s*:|account\b|option\s*:|clear\s*:)/i.test(body);
    if (!hasHeader) return { sureness: 0, why: 'no header such as !Type:Bank' };
    const isFirst = /^(\s|#[^\r\n]*)*\^?\s*!/.test(body);
    const hasRecord = /[\r\n]\^/.test(body);
    return isFirst && hasRecord
      ? { sureness: 97, why: 'a header such as !Type:Bank first, and records that end in ^' }
      : { sureness: hasRecord ? 80 : 50, why: 'a header such as !Type:Bank' };
  },
  read: (source, member, sink) => {
    readQif(source, member, sink);
  },
} satisfies StatementFormat;
