/**
 * Ways that money can have gone from one end to another: each payment on or after the day on which
 * the one before arrived. Days are intervals: a later day is certainly later, the same day only
 * possibly, unless both rows have a time. Hubs are not walked through, at most six hops.
 */
import type { Day } from '../days.ts';
import { FIRST_SHARED_END, type EndId } from '../formats/end-table.ts';
import type { TransactionColumns, TransactionIndex } from '../ledger/ledger.ts';
import { into, outOf, type Adjacency } from './adjacency.ts';

export const MOST_HOPS = 6;

export interface PathOptions {
  /** At most `MOST_HOPS`. */
  readonly hops: number;
  /** Longest stay of the money at an end on the way. */
  readonly mostDaysBetween?: number;
  readonly from?: Day;
  readonly to?: Day;
  /** An end on the way with more transactions than this is not walked through. */
  readonly hubCap?: number;
  readonly mostPaths?: number;
  /** Transactions looked at in all. */
  readonly stepBudget?: number;
}

export interface TemporalPath {
  readonly transactions: readonly TransactionIndex[];
  readonly ends: readonly EndId[];
  /** `certain`: each payment certainly after the one before; `possible`: somewhere two share a day without times. */
  readonly order: 'certain' | 'possible';
}

export interface PathSearch {
  /** Fewest hops first, then by transactions. No end twice in a path. */
  readonly paths: readonly TemporalPath[];
  /** Hubs that were met, from either side, and not walked through, ascending: what the search cannot say. */
  readonly hubs: readonly EndId[];
  /** Why the list may not be whole. */
  readonly cut?: 'paths' | 'steps';
}

const HUB_CAP = 1_000;
const MOST_PATHS = 200;
const STEPS = 2_000_000;

export function temporalPaths(
  columns: TransactionColumns,
  adjacency: Adjacency,
  source: EndId,
  target: EndId,
  options: PathOptions,
): PathSearch {
  const hops = Math.min(options.hops, MOST_HOPS);
  const hubCap = options.hubCap ?? HUB_CAP;
  const mostPaths = options.mostPaths ?? MOST_PATHS;
  const longest = options.mostDaysBetween ?? Infinity;
  const hubs = new Set<EndId>();
  const paths: TemporalPath[] = [];
  const search = { steps: options.stepBudget ?? STEPS, cut: undefined as 'paths' | 'steps' | undefined };
  if (source === target || Math.min(source, target) < FIRST_SHARED_END || Math.max(source, target) >= adjacency.ends)
    return { paths, hubs: [] };

  const isHub = (end: EndId): boolean => outOf(adjacency, end).length + into(adjacency, end).length > hubCap;
  const distances = hopsTo(columns, adjacency, target, source, hops, isHub, hubs, search);
  const transactions: TransactionIndex[] = [];
  const ends: EndId[] = [source];
  let possible = 0;

  // Depth by depth, so that the shortest ways are found before a cap ends the search.
  for (let length = 1; length <= hops && search.cut === undefined; length++) walk(source, length);
  const order = (a: TemporalPath, b: TemporalPath): number =>
    a.transactions.length - b.transactions.length || byTransactions(a, b);
  return {
    paths: paths.sort(order),
    hubs: [...hubs].sort((a, b) => a - b),
    ...(search.cut ? { cut: search.cut } : {}),
  };

  function walk(end: EndId, left: number): void {
    const last = transactions.at(-1);
    const arrived = last === undefined ? (options.from ?? -Infinity) : (columns.creditorDay[last] as number);
    const until = Math.min(options.to ?? Infinity, last === undefined ? Infinity : arrived + longest);
    const rows = outOf(adjacency, end);
    for (let i = firstFrom(columns.debtorDay, rows, arrived); i < rows.length; i++) {
      const tx = rows[i] as number;
      if ((columns.debtorDay[tx] as number) > until) return;
      if (--search.steps < 0) {
        search.cut = 'steps';
        return;
      }
      const next = columns.creditor[tx] as number;
      if (
        left === 1
          ? next !== target
          : next === target || (distances.get(next) ?? Infinity) > left - 1 || ends.includes(next)
      )
        continue;
      const step = last === undefined ? 'certain' : orderOf(columns, last, tx);
      if (step === 'wrong') continue;
      if (left > 1 && isHub(next)) {
        hubs.add(next);
        continue;
      }
      if (left === 1 && paths.length >= mostPaths) {
        search.cut = 'paths';
        return;
      }
      transactions.push(tx);
      ends.push(next);
      if (step === 'possible') possible++;
      if (left === 1)
        paths.push({ transactions: [...transactions], ends: [...ends], order: possible > 0 ? 'possible' : 'certain' });
      else walk(next, left - 1);
      if (step === 'possible') possible--;
      transactions.pop();
      ends.pop();
      if (search.cut) return;
    }
  }
}

/** Whether the second payment follows the arrival of the first. */
function orderOf(
  columns: TransactionColumns,
  first: TransactionIndex,
  second: TransactionIndex,
): 'certain' | 'possible' | 'wrong' {
  const [arrived, left] = [columns.creditorDay[first] as number, columns.debtorDay[second] as number];
  if (left !== arrived) return left > arrived ? 'certain' : 'wrong';
  const [before, after] = [columns.time?.[first] ?? -1, columns.time?.[second] ?? -1];
  if (before < 0 || after < 0) return 'possible';
  return after > before ? 'certain' : after === before ? 'possible' : 'wrong';
}

/** Position of the first row on or after a day. */
function firstFrom(day: Int32Array, rows: Uint32Array, from: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((day[rows[middle] as number] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Hops to the target against the arrows, time left aside: what cannot reach it is never walked. Hubs end the walk. */
function hopsTo(
  columns: TransactionColumns,
  adjacency: Adjacency,
  target: EndId,
  source: EndId,
  most: number,
  isHub: (end: EndId) => boolean,
  hubs: Set<EndId>,
  search: { steps: number; cut: 'paths' | 'steps' | undefined },
): Map<EndId, number> {
  const distances = new Map<EndId, number>([[target, 0]]);
  let ring: EndId[] = [target];
  for (let distance = 1; distance < most && ring.length > 0; distance++) {
    const reached: EndId[] = [];
    for (const end of ring) {
      if (end === source) continue;
      if (end !== target && isHub(end)) {
        hubs.add(end);
        continue;
      }
      for (const tx of into(adjacency, end)) {
        if (--search.steps < 0) {
          search.cut = 'steps';
          return distances;
        }
        const before = columns.debtor[tx] as number;
        if (before < FIRST_SHARED_END || distances.has(before)) continue;
        distances.set(before, distance);
        reached.push(before);
      }
    }
    ring = reached;
  }
  return distances;
}

function byTransactions(a: TemporalPath, b: TemporalPath): number {
  for (const [i, tx] of a.transactions.entries()) {
    const difference = tx - (b.transactions[i] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
