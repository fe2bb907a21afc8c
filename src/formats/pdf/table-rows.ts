/**
 * From lines below a header to the rows of a table. A line with an amount is an entry; it takes the
 * day above it where a bank prints each day once. A line without day and amount goes on with the
 * text above, as long as it stands close. Balances and sums are kept apart, page furniture is dropped.
 */
import { balanceLine, isPageNumber } from './balance-lines.ts';
import { dayShape, isAmount, isMoney, moneyAtEnd } from './cell-shapes.ts';
import { textOfLine, type TextLine, type TextWord } from './lines.ts';
import type { HeaderCell } from './table-header.ts';

/** An entry as it stands on the page. */
export interface TableRow {
  readonly cells: string[];
  readonly page: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** The day is that of the row above. */
  readonly isDayAbove: boolean;
}

/** Columns of a header with the edges between them. */
export interface Columns {
  readonly cells: readonly HeaderCell[];
  readonly edges: readonly number[];
}

const DAYS = new Set(['booking', 'value']);
const MONEY = new Set(['amount', 'debit', 'credit', 'paidAmount', 'receivedAmount']);
const NUMBERS = new Set([
  'amount',
  'debit',
  'credit',
  'paidAmount',
  'receivedAmount',
  'balance',
  'fee',
  'originalAmount',
]);
const NO_TEXT = new Set([...NUMBERS, ...DAYS, 'sign', 'currency', 'originalCurrency', 'time']);
/** Lines of one entry stand no further apart than this, of the size. */
const CLOSE = 1.9;
/** A line that starts where days stand goes on with an entry only when it is this close. */
const VERY_CLOSE = 1.45;

export class TableRows {
  readonly rows: TableRow[] = [];
  opening: string | undefined;
  closing: string | undefined;
  /** Rows that took the day above. */
  daysAbove = 0;
  private columns: Columns = { cells: [], edges: [] };
  private textColumn = -1;
  private dayColumn = -1;
  private row: TableRow | undefined;
  private last: TextLine | undefined;
  private hasAmount = false;

  /** Columns of the lines that follow; names are the same on every page, places may move. */
  use(columns: Columns): void {
    this.columns = columns;
    const roles = columns.cells.map(({ role }) => role ?? 'text');
    const texts = roles.map((role, index) => (NO_TEXT.has(role) ? -1 : index)).filter((index) => index >= 0);
    this.textColumn = texts.find((index) => roles[index] === 'text') ?? texts[0] ?? -1;
    this.dayColumn = roles.findIndex((role) => DAYS.has(role));
    this.last = undefined;
  }

  /** The page is over: what follows is close to nothing. */
  endPage(): void {
    this.last = undefined;
  }

  /** @returns whether the line belongs to the table */
  add(line: TextLine): boolean {
    const text = textOfLine(line);
    const cells = this.cellsOf(line);
    const roleOf = (index: number): string => this.columns.cells[index]?.role ?? 'text';
    const day = cells[this.dayColumn] ?? '';
    const isDay = dayShape(day) !== undefined;
    const money = cells.findIndex((cell, index) => MONEY.has(roleOf(index)) && isAmount(cell));
    const balance = cells.findIndex((cell, index) => roleOf(index) === 'balance' && isAmount(cell));
    const words = cells.filter((cell, index) => cell !== '' && !NO_TEXT.has(roleOf(index))).join(' ');
    const kind = balanceLine(words) ?? balanceLine(text);
    if (kind !== undefined && (balance >= 0 || money >= 0 || kind === 'sum' || moneyAtEnd(wordsOf(line)) !== '')) {
      this.balance(kind, cells, balance >= 0 ? balance : money, roleOf, line);
      this.row = undefined;
      return true;
    }
    if (isPageNumber(text)) return false;
    if (money < 0 && !isDay) return this.goOn(line, cells);
    if (money >= 0 && !isDay && this.row && !this.hasAmount) {
      this.join(cells, line);
      this.hasAmount = true;
      return true;
    }
    // Without a day of its own only money is an entry, not any number, and nothing stands where days do.
    if (!isDay && (this.rows.length === 0 || day !== '' || !isMoney(cells[money] ?? ''))) return this.goOn(line, cells);
    this.open(line, cells, isDay, money >= 0);
    return true;
  }

  private open(line: TextLine, cells: string[], isDay: boolean, hasAmount: boolean): void {
    if (!isDay) {
      this.daysAbove++;
      for (const [index, { role }] of this.columns.cells.entries()) {
        if (role === 'booking' || index === this.dayColumn) cells[index] = this.rows.at(-1)?.cells[index] ?? '';
      }
    }
    const row: TableRow = {
      cells,
      page: line.page,
      left: Infinity,
      top: Infinity,
      right: 0,
      bottom: 0,
      isDayAbove: !isDay,
    };
    this.rows.push(row);
    this.row = row;
    this.hasAmount = hasAmount;
    // Rows after it: the balance was not the last one.
    this.closing = undefined;
    this.stretch(row, line);
  }

  /** A line without day and amount: more text of the row above, or nothing of the table's. */
  private goOn(line: TextLine, cells: readonly string[]): boolean {
    const { row, last } = this;
    if (!row) return false;
    const gap = last ? line.baseline - last.baseline : 0;
    const size = Math.max(line.size, last?.size ?? 0);
    const isLeft = (cells[this.dayColumn] ?? '') !== '';
    if (gap > size * (isLeft && this.hasAmount ? VERY_CLOSE : CLOSE) && this.hasAmount) {
      this.row = undefined;
      return false;
    }
    if (!last && isLeft) return false;
    if (isLeft) this.append(this.textColumn, textOfLine(line));
    else this.join(cells, line);
    this.stretch(row, line);
    return true;
  }

  private join(cells: readonly string[], line: TextLine): void {
    for (const [index, cell] of cells.entries()) this.append(index, cell);
    if (this.row) this.stretch(this.row, line);
  }

  private append(index: number, text: string): void {
    const cells = this.row?.cells;
    if (!cells || text === '' || index < 0) return;
    cells[index] = cells[index] ? `${cells[index]} ${text}` : text;
  }

  private stretch(row: TableRow, line: TextLine): void {
    this.last = line;
    if (line.page !== row.page) return;
    row.left = Math.min(row.left, ...line.words.map(({ left }) => left));
    row.right = Math.max(row.right, ...line.words.map(({ right }) => right));
    row.top = Math.min(row.top, line.baseline - line.size);
    row.bottom = Math.max(row.bottom, line.baseline + line.size * 0.25);
  }

  private balance(
    kind: 'opening' | 'closing' | 'sum',
    cells: readonly string[],
    index: number,
    roleOf: (index: number) => string,
    line: TextLine,
  ): void {
    if (kind === 'sum') return;
    const cell = index >= 0 ? (cells[index] ?? '') : moneyAtEnd(wordsOf(line));
    // A balance in the column of debits is overdrawn.
    const value = roleOf(index) === 'debit' && /^\d/.test(cell) ? `-${cell}` : cell;
    if (value === '') return;
    if (kind === 'closing') this.closing = value;
    else if (this.rows.length === 0) this.opening ??= value;
  }

  /** A line's words by column; what cannot stand in a column of days or amounts is text. */
  private cellsOf(line: TextLine): string[] {
    const { cells, edges } = this.columns;
    const words = cells.map((): TextWord[] => []);
    for (const word of line.words) {
      const middle = (word.left + word.right) / 2;
      let column = 0;
      while (column < edges.length && middle > (edges[column] as number)) column++;
      words[column]?.push(word);
    }
    const stray: { column: number; text: string }[] = [];
    const texts = words.map((held, column) => {
      const role = cells[column]?.role ?? 'text';
      const whole = held.map(({ text }) => text).join(' ');
      // A sign may be printed on the line below its amount.
      if (whole === '' || !NUMBERS.has(role) || isAmount(whole) || /^([SHDC+-]|CR|DR)$/.test(whole)) return whole;
      for (let cut = 1; cut < held.length; cut++) {
        const amount = held.slice(cut).map(({ text }) => text).join(' '); // prettier-ignore
        if (!isAmount(amount)) continue;
        stray.push({ column, text: held.slice(0, cut).map(({ text }) => text).join(' ') }); // prettier-ignore
        return amount;
      }
      stray.push({ column, text: whole });
      return '';
    });
    for (const { column, text } of stray) {
      const target = this.nearestText(column);
      if (target >= 0) texts[target] = texts[target] ? `${texts[target]} ${text}` : text;
    }
    return texts;
  }

  private nearestText(column: number): number {
    for (let at = column - 1; at >= 0; at--) if (!NO_TEXT.has(this.columns.cells[at]?.role ?? 'text')) return at;
    return this.textColumn;
  }
}

function wordsOf(line: TextLine): string[] {
  return line.words.map(({ text }) => text);
}
