/**
 * Income arrives, but hardly any sign of a life of one's own: no groceries, rent, telephone or small
 * payments to people; all leaves by cash or to one person (FosAudit, ATII; in part). Weak alone:
 * many people live from another account. Absence is not guilt: `little personal spending seen in
 * this export`. Evidence is what leaves, so that a sweep of the same rows is not counted twice.
 * Over 300 lines because the ways in which spending can be absent are measures of one statement.
 */
import type { Day } from '../days.ts';
import { FIRST_SHARED_END, type EndId } from '../formats/end-table.ts';
import { into, outOf } from '../graph/adjacency.ts';
import type { TransactionColumns } from '../ledger/ledger.ts';
import type { Indicator, Settings } from './indicator.ts';
import { count, dampedByGuards, evidenceOf, member, share, strengthAbove } from './measures.ts';
import {
  amountOf,
  creditorDayOf,
  creditorOf,
  debtorDayOf,
  debtorOf,
  degreeIn,
  degreeOut,
  isCashOut,
  isHolding,
  isOwn,
  isPersonal,
  isPrivate,
  isRent,
  isSameCustomer,
  isSpending,
  mccOf,
  rowsByCurrency,
} from './read.ts';
import type { View } from './view.ts';

const settings = {
  windowDays: { default: 90, unit: 'days', reason: 'A quarter without groceries is long; indicators.md.' },
  ordinaryCategories: {
    default: 1,
    unit: 'count',
    reason: 'One kind of ordinary spending may remain, e.g. a telephone.',
  },
  minIncomeItems: { default: 3, unit: 'count', reason: 'Income at least once a month.' },
  minOutItems: {
    default: 3,
    unit: 'count',
    reason: 'Cash draws or payments to the one person in a quarter, once a month; a sleeping account says nothing.',
  },
  windowShare: {
    default: 0.6,
    unit: 'share',
    reason: 'Of all quarters of the account in the file, one begun each fortnight.',
  },
  gatheredShare: {
    default: 0.8,
    unit: 'share',
    reason: 'Of what leaves, as cash or to one person; a little may go elsewhere.',
  },
  minSources: { default: 2, unit: 'count', reason: 'One account that feeds another is most often a second account.' },
} as const satisfies Settings;
type Rule = { readonly [K in keyof typeof settings]: number };

/** A personal account with more rows than this is run by a machine. */
const MOST_ROWS = 20_000;

interface Absence {
  readonly end: EndId;
  readonly recipient: EndId | undefined;
  readonly rows: readonly number[];
  readonly share: number;
  readonly cashShare: number;
  readonly categories: number;
}

export default {
  id: 'absent-ordinary-spend',
  title: 'Income but little personal spending in this export',
  looksFor:
    'Personal accounts with income over three months and hardly any ordinary spending, where nearly everything leaves by cash or to one person.',
  family: 'account-control',
  points: 1,
  forms: {
    'sexual-exploitation': 0.4,
    'labour-exploitation': 0.5,
    'domestic-servitude': 0.5,
    'forced-criminality': 0.3,
  },
  citations: [
    { source: 'FosAudit note and ATII list, via CipherTrace', confidence: 'read-in-part' },
    { source: 'Polaris FIU article on what is missing', confidence: 'read-in-part' },
  ],
  needs: [],
  settings,
  guards: [
    { id: 'main-account-elsewhere', pointsOff: 1 },
    { id: 'cash-user', pointsOff: 1 },
  ],
  innocent:
    'A second account, a saver, somebody paid at one bank who lives from another, somebody who uses cash: a single account that feeds one other, and several small cash withdrawals as for daily life, are tested.',
  find(view, s, anchor, budget, emit) {
    const report = dampedByGuards(emit);
    const memo = memoOf(view, s);
    const found: Absence[] = [];
    if (degreeIn(view, anchor) >= 3 && isHolding(view, anchor) && isPersonal(view, anchor)) {
      const rows = into(view.adjacency, anchor);
      if (!budget.spend(rows.length)) return;
      for (const tx of rows) {
        const source = debtorOf(view, tx);
        if (!isOwn(view, source)) continue;
        const absence = absenceOf(view, s, source, memo);
        if (absence?.recipient === anchor && !found.includes(absence)) found.push(absence);
      }
    }
    const own = absenceOf(view, s, anchor, memo);
    if (own && own.recipient === undefined) found.push(own);
    if (found.length === 0) return;
    found.sort((a, b) => a.end - b.end);

    const evidence = evidenceOf(found.flatMap(({ rows }) => rows));
    const isSeveral = found.length >= s.minSources;
    const feeding = found.filter(({ recipient }) => recipient !== undefined);
    const lowest = Math.min(...found.map((one) => one.share));
    report({
      indicator: 'absent-ordinary-spend',
      anchor,
      members: [
        ...(found.some(({ end }) => end === anchor)
          ? []
          : [
              member(anchor, 'undetermined', {
                for: [
                  {
                    id: 'reason.receives-all-of-accounts-without-spending',
                    parameters: { sources: count(feeding.length) },
                  },
                ],
              }),
            ]),
        ...found.map(({ end, categories, share: gathered }) =>
          member(end, isSeveral ? 'possible-victim' : 'undetermined', {
            for: [
              {
                id: 'reason.little-personal-spending-seen',
                parameters: { categories: count(categories), share: share(gathered) },
              },
            ],
            against: [{ id: 'reason.may-live-from-another-account' }],
          }),
        ),
      ],
      observed: {
        sources: count(found.length),
        share: share(lowest),
        categories: count(Math.max(...found.map(({ categories }) => categories))),
      },
      threshold: { share: share(s.gatheredShare), categories: count(s.ordinaryCategories) },
      window: {
        from: debtorDayOf(view, evidence[0] as number),
        to: Math.max(...evidence.map((tx) => debtorDayOf(view, tx))) as Day,
      },
      strength: Math.min(200, strengthAbove(lowest, s.gatheredShare) + 25 * (found.length - 1)),
      evidence,
      guards: [
        { id: 'main-account-elsewhere', outcome: feeding.length === found.length && !isSeveral ? 'held' : 'failed' },
        { id: 'cash-user', outcome: found.every((one) => usesCashDaily(view, one)) ? 'held' : 'failed' },
      ],
    });
  },
} satisfies Indicator<typeof settings>;

interface Memo {
  /** 1 where the end was searched. */
  readonly searched: Uint8Array;
  readonly found: Map<EndId, Absence>;
}
/** A pure function of columns, settings and end, kept because every recipient of an account asks for it. */
const kept = new WeakMap<TransactionColumns, Map<string, Memo>>();

function memoOf(view: View, s: Rule): Memo {
  const bySettings = kept.get(view.columns) ?? new Map<string, Memo>();
  kept.set(view.columns, bySettings);
  const key = [
    s.windowDays,
    s.ordinaryCategories,
    s.minIncomeItems,
    s.gatheredShare,
    s.minOutItems,
    s.windowShare,
  ].join(' ');
  const memo: Memo = bySettings.get(key) ?? { searched: new Uint8Array(view.adjacency.ends), found: new Map() };
  bySettings.set(key, memo);
  return memo;
}

function absenceOf(view: View, s: Rule, end: EndId, memo: Memo): Absence | undefined {
  if (!isOwn(view, end) || !isPersonal(view, end)) return undefined;
  if (memo.searched[end] === 1) return memo.found.get(end);
  memo.searched[end] = 1;
  const isTried =
    isHolding(view, end) &&
    degreeIn(view, end) >= s.minIncomeItems &&
    degreeOut(view, end) >= 2 &&
    degreeOut(view, end) <= MOST_ROWS;
  const absence = isTried ? searchAbsence(view, s, end) : undefined;
  if (absence) memo.found.set(end, absence);
  return absence;
}

/** The window in which most of what left was cash or went to one person. */
function searchAbsence(view: View, s: Rule, end: EndId): Absence | undefined {
  const rows = rowsByCurrency(view, outOf(view.adjacency, end))[0]?.rows ?? [];
  const incoming = into(view.adjacency, end);
  let best: Absence | undefined;
  let first = 0;
  let tried = -Infinity;
  let [windows, absent] = [0, 0];
  for (let last = 0; last < rows.length; last++) {
    const to = debtorDayOf(view, rows[last] as number);
    while (debtorDayOf(view, rows[first] as number) <= to - s.windowDays) first++;
    const isLast = last === rows.length - 1;
    const isEndOfDay = isLast || debtorDayOf(view, rows[last + 1] as number) > to;
    // Full windows only, one each fortnight.
    if (!isEndOfDay || to - view.from < s.windowDays - 5 || (to - tried < 14 && !isLast)) continue;
    tried = to;
    windows++;
    const categories = ordinaryKinds(view, end, rows, first, last, s.ordinaryCategories + 1);
    if (categories > s.ordinaryCategories || incomeItems(view, end, incoming, to - s.windowDays, to) < s.minIncomeItems)
      continue;
    const inside = rows.slice(first, last + 1);
    const gathered = gather(view, end, inside);
    if (gathered.rows.length < s.minOutItems || gathered.share < s.gatheredShare) continue;
    absent++;
    if (!best || gathered.share > best.share) best = { end, categories, ...gathered };
  }
  // One bare quarter is a holiday or a second account; a life that is missing is missing most of the time.
  return absent >= s.windowShare * windows ? best : undefined;
}

function incomeItems(view: View, end: EndId, incoming: Uint32Array, after: number, to: number): number {
  let items = 0;
  for (const tx of incoming) {
    const day = creditorDayOf(view, tx);
    if (day > to) break;
    if (day > after && !isSameCustomer(view, debtorOf(view, tx), end)) items++;
  }
  return items;
}

/** How many kinds of ordinary spending these rows show, at most `most`. Without merchant codes each merchant is a kind. */
function ordinaryKinds(
  view: View,
  end: EndId,
  rows: readonly number[],
  first: number,
  last: number,
  most: number,
): number {
  const kinds: number[] = [];
  const people: EndId[] = [];
  for (let at = first; at <= last; at++) {
    const tx = rows[at] as number;
    const to = creditorOf(view, tx);
    let kind = kindOf(view, tx);
    // Merchants without a code by their end, what the text names where there is none; apart from the codes' kinds.
    if (kind < 0 && isSpending(view, tx)) kind = 16 + (to < FIRST_SHARED_END ? (view.columns.textKey?.[tx] ?? 0) : to);
    if (kind >= 0) {
      if (!kinds.includes(kind)) kinds.push(kind);
    } else if (people.length < 4 && isPrivate(view, to) && !isSameCustomer(view, end, to) && !people.includes(to))
      people.push(to);
    // Payments to four different people show a life with others.
    if (kinds.length + (people.length >= 4 ? 1 : 0) >= most) return most;
  }
  return kinds.length + (people.length >= 4 ? 1 : 0);
}

function kindOf(view: View, tx: number): number {
  const mcc = mccOf(view, tx);
  if (isRent(view, tx) || mcc === 6513) return 1;
  if (mcc === 0) return -1;
  if (mcc >= 5411 && mcc <= 5499) return 0;
  if ((mcc >= 4812 && mcc <= 4816) || mcc === 4899 || mcc === 4900) return 2;
  if (mcc === 5812 || mcc === 5813 || mcc === 5814) return 3;
  if ((mcc >= 4111 && mcc <= 4131) || mcc === 5541 || mcc === 5542) return 4;
  return mcc >= 7800 && mcc <= 7999 ? 5 : 6;
}

/** Cash and what the one person who gets most gets; the recipient counts where it outweighs the cash. */
function gather(
  view: View,
  end: EndId,
  rows: readonly number[],
): { share: number; cashShare: number; recipient: EndId | undefined; rows: number[] } {
  const sums = new Map<EndId, number>();
  let total = 0;
  let cash = 0;
  for (const tx of rows) {
    const amount = amountOf(view, tx);
    const to = creditorOf(view, tx);
    if (isSameCustomer(view, end, to)) continue;
    total += amount;
    if (isCashOut(view, tx)) cash += amount;
    else if (isHolding(view, to) && isPersonal(view, to)) sums.set(to, (sums.get(to) ?? 0) + amount);
  }
  const top = [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
  const recipient = top && top[1] > cash ? top[0] : undefined;
  const kept = rows.filter((tx) => isCashOut(view, tx) || (top !== undefined && creditorOf(view, tx) === top[0]));
  return {
    share: (cash + (top?.[1] ?? 0)) / Math.max(1, total),
    cashShare: cash / Math.max(1, total),
    recipient,
    rows: kept,
  };
}

/** Six and more withdrawals a quarter of uneven small shares: somebody who pays in cash. */
function usesCashDaily(view: View, absence: Absence): boolean {
  const draws = absence.rows.filter((tx) => isCashOut(view, tx));
  const total = draws.reduce((sum, tx) => sum + amountOf(view, tx), 0);
  return absence.cashShare >= 0.5 && draws.length >= 6 && draws.every((tx) => amountOf(view, tx) <= total / 5);
}
