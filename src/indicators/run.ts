/**
 * Runs the catalogue over a view, in this thread or in several. Findings come back sorted by
 * (indicator, anchor, first entry); all findings of one indicator and anchor are made by one call,
 * in its order, so the number of threads changes no byte.
 */
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { CodedError } from '../errors.ts';
import type { EndId } from '../formats/end-table.ts';
import { loadCatalogue } from './catalogue.ts';
import type { Finding, Indicator, Need } from './indicator.ts';
import {
  CANCELLED,
  CONTROL_SLOTS,
  DONE,
  anchorCount,
  searchBlocks,
  type SearchResult,
  type SearchTask,
} from './search-anchors.ts';
import type { ChangedSettings } from './settings.ts';
import type { View } from './view.ts';

/** Steps of one indicator around one anchor, a step being about one row looked at. */
const STEP_BUDGET = 400_000;
/** This thread gives way to others after so many milliseconds, so that a cancel is heard. */
const SLICE_MS = 20;
const PROGRESS_MS = 100;

export interface RunOptions {
  readonly changed: ChangedSettings;
  readonly workers: number;
  readonly signal?: AbortSignal;
  /** Anchors done of all, several times a second. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Tries these ends only, e.g. around a new file. */
  readonly onlyAnchors?: Iterable<EndId>;
  readonly stepBudget?: number;
}

export interface NotTested {
  readonly indicator: string;
  /** What the files lack, e.g. `needs: mcc, place`. */
  readonly why: string;
  readonly missing: readonly Need[];
}

export interface RunResult {
  readonly findings: Finding[];
  readonly notTested: NotTested[];
  /** Anchors at which an indicator's step budget ran out, whether or not it found something. */
  readonly cuts: Readonly<Record<string, number>>;
  /** Milliseconds by indicator, summed over threads. */
  readonly timings: Readonly<Record<string, number>>;
}

/** Throws CLEW_CANCELLED where the signal fires; nothing is kept of such a run. */
export async function runIndicators(view: View, options: RunOptions): Promise<RunResult> {
  const catalogue = await loadCatalogue();
  const notTested = untested(view, catalogue);
  const skipped = new Set(notTested.map(({ indicator }) => indicator));
  const task: SearchTask = {
    view,
    indicators: catalogue.map(({ id }) => id).filter((id) => !skipped.has(id)),
    changed: options.changed,
    stepBudget: options.stepBudget ?? STEP_BUDGET,
    control: new Int32Array(new SharedArrayBuffer(CONTROL_SLOTS * 4)),
    ...(options.onlyAnchors ? { anchors: Uint32Array.from(new Set(options.onlyAnchors)).sort() } : {}),
  };
  const cancel = (): void => void Atomics.store(task.control, CANCELLED, 1);
  if (options.signal?.aborted) cancel();
  options.signal?.addEventListener('abort', cancel, { once: true });
  try {
    const results =
      options.workers <= 1 ? [await searchHere(task, catalogue, options)] : await searchInThreads(task, options);
    if (options.signal?.aborted) throw new CodedError('CLEW_CANCELLED');
    report(task, options);
    return { findings: sortFindings(results.flatMap(({ findings }) => findings)), notTested, ...summed(results) };
  } finally {
    options.signal?.removeEventListener('abort', cancel);
  }
}

function untested(view: View, catalogue: readonly Indicator[]): NotTested[] {
  const without: NotTested[] = [];
  for (const { id, needs } of catalogue) {
    const missing = needs.filter((need) => !view.met.has(need));
    if (missing.length > 0) without.push({ indicator: id, why: `needs: ${missing.join(', ')}`, missing });
  }
  return without;
}

async function searchHere(
  task: SearchTask,
  catalogue: readonly Indicator[],
  options: RunOptions,
): Promise<SearchResult> {
  const blocks = searchBlocks(task, catalogue);
  let pause = performance.now() + SLICE_MS;
  for (;;) {
    const step = blocks.next();
    if (step.done) return step.value;
    if (performance.now() < pause) continue;
    report(task, options);
    await setImmediate();
    pause = performance.now() + SLICE_MS;
  }
}

async function searchInThreads(task: SearchTask, options: RunOptions): Promise<SearchResult[]> {
  const isSource = import.meta.url.endsWith('.ts');
  const pool = new Piscina({
    filename: fileURLToPath(new URL(`../../workers/search.${isSource ? 'ts' : 'js'}`, import.meta.url)),
    ...(isSource ? { execArgv: ['--import', 'tsx'] } : {}),
    minThreads: options.workers,
    maxThreads: options.workers,
  });
  const timer = setInterval(() => report(task, options), PROGRESS_MS);
  try {
    return await Promise.all(Array.from({ length: options.workers }, () => pool.run(task) as Promise<SearchResult>));
  } finally {
    clearInterval(timer);
    await pool.destroy();
  }
}

function report(task: SearchTask, options: RunOptions): void {
  options.onProgress?.(Atomics.load(task.control, DONE), anchorCount(task.view, task.anchors));
}

/** By indicator, anchor and first entry; findings that tie keep the order in which one call made them. */
export function sortFindings(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => {
    if (a.indicator !== b.indicator) return a.indicator < b.indicator ? -1 : 1;
    return a.anchor - b.anchor || (a.evidence[0] ?? -1) - (b.evidence[0] ?? -1);
  });
}

function summed(results: readonly SearchResult[]): { cuts: Record<string, number>; timings: Record<string, number> } {
  const cuts: Record<string, number> = {};
  const timings: Record<string, number> = {};
  for (const result of results) {
    for (const [id, anchors] of Object.entries(result.cuts)) cuts[id] = (cuts[id] ?? 0) + anchors;
    for (const [id, spent] of Object.entries(result.timings)) timings[id] = (timings[id] ?? 0) + spent;
  }
  return { cuts, timings };
}
