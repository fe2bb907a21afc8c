/**
 * A lead: a small network that findings tie together, with a form, roles, amounts per currency,
 * period, countries and an account of its points (design section 6). The machine lists accounts
 * of interest; nobody is a subject by machine.
 */
import type { Day } from '../days.ts';
import type { EndId } from '../formats/end-table.ts';
import type { Finding, Reason } from '../indicators/indicator.ts';
import type { Family, Form, Role } from '../indicators/vocabulary.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import type { PackedCurrency } from '../money.ts';

/** One line of the account: a lead's points are the sum of its terms' points less what their guards take off. */
export interface LeadTerm {
  readonly finding: Finding;
  readonly family: Family;
  /** Whole points after the disjoint-rows rule, before guards. */
  readonly points: number;
  /** `same-rows`: its transactions are paid for by a higher term, so it is listed without points. */
  readonly counted: 'counted' | 'same-rows';
  /** Innocent readings that held, each taking points off. */
  readonly guardsHeld: readonly { readonly id: string; readonly points: number }[];
}

export interface RoleView {
  readonly role: Role;
  readonly for: readonly Reason[];
  readonly against: readonly Reason[];
}

export interface LeadAccount {
  readonly end: EndId;
  /** The role that the evidence supports most, under the rule that doubt protects. */
  readonly role: Role;
  /** Every role that some finding suggested, side by side. */
  readonly hypotheses: readonly RoleView[];
}

export interface Lead {
  /** Opaque and stable: the anchor's ordinal in the case and the form. */
  readonly id: string;
  readonly rank: number;
  readonly points: number;
  readonly form: Form;
  /** Points that each form got, highest first. */
  readonly formBasis: readonly { readonly form: Form; readonly points: number }[];
  readonly anchor: EndId;
  readonly accounts: readonly LeadAccount[];
  readonly accountsOfInterest: readonly EndId[];
  readonly possibleVictims: readonly EndId[];
  readonly terms: readonly LeadTerm[];
  readonly families: readonly Family[];
  /** Union of the terms' transactions, ascending. */
  readonly evidence: readonly TransactionIndex[];
  /** Sum of the evidence per currency, minor units. */
  readonly amounts: readonly { readonly currency: PackedCurrency; readonly minor: bigint; readonly count: number }[];
  readonly from: Day;
  readonly to: Day;
  /** Countries of the accounts, two capitals, sorted. */
  readonly countries: readonly string[];
}
