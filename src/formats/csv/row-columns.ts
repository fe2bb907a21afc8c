/** Writes what every row has into the sink's columns, which are held on to until they are swapped. */
import { NO_OFFSET, NO_TIME } from '../../days.ts';
import { statusCode, type ColumnName, type ColumnSet } from '../entry-columns.ts';
import type { EntrySink } from '../format.ts';
import { textSigns } from '../text-words.ts';
import type { CsvPlan } from './plan.ts';
import type { MoneyReader } from './row-money.ts';

const ALWAYS = [
  'record',
  'offset',
  'length',
  'debtor',
  'creditor',
  'amountLow',
  'currency',
  'booking',
  'side',
] as const;

/** Where a record stands, when, and whether it is booked. */
export interface RowFrame {
  offset: number;
  length: number;
  day: number;
  value: number;
  time: number;
  zone: number;
  status: number;
}

type Filled = ColumnSet & Required<Pick<ColumnSet, (typeof ALWAYS)[number] | 'statement' | 'value'>>;

export class RowColumns {
  private readonly sink: EntrySink;
  private readonly names: readonly ColumnName[];
  private columns = {} as Filled;
  private capacity = -1;

  constructor(plan: CsvPlan, sink: EntrySink) {
    this.sink = sink;
    this.names = [
      ...ALWAYS,
      ...(plan.kind === 'statement' ? (['statement'] as const) : []),
      ...(plan.columns.value === undefined ? [] : (['value'] as const)),
    ];
  }

  /** The columns as they are now; those that the plan has no use for are absent. */
  fetch(): Filled {
    const rows = this.sink.rows;
    if (this.capacity !== rows.capacity) {
      for (const name of this.names) rows.need(name);
      this.columns = { ...rows.columns } as Filled;
      this.capacity = rows.capacity;
    }
    return this.columns;
  }

  /** A new row's columns but its ends. */
  write(row: number, record: number, frame: RowFrame, money: MoneyReader): void {
    const { sink } = this;
    const columns = this.fetch();
    columns.record[row] = record;
    columns.offset[row] = frame.offset;
    columns.length[row] = frame.length;
    columns.booking[row] = frame.day;
    columns.currency[row] = money.currency;
    const { minor } = money;
    columns.amountLow[row] = minor >>> 0;
    if (minor > 4294967295) sink.rows.set('amountHigh', row, Math.floor(minor / 4294967296));
    if (columns.value !== undefined) columns.value[row] = frame.value;
    if (frame.time !== NO_TIME) (columns.time ?? this.first('time'))[row] = frame.time;
    if (frame.zone !== NO_OFFSET) sink.rows.set('zone', row, frame.zone);
    if (frame.status !== statusCode.booked) sink.rows.set('status', row, frame.status);
    if (money.instructedCurrency !== 0) {
      sink.instructed.rows.push(row);
      sink.instructed.minor.push(money.instructedMinor);
      sink.instructed.currency.push(money.instructedCurrency);
    }
    if (money.chargeMinor !== 0) {
      sink.charges.rows.push(row);
      sink.charges.minor.push(money.chargeMinor);
      sink.charges.currency.push(money.currency);
    }
  }

  channel(row: number, code: number): void {
    if (code !== 0) (this.columns.channel ?? this.first('channel'))[row] = code;
  }

  /** What the remittance text says, in bits and hashes. */
  text(row: number, remittance: string): void {
    if (remittance === '') return;
    const { words, textKey, textHash } = textSigns(remittance);
    const { rows } = this.sink;
    if (words !== 0) rows.set('words', row, words);
    if (textKey !== 0) rows.set('textKey', row, textKey);
    if (textHash !== 0) rows.set('textHash', row, textHash);
  }

  private first(name: 'time' | 'channel'): Int32Array | Uint8Array {
    const column = this.sink.rows.need(name);
    this.columns = { ...this.columns, [name]: column };
    return column;
  }
}
