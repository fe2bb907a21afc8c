/**
 * Left-to-right layers by the direction of money (Sugiyama, Tagawa & Toda 1981): cycles are opened
 * where least money flows back (Eades, Lin & Smyth 1993), layers are longest paths, and barycentres
 * order each layer. No randomness: the same network is always drawn the same.
 */
export interface FlowLink {
  readonly source: number;
  readonly target: number;
  readonly weight: number;
}

const COLUMN = 210;
const ROW = 62;
const SWEEPS = 12;

/** Order of ends in which most money goes forward. */
function forwardOrder(count: number, links: readonly FlowLink[]): number[] {
  const net = new Float64Array(count);
  const outs = Array.from({ length: count }, (): FlowLink[] => []);
  const ins = Array.from({ length: count }, (): FlowLink[] => []);
  for (const link of links) {
    if (link.source === link.target) continue;
    outs[link.source]?.push(link);
    ins[link.target]?.push(link);
    net[link.source]! += link.weight;
    net[link.target]! -= link.weight;
  }
  const outLeft = outs.map((list) => list.length);
  const inLeft = ins.map((list) => list.length);
  const left = new Set(Array.from({ length: count }, (_, i) => i));
  const head: number[] = [];
  const tail: number[] = [];
  const take = (node: number, place: number[]): void => {
    place.push(node);
    left.delete(node);
    for (const link of outs[node]!) {
      inLeft[link.target]!--;
      net[link.target]! += link.weight;
    }
    for (const link of ins[node]!) {
      outLeft[link.source]!--;
      net[link.source]! -= link.weight;
    }
  };
  while (left.size > 0) {
    let isChanged = false;
    for (const node of left) {
      if (outLeft[node] === 0) take(node, tail);
      else if (inLeft[node] === 0) take(node, head);
      else continue;
      isChanged = true;
    }
    if (isChanged) continue;
    let best = -1;
    for (const node of left) if (best < 0 || net[node]! > net[best]!) best = node;
    take(best, head);
  }
  return [...head, ...tail.reverse()];
}

function layersOf(count: number, links: readonly FlowLink[]): Int32Array {
  const order = forwardOrder(count, links);
  const place = new Int32Array(count);
  order.forEach((node, i) => (place[node] = i));
  const isForward = (link: FlowLink): boolean => place[link.source]! < place[link.target]!;
  const after = Array.from({ length: count }, (): number[] => []);
  const before = Array.from({ length: count }, (): number[] => []);
  for (const link of links) {
    if (link.source === link.target) continue;
    const [a, b] = isForward(link) ? [link.source, link.target] : [link.target, link.source];
    after[a]?.push(b);
    before[b]?.push(a);
  }
  const layer = new Int32Array(count);
  for (const node of order) for (const next of after[node]!) layer[next] = Math.max(layer[next]!, layer[node]! + 1);
  // A source stands just before what it pays.
  for (const node of [...order].reverse()) {
    if (before[node]!.length === 0 && after[node]!.length > 0)
      layer[node] = Math.min(...after[node]!.map((next) => layer[next]!)) - 1;
  }
  return layer;
}

/**
 * @param aspect width over height of the place to fill; heights are stretched towards it
 * @returns x, y pairs, centred on 0, 0
 */
export function flowLayout(count: number, links: readonly FlowLink[], aspect: number): Float32Array {
  const layer = layersOf(count, links);
  const neighbours = Array.from({ length: count }, (): FlowLink[] => []);
  for (const link of links) {
    neighbours[link.source]?.push(link);
    neighbours[link.target]?.push(link);
  }
  const columns = new Map<number, number[]>();
  for (let node = 0; node < count; node++) columns.set(layer[node]!, [...(columns.get(layer[node]!) ?? []), node]);
  const keys = [...columns.keys()].sort((a, b) => a - b);
  const y = new Float64Array(count);
  const spread = (column: readonly number[]): void =>
    column.forEach((node, i) => (y[node] = i - (column.length - 1) / 2));
  for (const key of keys) spread(columns.get(key)!);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const key of sweep % 2 === 0 ? keys : [...keys].reverse()) {
      const column = columns.get(key)!;
      const centre = new Map(
        column.map((node) => {
          const others = neighbours[node]!.map((link) => (link.source === node ? link.target : link.source)).filter(
            (other) => layer[other] !== key,
          );
          return [
            node,
            others.length === 0 ? y[node]! : others.reduce((sum, other) => sum + y[other]!, 0) / others.length,
          ];
        }),
      );
      column.sort((a, b) => centre.get(a)! - centre.get(b)! || a - b);
      spread(column);
    }
  }
  const positions = new Float32Array(count * 2);
  const tallest = Math.max(1, ...[...columns.values()].map((column) => column.length));
  const most = Math.max(14, Math.ceil(Math.sqrt(count) * 1.6));
  let x = 0;
  for (const key of keys) {
    const column = columns.get(key)!;
    const lanes = Math.ceil(column.length / most);
    const rows = Math.ceil(column.length / lanes);
    // Short columns spread out a little, so that edges fan rather than bunch.
    const gap = ROW * Math.min(2.4, Math.max(1, Math.sqrt(Math.min(tallest, most) / rows)));
    column.forEach((node, i) => {
      const row = Math.floor(i / lanes) - (rows - 1) / 2;
      const bow = rows > 3 ? Math.abs(row / ((rows - 1) / 2)) ** 1.8 * Math.min(44, rows * 5) : 0;
      positions[2 * node] = x + (i % lanes) * 64 + bow;
      positions[2 * node + 1] = row * gap;
    });
    x += COLUMN + (lanes - 1) * 64 + (column.length > 3 ? 24 : 0);
  }
  const wide = Math.max(1, x - COLUMN);
  let tall = 1;
  for (let node = 0; node < count; node++) tall = Math.max(tall, 2 * Math.abs(positions[2 * node + 1]!));
  const stretch = Math.max(0.8, Math.min(1.9, wide / aspect / tall));
  for (let node = 0; node < count; node++) {
    positions[2 * node]! -= (x - COLUMN) / 2;
    positions[2 * node + 1]! *= stretch;
  }
  return positions;
}
