/**
 * A case: its folder, its events, and what follows from them. One process writes at a time; any
 * number may read beside it. Every change is one event, and a killed process leaves the case either
 * before or after it, never between. Over 300 lines, since all that changes a case goes through one
 * place.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { asCodedError, CodedError } from '../errors.ts';
import type { Day } from '../days.ts';
import type { Segment } from '../formats/format.ts';
import type { ChangedSettings } from '../indicators/settings.ts';
import { undatedFacts } from '../ledger/as-of.ts';
import type { FactBody } from '../leads/facts.ts';
import type { Ledger } from '../ledger/ledger.ts';
import {
  CASE_VERSION,
  caseFolder,
  checkCaseFile,
  damaged,
  makeFolders,
  writeCaseFile,
  type CaseFolder,
} from './case-folder.ts';
import { EventLog } from './event-log.ts';
import type { AppendableBody, CaseEvent, CaseEventBody } from './event.ts';
import {
  acceptedIn,
  checkUndo,
  foldEvents,
  stateAsOf,
  type ActiveSegment,
  type CaseState,
  type Decision,
  type MatchDecision,
  type Note,
} from './fold.ts';
import { safeDatesIn, type EnteredFact, type PeopleState } from './people-fold.ts';
import { readSealed, writeSealed, type SealedWords } from './sealed-file.ts';
import { readFiles, type ImportOptions, type ReadFiles } from './import-files.ts';
import { takeLock, type Lock } from './lock.ts';
import { throwIfCancelled } from './open-paths.ts';
import { ledgerOf, ordinalsIn, score, scoredAgain, type Scored, type ScoreOptions } from './scored.ts';
import { readSegment, readSegmentInfo, readSegmentNames } from './segment-file.ts';
import type { SegmentInfo } from './segment-info.ts';
import { sweep } from './sweep.ts';

export interface CaseOptions {
  /** Who is answerable for what is done in this session. */
  readonly actor: string;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

export interface ImportOutcome extends ReadFiles {
  /** Absent where no file could be read: then nothing changed. */
  readonly event?: CaseEvent;
}

export interface ScoreOutcome extends Scored {
  readonly event: CaseEvent;
  /** Milliseconds by indicator, summed over threads. */
  readonly timings: Readonly<Record<string, number>>;
}

/** An active file: what its import says of it and what its segment says of itself. */
export type CaseSegment = ActiveSegment & SegmentInfo;

/** A day that was asked for stands beside the whole case, never in its place. */
type Which = 'whole' | 'asOf';
const whichOf = (asOf: Day | undefined): Which => (asOf === undefined ? 'whole' : 'asOf');

export class Case {
  readonly path: string;
  readonly isReadOnly: boolean;
  private readonly folder: CaseFolder;
  private readonly log: EventLog;
  private readonly lock: Lock | undefined;
  private readonly options: CaseOptions;
  private working = false;
  private folded: { readonly of: number; readonly state: CaseState } | undefined;
  /** Of the whole case, and of the day that was asked for last. */
  private readonly held: { [W in Which]?: { readonly key: string; readonly ledger: Ledger } | undefined } = {};
  private readonly heldScore: { [W in Which]?: { readonly inputs: string; readonly scored: Scored } | undefined } = {};
  private readonly infos = new Map<string, SegmentInfo>();

  /** Use `createCase` or `openCase`. */
  constructor(folder: CaseFolder, log: EventLog, lock: Lock | undefined, options: CaseOptions) {
    this.path = folder.path;
    this.folder = folder;
    this.log = log;
    this.lock = lock;
    this.options = options;
    this.isReadOnly = lock === undefined;
  }

  /**
   * Imports files, folders and containers in one event. Throws CLEW_CANCELLED where the signal
   * fires; the case is then as it was.
   */
  async importPaths(paths: readonly string[], options: ImportOptions): Promise<ImportOutcome> {
    const { purpose, origin, useLimits, signal } = options;
    return this.work(purpose, async () => {
      const known = new Set(this.state().active.map(({ sha256 }) => sha256));
      const read = await readFiles(this.folder, paths, known, options);
      if (read.imported.length === 0 && read.alreadyThere === 0) return read;
      throwIfCancelled(signal);
      const event = this.add(
        {
          kind: 'imported',
          origin,
          ...(useLimits === undefined ? {} : { useLimits }),
          segments: read.imported.map(({ info: _, ...segment }) => segment),
          alreadyThere: read.alreadyThere,
        },
        purpose,
      );
      return { ...read, event };
    });
  }

  /** Runs every indicator over the active files, or over what was booked by a day, and keeps what was found. */
  async score(options: ScoreOptions): Promise<ScoreOutcome> {
    return this.work(options.purpose, async () => {
      const state = this.stateOf(options.asOf);
      const { scored, body, timings } = await score(
        this.folder,
        this.events(),
        state,
        () => this.loadLedger(options.asOf),
        options,
      );
      throwIfCancelled(options.signal);
      const event = this.add(body, options.purpose);
      this.heldScore[whichOf(options.asOf)] = { inputs: leadInputs(state), scored };
      return { ...scored, event, timings };
    });
  }

  /** The ledger of the active files, made once and held while they stay the same. */
  loadLedger(asOf?: Day): Ledger {
    const state = this.stateOf(asOf);
    const which = whichOf(asOf);
    const key = [
      ...state.active.map(({ segmentHash }) => segmentHash),
      ...acceptedIn(state.matches),
      ...safeDatesIn(state.victims).flat(),
      String(asOf ?? ''),
    ].join(' ');
    const held = this.held[which];
    if (held?.key === key) return held.ledger;
    // The old one goes first, so that two never stand in memory for one.
    this.held[which] = undefined;
    this.heldScore[which] = undefined;
    const ledger = ledgerOf(this.folder, this.events(), state);
    this.held[which] = { key, ledger };
    return ledger;
  }

  /** What the last score gave, if it was made of the active files under the present settings. */
  scored(asOf?: Day): Scored | undefined {
    const state = this.stateOf(asOf);
    if (!state.score) return undefined;
    const inputs = leadInputs(state);
    const which = whichOf(asOf);
    if (this.heldScore[which]?.inputs !== inputs) {
      const scored = scoredAgain(this.folder, this.events(), state, this.loadLedger(asOf));
      this.heldScore[which] = scored && { inputs, scored };
    }
    return this.heldScore[which]?.scored;
  }

  /** The case's number of each end of its ledger, for pseudonyms before it is scored. */
  ordinals(): Uint32Array {
    return this.scored()?.ordinals ?? ordinalsIn(this.folder, this.events(), this.loadLedger());
  }

  /** The active files in canonical order, without their rows. */
  segments(): CaseSegment[] {
    return this.state().active.map((active) => ({ ...this.info(active.segmentHash), ...active }));
  }

  /** Facts of registers without a day: they count as of any day, which a report has to say. */
  undatedFacts(): number {
    return undatedFacts(this.state().active.map(({ namesHash }) => readSegmentNames(this.folder, namesHash)));
  }

  /** An active file's segment with all its rows. */
  readSegment(sha256: string): Segment {
    const active = this.state().active.find((segment) => segment.sha256 === sha256);
    if (!active) throw new CodedError('CLEW_NOT_FOUND', { what: `The file ${sha256}` });
    return readSegment(this.folder, active.segmentHash, active.name);
  }

  /** The case's exact copy of an imported file. */
  sourcePath(sha256: string): string {
    const isKnown = this.events().some(
      ({ body }) => body.kind === 'imported' && body.segments.some((one) => one.sha256 === sha256),
    );
    if (!isKnown) throw new CodedError('CLEW_NOT_FOUND', { what: `The file ${sha256}` });
    const path = join(this.folder.sources, sha256);
    if (!existsSync(path)) throw damaged(this.path, `sources/${sha256} is missing`);
    return path;
  }

  append(body: AppendableBody, purpose: string): CaseEvent {
    return this.add(body, purpose);
  }

  /** Undoes an import, a change of settings, a decision, a note or an undo. */
  undo(sequence: number, purpose: string): CaseEvent {
    checkUndo(this.events(), this.state().undone, sequence);
    return this.add({ kind: 'undone', sequence }, purpose);
  }

  events(): readonly CaseEvent[] {
    return this.log.list();
  }

  changedSettings(): ChangedSettings {
    return this.state().changed;
  }

  /** The decision in force by lead. */
  decisions(): ReadonlyMap<string, Decision> {
    return this.state().decisions;
  }

  notes(): ReadonlyMap<string, readonly Note[]> {
    return this.state().notes;
  }

  /** What was decided on proposed matches between banks, by their ids. */
  matchDecisions(): ReadonlyMap<string, MatchDecision> {
    return this.state().matches;
  }

  /** Facts from outside the money, in order of entry. */
  facts(): readonly EnteredFact[] {
    return this.state().facts;
  }

  /** Steps and safe dates of possible victims, by case number. */
  victims(): PeopleState['victims'] {
    return this.state().victims;
  }

  /** Its words are written and named by hash before the event is. */
  enterFact(fact: FactBody, words: SealedWords | undefined, purpose: string): CaseEvent {
    this.checkWritable(purpose);
    const sealed = words && writeSealed(this.folder, words);
    return this.add({ kind: 'fact-entered', fact, ...(sealed === undefined ? {} : { sealed }) }, purpose);
  }

  /** The words of a fact; undefined where there are none or they were erased. */
  sealedWords(hash: string): SealedWords | undefined {
    return readSealed(this.folder, hash);
  }

  /** When the reveal that is active now ends, in milliseconds; undefined where none is. */
  revealActive(now: number): number | undefined {
    const { revealedUntil } = this.state();
    return revealedUntil > now ? revealedUntil : undefined;
  }

  close(): void {
    this.log.close();
    this.lock?.release();
  }

  private state(): CaseState {
    const events = this.events();
    if (this.folded?.of !== events.length) this.folded = { of: events.length, state: foldEvents(events) };
    return this.folded.state;
  }

  private stateOf(asOf: Day | undefined): CaseState {
    return asOf === undefined ? this.state() : stateAsOf(this.state(), asOf);
  }

  private info(segmentHash: string): SegmentInfo {
    const held = this.infos.get(segmentHash) ?? readSegmentInfo(this.folder, segmentHash);
    this.infos.set(segmentHash, held);
    return held;
  }

  private add(body: CaseEventBody, purpose: string): CaseEvent {
    this.checkWritable(purpose, body.kind);
    return this.log.append({ at: this.options.clock(), actor: this.options.actor, purpose, body });
  }

  private checkWritable(purpose: string, kind?: CaseEventBody['kind']): void {
    if (this.isReadOnly)
      throw new CodedError('CLEW_USAGE', { reason: `The case ${this.path} is open for reading only` });
    if (purpose.trim() !== '') return;
    if (kind === 'revealed') throw new CodedError('CLEW_PURPOSE_MISSING');
    throw new CodedError('CLEW_USAGE', { reason: 'Every change of a case needs a purpose' });
  }

  /** One long work at a time; what it left without an event is swept. */
  private async work<T>(purpose: string, action: () => Promise<T>): Promise<T> {
    this.checkWritable(purpose);
    if (this.working) throw new CodedError('CLEW_CASE_BUSY', { path: this.path });
    this.working = true;
    try {
      return await action();
    } catch (thrown) {
      throw asCodedError(thrown);
    } finally {
      this.working = false;
      sweep(this.folder, this.events());
    }
  }
}

/** Leads are of findings and facts; the latter change no finding. */
function leadInputs({ inputs, facts }: CaseState): string {
  return [inputs, ...facts.map(({ sequence }) => sequence)].join(' ');
}

/** Makes a case; CLEW_USAGE where there is one already. */
export function createCase(path: string, options: CaseOptions & { readonly purpose: string }): Case {
  const folder = caseFolder(path);
  if (existsSync(folder.caseFile)) throw new CodedError('CLEW_USAGE', { reason: `There is a case in ${path} already` });
  makeFolders(folder);
  return locked(folder, (lock) => {
    const log = new EventLog(folder, 'write');
    // A creation that was killed left its first event at most; more is a case that lost its case.json.
    if (log.list().length > 1) throw damaged(path, 'case.json is missing');
    const created =
      log.list()[0] ??
      log.append({
        at: options.clock(),
        actor: options.actor,
        purpose: options.purpose,
        body: { kind: 'created', version: CASE_VERSION },
      });
    writeCaseFile(folder, created.at);
    return new Case(folder, log, lock, options);
  });
}

/** Opens a case and sweeps what no event names; to read only, without lock or sweep. */
export function openCase(path: string, options: CaseOptions & { readonly readOnly?: boolean }): Case {
  const folder = caseFolder(path);
  checkCaseFile(folder);
  const open = (lock: Lock | undefined): Case => {
    // Empty folders are easily lost when a case is copied.
    if (lock) makeFolders(folder);
    const log = new EventLog(folder, lock ? 'write' : 'read');
    if (log.list()[0]?.body.kind !== 'created') throw damaged(path, 'event 1 is missing');
    if (lock) sweep(folder, log.list());
    return new Case(folder, log, lock, options);
  };
  return options.readOnly ? open(undefined) : locked(folder, open);
}

function locked(folder: CaseFolder, open: (lock: Lock) => Case): Case {
  const lock = takeLock(folder);
  try {
    return open(lock);
  } catch (thrown) {
    lock.release();
    throw thrown;
  }
}
