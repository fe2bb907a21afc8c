/**
 * Several small shops for personal services that share a landlord, a supplier, a signatory or
 * contacts and send what they earn over their costs to one account (FIN-2020-A008, section I.1: a
 * single storefront may be part of a larger network). Anchored at the receiving account. Counted as
 * a sign of the market, so that lawful chains need a sign of control beside it. Workers are never listed.
 */
import type { EndId } from '../formats/end-table.ts';
import { FIRST_SHARED_END } from '../formats/end-table.ts';
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import { booksOf, isPayroll, windowsOf } from './business-books.ts';
import type { Budget, GuardOutcome, Indicator, Settings, Values } from './indicator.ts';
import { count, dampedByGuards, days, evidenceOf, member, money, share, strengthAbove } from './measures.ts';
import { isPersonalService } from './personal-services.ts';
import {
  creditorDayOf,
  creditorOf,
  debtorOf,
  degreeIn,
  degreeOut,
  hasWords,
  isBusiness,
  isHolding,
  isOwn,
  isRent,
  isSameCustomer,
  rowsByCurrency,
  sumOf,
} from './read.ts';
import { windowOf } from './statistics.ts';
import type { View } from './view.ts';

const settings = {
  minStores: { default: 3, unit: 'count', reason: 'Two shops are a small family business.' },
  sharedAttributes: { default: 2, unit: 'count', reason: 'Kinds of things that the shops share; one may be chance.' },
  surplusToOne: {
    default: 0.6,
    unit: 'share',
    reason: 'Of what is left after costs: more than a fee or a loan takes.',
  },
  windowDays: { default: 120, unit: 'days', reason: 'A third of a year evens out months of stock and rent.' },
  minPayments: { default: 2, unit: 'count', reason: 'Per shop; a single transfer may be a purchase.' },
  mostPayers: { default: 10, unit: 'count', reason: 'A payee of more customers than that is shared by everybody.' },
} as const satisfies Settings;
type Current = Values<typeof settings>;

interface Store {
  readonly end: EndId;
  readonly rows: readonly TransactionIndex[];
  readonly share: number;
}

export default {
  id: 'storefront-network',
  title: 'Several small shops with one hidden hand',
  looksFor:
    'Three and more businesses for personal services that share two and more of landlord, supplier, signatory, address, telephone and mail, and send most of what is left after their costs to one account.',
  family: 'sex-market',
  points: 5,
  forms: { 'sexual-exploitation': 1, 'labour-exploitation': 0.6 },
  citations: [
    { source: 'FinCEN FIN-2020-A008, section I.1 (a storefront as part of a network)', confidence: 'read-in-part' },
  ],
  needs: [],
  settings,
  guards: [
    { id: 'open-ownership', pointsOff: 5 },
    { id: 'franchise-fees', pointsOff: 3 },
  ],
  innocent:
    'A franchise or a family chain with open ownership: the same customer in the register on all shops and the account with wages paid to staff, and invoices for what is sent, are tested.',
  find(view, s, anchor, budget, emit) {
    if (!isHolding(view, anchor) || degreeIn(view, anchor) < s.minStores * s.minPayments) return;
    const rows = into(view.adjacency, anchor);
    let businesses = 0;
    for (const tx of rows) if (isBusiness(view, debtorOf(view, tx))) businesses++;
    if (businesses < s.minStores * s.minPayments || !budget.spend(rows.length)) return;
    const sent = [...rows].filter((tx) => isBusiness(view, debtorOf(view, tx)) && !isRent(view, tx));
    for (const { currency, rows: part } of rowsByCurrency(view, sent)) {
      const stores = storesOf(view, s, part, currency, budget);
      if (stores.length < s.minStores) continue;
      const ends = stores.map(({ end }) => end);
      const shared = sharedKinds(view, s, anchor, ends, budget);
      if (shared < s.sharedAttributes) continue;
      const evidence = evidenceOf(stores.flatMap((store) => store.rows));
      const least = share(Math.min(...stores.map((store) => store.share)));
      const guards = [
        { id: 'open-ownership', outcome: openOwnership(view, anchor, ends) },
        { id: 'franchise-fees', outcome: franchiseFees(view, evidence) },
      ];
      const isInnocent = guards.some(({ outcome }) => outcome === 'held');
      const role = isBusiness(view, anchor) ? 'front-business' : 'possible-organiser';
      dampedByGuards(emit)({
        indicator: 'storefront-network',
        anchor,
        members: [
          member(anchor, isInnocent ? 'undetermined' : role, {
            for: [
              { id: 'reason.gets-the-surplus-of-shops', parameters: { stores: count(stores.length), share: least } },
            ],
            against: [{ id: isInnocent ? 'reason.innocent-reading-fits' : 'reason.may-be-a-chain' }],
          }),
          ...ends.map((end) =>
            member(end, isInnocent ? 'undetermined' : 'front-business', {
              for: [{ id: 'reason.shop-sends-its-surplus', parameters: { kinds: count(shared) } }],
              against: [{ id: 'reason.may-be-a-chain' }],
            }),
          ),
        ],
        observed: {
          stores: count(stores.length),
          kinds: count(shared),
          share: least,
          received: money(sumOf(view, evidence), currency),
        },
        threshold: {
          stores: count(s.minStores),
          kinds: count(s.sharedAttributes),
          share: share(s.surplusToOne),
          window: days(s.windowDays),
        },
        window: windowOf(view, evidence),
        strength: strengthAbove(stores.length, s.minStores),
        evidence,
        guards,
      });
    }
  },
} satisfies Indicator<typeof settings>;

/** Shops whose statement is held and which in some window send most of their surplus here, ascending. */
function storesOf(
  view: View,
  s: Current,
  sent: readonly TransactionIndex[],
  currency: number,
  budget: Budget,
): Store[] {
  const byStore = new Map<EndId, TransactionIndex[]>();
  for (const tx of sent) byStore.set(debtorOf(view, tx), [...(byStore.get(debtorOf(view, tx)) ?? []), tx]);
  const stores: Store[] = [];
  for (const [end, rows] of [...byStore].sort(([a], [b]) => a - b)) {
    if (rows.length < s.minPayments || !isOwn(view, end) || !isPersonalService(view, end)) continue;
    const kept = new Set<TransactionIndex>();
    let most = 0;
    for (const { from, before } of windowsOf(view, end, s.windowDays)) {
      if (!budget.spend(degreeIn(view, end) + degreeOut(view, end))) break;
      const inWindow = rows.filter((tx) => creditorDayOf(view, tx) >= from && creditorDayOf(view, tx) < before);
      if (inWindow.length < s.minPayments) continue;
      const books = booksOf(view, end, currency, from, before);
      // What goes to a business counts as a cost there; what is sent here is not one.
      const toAnchor = sumOf(view, inWindow);
      const to = creditorOf(view, inWindow[0] as number);
      const isCounted = isBusiness(view, to) && !isSameCustomer(view, to, end);
      const surplus = books.turnover - books.costs + (isCounted ? toAnchor : 0);
      if (surplus <= 0 || toAnchor < s.surplusToOne * surplus) continue;
      most = Math.max(most, Math.min(1, toAnchor / surplus));
      for (const tx of inWindow) kept.add(tx);
    }
    if (kept.size > 0) stores.push({ end, rows: [...kept], share: most });
  }
  return stores;
}

/** Kinds of things that enough of the shops have in common: contacts, signatory, landlord, another rare payee. */
function sharedKinds(view: View, s: Current, anchor: EndId, stores: readonly EndId[], budget: Budget): number {
  const { address, phone, email, proxy } = view.facts;
  let kinds = 0;
  for (const column of [address, phone, email, proxy]) {
    const times = new Map<number, number>();
    for (const end of stores) if (column[end]) times.set(column[end], (times.get(column[end]) ?? 0) + 1);
    if (Math.max(0, ...times.values()) >= s.minStores) kinds++;
  }
  const landlords = new Map<EndId, Set<EndId>>();
  const others = new Map<EndId, Set<EndId>>();
  for (const end of stores) {
    if (!budget.spend(degreeOut(view, end))) break;
    for (const tx of outOf(view.adjacency, end)) {
      const to = creditorOf(view, tx);
      if (to < FIRST_SHARED_END || to === anchor || stores.includes(to)) continue;
      const kind = isRent(view, tx) ? landlords : others;
      kind.set(to, (kind.get(to) ?? new Set()).add(end));
    }
  }
  const isShared = (kind: Map<EndId, Set<EndId>>): boolean =>
    [...kind].some(([to, payers]) => payers.size >= s.minStores && fewPayers(view, to, s.mostPayers));
  return kinds + (isShared(landlords) ? 1 : 0) + (isShared(others) ? 1 : 0);
}

function fewPayers(view: View, end: EndId, most: number): boolean {
  const payers = new Set<EndId>();
  for (const tx of into(view.adjacency, end)) {
    payers.add(debtorOf(view, tx));
    if (payers.size > most) return false;
  }
  return true;
}

/** One customer on all records, and staff who are paid. */
function openOwnership(view: View, anchor: EndId, stores: readonly EndId[]): GuardOutcome {
  if ((view.facts.customer[anchor] ?? 0) === 0) return 'untestable';
  if (!stores.every((end) => isSameCustomer(view, anchor, end))) return 'failed';
  return stores.every((end) => outOf(view.adjacency, end).some((tx) => isPayroll(view, tx))) ? 'held' : 'failed';
}

function franchiseFees(view: View, rows: readonly TransactionIndex[]): GuardOutcome {
  if (!view.met.has('text')) return 'untestable';
  const invoiced = rows.filter((tx) => hasWords(view, tx, wordBit.invoice)).length;
  return invoiced * 2 >= rows.length ? 'held' : 'failed';
}
