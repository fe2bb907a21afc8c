/**
 * Makes formats out of layouts of named cells: tells them by their header, in whatever order of
 * columns, and finds a file's layout again so that a record can be shown by its own column names.
 */
import { wideUnit } from '../intake/encoding.ts';
import { CodedError } from '../errors.ts';
import { readChunks, type ChunkReader } from './csv/chunks.ts';
import { takeSample, wideBytes, type SampleBytes } from './csv/sample.ts';
import type { EntrySink, Head, Member, StatementFormat } from './format.ts';
import { LabelledReader, type RowLayout } from './labelled-rows.ts';
import { findTable, headerCandidates, type Candidate, type Table } from './labelled-table.ts';

/** Letters of a head in which a header is looked for. */
const ENOUGH = 24000;

/** A layout whose column names are its own matter. */
export interface AnyLayout {
  /** What it would read, where the header is its own. */
  find(candidates: readonly Candidate[]): FoundLayout | undefined;
}

export interface FoundLayout {
  readonly table: Table<string>;
  /** Columns whose cells are days, and amounts: they name nobody. */
  readonly days: readonly number[];
  readonly amounts: readonly number[];
  start(sample: SampleBytes, sink: EntrySink, member: Member): ChunkReader & { finish(): void };
}

export function rowLayout<Name extends string>(layout: RowLayout<Name>): AnyLayout {
  return {
    find(candidates) {
      const table = findTable(candidates, layout);
      if (!table) return undefined;
      const placesOf = (names: readonly Name[]): number[] =>
        names.map((name) => table.columns.get(name) ?? -1).filter((column) => column >= 0);
      return {
        table,
        days: placesOf(layout.days),
        amounts: placesOf(layout.amounts),
        start: (sample, sink, member) => new LabelledReader(layout, table, sample, sink, member),
      };
    },
  };
}

/** Every format looks at the same head; its lines are split once. */
const heads = new WeakMap<Head, Candidate[]>();

function candidatesOf(head: Head): Candidate[] {
  let found = heads.get(head);
  if (!found) {
    const text = head.text.replace(/^\ufeff/, '');
    const isTable = !/^\s*[<{]/.test(text);
    const body = Buffer.from(isTable ? text.slice(0, ENOUGH) : '');
    const isWhole = text.length < ENOUGH;
    found = headerCandidates({ head: body, tail: new Uint8Array(0), isWhole, mark: 0, encoding: 'utf-8' });
    heads.set(head, found);
  }
  return found;
}

/** A format over named cells; its layout can be found again, to show a record by its own column names. */
export interface LabelledFormat extends StatementFormat {
  layoutIn(sample: SampleBytes): FoundLayout | undefined;
}

export function isLabelled(format: StatementFormat | undefined): format is LabelledFormat {
  return format !== undefined && 'layoutIn' in format;
}

/** A format out of its layouts, the first that the header fits is taken. */
export function rowFormat(id: string, title: string, layouts: readonly AnyLayout[], sureness = 90): LabelledFormat {
  const find = (candidates: readonly Candidate[]): FoundLayout | undefined => {
    for (const layout of layouts) {
      const found = layout.find(candidates);
      if (found) return found;
    }
    return undefined;
  };
  return {
    id,
    title,
    layoutIn: (sample) => find(headerCandidates(sample)),
    recognise(head) {
      const found = find(candidatesOf(head));
      if (!found) return { sureness: 0, why: `no line names the columns of ${title}` };
      const { header, columns } = found.table;
      return { sureness, why: `line ${header.line} names ${columns.size} columns of ${title}` };
    },
    read(source, member, sink) {
      const sample = takeSample(source, member.encoding);
      const found = find(headerCandidates(sample));
      if (!found) {
        const reason = `no line names the columns of ${title}`;
        throw new CodedError('CLEW_FORMAT_UNKNOWN', { file: member.name, reason });
      }
      const reader = found.start(sample, sink, member);
      const { next } = found.table.header;
      const unit = wideUnit(member.encoding);
      const from = sample.mark + (unit > 0 ? wideBytes(sample.head, 0, next, unit) : next);
      const range = { source, from, to: source.size, name: member.name, encoding: member.encoding };
      readChunks(reader, range, (position) => {
        sink.progress(position);
      });
      reader.finish();
    },
  };
}
