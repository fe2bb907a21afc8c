/**
 * The state of a case, folded from its events and nothing else. An undo is an event too and can be
 * undone itself; a reveal or an export cannot, since what was seen or sent stays so.
 */
import { CodedError } from '../errors.ts';
import { isoDate, type Day } from '../days.ts';
import { withChanges, type ChangedSettings } from '../indicators/settings.ts';
import { canonicalJson, sha256Of } from './canonical-json.ts';
import type { CaseEvent, CaseEventBody, DecisionKind, ImportedSegment, Origin } from './event.ts';
import { PeopleFold, safeDatesIn, type PeopleState } from './people-fold.ts';

/** A file that counts now, with what its import said of it. */
export interface ActiveSegment extends ImportedSegment {
  readonly origin: Origin;
  readonly useLimits?: string;
  /** Sequence of its import. */
  readonly importedBy: number;
}

export interface Decision {
  readonly decision: DecisionKind;
  readonly reason?: string;
  readonly at: number;
  readonly actor: string;
  readonly sequence: number;
}

export interface Note {
  readonly text: string;
  readonly at: number;
  readonly actor: string;
  readonly sequence: number;
}

export interface MatchDecision {
  readonly outcome: 'accepted' | 'refused';
  readonly at: number;
  readonly actor: string;
  readonly sequence: number;
}

export type ScoredBody = Extract<CaseEventBody, { readonly kind: 'scored' }>;

export interface CaseState extends PeopleState {
  /** In canonical order, by hash. */
  readonly active: readonly ActiveSegment[];
  readonly changed: ChangedSettings;
  /** The last day whose bookings count; absent = all. */
  readonly asOf?: Day;
  /** What a score made now would hold for. */
  readonly inputs: string;
  /** The latest score by what it holds for. */
  readonly scores: ReadonlyMap<string, ScoredBody>;
  /** The latest score that holds for these inputs. */
  readonly score: ScoredBody | undefined;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly notes: ReadonlyMap<string, readonly Note[]>;
  /** What was decided on proposed matches between banks, by their ids. */
  readonly matches: ReadonlyMap<string, MatchDecision>;
  /** End of the longest reveal, milliseconds; 0 = never revealed. */
  readonly revealedUntil: number;
  /** Sequences that an undo holds for. */
  readonly undone: ReadonlySet<number>;
}

export function foldEvents(events: readonly CaseEvent[]): CaseState {
  const undone = undoneSequences(events);
  const active = new Map<string, ActiveSegment>();
  const decisions = new Map<string, Decision>();
  const notes = new Map<string, Note[]>();
  const matches = new Map<string, MatchDecision>();
  const scores = new Map<string, ScoredBody>();
  const people = new PeopleFold();
  let changed: ChangedSettings = {};
  let revealedUntil = 0;
  for (const { sequence, at, actor, purpose, body } of events) {
    if (undone.has(sequence)) continue;
    if (body.kind === 'imported') {
      const { origin, useLimits } = body;
      for (const segment of body.segments) {
        if (active.has(segment.sha256)) continue;
        active.set(segment.sha256, {
          ...segment,
          origin,
          ...(useLimits === undefined ? {} : { useLimits }),
          importedBy: sequence,
        });
      }
    } else if (body.kind === 'settings-changed') changed = withChanges(changed, body.changed, body.reset);
    else if (body.kind === 'scored') scores.set(body.inputs, body);
    else if (body.kind === 'decided') {
      const { lead, decision, reason } = body;
      decisions.set(lead, { decision, ...(reason === undefined ? {} : { reason }), at, actor, sequence });
    } else if (body.kind === 'match-decided') {
      matches.set(body.match, { outcome: body.outcome, at, actor, sequence });
    } else if (body.kind === 'noted') {
      notes.set(body.lead, [...(notes.get(body.lead) ?? []), { text: body.text, at, actor, sequence }]);
    } else if (people.take({ sequence, at, actor, purpose, body })) continue;
    else if (body.kind === 'revealed') revealedUntil = Math.max(revealedUntil, at + body.minutes * 60_000);
  }
  const inOrder = [...active.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  const inputs = inputsHash(inOrder, changed, acceptedIn(matches), safeDatesIn(people.state().victims));
  return {
    active: inOrder,
    changed,
    inputs,
    scores,
    score: scores.get(inputs),
    decisions,
    notes,
    matches,
    ...people.state(),
    revealedUntil,
    undone,
  };
}

/** The case as it stood at the end of a day: the same settings and decisions, no later booking. */
export function stateAsOf(state: CaseState, asOf: Day): CaseState {
  const inputs = sha256Of(canonicalJson({ asOf: isoDate(asOf), of: state.inputs }));
  return { ...state, asOf, inputs, score: state.scores.get(inputs) };
}

/** From the last event back: an undo that is undone itself does not hold. */
function undoneSequences(events: readonly CaseEvent[]): Set<number> {
  const undone = new Set<number>();
  for (const { sequence, body } of events.toReversed()) {
    if (body.kind === 'undone' && !undone.has(sequence)) undone.add(body.sequence);
  }
  return undone;
}

/** Ids of accepted matches in their order. */
export function acceptedIn(matches: CaseState['matches']): string[] {
  return [...matches]
    .filter(([, { outcome }]) => outcome === 'accepted')
    .map(([id]) => id)
    .sort();
}

function inputsHash(
  active: readonly ActiveSegment[],
  changed: ChangedSettings,
  accepted: readonly string[],
  safe: readonly (readonly [number, string])[],
): string {
  const segments = active.map(({ segmentHash }) => segmentHash);
  const more = { ...(accepted.length === 0 ? {} : { accepted }), ...(safe.length === 0 ? {} : { safe }) };
  return sha256Of(canonicalJson({ changed, segments, ...more }));
}

const UNDOABLE: ReadonlySet<CaseEventBody['kind']> = new Set([
  'imported',
  'settings-changed',
  'decided',
  'match-decided',
  'noted',
  'fact-entered',
  'victim-step',
  'safe-date',
  'undone',
]);

/** Throws CLEW_USAGE or CLEW_NOT_FOUND where an event can't be undone. */
export function checkUndo(events: readonly CaseEvent[], undone: ReadonlySet<number>, sequence: number): void {
  const event = events[sequence - 1];
  if (!event) throw new CodedError('CLEW_NOT_FOUND', { what: `event ${sequence}` });
  if (undone.has(sequence)) throw new CodedError('CLEW_USAGE', { reason: `Event ${sequence} is undone already` });
  if (!UNDOABLE.has(event.body.kind)) {
    throw new CodedError('CLEW_USAGE', { reason: `Event ${sequence} (${event.body.kind}) cannot be undone` });
  }
}
