/**
 * What a reading thread does: one member, or ranges of a large CSV file. Progress and cancelling
 * go through shared memory, since a reader never waits for messages; errors go back as values.
 */
import type { MessagePort } from 'node:worker_threads';
import { CodedError, asCodedError, type ErrorCode } from '../errors.ts';
import { chunkSource } from './csv/chunk-source.ts';
import type { CsvOverrides } from './csv/overrides.ts';
import type { CsvPlan } from './csv/plan.ts';
import { readRange, type RangePart, type RangeTask } from './csv/range.ts';
import { serveRanges, type Turns } from './csv/shared-ranges.ts';
import type { Member, Segment } from './format.ts';
import type { SinkHooks } from './segment-sink.ts';

/** Shared between the threads of one reading. */
export interface ReadControl {
  /** Bytes read, a number per task. */
  readonly progress: Float64Array;
  /** 1 at index 0 once the reading is cancelled. */
  readonly cancelled: Int32Array;
}

/** A large file cut into ranges; the last ends where the file does. */
export interface CutFile {
  readonly plan: CsvPlan;
  readonly member: Member;
  readonly cuts: readonly number[];
}

export type ReadTask = { readonly control: ReadControl; readonly slot: number } & (
  | { readonly kind: 'member'; readonly member: Member; readonly overrides?: CsvOverrides }
  | ({ readonly kind: 'ranges'; readonly turns: Turns; readonly port: MessagePort } & CutFile)
);

export type ReadResult =
  { readonly kind: 'segment'; readonly segment: Segment } | { readonly kind: 'posted' } | ReadFault;

export interface ReadFault {
  readonly kind: 'error';
  readonly code: ErrorCode;
  readonly parameters: Readonly<Record<string, string | number>>;
}

export type RangeResult = { readonly kind: 'part'; readonly part: RangePart } | ReadFault;

/** Does a task in this thread; never throws. */
export async function doReadTask(task: ReadTask): Promise<ReadResult> {
  const hooks = hooksOf(task.control, task.slot);
  try {
    if (hooks.cancelled()) throw new CodedError('CLEW_CANCELLED');
    if (task.kind === 'member') {
      // Loaded when it is needed: a thread for ranges does without the other formats.
      const { readMember } = await import('./read-member.ts');
      return { kind: 'segment', segment: readMember(task.member, hooks, task.overrides) };
    }
    const { turns, cuts, port } = task;
    let before = 0;
    serveRanges(turns, cuts.length, port, hooks.cancelled, (range) => {
      const result = readCut(task, range, {
        ...hooks,
        progress: (bytes) => {
          hooks.progress(before + bytes);
        },
      });
      before += endOfRange(task, range) - (cuts[range] as number);
      return result;
    });
    return { kind: 'posted' };
  } catch (thrown) {
    return faultOf(thrown);
  }
}

/** How a reader tells its progress and hears a cancel. */
export function hooksOf({ progress, cancelled }: ReadControl, slot: number): Required<SinkHooks> {
  return {
    progress: (bytes) => {
      progress[slot] = bytes;
    },
    cancelled: () => Atomics.load(cancelled, 0) === 1,
  };
}

export function endOfRange({ cuts, member }: CutFile, range: number): number {
  return cuts[range + 1] ?? member.bytes;
}

/** Reads one range as it was cut; never throws. */
export function readCut(file: CutFile, range: number, hooks: SinkHooks): RangeResult {
  const { plan, member, cuts } = file;
  const task = { plan, member, from: cuts[range] as number, to: endOfRange(file, range), quotesAreLetters: false };
  return readFrom(task, hooks);
}

/** Reads a range wherever it begins; never throws. */
export function readFrom(task: RangeTask, hooks: SinkHooks): RangeResult {
  try {
    const source = chunkSource(task.member.path);
    try {
      return { kind: 'part', part: readRange(task, source, hooks) };
    } finally {
      source.close();
    }
  } catch (thrown) {
    return faultOf(thrown);
  }
}

function faultOf(thrown: unknown): ReadFault {
  const { code, parameters } = asCodedError(thrown);
  return { kind: 'error', code, parameters };
}
