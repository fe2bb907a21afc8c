/**
 * Paints a network on canvas, one stroke per edge (batched paths are two to three times slower on
 * a software rasteriser, performance.md section 4). The text over it is `network-labels.ts`.
 */
import { scalePow, type ZoomTransform } from 'd3';
import { edgeCurve, type Box, type Point } from './network-geometry.ts';
import { paintEdgeLabels, paintNodeLabel, type DrawnEdge } from './network-labels.ts';
import type { DrawnNode, NetworkModel } from './network-model.ts';
import type { Palette } from './network-palette.ts';
import { isOpenSign, traceCore, traceOutline, type SignName } from './signs.ts';

export interface Scene {
  readonly model: NetworkModel;
  readonly positions: ReadonlyMap<string, Point>;
  readonly node?: string | undefined;
  readonly edge?: string | undefined;
  /** Under the pointer. */
  readonly pointedNode?: string | undefined;
  readonly pointedEdge?: string | undefined;
  readonly palette: Palette;
}

const MOST_EDGE_LABELS = 6;
const MOST_LABELS_AT_NODE = 14;
const SHARE_FOR_LABEL = 0.4;
/** Up to so many ends every label seeks a place around its sign; beyond, the main ones only. */
const FEW_ENDS = 40;
/** Arrow heads that crowd at one end shrink, so that its sign stays visible. */
const CROWD = 10;

const importance: Readonly<Record<SignName, number>> = {
  interest: 0,
  front: 1,
  victim: 2,
  conduit: 3,
  purchaser: 3,
  hub: 4,
  undetermined: 5,
  leaf: 6,
};

/** Signs grow more slowly than distances. */
export function signScale(zoom: number): number {
  return Math.max(0.55, Math.min(1.5, Math.sqrt(zoom)));
}

export function drawnEdges(model: NetworkModel, at: (key: string) => Point | undefined, zoom: number): DrawnEdge[] {
  const size = signScale(zoom);
  const radius = new Map(model.nodes.map((node) => [node.key, node.radius * size]));
  const most = model.edges[0]?.weight ?? 1;
  const width = scalePow()
    .exponent(0.6)
    .domain([0, Math.max(1, most)])
    .range([0.9, 6]);
  return model.edges.flatMap((edge) => {
    const from = at(edge.from);
    const to = at(edge.to);
    const curve = from && to && edgeCurve(from, radius.get(edge.from) ?? 8, to, radius.get(edge.to) ?? 8);
    return curve ? [{ edge, curve, width: width(edge.weight) * Math.max(0.7, Math.min(1.3, size)) }] : [];
  });
}

export function paintNetwork(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  transform: ZoomTransform,
  scene: Scene,
): DrawnEdge[] {
  const { model, positions, palette } = scene;
  const at = (key: string): Point | undefined => {
    const point = positions.get(key);
    return point && { x: transform.applyX(point.x), y: transform.applyY(point.y) };
  };
  context.clearRect(0, 0, width, height);
  const edges = drawnEdges(model, at, transform.k);
  const focus = scene.pointedNode ?? scene.node;
  const arrivals = new Map<string, number>();
  for (const { to } of model.edges) arrivals.set(to, (arrivals.get(to) ?? 0) + 1);
  const head = ({ edge, width: line }: DrawnEdge): number =>
    (5 + line * 0.9) * Math.max(0.5, Math.min(1, Math.sqrt(CROWD / (arrivals.get(edge.to) ?? 1))));
  const isFocused = focus !== undefined || scene.edge !== undefined;
  const isLit = ({ edge }: DrawnEdge): boolean =>
    edge.key === scene.edge ||
    edge.key === scene.pointedEdge ||
    (focus !== undefined && (edge.from === focus || edge.to === focus));
  for (const drawn of edges)
    if (!isLit(drawn)) paintEdge(context, drawn, head(drawn), palette.muted, isFocused ? 0.16 : 0.46);
  for (const drawn of edges)
    if (isLit(drawn))
      paintEdge(
        context,
        drawn,
        head(drawn),
        drawn.edge.key === scene.edge || scene.edge === undefined ? palette.accent : palette.muted,
        0.85,
      );

  const near = new Set(focus === undefined ? [] : [focus]);
  for (const drawn of edges) if (isLit(drawn)) near.add(drawn.edge.from).add(drawn.edge.to);
  const size = signScale(transform.k);
  const boxes: Box[] = [];
  for (const node of model.nodes) {
    const point = at(node.key);
    if (!point) continue;
    paintSign(context, node, point, node.radius * size, scene, isFocused && !near.has(node.key) ? 0.35 : 1);
    boxes.push(boxAround(point, node.radius * size + 1, node.radius * size + 1));
  }
  const byImportance = [...model.nodes].sort(
    (a, b) => Number(near.has(b.key)) - Number(near.has(a.key)) || importance[a.sign] - importance[b.sign],
  );
  for (const node of byImportance) {
    const point = at(node.key);
    if (point)
      paintNodeLabel(
        context,
        node,
        point,
        node.radius * size,
        palette,
        boxes,
        isFocused && !near.has(node.key) ? 0.45 : 1,
        width,
        model.nodes.length <= FEW_ENDS || importance[node.sign] <= 2 || near.has(node.key),
      );
  }
  paintEdgeLabels(context, edges.filter((drawn) => isLit(drawn)).slice(0, MOST_LABELS_AT_NODE), palette, boxes, true);
  if (!isFocused) {
    const most = model.edges[0]?.weight ?? 0;
    const heavy = edges.filter(({ edge }) => edge.weight >= most * SHARE_FOR_LABEL);
    paintEdgeLabels(context, heavy.slice(0, MOST_EDGE_LABELS), palette, boxes, false);
  }
  return edges;
}

function paintEdge(
  context: CanvasRenderingContext2D,
  { curve, width }: DrawnEdge,
  head: number,
  colour: string,
  alpha: number,
): void {
  const { start, control, end } = curve;
  const angle = Math.atan2(end.y - control.y, end.x - control.x);
  const back = { x: end.x - Math.cos(angle) * head * 0.8, y: end.y - Math.sin(angle) * head * 0.8 };
  context.globalAlpha = alpha;
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  context.moveTo(start.x, start.y);
  context.quadraticCurveTo(control.x, control.y, back.x, back.y);
  context.stroke();
  context.globalAlpha = Math.min(1, alpha * 1.6);
  context.beginPath();
  context.moveTo(end.x, end.y);
  context.lineTo(end.x - Math.cos(angle - 0.42) * head, end.y - Math.sin(angle - 0.42) * head);
  context.lineTo(end.x - Math.cos(angle + 0.42) * head, end.y - Math.sin(angle + 0.42) * head);
  context.closePath();
  context.fill();
  context.globalAlpha = 1;
}

function paintSign(
  context: CanvasRenderingContext2D,
  node: DrawnNode,
  { x, y }: Point,
  r: number,
  scene: Scene,
  alpha: number,
): void {
  const { palette } = scene;
  const colour = palette.sign[node.sign];
  const isOpen = isOpenSign(node.sign);
  if (node.key === scene.node || node.key === scene.pointedNode) {
    context.beginPath();
    context.arc(x, y, r + 6, 0, 2 * Math.PI);
    context.strokeStyle = palette.accent;
    context.lineWidth = node.key === scene.node ? 2 : 1;
    context.stroke();
  }
  context.beginPath();
  traceOutline(node.sign, context, x, y, r);
  context.fillStyle = palette.paper;
  context.fill();
  context.globalAlpha = alpha;
  if (isOpen) {
    context.fillStyle = palette.surface;
    context.fill();
    context.strokeStyle = colour;
    context.lineWidth = node.sign === 'hub' ? 1.2 : 1.8;
    if (node.sign === 'hub') context.setLineDash([3, 2.5]);
    context.stroke();
    context.setLineDash([]);
  } else {
    context.fillStyle = colour;
    context.fill();
  }
  context.beginPath();
  traceCore(node.sign, context, x, y, r);
  if (node.sign === 'victim') {
    context.lineWidth = 1.3;
    context.strokeStyle = colour;
    context.stroke();
  } else {
    context.fillStyle = colour;
    context.fill();
  }
  context.globalAlpha = 1;
}

function boxAround({ x, y }: Point, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}
