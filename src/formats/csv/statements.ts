/** One statement per account and currency, in order of appearance, each with its running balance. */
import type { EndId } from '../end-table.ts';
import type { EntrySink } from '../format.ts';
import { BalanceBook } from './balance-book.ts';

export interface StatementAccount {
  readonly end: EndId;
  readonly currency: number;
}

export class Statements {
  readonly book = new BalanceBook();
  readonly accounts: StatementAccount[] = [];
  /** The sink's index of the first; the others follow it. Over 0 where a document's earlier table has some. */
  first = 0;
  /** Balances that rows of their own state, by statement. */
  readonly stated = new Map<number, { opening?: number; closing?: number }>();
  private readonly sink: EntrySink;
  private readonly known = new Map<number, number>();
  private lastKey = -1;
  private lastIndex = 0;

  constructor(sink: EntrySink) {
    this.sink = sink;
  }

  /** A row states a balance: the first opening one and the last closing one hold. */
  state(statement: number, kind: 'opening' | 'closing', minor: number): void {
    const stated = this.stated.get(statement) ?? {};
    if (kind === 'closing') stated.closing = minor;
    else stated.opening ??= minor;
    this.stated.set(statement, stated);
  }

  /** The statement's index from `first` on, registered with the sink when it is new. */
  of(end: EndId, currency: number): number {
    const key = end * 65536 + currency;
    if (key === this.lastKey) return this.lastIndex;
    let index = this.known.get(key);
    if (index === undefined) {
      const registered = this.sink.statement({ account: end, currency });
      index = this.book.add();
      if (index === 0) this.first = registered;
      this.accounts.push({ end, currency });
      this.known.set(key, index);
    }
    this.lastKey = key;
    this.lastIndex = index;
    return index;
  }
}
