/**
 * The part of a case's state that speaks of people: facts from outside the money, the victims' track
 * and safe dates. Folded from events like all else; people are case numbers, words lie sealed.
 */
import type { FactBody } from '../leads/facts.ts';
import type { VictimStep } from '../leads/victims.ts';
import type { CaseEvent } from './event.ts';

export interface EnteredFact extends FactBody {
  readonly sealed?: string;
  readonly at: number;
  readonly actor: string;
  readonly purpose: string;
  readonly sequence: number;
}

/** What is on record about one possible victim. */
export interface VictimRecord {
  readonly steps: readonly {
    readonly step: VictimStep;
    readonly at: number;
    readonly actor: string;
    readonly sequence: number;
  }[];
  /** `YYYY-MM-DD`. */
  readonly safeFrom?: string;
}

export interface PeopleState {
  /** In order of entry. */
  readonly facts: readonly EnteredFact[];
  /** By case number. */
  readonly victims: ReadonlyMap<number, VictimRecord>;
}

export class PeopleFold {
  private readonly facts: EnteredFact[] = [];
  private readonly victims = new Map<number, VictimRecord>();

  /** @returns whether the event speaks of people */
  take({ sequence, at, actor, purpose, body }: Omit<CaseEvent, 'hash'>): boolean {
    const by = { at, actor, sequence };
    switch (body.kind) {
      case 'fact-entered':
        this.facts.push({ ...body.fact, ...(body.sealed ? { sealed: body.sealed } : {}), ...by, purpose });
        return true;
      case 'victim-step': {
        const record = this.victims.get(body.ordinal);
        this.victims.set(body.ordinal, { ...record, steps: [...(record?.steps ?? []), { step: body.step, ...by }] });
        return true;
      }
      case 'safe-date': {
        const { steps = [] } = this.victims.get(body.ordinal) ?? {};
        this.victims.set(body.ordinal, { steps, ...(body.from === undefined ? {} : { safeFrom: body.from }) });
        return true;
      }
      default:
        return false;
    }
  }

  state(): PeopleState {
    return { facts: this.facts, victims: this.victims };
  }
}

/** Case number and first day withheld, in order of number. */
export function safeDatesIn(victims: PeopleState['victims']): [number, string][] {
  return [...victims]
    .flatMap(([ordinal, { safeFrom }]): [number, string][] => (safeFrom === undefined ? [] : [[ordinal, safeFrom]]))
    .sort(([a], [b]) => a - b);
}
