/**
 * Accounts opened within days at one branch or by one introducer that are emptied from the start:
 * few payers, nearly all leaves for one recipient or in cash, no spending of one's own (FIN-2020-A008
 * I.3; part is our synthesis). Evidence is the first emptying of each account only, so that the
 * sweeps that follow stay another family's rows. Accounts of one customer are one holder.
 * Over 300 lines because opening, emptying and settling in are read from one statement.
 */
import { NO_DAY, type Day } from '../days.ts';
import type { EndId } from '../formats/end-table.ts';
import { into, outOf } from '../graph/adjacency.ts';
import type { TransactionColumns } from '../ledger/ledger.ts';
import type { Budget, Finding, Indicator, Settings } from './indicator.ts';
import { count, dampedByGuards, evidenceOf, lowerMedian, member, share, strengthAbove } from './measures.ts';
import {
  amountOf,
  creditorDayOf,
  creditorOf,
  currencyOf,
  debtorDayOf,
  debtorOf,
  degreeIn,
  degreeOut,
  endsOfClass,
  isBusiness,
  isCashOut,
  isHolding,
  isOwn,
  isPersonal,
  isSameCustomer,
  isSpending,
  isWage,
  takesStrangersMoney,
} from './read.ts';
import type { View } from './view.ts';

const settings = {
  ageDays: { default: 90, unit: 'days', reason: 'The first quarter of an account’s life; indicators.md.' },
  sweepShare: {
    default: 0.75,
    unit: 'share',
    reason:
      'Of the income, to one recipient and in cash; indicators.md has 0.8, but the last income of the quarter is often not yet swept.',
  },
  personalSpendShare: {
    default: 0.1,
    unit: 'share',
    reason: 'indicators.md has 0.05; a holder under control keeps a little for food.',
  },
  maxPayers: {
    default: 12,
    unit: 'count',
    reason: 'Few payers; a conduit account has a different one each time, one a week in a quarter.',
  },
  tailDays: {
    default: 5,
    unit: 'days',
    reason: 'Sweeps follow income by some days, also the last ones of the quarter.',
  },
  minIncomeItems: { default: 2, unit: 'count', reason: 'A single credit is a transfer between one’s own accounts.' },
  sameBranchOpenings: { default: 3, unit: 'count', reason: 'Captured accounts among those opened together.' },
  openingDays: { default: 7, unit: 'days', reason: 'People taken to a branch together open within the week.' },
  staysShare: {
    default: 0.3,
    unit: 'share',
    reason: 'Own spending after two months, from which on the account is lived in.',
  },
} as const satisfies Settings;
type Rule = { readonly [K in keyof typeof settings]: number };

interface Capture {
  readonly end: EndId;
  readonly opened: Day;
  readonly recipient: EndId | undefined;
  readonly share: number;
  readonly firstOut: number;
  readonly laterSpendShare: number | undefined;
  readonly employer: EndId | undefined;
}

export default {
  id: 'new-account-captured',
  title: 'Accounts opened together and emptied from the start',
  looksFor:
    'Three and more accounts opened within a week at one branch or by one introducer, each soon emptied to one recipient or in cash without spending of its own.',
  family: 'account-control',
  points: 3,
  forms: {
    'labour-exploitation': 0.5,
    'debt-bondage': 0.5,
    'sexual-exploitation': 0.4,
    'forced-criminality': 0.6,
    'domestic-servitude': 0.2,
  },
  citations: [
    { source: 'FinCEN FIN-2020-A008, section I.3', confidence: 'read-in-part' },
    { source: 'FinCEN FIN-2020-A008, behavioural indicators: escorted to open accounts', confidence: 'read-in-part' },
  ],
  needs: ['opening-date'],
  settings,
  guards: [
    { id: 'settles-in', pointsOff: 2 },
    { id: 'one-good-employer', pointsOff: 1 },
  ],
  innocent:
    'New arrivals, students in September, seasonal staff whose employer opens accounts with them: own spending within two months, and wages of one employer without a common recipient, are tested.',
  find(view, s, anchor, budget, emit) {
    const report = dampedByGuards(emit);
    const memo = memoOf(view, s);
    const candidates: EndId[] = [];
    if (isNew(view, anchor) && captureOf(view, s, anchor, memo)) candidates.push(anchor);
    if (degreeIn(view, anchor) >= s.sameBranchOpenings && degreeIn(view, anchor) <= 20_000 && isHolding(view, anchor)) {
      for (const tx of into(view.adjacency, anchor)) {
        const source = debtorOf(view, tx);
        if (
          isNew(view, source) &&
          captureOf(view, s, source, memo)?.recipient === anchor &&
          !candidates.includes(source)
        )
          candidates.push(source);
      }
    }
    if (candidates.length === 0) return;
    const done = new Set<EndId>();
    for (const candidate of candidates.sort((a, b) => a - b)) {
      if (done.has(candidate)) continue;
      const capture = captureOf(view, s, candidate, memo);
      if (!capture) continue;
      if (!budget.spend(degreeOut(view, candidate) + degreeIn(view, candidate))) return;
      const group = openedTogether(view, s, capture, budget, memo);
      for (const { end } of group) done.add(end);
      if (group.length < s.sameBranchOpenings || !isDense(group, s)) continue;
      const recipient = commonRecipient(group);
      if ((recipient ?? (group[0] as Capture).end) !== anchor) continue;
      const later = group.map(({ laterSpendShare }) => laterSpendShare).filter((one) => one !== undefined);
      const settled = later.filter((one) => one >= s.staysShare).length;
      const employers = new Set(group.map(({ employer }) => employer));
      const isOneEmployer = recipient === undefined && employers.size === 1 && !employers.has(undefined);
      const isControl = recipient !== undefined;
      const evidence = evidenceOf(group.map(({ firstOut }) => firstOut));
      const medianShare = lowerMedian(group.map((one) => Math.round(one.share * 1000))) / 1000;
      report({
        indicator: 'new-account-captured',
        anchor,
        members: [
          ...(recipient === undefined || group.some(({ end }) => end === recipient)
            ? []
            : [
                member(recipient, isBusiness(view, recipient) ? 'undetermined' : 'possible-controller', {
                  for: [{ id: 'reason.new-accounts-empty-to-one', parameters: { accounts: count(group.length) } }],
                }),
              ]),
          ...group.map((one) =>
            member(one.end, isControl && settled * 2 <= group.length ? 'possible-victim' : 'undetermined', {
              for: [{ id: 'reason.new-account-emptied', parameters: { share: share(one.share) } }],
              against:
                one.laterSpendShare !== undefined && one.laterSpendShare >= s.staysShare
                  ? [{ id: 'reason.own-spending', parameters: { share: share(one.laterSpendShare) } }]
                  : [],
            }),
          ),
        ],
        observed: {
          accounts: count(group.length),
          share: share(medianShare),
          openedWithin: {
            unit: 'days',
            value: Math.max(...group.map(({ opened }) => opened)) - Math.min(...group.map(({ opened }) => opened)) + 1,
          },
        },
        threshold: { accounts: count(s.sameBranchOpenings), share: share(s.sweepShare) },
        window: {
          from: Math.min(...group.map(({ opened }) => opened)) as Day,
          to: (Math.max(...group.map(({ opened }) => opened)) + s.ageDays) as Day,
        },
        strength: strengthAbove(group.length, s.sameBranchOpenings),
        evidence,
        ...formsOf(
          view,
          group.map(({ end }) => end),
        ),
        guards: [
          {
            id: 'settles-in',
            outcome: later.length === 0 ? 'untestable' : settled * 2 > group.length ? 'held' : 'failed',
          },
          { id: 'one-good-employer', outcome: isOneEmployer ? 'held' : 'failed' },
        ],
      });
    }
  },
} satisfies Indicator<typeof settings>;

/** Accounts lent for strangers' money speak of crime that is forced, not of work. */
function formsOf(view: View, ends: readonly EndId[]): Pick<Finding, 'forms'> {
  const lent = ends.filter((end) => takesStrangersMoney(view, end)).length;
  return lent * 2 > ends.length ? { forms: { 'forced-criminality': 1, 'labour-exploitation': 0.2 } } : {};
}

/** A personal account of ours that was opened while the files run, or shortly before. */
function isNew(view: View, end: EndId): boolean {
  const opened = view.facts.openedDay[end] ?? NO_DAY;
  return (
    opened !== NO_DAY && opened >= view.from - 14 && isOwn(view, end) && isPersonal(view, end) && isHolding(view, end)
  );
}

type Memo = Map<EndId, Capture | undefined>;
/** A pure function of columns, settings and end, kept because every recipient of an account asks for it. */
const kept = new WeakMap<TransactionColumns, Map<string, Memo>>();

function memoOf(view: View, s: Rule): Memo {
  const bySettings = kept.get(view.columns) ?? new Map<string, Memo>();
  kept.set(view.columns, bySettings);
  const key = [s.ageDays, s.sweepShare, s.personalSpendShare, s.maxPayers, s.minIncomeItems, s.tailDays].join(' ');
  const memo: Memo = bySettings.get(key) ?? new Map<EndId, Capture | undefined>();
  bySettings.set(key, memo);
  return memo;
}

function captureOf(view: View, s: Rule, end: EndId, memo: Memo): Capture | undefined {
  const held = memo.get(end);
  if (held !== undefined || memo.has(end)) return held;
  const capture = searchCapture(view, s, end);
  memo.set(end, capture);
  return capture;
}

function searchCapture(view: View, s: Rule, end: EndId): Capture | undefined {
  if (!isNew(view, end) || degreeIn(view, end) < s.minIncomeItems || degreeOut(view, end) === 0) return undefined;
  const opened = view.facts.openedDay[end] as Day;
  const until = opened + s.ageDays;
  const incoming = into(view.adjacency, end);
  const currency = currencyOf(view, incoming[0] as number);
  const payers: EndId[] = [];
  let [income, items, wages] = [0, 0, 0];
  let employer: EndId | undefined;
  for (const tx of incoming) {
    const from = debtorOf(view, tx);
    if (creditorDayOf(view, tx) > until || currencyOf(view, tx) !== currency || isSameCustomer(view, from, end))
      continue;
    income += amountOf(view, tx);
    items++;
    if (!payers.includes(from)) payers.push(from);
    if (payers.length > s.maxPayers) return undefined;
    if (isWage(view, tx) && isBusiness(view, from)) {
      wages++;
      employer = from;
    }
  }
  if (items < s.minIncomeItems) return undefined;
  const sums = new Map<EndId, number>();
  let [cash, spent, laterSpent, laterOut, firstOut] = [0, 0, 0, 0, -1];
  for (const tx of outOf(view.adjacency, end)) {
    if (currencyOf(view, tx) !== currency) continue;
    const [day, to, amount] = [debtorDayOf(view, tx), creditorOf(view, tx), amountOf(view, tx)];
    const isOwnSpending = !isCashOut(view, tx) && isSpending(view, tx) && !isHolding(view, to);
    if (day > opened + 60) {
      laterOut += amount;
      if (isOwnSpending) laterSpent += amount;
    }
    if (day > until + s.tailDays) continue;
    if (isCashOut(view, tx)) cash += amount;
    else if (isOwnSpending) spent += amount;
    else if (isHolding(view, to) && !isSameCustomer(view, to, end)) sums.set(to, (sums.get(to) ?? 0) + amount);
    if (firstOut < 0 && !isOwnSpending) firstOut = tx;
  }
  const top = [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
  const gone = cash + (top?.[1] ?? 0);
  if (firstOut < 0 || gone < s.sweepShare * income || spent > s.personalSpendShare * income) return undefined;
  return {
    end,
    opened,
    recipient: top && top[1] >= cash ? top[0] : undefined,
    share: Math.min(1, gone / income),
    firstOut,
    laterSpendShare: laterOut === 0 ? undefined : laterSpent / laterOut,
    employer: wages * 2 > items ? employer : undefined,
  };
}

/** Captured accounts of the same introducer, else the same branch, chained by gaps of at most some days; by day and end. */
function openedTogether(view: View, s: Rule, of: Capture, budget: Budget, memo: Memo): Capture[] {
  const { introducer, branch } = view.facts;
  const isIntroduced = (introducer[of.end] ?? 0) !== 0;
  const column = isIntroduced ? introducer : branch;
  const near = [...endsOfClass(column, column[of.end] ?? 0)].filter((end) => isNew(view, end));
  if (!budget.spend(near.length * 16)) return [];
  const all = near
    .map((end) => (end === of.end ? of : captureOf(view, s, end, memo)))
    .filter((capture) => capture !== undefined)
    .sort((a, b) => a.opened - b.opened || a.end - b.end);
  const at = all.findIndex(({ end }) => end === of.end);
  let from = at;
  let to = at;
  const gap = (i: number): number => (all[i] as Capture).opened - (all[i - 1] as Capture).opened;
  while (from > 0 && gap(from) < s.openingDays) from--;
  while (to + 1 < all.length && gap(to + 1) < s.openingDays) to++;
  const group: Capture[] = [];
  for (const capture of all.slice(Math.max(0, from), to + 1))
    if (!group.some(({ end }) => isSameCustomer(view, end, capture.end))) group.push(capture);
  return group;
}

/** Enough of them within one stretch of the opening days. */
function isDense(group: readonly Capture[], s: Rule): boolean {
  return group.some((one, i) => {
    const last = group[i + s.sameBranchOpenings - 1];
    return last !== undefined && last.opened - one.opened < s.openingDays;
  });
}

/** Gets most from at least half of the accounts; ties by end. */
function commonRecipient(group: readonly Capture[]): EndId | undefined {
  const counts = new Map<EndId, number>();
  for (const { recipient } of group)
    if (recipient !== undefined) counts.set(recipient, (counts.get(recipient) ?? 0) + 1);
  const top = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
  return top && top[1] * 2 >= group.length && top[1] >= 2 ? top[0] : undefined;
}
