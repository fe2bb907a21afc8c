/**
 * Rows that name both accounts, each with its bank: their keys are packed and given their ends many
 * at a time, by the reader itself or, for a range of a large file, by whoever joins the ranges.
 */
import { accountKey } from '../account-key.ts';
import { kindByte, type EndTable } from '../end-table.ts';
import { PackedKeys, type PackedKeyParts } from '../packed-keys.ts';
import { LONGEST_KEY, NOTHING, spelledKey, writeKey } from './key-bytes.ts';
import type { TextOf } from './sample.ts';

const ACCOUNT = kindByte('account');
const MOST_QUEUED = 64;

/** Where a row names sender and receiver. */
export interface PairColumns {
  readonly fromBank: number;
  readonly fromAccount: number;
  readonly toBank: number;
  readonly toAccount: number;
}

export class PairQueue {
  /** Nothing is interned here: the accounts of all rows are kept for another table. */
  readonly isLate: boolean;
  private readonly ends: EndTable;
  private readonly text: TextOf;
  private readonly columns: PairColumns;
  private readonly pairs: PackedKeys;
  private readonly found = new Uint32Array(MOST_QUEUED);
  private firstQueued = 0;

  /** @param expectedPairs rows whose accounts another table will intern; 0 = they are interned here */
  constructor(ends: EndTable, text: TextOf, columns: PairColumns, expectedPairs: number) {
    this.isLate = expectedPairs > 0;
    this.ends = ends;
    this.text = text;
    this.columns = columns;
    this.pairs = new PackedKeys(Math.max(MOST_QUEUED, 2 * expectedPairs));
  }

  /**
   * Queues the two accounts of a row of transfers; `flush` gives their ends.
   * @returns false where neither is given
   */
  add(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, row: number): boolean {
    const { pairs, columns } = this;
    const { count } = pairs;
    const hasFrom = this.addOne(bytes, starts, ends, columns.fromBank, columns.fromAccount);
    const hasTo = this.addOne(bytes, starts, ends, columns.toBank, columns.toAccount);
    if (!hasFrom && !hasTo) {
      pairs.count = count;
      return false;
    }
    if (count === 0) this.firstQueued = row;
    return true;
  }

  /** Time to flush. */
  get isFull(): boolean {
    return !this.isLate && this.pairs.count === MOST_QUEUED;
  }

  /** Writes the ends of the queued rows, in their order. */
  flush(debtor: Uint32Array, creditor: Uint32Array): void {
    const { pairs, found } = this;
    if (pairs.count > 0) writePairs(this.ends, pairs, found, this.firstQueued, debtor, creditor);
    pairs.clear();
  }

  /** The accounts of all rows, two a row, where another table interns them. */
  all(): PackedKeyParts {
    return this.pairs.parts();
  }

  private addOne(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, bank: number, account: number): boolean {
    const { pairs } = this;
    const from = starts[account] as number;
    const to = ends[account] as number;
    const at = pairs.room(LONGEST_KEY + 2);
    const { bytes: keys } = pairs;
    keys[at] = ACCOUNT;
    const n = writeKey(keys, at + 1, bytes, starts[bank] as number, ends[bank] as number, from, to);
    if (n >= 0) {
      pairs.close(n - at);
      return true;
    }
    const key =
      n === NOTHING ? undefined : spelledKey(this.text, bytes, starts[bank] as number, ends[bank] as number, from, to);
    if (key === undefined) {
      keys[at] = kindByte('unknown');
      pairs.close(1);
      return false;
    }
    const spelled = Buffer.from(`${String.fromCharCode(ACCOUNT)}${key}`);
    pairs.push(spelled, 0, spelled.length);
    return true;
  }
}

/** Gives packed pairs of accounts their ends, and rows from `first` on their debtors and creditors. */
export function writePairs(
  table: EndTable,
  pairs: PackedKeyParts,
  found: Uint32Array,
  first: number,
  debtor: Uint32Array,
  creditor: Uint32Array,
): void {
  const before = table.count;
  table.internPacked(pairs, found);
  for (let i = 0, row = first; i < pairs.count; i += 2, row++) {
    debtor[row] = found[i] as number;
    creditor[row] = found[i + 1] as number;
  }
  // Under no bank, an account tells its country where it is an IBAN.
  for (let end = before; end < table.count; end++) {
    if (table.isUnderBank(end)) continue;
    const country = accountKey(table.key(end))?.country;
    if (country) table.setCountry(end, country);
  }
}
