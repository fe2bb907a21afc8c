/**
 * Which payments a lead's views show: those among its accounts, those between them and leaves such
 * as cash, those with a few outsiders that several of them share, and all evidence. Outsiders with
 * many payments are hubs: shown, never walked through.
 */
import { FIRST_SHARED_END, type EndId } from '../formats/end-table.ts';
import { into, outOf, type Adjacency } from '../graph/adjacency.ts';
import type { PriceLevels } from '../indicators/price-levels.ts';
import type { Lead } from '../leads/lead.ts';
import type { Ledger, TransactionIndex } from '../ledger/ledger.ts';

/** Outsiders that are shown beside the lead's accounts. */
const MOST_SHARED = 8;
/** Other ends that an outsider has payments with, from which on it is a hub. */
const HUB_ENDS = 50;

export interface Searched {
  readonly ledger: Ledger;
  readonly adjacency: Adjacency;
}

/** What a lead's page is drawn from. */
export interface Surroundings extends Searched {
  readonly view: { readonly prices: PriceLevels };
}

export interface SharedNeighbour {
  readonly end: EndId;
  /** Accounts of the lead that it has payments with. */
  readonly shared: number;
  /** Ends that it has payments with in the whole case. */
  readonly others: number;
  readonly isHub: boolean;
}

const held = new WeakMap<
  Lead,
  { readonly transactions: readonly TransactionIndex[]; readonly neighbours: readonly SharedNeighbour[] }
>();

/** In ledger order. */
export function leadTransactions(searched: Searched, lead: Lead): readonly TransactionIndex[] {
  return reach(searched, lead).transactions;
}

/** Outsiders that at least two of the lead's accounts have payments with, most shared first. */
export function sharedNeighbours(searched: Searched, lead: Lead): readonly SharedNeighbour[] {
  return reach(searched, lead).neighbours;
}

function reach(searched: Searched, lead: Lead): NonNullable<ReturnType<typeof held.get>> {
  let found = held.get(lead);
  if (!found) held.set(lead, (found = search(searched, lead)));
  return found;
}

function search({ ledger, adjacency }: Searched, lead: Lead): NonNullable<ReturnType<typeof held.get>> {
  const members = new Set(lead.accounts.map(({ end }) => end));
  // Purchasers pay; what else they do is nobody's business here.
  const walked = lead.accounts.filter(({ role }) => role !== 'possible-purchaser').map(({ end }) => end);
  const { debtor, creditor } = ledger.columns;
  const found = new Set<TransactionIndex>(lead.evidence);
  const outside = new Map<EndId, { accounts: Set<EndId>; rows: TransactionIndex[] }>();
  const meet = (own: EndId, other: EndId, tx: TransactionIndex): void => {
    if (other < FIRST_SHARED_END || members.has(other)) found.add(tx);
    else {
      const met = outside.get(other) ?? { accounts: new Set(), rows: [] };
      outside.set(other, met);
      met.accounts.add(own);
      met.rows.push(tx);
    }
  };
  for (const own of walked) {
    for (const tx of outOf(adjacency, own)) meet(own, creditor[tx] as EndId, tx);
    for (const tx of into(adjacency, own)) meet(own, debtor[tx] as EndId, tx);
  }
  const shared = [...outside]
    .filter(([, { accounts }]) => accounts.size > 1)
    .sort(([a, x], [b, y]) => y.accounts.size - x.accounts.size || y.rows.length - x.rows.length || a - b)
    .slice(0, MOST_SHARED);
  const neighbours = shared.map(([end, { accounts, rows }]): SharedNeighbour => {
    for (const tx of rows) found.add(tx);
    const others = new Set<EndId>();
    for (const tx of outOf(adjacency, end)) others.add(creditor[tx] as EndId);
    for (const tx of into(adjacency, end)) others.add(debtor[tx] as EndId);
    return { end, shared: accounts.size, others: others.size, isHub: others.size > HUB_ENDS };
  });
  return { transactions: [...found].sort((a, b) => a - b), neighbours };
}
