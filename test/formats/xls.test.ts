/** Files of old Office programs are told apart and refused with what to do. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import xls from '../../src/formats/xls.ts';
import { packageRoot } from '../../src/package-root.ts';
import { readRows, thrownBy } from '../fixtures/read-rows.ts';

const fixture = readFileSync(join(packageRoot, 'test/fixtures/xls/xlwt.xls'));

/** A container whose second sector is a directory with one stream. */
function containerOf(stream: string): Buffer {
  const bytes = Buffer.alloc(1024);
  bytes.write('d0cf11e0a1b11ae1', 'hex');
  const name = Buffer.from(`${stream}\0`, 'utf16le');
  name.copy(bytes, 512);
  bytes.writeUInt16LE(name.length, 512 + 64);
  return bytes;
}

const fault = (bytes: Buffer): unknown => thrownBy(() => readRows(bytes, xls.read));

test('an Excel 97 workbook says how to convert it', () => {
  expect(xls.recognise({ name: 'x', bytes: fixture, text: '' }).sureness).toBe(90);
  expect(fault(fixture)).toMatchObject({
    code: 'CLEW_FORMAT_UNKNOWN',
    message: expect.stringContaining('save it as .xlsx') as string,
  });
});

test('an encrypted workbook says that it is', () => {
  expect(fault(containerOf('EncryptedPackage'))).toMatchObject({
    code: 'CLEW_FILE_REFUSED',
    message: expect.stringContaining('encrypted') as string,
  });
});

test('other documents', () => {
  expect(fault(containerOf('WordDocument'))).toMatchObject({ message: expect.stringContaining('.doc') as string });
  expect(fault(containerOf('Else'))).toMatchObject({ message: expect.stringContaining('no workbook') as string });
  expect(xls.recognise({ name: 'x.xls', bytes: Buffer.from('Date;Amount'), text: '' }).sureness).toBe(0);
});
