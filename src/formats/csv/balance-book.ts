/**
 * Follows the running balance of every account in a file, whichever end it begins at: for each
 * neighbouring pair of rows it counts whether the balance goes on downwards (oldest first) or
 * upwards (newest first). Books of byte ranges are joined in order to what one pass would give.
 */
import { NO_DAY } from '../../days.ts';

const FIRST_BALANCE = 0;
const FIRST_AMOUNT = 1;
const LAST_BALANCE = 2;
const LAST_AMOUNT = 3;
/** Pairs that do not go on, read oldest first and newest first, and the line of the first such. */
const BREAKS_DOWN = 4;
const BREAKS_UP = 5;
const LINE_DOWN = 6;
const LINE_UP = 7;
const FROM = 8;
const TO = 9;
const FIRST_DAY = 10;
const LAST_DAY = 11;
const LAST_LINE = 12;
const FIRST_LINE = 13;
/** Amounts of rows beside which the bank printed no balance: before the first one, and since the last. */
const BEFORE = 14;
const SINCE = 15;
const WIDTH = 16;

export interface StatementBalance {
  readonly opening?: number;
  readonly closing?: number;
  readonly from?: number;
  readonly to?: number;
}

export class BalanceBook {
  count = 0;
  private cells = new Float64Array(WIDTH * 16);

  /** A statement without rows; returns its index. */
  add(): number {
    const at = this.count * WIDTH;
    if (at + WIDTH > this.cells.length) {
      const grown = new Float64Array(this.cells.length * 2);
      grown.set(this.cells);
      this.cells = grown;
    }
    for (const cell of [FIRST_BALANCE, LAST_BALANCE]) this.cells[at + cell] = NaN;
    for (const cell of [FROM, TO, FIRST_DAY, LAST_DAY]) this.cells[at + cell] = NO_DAY;
    return this.count++;
  }

  day(statement: number, day: number): void {
    const cells = this.cells;
    const at = statement * WIDTH;
    if (day === NO_DAY) return;
    if (cells[at + FROM] === NO_DAY) {
      cells[at + FROM] = day;
      cells[at + TO] = day;
      cells[at + FIRST_DAY] = day;
    } else if (day < (cells[at + FROM] as number)) cells[at + FROM] = day;
    else if (day > (cells[at + TO] as number)) cells[at + TO] = day;
    cells[at + LAST_DAY] = day;
  }

  /** The balance of the row before, NaN where there is none. */
  last(statement: number): number {
    return this.cells[statement * WIDTH + LAST_BALANCE] as number;
  }

  /** A row without a balance beside it, as banks print it once a day. */
  skip(statement: number, amount: number): void {
    const at = statement * WIDTH + SINCE;
    this.cells[at] = (this.cells[at] as number) + amount;
  }

  /** A row with its signed amount and the balance that the bank printed beside it. */
  row(statement: number, amount: number, balance: number, line: number): void {
    const cells = this.cells;
    const at = statement * WIDTH;
    if (Number.isNaN(cells[at + FIRST_BALANCE])) {
      cells[at + FIRST_BALANCE] = balance;
      cells[at + FIRST_AMOUNT] = amount;
      cells[at + FIRST_LINE] = line;
      cells[at + BEFORE] = cells[at + SINCE] as number;
    } else this.pair(at, amount, balance, line);
    cells[at + LAST_BALANCE] = balance;
    cells[at + LAST_AMOUNT] = amount;
    cells[at + LAST_LINE] = line;
    cells[at + SINCE] = 0;
  }

  private pair(at: number, amount: number, balance: number, line: number): void {
    const cells = this.cells;
    const before = cells[at + LAST_BALANCE] as number;
    const since = cells[at + SINCE] as number;
    if (before + since + amount !== balance) {
      if (cells[at + BREAKS_DOWN] === 0) cells[at + LINE_DOWN] = line;
      cells[at + BREAKS_DOWN] = (cells[at + BREAKS_DOWN] as number) + 1;
    }
    if (balance + since + (cells[at + LAST_AMOUNT] as number) !== before) {
      if (cells[at + BREAKS_UP] === 0) cells[at + LINE_UP] = line;
      cells[at + BREAKS_UP] = (cells[at + BREAKS_UP] as number) + 1;
    }
  }

  /** Plain numbers, for a thread to give away. */
  parts(): Float64Array {
    return this.cells.slice(0, this.count * WIDTH);
  }

  /** Joins a later range's book. `ids` gives this book's index of each of its statements. */
  absorb(parts: Float64Array, ids: ArrayLike<number>, lines: number): void {
    for (let from = 0, i = 0; from < parts.length; from += WIDTH, i++) {
      const at = (ids[i] as number) * WIDTH;
      const cells = this.cells;
      const take = (cell: number): number => parts[from + cell] as number;
      if (take(FROM) !== NO_DAY) {
        this.day(ids[i] as number, take(FIRST_DAY));
        const first = cells[at + FIRST_DAY] as number;
        this.day(ids[i] as number, take(FROM));
        this.day(ids[i] as number, take(TO));
        cells[at + FIRST_DAY] = first;
        cells[at + LAST_DAY] = take(LAST_DAY);
      }
      if (Number.isNaN(take(FIRST_BALANCE))) {
        this.skip(ids[i] as number, take(SINCE));
        continue;
      }
      this.skip(ids[i] as number, take(BEFORE));
      this.row(ids[i] as number, take(FIRST_AMOUNT), take(FIRST_BALANCE), take(FIRST_LINE) + lines);
      for (const [breaks, line] of [
        [BREAKS_DOWN, LINE_DOWN],
        [BREAKS_UP, LINE_UP],
      ] as const) {
        if (take(breaks) === 0) continue;
        if (cells[at + breaks] === 0) cells[at + line] = take(line) + lines;
        cells[at + breaks] = (cells[at + breaks] as number) + take(breaks);
      }
      cells[at + LAST_BALANCE] = take(LAST_BALANCE);
      cells[at + LAST_AMOUNT] = take(LAST_AMOUNT);
      cells[at + LAST_LINE] = take(LAST_LINE) + lines;
      cells[at + SINCE] = take(SINCE);
    }
  }

  /** The file begins with its newest rows: the balances say so, else the days. */
  isNewestFirst(): boolean {
    let down = 0;
    let up = 0;
    let later = 0;
    for (let at = 0; at < this.count * WIDTH; at += WIDTH) {
      down += this.cells[at + BREAKS_DOWN] as number;
      up += this.cells[at + BREAKS_UP] as number;
      later += Math.sign((this.cells[at + LAST_DAY] as number) - (this.cells[at + FIRST_DAY] as number));
    }
    return down === up ? later < 0 : up < down;
  }

  /** What a statement's rows say of its balances and days. */
  statement(statement: number, isNewestFirst: boolean): StatementBalance {
    const at = statement * WIDTH;
    const cell = (index: number): number => this.cells[at + index] as number;
    const days = cell(FROM) === NO_DAY ? {} : { from: cell(FROM), to: cell(TO) };
    if (Number.isNaN(cell(FIRST_BALANCE))) return days;
    return isNewestFirst
      ? {
          ...days,
          opening: cell(LAST_BALANCE) - cell(LAST_AMOUNT) - cell(SINCE),
          closing: cell(FIRST_BALANCE) + cell(BEFORE),
        }
      : {
          ...days,
          opening: cell(FIRST_BALANCE) - cell(FIRST_AMOUNT) - cell(BEFORE),
          closing: cell(LAST_BALANCE) + cell(SINCE),
        };
  }

  /** Rows where the running balance does not follow, over all statements, and the first one's line. */
  breaks(isNewestFirst: boolean): { rows: number; line: number } {
    let rows = 0;
    let line = Infinity;
    for (let at = 0; at < this.count * WIDTH; at += WIDTH) {
      const here = this.cells[at + (isNewestFirst ? BREAKS_UP : BREAKS_DOWN)] as number;
      if (here === 0) continue;
      rows += here;
      line = Math.min(line, this.cells[at + (isNewestFirst ? LINE_UP : LINE_DOWN)] as number);
    }
    return { rows, line };
  }
}
