/**
 * An operating business in a labour-heavy sector that pays next to no wages, payroll tax or social
 * insurance (FIN-2014-A008). Tests for something that is missing, so the business's own statement
 * and its sector in the register are needed. Unseen workers are never guessed at or listed.
 */
import type { EndId } from '../formats/end-table.ts';
import { wordBit } from '../formats/text-words.ts';
import { outOf } from '../graph/adjacency.ts';
import { licenceBit } from '../ledger/end-facts.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import { booksOf, windowsOf } from './business-books.ts';
import type { GuardOutcome, Indicator } from './indicator.ts';
import {
  count,
  dampedByGuards,
  days,
  evidenceOf,
  member,
  money,
  ratio,
  share,
  strengthAbove,
  strengthBelow,
} from './measures.ts';
import { euros } from './price-levels.ts';
import {
  creditorOf,
  currencyOf,
  debtorDayOf,
  degreeIn,
  degreeOut,
  hasLicence,
  hasWords,
  isBusiness,
  isHolding,
  isOwn,
  isPersonal,
  isWage,
} from './read.ts';
import { into } from '../graph/adjacency.ts';
import { monthOf, windowOf } from './statistics.ts';
import type { View } from './view.ts';

const settings = {
  windowDays: { default: 120, unit: 'days', reason: 'Payroll and its taxes fall due at least once a quarter.' },
  payrollShare: {
    default: 0.05,
    unit: 'share',
    reason: 'Peers in these sectors pay far more of their turnover to people.',
  },
  minTurnover: {
    default: 20000,
    unit: 'EUR',
    reason: 'A quarter’s turnover that one person alone seldom makes in these sectors.',
  },
  cashToPayroll: {
    default: 1.5,
    unit: 'ratio',
    reason:
      'Where clearly more cash is drawn than pay is booked, wages may be paid off the books (FinCEN FIN-2023-NTC1) …',
  },
  cashPayrollShare: {
    default: 0.15,
    unit: 'share',
    reason: '… and booked pay of up to this share of turnover still is little for these sectors.',
  },
  windowShare: {
    default: 0.5,
    unit: 'share',
    reason: 'Of the windows with enough turnover: a gap in one may be a late booking.',
  },
} as const satisfies Indicator['settings'];

/** Construction, cleaning, car wash, nail bar, farm, food processing, care: words and NACE divisions. */
export const LABOUR_HEAVY =
  /construct|building|bau(?!m)|clean|reinigung|car.?wash|autow|nail|nagel|farm|agri|landwirt|harvest|food.?proc|meat|fleisch|care\b|pflege|^(a\.?)?0[1]|^(c\.?)?10|^(f\.?)?4[123](\b|\.)|^(g\.?)?45\.?20|^(n\.?)?81\.?2|^(s\.?)?96\.?02|^(q\.?)?8[78]/i;

export default {
  id: 'business-without-payroll',
  title: 'An operating business shows little or no pay for work',
  looksFor:
    'A business in a labour-heavy sector has a real turnover, while wages, payroll tax, social insurance and payroll bureaux together stay below a twentieth of it, or below a seventh while far more is drawn in cash.',
  family: 'labour-conditions',
  points: 3,
  forms: { 'labour-exploitation': 1, 'sexual-exploitation': 0.2 },
  citations: [
    { source: 'FinCEN FIN-2014-A008 (via Spencer Fane and a red-flag digest)', confidence: 'read' },
    { source: 'FinCEN FIN-2023-NTC1 (pay off the books in construction, drawn in cash)', confidence: 'known' },
  ],
  needs: ['register', 'purpose-or-words'],
  settings,
  guards: [
    { id: 'owner-only', pointsOff: 3 },
    { id: 'payroll-provider', pointsOff: 3 },
    { id: 'unlabelled-pay', pointsOff: 3 },
    { id: 'paid-from-elsewhere', pointsOff: 2 },
  ],
  innocent:
    'An owner without staff; a payroll bureau or staffing agency; regular transfers to people that do not say what they are; wages paid from another account of the same customer. The export may be partial.',
  find(view, settings, anchor, budget, emit) {
    if (!isBusiness(view, anchor) || !isOwn(view, anchor) || !isHolding(view, anchor) || degreeIn(view, anchor) === 0)
      return;
    const sector = view.facts.sectors[(view.facts.sector[anchor] ?? 0) - 1];
    if (sector === undefined || !LABOUR_HEAVY.test(sector)) return;
    const currency = currencyOf(view, into(view.adjacency, anchor)[0] as number);
    const minTurnover = (euros(view.prices, settings.minTurnover, currency) * settings.windowDays) / 90;
    let busy = 0;
    let [turnover, payroll, cashOut, toOwnAccounts] = [0, 0, 0, 0];
    const credits = new Set<TransactionIndex>();
    const windows = windowsOf(view, anchor, settings.windowDays);
    let bare = 0;
    for (const { from, before } of windows) {
      if (!budget.spend(degreeIn(view, anchor) + degreeOut(view, anchor))) break;
      const books = booksOf(view, anchor, currency, from, before);
      if (!(books.turnover >= minTurnover)) continue;
      busy++;
      const isPaidInCash =
        books.payroll <= settings.cashPayrollShare * books.turnover &&
        books.cashOut >= settings.cashToPayroll * books.payroll;
      if (books.payroll > settings.payrollShare * books.turnover && !isPaidInCash) continue;
      bare++;
      turnover += books.turnover;
      payroll += books.payroll;
      cashOut += books.cashOut;
      toOwnAccounts += books.toOwnAccounts;
      for (const tx of books.credits) credits.add(tx);
    }
    if (bare === 0 || bare < settings.windowShare * busy) return;
    const evidence = evidenceOf(credits);
    const staff = view.facts.staff[anchor] ?? -1;
    const average = Math.round(turnover / bare);
    const paid = share(payroll / turnover);
    const cashRatio = payroll === 0 ? 0 : cashOut / payroll;
    dampedByGuards(emit)({
      indicator: 'business-without-payroll',
      anchor,
      members: [
        member(anchor, 'front-business', {
          for: [
            { id: 'reason.turnover-without-payroll', parameters: { turnover: money(average, currency), share: paid } },
            ...(cashRatio > settings.cashToPayroll
              ? [{ id: 'reason.draws-more-cash-than-it-books-pay', parameters: { ratio: ratio(cashRatio) } }]
              : []),
          ],
          against: [{ id: 'reason.export-may-be-partial' }],
        }),
      ],
      observed: { share: paid, turnover: money(average, currency), windows: count(bare) },
      threshold: {
        share: share(settings.payrollShare),
        turnover: money(Math.round(minTurnover), currency),
        window: days(settings.windowDays),
      },
      window: windowOf(view, evidence),
      strength:
        staff >= 3
          ? 200
          : Math.round((strengthBelow(paid.value, settings.payrollShare) + strengthAbove(average, minTurnover)) / 2),
      evidence,
      guards: [
        { id: 'owner-only', outcome: staff < 0 ? 'untestable' : staff <= 1 ? 'held' : 'failed' },
        { id: 'payroll-provider', outcome: paysProvider(view, anchor) },
        { id: 'unlabelled-pay', outcome: paysPeopleRegularly(view, anchor) },
        {
          id: 'paid-from-elsewhere',
          outcome:
            (view.facts.customer[anchor] ?? 0) === 0
              ? 'untestable'
              : toOwnAccounts >= 0.3 * turnover
                ? 'held'
                : 'failed',
        },
      ],
    });
  },
} satisfies Indicator<typeof settings>;

/** Rows that say what they are for, other than work. */
const NOT_PAY = wordBit.invoice | wordBit.rent | wordBit.saving | wordBit.tax | wordBit.social;

export const STAFFING =
  /staffing|temp.?work|personal(leasing|vermittlung|bereitstellung)|zeitarbeit|payroll|lohnverrechnung|^(n\.?)?78/i;

function paysProvider(view: View, anchor: EndId): GuardOutcome {
  let payments = 0;
  for (const tx of outOf(view.adjacency, anchor)) {
    const to = creditorOf(view, tx);
    const sector = view.facts.sectors[(view.facts.sector[to] ?? 0) - 1] ?? '';
    if (hasLicence(view, to, licenceBit['payroll-bureau']) || STAFFING.test(sector)) payments++;
  }
  return payments >= 2 ? 'held' : 'failed';
}

/** Three or more persons who are each paid in three or more different months and by no row that says wage, nor invoice, rent or savings. */
function paysPeopleRegularly(view: View, anchor: EndId): GuardOutcome {
  const told = new Set<EndId>();
  for (const tx of outOf(view.adjacency, anchor))
    if (isWage(view, tx) || hasWords(view, tx, NOT_PAY)) told.add(creditorOf(view, tx));
  const paidIn = new Map<EndId, Set<number>>();
  for (const tx of outOf(view.adjacency, anchor)) {
    const to = creditorOf(view, tx);
    if (!isHolding(view, to) || !isPersonal(view, to) || told.has(to)) continue;
    paidIn.set(to, (paidIn.get(to) ?? new Set()).add(monthOf(debtorDayOf(view, tx))));
  }
  return [...paidIn.values()].filter((paid) => paid.size >= 3).length >= 3 ? 'held' : 'failed';
}
