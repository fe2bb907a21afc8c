/**
 * Communities of a neighbourhood: Louvain (Blondel et al. 2008, doi:10.1088/1742-5468/2008/10/P10008)
 * with our seeded generator, then connected components inside each community, since Louvain may
 * leave one in pieces (Traag et al. 2019, doi:10.1038/s41598-019-41695-z). Numbered by smallest end.
 */
import louvain from 'graphology-communities-louvain';
import pagerank from 'graphology-metrics/centrality/pagerank.js';
import type { EndId } from '../formats/end-table.ts';
import { seededRandom } from '../random.ts';
import type { NeighbourhoodGraph } from './neighbourhood.ts';

export interface Communities {
  /** Number of each end's community, from 0 in order of each community's smallest end. */
  readonly of: ReadonlyMap<EndId, number>;
  /** Ends of each community, ascending. */
  readonly members: readonly (readonly EndId[])[];
  /** Share of the runs with other seeds that put the ends of an edge alike; 1 where there is no edge. */
  readonly stability: number;
}

/** Other seeds that stability is measured against. */
const RUNS = 3;

export function findCommunities(graph: NeighbourhoodGraph, seed = 1): Communities {
  const first = run(graph, seed);
  let alike = 0;
  for (let other = 1; other <= RUNS; other++) {
    const again = run(graph, seed + other);
    graph.forEachDirectedEdge((_, __, source, target) => {
      if ((first.get(source) === first.get(target)) === (again.get(source) === again.get(target))) alike++;
    });
  }
  const members = connectedParts(graph, first);
  const of = new Map<EndId, number>();
  for (const [number, ends] of members.entries()) for (const end of ends) of.set(end, number);
  return { of, members, stability: graph.size === 0 ? 1 : alike / (RUNS * graph.size) };
}

/** Louvain's label of each node; a graph without edges gives each node its own. */
function run(graph: NeighbourhoodGraph, seed: number): Map<string, number> {
  if (graph.size === 0) return new Map(graph.nodes().map((node, label) => [node, label]));
  const random = seededRandom(seed, 'communities');
  // By the attribute's name: the library's typings know no attributes of ours in a function.
  const labels = louvain(graph, { getEdgeWeight: 'count', rng: () => random.next() });
  return new Map(Object.entries(labels));
}

/** Splits each label into its connected parts, walking nodes from the smallest end on. */
function connectedParts(graph: NeighbourhoodGraph, labels: ReadonlyMap<string, number>): EndId[][] {
  const nodes = graph
    .mapNodes((node: string, { end }): { node: string; end: EndId } => ({ node, end }))
    .sort((a, b) => a.end - b.end);
  const seen = new Set<string>();
  const parts: EndId[][] = [];
  for (const { node } of nodes) {
    if (seen.has(node)) continue;
    const part: EndId[] = [];
    const open = [node];
    seen.add(node);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      part.push(graph.getNodeAttribute(next, 'end'));
      const label = labels.get(next);
      graph.forEachNeighbor(next, (other) => {
        if (seen.has(other) || labels.get(other) !== label) return;
        seen.add(other);
        open.push(other);
      });
    }
    parts.push(part.sort((a, b) => a - b));
  }
  return parts;
}

/** PageRank of each end by number of payments; even where there is no edge, which graphology refuses. */
export function centrality(graph: NeighbourhoodGraph): Map<EndId, number> {
  const even = 1 / Math.max(1, graph.order);
  if (graph.size === 0) return new Map(graph.mapNodes((_, { end }) => [end, even]));
  const ranks = pagerank(graph, {
    getEdgeWeight: (_, attributes) => attributes.count,
    tolerance: 1e-8,
    maxIterations: 500,
  });
  return new Map(graph.mapNodes((node, { end }) => [end, ranks[node] ?? even]));
}
