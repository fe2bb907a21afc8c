/**
 * A segment's columns as Arrow columns and back. Two differ from memory: the two halves of an
 * amount become one int64, and amounts that few rows have (instructed, charges) become columns
 * with nulls. A column that a file never filled is not written.
 */
import { CodedError } from '../errors.ts';
import { allocateColumn, entryColumnTypes, type ColumnName, type ColumnSet } from '../formats/entry-columns.ts';
import type { Segment, SparseMoney } from '../formats/format.ts';
import type { ArrowBatch } from './arrow-reading.ts';
import type { ArrowField, NumberArray, NumberColumn } from './arrow-writing.ts';
import type { SegmentInfo } from './segment-info.ts';

/** The int64 is read through its two halves, which only this order of bytes allows. */
const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

const sparseNames = ['instructed', 'charges'] as const;

/** Names as they are stored: the halves of the amount are one. */
function storedNames(columns: readonly ColumnName[]): (Exclude<ColumnName, 'amountLow' | 'amountHigh'> | 'amount')[] {
  return [...new Set(columns.map((name) => (name === 'amountLow' || name === 'amountHigh' ? 'amount' : name)))];
}

export function segmentFields(info: Pick<SegmentInfo, 'columns' | 'instructed' | 'charges'>): ArrowField[] {
  const fields: ArrowField[] = [];
  for (const name of storedNames(info.columns)) {
    if (name === 'amount') fields.push({ name, type: 'int64' });
    else {
      const { type, default: absent } = entryColumnTypes[name];
      fields.push({ name, type, ...(absent === 0 ? {} : { metadata: { absent: String(absent) } }) });
    }
  }
  for (const name of sparseNames) {
    if (info[name] === 0) continue;
    fields.push({ name, type: 'int64', nullable: true }, { name: `${name}Currency`, type: 'uint16', nullable: true });
  }
  return fields;
}

/** Columns of rows [from, to), in the order of `segmentFields`. */
export function batchColumns(segment: Segment, names: readonly ColumnName[], from: number, to: number): NumberColumn[] {
  const columns: NumberColumn[] = [];
  for (const name of storedNames(names)) {
    if (name === 'amount') columns.push({ values: joinHalves(segment.columns, from, to) });
    else columns.push({ values: (segment.columns[name] as NumberArray).subarray(from, to) });
  }
  for (const name of sparseNames)
    if (segment[name].rows.length > 0) columns.push(...sparseColumns(segment[name], from, to));
  return columns;
}

function joinHalves({ amountLow, amountHigh }: ColumnSet, from: number, to: number): BigInt64Array {
  if (!LITTLE_ENDIAN) throw new CodedError('CLEW_INTERNAL', { reason: 'this machine keeps high bytes first' });
  const halves = new Uint32Array(2 * (to - from));
  for (let row = from, at = 0; row < to; row++, at += 2) halves[at] = amountLow?.[row] ?? 0;
  if (amountHigh) for (let row = from, at = 1; row < to; row++, at += 2) halves[at] = amountHigh[row] as number;
  return new BigInt64Array(halves.buffer);
}

function sparseColumns({ rows, minor, currency }: SparseMoney, from: number, to: number): [NumberColumn, NumberColumn] {
  const amounts = new BigInt64Array(to - from);
  const currencies = new Uint16Array(to - from);
  const validity = new Uint8Array(Math.ceil((to - from) / 8));
  let nulls = to - from;
  for (let i = firstAtLeast(rows, from); i < rows.length && (rows[i] as number) < to; i++, nulls--) {
    const at = (rows[i] as number) - from;
    if (i > 0 && (rows[i] as number) <= (rows[i - 1] as number)) {
      throw new CodedError('CLEW_INTERNAL', { reason: 'amounts beside a row are not in order of rows' });
    }
    amounts[at] = BigInt(minor[i] as number);
    currencies[at] = currency[i] as number;
    validity[at >> 3] = (validity[at >> 3] as number) | (1 << (at & 7));
  }
  return [
    { values: amounts, validity, nulls },
    { values: currencies, validity, nulls },
  ];
}

function firstAtLeast(rows: Uint32Array, row: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] as number) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Gathers batches into columns over shared memory. */
export class ColumnsReading {
  readonly columns: ColumnSet = {};
  readonly sparse: { readonly [K in (typeof sparseNames)[number]]: SparseMoney };
  private readonly info: SegmentInfo;
  private readonly filled = { instructed: 0, charges: 0 };
  private row = 0;

  constructor(info: SegmentInfo) {
    this.info = info;
    for (const name of info.columns) (this.columns as Record<string, unknown>)[name] = allocateColumn(name, info.count);
    const empty = (count: number): SparseMoney => ({
      rows: new Uint32Array(count),
      minor: new Float64Array(count),
      currency: new Uint16Array(count),
    });
    this.sparse = { instructed: empty(info.instructed), charges: empty(info.charges) };
  }

  add(batch: ArrowBatch): void {
    for (const name of storedNames(this.info.columns)) {
      if (name === 'amount') this.splitHalves(batch);
      else (this.columns[name] as Uint32Array).set(batch.numbers(name).values as Uint32Array, this.row);
    }
    for (const name of sparseNames) if (this.info[name] > 0) this.addSparse(batch, name);
    this.row += batch.rows;
  }

  /** Throws where rows are missing. */
  finish(): void {
    const { instructed, charges } = this.filled;
    const { info } = this;
    if (this.row !== info.count || instructed !== info.instructed || charges !== info.charges)
      throw new Error('rows are missing');
  }

  private splitHalves(batch: ArrowBatch): void {
    const { values } = batch.numbers('amount');
    const halves = new Uint32Array(values.buffer, values.byteOffset, 2 * batch.rows);
    const { amountLow, amountHigh } = this.columns;
    for (let i = 0; i < batch.rows; i++) {
      if (amountLow) amountLow[this.row + i] = halves[2 * i] as number;
      if (amountHigh) amountHigh[this.row + i] = halves[2 * i + 1] as number;
    }
  }

  private addSparse(batch: ArrowBatch, name: (typeof sparseNames)[number]): void {
    const { rows, minor, currency } = this.sparse[name];
    const { values, validity } = batch.numbers(name);
    const currencies = batch.numbers(`${name}Currency`).values;
    for (let i = 0; i < batch.rows; i++) {
      if (validity && ((validity[i >> 3] as number) & (1 << (i & 7))) === 0) continue;
      const at = this.filled[name]++;
      rows[at] = this.row + i;
      minor[at] = Number(values[i]);
      currency[at] = Number(currencies[i]);
    }
  }
}
