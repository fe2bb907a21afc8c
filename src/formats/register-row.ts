/**
 * One row of a customer, account or role file (`indicators.md` section 2): what a bank knows of an
 * account besides its money. Contacts are compared, never shown; an address marked as protected
 * (a refuge) is dropped while reading. Sex, nationality, religion and kinship have no field here.
 */
import type { Day } from '../days.ts';

export interface RegisterRow {
  /** As accounts are keyed in the end table. */
  readonly account: string;
  readonly customerId?: string;
  readonly holderName?: string;
  readonly holderType?: 'person' | 'business';
  /** `other` where the file has a word that Clew does not know: then the row isn't taken for the holder's. */
  readonly role?:
    | 'holder'
    | 'signatory'
    | 'power-of-attorney'
    | 'additional-cardholder'
    | 'guardian'
    | 'director'
    | 'beneficial-owner'
    | 'other';
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
  readonly openedAtBranch?: string;
  readonly introducerId?: string;
  readonly currency?: string;
}
