/**
 * Reads Arrow IPC files as `arrow-writing.ts` writes them: front to back, batch by batch, hashing
 * the bytes as they go by, so that a file of any size takes the memory of one batch.
 */
import { Binary, RecordBatchReader, type Data, type RecordBatch } from 'apache-arrow';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import type { ListColumn, NumberArray, NumberColumn } from './arrow-writing.ts';

/** Bytes before the stream: `ARROW1` and two zeros. */
const MAGIC = 8;
const CHUNK = 1 << 20;

/** A file open for reading front to back. */
export interface ArrowReading {
  readonly metadata: ReadonlyMap<string, string>;
  /** Every batch in turn; its views are good until the next one. */
  batches(): Iterable<ArrowBatch>;
  /** SHA-256 of the whole file; call it after the last batch. */
  hash(): string;
}

export interface ArrowBatch {
  readonly rows: number;
  /** Values and validity bits of a column of numbers. */
  numbers(name: string): NumberColumn;
  /** The list in the batch's only row. */
  list(name: string): ListColumn;
  has(name: string): boolean;
}

/** Reads a file through `action`; whatever is wrong with it is thrown as it comes. */
export function readArrowFile<T>(path: string, action: (reading: ArrowReading) => T, chunk = CHUNK): T {
  const descriptor = openSync(path, 'r');
  try {
    const digest = createHash('sha256');
    const pieces = piecesOf(descriptor, chunk, (bytes) => digest.update(bytes));
    const reader = RecordBatchReader.from(pieces).open();
    return action({
      metadata: reader.schema.metadata,
      *batches() {
        for (const batch of reader)
          yield {
            rows: batch.numRows,
            numbers: (name) => numbersOf(batch, name),
            list: (name) => listOf(batch, name),
            has: (name) => batch.getChild(name) !== null,
          };
      },
      hash() {
        while (pieces.next().done !== true);
        return digest.digest('hex');
      },
    });
  } finally {
    closeSync(descriptor);
  }
}

/** The file without its magic, as a stream. An iterator that a `for … of` doesn't end. */
function piecesOf(descriptor: number, chunk: number, seen: (bytes: Uint8Array) => void): IterableIterator<Uint8Array> {
  let isFirst = true;
  return {
    [Symbol.iterator]() {
      return this;
    },
    next() {
      const bytes = new Uint8Array(chunk);
      const got = readSync(descriptor, bytes, 0, chunk, null);
      if (got === 0) return { done: true, value: undefined };
      seen(bytes.subarray(0, got));
      const from = isFirst ? MAGIC : 0;
      isFirst = false;
      return { done: false, value: bytes.subarray(from, got) };
    },
  };
}

function columnOf(batch: RecordBatch, name: string): Data {
  const data: Data | undefined = batch.getChild(name)?.data[0];
  if (!data) throw new Error(`column ${name} is missing`);
  return data;
}

// Buffers are padded to 8 bytes, so that views are cut to what counts.
function numbersOf(batch: RecordBatch, name: string): NumberColumn {
  const data = columnOf(batch, name);
  const values = (data.values as NumberArray).subarray(0, batch.numRows);
  return { values, ...(data.nullCount > 0 ? { validity: data.nullBitmap, nulls: data.nullCount } : {}) };
}

function listOf(batch: RecordBatch, name: string): ListColumn {
  const child = columnOf(batch, name).children[0] as Data;
  if (!(child.type instanceof Binary)) return (child.values as Uint32Array).subarray(0, child.length);
  const { buffer, byteOffset } = child.valueOffsets as Int32Array;
  const offsets = new Uint32Array(buffer, byteOffset, child.length + 1);
  return { arena: (child.values as Uint8Array).subarray(0, offsets[child.length]), offsets };
}
