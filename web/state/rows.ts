/**
 * All payments of a lead, fetched page by page once (to `MOST_ROWS`), so that the brush and every
 * selection answer at once and in the page itself.
 */
import { api } from '../api-client.ts';
import type { LeadDetail, TransactionRow } from '../contract.ts';
import { useResource, type Resource } from './resources.ts';
import type { View } from './view.ts';

export const MOST_ROWS = 20_000;
const PAGE = 5000;

export interface LeadRows {
  readonly total: number;
  readonly rows: readonly TransactionRow[];
}

async function loadRows(id: string): Promise<LeadRows> {
  const rows: TransactionRow[] = [];
  for (;;) {
    const page = await api.transactions(id, rows.length, PAGE);
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total || rows.length >= MOST_ROWS)
      return { total: page.total, rows };
  }
}

export function useRows(id: string | undefined): Resource<LeadRows> {
  return useResource(id === undefined ? undefined : `rows/${id}`, () => loadRows(id ?? ''));
}

type Range = Pick<View, 'from' | 'to'>;

/** The debtor's day decides: the two banks may book a payment on different days, and it is one payment. */
export function isInRange(row: TransactionRow, { from, to }: Range): boolean {
  return (from === undefined || row.debtorDay >= from) && (to === undefined || row.debtorDay <= to);
}

export function rowsInRange(rows: readonly TransactionRow[], range: Range): readonly TransactionRow[] {
  return range.from === undefined && range.to === undefined ? rows : rows.filter((row) => isInRange(row, range));
}

/** What the table shows: brush and selection together. */
export function rowsInView(
  rows: readonly TransactionRow[],
  view: View,
  edges: LeadDetail['edges'],
): readonly TransactionRow[] {
  const edge = view.edge === undefined ? undefined : edges.find(({ key }) => key === view.edge);
  return rowsInRange(rows, view).filter(
    (row) =>
      (view.indicator === undefined || row.indicators.includes(view.indicator)) &&
      (view.node === undefined || row.debtorKey === view.node || row.creditorKey === view.node) &&
      (edge === undefined || (row.debtorKey === edge.from && row.creditorKey === edge.to)),
  );
}
