/**
 * Long work of the desk: one job at a time, its progress for whoever listens, and a way to stop it.
 * A stopped job leaves the case as it was; that is the case's promise (`cases/case.ts`), kept here
 * by passing the signal on.
 */
import { CodedError } from '../errors.ts';
import type { Job } from './api.ts';
import { problemOf } from './problems.ts';

export type Report = (step: string, progress: number) => void;
/** @returns what went wrong with a part while the rest was done */
type Work = (signal: AbortSignal, report: Report) => Promise<CodedError | undefined>;

interface Running {
  job: Job;
  readonly stop: AbortController;
  readonly listeners: Set<(job: Job) => void>;
  done: Promise<void>;
}

export class Jobs {
  private readonly all = new Map<string, Running>();
  private readonly log: (line: string) => void;

  constructor(log: (line: string) => void) {
    this.log = log;
  }

  /** @throws CLEW_CASE_BUSY while another job runs */
  start(kind: Job['kind'], work: Work): Job {
    for (const { job } of this.all.values()) {
      if (job.state === 'running') throw new CodedError('CLEW_CASE_BUSY', { path: `(job ${job.id})` });
    }
    const id = `job-${this.all.size + 1}`;
    const running: Running = {
      job: { id, kind, state: 'running', step: 'starting', progress: 0 },
      stop: new AbortController(),
      listeners: new Set(),
      done: Promise.resolve(),
    };
    this.all.set(id, running);
    running.done = this.carryOut(running, work);
    return running.job;
  }

  get(id: string): Job {
    return this.find(id).job;
  }

  /** Asks the job to stop and waits until it did. */
  async cancel(id: string): Promise<Job> {
    const running = this.find(id);
    running.stop.abort();
    await running.done;
    return running.job;
  }

  /** Calls back with every change from now on, the present state first, until the job ends. */
  async follow(id: string, listener: (job: Job) => void, signal: AbortSignal): Promise<void> {
    const running = this.find(id);
    listener(running.job);
    if (running.job.state !== 'running') return;
    running.listeners.add(listener);
    const gone = new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await Promise.race([running.done, gone]);
    running.listeners.delete(listener);
  }

  async stopAll(): Promise<void> {
    for (const { stop } of this.all.values()) stop.abort();
    await Promise.all([...this.all.values()].map(({ done }) => done));
  }

  private find(id: string): Running {
    const running = this.all.get(id);
    if (!running) throw new CodedError('CLEW_NOT_FOUND', { what: 'The job' });
    return running;
  }

  private async carryOut(running: Running, work: Work): Promise<void> {
    const tell = (change: Partial<Job>): void => {
      running.job = { ...running.job, ...change };
      for (const listener of running.listeners) listener(running.job);
    };
    try {
      const partly = await work(running.stop.signal, (step, progress) => {
        if (running.job.state === 'running') tell({ step, progress: Math.min(1, Math.max(0, progress)) });
      });
      tell({ state: 'done', progress: 1, ...(partly ? { error: problemOf(partly, this.log) } : {}) });
    } catch (thrown) {
      const error = problemOf(thrown, this.log);
      if (error.code === 'CLEW_CANCELLED') tell({ state: 'cancelled' });
      else tell({ state: 'failed', error });
    }
  }
}
