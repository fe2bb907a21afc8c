/** Reports on an open case for the commands: the same `exchange/` functions that the server calls. */
import type { Case } from '../cases/case.ts';
import { isoDate, type Day } from '../days.ts';
import { CodedError } from '../errors.ts';
import { coverageReport } from '../exchange/coverage-report.ts';
import { filesReport } from '../exchange/files-report.ts';
import { indicatorCountOf } from '../exchange/indicator-count.ts';
import { matchesReport } from '../exchange/matches-report.ts';
import { leadsReport } from '../exchange/leads-report.ts';
import type { Segment } from '../formats/format.ts';
import { Disclosure } from '../leads/disclosure.ts';
import type { FilesReport, LeadsReport } from '../server/api.ts';
import type { CoverageReport, MatchesReport } from '../server/api-intake.ts';

export function filesOf(opened: Case): FilesReport {
  const ledger = opened.loadLedger();
  const disclosure = new Disclosure(ledger, opened.ordinals(), false);
  return { ...filesReport(ledger, segmentsOf(opened), disclosure), indicators: indicatorCountOf(ledger) };
}

export function coverageOf(opened: Case): CoverageReport {
  const ledger = opened.loadLedger();
  return coverageReport(ledger, segmentsOf(opened), new Disclosure(ledger, opened.ordinals(), false));
}

export function matchesOf(opened: Case): MatchesReport {
  const ledger = opened.loadLedger();
  const disclosure = new Disclosure(ledger, opened.ordinals(), false);
  return matchesReport(ledger, segmentsOf(opened), opened.matchDecisions(), disclosure);
}

/** Read one after the other, so that one file's rows are in memory at a time. */
function segmentsOf(opened: Case): (() => Segment)[] {
  return opened.segments().map(
    ({ sha256 }) =>
      () =>
        opened.readSegment(sha256),
  );
}

/** @throws CLEW_NOT_SCORED */
export function leadsOf(opened: Case, isRevealed: boolean, asOf?: Day): LeadsReport {
  const scored = opened.scored(asOf);
  if (!scored) throw new CodedError('CLEW_NOT_SCORED');
  const { ledger, ordinals, indicators, leads, notTested, settingsId } = scored;
  const telling = { ledger, indicators, disclosure: new Disclosure(ledger, ordinals, isRevealed) };
  return { ...leadsReport(telling, leads, notTested, settingsId), ...asOfNote(opened, asOf) };
}

/** What a report as of a day says of itself: the day, and how much of what it used bears no day. */
export function asOfNote(opened: Case, asOf: Day | undefined): Pick<LeadsReport, 'asOf'> {
  return asOf === undefined ? {} : { asOf: { day: isoDate(asOf), undatedFacts: opened.undatedFacts() } };
}

export function asOfText({ day, undatedFacts }: NonNullable<LeadsReport['asOf']>): string {
  const undated = undatedFacts === 0 ? '' : `; ${undatedFacts} facts of registers bear no day and count`;
  return `As of ${day}: nothing that was booked later counts${undated}.\n`;
}
