/**
 * A large payment from a patient, then a small one to an individual abroad or newly arrived, with
 * medical and travel costs between (prices and mark-ups: The Financial Crime News). The small payee
 * is a possible victim of removal. One such case is a sale or a loan: two are asked for. Evidence is
 * the small payments alone: what patients paid and what clinics got is organ-broker-hub's.
 */
import { NO_DAY, type Day } from '../days.ts';
import type { EndId } from '../formats/end-table.ts';
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import { licenceBit } from '../ledger/end-facts.ts';
import type { GuardOutcome, Indicator, Settings } from './indicator.ts';
import { count, dampedByGuards, evidenceOf, lowerMedian, member, money, ratio, strengthAbove } from './measures.ts';
import { isMedicalPayment } from './organ-broker-hub.ts';
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
  hasLicence,
  hasWords,
  isAbroad,
  isBusiness,
  isPrivate,
  isSameCustomer,
  isTicketCode,
  isWage,
  mccOf,
} from './read.ts';
import { paysTrade, trade } from './trade-signs.ts';
import type { View } from './view.ts';

const settings = {
  patientPayment: {
    default: 10000,
    unit: 'EUR',
    reason: 'A kidney is put at about USD 50,000; instalments are a part of it.',
  },
  payeePayment: { default: 500, unit: 'EUR', reason: 'Below it a transfer is change, not a price.' },
  spread: { default: 5, unit: 'ratio', reason: 'Sources speak of mark-ups of 500 to nearly 2,000 percent.' },
  caseDays: { default: 90, unit: 'days', reason: 'From the patient’s payment to the donor’s.' },
  minCases: { default: 2, unit: 'count', reason: 'Repetition with other people; a single case has many readings.' },
  minCosts: {
    default: 2,
    unit: 'count',
    reason: 'Medical and travel payments within the case, at least one of them medical.',
  },
  mostToPayee: { default: 3, unit: 'count', reason: 'Somebody paid more often is staff or family.' },
  newDays: { default: 180, unit: 'days', reason: 'An account opened so shortly before counts as newly arrived.' },
} as const satisfies Settings;

interface Case {
  readonly patient: number;
  readonly payee: number;
  readonly costs: readonly number[];
  readonly spread: number;
}

export default {
  id: 'organ-payer-payee-spread',
  title: 'A large payment in, a small one to an individual abroad, clinics and flights between',
  looksFor:
    'Cases in which an account takes a large private payment, pays for laboratory or clinic and travel, and then pays a fraction of it to an individual abroad or with a new account.',
  family: 'organ-trade',
  points: 5,
  forms: { 'organ-removal': 1 },
  citations: [{ source: 'The Financial Crime News on the organ trade (prices, mark-ups)', confidence: 'read-in-part' }],
  needs: [],
  settings,
  guards: [
    { id: 'registered-hospital', pointsOff: 5 },
    { id: 'stipends-or-wages', pointsOff: 5 },
  ],
  innocent:
    'Refunds of a clinic, stipends of a clinical trial, a surrogacy agency, a translator’s fee: payees who paid before are left out; licences and words of wages or refunds are tested.',
  find(view, s, anchor, budget, emit) {
    const report = dampedByGuards(emit);
    if (
      !paysTrade(view, anchor, trade.medical) ||
      degreeIn(view, anchor) < s.minCases ||
      degreeOut(view, anchor) < s.minCases * 2
    )
      return;
    const rows = into(view.adjacency, anchor);
    const isLarge = (tx: number): boolean =>
      amountOf(view, tx) >= euros(view.prices, s.patientPayment, currencyOf(view, tx)) &&
      isPrivate(view, debtorOf(view, tx));
    let large = 0;
    for (const tx of rows) if (isLarge(tx)) large++;
    if (large < s.minCases) return;
    const paid = outOf(view.adjacency, anchor);
    if (!budget.spend(rows.length + 2 * paid.length)) return;
    const payees = payeesOf(view, s, anchor, rows, paid);
    const costs = [...paid].filter((tx) => isMedicalPayment(view, tx) || isTravel(view, tx));
    if (payees.length < s.minCases || !costs.some((tx) => isMedicalPayment(view, tx))) return;

    const cases: Case[] = [];
    const usedPayees = new Set<EndId>();
    const patients = new Set<EndId>();
    for (const tx of rows) {
      if (
        !isLarge(tx) ||
        isWage(view, tx) ||
        patients.has(debtorOf(view, tx)) ||
        isSameCustomer(view, debtorOf(view, tx), anchor)
      )
        continue;
      const day = creditorDayOf(view, tx);
      const inCase = (other: number): boolean =>
        debtorDayOf(view, other) >= day && debtorDayOf(view, other) <= day + s.caseDays;
      const between = costs.filter(inCase);
      if (between.length < s.minCosts || !between.some((cost) => isMedicalPayment(view, cost))) continue;
      const payee = payees.find(
        (other) =>
          inCase(other) &&
          !usedPayees.has(creditorOf(view, other)) &&
          creditorOf(view, other) !== debtorOf(view, tx) &&
          currencyOf(view, other) === currencyOf(view, tx) &&
          amountOf(view, other) * s.spread <= amountOf(view, tx),
      );
      if (payee === undefined) continue;
      usedPayees.add(creditorOf(view, payee));
      patients.add(debtorOf(view, tx));
      cases.push({ patient: tx, payee, costs: between, spread: amountOf(view, tx) / amountOf(view, payee) });
    }
    if (cases.length < s.minCases) return;

    const evidence = evidenceOf(cases.map(({ payee }) => payee));
    const span = cases.flatMap(({ patient, payee }) => [patient, payee]);
    const hospital = hospitalLicence(view, anchor);
    const isOpen = hospital !== 'held';
    const currency = currencyOf(view, (cases[0] as Case).payee);
    const spread = lowerMedian(cases.map((one) => Math.round(one.spread * 100))) / 100;
    const worded = cases.filter(
      ({ payee }) => isWage(view, payee) || hasWords(view, payee, wordBit.refund | wordBit.wage),
    ).length;
    const ends = (of: (one: Case) => EndId): EndId[] => [...new Set(cases.map(of))].sort((a, b) => a - b);
    report({
      indicator: 'organ-payer-payee-spread',
      anchor,
      members: [
        member(anchor, isOpen ? 'possible-organiser' : 'undetermined', {
          for: [
            {
              id: 'reason.keeps-most-between-payer-and-payee',
              parameters: { spread: ratio(spread), cases: count(cases.length) },
            },
          ],
          against: isOpen ? [] : [{ id: 'reason.licensed' }],
        }),
        ...ends(({ patient }) => debtorOf(view, patient)).map((end) =>
          member(end, isOpen ? 'possible-purchaser' : 'undetermined', {
            for: [{ id: 'reason.large-payment-to-hub' }],
            against: [{ id: 'reason.may-be-lawful-treatment' }],
          }),
        ),
        ...ends(({ payee }) => creditorOf(view, payee)).map((end) =>
          member(end, isOpen ? 'possible-victim' : 'undetermined', { for: [{ id: 'reason.small-payee-of-case' }] }),
        ),
      ],
      observed: {
        cases: count(cases.length),
        spread: ratio(spread),
        payeeMedian: money(
          lowerMedian(
            cases.filter(({ payee }) => currencyOf(view, payee) === currency).map(({ payee }) => amountOf(view, payee)),
          ),
          currency,
        ),
      },
      threshold: { cases: count(s.minCases), spread: ratio(s.spread) },
      window: {
        from: Math.min(...span.map((tx) => debtorDayOf(view, tx))) as Day,
        to: Math.max(...span.map((tx) => debtorDayOf(view, tx))) as Day,
      },
      strength: Math.min(strengthAbove(cases.length, s.minCases), strengthAbove(spread, s.spread)),
      evidence,
      guards: [
        { id: 'registered-hospital', outcome: hospital },
        {
          id: 'stipends-or-wages',
          outcome:
            !view.met.has('text') && !view.met.has('purpose-or-words')
              ? 'untestable'
              : worded * 2 > cases.length
                ? 'held'
                : 'failed',
        },
      ],
    });
  },
} satisfies Indicator<typeof settings>;

function isTravel(view: View, tx: number): boolean {
  if (isTicketCode(mccOf(view, tx))) return true;
  return mccOf(view, tx) === 0 && hasWords(view, tx, wordBit.travel) && isBusiness(view, creditorOf(view, tx));
}

/** Payments to individuals abroad or with a new account who are paid rarely and never paid in. */
function payeesOf(
  view: View,
  s: { readonly payeePayment: number; readonly mostToPayee: number; readonly newDays: number },
  anchor: EndId,
  rows: Uint32Array,
  paid: Uint32Array,
): number[] {
  const times = new Map<EndId, number>();
  for (const tx of paid) times.set(creditorOf(view, tx), (times.get(creditorOf(view, tx)) ?? 0) + 1);
  const payers = new Set<EndId>();
  for (const tx of rows) payers.add(debtorOf(view, tx));
  return [...paid].filter((tx) => {
    const to = creditorOf(view, tx);
    if (
      !isPrivate(view, to) ||
      payers.has(to) ||
      (times.get(to) ?? 0) > s.mostToPayee ||
      isSameCustomer(view, anchor, to)
    )
      return false;
    if (!(amountOf(view, tx) >= euros(view.prices, s.payeePayment, currencyOf(view, tx)))) return false;
    const opened = view.facts.openedDay[to] ?? NO_DAY;
    return isAbroad(view, anchor, to) || (opened !== NO_DAY && debtorDayOf(view, tx) - opened < s.newDays);
  });
}

function hospitalLicence(view: View, end: EndId): GuardOutcome {
  if (hasLicence(view, end, licenceBit.clinic | licenceBit['medical-travel'])) return 'held';
  return view.facts.registered[end] === 1 ? 'failed' : 'untestable';
}
