/**
 * What the server stands in front of: one open case, its clock and its jobs. Nothing is decided
 * here; the case and `exchange/` do the work, and this file brings the two together.
 */
import type { Case } from '../cases/case.ts';
import { knownProfiles, profilesIn, profilesOfCase } from '../cases/profiles.ts';
import type { Scored } from '../cases/scored.ts';
import { parseIsoDate } from '../days.ts';
import { CodedError } from '../errors.ts';
import { coverageReport } from '../exchange/coverage-report.ts';
import { filesReport } from '../exchange/files-report.ts';
import { indicatorCountOf } from '../exchange/indicator-count.ts';
import { matchesReport } from '../exchange/matches-report.ts';
import type { Telling } from '../exchange/leads-report.ts';
import type { CsvProfile } from '../formats/csv/profile.ts';
import type { Segment } from '../formats/format.ts';
import { Disclosure } from '../leads/disclosure.ts';
import type { Lead } from '../leads/lead.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { FilesReport } from './api.ts';
import type { CoverageReport, MatchesReport } from './api-intake.ts';
import type { Jobs } from './jobs.ts';

/** Rows of files kept in memory to open records from. */
const MOST_ROWS_HELD = 2_000_000;

export interface DeskOptions {
  readonly case: Case;
  /** As the page shows it. */
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly workers: number;
  readonly jobs: Jobs;
  /** Where the user's profiles for delimited files lie. */
  readonly profiles?: string;
}

/** Reports by what they were made from. */
type Held<T> = WeakMap<Ledger, { masked?: T; revealed?: T }>;

export class Desk {
  readonly case: Case;
  readonly name: string;
  readonly clock: () => number;
  readonly workers: number;
  readonly jobs: Jobs;
  readonly profilesFolder: string | undefined;
  /** Reveals before this instant were ended by hand; what was seen stays in the events. */
  private maskedAt = 0;
  private held: readonly Segment[] = [];
  private readonly reports: Held<FilesReport> = new WeakMap();
  private readonly coverages: Held<CoverageReport> = new WeakMap();

  constructor(options: DeskOptions) {
    this.case = options.case;
    this.name = options.name;
    this.clock = options.clock;
    this.workers = options.workers;
    this.jobs = options.jobs;
    this.profilesFolder = options.profiles;
  }

  /** When the reveal that holds now ends; undefined while names are masked. */
  revealedUntil(): number | undefined {
    const now = this.clock();
    let until: number | undefined;
    for (const { at, body } of this.case.events()) {
      if (body.kind !== 'revealed' || at < this.maskedAt) continue;
      const end = at + body.minutes * 60_000;
      if (end > now && end > (until ?? 0)) until = end;
    }
    return until;
  }

  /** Ends every reveal at once for this desk. */
  mask(): void {
    this.maskedAt = this.clock() + 1;
  }

  unmask(purpose: string, minutes: number): void {
    this.case.append({ kind: 'revealed', minutes }, purpose);
    this.maskedAt = Math.min(this.maskedAt, this.clock());
  }

  /** The user's profiles and those that imports of this case used. */
  profiles(): CsvProfile[] {
    const ofUser = this.profilesFolder === undefined ? [] : profilesIn(this.profilesFolder);
    return knownProfiles(ofUser, profilesOfCase(this.case.events()));
  }

  /** The last score, or CLEW_NOT_SCORED. */
  scored(asOf?: string): Scored {
    const scored = this.case.scored(asOf === undefined ? undefined : parseIsoDate(asOf));
    if (!scored) throw new CodedError('CLEW_NOT_SCORED');
    return scored;
  }

  /** All that a report on leads is told from, under the present masking. */
  telling(scored: Scored): Telling {
    const disclosure = new Disclosure(scored.ledger, scored.ordinals, this.revealedUntil() !== undefined);
    return { ledger: scored.ledger, disclosure, indicators: scored.indicators };
  }

  lead(scored: Scored, id: string): Lead {
    const lead = scored.leads.find((one) => one.id === id);
    if (!lead) throw new CodedError('CLEW_NOT_FOUND', { what: 'The lead' });
    return lead;
  }

  /** An active file with its rows; the last few are held, as long as they are not too large together. */
  segment(sha256: string): Segment {
    const held = this.held.find(({ member }) => member.sha256 === sha256) ?? this.case.readSegment(sha256);
    this.held = [held, ...this.held.filter((other) => other !== held)];
    let rows = 0;
    this.held = this.held.filter((one, at) => (rows += one.count) <= MOST_ROWS_HELD || at === 0);
    return held;
  }

  /** Summed once per ledger and masking: a case's rows are many. */
  files(): FilesReport {
    return this.told(this.reports, (ledger, disclosure) => ({
      ...filesReport(ledger, this.segments(), disclosure),
      indicators: indicatorCountOf(ledger),
    }));
  }

  coverage(): CoverageReport {
    return this.told(this.coverages, (ledger, disclosure) => coverageReport(ledger, this.segments(), disclosure));
  }

  /** Made anew after each decision: accepted ones change the ledger. */
  matches(): MatchesReport {
    const ledger = this.case.loadLedger();
    const disclosure = new Disclosure(ledger, this.case.ordinals(), this.revealedUntil() !== undefined);
    return matchesReport(ledger, this.segments(), this.case.matchDecisions(), disclosure);
  }

  private segments(): (() => Segment)[] {
    return this.case.segments().map(
      ({ sha256 }) =>
        () =>
          this.case.readSegment(sha256),
    );
  }

  private told<T>(held: Held<T>, make: (ledger: Ledger, disclosure: Disclosure) => T): T {
    const ledger = this.case.loadLedger();
    const reports = held.get(ledger) ?? {};
    held.set(ledger, reports);
    const isRevealed = this.revealedUntil() !== undefined;
    const key = isRevealed ? 'revealed' : 'masked';
    return (reports[key] ??= make(ledger, new Disclosure(ledger, this.case.ordinals(), isRevealed)));
  }
}
