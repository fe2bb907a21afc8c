/**
 * A force layout with D3: seeded by node order, a fixed number of steps, no clock, so that the same
 * network is always drawn the same. What was placed by hand is fixed and pulls the rest.
 */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3';
import type { FlowLink } from './layout-flow.ts';

interface Body extends SimulationNodeDatum {
  readonly radius: number;
}

/** A payment relation with the degrees of its busier and its quieter end. */
interface BodyLink extends SimulationLinkDatum<Body> {
  readonly busy: number;
  readonly quiet: number;
}

/** About a second of work at most: a step of 2,000 ends takes 9 ms (performance.md section 4). */
function stepsFor(count: number): number {
  return Math.max(80, Math.min(320, Math.floor(160_000 / Math.max(1, count))));
}

/** @param placed x, y of ends placed by hand, by index */
export function freeLayout(
  radii: readonly number[],
  links: readonly FlowLink[],
  placed: ReadonlyMap<number, readonly [number, number]>,
): Float32Array {
  const bodies = radii.map((radius, i): Body => {
    const at = placed.get(i);
    return at ? { radius, x: at[0], y: at[1], fx: at[0], fy: at[1] } : { radius };
  });
  const degree = new Uint32Array(radii.length);
  for (const { source, target } of links) {
    degree[source]!++;
    degree[target]!++;
  }
  const mostOf = (a: number, b: number): number => Math.max(degree[a]!, degree[b]!);
  const leastOf = (a: number, b: number): number => Math.min(degree[a]!, degree[b]!);
  const simulation = forceSimulation(bodies)
    .force('charge', forceManyBody<Body>().strength(-620).distanceMax(900))
    .force(
      'link',
      forceLink<Body, BodyLink>(
        links.map(({ source, target }) => ({
          source,
          target,
          busy: mostOf(source, target),
          quiet: leastOf(source, target),
        })),
      )
        .distance(({ busy }) => 110 + 10 * Math.sqrt(busy))
        .strength(({ quiet }) => 0.9 / Math.max(1, quiet)),
    )
    .force('collide', forceCollide<Body>((body) => body.radius + 26).iterations(2))
    .force('x', forceX(0).strength(0.03))
    .force('y', forceY(0).strength(0.05))
    .stop();
  simulation.tick(stepsFor(radii.length));
  const positions = new Float32Array(radii.length * 2);
  bodies.forEach((body, i) => {
    positions[2 * i] = body.x ?? 0;
    positions[2 * i + 1] = body.y ?? 0;
  });
  return positions;
}
