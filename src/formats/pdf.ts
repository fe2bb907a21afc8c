/**
 * PDF statements with a text layer (ISO 32000-1): text with its places, lines, columns by the header's
 * names, entries as rows of a table that is then read as CSV is. Only text is looked at: nothing in
 * the file is executed, opened or fetched. ADR 0006 says why the reader is our own.
 */
import { CodedError } from '../errors.ts';
import type { ByteSource, Member, StatementFormat } from './format.ts';
import { PdfDocument } from './pdf/document.ts';
import { textOfPages, type PageText } from './pdf/pages.ts';
import { statementTables, type StatementTables } from './pdf/statement-tables.ts';
import { readTables, tableText } from './table-text.ts';

function tablesOf(source: ByteSource, member: Member): StatementTables {
  const refuse = (reason: string, cause?: unknown): never => {
    throw new CodedError('CLEW_FILE_UNREADABLE', { file: member.name, reason }, cause);
  };
  let pages: PageText[];
  try {
    pages = textOfPages(new PdfDocument(source.read(0, source.size), member.name));
  } catch (thrown) {
    if (thrown instanceof CodedError) throw thrown;
    return refuse(`the PDF is broken: ${thrown instanceof Error ? thrown.message : String(thrown)}`, thrown);
  }
  const pieces = pages.flatMap((page) => page.pieces);
  if (pages.length === 0) refuse('the PDF has no pages');
  if (pieces.length === 0) {
    refuse(
      'the PDF has no text: it is a scan, or its fonts do not say which letters they draw; ask the bank for the original or a CSV',
    );
  }
  const found = statementTables(pages);
  if (found.tables.length === 0) {
    const reason = 'no line of the PDF names a column of dates and one of amounts above entries';
    throw new CodedError('CLEW_FORMAT_UNKNOWN', { file: member.name, reason });
  }
  const hidden = pieces.filter(({ isInvisible }) => isInvisible).length;
  const empty = pages.filter((page) => page.pieces.length === 0).map(({ page }) => page);
  const warnings = [...found.warnings];
  if (hidden > pieces.length / 2)
    warnings.push('the text lies invisible under a picture: a machine read it from a scan; check amounts');
  if (empty.length > 0)
    warnings.push(`pages without text: ${empty.slice(0, 20).join(', ')}${empty.length > 20 ? ' …' : ''}`);
  return { tables: found.tables, warnings };
}

export default {
  id: 'pdf',
  title: 'PDF statement with text',
  recognise({ bytes }) {
    const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
    return start.includes('%PDF-')
      ? { sureness: start.startsWith('%PDF-') ? 95 : 60, why: 'begins as PDF files do' }
      : { sureness: 0, why: 'does not begin as PDF files do' };
  },
  read(source, member, sink) {
    const { tables, warnings } = tablesOf(source, member);
    readTables(tables, member, sink);
    for (const warning of warnings) sink.warn(warning);
  },
  derive: (source, member) => tableText(tablesOf(source, member).tables, member.name),
} satisfies StatementFormat;
