/** For tests: reads bytes, or a fixture, through the CSV format and sums what came out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import csv from '../../../src/formats/csv.ts';
import { EndTable } from '../../../src/formats/end-table.ts';
import { amountAt, channels, statuses } from '../../../src/formats/entry-columns.ts';
import { isoDate, type Day } from '../../../src/days.ts';
import type { Segment } from '../../../src/formats/format.ts';
import { SegmentSink } from '../../../src/formats/segment-sink.ts';
import { memorySource } from '../../../src/intake/byte-source.ts';
import { detectEncoding } from '../../../src/intake/encoding.ts';
import { currencyCode } from '../../../src/money.ts';
import { packageRoot } from '../../../src/package-root.ts';

export const fixturePath = (name: string): string => join(packageRoot, 'test/fixtures/csv', name);

export function readText(text: string, encoding = 'utf-8'): Segment {
  return readBytes(Buffer.from(text), encoding);
}

export function readBytes(bytes: Uint8Array, encoding = detectEncoding(bytes, true).encoding): Segment {
  const sink = new SegmentSink();
  const member = { name: 'test.csv', path: '', bytes: bytes.length, sha256: 'ab'.repeat(32), encoding };
  csv.read(memorySource(bytes), member, sink);
  return sink.close(member, 'csv');
}

export function readFixture(name: string): Segment {
  return readBytes(readFileSync(fixturePath(name)));
}

/** A row as a person would say it: `2026-01-05 EUR 1620.00 from A to B, channel`. */
export interface PlainRow {
  readonly record: number;
  readonly date: string | undefined;
  readonly value: string | undefined;
  readonly minor: number;
  readonly currency: string;
  readonly debtor: string;
  readonly creditor: string;
  readonly channel: string;
  readonly status: string;
}

export function plainRows(segment: Segment): PlainRow[] {
  const ends = EndTable.fromParts(segment.ends);
  const { columns } = segment;
  const name = (end: number): string => (end < 3 ? ends.kind(end) : `${ends.kind(end)}:${ends.key(end)}`);
  const day = (value: number | undefined): string | undefined =>
    value === undefined || value === -2147483648 ? undefined : isoDate(value as Day);
  return Array.from({ length: segment.count }, (_, row) => ({
    record: columns.record?.[row] ?? 0,
    date: day(columns.booking?.[row]),
    value: day(columns.value?.[row]),
    minor: amountAt(columns, row),
    currency: currencyCode(columns.currency?.[row] ?? 0),
    debtor: name(columns.debtor?.[row] ?? 0),
    creditor: name(columns.creditor?.[row] ?? 0),
    channel: channels[columns.channel?.[row] ?? 0] ?? '',
    status: statuses[columns.status?.[row] ?? 0] ?? '',
  }));
}

/** Booked minor units per currency and side of the statement's account. */
export function sums(segment: Segment): Record<string, number> {
  const found: Record<string, number> = {};
  for (let row = 0; row < segment.count; row++) {
    if ((segment.columns.status?.[row] ?? 0) !== 0) continue;
    const side = ['debits', 'credits', 'both'][segment.columns.side?.[row] ?? 0] ?? '';
    const key = `${currencyCode(segment.columns.currency?.[row] ?? 0)} ${side}`;
    found[key] = (found[key] ?? 0) + amountAt(segment.columns, row);
  }
  return found;
}

export function balances(segment: Segment): (readonly [number | undefined, number | undefined])[] {
  return segment.statements.map(({ opening, closing }) => [opening, closing] as const);
}
