/**
 * Earnings swept: almost everything that a personal account earns goes on to one same recipient
 * (FinCEN FIN-2020-A008 I.3; AUSTRAC). Searched from the recipient, over a sliding window of each
 * source's own statement. Evidence is the sweeps alone, never the income, so that indicators on
 * the income rest on other rows. A single source stays `unresolved, ask`. Over 300 lines because the
 * window, the single sweeps and the holder's own life are three measures of one statement.
 */
import { partsOfDay, type Day } from '../days.ts';
import type { EndId } from '../formats/end-table.ts';
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import { licenceBit } from '../ledger/end-facts.ts';
import type { GuardOutcome, Indicator, Reason, RoleHypothesis, Settings, Values } from './indicator.ts';
import { count, dampedByGuards, evidenceOf, lowerMedian, member, money, share } from './measures.ts';
import {
  amountOf,
  creditorDayOf,
  creditorOf,
  currencyOf,
  debtorDayOf,
  debtorOf,
  hasLicence,
  hasWords,
  isCashIn,
  isHolding,
  isOwn,
  isPersonal,
  isPrivate,
  isSameCustomer,
  isSpending,
  isWage,
  rowsByCurrency,
} from './read.ts';
import type { View } from './view.ts';
import type { Form } from './vocabulary.ts';

const settings = {
  windowDays: { default: 60, unit: 'days', reason: 'Two months hold eight weekly sweeps; indicators.md.' },
  sweepShare: {
    default: 0.7,
    unit: 'share',
    reason: 'Share of income that goes to the recipient; what is left is subsistence.',
  },
  missedWeeksShare: {
    default: 0.5,
    unit: 'share',
    reason: 'Enough over the whole window where most single sweeps pass sweepShare: real sweeps miss a week.',
  },
  sameRecipientShare: {
    default: 0.8,
    unit: 'share',
    reason: 'Of what goes to people; one recipient, not a circle of friends.',
  },
  minIncomeItems: { default: 8, unit: 'count', reason: 'Fewer credits in two months say little about a habit.' },
  minChildIncomeItems: { default: 4, unit: 'count', reason: "A child's account with any steady income is rare." },
  minSweeps: { default: 4, unit: 'count', reason: 'Repetition: one or two transfers are rent, a loan or a gift.' },
  minSources: { default: 2, unit: 'count', reason: 'Only a second source tells a controller from a household.' },
  backShare: {
    default: 0.15,
    unit: 'share',
    reason: 'Less than this coming back is pocket money, not shared finances.',
  },
  ownSpendShare: { default: 0.15, unit: 'share', reason: 'Below it, the holder hardly lives from the account.' },
  adultAge: {
    default: 18,
    unit: 'years',
    reason: 'Palermo Protocol article 3(d); by the year of birth, so up to a year generous.',
  },
} as const satisfies Settings;
type S = Values<typeof settings>;

interface Sweep {
  readonly source: EndId;
  readonly currency: number;
  readonly rows: readonly number[];
  readonly share: number;
  readonly swept: number;
  readonly backShare: number;
  readonly ownSpendShare: number;
  readonly isShared: boolean;
  readonly isChild: boolean;
  readonly wage: number;
  readonly people: number;
  readonly cash: number;
  readonly income: number;
}

export default {
  id: 'earnings-swept-to-controller',
  title: 'Almost everything a person earns goes to one other person',
  looksFor:
    'Personal accounts whose income leaves, again and again, for one same recipient, with little kept for a life of one’s own.',
  family: 'earnings-control',
  points: 5,
  forms: {
    'sexual-exploitation': 0.7,
    'labour-exploitation': 0.5,
    'domestic-servitude': 0.4,
    'child-trafficking': 0.3,
  },
  citations: [
    { source: 'FinCEN FIN-2020-A008, section I.3', confidence: 'read' },
    { source: 'AUSTRAC page: victims hand over most of their money', confidence: 'read' },
  ],
  needs: [],
  settings,
  guards: [
    { id: 'shared-finances', pointsOff: 5 },
    { id: 'single-source', pointsOff: 3 },
    { id: 'licensed-recipient', pointsOff: 5 },
  ],
  innocent:
    'A household account of two people, a debt repayment plan, a savings account at another bank, a carer. Money both ways with spending of one’s own is marked as shared finances possible; a single source stays unresolved and is asked about, never called a household. Accounts of one known customer are never counted.',
  find(view, s, anchor, budget, emit) {
    const report = dampedByGuards(emit);
    const rows = into(view.adjacency, anchor);
    if (rows.length < s.minSweeps) return;
    const bySource = new Map<EndId, number[]>();
    let eligible = 0;
    for (const tx of rows) if (isSource(view, debtorOf(view, tx), anchor)) eligible++;
    if (eligible < s.minSweeps) return;
    let isCut = !budget.spend(rows.length);
    for (const tx of rows) {
      const source = debtorOf(view, tx);
      if (!isSource(view, source, anchor)) continue;
      const list = bySource.get(source);
      if (list) list.push(tx);
      else bySource.set(source, [tx]);
    }
    const sweeps: Sweep[] = [];
    for (const [source, list] of [...bySource].sort(([a], [b]) => a - b)) {
      if (list.length < s.minSweeps || isCut) continue;
      const incoming = into(view.adjacency, source);
      if (incoming.length < Math.min(s.minIncomeItems, s.minChildIncomeItems)) continue;
      isCut = !budget.spend(incoming.length + list.length);
      const sweep = isCut ? undefined : sweepOf(view, s, source, anchor, list);
      if (sweep) sweeps.push(sweep);
    }
    if (sweeps.length === 0) return;

    const apart = sweeps.filter(({ isShared }) => !isShared);
    const counted = apart.length > 0 ? apart : sweeps;
    // Two grown-ups may keep house together; a child's earnings are another matter.
    const isSingle = counted.length < s.minSources && !counted.some(({ isChild }) => isChild);
    const currency = (counted[0] as Sweep).currency;
    const evidence = evidenceOf(counted.flatMap((sweep) => sweep.rows));
    const medianShare = lowerMedian(counted.map((sweep) => Math.round(sweep.share * 1000))) / 1000;
    const beyond = Math.round((25 * Math.max(0, medianShare - s.sweepShare)) / Math.max(0.001, 1 - s.sweepShare));
    report({
      indicator: 'earnings-swept-to-controller',
      anchor,
      members: membersOf(view, s, anchor, counted, sweeps, apart.length > 0),
      observed: {
        sources: count(counted.length),
        share: share(medianShare),
        swept: money(
          counted.reduce((sum, sweep) => sum + (sweep.currency === currency ? sweep.swept : 0), 0),
          currency,
        ),
        sweeps: count(evidence.length),
      },
      threshold: { sources: count(s.minSources), share: share(s.sweepShare) },
      window: {
        from: Math.min(...evidence.map((tx) => debtorDayOf(view, tx))) as Day,
        to: Math.max(...evidence.map((tx) => debtorDayOf(view, tx))) as Day,
      },
      strength: Math.min(200, 100 + 25 * (counted.length - 1) + beyond),
      evidence,
      guards: [
        { id: 'shared-finances', outcome: apart.length === 0 ? 'held' : 'failed' },
        { id: 'single-source', outcome: isSingle ? 'held' : 'failed' },
        { id: 'licensed-recipient', outcome: licensed(view, anchor) },
      ],
      forms: formsOf(counted),
      ...(isCut ? { cut: true as const } : {}),
    });
  },
} satisfies Indicator<typeof settings>;

/** Absence of other spending shows only where the source's own statement is held. */
function isSource(view: View, end: EndId, recipient: EndId): boolean {
  return isHolding(view, end) && isOwn(view, end) && isPersonal(view, end) && !isSameCustomer(view, end, recipient);
}

function licensed(view: View, end: EndId): GuardOutcome {
  if (view.facts.registered[end] !== 1) return 'untestable';
  return hasLicence(view, end, licenceBit.lender | licenceBit.charity | licenceBit['payment-institution'])
    ? 'held'
    : 'failed';
}

function sweepOf(view: View, s: S, source: EndId, recipient: EndId, payments: readonly number[]): Sweep | undefined {
  const main = rowsByCurrency(view, payments)[0];
  if (!main || main.rows.length < s.minSweeps) return undefined;
  const { currency, rows: sweeps } = main;
  const income: number[] = [];
  let back = 0;
  for (const tx of into(view.adjacency, source)) {
    if (currencyOf(view, tx) !== currency) continue;
    const from = debtorOf(view, tx);
    if (from === recipient) back += amountOf(view, tx);
    else if (!isSameCustomer(view, from, source) && !hasWords(view, tx, wordBit.refund)) income.push(tx);
  }
  const others: number[] = [];
  let ownSpend = 0;
  for (const tx of outOf(view.adjacency, source)) {
    if (currencyOf(view, tx) !== currency) continue;
    const to = creditorOf(view, tx);
    if (to === recipient) continue;
    if (isSpending(view, tx)) ownSpend += amountOf(view, tx);
    else if (isPrivate(view, to) && !isSameCustomer(view, to, source)) others.push(tx);
  }
  const first = sweeps[0] as number;
  const birthYear = view.facts.birthYear[source] ?? 0;
  const year = partsOfDay(debtorDayOf(view, first)).year;
  const isChild = birthYear !== 0 && year - birthYear < s.adultAge;
  const least = isChild ? s.minChildIncomeItems : s.minIncomeItems;
  if (income.length < least) return undefined;

  const typical = typicalShare(view, income, sweeps);
  const kept: number[] = [];
  let best = 0;
  let [sweepFrom, incomeFrom, incomeTo, otherFrom, otherTo, marked] = [0, 0, 0, 0, 0, 0];
  let [swept, earned, elsewhere] = [0, 0, 0];
  for (let i = 0; i < sweeps.length; i++) {
    const day = debtorDayOf(view, sweeps[i] as number);
    const since = day - s.windowDays;
    swept += amountOf(view, sweeps[i] as number);
    for (; incomeTo < income.length && creditorDayOf(view, income[incomeTo] as number) <= day; incomeTo++)
      earned += amountOf(view, income[incomeTo] as number);
    for (; otherTo < others.length && debtorDayOf(view, others[otherTo] as number) <= day; otherTo++)
      elsewhere += amountOf(view, others[otherTo] as number);
    for (; debtorDayOf(view, sweeps[sweepFrom] as number) <= since; sweepFrom++)
      swept -= amountOf(view, sweeps[sweepFrom] as number);
    for (; incomeFrom < incomeTo && creditorDayOf(view, income[incomeFrom] as number) <= since; incomeFrom++)
      earned -= amountOf(view, income[incomeFrom] as number);
    for (; otherFrom < otherTo && debtorDayOf(view, others[otherFrom] as number) <= since; otherFrom++)
      elsewhere -= amountOf(view, others[otherFrom] as number);
    if (i - sweepFrom + 1 < s.minSweeps || incomeTo - incomeFrom < least || earned === 0) continue;
    if (swept < s.sameRecipientShare * (swept + elsewhere)) continue;
    const gone = Math.min(1, swept / earned);
    const passes = gone >= s.sweepShare || (gone >= s.missedWeeksShare && typical >= s.sweepShare);
    if (!passes) continue;
    best = Math.max(best, gone);
    for (let at = Math.max(sweepFrom, marked); at <= i; at++) kept.push(sweeps[at] as number);
    marked = i + 1;
  }
  if (kept.length === 0) return undefined;

  let [total, wage, people, cash] = [0, 0, 0, 0];
  for (const tx of income) {
    const amount = amountOf(view, tx);
    total += amount;
    if (isWage(view, tx)) wage += amount;
    else if (isCashIn(view, tx)) cash += amount;
    else if (isPrivate(view, debtorOf(view, tx))) people += amount;
  }
  const sweptAll = sweeps.reduce((sum, tx) => sum + amountOf(view, tx), 0);
  const backShare = back / sweptAll;
  const ownSpendShare = ownSpend / total;
  return {
    source,
    currency,
    rows: kept,
    share: Math.max(best, gone(best, typical)),
    swept: kept.reduce((sum, tx) => sum + amountOf(view, tx), 0),
    backShare,
    ownSpendShare,
    isShared: backShare >= s.backShare && ownSpendShare >= s.ownSpendShare,
    isChild,
    wage,
    people,
    cash,
    income: total,
  };
}

/** What is reported: the window's share, or the typical sweep's where weeks were missed. */
function gone(windowShare: number, typical: number): number {
  return windowShare >= typical ? windowShare : Math.min(1, typical);
}

/** Median over sweeps of what each takes of the income since the one before (days with sweeps, at most a month back). */
function typicalShare(view: View, income: readonly number[], sweeps: readonly number[]): number {
  const shares: number[] = [];
  let at = 0;
  let before = debtorDayOf(view, sweeps[0] as number) - 31;
  for (let i = 0; i < sweeps.length;) {
    const day = debtorDayOf(view, sweeps[i] as number);
    let taken = 0;
    for (; i < sweeps.length && debtorDayOf(view, sweeps[i] as number) === day; i++)
      taken += amountOf(view, sweeps[i] as number);
    let earned = 0;
    const since = Math.max(before, day - 31);
    for (; at < income.length && creditorDayOf(view, income[at] as number) <= day; at++) {
      if (creditorDayOf(view, income[at] as number) > since) earned += amountOf(view, income[at] as number);
    }
    if (earned > 0) shares.push(Math.min(1000, Math.round((taken * 1000) / earned)));
    before = day;
  }
  return lowerMedian(shares) / 1000;
}

function membersOf(
  view: View,
  s: S,
  anchor: EndId,
  counted: readonly Sweep[],
  all: readonly Sweep[],
  apart: boolean,
): RoleHypothesis[] {
  const isControl = apart && counted.length >= s.minSources;
  const single: Reason[] = isControl ? [] : [{ id: 'reason.single-source' }];
  const anchorAgainst: Reason[] = isOwn(view, anchor) ? single : [...single, { id: 'reason.no-statement' }];
  return [
    member(anchor, isControl ? 'possible-controller' : 'undetermined', {
      for: [{ id: 'reason.receives-earnings-of-several', parameters: { sources: count(counted.length) } }],
      against: anchorAgainst,
    }),
    ...all.map((sweep) => {
      const isIn = counted.includes(sweep) && apart;
      const reasons: Reason[] = [{ id: 'reason.earnings-swept', parameters: { share: share(sweep.share) } }];
      if (sweep.isChild) reasons.push({ id: 'reason.holder-is-child' });
      const against: Reason[] = [];
      if (sweep.backShare >= s.backShare)
        against.push({ id: 'reason.money-both-ways', parameters: { share: share(sweep.backShare) } });
      if (sweep.ownSpendShare >= s.ownSpendShare)
        against.push({ id: 'reason.own-spending', parameters: { share: share(sweep.ownSpendShare) } });
      else reasons.push({ id: 'reason.little-own-spending', parameters: { share: share(sweep.ownSpendShare) } });
      // Doubt protects: with one source only, whoever keeps next to nothing is on the victims' track already.
      const keepsNothing = sweep.ownSpendShare < s.ownSpendShare && sweep.backShare < s.backShare;
      return member(
        sweep.source,
        isIn && (isControl || sweep.isChild || keepsNothing) ? 'possible-victim' : 'undetermined',
        {
          for: reasons,
          against: [...against, ...single],
        },
      );
    }),
  ];
}

/** What kind of income is taken says more of the form than the sweep does. */
function formsOf(sweeps: readonly Sweep[]): Partial<Record<Form, number>> {
  // Shares are taken source by source, so that currencies never meet.
  const shareOf = (of: (sweep: Sweep) => number): number =>
    sweeps.reduce((sum, sweep) => sum + of(sweep) / sweep.income, 0) / sweeps.length;
  const child = sweeps.some(({ isChild }) => isChild) ? { 'child-trafficking': 1 } : {};
  if (shareOf(({ wage }) => wage) >= 0.5)
    return { 'labour-exploitation': 1, 'domestic-servitude': 0.4, 'debt-bondage': 0.4, ...child };
  if (shareOf(({ people }) => people) >= 0.5) return { 'sexual-exploitation': 1, 'labour-exploitation': 0.2, ...child };
  if (shareOf(({ cash }) => cash) >= 0.5)
    return { 'sexual-exploitation': 0.6, 'forced-criminality': 0.6, 'labour-exploitation': 0.3, ...child };
  return {
    'sexual-exploitation': 0.7,
    'labour-exploitation': 0.5,
    'domestic-servitude': 0.4,
    'child-trafficking': 0.3,
    ...child,
  };
}
