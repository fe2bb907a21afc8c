/** Segments made by hand through the sink that formats use: one statement row a line. */
import { createHash } from 'node:crypto';
import { parseIsoDate } from '../../src/days.ts';
import { CASH_END, UNKNOWN_END } from '../../src/formats/end-table.ts';
import type { Entry, Segment } from '../../src/formats/format.ts';
import { SegmentSink } from '../../src/formats/segment-sink.ts';
import { packCurrency } from '../../src/money.ts';

export interface StatementRow {
  readonly account: string;
  /** Absent = the bank does not say; `cash` = cash. */
  readonly other?: string;
  readonly direction: 'credit' | 'debit';
  /** Minor units. */
  readonly amount: number;
  readonly date: string;
  readonly value?: string;
  readonly currency?: string;
  readonly id?: string;
  readonly text?: string;
  readonly record?: number;
  readonly extra?: Partial<Entry>;
}

/** @param name decides the file's hash, and so the canonical order */
export function segmentOf(name: string, rows: readonly StatementRow[], format = 'csv'): Segment {
  const sink = new SegmentSink();
  const statements = new Map<string, number>();
  let last = 0;
  for (const [index, row] of rows.entries()) {
    const account = sink.ends.intern('account', row.account);
    const currency = packCurrency(row.currency ?? 'EUR');
    let statement = statements.get(row.account);
    if (statement === undefined) statements.set(row.account, (statement = sink.statement({ account, currency })));
    const record = row.record ?? index + 1;
    sink.entry({
      record,
      offset: index * 10,
      length: 10,
      statement,
      account,
      other:
        row.other === undefined
          ? UNKNOWN_END
          : row.other === 'cash'
            ? CASH_END
            : sink.ends.intern('account', row.other),
      direction: row.direction,
      amount: row.amount,
      currency,
      booking: parseIsoDate(row.date),
      value: parseIsoDate(row.value ?? row.date),
      channel: 'credit-transfer',
      status: 'booked',
      ...(row.id === undefined ? {} : { endToEndId: row.id }),
      ...(row.text === undefined ? {} : { text: row.text }),
      ...row.extra,
    });
    if (record !== last) sink.kept();
    last = record;
  }
  const sha256 = createHash('sha256').update(name).digest('hex');
  return sink.close({ name, path: `/nowhere/${name}`, bytes: rows.length * 10, sha256, encoding: 'utf-8' }, format);
}
