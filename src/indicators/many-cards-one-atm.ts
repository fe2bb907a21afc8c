/**
 * Several accounts draw cash one after another at one machine, the same ones on several days (UK
 * end-labour-exploitation guidance). Who stands at the machine is unknown: there is no controller
 * among the members. Called at the cluster's smallest end; a busy machine is told by strangers.
 */
import type { Day } from '../days.ts';
import type { EndId } from '../formats/end-table.ts';
import { into, outOf } from '../graph/adjacency.ts';
import type { TransactionColumns } from '../ledger/ledger.ts';
import { sign } from './end-signs.ts';
import type { Finding, Indicator, Settings } from './indicator.ts';
import { count, dampedByGuards, evidenceOf, member, share, strengthAbove } from './measures.ts';
import {
  amountOf,
  creditorDayOf,
  currencyOf,
  debtorDayOf,
  debtorOf,
  degreeOut,
  hasSign,
  isCashOut,
  isHolding,
  isPersonal,
  isSameCustomer,
  takesStrangersMoney,
} from './read.ts';
import type { View } from './view.ts';

const settings = {
  minutes: { default: 15, unit: 'minutes', reason: 'Cards put in one after another; indicators.md.' },
  minAccounts: { default: 4, unit: 'count', reason: 'Different holders in one queue; a couple or friends are fewer.' },
  repeatDays: { default: 2, unit: 'count', reason: 'The same set again: chance does not repeat itself.' },
  drawShare: { default: 0.8, unit: 'share', reason: 'Of what came in within ten days: the full pay is drawn.' },
  incomeDays: { default: 10, unit: 'days', reason: 'A pay day and the days after it.' },
  strangerShare: {
    default: 0.5,
    unit: 'share',
    reason: 'More strangers than members in the same minutes: a busy machine.',
  },
} as const satisfies Settings;

export default {
  id: 'many-cards-one-atm',
  title: 'Many cards used one after another at one cash machine',
  looksFor:
    'Four and more accounts of different people that draw cash within minutes at one machine, the same ones on several days.',
  family: 'account-control',
  points: 5,
  forms: {
    'labour-exploitation': 0.8,
    'domestic-servitude': 0.3,
    'sexual-exploitation': 0.4,
    'forced-criminality': 0.3,
  },
  citations: [
    { source: 'UK end-labour-exploitation guidance: many bank cards at one cash machine', confidence: 'read' },
  ],
  needs: ['time-of-day', 'place'],
  settings,
  guards: [
    { id: 'busy-machine', pointsOff: 3 },
    { id: 'small-draws', pointsOff: 1 },
  ],
  innocent:
    'A busy machine on pay day near a factory, somebody who draws for relatives: the same set must come again, strangers in the same minutes and draws of a small part of the pay are tested. Accounts of one customer count once.',
  find(view, s, anchor, budget, emit) {
    const report = dampedByGuards(emit);
    const time = view.columns.time;
    if (
      !time ||
      degreeOut(view, anchor) < s.repeatDays ||
      !hasSign(view, anchor, sign.cashOut) ||
      !hasSign(view, anchor, sign.placeOut)
    )
      return;
    if (!isHolding(view, anchor) || !isPersonal(view, anchor)) return;
    const own: number[] = [];
    for (const tx of outOf(view.adjacency, anchor)) if (isTimedDraw(view, tx)) own.push(tx);
    if (own.length < s.repeatDays) return;
    const machines = drawsByPlace(view);

    // For each of the account's draws, everybody within the minutes around it.
    const meetings = own.map((tx) =>
      around(view, machines.get(view.columns.place?.[tx] ?? 0) ?? [], tx, s.minutes * 60),
    );
    // A meeting of fewer draws than accounts are asked for cannot count.
    if (meetings.filter((rows) => rows.length >= s.minAccounts).length < s.repeatDays) return;
    if (!budget.spend(meetings.reduce((sum, rows) => sum + rows.length + 1, 0))) return;
    const daysWith = new Map<EndId, Set<Day>>();
    for (const [i, rows] of meetings.entries()) {
      const day = debtorDayOf(view, own[i] as number);
      for (const tx of rows) {
        const other = debtorOf(view, tx);
        if (other === anchor || isSameCustomer(view, anchor, other)) continue;
        const held = daysWith.get(other);
        if (held) held.add(day);
        else daysWith.set(other, new Set([day]));
      }
    }
    const partners = [...daysWith]
      .filter(([, on]) => on.size >= s.repeatDays)
      .map(([end]) => end)
      .sort((a, b) => a - b);
    if (partners.length + 1 < s.minAccounts || (partners[0] as number) < anchor) return;

    const circle = new Set([anchor, ...partners]);
    const evidence = new Set<number>();
    const days = new Set<Day>();
    const seen = new Set<EndId>();
    let strangers = 0;
    for (const [i, rows] of meetings.entries()) {
      const queue = densest(view, rows, circle, s.minutes * 60);
      const accounts = holdersIn(view, queue);
      if (accounts.length < s.minAccounts) continue;
      days.add(debtorDayOf(view, own[i] as number));
      for (const tx of queue) evidence.add(tx);
      for (const end of accounts) seen.add(end);
      strangers += new Set(rows.map((tx) => debtorOf(view, tx)).filter((end) => !circle.has(end))).size;
    }
    if (days.size < s.repeatDays) return;
    const members = [...seen].sort((a, b) => a - b);
    const rows = evidenceOf(evidence);
    const full = rows.filter((tx) => isFullDraw(view, s, tx)).length / rows.length;
    const perDay = rows.length / days.size;
    const isBusy = strangers / days.size > s.strangerShare * 2 * perDay;
    report({
      indicator: 'many-cards-one-atm',
      anchor,
      members: members.map((end) =>
        member(end, isBusy ? 'undetermined' : 'possible-victim', {
          for: [
            {
              id: 'reason.card-used-in-a-row-with-others',
              parameters: { accounts: count(members.length), days: count(days.size) },
            },
          ],
          against: [{ id: 'reason.person-at-machine-unknown' }],
        }),
      ),
      observed: { accounts: count(members.length), days: count(days.size), fullDraws: share(full) },
      threshold: { accounts: count(s.minAccounts), days: count(s.repeatDays) },
      window: { from: Math.min(...days) as Day, to: Math.max(...days) as Day },
      strength: Math.min(
        200,
        Math.min(strengthAbove(members.length, s.minAccounts), strengthAbove(days.size, s.repeatDays)) +
          (full >= 0.5 ? 25 : 0),
      ),
      evidence: rows,
      ...formsOf(view, members),
      guards: [
        { id: 'busy-machine', outcome: isBusy ? 'held' : 'failed' },
        { id: 'small-draws', outcome: full < 0.25 ? 'held' : 'failed' },
      ],
    });
  },
} satisfies Indicator<typeof settings>;

/** Accounts lent for strangers' money speak of crime that is forced, not of work. */
function formsOf(view: View, ends: readonly EndId[]): Pick<Finding, 'forms'> {
  const lent = ends.filter((end) => takesStrangersMoney(view, end)).length;
  return lent * 2 > ends.length ? { forms: { 'forced-criminality': 1, 'labour-exploitation': 0.2 } } : {};
}

function isTimedDraw(view: View, tx: number): boolean {
  return isCashOut(view, tx) && (view.columns.time?.[tx] ?? -1) >= 0 && (view.columns.place?.[tx] ?? 0) !== 0;
}

/** Timed cash draws of each place in order of day and time; a pure function of the columns. */
const byPlace = new WeakMap<TransactionColumns, ReadonlyMap<number, readonly number[]>>();

function drawsByPlace(view: View): ReadonlyMap<number, readonly number[]> {
  const held = byPlace.get(view.columns);
  if (held) return held;
  const places = new Map<number, number[]>();
  const time = view.columns.time;
  for (let tx = 0; tx < view.transactions; tx++) {
    if (!isTimedDraw(view, tx) || view.columns.reversed?.[tx] === 1) continue;
    const place = view.columns.place?.[tx] ?? 0;
    const list = places.get(place);
    if (list) list.push(tx);
    else places.set(place, [tx]);
  }
  for (const list of places.values())
    list.sort((a, b) => debtorDayOf(view, a) - debtorDayOf(view, b) || (time?.[a] ?? 0) - (time?.[b] ?? 0) || a - b);
  byPlace.set(view.columns, places);
  return places;
}

/** Draws at the same place on the same day within some seconds before or after, itself included. */
function around(view: View, draws: readonly number[], tx: number, seconds: number): number[] {
  const day = debtorDayOf(view, tx);
  const at = view.columns.time?.[tx] ?? 0;
  let low = 0;
  let high = draws.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = draws[middle] as number;
    if (
      debtorDayOf(view, row) < day ||
      (debtorDayOf(view, row) === day && (view.columns.time?.[row] ?? 0) < at - seconds)
    )
      low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let i = low; i < draws.length; i++) {
    const row = draws[i] as number;
    if (debtorDayOf(view, row) !== day || (view.columns.time?.[row] ?? 0) > at + seconds) break;
    found.push(row);
  }
  return found;
}

/** Of rows in order of time, the members' draws in the stretch of some seconds that has most of them. */
function densest(view: View, rows: readonly number[], circle: ReadonlySet<EndId>, seconds: number): number[] {
  const ours = rows.filter((tx) => circle.has(debtorOf(view, tx)));
  let best: number[] = [];
  let first = 0;
  for (let last = 0; last < ours.length; last++) {
    while (
      (view.columns.time?.[ours[last] as number] ?? 0) - (view.columns.time?.[ours[first] as number] ?? 0) >
      seconds
    )
      first++;
    if (last - first + 1 > best.length) best = ours.slice(first, last + 1);
  }
  return best;
}

/** Accounts in a queue, one for each customer. */
function holdersIn(view: View, rows: readonly number[]): EndId[] {
  const found: EndId[] = [];
  for (const tx of rows) {
    const end = debtorOf(view, tx);
    if (!found.some((other) => isSameCustomer(view, other, end))) found.push(end);
  }
  return found;
}

/** The draw takes most of what came in during the days before it; false where nothing did. */
function isFullDraw(view: View, s: { readonly drawShare: number; readonly incomeDays: number }, tx: number): boolean {
  const day = debtorDayOf(view, tx);
  let income = 0;
  for (const credit of into(view.adjacency, debtorOf(view, tx))) {
    const on = creditorDayOf(view, credit);
    if (on > day) break;
    if (on > day - s.incomeDays && currencyOf(view, credit) === currencyOf(view, tx)) income += amountOf(view, credit);
  }
  return income > 0 && amountOf(view, tx) >= s.drawShare * income;
}
