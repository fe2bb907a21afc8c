import fc from 'fast-check';
import { DirectedGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/days.ts';
import { centrality, findCommunities } from '../../src/graph/communities.ts';
import type { EdgeAttributes, NeighbourhoodGraph, NodeAttributes } from '../../src/graph/neighbourhood.ts';

function graphOf(nodes: number, edges: readonly (readonly [number, number, number])[]): NeighbourhoodGraph {
  const graph: NeighbourhoodGraph = new DirectedGraph<NodeAttributes, EdgeAttributes>();
  for (let end = 0; end < nodes; end++) graph.addNode(String(end), { end, distance: 0, isHub: false, transactions: 1 });
  for (const [a, b, count] of edges) {
    if (a !== b && a < nodes && b < nodes && !graph.hasDirectedEdge(String(a), String(b))) {
      graph.addDirectedEdge(String(a), String(b), { count, sums: new Map(), firstDay: 0 as Day, lastDay: 0 as Day });
    }
  }
  return graph;
}

/** Whether a walk inside the set, against arrows too, reaches all of it. */
function isConnected(graph: NeighbourhoodGraph, ends: readonly number[]): boolean {
  const inside = new Set(ends.map(String));
  const open = [String(ends[0])];
  const seen = new Set(open);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const other of graph.neighbors(node)) {
      if (!inside.has(other) || seen.has(other)) continue;
      seen.add(other);
      open.push(other);
    }
  }
  return seen.size === inside.size;
}

const graphs = fc
  .integer({ min: 1, max: 14 })
  .chain((nodes) =>
    fc
      .array(
        fc.tuple(
          fc.integer({ min: 0, max: nodes - 1 }),
          fc.integer({ min: 0, max: nodes - 1 }),
          fc.integer({ min: 1, max: 9 }),
        ),
        { maxLength: 40 },
      )
      .map((edges) => graphOf(nodes, edges)),
  );

describe('communities', () => {
  it('finds two triangles that one edge joins', () => {
    const graph = graphOf(6, [
      [0, 1, 5],
      [1, 2, 5],
      [2, 0, 5],
      [3, 4, 5],
      [4, 5, 5],
      [5, 3, 5],
      [2, 3, 1],
    ]);
    const { members, of, stability } = findCommunities(graph);
    expect(members).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
    expect(of.get(4)).toBe(1);
    expect(stability).toBe(1);
  });

  it('is the same for the same seed and numbers by the smallest end', () => {
    fc.assert(
      fc.property(graphs, fc.integer(), (graph, seed) => {
        const found = findCommunities(graph, seed);
        expect(findCommunities(graph, seed)).toEqual(found);
        const firsts = found.members.map(([first]) => first as number);
        expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });

  it('every community is connected and every end is in one', () => {
    fc.assert(
      fc.property(graphs, fc.integer(), (graph, seed) => {
        const { members, of } = findCommunities(graph, seed);
        expect(members.flat().sort((a, b) => a - b)).toEqual(graph.mapNodes((_, { end }) => end));
        for (const [number, ends] of members.entries()) {
          expect(isConnected(graph, ends)).toBe(true);
          for (const end of ends) expect(of.get(end)).toBe(number);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('a graph without edges has a community each, and even ranks', () => {
    const graph = graphOf(3, []);
    expect(findCommunities(graph).members).toEqual([[0], [1], [2]]);
    expect(centrality(graph)).toEqual(new Map([0, 1, 2].map((end) => [end, 1 / 3])));
    expect(findCommunities(graphOf(0, [])).members).toEqual([]);
  });

  it('ranks sum to one and the collector stands highest', () => {
    const ranks = centrality(
      graphOf(4, [
        [0, 3, 1],
        [1, 3, 1],
        [2, 3, 1],
      ]),
    );
    expect([...ranks.values()].reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 6);
    expect([...ranks].sort((a, b) => b[1] - a[1])[0]?.[0]).toBe(3);
  });
});
