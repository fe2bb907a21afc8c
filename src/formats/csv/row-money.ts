/**
 * The money of a record: amount, currency, credit or debit, what was instructed in another
 * currency, charges and the running balance, by the plan's rules. Zero is kept; a row with both a
 * debit and a credit is rejected.
 */
import { currencyCode, packCurrencyBytes, type AmountFault, type PackedCurrency } from '../../money.ts';
import { AmountReader, readCurrency } from './amounts.ts';
import { directionOf, directionOfType } from './channel-words.ts';
import type { Role } from './header-words.ts';
import { FieldMemo } from './memo.ts';
import type { CsvPlan } from './plan.ts';
import type { TextOf } from './sample.ts';

export class MoneyReader {
  /** Minor units >= 0. */
  minor = 0;
  currency: PackedCurrency = 0;
  /** Of a statement row: the statement's account is the creditor. */
  isCredit = false;
  /** NaN where the record has none that can be read. */
  balance = NaN;
  instructedMinor = 0;
  /** 0 where nothing else was instructed. */
  instructedCurrency: PackedCurrency = 0;
  chargeMinor = 0;
  /** 1 or -1, set before reading where the side of the statement's account gives the sign; 0: neither. */
  side = 0;
  faultColumn = -1;
  faultReason = '';
  private readonly plan: CsvPlan;
  private readonly text: TextOf;
  private readonly currencies: FieldMemo;
  private readonly letters: FieldMemo;
  private readonly types: FieldMemo;
  private readonly readers: Readonly<Partial<Record<Role, AmountReader>>>;
  private readonly amount: number;
  private readonly amountReader: AmountReader;
  private readonly currencyColumn: number;

  constructor(plan: CsvPlan, text: TextOf) {
    this.plan = plan;
    this.text = text;
    this.currencies = new FieldMemo(text, readCurrency);
    this.letters = new FieldMemo(text, directionOf);
    this.types = new FieldMemo(text, directionOfType);
    this.readers = Object.fromEntries(
      Object.entries(plan.decimals).map(([role, decimal]) => [role, new AmountReader(decimal, text)]),
    );
    const isTransfers = plan.kind === 'transfers';
    this.amount = (isTransfers ? plan.columns.paidAmount : plan.columns.amount) ?? -1;
    this.amountReader = this.readers[isTransfers ? 'paidAmount' : 'amount'] ?? new AmountReader('.', text);
    this.currencyColumn =
      (isTransfers ? (plan.columns.paidCurrency ?? plan.columns.currency) : plan.columns.currency) ?? -1;
  }

  /** Reads a record's money; false with `faultColumn` and `faultReason` where it is wrong. */
  read(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, previousBalance: number): boolean {
    this.instructedCurrency = 0;
    this.chargeMinor = 0;
    this.balance = NaN;
    this.currency = this.plan.currency;
    const column = this.currencyColumn;
    if (column >= 0 && ends[column] !== starts[column]) {
      const found = this.currencyAt(bytes, starts[column] as number, ends[column] as number);
      if (found === 0) return this.wrong(column, `${this.textAt(bytes, starts, ends, column)} is no currency`);
      this.currency = found;
    }
    if (this.plan.kind === 'transfers') return this.transfer(bytes, starts, ends);
    const signed =
      this.plan.sign === 'columns'
        ? this.fromColumns(bytes, starts, ends)
        : this.fromAmount(bytes, starts, ends, previousBalance);
    if (Number.isNaN(signed)) return false;
    this.isCredit = signed > 0 || (signed === 0 && !Object.is(signed, -0));
    this.minor = Math.abs(signed);
    this.besides(bytes, starts, ends);
    return true;
  }

  private transfer(bytes: Uint8Array, starts: Int32Array, ends: Int32Array): boolean {
    const paid = this.read1(this.amountReader, this.amount, bytes, starts, ends);
    if (Number.isNaN(paid)) return false;
    // Sender and receiver stand in columns of their own: a sign is only the view of one of them.
    this.minor = Math.abs(paid);
    const { receivedAmount = -1, receivedCurrency = -1 } = this.plan.columns;
    if (receivedAmount >= 0 && receivedAmount !== this.amount) {
      const found =
        receivedCurrency < 0
          ? this.currency
          : this.currencyAt(bytes, starts[receivedCurrency] as number, ends[receivedCurrency] as number);
      if (found === 0)
        return this.wrong(receivedCurrency, `${this.textAt(bytes, starts, ends, receivedCurrency)} is no currency`);
      const paidCurrency = this.currency;
      if (found === paidCurrency && sameBytes(bytes, starts, ends, receivedAmount, this.amount)) {
        this.besides(bytes, starts, ends);
        return true;
      }
      this.currency = found;
      const received = this.read1(this.readers.receivedAmount as AmountReader, receivedAmount, bytes, starts, ends);
      this.currency = paidCurrency;
      if (Number.isNaN(received)) return false;
      if (found !== paidCurrency || Math.abs(received) !== this.minor) {
        this.instructedCurrency = found;
        this.instructedMinor = Math.abs(received);
      }
    }
    this.besides(bytes, starts, ends);
    return true;
  }

  private fromColumns(bytes: Uint8Array, starts: Int32Array, ends: Int32Array): number {
    const { debit = -1, credit = -1 } = this.plan.columns;
    const hasDebit = !isBlank(bytes, starts[debit] as number, ends[debit] as number);
    const hasCredit = !isBlank(bytes, starts[credit] as number, ends[credit] as number);
    if (!hasDebit && !hasCredit) return this.not(debit, 'neither a debit nor a credit is given');
    let debited = 0;
    let credited = 0;
    if (hasDebit) {
      debited = this.read1(this.readers.debit as AmountReader, debit, bytes, starts, ends) * this.plan.debitSign;
      if (Number.isNaN(debited)) return NaN;
    }
    if (hasCredit) {
      credited = this.read1(this.readers.credit as AmountReader, credit, bytes, starts, ends) * this.plan.creditSign;
      if (Number.isNaN(credited)) return NaN;
    }
    if (debited !== 0 && credited !== 0) return this.not(debit, 'both a debit and a credit are given');
    return debited !== 0 || (hasDebit && !hasCredit) ? -debited : credited;
  }

  private fromAmount(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, previousBalance: number): number {
    const value = this.read1(this.amountReader, this.amount, bytes, starts, ends);
    if (Number.isNaN(value)) return NaN;
    switch (this.plan.sign) {
      case 'signed':
      case 'columns':
        return value;
      case 'inverted':
        return -value;
      case 'letter': {
        const column = this.plan.columns.sign ?? -1;
        const direction = this.letters.of(bytes, starts[column] as number, ends[column] as number);
        if (direction === 0)
          return this.not(
            column,
            `${this.textAt(bytes, starts, ends, column) || 'nothing'} is neither debit nor credit`,
          );
        return direction * value;
      }
      case 'type':
        return this.byType(bytes, starts, ends) * value;
      case 'balance': {
        const column = this.plan.columns.balance ?? -1;
        const balance = (this.readers.balance as AmountReader).read(
          bytes,
          starts[column] as number,
          ends[column] as number,
          this.currency,
        );
        this.balance = balance;
        if (
          !Number.isNaN(balance) &&
          !Number.isNaN(previousBalance) &&
          Math.abs(balance - previousBalance) === Math.abs(value)
        )
          return this.plan.balanceBefore ? previousBalance - balance : balance - previousBalance;
        return this.byType(bytes, starts, ends) * value;
      }
      case 'sides':
        if (this.side !== 0) return this.side * Math.abs(value);
        return this.not(this.plan.columns.fromAccount ?? -1, 'neither side is the statement’s account');
    }
  }

  private byType(bytes: Uint8Array, starts: Int32Array, ends: Int32Array): number {
    const column = this.plan.columns.type ?? -1;
    const direction = column < 0 ? 0 : this.types.of(bytes, starts[column] as number, ends[column] as number);
    return direction === 0 ? this.not(this.amount, 'nothing says whether it is a debit or a credit') : direction;
  }

  /** Balance, instructed amount and charges: a fault in them is no reason to reject. */
  private besides(bytes: Uint8Array, starts: Int32Array, ends: Int32Array): void {
    const { balance = -1, originalAmount = -1, originalCurrency = -1, fee = -1 } = this.plan.columns;
    if (balance >= 0 && ends[balance] !== starts[balance]) {
      const reader = this.readers.balance as AmountReader;
      this.balance = reader.read(bytes, starts[balance] as number, ends[balance] as number, this.currency);
    }
    if (this.plan.balanceBefore) this.balance = NaN;
    if (originalAmount >= 0 && ends[originalAmount] !== starts[originalAmount]) {
      let currency =
        originalCurrency < 0
          ? 0
          : this.currencyAt(bytes, starts[originalCurrency] as number, ends[originalCurrency] as number);
      const reader = this.readers.originalAmount as AmountReader;
      const minor = Math.abs(
        reader.read(bytes, starts[originalAmount] as number, ends[originalAmount] as number, currency || this.currency),
      );
      currency = reader.currency || currency || this.currency;
      if (!Number.isNaN(minor) && minor !== 0 && (currency !== this.currency || minor !== this.minor)) {
        this.instructedCurrency = currency;
        this.instructedMinor = minor;
      }
    }
    if (fee >= 0 && ends[fee] !== starts[fee]) {
      const minor = (this.readers.fee as AmountReader).read(
        bytes,
        starts[fee] as number,
        ends[fee] as number,
        this.currency,
      );
      if (!Number.isNaN(minor)) this.chargeMinor = Math.abs(minor);
    }
  }

  /** The balance of a record that has no amount; NaN where it has none either. */
  balanceOf(bytes: Uint8Array, starts: Int32Array, ends: Int32Array): number {
    const { balance = -1 } = this.plan.columns;
    if (balance < 0) return NaN;
    return (this.readers.balance as AmountReader).read(
      bytes,
      starts[balance] as number,
      ends[balance] as number,
      this.currency,
    );
  }

  private read1(reader: AmountReader, column: number, bytes: Uint8Array, starts: Int32Array, ends: Int32Array): number {
    const minor = reader.read(bytes, starts[column] as number, ends[column] as number, this.currency);
    if (reader.fault !== undefined)
      return this.not(
        column,
        faultText(reader.fault, this.textAt(bytes, starts, ends, column), reader.currency || this.currency),
      );
    if (reader.currency !== 0) {
      if (this.currencyColumn >= 0 && reader.currency !== this.currency)
        return this.not(column, `${this.textAt(bytes, starts, ends, column)} is not in ${currencyCode(this.currency)}`);
      this.currency = reader.currency;
    }
    return minor;
  }

  private currencyAt(bytes: Uint8Array, from: number, to: number): PackedCurrency {
    if (to - from === 3) {
      const packed = packCurrencyBytes(bytes[from] as number, bytes[from + 1] as number, bytes[from + 2] as number);
      if (packed !== 0) return packed;
    }
    return this.currencies.of(bytes, from, to);
  }

  private textAt(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, column: number): string {
    return this.text(bytes, starts[column] as number, ends[column] as number)
      .trim()
      .slice(0, 60);
  }

  private wrong(column: number, reason: string): false {
    this.faultColumn = column;
    this.faultReason = reason;
    return false;
  }

  private not(column: number, reason: string): number {
    this.wrong(column, reason);
    return NaN;
  }
}

function sameBytes(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, a: number, b: number): boolean {
  let p = starts[a] as number;
  let q = starts[b] as number;
  const end = ends[a] as number;
  if (end - p !== (ends[b] as number) - q) return false;
  while (p < end && bytes[p] === bytes[q]) {
    p++;
    q++;
  }
  return p === end;
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  while (from < to && bytes[from] === 32) from++;
  return from === to;
}

function faultText(fault: AmountFault, text: string, currency: PackedCurrency): string {
  switch (fault) {
    case 'empty':
      return 'the amount is empty';
    case 'not a number':
      return `${text} is not an amount`;
    case 'finer than its currency':
      return `${text} is finer than its currency ${currencyCode(currency)}`;
    case 'too large':
      return `${text} is too large`;
  }
}
