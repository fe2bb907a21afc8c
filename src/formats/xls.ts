/**
 * Workbooks of Excel 97 to 2003 (BIFF8 in a compound file), whose rows become one text like those of
 * newer ones. In the same container stand encrypted packages and documents of other programs: they
 * are told by their streams and refused with what to do about it.
 */
import { CodedError } from '../errors.ts';
import type { ByteSource, Member, StatementFormat } from './format.ts';
import { readBiff } from './sheets/biff.ts';
import { CompoundFile, isCompoundFile } from './sheets/compound-file.ts';
import { readWhole } from './sheets/whole-document.ts';
import type { SheetDocument } from './sheets/workbook.ts';
import { readTables, tableText } from './table-text.ts';

function documentOf(source: ByteSource, member: Member): SheetDocument {
  const file = member.name;
  const container = new CompoundFile(readWhole(source, member), file);
  if (container.has('EncryptedPackage')) {
    const reason = 'it is encrypted; open it with its password and save it without one';
    throw new CodedError('CLEW_FILE_REFUSED', { file, reason });
  }
  const workbook = container.stream('Workbook') ?? container.stream('Book');
  if (workbook) return readBiff(workbook, file);
  const reason = container.has('WordDocument')
    ? 'it is a Word document (.doc); save its table as .xlsx or .csv'
    : 'it is a file of an old Office program, but no workbook';
  throw new CodedError('CLEW_FORMAT_UNKNOWN', { file, reason });
}

export default {
  id: 'xls',
  title: 'Excel 97 to 2003 workbook (XLS)',
  recognise({ bytes }) {
    return isCompoundFile(bytes)
      ? { sureness: 90, why: 'is a file of old Office programs' }
      : { sureness: 0, why: 'is no file of old Office programs' };
  },
  read(source, member, sink) {
    const { tables, warnings } = documentOf(source, member);
    for (const warning of warnings) sink.warn(warning);
    readTables(tables, member, sink);
  },
  derive(source, member) {
    return tableText(documentOf(source, member).tables, member.name);
  },
} satisfies StatementFormat;
