/** The one long job that may run: followed over server-sent events, can be stopped. */
import { useSyncExternalStore } from 'react';
import { api, ApiProblem, followJob } from '../api-client.ts';
import type { Job } from '../contract.ts';
import { refresh } from './resources.ts';

let current: Job | undefined;
const listeners = new Set<() => void>();

function show(job: Job | undefined): void {
  current = job;
  for (const listener of listeners) listener();
}

/** Starts a job and stays with it until its end; what it changed is asked again. */
export async function runJob(start: () => Promise<Job>): Promise<void> {
  const job = await start();
  show(job);
  try {
    await followJob(job.id, show, new AbortController().signal);
  } catch (error) {
    const code = error instanceof ApiProblem ? error.code : 'page';
    show({ ...job, state: 'failed', error: { code, message: error instanceof Error ? error.message : '' } });
  }
  refresh();
}

export function stopJob(): void {
  if (current) void api.cancel(current.id).then(() => refresh());
}

export function dismissJob(): void {
  show(undefined);
}

export function useJob(): Job | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
