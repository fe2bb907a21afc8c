/**
 * The network's text: it keeps its size at every zoom and is left out where it would cover other
 * text or a sign. Whoever paints first gets the place, so the most important come first.
 */
import type { NetworkEdge } from '../contract.ts';
import { t } from '../messages/translate.ts';
import { amountsList, shortMoney } from '../wording/money.ts';
import { overlaps, pointOnCurve, type Box, type Curve, type Point } from './network-geometry.ts';
import type { DrawnNode } from './network-model.ts';
import type { Palette } from './network-palette.ts';

export interface DrawnEdge {
  readonly edge: NetworkEdge;
  readonly curve: Curve;
  readonly width: number;
}

export function edgeLabel(edge: NetworkEdge): string {
  const [first = '', ...more] = amountsList(edge.amounts, shortMoney);
  return `${first}${more.length > 0 ? ` +${more.length}` : ''} · ${edge.count}`;
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

export function paintNodeLabel(
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

export function paintEdgeLabels(
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
