/**
 * Frequent small payments to advert or listing sites (FINTRAC 2016; FIN-2020-A008; AUSTRAC). Says
 * nothing alone: financial data hardly separates lawful from forced work, so a lead needs a control
 * sign besides. Labels are hashes of what a text names; the text itself is never read here.
 */
import type { EndId } from '../formats/end-table.ts';
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import type { GuardOutcome, Indicator, Settings } from './indicator.ts';
import { count, dampedByGuards, evidenceOf, member, money, share, strengthAbove } from './measures.ts';
import { euros } from './price-levels.ts';
import {
  amountOf,
  creditorOf,
  currencyOf,
  debtorDayOf,
  debtorOf,
  degreeOut,
  hasWords,
  isAbroad,
  isBusiness,
  isOwn,
  isPersonal,
  isPrivate,
  isSameCustomer,
  isSpending,
  isWage,
  mccOf,
  rowsByCurrency,
  slideWindows,
  sumOf,
  topRecipient,
} from './read.ts';
import { advertCodes, paysTrade, trade } from './trade-signs.ts';
import type { View } from './view.ts';

const settings = {
  windowDays: { default: 30, unit: 'days', reason: 'A month, as indicators.md counts.' },
  minItems: { default: 8, unit: 'count', reason: 'Adverts are renewed about twice a week and more.' },
  smallAmount: { default: 100, unit: 'EUR', reason: 'FINTRAC 2016: online payments mostly below 100.' },
  monthlyHigh: { default: 1000, unit: 'EUR', reason: 'AUSTRAC reports up to AUD 10,000 a month as an upper case.' },
  severalLabels: { default: 3, unit: 'count', reason: 'Adverts under three names or towns hardly serve one person.' },
  keptShare: {
    default: 0.3,
    unit: 'share',
    reason: 'No single recipient gets more of the income: the holder keeps it.',
  },
  takenShare: { default: 0.6, unit: 'share', reason: 'Of the income to one recipient: the money is taken away.' },
  onePayerShare: {
    default: 0.5,
    unit: 'share',
    reason: 'Of what people pay in, from one person: not the earnings of one who serves customers.',
  },
  onePayerItems: {
    default: 12,
    unit: 'count',
    reason: 'Payments of that person; a spouse’s monthly share of the household stays below it for most of a year.',
  },
} as const satisfies Settings;

export default {
  id: 'ad-micropayments',
  title: 'Frequent small payments to advert or listing sites',
  looksFor:
    'Many small debits within a month to advertising, listing or dating sites, above all abroad and under several labels.',
  family: 'sex-market',
  points: 5,
  forms: { 'sexual-exploitation': 1, 'child-trafficking': 0.2 },
  citations: [
    { source: 'FINTRAC 2016 list, via MrWatchlist', confidence: 'read' },
    { source: 'FinCEN FIN-2020-A008, foreign classified sites', confidence: 'read' },
    { source: 'AUSTRAC forced sexual servitude guide 2022, via Arctic Intelligence and press', confidence: 'read' },
  ],
  needs: [],
  settings,
  guards: [
    { id: 'independent-advertiser', pointsOff: 5 },
    { id: 'business-advertiser', pointsOff: 5 },
  ],
  innocent:
    'A lawful self-employed adult who advertises, an estate agent, a car dealer, a marketplace seller: one label, own spending and earnings kept point to independence, unless one person pays in most and often; a registered business is named as such.',
  find(view, s, anchor, budget, emit) {
    const report = dampedByGuards(emit);
    if (!paysTrade(view, anchor, trade.advert) || degreeOut(view, anchor) < s.minItems) return;
    const rows = outOf(view.adjacency, anchor);
    let likely = 0;
    for (const tx of rows) if (isAdvert(view, tx)) likely++;
    if (likely < s.minItems || !budget.spend(rows.length)) return;
    for (const { currency, rows: adverts } of rowsByCurrency(
      view,
      [...rows].filter((tx) => isAdvert(view, tx)),
    )) {
      const most = euros(view.prices, s.smallAmount, currency);
      const small = adverts.filter((tx) => amountOf(view, tx) <= most);
      let items = 0;
      let spent = 0;
      let inWindow = 0;
      const covered = slideWindows(view.columns.debtorDay, small, s.windowDays, {
        enter: (tx) => (inWindow += amountOf(view, tx)),
        leave: (tx) => (inWindow -= amountOf(view, tx)),
        passes: (first, last) => {
          if (last - first + 1 < s.minItems) return false;
          items = Math.max(items, last - first + 1);
          spent = Math.max(spent, inWindow);
          return true;
        },
      });
      if (covered.length === 0) continue;
      const labels = new Set(covered.map((tx) => view.columns.textKey?.[tx] ?? 0));
      labels.delete(0);
      const foreign = covered.filter((tx) => isAbroad(view, anchor, creditorOf(view, tx))).length / covered.length;
      const all = [...rows].filter((tx) => currencyOf(view, tx) === currency);
      const income = sumOf(
        view,
        [...into(view.adjacency, anchor)].filter((tx) => currencyOf(view, tx) === currency),
      );
      // What is put aside is not taken away.
      const savings = new Set(all.filter((tx) => hasWords(view, tx, wordBit.saving)).map((tx) => creditorOf(view, tx)));
      const top = topRecipient(
        view,
        all.filter((tx) => isPrivate(view, creditorOf(view, tx)) && !savings.has(creditorOf(view, tx))),
      );
      const isTaken = isOwn(view, anchor) && income > 0 && (top?.sum ?? 0) >= s.takenShare * income;
      const isSeveral = labels.size >= s.severalLabels;
      const merchants = [...new Set(covered.map((tx) => creditorOf(view, tx)))].sort((a, b) => a - b);
      report({
        indicator: 'ad-micropayments',
        anchor,
        members: [
          member(
            anchor,
            isTaken ? 'possible-victim' : isSeveral && isPersonal(view, anchor) ? 'possible-organiser' : 'undetermined',
            {
              for: [
                { id: 'reason.pays-for-adverts', parameters: { items: count(items) } },
                ...(isSeveral
                  ? [{ id: 'reason.adverts-under-several-labels', parameters: { labels: count(labels.size) } }]
                  : []),
                ...(isTaken
                  ? [
                      {
                        id: 'reason.earnings-swept',
                        parameters: { share: share(Math.min(1, (top?.sum ?? 0) / income)) },
                      },
                    ]
                  : []),
              ],
              against: isTaken || isSeveral ? [] : [{ id: 'reason.may-be-independent' }],
            },
          ),
          ...merchants
            .filter((end) => end > 2)
            .map((end) => member(end, 'undetermined', { for: [{ id: 'reason.advert-site' }] })),
        ],
        observed: {
          items: count(items),
          monthly: money(spent, currency),
          labels: count(labels.size),
          foreignShare: share(foreign),
        },
        threshold: { items: count(s.minItems), labels: count(s.severalLabels) },
        window: { from: debtorDayOf(view, covered[0] as number), to: debtorDayOf(view, covered.at(-1) as number) },
        strength: Math.min(
          200,
          strengthAbove(items, s.minItems) +
            (foreign >= 0.5 ? 20 : 0) +
            (spent >= euros(view.prices, s.monthlyHigh, currency) ? 25 : 0),
        ),
        evidence: evidenceOf(covered),
        guards: [
          {
            id: 'independent-advertiser',
            outcome: livesFromOne(view, s, anchor, currency)
              ? 'failed'
              : independent(view, s, anchor, labels.size, all, income, top?.sum ?? 0),
          },
          {
            id: 'business-advertiser',
            outcome: isBusiness(view, anchor) ? 'held' : view.facts.registered[anchor] === 1 ? 'failed' : 'untestable',
          },
        ],
      });
      return;
    }
  },
} satisfies Indicator<typeof settings>;

function isAdvert(view: View, tx: number): boolean {
  const mcc = mccOf(view, tx);
  if (mcc !== 0) return advertCodes.has(mcc);
  return hasWords(view, tx, wordBit.advert) && !isPrivate(view, creditorOf(view, tx));
}

/** One person pays in often and most of what people pay in. */
function livesFromOne(
  view: View,
  s: { readonly onePayerShare: number; readonly onePayerItems: number },
  end: EndId,
  currency: number,
): boolean {
  const payers = new Map<EndId, { items: number; sum: number }>();
  let paid = 0;
  for (const tx of into(view.adjacency, end)) {
    const from = debtorOf(view, tx);
    if (currencyOf(view, tx) !== currency || !isPrivate(view, from) || isSameCustomer(view, from, end)) continue;
    if (isWage(view, tx)) continue;
    const held = payers.get(from) ?? { items: 0, sum: 0 };
    payers.set(from, { items: held.items + 1, sum: held.sum + amountOf(view, tx) });
    paid += amountOf(view, tx);
  }
  return [...payers.values()].some(({ items, sum }) => items >= s.onePayerItems && sum >= s.onePayerShare * paid);
}

/** One label, spending of one's own, and earnings that stay with the holder. */
function independent(
  view: View,
  s: { readonly keptShare: number },
  end: EndId,
  labels: number,
  rows: readonly number[],
  income: number,
  toOne: number,
): GuardOutcome {
  if (!isOwn(view, end) || income === 0) return 'untestable';
  const own = rows.filter((tx) => isSpending(view, tx) && !isAdvert(view, tx));
  return labels <= 1 && own.length >= 5 && toOne < s.keptShare * income ? 'held' : 'failed';
}
