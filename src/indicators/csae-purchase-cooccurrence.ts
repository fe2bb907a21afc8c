/**
 * Purchases beside small payments to a private person abroad: recording software, cameras, top-ups,
 * gift credits, travel to the recipient's country (AUSTRAC). Only adds to the payment patterns, hence
 * anchored at the recipient and resting on the purchases alone. Also a recipient's own account that
 * buys cameras, software or top-ups. Restricted category; recipients stay undetermined. Long because
 * the payers' and the recipient's side share their purchases and guards.
 */
import type { Day } from '../days.ts';
import type { EndId } from '../formats/end-table.ts';
import { channelCode } from '../formats/entry-columns.ts';
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import { lowValueSenders } from './csae-low-value-repeat.ts';
import type { Budget, Finding, GuardOutcome, Indicator, Settings } from './indicator.ts';
import { count, dampedByGuards, evidenceOf, member, strengthAbove } from './measures.ts';
import { euros } from './price-levels.ts';
import {
  Tally,
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
  isAbroad,
  isBusiness,
  isHolding,
  isLodgingCode,
  isOwn,
  isPersonal,
  isPrivate,
  isTicketCode,
  isWage,
  mccOf,
  slideWindows,
} from './read.ts';
import { windowOf } from './statistics.ts';
import type { View } from './view.ts';

const settings = {
  windowDays: { default: 60, unit: 'days', reason: 'Between a small payment and a purchase, as indicators.md counts.' },
  minKinds: { default: 2, unit: 'count', reason: 'Kinds of purchases; one alone is everyday life.' },
  minTopUps: { default: 4, unit: 'count', reason: 'In the window: more than one telephone of one’s own needs.' },
  minGiftCredits: { default: 3, unit: 'count', reason: 'Game credits in the window; one or two are a present.' },
  lowAmount: { default: 60, unit: 'EUR', reason: 'AUSTRAC: up to AUD 100 a payment, at 0.6.' },
  highAmount: { default: 300, unit: 'EUR', reason: 'AUSTRAC: most below AUD 500, at 0.6.' },
  lowShare: { default: 0.5, unit: 'share', reason: 'As csae-shared-recipient asks: amounts rise with time.' },
  minItems: {
    default: 3,
    unit: 'count',
    reason: 'Payments to the recipient, as csae-shared-recipient asks of a sender.',
  },
  paymentDays: { default: 180, unit: 'days', reason: 'Occasional senders come back within half a year.' },
  regularShare: {
    default: 0.7,
    unit: 'share',
    reason: 'One amount at even distances is a standing support, no base to add to.',
  },
  fixedShare: {
    default: 0.8,
    unit: 'share',
    reason: 'Two amounts make up nearly all payments: a price list, e.g. lessons.',
  },
  reverseShare: { default: 0.05, unit: 'share', reason: 'Money that comes back speaks for a relation both ways.' },
  minSenders: {
    default: 4,
    unit: 'count',
    reason: 'Senders abroad of a recipient who buys, as csae-facilitator-cash-out asks.',
  },
  senderDays: { default: 90, unit: 'days', reason: 'A quarter, as csae-facilitator-cash-out counts.' },
  tripDays: { default: 30, unit: 'days', reason: 'First to last use in the recipient’s country: one holiday.' },
  incomeShare: {
    default: 0.3,
    unit: 'share',
    reason: 'Of the credits, invoices or payouts by businesses: a trade of one’s own.',
  },
} as const satisfies Settings;

type Rule = { readonly [K in keyof typeof settings]: number };

type Kind = 'software' | 'camera' | 'top-up' | 'game' | 'travel';

/** What one account bought near its small payments, only kinds that count. */
interface Purchases {
  readonly buyer: EndId;
  readonly items: number;
  readonly byKind: ReadonlyMap<Kind, readonly TransactionIndex[]>;
}

export default {
  id: 'csae-purchase-cooccurrence',
  title: 'Recording software, cameras, top-ups or travel beside small payments abroad',
  looksFor:
    'A payer of repeated small sums to a private person abroad who in the same two months buys two kinds of recording or privacy software, cameras, telephone credit for several, game credits, or is in the recipient’s country; or a recipient of such sums who buys cameras, software and telephone credit.',
  family: 'travel-and-lodging',
  points: 3,
  forms: { 'child-sexual-exploitation': 1 },
  citations: [
    { source: 'AUSTRAC page on protecting children: capture software, covert apps, tickets', confidence: 'read' },
    { source: 'Telephone credit, game credits and a recipient’s own purchases', confidence: 'known' },
  ],
  needs: ['mcc'],
  settings,
  anchors: 'accounts-and-names',
  guards: [
    { id: 'invoices', pointsOff: 3 },
    { id: 'platform-payouts', pointsOff: 3 },
    { id: 'single-trip', pointsOff: 1 },
    { id: 'works-in-such-trade', pointsOff: 2 },
  ],
  innocent:
    'A streamer or teacher, a tourist, somebody who works with computers or sells such goods: invoices, payouts by businesses, a single trip with lodging and a wage from such a trade are tested. Standing support, price lists and money both ways are no base. It only adds to the payment patterns.',
  find(view, s, anchor, budget, emit) {
    if (degreeIn(view, anchor) < Math.min(s.minItems, s.minSenders)) return;
    const report = dampedByGuards(emit);
    const { payers, isCut } = buyersWhoPay(view, s, anchor, budget);
    if (payers.length > 0)
      report({ ...findingOf(view, s, anchor, payers, 'payers'), ...(isCut ? { cut: true as const } : {}) });
    const own = purchasesOfRecipient(view, s, anchor, budget);
    if (own) report(findingOf(view, s, anchor, [own], 'recipient'));
  },
} satisfies Indicator<typeof settings>;

function findingOf(
  view: View,
  s: Rule,
  anchor: EndId,
  buyers: readonly Purchases[],
  side: 'payers' | 'recipient',
): Finding {
  const most = Math.max(...buyers.map(({ byKind }) => byKind.size));
  const evidence = evidenceOf(buyers.flatMap(({ byKind }) => [...byKind.values()].flat()));
  const against = [{ id: 'reason.recipient-may-be-relative-or-child' }];
  const isPayers = side === 'payers';
  return {
    indicator: 'csae-purchase-cooccurrence',
    anchor,
    members: isPayers
      ? [
          member(anchor, 'undetermined', {
            for: [{ id: 'reason.payers-buy-recording-or-travel', parameters: { payers: count(buyers.length) } }],
            against,
          }),
          ...buyers.map(({ buyer, items, byKind }) =>
            member(buyer, 'possible-purchaser', {
              for: [
                { id: 'reason.pays-small-sums-abroad', parameters: { items: count(items) } },
                { id: 'reason.buys-recording-or-travel', parameters: { kinds: count(byKind.size) } },
              ],
              against: [{ id: 'reason.such-purchases-are-common' }],
            }),
          ),
        ]
      : [
          member(anchor, 'undetermined', {
            for: [
              {
                id: 'reason.recipient-buys-recording',
                parameters: { kinds: count(most), senders: count(buyers[0]?.items ?? 0) },
              },
            ],
            against,
          }),
        ],
    observed: isPayers
      ? { kinds: count(most), payers: count(buyers.length), purchases: count(evidence.length) }
      : { kinds: count(most), senders: count(buyers[0]?.items ?? 0), purchases: count(evidence.length) },
    threshold: isPayers ? { kinds: count(s.minKinds) } : { kinds: count(s.minKinds), senders: count(s.minSenders) },
    window: windowOf(view, evidence),
    strength: Math.min(200, strengthAbove(most, s.minKinds) + (isPayers && buyers.length > 1 ? 25 : 0)),
    evidence,
    guards: [
      { id: 'invoices', outcome: ofAll(buyers, ({ buyer }) => invoices(view, s, buyer)) },
      { id: 'platform-payouts', outcome: ofAll(buyers, ({ buyer }) => payouts(view, s, buyer)) },
      { id: 'single-trip', outcome: ofAll(buyers, (bought) => singleTrip(view, s, bought)) },
      { id: 'works-in-such-trade', outcome: ofAll(buyers, ({ buyer }) => worksInTrade(view, buyer)) },
    ],
  };
}

/** Payers whose small transfers mostly go to this recipient and who buy enough kinds, ascending. */
function buyersWhoPay(view: View, s: Rule, recipient: EndId, budget: Budget): { payers: Purchases[]; isCut: boolean } {
  const base = lowValueSenders(view, { ...s, windowDays: s.paymentDays }, recipient, budget);
  const payers: Purchases[] = [];
  let isCut = false;
  for (const { sender, rows, items, regularShare, commonAmountShare, reverseShare } of base) {
    if (regularShare >= s.regularShare || commonAmountShare >= s.fixedShare || reverseShare >= s.reverseShare) continue;
    const paid = outOf(view.adjacency, sender);
    if (!budget.spend(paid.length)) {
      isCut = true;
      break;
    }
    if (mainRecipient(view, s, sender, paid) !== recipient) continue;
    const country = view.facts.country[recipient] ?? 0;
    const byKind = purchasesNear(
      view,
      s,
      paid,
      rows.map((tx) => debtorDayOf(view, tx)),
      (tx) => kindOf(view, tx) ?? (isInCountry(view, tx, country) ? 'travel' : undefined),
    );
    if (byKind.size >= s.minKinds) payers.push({ buyer: sender, items, byKind });
  }
  return { payers, isCut };
}

/** The private person abroad who gets most of an account's small transfers by number; ties by id. */
function mainRecipient(view: View, s: Rule, sender: EndId, paid: Uint32Array): EndId | undefined {
  const times = new Map<EndId, number>();
  for (const tx of paid) {
    const to = creditorOf(view, tx);
    if (!isPrivate(view, to) || !isAbroad(view, sender, to)) continue;
    if (amountOf(view, tx) <= euros(view.prices, s.highAmount, currencyOf(view, tx)))
      times.set(to, (times.get(to) ?? 0) + 1);
  }
  return [...times].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}

/** A held personal account with small credits from several private senders abroad that buys such things. */
function purchasesOfRecipient(view: View, s: Rule, anchor: EndId, budget: Budget): Purchases | undefined {
  if (
    degreeOut(view, anchor) < s.minKinds ||
    !isOwn(view, anchor) ||
    !isHolding(view, anchor) ||
    !isPersonal(view, anchor)
  )
    return undefined;
  if ((view.facts.country[anchor] ?? 0) === 0) return undefined;
  const credits: TransactionIndex[] = [];
  for (const tx of into(view.adjacency, anchor)) {
    const from = debtorOf(view, tx);
    if (isPrivate(view, from) && isAbroad(view, from, anchor)) credits.push(tx);
  }
  const small = credits.filter((tx) => amountOf(view, tx) <= euros(view.prices, s.highAmount, currencyOf(view, tx)));
  if (small.length < s.minSenders || small.length < s.lowShare * credits.length) return undefined;
  const paid = outOf(view.adjacency, anchor);
  if (!budget.spend(small.length + paid.length)) return undefined;
  const senders = new Tally();
  let most = 0;
  const covered = slideWindows(view.columns.creditorDay, small, s.senderDays, {
    enter: (tx) => senders.add(debtorOf(view, tx)),
    leave: (tx) => senders.remove(debtorOf(view, tx)),
    passes: () => {
      most = Math.max(most, senders.distinct);
      return senders.distinct >= s.minSenders;
    },
  });
  if (covered.length === 0) return undefined;
  const byKind = purchasesNear(
    view,
    s,
    paid,
    covered.map((tx) => creditorDayOf(view, tx)),
    (tx) => {
      const kind = kindOf(view, tx);
      return kind === 'game' ? undefined : kind;
    },
  );
  return byKind.size >= s.minKinds ? { buyer: anchor, items: most, byKind } : undefined;
}

/** Kind by merchant code alone. */
function kindOf(view: View, tx: TransactionIndex): Kind | undefined {
  switch (mccOf(view, tx)) {
    case 5734: // Software shops.
    case 5817: // Applications other than games.
    case 5818: // Digital goods, large merchants.
      return 'software';
    case 5045: // Computers, peripherals, webcams.
    case 5946: // Cameras.
      return 'camera';
    case 4814:
      return 'top-up';
    case 5816:
      return 'game';
    default:
      return undefined;
  }
}

/** A ticket sold in, or a card used or cash drawn in, a country. */
function isInCountry(view: View, tx: TransactionIndex, country: number): boolean {
  const to = creditorOf(view, tx);
  if (country === 0 || view.facts.country[to] !== country || isHolding(view, to) || isPrivate(view, to)) return false;
  return isTicketCode(mccOf(view, tx)) || isPresent(view, tx);
}

function isPresent(view: View, tx: TransactionIndex): boolean {
  const channel = view.columns.channel?.[tx] ?? 0;
  return channel === channelCode['card-present'] || channel === channelCode['cash-machine'];
}

/**
 * The window with most kinds of purchases, none further than itself from a small payment; ties go to
 * more purchases, then to the earlier one.
 */
function purchasesNear(
  view: View,
  s: Rule,
  paid: Uint32Array,
  payments: readonly Day[],
  kindOfRow: (tx: TransactionIndex) => Kind | undefined,
): Map<Kind, TransactionIndex[]> {
  const days = payments.toSorted((a, b) => a - b);
  const first = days[0] as Day;
  const bought: { tx: TransactionIndex; kind: Kind }[] = [];
  for (let at = firstFrom(paid, view.columns.debtorDay, first - s.windowDays); at < paid.length; at++) {
    const tx = paid[at] as number;
    const day = debtorDayOf(view, tx);
    if (day > (days.at(-1) as Day) + s.windowDays) break;
    const kind = kindOfRow(tx);
    if (kind && days.some((on) => Math.abs(on - day) < s.windowDays)) bought.push({ tx, kind });
  }
  let best = new Map<Kind, TransactionIndex[]>();
  let from = 0;
  for (const [to, { tx }] of bought.entries()) {
    while (debtorDayOf(view, (bought[from] as (typeof bought)[number]).tx) <= debtorDayOf(view, tx) - s.windowDays)
      from++;
    const held = new Map<Kind, TransactionIndex[]>();
    for (const row of bought.slice(from, to + 1)) held.set(row.kind, [...(held.get(row.kind) ?? []), row.tx]);
    if ((held.get('top-up')?.length ?? 0) < s.minTopUps) held.delete('top-up');
    if ((held.get('game')?.length ?? 0) < s.minGiftCredits) held.delete('game');
    if (held.size > best.size || (held.size === best.size && itemsIn(held) > itemsIn(best))) best = held;
  }
  return best;
}

function itemsIn(held: ReadonlyMap<Kind, readonly TransactionIndex[]>): number {
  let items = 0;
  for (const rows of held.values()) items += rows.length;
  return items;
}

/** Holds where it holds for every buyer that can be tested. */
function ofAll(buyers: readonly Purchases[], test: (bought: Purchases) => GuardOutcome): GuardOutcome {
  const outcomes = buyers.map(test);
  if (outcomes.includes('failed')) return 'failed';
  return outcomes.includes('held') ? 'held' : 'untestable';
}

function invoices(view: View, s: Rule, buyer: EndId): GuardOutcome {
  if (!isOwn(view, buyer) || !view.met.has('text')) return 'untestable';
  const credits = into(view.adjacency, buyer);
  const invoiced = credits.filter((tx) => hasWords(view, tx, wordBit.invoice)).length;
  return invoiced > 0 && invoiced >= s.incomeShare * credits.length ? 'held' : 'failed';
}

/** Businesses that pay in without a wage: payouts of platforms, clients. */
function payouts(view: View, s: Rule, buyer: EndId): GuardOutcome {
  if (!isOwn(view, buyer)) return 'untestable';
  const credits = into(view.adjacency, buyer);
  const paidOut = credits.filter((tx) => isPayout(view, tx)).length;
  return paidOut >= 2 && paidOut >= s.incomeShare * credits.length ? 'held' : 'failed';
}

function isPayout(view: View, tx: TransactionIndex): boolean {
  const purpose = view.columns.purpose?.[tx] ?? 0;
  const words = wordBit.refund | wordBit.pension | wordBit.benefit | wordBit.social | wordBit.tax;
  return isBusiness(view, debtorOf(view, tx)) && !isWage(view, tx) && purpose === 0 && !hasWords(view, tx, words);
}

/** All travel lies within one holiday with a night paid for, and without it too few kinds are left. */
function singleTrip(view: View, s: Rule, { buyer, byKind }: Purchases): GuardOutcome {
  const travel = byKind.get('travel');
  if (!travel || byKind.size - 1 >= s.minKinds) return 'failed';
  const { from, to } = windowOf(view, travel);
  if (to - from > s.tripDays) return 'failed';
  const lodged = outOf(view.adjacency, buyer).some(
    (tx) => isLodgingCode(mccOf(view, tx)) && Math.abs(debtorDayOf(view, tx) - from) <= s.tripDays,
  );
  return lodged ? 'held' : 'failed';
}

/** NACE sections of trade, film, telecommunications and computing, or what the bank wrote in their place. */
const TRADE =
  /^(n\.?)?(46|47|58|59|60|61|62|63)|^it$|software|comput|telecom|retail|wholesale|handel|media|film|photo|foto/i;

function worksInTrade(view: View, buyer: EndId): GuardOutcome {
  let isKnown = false;
  for (const tx of into(view.adjacency, buyer)) {
    if (!isWage(view, tx)) continue;
    const sector = view.facts.sectors[(view.facts.sector[debtorOf(view, tx)] ?? 0) - 1];
    if (sector === undefined) continue;
    if (TRADE.test(sector)) return 'held';
    isKnown = true;
  }
  return isKnown ? 'failed' : 'untestable';
}
