/**
 * What the network draws: the lead's ends and its payments added up per direction. With a brush
 * the edges are added up again from the rows, so that drawing and table cannot disagree.
 */
import type { LeadDetail, NetworkEdge, NetworkNode, TransactionRow } from '../contract.ts';
import { addAmounts } from '../wording/money.ts';
import { signOf, signRadius, type SignName } from './signs.ts';

export interface DrawnNode extends NetworkNode {
  readonly sign: SignName;
  readonly radius: number;
}

export interface NetworkModel {
  readonly nodes: readonly DrawnNode[];
  /** Those with payments in the brush, by weight. */
  readonly edges: readonly NetworkEdge[];
}

export function networkNodes(detail: LeadDetail): DrawnNode[] {
  return detail.nodes.map((node) => {
    const sign = signOf(node);
    return { ...node, sign, radius: signRadius[sign] };
  });
}

/** The edges of the given rows, weights in proportion to the edge's own (they are for widths only). */
export function edgesOfRows(edges: readonly NetworkEdge[], rows: readonly TransactionRow[]): NetworkEdge[] {
  const byEnds = new Map<string, TransactionRow[]>();
  for (const row of rows) {
    const key = `${row.debtorKey}\n${row.creditorKey}`;
    const list = byEnds.get(key);
    if (list) list.push(row);
    else byEnds.set(key, [row]);
  }
  return edges.flatMap((edge) => {
    const list = byEnds.get(`${edge.from}\n${edge.to}`);
    if (!list) return [];
    const amounts: Record<string, string> = {};
    for (const { currency, amount } of list) addAmounts(amounts, currency, amount);
    const shares = Object.entries(amounts).map(
      ([currency, part]) => Number(part) / Math.max(1e-9, Number(edge.amounts[currency] ?? part)),
    );
    const share = shares.reduce((sum, one) => sum + one, 0) / Math.max(1, Object.keys(edge.amounts).length);
    const days = list.map(({ debtorDay }) => debtorDay).sort();
    return [
      {
        ...edge,
        count: list.length,
        amounts,
        weight: edge.weight * Math.min(1, share),
        first: days[0] ?? edge.first,
        last: days.at(-1) ?? edge.last,
        evidence: list.filter(({ indicators }) => indicators.length > 0).length,
      },
    ];
  });
}

export function networkModel(
  detail: LeadDetail,
  nodes: readonly DrawnNode[],
  brushedRows: readonly TransactionRow[] | undefined,
): NetworkModel {
  const edges = brushedRows === undefined ? detail.edges : edgesOfRows(detail.edges, brushedRows);
  return { nodes, edges: [...edges].sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1)) };
}
