/**
 * Wages of several people, or benefits of several claimants, in one personal account (FIN-2020-A008,
 * section I.2, which cites FATF 2018, p. 28). People are told apart by what the texts name (a hash;
 * no name is seen), by their employers, and by like sums on one pay day. Every person must recur:
 * a site name or a month in one text makes nobody.
 * Over 300 lines because wages and benefits are counted by the same four ways of telling people apart.
 */
import type { EndId } from '../formats/end-table.ts';
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import { sign } from './end-signs.ts';
import type { Budget, Finding, GuardOutcome, Indicator } from './indicator.ts';
import { count, days, evidenceOf, lowerMedian, member, share, strengthAbove } from './measures.ts';
import { minimumWage } from './minimum-wages.ts';
import {
  BUREAUS,
  amountOf,
  creditorDayOf,
  creditorOf,
  currencyOf,
  debtorOf,
  degreeIn,
  hasLicence,
  hasSign,
  isBenefit,
  isHolding,
  isPersonal,
  isSameCustomer,
  rowsByCurrency,
  slideWindows,
  sumOf,
  topRecipient,
  debtorDayOf,
  hasWords,
  isOwn,
} from './read.ts';
import { monthlyAmounts, windowOf } from './statistics.ts';
import type { View } from './view.ts';
import { forwardings, isWageRow } from './wages.ts';

const settings = {
  windowDays: { default: 60, unit: 'days', reason: 'Two monthly pay days of everybody fit in it.' },
  minWorkers: { default: 3, unit: 'count', reason: 'Two earners at one account are a household.' },
  minClaimants: {
    default: 3,
    unit: 'count',
    reason: 'A couple is two claimants; the benefits of three are somebody else’s.',
  },
  payDayWindow: { default: 2, unit: 'days', reason: 'Banks book one pay run on up to two days.' },
  minOccasions: { default: 2, unit: 'count', reason: 'A batch error happens once; each person has to recur.' },
  likeAmounts: {
    default: 0.2,
    unit: 'share',
    reason: 'Unnamed sums of one pay day count apart only where they are alike, as pay for the same work is.',
  },
  sideBySideDays: {
    default: 26,
    unit: 'days',
    reason: 'One person’s monthly pay is further apart; several credits of one payer inside it are several people.',
  },
  passedOnDays: { default: 7, unit: 'days', reason: 'Who hands over a benefit does so within a week of it.' },
  passedOnShare: { default: 0.5, unit: 'share', reason: 'Half of a benefit is more than a shared household takes.' },
  allowances: {
    default: 6,
    unit: 'count',
    reason: 'So many small sums from the account that gets the wages are a way of being kept, not a favour.',
  },
  allowanceMax: { default: 0.25, unit: 'share', reason: 'Of a typical wage: an allowance, not pay.' },
} as const satisfies Indicator['settings'];
type Current = Readonly<Record<keyof typeof settings, number>>;

/** Days between two occasions of one person's pay; less is one occasion in two rows. */
const APART = 5;

export default {
  id: 'many-wages-one-account',
  title: 'Wages or benefits of several people go to one personal account',
  looksFor:
    'Wage credits that name several workers, come from several employers, or repeat like sums on one pay day, all into one personal account and over several pay days; or benefits of several named claimants.',
  family: 'earnings-control',
  points: 5,
  forms: { 'labour-exploitation': 1, 'domestic-servitude': 0.3, 'forced-criminality': 0.3 },
  citations: [
    {
      source:
        'FinCEN FIN-2020-A008, section I.2 (several employees paid into the same account; cites FATF 2018, p. 28)',
      confidence: 'read',
    },
  ],
  needs: ['purpose-or-words'],
  settings,
  guards: [
    { id: 'several-jobs', pointsOff: 4 },
    { id: 'payroll-or-guardian', pointsOff: 5 },
    { id: 'spent-on-care', pointsOff: 5 },
  ],
  innocent:
    'A couple with one account (the threshold starts at three); an employer’s batch error (each person has to recur); one person with several small jobs; a payroll bureau or a charity; a guardian, who pays homes and care from it.',
  find(view, settings, anchor, budget, emit) {
    if (!hasSign(view, anchor, sign.wageIn | sign.benefitIn) || degreeIn(view, anchor) < settings.minWorkers) return;
    if (!isHolding(view, anchor) || !isPersonal(view, anchor)) return;
    const rows = into(view.adjacency, anchor);
    if (!budget.spend(rows.length)) return;
    const wages: TransactionIndex[] = [];
    const benefits: TransactionIndex[] = [];
    for (const tx of rows) {
      if (isSameCustomer(view, debtorOf(view, tx), anchor)) continue;
      if (isWageRow(view, tx)) wages.push(tx);
      else if (isBenefit(view, tx)) benefits.push(tx);
    }
    for (const { rows } of rowsByCurrency(view, wages)) report(rows, settings.minWorkers, false);
    for (const { rows } of rowsByCurrency(view, benefits)) report(rows, settings.minClaimants, true);

    function report(all: readonly TransactionIndex[], least: number, isBenefits: boolean): void {
      if (all.length < least * settings.minOccasions || !areDense(view, all, least, settings.windowDays)) return;
      // By what the texts name, and by pay runs where a payer's texts vary: whichever shows more.
      const byName = fullWindows(view, peopleOf(view, all, settings, isBenefits), settings.windowDays, least);
      const byRun = isBenefits
        ? byName
        : fullWindows(view, peopleOf(view, all, settings, false, true), settings.windowDays, least);
      const best = byRun.people >= least && byRun.rows.length > byName.rows.length ? byRun : byName;
      const heads = Math.min(best.people, paidSideBySide(view, best.rows, settings.sideBySideDays));
      if (heads < least) return;
      const payers = [...new Set(best.rows.map((tx) => debtorOf(view, tx)))].sort((a, b) => a - b);
      const isPassedOn = sendsOn(view, anchor, all);
      const severalJobs: GuardOutcome = isBenefits
        ? 'failed'
        : couldBeOnePerson(view, anchor, best.rows, heads, payers.length);
      const guards = [
        { id: 'several-jobs', outcome: severalJobs },
        { id: 'payroll-or-guardian', outcome: payrollOrGuardian(view, anchor) },
        { id: 'spent-on-care', outcome: isBenefits ? spentOnCare(view, anchor, best.rows) : 'failed' },
      ] as const;
      const isInnocent = guards.some(({ outcome }) => outcome === 'held');
      const handing = isInnocent || !isBenefits ? [] : handedOver(view, anchor, rows, settings, budget);
      const kept = isInnocent || isPassedOn || isBenefits ? [] : keptOnAllowance(view, anchor, all, settings, budget);
      const evidence = evidenceOf([...best.rows, ...handing.flatMap(({ payments }) => payments)]);
      const observed = {
        [isBenefits ? 'claimants' : 'workers']: count(heads),
        payers: count(payers.length),
        credits: count(best.rows.length),
      };
      const finding: Finding = {
        indicator: 'many-wages-one-account',
        anchor,
        members: [
          member(anchor, isPassedOn || isInnocent ? 'undetermined' : 'possible-collector', {
            for: [
              {
                id: isBenefits
                  ? 'reason.receives-benefits-of-several-claimants'
                  : 'reason.receives-wages-of-several-workers',
                parameters: { people: count(heads), payers: count(payers.length) },
              },
            ],
            against: [{ id: 'reason.account-may-be-used-by-others' }],
          }),
          ...payers.map((payer) =>
            member(payer, 'undetermined', { against: [{ id: 'reason.employer-may-not-know' }] }),
          ),
          ...handing.map(({ end, share: part, periods }) =>
            member(end, 'possible-victim', {
              for: [
                {
                  id: 'reason.benefit-not-kept-in-account',
                  parameters: { share: share(part), periods: count(periods) },
                },
              ],
            }),
          ),
          ...kept.map(({ end, times }) =>
            member(end, 'possible-victim', {
              for: [{ id: 'reason.lives-on-small-sums-from-collector', parameters: { payments: count(times) } }],
            }),
          ),
        ],
        observed,
        threshold: { [isBenefits ? 'claimants' : 'workers']: count(least), window: days(settings.windowDays) },
        window: windowOf(view, evidence),
        strength: strengthAbove(heads, least),
        evidence,
        guards,
        ...(isBenefits ? { forms: { 'forced-criminality': 1, 'labour-exploitation': 0.3 } } : {}),
      };
      emit(finding);
    }
  },
} satisfies Indicator<typeof settings>;

/** Rows of one person, or of several who cannot be told apart but are paid side by side. */
interface People {
  readonly rows: TransactionIndex[];
  readonly heads: number;
}

/** Most credits of each payer within less than a month, added up: texts that vary over one monthly credit name one person. */
function paidSideBySide(view: View, rows: readonly TransactionIndex[], days: number): number {
  const byPayer = new Map<EndId, number[]>();
  for (const tx of rows) {
    const paid = byPayer.get(debtorOf(view, tx));
    if (paid) paid.push(creditorDayOf(view, tx));
    else byPayer.set(debtorOf(view, tx), [creditorDayOf(view, tx)]);
  }
  let sum = 0;
  for (const paid of byPayer.values()) {
    paid.sort((a, b) => a - b);
    let most = 0;
    let from = 0;
    for (let to = 0; to < paid.length; to++) {
      while ((paid[to] as number) - (paid[from] as number) >= days) from++;
      most = Math.max(most, to - from + 1);
    }
    sum += most;
  }
  return sum;
}

/** Cheap test: as many credits in some window as people are asked for. */
function areDense(view: View, rows: readonly TransactionIndex[], least: number, windowDays: number): boolean {
  for (let i = least - 1; i < rows.length; i++) {
    if (creditorDayOf(view, rows[i] as number) - creditorDayOf(view, rows[i - least + 1] as number) < windowDays)
      return true;
  }
  return false;
}

/** By payer: the people whom its texts tell apart, or as many as it pays like sums to on one day, whichever are more. */
function peopleOf(
  view: View,
  rows: readonly TransactionIndex[],
  settings: Current,
  namedOnly: boolean,
  byRun = false,
): People[] {
  const byPayer = new Map<EndId, Map<number, TransactionIndex[]>>();
  for (const tx of rows) {
    const named = view.columns.textKey?.[tx] ?? 0;
    if (namedOnly && named === 0) continue;
    const texts = byPayer.get(debtorOf(view, tx)) ?? new Map<number, TransactionIndex[]>();
    const list = texts.get(named);
    if (list) list.push(tx);
    else texts.set(named, [tx]);
    byPayer.set(debtorOf(view, tx), texts);
  }
  const people: People[] = [];
  for (const texts of byPayer.values()) {
    const named = [...texts.values()]
      .map((list) => ({
        rows: list,
        heads: namedOnly ? Math.min(1, headsOf(view, list, settings)) : headsOf(view, list, settings),
      }))
      .filter(({ heads }) => heads > 0);
    const all = [...texts.values()].flat().sort((a, b) => creditorDayOf(view, a) - creditorDayOf(view, b) || a - b);
    const pooled = namedOnly ? 0 : headsOf(view, all, settings);
    if (byRun ? pooled > 1 : pooled > named.reduce((sum, { heads }) => sum + heads, 0))
      people.push({ rows: all, heads: pooled });
    else people.push(...named);
  }
  return people;
}

/** How many like sums stand side by side on as many pay days as are asked for; 0 where the pay does not recur. */
function headsOf(view: View, rows: readonly TransactionIndex[], settings: Current): number {
  const sizes: number[] = [];
  let last = -Infinity;
  for (let i = 0; i < rows.length;) {
    const start = creditorDayOf(view, rows[i] as number);
    const amounts: number[] = [];
    for (; i < rows.length && creditorDayOf(view, rows[i] as number) - start <= settings.payDayWindow; i++)
      amounts.push(amountOf(view, rows[i] as number));
    if (start - last < APART) continue;
    last = start;
    const middle = lowerMedian(amounts);
    sizes.push(amounts.filter((amount) => Math.abs(amount - middle) <= settings.likeAmounts * middle).length);
  }
  return sizes.sort((a, b) => b - a)[settings.minOccasions - 1] ?? 0;
}

/** The most people with pay inside one window, and the rows of every window that holds enough of them. */
function fullWindows(
  view: View,
  people: readonly People[],
  windowDays: number,
  least: number,
): { people: number; rows: TransactionIndex[] } {
  const headsOfRow = new Map<TransactionIndex, People>();
  for (const person of people) for (const tx of person.rows) headsOfRow.set(tx, person);
  const rows = [...headsOfRow.keys()].sort((a, b) => creditorDayOf(view, a) - creditorDayOf(view, b) || a - b);
  const inside = new Map<People, number>();
  let heads = 0;
  let most = 0;
  const move = (tx: TransactionIndex, by: 1 | -1): void => {
    const person = headsOfRow.get(tx) as People;
    const held = inside.get(person) ?? 0;
    inside.set(person, held + by);
    if (held + (by === 1 ? 0 : -1) === 0) heads += by * person.heads;
  };
  const covered = slideWindows(view.columns.creditorDay, rows, windowDays, {
    enter: (tx) => move(tx, 1),
    leave: (tx) => move(tx, -1),
    passes: () => {
      most = Math.max(most, heads);
      return heads >= least;
    },
  });
  return { people: most, rows: covered };
}

/** Who gets a benefit too and hands most of it to the same account, again and again. */
function handedOver(
  view: View,
  anchor: EndId,
  rows: Iterable<TransactionIndex>,
  settings: Current,
  budget: Budget,
): { end: EndId; share: number; periods: number; payments: readonly TransactionIndex[] }[] {
  const bySender = new Map<EndId, TransactionIndex[]>();
  for (const tx of rows) {
    const from = debtorOf(view, tx);
    if (!hasSign(view, from, sign.benefitIn) || !isHolding(view, from) || !isPersonal(view, from)) continue;
    if (!isSameCustomer(view, from, anchor)) bySender.set(from, [...(bySender.get(from) ?? []), tx]);
  }
  const handing = [];
  for (const [end, payments] of bySender) {
    if (payments.length < settings.minOccasions || !budget.spend(degreeIn(view, end))) continue;
    const benefits = [...into(view.adjacency, end)].filter((tx) => isBenefit(view, tx));
    const found = forwardings(view, benefits, payments, settings.passedOnDays, settings.passedOnShare);
    if (found.periods < settings.minOccasions) continue;
    handing.push({ end, share: found.paid / found.earned, periods: found.periods, payments: found.payments });
  }
  return handing.sort((a, b) => a.end - b.end);
}

/** Who gets small sums from this account again and again, no wage, and little else: perhaps one of the workers. */
function keptOnAllowance(
  view: View,
  anchor: EndId,
  wages: readonly TransactionIndex[],
  settings: Current,
  budget: Budget,
): { end: EndId; times: number }[] {
  const most = settings.allowanceMax * lowerMedian(wages.map((tx) => amountOf(view, tx)));
  const paid = new Map<EndId, TransactionIndex[]>();
  for (const tx of outOf(view.adjacency, anchor)) {
    const to = creditorOf(view, tx);
    if (!isHolding(view, to) || !isPersonal(view, to) || !isOwn(view, to) || isSameCustomer(view, to, anchor)) continue;
    if (!hasSign(view, to, sign.wageIn)) paid.set(to, [...(paid.get(to) ?? []), tx]);
  }
  const kept = [];
  for (const [end, rows] of paid) {
    if (rows.length < settings.allowances || rows.some((tx) => amountOf(view, tx) > most)) continue;
    if (!budget.spend(degreeIn(view, end))) break;
    const all = [...into(view.adjacency, end)].filter(
      (tx) => currencyOf(view, tx) === currencyOf(view, rows[0] as number),
    );
    if (sumOf(view, rows) * 2 > sumOf(view, all)) kept.push({ end, times: rows.length });
  }
  return kept.sort((a, b) => a.end - b.end);
}

/** One sum of each payer, together no more than two full-time wages: one person can earn that. */
function couldBeOnePerson(
  view: View,
  anchor: EndId,
  rows: readonly TransactionIndex[],
  people: number,
  payers: number,
): GuardOutcome {
  if (people > payers) return 'failed';
  const first = rows[0] as TransactionIndex;
  const country = view.facts.country[anchor] || view.facts.country[debtorOf(view, first)] || 0;
  const floor = minimumWage(country, currencyOf(view, first), creditorDayOf(view, first));
  if (Number.isNaN(floor)) return 'untestable';
  return lowerMedian(monthlyAmounts(view, rows)) <= 2 * floor ? 'held' : 'failed';
}

function payrollOrGuardian(view: View, anchor: EndId): GuardOutcome {
  if (hasLicence(view, anchor, BUREAUS)) return 'held';
  return view.facts.registered[anchor] === 1 ? 'failed' : 'untestable';
}

/** Half of the benefits or more goes out against invoices: a guardian pays homes and care, a collector draws cash. */
function spentOnCare(view: View, anchor: EndId, benefits: readonly TransactionIndex[]): GuardOutcome {
  if (!isOwn(view, anchor)) return 'untestable';
  const { from, to } = windowOf(view, benefits);
  const currency = currencyOf(view, benefits[0] as number);
  const bills = [...outOf(view.adjacency, anchor)].filter(
    (tx) =>
      debtorDayOf(view, tx) >= from &&
      debtorDayOf(view, tx) <= to + 31 &&
      currencyOf(view, tx) === currency &&
      hasWords(view, tx, wordBit.invoice),
  );
  return sumOf(view, bills) >= 0.5 * sumOf(view, benefits) ? 'held' : 'failed';
}

/** Most of the money goes on to one other account: whoever holds this one may not run it. */
function sendsOn(view: View, anchor: EndId, wages: readonly TransactionIndex[]): boolean {
  const top = topRecipient(view, outOf(view.adjacency, anchor));
  return top !== undefined && !isSameCustomer(view, anchor, top.end) && top.sum >= 0.7 * sumOf(view, wages);
}
