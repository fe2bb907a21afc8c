/**
 * Members into segments, in threads: a small member is one task, a large CSV file is cut into byte
 * ranges that are read side by side and joined in order. The result does not depend on the number
 * of threads, nor on where the file was cut: a range counts only if the one before ends where it
 * begins, else it is read again from there.
 */
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import Piscina from 'piscina';
import { CodedError } from '../errors.ts';
import { fileSource } from '../intake/byte-source.ts';
import { RangeMerger } from './csv/merge-ranges.ts';
import type { CsvOverrides } from './csv/overrides.ts';
import { inferDialect } from './csv/plan.ts';
import { cutRanges } from './csv/range.ts';
import { RangeResults, newTurns } from './csv/shared-ranges.ts';
import type { Member, Segment } from './format.ts';
import { decidedMember, readMember } from './read-member.ts';
import { endOfRange, hooksOf, readCut, readFrom, type CutFile, type RangeResult } from './read-task.ts';
import type { ReadControl, ReadResult, ReadTask } from './read-task.ts';
import { headOf, recognise } from './recognise.ts';

export { readMember };

export interface ReadOptions {
  /** Threads; 0 reads in the caller's own. */
  readonly workers: number;
  readonly signal?: AbortSignal;
  /** Told a few times a second: bytes read of all members, their sum, and the member that moved last. */
  readonly onProgress?: (bytes: number, total: number, member: string) => void;
  /** What a person decided about delimited files, by the member's hash; those are read as such. */
  readonly overrides?: ReadonlyMap<string, CsvOverrides>;
  /** Bytes from which a CSV file is cut, and about how many a range has; for tests. */
  readonly rangeBytes?: number;
}

const CUT_FROM = 8 << 20;
/** Large ranges share more accounts, which are joined once a range; small ones at the end leave no thread waiting. */
const LARGEST_RANGE = 8 << 20;
const SMALLEST_RANGE = 2 << 20;
const TICK = 100;

/** Reads members; the segments are in the members' order. Throws CLEW_CANCELLED when the signal says so. */
export async function readMembers(members: readonly Member[], options: ReadOptions): Promise<Segment[]> {
  const { workers, signal } = options;
  throwIfCancelled(signal);
  const run = new Reading(members, options);
  try {
    return workers <= 0 ? await run.here() : await run.inThreads();
  } finally {
    await run.close();
  }
}

class Reading {
  private readonly members: readonly Member[];
  private readonly options: ReadOptions;
  private readonly control: ReadControl;
  /** Member of each progress slot. */
  private readonly slots: number[] = [];
  private readonly total: number;
  private readonly timer: NodeJS.Timeout | undefined;
  private readonly onAbort: () => void;
  private pool: Piscina<ReadTask, ReadResult> | undefined;
  private readonly pending = new Set<Promise<ReadResult>>();
  private reported = -1;

  constructor(members: readonly Member[], options: ReadOptions) {
    this.members = members;
    this.options = options;
    this.total = members.reduce((sum, member) => sum + member.bytes, 0);
    const most = members.length + Math.ceil(this.total / Math.max(1, options.rangeBytes ?? CUT_FROM)) * 2 + 16;
    this.control = {
      progress: new Float64Array(new SharedArrayBuffer(8 * most)),
      cancelled: new Int32Array(new SharedArrayBuffer(4)),
    };
    this.onAbort = () => {
      Atomics.store(this.control.cancelled, 0, 1);
    };
    options.signal?.addEventListener('abort', this.onAbort);
    if (options.onProgress) this.timer = setInterval(() => this.report(), TICK);
  }

  async here(): Promise<Segment[]> {
    const segments: Segment[] = [];
    for (const member of this.members) {
      const slot = this.slot(member);
      const progress = (bytes: number): void => {
        this.control.progress[slot] = bytes;
        this.report();
      };
      const hooks = { progress, cancelled: () => this.options.signal?.aborted === true };
      segments.push(readMember(member, hooks, this.options.overrides?.get(member.sha256)));
      await new Promise(setImmediate);
      throwIfCancelled(this.options.signal);
    }
    return segments;
  }

  async inThreads(): Promise<Segment[]> {
    const { rangeBytes = CUT_FROM, workers } = this.options;
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    // Beside a large file this thread reads as well.
    const threads = this.members.some(({ bytes }) => bytes > rangeBytes) ? Math.max(1, workers - 1) : workers;
    this.pool = new Piscina<ReadTask, ReadResult>({
      filename: fileURLToPath(new URL(`../../workers/read.${extension}`, import.meta.url)),
      minThreads: Math.min(threads, this.members.length + Math.ceil(this.total / rangeBytes)),
      maxThreads: threads,
      ...(extension === 'ts' ? { execArgv: ['--import', typescriptLoader()] } : {}),
    });
    const segments = new Array<Segment | undefined>(this.members.length);
    const small: Promise<void>[] = [];
    const large: number[] = [];
    for (const [index, member] of this.members.entries()) {
      if (member.bytes > rangeBytes && this.isTable(member)) large.push(index);
      else small.push(this.small(member).then((segment) => void (segments[index] = segment)));
    }
    const all = Promise.all(small);
    // A failure of a small one is met below, in order.
    all.catch(() => undefined);
    for (const index of large) segments[index] = await this.large(this.members[index] as Member);
    await all;
    throwIfCancelled(this.options.signal);
    return segments as Segment[];
  }

  private isTable(member: Member): boolean {
    return this.options.overrides?.has(member.sha256) === true || recognise(headOf(member))?.format.id === 'csv';
  }

  private async small(member: Member): Promise<Segment> {
    const overrides = this.options.overrides?.get(member.sha256);
    const result = await this.task({
      kind: 'member',
      member,
      control: this.control,
      slot: this.slot(member),
      ...(overrides ? { overrides } : {}),
    });
    if (result.kind !== 'segment') throw errorOf(result);
    return result.segment;
  }

  private async large(member: Member): Promise<Segment> {
    const overrides = this.options.overrides?.get(member.sha256);
    const file = this.cut(decidedMember(member, overrides), overrides);
    const { cuts } = file;
    const turns = newTurns();
    const results = new RangeResults<RangeResult>(turns, cuts.length, (range) =>
      readCut(file, range, hooksOf(this.control, this.slot(member))),
    );
    const ports: MessagePort[] = [];
    for (let thread = 1; thread < this.options.workers; thread++) {
      const { port1, port2 } = new MessageChannel();
      ports.push(port1.on('message', results.post));
      const task = { kind: 'ranges', turns, port: port2, ...file } as const;
      this.task({ ...task, control: this.control, slot: this.slot(member) }, [port2]).then((result) => {
        if (result.kind === 'error') results.fail(errorOf(result));
      }, results.fail);
    }
    try {
      const segment = await this.join(file, results, member);
      return overrides ? { ...segment, overrides } : segment;
    } finally {
      // Not before: a thread's last ranges may be on their way when it has ended.
      for (const port of ports) port.close();
    }
  }

  private async join(file: CutFile, results: RangeResults<RangeResult>, given: Member): Promise<Segment> {
    const { plan, cuts, member } = file;
    const merger = new RangeMerger(plan, member, Math.ceil((member.bytes / plan.meanRecord) * 1.1) + 64);
    let at = plan.start;
    let quotesAreLetters = false;
    for (let range = 0; range < cuts.length; range++) {
      let result = await results.take(range);
      const to = endOfRange(file, range);
      if (at >= to && range > 0) continue;
      if (cuts[range] !== at || quotesAreLetters) {
        const task = { plan, member, from: at, to, quotesAreLetters };
        result = readFrom(task, hooksOf(this.control, this.slot(given)));
      }
      if (result.kind === 'error') throw errorOf(result);
      merger.add(result.part);
      at = result.part.next;
      quotesAreLetters = result.part.quotesAreLetters;
    }
    return merger.finish();
  }

  private cut(member: Member, overrides: CsvOverrides | undefined): CutFile {
    const { rangeBytes } = this.options;
    const source = fileSource(member.path);
    try {
      const plan = inferDialect(source, member, overrides);
      const sizeOf = (left: number): number =>
        rangeBytes ?? Math.max(SMALLEST_RANGE, Math.min(LARGEST_RANGE, Math.floor(left / 6)));
      return { plan, member, cuts: cutRanges(plan, source, sizeOf) };
    } finally {
      source.close();
    }
  }

  private async task(task: ReadTask, transferList: readonly MessagePort[] = []): Promise<ReadResult> {
    throwIfCancelled(this.options.signal);
    const running = (this.pool as Piscina<ReadTask, ReadResult>).run(task, { transferList: [...transferList] });
    this.pending.add(running);
    try {
      return await running;
    } finally {
      this.pending.delete(running);
    }
  }

  private slot(member: Member): number {
    return this.slots.push(this.members.indexOf(member)) - 1;
  }

  private report(): void {
    let bytes = 0;
    let last = 0;
    for (const [slot, member] of this.slots.entries()) {
      const here = this.control.progress[slot] ?? 0;
      bytes += here;
      if (here > 0) last = member;
    }
    bytes = Math.min(bytes, this.total);
    if (bytes === this.reported) return;
    this.reported = bytes;
    this.options.onProgress?.(bytes, this.total, this.members[last]?.name ?? '');
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    this.options.signal?.removeEventListener('abort', this.onAbort);
    Atomics.store(this.control.cancelled, 0, 1);
    // A thread that still answers must not find its pool gone; cancelled tasks end within a chunk.
    await Promise.allSettled(this.pending);
    await this.pool?.destroy();
  }
}

function errorOf(result: ReadResult | RangeResult): CodedError {
  if (result.kind === 'error') return new CodedError(result.code, result.parameters);
  return new CodedError('CLEW_INTERNAL', { reason: `a thread answered with a ${result.kind}` });
}

function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new CodedError('CLEW_CANCELLED');
}

/** Threads of a run from sources need the loader by address, whatever the current folder. */
function typescriptLoader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
}
