/**
 * Time-ordered adjacency in compressed sparse rows: for each end the transactions out of it and
 * into it, earliest first. Self-transfers, leaves' own sides and reversed pairs are left out.
 * 8 bytes a transaction; neighbours and amounts are read from the ledger's columns.
 */
import { FIRST_SHARED_END } from '../formats/end-table.ts';
import type { TransactionColumns } from '../ledger/ledger.ts';

export interface Adjacency {
  readonly ends: number;
  /** ends + 1 offsets into `outTransactions`. */
  readonly outStart: Uint32Array;
  /** Transactions with the end as debtor, by debtor day, then ledger order. */
  readonly outTransactions: Uint32Array;
  readonly inStart: Uint32Array;
  /** Transactions with the end as creditor, by creditor day, then ledger order. */
  readonly inTransactions: Uint32Array;
}

function sharedU32(count: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(Math.max(1, count) * 4));
}

function oneWay(
  of: Uint32Array,
  other: Uint32Array,
  day: Int32Array,
  reversed: Uint8Array | undefined,
  count: number,
  ends: number,
): [Uint32Array, Uint32Array] {
  const start = sharedU32(ends + 1);
  let edges = 0;
  for (let i = 0; i < count; i++) {
    const end = of[i] as number;
    if (end < FIRST_SHARED_END || end === other[i] || reversed?.[i] === 1) continue;
    start[end + 1] = (start[end + 1] as number) + 1;
    edges++;
  }
  for (let end = 0; end < ends; end++) start[end + 1] = (start[end + 1] as number) + (start[end] as number);
  const next = start.slice(0, ends);
  const list = sharedU32(edges);
  let sorted = true;
  for (let i = 0; i < count; i++) {
    const end = of[i] as number;
    if (end < FIRST_SHARED_END || end === other[i] || reversed?.[i] === 1) continue;
    const at = next[end] as number;
    if (sorted && at > (start[end] as number) && (day[list[at - 1] as number] as number) > (day[i] as number))
      sorted = false;
    list[at] = i;
    next[end] = at + 1;
  }
  // The ledger is ordered by one side's day; the other side may have booked later.
  if (!sorted) {
    for (let end = FIRST_SHARED_END; end < ends; end++) {
      const part = list.subarray(start[end], start[end + 1]);
      let inOrder = true;
      for (let i = 1; i < part.length && inOrder; i++)
        inOrder = (day[part[i - 1] as number] as number) <= (day[part[i] as number] as number);
      if (!inOrder) part.sort((a, b) => (day[a] as number) - (day[b] as number) || a - b);
    }
  }
  return [start, list];
}

/** @param ends number of ends in the ledger's table */
export function buildAdjacency(columns: TransactionColumns, count: number, ends: number): Adjacency {
  const [outStart, outTransactions] = oneWay(
    columns.debtor,
    columns.creditor,
    columns.debtorDay,
    columns.reversed,
    count,
    ends,
  );
  const [inStart, inTransactions] = oneWay(
    columns.creditor,
    columns.debtor,
    columns.creditorDay,
    columns.reversed,
    count,
    ends,
  );
  return { ends, outStart, outTransactions, inStart, inTransactions };
}

/** Transactions out of an end, earliest first (a view). */
export function outOf(adjacency: Adjacency, end: number): Uint32Array {
  return adjacency.outTransactions.subarray(adjacency.outStart[end], adjacency.outStart[end + 1]);
}

/** Transactions into an end, earliest first (a view). */
export function into(adjacency: Adjacency, end: number): Uint32Array {
  return adjacency.inTransactions.subarray(adjacency.inStart[end], adjacency.inStart[end + 1]);
}
