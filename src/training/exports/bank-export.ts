/**
 * What every writer hands back: one file's bytes and what a correct reader must find in it, counted
 * while writing. Damaged rows are counted apart and left out of the totals.
 */
import type { Random } from '../../random.ts';
import type { Account } from '../model.ts';
import type { StatementLine } from '../statement.ts';

export interface CurrencyTotal {
  count: number;
  /** Sum of credits and of debits, both positive, in minor units. */
  credits: number;
  debits: number;
}

export interface BankExport {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly accounts: number;
  /** Booked, well-formed records; a batch entry counts once for every transaction inside it. */
  readonly records: number;
  readonly badRecords: number;
  /** Serial numbers of payments whose row was damaged in this file. */
  readonly damaged: ReadonlySet<number>;
  readonly notBooked: number;
  readonly totals: Readonly<Record<string, CurrencyTotal>>;
}

export class Tally {
  records = 0;
  badRecords = 0;
  notBooked = 0;
  readonly damaged = new Set<number>();
  private readonly sums = new Map<string, CurrencyTotal>();

  count(account: Account, line: StatementLine): void {
    this.records++;
    const total = this.sums.get(account.currency) ?? { count: 0, credits: 0, debits: 0 };
    total.count++;
    if (line.amount >= 0) total.credits += line.amount;
    else total.debits -= line.amount;
    this.sums.set(account.currency, total);
  }

  damage(line: StatementLine): void {
    this.badRecords++;
    this.damaged.add(line.payment.serial);
  }

  total(currency: string): CurrencyTotal {
    return this.sums.get(currency) ?? { count: 0, credits: 0, debits: 0 };
  }

  result(name: string, bytes: Uint8Array, accounts: number): BankExport {
    const totals: Record<string, CurrencyTotal> = {};
    for (const currency of [...this.sums.keys()].sort()) totals[currency] = this.total(currency);
    return {
      name,
      bytes,
      accounts,
      records: this.records,
      badRecords: this.badRecords,
      damaged: this.damaged,
      notBooked: this.notBooked,
      totals,
    };
  }
}

/** How a row gets damaged on its way out of an old system. */
export type Damage = 'date' | 'amount' | 'columns';

/** Picks about one of two thousand rows to be damaged; only card purchases of uninvolved people. */
export function pickDamage(random: Random, line: StatementLine, isBackground: boolean): Damage | undefined {
  const isPurchase = line.payment.channel === 'card' || line.payment.channel === 'card-online';
  if (!isBackground || !isPurchase || line.payment.reverses !== undefined) return undefined;
  return random.chance(0.007) ? random.pick<Damage>(['date', 'amount', 'columns']) : undefined;
}

/** Minor units as a decimal number. */
export function decimal(minor: number, point = '.', thousands = ''): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, thousands);
  return `${minor < 0 ? '-' : ''}${whole}${point}${digits.slice(-2)}`;
}

/** A bank's own reference number: serial numbers in an order that says nothing about their making. */
export function scrambled(serial: number): number {
  return (serial * 2654435761) % 4294967296;
}
