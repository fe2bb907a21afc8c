/**
 * Many senders who have nothing else in common pay like sums to one beneficiary (FIN-2014-A008).
 * A sender whom the beneficiary pays back is an acquaintance and does not count. Senders may be
 * victims who pay a debt: they are counted, never named as payers of anything.
 */
import type { EndId } from '../formats/end-table.ts';
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import { licenceBit } from '../ledger/end-facts.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import type { Budget, GuardOutcome, Indicator } from './indicator.ts';
import { count, days, evidenceOf, member, ratio, share, strengthAbove } from './measures.ts';
import {
  amountOf,
  creditorDayOf,
  creditorOf,
  debtorOf,
  degreeIn,
  degreeOut,
  hasLicence,
  hasWords,
  isBenefit,
  isHolding,
  isOwn,
  isPersonal,
  isPrivate,
  isRent,
  isSameCustomer,
  isWage,
  rowsByCurrency,
  slideWindows,
} from './read.ts';
import { monthOf, windowOf } from './statistics.ts';
import type { View } from './view.ts';
import { isWageRow } from './wages.ts';

const settings = {
  windowDays: { default: 60, unit: 'days', reason: 'Long enough for monthly payers to show twice.' },
  minSenders: { default: 5, unit: 'count', reason: 'A family or a shared flat has fewer.' },
  maxSenderOverlap: {
    default: 0.1,
    unit: 'share',
    reason: 'Friends, flatmates and colleagues pay each other or share an address or employer.',
  },
  similarAmountCv: {
    default: 0.5,
    unit: 'ratio',
    reason: 'One service or one debt has like sums; a private seller’s sums are all over.',
  },
  minSenderCities: {
    default: 3,
    unit: 'count',
    reason: 'Home regions other than the beneficiary’s own, which add to the strength.',
  },
} as const satisfies Indicator['settings'];

/** More senders than this is a till or an office: it is not searched, and the cut is counted. */
const MOST_SENDERS = 400;

export default {
  id: 'shared-beneficiary-unrelated-senders',
  title: 'Many apparently unrelated senders pay one beneficiary',
  looksFor:
    'Within two months five or more private senders, who neither pay each other nor share an address or employer, pay like sums to one personal account that pays none of them back.',
  family: 'laundering-flow',
  points: 3,
  forms: {
    'laundering-pattern': 0.6,
    'sexual-exploitation': 0.4,
    'labour-exploitation': 0.3,
    'debt-bondage': 0.4,
    'organ-removal': 0.1,
  },
  citations: [
    {
      source: 'FinCEN FIN-2014-A008 (via Compliance Week and a red-flag digest of the FinCEN lists)',
      confidence: 'read',
    },
  ],
  needs: [],
  settings,
  guards: [
    { id: 'charity-or-licensed', pointsOff: 3 },
    { id: 'donations-or-invoices', pointsOff: 3 },
    { id: 'published-prices', pointsOff: 2 },
    { id: 'landlord', pointsOff: 3 },
    { id: 'standing-payments', pointsOff: 3 },
    { id: 'registered-trade', pointsOff: 2 },
    { id: 'links-not-seen', pointsOff: 1 },
  ],
  innocent:
    'A charity, landlord, school, marketplace seller, club or crowdfunding: licences, words of donation, invoice or rent, a few exact prices, standing monthly sums, and tax or social insurance paid from the account are tested. Links between senders show only in statements that are held.',
  find(view, settings, anchor, budget, emit) {
    if (degreeIn(view, anchor) < settings.minSenders || !isHolding(view, anchor) || !isPersonal(view, anchor)) return;
    const rows = into(view.adjacency, anchor);
    if (!budget.spend(rows.length + degreeOut(view, anchor))) return;
    const payments: TransactionIndex[] = [];
    for (const tx of rows) {
      const from = debtorOf(view, tx);
      if (!isPrivate(view, from) || isSameCustomer(view, from, anchor) || isWage(view, tx) || isBenefit(view, tx))
        continue;
      if (!hasWords(view, tx, wordBit.refund | wordBit.family)) payments.push(tx);
    }
    if (!areDense(view, payments, settings)) return;
    const paidBack = new Set<EndId>();
    for (const tx of outOf(view.adjacency, anchor)) paidBack.add(creditorOf(view, tx));
    for (const part of rowsByCurrency(
      view,
      payments.filter((tx) => !paidBack.has(debtorOf(view, tx))),
    )) {
      const inside = new Map<EndId, number>();
      let most = 0;
      let leastCv = Infinity;
      let sum = 0;
      let squares = 0;
      const move = (tx: TransactionIndex, by: 1 | -1): void => {
        const held = (inside.get(debtorOf(view, tx)) ?? 0) + by;
        if (held === 0) inside.delete(debtorOf(view, tx));
        else inside.set(debtorOf(view, tx), held);
        sum += by * amountOf(view, tx);
        squares += by * amountOf(view, tx) ** 2;
      };
      const covered = slideWindows(view.columns.creditorDay, part.rows, settings.windowDays, {
        enter: (tx) => move(tx, 1),
        leave: (tx) => move(tx, -1),
        passes: (first, last) => {
          if (inside.size < settings.minSenders || !budget.spend(1)) return false;
          const rowsInside = last - first + 1;
          const mean = sum / rowsInside;
          const cv = Math.sqrt(Math.max(0, squares / rowsInside - mean * mean)) / mean;
          if (cv > settings.similarAmountCv) return false;
          most = Math.max(most, inside.size);
          leastCv = Math.min(leastCv, cv);
          return true;
        },
      });
      const senders = [...new Set(covered.map((tx) => debtorOf(view, tx)))].sort((a, b) => a - b);
      if (senders.length < settings.minSenders || senders.length > MOST_SENDERS) {
        if (senders.length > MOST_SENDERS) budget.spend(Infinity);
        continue;
      }
      const overlap = overlapOf(view, senders, budget);
      if (overlap > settings.maxSenderOverlap) continue;
      const regions = new Set(senders.map((sender) => view.facts.region[sender] ?? 0));
      regions.delete(0);
      regions.delete(view.facts.region[anchor] ?? 0);
      const evidence = evidenceOf(covered);
      const guards = guardsOf(view, anchor, evidence, senders);
      const isInnocent = guards.some(({ id, outcome }) => outcome === 'held' && id !== 'links-not-seen');
      const observed = {
        senders: count(most),
        overlap: share(overlap),
        variation: ratio(leastCv),
        regions: count(regions.size),
      };
      emit({
        indicator: 'shared-beneficiary-unrelated-senders',
        anchor,
        members: [
          member(anchor, isInnocent ? 'undetermined' : 'possible-collector', {
            for: [{ id: 'reason.is-paid-by-unrelated-senders', parameters: { senders: observed.senders } }],
            against: isInnocent ? [{ id: 'reason.innocent-reading-fits' }] : [],
          }),
          ...senders.map((sender) =>
            member(sender, 'undetermined', { against: [{ id: 'reason.sender-role-is-not-known' }] }),
          ),
        ],
        observed,
        threshold: {
          senders: count(settings.minSenders),
          overlap: share(settings.maxSenderOverlap),
          variation: ratio(settings.similarAmountCv),
          regions: count(settings.minSenderCities),
          window: days(settings.windowDays),
        },
        window: windowOf(view, evidence),
        // Many clients of one trade are no stronger a sign than some; senders from elsewhere are.
        strength:
          Math.min(125, strengthAbove(most, settings.minSenders)) + (regions.size >= settings.minSenderCities ? 25 : 0),
        evidence,
        guards,
      });
    }
  },
} satisfies Indicator<typeof settings>;

/** Cheap test: as many payments in some window as senders are asked for. */
function areDense(
  view: View,
  payments: readonly TransactionIndex[],
  { minSenders, windowDays }: Readonly<Record<'minSenders' | 'windowDays', number>>,
): boolean {
  for (let i = minSenders - 1; i < payments.length; i++) {
    if (
      creditorDayOf(view, payments[i] as number) - creditorDayOf(view, payments[i - minSenders + 1] as number) <
      windowDays
    )
      return true;
  }
  return false;
}

/** Half of the senders or more have paid one and the same sum in three or more months: rent, dues, lessons. */
function standingPayments(view: View, anchor: EndId, senders: readonly EndId[]): GuardOutcome {
  const paid = new Map<EndId, Map<number, Set<number>>>(senders.map((sender) => [sender, new Map()]));
  for (const tx of into(view.adjacency, anchor)) {
    const sums = paid.get(debtorOf(view, tx));
    if (!sums) continue;
    sums.set(amountOf(view, tx), (sums.get(amountOf(view, tx)) ?? new Set()).add(monthOf(creditorDayOf(view, tx))));
  }
  const standing = [...paid.values()].filter((sums) => [...sums.values()].some((months) => months.size >= 3)).length;
  return standing * 2 >= senders.length ? 'held' : 'failed';
}

/** The account pays tax or social insurance: a declared trade of one's own. */
function paysDues(view: View, anchor: EndId): GuardOutcome {
  if (!isOwn(view, anchor)) return 'untestable';
  let dues = 0;
  for (const tx of outOf(view.adjacency, anchor)) if (hasWords(view, tx, wordBit.tax | wordBit.social)) dues++;
  return dues >= 2 ? 'held' : 'failed';
}

/** Share of senders with a link to another one: a payment, an address or phone, or the same wage payer. */
function overlapOf(view: View, senders: readonly EndId[], budget: Budget): number {
  const all = new Set(senders);
  const linked = new Set<EndId>();
  const firstOf = new Map<string, EndId>();
  const share = (kind: string, value: number, sender: EndId): void => {
    if (value === 0) return;
    const key = `${kind}${value}`;
    const other = firstOf.get(key);
    if (other === undefined) firstOf.set(key, sender);
    else if (other !== sender) linked.add(other).add(sender);
  };
  for (const sender of senders) {
    share('a', view.facts.address[sender] ?? 0, sender);
    share('p', view.facts.phone[sender] ?? 0, sender);
    if (!isHolding(view, sender)) continue;
    if (!budget.spend(degreeIn(view, sender) + degreeOut(view, sender))) break;
    for (const tx of outOf(view.adjacency, sender)) {
      const to = creditorOf(view, tx);
      if (all.has(to) && to !== sender) linked.add(to).add(sender);
    }
    for (const tx of into(view.adjacency, sender)) if (isWageRow(view, tx)) share('w', debtorOf(view, tx), sender);
  }
  return linked.size / senders.length;
}

function guardsOf(
  view: View,
  anchor: EndId,
  rows: readonly TransactionIndex[],
  senders: readonly EndId[],
): { id: string; outcome: GuardOutcome }[] {
  const half = (test: (tx: TransactionIndex) => boolean): GuardOutcome =>
    rows.filter(test).length * 2 >= rows.length ? 'held' : 'failed';
  const prices = new Map<number, number>();
  for (const tx of rows) prices.set(amountOf(view, tx), (prices.get(amountOf(view, tx)) ?? 0) + 1);
  const top = [...prices.values()]
    .sort((a, b) => b - a)
    .slice(0, 2)
    .reduce((sum, times) => sum + times, 0);
  const licensed = licenceBit.charity | licenceBit.lodging | licenceBit['payment-institution'];
  return [
    {
      id: 'charity-or-licensed',
      outcome: hasLicence(view, anchor, licensed)
        ? 'held'
        : view.facts.registered[anchor] === 1
          ? 'failed'
          : 'untestable',
    },
    { id: 'donations-or-invoices', outcome: half((tx) => hasWords(view, tx, wordBit.donation | wordBit.invoice)) },
    // Two exact sums make up nearly everything: a price list.
    { id: 'published-prices', outcome: top >= 0.8 * rows.length ? 'held' : 'failed' },
    // Payers do not write it every time.
    { id: 'landlord', outcome: rows.filter((tx) => isRent(view, tx)).length * 4 >= rows.length ? 'held' : 'failed' },
    { id: 'standing-payments', outcome: standingPayments(view, anchor, senders) },
    { id: 'registered-trade', outcome: paysDues(view, anchor) },
    {
      id: 'links-not-seen',
      outcome: senders.filter((sender) => isOwn(view, sender)).length * 2 < senders.length ? 'held' : 'failed',
    },
  ];
}
