/** `GET /api/entries/{entryId}`: the bank's own record behind a row, masked by field. */
import { CodedError } from '../errors.ts';
import { entryDetail, placeOfEntry } from '../exchange/entry-detail.ts';
import { recordKey } from '../ledger/safe-dates.ts';
import { fileSource } from '../intake/byte-source.ts';
import { entryDetail as entryDetailShape, entryId } from './api.ts';
import { endpoint } from './endpoint.ts';

export const entryEndpoints = [
  endpoint('get', '/api/entries/{entryId}', {
    summary: 'A record as the bank wrote it, field by field, masked until a reveal is active',
    parameters: { entryId },
    answer: entryDetailShape,
    handle(desk, { parameters }) {
      const { file, record } = placeOfEntry(parameters.entryId);
      const found = desk.case.segments().find(({ sha256 }) => sha256.startsWith(file));
      // A safe date withholds the record behind the row too, in the words of one that is not there.
      const isWithheld = found && desk.case.loadLedger().withheld.has(recordKey(found.sha256, record));
      if (!found || isWithheld) throw new CodedError('CLEW_NOT_FOUND', { what: 'The entry' });
      const source = fileSource(desk.case.sourcePath(found.sha256));
      try {
        return entryDetail(parameters.entryId, desk.segment(found.sha256), source, desk.revealedUntil() !== undefined);
      } finally {
        source.close();
      }
    },
  }),
];
