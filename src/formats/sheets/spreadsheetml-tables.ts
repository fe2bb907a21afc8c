/**
 * XML Spreadsheet 2003 (SpreadsheetML of Office 2003): one XML file, typed cells, dates in ISO 8601.
 * Rows and cells may name their index and leave out what is empty.
 */
import { CodedError } from '../../errors.ts';
import type { DocumentTable } from '../table-text.ts';
import { plainDecimal } from './cell-number.ts';
import { CellBudget, Grid } from './grid.ts';
import { attribute, readPart, type Attributes } from './part-xml.ts';
import { isoText } from './serial-date.ts';
import { settleSheet } from './sheet-columns.ts';
import type { SheetDocument } from './workbook.ts';

const MOST_SHEETS = 1000;

/** Reads all worksheets. */
export function readSpreadsheetMl(bytes: Uint8Array, file: string): SheetDocument {
  const tables: DocumentTable[] = [];
  const warnings: string[] = [];
  const budget = new CellBudget(file);
  let grid: Grid | undefined;
  let name = '';
  let row = -1;
  let column = -1;
  let across = 0;
  let type = '';
  let value = '';
  let isData = false;
  readPart(bytes, file, 'the document', {
    open(element, attributes) {
      if (element === 'Worksheet') {
        if (tables.length === MOST_SHEETS)
          throw new CodedError('CLEW_LIMIT', { file, what: 'the number of sheets', limit: MOST_SHEETS });
        name = attribute(attributes, 'Name') ?? `Sheet ${tables.length + 1}`;
        grid = new Grid(budget);
        row = -1;
      } else if (element === 'Row') {
        row = indexOf(attributes) ?? row + 1;
        column = -1;
        across = 0;
      } else if (element === 'Cell') {
        column = indexOf(attributes) ?? column + 1 + across;
        across = Math.max(0, Math.floor(Number(attribute(attributes, 'MergeAcross') ?? 0)) || 0);
        value = '';
        type = '';
      } else if (element === 'Data') {
        type = attribute(attributes, 'Type') ?? 'String';
        isData = true;
      }
    },
    text(piece) {
      if (isData) value += piece;
    },
    close(element) {
      if (element === 'Data') isData = false;
      else if (element === 'Cell') grid?.put(Math.max(0, row), column, cellText(type, value));
      else if (element === 'Worksheet' && grid) {
        tables.push(settleSheet(grid, name, 1900, warnings));
        grid = undefined;
      }
    },
  });
  return { tables, warnings };
}

/** From 0. */
function indexOf(attributes: Attributes): number | undefined {
  const index = Number(attribute(attributes, 'Index') ?? NaN);
  return Number.isInteger(index) && index > 0 ? index - 1 : undefined;
}

function cellText(type: string, value: string): string {
  if (type === 'Number') return plainDecimal(value) ?? value;
  if (type === 'DateTime') return isoText(value) ?? value;
  if (type === 'Boolean') return value.trim() === '1' ? 'TRUE' : 'FALSE';
  return value;
}
