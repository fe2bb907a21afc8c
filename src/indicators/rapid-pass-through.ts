/**
 * Pass-through: nearly all that an account receives is sent on or drawn within two days, again and
 * again (FIN-2020-A008, sections I.2 and I.3). Credits are matched with debits of the next
 * days first in, first out; card purchases are spending and do not count as passed on. On statements without
 * times a debit of the same day may stand before the credit: the finding says so.
 * Over 300 lines because the first-in-first-out matching and the reading of fresh accounts share one pass.
 */
import { NO_DAY } from '../days.ts';
import type { EndId } from '../formats/end-table.ts';
import { channelCode } from '../formats/entry-columns.ts';
import { into, outOf } from '../graph/adjacency.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import type { PackedCurrency } from '../money.ts';
import type { Budget, Indicator, Values } from './indicator.ts';
import { count, evidenceOf, hours, member, money, share, strengthAbove } from './measures.ts';
import { euros } from './price-levels.ts';
import {
  BUREAUS,
  amountOf,
  creditorDayOf,
  creditorOf,
  currencyOf,
  debtorDayOf,
  debtorOf,
  degreeIn,
  degreeOut,
  hasLicence,
  isCardPayment,
  isHolding,
  isOwn,
  isPersonal,
  isRent,
  isSameCustomer,
  topRecipient,
} from './read.ts';
import { windowOf } from './statistics.ts';
import type { View } from './view.ts';

const settings = {
  windowDays: { default: 30, unit: 'days', reason: 'A month holds a pay period and what belongs to it.' },
  passShare: { default: 0.85, unit: 'share', reason: 'Households keep or spend more than a seventh of what comes in.' },
  delayHours: { default: 48, unit: 'hours', reason: 'Wide enough for next-day transfers; the source says immediate.' },
  minTurnover: { default: 2000, unit: 'EUR', reason: 'Below it, a few shared bills between friends would do.' },
  residualShare: { default: 0.1, unit: 'share', reason: 'What a window leaves behind, as a share of what came in.' },
  minCredits: {
    default: 4,
    unit: 'count',
    reason: 'One sum passed on is a purchase; several are a use of the account.',
  },
  freshDays: {
    default: 60,
    unit: 'days',
    reason:
      'An account put to this use within two months of its opening was opened for it (FIN-2020-A008, section I.3).',
  },
  freshPayers: {
    default: 3,
    unit: 'count',
    reason: 'New accounts, opened side by side, that pay one person: two may be friends.',
  },
  freshCredits: {
    default: 3,
    unit: 'count',
    reason: 'Such an account has no other use that the credits could belong to.',
  },
} as const satisfies Indicator['settings'];
type Current = Values<typeof settings>;

const NOT_MONEY_MOVED = new Set<number>([channelCode.fee, channelCode.interest]);

interface Passed {
  credits: TransactionIndex[];
  debits: TransactionIndex[];
  received: number;
  passed: number;
  isSameDay: boolean;
}

export default {
  id: 'rapid-pass-through',
  title: 'Money leaves almost as fast as it arrives',
  looksFor:
    'An account passes nearly all that it receives on to others, or draws it in cash, within two days, over at least one month and several credits, and keeps next to nothing.',
  family: 'laundering-flow',
  points: 1,
  forms: { 'laundering-pattern': 1 },
  citations: [
    {
      source: 'FinCEN FIN-2020-A008, sections I.2 and I.3 (immediate withdrawal or onward transfer)',
      confidence: 'read',
    },
  ],
  needs: [],
  settings,
  guards: [
    { id: 'licensed-agent', pointsOff: 2 },
    { id: 'household-bills', pointsOff: 1 },
  ],
  innocent:
    'Payment agents and escrow; a joint household account that feeds bills by direct debit; sweeping between accounts of one customer (not counted). It needs a second indicator of another family.',
  find(view, settings, anchor, budget, emit) {
    if (!isOwn(view, anchor) || !isHolding(view, anchor)) return;
    if (degreeIn(view, anchor) === 0 || degreeOut(view, anchor) === 0) return;
    const credits = into(view.adjacency, anchor);
    const opened = view.facts.openedDay[anchor] ?? NO_DAY;
    const isFresh =
      isPersonal(view, anchor) &&
      opened !== NO_DAY &&
      opened >= view.from &&
      creditorDayOf(view, credits[0] as number) - opened <= settings.freshDays;
    const minCredits = isFresh ? Math.min(settings.minCredits, settings.freshCredits) : settings.minCredits;
    if (credits.length < minCredits) return;
    const first = currencyOf(view, credits[0] as number);
    search(first);
    // A second currency is rare: looked for only where the account has one.
    const others = new Set<PackedCurrency>();
    for (const tx of credits) if (currencyOf(view, tx) !== first) others.add(currencyOf(view, tx));
    for (const currency of others) search(currency);

    function search(currency: PackedCurrency): void {
      const minTurnover = euros(view.prices, settings.minTurnover, currency);
      if (!movesEnough(view, anchor, currency, minTurnover, minCredits, settings)) return;
      const { passed, cut } = passedOn(view, anchor, currency, minTurnover, minCredits, settings, budget);
      if (!passed || passed.credits.length < minCredits) return;
      const evidence = evidenceOf([...passed.credits, ...passed.debits]);
      const passShare = share(passed.passed / passed.received);
      const top = topRecipient(view, new Set(passed.debits));
      const payee = top && top.sum * 2 >= passed.passed ? top.end : undefined;
      const collectors = isFresh ? collectorsOf(view, anchor, opened, settings, budget) : [];
      emit({
        indicator: 'rapid-pass-through',
        anchor,
        members: [
          // Opened side by side with others for one person's use: the holder may have been made to.
          member(anchor, collectors.length > 0 ? 'possible-victim' : 'conduit', {
            for: [
              {
                id: 'reason.passes-on-what-it-receives',
                parameters: { share: passShare, credits: count(passed.credits.length) },
              },
            ],
            against: [{ id: 'reason.account-may-be-used-by-others' }],
          }),
          ...collectors.map(({ end, accounts }) =>
            member(end, 'possible-collector', {
              for: [{ id: 'reason.is-paid-from-several-new-accounts', parameters: { accounts: count(accounts) } }],
              against: [{ id: 'reason.account-may-be-used-by-others' }],
            }),
          ),
          ...(payee === undefined || collectors.some(({ end }) => end === payee)
            ? []
            : [member(payee, 'undetermined', { for: [{ id: 'reason.receives-most-of-what-passes-on' }] })]),
        ],
        observed: {
          share: passShare,
          credits: count(passed.credits.length),
          received: money(passed.received, currency),
        },
        threshold: {
          share: share(settings.passShare),
          credits: count(minCredits),
          received: money(minTurnover, currency),
          delay: hours(settings.delayHours),
        },
        window: windowOf(view, evidence),
        strength: strengthAbove(passed.received, minTurnover),
        evidence,
        // An account opened for it speaks for somebody who was made to open it.
        ...(isFresh ? { forms: { 'laundering-pattern': 1, 'forced-criminality': 1 } } : {}),
        guards: [
          {
            id: 'licensed-agent',
            outcome: hasLicence(view, anchor, BUREAUS) ? 'held' : 'failed',
          },
          { id: 'household-bills', outcome: mostlyDirectDebits(view, passed.debits) ? 'held' : 'failed' },
        ],
        ...(cut ? { cut: true as const } : {}),
        ...(passed.isSameDay ? { dayOrderUnknown: true as const } : {}),
      });
    }
  },
} satisfies Indicator<typeof settings>;

/** Persons whom this new account pays at least twice, as do other accounts opened in the same weeks; rent aside. */
function collectorsOf(
  view: View,
  anchor: EndId,
  opened: number,
  settings: Current,
  budget: Budget,
): { end: EndId; accounts: number }[] {
  const times = new Map<EndId, number>();
  for (const tx of outOf(view.adjacency, anchor)) {
    const to = creditorOf(view, tx);
    if (!isHolding(view, to) || !isPersonal(view, to) || isRent(view, tx) || isSameCustomer(view, anchor, to)) continue;
    times.set(to, (times.get(to) ?? 0) + 1);
  }
  const collectors = [];
  for (const [end, paid] of times) {
    if (paid < 2 || !budget.spend(degreeIn(view, end))) continue;
    const accounts = new Set<EndId>();
    for (const tx of into(view.adjacency, end)) {
      const other = view.facts.openedDay[debtorOf(view, tx)] ?? NO_DAY;
      if (other !== NO_DAY && Math.abs(other - opened) <= settings.freshDays / 2 && !isRent(view, tx))
        accounts.add(debtorOf(view, tx));
    }
    if (accounts.size >= settings.freshPayers) collectors.push({ end, accounts: accounts.size });
  }
  return collectors.sort((a, b) => a.end - b.end);
}

function isReceived(view: View, anchor: EndId, tx: TransactionIndex, currency: PackedCurrency): boolean {
  return (
    currencyOf(view, tx) === currency &&
    !NOT_MONEY_MOVED.has(view.columns.channel?.[tx] ?? 0) &&
    !isSameCustomer(view, anchor, debtorOf(view, tx))
  );
}

function isPassedOn(view: View, anchor: EndId, tx: TransactionIndex): boolean {
  return (
    !isCardPayment(view, tx) &&
    !NOT_MONEY_MOVED.has(view.columns.channel?.[tx] ?? 0) &&
    !isSameCustomer(view, anchor, creditorOf(view, tx))
  );
}

/** Cheap test before anything is allocated: in some window as much leaves, card purchases aside, as the share asks for. */
function movesEnough(
  view: View,
  anchor: EndId,
  currency: PackedCurrency,
  minTurnover: number,
  minCredits: number,
  settings: Current,
): boolean {
  const credits = into(view.adjacency, anchor);
  const debits = outOf(view.adjacency, anchor);
  const delay = Math.ceil(settings.delayHours / 24);
  let [from, paidFrom, paidTo] = [0, 0, 0];
  let [received, sent] = [0, 0];
  const credited = (tx: TransactionIndex): number => (isReceived(view, anchor, tx, currency) ? amountOf(view, tx) : 0);
  const debited = (tx: TransactionIndex): number =>
    currencyOf(view, tx) === currency && isPassedOn(view, anchor, tx) ? amountOf(view, tx) : 0;
  for (let to = 0; to < credits.length; to++) {
    const day = creditorDayOf(view, credits[to] as number);
    received += credited(credits[to] as number);
    while (day - creditorDayOf(view, credits[from] as number) >= settings.windowDays)
      received -= credited(credits[from++] as number);
    if (to - from + 1 < minCredits || !(received >= minTurnover)) continue;
    const start = creditorDayOf(view, credits[from] as number);
    while (paidTo < debits.length && debtorDayOf(view, debits[paidTo] as number) <= day + delay)
      sent += debited(debits[paidTo++] as number);
    while (paidFrom < paidTo && debtorDayOf(view, debits[paidFrom] as number) < start)
      sent -= debited(debits[paidFrom++] as number);
    if (sent >= settings.passShare * received) return true;
  }
  return false;
}

/** All rows of windows of `windowDays` in which the share was reached; undefined where there is none. */
function passedOn(
  view: View,
  anchor: EndId,
  currency: PackedCurrency,
  minTurnover: number,
  minCredits: number,
  settings: Current,
  budget: Budget,
): { passed?: Passed; cut: boolean } {
  const credits = [...into(view.adjacency, anchor)].filter((tx) => isReceived(view, anchor, tx, currency));
  const debits = [...outOf(view.adjacency, anchor)].filter((tx) => currencyOf(view, tx) === currency);
  const cut = !budget.spend(credits.length + debits.length);
  if (cut || credits.length < minCredits) return { cut };
  // A delay in hours is days where the file has days: 48 hours certainly end within two.
  const delay = Math.ceil(settings.delayHours / 24);
  const passed = new Float64Array(credits.length);
  const sameDay = new Uint8Array(credits.length);
  const servedBy: TransactionIndex[][] = credits.map(() => []);
  const left = Float64Array.from(credits, (tx) => amountOf(view, tx));
  let oldest = 0;
  let recent = 0;
  for (const tx of debits) {
    const day = debtorDayOf(view, tx);
    let amount = amountOf(view, tx);
    const take = (i: number): number => {
      const part = Math.min(left[i] as number, amount);
      left[i] = (left[i] as number) - part;
      amount -= part;
      return part;
    };
    while (recent < credits.length && creditorDayOf(view, credits[recent] as number) < day - delay) recent++;
    if (isPassedOn(view, anchor, tx)) {
      for (let i = recent; i < credits.length && amount > 0; i++) {
        const arrived = creditorDayOf(view, credits[i] as number);
        if (arrived > day) break;
        const part = take(i);
        if (part === 0) continue;
        passed[i] = (passed[i] as number) + part;
        servedBy[i]?.push(tx);
        if (day === arrived && !((view.columns.time?.[tx] ?? -1) >= 0)) sameDay[i] = 1;
      }
    }
    // What fresh money does not cover, and spending, comes out of what was left before.
    for (let i = oldest; i < credits.length && amount > 0 && creditorDayOf(view, credits[i] as number) <= day; i++)
      take(i);
    while (oldest < credits.length && left[oldest] === 0) oldest++;
  }
  const kept = new Uint8Array(credits.length);
  let from = 0;
  let received = 0;
  let sent = 0;
  let rest = 0;
  for (let to = 0; to < credits.length; to++) {
    received += amountOf(view, credits[to] as number);
    sent += passed[to] as number;
    rest += left[to] as number;
    while (
      creditorDayOf(view, credits[to] as number) - creditorDayOf(view, credits[from] as number) >=
      settings.windowDays
    ) {
      received -= amountOf(view, credits[from] as number);
      sent -= passed[from] as number;
      rest -= left[from] as number;
      from++;
    }
    if (to - from + 1 < minCredits || received < minTurnover) continue;
    if (sent >= settings.passShare * received && rest <= settings.residualShare * received) kept.fill(1, from, to + 1);
  }
  if (!kept.includes(1)) return { cut };
  const result: Passed = { credits: [], debits: [], received: 0, passed: 0, isSameDay: false };
  credits.forEach((tx, i) => {
    if (kept[i] === 0) return;
    result.received += amountOf(view, tx);
    if (passed[i] === 0) return;
    result.credits.push(tx);
    result.debits.push(...(servedBy[i] as TransactionIndex[]));
    result.passed += passed[i] as number;
    result.isSameDay ||= sameDay[i] === 1;
  });
  return { passed: result, cut };
}

function mostlyDirectDebits(view: View, debits: readonly TransactionIndex[]): boolean {
  let drawn = 0;
  for (const tx of debits) if ((view.columns.channel?.[tx] ?? 0) === channelCode['direct-debit']) drawn++;
  return drawn * 2 >= debits.length;
}
