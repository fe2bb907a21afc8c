/** Curves of the network's edges: one quadratic per direction, so that there and back lie apart. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Curve {
  readonly start: Point;
  readonly control: Point;
  readonly end: Point;
}

const BOW = 0.09;

/** From rim to rim, with room for the arrow head; undefined where the ends touch. */
export function edgeCurve(from: Point, fromRadius: number, to: Point, toRadius: number): Curve | undefined {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const distance = Math.hypot(dx, dy);
  if (distance < fromRadius + toRadius + 4) return undefined;
  const control = { x: (from.x + to.x) / 2 - dy * BOW, y: (from.y + to.y) / 2 + dx * BOW };
  return { start: towards(from, control, fromRadius + 2), control, end: towards(to, control, toRadius + 3) };
}

function towards(from: Point, to: Point, length: number): Point {
  const distance = Math.max(1e-6, Math.hypot(to.x - from.x, to.y - from.y));
  return { x: from.x + ((to.x - from.x) / distance) * length, y: from.y + ((to.y - from.y) / distance) * length };
}

export function pointOnCurve({ start, control, end }: Curve, t: number): Point {
  const s = 1 - t;
  return {
    x: s * s * start.x + 2 * s * t * control.x + t * t * end.x,
    y: s * s * start.y + 2 * s * t * control.y + t * t * end.y,
  };
}

const SAMPLES = 16;

/** Distance of a point from a curve, to about a pixel. */
export function distanceToCurve(curve: Curve, x: number, y: number): number {
  let nearest = Infinity;
  let before = curve.start;
  for (let i = 1; i <= SAMPLES; i++) {
    const next = pointOnCurve(curve, i / SAMPLES);
    nearest = Math.min(nearest, distanceToSegment(before, next, x, y));
    before = next;
  }
  return nearest;
}

function distanceToSegment(a: Point, b: Point, x: number, y: number): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / length));
  return Math.hypot(x - a.x - t * dx, y - a.y - t * dy);
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function overlaps(box: Box, others: readonly Box[]): boolean {
  return others.some(
    (other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
  );
}
