/**
 * A personal account or wallet with small credits from many senders abroad, drawn in cash within a
 * day, without income at home (AMLC Philippines for size and channel; the quick cash is from general
 * knowledge). Recipients are often relatives or children: a young or new holder is never a facilitator. Evidence is the cash alone: the
 * credits are what csae-shared-recipient and csae-low-value-repeat rest on.
 */
import { NO_DAY, partsOfDay, type Day } from '../days.ts';
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import { licenceBit } from '../ledger/end-facts.ts';
import type { Indicator, Reason, Settings } from './indicator.ts';
import { count, dampedByGuards, evidenceOf, lowerMedian, member, money, share, strengthAbove } from './measures.ts';
import { euros } from './price-levels.ts';
import {
  Tally,
  amountOf,
  creditorDayOf,
  currencyOf,
  debtorDayOf,
  debtorOf,
  degreeIn,
  degreeOut,
  hasLicence,
  hasWords,
  isAbroad,
  isBusiness,
  isCashOut,
  isFromHome,
  isHolding,
  isOwn,
  isPersonal,
  rowsByCurrency,
  slideWindows,
  sumOf,
} from './read.ts';
import type { View } from './view.ts';

const settings = {
  minSenders: { default: 4, unit: 'count', reason: 'Different senders abroad within the window.' },
  windowDays: { default: 90, unit: 'days', reason: 'A quarter, as indicators.md counts.' },
  lowAmount: {
    default: 15,
    unit: 'EUR',
    reason: 'AMLC: PHP 1,000, at the spot rate rather than the price level, so as to miss none.',
  },
  highAmount: { default: 100, unit: 'EUR', reason: 'AMLC: PHP 3,000 at price level.' },
  bandShare: { default: 0.6, unit: 'share', reason: 'Of the credits from abroad; some payers pay more.' },
  cashOutDays: {
    default: 3,
    unit: 'days',
    reason: 'indicators.md has 24 hours; statements hold booking days, and weekends lie between.',
  },
  cashOutShare: {
    default: 0.5,
    unit: 'share',
    reason: 'At least half of what comes from abroad; telephones and food are paid by card.',
  },
  localShare: { default: 0.3, unit: 'share', reason: 'More income at home speaks for a life with work.' },
  adultAge: { default: 18, unit: 'years', reason: 'Palermo Protocol article 3(d).' },
  youngAge: { default: 22, unit: 'years', reason: 'Young holders may have been used since childhood.' },
  newDays: { default: 90, unit: 'days', reason: 'An account opened for the purpose may be somebody else’s idea.' },
} as const satisfies Settings;

export default {
  id: 'csae-facilitator-cash-out',
  title: 'Small credits from many senders abroad, drawn in cash at once',
  looksFor:
    'A personal account or wallet that several senders in other countries pay small sums, most of which is drawn in cash the same or the next day.',
  family: 'laundering-flow',
  points: 5,
  forms: { 'child-sexual-exploitation': 1 },
  citations: [
    {
      source: 'AMLC Philippines studies, press reports of 2020 and 2023 (size, channel, recipients)',
      confidence: 'read-in-part',
    },
    { source: 'Quick cash-out', confidence: 'known' },
  ],
  needs: [],
  settings,
  guards: [
    { id: 'platform-payouts', pointsOff: 3 },
    { id: 'invoices', pointsOff: 3 },
    { id: 'guest-house', pointsOff: 3 },
    { id: 'few-steady-senders', pointsOff: 2 },
  ],
  innocent:
    'A freelancer paid by clients abroad, the family of several migrants, the owner of a guest house: payouts of platforms, invoices, a lodging licence and a few senders who make up nearly all are tested.',
  find(view, s, anchor, budget, emit) {
    const report = dampedByGuards(emit);
    if (degreeIn(view, anchor) < s.minSenders || degreeOut(view, anchor) === 0) return;
    if (
      !isOwn(view, anchor) ||
      !isPersonal(view, anchor) ||
      !isHolding(view, anchor) ||
      (view.facts.country[anchor] ?? 0) === 0
    )
      return;
    const rows = into(view.adjacency, anchor);
    let foreignRows = 0;
    for (const tx of rows) if (isAbroad(view, debtorOf(view, tx), anchor)) foreignRows++;
    if (foreignRows < s.minSenders) return;
    const paidOut = outOf(view.adjacency, anchor);
    if (!budget.spend(rows.length + paidOut.length)) return;
    const fromAbroad = [...rows].filter((tx) => isAbroad(view, debtorOf(view, tx), anchor));
    for (const { currency, rows: credits } of rowsByCurrency(view, fromAbroad)) {
      const [low, high] = [euros(view.prices, s.lowAmount, currency), euros(view.prices, s.highAmount, currency)];
      const small = credits.filter((tx) => amountOf(view, tx) >= low && amountOf(view, tx) <= high);
      if (small.length < s.bandShare * credits.length) continue;
      const senders = new Tally();
      let most = 0;
      const covered = slideWindows(view.columns.creditorDay, small, s.windowDays, {
        enter: (tx) => senders.add(debtorOf(view, tx)),
        leave: (tx) => senders.remove(debtorOf(view, tx)),
        passes: () => {
          most = Math.max(most, senders.distinct);
          return senders.distinct >= s.minSenders;
        },
      });
      if (covered.length === 0) continue;
      const draws = [...paidOut].filter((tx) => currencyOf(view, tx) === currency && isCashOut(view, tx));
      const { drawn, used } = quickCash(view, covered, draws, s.cashOutDays);
      const received = sumOf(view, covered);
      const cashShare = Math.min(1, drawn / received);
      const atHome = sumOf(
        view,
        [...rows].filter((tx) => currencyOf(view, tx) === currency && isFromHome(view, tx, anchor)),
      );
      const localShare = atHome / (atHome + sumOf(view, credits));
      if (cashShare < s.cashOutShare || localShare > s.localShare) continue;

      const people = [...new Set(covered.map((tx) => debtorOf(view, tx)))].sort((a, b) => a - b);
      const bySender = people
        .map((end) => covered.filter((tx) => debtorOf(view, tx) === end).length)
        .sort((a, b) => b - a);
      const topTwo = ((bySender[0] ?? 0) + (bySender[1] ?? 0)) / covered.length;
      const businesses = covered.filter((tx) => isBusiness(view, debtorOf(view, tx)));
      const invoices = covered.filter((tx) => hasWords(view, tx, wordBit.invoice));
      const from = creditorDayOf(view, covered[0] as number);
      const role = holderRole(view, s, anchor, from);
      const evidence = evidenceOf(used);
      report({
        indicator: 'csae-facilitator-cash-out',
        anchor,
        members: [
          member(anchor, role.role, {
            for: [
              {
                id: 'reason.small-sums-from-abroad-drawn-in-cash',
                parameters: { senders: count(most), cashShare: share(cashShare) },
              },
              ...role.for,
            ],
            against: [{ id: 'reason.recipient-may-be-relative-or-child' }],
          }),
          ...people
            .filter((end) => !isBusiness(view, end))
            .map((end) =>
              member(end, 'possible-purchaser', {
                for: [
                  {
                    id: 'reason.pays-small-sums-abroad',
                    parameters: { items: count(covered.filter((tx) => debtorOf(view, tx) === end).length) },
                  },
                ],
              }),
            ),
        ],
        observed: {
          senders: count(most),
          cashOutShare: share(cashShare),
          localShare: share(localShare),
          median: money(lowerMedian(covered.map((tx) => amountOf(view, tx))), currency),
        },
        threshold: {
          senders: count(s.minSenders),
          cashOutShare: share(s.cashOutShare),
          localShare: share(s.localShare),
        },
        window: {
          from,
          to: Math.max(
            creditorDayOf(view, covered.at(-1) as number),
            ...used.map((tx) => debtorDayOf(view, tx)),
          ) as Day,
        },
        strength: strengthAbove(most, s.minSenders),
        evidence,
        guards: [
          { id: 'platform-payouts', outcome: businesses.length * 2 >= covered.length ? 'held' : 'failed' },
          {
            id: 'invoices',
            outcome: !view.met.has('text') ? 'untestable' : invoices.length * 2 >= covered.length ? 'held' : 'failed',
          },
          {
            id: 'guest-house',
            outcome: hasLicence(view, anchor, licenceBit.lodging)
              ? 'held'
              : view.facts.registered[anchor] === 1
                ? 'failed'
                : 'untestable',
          },
          { id: 'few-steady-senders', outcome: topTwo >= 0.9 ? 'held' : 'failed' },
        ],
      });
      return;
    }
  },
} satisfies Indicator<typeof settings>;

/** Cash that follows each credit on the same or next days; a draw serves the credits before it once. */
function quickCash(
  view: View,
  credits: readonly number[],
  draws: readonly number[],
  days: number,
): { drawn: number; used: number[] } {
  const left = draws.map((tx) => amountOf(view, tx));
  const used = new Set<number>();
  let drawn = 0;
  let start = 0;
  for (const credit of credits) {
    const day = creditorDayOf(view, credit);
    let open = amountOf(view, credit);
    while (start < draws.length && debtorDayOf(view, draws[start] as number) < day) start++;
    for (let at = start; at < draws.length && open > 0 && debtorDayOf(view, draws[at] as number) <= day + days; at++) {
      const part = Math.min(open, left[at] as number);
      if (part === 0) continue;
      left[at] = (left[at] as number) - part;
      open -= part;
      drawn += part;
      used.add(draws[at] as number);
    }
  }
  return { drawn, used: [...used] };
}

function holderRole(
  view: View,
  s: { readonly adultAge: number; readonly youngAge: number; readonly newDays: number },
  end: number,
  first: Day,
): { role: 'possible-victim' | 'undetermined' | 'possible-facilitator'; for: Reason[] } {
  const birthYear = view.facts.birthYear[end] ?? 0;
  const age = birthYear === 0 ? Infinity : partsOfDay(first).year - birthYear;
  if (age < s.adultAge) return { role: 'possible-victim', for: [{ id: 'reason.holder-is-child' }] };
  const opened = view.facts.openedDay[end] ?? NO_DAY;
  if (age < s.youngAge || (opened !== NO_DAY && first - opened < s.newDays))
    return { role: 'undetermined', for: [{ id: 'reason.young-or-new-holder' }] };
  return { role: 'possible-facilitator', for: [] };
}
