/**
 * Frequent small transfers to one private person abroad (AUSTRAC; AIC Trends and Issues no. 589),
 * searched from the recipient. Restricted category: senders are possible purchasers, the recipient
 * stays undetermined (relatives and children are among recipients). Name, origin and kinship are
 * never looked at; regular support is told by its regularity.
 * Over 300 lines because the base test of senders, which its sister indicators share, stands here.
 */
import type { Day } from '../days.ts';
import type { EndId } from '../formats/end-table.ts';
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import { licenceBit } from '../ledger/end-facts.ts';
import type { Budget, GuardOutcome, Indicator, Settings } from './indicator.ts';
import {
  count,
  dampedByGuards,
  evidenceOf,
  lowerMedian,
  member,
  money,
  ratio,
  share,
  strengthAbove,
} from './measures.ts';
import { euros } from './price-levels.ts';
import {
  amountOf,
  creditorDayOf,
  creditorOf,
  currencyOf,
  debtorDayOf,
  debtorOf,
  degreeIn,
  hasLicence,
  hasWords,
  isAbroad,
  isFromHome,
  isOwn,
  isPrivate,
  rowsByCurrency,
  slideWindows,
} from './read.ts';
import type { View } from './view.ts';

const settings = {
  lowAmount: { default: 60, unit: 'EUR', reason: 'AUSTRAC: AUD 10 to 100 by online remittance, at 0.6.' },
  highAmount: { default: 300, unit: 'EUR', reason: 'AUSTRAC: most below AUD 500, at 0.6; the weaker band.' },
  lowShare: {
    default: 0.5,
    unit: 'share',
    reason: 'Half in the low band; below that twice the repetition is asked for.',
  },
  minItems: { default: 6, unit: 'count', reason: 'Within the window; more often than a monthly support.' },
  windowDays: { default: 90, unit: 'days', reason: 'AUSTRAC case: 826 payments in three years, about 68 in 90 days.' },
  reverseShare: { default: 0.05, unit: 'share', reason: 'Money that comes back speaks for a relation both ways.' },
  regularShare: {
    default: 0.7,
    unit: 'share',
    reason: 'Of payments with one same amount at even distances: a standing support.',
  },
  fixedShare: {
    default: 0.8,
    unit: 'share',
    reason: 'Two amounts make up nearly all payments: a price list, e.g. lessons.',
  },
  invoiceShare: {
    default: 0.2,
    unit: 'share',
    reason: 'Invoice words on a fifth of the payments: work for customers abroad.',
  },
  homeShare: {
    default: 0.5,
    unit: 'share',
    reason: 'Half of all credits come from the recipient’s own country: a trade or a life there.',
  },
  corridorItems: {
    default: 3,
    unit: 'count',
    reason: 'Earlier payments to the same country from which on it is established.',
  },
} as const satisfies Settings;

export interface LowValueRule {
  readonly lowAmount: number;
  readonly highAmount: number;
  readonly minItems: number;
  readonly windowDays: number;
  readonly lowShare: number;
}

/** One sender's habit towards a recipient abroad. */
export interface LowValueSender {
  readonly sender: EndId;
  readonly currency: number;
  /** Rows within any window that passed. */
  readonly rows: readonly number[];
  /** Most rows in one window. */
  readonly items: number;
  /** Most rows in any 90 days. */
  readonly quarterItems: number;
  readonly isLow: boolean;
  /** Share of rows with the commonest amount, where their distances are even; else 0. */
  readonly regularShare: number;
  /** Share of rows with one of the two commonest amounts. */
  readonly commonAmountShare: number;
  readonly reverseShare: number;
  /** Median amount of the last third to that of the first. */
  readonly growth: number;
}

/** Senders in another country than the recipient who pay it small sums again and again, ascending. */
export function lowValueSenders(view: View, rule: LowValueRule, recipient: EndId, budget: Budget): LowValueSender[] {
  if (
    degreeIn(view, recipient) < rule.minItems ||
    !isPrivate(view, recipient) ||
    (view.facts.country[recipient] ?? 0) === 0
  )
    return [];
  if (hasLicence(view, recipient, licenceBit.charity | licenceBit['payment-institution'])) return [];
  const rows = into(view.adjacency, recipient);
  let foreign = 0;
  for (const tx of rows) if (isAbroad(view, debtorOf(view, tx), recipient)) foreign++;
  if (foreign < rule.minItems) return [];
  const bySender = new Map<EndId, number[]>();
  for (const tx of rows) {
    const sender = debtorOf(view, tx);
    if (!isPrivate(view, sender) || !isAbroad(view, sender, recipient)) continue;
    const list = bySender.get(sender);
    if (list) list.push(tx);
    else bySender.set(sender, [tx]);
  }
  const found: LowValueSender[] = [];
  for (const [sender, all] of [...bySender].sort(([a], [b]) => a - b)) {
    if (all.length < rule.minItems || !budget.spend(all.length)) continue;
    const main = rowsByCurrency(view, all)[0];
    if (!main || main.rows.length < rule.minItems) continue;
    const { currency } = main;
    const [low, high] = [euros(view.prices, rule.lowAmount, currency), euros(view.prices, rule.highAmount, currency)];
    const small = main.rows.filter((tx) => amountOf(view, tx) <= high);
    if (small.length < 0.9 * main.rows.length) continue;
    const isLow = small.filter((tx) => amountOf(view, tx) <= low).length >= rule.lowShare * small.length;
    const least = isLow ? rule.minItems : 2 * rule.minItems;
    let items = 0;
    const covered = slideWindows(view.columns.creditorDay, small, rule.windowDays, {
      enter: () => undefined,
      leave: () => undefined,
      passes: (first, last) => {
        const held = last - first + 1;
        if (held >= least && held > items) items = held;
        return held >= least;
      },
    });
    if (covered.length === 0) continue;
    let reverse = 0;
    for (const tx of outOf(view.adjacency, recipient)) {
      if (creditorOf(view, tx) === sender && currencyOf(view, tx) === currency) reverse += amountOf(view, tx);
    }
    const amounts = small.map((tx) => amountOf(view, tx));
    const common = commonShare(amounts, 1);
    const twoPrices = commonShare(amounts, 2);
    const third = Math.max(1, Math.floor(amounts.length / 3));
    found.push({
      sender,
      currency,
      rows: covered,
      items,
      quarterItems: mostWithin(
        small.map((tx) => creditorDayOf(view, tx)),
        90,
      ),
      isLow,
      regularShare: isEven(small.map((tx) => creditorDayOf(view, tx))) ? common : 0,
      commonAmountShare: twoPrices,
      reverseShare: reverse / amounts.reduce((sum, amount) => sum + amount, 0),
      growth: lowerMedian(amounts.slice(-third)) / Math.max(1, lowerMedian(amounts.slice(0, third))),
    });
  }
  return found;
}

function mostWithin(days: readonly number[], window: number): number {
  let most = 0;
  let first = 0;
  for (let last = 0; last < days.length; last++) {
    while ((days[first] as number) <= (days[last] as number) - window) first++;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

/** What a recipient lives from, where we hold its statement: mostly private payers at home speak for a trade or a life there. */
export function livesFromHome(view: View, recipient: EndId, least: number): GuardOutcome {
  if (!isOwn(view, recipient)) return 'untestable';
  let [atHome, abroad] = [0, 0];
  for (const tx of into(view.adjacency, recipient)) {
    if (isAbroad(view, debtorOf(view, tx), recipient)) abroad++;
    else if (isFromHome(view, tx, recipient)) atHome++;
  }
  if (atHome + abroad === 0) return 'untestable';
  return atHome >= least * (atHome + abroad) ? 'held' : 'failed';
}

/** Held where so many of the rows name an invoice. */
export function namesInvoices(view: View, rows: readonly number[], least: number): GuardOutcome {
  if (!view.met.has('text')) return 'untestable';
  return rows.filter((tx) => hasWords(view, tx, wordBit.invoice)).length >= least * rows.length ? 'held' : 'failed';
}

/** Share of the `top` commonest values. */
export function commonShare(values: readonly number[], top: number): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = [...counts.values()].sort((a, b) => b - a).slice(0, top);
  return most.reduce((sum, held) => sum + held, 0) / Math.max(1, values.length);
}

/** Distances between days differ by no more than two for most of them: booked by the calendar. */
function isEven(days: readonly number[]): boolean {
  const gaps = days.slice(1).map((day, i) => day - (days[i] as number));
  const middle = lowerMedian(gaps);
  return middle >= 5 && gaps.filter((gap) => Math.abs(gap - middle) <= 2).length >= 0.7 * gaps.length;
}

/** Did these senders pay others in the recipient's country before? Tested only on statements that we hold. */
function establishedCorridor(
  view: View,
  senders: readonly LowValueSender[],
  recipient: EndId,
  least: number,
): GuardOutcome {
  const country = view.facts.country[recipient];
  const tested = senders.filter(({ sender }) => isOwn(view, sender));
  if (tested.length === 0) return 'untestable';
  const established = tested.filter(({ sender, rows }) => {
    const firstDay = debtorDayOf(view, rows[0] as number);
    let before = 0;
    for (const tx of outOf(view.adjacency, sender)) {
      if (debtorDayOf(view, tx) >= firstDay) break;
      if (creditorOf(view, tx) !== recipient && view.facts.country[creditorOf(view, tx)] === country) before++;
    }
    return before >= least;
  });
  return established.length * 2 > tested.length ? 'held' : 'failed';
}

export default {
  id: 'csae-low-value-repeat',
  title: 'Frequent small transfers to one private person abroad',
  looksFor:
    'Small sums that a private sender pays to a private person in another country far more often than a monthly support, without money coming back.',
  family: 'child-exploitation-payments',
  points: 5,
  forms: { 'child-sexual-exploitation': 1 },
  citations: [
    { source: 'AUSTRAC case study and page on protecting children', confidence: 'read' },
    { source: 'AIC Trends and Issues no. 589', confidence: 'read' },
  ],
  needs: [],
  settings,
  guards: [
    { id: 'regular-support', pointsOff: 5 },
    { id: 'price-list', pointsOff: 5 },
    { id: 'support-both-ways', pointsOff: 5 },
    { id: 'established-corridor', pointsOff: 2 },
    { id: 'one-sender', pointsOff: 2 },
    { id: 'invoices', pointsOff: 4 },
    { id: 'income-at-home', pointsOff: 2 },
  ],
  innocent:
    'Support of a family at home, a partner far away, a language lesson each week. Even distances with one amount, money both ways or earlier payments to the same country lower the points. Never a name, an origin or kinship.',
  anchors: 'accounts-and-names',
  find(view, s, anchor, budget, emit) {
    const report = dampedByGuards(emit);
    const senders = lowValueSenders(view, s, anchor, budget);
    if (senders.length === 0) return;
    const open = senders.filter(({ reverseShare }) => reverseShare < s.reverseShare);
    const counted = open.length > 0 ? open : senders;
    const items = Math.max(...counted.map((sender) => sender.items));
    const evidence = evidenceOf(counted.flatMap(({ rows }) => rows));
    const currency = (counted[0] as LowValueSender).currency;
    const growth = Math.max(...counted.map((sender) => sender.growth));
    const isLow = counted.some((sender) => sender.isLow);
    report({
      indicator: 'csae-low-value-repeat',
      anchor,
      members: [
        member(anchor, 'undetermined', {
          for: [{ id: 'reason.paid-often-from-abroad', parameters: { items: count(items) } }],
          against: [{ id: 'reason.recipient-may-be-relative-or-child' }],
        }),
        ...counted.map((sender) =>
          member(sender.sender, 'possible-purchaser', {
            for: [
              { id: 'reason.pays-small-sums-abroad', parameters: { items: count(sender.items) } },
              ...(sender.growth >= 1.2
                ? [{ id: 'reason.amounts-rise', parameters: { growth: ratio(sender.growth) } }]
                : []),
            ],
            against:
              sender.regularShare >= s.regularShare
                ? [{ id: 'reason.regular-support', parameters: { share: share(sender.regularShare) } }]
                : [],
          }),
        ),
      ],
      observed: {
        items: count(items),
        senders: count(counted.length),
        median: money(
          lowerMedian(
            counted.flatMap(({ rows, currency: c }) => (c === currency ? rows.map((tx) => amountOf(view, tx)) : [])),
          ),
          currency,
        ),
        growth: ratio(growth),
      },
      threshold: { items: count(s.minItems) },
      window: {
        from: debtorDayOf(view, evidence[0] as number),
        to: Math.max(...evidence.map((tx) => debtorDayOf(view, tx))) as Day,
      },
      strength: isLow ? Math.min(200, strengthAbove(items, s.minItems) + (growth >= 1.2 ? 25 : 0)) : 100,
      evidence,
      guards: [
        {
          id: 'regular-support',
          outcome: counted.every(({ regularShare }) => regularShare >= s.regularShare) ? 'held' : 'failed',
        },
        {
          id: 'price-list',
          outcome: counted.every(({ commonAmountShare }) => commonAmountShare >= s.fixedShare) ? 'held' : 'failed',
        },
        { id: 'support-both-ways', outcome: open.length === 0 ? 'held' : 'failed' },
        { id: 'established-corridor', outcome: establishedCorridor(view, counted, anchor, s.corridorItems) },
        { id: 'one-sender', outcome: counted.length === 1 ? 'held' : 'failed' },
        { id: 'invoices', outcome: namesInvoices(view, evidence, s.invoiceShare) },
        { id: 'income-at-home', outcome: livesFromHome(view, anchor, s.homeShare) },
      ],
    });
  },
} satisfies Indicator<typeof settings>;
