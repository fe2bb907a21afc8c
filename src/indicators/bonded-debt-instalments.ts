/**
 * Payments on a debt that does not end: month after month, near pay day, a like sum that takes a
 * large part of income goes to a person or recruiter with words of debt (FIN-2020-A008, case study
 * and section I.2). Anchored at the creditor. Needs the payer's own statement: a share of income
 * means nothing where income is not seen.
 * Over 300 lines because the search, the agent variant and six innocent readings look at one list of instalments.
 */
import type { EndId } from '../formats/end-table.ts';
import { wordBit } from '../formats/text-words.ts';
import { into } from '../graph/adjacency.ts';
import { licenceBit } from '../ledger/end-facts.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import { sign } from './end-signs.ts';
import placement, { placementWithoutWage } from './household-worker-no-wage.ts';
import type { Budget, Finding, GuardOutcome, Indicator } from './indicator.ts';
import { instalments } from './instalments.ts';
import { count, evidenceOf, lowerMedian, member, money, months, share, strengthAbove } from './measures.ts';
import {
  amountOf,
  creditorDayOf,
  currencyOf,
  debtorDayOf,
  debtorOf,
  degreeIn,
  degreeOut,
  hasLicence,
  hasSign,
  hasWords,
  isBusiness,
  isHolding,
  isHoldingOrName,
  isOwn,
  isPersonal,
  isSameCustomer,
  rowsByCurrency,
  sumOf,
} from './read.ts';
import { defaultValues } from './settings.ts';
import { spreadOf, windowOf } from './statistics.ts';
import type { View } from './view.ts';
import { MOST_WORKERS, isWageRow } from './wages.ts';

const settings = {
  shareOfIncome: {
    default: 0.4,
    unit: 'share',
    reason: 'Lawful credit to people on low pay takes far less than two fifths of income.',
  },
  minMonths: { default: 6, unit: 'months', reason: 'A loan between friends is over sooner.' },
  payDayWindow: { default: 5, unit: 'days', reason: 'Taken at or near pay day, weekend included.' },
  payDayShare: { default: 0.5, unit: 'share', reason: 'Payments that follow income; late ones occur.' },
  wordShare: {
    default: 0.4,
    unit: 'share',
    reason: 'Rows that say debt, fee or ticket; payers do not write it every time.',
  },
  amountSpread: {
    default: 0.12,
    unit: 'share',
    reason:
      'Median distance from the median sum: an instalment is one and the same sum; a sweep changes with the wage.',
  },
  agentPayments: {
    default: 4,
    unit: 'count',
    reason: 'Monthly sums to an agent after a placement without a wage; fewer are what was left of the fee.',
  },
} as const satisfies Indicator['settings'];
type Current = Readonly<Record<keyof typeof settings, number>>;

const DEBT = wordBit.debt | wordBit.fee | wordBit.travel;
const FOUR_WEEKS = 28;
/** Instalments to an agent start within so many days of the placement. */
const SEASON = 90;
const placementSettings = defaultValues(placement);
/** Income goes on for this long after the last instalment: the debt has ended. */
const ENDED_DAYS = 75;

interface Debtor {
  readonly payer: EndId;
  readonly rows: readonly TransactionIndex[];
  readonly months: number;
  readonly share: number;
  readonly paid: number;
  readonly hasEnded: boolean;
  readonly isFalling: boolean;
  readonly lent: number;
}

export default {
  id: 'bonded-debt-instalments',
  title: 'Regular payments on a debt that does not end',
  looksFor:
    'For half a year and more, one or several people pay a like sum to one person or recruiter near each pay day, with words of debt, fees or tickets, and it takes a large share of what they earn. Or a household that paid for a placement and pays no wage goes on paying a private agent.',
  family: 'debt',
  points: 5,
  forms: { 'debt-bondage': 1, 'sexual-exploitation': 0.3, 'labour-exploitation': 0.3 },
  citations: [
    {
      source: 'FinCEN FIN-2020-A008, case study (a debt set on each victim, paid off by coerced work) and section I.2',
      confidence: 'read',
    },
  ],
  needs: ['purpose-or-words'],
  settings,
  anchors: 'accounts-and-names',
  guards: [
    { id: 'licensed-lender', pointsOff: 5 },
    { id: 'loan-was-paid-out', pointsOff: 4 },
    { id: 'falling-amounts', pointsOff: 3 },
    { id: 'has-ended', pointsOff: 3 },
  ],
  innocent:
    'A licensed lender; a loan whose sum was paid out over the account before; one debtor whose sums fall; a debt that ended while income goes on.',
  find(view, settings, anchor, budget, emit) {
    if (
      !hasSign(view, anchor, sign.debtIn) ||
      degreeIn(view, anchor) < settings.minMonths ||
      !isHoldingOrName(view, anchor)
    )
      return;
    const rows = into(view.adjacency, anchor);
    if (!budget.spend(rows.length)) return;
    const bySender = new Map<EndId, TransactionIndex[]>();
    let cut = false;
    for (const tx of rows) {
      const sender = debtorOf(view, tx);
      if (
        !hasSign(view, sender, sign.debtOut) ||
        !isHolding(view, sender) ||
        !isPersonal(view, sender) ||
        !isOwn(view, sender)
      )
        continue;
      const payments = bySender.get(sender);
      if (payments) payments.push(tx);
      else if (bySender.size === MOST_WORKERS) cut = true;
      else bySender.set(sender, [tx]);
    }
    const isRecruiter = hasLicence(view, anchor, licenceBit.recruiter);
    placementDebt(view, anchor, bySender, settings, budget, emit);
    const byCurrency = new Map<number, Debtor[]>();
    const seen: { readonly sender: EndId; readonly currency: number; readonly rows: readonly TransactionIndex[] }[] =
      [];
    for (const [sender, payments] of bySender) {
      if (payments.length * 2 < settings.minMonths || isSameCustomer(view, sender, anchor)) continue;
      const part = rowsByCurrency(view, payments)[0] as { currency: number; rows: number[] };
      if (isBusiness(view, anchor) && !isRecruiter && !mostlySay(view, part.rows, wordBit.fee, 0.5)) continue;
      seen.push({ sender, ...part });
    }
    // One who meets every threshold shows the debt; others who pay it then count from half of them on.
    const half = {
      ...settings,
      minMonths: Math.ceil(settings.minMonths / 2),
      shareOfIncome: settings.shareOfIncome / 2,
    };
    for (const current of [settings, half]) {
      for (const { sender, currency, rows } of seen) {
        const held = byCurrency.get(currency);
        if (held?.some(({ payer }) => payer === sender) || (current === half && !held)) continue;
        if (!budget.spend(degreeIn(view, sender))) {
          cut = true;
          break;
        }
        const debtor = debtorFrom(view, anchor, sender, rows, current);
        if (!debtor) continue;
        if (held) held.push(debtor);
        else byCurrency.set(currency, [debtor]);
      }
    }
    for (const [currency, debtors] of byCurrency) {
      const evidence = evidenceOf(debtors.flatMap((debtor) => debtor.rows));
      const guards = guardsOf(view, anchor, debtors);
      const isInnocent = guards.some(({ outcome }) => outcome === 'held');
      const taken = share(lowerMedian(debtors.map((debtor) => Math.round(debtor.share * 1000))) / 1000);
      // The thresholds that all of them meet: others beside the first count from half on.
      const isHalf = debtors.some(
        (debtor) => debtor.share < settings.shareOfIncome || debtor.months < settings.minMonths,
      );
      const least = isHalf ? half : settings;
      const lasted = months(Math.max(...debtors.map((debtor) => debtor.months)));
      emit({
        indicator: 'bonded-debt-instalments',
        anchor,
        members: [
          member(anchor, isInnocent ? 'undetermined' : 'possible-controller', {
            for: [
              {
                id: 'reason.is-paid-a-debt-near-each-pay-day',
                parameters: { payers: count(debtors.length), share: taken, months: lasted },
              },
            ],
            against: isInnocent ? [{ id: 'reason.innocent-reading-fits' }] : [],
          }),
          ...debtors.map((debtor) =>
            member(debtor.payer, isInnocent ? 'undetermined' : 'possible-victim', {
              for: [
                {
                  id: 'reason.pays-a-debt-from-each-pay',
                  parameters: { share: share(debtor.share), months: months(debtor.months) },
                },
              ],
            }),
          ),
        ],
        observed: {
          payers: count(debtors.length),
          share: taken,
          months: lasted,
          paid: money(
            debtors.reduce((sum, { paid }) => sum + paid, 0),
            currency,
          ),
        },
        threshold: { share: share(least.shareOfIncome), months: months(least.minMonths) },
        window: windowOf(view, evidence),
        // Each further payer adds a quarter, each further half year too.
        strength:
          Math.min(
            200,
            100 + 25 * (debtors.length - 1) + Math.max(0, strengthAbove(lasted.value, settings.minMonths) - 100) / 4,
          ) | 0,
        evidence,
        guards,
        ...(cut ? { cut: true as const } : {}),
      });
    }
  },
} satisfies Indicator<typeof settings>;

/**
 * A household that paid for a worker's placement, pays that worker no wage, and pays a private
 * agent again and again: the worker's debt may be served out of a withheld wage.
 */
function placementDebt(
  view: View,
  agent: EndId,
  bySender: ReadonlyMap<EndId, readonly TransactionIndex[]>,
  settings: Current,
  budget: Budget,
  emit: (finding: Finding) => void,
): void {
  if (isBusiness(view, agent) || isOwn(view, agent)) return;
  for (const [household, all] of bySender) {
    if (all.length < settings.agentPayments || !all.some((tx) => hasWords(view, tx, DEBT))) continue;
    if (!budget.spend(2 * degreeOut(view, household))) return;
    const placed = placementWithoutWage(view, household, placementSettings);
    if (!placed) continue;
    const rows = all.filter(
      (tx) => debtorDayOf(view, tx) >= placed.lastDay && currencyOf(view, tx) === placed.currency,
    );
    // Whom the household paid before the season already is somebody else.
    if (rows.length < settings.agentPayments || debtorDayOf(view, all[0] as number) < placed.lastDay - SEASON) continue;
    const first = debtorDayOf(view, rows[0] as number);
    const last = debtorDayOf(view, rows.at(-1) as number);
    if (first - placed.lastDay > SEASON || last - first < (settings.agentPayments - 1) * FOUR_WEEKS) continue;
    const lasted = months(Math.round((last - first) / 30.4) + 1);
    const evidence = evidenceOf(rows);
    emit({
      indicator: 'bonded-debt-instalments',
      anchor: agent,
      members: [
        member(agent, 'possible-facilitator', {
          for: [{ id: 'reason.is-paid-by-household-after-placement', parameters: { payments: count(rows.length) } }],
          against: [{ id: 'reason.wage-may-be-paid-elsewhere' }],
        }),
        member(household, 'possible-controller', {
          for: [{ id: 'reason.pays-agent-but-no-wage', parameters: { payments: count(rows.length), months: lasted } }],
          against: [{ id: 'reason.wage-may-be-paid-elsewhere' }],
        }),
      ],
      observed: {
        payers: count(1),
        share: share(sumOf(view, rows) / Math.max(1, incomeOf(view, household, placed.currency, first, last))),
        months: lasted,
        payments: count(rows.length),
        paid: money(sumOf(view, rows), placed.currency),
      },
      threshold: { payments: count(settings.agentPayments) },
      window: windowOf(view, evidence),
      strength: 100,
      evidence,
      guards: [
        {
          id: 'licensed-lender',
          outcome: hasLicence(view, agent, licenceBit.lender)
            ? 'held'
            : view.facts.registered[agent] === 1
              ? 'failed'
              : 'untestable',
        },
        { id: 'loan-was-paid-out', outcome: 'failed' },
        { id: 'falling-amounts', outcome: 'failed' },
        { id: 'has-ended', outcome: 'failed' },
      ],
      forms: { 'domestic-servitude': 1, 'debt-bondage': 0.5 },
    });
  }
}

/** What came in while the agent was paid, a month before the first payment included. */
function incomeOf(view: View, household: EndId, currency: number, from: number, to: number): number {
  let sum = 0;
  for (const tx of into(view.adjacency, household)) {
    const day = creditorDayOf(view, tx);
    if (day > from - 31 && day <= to && currencyOf(view, tx) === currency) sum += amountOf(view, tx);
  }
  return sum;
}

function mostlySay(view: View, rows: readonly TransactionIndex[], words: number, least: number): boolean {
  let saying = 0;
  for (const tx of rows) if (hasWords(view, tx, words)) saying++;
  return saying >= least * rows.length;
}

function debtorFrom(
  view: View,
  anchor: EndId,
  payer: EndId,
  rows: readonly TransactionIndex[],
  settings: Current,
): Debtor | undefined {
  const first = debtorDayOf(view, rows[0] as number);
  const last = debtorDayOf(view, rows.at(-1) as number);
  if (rows.length < settings.minMonths || last - first < (settings.minMonths - 1) * FOUR_WEEKS) return undefined;
  const currency = currencyOf(view, rows[0] as number);
  let lent = 0;
  const credits: TransactionIndex[] = [];
  for (const tx of into(view.adjacency, payer)) {
    const from = debtorOf(view, tx);
    if (currencyOf(view, tx) !== currency || isSameCustomer(view, from, payer) || hasWords(view, tx, wordBit.refund))
      continue;
    if (from !== anchor) credits.push(tx);
    else if (creditorDayOf(view, tx) <= last) lent += amountOf(view, tx);
  }
  // Wages where there are any; else whatever comes in.
  const wages = credits.filter((tx) => isWageRow(view, tx));
  const income = wages.length * 2 >= rows.length ? wages : credits;
  const paid = instalments(view, income, rows, settings.payDayWindow, DEBT);
  const amounts = paid.map(({ amount }) => amount);
  if (paid.length < settings.minMonths || spreadOf(amounts) > settings.amountSpread) return undefined;
  if (paid.filter(({ says }) => says).length < settings.wordShare * paid.length) return undefined;
  if (paid.filter(({ isNear }) => isNear).length < settings.payDayShare * paid.length) return undefined;
  const taken = lowerMedian(paid.map(({ amount, income }) => Math.round((amount / income) * 1000))) / 1000;
  if (taken < settings.shareOfIncome) return undefined;
  const third = Math.max(1, Math.floor(amounts.length / 3));
  return {
    payer,
    rows,
    months: Math.round((last - first) / 30.4) + 1,
    share: Math.min(1, taken),
    paid: sumOf(view, rows),
    hasEnded: creditorDayOf(view, income.at(-1) as number) - last > ENDED_DAYS,
    isFalling: lowerMedian(amounts.slice(-third)) < 0.8 * lowerMedian(amounts.slice(0, third)),
    lent,
  };
}

function guardsOf(view: View, anchor: EndId, debtors: readonly Debtor[]): { id: string; outcome: GuardOutcome }[] {
  const all = (test: (debtor: Debtor) => boolean): GuardOutcome => (debtors.every(test) ? 'held' : 'failed');
  const isLicensed = hasLicence(view, anchor, licenceBit.lender);
  return [
    {
      id: 'licensed-lender',
      outcome: isLicensed ? 'held' : view.facts.registered[anchor] === 1 ? 'failed' : 'untestable',
    },
    { id: 'loan-was-paid-out', outcome: all(({ lent, paid }) => lent >= 0.8 * paid) },
    { id: 'falling-amounts', outcome: debtors.length === 1 ? all(({ isFalling }) => isFalling) : 'failed' },
    { id: 'has-ended', outcome: all(({ hasEnded }) => hasEnded) },
  ];
}
