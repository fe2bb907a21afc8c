/**
 * One `Ntry` into rows: checked, its batch expanded, its other ends made. `CdtDbtInd` is the effect
 * on the account also where `RvslInd` is true (ISO 20022: a reversal with DBIT undid a credit), so a
 * reversal is flagged and never turned round.
 */
import type { Channel, Status } from '../entry-columns.ts';
import type { Entry, EntrySink } from '../format.ts';
import { amountIn, chargesOf, instructedOf, type Amount } from './amounts.ts';
import { channelOf, impliedPurpose, isReturn } from './bank-code.ts';
import { rowsOf, type RawEntry, type Row } from './batch.ts';
import { readMoment, type Moment } from './moments.ts';
import type { Field, LocatedField, Particulars } from './particulars.ts';
import { counterparty, endOf, type OwnAccount } from './parties.ts';
import type { EntryTotals } from './summary.ts';

/** What an entry is written into. */
export interface EntryContext {
  readonly sink: EntrySink;
  readonly own: OwnAccount;
  readonly statement: number;
  readonly totals: EntryTotals;
  readonly line: (offset: number) => number;
}

interface Checked {
  readonly amount: Amount;
  readonly direction: 'credit' | 'debit';
  readonly status: Status;
  readonly booking: Moment | undefined;
  readonly value: Moment | undefined;
}

type Fault = { readonly field: string; readonly line: number; readonly reason: string };

/** Writes an entry's rows and counts it, or rejects it. */
export function writeEntry(raw: RawEntry, length: number, context: EntryContext): void {
  const { sink } = context;
  const checked = check(raw, context);
  if ('reason' in checked) {
    sink.reject({ record: raw.record, ...checked });
    context.totals.reject();
    return;
  }
  const rows = rowsOf(raw, checked.amount, sink);
  for (const one of rows) sink.entry(entryOf(raw, length, checked, one, context));
  context.totals.add(checked.direction, checked.amount, checked.status === 'booked');
  if (checked.status === 'booked') sink.kept();
  else sink.notBooked();
}

const paths: Record<LocatedField, string> = {
  amount: 'Ntry/Amt',
  currency: 'Ntry/Amt/@Ccy',
  indicator: 'Ntry/CdtDbtInd',
  status: 'Ntry/Sts',
  booking: 'Ntry/BookgDt',
  value: 'Ntry/ValDt',
};

function check(raw: RawEntry, { line }: EntryContext): Checked | Fault {
  const { entry } = raw;
  const { fields } = entry;
  const amount = amountIn(entry, 'amount');
  if (amount === undefined) return fault(raw, 'amount', 'empty', line);
  if (amount === 'currency not known') return fault(raw, 'currency', amount, line);
  if (typeof amount === 'string') return fault(raw, 'amount', amount, line);
  if (fields.indicator !== 'CRDT' && fields.indicator !== 'DBIT')
    return fault(raw, 'indicator', 'neither CRDT nor DBIT', line);
  const booking = fields.booking === undefined ? undefined : readMoment(fields.booking);
  if (fields.booking !== undefined && !booking) return fault(raw, 'booking', 'no such date', line);
  const value = fields.value === undefined ? undefined : readMoment(fields.value);
  if (fields.value !== undefined && !value) return fault(raw, 'value', 'no such date', line);
  const status = statusOf(fields.status, booking !== undefined);
  if (status === undefined) return fault(raw, 'status', 'neither a known status nor a booking date', line);
  return { amount, direction: fields.indicator === 'CRDT' ? 'credit' : 'debit', status, booking, value };
}

function fault(
  { entry, offset }: RawEntry,
  field: LocatedField,
  reason: string,
  line: (offset: number) => number,
): Fault {
  const places = [entry.offsets[field], entry.offsets.amount, offset];
  return { field: paths[field], line: line(places.find((place) => place >= 0) ?? offset), reason };
}

/** Some banks leave out the status; what has a booking date is booked. */
function statusOf(code: string | undefined, hasBookingDate: boolean): Status | undefined {
  switch (code) {
    case 'BOOK':
      return 'booked';
    case 'PDNG':
    case 'FUTR':
      return 'pending';
    case 'INFO':
    // Refused or taken back: no money moved, also where a day is given.
    case 'RJCT':
    case 'CANC':
      return 'informational';
    default:
      return hasBookingDate ? 'booked' : undefined;
  }
}

function entryOf(
  raw: RawEntry,
  length: number,
  checked: Checked,
  { from, texts = from, amount, part }: Row,
  { sink, own, statement }: EntryContext,
): Entry {
  const particulars = from[0] ?? raw.entry;
  const { fields } = particulars;
  const channel = channelIn(from);
  const { reversal } = raw.entry.fields;
  const isReversal = reversal === 'true' || reversal === '1' || from.some(isReturn);
  const direction = amount < 0 ? opposite(checked.direction) : checked.direction;
  const party = counterparty(particulars, own, { direction, isReversal });
  const text = textOf(texts);
  const alone = part === undefined ? from : from.slice(0, 1);
  const booked = { amount: Math.abs(amount), currency: checked.amount.currency };
  const timed = timeOf(checked, firstOf(from, 'happened'));
  // Every field is there in every row, which is made faster so; the sink takes undefined for absent.
  const entry: { [K in keyof Entry]-?: Entry[K] | undefined } = {
    record: raw.record,
    offset: raw.offset,
    length,
    statement,
    account: own.end,
    other: endOf(party, channel, sink.ends),
    direction,
    amount: booked.amount,
    currency: booked.currency,
    booking: checked.booking?.day,
    value: (checked.value ?? readMoment(fields.value ?? ''))?.day,
    time: timed?.time,
    zone: timed?.zone,
    channel,
    status: checked.status,
    reversal: isReversal,
    purpose: fields.purpose ?? purposeIn(from),
    mcc: merchantCode(from, text),
    place: placeOf(from, channel, party?.town, text),
    text,
    endToEndId: isGiven(fields.endToEndId) ? fields.endToEndId : fields.uetr,
    reference: referenceOf(raw.entry, particulars, part),
    instructed: instructedOf(alone, booked),
    charges: chargesIn(alone),
  };
  return entry as Entry;
}

function textOf(texts: readonly Particulars[]): string {
  let all = '';
  for (const { fields } of texts)
    if (fields.text !== undefined) all = all === '' ? fields.text : `${all} ${fields.text}`;
  return all;
}

function purposeIn(from: readonly Particulars[]): string | undefined {
  for (const one of from) {
    const code = impliedPurpose(one);
    if (code !== undefined) return code;
  }
  return undefined;
}

function chargesIn(from: readonly Particulars[]): Amount | undefined {
  for (const one of from) {
    const sum = chargesOf(one);
    if (sum !== undefined) return sum;
  }
  return undefined;
}

/** Parts of a batch without references of their own are told apart by their order. */
function referenceOf(entry: Particulars, { fields }: Particulars, part: number | undefined): string | undefined {
  if (fields.reference !== undefined) return fields.reference;
  const reference = entry.fields.reference ?? entry.fields.entryReference;
  return reference === undefined || part === undefined ? reference : `${reference}/${part}`;
}

/** When it was booked; a time belongs to its day, so that of the payment counts only where it was booked on the same one. */
function timeOf({ booking }: Checked, happenedText: string | undefined): Moment | undefined {
  if (!booking || booking.time !== undefined || happenedText === undefined) return booking;
  const happened = readMoment(happenedText);
  return happened?.day === booking.day ? happened : booking;
}

function channelIn(from: readonly Particulars[]): Channel {
  for (const one of from) {
    const channel = channelOf(one);
    if (channel !== 'other') return channel;
  }
  return 'other';
}

function merchantCode(from: readonly Particulars[], text: string): number | undefined {
  const said = text.includes('MCC') ? /\bMCC[ :=]{0,2}(\d{4})\b/.exec(text)?.[1] : undefined;
  const code = firstOf(from, 'merchantCode') ?? said;
  return code !== undefined && /^\d{4}$/.test(code) ? Number(code) : undefined;
}

function firstOf(from: readonly Particulars[], field: Field): string | undefined {
  for (const { fields } of from) if (fields[field] !== undefined) return fields[field];
  return undefined;
}

/** A terminal's own name, else the town; a cash machine has its number before it, as one town has several. */
function placeOf(
  from: readonly Particulars[],
  channel: Channel,
  given: string | undefined,
  text: string,
): string | undefined {
  const named = firstOf(from, 'terminal');
  if (named !== undefined) return named;
  if (!channel.startsWith('ca')) return undefined;
  const town = given ?? townIn(text);
  const number = channel.startsWith('cash') ? firstOf(from, 'terminalNumber') : undefined;
  return number === undefined ? town : `${/^\d/.test(number) ? 'T' : ''}${number} ${town ?? ''}`.trim();
}

/** A text that is nothing but a town and its country, as some banks write `AddtlTxInf` of card and cash rows. */
function townIn(text: string): string | undefined {
  const town = /^(\p{Lu}[\p{L}.'-]*(?: \p{L}[\p{L}.'-]*){0,3}) [A-Z]{2}$/u.exec(text)?.[1];
  return town;
}

function isGiven(reference: string | undefined): boolean {
  return reference !== undefined && !/^NOT ?PROVIDED$/i.test(reference);
}

function opposite(direction: 'credit' | 'debit'): 'credit' | 'debit' {
  return direction === 'credit' ? 'debit' : 'credit';
}
