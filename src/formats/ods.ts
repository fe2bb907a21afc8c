/**
 * OpenDocument spreadsheets (ISO/IEC 26300), as packages (.ods) and as flat XML (.fods). Their rows
 * become one text that the CSV reader or the register's reads.
 */
import type { ByteSource, Member, StatementFormat } from './format.ts';
import { documentRoot } from './sheets/document-root.ts';
import { readContent, readOpenDocument } from './sheets/ods-tables.ts';
import type { SheetDocument } from './sheets/workbook.ts';
import { readWhole } from './sheets/whole-document.ts';
import { readTables, tableText } from './table-text.ts';

const MIME = 'application/vnd.oasis.opendocument.';

function documentOf(source: ByteSource, member: Member, pause?: () => void): SheetDocument {
  const isPackage = Buffer.from(source.read(0, 2)).toString('latin1') === 'PK';
  return isPackage
    ? readOpenDocument(source, member.name, pause)
    : readContent(readWhole(source, member), member.name, 'the document', pause);
}

export default {
  id: 'ods',
  title: 'OpenDocument spreadsheet (ODS)',
  recognise({ bytes, text }) {
    // The type stands first and unpacked (part 2, section 3.3), so it can be read from the head.
    const start = Buffer.from(bytes.subarray(0, 128)).toString('latin1');
    if (/^PK\x03\x04/.test(start) && start.indexOf('mimetype') === 30 && start.includes(MIME)) {
      return { sureness: 95, why: 'names itself an OpenDocument file' };
    }
    const root = documentRoot(text);
    if (/^<(\w+:)?document\b/.test(root) && root.includes(`${MIME}spreadsheet`)) {
      return { sureness: 95, why: 'is a flat OpenDocument spreadsheet' };
    }
    return { sureness: 0, why: 'names no OpenDocument type' };
  },
  read(source, member, sink) {
    const { tables, warnings } = documentOf(source, member, () => {
      sink.progress(0);
    });
    for (const warning of warnings) sink.warn(warning);
    readTables(tables, member, sink);
  },
  derive(source, member) {
    return tableText(documentOf(source, member).tables, member.name);
  },
} satisfies StatementFormat;
