/**
 * Workbooks of Excel 97 to 2003 (BIFF8, [MS-XLS]) as tables: the globals' strings, formats and sheets,
 * then each sheet's cell records. Of a formula the saved value is read. Numbers are doubles in the
 * file; their shortest decimal text is taken, and the rest follows as in newer workbooks.
 */
import { CodedError } from '../../errors.ts';
import type { DocumentTable } from '../table-text.ts';
import { ContinuedBytes } from './biff-strings.ts';
import { plainDecimal } from './cell-number.ts';
import { CellBudget, Grid } from './grid.ts';
import { builtInKind, formatCurrency, formatKind } from './number-format.ts';
import { serialText, type DateSystem } from './serial-date.ts';
import { settleSheet } from './sheet-columns.ts';
import type { CellStyle } from './styles.ts';
import type { SheetDocument } from './workbook.ts';

const RECORD = {
  formula: 0x0006, eof: 0x000a, dateMode: 0x0022, password: 0x002f, continued: 0x003c, sheet: 0x0085, multipleRk: 0x00bd, style: 0x00e0,
  merged: 0x00e5, strings: 0x00fc, sharedLabel: 0x00fd, number: 0x0203, label: 0x0204, booleanOrError: 0x0205, formulaText: 0x0207,
  rk: 0x027e, format: 0x041e, begin: 0x0809,
} as const; // prettier-ignore
const BIFF8 = 0x0600;
const WORKSHEET = 0x0010;
const MOST_SHEETS = 1000;
/** Records of all sheets; a largest sheet of 65,536 rows and 256 columns has 16 million cells. */
const MOST_RECORDS = 40_000_000;
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!', 7: '#DIV/0!', 15: '#VALUE!', 23: '#REF!', 29: '#NAME?', 36: '#NUM!', 42: '#N/A',
}; // prettier-ignore

interface BiffRecord {
  readonly type: number;
  readonly body: Buffer;
}

interface Globals {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly system: DateSystem;
  readonly sheets: readonly { readonly name: string; readonly offset: number; readonly isHidden: boolean }[];
}

class Records {
  private left = MOST_RECORDS;
  private readonly stream: Buffer;
  private readonly file: string;

  constructor(stream: Buffer, file: string) {
    this.stream = stream;
    this.file = file;
  }

  /** Records from an offset to the end of their part, without the record that ends it. */
  *from(offset: number): Generator<BiffRecord> {
    for (let at = offset; at + 4 <= this.stream.length;) {
      if (--this.left < 0)
        throw new CodedError('CLEW_LIMIT', { file: this.file, what: 'the number of records', limit: MOST_RECORDS });
      const type = this.stream.readUInt16LE(at);
      const length = this.stream.readUInt16LE(at + 2);
      if (type === RECORD.eof) return;
      yield { type, body: this.stream.subarray(at + 4, at + 4 + length) };
      at += 4 + length;
    }
  }
}

/** Reads the stream `Workbook` of a compound file. */
export function readBiff(stream: Uint8Array, file: string): SheetDocument {
  const bytes = Buffer.from(stream.buffer, stream.byteOffset, stream.length);
  const records = new Records(bytes, file);
  const globals = readGlobals(records, file);
  const budget = new CellBudget(file);
  const tables: DocumentTable[] = [];
  const warnings: string[] = [];
  for (const { name, offset, isHidden } of globals.sheets) {
    const table = readSheet(records, offset, name, globals, budget, warnings);
    if (!table) continue;
    if (isHidden && table.rows.length > 0) warnings.push(`the sheet ${name} is hidden in its program; it is read`);
    tables.push(table);
  }
  return { tables, warnings };
}

function readGlobals(records: Records, file: string): Globals {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  const sheets: { name: string; offset: number; isHidden: boolean }[] = [];
  const shared: Buffer[] = [];
  let system: DateSystem = 1900;
  let isShared = false;
  let isFirst = true;
  for (const { type, body } of records.from(0)) {
    if (isFirst && (type !== RECORD.begin || body.length < 4 || body.readUInt16LE(0) !== BIFF8)) {
      const reason =
        'it is a workbook of Excel 95 or older; open it in Excel or LibreOffice and save it as .xlsx, .ods or .csv';
      throw new CodedError('CLEW_FORMAT_UNKNOWN', { file, reason });
    }
    isFirst = false;
    if (type === RECORD.password) {
      throw new CodedError('CLEW_FILE_REFUSED', {
        file,
        reason: 'it is encrypted; open it with its password and save it without one',
      });
    }
    if (type === RECORD.strings || (isShared && type === RECORD.continued)) shared.push(body);
    isShared = type === RECORD.strings || (isShared && type === RECORD.continued);
    if (type === RECORD.dateMode && body[0] === 1) system = 1904;
    else if (type === RECORD.style && body.length >= 4) formats.push(body.readUInt16LE(2));
    else if (type === RECORD.format && body.length >= 5) codes.set(body.readUInt16LE(0), textAt(body, 2));
    else if (type === RECORD.sheet && body.length >= 8 && body[5] === 0) {
      if (sheets.length === MOST_SHEETS)
        throw new CodedError('CLEW_LIMIT', { file, what: 'the number of sheets', limit: MOST_SHEETS });
      const name = new ContinuedBytes([body.subarray(7)]).string(body[6] as number);
      sheets.push({ name, offset: body.readUInt32LE(0), isHidden: ((body[4] as number) & 3) !== 0 });
    }
  }
  const styles = formats.map((id): CellStyle => {
    const code = codes.get(id);
    // Codes of built-in formats are written out in the language of the program that saved the file.
    const kind = builtInKind(id) ?? (code === undefined ? undefined : formatKind(code));
    return { ...(kind ? { kind } : {}), currency: formatCurrency(code ?? '') };
  });
  return { strings: sharedStrings(shared), styles, system, sheets };
}

function sharedStrings(pieces: readonly Buffer[]): string[] {
  const bytes = new ContinuedBytes(pieces);
  const strings: string[] = [];
  bytes.skip(4);
  const count = bytes.uint32();
  while (strings.length < count && !bytes.isOver) strings.push(bytes.string(bytes.uint16()));
  return strings;
}

/** A string with a count of two bytes before it, whole in its record. */
function textAt(body: Buffer, at: number): string {
  const bytes = new ContinuedBytes([body.subarray(at)]);
  return bytes.string(bytes.uint16());
}

function readSheet(
  records: Records,
  offset: number,
  name: string,
  globals: Globals,
  budget: CellBudget,
  warnings: string[],
): DocumentTable | undefined {
  const grid = new Grid(budget);
  let isFirst = true;
  let formula: readonly [row: number, column: number] | undefined;
  const number = (row: number, column: number, style: number, value: number): void => {
    const { kind, currency = 0 } = globals.styles[style] ?? {};
    const text = plainDecimal(String(value)) ?? String(value);
    const serial = kind === undefined ? undefined : serialText(text, kind, globals.system);
    if (serial === undefined) grid.shows(column, currency);
    grid.put(row, column, serial ?? text);
  };
  for (const { type, body } of records.from(offset)) {
    if (isFirst && (type !== RECORD.begin || body.length < 4 || body.readUInt16LE(2) !== WORKSHEET)) return undefined;
    isFirst = false;
    if (type === RECORD.formulaText && formula) grid.put(...formula, textAt(body, 0));
    if (body.length < 8) continue;
    const [row, column, style] = [body.readUInt16LE(0), body.readUInt16LE(2), body.readUInt16LE(4)];
    switch (type) {
      case RECORD.sharedLabel:
        if (body.length >= 10) grid.put(row, column, globals.strings[body.readUInt32LE(6)] ?? '');
        break;
      case RECORD.label:
        grid.put(row, column, textAt(body, 6));
        break;
      case RECORD.number:
        if (body.length >= 14) number(row, column, style, body.readDoubleLE(6));
        break;
      case RECORD.rk:
        if (body.length >= 10) number(row, column, style, rkNumber(body.readInt32LE(6)));
        break;
      case RECORD.multipleRk:
        for (let at = 4, i = 0; at + 8 <= body.length; at += 6, i++) {
          number(row, column + i, body.readUInt16LE(at), rkNumber(body.readInt32LE(at + 2)));
        }
        break;
      case RECORD.booleanOrError:
        grid.put(row, column, singleText(body[6] as number, body[7] === 1));
        break;
      case RECORD.merged:
        for (let at = 2; at + 8 <= body.length; at += 8) {
          const [top, bottom] = [body.readUInt16LE(at), body.readUInt16LE(at + 2)];
          if (bottom > top) grid.fillHeader(top, body.readUInt16LE(at + 4), bottom - top + 1);
        }
        break;
      case RECORD.formula:
        formula = undefined;
        if (body.length < 14) break;
        if (body.readUInt16LE(12) !== 0xffff) number(row, column, style, body.readDoubleLE(6));
        else if (body[6] === 0) formula = [row, column];
        else if (body[6] === 1 || body[6] === 2) grid.put(row, column, singleText(body[8] as number, body[6] === 2));
        break;
    }
  }
  return settleSheet(grid, name, globals.system, warnings);
}

function singleText(value: number, isError: boolean): string {
  if (isError) return ERRORS[value] ?? '#N/A';
  return value === 0 ? 'FALSE' : 'TRUE';
}

const scratch = new DataView(new ArrayBuffer(8));

/** A number in 30 bits: a whole number or the upper half of a double, perhaps in hundredths ([MS-XLS] 2.5.218). */
function rkNumber(rk: number): number {
  const isHundredths = (rk & 1) === 1;
  let value = rk >> 2;
  if ((rk & 2) === 0) {
    scratch.setInt32(4, rk & ~3, true);
    scratch.setInt32(0, 0, true);
    value = scratch.getFloat64(0, true);
  }
  // The quotient is the double next to the decimal, whose shortest text is that decimal.
  return isHundredths ? value / 100 : value;
}
