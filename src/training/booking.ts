/**
 * When each bank books a payment. Transfers settle on business days, instant payments and the
 * neobank's rows at once, card rows late at the two older banks; the two files of one payment may
 * therefore differ by up to two days while the value date stays the same.
 */
import type { Random } from '../random.ts';
import { addBusinessDays, nextBusinessDay, type Day } from './calendar.ts';
import type { BankId, Channel, End } from './model.ts';

export interface Booking {
  readonly debtorBooking: Day;
  readonly creditorBooking: Day;
  readonly valueDate: Day;
}

const bankOf = (end: End): BankId | undefined => (end.kind === 'account' ? end.bank : undefined);

/** Booking days on both sides and the common value date. */
export function book(random: Random, channel: Channel, debtor: End, creditor: End, day: Day): Booking {
  const from = bankOf(debtor);
  const to = bankOf(creditor);
  if (channel === 'instant') return { debtorBooking: day, creditorBooking: day, valueDate: day };
  if (channel === 'card' || channel === 'card-online' || channel === 'cash-out' || channel === 'cash-in') {
    const bank = from ?? to;
    const lag = channel === 'card' || channel === 'card-online' ? random.integer(0, 2) : 0;
    const settled = nextBusinessDay(day + lag);
    if (bank === 'a' || bank === 'b')
      return { debtorBooking: day, creditorBooking: day, valueDate: bank === 'a' ? settled : day };
    return { debtorBooking: settled, creditorBooking: settled, valueDate: channel === 'card' ? day : settled };
  }
  const executed = nextBusinessDay(day);
  const sameBank = from !== undefined && from === to;
  const draw = random.next();
  const later = sameBank || draw < 0.6 ? executed : addBusinessDays(executed + 1, draw < 0.95 ? 0 : 1);
  const creditorBooking = later - executed > 2 ? executed : later;
  return { debtorBooking: executed, creditorBooking, valueDate: creditorBooking };
}
