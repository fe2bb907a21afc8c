import { describe, expect, it } from 'vitest';
import { neighbourhood } from '../../src/graph/neighbourhood.ts';
import { packCurrency } from '../../src/money.ts';
import { dayOn, on } from '../indicators/days-on.ts';
import { Drawing } from '../indicators/hand-drawn.ts';

function draw(): Drawing {
  return new Drawing()
    .pay(on(0), 'A', 'B', 100)
    .pay(on(5), 'A', 'B', 50)
    .pay(on(3), 'A', 'B', 7, { currency: 'USD' })
    .pay(on(6), 'B', 'C', 20)
    .pay(on(7), 'C', 'D', 20)
    .pay(on(8), 'A', 'cash', 30);
}

function around(
  drawing: Drawing,
  from: string[],
  options: Parameters<typeof neighbourhood>[3],
): ReturnType<typeof neighbourhood> {
  const view = drawing.view();
  return neighbourhood(
    view.columns,
    view.adjacency,
    from.map((name) => drawing.end(name)),
    options,
  );
}

describe('neighbourhood', () => {
  it('draws parallel payments as one edge and never adds currencies', () => {
    const drawing = draw();
    const { graph, hubs, isCut } = around(drawing, ['A'], { hops: 1 });
    const [a, b] = [String(drawing.end('A')), String(drawing.end('B'))];
    expect(graph.nodes()).toEqual([a, b]);
    expect(graph.getEdgeAttributes(a, b)).toEqual({
      count: 3,
      sums: new Map([
        [packCurrency('EUR'), 100_00 + 50_00],
        [packCurrency('USD'), 7_00],
      ]),
      firstDay: dayOn(0),
      lastDay: dayOn(5),
    });
    expect({ hubs, isCut }).toEqual({ hubs: [], isCut: false });
  });

  it('walks as many hops as asked, against the arrows too; cash is no neighbour', () => {
    const drawing = draw();
    const nodes = (from: string, hops: number): number[] =>
      around(drawing, [from], { hops }).graph.mapNodes((_, { end }) => end);
    expect(nodes('A', 2)).toEqual(['A', 'B', 'C'].map((name) => drawing.end(name)));
    expect(nodes('D', 3)).toEqual(['D', 'C', 'B', 'A'].map((name) => drawing.end(name)));
    expect(nodes('cash', 3)).toEqual([]);
  });

  it('keeps a hub as a node with its edges to others, and does not walk on', () => {
    const drawing = draw();
    for (let i = 0; i < 20; i++) drawing.pay(on(i), `X${i}`, 'B', 1);
    const { graph, hubs } = around(drawing, ['A'], { hops: 3, hubCap: 10 });
    expect(hubs).toEqual([drawing.end('B')]);
    expect(graph.order).toBe(2);
    expect(graph.size).toBe(1);
    // A hub that is asked for is expanded: B with A, C and twenty payers.
    expect(around(drawing, ['B'], { hops: 1, hubCap: 10 }).graph.order).toBe(1 + 2 + 20);
    // Edges from a hub to its neighbours are there as well.
    const fromC = around(drawing, ['C'], { hops: 1, hubCap: 10 });
    expect(fromC.graph.hasDirectedEdge(String(drawing.end('B')), String(drawing.end('C')))).toBe(true);
  });

  it('stops at the edge limit and says so', () => {
    const drawing = draw();
    for (let i = 0; i < 20; i++) drawing.pay(on(i), `X${i}`, 'B', 1);
    const { graph, isCut } = around(drawing, ['B'], { hops: 1, edgeLimit: 5 });
    expect(isCut).toBe(true);
    expect(graph.size).toBeLessThanOrEqual(5);
  });
});
