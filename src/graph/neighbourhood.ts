/**
 * The neighbourhood of some ends as a graphology graph: payments between two ends are one edge with
 * a count, sums per currency and first and last day. Whole banks stay in compressed rows; a hub is
 * kept as a node and told apart, never expanded. Nodes stand in order of distance, then of id.
 */
import { DirectedGraph } from 'graphology';
import type { Day } from '../days.ts';
import { FIRST_SHARED_END, type EndId } from '../formats/end-table.ts';
import { amountAt } from '../formats/entry-columns.ts';
import type { TransactionColumns } from '../ledger/ledger.ts';
import type { PackedCurrency } from '../money.ts';
import { into, outOf, type Adjacency } from './adjacency.ts';

export interface NodeAttributes {
  readonly end: EndId;
  /** Steps from the nearest of the given ends. */
  readonly distance: number;
  /** Has more transactions than the cap: its other neighbours are not drawn. */
  readonly isHub: boolean;
  readonly transactions: number;
}

export interface EdgeAttributes {
  count: number;
  /** Minor units by currency; currencies are never added up. */
  readonly sums: Map<PackedCurrency, number>;
  firstDay: Day;
  lastDay: Day;
}

export type NeighbourhoodGraph = DirectedGraph<NodeAttributes, EdgeAttributes>;

export interface NeighbourhoodOptions {
  /** Steps from the given ends; 1 = their direct neighbours. */
  readonly hops: number;
  /** An end with more transactions than this is a hub. */
  readonly hubCap?: number;
  readonly edgeLimit?: number;
}

export interface Neighbourhood {
  readonly graph: NeighbourhoodGraph;
  /** Hubs that were reached, ascending; the given ends are expanded whatever their degree. */
  readonly hubs: readonly EndId[];
  /** The edge limit ended the walk; the graph is then a part of what was asked for. */
  readonly isCut: boolean;
}

const HUB_CAP = 2_000;
const EDGE_LIMIT = 50_000;

/** @param from ends to start at; reserved ends are left out */
export function neighbourhood(
  columns: TransactionColumns,
  adjacency: Adjacency,
  from: Iterable<EndId>,
  options: NeighbourhoodOptions,
): Neighbourhood {
  const hubCap = options.hubCap ?? HUB_CAP;
  const edgeLimit = options.edgeLimit ?? EDGE_LIMIT;
  const graph: NeighbourhoodGraph = new DirectedGraph<NodeAttributes, EdgeAttributes>();
  const hubs = new Set<EndId>();
  const degree = (end: EndId): number => outOf(adjacency, end).length + into(adjacency, end).length;
  const add = (end: EndId, distance: number): void => {
    const isHub = distance > 0 && degree(end) > hubCap;
    if (isHub) hubs.add(end);
    graph.addNode(String(end), { end, distance, isHub, transactions: degree(end) });
  };

  let ring = [...new Set(from)].filter((end) => end >= FIRST_SHARED_END && end < adjacency.ends).sort((a, b) => a - b);
  for (const end of ring) add(end, 0);
  let isCut = false;
  for (let distance = 1; distance <= options.hops && !isCut; distance++) {
    const reached = new Set<EndId>();
    for (const end of ring) {
      if (isCut || graph.getNodeAttribute(String(end), 'isHub')) continue;
      for (const other of neighboursOf(columns, adjacency, end)) {
        if (graph.hasNode(String(other)) || reached.has(other)) continue;
        if (graph.order + reached.size >= edgeLimit) {
          isCut = true;
          break;
        }
        reached.add(other);
      }
    }
    ring = [...reached].sort((a, b) => a - b);
    for (const end of ring) add(end, distance);
  }
  for (const key of graph.nodes()) {
    if (graph.getNodeAttribute(key, 'isHub')) continue;
    if (!addEdgesOf(graph, columns, adjacency, graph.getNodeAttribute(key, 'end'), edgeLimit)) isCut = true;
  }
  return { graph, hubs: [...hubs].sort((a, b) => a - b), isCut };
}

/** Other shared ends with a transaction, ascending. */
function neighboursOf(columns: TransactionColumns, adjacency: Adjacency, end: EndId): EndId[] {
  const found = new Set<EndId>();
  for (const tx of outOf(adjacency, end)) found.add(columns.creditor[tx] as number);
  for (const tx of into(adjacency, end)) found.add(columns.debtor[tx] as number);
  return [...found].filter((other) => other >= FIRST_SHARED_END && other !== end).sort((a, b) => a - b);
}

/** Edges out of an end, and those that come from hubs, which add none themselves; false when the limit was met. */
function addEdgesOf(
  graph: NeighbourhoodGraph,
  columns: TransactionColumns,
  adjacency: Adjacency,
  end: EndId,
  edgeLimit: number,
): boolean {
  let isWhole = true;
  const note = (source: EndId, target: EndId, tx: number): void => {
    const [a, b] = [String(source), String(target)];
    if (source === target || !graph.hasNode(a) || !graph.hasNode(b)) return;
    const [currency, amount, day] = [columns.currency?.[tx] ?? 0, amountAt(columns, tx), columns.debtorDay[tx] as Day];
    const key = graph.edge(a, b);
    if (key === undefined) {
      if (graph.size >= edgeLimit) isWhole = false;
      else graph.addDirectedEdge(a, b, { count: 1, sums: new Map([[currency, amount]]), firstDay: day, lastDay: day });
      return;
    }
    const edge = graph.getEdgeAttributes(key);
    edge.count++;
    edge.sums.set(currency, (edge.sums.get(currency) ?? 0) + amount);
    if (day < edge.firstDay) edge.firstDay = day;
    if (day > edge.lastDay) edge.lastDay = day;
  };
  for (const tx of outOf(adjacency, end)) note(end, columns.creditor[tx] as number, tx);
  for (const tx of into(adjacency, end)) {
    const source = columns.debtor[tx] as number;
    if (graph.hasNode(String(source)) && graph.getNodeAttribute(String(source), 'isHub')) note(source, end, tx);
  }
  return isWhole;
}
