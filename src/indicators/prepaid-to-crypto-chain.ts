/**
 * Prepaid or voucher purchases, then a purchase of crypto money, then adverts or travel, each within
 * days of the last (FIN-2020-A008, section I.4 and second case study; FINTRAC 2016). The chain
 * counts; small repeated crypto buys count only beside an advert, and then little. The card may be
 * somebody else's, so nobody gets a role.
 */
import { outOf } from '../graph/adjacency.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import { commonShare } from './csae-low-value-repeat.ts';
import type { Indicator, Settings, Values } from './indicator.ts';
import { count, dampedByGuards, days, evidenceOf, lowerMedian, member, money, strengthAbove } from './measures.ts';
import { euros } from './price-levels.ts';
import {
  amountOf,
  creditorOf,
  debtorDayOf,
  degreeOut,
  isBusiness,
  isLodgingCode,
  isTicketCode,
  mccOf,
  rowsByCurrency,
  sumOf,
} from './read.ts';
import { windowOf } from './statistics.ts';
import { advertCodes, paysTrade, trade } from './trade-signs.ts';
import type { View } from './view.ts';

const settings = {
  chainDays: {
    default: 7,
    unit: 'days',
    reason: 'From one link of the chain to the next; the case study speaks of days.',
  },
  minPrepaid: { default: 4, unit: 'count', reason: 'In a month: more than gifts and one’s own telephone.' },
  windowDays: { default: 30, unit: 'days', reason: 'A month, as the purchases are counted.' },
  smallCryptoMax: {
    default: 50,
    unit: 'EUR',
    reason: 'Small buys; FINTRAC names multiples such as 3, 12 and 24 dollars.',
  },
  fixedShare: { default: 0.8, unit: 'share', reason: 'Of the crypto buys, one sum at even distances: a savings plan.' },
} as const satisfies Settings;
type Current = Values<typeof settings>;

/** Stored value and money loaded on cards, digital games and vouchers (ISO 18245). */
const PREPAID_CODES: ReadonlySet<number> = new Set([6540, 5816]);
/** Quasi cash of others than banks: exchanges of crypto money are acquired under it. */
const CRYPTO_CODE = 6051;

interface Chain {
  readonly prepaid: readonly TransactionIndex[];
  readonly crypto: readonly TransactionIndex[];
  readonly ends: readonly TransactionIndex[];
}

export default {
  id: 'prepaid-to-crypto-chain',
  title: 'Prepaid purchases, then crypto money, then adverts or travel',
  looksFor:
    'Four and more prepaid or voucher purchases in a month, a purchase of crypto money within a week of them and adverts, tickets or lodging within a week of that; or small crypto buys again and again beside adverts.',
  family: 'sex-market',
  points: 5,
  forms: { 'sexual-exploitation': 1, 'child-sexual-exploitation': 0.3 },
  citations: [
    { source: 'FinCEN FIN-2020-A008, section I.4 and second case study', confidence: 'read' },
    { source: 'FINTRAC 2016 list, via MrWatchlist', confidence: 'read' },
  ],
  needs: ['mcc'],
  settings,
  guards: [
    { id: 'part-of-chain', pointsOff: 4 },
    { id: 'savings-plan', pointsOff: 5 },
    { id: 'business-holder', pointsOff: 4 },
  ],
  innocent:
    'Gifts, games, budgeting on prepaid cards without a bank, an ordinary savings plan in crypto money: the whole chain is asked for or an advert beside, and even sums at even distances are tested.',
  find(view, s, anchor, budget, emit) {
    if (!view.columns.mcc || degreeOut(view, anchor) < s.minPrepaid + 1) return;
    if (!paysTrade(view, anchor, trade.advert | trade.ticket | trade.lodging)) return;
    const rows = outOf(view.adjacency, anchor);
    let crypto = 0;
    for (const tx of rows) if (mccOf(view, tx) === CRYPTO_CODE) crypto++;
    if (crypto === 0 || !budget.spend(rows.length)) return;
    const links = [...rows].filter((tx) => isPrepaid(view, tx) || isCrypto(view, tx) || isChainEnd(view, tx));
    // Links may be paid in several currencies: the chain is of days, sums are told for the commonest.
    const whole = wholeChain(view, s, links);
    const chain = whole ?? smallBuys(view, s, links);
    if (!chain) return;
    const evidence = evidenceOf([...chain.prepaid, ...chain.crypto, ...chain.ends]);
    const main = rowsByCurrency(view, evidence)[0];
    if (!main) return;
    const bought = whole ? chain.prepaid.length : chain.crypto.length;
    const adverts = chain.ends.filter((tx) => advertCodes.has(mccOf(view, tx))).length;
    dampedByGuards(emit)({
      indicator: 'prepaid-to-crypto-chain',
      anchor,
      members: [
        member(anchor, 'undetermined', {
          for: [
            {
              id: 'reason.prepaid-then-crypto-then-adverts',
              parameters: { items: count(bought), adverts: count(adverts) },
            },
          ],
          against: [{ id: 'reason.card-may-be-used-by-others' }],
        }),
      ],
      observed: {
        items: count(bought),
        buys: count(chain.crypto.length),
        adverts: count(adverts),
        spent: money(sumOf(view, main.rows), main.currency),
      },
      threshold: { items: count(s.minPrepaid), delay: days(s.chainDays) },
      window: windowOf(view, evidence),
      strength: strengthAbove(bought, s.minPrepaid),
      evidence,
      guards: [
        { id: 'part-of-chain', outcome: whole ? 'failed' : 'held' },
        {
          id: 'savings-plan',
          outcome: isPlan(
            view,
            s,
            links.filter((tx) => isCrypto(view, tx)),
          )
            ? 'held'
            : 'failed',
        },
        { id: 'business-holder', outcome: isBusiness(view, anchor) ? 'held' : 'failed' },
      ],
    });
  },
} satisfies Indicator<typeof settings>;

function isPrepaid(view: View, tx: TransactionIndex): boolean {
  return PREPAID_CODES.has(mccOf(view, tx));
}

function isCrypto(view: View, tx: TransactionIndex): boolean {
  return mccOf(view, tx) === CRYPTO_CODE;
}

function isChainEnd(view: View, tx: TransactionIndex): boolean {
  const code = mccOf(view, tx);
  return advertCodes.has(code) || isTicketCode(code) || isLodgingCode(code);
}

/** Every crypto buy with enough prepaid purchases in the month before, the last within the chain's days, and an end after it. */
function wholeChain(view: View, s: Current, links: readonly TransactionIndex[]): Chain | undefined {
  const used = { prepaid: new Set<number>(), crypto: new Set<number>(), ends: new Set<number>() };
  for (const tx of links) {
    if (!isCrypto(view, tx)) continue;
    const day = debtorDayOf(view, tx);
    const near = (other: number, from: number, to: number): boolean =>
      debtorDayOf(view, other) >= from && debtorDayOf(view, other) <= to;
    const prepaid = links.filter((other) => isPrepaid(view, other) && near(other, day - s.windowDays + 1, day));
    if (prepaid.length < s.minPrepaid || !prepaid.some((other) => near(other, day - s.chainDays, day))) continue;
    const ends = links.filter((other) => isChainEnd(view, other) && near(other, day, day + s.chainDays));
    if (ends.length === 0) continue;
    used.crypto.add(tx);
    for (const other of prepaid) used.prepaid.add(other);
    for (const other of ends) used.ends.add(other);
  }
  if (used.crypto.size === 0) return undefined;
  return { prepaid: [...used.prepaid], crypto: [...used.crypto], ends: [...used.ends] };
}

/** Small crypto buys, as many in a month as prepaid purchases are asked for, with an advert within days of one. */
function smallBuys(view: View, s: Current, links: readonly TransactionIndex[]): Chain | undefined {
  const small = links.filter(
    (tx) =>
      isCrypto(view, tx) &&
      amountOf(view, tx) <= euros(view.prices, s.smallCryptoMax, view.columns.currency?.[tx] ?? 0),
  );
  const crypto = new Set<number>();
  for (let first = 0, last = 0; last < small.length; last++) {
    while (debtorDayOf(view, small[first] as number) <= debtorDayOf(view, small[last] as number) - s.windowDays)
      first++;
    if (last - first + 1 >= s.minPrepaid) for (let i = first; i <= last; i++) crypto.add(small[i] as number);
  }
  const buys = [...crypto];
  const ends = links.filter(
    (tx) =>
      advertCodes.has(mccOf(view, tx)) &&
      buys.some(
        (buy) =>
          debtorDayOf(view, tx) >= debtorDayOf(view, buy) &&
          debtorDayOf(view, tx) <= debtorDayOf(view, buy) + s.chainDays,
      ),
  );
  return ends.length === 0 ? undefined : { prepaid: [], crypto: buys, ends };
}

/** Three and more buys at one payee, nearly all of one sum, with distances that differ little. */
function isPlan(view: View, s: Current, buys: readonly TransactionIndex[]): boolean {
  if (buys.length < 3 || new Set(buys.map((tx) => creditorOf(view, tx))).size > 1) return false;
  const amounts = buys.map((tx) => amountOf(view, tx));
  const gaps = buys.slice(1).map((tx, i) => debtorDayOf(view, tx) - debtorDayOf(view, buys[i] as number));
  const middle = lowerMedian(gaps);
  const even = gaps.filter((gap) => Math.abs(gap - middle) <= 1).length;
  return middle >= 7 && commonShare(amounts, 1) >= s.fixedShare && even >= s.fixedShare * gaps.length;
}
