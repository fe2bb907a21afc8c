/**
 * The row that a format over named cells reads: a cell's text, day, time, amount or currency by the
 * name of its column. What a cell cannot mean ends the row with a reject that names the column.
 */
import { NO_OFFSET, NO_TIME, type Day } from '../days.ts';
import type { PackedCurrency } from '../money.ts';
import { AmountReader, readCurrency } from './csv/amounts.ts';
import { DateReader } from './csv/dates.ts';
import { RecordScanner } from './csv/records.ts';
import type { TextOf } from './csv/sample.ts';
import type { Table } from './labelled-table.ts';

const MOST_LETTERS = 60;

export interface Moment {
  readonly day: Day;
  readonly time?: number;
  readonly zone?: number;
}

/** Why a row is no row; thrown by `Row`, met by the reader. */
export class RowFault {
  readonly column: number;
  readonly reason: string;
  readonly isDay: boolean;
  constructor(column: number, reason: string, isDay = false) {
    this.column = column;
    this.reason = reason;
    this.isDay = isDay;
  }
}

/** The row that is being read; the same object for every row. Each read may end the row with a reject. */
export class Row<Name extends string> {
  readonly scanner: RecordScanner;
  line = 0;
  bytes: Uint8Array = new Uint8Array(0);
  private readonly columns: ReadonlyMap<Name, number>;
  private readonly decode: TextOf;
  private readonly dates: DateReader;
  private readonly amounts: AmountReader;
  private readonly daysOnly: ReadonlySet<Name>;
  private readonly isDiscreet: boolean;

  /** @param daysOnly columns whose every time is midnight: days that a program wrote as times
   *  @param isDiscreet rejects do not quote cells, since a shifted one may hold what must not be kept */
  constructor(
    table: Table<Name>,
    decode: TextOf,
    dates: DateReader,
    amounts: AmountReader,
    daysOnly: ReadonlySet<Name>,
    isDiscreet = false,
  ) {
    this.scanner = new RecordScanner(table.separators);
    this.columns = table.columns;
    this.decode = decode;
    this.dates = dates;
    this.amounts = amounts;
    this.daysOnly = daysOnly;
    this.isDiscreet = isDiscreet;
  }

  /** The cell without blanks around it; '' where it is empty or the file has no such column. */
  text(name: Name): string {
    const column = this.column(name);
    return column < 0 ? '' : this.at(column);
  }

  /** The first cell of these that is filled. */
  first(...names: readonly Name[]): string {
    for (const name of names) {
      const text = this.text(name);
      if (text !== '') return text;
    }
    return '';
  }

  /** The day in the cell with its time, if it has one; undefined where it is empty. */
  momentIf(name: Name): Moment | undefined {
    const column = this.column(name);
    if (column < 0 || this.at(column) === '') return undefined;
    const { dates } = this;
    if (!dates.read(this.bytes, this.scanner.starts[column] as number, this.scanner.ends[column] as number))
      throw new RowFault(column, `${this.quoted(column)} is no ${dates.isNoDay ? 'day' : 'date'}`, true);
    if (this.daysOnly.has(name)) return { day: dates.day };
    return {
      day: dates.day,
      ...(dates.time === NO_TIME ? {} : { time: dates.time }),
      ...(dates.zone === NO_OFFSET ? {} : { zone: dates.zone }),
    };
  }

  moment(name: Name): Moment {
    const moment = this.momentIf(name);
    if (!moment) throw new RowFault(this.column(name), 'the date is empty', true);
    return moment;
  }

  /** Seconds since midnight of a cell that holds a time; undefined where it is empty. */
  time(name: Name): number | undefined {
    const column = this.column(name);
    if (column < 0 || this.at(column) === '') return undefined;
    if (!this.dates.readTime(this.bytes, this.scanner.starts[column] as number, this.scanner.ends[column] as number))
      throw new RowFault(column, `${this.quoted(column)} is no time`);
    return this.dates.time;
  }

  /** Signed minor units; undefined where the cell is empty. */
  amountIf(name: Name, currency: PackedCurrency): number | undefined {
    return this.moneyIf(name, currency)?.minor;
  }

  amount(name: Name, currency: PackedCurrency): number {
    const minor = this.amountIf(name, currency);
    if (minor === undefined) throw new RowFault(this.column(name), 'the amount is empty');
    return minor;
  }

  /** As `amountIf`, in the currency that the cell itself names, where it names one. */
  moneyIf(name: Name, currency: PackedCurrency): { minor: number; currency: PackedCurrency } | undefined {
    const column = this.column(name);
    if (column < 0 || this.at(column) === '') return undefined;
    const { starts, ends } = this.scanner;
    const minor = this.amounts.read(this.bytes, starts[column] as number, ends[column] as number, currency);
    if (Number.isNaN(minor)) {
      const { fault } = this.amounts;
      throw new RowFault(
        column,
        `${this.quoted(column)} is ${fault === 'not a number' ? 'not an amount' : (fault ?? '')}`,
      );
    }
    return { minor: minor === 0 ? 0 : minor, currency: this.amounts.currency || currency };
  }

  currency(name: Name): PackedCurrency {
    const text = this.text(name);
    const currency = readCurrency(text);
    if (currency === 0)
      this.fault(name, text === '' ? 'the currency is empty' : `${text.slice(0, MOST_LETTERS)} is no currency`);
    return currency;
  }

  /** Ends the row with a reject. */
  fault(name: Name, reason: string): never {
    throw new RowFault(this.column(name), reason);
  }

  /** Text of a column by its place. */
  at(column: number): string {
    return this.decode(this.bytes, this.scanner.starts[column] as number, this.scanner.ends[column] as number).trim();
  }

  private quoted(column: number): string {
    return this.isDiscreet ? 'the value' : this.at(column).slice(0, MOST_LETTERS);
  }

  private column(name: Name): number {
    const column = this.columns.get(name) ?? -1;
    return column < this.scanner.fields ? column : -1;
  }
}
