/** Positions of a network from the layout worker; the last answer stays until the next one is there. */
import { useEffect, useRef, useState } from 'react';
import type { LayoutAnswer, LayoutRequest } from '../layout-worker.ts';
import type { Point } from '../drawings/network-geometry.ts';
import type { DrawnNode } from '../drawings/network-model.ts';
import type { NetworkEdge } from '../contract.ts';

export interface Placement {
  readonly nodes: readonly DrawnNode[];
  readonly positions: ReadonlyMap<string, Point>;
}

/**
 * @param placed ends placed by hand; they stay where they are in every layout
 * @param aspect width over height of the drawing; nothing is placed before it is known
 * @param again changes when everything is to be placed anew
 */
export function useLayout(
  nodes: readonly DrawnNode[],
  edges: readonly NetworkEdge[],
  layout: 'flow' | 'free',
  placed: ReadonlyMap<string, Point>,
  again: number,
  aspect: number,
): Placement | undefined {
  const [placement, setPlacement] = useState<Placement>();
  const worker = useRef<Worker>(undefined);
  const turn = useRef(0);
  const byHand = useRef(placed);
  byHand.current = placed;
  const shape = useRef(aspect);
  shape.current = aspect;

  const isSized = aspect > 0;

  useEffect(() => {
    worker.current = new Worker(new URL('../layout-worker.ts', import.meta.url), { type: 'module' });
    return () => worker.current?.terminate();
  }, []);
  useEffect(() => {
    const thread = worker.current;
    if (!thread || nodes.length === 0 || !isSized) return;
    const index = new Map(nodes.map(({ key }, i) => [key, i]));
    const links = edges.flatMap(({ from, to, weight }) => {
      const source = index.get(from);
      const target = index.get(to);
      return source === undefined || target === undefined || source === target ? [] : [{ source, target, weight }];
    });
    const fixed = [...byHand.current].flatMap(([key, { x, y }]) => {
      const i = index.get(key);
      return i === undefined ? [] : [[i, [x, y] as const] as const];
    });
    const request: LayoutRequest = {
      turn: ++turn.current,
      layout,
      aspect: shape.current,
      radii: nodes.map(({ radius }) => radius),
      links,
      placed: fixed,
    };
    thread.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
      if (data.turn !== turn.current) return;
      const positions = new Map(
        nodes.map(({ key }, i) => [key, { x: data.positions[2 * i] ?? 0, y: data.positions[2 * i + 1] ?? 0 }]),
      );
      for (const [key, point] of byHand.current) if (positions.has(key)) positions.set(key, point);
      setPlacement({ nodes, positions });
    };
    thread.postMessage(request);
  }, [nodes, edges, layout, again, isSized]);
  return placement?.nodes === nodes ? placement : undefined;
}
