/**
 * Many transfers clustered at a few typical prices, most payers once (AUSTRAC forced sexual servitude
 * guide: AUD 100 to 800, about 250). Nobody's sex is ever guessed from a name. Adult sex work is
 * lawful in many states: the holder is undetermined unless the money is taken away.
 */
import { weekday } from '../days.ts';
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import type { GuardOutcome, Indicator, Settings } from './indicator.ts';
import { count, dampedByGuards, evidenceOf, lowerMedian, member, money, share, strengthAbove } from './measures.ts';
import { euros } from './price-levels.ts';
import {
  Tally,
  amountOf,
  creditorDayOf,
  currencyOf,
  debtorOf,
  degreeIn,
  hasWords,
  isBusiness,
  isHolding,
  isOwn,
  isPrivate,
  isSameCustomer,
  isWage,
  rowsByCurrency,
  slideWindows,
  sumOf,
  topRecipient,
} from './read.ts';
import type { View } from './view.ts';

const settings = {
  lowAmount: { default: 60, unit: 'EUR', reason: 'AUSTRAC: AUD 100, at 0.6.' },
  highAmount: { default: 480, unit: 'EUR', reason: 'AUSTRAC: AUD 800, at 0.6.' },
  windowDays: { default: 30, unit: 'days', reason: 'A month, as indicators.md counts.' },
  minPayers: { default: 12, unit: 'count', reason: 'Different private payers in the window.' },
  modes: { default: 4, unit: 'count', reason: 'Half an hour, an hour, two hours, a night: few prices.' },
  modeShare: {
    default: 0.6,
    unit: 'share',
    reason: 'So much of the credits at those few prices; extras and haggling stay outside.',
  },
  singleVisitShare: { default: 0.5, unit: 'share', reason: 'At least half of the payers pay once in the window.' },
  takenShare: { default: 0.6, unit: 'share', reason: 'Of what came in: to one recipient, the money is taken away.' },
  keptShare: { default: 0.3, unit: 'share', reason: 'No single recipient gets more: the holder keeps the earnings.' },
  oneSumShare: {
    default: 0.9,
    unit: 'share',
    reason: 'Everybody pays the same sum: dues of a club, shares of a trip.',
  },
  invoiceShare: {
    default: 0.3,
    unit: 'share',
    reason: 'Invoice words on so many credits belong to a registered trade.',
  },
} as const satisfies Settings;

export default {
  id: 'service-price-fan-in',
  title: 'Many transfers at typical service prices',
  looksFor: 'A personal account that many different people pay one of a few same prices, most of them only once.',
  family: 'sex-market',
  points: 3,
  forms: { 'sexual-exploitation': 1 },
  citations: [
    {
      source: 'AUSTRAC forced sexual servitude guide 2022, via Arctic Intelligence; AUSTRAC media release',
      confidence: 'read',
    },
  ],
  needs: [],
  settings,
  guards: [
    { id: 'keeps-earnings', pointsOff: 3 },
    { id: 'registered-business', pointsOff: 3 },
    { id: 'one-sum-for-all', pointsOff: 3 },
    { id: 'invoices', pointsOff: 2 },
    { id: 'pays-tax', pointsOff: 2 },
    { id: 'weekday-daytime', pointsOff: 1 },
  ],
  innocent:
    'A therapist, a tutor, a hairdresser, a tattoo artist, a room let, lawful independent sex work: registration, invoices, tax payments, office hours and earnings kept by the holder are tested.',
  find(view, s, anchor, budget, emit) {
    const report = dampedByGuards(emit);
    if (degreeIn(view, anchor) < s.minPayers || !isHolding(view, anchor)) return;
    const rows = into(view.adjacency, anchor);
    let likely = 0;
    let [banded, least, most] = [-1, NaN, NaN];
    for (const tx of rows) {
      const amount = amountOf(view, tx);
      const currency = currencyOf(view, tx);
      if (currency !== banded) {
        banded = currency;
        least = euros(view.prices, s.lowAmount, currency);
        most = euros(view.prices, s.highAmount, currency);
      }
      if (amount >= least && amount <= most && isPrivate(view, debtorOf(view, tx))) likely++;
    }
    if (likely < s.minPayers || !budget.spend(rows.length)) return;
    const fromPeople = [...rows].filter(
      (tx) =>
        isPrivate(view, debtorOf(view, tx)) && !isWage(view, tx) && !isSameCustomer(view, debtorOf(view, tx), anchor),
    );
    for (const { currency, rows: part } of rowsByCurrency(view, fromPeople)) {
      const [low, high] = [euros(view.prices, s.lowAmount, currency), euros(view.prices, s.highAmount, currency)];
      const inBand = part.filter((tx) => amountOf(view, tx) >= low && amountOf(view, tx) <= high);
      if (inBand.length < s.minPayers) continue;
      const payers = new Tally();
      const prices = new Tally();
      const best = { payers: 0, once: 0, mode: 0, single: 0 };
      const covered = slideWindows(view.columns.creditorDay, inBand, s.windowDays, {
        enter: (tx) => (payers.add(debtorOf(view, tx)), prices.add(amountOf(view, tx))),
        leave: (tx) => (payers.remove(debtorOf(view, tx)), prices.remove(amountOf(view, tx))),
        passes: (first, last) => {
          if (payers.distinct < s.minPayers || payers.once < s.singleVisitShare * payers.distinct) return false;
          const mode = prices.topSum(s.modes) / (last - first + 1);
          if (mode < s.modeShare) return false;
          if (payers.distinct > best.payers)
            Object.assign(best, {
              payers: payers.distinct,
              once: payers.once / payers.distinct,
              mode,
              single: prices.topSum(1) / (last - first + 1),
            });
          return true;
        },
      });
      if (covered.length === 0) continue;
      const people = [...new Set(covered.map((tx) => debtorOf(view, tx)))].sort((a, b) => a - b);
      const paidOut = [...outOf(view.adjacency, anchor)].filter((tx) => currencyOf(view, tx) === currency);
      const top = topRecipient(view, paidOut);
      const topShare = (top?.sum ?? 0) / sumOf(view, part);
      const isTaken = isOwn(view, anchor) && topShare >= s.takenShare;
      report({
        indicator: 'service-price-fan-in',
        anchor,
        members: [
          member(anchor, isTaken ? 'possible-victim' : 'undetermined', {
            for: [
              { id: 'reason.paid-service-prices', parameters: { payers: count(best.payers) } },
              ...(isTaken
                ? [{ id: 'reason.earnings-swept', parameters: { share: share(Math.min(1, topShare)) } }]
                : []),
            ],
            against: isTaken ? [] : [{ id: 'reason.may-be-independent' }],
          }),
          ...people.map((end) =>
            member(end, 'possible-purchaser', { against: [{ id: 'reason.lawful-purchase-possible' }] }),
          ),
        ],
        observed: {
          payers: count(best.payers),
          singleVisitShare: share(best.once),
          modeShare: share(best.mode),
          median: money(lowerMedian(covered.map((tx) => amountOf(view, tx))), currency),
        },
        threshold: {
          payers: count(s.minPayers),
          singleVisitShare: share(s.singleVisitShare),
          modeShare: share(s.modeShare),
        },
        window: { from: creditorDayOf(view, covered[0] as number), to: creditorDayOf(view, covered.at(-1) as number) },
        strength: strengthAbove(best.payers, s.minPayers),
        evidence: evidenceOf(covered),
        guards: [
          {
            id: 'keeps-earnings',
            outcome: !isOwn(view, anchor) ? 'untestable' : topShare < s.keptShare ? 'held' : 'failed',
          },
          { id: 'registered-business', outcome: registeredBusiness(view, anchor) },
          { id: 'one-sum-for-all', outcome: best.single >= s.oneSumShare ? 'held' : 'failed' },
          { id: 'invoices', outcome: wordShare(view, covered, wordBit.invoice, s.invoiceShare) },
          { id: 'pays-tax', outcome: paysTax(view, anchor, paidOut) },
          { id: 'weekday-daytime', outcome: officeHours(view, covered) },
        ],
      });
      return;
    }
  },
} satisfies Indicator<typeof settings>;

function registeredBusiness(view: View, end: number): GuardOutcome {
  if (isBusiness(view, end) || (view.facts.sector[end] ?? 0) !== 0) return 'held';
  return view.facts.registered[end] === 1 ? 'failed' : 'untestable';
}

/** Held where words of a class stand on so many of the rows. */
export function wordShare(view: View, rows: readonly number[], bits: number, least: number): GuardOutcome {
  if (!view.met.has('text')) return 'untestable';
  return rows.filter((tx) => hasWords(view, tx, bits)).length >= least * rows.length ? 'held' : 'failed';
}

function paysTax(view: View, end: number, paidOut: readonly number[]): GuardOutcome {
  if (!isOwn(view, end)) return 'untestable';
  return paidOut.filter(
    (tx) => hasWords(view, tx, wordBit.tax | wordBit.social) && !isPrivate(view, view.columns.creditor[tx] as number),
  ).length >= 2
    ? 'held'
    : 'failed';
}

/** Only times can tell: booking days are working days anyhow. */
function officeHours(view: View, rows: readonly number[]): GuardOutcome {
  const time = view.columns.time;
  const timed = rows.filter((tx) => (time?.[tx] ?? -1) >= 0);
  if (!time || timed.length * 2 < rows.length) return 'untestable';
  const inside = timed.filter(
    (tx) =>
      weekday(creditorDayOf(view, tx)) < 5 && (time[tx] as number) >= 8 * 3600 && (time[tx] as number) < 18 * 3600,
  );
  return inside.length >= 0.8 * timed.length ? 'held' : 'failed';
}
