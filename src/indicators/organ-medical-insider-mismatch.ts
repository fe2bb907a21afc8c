/**
 * Medical staff whose account takes far more in cash and private transfers than they earn, a small
 * clinic whose equipment outweighs its turnover, or money between medical staff and charities
 * without a stated reason (list of the Egyptian AML unit, credited to UNODC). A lead, never more:
 * staff can be coerced or unaware, so nobody gets a role.
 */
import type { EndId } from '../formats/end-table.ts';
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import { licenceBit } from '../ledger/end-facts.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import type { GuardOutcome, Indicator, Reason, Settings, Values } from './indicator.ts';
import { count, dampedByGuards, days, evidenceOf, member, ratio, share, strengthAbove } from './measures.ts';
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
  isBenefit,
  isBusiness,
  isCashIn,
  isHolding,
  isOwn,
  isPersonal,
  isPrivate,
  isRent,
  isSameCustomer,
  isWage,
  mccOf,
  slideWindows,
} from './read.ts';
import { windowOf } from './statistics.ts';
import type { View } from './view.ts';

const settings = {
  windowDays: { default: 180, unit: 'days', reason: 'Half a year, as the links to charities are counted.' },
  incomeRatio: { default: 3, unit: 'ratio', reason: 'Times the declared income: a second job or practice is less.' },
  equipmentToTurnover: { default: 0.5, unit: 'share', reason: 'Of a small clinic’s declared turnover in the window.' },
  mostStaff: {
    default: 10,
    unit: 'count',
    reason: 'A small clinic; a hospital equips theatres as a matter of course.',
  },
  charityEdges: { default: 2, unit: 'count', reason: 'Payments between medical staff and charities without a reason.' },
} as const satisfies Settings;
type Current = Values<typeof settings>;

const STAFF =
  /doctor|physician|surgeon|nurse|anaesthe|anesthe|medic(al|in)|arzt|aerzt|ärzt|chirurg|pfleger|krankenschwester|laborant|urolog|nephrolog/i;
const CLINIC = /clinic|hospital|surgery|klinik|ordination|krankenhaus|medical practice|laborator|^(q\.?)?86/i;
/** Dental, laboratory, medical and hospital equipment (ISO 18245). */
const EQUIPMENT_CODE = 5047;

export default {
  id: 'organ-medical-insider-mismatch',
  title: 'Medical staff, small clinics or charities with flows that nothing explains',
  looksFor:
    'Within half a year somebody in a medical job takes three times the declared income in cash and private transfers, a clinic of few people buys equipment for half of its turnover, or money without a reason goes between either of them and charities.',
  family: 'medical-brokerage',
  points: 3,
  forms: { 'organ-removal': 0.7 },
  citations: [{ source: 'Egyptian AML unit list credited to UNODC (Innfrad News)', confidence: 'read' }],
  needs: ['register'],
  settings,
  guards: [
    { id: 'licensed-clinic', pointsOff: 3 },
    { id: 'several-wage-payers', pointsOff: 1 },
    { id: 'invoices', pointsOff: 2 },
  ],
  innocent:
    'A private practice, a second job, a donation drive, equipment on lease: a licence as a clinic, wages of several payers and invoices or lease texts are tested; what a person gives to a charity, and credits that say wage, rent or donation, are not counted.',
  find(view, s, anchor, budget, emit) {
    if (!isHolding(view, anchor) || !isOwn(view, anchor) || view.facts.registered[anchor] !== 1) return;
    const isStaff = isPersonal(view, anchor) && STAFF.test(occupationOf(view, anchor));
    const isClinic = isBusiness(view, anchor) && CLINIC.test(sectorOf(view, anchor));
    if ((!isStaff && !isClinic) || !budget.spend(degreeIn(view, anchor) + degreeOut(view, anchor))) return;
    const income = isStaff ? incomeMismatch(view, s, anchor) : { rows: [], ratio: 0 };
    const equipment = isClinic ? equipmentMismatch(view, s, anchor) : { rows: [], ratio: 0 };
    const charity = charityEdges(view, s, anchor);
    const evidence = evidenceOf([...income.rows, ...equipment.rows, ...charity.rows]);
    if (evidence.length === 0) return;
    const reasons: Reason[] = [
      ...(income.rows.length > 0
        ? [{ id: 'reason.takes-far-more-than-declared', parameters: { ratio: ratio(income.ratio) } }]
        : []),
      ...(equipment.rows.length > 0
        ? [{ id: 'reason.equipment-outweighs-turnover', parameters: { share: share(equipment.ratio) } }]
        : []),
      ...(charity.rows.length > 0
        ? [{ id: 'reason.payments-with-charities', parameters: { payments: count(charity.most) } }]
        : []),
    ];
    const invoiced = evidence.filter((tx) => hasWords(view, tx, wordBit.invoice)).length;
    const wages = new Set(
      [...into(view.adjacency, anchor)].filter((tx) => isWage(view, tx)).map((tx) => debtorOf(view, tx)),
    );
    const told = (isHeld: boolean): GuardOutcome =>
      view.met.has('purpose-or-words') ? (isHeld ? 'held' : 'failed') : 'untestable';
    dampedByGuards(emit)({
      indicator: 'organ-medical-insider-mismatch',
      anchor,
      members: [member(anchor, 'undetermined', { for: reasons, against: [{ id: 'reason.staff-may-be-unaware' }] })],
      observed: {
        ratio: ratio(income.ratio),
        share: share(equipment.ratio),
        payments: count(charity.most),
      },
      threshold: {
        ratio: ratio(s.incomeRatio),
        share: share(s.equipmentToTurnover),
        payments: count(s.charityEdges),
        window: days(s.windowDays),
      },
      window: windowOf(view, evidence),
      strength: Math.max(
        strengthAbove(income.ratio, s.incomeRatio),
        strengthAbove(equipment.ratio, s.equipmentToTurnover),
        strengthAbove(charity.most, s.charityEdges),
      ),
      evidence,
      guards: [
        { id: 'licensed-clinic', outcome: hasLicence(view, anchor, licenceBit.clinic) ? 'held' : 'failed' },
        { id: 'several-wage-payers', outcome: told(wages.size >= 2) },
        { id: 'invoices', outcome: told(invoiced * 2 >= evidence.length) },
      ],
    });
  },
} satisfies Indicator<typeof settings>;

function occupationOf(view: View, end: EndId): string {
  return view.facts.occupations[(view.facts.occupation[end] ?? 0) - 1] ?? '';
}

function sectorOf(view: View, end: EndId): string {
  return view.facts.sectors[(view.facts.sector[end] ?? 0) - 1] ?? '';
}

interface Mismatch {
  readonly rows: readonly TransactionIndex[];
  /** Highest in a window. */
  readonly ratio: number;
}

/** Windows in which cash and private transfers are that many times what the declared income makes in them. */
function incomeMismatch(view: View, s: Current, anchor: EndId): Mismatch {
  const declared = ((view.facts.income[anchor] ?? 0) * s.windowDays) / 365;
  const currency = view.facts.registerCurrency[anchor] ?? 0;
  const rows = [...into(view.adjacency, anchor)].filter((tx) => {
    if (currencyOf(view, tx) !== currency || isSameCustomer(view, debtorOf(view, tx), anchor)) return false;
    // Pay, benefits and rents of others say what they are.
    if (isWage(view, tx) || isBenefit(view, tx) || isRent(view, tx)) return false;
    return isCashIn(view, tx) || isPrivate(view, debtorOf(view, tx));
  });
  return declared > 0
    ? windowsAbove(view, view.columns.creditorDay, rows, s.windowDays, declared, s.incomeRatio)
    : { rows: [], ratio: 0 };
}

/** Windows in which a small clinic's equipment is that share of what its declared turnover makes in them. */
function equipmentMismatch(view: View, s: Current, anchor: EndId): Mismatch {
  const staff = view.facts.staff[anchor] ?? -1;
  const declared = ((view.facts.turnover[anchor] ?? 0) * s.windowDays) / 365;
  if (staff < 0 || staff > s.mostStaff || declared <= 0) return { rows: [], ratio: 0 };
  const currency = view.facts.registerCurrency[anchor] ?? 0;
  const rows = [...outOf(view.adjacency, anchor)].filter(
    (tx) => mccOf(view, tx) === EQUIPMENT_CODE && currencyOf(view, tx) === currency,
  );
  return windowsAbove(view, view.columns.debtorDay, rows, s.windowDays, declared, s.equipmentToTurnover);
}

function windowsAbove(
  view: View,
  day: Int32Array,
  rows: readonly TransactionIndex[],
  windowDays: number,
  base: number,
  least: number,
): Mismatch {
  let sum = 0;
  let highest = 0;
  const covered = slideWindows(day, rows, windowDays, {
    enter: (tx) => (sum += amountOf(view, tx)),
    leave: (tx) => (sum -= amountOf(view, tx)),
    passes: () => {
      if (sum < least * base) return false;
      highest = Math.max(highest, sum / base);
      return true;
    },
  });
  return { rows: covered, ratio: highest };
}

/**
 * Payments with licensed charities that say neither donation nor wage nor invoice. What a person
 * gives to a charity is a donation, whatever it says; a clinic's counts either way.
 */
function charityEdges(view: View, s: Current, anchor: EndId): { rows: TransactionIndex[]; most: number } {
  const stated = wordBit.donation | wordBit.invoice | wordBit.wage;
  const isBare = (tx: TransactionIndex, other: EndId): boolean =>
    hasLicence(view, other, licenceBit.charity) && !hasWords(view, tx, stated) && !isWage(view, tx);
  const rows = [
    ...[...into(view.adjacency, anchor)].filter((tx) => isBare(tx, debtorOf(view, tx))),
    ...[...outOf(view.adjacency, anchor)].filter((tx) => isBusiness(view, anchor) && isBare(tx, creditorOf(view, tx))),
  ];
  const dayOf = (tx: TransactionIndex): number => Math.min(debtorDayOf(view, tx), creditorDayOf(view, tx));
  rows.sort((a, b) => dayOf(a) - dayOf(b) || a - b);
  const kept = new Set<TransactionIndex>();
  let [first, most] = [0, 0];
  for (let last = 0; last < rows.length; last++) {
    while (dayOf(rows[first] as number) <= dayOf(rows[last] as number) - s.windowDays) first++;
    if (last - first + 1 < s.charityEdges) continue;
    most = Math.max(most, last - first + 1);
    for (let i = first; i <= last; i++) kept.add(rows[i] as number);
  }
  return { rows: [...kept], most };
}
