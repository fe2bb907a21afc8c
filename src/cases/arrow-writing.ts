/**
 * Writes Arrow IPC files batch by batch, so that columns never stand in memory twice. Arrow's own
 * writer leaves the schema to the footer; this one puts it in front too, as the specification has
 * it ("IPC File Format"), so that a file is also a stream after its first 8 bytes and can be read
 * front to back (`arrow-reading.ts`). Any Arrow reader takes the files.
 */
import {
  Binary,
  Field,
  Float64,
  Int,
  Int16,
  Int32,
  Int64,
  List,
  Message,
  RecordBatch,
  RecordBatchFileWriter,
  Schema,
  Struct,
  Uint16,
  Uint32,
  Uint8,
  makeData,
  type Data,
  type DataType,
} from 'apache-arrow';
import type { DictionaryParts } from '../formats/byte-dictionary.ts';

const numberTypes = {
  uint8: () => new Uint8(),
  uint16: () => new Uint16(),
  int16: () => new Int16(),
  uint32: () => new Uint32(),
  int32: () => new Int32(),
  int64: () => new Int64(),
  float64: () => new Float64(),
} as const;
export type NumberType = keyof typeof numberTypes;
export type NumberArray =
  Uint8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | BigInt64Array | Float64Array;

export interface ArrowField {
  readonly name: string;
  /** A number a row, or a list a row. */
  readonly type: NumberType | 'list of bytes' | 'list of uint8' | 'list of uint16' | 'list of uint32';
  readonly nullable?: boolean;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** Values of one batch, a bit a row in `validity` where some are null. */
export interface NumberColumn {
  readonly values: NumberArray;
  readonly validity?: Uint8Array;
  readonly nulls?: number;
}
/** The one list of a file that has a single row. */
export type ListColumn = DictionaryParts | Uint8Array | Uint16Array | Uint32Array;

interface ByteSink {
  write(bytes: Uint8Array): void;
}

/** Writes a file to a sink. Call `finish` last; the sink is not closed. */
export class ArrowFile {
  private readonly writer: SinkWriter;
  private readonly schema: Schema;

  constructor(sink: ByteSink, fields: readonly ArrowField[], metadata: Readonly<Record<string, string>>) {
    this.schema = new Schema(fields.map(arrowField), new Map(Object.entries(metadata)));
    this.writer = new SinkWriter(sink);
    this.writer.reset(undefined, this.schema);
  }

  /** A batch of rows, its columns in the order of the fields. */
  rows(count: number, columns: readonly NumberColumn[]): void {
    this.batch(
      count,
      columns.map(({ values, validity, nulls }, index) => {
        const type = this.field(index).type as Int32;
        const nullBitmap = validity ? { nullBitmap: validity, nullCount: nulls ?? 0 } : { nullCount: 0 };
        return makeData({ type, length: count, data: values as Int32Array, ...nullBitmap });
      }),
    );
  }

  /** The only row of a file of lists, in the order of the fields. */
  lists(columns: readonly ListColumn[]): void {
    this.batch(
      1,
      columns.map((column, index) => listData(this.field(index).type as List, column)),
    );
  }

  finish(): void {
    this.writer.close();
  }

  private field(index: number): Field {
    return this.schema.fields[index] as Field;
  }

  private batch(length: number, children: readonly Data[]): void {
    const type = new Struct(this.schema.fields);
    this.writer.write(new RecordBatch(this.schema, makeData({ type, length, nullCount: 0, children: [...children] })));
  }
}

function arrowField({ name, type, nullable, metadata }: ArrowField): Field {
  return new Field(name, arrowType(type), nullable ?? false, metadata ? new Map(Object.entries(metadata)) : undefined);
}

function arrowType(type: ArrowField['type']): DataType {
  if (!type.startsWith('list of ')) return numberTypes[type as NumberType]();
  const item = type.slice('list of '.length);
  return new List(new Field('item', item === 'bytes' ? new Binary() : numberTypes[item as NumberType](), false));
}

function listData(type: List, column: ListColumn): Data {
  const child = ArrayBuffer.isView(column) ? numberItems(type, column) : byteItems(column);
  return makeData({ type, length: 1, nullCount: 0, valueOffsets: Int32Array.of(0, child.length), child });
}

function numberItems(list: List, values: Uint8Array | Uint16Array | Uint32Array): Data {
  const type = (list.children[0] as Field).type as Int;
  return makeData({ type, length: values.length, nullCount: 0, data: values });
}

function byteItems({ arena, offsets }: DictionaryParts): Data {
  const valueOffsets = new Int32Array(offsets.buffer, offsets.byteOffset, offsets.length);
  return makeData({ type: new Binary(), length: offsets.length - 1, nullCount: 0, valueOffsets, data: arena });
}

class SinkWriter extends RecordBatchFileWriter {
  private readonly out: ByteSink;

  constructor(out: ByteSink) {
    super();
    this.out = out;
  }

  protected override _write(chunk: ArrayBufferView): this {
    if (!this._started || chunk.byteLength === 0) return this;
    this.out.write(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    this._position += chunk.byteLength;
    return this;
  }

  protected override _writeSchema(schema: Schema): this {
    super._writeSchema(schema);
    return this._writeMessage(Message.from(schema));
  }
}
