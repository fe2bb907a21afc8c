/**
 * Walking a network by keyboard: right follows money out, left goes back to where it came from, up
 * and down go through the other ends at the same fork, the heaviest first.
 */
import type { NetworkEdge } from '../contract.ts';
import type { NetworkModel } from './network-model.ts';

export type Direction = 'out' | 'in' | 'previous' | 'next';

export interface Step {
  readonly node: string;
  /** The payments that the step went along. */
  readonly along?: NetworkEdge | undefined;
  /** The fork the walker stands at: its end, its direction, and which branch. */
  readonly fork?: { readonly pivot: string; readonly way: 'out' | 'in'; readonly index: number } | undefined;
}

function branches(model: NetworkModel, pivot: string, way: 'out' | 'in'): readonly NetworkEdge[] {
  return model.edges.filter(
    (edge) => (way === 'out' ? edge.from === pivot : edge.to === pivot) && edge.from !== edge.to,
  );
}

/** Where a walk begins: the heaviest account of interest, else the first end with payments. */
export function firstStep(model: NetworkModel): Step | undefined {
  const interest = new Set(model.nodes.filter(({ sign }) => sign === 'interest').map(({ key }) => key));
  for (const edge of model.edges) {
    if (interest.has(edge.to)) return { node: edge.to };
    if (interest.has(edge.from)) return { node: edge.from };
  }
  const key = model.edges[0]?.from ?? model.nodes[0]?.key;
  return key === undefined ? undefined : { node: key };
}

/** The next stop, or undefined where nothing goes that way. */
export function walk(model: NetworkModel, at: Step, direction: Direction): Step | undefined {
  if (direction === 'out' || direction === 'in') {
    const along = branches(model, at.node, direction)[0];
    if (!along) return undefined;
    return {
      node: direction === 'out' ? along.to : along.from,
      along,
      fork: { pivot: at.node, way: direction, index: 0 },
    };
  }
  const fork = at.fork ?? forkOf(model, at.node);
  if (!fork) return undefined;
  const list = branches(model, fork.pivot, fork.way);
  if (list.length < 2) return undefined;
  const index = (fork.index + (direction === 'next' ? 1 : list.length - 1)) % list.length;
  const along = list[index];
  return along && { node: fork.way === 'out' ? along.to : along.from, along, fork: { ...fork, index } };
}

/** For an end that was reached by pointing: the fork of its heaviest payment. */
function forkOf(model: NetworkModel, node: string): Step['fork'] {
  const edge = model.edges.find(({ from, to }) => from !== to && (from === node || to === node));
  if (!edge) return undefined;
  const way = edge.to === node ? 'out' : 'in';
  const pivot = way === 'out' ? edge.from : edge.to;
  return { pivot, way, index: branches(model, pivot, way).indexOf(edge) };
}
