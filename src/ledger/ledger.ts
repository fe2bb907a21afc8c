/**
 * The ledger: canonical transactions in columns, in time order, over the entries of all active
 * segments. A pure function of segments, merges and settings (design section 4). Booked rows only;
 * an entry that another file showed already is left out and counted; one payment seen by two
 * banks is one transaction with two entries.
 */
import type { Day } from '../days.ts';
import type { ByteDictionary } from '../formats/byte-dictionary.ts';
import type { EndTable } from '../formats/end-table.ts';
import type { ColumnSet } from '../formats/entry-columns.ts';
import type { Segment } from '../formats/format.ts';
import type { EndFacts } from './end-facts.ts';

/**
 * Transactions in canonical time order: by day, then file, then the statement's own order. The
 * columns of an entry with the ledger's own end ids, and what the ledger adds.
 */
export interface TransactionColumns extends ColumnSet {
  readonly debtor: Uint32Array;
  readonly creditor: Uint32Array;
  /** Day the money left the debtor, by the debtor's own bank where we have its row. */
  readonly debtorDay: Int32Array;
  /** Day it reached the creditor; the same array where no payment was seen by two banks. */
  readonly creditorDay: Int32Array;
  /** Index into `Ledger.segments`; absent = 0 in every row. */
  readonly segment?: Uint16Array;
  /** Index of the entry's row within its segment; absent = the same index. */
  readonly row?: Uint32Array;
  /** 1 where the row is a reversal or was reversed: indicators skip both. Absent = none. */
  readonly reversed?: Uint8Array;
}

/** `<first 12 digits of the file's SHA-256>-<record>`, with `.<n>` from the second row of a batch on. */
export type EntryId = string & { readonly __brand: 'EntryId' };
/** Index of a transaction in the ledger's columns. */
export type TransactionIndex = number;

export interface LedgerSegment {
  readonly sha256: string;
  readonly name: string;
  readonly format: string;
  /** Rows of this segment that another segment showed before, by record. */
  readonly duplicateRecords: number;
  /** Numbers of those records. */
  readonly duplicates: ReadonlySet<number>;
  /** Rows whose payment the debtor's bank told already: second entries of a transaction. */
  readonly told: number;
  /** Ledger rows whose first entry is here. */
  readonly transactions: number;
}

export interface Ledger {
  readonly count: number;
  readonly columns: TransactionColumns;
  readonly ends: EndTable;
  readonly places: ByteDictionary;
  readonly facts: EndFacts;
  readonly segments: readonly LedgerSegment[];
  /** First and last booking day, NO_DAY where there is none. */
  readonly from: Day;
  readonly to: Day;
  /** For a payment seen by two banks: transaction -> the creditor bank's entry. */
  readonly second: ReadonlyMap<
    TransactionIndex,
    { readonly segment: number; readonly row: number; readonly id: EntryId }
  >;
  /** For rows of a batch from the second on: how many rows of the record stand before. */
  readonly details: ReadonlyMap<TransactionIndex, number>;
  /** Records that a safe date withholds, as `recordKey` writes them. */
  readonly withheld: ReadonlySet<string>;
  /** SHA-256 over what the ledger is a function of: active segments in order, merges, settings. */
  readonly id: string;
}

/** Segments in the order that decides every number: by hash. */
export function canonicalSegments(segments: readonly Segment[]): Segment[] {
  return [...segments].sort((a, b) => (a.member.sha256 < b.member.sha256 ? -1 : 1));
}
