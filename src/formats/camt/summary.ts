/**
 * What a statement's `TxsSummry` declares beside the entries that were read. Some banks count what
 * is pending, some what is booked, so a number that agrees with either agrees; a difference is a
 * warning. Sums are compared only where all entries are in the statement's currency.
 */
import { decimalText, parseAmount, type PackedCurrency } from '../../money.ts';
import type { EntrySink } from '../format.ts';
import type { Amount } from './amounts.ts';

const FIELDS = [
  ['TtlNtries/NbOfNtries', 'entries'],
  ['TtlNtries/Sum', 'sum'],
  ['TtlNtries/TtlNetNtryAmt', 'net'],
  ['TtlNtries/TtlNetNtry/Amt', 'net'],
  ['TtlNtries/CdtDbtInd', 'netIndicator'],
  ['TtlNtries/TtlNetNtry/CdtDbtInd', 'netIndicator'],
  ['TtlCdtNtries/NbOfNtries', 'creditEntries'],
  ['TtlCdtNtries/Sum', 'credits'],
  ['TtlDbtNtries/NbOfNtries', 'debitEntries'],
  ['TtlDbtNtries/Sum', 'debits'],
] as const;
export type SummaryField = (typeof FIELDS)[number][1];
export const summaryPaths: readonly (readonly [string, SummaryField])[] = FIELDS.map(([path, field]) => [
  `TxsSummry/${path}`,
  field,
]);

class Side {
  credits = 0n;
  debits = 0n;
  creditEntries = 0;
  debitEntries = 0;

  add(direction: 'credit' | 'debit', minor: number): void {
    if (direction === 'credit') {
      this.credits += BigInt(minor);
      this.creditEntries++;
    } else {
      this.debits += BigInt(minor);
      this.debitEntries++;
    }
  }
}

/** Counts the entries of a statement as they are written. */
export class EntryTotals {
  private readonly booked = new Side();
  private readonly all = new Side();
  private readonly currency: PackedCurrency;
  private rejected = 0;
  private isMixed = false;

  /** @param currency the statement's, 0 = not known */
  constructor(currency: PackedCurrency) {
    this.currency = currency;
  }

  add(direction: 'credit' | 'debit', amount: Amount, isBooked: boolean): void {
    if (amount.currency !== this.currency) this.isMixed = true;
    this.all.add(direction, amount.minor);
    if (isBooked) this.booked.add(direction, amount.minor);
  }

  reject(): void {
    this.rejected++;
  }

  /** @param whose e.g. `Statement 42` */
  compare(said: Partial<Record<SummaryField, string>>, whose: string, sink: EntrySink): void {
    const { booked, all, rejected } = this;
    const count = (field: SummaryField, what: string, of: (side: Side) => number): void => {
      const text = said[field];
      if (text === undefined || !/^\d{1,15}$/.test(text)) return;
      const [least, most] = [of(booked), of(all) + rejected];
      if (Number(text) >= least && Number(text) <= most) return;
      const found = least === most ? String(least) : `${least} booked of ${most}`;
      sink.warn(`${whose} declares ${text} ${what}, ${found} are given`);
    };
    count('entries', 'entries', (side) => side.creditEntries + side.debitEntries);
    count('creditEntries', 'credit entries', (side) => side.creditEntries);
    count('debitEntries', 'debit entries', (side) => side.debitEntries);
    // The amount of a reject is not known; the reject says so already.
    if (rejected > 0 || this.isMixed || this.currency === 0) return;
    const sum = (text: string | undefined, what: string, of: (side: Side) => bigint): void => {
      const declared = parseAmount(text ?? '', this.currency);
      if (typeof declared !== 'number') return;
      const found = [of(booked), of(all)];
      if (found.includes(BigInt(declared))) return;
      const [a, b] = [BigInt(declared), found[0] ?? 0n].map((minor) => decimalText(minor, this.currency));
      sink.warn(`${whose} declares ${what} of ${a}, its entries sum to ${b}`);
    };
    sum(said.credits, 'credits', (side) => side.credits);
    sum(said.debits, 'debits', (side) => side.debits);
    sum(said.sum, 'a total', (side) => side.credits + side.debits);
    // A net amount without a sign of its own is a credit.
    const sign = said.netIndicator === 'DBIT' ? -1n : 1n;
    sum(said.net, 'a net amount', (side) => sign * (side.credits - side.debits));
  }
}
