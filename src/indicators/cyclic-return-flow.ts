/**
 * Money goes round and comes back to its start within a month, over two or more others, each
 * passing on nearly what it got. Searched from the start only: each step on or after the one
 * before, each sum within the kept share of the first. Hubs are not walked through, and a way to
 * and fro between two is a loan, not a cycle. Base points are moderate, not the catalogue's weak:
 * that is for one circle, and here it has to come round again.
 * Over 300 lines because the bounded search for circles and the reading of who is in them share their state.
 */
import type { EndId } from '../formats/end-table.ts';
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import type { Budget, GuardOutcome, Indicator, Values } from './indicator.ts';
import { count, dampedByGuards, days, evidenceOf, member, money, share, strengthAbove } from './measures.ts';
import { euros } from './price-levels.ts';
import {
  amountOf,
  creditorDayOf,
  creditorOf,
  currencyOf,
  debtorDayOf,
  debtorOf,
  degreeIn,
  degreeOut,
  firstFrom,
  hasWords,
  isBusiness,
  isHolding,
  isPersonal,
  isSameCustomer,
  isWage,
  sumOf,
} from './read.ts';
import { spreadOf, windowOf } from './statistics.ts';
import type { View } from './view.ts';
import { areLinked } from './wages.ts';

const settings = {
  maxLength: {
    default: 5,
    unit: 'count',
    reason: 'Longer ways are seldom kept up, and the search grows with every step.',
  },
  maxDays: { default: 30, unit: 'days', reason: 'Round within a month; later it is ordinary dealing.' },
  keepRatio: { default: 0.8, unit: 'ratio', reason: 'Small fees come off; a real purchase keeps far less together.' },
  minAmount: { default: 500, unit: 'EUR', reason: 'Small equal cycles between low-paid people are mutual aid.' },
  maxFanIn: { default: 50, unit: 'count', reason: 'Through a hub, with more payers than this, everything is a cycle.' },
  minReturns: {
    default: 2,
    unit: 'count',
    reason: 'Once may be a sale and a purchase; a circle that is kept up repeats.',
  },
  exitShare: {
    default: 0.3,
    unit: 'share',
    reason: 'Of what a step of the circle gets: a person who takes that much of it is where the money ends.',
  },
} as const satisfies Indicator['settings'];
type Current = Values<typeof settings>;

const MIN_LENGTH = 3;
const MOST_CYCLES = 200;
/** Returns from which on the start of the circle is more than somebody it runs through. */
const KEPT_UP = 3;

export default {
  id: 'cyclic-return-flow',
  title: 'Money goes round and comes back to its start',
  looksFor:
    'Again and again a sum leaves an account and comes back within a month over two to four other accounts, each step later than the last and nearly as large.',
  family: 'laundering-flow',
  points: 3,
  forms: { 'laundering-pattern': 1 },
  citations: [
    { source: 'Generic laundering literature; named in FATF and OSCE guidance as layering', confidence: 'known' },
  ],
  needs: [],
  settings,
  guards: [
    { id: 'rotating-club', pointsOff: 3 },
    { id: 'group-treasury', pointsOff: 2 },
  ],
  innocent:
    'A rotating savings club (equal sums, a payee who changes), refunds, loans between friends (two-step ways are not counted), a group treasury (all of one customer, or all at one address, phone or signatory).',
  find(view, settings, anchor, budget, emit) {
    if (degreeIn(view, anchor) === 0 || degreeOut(view, anchor) === 0 || !isHolding(view, anchor)) return;
    if (!hasFewPayers(view, anchor, settings.maxFanIn)) return;
    const cycles: TransactionIndex[][] = [];
    let isCut = false;
    for (const first of outOf(view.adjacency, anchor)) {
      const amount = amountOf(view, first);
      if (!(amount >= euros(view.prices, settings.minAmount, currencyOf(view, first)))) continue;
      if (!comesBack(view, anchor, first, settings)) continue;
      isCut = !walk(view, anchor, [first], settings, budget, cycles) || cycles.length >= MOST_CYCLES;
      if (isCut) break;
    }
    const byCurrency = new Map<number, TransactionIndex[][]>();
    for (const cycle of cycles) {
      const currency = currencyOf(view, cycle[0] as number);
      const held = byCurrency.get(currency);
      if (held) held.push(cycle);
      else byCurrency.set(currency, [cycle]);
    }
    for (const [currency, found] of byCurrency) {
      const returns = new Set(found.map((cycle) => cycle.at(-1) as number));
      if (returns.size < settings.minReturns) continue;
      const circle = new Set(found.flat());
      const exits = exitsOf(view, anchor, circle, currency, settings);
      const evidence = evidenceOf([...circle, ...exits.flatMap(({ rows }) => rows)]);
      const others = [...new Set([...circle].map((tx) => creditorOf(view, tx)))]
        .filter((end) => end !== anchor)
        .sort((a, b) => a - b);
      const kept = share(
        Math.max(...found.map((cycle) => amountOf(view, cycle.at(-1) as number) / amountOf(view, cycle[0] as number))),
      );
      const returned = [...returns].reduce((sum, tx) => sum + amountOf(view, tx), 0);
      const guards = [
        { id: 'rotating-club', outcome: rotatingClub(view, [anchor, ...others]) },
        { id: 'group-treasury', outcome: groupTreasury(view, anchor, others) },
      ];
      const isInnocent = guards.some(({ outcome }) => outcome === 'held');
      const isKeptUp = returns.size >= KEPT_UP && !isInnocent;
      const start = isBusiness(view, anchor) ? 'front-business' : 'possible-organiser';
      const isSameDay = found.some((cycle) =>
        cycle.some((tx, i) => i > 0 && debtorDayOf(view, tx) === creditorDayOf(view, cycle[i - 1] as number)),
      );
      dampedByGuards(emit)({
        indicator: 'cyclic-return-flow',
        anchor,
        members: [
          member(anchor, isKeptUp ? start : 'undetermined', {
            for: [
              { id: 'reason.money-comes-back-over-others', parameters: { cycles: count(returns.size), share: kept } },
            ],
            against: [{ id: isInnocent ? 'reason.innocent-reading-fits' : 'reason.account-may-be-used-by-others' }],
          }),
          ...others.map((end) =>
            member(end, isInnocent ? 'undetermined' : 'conduit', {
              for: [{ id: 'reason.passes-a-sum-on-in-a-circle' }],
              against: [{ id: 'reason.account-may-be-used-by-others' }],
            }),
          ),
          ...exits.map(({ end, rows }) =>
            member(end, isKeptUp ? 'possible-collector' : 'undetermined', {
              for: [{ id: 'reason.takes-what-the-circle-passes-on', parameters: { payments: count(rows.length) } }],
              against: [{ id: 'reason.account-may-be-used-by-others' }],
            }),
          ),
        ],
        observed: {
          cycles: count(returns.size),
          share: kept,
          returned: money(returned, currency),
          steps: count(Math.max(...found.map(({ length }) => length))),
        },
        threshold: {
          share: share(settings.keepRatio),
          cycles: count(settings.minReturns),
          returned: money(euros(view.prices, settings.minAmount, currency), currency),
          window: days(settings.maxDays),
        },
        window: windowOf(view, evidence),
        strength: strengthAbove(returns.size, settings.minReturns),
        evidence,
        guards,
        ...(isCut ? { cut: true as const } : {}),
        ...(isSameDay ? { dayOrderUnknown: true as const } : {}),
      });
    }
  },
} satisfies Indicator<typeof settings>;

/** Cash is one payer, however often it is paid in. */
function hasFewPayers(view: View, end: EndId, most: number): boolean {
  const rows = degreeIn(view, end);
  if (rows <= most) return true;
  if (rows > 8 * most) return false;
  const payers = new Set<EndId>();
  for (const tx of into(view.adjacency, end)) {
    payers.add(debtorOf(view, tx));
    if (payers.size > most) return false;
  }
  return true;
}

interface Exit {
  readonly end: EndId;
  readonly rows: readonly TransactionIndex[];
}

/** Persons outside the circle who again and again get a large part of what one of its steps gets, but no wages. */
function exitsOf(
  view: View,
  anchor: EndId,
  circle: ReadonlySet<TransactionIndex>,
  currency: number,
  settings: Current,
): Exit[] {
  const inside = new Set<EndId>([anchor]);
  for (const tx of circle) inside.add(creditorOf(view, tx));
  const exits = new Map<EndId, TransactionIndex[]>();
  for (const end of [...inside].sort((a, b) => a - b)) {
    if (end === anchor || degreeOut(view, end) > 8 * settings.maxFanIn) continue;
    let received = 0;
    for (const tx of into(view.adjacency, end))
      if (inside.has(debtorOf(view, tx)) && currencyOf(view, tx) === currency) received += amountOf(view, tx);
    const paid = new Map<EndId, TransactionIndex[]>();
    for (const tx of outOf(view.adjacency, end)) {
      const to = creditorOf(view, tx);
      if (inside.has(to) || !isHolding(view, to) || !isPersonal(view, to) || isWage(view, tx)) continue;
      if (currencyOf(view, tx) === currency) paid.set(to, [...(paid.get(to) ?? []), tx]);
    }
    for (const [to, rows] of paid)
      if (rows.length >= KEPT_UP && sumOf(view, rows) >= settings.exitShare * received)
        exits.set(to, [...(exits.get(to) ?? []), ...rows]);
  }
  return [...exits].map(([end, rows]) => ({ end, rows })).sort((a, b) => a.end - b.end);
}

/** Everybody in the circle is tied to its start in the register: open group ownership. */
function groupTreasury(view: View, anchor: EndId, others: readonly EndId[]): GuardOutcome {
  if (others.every((end) => areLinked(view, anchor, end))) return 'held';
  return [anchor, ...others].every((end) => view.facts.registered[end] === 1) ? 'failed' : 'untestable';
}

/** Cheap test: a like sum arrives at the start in time from somebody else. */
function comesBack(view: View, anchor: EndId, first: TransactionIndex, settings: Current): boolean {
  const day = debtorDayOf(view, first);
  const amount = amountOf(view, first);
  const arrivals = into(view.adjacency, anchor);
  for (let i = firstFrom(arrivals, view.columns.creditorDay, day); i < arrivals.length; i++) {
    const tx = arrivals[i] as number;
    if (creditorDayOf(view, tx) - day > settings.maxDays) return false;
    if (
      amountOf(view, tx) <= amount &&
      amountOf(view, tx) >= settings.keepRatio * amount &&
      debtorOf(view, tx) !== creditorOf(view, first)
    )
      return true;
  }
  return false;
}

/** Walks on from the end of a way; false where the budget is used up. Ways are found shortest prefix first, in row order. */
function walk(
  view: View,
  anchor: EndId,
  way: TransactionIndex[],
  settings: Current,
  budget: Budget,
  cycles: TransactionIndex[][],
): boolean {
  const first = way[0] as number;
  const last = way.at(-1) as number;
  const at = creditorOf(view, last);
  if (
    !isHolding(view, at) ||
    !hasFewPayers(view, at, settings.maxFanIn) ||
    degreeOut(view, at) > 8 * settings.maxFanIn ||
    isSameCustomer(view, at, anchor)
  )
    return true;
  const until = debtorDayOf(view, first) + settings.maxDays;
  const arrived = creditorDayOf(view, last);
  const ceiling = amountOf(view, last);
  const floor = settings.keepRatio * amountOf(view, first);
  const onward = outOf(view.adjacency, at);
  for (let i = firstFrom(onward, view.columns.debtorDay, arrived); i < onward.length; i++) {
    const tx = onward[i] as number;
    if (debtorDayOf(view, tx) > until) break;
    if (!budget.spend(1)) return false;
    const amount = amountOf(view, tx);
    if (hasWords(view, tx, wordBit.refund)) continue;
    if (amount > ceiling || amount < floor || currencyOf(view, tx) !== currencyOf(view, first) || way.includes(tx))
      continue;
    const to = creditorOf(view, tx);
    if (to === anchor) {
      if (way.length + 1 >= MIN_LENGTH && isItsStart(view, anchor, [...way, tx])) cycles.push([...way, tx]);
    } else if (way.length + 1 < settings.maxLength && !way.some((step) => creditorOf(view, step) === to)) {
      way.push(tx);
      const isWithin = walk(view, anchor, way, settings, budget, cycles);
      way.pop();
      if (!isWithin) return false;
    }
    if (cycles.length >= MOST_CYCLES) return true;
  }
  return true;
}

/** Where all steps share a day and sum, every account could be the start: the lowest id is taken. */
function isItsStart(view: View, anchor: EndId, cycle: readonly TransactionIndex[]): boolean {
  const first = cycle[0] as number;
  const last = cycle.at(-1) as number;
  if (debtorDayOf(view, first) !== creditorDayOf(view, last) || amountOf(view, first) !== amountOf(view, last))
    return true;
  return cycle.every((tx) => creditorOf(view, tx) >= anchor);
}

/** Like sums among these accounts, and three or more of them are paid by two or more others. */
function rotatingClub(view: View, circle: readonly EndId[]): GuardOutcome {
  const inside = new Set(circle);
  const amounts: number[] = [];
  let payees = 0;
  for (const end of circle) {
    const payers = new Set<EndId>();
    for (const tx of into(view.adjacency, end)) {
      if (!inside.has(debtorOf(view, tx))) continue;
      payers.add(debtorOf(view, tx));
      amounts.push(amountOf(view, tx));
    }
    if (payers.size >= 2) payees++;
  }
  return payees >= 3 && spreadOf(amounts) <= 0.02 ? 'held' : 'failed';
}
