/**
 * One row of a customer, account or role file (`indicators.md` section 2), of an account register's
 * reply or of a report to an FIU: what is known of an account besides its money. Contacts are
 * compared, never shown; an address marked as protected (a refuge) is dropped while reading. Sex,
 * nationality, religion, kinship and papers have no field here.
 */
import type { Day } from '../days.ts';

/** `other` where the file has a word that Clew does not know: then the row isn't taken for the holder's. */
export const accountRoles = [
  'holder',
  'signatory',
  'power-of-attorney',
  'additional-cardholder',
  'guardian',
  'director',
  'beneficial-owner',
  'other',
] as const;
export type AccountRole = (typeof accountRoles)[number];

export interface RegisterRow {
  /** As accounts are keyed in the end table. */
  readonly account: string;
  readonly customerId?: string;
  readonly holderName?: string;
  readonly holderType?: 'person' | 'business';
  readonly role?: AccountRole;
  /** Days on which the person's role began and ended; absent = not said, or still running. */
  readonly validFrom?: Day;
  readonly validTo?: Day;
  /** The year alone; a full date of birth is cut on reading. */
  readonly birthYear?: number;
  readonly residenceCountry?: string;
  readonly homeRegion?: string;
  /** SHA-256 of the normalised value under the case's key; equal values only are of interest. */
  readonly addressHash?: string;
  readonly phoneHash?: string;
  readonly emailHash?: string;
  readonly protectedAddress?: boolean;
  readonly occupation?: string;
  /** Yearly, minor units of `currency`, the middle of the declared band. */
  readonly declaredIncome?: number;
  readonly sector?: string;
  readonly staffCount?: number;
  readonly declaredTurnover?: number;
  readonly licences?: readonly string[];
  readonly openedOn?: Day;
  readonly closedOn?: Day;
  readonly openedAtBranch?: string;
  readonly introducerId?: string;
  readonly currency?: string;
  /** The state of the account in the register's own code or word, e.g. `CLS`. */
  readonly status?: string;
  /** Minor units of `currency`, negative = overdrawn, on `balanceOn`. */
  readonly balance?: number;
  readonly balanceOn?: Day;
  /**
   * Who keeps the account, or a national register, says that it exists. Its statement has to be asked
   * for where the case does not hold one.
   */
  readonly exists?: true;
}

/** A row without the fields that nobody filled, so that the same facts are the same bytes. */
export function registerRow(row: { readonly [K in keyof RegisterRow]: RegisterRow[K] | undefined }): RegisterRow {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as unknown as RegisterRow;
}
