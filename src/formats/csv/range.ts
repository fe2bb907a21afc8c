/**
 * One byte range of a large CSV file, read apart from the others. Record numbers, lines and ids
 * count from the range's own start; `merge-ranges.ts` puts them right. A range begins where a
 * record was guessed to begin, so its result holds only if the range before ends just there.
 */
import type { ByteSource, Member, Segment } from '../format.ts';
import type { PackedKeyParts } from '../packed-keys.ts';
import { SegmentSink, type SinkHooks } from '../segment-sink.ts';
import { readChunks, type ChunkSource } from './chunks.ts';
import type { CsvPlan } from './plan.ts';
import { RecordScanner } from './records.ts';
import { RowReader } from './row-reader.ts';
import type { StatementAccount } from './statements.ts';
import type { Doubtful } from './tally.ts';

export interface RangeTask {
  readonly plan: CsvPlan;
  readonly member: Member;
  readonly from: number;
  readonly to: number;
  /** As `RecordScanner.quotesAreLetters`, from an earlier range. */
  readonly quotesAreLetters: boolean;
}

export interface RangePart {
  readonly from: number;
  /** Where the record starts that follows the range's last. */
  readonly next: number;
  readonly records: number;
  readonly lines: number;
  readonly segment: Segment;
  /** Debtor and creditor of each row, where these are interned when ranges are joined. */
  readonly pairs?: PackedKeyParts;
  readonly book: Float64Array;
  readonly accounts: readonly StatementAccount[];
  readonly doubtful: readonly Doubtful[];
  readonly footers: number;
  readonly continuations: number;
  readonly stated: ReadonlyMap<number, { opening?: number; closing?: number }>;
  readonly hasRows: boolean;
  readonly quotesAreLetters: boolean;
}

/** Reads the records that start in the task's range. */
export function readRange(task: RangeTask, source: ChunkSource, hooks: SinkHooks): RangePart {
  const { plan, member, from, to } = task;
  const expected = Math.ceil(((to - from) / plan.meanRecord) * 1.1) + 64;
  const sink = new SegmentSink(hooks, expected);
  const reader = new RowReader(plan, sink, 0, expected);
  reader.scanner.quotesAreLetters = task.quotesAreLetters;
  const range = { source, from, to, name: member.name, encoding: plan.encoding };
  const next = readChunks(reader, range, (position) => {
    sink.progress(position - from);
  });
  const pairs = reader.pairs();
  return {
    from,
    next,
    ...(pairs ? { pairs } : {}),
    records: reader.tally.records,
    lines: reader.line,
    segment: sink.close(member, 'csv'),
    book: reader.statements.book.parts(),
    accounts: reader.statements.accounts,
    doubtful: reader.tally.doubtful,
    footers: reader.tally.footers,
    continuations: reader.tally.continuations,
    stated: reader.statements.stated,
    hasRows: reader.tally.hasRows,
    quotesAreLetters: reader.scanner.quotesAreLetters,
  };
}

const WINDOW = 1 << 18;
const TRIES = 400;

/**
 * Where ranges begin: after line ends that are followed by a record of the header's width.
 * @param sizeOf about how many bytes the next range has, of those that are left
 */
export function cutRanges(plan: CsvPlan, source: ByteSource, sizeOf: (left: number) => number): number[] {
  const cuts = [plan.start];
  // Signs from balances and sections need the rows before, and wide text is read in one piece.
  if (plan.sign === 'balance' || plan.hasSections || /^utf-(16|32)/.test(plan.encoding)) return cuts;
  let target = plan.start;
  for (;;) {
    const size = sizeOf(source.size - target);
    target += size;
    if (target >= source.size - size / 4) break;
    const cut = cutAfter(plan, source, target);
    if (cut !== undefined && cut > (cuts.at(-1) as number)) cuts.push(cut);
  }
  return cuts;
}

function cutAfter(plan: CsvPlan, source: ByteSource, target: number): number | undefined {
  const window = source.read(target, Math.min(source.size, target + WINDOW));
  const bytes = new Uint8Array(window.length + 1);
  const lineEnd = window.includes(10) ? 10 : 13;
  let first: number | undefined;
  let tries = 0;
  for (
    let p = window.indexOf(lineEnd);
    p >= 0 && p + 1 < window.length && tries < TRIES;
    p = window.indexOf(lineEnd, p + 1)
  ) {
    first ??= target + p + 1;
    tries++;
    bytes.set(window);
    const scanner = new RecordScanner(plan.separators);
    if (scanner.scan(bytes, p + 1, window.length, false) && scanner.fields === plan.header.length) {
      const { booking = 0 } = plan.columns;
      const start = scanner.starts[booking] as number;
      const c = bytes[start] as number;
      if (start < (scanner.ends[booking] as number) && c >= 48 && c <= 57) return target + p + 1;
    }
  }
  return first;
}
