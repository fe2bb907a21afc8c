/**
 * A table without a line of column names, or with one in words that no table of ours holds: the
 * delimiter under which most lines have one width, and columns named by what they hold.
 */
import { nameByContent, type ContentNames } from './content-names.ts';
import { inferDateOrder } from './date-order.ts';
import type { Separators } from './records.ts';
import { sampleRecords, type SampleBytes, type SampleRecord, type TextOf } from './sample.ts';
import type { Layout } from './table-layout.ts';

const LEAST_WIDTH = 3;
const RECORDS = 500;

/** The layout under the first of the separators that gives one; else the reason that came nearest. */
export function findUnnamedLayout(
  sample: SampleBytes,
  text: TextOf,
  candidates: readonly Separators[],
): Layout | string {
  let nearest = 'no line has two known column names';
  let found: { layout: Layout; isProven: boolean; columns: number } | undefined;
  for (const separators of candidates) {
    const records = sampleRecords(sample.head, separators, text, sample.isWhole, RECORDS);
    const width = usualWidth(records);
    if (width < LEAST_WIDTH) continue;
    const rows = records.filter(({ fields }) => fields.length === width);
    if (rows.length < records.filter(({ fields }) => fields.length > 1).length * 0.8) continue;
    // The first line may name the columns in words that are not known.
    const [first, ...others] = rows as [SampleRecord, ...SampleRecord[]];
    const attempts: readonly (readonly SampleRecord[])[] = others.length > 1 ? [rows, others] : [rows];
    for (const [skipped, below] of attempts.entries()) {
      const content = nameByContent(
        below.map(({ fields }) => fields),
        width,
      );
      if (typeof content === 'string') {
        nearest = content === 'no column holds dates' ? nearest : content;
        continue;
      }
      const names = skipped === 1 && isHeader(first, below);
      // A line of another kind above the rows: the account and its balance, say.
      const isOther = ![...content.names].some(
        ([column, name]) => name === 'booking date' && inferDateOrder([first.fields[column] ?? '']).order,
      );
      if (skipped === 1 && !(content.isProven || names || isOther)) continue;
      if (found && (found.isProven || !content.isProven) && found.columns >= content.names.size) continue;
      const start = below[0] as SampleRecord;
      const layout = layoutOf(separators, records, start, names ? first : undefined, content, width);
      found = { layout, isProven: content.isProven, columns: content.names.size };
    }
  }
  return found?.layout ?? nearest;
}

function usualWidth(records: readonly SampleRecord[]): number {
  const counts = new Map<number, number>();
  for (const { fields } of records)
    if (fields.length > 1) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** Words without digits over columns of which some hold digits only. */
function isHeader(first: SampleRecord, below: readonly SampleRecord[]): boolean {
  const filled = first.fields.filter((field) => field.trim() !== '');
  return (
    filled.length >= 3 &&
    filled.every((field) => !/\d{2}/.test(field)) &&
    below.some(({ fields }) => fields.some((field) => /\d{2}/.test(field)))
  );
}

function layoutOf(
  separators: Separators,
  records: readonly SampleRecord[],
  start: SampleRecord,
  header: SampleRecord | undefined,
  { names, why }: ContentNames,
  width: number,
): Layout {
  const fields = Array.from({ length: width }, (_, column) => {
    const own = header?.fields[column]?.trim() ?? '';
    const name = names.get(column);
    if (own !== '') return name === undefined ? `${own} (unknown)` : `${own} (${name})`;
    return name ?? `column ${column + 1}`;
  });
  const line = header?.line ?? start.line;
  return {
    separators,
    header: { offset: start.offset, next: start.offset, line, nextLine: start.line, fields },
    preamble: records.slice(0, records.indexOf(header ?? start)),
    records: records.slice(records.indexOf(start)),
    known: names.size,
    isUnnamed: true,
    reasons: [
      header
        ? `no column name is known in line ${line}: columns are told by what they hold`
        : 'no line names the columns: they are told by what they hold',
      why,
    ],
  };
}
