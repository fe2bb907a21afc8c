/**
 * The search loop that every thread runs: takes small blocks of anchors from a shared counter and
 * tries every indicator on each. Budgets count steps per indicator and anchor, never time, so that
 * neither the number of threads nor the machine changes what is found.
 */
import { FIRST_SHARED_END, endKinds, type EndId } from '../formats/end-table.ts';
import type { Budget, Finding, Indicator, Values, Settings } from './indicator.ts';
import { currentValues, type ChangedSettings } from './settings.ts';
import type { View } from './view.ts';

/** Anchors that a thread takes at once: small enough for an even share and a quick stop. */
const BLOCK = 256;
/** Slots of the shared counter. */
export const NEXT_BLOCK = 0;
export const CANCELLED = 1;
export const DONE = 2;
export const CONTROL_SLOTS = 3;

export interface SearchTask {
  readonly view: View;
  readonly indicators: readonly string[];
  readonly changed: ChangedSettings;
  readonly stepBudget: number;
  /** Ends to try in ascending order; absent = all shared ends. */
  readonly anchors?: Uint32Array;
  /** Int32 over shared memory: next anchor, cancel flag, anchors done. */
  readonly control: Int32Array;
}

export interface SearchResult {
  readonly findings: Finding[];
  /** Anchors whose step budget ran out, by indicator. */
  readonly cuts: Record<string, number>;
  /** Milliseconds by indicator; the only thing here that two runs do not share. */
  readonly timings: Record<string, number>;
}

const REACH = { accounts: 1, 'accounts-and-names': 2, all: 3 } as const;
/** How wide an indicator must reach to try an end of this kind. */
const reachOfKind = endKinds.map((kind) =>
  kind === 'account' || kind === 'card' || kind === 'wallet' ? 1 : kind === 'name' ? 2 : 3,
);

class StepBudget implements Budget {
  private left = 0;
  private readonly limit: number;
  constructor(limit: number) {
    this.limit = limit;
  }
  spend(steps: number): boolean {
    this.left -= steps;
    return this.left >= 0;
  }
  renew(): void {
    this.left = this.limit;
  }
  get isUsedUp(): boolean {
    return this.left < 0;
  }
}

export function anchorCount(view: View, anchors: Uint32Array | undefined): number {
  return anchors ? anchors.length : Math.max(0, view.adjacency.ends - FIRST_SHARED_END);
}

/** One block after another until none is left or somebody cancelled; `yield`s after each block. */
export function* searchBlocks(task: SearchTask, catalogue: readonly Indicator[]): Generator<undefined, SearchResult> {
  const { view, control, anchors } = task;
  const total = anchorCount(view, anchors);
  const { outStart, inStart } = view.adjacency;
  const budget = new StepBudget(task.stepBudget);
  const findings: Finding[] = [];
  const emit = (finding: Finding): void => void findings.push(finding);
  const wanted = new Set(task.indicators);
  const jobs = catalogue
    .filter(({ id }) => wanted.has(id))
    .map((indicator) => ({
      indicator,
      values: currentValues(indicator, task.changed) as Values<Settings>,
      reach: REACH[indicator.anchors ?? 'accounts'],
      milliseconds: 0,
      cuts: 0,
    }));
  const block = new Uint32Array(BLOCK);
  for (;;) {
    if (Atomics.load(control, CANCELLED) === 1) break;
    const from = Atomics.add(control, NEXT_BLOCK, BLOCK);
    if (from >= total) break;
    const to = Math.min(total, from + BLOCK);
    let kept = 0;
    for (let i = from; i < to; i++) {
      const end: EndId = anchors ? (anchors[i] as number) : FIRST_SHARED_END + i;
      const isTouched = outStart[end] !== outStart[end + 1] || inStart[end] !== inStart[end + 1];
      if (end >= FIRST_SHARED_END && end < view.adjacency.ends && isTouched) block[kept++] = end;
    }
    for (const job of jobs) {
      const start = performance.now();
      for (let i = 0; i < kept; i++) {
        const end = block[i] as number;
        if ((reachOfKind[view.facts.kind[end] as number] as number) > job.reach) continue;
        budget.renew();
        job.indicator.find(view, job.values, end, budget, emit);
        if (budget.isUsedUp) job.cuts++;
      }
      job.milliseconds += performance.now() - start;
    }
    Atomics.add(control, DONE, to - from);
    yield undefined;
  }
  return {
    findings,
    cuts: Object.fromEntries(jobs.filter(({ cuts }) => cuts > 0).map(({ indicator, cuts }) => [indicator.id, cuts])),
    timings: Object.fromEntries(jobs.map(({ indicator, milliseconds }) => [indicator.id, milliseconds])),
  };
}
