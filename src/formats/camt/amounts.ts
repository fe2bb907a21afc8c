/**
 * Amounts of entries and their transactions. A batch is expanded only where its transactions sum to
 * the entry exactly, in the entry's currency; which of three elements holds a transaction's amount
 * differs by version and bank, so each is tried first in turn.
 */
import { packCurrency, parseAmount, type AmountFault, type PackedCurrency } from '../../money.ts';
import type { Field, Particulars } from './particulars.ts';

export interface Amount {
  readonly minor: number;
  readonly currency: PackedCurrency;
}

export type XmlAmountFault = AmountFault | 'negative' | 'currency not known';

type AmountField = 'amount' | 'transaction' | 'instructed';
const currencyField = {
  amount: 'currency',
  transaction: 'transactionCurrency',
  instructed: 'instructedCurrency',
} as const satisfies Record<AmountField, Field>;

/** The amount in a field, or what is wrong with it; undefined where there is none. */
export function amountIn({ fields }: Particulars, field: AmountField): Amount | XmlAmountFault | undefined {
  const text = fields[field];
  return text === undefined ? undefined : readAmount(text, fields[currencyField[field]] ?? '');
}

/** Reads an unsigned amount as it stands in XML. */
export function readAmount(text: string, currencyText: string): Amount | XmlAmountFault {
  const currency = packCurrency(currencyText);
  if (currency === 0) return 'currency not known';
  const minor = parseAmount(text, currency);
  if (typeof minor === 'string') return minor;
  return minor < 0 ? 'negative' : { minor, currency };
}

export type Batch =
  | { readonly kind: 'expanded'; readonly amounts: readonly number[] }
  /** `sum` is absent where a transaction has no amount in the entry's currency. */
  | { readonly kind: 'mismatch'; readonly sum?: number };

const orders: readonly (readonly AmountField[])[] = [
  ['amount', 'transaction', 'instructed'],
  ['transaction', 'amount', 'instructed'],
  ['instructed', 'transaction', 'amount'],
];

/** Compares a batch's transactions with their entry; amounts are negative against its direction. */
export function batchOf(transactions: readonly Particulars[], entry: Amount, indicator: string): Batch {
  let mismatch: Batch = { kind: 'mismatch' };
  for (const order of orders) {
    const amounts = transactions.map((transaction) => signedAmount(transaction, order, entry.currency, indicator));
    if (amounts.includes(undefined)) continue;
    const sum = amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
    if (sum === entry.minor) return { kind: 'expanded', amounts: amounts as number[] };
    if (mismatch.kind === 'mismatch' && mismatch.sum === undefined) mismatch = { kind: 'mismatch', sum };
  }
  return mismatch;
}

function signedAmount(
  transaction: Particulars,
  order: readonly AmountField[],
  currency: PackedCurrency,
  indicator: string,
): number | undefined {
  for (const field of order) {
    const amount = amountIn(transaction, field);
    if (typeof amount !== 'object' || amount.currency !== currency) continue;
    return (transaction.fields.indicator ?? indicator) === indicator ? amount.minor : -amount.minor;
  }
  return undefined;
}

/** What was ordered, where it differs from what was booked. */
export function instructedOf(
  from: readonly Particulars[],
  booked: { readonly amount: number; readonly currency: PackedCurrency },
): Amount | undefined {
  for (const particulars of from) {
    for (const field of ['instructed', 'transaction'] as const) {
      const amount = amountIn(particulars, field);
      if (typeof amount !== 'object') continue;
      const differs = amount.currency !== booked.currency || (field === 'instructed' && amount.minor !== booked.amount);
      if (differs) return amount;
    }
  }
  return undefined;
}

/** The total of an entry's or transaction's charges, where they are in one currency. */
export function chargesOf({ fields, charges }: Particulars): Amount | undefined {
  if (fields.totalCharges !== undefined) {
    const total = readAmount(fields.totalCharges, fields.totalChargesCurrency ?? '');
    if (typeof total === 'object') return total.minor === 0 ? undefined : total;
  }
  let sum = 0;
  let currency: PackedCurrency = 0;
  for (const charge of charges) {
    const amount = readAmount(charge.amount ?? '', charge.currency ?? '');
    if (typeof amount !== 'object' || (currency !== 0 && amount.currency !== currency)) return undefined;
    currency = amount.currency;
    sum += charge.indicator === 'CRDT' ? -amount.minor : amount.minor;
  }
  return sum > 0 ? { minor: sum, currency } : undefined;
}
