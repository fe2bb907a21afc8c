/**
 * What happened in a case, append-only and hash-chained; state is folded from it (design section
 * 4). Every event has actor, time and purpose. Bodies hold no personal data: hashes, ordinals,
 * ids and words a person typed under a notice that they must not name anybody.
 */
import type { CsvOverrides } from '../formats/csv/overrides.ts';
import type { CsvProfile } from '../formats/csv/profile.ts';
import type { ChangedSettings } from '../indicators/settings.ts';
import type { FactBody } from '../leads/facts.ts';
import type { VictimStep } from '../leads/victims.ts';

/** Where a source came from; its rows inherit the use limits. */
export const origins = [
  'suspicious-transaction-report',
  'foreign-fiu',
  'production-order',
  'eio-reply',
  'bank',
  'open-source',
  'synthetic',
] as const;
export type Origin = (typeof origins)[number];

export const decisionKinds = ['pursue', 'set-aside', 'refer-for-safeguarding', 'ask-for-data'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** A file that an import brought, and the two files of the case that hold what was read from it. */
export interface ImportedSegment {
  readonly sha256: string;
  /** As the user knows the file; the only place that keeps it. */
  readonly name: string;
  readonly format: string;
  /** SHA-256 and name of the file in `segments/`. */
  readonly segmentHash: string;
  /** SHA-256 and name of the file in `names/`. */
  readonly namesHash: string;
  /** What a person decided about the file's columns, but for its account, which names somebody. */
  readonly overrides?: CsvOverrides;
  /** A copy of the profile that these come from, as it was then. */
  readonly profile?: CsvProfile;
}

export type CaseEventBody =
  | { readonly kind: 'created'; readonly version: number }
  | {
      readonly kind: 'imported';
      readonly origin: Origin;
      readonly useLimits?: string;
      /** In canonical order; a file that was there already is not repeated. */
      readonly segments: readonly ImportedSegment[];
      readonly alreadyThere: number;
    }
  /** What is new from now on; `reset` names settings, `indicator.setting`, that have their default again. */
  | { readonly kind: 'settings-changed'; readonly changed: ChangedSettings; readonly reset?: readonly string[] }
  | {
      readonly kind: 'scored';
      /** SHA-256 over the segments and settings that it holds for. */
      readonly inputs: string;
      /** The day whose bookings are the last that count, `YYYY-MM-DD`; absent = all. */
      readonly asOf?: string;
      readonly ledger: string;
      readonly settings: string;
      readonly scoreHash: string;
      readonly leads: number;
    }
  | { readonly kind: 'decided'; readonly lead: string; readonly decision: DecisionKind; readonly reason?: string }
  /** On a proposed match between banks: its entry ids, the debit first, joined by `+`. */
  | { readonly kind: 'match-decided'; readonly match: string; readonly outcome: 'accepted' | 'refused' }
  | { readonly kind: 'noted'; readonly lead: string; readonly text: string }
  /** Its words, if any, are in `sealed/` under this hash. */
  | { readonly kind: 'fact-entered'; readonly fact: FactBody; readonly sealed?: string }
  /** On a possible victim by case number; the actor is the safeguarding reviewer. */
  | { readonly kind: 'victim-step'; readonly ordinal: number; readonly step: VictimStep }
  /** Rows of this person from the day on are withheld; absent = withheld no more. */
  | { readonly kind: 'safe-date'; readonly ordinal: number; readonly from?: string }
  /** Cannot be undone. */
  | { readonly kind: 'revealed'; readonly minutes: number }
  /** Cannot be undone. */
  | { readonly kind: 'exported'; readonly what: string; readonly hash: string }
  | { readonly kind: 'undone'; readonly sequence: number };

/** What a caller may append; the rest comes with files or checks of its own. */
export type AppendableBody = Extract<
  CaseEventBody,
  {
    readonly kind:
      | 'settings-changed'
      | 'decided'
      | 'match-decided'
      | 'noted'
      | 'victim-step'
      | 'safe-date'
      | 'revealed'
      | 'exported';
  }
>;

export interface CaseEvent {
  /** From 1, without gaps. */
  readonly sequence: number;
  /** Milliseconds since the epoch, UTC; given by the caller's clock. */
  readonly at: number;
  readonly actor: string;
  readonly purpose: string;
  readonly body: CaseEventBody;
  /** SHA-256 over the previous hash and this event's canonical JSON. */
  readonly hash: string;
}
