/**
 * A lead's network as nodes and edges: one node per account, a leaf per account for its cash, bank
 * and unknown sides, one edge per pair and direction with every payment between them.
 */
import { isoDate, type Day } from '../days.ts';
import { FIRST_SHARED_END, type EndId } from '../formats/end-table.ts';
import { amountAt } from '../formats/entry-columns.ts';
import { findCommunities } from '../graph/communities.ts';
import { neighbourhood } from '../graph/neighbourhood.ts';
import type { Disclosure } from '../leads/disclosure.ts';
import type { Lead } from '../leads/lead.ts';
import { countryOf, holderTypes } from '../ledger/end-facts.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { currencyCode, decimalText, type PackedCurrency } from '../money.ts';
import type { LeadDetail } from '../server/api.ts';
import { ExactSum } from './exact-sum.ts';
import { leadTransactions, sharedNeighbours, type SharedNeighbour, type Surroundings } from './lead-transactions.ts';
import type { Telling } from './leads-report.ts';
import { edgeKey, nodeKey } from './network-keys.ts';
import { weightOf } from './price-weight.ts';
import { hubNote } from './wording.ts';

type Node = LeadDetail['nodes'][number];
type Edge = LeadDetail['edges'][number];

interface Gathered {
  readonly from: string;
  readonly to: string;
  readonly sums: Map<PackedCurrency, ExactSum>;
  count: number;
  weight: number;
  evidence: number;
  first: Day;
  last: Day;
}

/** Nodes in order of their first payment, edges likewise. */
export function leadNetwork(
  { ledger, disclosure }: Pick<Telling, 'ledger' | 'disclosure'>,
  surroundings: Surroundings,
  lead: Lead,
): { nodes: Node[]; edges: Edge[] } {
  const { prices } = surroundings.view;
  const evidence = new Set(lead.evidence);
  const seen = new Map<string, { readonly end: EndId; readonly beside: EndId }>();
  const edges = new Map<string, Gathered>();
  const see = (end: EndId, beside: EndId): string => {
    const key = nodeKey(disclosure, end, beside);
    if (!seen.has(key)) seen.set(key, { end, beside });
    return key;
  };
  for (const { end } of lead.accounts) see(end, end);
  for (const tx of leadTransactions(surroundings, lead)) {
    const debtor = ledger.columns.debtor[tx] as EndId;
    const creditor = ledger.columns.creditor[tx] as EndId;
    const day = ledger.columns.debtorDay[tx] as Day;
    const key = edgeKey(disclosure, debtor, creditor);
    let edge = edges.get(key);
    if (!edge) {
      const [from, to] = [see(debtor, creditor), see(creditor, debtor)];
      edge = { from, to, sums: new Map(), count: 0, weight: 0, evidence: 0, first: day, last: day };
      edges.set(key, edge);
    }
    const currency = ledger.columns.currency?.[tx] ?? 0;
    const sum = edge.sums.get(currency) ?? new ExactSum();
    edge.sums.set(currency, sum);
    sum.add(amountAt(ledger.columns, tx));
    edge.count++;
    edge.weight += weightOf(ledger, prices, tx);
    if (evidence.has(tx)) edge.evidence++;
    if (day < edge.first) edge.first = day;
    if (day > edge.last) edge.last = day;
  }
  const ends = [...seen.values()].map(({ end }) => end);
  const { graph } = neighbourhood(ledger.columns, surroundings.adjacency, ends, { hops: 0 });
  const communities = findCommunities(graph).of;
  const describe = nodeMaker(ledger, disclosure, lead, sharedNeighbours(surroundings, lead));
  return {
    nodes: [...seen].map(([key, { end, beside }]) =>
      describe(key, end, communities.get(end) ?? communities.get(beside) ?? 0),
    ),
    edges: [...edges].map(([key, edge]) => edgeReport(key, edge)),
  };
}

function nodeMaker(
  ledger: Ledger,
  disclosure: Disclosure,
  lead: Lead,
  neighbours: readonly SharedNeighbour[],
): (key: string, end: EndId, community: number) => Node {
  const roles = new Map(lead.accounts.map(({ end, role }) => [end, role]));
  const hubs = new Map(neighbours.filter(({ isHub }) => isHub).map((hub) => [hub.end, hub]));
  return (key, end, community) => {
    const country = countryOf(ledger.facts, end);
    const hub = hubs.get(end);
    return {
      key,
      label: disclosure.end(end),
      role: roles.get(end) ?? 'undetermined',
      kind: hub ? 'hub' : kindOf(ledger, end),
      holder: holderTypes[ledger.facts.holder[end] ?? 0] ?? 'unknown',
      ...(country === undefined ? {} : { country }),
      community,
      own: ledger.ends.isOwn(end),
      ...(hub ? { note: hubNote(hub.others) } : {}),
    };
  };
}

function kindOf(ledger: Ledger, end: EndId): Node['kind'] {
  if (end < FIRST_SHARED_END) return 'leaf';
  const kind = ledger.ends.kind(end);
  if (kind === 'account' || kind === 'card' || kind === 'wallet' || kind === 'name') return kind;
  // A cash machine stands where a shop would: many use it.
  return 'merchant';
}

function edgeReport(key: string, { from, to, sums, count, weight, evidence, first, last }: Gathered): Edge {
  const amounts = [...sums].map(([currency, sum]): [string, string] => [
    currencyCode(currency),
    decimalText(sum.value, currency),
  ]);
  return {
    key,
    from,
    to,
    count,
    amounts: Object.fromEntries(amounts.sort(([a], [b]) => (a < b ? -1 : 1))),
    weight,
    first: isoDate(first),
    last: isoDate(last),
    evidence,
  };
}
