/**
 * What a reading thread does: one member, or one range of a large CSV file. Progress and cancelling
 * go through shared memory, since a reader never waits for messages; errors go back as values.
 */
import { CodedError, asCodedError, type ErrorCode } from '../errors.ts';
import { chunkSource } from './csv/chunk-source.ts';
import type { CsvOverrides } from './csv/overrides.ts';
import { readRange, type RangePart, type RangeTask } from './csv/range.ts';
import type { Member, Segment } from './format.ts';
import type { SinkHooks } from './segment-sink.ts';

/** Shared between the threads of one reading. */
export interface ReadControl {
  /** Bytes read, a number per task. */
  readonly progress: Float64Array;
  /** 1 at index 0 once the reading is cancelled. */
  readonly cancelled: Int32Array;
}

export type ReadTask = { readonly control: ReadControl; readonly slot: number } & (
  | { readonly kind: 'member'; readonly member: Member; readonly overrides?: CsvOverrides }
  | ({ readonly kind: 'range' } & RangeTask)
);

export type ReadResult =
  | { readonly kind: 'segment'; readonly segment: Segment }
  | { readonly kind: 'part'; readonly part: RangePart }
  | {
      readonly kind: 'error';
      readonly code: ErrorCode;
      readonly parameters: Readonly<Record<string, string | number>>;
    };

/** Does a task in this thread; never throws. */
export async function doReadTask(task: ReadTask): Promise<ReadResult> {
  const { progress, cancelled } = task.control;
  const hooks: SinkHooks = {
    progress: (bytes) => {
      progress[task.slot] = bytes;
    },
    cancelled: () => Atomics.load(cancelled, 0) === 1,
  };
  try {
    if (hooks.cancelled?.()) throw new CodedError('CLEW_CANCELLED');
    if (task.kind === 'member') {
      // Loaded when it is needed: a thread for ranges does without the other formats.
      const { readMember } = await import('./read-member.ts');
      return { kind: 'segment', segment: readMember(task.member, hooks, task.overrides) };
    }
    const source = chunkSource(task.member.path);
    try {
      return { kind: 'part', part: readRange(task, source, hooks) };
    } finally {
      source.close();
    }
  } catch (thrown) {
    const { code, parameters } = asCodedError(thrown);
    return { kind: 'error', code, parameters };
  }
}
