/**
 * Clients pay invoices to a young firm for labour that draws most of it in cash or passes it to one
 * or two persons, itself or over further young firms, while next to nothing is pay (subcontracting
 * typologies of OSCE and FATF; own synthesis). For the client this is a question of due diligence.
 * Workers do not appear in it and are never guessed at.
 */
import { NO_DAY } from '../days.ts';
import type { EndId } from '../formats/end-table.ts';
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import { booksOf, isPayroll, windowsOf } from './business-books.ts';
import { LABOUR_HEAVY, STAFFING } from './business-without-payroll.ts';
import type { Budget, Indicator, Settings, Values } from './indicator.ts';
import { count, dampedByGuards, days, evidenceOf, member, money, share, strengthAbove } from './measures.ts';
import { euros } from './price-levels.ts';
import {
  amountOf,
  creditorDayOf,
  creditorOf,
  currencyOf,
  debtorDayOf,
  debtorOf,
  degreeIn,
  degreeOut,
  hasWords,
  isBusiness,
  isCashOut,
  isHolding,
  isOwn,
  isPrivate,
  isRent,
  isSameCustomer,
} from './read.ts';
import { windowOf } from './statistics.ts';
import type { View } from './view.ts';

const settings = {
  layers: { default: 4, unit: 'count', reason: 'Firms in a row; more are seldom seen and each takes its part.' },
  cashOut: { default: 0.5, unit: 'share', reason: 'Of the turnover, in cash or to persons: no trade is run so.' },
  supplierAgeMonths: {
    default: 12,
    unit: 'months',
    reason: 'Since opening; such firms are changed before they are audited.',
  },
  payrollShare: { default: 0.05, unit: 'share', reason: 'Labour is sold, so most of the turnover should be pay.' },
  windowDays: { default: 90, unit: 'days', reason: 'Payroll and its taxes fall due within a quarter.' },
  mostPersons: { default: 2, unit: 'count', reason: 'Persons who get the money; more may be a self-employed crew.' },
  minTurnover: { default: 10000, unit: 'EUR', reason: 'A quarter of one person’s own work is about as much.' },
} as const satisfies Settings;
type Current = Values<typeof settings>;

const MONTH = 30.4;

export default {
  id: 'labour-supply-chain-no-payroll',
  title: 'Clients pay a young labour supplier that pays no workers',
  looksFor:
    'A firm of a labour-heavy trade, at most a year old, takes invoices of other firms, and within a quarter half of it and more is drawn in cash or goes to one or two persons, itself or over other young firms, while wages, payroll tax and insurance are next to nothing.',
  family: 'labour-conditions',
  points: 3,
  forms: { 'labour-exploitation': 1 },
  citations: [{ source: 'OSCE and FATF typologies on subcontracting; own synthesis', confidence: 'known' }],
  needs: ['register', 'opening-date', 'purpose-or-words'],
  settings,
  guards: [
    { id: 'taxes-and-insurance', pointsOff: 3 },
    { id: 'owner-operated', pointsOff: 3 },
  ],
  innocent:
    'Genuine subcontracting, a self-employed crew, a firm that has just begun: taxes and insurance paid and a firm without staff are tested. The export may be partial. The client may know nothing.',
  find(view, s, anchor, budget, emit) {
    if (!isYoungSupplier(view, s, anchor) || degreeIn(view, anchor) === 0) return;
    const currency = currencyOf(view, into(view.adjacency, anchor)[0] as number);
    const minTurnover = euros(view.prices, s.minTurnover, currency);
    const rows = new Set<TransactionIndex>();
    const clients = new Set<EndId>();
    const firms = new Set<EndId>();
    const persons = new Set<EndId>();
    let [best, turnover, deepest] = [0, 0, 0];
    for (const { from, before } of windowsOf(view, anchor, s.windowDays)) {
      if (!budget.spend(degreeIn(view, anchor) + degreeOut(view, anchor))) break;
      const books = booksOf(view, anchor, currency, from, before);
      if (!(books.turnover >= minTurnover) || books.payroll > s.payrollShare * books.turnover) continue;
      const invoices = books.credits.filter((tx) => isInvoice(view, anchor, tx));
      if (total(view, invoices) * 2 < books.turnover) continue;
      const way = leavesAs(view, s, anchor, currency, from, before, [anchor], budget);
      if (way.persons.size > s.mostPersons || way.sum < s.cashOut * books.turnover) continue;
      if (way.sum / books.turnover > best) [best, turnover] = [way.sum / books.turnover, books.turnover];
      deepest = Math.max(deepest, way.firms.size + 1);
      for (const tx of invoices) {
        rows.add(tx);
        clients.add(debtorOf(view, tx));
      }
      for (const tx of way.rows) rows.add(tx);
      for (const end of way.persons) persons.add(end);
      for (const end of way.firms) firms.add(end);
    }
    if (rows.size === 0) return;
    const evidence = evidenceOf(rows);
    const staff = view.facts.staff[anchor] ?? -1;
    const taxes = [...outOf(view.adjacency, anchor)].filter((tx) => hasWords(view, tx, wordBit.tax | wordBit.social));
    const left = share(Math.min(1, best));
    const sorted = (ends: ReadonlySet<EndId>): EndId[] => [...ends].sort((a, b) => a - b);
    const isInnocent = taxes.length >= 2 || (staff >= 0 && staff <= 1);
    dampedByGuards(emit)({
      indicator: 'labour-supply-chain-no-payroll',
      anchor,
      members: [
        member(anchor, isInnocent ? 'undetermined' : 'front-business', {
          for: [{ id: 'reason.sells-labour-and-pays-nobody', parameters: { share: left } }],
          against: [{ id: isInnocent ? 'reason.innocent-reading-fits' : 'reason.export-may-be-partial' }],
        }),
        ...sorted(clients).map((end) =>
          member(end, 'undetermined', { against: [{ id: 'reason.client-may-be-unaware' }] }),
        ),
        ...sorted(firms).map((end) =>
          member(end, 'undetermined', { for: [{ id: 'reason.further-firm-of-the-chain' }] }),
        ),
        ...sorted(persons).map((end) =>
          member(end, 'undetermined', {
            for: [{ id: 'reason.receives-most-of-what-passes-on' }],
            against: [{ id: 'reason.account-may-be-used-by-others' }],
          }),
        ),
      ],
      observed: {
        share: left,
        turnover: money(turnover, currency),
        clients: count(clients.size),
        layers: count(deepest),
        persons: count(persons.size),
      },
      threshold: {
        share: share(s.cashOut),
        turnover: money(minTurnover, currency),
        persons: count(s.mostPersons),
        window: days(s.windowDays),
      },
      window: windowOf(view, evidence),
      strength: strengthAbove(best, s.cashOut),
      evidence,
      guards: [
        { id: 'taxes-and-insurance', outcome: taxes.length >= 2 ? 'held' : 'failed' },
        { id: 'owner-operated', outcome: staff < 0 ? 'untestable' : staff <= 1 ? 'held' : 'failed' },
      ],
    });
  },
} satisfies Indicator<typeof settings>;

/** A firm of a labour-heavy trade whose statement is held and whose account was opened shortly before its first row. */
function isYoungSupplier(view: View, s: Current, end: EndId): boolean {
  if (!isBusiness(view, end) || !isOwn(view, end) || !isHolding(view, end)) return false;
  const sector = view.facts.sectors[(view.facts.sector[end] ?? 0) - 1];
  if (sector === undefined || !(LABOUR_HEAVY.test(sector) || STAFFING.test(sector))) return false;
  const opened = view.facts.openedDay[end] ?? NO_DAY;
  const first = into(view.adjacency, end)[0];
  return opened !== NO_DAY && first !== undefined && creditorDayOf(view, first) - opened <= s.supplierAgeMonths * MONTH;
}

/** A client's payment that says invoice. */
function isInvoice(view: View, anchor: EndId, tx: TransactionIndex): boolean {
  const from = debtorOf(view, tx);
  return isBusiness(view, from) && !isSameCustomer(view, from, anchor) && hasWords(view, tx, wordBit.invoice);
}

interface Way {
  sum: number;
  readonly rows: TransactionIndex[];
  readonly persons: Set<EndId>;
  readonly firms: Set<EndId>;
}

/** What leaves a firm in a window as cash or to persons, further young firms walked through up to the number of layers. */
function leavesAs(
  view: View,
  s: Current,
  firm: EndId,
  currency: number,
  from: number,
  before: number,
  chain: readonly EndId[],
  budget: Budget,
): Way {
  const way: Way = { sum: 0, rows: [], persons: new Set(), firms: new Set() };
  if (!budget.spend(degreeOut(view, firm))) return way;
  const onward = new Map<EndId, TransactionIndex[]>();
  for (const tx of outOf(view.adjacency, firm)) {
    const day = debtorDayOf(view, tx);
    if (day >= before) break;
    if (day < from || currencyOf(view, tx) !== currency || isPayroll(view, tx) || isRent(view, tx)) continue;
    const to = creditorOf(view, tx);
    if (isCashOut(view, tx) || isPrivate(view, to)) {
      way.sum += amountOf(view, tx);
      way.rows.push(tx);
      if (!isCashOut(view, tx)) way.persons.add(to);
    } else if (chain.length < s.layers && !chain.includes(to) && isYoungSupplier(view, s, to))
      onward.set(to, [...(onward.get(to) ?? []), tx]);
  }
  for (const [to, rows] of [...onward].sort(([a], [b]) => a - b)) {
    const paid = total(view, rows);
    const further = leavesAs(view, s, to, currency, from, before + s.windowDays, [...chain, to], budget);
    if (further.sum === 0) continue;
    // No more than was sent there counts: that firm may have other clients.
    way.sum += Math.min(paid, further.sum);
    way.rows.push(...rows, ...further.rows);
    way.firms.add(to);
    for (const end of further.firms) way.firms.add(end);
    for (const end of further.persons) way.persons.add(end);
  }
  return way;
}

function total(view: View, rows: readonly TransactionIndex[]): number {
  let sum = 0;
  for (const tx of rows) sum += amountOf(view, tx);
  return sum;
}
