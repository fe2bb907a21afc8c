/**
 * Single payment messages: MT103 (customer credit transfer) and MT202 (between banks), many to a file
 * (SWIFT FIN, categories 1 and 2). They order a payment and book none, so each is one record that is
 * not booked, its row `instructed`.
 */
import { NO_DAY } from '../../days.ts';
import { CodedError } from '../../errors.ts';
import { detached } from '../../intake/text-feeds.ts';
import { packCurrency, parseAmount, type PackedCurrency } from '../../money.ts';
import type { EndId } from '../end-table.ts';
import type { ByteSource, Entry, EntrySink, Member } from '../format.ts';
import { mtFields, type MtField } from './fields.ts';
import { bankOf, partyOf, type MtParty } from './payment-party.ts';
import { endOf } from '../camt/parties.ts';
import { readShortDate } from './statement-line.ts';

/** Reads a whole member. @param chunk bytes to a read, for tests */
export function readPayments(source: ByteSource, member: Member, sink: EntrySink, chunk?: number): void {
  let envelope = '';
  let message: MtField[] = [];
  let records = 0;
  let others = 0;
  const flush = (): void => {
    if (message.some(({ tag }) => tag === '32A' || tag === '32B')) writePayment(message, envelope, ++records, sink);
    else if (message.length > 0) others++;
    message = [];
  };
  for (const field of mtFields(source, member, chunk)) {
    const isNew = field.tag === '20' || field.tag === '';
    if (isNew) flush();
    const blocks = field.tag === '' ? (field.lines[0] ?? '') : '';
    // Blocks may stand on lines of their own: an envelope holds until the next basic header.
    if (blocks !== '') envelope = detached(blocks.includes('{1:') ? blocks : envelope + blocks);
    else if (field.tag === '') envelope = '';
    else if (message.length < 200) message.push(field);
    if (records % 1024 === 0) sink.progress(field.end);
  }
  flush();
  sink.progress(source.size);
  if (others > 0) sink.warn(`${others} messages order no payment and were passed over`);
  if (records === 0)
    throw new CodedError('CLEW_FILE_UNREADABLE', { file: member.name, reason: 'it holds no payment message (:32A:)' });
}

const ORDERING = ['50K', '50A', '50F', '50C', '50L', '50'];
const BENEFICIARY = ['59', '59A', '59F'];

function writePayment(message: readonly MtField[], envelope: string, record: number, sink: EntrySink): void {
  const fields = new Map<string, MtField>();
  // What comes again belongs to the sequence of a cover's underlying payment.
  for (const field of message) if (!fields.has(field.tag)) fields.set(field.tag, field);
  const first = message[0] as MtField;
  const find = (...tags: string[]): MtField | undefined => tags.map((tag) => fields.get(tag)).find((one) => one);
  const settled = find('32A', '32B') as MtField;
  const reject = (field: MtField, reason: string): void => {
    sink.reject({ record, line: field.line, field: `:${field.tag}:`, reason });
  };
  const [, date, code = '', amountText = ''] = /^(\d{6})?([A-Z]{3})([\d.,]+)\s*$/.exec(settled.lines[0] ?? '') ?? [];
  if (code === '' || (date === undefined && settled.tag === '32A'))
    return reject(settled, 'not a date, currency and amount');
  const value = date === undefined ? NO_DAY : readShortDate(date);
  if (date !== undefined && value === NO_DAY) return reject(settled, `${date}: no such value date`);
  const amount = moneyOf(code + amountText);
  if (typeof amount === 'string') return reject(settled, amount);

  const { sender, receiver, uetr } = readEnvelope(envelope);
  // A transfer between banks may carry the customers of the payment that it covers; those are its MT103's.
  const toBank = find('58A', '58D');
  const customers = toBank === undefined ? [find(...ORDERING), find(...BENEFICIARY)] : [];
  const debtor = partyOf(customers[0]) ?? bankOf(find('52A', '52D', '52B', '52C'), sender);
  const creditor = partyOf(customers[1]) ?? bankOf(toBank, receiver);
  const debtorBank = bankOf(find('52A', '52D'), sender)?.bank;
  const creditorBank = bankOf(find('57A', '57D'), receiver)?.bank;
  const entry: { -readonly [K in keyof Entry]: Entry[K] } = {
    record,
    offset: first.start,
    length: (message.at(-1) as MtField).end - first.start,
    account: endIn(debtor, debtorBank, sink),
    other: endIn(creditor, creditorBank, sink),
    direction: 'debit',
    amount: amount.minor,
    currency: amount.currency,
    channel: 'wire',
    status: 'instructed',
  };
  if (value !== NO_DAY) entry.value = value;
  const text = linesOf(find('70') ?? find('72'));
  const ordered = /(?:^|\/)(?:ROC|EREF|E2E)\/+([^/]+)/.exec(text)?.[1]?.trim();
  const endToEndId = ordered ?? uetr;
  if (endToEndId !== undefined) entry.endToEndId = endToEndId;
  if (text !== '') entry.text = detached(text);
  const reference = (first.tag === '20' ? (first.lines[0] ?? '') : '').trim();
  if (reference !== '') entry.reference = reference;
  const instructed = moneyOf((find('33B')?.lines[0] ?? '').trim());
  if (typeof instructed === 'object' && !isSame(instructed, amount)) entry.instructed = instructed;
  const charges = chargesOf(message);
  if (charges) entry.charges = charges;
  sink.entry(entry);
  sink.notBooked();
}

interface Amount {
  readonly minor: number;
  readonly currency: PackedCurrency;
}

/** `EUR1234,5`, or what is wrong with it. */
function moneyOf(text: string): Amount | string {
  const [, code = '', digits = ''] = /^([A-Z]{3})([\d.,]+)$/.exec(text) ?? [];
  const currency = packCurrency(code);
  if (currency === 0) return `${code}: no known currency`;
  const minor = parseAmount(digits, currency, digits.includes(',') ? ',' : '.');
  return typeof minor === 'string' ? `amount ${digits}: ${minor}` : { minor, currency };
}

function isSame(a: Amount, b: Amount): boolean {
  return a.minor === b.minor && a.currency === b.currency;
}

/** Senders' and receiver's charges (`:71F:`, `:71G:`) where all are in one currency. */
function chargesOf(message: readonly MtField[]): Amount | undefined {
  const amounts = message
    .filter(({ tag }) => tag === '71F' || tag === '71G')
    .map(({ lines }) => moneyOf((lines[0] ?? '').trim()));
  const found = amounts.filter((amount) => typeof amount === 'object');
  const [first] = found;
  if (!first || found.some(({ currency }) => currency !== first.currency)) return undefined;
  const minor = found.reduce((sum, one) => sum + one.minor, 0);
  return minor === 0 ? undefined : { minor, currency: first.currency };
}

/** A line that begins with `//` goes on from the one before. */
function linesOf(field: MtField | undefined): string {
  return (field?.lines ?? [])
    .map((line, i) => (i > 0 && line.startsWith('//') ? line.slice(2) : line))
    .join(' ')
    .trim();
}

function endIn(party: MtParty | undefined, bank: string | undefined, sink: EntrySink): EndId {
  const full = party && party.bank === undefined && bank !== undefined ? { ...party, bank } : party;
  return endOf(full, 'wire', sink.ends);
}

/** Sender and receiver as BICs, and the unique end-to-end transaction reference. */
function readEnvelope(envelope: string): { sender?: string; receiver?: string; uetr?: string } {
  const own = bicOf(/\{1:F01([A-Z0-9]{12})/.exec(envelope)?.[1]);
  const input = bicOf(/\{2:I\d{3}([A-Z0-9]{11,12})/.exec(envelope)?.[1]);
  const output = bicOf(/\{2:O\d{3}\d{10}([A-Z0-9]{11,12})/.exec(envelope)?.[1]);
  const uetr = /\{121:([\da-fA-F-]{36})\}/.exec(envelope)?.[1];
  const [sender, receiver] = output === undefined ? [own, input] : [output, own];
  return {
    ...(sender === undefined ? {} : { sender }),
    ...(receiver === undefined ? {} : { receiver }),
    ...(uetr === undefined ? {} : { uetr }),
  };
}

/** A logical terminal's address is a BIC with the terminal's letter in its ninth place. */
function bicOf(terminal: string | undefined): string | undefined {
  if (terminal === undefined) return undefined;
  const bic = terminal.slice(0, 8) + (terminal.length === 12 ? terminal.slice(9) : terminal.slice(8));
  return /^[A-Z]{6}[A-Z0-9]{2}/.test(bic) ? bic.slice(0, 11).replace(/XXX$/, '') : undefined;
}
