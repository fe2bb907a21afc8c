/**
 * Excel workbooks (Office Open XML, ECMA-376; transitional and strict). Their rows become one text
 * that the CSV reader or the register's reads, and that entries have their offsets in.
 */
import type { StatementFormat } from './format.ts';
import { readTables, tableText } from './table-text.ts';
import { readWorkbook } from './sheets/workbook.ts';

/** Names of parts that an office package of Microsoft's kind begins with. */
const FIRST_PART = /^(\[Content_Types\]\.xml|(_rels|docProps|xl|customXml|word|ppt)\/)/;

export default {
  id: 'xlsx',
  title: 'Excel workbook (XLSX)',
  recognise({ bytes }) {
    const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const isZip = head.length > 30 && head.readUInt32LE(0) === 0x04034b50;
    if (!isZip) return { sureness: 0, why: 'is no office package' };
    const name = head.toString('latin1', 30, 30 + head.readUInt16LE(26));
    const isOffice =
      FIRST_PART.test(name.replace(/\\/g, '/')) ||
      head.includes('xl/workbook.xml') ||
      head.includes('[Content_Types].xml');
    return isOffice ? { sureness: 95, why: 'is an office package' } : { sureness: 0, why: 'is no office package' };
  },
  read(source, member, sink) {
    const { tables, warnings } = readWorkbook(source, member.name, () => {
      sink.progress(0);
    });
    for (const warning of warnings) sink.warn(warning);
    readTables(tables, member, sink);
  },
  derive(source, member) {
    return tableText(readWorkbook(source, member.name).tables, member.name);
  },
} satisfies StatementFormat;
