/**
 * One account pays lodging, pharmacy, take-away, clothes, telephone and taxis in amounts for several
 * people (FIN-2020-A008; FINTRAC 2016; AUSTRAC). Each kind must stand above what other accounts in
 * the same files buy. Weak by itself: large families, bands and teams buy like this.
 */
import type { Day } from '../days.ts';
import { into, outOf } from '../graph/adjacency.ts';
import type { TransactionColumns } from '../ledger/ledger.ts';
import type { GuardOutcome, Indicator, Settings } from './indicator.ts';
import { count, dampedByGuards, evidenceOf, member, money, share, strengthAbove } from './measures.ts';
import {
  amountOf,
  creditorDayOf,
  currencyOf,
  debtorDayOf,
  debtorOf,
  degreeOut,
  isBusiness,
  isOwn,
  isPrivate,
  isWage,
  mccOf,
  rowsByCurrency,
  slideWindows,
  sumOf,
  topRecipient,
} from './read.ts';
import { paysTrade, trade, upkeepKind } from './trade-signs.ts';
import type { View } from './view.ts';

const settings = {
  windowDays: { default: 30, unit: 'days', reason: 'A month, as indicators.md counts.' },
  minCategories: { default: 4, unit: 'count', reason: 'Of six kinds of upkeep; breadth is the sign.' },
  leastInCategory: {
    default: 4,
    unit: 'count',
    reason: 'Purchases a month from which on a kind counts at all: once a week.',
  },
  leastTopUps: {
    default: 8,
    unit: 'count',
    reason: 'AUSTRAC: telephone top-ups from daily to a few a week; two a week.',
  },
  peerShare: { default: 0.95, unit: 'share', reason: 'More than so many of the other accounts buy in a month.' },
  leastPeers: { default: 40, unit: 'count', reason: 'With fewer accounts with purchases the floors alone decide.' },
  multipleDays: {
    default: 3,
    unit: 'count',
    reason: 'Days with two purchases of one kind: bought for more than one person.',
  },
  takenShare: {
    default: 0.6,
    unit: 'share',
    reason: 'Of the income to one recipient: only upkeep is left to the holder.',
  },
  reimbursedShare: { default: 0.8, unit: 'share', reason: 'Of the basket, paid back by one business beside wages.' },
} as const satisfies Settings;

const KINDS = 6;
const TOP_UPS = 4;

export default {
  id: 'upkeep-basket',
  title: 'One account pays living costs for several people',
  looksFor:
    'A month in which one account buys lodging, pharmacy goods, take-away, clothes, telephone credit and taxi rides far more often than other accounts, several at a time.',
  family: 'sex-market',
  points: 3,
  forms: { 'sexual-exploitation': 0.7, 'labour-exploitation': 0.5 },
  citations: [
    { source: 'FinCEN FIN-2020-A008, covering victims’ living costs', confidence: 'read' },
    { source: 'FINTRAC 2016 list, via MrWatchlist', confidence: 'read' },
    { source: 'AUSTRAC forced sexual servitude guide 2022', confidence: 'read' },
  ],
  needs: ['mcc'],
  settings,
  guards: [
    { id: 'reimbursed-by-business', pointsOff: 2 },
    { id: 'business-holder', pointsOff: 2 },
    { id: 'one-journey', pointsOff: 1 },
  ],
  innocent:
    'A large family, a care home, a youth group’s leader, a film crew, a band on tour, a team, a frequent traveller: repayment by one business, a business as holder and a single journey are tested.',
  find(view, s, anchor, budget, emit) {
    const report = dampedByGuards(emit);
    if (!paysTrade(view, anchor, trade.upkeep) || degreeOut(view, anchor) < s.minCategories * s.leastInCategory) return;
    const rows = outOf(view.adjacency, anchor);
    const totals = new Uint32Array(KINDS);
    for (const tx of rows) {
      const kind = upkeepKind(mccOf(view, tx));
      if (kind >= 0) totals[kind] = (totals[kind] as number) + 1;
    }
    if (totals.filter((held) => held >= s.leastInCategory).length < s.minCategories || !budget.spend(rows.length))
      return;
    const least = leastOf(view, s);
    for (const { currency, rows: basket } of rowsByCurrency(
      view,
      [...rows].filter((tx) => upkeepKind(mccOf(view, tx)) >= 0),
    )) {
      const held = new Uint32Array(KINDS);
      const best = { kinds: 0, items: 0, first: 0, last: 0 };
      const add = (tx: number, by: number): void =>
        void (held[upkeepKind(mccOf(view, tx))] = (held[upkeepKind(mccOf(view, tx))] as number) + by);
      const covered = slideWindows(view.columns.debtorDay, basket, s.windowDays, {
        enter: (tx) => add(tx, 1),
        leave: (tx) => add(tx, -1),
        passes: (first, last) => {
          let kinds = 0;
          for (let kind = 0; kind < KINDS; kind++) if ((held[kind] as number) >= (least[kind] as number)) kinds++;
          if (kinds < s.minCategories || multiples(view, basket, first, last) < s.multipleDays) return false;
          if (kinds > best.kinds || (kinds === best.kinds && last - first + 1 > best.items))
            Object.assign(best, { kinds, items: last - first + 1, first, last });
          return true;
        },
      });
      if (covered.length === 0) continue;
      const from = debtorDayOf(view, covered[0] as number);
      const to = debtorDayOf(view, covered.at(-1) as number);
      const incoming = [...into(view.adjacency, anchor)].filter((tx) => currencyOf(view, tx) === currency);
      const income = sumOf(view, incoming);
      const top = topRecipient(
        view,
        [...rows].filter((tx) => currencyOf(view, tx) === currency),
      );
      const isTaken =
        isOwn(view, anchor) &&
        top !== undefined &&
        isPrivate(view, top.end) &&
        top.sum >= s.takenShare * income &&
        income > 0;
      const spent = sumOf(view, covered);
      const repaid = reimbursed(view, incoming, spent * s.reimbursedShare, from, to);
      const several = multiples(view, basket, best.first, best.last);
      report({
        indicator: 'upkeep-basket',
        anchor,
        members: [
          member(
            anchor,
            isTaken
              ? 'possible-victim'
              : repaid === 'held' || isBusiness(view, anchor)
                ? 'undetermined'
                : 'possible-facilitator',
            {
              for: [
                {
                  id: 'reason.buys-upkeep-for-several',
                  parameters: { kinds: count(best.kinds), days: count(several) },
                },
                ...(isTaken && top
                  ? [{ id: 'reason.earnings-swept', parameters: { share: share(Math.min(1, top.sum / income)) } }]
                  : []),
              ],
              against: [{ id: 'reason.may-be-family-or-group' }],
            },
          ),
        ],
        observed: {
          kinds: count(best.kinds),
          purchases: count(best.items),
          multipleDays: count(several),
          spent: money(spent, currency),
        },
        threshold: { kinds: count(s.minCategories), multipleDays: count(s.multipleDays) },
        window: { from, to },
        strength: strengthAbove(best.kinds, s.minCategories),
        evidence: evidenceOf(covered),
        guards: [
          { id: 'reimbursed-by-business', outcome: isOwn(view, anchor) ? repaid : 'untestable' },
          {
            id: 'business-holder',
            outcome: isBusiness(view, anchor) ? 'held' : view.facts.registered[anchor] === 1 ? 'failed' : 'untestable',
          },
          { id: 'one-journey', outcome: to - from < s.windowDays ? 'held' : 'failed' },
        ],
      });
      return;
    }
  },
} satisfies Indicator<typeof settings>;

/** Days within these rows on which one kind was bought twice or more. */
function multiples(view: View, rows: readonly number[], first: number, last: number): number {
  let days = 0;
  for (let at = first; at <= last;) {
    const day = debtorDayOf(view, rows[at] as number);
    let seen = 0;
    let isTwice = false;
    for (; at <= last && debtorDayOf(view, rows[at] as number) === day; at++) {
      const bit = 1 << upkeepKind(mccOf(view, rows[at] as number));
      if (seen & bit) isTwice = true;
      seen |= bit;
    }
    if (isTwice) days++;
  }
  return days;
}

function reimbursed(view: View, incoming: readonly number[], least: number, from: Day, to: Day): GuardOutcome {
  const byPayer = new Map<number, number>();
  for (const tx of incoming) {
    const [day, payer] = [creditorDayOf(view, tx), debtorOf(view, tx)];
    if (day >= from && day <= to + 45 && isBusiness(view, payer) && !isWage(view, tx))
      byPayer.set(payer, (byPayer.get(payer) ?? 0) + amountOf(view, tx));
  }
  return Math.max(0, ...byPayer.values()) >= least ? 'held' : 'failed';
}

/** Purchases a month by kind of each account that buys anything of it; a pure function of the columns. */
const monthly = new WeakMap<TransactionColumns, readonly (readonly number[])[]>();

function leastOf(
  view: View,
  s: {
    readonly leastInCategory: number;
    readonly leastTopUps: number;
    readonly peerShare: number;
    readonly leastPeers: number;
    readonly windowDays: number;
  },
): number[] {
  let peers = monthly.get(view.columns);
  if (!peers) {
    const ends = view.adjacency.ends;
    const counts = new Uint32Array(ends * KINDS);
    for (let tx = 0; tx < view.transactions; tx++) {
      const kind = upkeepKind(mccOf(view, tx));
      if (kind < 0) continue;
      const at = (view.columns.debtor[tx] as number) * KINDS + kind;
      counts[at] = (counts[at] as number) + 1;
    }
    const buyers: number[][] = Array.from({ length: KINDS }, () => []);
    for (let end = 0; end < ends; end++) {
      for (let kind = 0; kind < KINDS; kind++) {
        const held = counts[end * KINDS + kind] as number;
        if (held > 0) buyers[kind]?.push(held);
      }
    }
    peers = buyers.map((list) => list.sort((a, b) => a - b));
    monthly.set(view.columns, peers);
  }
  const months = Math.max(1, (view.to - view.from + 1) / s.windowDays);
  return peers.map((list, kind) => {
    const floor = kind === TOP_UPS ? s.leastTopUps : s.leastInCategory;
    if (list.length < s.leastPeers) return floor;
    return Math.max(floor, (list[Math.min(list.length - 1, Math.floor(s.peerShare * list.length))] as number) / months);
  });
}
