/**
 * The messages of an Arrow stream (Arrow columnar format, "Encapsulated message format"), checked
 * before the library decodes them: its FlatBuffers code believes every count that it is told, and a
 * hostile one is two thousand million. Every vector must lie within its message, fields may nest
 * only so deep, and rows and buffers within the body.
 */
import type { ByteSource } from '../../intake/member.ts';

const CONTINUATION = 0xffffffff;
const FILE_MAGIC = 8;
const LARGEST_METADATA = 64 << 20;
const LARGEST_BODY = 2 ** 30;
const MOST_ROWS = 2 ** 26;
const DEEPEST = 16;
const MOST_FIELDS = 65536;
const PIECE = 1 << 20;
const SCHEMA = 1;
const DICTIONARY = 2;
const BATCH = 3;

/** The stream's bytes, message after message. Throws where a message does not hold together. */
export function* messagesOf(source: ByteSource): Generator<Uint8Array, undefined> {
  const isFile = Buffer.from(source.read(0, 6)).toString('latin1') === 'ARROW1';
  let at = isFile ? FILE_MAGIC : 0;
  while (at + 4 <= source.size) {
    const prefix = viewOf(source.read(at, at + 8));
    const isMarked = prefix.getUint32(0, true) === CONTINUATION && prefix.byteLength === 8;
    // Streams before 0.15 have no continuation mark.
    const size = prefix.getUint32(isMarked ? 4 : 0, true);
    const start = at + (isMarked ? 8 : 4);
    if (size === 0) return undefined;
    if (size > LARGEST_METADATA || start + size > source.size) throw new Error('a message runs over the end');
    const metadata = source.read(start, start + size);
    const body = bodyLength(metadata);
    if (start + size + body > source.size) throw new Error('the file ends within a message');
    yield source.read(at, start);
    yield metadata;
    at = start + size;
    for (const end = at + body; at < end;) {
      const piece = source.read(at, Math.min(end, at + PIECE));
      yield piece;
      at += piece.length;
    }
  }
  return undefined;
}

/** Bytes of the body that follows a message, whose own tables are checked on the way. */
function bodyLength(bytes: Uint8Array): number {
  const check = new TableCheck(bytes);
  const message = check.root();
  const body = check.long(message, 3);
  if (body < 0 || body > LARGEST_BODY) throw new Error(`a message with a body of ${body} bytes`);
  const type = check.byte(message, 1);
  const header = check.table(message, 2);
  check.keyValues(message, 4);
  if (header === 0) throw new Error('a message without a header');
  if (type === SCHEMA) {
    check.fields(header, 1, 0);
    check.keyValues(header, 2);
  } else if (type === BATCH) check.batch(header, body);
  else if (type === DICTIONARY) {
    const data = check.table(header, 1);
    if (data === 0) throw new Error('a dictionary without data');
    check.batch(data, body);
  } else throw new Error(`a message of type ${type}`);
  return body;
}

/** Reads a FlatBuffer with every access within it (FlatBuffers internals: tables, vtables, vectors). */
class TableCheck {
  private readonly view: DataView;
  private fieldsSeen = 0;

  constructor(bytes: Uint8Array) {
    this.view = viewOf(bytes);
  }

  root(): number {
    return this.view.getUint32(0, true);
  }

  /** Place of a field's value; 0 where it is absent. DataView throws outside of the message. */
  private place(table: number, field: number): number {
    const vtable = table - this.view.getInt32(table, true);
    if (4 + 2 * field >= this.view.getUint16(vtable, true)) return 0;
    const offset = this.view.getUint16(vtable + 4 + 2 * field, true);
    return offset === 0 ? 0 : table + offset;
  }

  byte(table: number, field: number): number {
    const place = this.place(table, field);
    return place === 0 ? 0 : this.view.getUint8(place);
  }

  long(table: number, field: number): number {
    const place = this.place(table, field);
    return place === 0 ? 0 : Number(this.view.getBigInt64(place, true));
  }

  table(table: number, field: number): number {
    const place = this.place(table, field);
    if (place === 0) return 0;
    const target = place + this.view.getUint32(place, true);
    this.view.getInt32(target, true);
    return target;
  }

  /** First element and count of a vector whose elements have `width` bytes. */
  vector(table: number, field: number, width: number): { at: number; count: number } {
    const place = this.place(table, field);
    if (place === 0) return { at: 0, count: 0 };
    const at = place + this.view.getUint32(place, true);
    const count = this.view.getUint32(at, true);
    if (at + 4 + count * width > this.view.byteLength) throw new Error(`a list of ${count} in a small message`);
    return { at: at + 4, count };
  }

  keyValues(table: number, field: number): void {
    const { at, count } = this.vector(table, field, 4);
    for (let i = 0; i < count; i++) {
      const entry = at + 4 * i + this.view.getUint32(at + 4 * i, true);
      this.vector(entry, 0, 1);
      this.vector(entry, 1, 1);
    }
  }

  fields(table: number, field: number, depth: number): void {
    const { at, count } = this.vector(table, field, 4);
    this.fieldsSeen += count;
    // A tree may share its branches, so places are counted and not fields.
    if (depth > DEEPEST || this.fieldsSeen > MOST_FIELDS) throw new Error('too many fields, or too deep');
    for (let i = 0; i < count; i++) {
      const child = at + 4 * i + this.view.getUint32(at + 4 * i, true);
      this.vector(child, 0, 1);
      this.fields(child, 5, depth + 1);
      this.keyValues(child, 6);
    }
  }

  batch(table: number, body: number): void {
    this.rows(this.long(table, 0));
    const nodes = this.vector(table, 1, 16);
    for (let i = 0; i < nodes.count; i++) this.rows(Number(this.view.getBigInt64(nodes.at + 16 * i, true)));
    const buffers = this.vector(table, 2, 16);
    for (let i = 0; i < buffers.count; i++) {
      const from = Number(this.view.getBigInt64(buffers.at + 16 * i, true));
      const length = Number(this.view.getBigInt64(buffers.at + 16 * i + 8, true));
      if (from < 0 || length < 0 || from + length > body) throw new Error('a buffer lies outside of its message');
    }
    this.vector(table, 4, 8);
  }

  private rows(count: number): void {
    if (!(count >= 0 && count <= MOST_ROWS)) throw new Error(`a batch of ${count} rows`);
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
