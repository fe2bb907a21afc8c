/**
 * A sheet's cells by row and column, as rows of text. Limits count what is held, so that a sheet
 * which declares a million columns costs what it fills.
 */
import { CodedError } from '../../errors.ts';
import type { PackedCurrency } from '../../money.ts';
import { matchHeader } from '../csv/header-words.ts';
import { isCurrencyWord } from '../csv/layout.ts';
import type { DocumentTable } from '../table-text.ts';

/** Rows and columns of a sheet (Excel's own limits). */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;
/** Places of cells in all sheets of a document, empty ones before a filled one included. */
const MOST_CELLS = 20_000_000;
/** Lines of a header, and where they stand. */
const MOST_HEADER_ROWS = 4;
const HEADER_WITHIN = 80;
const EMPTY: readonly string[] = [];

/** Counts the places that a document's sheets take. */
export class CellBudget {
  private left = MOST_CELLS;
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  take(count: number): void {
    this.left -= count;
    if (this.left < 0)
      throw new CodedError('CLEW_LIMIT', { file: this.file, what: 'the number of cells', limit: MOST_CELLS });
  }

  beyond(what: string, limit: number): never {
    throw new CodedError('CLEW_LIMIT', { file: this.file, what, limit });
  }
}

export class Grid {
  private readonly rows: string[][] = [];
  /** Currencies that numbers of a column are shown in: the only one, 0 where there are several or cells without. */
  readonly currencies = new Map<number, PackedCurrency>();
  private readonly budget: CellBudget;

  constructor(budget: CellBudget) {
    this.budget = budget;
  }

  /** @param row from 0 @param column from 0 */
  put(row: number, column: number, text: string): void {
    if (text === '') return;
    if (row >= MOST_ROWS) this.budget.beyond('the number of rows', MOST_ROWS);
    if (column >= MOST_COLUMNS) this.budget.beyond('the number of columns', MOST_COLUMNS);
    if (row >= this.rows.length) {
      this.budget.take(row + 1 - this.rows.length);
      while (this.rows.length <= row) this.rows.push(EMPTY as string[]);
    }
    let cells = this.rows[row] as string[];
    if (cells === EMPTY) this.rows[row] = cells = [];
    if (column >= cells.length) this.budget.take(column + 1 - cells.length);
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }

  /** Notes in which currency a number is shown, 0 for none. */
  shows(column: number, currency: PackedCurrency): void {
    const known = this.currencies.get(column);
    if (known === undefined) this.currencies.set(column, currency);
    else if (known !== currency) this.currencies.set(column, 0);
  }

  /** The row again, `times` times below `row`; the cells are held once. */
  repeat(row: number, times: number): void {
    const cells = this.rows[row];
    if (!cells || cells.length === 0) return;
    if (row + times >= MOST_ROWS) this.budget.beyond('the number of rows', MOST_ROWS);
    this.budget.take(times * (cells.length + 1));
    for (let i = 0; i < times; i++) this.rows.push(cells);
  }

  /**
   * A column's name that reaches over several rows stands in each of them, so that the last line of a
   * header has every name. Only names do: a value that reaches over rows is one value.
   */
  fillHeader(row: number, column: number, rows: number): void {
    const text = this.rows[row]?.[column] ?? '';
    if (rows > MOST_HEADER_ROWS || row >= HEADER_WITHIN || text === '' || text.length > 80) return;
    if (!matchHeader(text, isCurrencyWord)?.isExact) return;
    for (let below = row + 1; below < row + rows; below++) {
      if ((this.rows[below]?.[column] ?? '') === '') this.put(below, column, text);
    }
  }

  table(name: string): DocumentTable {
    return { name, rows: this.rows };
  }
}
