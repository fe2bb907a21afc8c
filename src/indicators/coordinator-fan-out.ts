/**
 * A personal account that is paid by many, pays several individuals again and again and draws cash,
 * with none of a business's costs (AUSTRAC coordinator indicators). Payees are undetermined: they may
 * be helpers or possible victims. Support both ways is a guard; kinship never is.
 */
import type { Day } from '../days.ts';
import type { EndId } from '../formats/end-table.ts';
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import { circleShare } from './night-window-fan-in.ts';
import type { Indicator, Settings } from './indicator.ts';
import { count, dampedByGuards, evidenceOf, member, money, share, strengthAbove } from './measures.ts';
import {
  creditorOf,
  debtorDayOf,
  debtorOf,
  degreeIn,
  degreeOut,
  hasWords,
  isBusiness,
  isCashOut,
  isHolding,
  isOwn,
  isPersonal,
  isPrivate,
  isSameCustomer,
  isWage,
  rowsByCurrency,
  sumOf,
} from './read.ts';
import type { View } from './view.ts';

const settings = {
  windowDays: { default: 60, unit: 'days', reason: 'Two months, as indicators.md counts.' },
  minPayees: { default: 4, unit: 'count', reason: 'Individuals who are each paid repeatedly.' },
  perPayee: {
    default: 2,
    unit: 'count',
    reason: 'Payments on different days to each, so that one event does not count.',
  },
  minPayers: { default: 6, unit: 'count', reason: 'A high fan-in stands against a parent or a flatmate.' },
  cashOutShare: { default: 0.2, unit: 'share', reason: 'Of what leaves, drawn in cash.' },
  businessCostShare: {
    default: 0.05,
    unit: 'share',
    reason: 'Tax, insurance, wages and suppliers of a real business are more.',
  },
  bothWaysShare: { default: 0.5, unit: 'share', reason: 'Half of the payees pay back: they share costs.' },
  eventDays: { default: 14, unit: 'days', reason: 'All payments within two weeks belong to one event.' },
} as const satisfies Settings;

export default {
  id: 'coordinator-fan-out',
  title: 'One person pays several individuals and draws cash',
  looksFor:
    'A personal account with many payers that repeatedly pays several individuals and draws cash, without tax, insurance, wages or suppliers.',
  family: 'sex-market',
  points: 3,
  forms: { 'sexual-exploitation': 0.8, 'labour-exploitation': 0.5 },
  citations: [
    {
      source: 'AUSTRAC forced sexual servitude guide 2022, coordinator indicators, via Arctic Intelligence',
      confidence: 'read',
    },
  ],
  needs: [],
  settings,
  guards: [
    { id: 'support-both-ways', pointsOff: 2 },
    { id: 'one-event', pointsOff: 2 },
    { id: 'payers-are-a-circle', pointsOff: 1 },
  ],
  innocent:
    'A parent with grown children, a flatmate who pays the bills, an informal foreman, the organiser of one event. Payees who pay back, a single burst and payers who know each other are tested.',
  find(view, s, anchor, budget, emit) {
    const report = dampedByGuards(emit);
    if (degreeOut(view, anchor) < s.minPayees * s.perPayee + 1 || degreeIn(view, anchor) < s.minPayers) return;
    if (!isOwn(view, anchor) || !isPersonal(view, anchor) || !isHolding(view, anchor)) return;
    const rows = outOf(view.adjacency, anchor);
    let cashes = 0;
    let toPeople = 0;
    for (const tx of rows) {
      if (isCashOut(view, tx)) cashes++;
      else if (isPayee(view, anchor, tx)) toPeople++;
    }
    if (cashes === 0 || toPeople < s.minPayees * s.perPayee || !budget.spend(rows.length + degreeIn(view, anchor)))
      return;
    const incoming = into(view.adjacency, anchor);
    for (const { currency, rows: part } of rowsByCurrency(view, rows)) {
      const window = bestWindow(view, s, anchor, part);
      if (!window) continue;
      const { from, to, payees } = window;
      const inside = part.filter((tx) => debtorDayOf(view, tx) > from && debtorDayOf(view, tx) <= to);
      const spent = sumOf(view, inside);
      const cash = inside.filter((tx) => isCashOut(view, tx));
      const cashShare = sumOf(view, cash) / spent;
      const costShare =
        sumOf(
          view,
          inside.filter((tx) => isBusinessCost(view, tx)),
        ) / spent;
      if (cashShare < s.cashOutShare || costShare > s.businessCostShare) continue;
      const payers = new Set<EndId>();
      for (const tx of incoming) {
        const day = view.columns.creditorDay[tx] as number;
        if (
          day > from &&
          day <= to &&
          isPrivate(view, debtorOf(view, tx)) &&
          !isSameCustomer(view, debtorOf(view, tx), anchor)
        )
          payers.add(debtorOf(view, tx));
      }
      if (payers.size < s.minPayers) continue;
      const paid = inside.filter((tx) => payees.includes(creditorOf(view, tx)));
      const back = new Set<EndId>();
      for (const tx of incoming) if (payees.includes(debtorOf(view, tx))) back.add(debtorOf(view, tx));
      const days = paid.map((tx) => debtorDayOf(view, tx));
      const span = Math.max(...days) - Math.min(...days);
      const isBothWays = back.size >= s.bothWaysShare * payees.length;
      report({
        indicator: 'coordinator-fan-out',
        anchor,
        members: [
          member(anchor, isBothWays ? 'undetermined' : 'possible-organiser', {
            for: [
              {
                id: 'reason.pays-several-and-draws-cash',
                parameters: { payees: count(payees.length), cashShare: share(cashShare) },
              },
            ],
            against: isBothWays ? [{ id: 'reason.payees-pay-back', parameters: { payees: count(back.size) } }] : [],
          }),
          ...payees.map((end) => member(end, 'undetermined', { for: [{ id: 'reason.paid-by-coordinator' }] })),
        ],
        observed: {
          payees: count(payees.length),
          payers: count(payers.size),
          cashShare: share(cashShare),
          businessCostShare: share(costShare),
          paid: money(sumOf(view, paid), currency),
        },
        threshold: {
          payees: count(s.minPayees),
          payers: count(s.minPayers),
          cashShare: share(s.cashOutShare),
          businessCostShare: share(s.businessCostShare),
        },
        window: { from: (from + 1) as Day, to: Math.min(to, view.to) as Day },
        strength: Math.min(strengthAbove(payees.length, s.minPayees), strengthAbove(cashShare, s.cashOutShare)),
        evidence: evidenceOf([...paid, ...cash]),
        guards: [
          { id: 'support-both-ways', outcome: isBothWays ? 'held' : 'failed' },
          { id: 'one-event', outcome: span < s.eventDays ? 'held' : 'failed' },
          {
            id: 'payers-are-a-circle',
            outcome:
              circleShare(
                view,
                [...payers].sort((a, b) => a - b),
                budget,
              ) >= 0.5
                ? 'held'
                : 'failed',
          },
        ],
      });
      return;
    }
  },
} satisfies Indicator<typeof settings>;

function isPayee(view: View, anchor: EndId, tx: number): boolean {
  const to = creditorOf(view, tx);
  return isPrivate(view, to) && isHolding(view, to) && !isSameCustomer(view, anchor, to);
}

/** Wages, tax, insurance, invoices, and transfers to known businesses; shopping by card is private life. */
function isBusinessCost(view: View, tx: number): boolean {
  const to = creditorOf(view, tx);
  if (isWage(view, tx) || hasWords(view, tx, wordBit.tax | wordBit.social | wordBit.invoice)) return true;
  return isBusiness(view, to) && isHolding(view, to);
}

interface Window {
  /** The day before the window. */
  readonly from: number;
  readonly to: Day;
  readonly payees: readonly EndId[];
  readonly payments: number;
}

/** The window, beginning at a payment to a person, with most payees who are each paid on enough days. */
function bestWindow(
  view: View,
  s: { readonly windowDays: number; readonly perPayee: number; readonly minPayees: number },
  anchor: EndId,
  rows: readonly number[],
): Window | undefined {
  const payments = rows.filter((tx) => isPayee(view, anchor, tx));
  let best: Window | undefined;
  let first = 0;
  let previous = -1;
  for (const [last, tx] of payments.entries()) {
    const to = debtorDayOf(view, tx);
    const next = payments[last + 1];
    while (debtorDayOf(view, payments[first] as number) <= to - s.windowDays) first++;
    if ((next !== undefined && debtorDayOf(view, next) === to) || last - first + 1 < s.minPayees * s.perPayee) continue;
    // Windows that overlap by more than nine tenths say the same.
    if (next !== undefined && previous >= 0 && to - previous < s.windowDays / 10) continue;
    previous = to;
    const daysOf = new Map<EndId, Set<number>>();
    for (let at = first; at <= last; at++) {
      const row = payments[at] as number;
      const held = daysOf.get(creditorOf(view, row));
      if (held) held.add(debtorDayOf(view, row));
      else daysOf.set(creditorOf(view, row), new Set([debtorDayOf(view, row)]));
    }
    const payees = [...daysOf]
      .filter(([, on]) => on.size >= s.perPayee)
      .map(([end]) => end)
      .sort((a, b) => a - b);
    const isMore =
      payees.length > (best?.payees.length ?? 0) ||
      (payees.length === best?.payees.length && last - first > best.payments);
    if (payees.length < s.minPayees || !isMore) continue;
    const from = debtorDayOf(view, payments[first] as number) - 1;
    best = { from, to: (from + s.windowDays) as Day, payees, payments: last - first };
  }
  return best;
}
