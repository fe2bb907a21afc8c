/**
 * Apache Arrow IPC (columnar format 1.x): streams, and files, which are a stream between two magic
 * words (Feather version 2 is such a file). Read front to back, one record batch at a time; buffers
 * may be compressed with LZ4 frames or Zstandard.
 */
import {
  compressionRegistry,
  CompressionType,
  DataType,
  DateUnit,
  Dictionary,
  Precision,
  RecordBatchReader,
  TimeUnit,
  Type,
  type Field,
  type RecordBatch,
  type Vector,
} from 'apache-arrow';
import type { ByteSource } from '../../intake/member.ts';
import { messagesOf } from './arrow-messages.ts';
import { BLOCK_ROWS, type Block, type Cell, type Column, type ColumnarFile, type Kind } from './columns.ts';
import { LARGEST_PAGE, zstd } from './decompress.ts';
import { lz4Frames } from './lz4.ts';

const MOST_COLUMNS = 4096;
const PER_SECOND: Readonly<Record<TimeUnit, bigint>> = {
  [TimeUnit.SECOND]: 1n,
  [TimeUnit.MILLISECOND]: 1000n,
  [TimeUnit.MICROSECOND]: 1_000_000n,
  [TimeUnit.NANOSECOND]: 1_000_000_000n,
};

compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: (bytes) => lz4Frames(bytes, LARGEST_PAGE) });
compressionRegistry.set(CompressionType.ZSTD, { decode: (bytes) => zstd(bytes, LARGEST_PAGE) });

/** Opens an Arrow file or stream. Throws what the library throws, or an Error with the reason. */
export function arrowFile(source: ByteSource): ColumnarFile {
  const open = (): RecordBatchReader => RecordBatchReader.from(messagesOf(source)).open();
  const { fields } = open().schema;
  if (fields.length > MOST_COLUMNS) throw new Error(`${fields.length} columns`);
  const warnings: string[] = [];
  const columns: (Column & { readonly index: number })[] = [];
  for (const [index, field] of fields.entries()) {
    const kind = kindOf(field);
    if (typeof kind === 'string') warnings.push(`column ${field.name} ${kind} and is left out`);
    else columns.push({ name: field.name, kind, index });
  }
  return {
    columns: columns.map(({ name, kind }) => ({ name, kind })),
    warnings,
    *blocks(from, only) {
      let block = 0;
      for (const batch of open()) {
        for (let at = 0; at < batch.numRows; at += BLOCK_ROWS, block++) {
          if (block < from) continue;
          const rows = Math.min(BLOCK_ROWS, batch.numRows - at);
          const values = columns.map(({ kind, index }, column) =>
            only && !only.has(column) ? [] : cellsOf(batch, index, kind, at, rows),
          );
          yield { rows, values } satisfies Block;
        }
      }
      return undefined;
    },
  };
}

/** The meaning of a field, or why it is not read. */
function kindOf(field: Field): Kind | string {
  const type: DataType =
    field.type instanceof Dictionary ? (field.type.dictionary as DataType) : (field.type as DataType);
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type) || DataType.isNull(type)) return { kind: 'text' };
  if (DataType.isInt(type)) return { kind: 'integer' };
  if (DataType.isFloat(type)) return { kind: 'fraction', single: type.precision !== Precision.DOUBLE };
  if (DataType.isDecimal(type)) return { kind: 'decimal', scale: type.scale };
  if (DataType.isBool(type)) return { kind: 'boolean' };
  // Milliseconds are told as days as well: this type has no time.
  if (DataType.isDate(type)) return { kind: 'day' };
  if (DataType.isTime(type)) return { kind: 'clock', perSecond: PER_SECOND[type.unit] };
  if (DataType.isTimestamp(type)) {
    const zone = type.timezone;
    return { kind: 'moment', perSecond: PER_SECOND[type.unit], ...(zone ? { zone } : {}) };
  }
  return `is of type ${Type[type.typeId]}`;
}

function cellsOf(batch: RecordBatch, index: number, kind: Kind, from: number, rows: number): Cell[] {
  const vector = batch.getChildAt(index);
  if (!vector || vector.length < from + rows) throw new Error('a column has fewer rows than its batch');
  const read = readerOf(vector, kind);
  const cells: Cell[] = [];
  for (let row = from; row < from + rows; row++) cells.push(read(row));
  return cells;
}

/** Gets a row's cell as stored: the library's own getters make dates and floats of some. */
function readerOf(vector: Vector, kind: Kind): (row: number) => Cell {
  const data = vector.data[0];
  const type = vector.type as DataType;
  if (!data || vector.data.length !== 1) throw new Error('a batch in several pieces');
  const isThere = (row: number): boolean => data.nullCount === 0 || vector.isValid(row);
  if (type instanceof Dictionary) {
    const words = data.dictionary as Vector | undefined;
    if (!words) throw new Error('a dictionary is missing');
    const pieces = words.data.map((piece) => piece.length);
    const readWord = words.data.length === 1 ? readerOf(words, kind) : undefined;
    const indices = data.values as ArrayLike<number | bigint>;
    const known: Cell[] = [];
    return (row) => {
      if (!isThere(row)) return undefined;
      const at = Number(indices[row]);
      if (!(at >= 0 && at < words.length)) throw new Error('an index that its dictionary has not');
      return (known[at] ??= readWord ? readWord(at) : wordOf(words, pieces, at, kind));
    };
  }
  const values = data.values as ArrayLike<number | bigint>;
  switch (kind.kind) {
    case 'decimal': {
      const words = (type as unknown as { bitWidth: number }).bitWidth / 32;
      return (row) => (isThere(row) ? integerOfWords(data.values as Uint32Array, row * words, words) : undefined);
    }
    case 'moment':
    case 'clock':
      return (row) => (isThere(row) ? values[row] : undefined);
    case 'day':
      if (DataType.isDate(type) && type.unit === DateUnit.DAY) return (row) => (isThere(row) ? values[row] : undefined);
      return (row) => (isThere(row) ? Math.floor(Number(values[row]) / 86_400_000) : undefined);
    default:
      return (row) => (vector.get(row) as Cell | null) ?? undefined;
  }
}

/** A word of a dictionary that came in deltas. */
function wordOf(words: Vector, pieces: readonly number[], at: number, kind: Kind): Cell {
  let rest = at;
  for (const [piece, length] of pieces.entries()) {
    if (rest < length) return readerOf(words.slice(at - rest, at - rest + length), kind)(rest);
    rest -= pieces[piece] as number;
  }
  return undefined;
}

/** A two's complement integer in little-endian words of 32 bits. */
function integerOfWords(words: Uint32Array, from: number, count: number): bigint {
  let value = 0n;
  for (let i = count - 1; i >= 0; i--) value = (value << 32n) | BigInt(words[from + i] as number);
  return BigInt.asIntN(count * 32, value);
}
