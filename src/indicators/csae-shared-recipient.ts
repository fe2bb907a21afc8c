/**
 * One private recipient abroad whom several unrelated senders pay small sums (AUSTRAC: common
 * beneficiary of several customers). The recipient's role stays undetermined: facilitators can be
 * relatives or themselves children. Senders who know each other (money, contacts) count as one.
 */
import type { Day } from '../days.ts';
import type { EndId } from '../formats/end-table.ts';
import { outOf } from '../graph/adjacency.ts';
import {
  commonShare,
  livesFromHome,
  lowValueSenders,
  namesInvoices,
  type LowValueSender,
} from './csae-low-value-repeat.ts';
import type { Budget, Indicator, Settings } from './indicator.ts';
import { count, dampedByGuards, evidenceOf, lowerMedian, member, money, share, strengthAbove } from './measures.ts';
import { amountOf, creditorOf, debtorDayOf, degreeIn, isAbroad, isPrivate } from './read.ts';
import type { View } from './view.ts';
import { areLinked } from './wages.ts';

const settings = {
  minSenders: {
    default: 2,
    unit: 'count',
    reason: 'AUSTRAC worked from common beneficiaries of two and more customers.',
  },
  lowAmount: { default: 60, unit: 'EUR', reason: 'AUSTRAC: up to AUD 100 a payment, at 0.6.' },
  highAmount: {
    default: 300,
    unit: 'EUR',
    reason: 'AUSTRAC: most below AUD 500, at 0.6; twice the repetition is asked for.',
  },
  lowShare: {
    default: 0.5,
    unit: 'share',
    reason: 'AIC: amounts rise with time, so not every payment stays in the low band.',
  },
  minItems: {
    default: 3,
    unit: 'count',
    reason: 'Payments of each sender: AIC found a quarter of payers with few payments.',
  },
  windowDays: { default: 180, unit: 'days', reason: 'Occasional senders come back within half a year.' },
  flaggedItems: {
    default: 6,
    unit: 'count',
    reason: 'At least one sender pays this often in a quarter, as csae-low-value-repeat asks.',
  },
  mostSenders: { default: 40, unit: 'count', reason: 'Beyond it a seller, a guide or a collection is likelier.' },
  fixedShare: { default: 0.8, unit: 'share', reason: 'Two amounts make up nearly all payments: a price list.' },
  invoiceShare: {
    default: 0.2,
    unit: 'share',
    reason: 'Invoice words on a fifth of the payments: work for customers abroad.',
  },
  homeShare: {
    default: 0.5,
    unit: 'share',
    reason: 'Half of all credits come from the recipient’s own country: a trade or a life there.',
  },
  regularShare: { default: 0.7, unit: 'share', reason: 'One amount at even distances is a standing support.' },
  reverseShare: { default: 0.05, unit: 'share', reason: 'Money that comes back speaks for a relation both ways.' },
} as const satisfies Settings;

export default {
  id: 'csae-shared-recipient',
  title: 'Several unrelated senders pay one private recipient abroad',
  looksFor:
    'A private account, wallet or name in another country that two or more senders without a link to each other pay small sums repeatedly.',
  family: 'child-exploitation-payments',
  points: 5,
  forms: { 'child-sexual-exploitation': 1 },
  citations: [{ source: 'AUSTRAC case study: common beneficiary paid by several customers', confidence: 'read' }],
  needs: [],
  settings,
  guards: [
    { id: 'price-list', pointsOff: 5 },
    { id: 'regular-support', pointsOff: 5 },
    { id: 'popular-recipient', pointsOff: 5 },
    { id: 'support-both-ways', pointsOff: 5 },
    { id: 'invoices', pointsOff: 4 },
    { id: 'income-at-home', pointsOff: 2 },
  ],
  innocent:
    'A tour guide, a seller, a teacher: few fixed prices or very many payers. Relatives who each support one person: one amount at even distances. Businesses and registered charities are not searched. Kinship is no excuse and never looked at.',
  anchors: 'accounts-and-names',
  find(view, s, anchor, budget, emit) {
    const report = dampedByGuards(emit);
    if (degreeIn(view, anchor) < s.minSenders * s.minItems) return;
    const all = lowValueSenders(view, s, anchor, budget);
    const senders = unrelated(view, all, budget);
    if (senders.length < s.minSenders || !senders.some((sender) => sender.quarterItems >= s.flaggedItems)) return;
    const evidence = evidenceOf(senders.flatMap(({ rows }) => rows));
    const currency = (senders[0] as LowValueSender).currency;
    const amounts = senders.flatMap(({ rows, currency: c }) =>
      c === currency ? rows.map((tx) => amountOf(view, tx)) : [],
    );
    const regular = senders.filter(({ regularShare }) => regularShare >= s.regularShare).length;
    const both = senders.filter(({ reverseShare }) => reverseShare >= s.reverseShare).length;
    const further = furtherRecipients(view, s, anchor, senders, budget);
    report({
      indicator: 'csae-shared-recipient',
      anchor,
      members: [
        member(anchor, 'undetermined', {
          for: [{ id: 'reason.paid-by-unrelated-senders-abroad', parameters: { senders: count(senders.length) } }],
          against: [{ id: 'reason.recipient-may-be-relative-or-child' }],
        }),
        ...senders.map((sender) =>
          member(sender.sender, 'possible-purchaser', {
            for: [{ id: 'reason.pays-small-sums-abroad', parameters: { items: count(sender.items) } }],
            against:
              sender.regularShare >= s.regularShare
                ? [{ id: 'reason.regular-support', parameters: { share: share(sender.regularShare) } }]
                : [],
          }),
        ),
        ...further.map(([end, payers]) =>
          member(end, 'undetermined', {
            for: [{ id: 'reason.further-shared-recipient', parameters: { senders: count(payers) } }],
          }),
        ),
      ],
      observed: {
        senders: count(senders.length),
        payments: count(evidence.length),
        median: money(lowerMedian(amounts), currency),
        furtherRecipients: count(further.length),
      },
      threshold: { senders: count(s.minSenders) },
      window: {
        from: Math.min(...evidence.map((tx) => debtorDayOf(view, tx))) as Day,
        to: Math.max(...evidence.map((tx) => debtorDayOf(view, tx))) as Day,
      },
      strength: Math.min(200, strengthAbove(senders.length, s.minSenders) + (further.length > 0 ? 25 : 0)),
      evidence,
      guards: [
        { id: 'price-list', outcome: commonShare(amounts, 2) >= s.fixedShare ? 'held' : 'failed' },
        { id: 'regular-support', outcome: senders.length - regular < s.minSenders ? 'held' : 'failed' },
        { id: 'popular-recipient', outcome: senders.length > s.mostSenders ? 'held' : 'failed' },
        { id: 'support-both-ways', outcome: senders.length - both < s.minSenders ? 'held' : 'failed' },
        { id: 'invoices', outcome: namesInvoices(view, evidence, s.invoiceShare) },
        { id: 'income-at-home', outcome: livesFromHome(view, anchor, s.homeShare) },
      ],
    });
  },
} satisfies Indicator<typeof settings>;

/** Of senders who are linked by contacts, proxies or money between them, only the first stays. */
function unrelated(view: View, senders: readonly LowValueSender[], budget: Budget): LowValueSender[] {
  const kept: LowValueSender[] = [];
  for (const sender of senders) {
    const rows = outOf(view.adjacency, sender.sender);
    if (!budget.spend(rows.length + kept.length)) break;
    const paid = new Set<EndId>();
    for (const tx of rows) paid.add(creditorOf(view, tx));
    const isLinked = kept.some(
      (other) =>
        paid.has(other.sender) ||
        areLinked(view, other.sender, sender.sender) ||
        outOf(view.adjacency, other.sender).some((tx) => creditorOf(view, tx) === sender.sender),
    );
    if (!isLinked) kept.push(sender);
  }
  return kept;
}

/** One hop on: other private recipients abroad whom at least as many of these senders pay repeatedly, at most ten. */
function furtherRecipients(
  view: View,
  s: { readonly minSenders: number; readonly minItems: number },
  anchor: EndId,
  senders: readonly LowValueSender[],
  budget: Budget,
): [EndId, number][] {
  const payers = new Map<EndId, number>();
  for (const { sender } of senders) {
    const rows = outOf(view.adjacency, sender);
    if (!budget.spend(rows.length)) break;
    const times = new Map<EndId, number>();
    for (const tx of rows) {
      const to = creditorOf(view, tx);
      if (to !== anchor && isPrivate(view, to) && isAbroad(view, sender, to)) times.set(to, (times.get(to) ?? 0) + 1);
    }
    for (const [to, n] of times) if (n >= s.minItems) payers.set(to, (payers.get(to) ?? 0) + 1);
  }
  return [...payers]
    .filter(([, n]) => n >= s.minSenders)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, 10);
}
