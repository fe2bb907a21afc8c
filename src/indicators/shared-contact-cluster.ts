/**
 * Holders without a common customer number who share address, phone or mail, most of them paying one
 * account (FIN-2020-A008; FIN-2014-A008). Rests on the register: evidence stays empty, so that
 * sweeps to the same account remain another family's rows. Where a protected address is among the
 * holders nothing is shown at all.
 * Over 300 lines because classes of contacts and the money between holders are one search.
 */
import { type EndId } from '../formats/end-table.ts';
import { NO_DAY } from '../days.ts';
import { into, outOf } from '../graph/adjacency.ts';
import type { EndFacts } from '../ledger/end-facts.ts';
import type { Budget, Indicator, Settings, Values } from './indicator.ts';
import { count, dampedByGuards, lowerMedian, member, share, strengthAbove } from './measures.ts';
import {
  amountOf,
  creditorOf,
  currencyOf,
  debtorOf,
  degreeIn,
  endsOfClass,
  isBusiness,
  isHolding,
  isPersonal,
  isSameCustomer,
  isWage,
} from './read.ts';
import type { View } from './view.ts';

const settings = {
  minHolders: { default: 4, unit: 'count', reason: 'A family of three adults shares contacts; indicators.md.' },
  maxHolders: { default: 40, unit: 'count', reason: 'Above it the value is a hostel, an agent or a default entry.' },
  sameOpeningDays: { default: 14, unit: 'days', reason: 'People taken to the bank together are taken within days.' },
  moneyEdgeToOne: {
    default: 0.5,
    unit: 'share',
    reason: 'Half of the holders pay one account; some have only just arrived.',
  },
  minPayments: { default: 2, unit: 'count', reason: 'One transfer is a bill split; a habit begins with the second.' },
  recipientShare: {
    default: 0.1,
    unit: 'share',
    reason: 'Below it the recipient is everybody’s landlord or telephone company.',
  },
  keptShare: {
    default: 0.3,
    unit: 'share',
    reason: 'Of their income; employees who send less than this to anybody keep their wages.',
  },
} as const satisfies Settings;
type S = Values<typeof settings>;

interface Clusters {
  /** Cluster of each end, 0 = none. */
  readonly of: Uint32Array;
  /** Members ascending; index 0 unused. */
  readonly members: readonly (readonly EndId[])[];
}
/** A pure function of facts and the limit, kept because a search asks for it at every anchor. */
const kept = new WeakMap<EndFacts, Map<string, Clusters>>();

export default {
  id: 'shared-contact-cluster',
  title: 'Unrelated holders share contacts and pay one account',
  looksFor:
    'Several customers registered with the same address, phone or mail, above all where most of them pay one account.',
  family: 'shared-contact',
  points: 5,
  forms: {
    'sexual-exploitation': 0.5,
    'labour-exploitation': 0.5,
    'debt-bondage': 0.5,
    'domestic-servitude': 0.3,
    'forced-criminality': 0.4,
  },
  citations: [
    { source: 'FinCEN FIN-2020-A008, common identifiers', confidence: 'read' },
    { source: 'FinCEN FIN-2014-A008, via a red-flag digest', confidence: 'read' },
  ],
  needs: ['contacts'],
  settings,
  guards: [
    { id: 'institution-address', pointsOff: 5 },
    { id: 'no-common-recipient', pointsOff: 4 },
    { id: 'employer-housing', pointsOff: 4 },
    { id: 'shared-rent', pointsOff: 5 },
  ],
  innocent:
    'A students’ hall, a centre for refugees, employer housing, a care home, an accountant’s address: many share the address, hardly anybody phone or mail, and no private account takes the money. Protected addresses suppress the finding.',
  find(view, s, anchor, budget, emit) {
    const report = dampedByGuards(emit);
    const clusters = clustersOf(view.facts, s);
    const near = new Set<number>();
    const own = clusters.of[anchor] as number;
    if (own !== 0) near.add(own);
    const degree = degreeIn(view, anchor);
    if (degree >= s.minPayments && clusters.members.length > 1) {
      const least = Math.max(2 * s.minPayments, s.recipientShare * degree);
      const rowsOf = new Map<number, number>();
      for (const tx of into(view.adjacency, anchor)) {
        const cluster = clusters.of[debtorOf(view, tx)] as number;
        if (cluster !== 0) rowsOf.set(cluster, (rowsOf.get(cluster) ?? 0) + 1);
      }
      for (const [cluster, rows] of rowsOf) if (rows >= least) near.add(cluster);
    }
    for (const id of [...near].sort((a, b) => a - b)) {
      const holders = clusters.members[id] as readonly EndId[];
      const isRelevant = holders[0] === anchor || isPaidByMany(view, s, holders, anchor);
      if (!isRelevant) continue;
      const recipient = recipientOf(view, s, holders, budget);
      if ((recipient?.end ?? holders[0]) !== anchor) continue;
      const isAddressOnly = sharingPhoneOrMail(view.facts, holders) * 2 < holders.length;
      const isInstitution = isAddressOnly && (recipient === undefined || isBusiness(view, recipient.end));
      const people = new Set(holders.map((end) => holderKey(view.facts, end))).size;
      const together = openedTogether(view.facts, holders, s.sameOpeningDays);
      const others = holders.filter((end) => end !== recipient?.end);
      const isSharedRent =
        recipient !== undefined && holders.includes(recipient.end) && paysOnAsRent(view, recipient.end, others);
      const isControl = recipient !== undefined && !isInstitution && !(isAddressOnly && isSharedRent);
      report({
        indicator: 'shared-contact-cluster',
        anchor,
        members: [...(recipient && !holders.includes(recipient.end) ? [recipient.end] : []), ...holders].map((end) =>
          end === recipient?.end
            ? member(end, isControl ? 'possible-controller' : 'undetermined', {
                for: [
                  { id: 'reason.paid-by-holders-with-one-contact', parameters: { payers: count(recipient.payers) } },
                ],
              })
            : member(end, isControl && !isAddressOnly ? 'possible-victim' : 'undetermined', {
                for: [{ id: 'reason.contact-shared', parameters: { holders: count(people) } }],
                against: isAddressOnly ? [{ id: 'reason.address-alone-shared' }] : [],
              }),
        ),
        observed: {
          holders: count(people),
          payers: count(recipient?.payers ?? 0),
          share: share((recipient?.payers ?? 0) / Math.max(1, others.length)),
          openedTogether: count(together),
        },
        threshold: { holders: count(s.minHolders), share: share(s.moneyEdgeToOne) },
        window: { from: view.from, to: view.to },
        strength: Math.min(200, strengthAbove(people, s.minHolders) + (together >= s.minHolders ? 25 : 0)),
        evidence: [],
        guards: [
          { id: 'institution-address', outcome: isInstitution ? 'held' : 'failed' },
          { id: 'no-common-recipient', outcome: recipient ? 'failed' : 'held' },
          {
            id: 'employer-housing',
            outcome: isAddressOnly && keepsWagesOfOneEmployer(view, s, others) ? 'held' : 'failed',
          },
          { id: 'shared-rent', outcome: isAddressOnly && isSharedRent ? 'held' : 'failed' },
        ],
      });
    }
  },
} satisfies Indicator<typeof settings>;

function holderKey(facts: EndFacts, end: EndId): number {
  const customer = facts.customer[end] ?? 0;
  return customer === 0 ? -end : customer;
}

function clustersOf(facts: EndFacts, s: S): Clusters {
  const key = `${s.minHolders} ${s.maxHolders}`;
  const held = kept.get(facts)?.get(key);
  if (held) return held;
  const ends = facts.registered.length;
  const parent = new Uint32Array(ends).map((_, end) => end);
  const root = (end: number): number => {
    let at = end;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] as number] as number;
    return at;
  };
  for (const column of [facts.address, facts.phone, facts.email]) {
    for (let end = 0; end < ends; end++) {
      const value = column[end] as number;
      if (value === 0 || facts.holder[end] === 2) continue;
      const sharing = endsOfClass(column, value);
      // Once for each value, from its first end.
      if (sharing.find((other) => facts.holder[other] !== 2) !== end || sharing.length > 4 * s.maxHolders) continue;
      const people = [...sharing].filter((other) => facts.holder[other] !== 2);
      if (new Set(people.map((other) => holderKey(facts, other))).size > s.maxHolders) continue;
      for (const other of people) {
        const [a, b] = [root(end), root(other)];
        if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
  }
  const lists = new Map<number, EndId[]>();
  for (let end = 0; end < ends; end++) {
    const at = root(end);
    if (at === end && !lists.has(at)) continue;
    const list = lists.get(at);
    if (list) list.push(end);
    else lists.set(at, [end]);
  }
  const of = new Uint32Array(ends);
  const members: EndId[][] = [[]];
  for (const [first, rest] of [...lists].sort(([a], [b]) => a - b)) {
    const all = rest[0] === first ? rest : [first, ...rest];
    const people = new Set(all.map((end) => holderKey(facts, end))).size;
    if (people < s.minHolders || people > s.maxHolders || all.some((end) => facts.protectedAddress[end] === 1))
      continue;
    for (const end of all) of[end] = members.length;
    members.push(all);
  }
  const clusters = { of, members };
  const bySettings = kept.get(facts) ?? new Map<string, Clusters>();
  bySettings.set(key, clusters);
  kept.set(facts, bySettings);
  return clusters;
}

/** Cheap test before a recipient is chosen: does enough of the cluster pay this end at all? */
function isPaidByMany(view: View, s: S, holders: readonly EndId[], end: EndId): boolean {
  const inside = new Set(holders);
  const payers = new Set<EndId>();
  for (const tx of into(view.adjacency, end)) if (inside.has(debtorOf(view, tx))) payers.add(debtorOf(view, tx));
  return payers.size >= s.moneyEdgeToOne * (holders.length - (inside.has(end) ? 1 : 0));
}

/** The account that most of the holders pay repeatedly and that is not everybody's payee. */
function recipientOf(
  view: View,
  s: S,
  holders: readonly EndId[],
  budget: Budget,
): { end: EndId; payers: number } | undefined {
  const payers = new Map<EndId, number>();
  const payments = new Map<EndId, number>();
  for (const holder of holders) {
    const rows = outOf(view.adjacency, holder);
    if (!budget.spend(rows.length)) break;
    const times = new Map<EndId, number>();
    for (const tx of rows) {
      const to = creditorOf(view, tx);
      if (isHolding(view, to) && !isSameCustomer(view, holder, to)) times.set(to, (times.get(to) ?? 0) + 1);
    }
    for (const [to, n] of times) {
      if (n < s.minPayments) continue;
      payers.set(to, (payers.get(to) ?? 0) + 1);
      payments.set(to, (payments.get(to) ?? 0) + n);
    }
  }
  let top: { end: EndId; payers: number } | undefined;
  for (const [end, n] of payers) {
    const others = holders.length - (holders.includes(end) ? 1 : 0);
    if (n < 2 || n < s.moneyEdgeToOne * others) continue;
    if ((payments.get(end) ?? 0) < s.recipientShare * degreeIn(view, end)) continue;
    if (!top || n > top.payers || (n === top.payers && end < top.end)) top = { end, payers: n };
  }
  return top;
}

/** One of the holders collects the others' shares and pays at least as much to one payee in single sums: a joint rent. */
function paysOnAsRent(view: View, collector: EndId, others: readonly EndId[]): boolean {
  const shares = new Map<EndId, number[]>();
  for (const tx of into(view.adjacency, collector)) {
    if (!others.includes(debtorOf(view, tx))) continue;
    const list = shares.get(debtorOf(view, tx));
    if (list) list.push(amountOf(view, tx));
    else shares.set(debtorOf(view, tx), [amountOf(view, tx)]);
  }
  let together = 0;
  for (const amounts of shares.values()) together += lowerMedian(amounts);
  const rents = new Map<EndId, number>();
  for (const tx of outOf(view.adjacency, collector)) {
    if (amountOf(view, tx) >= together && !others.includes(creditorOf(view, tx)))
      rents.set(creditorOf(view, tx), (rents.get(creditorOf(view, tx)) ?? 0) + 1);
  }
  return Math.max(0, ...rents.values()) >= 2;
}

function sharingPhoneOrMail(facts: EndFacts, holders: readonly EndId[]): number {
  const isShared = (column: Uint32Array, end: EndId): boolean =>
    (column[end] ?? 0) !== 0 &&
    holders.some(
      (other) => other !== end && column[other] === column[end] && holderKey(facts, other) !== holderKey(facts, end),
    );
  return holders.filter((end) => isShared(facts.phone, end) || isShared(facts.email, end)).length;
}

function openedTogether(facts: EndFacts, holders: readonly EndId[], days: number): number {
  const opened = holders.map((end) => facts.openedDay[end] as number).filter((day) => day !== NO_DAY);
  return Math.max(0, ...opened.map((first) => opened.filter((day) => day >= first && day < first + days).length));
}

/** Most are paid wages by one business, and nobody private takes much of them. */
function keepsWagesOfOneEmployer(view: View, s: S, holders: readonly EndId[]): boolean {
  const employers = new Map<EndId, number>();
  let keeping = 0;
  for (const holder of holders) {
    const paidBy = new Set<EndId>();
    let currency = 0;
    let income = 0;
    for (const tx of into(view.adjacency, holder)) {
      if (!isWage(view, tx) || !isBusiness(view, debtorOf(view, tx))) continue;
      if (currency === 0) currency = currencyOf(view, tx);
      paidBy.add(debtorOf(view, tx));
      if (currencyOf(view, tx) === currency) income += amountOf(view, tx);
    }
    for (const employer of paidBy) employers.set(employer, (employers.get(employer) ?? 0) + 1);
    const sent = new Map<EndId, number>();
    for (const tx of outOf(view.adjacency, holder)) {
      const to = creditorOf(view, tx);
      if (currencyOf(view, tx) !== currency || !isHolding(view, to) || !isPersonal(view, to)) continue;
      sent.set(to, (sent.get(to) ?? 0) + amountOf(view, tx));
    }
    if (income > 0 && Math.max(0, ...sent.values()) < s.keptShare * income) keeping++;
  }
  return Math.max(0, ...employers.values()) * 2 > holders.length && keeping * 2 > holders.length;
}
