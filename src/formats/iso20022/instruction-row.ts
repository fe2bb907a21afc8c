/**
 * One ordered payment into a row that is not booked: debtor and creditor as equals, the day of
 * settlement or execution as value date. What a transaction leaves out, its batch or message says.
 */
import { amountIn, chargesOf, instructedOf, type Amount } from '../camt/amounts.ts';
import { readMoment, type Moment } from '../camt/moments.ts';
import type { Field, Particulars, PartyFields } from '../camt/particulars.ts';
import { countryOfBank, endOf, partyOf, type Party } from '../camt/parties.ts';
import { sideCode, type Channel } from '../entry-columns.ts';
import type { Entry, EntrySink } from '../format.ts';
import type { InstructionKind } from './instruction-kinds.ts';

/** A transaction as it was read, with what it stands in. */
export interface Instruction {
  readonly kind: InstructionKind;
  readonly record: number;
  readonly offset: number;
  readonly length: number;
  /** The transaction, its batch, its message. */
  readonly order: Particulars;
  readonly batch: Particulars;
  readonly group: Particulars;
}

/** Writes the row and counts the record, or rejects it; returns the amount where it could be read. */
export function writeInstruction(
  instruction: Instruction,
  sink: EntrySink,
  line: (offset: number) => number,
): Amount | undefined {
  const { kind, record, offset, order } = instruction;
  const amount = amountIn(order, 'amount');
  const reject = (field: Field, reason: string): undefined => {
    const path = kind.fields.find(([, one]) => one === field)?.[0] ?? '';
    sink.reject({ record, line: line(offset), field: `${kind.transaction}/${path.replace('@', '/@')}`, reason });
    return undefined;
  };
  if (amount === undefined) return reject('amount', 'empty');
  if (typeof amount === 'string') return reject(amount === 'currency not known' ? 'currency' : 'amount', amount);
  const dayText = firstOf(instruction, 'value');
  const value = dayText === undefined ? undefined : readMoment(dayText);
  if (dayText !== undefined && !value) {
    reject('value', 'no such date');
    return amount;
  }
  sink.entry(rowOf(instruction, amount, value, sink));
  sink.rows.set('side', sink.rows.count - 1, sideCode.both);
  sink.notBooked();
  return amount;
}

/** German orders for the next possible day carry this one. */
const AT_ONCE = '1999-01-01';

function rowOf(instruction: Instruction, amount: Amount, value: Moment | undefined, sink: EntrySink): Entry {
  const { kind, record, offset, length, order } = instruction;
  const { fields } = order;
  const [debtor, creditor] = [partyIn(instruction, 'debtor'), partyIn(instruction, 'creditor')];
  const channel = channelOf(instruction, debtor, creditor);
  const isOpen = value === undefined || instruction.batch.fields.value === AT_ONCE;
  const happened = readMoment(firstOf(instruction, 'happened') ?? '');
  const timed = !isOpen && happened?.day === value.day ? happened : value;
  const endToEndId = fields.endToEndId;
  const isNamed = endToEndId !== undefined && !/^NOT ?PROVIDED$/i.test(endToEndId);
  const entry: { [K in keyof Entry]: Entry[K] | undefined } = {
    record,
    offset,
    length,
    account: endOf(debtor, channel, sink.ends),
    other: endOf(creditor, channel, sink.ends),
    direction: 'debit',
    amount: amount.minor,
    currency: amount.currency,
    value: isOpen ? undefined : value.day,
    time: isOpen ? undefined : timed?.time,
    zone: isOpen ? undefined : timed?.zone,
    channel,
    status: 'instructed',
    reversal: kind.isReturn === true,
    purpose: firstOf(instruction, 'purpose') ?? firstOf(instruction, 'category'),
    text: fields.text,
    endToEndId: isNamed ? endToEndId : fields.uetr,
    reference: fields.reference ?? fields.entryReference,
    instructed: instructedOf([order], { amount: amount.minor, currency: amount.currency }),
    charges: chargesOf(order),
  };
  return entry as Entry;
}

function channelOf({ kind, batch }: Instruction, debtor: Party, creditor: Party): Channel {
  if (batch.fields.method === 'CHK') return 'cheque';
  if (kind.channel !== 'credit-transfer') return kind.channel;
  const [from, to] = [debtor, creditor].map(({ bank, account }) => countryOfBank(bank) ?? ibanCountry(account));
  return from !== undefined && to !== undefined && from !== to ? 'wire' : kind.channel;
}

function ibanCountry(account: string | undefined): string | undefined {
  return account !== undefined && /^[A-Z]{2}\d{2}/.test(account) ? account.slice(0, 2) : undefined;
}

/** The party of the transaction, completed by its batch's; a bank without a name is called by its code. */
function partyIn({ order, batch }: Instruction, role: 'debtor' | 'creditor'): Party {
  const fields: PartyFields = { ...batch[role] };
  for (const [field, text] of Object.entries(order[role]) as [keyof PartyFields, string | undefined][]) {
    if (text !== undefined) fields[field] = text;
  }
  const party = partyOf(fields);
  const code = party.bank ?? fields.member;
  return party.name === undefined && party.account === undefined && code !== undefined
    ? { ...party, name: code }
    : party;
}

function firstOf({ order, batch, group }: Instruction, field: Field): string | undefined {
  return order.fields[field] ?? batch.fields[field] ?? group.fields[field];
}
