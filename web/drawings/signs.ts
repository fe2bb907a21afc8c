/**
 * The desk's signs: shape before colour, the same in network, lists and legend. One function
 * traces a sign into any path context, so that canvas and SVG cannot differ.
 */
import { path, type Path } from 'd3';
import type { NetworkNode, Role } from '../contract.ts';

export const signs = ['interest', 'victim', 'front', 'conduit', 'purchaser', 'undetermined', 'leaf', 'hub'] as const;
export type SignName = (typeof signs)[number];

const byRole: Readonly<Record<Role, SignName>> = {
  'possible-organiser': 'interest',
  'possible-controller': 'interest',
  'possible-collector': 'interest',
  'possible-facilitator': 'interest',
  'front-business': 'front',
  conduit: 'conduit',
  'possible-purchaser': 'purchaser',
  'possible-victim': 'victim',
  undetermined: 'undetermined',
};

export function signOfRole(role: Role): SignName {
  return byRole[role];
}

export function signOf(node: Pick<NetworkNode, 'role' | 'kind'>): SignName {
  if (node.kind === 'hub') return 'hub';
  if (node.kind === 'leaf' && node.role === 'undetermined') return 'leaf';
  return byRole[node.role];
}

/** CSS variable of each sign's colour. */
export const signColour: Readonly<Record<SignName, string>> = {
  interest: '--interest',
  victim: '--victim',
  front: '--front',
  conduit: '--conduit',
  purchaser: '--purchaser',
  undetermined: '--muted',
  leaf: '--muted',
  hub: '--muted',
};

/** Half of a sign's width at scale 1, in the network. */
export const signRadius: Readonly<Record<SignName, number>> = {
  interest: 11,
  victim: 12,
  front: 12,
  conduit: 13,
  purchaser: 9,
  undetermined: 10,
  leaf: 5,
  hub: 13,
};

type Context = Pick<Path, 'moveTo' | 'lineTo' | 'closePath' | 'arc' | 'rect'>;

function square(context: Context, x: number, y: number, r: number): void {
  context.rect(x - r, y - r, 2 * r, 2 * r);
}

function circle(context: Context, x: number, y: number, r: number): void {
  context.moveTo(x + r, y);
  context.arc(x, y, r, 0, 2 * Math.PI);
}

function polygon(context: Context, points: readonly (readonly [number, number])[]): void {
  points.forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.closePath();
}

/** The outline: filled with the sign's colour, or with paper and stroked where `isOpen`. */
export function traceOutline(sign: SignName, context: Context, x: number, y: number, r: number): void {
  switch (sign) {
    case 'interest':
    case 'front':
      return square(context, x, y, r);
    case 'conduit':
      return polygon(context, [
        [x, y - r],
        [x + r, y],
        [x, y + r],
        [x - r, y],
      ]);
    case 'purchaser':
      return polygon(context, [
        [x, y - r],
        [x + r, y + r * 0.8],
        [x - r, y + r * 0.8],
      ]);
    default:
      return circle(context, x, y, r);
  }
}

/** What is inside an open sign: the inner ring, the inner square, the three dots of a hub. */
export function traceCore(sign: SignName, context: Context, x: number, y: number, r: number): void {
  if (sign === 'victim') circle(context, x, y, r * 0.45);
  if (sign === 'front') square(context, x, y, r * 0.42);
  if (sign === 'hub') for (const i of [-1, 0, 1]) circle(context, x + i * r * 0.45, y, r * 0.13);
}

export function isOpenSign(sign: SignName): boolean {
  return sign === 'victim' || sign === 'front' || sign === 'undetermined' || sign === 'hub';
}

/** SVG paths of a sign in a box of 16 by 16. */
export function signPaths(sign: SignName): { readonly outline: string; readonly core: string } {
  const outline = path();
  const core = path();
  const r = sign === 'leaf' ? 3 : sign === 'conduit' ? 7 : 6;
  traceOutline(sign, outline, 8, 8, r);
  traceCore(sign, core, 8, 8, r);
  return { outline: outline.toString(), core: core.toString() };
}
