/**
 * Cash or money of private payers comes in, and within days goes to cars, jewellery, property or
 * gambling, far above what the holder earns (FIN-2020-A008, section I.1; AUSTRAC). Weak: people
 * inherit, save and marry. What it finds helps recovery of assets and compensation of victims.
 */
import type { EndId } from '../formats/end-table.ts';
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import type { Indicator, Settings, Values } from './indicator.ts';
import { count, dampedByGuards, days, evidenceOf, member, money, ratio, strengthAbove } from './measures.ts';
import { euros } from './price-levels.ts';
import {
  amountOf,
  creditorDayOf,
  creditorOf,
  currencyOf,
  debtorDayOf,
  debtorOf,
  degreeIn,
  hasWords,
  isBenefit,
  isBusiness,
  isCashIn,
  isHolding,
  isOwn,
  isPersonal,
  isPrivate,
  isRent,
  isSameCustomer,
  isWage,
  mccOf,
  rowsByCurrency,
  slideWindows,
} from './read.ts';
import { windowOf } from './statistics.ts';
import type { View } from './view.ts';

const settings = {
  windowDays: { default: 30, unit: 'days', reason: 'A month of purchases is held against a year of income.' },
  assetToIncome: { default: 0.5, unit: 'share', reason: 'Of a year’s income: far more than savings of a month buy.' },
  lagDays: { default: 14, unit: 'days', reason: 'From the money to the purchase; later it may be savings.' },
  sourceShare: { default: 0.5, unit: 'share', reason: 'Of the purchases, covered by such credits shortly before.' },
  leastAssets: { default: 3000, unit: 'EUR', reason: 'Below it even half a small income buys a used car or a ring.' },
  leastMonths: { default: 3, unit: 'months', reason: 'Of wages seen, before they stand for a year’s income.' },
  singleShare: {
    default: 0.7,
    unit: 'share',
    reason: 'One credit that pays for nearly all: a car sold, an inheritance.',
  },
} as const satisfies Settings;
type Current = Values<typeof settings>;

/** Cars new and used, jewellery and watches, gambling, property (ISO 18245). */
const ASSET_CODES: ReadonlySet<number> = new Set([5511, 5521, 5944, 7995, 6513]);

export default {
  id: 'cash-to-high-value-assets',
  title: 'Money paid in becomes cars, property, jewellery or gambling',
  looksFor:
    'A personal account spends half a year’s income and more within a month on cars, jewellery, property or gambling, after cash or transfers of private payers of the two weeks before.',
  family: 'laundering-flow',
  points: 1,
  forms: { 'laundering-pattern': 1 },
  citations: [
    { source: 'FinCEN FIN-2020-A008, section I.1 (real estate, cars)', confidence: 'read' },
    {
      source: 'AUSTRAC forced sexual servitude guide (luxury and gambling), via Arctic Intelligence',
      confidence: 'read',
    },
  ],
  needs: ['mcc'],
  settings,
  guards: [
    { id: 'one-large-credit', pointsOff: 1 },
    { id: 'gifts', pointsOff: 1 },
  ],
  innocent:
    'An inheritance, a car sold, savings, a wedding: a single credit that pays for nearly all and words of gifts are tested. Where neither the register nor wages tell an income, it is not asked.',
  find(view, s, anchor, budget, emit) {
    if (!view.columns.mcc || !isOwn(view, anchor) || !isHolding(view, anchor) || !isPersonal(view, anchor)) return;
    if (degreeIn(view, anchor) === 0) return;
    const rows = outOf(view.adjacency, anchor);
    let bought = 0;
    for (const tx of rows) if (isAsset(view, tx)) bought++;
    if (bought === 0 || !budget.spend(rows.length + degreeIn(view, anchor))) return;
    const purchases = [...rows].filter((tx) => isAsset(view, tx));
    for (const { currency, rows: part } of rowsByCurrency(view, purchases)) {
      const income = yearlyIncome(view, s, anchor, currency);
      const least = euros(view.prices, s.leastAssets, currency);
      if (!(income > 0) || Number.isNaN(least)) continue;
      const sources = [...into(view.adjacency, anchor)].filter((tx) => isSource(view, anchor, tx, currency));
      let spent = 0;
      let most = 0;
      const covered = slideWindows(view.columns.debtorDay, part, s.windowDays, {
        enter: (tx) => (spent += amountOf(view, tx)),
        leave: (tx) => (spent -= amountOf(view, tx)),
        passes: (first, last) => {
          if (spent < least || spent < s.assetToIncome * income) return false;
          const before = sourcesOf(view, s, sources, part.slice(first, last + 1));
          if (total(view, before) < s.sourceShare * spent) return false;
          most = Math.max(most, spent);
          return true;
        },
      });
      if (covered.length === 0) continue;
      const before = sourcesOf(view, s, sources, covered);
      const paid = total(view, covered);
      const evidence = evidenceOf([...covered, ...before]);
      const gifts = total(
        view,
        before.filter((tx) => hasWords(view, tx, wordBit.gift)),
      );
      const largest = Math.max(...before.map((tx) => amountOf(view, tx)));
      const guards = [
        { id: 'one-large-credit', outcome: largest >= s.singleShare * paid ? ('held' as const) : ('failed' as const) },
        {
          id: 'gifts',
          outcome: !view.met.has('text')
            ? ('untestable' as const)
            : gifts * 2 >= total(view, before)
              ? ('held' as const)
              : ('failed' as const),
        },
      ];
      dampedByGuards(emit)({
        indicator: 'cash-to-high-value-assets',
        anchor,
        members: [
          member(anchor, 'undetermined', {
            for: [{ id: 'reason.buys-assets-above-income', parameters: { ratio: ratio(most / income) } }],
            against: [{ id: 'reason.account-may-be-used-by-others' }],
          }),
        ],
        observed: { ratio: ratio(most / income), spent: money(most, currency), purchases: count(covered.length) },
        threshold: { ratio: ratio(s.assetToIncome), spent: money(least, currency), window: days(s.windowDays) },
        window: windowOf(view, evidence),
        strength: strengthAbove(most, s.assetToIncome * income),
        evidence,
        guards,
      });
    }
  },
} satisfies Indicator<typeof settings>;

function isAsset(view: View, tx: TransactionIndex): boolean {
  return ASSET_CODES.has(mccOf(view, tx)) && !isRent(view, tx);
}

/** Cash, and what private payers send, other than wages and the holder's own accounts. */
function isSource(view: View, anchor: EndId, tx: TransactionIndex, currency: number): boolean {
  if (currencyOf(view, tx) !== currency || isWage(view, tx) || isBenefit(view, tx)) return false;
  const from = debtorOf(view, tx);
  if (isCashIn(view, tx)) return true;
  return isPrivate(view, from) && !isBusiness(view, from) && !isSameCustomer(view, from, anchor);
}

/** Sources of the days before any of the purchases; purchases in time order. */
function sourcesOf(
  view: View,
  s: Current,
  sources: readonly TransactionIndex[],
  purchases: readonly TransactionIndex[],
): TransactionIndex[] {
  return sources.filter((tx) =>
    purchases.some((other) => {
      const lag = debtorDayOf(view, other) - creditorDayOf(view, tx);
      return lag >= 0 && lag <= s.lagDays && creditorOf(view, other) !== debtorOf(view, tx);
    }),
  );
}

function total(view: View, rows: readonly TransactionIndex[]): number {
  let sum = 0;
  for (const tx of rows) sum += amountOf(view, tx);
  return sum;
}

/** A year's income in minor units: as declared, else what wages and benefits of some months make in a year; 0 = not known. */
function yearlyIncome(view: View, s: Current, anchor: EndId, currency: number): number {
  const declared = view.facts.income[anchor] ?? 0;
  if (declared > 0 && view.facts.registerCurrency[anchor] === currency) return declared;
  const pay = [...into(view.adjacency, anchor)].filter(
    (tx) => currencyOf(view, tx) === currency && (isWage(view, tx) || isBenefit(view, tx)),
  );
  if (pay.length < s.leastMonths) return 0;
  const span = creditorDayOf(view, pay.at(-1) as number) - creditorDayOf(view, pay[0] as number) + 30;
  return span < 30 * s.leastMonths ? 0 : (total(view, pay) * 365) / span;
}
