/**
 * Workers or their families pay large fees to a recruiter and then start low-paid work
 * (FIN-2020-A008, section I.2: hundreds to tens of thousands of dollars). Like sums from several
 * persons to one agency or agent, each half a month's wage or more once the wages are seen. Payers are
 * witnesses and possible victims; paying such a fee is nothing to report about them.
 */
import type { EndId } from '../formats/end-table.ts';
import { wordBit } from '../formats/text-words.ts';
import { into } from '../graph/adjacency.ts';
import { licenceBit } from '../ledger/end-facts.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import { sign } from './end-signs.ts';
import type { Finding, GuardOutcome, Indicator } from './indicator.ts';
import { count, days, evidenceOf, lowerMedian, member, money, ratio, strengthAbove } from './measures.ts';
import { euros } from './price-levels.ts';
import {
  creditorDayOf,
  debtorOf,
  degreeIn,
  hasLicence,
  hasSign,
  hasWords,
  isHolding,
  isHoldingOrName,
  isPersonal,
  isPrivate,
  mccOf,
  rowsByCurrency,
  sumOf,
} from './read.ts';
import { monthlyAmounts, variationOf, windowOf } from './statistics.ts';
import type { View } from './view.ts';
import { MOST_WORKERS, wagesInto } from './wages.ts';

const settings = {
  windowDays: { default: 180, unit: 'days', reason: 'One recruiting season.' },
  minPayers: {
    default: 5,
    unit: 'count',
    reason: 'Fewer may be friends who use one agent, unless they all start with one employer.',
  },
  feeToMonthlyWage: {
    default: 0.5,
    unit: 'ratio',
    reason: 'Workers should pay no fee (ILO Convention 181, article 7); papers cost days of pay, not half a month.',
  },
  amountCv: { default: 0.4, unit: 'ratio', reason: 'A fee has a price; what friends pay each other has none.' },
  minLaterWorkers: {
    default: 3,
    unit: 'count',
    reason: 'Payers who are seen in work afterwards, for the fee to be tied to a job.',
  },
  minFee: {
    default: 500,
    unit: 'EUR',
    reason: 'Asked where no later wage is seen: the source speaks of hundreds and more.',
  },
} as const satisfies Indicator['settings'];

const JOB_AGENCY = 7361;
const LIKE_A_FEE = wordBit.fee | wordBit.travel | wordBit.debt | wordBit.rent;

interface Payer {
  readonly end: EndId;
  readonly rows: TransactionIndex[];
  readonly firstDay: number;
  readonly fee: number;
}
interface Placed {
  readonly payer: Payer;
  readonly employer: EndId;
  readonly wages: readonly TransactionIndex[];
  readonly ratio: number;
}

export default {
  id: 'recruitment-fee-inflow',
  title: 'Several people pay like fees to a recruiter, then start work',
  looksFor:
    'Within half a year several persons pay like sums with words of fees, visas or placement to one agency or person, and those who are later seen in work had paid half a month’s wage or more.',
  family: 'recruitment',
  points: 5,
  forms: { 'labour-exploitation': 0.8, 'debt-bondage': 0.8, 'domestic-servitude': 0.4 },
  citations: [
    {
      source:
        'FinCEN FIN-2020-A008, section I.2 (fees from hundreds to tens of thousands of dollars, taking years to repay)',
      confidence: 'read',
    },
  ],
  needs: ['purpose-or-words'],
  settings,
  anchors: 'accounts-and-names',
  guards: [
    { id: 'no-later-work', pointsOff: 3 },
    { id: 'licensed-recruiter', pointsOff: 2 },
    { id: 'school-or-service', pointsOff: 3 },
  ],
  innocent:
    'A language or driving school, a visa service or a job board: invoices, or no work seen afterwards; a recruiter on the licence register.',
  find(view, settings, anchor, budget, emit) {
    const least = Math.min(settings.minPayers, settings.minLaterWorkers);
    if (!hasSign(view, anchor, sign.debtIn) || degreeIn(view, anchor) < least || !isHoldingOrName(view, anchor)) return;
    const rows = into(view.adjacency, anchor);
    if (!budget.spend(rows.length)) return;
    const isRecruiter = hasLicence(view, anchor, licenceBit.recruiter);
    let cut = false;
    for (const part of rowsByCurrency(view, rows)) {
      const byPayer = new Map<EndId, TransactionIndex[]>();
      for (const tx of part.rows) {
        const from = debtorOf(view, tx);
        if (
          !isPrivate(view, from) ||
          !(isRecruiter || hasWords(view, tx, LIKE_A_FEE) || mccOf(view, tx) === JOB_AGENCY)
        )
          continue;
        const paid = byPayer.get(from);
        if (paid) paid.push(tx);
        else if (byPayer.size === MOST_WORKERS) cut = true;
        else byPayer.set(from, [tx]);
      }
      if (byPayer.size < least || !mostSayFee(view, byPayer, isRecruiter)) continue;
      const { payers, most } = season(view, anchor, byPayer, least, settings);
      if (most < least) continue;
      const placed: Placed[] = [];
      for (const payer of payers) {
        if (!isHolding(view, payer.end) || !hasSign(view, payer.end, sign.wageIn)) continue;
        if (!budget.spend(degreeIn(view, payer.end))) {
          cut = true;
          break;
        }
        const found = placedAfter(view, anchor, payer, part.currency);
        if (found) placed.push(found);
      }
      const isSeenInWork = placed.length >= settings.minLaterWorkers;
      // Fewer payers do where as many as asked for start with one and the same employer.
      if (most < settings.minPayers && mostAtOne(placed) < settings.minLaterWorkers) continue;
      const typical = lowerMedian(placed.map(({ ratio }) => Math.round(ratio * 1000))) / 1000;
      const fee = lowerMedian(payers.map((payer) => payer.fee));
      if (
        isSeenInWork
          ? typical < settings.feeToMonthlyWage
          : !(fee >= euros(view.prices, settings.minFee, part.currency))
      )
        continue;
      const evidence = evidenceOf(payers.flatMap((payer) => payer.rows));
      const guards = guardsOf(view, anchor, evidence, isSeenInWork);
      const isInnocent = guards.some(({ id, outcome }) => id === 'school-or-service' && outcome === 'held');
      const inWork = new Map(placed.map((found) => [found.payer.end, found]));
      const employers = [...new Set(placed.map(({ employer }) => employer))].sort((a, b) => a - b);
      const finding: Finding = {
        indicator: 'recruitment-fee-inflow',
        anchor,
        members: [
          member(anchor, isInnocent ? 'undetermined' : 'possible-facilitator', {
            for: [
              {
                id: 'reason.takes-fees-from-several-payers',
                parameters: { payers: count(payers.length), fee: money(fee, part.currency) },
              },
            ],
            against: isSeenInWork ? [] : [{ id: 'reason.no-later-work-seen' }],
          }),
          ...employers.map((employer) =>
            member(employer, 'undetermined', { against: [{ id: 'reason.employer-may-not-know' }] }),
          ),
          ...payers.map((payer) => {
            const found = inWork.get(payer.end);
            return member(payer.end, found && !isInnocent ? 'possible-victim' : 'undetermined', {
              for: [
                found
                  ? { id: 'reason.paid-a-fee-before-work', parameters: { ratio: ratio(found.ratio) } }
                  : { id: 'reason.paid-a-fee-to-recruiter' },
              ],
            });
          }),
        ],
        observed: {
          payers: count(payers.length),
          fee: money(fee, part.currency),
          inWork: count(placed.length),
          ...(placed.length > 0 ? { ratio: ratio(typical) } : {}),
        },
        threshold: {
          payers: count(settings.minPayers),
          inWork: count(settings.minLaterWorkers),
          ratio: ratio(settings.feeToMonthlyWage),
          window: days(settings.windowDays),
        },
        window: windowOf(view, evidence),
        strength: strengthAbove(payers.length, settings.minPayers),
        evidence,
        guards,
        ...(cut ? { cut: true as const } : {}),
      };
      emit(finding);
    }
  },
} satisfies Indicator<typeof settings>;

/** A payer's first instalment decides the season; what is paid after the first wage is no fee for getting the job. */
function season(
  view: View,
  anchor: EndId,
  byPayer: ReadonlyMap<EndId, TransactionIndex[]>,
  least: number,
  settings: Readonly<Record<'windowDays' | 'amountCv', number>>,
): { payers: Payer[]; most: number } {
  const payers = [...byPayer].map(([end, all]) => {
    const firstDay = creditorDayOf(view, all[0] as number);
    const wage = isHolding(view, end)
      ? wagesInto(view, end).find((tx) => creditorDayOf(view, tx) >= firstDay && debtorOf(view, tx) !== anchor)
      : undefined;
    const rows = wage === undefined ? all : all.filter((tx) => creditorDayOf(view, tx) <= creditorDayOf(view, wage));
    return { end, rows, firstDay, fee: sumOf(view, rows) };
  });
  payers.sort((a, b) => a.firstDay - b.firstDay || a.end - b.end);
  const kept = new Set<Payer>();
  let most = 0;
  let from = 0;
  for (let to = 0; to < payers.length; to++) {
    while ((payers[to] as Payer).firstDay - (payers[from] as Payer).firstDay >= settings.windowDays) from++;
    if (to - from + 1 < least) continue;
    const inside = payers.slice(from, to + 1);
    if (variationOf(inside.map(({ fee }) => fee)) > settings.amountCv) continue;
    most = Math.max(most, inside.length);
    for (const payer of inside) kept.add(payer);
  }
  return { payers: payers.filter((payer) => kept.has(payer)), most };
}

/** At least half of the payers say fee, visa or placement somewhere; the rest may say deposit, ticket or debt. */
function mostSayFee(view: View, byPayer: ReadonlyMap<EndId, TransactionIndex[]>, isRecruiter: boolean): boolean {
  let saying = 0;
  for (const rows of byPayer.values())
    if (rows.some((tx) => hasWords(view, tx, wordBit.fee) || mccOf(view, tx) === JOB_AGENCY)) saying++;
  return isRecruiter || saying * 2 >= byPayer.size;
}

function mostAtOne(placed: readonly Placed[]): number {
  const workers = new Map<EndId, number>();
  for (const { employer } of placed) workers.set(employer, (workers.get(employer) ?? 0) + 1);
  return Math.max(0, ...workers.values());
}

/** The first employer who starts paying after the fee, and the fee in months of that pay. */
function placedAfter(view: View, anchor: EndId, payer: Payer, currency: number): Placed | undefined {
  const wages = wagesInto(view, payer.end);
  const first = wages.find((tx) => creditorDayOf(view, tx) >= payer.firstDay && debtorOf(view, tx) !== anchor);
  if (first === undefined) return undefined;
  const employer = debtorOf(view, first);
  const paid = wages.filter((tx) => debtorOf(view, tx) === employer);
  if (creditorDayOf(view, paid[0] as number) < payer.firstDay) return undefined;
  const same = rowsByCurrency(view, paid).find((part) => part.currency === currency);
  if (!same) return undefined;
  return { payer, employer, wages: same.rows, ratio: payer.fee / lowerMedian(monthlyAmounts(view, same.rows)) };
}

function guardsOf(
  view: View,
  anchor: EndId,
  rows: readonly TransactionIndex[],
  isSeenInWork: boolean,
): { id: string; outcome: GuardOutcome }[] {
  const invoices = rows.filter((tx) => hasWords(view, tx, wordBit.invoice | wordBit.donation)).length;
  const isRegistered = view.facts.registered[anchor] === 1;
  return [
    { id: 'no-later-work', outcome: isSeenInWork ? 'failed' : 'held' },
    {
      id: 'licensed-recruiter',
      outcome: hasLicence(view, anchor, licenceBit.recruiter) ? 'held' : isRegistered ? 'failed' : 'untestable',
    },
    { id: 'school-or-service', outcome: invoices * 2 >= rows.length && !isPersonal(view, anchor) ? 'held' : 'failed' },
  ];
}
