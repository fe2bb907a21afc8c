/**
 * One payer houses and feeds a crew that shows no pay (FIN-2020-A008: facilitators rent houses, flats
 * and hotels; living costs of others): several rents at once, or beds with vehicles or bulk supplies,
 * month after month. Transfers that say rent or lodging count like card rows. Refuges look the same:
 * a protected address is never searched. Only the payer is named; who sleeps there is not in the data.
 * Long because five kinds of provisions and five innocent readings are told apart.
 */
import type { EndId } from '../formats/end-table.ts';
import { FIRST_SHARED_END } from '../formats/end-table.ts';
import { into, outOf } from '../graph/adjacency.ts';
import { licenceBit } from '../ledger/end-facts.ts';
import type { TransactionColumns, TransactionIndex } from '../ledger/ledger.ts';
import { isPayroll } from './business-books.ts';
import type { GuardOutcome, Indicator, Settings } from './indicator.ts';
import {
  count,
  dampedByGuards,
  evidenceOf,
  lowerMedian,
  member,
  money,
  months,
  share,
  strengthAbove,
} from './measures.ts';
import { euros } from './price-levels.ts';
import {
  amountOf,
  creditorDayOf,
  creditorOf,
  currencyOf,
  debtorDayOf,
  debtorOf,
  degreeOut,
  hasLicence,
  isBusiness,
  isCashOut,
  isLodgingCode,
  isOwn,
  isPrivate,
  isRent,
  isSameCustomer,
  isWage,
  mccOf,
  rowsByCurrency,
  sumOf,
} from './read.ts';
import { monthOf, windowOf } from './statistics.ts';
import { RENT_CODE, paysTrade, trade } from './trade-signs.ts';
import type { View } from './view.ts';
import { isWageRow } from './wages.ts';

const settings = {
  minRents: {
    default: 3,
    unit: 'count',
    reason: 'Payees of rent in one month, as indicators.md counts: homes for others.',
  },
  minRentMonths: {
    default: 3,
    unit: 'months',
    reason: 'Rents side by side for a quarter; a move or a deposit overlaps for a month or two.',
  },
  leastRent: {
    default: 150,
    unit: 'EUR',
    reason: 'To one payee in a month; a garage or a storage room costs less than a home.',
  },
  minKinds: {
    default: 2,
    unit: 'count',
    reason: 'Beds together with vehicles or supplies; one kind alone has many readings.',
  },
  minMonths: { default: 2, unit: 'months', reason: 'A holiday or one event falls in one month; a crew stays.' },
  mostMonthsApart: {
    default: 2,
    unit: 'months',
    reason: 'One month may be missing between two; a year apart is a holiday.',
  },
  minHomes: {
    default: 2,
    unit: 'count',
    reason: 'Payees of rent that count as beds beside another kind: one more than one’s own home.',
  },
  minLodging: { default: 4, unit: 'count', reason: 'Payments for lodging a month: by the week.' },
  lodgingMonth: { default: 1500, unit: 'EUR', reason: 'Three hostel beds for a month at about EUR 17 a night.' },
  minVehicles: {
    default: 4,
    unit: 'count',
    reason: 'Hire payments a month: by the week, or several vehicles; indicators.md has ten days of hire.',
  },
  groceryPeer: {
    default: 4,
    unit: 'ratio',
    reason: 'Times the median month of others in the same files, as indicators.md counts.',
  },
  groceryMonth: { default: 1200, unit: 'EUR', reason: 'Least for bulk: food for four people at EUR 300 each.' },
  minBedding: { default: 3, unit: 'count', reason: 'Purchases of furniture or bedding in one month.' },
  payrollShare: {
    default: 0.05,
    unit: 'share',
    reason: 'Of what leaves, for wages, wage tax and insurance; more is a payroll (indicators.md).',
  },
  reimbursedShare: { default: 0.8, unit: 'share', reason: 'Of the provisions, paid back by one business.' },
  reimbursedMost: {
    default: 1.25,
    unit: 'ratio',
    reason: 'Repayment equals costs; a client who pays much more pays for work.',
  },
  residentsShare: { default: 0.5, unit: 'share', reason: 'Of the rents, paid in by residents as rent: homes let on.' },
} as const satisfies Settings;

type Rule = { readonly [K in keyof typeof settings]: number };

const BEDS = 0;
const VEHICLES = 1;
const SUPPLIES = 2;
/** Rows by what they provide. */
interface Provisions {
  readonly homes: TransactionIndex[];
  readonly lodging: TransactionIndex[];
  readonly vehicles: TransactionIndex[];
  readonly food: TransactionIndex[];
  readonly bedding: TransactionIndex[];
}
interface Month extends Provisions {
  readonly month: number;
  /** Payees of rent large enough for a home. */
  rents: number;
  kinds: readonly number[];
}

export default {
  id: 'bulk-provisioning',
  title: 'One payer houses and supplies a crew that shows no pay',
  looksFor:
    'Three and more rents at once for a quarter, or beds for several people together with hired vehicles, bulk food or bedding over two and more months, with no wages to as many people.',
  family: 'labour-conditions',
  points: 3,
  forms: { 'labour-exploitation': 0.8, 'debt-bondage': 0.4 },
  citations: [
    {
      source: 'FinCEN FIN-2020-A008, facilitators who rent houses, flats and hotels; others’ living costs',
      confidence: 'read-in-part',
    },
    { source: 'Vans, bulk food and missing wages together', confidence: 'known' },
  ],
  needs: [],
  settings,
  guards: [
    { id: 'charity-or-shelter', pointsOff: 3 },
    { id: 'payroll-present', pointsOff: 3 },
    { id: 'lets-homes', pointsOff: 3 },
    { id: 'residents-pay-rent', pointsOff: 2 },
    { id: 'costs-repaid-by-business', pointsOff: 3 },
  ],
  innocent:
    'A charity or shelter, a farm or firm with on-site housing and a payroll, a landlord, student housing, a touring or film crew whose client repays the costs: a licence, wages, rents that come in, rents from residents and repayment by one business are tested. Protected addresses are never searched.',
  find(view, s, anchor, budget, emit) {
    if (!paysTrade(view, anchor, trade.lodging | trade.rent)) return;
    const least = Math.min(s.minRents * s.minRentMonths, (s.minHomes + 1) * s.minMonths);
    // Absent wages mean something only where the payer's own statement is held.
    if (degreeOut(view, anchor) < least || !isOwn(view, anchor) || view.facts.protectedAddress[anchor] === 1) return;
    const rows = outOf(view.adjacency, anchor);
    let beds = 0;
    for (const tx of rows) if (isBedRow(view, anchor, tx)) beds++;
    if (beds < Math.min(least, s.minLodging * s.minMonths, s.minHomes * s.minMonths) || !budget.spend(rows.length))
      return;
    for (const { currency, rows: part } of rowsByCurrency(view, rows)) {
      const all = byMonth(view, s, anchor, part, currency);
      const rented = longestRun(
        all.filter(({ rents }) => rents >= s.minRents),
        s.mostMonthsApart,
      );
      const supplied = longestRun(
        all.filter(({ kinds }) => kinds.includes(BEDS) && kinds.length >= s.minKinds),
        s.mostMonthsApart,
      );
      const isRented = rented.length >= s.minRentMonths;
      const isSupplied = supplied.length >= s.minMonths;
      if (!isRented && !isSupplied) continue;

      const kinds = isSupplied ? lowerMedian(supplied.map((month) => month.kinds.length)) : 1;
      const rents = Math.max(
        ...[...(isRented ? rented : []), ...(isSupplied ? supplied : [])].map((month) => month.rents),
      );
      const evidence = evidenceOf([
        ...(isRented ? rented.flatMap(({ homes }) => homes) : []),
        ...(isSupplied ? supplied.flatMap((month) => rowsOfKinds(month, s.minHomes)) : []),
      ]);
      const window = windowOf(view, evidence);
      const within = part.filter(
        (tx) => debtorDayOf(view, tx) >= window.from && debtorDayOf(view, tx) <= window.to + 31,
      );
      const incoming = [...into(view.adjacency, anchor)].filter(
        (tx) =>
          currencyOf(view, tx) === currency &&
          creditorDayOf(view, tx) >= window.from &&
          creditorDayOf(view, tx) <= window.to + 45,
      );
      const paid = wagesOf(view, within);
      const people = Math.max(s.minRents, rents);
      const isPaid = paid.people >= people || paid.share > s.payrollShare;
      const homes = isRented ? rented : supplied;
      const rentPaid = sumOf(
        view,
        homes.flatMap((month) => month.homes),
      );
      const rentIn = rentsIn(view, anchor, incoming);
      const guards: { id: string; outcome: GuardOutcome }[] = [
        { id: 'charity-or-shelter', outcome: charityOutcome(view, anchor) },
        { id: 'payroll-present', outcome: isPaid ? 'held' : 'failed' },
        {
          id: 'lets-homes',
          outcome:
            hasLicence(view, anchor, licenceBit.lodging) || (rentPaid > 0 && rentIn.sum >= rentPaid)
              ? 'held'
              : 'failed',
        },
        {
          id: 'residents-pay-rent',
          outcome:
            rentPaid > 0 && rentIn.residents >= s.minRents && rentIn.fromResidents >= s.residentsShare * rentPaid
              ? 'held'
              : 'failed',
        },
        {
          id: 'costs-repaid-by-business',
          outcome: isRepaid(view, s, incoming, sumOf(view, evidence)) ? 'held' : 'failed',
        },
      ];
      const isInnocent = guards.some(({ outcome }) => outcome === 'held');
      const monthCount = months(Math.max(isRented ? rented.length : 0, isSupplied ? supplied.length : 0));
      dampedByGuards(emit)({
        indicator: 'bulk-provisioning',
        anchor,
        members: [
          member(anchor, isInnocent ? 'undetermined' : 'possible-organiser', {
            for: [
              ...(isRented
                ? [
                    {
                      id: 'reason.pays-rents-side-by-side',
                      parameters: { rents: count(rents), months: months(rented.length) },
                    },
                  ]
                : []),
              ...(isSupplied
                ? [
                    {
                      id: 'reason.provides-for-a-crew',
                      parameters: { kinds: count(kinds), months: months(supplied.length) },
                    },
                  ]
                : []),
              ...(isPaid
                ? []
                : [
                    {
                      id: 'reason.no-wages-to-as-many',
                      parameters: { paid: count(paid.people), share: share(paid.share) },
                    },
                  ]),
            ],
            against: [
              { id: 'reason.export-may-be-partial' },
              ...(isInnocent ? [{ id: 'reason.innocent-reading-fits' }] : []),
            ],
          }),
        ],
        observed: {
          rents: count(rents),
          kinds: count(kinds),
          months: monthCount,
          wagePayees: count(paid.people),
          payrollShare: share(paid.share),
          spent: money(sumOf(view, evidence), currency),
        },
        threshold: {
          rents: count(s.minRents),
          kinds: count(s.minKinds),
          months: months(isRented ? s.minRentMonths : s.minMonths),
          payrollShare: share(s.payrollShare),
        },
        window,
        strength: Math.max(
          isRented ? strengthAbove(rents, s.minRents) : 100,
          isSupplied ? strengthAbove(kinds, s.minKinds) : 100,
        ),
        evidence,
        guards,
      });
      return;
    }
  },
} satisfies Indicator<typeof settings>;

const isVehicleCode = (mcc: number): boolean => mcc === 7512 || mcc === 7513 || (mcc >= 3351 && mcc <= 3441);
/** Grocers and wholesale clubs. */
const isFoodCode = (mcc: number): boolean => mcc === 5411 || mcc === 5300;
/** Furniture and home furnishing. */
const isBeddingCode = (mcc: number): boolean => mcc === 5712 || mcc === 5719;

/** Provisions of each calendar month that has any, oldest first. */
function byMonth(view: View, s: Rule, anchor: EndId, rows: readonly TransactionIndex[], currency: number): Month[] {
  const held: Month[] = [];
  for (const tx of rows) {
    const kind = kindOf(view, anchor, tx);
    if (!kind) continue;
    const month = monthOf(debtorDayOf(view, tx));
    if (held.at(-1)?.month !== month)
      held.push({ month, rents: 0, kinds: [], homes: [], lodging: [], vehicles: [], food: [], bedding: [] });
    (held.at(-1) as Month)[kind].push(tx);
  }
  const leastRent = euros(view.prices, s.leastRent, currency);
  const lodgingMonth = euros(view.prices, s.lodgingMonth, currency);
  const groceries = groceriesFrom(view, s, currency);
  for (const month of held) {
    month.rents = payees(view, month.homes, leastRent);
    const isLodged = month.lodging.length >= s.minLodging && sumOf(view, month.lodging) >= lodgingMonth;
    month.kinds = [
      ...(isLodged || month.rents >= s.minHomes ? [BEDS] : []),
      ...(month.vehicles.length >= s.minVehicles ? [VEHICLES] : []),
      ...(sumOf(view, month.food) >= groceries || month.bedding.length >= s.minBedding ? [SUPPLIES] : []),
    ];
  }
  return held;
}

function isBedRow(view: View, anchor: EndId, tx: TransactionIndex): boolean {
  const kind = kindOf(view, anchor, tx);
  return kind === 'homes' || kind === 'lodging';
}

function kindOf(view: View, anchor: EndId, tx: TransactionIndex): keyof Provisions | undefined {
  const mcc = mccOf(view, tx);
  if (mcc === 0) {
    const to = creditorOf(view, tx);
    const isHome = isRent(view, tx) && to >= FIRST_SHARED_END && !isWage(view, tx) && !isSameCustomer(view, anchor, to);
    return isHome ? 'homes' : undefined;
  }
  if (mcc === RENT_CODE) return 'homes';
  if (isLodgingCode(mcc)) return 'lodging';
  if (isVehicleCode(mcc)) return 'vehicles';
  if (isFoodCode(mcc)) return 'food';
  return isBeddingCode(mcc) ? 'bedding' : undefined;
}

/** Payees who get at least so much. */
function payees(view: View, rows: readonly TransactionIndex[], least: number): number {
  const sums = new Map<EndId, number>();
  for (const tx of rows) sums.set(creditorOf(view, tx), (sums.get(creditorOf(view, tx)) ?? 0) + amountOf(view, tx));
  return [...sums.values()].filter((sum) => sum >= least).length;
}

/** What counted: a rent of one's own beside rooms elsewhere is no provision. */
function rowsOfKinds(month: Month, minHomes: number): TransactionIndex[] {
  return [
    ...(month.rents >= minHomes ? month.homes : []),
    ...month.lodging,
    ...(month.kinds.includes(VEHICLES) ? month.vehicles : []),
    ...(month.kinds.includes(SUPPLIES) ? [...month.food, ...month.bedding] : []),
  ];
}

/** The longest run of months that lie no further apart than asked; the earlier one of two. */
function longestRun(held: readonly Month[], apart: number): readonly Month[] {
  let best: readonly Month[] = [];
  let first = 0;
  for (const [last, { month }] of held.entries()) {
    if (last > 0 && month - (held[last - 1] as Month).month > apart) first = last;
    if (last - first + 1 > best.length) best = held.slice(first, last + 1);
  }
  return best;
}

function wagesOf(view: View, rows: readonly TransactionIndex[]): { people: number; share: number } {
  const people = new Set<EndId>();
  let payroll = 0;
  let spent = 0;
  for (const tx of rows) {
    if (isWageRow(view, tx)) people.add(creditorOf(view, tx));
    if (isPayroll(view, tx)) payroll += amountOf(view, tx);
    if (!isCashOut(view, tx)) spent += amountOf(view, tx);
  }
  return { people: people.size, share: spent === 0 ? 0 : payroll / spent };
}

/** Rent that comes in, and what part of it several private residents pay. */
function rentsIn(
  view: View,
  anchor: EndId,
  incoming: readonly TransactionIndex[],
): { sum: number; residents: number; fromResidents: number } {
  const residents = new Set<EndId>();
  let sum = 0;
  let fromResidents = 0;
  for (const tx of incoming) {
    const from = debtorOf(view, tx);
    if (!isRent(view, tx) || from < FIRST_SHARED_END || isSameCustomer(view, anchor, from)) continue;
    sum += amountOf(view, tx);
    if (!isPrivate(view, from)) continue;
    residents.add(from);
    fromResidents += amountOf(view, tx);
  }
  return { sum, residents: residents.size, fromResidents };
}

function charityOutcome(view: View, anchor: EndId): GuardOutcome {
  if (hasLicence(view, anchor, licenceBit.charity)) return 'held';
  return view.facts.registered[anchor] === 1 ? 'failed' : 'untestable';
}

/** One business pays about what the provisions cost: costs repaid, not work paid. */
function isRepaid(view: View, s: Rule, incoming: readonly TransactionIndex[], spent: number): boolean {
  const sums = new Map<EndId, number>();
  for (const tx of incoming) {
    const payer = debtorOf(view, tx);
    if (isBusiness(view, payer) && !isWage(view, tx) && !isRent(view, tx))
      sums.set(payer, (sums.get(payer) ?? 0) + amountOf(view, tx));
  }
  return [...sums.values()].some((sum) => sum >= s.reimbursedShare * spent && sum <= s.reimbursedMost * spent);
}

/** Median month of groceries of each currency's buyers; a pure function of the columns. */
const medians = new WeakMap<TransactionColumns, Map<number, number>>();

/** From which sum on a month's groceries are bulk; NaN without a price level, which compares false. */
function groceriesFrom(view: View, s: Rule, currency: number): number {
  const held = medians.get(view.columns) ?? new Map<number, number>();
  medians.set(view.columns, held);
  let median = held.get(currency);
  if (median === undefined) {
    const buyers = new Map<EndId, Map<number, number>>();
    for (let tx = 0; view.columns.mcc && tx < view.transactions; tx++) {
      if (!isFoodCode(mccOf(view, tx)) || currencyOf(view, tx) !== currency) continue;
      const buyer = debtorOf(view, tx);
      const sums = buyers.get(buyer) ?? new Map<number, number>();
      buyers.set(buyer, sums);
      const month = monthOf(debtorDayOf(view, tx));
      sums.set(month, (sums.get(month) ?? 0) + amountOf(view, tx));
    }
    median = lowerMedian([...buyers.values()].map((sums) => lowerMedian([...sums.values()])));
    held.set(currency, median);
  }
  return Math.max(s.groceryPeer * median, euros(view.prices, s.groceryMonth, currency));
}
