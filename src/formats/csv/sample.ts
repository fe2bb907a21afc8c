/**
 * A look at a file before reading it: the records of its first 256 KiB and of its last 64 KiB as
 * text, so that the dialect is decided on columns and not on single values.
 */
import { codePageTable, decodeBytes, detectEncoding, isSingleByte, wideUnit } from '../../intake/encoding.ts';
import type { ByteSource } from '../format.ts';
import { RecordScanner, type Separators } from './records.ts';

const HEAD = 256 * 1024;
const TAIL = 64 * 1024;

export interface SampleRecord {
  /** Byte offset of the record and of what follows it, in the sampled bytes. */
  readonly offset: number;
  readonly next: number;
  readonly line: number;
  /** Line after the record. */
  readonly nextLine: number;
  readonly fields: readonly string[];
}

/** Bytes whose delimiters mean themselves: UTF-16 is turned into UTF-8. */
export interface SampleBytes {
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
  readonly isWhole: boolean;
  /** Bytes of the byte order mark in the file. */
  readonly mark: number;
  readonly encoding: string;
  /** Where it is known how the text was written, nothing is guessed. */
  readonly separators?: Separators;
}

export type TextOf = (bytes: Uint8Array, from: number, to: number) => string;

interface NativeSlices {
  latin1Slice(this: Uint8Array, from: number, to: number): string;
  utf8Slice(this: Uint8Array, from: number, to: number): string;
}
const native = Buffer.prototype as unknown as NativeSlices;

/** Decoder of fields of a scanned buffer. */
export function textReader(encoding: string): TextOf {
  if (/^utf-/.test(encoding)) return (bytes, from, to) => native.utf8Slice.call(bytes, from, to);
  if (!isSingleByte(encoding)) return (bytes, from, to) => decodeBytes(bytes.subarray(from, to), encoding);
  const table = codePageTable(encoding);
  return (bytes, from, to) => {
    const text = native.latin1Slice.call(bytes, from, to);
    return /[^\0-\x7f]/.test(text)
      ? text.replace(/[^\0-\x7f]/g, (letter) => table[letter.charCodeAt(0)] as string)
      : text;
  };
}

/** Bytes in a file of `unit` that stand for UTF-8 bytes; where in the file a position is follows from it. */
export function wideBytes(bytes: Uint8Array, from: number, to: number, unit: number): number {
  let units = 0;
  for (let p = from; p < to; p++) {
    const byte = bytes[p] as number;
    if (byte < 0x80 || byte >= 0xc0) units += byte >= 0xf0 && unit === 2 ? 2 : 1;
  }
  return units * unit;
}

/** Reads the start and the end of a file. */
export function takeSample(source: ByteSource, encoding: string): SampleBytes {
  const raw = source.read(0, Math.min(source.size, HEAD));
  const isWhole = raw.length >= source.size;
  const mark = detectEncoding(raw.subarray(0, 64)).mark;
  const unit = wideUnit(encoding);
  const isWide = unit > 0;
  const body = isWide
    ? Buffer.from(decodeBytes(raw.subarray(mark, raw.length - (raw.length % unit)), encoding))
    : raw.subarray(mark);
  const tail = isWhole || isWide ? new Uint8Array(0) : source.read(Math.max(0, source.size - TAIL), source.size);
  return { head: body, tail, isWhole, mark, encoding };
}

/** Records of bytes as text; the last one is left out where it may go on. */
export function sampleRecords(
  bytes: Uint8Array,
  separators: Separators,
  text: TextOf,
  isWhole: boolean,
  most = 2000,
): SampleRecord[] {
  const scanner = new RecordScanner(separators);
  // The scanner undoes escapes in place and needs a byte after the end.
  const copy = new Uint8Array(bytes.length + 1);
  copy.set(bytes);
  const records: SampleRecord[] = [];
  let p = 0;
  let line = 1;
  while (p < bytes.length && records.length < most && scanner.scan(copy, p, bytes.length, isWhole)) {
    const fields: string[] = [];
    const count = Math.min(scanner.fields, 1024);
    for (let i = 0; i < count; i++) fields.push(text(copy, scanner.starts[i] as number, scanner.ends[i] as number));
    records.push({ offset: p, next: scanner.next, line, nextLine: line + scanner.lines, fields });
    p = scanner.next;
    line += scanner.lines;
  }
  return records;
}
