/**
 * The network as a living drawing: zoom, pan, drag and pointing over `network-paint.ts`. Repaints
 * at most once a frame and only when something changed; what was dragged stays where it was put.
 */
import {
  drag,
  easeCubicOut,
  select,
  timer,
  zoom,
  zoomIdentity,
  type D3DragEvent,
  type D3ZoomEvent,
  type Timer,
  type ZoomTransform,
} from 'd3';
import { distanceToCurve, type Point } from './network-geometry.ts';
import type { DrawnEdge } from './network-labels.ts';
import { paintNetwork, signScale, type Scene } from './network-paint.ts';

export interface NetworkHandlers {
  onNode(key: string | undefined): void;
  onEdge(key: string): void;
  /** Pointed edge and where, for the text beside the pointer. */
  onPoint(edge: string | undefined, node: string | undefined, x: number, y: number): void;
  onPlaced(key: string, point: Point): void;
}

export interface NetworkDrawing {
  show(scene: Scene): void;
  resize(width: number, height: number): void;
  zoomBy(factor: number): void;
  fit(isQuick?: boolean): void;
  centre(key: string | undefined): void;
  destroy(): void;
}

const NEAR_EDGE = 6;
const MOVE_MS = 240;
/** Room for the legend below and the buttons at the side. */
const MARGIN = { top: 30, right: 80, bottom: 92, left: 80 };

interface Subject {
  x: number;
  y: number;
  readonly key: string;
}

export function createNetwork(canvas: HTMLCanvasElement, handlers: NetworkHandlers): NetworkDrawing {
  const context = canvas.getContext('2d')!;
  let scene: Scene | undefined;
  let shown = new Map<string, Point>();
  let edges: DrawnEdge[] = [];
  let transform: ZoomTransform = zoomIdentity;
  let width = 0;
  let height = 0;
  let frame = 0;
  let moving: Timer | undefined;
  let pointedNode: string | undefined;
  let pointedEdge: string | undefined;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;

  function paint(): void {
    frame = 0;
    if (!scene || width === 0) return;
    const ratio = devicePixelRatio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    edges = paintNetwork(context, width, height, transform, { ...scene, positions: shown, pointedNode, pointedEdge });
  }
  function repaint(): void {
    if (frame === 0) frame = requestAnimationFrame(paint);
  }

  function nodeAt(x: number, y: number): string | undefined {
    const size = signScale(transform.k);
    let found: string | undefined;
    let nearest = Infinity;
    for (const { key, radius } of scene?.model.nodes ?? []) {
      const point = shown.get(key);
      if (!point) continue;
      const distance = Math.hypot(transform.applyX(point.x) - x, transform.applyY(point.y) - y);
      if (distance < Math.max(12, radius * size + 3) && distance < nearest) [found, nearest] = [key, distance];
    }
    return found;
  }
  function edgeAt(x: number, y: number): string | undefined {
    let found: string | undefined;
    let nearest = NEAR_EDGE;
    for (const { edge, curve, width: line } of edges) {
      const distance = distanceToCurve(curve, x, y) - line / 2;
      if (distance < nearest) [found, nearest] = [edge.key, distance];
    }
    return found;
  }

  const zooming = zoom<HTMLCanvasElement, unknown>()
    .scaleExtent([0.1, 6])
    .on('zoom', (event: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
      transform = event.transform;
      repaint();
    });
  const dragging = drag<HTMLCanvasElement, unknown, Subject | undefined>()
    .subject((event: { x: number; y: number }) => {
      const key = nodeAt(event.x, event.y);
      const point = key === undefined ? undefined : shown.get(key);
      return key === undefined || !point
        ? undefined
        : { key, x: transform.applyX(point.x), y: transform.applyY(point.y) };
    })
    .on('drag', (event: D3DragEvent<HTMLCanvasElement, unknown, Subject>) => {
      moving?.stop();
      const point = { x: transform.invertX(event.x), y: transform.invertY(event.y) };
      shown.set(event.subject.key, point);
      handlers.onPlaced(event.subject.key, point);
      repaint();
    });

  const view = select(canvas)
    .call(dragging as never)
    .call(zooming)
    .on('dblclick.zoom', null)
    .on('click', (event: MouseEvent) => {
      const node = nodeAt(event.offsetX, event.offsetY);
      const edge = node === undefined ? edgeAt(event.offsetX, event.offsetY) : undefined;
      if (edge === undefined) handlers.onNode(node);
      else handlers.onEdge(edge);
    })
    .on('pointermove', (event: PointerEvent) => {
      if (event.buttons !== 0) return;
      point(nodeAt(event.offsetX, event.offsetY), event);
    })
    .on('pointerleave', (event: PointerEvent) => point(undefined, event, true));

  function point(node: string | undefined, event: PointerEvent, isAway = false): void {
    const edge = node !== undefined || isAway ? undefined : edgeAt(event.offsetX, event.offsetY);
    canvas.style.cursor = (node ?? edge) ? 'pointer' : 'grab';
    if (node !== pointedNode || edge !== pointedEdge) {
      pointedNode = node;
      pointedEdge = edge;
      repaint();
    }
    handlers.onPoint(edge, node, event.offsetX, event.offsetY);
  }

  function target(): ZoomTransform {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const { x, y } of scene?.positions.values() ?? []) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    if (left > right) return zoomIdentity.translate(width / 2, height / 2);
    const roomX = width - MARGIN.left - MARGIN.right;
    const roomY = height - MARGIN.top - MARGIN.bottom;
    const k = Math.max(0.12, Math.min(1.35, roomX / Math.max(1, right - left), roomY / Math.max(1, bottom - top)));
    return zoomIdentity
      .translate(MARGIN.left + roomX / 2, MARGIN.top + roomY / 2)
      .scale(k)
      .translate(-(left + right) / 2, -(top + bottom) / 2);
  }
  function go(to: ZoomTransform, isQuick = false): void {
    if (isCalm || isQuick) view.call(zooming.transform, to);
    else view.transition().duration(MOVE_MS).call(zooming.transform, to);
  }

  function moveTo(positions: ReadonlyMap<string, Point>): void {
    moving?.stop();
    const before = shown;
    if (isCalm || before.size === 0) {
      shown = new Map(positions);
      repaint();
      return;
    }
    moving = timer((elapsed) => {
      const share = easeCubicOut(Math.min(1, elapsed / MOVE_MS));
      shown = new Map(
        [...positions].map(([key, to]) => {
          const from = before.get(key) ?? to;
          return [key, { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }];
        }),
      );
      repaint();
      if (share === 1) moving?.stop();
    });
  }

  return {
    show(next) {
      const before = scene;
      scene = next;
      if (before?.positions !== next.positions) {
        const isSame = before !== undefined && before.model.nodes === next.model.nodes;
        if (!isSame) shown = new Map();
        moveTo(next.positions);
        if (width > 0 && next.positions.size > 0) {
          go(target(), !isSame);
        }
      }
      repaint();
    },
    resize(nextWidth, nextHeight) {
      width = nextWidth;
      height = nextHeight;
      canvas.width = Math.round(width * devicePixelRatio);
      canvas.height = Math.round(height * devicePixelRatio);
      if (scene && scene.positions.size > 0) {
        go(target(), true);
      }
      paint();
    },
    zoomBy(factor) {
      if (isCalm) view.call(zooming.scaleBy, factor);
      else view.transition().duration(160).call(zooming.scaleBy, factor);
    },
    fit: (isQuick) => go(target(), isQuick),
    centre(key) {
      const at = key === undefined ? undefined : shown.get(key);
      if (!at) return go(target());
      const k = Math.max(1, transform.k);
      go(
        zoomIdentity
          .translate(width / 2, height / 2)
          .scale(k)
          .translate(-at.x, -at.y),
      );
    },
    destroy() {
      moving?.stop();
      cancelAnimationFrame(frame);
      view.on('.zoom', null).on('.drag', null).on('click', null).on('pointermove', null).on('pointerleave', null);
    },
  };
}
