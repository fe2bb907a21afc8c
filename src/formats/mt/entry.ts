/**
 * A `:61:` with its `:86:` into a row. The kind of booking is told by the German code where there is
 * one, else by the transaction type of `:61:`.
 */
import { detached } from '../../intake/text-feeds.ts';
import { UNKNOWN_CURRENCY, type PackedCurrency } from '../../money.ts';
import { endOf, isSameAccount, type OwnAccount, type Party } from '../camt/parties.ts';
import { accountKey, type AccountKey } from '../account-key.ts';
import type { Channel } from '../entry-columns.ts';
import type { Entry, EntrySink } from '../format.ts';
import { channelOfGvc, channelOfText, channelOfType, isReturnGvc, purposeOfGvc } from './business-codes.ts';
import type { MtField } from './fields.ts';
import { readInformation, readNonSwift, type Information } from './information.ts';
import { codedAmount, readStatementLine, type StatementLine } from './statement-line.ts';

/** An entry as it was read, with its place in the file. */
export interface Transaction {
  readonly record: number;
  readonly line: MtField;
  /** Lines of `:86:`, or of `:NS:`. */
  information: readonly string[];
  isNonSwift: boolean;
  /** Byte offset of its end. */
  end: number;
  readonly currency: PackedCurrency;
  readonly own: OwnAccount;
  readonly statement: number;
}

/** Writes an entry's row and counts it, or rejects it. */
export function writeTransaction(transaction: Transaction, sink: EntrySink): void {
  const { record, line: field, currency } = transaction;
  if (currency === UNKNOWN_CURRENCY) {
    sink.reject({ record, line: field.line, field: ':60F:', reason: 'the statement has no known currency' });
    return;
  }
  const line = readStatementLine(field.lines, currency);
  if (typeof line === 'string') {
    sink.reject({ record, line: field.line, field: ':61:', reason: line });
    return;
  }
  const joined = transaction.information.join('');
  const information = transaction.isNonSwift
    ? readNonSwift(transaction.information)
    : readInformation(transaction.information, line.direction, joined);
  sink.entry(row(transaction, line, information, joined, sink));
  if (line.isExpected) sink.notBooked();
  else sink.kept();
}

function row(
  transaction: Transaction,
  line: StatementLine,
  information: Information,
  joined: string,
  sink: EntrySink,
): Entry {
  const { record, line: field, end, currency, own, statement } = transaction;
  const gvc = information.gvc ?? '';
  const channel = channelOf(line, information);
  const entry: { -readonly [K in keyof Entry]: Entry[K] } = {
    record,
    offset: field.start,
    length: end - field.start,
    statement,
    account: own.end,
    other: endOf(counterparty(information, line, own), channel, sink.ends),
    direction: line.direction,
    amount: line.amount,
    currency,
    channel,
    status: line.isExpected ? 'pending' : 'booked',
  };
  if (line.value !== undefined) entry.value = line.value;
  if (line.booking !== undefined) entry.booking = line.booking;
  if (line.isReversal || information.isReturn === true || isReturnGvc(gvc)) entry.reversal = true;
  const purpose = information.purpose ?? purposeOfGvc(gvc);
  if (purpose !== undefined) entry.purpose = purpose;
  if (information.text !== '') entry.text = information.text;
  if (information.endToEndId !== undefined) entry.endToEndId = information.endToEndId;
  setTerminal(entry, information);
  if (line.reference !== undefined) entry.reference = line.reference;
  const instructed = codedAmount(line.supplement, 'OCMT') ?? codedAmount(joined, 'OCMT');
  if (instructed && (instructed.currency !== currency || instructed.minor !== line.amount))
    entry.instructed = instructed;
  const charges = codedAmount(line.supplement, 'CHGS') ?? codedAmount(joined, 'CHGS');
  if (charges && charges.minor !== 0) entry.charges = charges;
  return entry;
}

/** Place and time of a card or cash row; a time belongs to its day, so it is kept only where it was booked on the same one. */
function setTerminal(entry: { -readonly [K in keyof Entry]: Entry[K] }, { terminal }: Information): void {
  if (!terminal || !/^ca(rd|sh)/.test(entry.channel)) return;
  const place = entry.channel.startsWith('cash') ? `T${terminal.number} ${terminal.town}`.trim() : terminal.town;
  if (place !== '') entry.place = detached(place);
  if (terminal.day === (entry.booking ?? entry.value)) entry.time = terminal.time;
}

function channelOf(line: StatementLine, information: Information): Channel {
  const told = channelOfGvc(information.gvc ?? '');
  const channel = told === 'other' ? channelOfType(line.type) : told;
  return (channel === 'cash' || channel === 'other' ? channelOfText(information.text) : undefined) ?? channel;
}

function counterparty(information: Information, line: StatementLine, own: OwnAccount): Party | undefined {
  const { name, bank } = information;
  const alone = information.account === undefined ? supplementAccount(line.supplement.trim()) : undefined;
  const account = information.account ?? alone?.key;
  const country = information.country ?? alone?.country;
  if (account !== undefined && isSameAccount(account, own.key)) return undefined;
  if (account === undefined && name === undefined) return undefined;
  const party: { -readonly [K in keyof Party]: Party[K] } = {};
  if (name !== undefined) party.name = name;
  if (account !== undefined) party.account = account;
  if (country !== undefined) party.country = country;
  if (bank !== undefined) party.bank = bank;
  return party;
}

/** Rabobank puts the other side's IBAN into the supplementary details, or `P` and a giro number. */
function supplementAccount(text: string): AccountKey | undefined {
  if (text === '' || text.length > 34) return undefined;
  const giro = /^P0*(\d{3,9})$/.exec(text)?.[1];
  const account = accountKey(giro ?? text);
  return giro !== undefined || account?.isIban === true || /^[A-Z]{2}\d{2}[A-Z]{4}\d{10}$/.test(text)
    ? account
    : undefined;
}
