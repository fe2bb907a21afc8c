/**
 * The one way from an end to a text (design section 7). By default an end is a pseudonym: its
 * ordinal in the case behind the kind of holder. While a reveal with a purpose is active it is its
 * identifier. Server, commands and exchange accept nothing but these branded texts.
 */
import { endKinds, FIRST_SHARED_END, type EndId } from '../formats/end-table.ts';
import { rolesOfInterest, type Role } from '../indicators/vocabulary.ts';
import { CodedError } from '../errors.ts';
import type { Ledger } from '../ledger/ledger.ts';

export type Pseudonym = string & { readonly __brand: 'Pseudonym' };
export type Revealed = string & { readonly __brand: 'Revealed' };
/** Someone a person has made a subject by a signed decision; never a possible victim. */
export type Subject = EndId & { readonly __brand: 'Subject' };
export type Disclosed = Pseudonym | Revealed;

const LEAVES = ['unknown', 'cash', 'bank'] as const;

export class Disclosure {
  private readonly ledger: Ledger;
  private readonly ordinals: Uint32Array;
  private readonly isRevealed: boolean;
  private byOrdinal: Map<number, EndId> | undefined;
  private names: Map<EndId, string[]> | undefined;

  /** @param ordinals the case's number of each ledger end, from 1 (`cases/ordinals.ts`) */
  constructor(ledger: Ledger, ordinals: Uint32Array, isRevealed: boolean) {
    this.ledger = ledger;
    this.ordinals = ordinals;
    this.isRevealed = isRevealed;
  }

  get revealed(): boolean {
    return this.isRevealed;
  }

  /** `Person-0412`, or the account's identifier under a reveal. Leaves are said as what they are. */
  end(end: EndId): Disclosed {
    if (end < FIRST_SHARED_END) return (LEAVES[end] ?? 'unknown') as Pseudonym;
    if (!this.isRevealed) return this.pseudonym(end);
    const { ends } = this.ledger;
    const kind = ends.kind(end);
    const name = kind === 'name' || kind === 'merchant' ? this.nameOf(end) : undefined;
    return (name ?? ends.key(end)) as Revealed;
  }

  /** The holder's name as banks wrote it; only under a reveal. */
  name(end: EndId): Revealed | undefined {
    return this.isRevealed ? (this.nameOf(end) as Revealed | undefined) : undefined;
  }

  /** BIC of the bank that keeps the account: it names nobody. */
  bank(end: EndId): string | undefined {
    return this.ledger.ends.bank(end);
  }

  /** The same text whether or not a reveal is active. */
  pseudonym(end: EndId): Pseudonym {
    return `${this.prefix(end)}-${String(this.ordinals[end] ?? 0).padStart(4, '0')}` as Pseudonym;
  }

  /** Opaque key for URLs, nodes and filters. */
  key(end: EndId): string {
    return end < FIRST_SHARED_END ? `leaf-${LEAVES[end] ?? 'unknown'}` : `n${String(this.ordinals[end] ?? 0)}`;
  }

  endOfKey(key: string): EndId | undefined {
    if (!this.byOrdinal) {
      this.byOrdinal = new Map();
      for (let end = FIRST_SHARED_END; end < this.ordinals.length; end++)
        this.byOrdinal.set(this.ordinals[end] as number, end);
    }
    const match = /^n(\d+)$/.exec(key);
    return match ? this.byOrdinal.get(Number(match[1])) : undefined;
  }

  /** The end of a key or a pseudonym, as a person types it. */
  endOfText(text: string): EndId | undefined {
    const end = this.endOfKey(text.replace(/^[A-Z][a-z]+-0*(?=[1-9])/, 'n'));
    return end !== undefined && (text === this.key(end) || text === this.pseudonym(end)) ? end : undefined;
  }

  private nameOf(end: EndId): string | undefined {
    this.names ??= this.ledger.ends.namesByEnd();
    return this.names.get(end)?.[0];
  }

  private prefix(end: EndId): string {
    const kind = endKinds[this.ledger.facts.kind[end] ?? 0] ?? 'unknown';
    if (kind === 'merchant') return 'Merchant';
    if (kind === 'cash-machine') return 'Machine';
    const holder = this.ledger.facts.holder[end];
    if (holder === 2) return 'Company';
    return holder === 1 || kind === 'name' ? 'Person' : 'Account';
  }
}

/**
 * Makes a subject of a person's signed decision.
 * @throws CLEW_VICTIM_SUBJECT for a possible victim and for whoever's role is not determined
 */
export function asSubject(end: EndId, role: Role): Subject {
  if (!rolesOfInterest.has(role)) throw new CodedError('CLEW_VICTIM_SUBJECT', { role });
  return end as Subject;
}
