/**
 * The truth about a world, for marking exercises and measuring accuracy; the product never reads it.
 * Amounts are minor units. `matches` counts payments that two of the four files show and that an
 * exact rule can pair: same ends, amount and currency, with an end-to-end id or a common value date.
 * Bank B prints no value date: what it booked on another day and without an id is a proposal only.
 */
import { isoDate } from './calendar.ts';
import type { BankExport, CurrencyTotal } from './exports/bank-export.ts';
import type { Account, Outside, Party, Payment, World } from './model.ts';

interface TruthAccount {
  readonly account: string;
  readonly role?: string;
  readonly name: string;
  readonly held: boolean;
}

export interface Truth {
  readonly seed: number;
  readonly level: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly accounts: number;
  readonly transactions: number;
  readonly schemes: ReadonlyArray<{
    readonly id: string;
    readonly form: string;
    readonly shape: string;
    readonly evidence: readonly string[];
    readonly accounts: readonly TruthAccount[];
    readonly peripheral: readonly string[];
    readonly from: string;
    readonly to: string;
  }>;
  readonly decoys: ReadonlyArray<{
    readonly id: string;
    readonly kind: string;
    readonly resembles: string;
    readonly accounts: readonly string[];
  }>;
  readonly files: ReadonlyArray<{
    readonly name: string;
    readonly accounts: number;
    readonly records: number;
    readonly badRecords: number;
    readonly notBooked: number;
    readonly totals: Readonly<Record<string, CurrencyTotal>>;
  }>;
  readonly matches: {
    readonly inTwoFiles: number;
    readonly withEndToEndId: number;
    readonly byValueDateOnly: number;
    readonly proposalsOnly: number;
    readonly withinOneFile: number;
    readonly crossCurrency: number;
    readonly oneSideDamaged: number;
  };
  readonly labels: Readonly<
    Record<string, { readonly label: 'scheme' | 'decoy' | 'background'; readonly id?: string; readonly role?: string }>
  >;
}

const holderName = (end: Account | Outside): string => (end.kind === 'account' ? partyName(end.holder) : end.name);
const partyName = (party: Party): string => party.name;
const number = (end: Account | Outside): string => (end.kind === 'account' ? end.iban : end.account);

function countMatches(payments: readonly Payment[], damaged: ReadonlySet<number>): Truth['matches'] {
  const counts = {
    inTwoFiles: 0,
    withEndToEndId: 0,
    byValueDateOnly: 0,
    proposalsOnly: 0,
    withinOneFile: 0,
    crossCurrency: 0,
    oneSideDamaged: 0,
  };
  for (const payment of payments) {
    const { debtor, creditor } = payment;
    if (debtor.kind !== 'account' || creditor.kind !== 'account' || payment.isPending) continue;
    const shownByDebtor = debtor.bank === 'b' ? payment.debtorBooking : payment.valueDate;
    const shownByCreditor = creditor.bank === 'b' ? payment.creditorBooking : payment.valueDate;
    const hasId = payment.endToEnd !== '';
    if (damaged.has(payment.serial)) counts.oneSideDamaged++;
    else if (payment.credited !== undefined) counts.crossCurrency++;
    else if (!hasId && shownByDebtor !== shownByCreditor) counts.proposalsOnly++;
    else if (debtor.bank === creditor.bank) counts.withinOneFile++;
    else {
      counts.inTwoFiles++;
      if (hasId) counts.withEndToEndId++;
      else counts.byValueDateOnly++;
    }
  }
  return counts;
}

/** The truth of a world as its files show it. */
export function truthOf(world: World, files: readonly BankExport[]): Truth {
  const labels: Record<string, Truth['labels'][string]> = {};
  for (const account of [...world.accounts].sort((x, y) => (x.iban < y.iban ? -1 : 1)))
    labels[account.iban] = { label: 'background' };
  for (const { id, accounts } of world.decoys) for (const { iban } of accounts) labels[iban] = { label: 'decoy', id };
  for (const { id, members } of world.schemes) {
    for (const { end, role } of members) if (end.kind === 'account') labels[end.iban] = { label: 'scheme', id, role };
  }
  const damaged = new Set(files.flatMap((file) => [...file.damaged]));
  return {
    seed: world.seed,
    level: world.level,
    period: { from: isoDate(world.first), to: isoDate(world.last) },
    accounts: world.accounts.length,
    transactions: world.payments.length,
    schemes: world.schemes.map((scheme) => ({
      id: scheme.id,
      form: scheme.form,
      shape: scheme.shape,
      evidence: scheme.evidence,
      accounts: scheme.members.map(({ end, role }) => ({
        account: number(end),
        role,
        name: holderName(end),
        held: end.kind === 'account',
      })),
      peripheral: [...new Set(scheme.peripheral.map(number))],
      from: isoDate(scheme.from),
      to: isoDate(scheme.to),
    })),
    decoys: world.decoys.map(({ id, kind, resembles, accounts }) => ({
      id,
      kind,
      resembles,
      accounts: accounts.map(({ iban }) => iban),
    })),
    files: files.map(({ name, accounts, records, badRecords, notBooked, totals }) => ({
      name,
      accounts,
      records,
      badRecords,
      notBooked,
      totals,
    })),
    matches: countMatches(world.payments, damaged),
    labels,
  };
}
