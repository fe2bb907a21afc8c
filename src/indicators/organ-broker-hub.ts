/**
 * An account between patients and clinics: several private persons pay it large sums, it pays
 * hospitals, doctors and laboratories, without a licence for either (Egyptian AML unit list credited
 * to UNODC). A lead, never more; health words are a special category and never leave as text.
 */
import type { Day } from '../days.ts';
import type { EndId } from '../formats/end-table.ts';
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import { licenceBit } from '../ledger/end-facts.ts';
import type { GuardOutcome, Indicator, Settings } from './indicator.ts';
import { count, dampedByGuards, evidenceOf, member, money, strengthAbove } from './measures.ts';
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
  isBusiness,
  isMedicalCode,
  isPrivate,
  isSameCustomer,
  isTicketCode,
  isWage,
  mccOf,
  rowsByCurrency,
  sumOf,
} from './read.ts';
import { paysTrade, trade } from './trade-signs.ts';
import type { View } from './view.ts';

const settings = {
  minPatients: { default: 3, unit: 'count', reason: 'One or two large payments are a sale or a loan; indicators.md.' },
  windowDays: { default: 365, unit: 'days', reason: 'Cases are rare and long; indicators.md: 12 months.' },
  patientPayment: {
    default: 10000,
    unit: 'EUR',
    reason: 'A kidney is put at about USD 50,000; a first instalment is a fifth.',
  },
  instalmentDays: { default: 90, unit: 'days', reason: 'Patients pay in instalments around the operation.' },
  instalment: {
    default: 2000,
    unit: 'EUR',
    reason: 'Least size of an instalment, so that small change does not add up.',
  },
  minMedicalPayees: { default: 2, unit: 'count', reason: 'One clinic may be the holder’s own doctor.' },
  mainClinicShare: {
    default: 0.25,
    unit: 'share',
    reason: 'One clinic alone suffices where a quarter of what patients paid goes to it.',
  },
  medicalPayment: { default: 500, unit: 'EUR', reason: 'Sum to one payee; below it, a visit to the doctor.' },
} as const satisfies Settings;

export default {
  id: 'organ-broker-hub',
  title: 'An account between many patients and clinics',
  looksFor:
    'Large sums from several private persons into an account that pays hospitals, doctors and laboratories and has no licence for medical travel.',
  family: 'medical-brokerage',
  points: 5,
  forms: { 'organ-removal': 1 },
  citations: [
    { source: 'Egyptian AML unit list credited to UNODC (Innfrad News)', confidence: 'read' },
    { source: 'The Financial Crime News on the organ trade', confidence: 'read' },
  ],
  needs: [],
  settings,
  guards: [
    { id: 'licensed-medical-travel', pointsOff: 5 },
    { id: 'insurer-or-fund', pointsOff: 5 },
  ],
  innocent:
    'A licensed medical-travel agency, an insurer, an embassy’s office, a charity that collects for treatment: licences in the register, insurance payments and donations are tested.',
  find(view, s, anchor, budget, emit) {
    const report = dampedByGuards(emit);
    if (
      !paysTrade(view, anchor, trade.medical) ||
      degreeIn(view, anchor) < s.minPatients ||
      degreeOut(view, anchor) === 0
    )
      return;
    const paid = outOf(view.adjacency, anchor);
    const medical = medicalPayees(view, s, anchor, paid);
    if (medical.size === 0) return;
    const rows = into(view.adjacency, anchor);
    const isCut = !budget.spend(rows.length + paid.length);
    if (isCut) return;
    const patients = patientsOf(view, s, anchor, rows);
    if (patients.size < s.minPatients) return;

    // The window with most patients, each at the day of the first large payment.
    const starts = [...patients.values()].map((own) => creditorDayOf(view, own[0] as number)).sort((a, b) => a - b);
    let most = 0;
    let from = starts[0] as number;
    for (const [i, day] of starts.entries()) {
      const within = starts.filter((other) => other >= day && other < day + s.windowDays).length;
      if (within > most) [most, from] = [within, starts[i] as number];
    }
    if (most < s.minPatients) return;
    const isInWindow = (day: number): boolean =>
      day >= from - s.instalmentDays && day < from + s.windowDays + s.instalmentDays;
    const counted = [...patients]
      .filter(([, own]) => isInWindow(creditorDayOf(view, own[0] as number)))
      .sort(([a], [b]) => a - b);
    const payees = [...medical]
      .filter(([, own]) => own.some((tx) => isInWindow(debtorDayOf(view, tx))))
      .sort(([a], [b]) => a - b);
    const share = shareOfPatientsMoney(view, counted, payees);
    if (payees.length < s.minMedicalPayees && share < s.mainClinicShare) return;
    const evidence = evidenceOf([...counted, ...payees].flatMap(([, own]) => own));
    let tickets = 0;
    for (const tx of paid) if (isTicketCode(mccOf(view, tx)) || hasWords(view, tx, wordBit.travel)) tickets++;
    const currency = currencyOf(view, (counted[0] as [EndId, number[]])[1][0] as number);
    const licence = licensed(view, anchor);
    const isOpen = licence !== 'held';
    report({
      indicator: 'organ-broker-hub',
      anchor,
      members: [
        member(anchor, isOpen ? 'possible-organiser' : 'undetermined', {
          for: [
            {
              id: 'reason.between-patients-and-clinics',
              parameters: { patients: count(counted.length), payees: count(payees.length) },
            },
          ],
          against: isOpen ? [] : [{ id: 'reason.licensed' }],
        }),
        ...counted.map(([end]) =>
          member(end, isOpen ? 'possible-purchaser' : 'undetermined', {
            for: [{ id: 'reason.large-payment-to-hub' }],
            against: [{ id: 'reason.may-be-lawful-treatment' }],
          }),
        ),
        ...payees.map(([end]) =>
          member(end, 'undetermined', {
            for: [{ id: 'reason.medical-payee-of-hub' }],
            against: [{ id: 'reason.may-be-unaware' }],
          }),
        ),
      ],
      observed: {
        patients: count(counted.length),
        medicalPayees: count(payees.length),
        tickets: count(tickets),
        received: money(
          counted
            .flatMap(([, own]) => own)
            .reduce((sum, tx) => sum + (currencyOf(view, tx) === currency ? amountOf(view, tx) : 0), 0),
          currency,
        ),
      },
      threshold: { patients: count(s.minPatients), medicalPayees: count(s.minMedicalPayees) },
      window: {
        from: Math.min(...evidence.map((tx) => debtorDayOf(view, tx))) as Day,
        to: Math.max(...evidence.map((tx) => debtorDayOf(view, tx))) as Day,
      },
      strength: Math.min(200, strengthAbove(counted.length, s.minPatients) + (tickets > 0 ? 20 : 0)),
      evidence,
      guards: [
        { id: 'licensed-medical-travel', outcome: licence },
        { id: 'insurer-or-fund', outcome: insurerOrFund(view, anchor, rows, new Set(counted.map(([end]) => end))) },
      ],
    });
  },
} satisfies Indicator<typeof settings>;

/** What went to medical payees of what patients paid, in the currency of the first patient's payment. */
function shareOfPatientsMoney(
  view: View,
  patients: readonly [EndId, number[]][],
  payees: readonly [EndId, number[]][],
): number {
  const currency = currencyOf(view, patients[0]?.[1][0] ?? 0);
  const total = (list: readonly [EndId, number[]][]): number =>
    list
      .flatMap(([, own]) => own)
      .reduce((sum, tx) => sum + (currencyOf(view, tx) === currency ? amountOf(view, tx) : 0), 0);
  const received = total(patients);
  return received === 0 ? 0 : total(payees) / received;
}

export function isMedicalPayment(view: View, tx: number): boolean {
  const to = creditorOf(view, tx);
  if (mccOf(view, tx) !== 0) return isMedicalCode(mccOf(view, tx));
  return hasLicence(view, to, licenceBit.clinic) || (hasWords(view, tx, wordBit.medical) && isBusiness(view, to));
}

/** Rows by payee, where the sum in one currency is more than a visit to the doctor. */
function medicalPayees(
  view: View,
  s: { readonly medicalPayment: number },
  anchor: EndId,
  paid: Uint32Array,
): Map<EndId, number[]> {
  const payees = new Map<EndId, number[]>();
  for (const tx of paid) {
    if (!isMedicalPayment(view, tx) || isSameCustomer(view, anchor, creditorOf(view, tx))) continue;
    const list = payees.get(creditorOf(view, tx));
    if (list) list.push(tx);
    else payees.set(creditorOf(view, tx), [tx]);
  }
  for (const [payee, own] of payees) {
    const sums = new Map<number, number>();
    for (const tx of own) sums.set(currencyOf(view, tx), (sums.get(currencyOf(view, tx)) ?? 0) + amountOf(view, tx));
    if (![...sums].some(([currency, sum]) => sum >= euros(view.prices, s.medicalPayment, currency)))
      payees.delete(payee);
  }
  return payees;
}

/** Rows by private payer whose instalments within some weeks reach a patient's payment in one currency. */
function patientsOf(
  view: View,
  s: { readonly patientPayment: number; readonly instalment: number; readonly instalmentDays: number },
  anchor: EndId,
  rows: Uint32Array,
): Map<EndId, number[]> {
  const payers = new Map<EndId, number[]>();
  for (const tx of rows) {
    const from = debtorOf(view, tx);
    if (!isPrivate(view, from) || isSameCustomer(view, from, anchor) || isWage(view, tx)) continue;
    if (!(amountOf(view, tx) >= euros(view.prices, s.instalment, currencyOf(view, tx)))) continue;
    const list = payers.get(from);
    if (list) list.push(tx);
    else payers.set(from, [tx]);
  }
  for (const [payer, own] of payers) {
    const reached = own.filter((tx) => {
      const [day, currency] = [creditorDayOf(view, tx), currencyOf(view, tx)];
      let sum = 0;
      for (const other of own) {
        const later = creditorDayOf(view, other) - day;
        if (currencyOf(view, other) === currency && later >= 0 && later < s.instalmentDays)
          sum += amountOf(view, other);
      }
      return sum >= euros(view.prices, s.patientPayment, currency);
    });
    const start = reached[0];
    if (start === undefined) payers.delete(payer);
    else payers.set(payer, own.slice(own.indexOf(start)));
  }
  return payers;
}

function licensed(view: View, end: EndId): GuardOutcome {
  if (hasLicence(view, end, licenceBit['medical-travel'] | licenceBit.clinic)) return 'held';
  return view.facts.registered[end] === 1 ? 'failed' : 'untestable';
}

/**
 * Most of the money that comes in is donations or insurance of others: what the patients themselves
 * call a donation explains nothing, nor does a charity's licence that nobody else gives to.
 */
function insurerOrFund(view: View, end: EndId, rows: Uint32Array, patients: ReadonlySet<EndId>): GuardOutcome {
  // A private person whom the register knows without a charity's licence is no fund, whatever payers write.
  const isCharity = hasLicence(view, end, licenceBit.charity);
  if (!isCharity && view.facts.registered[end] === 1 && view.facts.holder[end] === 1) return 'failed';
  // By sums: many small donations do not explain what a few patients pay.
  for (const { rows: part } of rowsByCurrency(view, rows)) {
    const others = part.filter((tx) => !patients.has(debtorOf(view, tx)));
    const fund = isCharity ? others : others.filter((tx) => hasWords(view, tx, wordBit.donation | wordBit.social));
    if (sumOf(view, fund) * 2 > sumOf(view, part)) return 'held';
  }
  return view.facts.registered[end] === 1 || view.met.has('text') ? 'failed' : 'untestable';
}
