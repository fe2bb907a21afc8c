/**
 * HTML pages with tables, which many banks hand out under the name `.xls`. Their rows become one
 * text that the CSV reader or the register's reads.
 */
import { decodeBytes, detectEncoding } from '../intake/encoding.ts';
import type { ByteSource, Member, StatementFormat } from './format.ts';
import { declaredCharset, orNoTable, readHtmlTables } from './sheets/html-tables.ts';
import { readWhole } from './sheets/whole-document.ts';
import { readTables, tableText, type DocumentTable } from './table-text.ts';

function tablesOf(source: ByteSource, member: Member): readonly DocumentTable[] {
  const bytes = readWhole(source, member);
  return orNoTable(readHtmlTables(decodeBytes(bytes, encodingOf(bytes, member)), member.name), member.name);
}

/** What the bytes prove goes before what the page says of itself. */
function encodingOf(bytes: Uint8Array, member: Member): string {
  if (/^utf-/.test(member.encoding) || detectEncoding(bytes.subarray(0, 4)).mark > 0) return member.encoding;
  const declared = declaredCharset(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'));
  if (declared === undefined || /^utf-?(8|16)/.test(declared)) return member.encoding;
  try {
    decodeBytes(bytes.subarray(0, 1), declared);
    return declared;
  } catch {
    return member.encoding;
  }
}

export default {
  id: 'html-table',
  title: 'HTML page with a table (also as .xls)',
  recognise({ text }) {
    const start = text
      .replace(/^\ufeff/, '')
      .trimStart()
      .slice(0, 4096);
    if (
      !/^<(!doctype html|html|head|body|meta|style|table|center|div|font|!--|\?xml[^>]*>\s*(<!doctype html|<html))/i.test(
        start,
      )
    ) {
      return { sureness: 0, why: 'is no HTML page' };
    }
    if (/<table[\s>]/i.test(text) && /<t[dh][\s>]/i.test(text))
      return { sureness: 60, why: 'is an HTML page with a table' };
    const isOffice = text.includes('urn:schemas-microsoft-com:office:excel');
    return isOffice
      ? { sureness: 60, why: 'is an HTML page that Excel saved' }
      : { sureness: 0, why: 'is an HTML page without a table' };
  },
  read(source, member, sink) {
    readTables(tablesOf(source, member), member, sink);
  },
  derive(source, member) {
    return tableText(tablesOf(source, member), member.name);
  },
} satisfies StatementFormat;
