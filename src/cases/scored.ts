/**
 * From segments to leads: ledger, adjacency, view, findings, leads. Findings are kept in the case;
 * all else is a pure function of segments, settings and findings and is made again when a case is
 * opened.
 */
import { isoDate, parseIsoDate, type Day } from '../days.ts';
import { buildAdjacency, type Adjacency } from '../graph/adjacency.ts';
import { loadCatalogue } from '../indicators/catalogue.ts';
import type { Finding } from '../indicators/indicator.ts';
import { loadPriceLevels } from '../indicators/price-levels.ts';
import { runIndicators, type NotTested, type RunResult } from '../indicators/run.ts';
import { currentValues, type ChangedSettings } from '../indicators/settings.ts';
import { buildView, type View } from '../indicators/view.ts';
import { assembleLeads } from '../leads/assemble.ts';
import type { Fact } from '../leads/facts.ts';
import type { Lead } from '../leads/lead.ts';
import type { IndicatorById } from '../leads/points.ts';
import { buildLedger } from '../ledger/build.ts';
import { segmentAsOf } from '../ledger/as-of.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { canonicalJson, sha256Of } from './canonical-json.ts';
import type { CaseFolder } from './case-folder.ts';
import type { CaseEvent } from './event.ts';
import { acceptedIn, type CaseState, type ScoredBody } from './fold.ts';
import type { Report } from './import-files.ts';
import { endsNumbered, ordinalsOf } from './ordinals.ts';
import { safeDatesIn } from './people-fold.ts';
import { readScore, writeScore } from './score-file.ts';
import { readSegment, readSegmentNames } from './segment-file.ts';

/** The catalogue does not change while a program runs; loaded here so that reading a case stays synchronous. */
const indicators: IndicatorById = new Map((await loadCatalogue()).map((indicator) => [indicator.id, indicator]));
/** Where in the whole each step of scoring begins. */
const STEPS = { ledger: 0, searching: 0.25, leads: 0.95 } as const;

/** Everything that the active files and the settings give. */
export interface Scored {
  readonly ledger: Ledger;
  readonly view: View;
  readonly adjacency: Adjacency;
  readonly findings: readonly Finding[];
  readonly leads: readonly Lead[];
  /** What people entered, whether it stands in a lead or not. */
  readonly facts: readonly Fact[];
  readonly notTested: readonly NotTested[];
  /** Anchors at which an indicator's step budget ran out. */
  readonly cuts: Readonly<Record<string, number>>;
  /** The case's number of each ledger end, from 1; 0 for leaves. */
  readonly ordinals: Uint32Array;
  readonly indicators: IndicatorById;
  readonly settingsId: string;
}

export interface ScoreOptions {
  readonly purpose: string;
  readonly workers: number;
  /** Bookings up to and including this day only. */
  readonly asOf?: Day;
  readonly signal?: AbortSignal;
  readonly onProgress?: Report;
}

/** The ledger of the active segments, up to the day as of which it is asked for. */
export function ledgerOf(folder: CaseFolder, events: readonly CaseEvent[], state: CaseState): Ledger {
  const segments = state.active.map(({ segmentHash, name }) => {
    const segment = readSegment(folder, segmentHash, name);
    return state.asOf === undefined ? segment : segmentAsOf(segment, state.asOf);
  });
  const safe = new Map(safeDatesIn(state.victims));
  if (safe.size === 0) return buildLedger(segments, acceptedIn(state.matches));
  const ends = endsNumbered(events, (namesHash) => readSegmentNames(folder, namesHash).ends, [...safe.keys()]);
  const safeDates = [...ends].map(([ordinal, end]) => ({ ...end, from: parseIsoDate(safe.get(ordinal) ?? '') }));
  return buildLedger(segments, acceptedIn(state.matches), safeDates);
}

/** Facts under the ledger's numbers; ties to ends that no active file has are passed over. */
function factsOf(state: CaseState, ordinals: Uint32Array): Fact[] {
  if (state.facts.length === 0) return [];
  const ends = new Map([...ordinals].map((ordinal, end) => [ordinal, end]));
  // As of a day nobody knows what became known after it.
  const were = state.facts.filter(({ known }) => state.asOf === undefined || parseIsoDate(known) <= state.asOf);
  return were.map(({ sequence, known, ties, kind, reporter, source, information, form, signs }) => ({
    ...{ event: sequence, kind, reporter, source, information, known: parseIsoDate(known) },
    ...(form === undefined ? {} : { form }),
    ...(signs === undefined ? {} : { signs }),
    ties: ties.flatMap(({ ordinal, role }) => {
      const end = ordinal === 0 ? undefined : ends.get(ordinal);
      return end === undefined ? [] : [{ end, ...(role === undefined ? {} : { role }) }];
    }),
  }));
}

export function ordinalsIn(folder: CaseFolder, events: readonly CaseEvent[], ledger: Ledger): Uint32Array {
  return ordinalsOf(events, (namesHash) => readSegmentNames(folder, namesHash).ends, ledger.ends);
}

/** Searches and writes what was found; the case is as it was until the event is appended. */
export async function score(
  folder: CaseFolder,
  events: readonly CaseEvent[],
  state: CaseState,
  ledgerMade: () => Ledger,
  options: ScoreOptions,
): Promise<{ readonly scored: Scored; readonly body: ScoredBody; readonly timings: RunResult['timings'] }> {
  const { workers, signal } = options;
  const report: Report = options.onProgress ?? (() => undefined);
  report('ledger', STEPS.ledger);
  const ledger = ledgerMade();
  const { adjacency, view } = searchable(ledger);
  const { timings, ...found } = await runIndicators(view, {
    changed: state.changed,
    workers,
    ...(signal ? { signal } : {}),
    onProgress: (done, total) =>
      report('searching', STEPS.searching + ((STEPS.leads - STEPS.searching) * done) / Math.max(1, total)),
  });
  report('leads', STEPS.leads);
  const settingsId = settingsHash(state.changed);
  const ordinals = ordinalsIn(folder, events, ledger);
  const facts = factsOf(state, ordinals);
  const leads = assembleLeads(ledger, found.findings, indicators, ordinals, facts);
  const scoreHash = writeScore(folder, {
    ...found,
    ledger: ledger.id,
    settings: settingsId,
    ends: ledger.ends.count,
    transactions: ledger.count,
  });
  const body: ScoredBody = {
    kind: 'scored',
    inputs: state.inputs,
    ...(state.asOf === undefined ? {} : { asOf: isoDate(state.asOf) }),
    ledger: ledger.id,
    settings: settingsId,
    scoreHash,
    leads: leads.length,
  };
  return {
    scored: { ledger, view, adjacency, ...found, leads, facts, ordinals, indicators, settingsId },
    body,
    timings,
  };
}

/** What an earlier score gave; undefined where it does not hold any more. */
export function scoredAgain(
  folder: CaseFolder,
  events: readonly CaseEvent[],
  state: CaseState,
  ledger: Ledger,
): Scored | undefined {
  if (!state.score) return undefined;
  const { findings, notTested, cuts, ...of } = readScore(folder, state.score.scoreHash);
  // Another Clew may have other indicators or defaults, or number the ledger otherwise.
  if (of.settings !== settingsHash(state.changed)) return undefined;
  if (of.ledger !== ledger.id || of.ends !== ledger.ends.count || of.transactions !== ledger.count) return undefined;
  const ordinals = ordinalsIn(folder, events, ledger);
  const facts = factsOf(state, ordinals);
  const leads = assembleLeads(ledger, findings, indicators, ordinals, facts);
  return {
    ledger,
    ...searchable(ledger),
    findings,
    notTested,
    cuts,
    leads,
    facts,
    ordinals,
    indicators,
    settingsId: of.settings,
  };
}

function searchable(ledger: Ledger): Pick<Scored, 'adjacency' | 'view'> {
  const adjacency = buildAdjacency(ledger.columns, ledger.count, ledger.ends.count);
  return { adjacency, view: buildView(ledger, adjacency, loadPriceLevels()) };
}

/** Of every indicator's points and settings as they are now, those that nobody changed included. */
function settingsHash(changed: ChangedSettings): string {
  const current = [...indicators.values()].map((indicator) => [
    indicator.id,
    indicator.points,
    currentValues(indicator, changed),
  ]);
  return sha256Of(canonicalJson(current)).slice(0, 16);
}
