/**
 * Paints a network on canvas, one stroke per edge (batched paths are two to three times slower on
 * a software rasteriser, performance.md section 4). Text keeps its size at every zoom and is left
 * out where it would cover other text, the least important first.
 */
import { scalePow, type ZoomTransform } from 'd3';
import type { NetworkEdge } from '../contract.ts';
import { t } from '../messages/translate.ts';
import { amountsList, shortMoney } from '../wording/money.ts';
import { edgeCurve, overlaps, pointOnCurve, type Box, type Curve, type Point } from './network-geometry.ts';
import type { DrawnNode, NetworkModel } from './network-model.ts';
import { isOpenSign, signColour, traceCore, traceOutline, type SignName } from './signs.ts';

export interface Palette {
  readonly paper: string;
  readonly surface: string;
  readonly ink: string;
  readonly muted: string;
  readonly accent: string;
  readonly sign: Readonly<Record<SignName, string>>;
  readonly font: string;
}

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

export interface DrawnEdge {
  readonly edge: NetworkEdge;
  readonly curve: Curve;
  readonly width: number;
}

const MOST_EDGE_LABELS = 6;
const MOST_LABELS_AT_NODE = 14;
const SHARE_FOR_LABEL = 0.4;

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

export function edgeLabel(edge: NetworkEdge): string {
  const [first = '', ...more] = amountsList(edge.amounts, shortMoney);
  return `${first}${more.length > 0 ? ` +${more.length}` : ''} · ${edge.count}`;
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
  const isFocused = focus !== undefined || scene.edge !== undefined;
  const isLit = ({ edge }: DrawnEdge): boolean =>
    edge.key === scene.edge ||
    edge.key === scene.pointedEdge ||
    (focus !== undefined && (edge.from === focus || edge.to === focus));
  for (const drawn of edges) if (!isLit(drawn)) paintEdge(context, drawn, palette.muted, isFocused ? 0.16 : 0.46);
  for (const drawn of edges)
    if (isLit(drawn))
      paintEdge(
        context,
        drawn,
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
  colour: string,
  alpha: number,
): void {
  const { start, control, end } = curve;
  const angle = Math.atan2(end.y - control.y, end.x - control.x);
  const head = 5 + width * 0.9;
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

function nodeNote(node: DrawnNode): string {
  const role =
    node.sign === 'hub'
      ? t('network.hub')
      : node.role === 'undetermined' || node.role === 'possible-victim'
        ? ''
        : t(`role.${node.role}`);
  return [role, node.country ?? ''].filter((text) => text !== '').join(', ');
}

function paintNodeLabel(
  context: CanvasRenderingContext2D,
  node: DrawnNode,
  { x, y }: Point,
  r: number,
  palette: Palette,
  boxes: Box[],
  alpha: number,
  room: number,
  isMain: boolean,
): void {
  const note = node.sign === 'victim' ? '' : nodeNote(node);
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.font = `500 11.5px ${palette.font}`;
  const half = context.measureText(node.label).width / 2 + 2;
  const beside = half + r + 5;
  const places: readonly (readonly [number, number])[] = [
    [x, y + r + 4],
    [x, y - r - 17],
    [x + beside, y - 7],
    [x - beside, y - 7],
  ];
  const isFree = ([at, top]: readonly [number, number]): boolean =>
    at - half > 0 && at + half < room && !overlaps(labelBox(at, top, half), boxes);
  const place = (isMain ? places : places.slice(0, 1)).find(isFree);
  if (!place) return;
  const [middle, top] = place;
  boxes.push(labelBox(middle, top, half));
  context.globalAlpha = alpha;
  haloText(context, node.label, middle, top, palette.ink, palette.paper);
  if (note !== '' && place === places[0]) {
    context.font = `400 10.5px ${palette.font}`;
    const noteHalf = context.measureText(note).width / 2;
    const noteBox = { left: x - noteHalf, right: x + noteHalf, top: top + 14, bottom: top + 27 };
    if (!overlaps(noteBox, boxes)) {
      boxes.push(noteBox);
      haloText(context, note, x, top + 14, palette.muted, palette.paper);
    }
  }
  context.globalAlpha = 1;
}

function labelBox(middle: number, top: number, half: number): Box {
  return { left: middle - half, right: middle + half, top, bottom: top + 14 };
}

function paintEdgeLabels(
  context: CanvasRenderingContext2D,
  edges: readonly DrawnEdge[],
  palette: Palette,
  boxes: Box[],
  isLit: boolean,
): void {
  context.font = `${isLit ? 500 : 400} 10.5px ${palette.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const { edge, curve } of edges) {
    const text = edgeLabel(edge);
    const half = context.measureText(text).width / 2 + 3;
    for (const place of [0.5, 0.38, 0.62, 0.28, 0.72]) {
      const { x, y } = pointOnCurve(curve, place);
      const box = { left: x - half, right: x + half, top: y - 8, bottom: y + 8 };
      if (overlaps(box, boxes)) continue;
      boxes.push(box);
      // The line stops at its label, as on a map.
      context.globalAlpha = 0.92;
      context.fillStyle = palette.paper;
      context.fillRect(box.left, y - 7, box.right - box.left, 14);
      context.globalAlpha = 1;
      context.fillStyle = isLit ? palette.ink : palette.muted;
      context.fillText(text, x, y);
      break;
    }
  }
}

function haloText(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  colour: string,
  paper: string,
): void {
  context.lineJoin = 'round';
  context.strokeStyle = paper;
  context.lineWidth = 4;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

function boxAround({ x, y }: Point, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

/** The colours in force, read from the style sheet. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  // light-dark() is resolved in real properties only, so each variable goes through `color`.
  const probe = document.createElement('span');
  element.append(probe);
  const colour = (name: string): string => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const palette = {
    paper: colour('--bg'),
    surface: colour('--surface'),
    ink: colour('--ink'),
    muted: colour('--muted'),
    accent: colour('--accent'),
    sign: Object.fromEntries(Object.entries(signColour).map(([sign, name]) => [sign, colour(name)])) as Record<
      SignName,
      string
    >,
    font: style.fontFamily,
  };
  probe.remove();
  return palette;
}
