/**
 * One worksheet (ECMA-376, part 1, section 18.3.1) as rows of text. Of a formula the value that its
 * program left is read and nothing is computed; an error cell keeps its word (`#N/A`), so that a row
 * with it is rejected by the column that has it.
 */
import { CodedError } from '../../errors.ts';
import type { DocumentTable } from '../table-text.ts';
import { plainDecimal } from './cell-number.ts';
import { Grid, type CellBudget } from './grid.ts';
import { readPart } from './part-xml.ts';
import { isoText, serialText, type DateSystem } from './serial-date.ts';
import { unescaped } from './shared-strings.ts';
import { settleSheet } from './sheet-columns.ts';
import type { CellStyle } from './styles.ts';

export interface SheetReading {
  readonly part: Uint8Array;
  readonly path: string;
  readonly name: string;
  readonly file: string;
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly system: DateSystem;
  readonly budget: CellBudget;
  readonly warnings: string[];
  readonly pause?: (() => void) | undefined;
}

/** Reads a worksheet; where its XML breaks off, the rows before are kept and a warning says so. */
export function readSheet(reading: SheetReading): DocumentTable {
  const { part, path, name, file, budget, warnings } = reading;
  const grid = new Grid(budget);
  const cells = new CellReader(reading, grid);
  try {
    readPart(part, file, path, cells);
  } catch (thrown) {
    if (!(thrown instanceof CodedError) || thrown.code !== 'CLEW_FILE_UNREADABLE' || cells.row < 0) throw thrown;
    warnings.push(`the sheet ${name} breaks off in row ${cells.row + 1}: ${String(thrown.parameters.reason)}`);
  }
  if (cells.uncomputed > 0) {
    warnings.push(`${cells.uncomputed} formulas of the sheet ${name} have no value; their cells are read as empty`);
  }
  if (cells.strayStrings > 0)
    warnings.push(`${cells.strayStrings} cells of the sheet ${name} name a string that is not there`);
  return settleSheet(grid, name, reading.system, warnings);
}

class CellReader {
  row = -1;
  uncomputed = 0;
  strayStrings = 0;
  private column = -1;
  private type = '';
  private style = 0;
  private hasFormula = false;
  private value = '';
  private isValue = false;
  private phonetic = 0;
  readonly pause: (() => void) | undefined;
  private readonly reading: SheetReading;
  private readonly grid: Grid;

  constructor(reading: SheetReading, grid: Grid) {
    this.reading = reading;
    this.pause = reading.pause;
    this.grid = grid;
  }

  open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'c') {
      const place = attributes.r;
      this.column = place === undefined ? this.column + 1 : columnOf(place, this.column + 1);
      this.type = attributes.t ?? 'n';
      this.style = Number(attributes.s ?? 0);
      this.hasFormula = false;
      this.value = '';
    } else if (name === 'v') this.isValue = true;
    else if (name === 'mergeCell') this.merged(attributes.ref ?? '');
    else if (name === 't') this.isValue = this.phonetic === 0;
    else if (name === 'rPh') this.phonetic++;
    else if (name === 'f') this.hasFormula = true;
    else if (name === 'row') {
      const row = Number(attributes.r ?? NaN);
      this.row = Number.isInteger(row) && row > 0 ? row - 1 : this.row + 1;
      this.column = -1;
    }
  };

  text = (piece: string): void => {
    if (this.isValue) this.value += piece;
  };

  close = (name: string): void => {
    if (name === 'v' || name === 't') this.isValue = false;
    else if (name === 'rPh') this.phonetic--;
    else if (name === 'c') {
      if (this.value !== '') this.grid.put(Math.max(0, this.row), this.column, this.cellText());
      else if (this.hasFormula && this.type !== 'str') this.uncomputed++;
    }
  };

  /** A range such as `B4:B5`; merged ranges stand after the rows. */
  private merged(range: string): void {
    const [, from = '', top = '', , bottom = ''] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? [];
    if (from !== '') this.grid.fillHeader(Number(top) - 1, columnOf(from, 0), Number(bottom) - Number(top) + 1);
  }

  private cellText(): string {
    const { value, reading } = this;
    switch (this.type) {
      case 's': {
        const shared = reading.strings[Number(value)];
        if (shared === undefined) this.strayStrings++;
        return shared ?? '';
      }
      case 'b':
        return value.trim() === '1' ? 'TRUE' : value.trim() === '0' ? 'FALSE' : value;
      case 'd':
        return isoText(value) ?? value;
      case 'str':
      case 'inlineStr':
        return unescaped(value);
      case 'e':
        return value;
      default:
        return this.number(value.trim());
    }
  }

  private number(value: string): string {
    const { kind, currency = 0 } = this.reading.styles[this.style] ?? {};
    const serial = kind === undefined ? undefined : serialText(value, kind, this.reading.system);
    if (serial === undefined) this.grid.shows(this.column, currency);
    return serial ?? plainDecimal(value) ?? value;
  }
}

/** The column of a place such as `AB12`, from 0; `otherwise` where it names none. */
function columnOf(place: string, otherwise: number): number {
  let column = 0;
  for (let i = 0; i < place.length; i++) {
    const letter = place.charCodeAt(i) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
    if (column > 1e6) break;
  }
  return column === 0 ? otherwise : column - 1;
}
