/**
 * Delimited text of any bank (RFC 4180 and its many dialects): nothing is configured, everything is
 * inferred from the file and kept with its reasons (`csv/plan.ts`), then one pass over the bytes.
 */
import { readChunks } from './csv/chunks.ts';
import { inferDialect, planOf } from './csv/plan.ts';
import { RowReader } from './csv/row-reader.ts';
import type { CsvOverrides } from './csv/overrides.ts';
import type { ByteSource, EntrySink, Member, StatementFormat } from './format.ts';

/** Letters of a head that tell whether it is a table of payments. */
const ENOUGH = 24000;

/** Columns told by content alone: any format that knows its own goes before. */
const UNNAMED = 30;

export default {
  id: 'csv',
  title: 'Delimited text (CSV)',
  recognise(head) {
    if (/^\s*[<{[]/.test(head.text) || /^\s*(:20:|\{1:)/.test(head.text)) return { sureness: 0, why: 'is no table' };
    const text = head.text.replace(/^\ufeff/, '');
    const body = Buffer.from(text.slice(0, ENOUGH));
    const sample = { head: body, tail: new Uint8Array(0), isWhole: text.length < ENOUGH, mark: 0, encoding: 'utf-8' };
    const plan = planOf(sample, { encoding: 'utf-8', sha256: '' });
    if (typeof plan === 'string') return { sureness: 0, why: plan };
    return { sureness: plan.isUnnamed ? UNNAMED : 70, why: plan.reasons[0] ?? '' };
  },
  read: readCsv,
} satisfies StatementFormat;

/** Reads the whole file; what a person decided goes before what is inferred. */
export function readCsv(source: ByteSource, member: Member, sink: EntrySink, overrides?: CsvOverrides): void {
  const plan = inferDialect(source, member, overrides);
  const reader = new RowReader(plan, sink, plan.line);
  const range = { source, from: plan.start, to: source.size, name: member.name, encoding: plan.encoding };
  readChunks(reader, range, (position) => {
    sink.progress(position);
  });
  reader.finish();
}
