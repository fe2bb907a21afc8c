/** Reports on an open case for the commands: the same `exchange/` functions that the server calls. */
import type { Case } from '../cases/case.ts';
import { CodedError } from '../errors.ts';
import { filesReport } from '../exchange/files-report.ts';
import { leadsReport } from '../exchange/leads-report.ts';
import { Disclosure } from '../leads/disclosure.ts';
import type { FilesReport, LeadsReport } from '../server/api.ts';

export function filesOf(opened: Case): FilesReport {
  const ledger = opened.loadLedger();
  return filesReport(
    ledger,
    opened.segments().map(
      ({ sha256 }) =>
        () =>
          opened.readSegment(sha256),
    ),
    new Disclosure(ledger, opened.ordinals(), false),
  );
}

/** @throws CLEW_NOT_SCORED */
export function leadsOf(opened: Case, isRevealed: boolean): LeadsReport {
  const scored = opened.scored();
  if (!scored) throw new CodedError('CLEW_NOT_SCORED');
  const { ledger, ordinals, indicators, leads, notTested, settingsId } = scored;
  const telling = { ledger, indicators, disclosure: new Disclosure(ledger, ordinals, isRevealed) };
  return leadsReport(telling, leads, notTested, settingsId);
}
