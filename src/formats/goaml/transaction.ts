/**
 * One goAML transaction into one row that names both sides as equals, as a transfer does. Cash handed
 * over at an account is the leaf `cash`, whoever held it in hand, but for cash paid out in another
 * country; a person without an account is a bare name. Of several parties one may pay and one be paid, by their roles: where that is open, the
 * row is informational, since nobody may be made a payer by guess.
 */
import { CASH_END, UNKNOWN_END, type EndId, type EndTable } from '../end-table.ts';
import { sideCode, type Channel } from '../entry-columns.ts';
import type { Entry, EntrySink } from '../format.ts';
import { nameKey } from '../name-key.ts';
import { packCurrency, parseAmount, type PackedCurrency } from '../../money.ts';
import { readMoment, type Moment } from '../camt/moments.ts';
import { countryOf, dayOf, endOfAccount } from './account.ts';
import { channelOf, directionOfRole, isCashCode } from './codes.ts';
import { nameOfPerson, type RawParty } from './party.ts';

export interface RawSide extends RawParty {
  fields: {
    funds?: string;
    fundsComment?: string;
    country?: string;
    currency?: string;
    amount?: string;
    role?: string;
  };
}

export interface RawTransaction {
  readonly record: number;
  readonly line: number;
  readonly offset: number;
  fields: {
    number?: string;
    internal?: string;
    place?: string;
    city?: string;
    description?: string;
    happened?: string;
    posted?: string;
    value?: string;
    mode?: string;
    modeComment?: string;
    amount?: string;
    status?: string;
  };
  /** Line of the amount and of the day. */
  lines: { amount?: number; happened?: number };
  from?: RawSide;
  to?: RawSide;
  /** Of a multi-party transaction, as far as they are kept. */
  readonly parties: RawSide[];
  /** How many there are. */
  given: number;
}

interface Sides {
  readonly from: RawSide | undefined;
  readonly to: RawSide | undefined;
  /** The file says who pays whom. */
  readonly isDirected: boolean;
}

/** Writes the row and counts the record, or rejects it. */
export function writeTransaction(raw: RawTransaction, length: number, local: PackedCurrency, sink: EntrySink): void {
  const { fields, lines, record } = raw;
  const reject = (field: string, line: number | undefined, reason: string): void => {
    sink.reject({ record, line: line ?? raw.line, field, reason });
  };
  const amount = parseAmount(fields.amount ?? '', local);
  if (typeof amount === 'string') return reject('amount_local', lines.amount, amount);
  if (amount < 0) return reject('amount_local', lines.amount, 'below zero');
  const happened = fields.happened === undefined ? undefined : readMoment(fields.happened);
  if (!happened)
    return reject('date_transaction', lines.happened, fields.happened === undefined ? 'empty' : 'no such date');
  const sides = sidesOf(raw);
  if (!sides.from && !sides.to && raw.parties.length === 0) return reject('transaction', raw.line, 'it names no party');
  const isFailed = fields.status !== undefined && /reject|fail|cancel|declin|attempt|revers/i.test(fields.status);
  const isBooked = sides.isDirected && !isFailed;
  const entry = entryOf(raw, length, { amount, currency: local }, happened, sides, sink.ends);
  sink.entry({ ...entry, status: isBooked ? 'booked' : 'informational' });
  sink.rows.set('side', sink.rows.count - 1, sideCode.both);
  if (isBooked) sink.kept();
  else sink.notBooked();
}

function sidesOf({ from, to, parties }: RawTransaction): Sides {
  if (from ?? to) return { from, to, isDirected: true };
  const payers = parties.filter(({ fields }) => directionOfRole(fields.role) === 'from');
  const paid = parties.filter(({ fields }) => directionOfRole(fields.role) === 'to');
  // The amount is that of the whole: several payers are told as nobody rather than as the first.
  return {
    from: payers.length === 1 ? payers[0] : undefined,
    to: paid.length === 1 ? paid[0] : undefined,
    isDirected: payers.length === 1 || paid.length === 1,
  };
}

function entryOf(
  { record, offset, fields, parties }: RawTransaction,
  length: number,
  { amount, currency }: { readonly amount: number; readonly currency: PackedCurrency },
  happened: Moment,
  { from, to }: Sides,
  ends: EndTable,
): Omit<Entry, 'status'> {
  const sides = [from, to].filter((side) => side !== undefined);
  const all = sides.length > 0 ? sides : parties;
  const countries = new Set(sides.map(({ fields: { country } }) => countryOf(country)));
  // Cash that is paid out in another country went to somebody there: no counter of the account's own.
  const isRemittance = sides.length === 2 && countries.size === 2 && !countries.has(undefined);
  const isCash = !isRemittance && all.some(isCashSide);
  const codes = [
    fields.mode,
    fields.modeComment,
    ...all.flatMap((side) => [side.fields.funds, side.fields.fundsComment]),
  ];
  const spelled = channelOf(codes);
  const handed: Channel = isRemittance ? 'other' : 'cash';
  const channel = spelled === 'cash' || (isCash && spelled !== 'cash-machine') ? handed : spelled;
  const hasAccount = sides.some((side) => side.account !== undefined);
  const entry: { -readonly [K in keyof Omit<Entry, 'status'>]: Entry[K] } = {
    record,
    offset,
    length,
    account: endOfSide(from, hasAccount, channel, ends),
    other: endOfSide(to, hasAccount, channel, ends),
    direction: 'debit',
    amount,
    currency,
    channel,
  };
  setDays(entry, happened, fields.posted, dayOf(fields.value));
  const place = placeOf(fields.place) ?? placeOf(fields.city);
  if (place !== undefined) entry.place = place;
  if (fields.description !== undefined) entry.text = fields.description;
  const reference = fields.number ?? fields.internal;
  if (reference !== undefined) entry.reference = reference;
  const instructed = all.map(foreignAmount).find((money) => money && money.currency !== currency);
  if (instructed) entry.instructed = instructed;
  return entry;
}

/** The day of posting is the booking's; a time belongs to the day on which it happened. */
function setDays(
  entry: { -readonly [K in keyof Omit<Entry, 'status'>]: Entry[K] },
  happened: Moment,
  postedText: string | undefined,
  value: Entry['value'],
): void {
  const posted = dayOf(postedText);
  entry.booking = posted ?? happened.day;
  if (value !== undefined) entry.value = value;
  if (entry.booking !== happened.day || happened.time === undefined) return;
  entry.time = happened.time;
  if (happened.zone !== undefined) entry.zone = happened.zone;
}

function isCashSide({ fields }: RawSide): boolean {
  return isCashCode(fields.funds) || isCashCode(fields.fundsComment);
}

function endOfSide(side: RawSide | undefined, hasAccount: boolean, channel: Channel, ends: EndTable): EndId {
  const isCash = channel === 'cash' || channel === 'cash-machine';
  if (side?.account) {
    const end = endOfAccount(side.account, ends, countryOf(side.fields.country));
    if (end !== undefined) return end;
  } else if (isCash && hasAccount) return CASH_END;
  if (!side) return UNKNOWN_END;
  const name = side.entity?.name ?? side.entity?.commercialName ?? (side.person && nameOfPerson(side.person));
  if (name === undefined) return UNKNOWN_END;
  const country = countryOf(side.fields.country) ?? countryOf(side.entity?.country ?? side.person?.residence);
  const key = nameKey(name, country);
  if (key === '') return UNKNOWN_END;
  const end = ends.intern('name', key);
  ends.addName(end, name);
  if (country !== undefined) ends.setCountry(end, country);
  return end;
}

function foreignAmount({ fields }: RawSide): Entry['instructed'] {
  const currency = packCurrency(fields.currency ?? '');
  if (currency === 0) return undefined;
  const minor = parseAmount(fields.amount ?? '', currency);
  return typeof minor === 'number' && minor > 0 ? { minor, currency } : undefined;
}

function placeOf(text: string | undefined): string | undefined {
  return text === undefined || /^(web|on-?line|internet|mobile|app|remote)$/i.test(text) ? undefined : text;
}
