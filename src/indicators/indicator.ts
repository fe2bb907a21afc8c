/**
 * The contract of an indicator: one file, a pure search over the columns for one anchor at a time,
 * and its guards (innocent readings, tested on the same data). It gives findings, never sentences:
 * words are message ids with parameters, so that languages and the banned-word test reach them.
 */
import type { Day } from '../days.ts';
import type { EndId } from '../formats/end-table.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import type { PackedCurrency } from '../money.ts';
import type { View } from './view.ts';
import type { Family, Form, Role } from './vocabulary.ts';

export interface Citation {
  /** E.g. `FinCEN FIN-2020-A008, section I.2`. */
  readonly source: string;
  /** `read`: the pattern was seen in the text; `known`: from general knowledge, unchecked. */
  readonly confidence: 'read' | 'read-in-part' | 'known';
}

/** What a file must hold before the indicator can run; else it is reported as not tested. */
export const needs = [
  'time-of-day',
  'mcc',
  'place',
  'text',
  'register',
  'opening-date',
  'contacts',
  'birth-year',
  'purpose-or-words',
  'logins',
] as const;
export type Need = (typeof needs)[number];

export interface Setting {
  readonly default: number;
  readonly unit:
    'count' | 'days' | 'hours' | 'minutes' | 'share' | 'ratio' | 'points' | 'hour-of-day' | 'years' | 'EUR' | 'months';
  /** Why this default, in one sentence; names the source where the number has one. */
  readonly reason: string;
}

/** A measured quantity. `share` and `ratio` are plain numbers, money is minor units. */
export type Measure =
  | {
      readonly unit: 'count' | 'days' | 'hours' | 'minutes' | 'share' | 'ratio' | 'months' | 'years';
      readonly value: number;
    }
  | { readonly unit: 'money'; readonly value: number; readonly currency: PackedCurrency };

/** `held`: the innocent reading fits the data; `failed`: tested and does not; `untestable`: no data for it. */
export type GuardOutcome = 'held' | 'failed' | 'untestable';

export interface Guard {
  readonly id: string;
  /** Whole points that come off the finding when the reading held. */
  readonly pointsOff: number;
}

export interface RoleHypothesis {
  readonly end: EndId;
  readonly role: Role;
  /** Message ids (`reason.*`) with parameters, for and against. */
  readonly for: readonly Reason[];
  readonly against: readonly Reason[];
}

export interface Reason {
  readonly id: string;
  readonly parameters?: Readonly<Record<string, Measure>>;
}

export interface Finding {
  readonly indicator: string;
  /** The end that the finding is about, most often the one that money or control runs to. */
  readonly anchor: EndId;
  /** Everybody in the pattern with the role that this pattern alone suggests; the anchor included. */
  readonly members: readonly RoleHypothesis[];
  readonly observed: Readonly<Record<string, Measure>>;
  /** Keys of `observed` that have a threshold. */
  readonly threshold: Readonly<Record<string, Measure>>;
  readonly window: { readonly from: Day; readonly to: Day };
  /** 100 = just at the threshold, 200 = at least twice beyond it; whole. Points are base × strength / 100. */
  readonly strength: number;
  /** Transactions that it rests on, ascending, without repeats. May be empty for findings on the register alone. */
  readonly evidence: readonly TransactionIndex[];
  readonly guards: readonly { readonly id: string; readonly outcome: GuardOutcome }[];
  /** What this finding says of the form, where it differs from the indicator's own `forms`. */
  readonly forms?: Partial<Record<Form, number>>;
  /** Of a fact that a person entered (`leads/facts.ts`): what its sentence says. */
  readonly fact?: {
    readonly event: number;
    readonly kind: string;
    readonly reporter: string;
    readonly source: string;
    readonly information: string;
    readonly known: Day;
  };
  /** The step budget ended the search early. */
  readonly cut?: true;
  /** The order within a day decided and is not known. */
  readonly dayOrderUnknown?: true;
}

/** Counts steps of a search per anchor, never time. */
export interface Budget {
  /** Spends steps; false when the anchor's budget is used up. */
  spend(steps: number): boolean;
}

export type SettingsOf<I> = I extends Indicator<infer S> ? S : never;
export type Settings = Readonly<Record<string, Setting>>;
/** Current values by setting name. */
export type Values<S extends Settings> = { readonly [K in keyof S]: number };

export interface Indicator<S extends Settings = Settings> {
  readonly id: string;
  readonly title: string;
  /** One or two plain sentences for the docs page: what it looks for. */
  readonly looksFor: string;
  readonly family: Family;
  /** Base points: strong 5, moderate 3, weak 1 (`indicators.md` section 0). */
  readonly points: 5 | 3 | 1;
  /** Weight of each form that it speaks for, 0 to 1. */
  readonly forms: Partial<Record<Form, number>>;
  readonly citations: readonly Citation[];
  readonly needs: readonly Need[];
  readonly settings: S;
  readonly guards: readonly Guard[];
  /** Innocent readings in words for the docs page. */
  readonly innocent: string;
  /**
   * Searches around one anchor. Called once for every shared end (account, card, wallet; names and
   * merchants too where `anchors` says so) in any order, in any worker: no state between calls.
   */
  find(view: View, settings: Values<S>, anchor: EndId, budget: Budget, emit: (finding: Finding) => void): void;
  /** Which ends are tried; default `accounts` (account, card, wallet). */
  readonly anchors?: 'accounts' | 'accounts-and-names' | 'all';
}
