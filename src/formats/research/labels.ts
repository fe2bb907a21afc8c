/**
 * The labels of research data (AMLworld, AMLSim, PaySim, SAML-D), for measuring only. They are kept
 * apart from everything that scoring sees: no format reads these columns, and a rule of the
 * architecture test lets nothing in `src/`, `workers/` and `web/` import this file.
 */
import { CodedError } from '../../errors.ts';
import { wideUnit } from '../../intake/encoding.ts';
import type { ByteSource, Member } from '../format.ts';
import { readChunks, type ChunkReader } from '../csv/chunks.ts';
import { RecordScanner } from '../csv/records.ts';
import { takeSample, textReader, wideBytes } from '../csv/sample.ts';
import { findTable, headerCandidates, phrases, type Table } from '../labelled-table.ts';

export interface Label {
  /** Number of the record in its file, as in the column `record`. */
  readonly record: number;
  readonly isSuspicious: boolean;
  /** The pattern that the generator names, such as `fan_in`, or an alert's number. */
  readonly pattern?: string;
}

const columnOf = phrases({
  label: 'is laundering, is fraud, is sar',
  pattern: 'laundering type, alert type, alert id',
});
type Column = NonNullable<ReturnType<typeof columnOf>>;

/** Labels of all records, in order. Throws CLEW_FORMAT_UNKNOWN where the file has no column of labels. */
export function readLabels(source: ByteSource, member: Member): Label[] {
  const sample = takeSample(source, member.encoding);
  const table = findTable(headerCandidates(sample), { columnOf, needs: ['label'] });
  if (!table)
    throw new CodedError('CLEW_FORMAT_UNKNOWN', { file: member.name, reason: 'no column of labels is known' });
  const reader = new LabelReader(table, member.encoding);
  const { next } = table.header;
  const unit = wideUnit(member.encoding);
  const from = sample.mark + (unit > 0 ? wideBytes(sample.head, 0, next, unit) : next);
  readChunks(reader, { source, from, to: source.size, name: member.name, encoding: member.encoding }, () => undefined);
  return reader.labels;
}

class LabelReader implements ChunkReader {
  base = 0;
  readonly line = 0;
  readonly labels: Label[] = [];
  private record = 0;
  private readonly scanner: RecordScanner;
  private readonly table: Table<Column>;
  private readonly text: ReturnType<typeof textReader>;

  constructor(table: Table<Column>, encoding: string) {
    this.table = table;
    this.scanner = new RecordScanner(table.separators);
    this.text = textReader(encoding);
  }

  chunk(bytes: Uint8Array, have: number, limit: number, isLast: boolean): number {
    const { scanner } = this;
    let p = 0;
    while (p < limit && scanner.scan(bytes, p, have, isLast)) {
      if (scanner.fields > 1 || scanner.end > p) this.read(bytes);
      p = scanner.next;
    }
    return p;
  }

  private read(bytes: Uint8Array): void {
    this.record++;
    const cell = (name: Column): string => {
      const column = this.table.columns.get(name) ?? this.scanner.fields;
      if (column >= this.scanner.fields) return '';
      return this.text(bytes, this.scanner.starts[column] as number, this.scanner.ends[column] as number).trim();
    };
    const pattern = cell('pattern');
    this.labels.push({
      record: this.record,
      isSuspicious: /^(1|true|yes|y)$/i.test(cell('label')),
      ...(pattern === '' || pattern === '-1' ? {} : { pattern }),
    });
  }
}
