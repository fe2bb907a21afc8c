/**
 * Files in the container of old Office programs ([MS-CFB]): workbooks of Excel 97 to 2003 (BIFF) are
 * not read, and neither are encrypted packages; each is told by its streams and refused with what
 * to do about it.
 */
import { CodedError } from '../errors.ts';
import type { ByteSource, StatementFormat } from './format.ts';

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const WINDOW = 4 << 20;
const LONGEST_NAME = 64;

const streams: readonly (readonly [name: string, code: 'CLEW_FILE_REFUSED' | 'CLEW_FORMAT_UNKNOWN', reason: string])[] =
  [
    ['EncryptedPackage', 'CLEW_FILE_REFUSED', 'it is encrypted; open it with its password and save it without one'],
    [
      'Workbook',
      'CLEW_FORMAT_UNKNOWN',
      'it is an Excel 97 to 2003 workbook (.xls, BIFF); open it in Excel or LibreOffice and save it as .xlsx, .ods or .csv',
    ],
    [
      'Book',
      'CLEW_FORMAT_UNKNOWN',
      'it is an Excel 5 or 95 workbook (.xls, BIFF); open it in Excel or LibreOffice and save it as .xlsx, .ods or .csv',
    ],
    ['WordDocument', 'CLEW_FORMAT_UNKNOWN', 'it is a Word document (.doc); save its table as .xlsx or .csv'],
  ];

/** Names of streams are UTF-16 with a zero after; they stand in directory sectors, anywhere in the file. */
function hasStream(source: ByteSource, name: string): boolean {
  const wanted = Buffer.from(`${name}\0`, 'utf16le');
  for (let at = 0; at < source.size; at += WINDOW) {
    const bytes = Buffer.from(source.read(at, at + WINDOW + LONGEST_NAME));
    for (let found = bytes.indexOf(wanted); found >= 0; found = bytes.indexOf(wanted, found + 1)) {
      // A directory entry is 128 bytes, its name at the start, the name's length after 64.
      if ((at + found) % 128 === 0 && bytes.length >= found + 66 && bytes.readUInt16LE(found + 64) === wanted.length)
        return true;
    }
  }
  return false;
}

export default {
  id: 'xls',
  title: 'Excel 97 to 2003 workbook (not read)',
  recognise({ bytes }) {
    const isIt = SIGNATURE.every((byte, index) => bytes[index] === byte);
    return isIt
      ? { sureness: 90, why: 'is a file of old Office programs' }
      : { sureness: 0, why: 'is no file of old Office programs' };
  },
  read(source, member) {
    const found = streams.find(([name]) => hasStream(source, name));
    const [, code = 'CLEW_FORMAT_UNKNOWN', reason = 'it is a file of an old Office program, but no workbook'] =
      found ?? [];
    throw new CodedError(code, { file: member.name, reason });
  },
} satisfies StatementFormat;
