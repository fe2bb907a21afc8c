/**
 * An entry's transactions as rows: a batch is expanded where its transactions sum to it exactly, else
 * it stays one row, and what it declares of itself is compared.
 */
import { decimalText, parseAmount } from '../../money.ts';
import type { EntrySink } from '../format.ts';
import { batchOf, type Amount } from './amounts.ts';
import type { Particulars } from './particulars.ts';

/** An entry as it was read, with its place in the file. */
export interface RawEntry {
  readonly record: number;
  readonly offset: number;
  readonly entry: Particulars;
  readonly transactions: readonly Particulars[];
  /** Number of transactions, of which `transactions` may lack the last. */
  readonly given: number;
  /** `Btch/NbOfTxs` and `Btch/TtlAmt` of each `NtryDtls`. */
  readonly batchCounts: readonly string[];
  readonly batchTotals: readonly string[];
}

const MOST_TEXTS = 50;

/** A row to be written of an entry. */
export interface Row {
  /** What the row is read from, the closest first. */
  readonly from: readonly Particulars[];
  /** Negative against the entry's direction. */
  readonly amount: number;
  /** What its text is made of where that is more. */
  readonly texts?: readonly Particulars[];
  /** Number within a batch that was expanded, from 1; its entry then speaks of the whole. */
  readonly part?: number;
}

/** The rows of an entry: one, or those of its batch. */
export function rowsOf(raw: RawEntry, amount: Amount, sink: EntrySink): readonly Row[] {
  const { entry, transactions } = raw;
  const first = transactions[0];
  compareBatch(raw, amount, sink);
  if (first === undefined) return [{ from: [entry], amount: amount.minor }];
  if (transactions.length === 1) return [{ from: [first, entry], amount: amount.minor }];
  const isWhole = raw.given === transactions.length;
  const batch = isWhole ? batchOf(transactions, amount, entry.fields.indicator ?? '') : ({ kind: 'mismatch' } as const);
  if (batch.kind === 'expanded') {
    return transactions.map((one, i) => ({ from: [one, entry], amount: batch.amounts[i] ?? 0, part: i + 1 }));
  }
  const said = `the entry says ${decimalText(amount.minor, amount.currency)}; kept as one row`;
  if (batch.sum === undefined) {
    const why = isWhole ? 'not all have an amount in its currency' : 'too many to compare';
    sink.warn(`Record ${raw.record}: of its ${raw.given} transactions ${why}; ${said}`);
  } else {
    const sum = decimalText(batch.sum, amount.currency);
    sink.warn(`Record ${raw.record}: its ${transactions.length} transactions sum to ${sum}, ${said}`);
  }
  return [{ from: [entry], texts: [entry, ...transactions.slice(0, MOST_TEXTS)], amount: amount.minor }];
}

/** What a batch declares of itself. */
function compareBatch({ record, given, batchCounts, batchTotals }: RawEntry, amount: Amount, sink: EntrySink): void {
  const count = batchCounts.reduce((sum, text) => sum + Number(text), 0);
  if (batchCounts.length > 0 && given > 0 && count !== given) {
    sink.warn(`Record ${record}: its batch declares ${count} transactions, ${given} are given`);
  }
  if (batchTotals.length === 0) return;
  const totals = batchTotals.map((text) => parseAmount(text, amount.currency));
  const total = totals.reduce<number>((sum, one) => sum + (typeof one === 'number' ? one : 0), 0);
  if (total !== amount.minor) {
    const [said, booked] = [total, amount.minor].map((minor) => decimalText(minor, amount.currency));
    sink.warn(`Record ${record}: its batch declares a total of ${said}, the entry says ${booked}`);
  }
}
