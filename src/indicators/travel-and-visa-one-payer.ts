/**
 * One payer buys many tickets within a month and pays visa or document fees, or under several names
 * (FINTRAC 2016; visas as a method from FIN-2020-A008 I.2). Whether a ticket is one-way does not show
 * in a statement: that reading stays untestable, and names in a text are not told from other words. Passengers are never ends here.
 */
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import { commonShare } from './csae-low-value-repeat.ts';
import type { GuardOutcome, Indicator, Settings } from './indicator.ts';
import { count, dampedByGuards, evidenceOf, member, money, strengthAbove } from './measures.ts';
import {
  amountOf,
  creditorDayOf,
  creditorOf,
  currencyOf,
  debtorDayOf,
  debtorOf,
  degreeOut,
  hasWords,
  isBusiness,
  isOwn,
  isPrivate,
  isTicketCode,
  isWage,
  mccOf,
  rowsByCurrency,
  slideWindows,
  sumOf,
} from './read.ts';
import { paysTrade, trade } from './trade-signs.ts';
import type { View } from './view.ts';

const settings = {
  windowDays: { default: 30, unit: 'days', reason: 'Tickets bought together; indicators.md.' },
  minTickets: { default: 4, unit: 'count', reason: 'More than a couple travels in a month.' },
  visaFees: {
    default: 2,
    unit: 'count',
    reason: 'Consular or document fees in the same days, for more than one person.',
  },
  furtherTickets: {
    default: 2,
    unit: 'count',
    reason: 'Second tickets of one day at one carrier, for another traveller; they stand in for visas and names.',
  },
  paybackShare: { default: 0.5, unit: 'share', reason: 'Of the tickets, paid back by people: a team or group trip.' },
} as const satisfies Settings;

const CONSULATE = 9399;

export default {
  id: 'travel-and-visa-one-payer',
  title: 'One payer buys tickets and pays visa fees for many people',
  looksFor:
    'Several tickets within a month from one account, together with consular or document fees or under several names.',
  family: 'travel-and-lodging',
  points: 3,
  forms: { 'sexual-exploitation': 0.5, 'labour-exploitation': 0.6, 'domestic-servitude': 0.4, 'debt-bondage': 0.3 },
  citations: [
    { source: 'FINTRAC 2016 list, via MrWatchlist: distance transport', confidence: 'read-in-part' },
    { source: 'FinCEN FIN-2020-A008, section I.2: visas as a method', confidence: 'read-in-part' },
  ],
  needs: [],
  settings,
  guards: [
    { id: 'travel-business', pointsOff: 3 },
    { id: 'paid-back-by-travellers', pointsOff: 3 },
    { id: 'refunded', pointsOff: 1 },
    { id: 'return-tickets', pointsOff: 1 },
  ],
  innocent:
    'A travel agent, a team, a church trip, an employer who relocates staff, a family that joins, an aid group: a business as holder, travellers who pay their share and refunds are tested; return tickets cannot be.',
  find(view, s, anchor, budget, emit) {
    const report = dampedByGuards(emit);
    if (!paysTrade(view, anchor, trade.ticket) || degreeOut(view, anchor) < s.minTickets) return;
    const rows = outOf(view.adjacency, anchor);
    let likely = 0;
    for (const tx of rows) if (isTicket(view, tx)) likely++;
    if (likely < s.minTickets || !budget.spend(rows.length)) return;
    for (const { currency, rows: part } of rowsByCurrency(
      view,
      [...rows].filter((tx) => isTicket(view, tx) || isVisaFee(view, tx)),
    )) {
      const held = { tickets: 0, visas: 0 };
      const best = { tickets: 0, visas: 0, further: 0 };
      const step = (tx: number, by: number): void => {
        if (isTicket(view, tx)) held.tickets += by;
        else held.visas += by;
      };
      const covered = slideWindows(view.columns.debtorDay, part, s.windowDays, {
        enter: (tx) => step(tx, 1),
        leave: (tx) => step(tx, -1),
        passes: (first, last) => {
          if (held.tickets < s.minTickets) return false;
          const further = furtherTickets(view, part, first, last);
          if (held.visas < s.visaFees && further < s.furtherTickets) return false;
          if (held.tickets >= best.tickets) Object.assign(best, held, { further });
          return true;
        },
      });
      if (covered.length === 0) continue;
      const from = debtorDayOf(view, covered[0] as number);
      const to = debtorDayOf(view, covered.at(-1) as number);
      const spent = sumOf(view, covered);
      const incoming = [...into(view.adjacency, anchor)].filter(
        (tx) =>
          currencyOf(view, tx) === currency &&
          creditorDayOf(view, tx) >= from - 60 &&
          creditorDayOf(view, tx) <= to + 60,
      );
      const payback = paidBack(view, incoming, covered);
      const isGroup = payback.payers >= 3 && payback.sum >= s.paybackShare * spent;
      const isAgency = isBusiness(view, anchor);
      const back = incoming.filter((tx) => hasWords(view, tx, wordBit.refund) && isBusiness(view, debtorOf(view, tx)));
      report({
        indicator: 'travel-and-visa-one-payer',
        anchor,
        members: [
          member(anchor, isAgency || isGroup ? 'undetermined' : 'possible-organiser', {
            for: [
              {
                id: 'reason.buys-travel-for-several',
                parameters: { tickets: count(best.tickets), visas: count(best.visas) },
              },
            ],
            against: isGroup
              ? [{ id: 'reason.travellers-pay-back', parameters: { payers: count(payback.payers) } }]
              : [],
          }),
        ],
        observed: {
          tickets: count(best.tickets),
          visaFees: count(best.visas),
          furtherTickets: count(best.further),
          spent: money(spent, currency),
        },
        threshold: {
          tickets: count(s.minTickets),
          visaFees: count(s.visaFees),
          furtherTickets: count(s.furtherTickets),
        },
        window: { from, to },
        strength: strengthAbove(best.tickets, s.minTickets),
        evidence: evidenceOf(covered),
        guards: [
          {
            id: 'travel-business',
            outcome: isAgency ? 'held' : view.facts.registered[anchor] === 1 ? 'failed' : 'untestable',
          },
          { id: 'paid-back-by-travellers', outcome: ownOnly(view, anchor, isGroup) },
          { id: 'refunded', outcome: ownOnly(view, anchor, sumOf(view, back) >= 0.5 * spent) },
          { id: 'return-tickets', outcome: 'untestable' },
        ],
      });
      return;
    }
  },
} satisfies Indicator<typeof settings>;

function ownOnly(view: View, end: number, isHeld: boolean): GuardOutcome {
  return isOwn(view, end) ? (isHeld ? 'held' : 'failed') : 'untestable';
}

function isTicket(view: View, tx: number): boolean {
  const mcc = mccOf(view, tx);
  if (mcc !== 0) return isTicketCode(mcc);
  return hasWords(view, tx, wordBit.travel) && isBusiness(view, creditorOf(view, tx));
}

function isVisaFee(view: View, tx: number): boolean {
  const mcc = mccOf(view, tx);
  if (mcc !== 0) return mcc === CONSULATE;
  return hasWords(view, tx, wordBit.fee) && isBusiness(view, creditorOf(view, tx));
}

/** Tickets beyond the first at one carrier on one day. */
function furtherTickets(view: View, rows: readonly number[], first: number, last: number): number {
  let further = 0;
  for (let at = first + 1; at <= last; at++) {
    const tx = rows[at] as number;
    for (
      let before = at - 1;
      before >= first && debtorDayOf(view, rows[before] as number) === debtorDayOf(view, tx);
      before--
    ) {
      if (
        !isTicket(view, tx) ||
        !isTicket(view, rows[before] as number) ||
        creditorOf(view, rows[before] as number) !== creditorOf(view, tx)
      )
        continue;
      further++;
      break;
    }
  }
  return further;
}

/** People who paid in, most of them one of two same sums or about a ticket's price, and their sum. */
function paidBack(
  view: View,
  incoming: readonly number[],
  tickets: readonly number[],
): { payers: number; sum: number } {
  const people = incoming.filter((tx) => isPrivate(view, debtorOf(view, tx)) && !isWage(view, tx));
  const isPrice = (tx: number): boolean =>
    tickets.some((ticket) => Math.abs(amountOf(view, tx) - amountOf(view, ticket)) <= amountOf(view, ticket) / 5);
  const isCollection =
    commonShare(
      people.map((tx) => amountOf(view, tx)),
      2,
    ) >= 0.6;
  const shares = isCollection ? people : people.filter(isPrice);
  return { payers: new Set(shares.map((tx) => debtorOf(view, tx))).size, sum: sumOf(view, shares) };
}
