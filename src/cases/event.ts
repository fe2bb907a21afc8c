/**
 * What happened in a case, append-only and hash-chained; state is folded from it (design section
 * 4). Every event has actor, time and purpose. Bodies hold no personal data: hashes, ordinals,
 * ids and words a person typed under a notice that they must not name anybody.
 */
import type { ChangedSettings } from '../indicators/settings.ts';

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

export type CaseEventBody =
  | { readonly kind: 'created'; readonly version: number }
  | {
      readonly kind: 'imported';
      readonly origin: Origin;
      readonly useLimits?: string;
      /** In canonical order; a file that was there already is not repeated. */
      readonly segments: readonly { readonly sha256: string; readonly name: string; readonly format: string; readonly segmentHash: string }[];
      readonly alreadyThere: number;
    }
  | { readonly kind: 'settings-changed'; readonly changed: ChangedSettings }
  | { readonly kind: 'scored'; readonly ledger: string; readonly settings: string; readonly scoreHash: string; readonly leads: number }
  | { readonly kind: 'decided'; readonly lead: string; readonly decision: 'pursue' | 'set-aside' | 'refer-for-safeguarding' | 'ask-for-data'; readonly reason?: string }
  | { readonly kind: 'noted'; readonly lead: string; readonly text: string }
  /** Cannot be undone. */
  | { readonly kind: 'revealed'; readonly minutes: number }
  /** Cannot be undone. */
  | { readonly kind: 'exported'; readonly what: string; readonly hash: string }
  | { readonly kind: 'undone'; readonly sequence: number };

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
