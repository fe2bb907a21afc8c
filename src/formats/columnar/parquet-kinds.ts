/**
 * What the stored values of a Parquet column mean (Apache Parquet, LogicalTypes.md; the converted
 * types of old where a file has no others), and how they become cells.
 */
import { parseFloat16 } from 'hyparquet/src/convert.js';
import type { SchemaElement } from 'hyparquet/src/types.js';
import { integerOfBytes } from './cell-text.ts';
import type { Cell, Kind } from './columns.ts';

const PER_SECOND = { MILLIS: 1000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n } as const;
const JULIAN_1970 = 2440588n;
const DAY_NANOS = 86_400_000_000_000n;

export interface StoredKind {
  readonly kind: Kind;
  readonly convert: (value: unknown) => Cell;
}

/** The meaning of a leaf, or why it is not read. */
export function kindOf(element: SchemaElement): StoredKind | string {
  const { type, converted_type: converted, logical_type: logical } = element;
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') {
    const scale = logical?.type === 'DECIMAL' ? (logical.scale ?? 0) : (element.scale ?? 0);
    if (!(scale >= 0 && scale <= 76)) return `has ${scale} digits after the point`;
    return { kind: { kind: 'decimal', scale }, convert: type?.includes('BYTE') ? decimalOfBytes : asCell };
  }
  switch (type) {
    case 'BOOLEAN':
      return { kind: { kind: 'boolean' }, convert: asCell };
    case 'INT32':
    case 'INT64':
      return integerKind(element, type === 'INT32' ? 32 : 64);
    case 'INT96':
      // Of two kinds of writers: a wall clock, or UTC without saying so. No zone is claimed.
      return { kind: { kind: 'moment', perSecond: PER_SECOND.NANOS }, convert: nanosOfInt96 };
    case 'FLOAT':
      return { kind: { kind: 'fraction', single: true }, convert: asCell };
    case 'DOUBLE':
      return { kind: { kind: 'fraction', single: false }, convert: asCell };
    case 'BYTE_ARRAY':
    case 'FIXED_LEN_BYTE_ARRAY':
      if (logical?.type === 'FLOAT16') {
        return { kind: { kind: 'fraction', single: true }, convert: (value) => parseFloat16(value as Uint8Array) };
      }
      if (logical?.type === 'UUID') return { kind: { kind: 'text' }, convert: uuidOfBytes };
      if (converted === 'INTERVAL' || converted === 'BSON' || logical?.type === 'BSON') {
        return `holds ${(converted ?? logical?.type ?? '').toLowerCase()} values`;
      }
      if (logical?.type === 'GEOMETRY' || logical?.type === 'GEOGRAPHY') return 'holds shapes';
      return { kind: { kind: 'text' }, convert: textOfBytes };
    default:
      return 'has no type';
  }
}

function integerKind(element: SchemaElement, bits: 32 | 64): StoredKind {
  const { converted_type: converted, logical_type: logical } = element;
  if (converted === 'DATE' || logical?.type === 'DATE') return { kind: { kind: 'day' }, convert: asCell };
  if (logical?.type === 'TIMESTAMP') {
    const perSecond = PER_SECOND[logical.unit];
    return {
      kind: { kind: 'moment', perSecond, ...(logical.isAdjustedToUTC ? { zone: 'UTC' } : {}) },
      convert: asCell,
    };
  }
  if (converted === 'TIMESTAMP_MILLIS' || converted === 'TIMESTAMP_MICROS') {
    const perSecond = converted === 'TIMESTAMP_MILLIS' ? PER_SECOND.MILLIS : PER_SECOND.MICROS;
    return { kind: { kind: 'moment', perSecond, zone: 'UTC' }, convert: asCell };
  }
  if (logical?.type === 'TIME' || converted === 'TIME_MILLIS' || converted === 'TIME_MICROS') {
    const unit = logical?.type === 'TIME' ? logical.unit : converted === 'TIME_MILLIS' ? 'MILLIS' : 'MICROS';
    return { kind: { kind: 'clock', perSecond: PER_SECOND[unit] }, convert: asCell };
  }
  const isUnsigned =
    (logical?.type === 'INTEGER' && !logical.isSigned) || (converted !== undefined && converted.startsWith('UINT_'));
  const convert = (value: unknown): Cell => BigInt.asUintN(bits, BigInt(value as number | bigint));
  return { kind: { kind: 'integer' }, convert: isUnsigned ? convert : asCell };
}

function asCell(value: unknown): Cell {
  return value as Cell;
}

function decimalOfBytes(value: unknown): Cell {
  return integerOfBytes(value as Uint8Array);
}

function textOfBytes(value: unknown): Cell {
  const { buffer, byteOffset, length } = value as Uint8Array;
  return Buffer.from(buffer, byteOffset, length).toString('utf8');
}

function uuidOfBytes(value: unknown): Cell {
  const { buffer, byteOffset, length } = value as Uint8Array;
  const hex = Buffer.from(buffer, byteOffset, length).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Nanoseconds of the day in the low 64 bits, the Julian day above. */
function nanosOfInt96(value: unknown): Cell {
  const packed = value as bigint;
  return ((packed >> 64n) - JULIAN_1970) * DAY_NANOS + BigInt.asUintN(64, packed);
}
