/**
 * Income that does not fit what the business costs: cash flows in without suppliers, rent, energy,
 * tax or wages to match (FIN-2020-A008, section I.1, front companies). Costs may be at another
 * bank, so the customer's other accounts and the sector's peers in the same files are asked.
 */
import { NO_DAY } from '../days.ts';
import type { EndId } from '../formats/end-table.ts';
import { into } from '../graph/adjacency.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import { booksOf, windowsOf } from './business-books.ts';
import { sign } from './end-signs.ts';
import type { Budget, GuardOutcome, Indicator } from './indicator.ts';
import { count, days, evidenceOf, member, money, ratio, share, strengthAbove } from './measures.ts';
import { euros } from './price-levels.ts';
import { currencyOf, degreeIn, degreeOut, hasSign, isBusiness, isCashIn, isHolding, isOwn } from './read.ts';
import { windowOf } from './statistics.ts';
import type { View } from './view.ts';

const settings = {
  windowDays: { default: 90, unit: 'days', reason: 'A quarter holds rent, energy and suppliers of every kind.' },
  inflowToCost: {
    default: 4,
    unit: 'ratio',
    reason: 'Trade and catering keep far less than three quarters of what they take.',
  },
  cashShare: { default: 0.8, unit: 'share', reason: 'Customers of an open shop pay by card too.' },
  minInflow: { default: 10000, unit: 'EUR', reason: 'A quarter’s cash of a hobby or a stall stays below it.' },
  windowShare: {
    default: 0.5,
    unit: 'share',
    reason: 'Of the windows with enough cash: a season or a late booking is not a business.',
  },
} as const satisfies Indicator['settings'];

const NEW_FIRM_DAYS = 180;
const MOST_PEERS = 40;

export default {
  id: 'front-revenue-mismatch',
  title: 'Income does not fit the size or costs of the business',
  looksFor:
    'A business account takes mostly cash, and it is several times what goes out for suppliers, rent, energy, tax and wages, quarter after quarter.',
  family: 'laundering-flow',
  points: 3,
  forms: { 'laundering-pattern': 1, 'sexual-exploitation': 0.3, 'labour-exploitation': 0.3, 'organ-removal': 0.1 },
  citations: [
    {
      source:
        'FinCEN FIN-2020-A008, section I.1 (front companies) and indicators on cash deposits without ACH and oversized deposits',
      confidence: 'read',
    },
  ],
  needs: [],
  settings,
  guards: [
    { id: 'new-firm', pointsOff: 2 },
    { id: 'owner-operated', pointsOff: 1 },
    { id: 'costs-at-another-account', pointsOff: 2 },
    { id: 'peers-alike', pointsOff: 3 },
  ],
  innocent:
    'A new firm, a shop run by its owner, a second account or bank used for costs, a trade in which everybody looks like this.',
  find(view, settings, anchor, budget, emit) {
    if (
      !isBusiness(view, anchor) ||
      !isOwn(view, anchor) ||
      !isHolding(view, anchor) ||
      !hasSign(view, anchor, sign.cashIn)
    )
      return;
    const currency = currencyOf(view, into(view.adjacency, anchor)[0] as number);
    const minInflow = euros(view.prices, settings.minInflow, currency);
    const seen = mismatch(view, anchor, currency, minInflow, settings, budget);
    if (!seen) return;
    const evidence = evidenceOf(seen.cash);
    const observedRatio = seen.costs === 0 ? 99 : Math.min(99, seen.cashIn / seen.costs);
    const average = money(Math.round(seen.cashIn / seen.windows), currency);
    const { openedDay, staff } = view.facts;
    const opened = openedDay[anchor] ?? NO_DAY;
    const guards: { id: string; outcome: GuardOutcome }[] = [
      {
        id: 'new-firm',
        outcome:
          opened === NO_DAY ? 'untestable' : windowOf(view, evidence).to - opened < NEW_FIRM_DAYS ? 'held' : 'failed',
      },
      {
        id: 'owner-operated',
        outcome: (staff[anchor] ?? -1) < 0 ? 'untestable' : (staff[anchor] ?? 0) <= 1 ? 'held' : 'failed',
      },
      {
        id: 'costs-at-another-account',
        outcome:
          (view.facts.customer[anchor] ?? 0) === 0
            ? 'untestable'
            : seen.toOwnAccounts >= 0.3 * seen.cashIn
              ? 'held'
              : 'failed',
      },
      { id: 'peers-alike', outcome: peersAlike(view, anchor, currency, minInflow, settings, budget) },
    ];
    emit({
      indicator: 'front-revenue-mismatch',
      anchor,
      members: [
        member(anchor, 'front-business', {
          for: [{ id: 'reason.cash-income-without-costs', parameters: { ratio: ratio(observedRatio), cash: average } }],
          against: [{ id: 'reason.costs-may-be-paid-elsewhere' }],
        }),
      ],
      observed: {
        ratio: ratio(observedRatio),
        share: share(seen.cashIn / seen.turnover),
        cash: average,
        windows: count(seen.windows),
      },
      threshold: {
        ratio: ratio(settings.inflowToCost),
        share: share(settings.cashShare),
        cash: money(minInflow, currency),
        window: days(settings.windowDays),
      },
      window: windowOf(view, evidence),
      strength: strengthAbove(observedRatio, settings.inflowToCost),
      evidence,
      guards,
    });
  },
} satisfies Indicator<typeof settings>;

interface Mismatch {
  cash: Set<TransactionIndex>;
  cashIn: number;
  turnover: number;
  costs: number;
  toOwnAccounts: number;
  windows: number;
}

function mismatch(
  view: View,
  business: EndId,
  currency: number,
  minInflow: number,
  settings: Readonly<Record<'windowDays' | 'inflowToCost' | 'cashShare' | 'windowShare', number>>,
  budget: Budget,
): Mismatch | undefined {
  const seen: Mismatch = { cash: new Set(), cashIn: 0, turnover: 0, costs: 0, toOwnAccounts: 0, windows: 0 };
  let busy = 0;
  for (const { from, before } of windowsOf(view, business, settings.windowDays)) {
    if (!budget.spend(degreeIn(view, business) + degreeOut(view, business))) break;
    const books = booksOf(view, business, currency, from, before);
    if (!(books.cashIn >= minInflow)) continue;
    busy++;
    if (books.cashIn < settings.inflowToCost * books.costs || books.cashIn < settings.cashShare * books.turnover)
      continue;
    seen.windows++;
    seen.cashIn += books.cashIn;
    seen.turnover += books.turnover;
    seen.costs += books.costs;
    seen.toOwnAccounts += books.toOwnAccounts;
    for (const tx of books.credits) if (isCashIn(view, tx)) seen.cash.add(tx);
  }
  return seen.windows > 0 && seen.windows >= settings.windowShare * busy ? seen : undefined;
}

/** A quarter or more of the sector's other businesses in these files look the same: it is the trade. */
function peersAlike(
  view: View,
  anchor: EndId,
  currency: number,
  minInflow: number,
  settings: Parameters<typeof mismatch>[4],
  budget: Budget,
): GuardOutcome {
  const sector = view.facts.sector[anchor] ?? 0;
  if (sector === 0) return 'untestable';
  let peers = 0;
  let alike = 0;
  for (let end = 0; end < view.facts.sector.length && peers < MOST_PEERS; end++) {
    if (
      view.facts.sector[end] !== sector ||
      end === anchor ||
      !isOwn(view, end) ||
      !isBusiness(view, end) ||
      degreeIn(view, end) === 0
    )
      continue;
    peers++;
    if (mismatch(view, end, currency, minInflow, settings, budget)) alike++;
  }
  if (peers < 3) return 'untestable';
  return alike * 4 >= peers ? 'held' : 'failed';
}
