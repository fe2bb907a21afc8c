/**
 * The nouns of a synthetic world: parties, accounts, other ends and payments. Money is a safe
 * integer of minor units in the named currency. A payment knows both banks' booking days, as the
 * two files of a payment seen twice disagree by up to two days.
 */
import type { Day } from './calendar.ts';
import type { City } from './places.ts';

export type Level = 'demo' | 'hard';
export type BankId = 'a' | 'b' | 'c' | 'd';

export interface Person {
  readonly kind: 'person';
  readonly customerId: string;
  readonly name: string;
  /** Which list of names the name came from; for the test of independence only, in no file. */
  readonly pool: string;
  readonly kinOf?: Person;
  readonly birthYear: number;
  readonly home: City;
  readonly country: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly occupation: string;
  readonly incomeBand: string;
  readonly isProtected: boolean;
}

export interface Business {
  readonly kind: 'business';
  readonly owner?: Person;
  readonly customerId: string;
  readonly name: string;
  readonly home: City;
  readonly country: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly sector: string;
  readonly licence: string;
  readonly staffBand: string;
  readonly turnoverBand: string;
  readonly isProtected: boolean;
}

export type Party = Person | Business;

/** An account at one of the four banks. */
export interface Account {
  readonly kind: 'account';
  readonly iban: string;
  readonly bic: string;
  readonly bank: BankId;
  readonly currency: string;
  readonly holder: Party;
  readonly opened: Day;
  readonly branch: string;
  readonly introducer: string;
  readonly product: 'current' | 'savings';
  readonly others: ReadonlyArray<{ readonly party: Party; readonly role: string }>;
}

/** An account at a bank whose statements nobody has. */
export interface Outside {
  readonly kind: 'outside';
  readonly account: string;
  readonly bic: string;
  readonly name: string;
  readonly country: string;
}

export interface Merchant {
  readonly kind: 'merchant';
  readonly name: string;
  readonly mcc: string;
  readonly city: string;
  readonly country: string;
  readonly terminal: string;
  readonly online: boolean;
}

/** A cash machine or a counter. */
export interface CashPoint {
  readonly kind: 'cash';
  readonly terminal: string;
  readonly city: string;
  readonly country: string;
  readonly counter: boolean;
}

export interface OwnBank {
  readonly kind: 'bank';
}

export type End = Account | Outside | Merchant | CashPoint | OwnBank;

export type Channel =
  | 'transfer'
  | 'instant'
  | 'standing-order'
  | 'direct-debit'
  | 'card'
  | 'card-online'
  | 'cash-out'
  | 'cash-in'
  | 'fee'
  | 'interest';

export interface Payment {
  readonly serial: number;
  readonly debtor: End;
  readonly creditor: End;
  readonly amount: number;
  readonly currency: string;
  /** What the creditor's account gets where it is kept in another currency. */
  readonly credited?: { readonly amount: number; readonly currency: string };
  readonly day: Day;
  readonly minute: number;
  readonly debtorBooking: Day;
  readonly creditorBooking: Day;
  readonly valueDate: Day;
  readonly channel: Channel;
  readonly purpose: string;
  readonly text: string;
  readonly endToEnd: string;
  /** Charges of the debtor's bank, taken on top of the amount in the same entry. */
  readonly charges: number;
  readonly reverses?: Payment;
  readonly batch: string;
  readonly isPending: boolean;
}

export type SchemeRole = 'controller' | 'victim' | 'front' | 'conduit' | 'facilitator' | 'purchaser' | 'employer';

export interface SchemeMember {
  readonly end: Account | Outside;
  readonly role: SchemeRole;
}

export interface Scheme {
  readonly id: string;
  readonly form: string;
  readonly shape: string;
  /** The natures of evidence planted, each on rows of its own. */
  readonly evidence: readonly string[];
  readonly members: readonly SchemeMember[];
  /** Accounts that dealt with the scheme without being part of it, such as paying customers. */
  readonly peripheral: ReadonlyArray<Account | Outside>;
  readonly from: Day;
  readonly to: Day;
}

export interface Decoy {
  readonly id: string;
  readonly kind: string;
  readonly resembles: string;
  readonly accounts: readonly Account[];
}

export interface World {
  readonly seed: number;
  readonly level: Level;
  readonly first: Day;
  readonly last: Day;
  readonly accounts: readonly Account[];
  readonly payments: readonly Payment[];
  readonly schemes: readonly Scheme[];
  readonly decoys: readonly Decoy[];
  /** What stood on an account on the evening before its first day in the files. */
  readonly opening: ReadonlyMap<Account, number>;
}
