/**
 * What a bank prints about the other side of an entry, and the words around it. Cash and the bank
 * itself have no name; a merchant has a name but no account.
 */
import type { End } from '../model.ts';
import type { StatementLine } from '../statement.ts';
import { decimal } from './bank-export.ts';

export interface Counterparty {
  readonly name: string;
  readonly account: string;
  readonly bic: string;
  readonly country: string;
}

/** The other end of a line. */
export function otherEnd(line: StatementLine): End {
  return line.side === 'debit' ? line.payment.creditor : line.payment.debtor;
}

/** Name, account and bank of the other side, as far as a statement shows them. */
export function counterparty(line: StatementLine): Counterparty {
  const end = otherEnd(line);
  if (end.kind === 'account')
    return { name: end.holder.name, account: end.iban, bic: end.bic, country: end.holder.country };
  if (end.kind === 'outside') return { name: end.name, account: end.account, bic: end.bic, country: end.country };
  if (end.kind === 'merchant') return { name: end.name, account: '', bic: '', country: end.country };
  return { name: '', account: '', bic: '', country: '' };
}

/** Remittance text with the foreign amount and the charges that the entry includes. */
export function remittance(line: StatementLine): string {
  const { text, credited, charges, amount, currency } = line.payment;
  const parts = [text];
  if (credited !== undefined) {
    const other = line.side === 'debit' ? credited : { amount, currency };
    parts.push(`OCMT/${other.currency}${decimal(other.amount, ',')}/`);
  }
  if (charges > 0 && line.side === 'debit') parts.push(`CHGS/${currency}${decimal(charges, ',')}/`);
  return parts.filter((part) => part !== '').join(' ');
}
