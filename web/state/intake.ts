/**
 * An import in steps: every path is looked at first, what is clear is imported, and files in doubt
 * wait in a queue until a person has settled or left them out.
 */
import { useSyncExternalStore } from 'react';
import { api } from '../api-client.ts';
import type { Inspection, Overrides } from '../contract.ts';
import { runJob } from './jobs.ts';

export interface Waiting {
  readonly path: string;
  readonly first: Inspection;
}

export interface Asked {
  readonly paths: readonly string[];
  readonly purpose: string;
  readonly origin: string;
}

/** A delimited file on its own that is in doubt; files in archives are imported as they are found. */
export async function filesInDoubt(paths: readonly string[]): Promise<Waiting[]> {
  const waiting: Waiting[] = [];
  for (const path of paths) {
    const { files } = await api.inspect(path, {});
    const [only, second] = files;
    if (!only?.table || second) continue;
    if (only.doubts.length > 0 || only.problem !== undefined) waiting.push({ path, first: only });
  }
  return waiting;
}

interface Queue {
  readonly asked: Asked;
  readonly waiting: readonly Waiting[];
}

let queue: Queue | undefined;
const listeners = new Set<() => void>();

/** Shows the files one by one over the desk. */
export function showInDoubt(next: Queue | undefined): void {
  queue = next && next.waiting.length > 0 ? next : undefined;
  for (const listener of listeners) listener();
}

/** The file that is shown is settled or left out. */
export function nextInDoubt(): void {
  showInDoubt(queue && { ...queue, waiting: queue.waiting.slice(1) });
}

export function useInDoubt(): Queue | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => queue,
  );
}

/** Imports run one after the other: the case takes one job at a time. */
let before: Promise<void> = Promise.resolve();

export function importPaths({ paths, purpose, origin }: Asked, overrides?: Overrides): Promise<void> {
  const run = (): Promise<void> => runJob(() => api.importFiles([...paths], purpose, origin, overrides));
  const next = before.then(run, run);
  before = next;
  return next;
}
