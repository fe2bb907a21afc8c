/** XML Spreadsheet 2003, what banks' older programs save as `.xls` or `.xml`. */
import type { StatementFormat } from './format.ts';
import { documentRoot } from './sheets/document-root.ts';
import { readSpreadsheetMl } from './sheets/spreadsheetml-tables.ts';
import { readWhole } from './sheets/whole-document.ts';
import { readTables, tableText } from './table-text.ts';

export default {
  id: 'spreadsheetml',
  title: 'XML Spreadsheet 2003',
  recognise({ text }) {
    const root = documentRoot(text);
    const isIt = /^<(\w+:)?Workbook\b/.test(root) && root.includes('urn:schemas-microsoft-com:office:spreadsheet');
    return isIt
      ? { sureness: 95, why: 'is an XML Spreadsheet 2003 workbook' }
      : { sureness: 0, why: 'is no XML spreadsheet' };
  },
  read(source, member, sink) {
    const { tables, warnings } = readSpreadsheetMl(readWhole(source, member), member.name);
    for (const warning of warnings) sink.warn(warning);
    readTables(tables, member, sink);
  },
  derive(source, member) {
    return tableText(readSpreadsheetMl(readWhole(source, member), member.name).tables, member.name);
  },
} satisfies StatementFormat;
