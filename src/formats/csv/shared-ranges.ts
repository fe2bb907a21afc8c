/**
 * A large file's ranges read side by side: each thread takes the next range when it is free, the
 * calling thread too, which also joins what is read in the file's order. Nobody waits for the
 * calling thread while that reads, and nobody reads far ahead of what is joined.
 */
import type { MessagePort } from 'node:worker_threads';

/** Whose turn it is, over shared memory: the next range that nobody took, and how many are joined. */
export type Turns = Int32Array;
const NEXT = 0;
const JOINED = 1;
/** Ranges that may lie read and not joined, so that memory stays bounded. */
const MOST_AHEAD = 6;
/** A sleeping thread looks this often whether the reading was cancelled. */
const LOOK = 50;

export function newTurns(): Turns {
  return new Int32Array(new SharedArrayBuffer(8));
}

/** @returns a range to read now, or -1 where none is left or enough lie ahead */
export function takeRange(turns: Turns, ranges: number): number {
  const next = Atomics.load(turns, NEXT);
  if (next >= ranges || next > Atomics.load(turns, JOINED) + MOST_AHEAD) return -1;
  return Atomics.compareExchange(turns, NEXT, next, next + 1) === next ? next : takeRange(turns, ranges);
}

/** Tells sleeping threads that ranges before `joined` are joined. */
export function tellJoined(turns: Turns, joined: number): void {
  Atomics.store(turns, JOINED, joined);
  Atomics.notify(turns, JOINED);
}

/** A thread's part: reads ranges until none is left or it is cancelled, and posts what each gave. */
export function serveRanges<T>(
  turns: Turns,
  ranges: number,
  port: Pick<MessagePort, 'postMessage'>,
  isCancelled: () => boolean,
  read: (range: number) => T,
): void {
  while (!isCancelled()) {
    const joined = Atomics.load(turns, JOINED);
    const range = takeRange(turns, ranges);
    if (range >= 0) port.postMessage({ range, result: read(range) });
    else if (Atomics.load(turns, NEXT) >= ranges) return;
    else Atomics.wait(turns, JOINED, joined, LOOK);
  }
}

/** The calling thread's part: what it reads itself and what others post, by range. */
export class RangeResults<T> {
  private readonly turns: Turns;
  private readonly ranges: number;
  private readonly read: (range: number) => T;
  private readonly held = new Map<number, T>();
  private failure: { readonly thrown: unknown } | undefined;
  private wake: () => void = () => undefined;

  constructor(turns: Turns, ranges: number, read: (range: number) => T) {
    this.turns = turns;
    this.ranges = ranges;
    this.read = read;
  }

  readonly post = ({ range, result }: { range: number; result: T }): void => {
    this.held.set(range, result);
    this.wake();
  };

  readonly fail = (thrown: unknown): void => {
    this.failure = { thrown };
    this.wake();
  };

  /** What a range gave; ranges are asked for in order, each once. Reads others while that one is away. */
  async take(range: number): Promise<T> {
    tellJoined(this.turns, range);
    for (;;) {
      const result = this.held.get(range);
      if (result !== undefined) {
        this.held.delete(range);
        return result;
      }
      if (this.failure) throw this.failure.thrown;
      const own = takeRange(this.turns, this.ranges);
      if (own >= 0) {
        this.held.set(own, this.read(own));
        // Others' answers, progress and a cancel are heard between ranges.
        await new Promise(setImmediate);
      } else await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}
