/** `GET /api/entries/{entryId}`: the bank's own record behind a row, masked by field. */
import { CodedError } from '../errors.ts';
import { entryDetail, placeOfEntry } from '../exchange/entry-detail.ts';
import { fileSource } from '../intake/byte-source.ts';
import { entryDetail as entryDetailShape, entryId } from './api.ts';
import { endpoint } from './endpoint.ts';

export const entryEndpoints = [
  endpoint('get', '/api/entries/{entryId}', {
    summary: 'A record as the bank wrote it, field by field, masked until a reveal is active',
    parameters: { entryId },
    answer: entryDetailShape,
    handle(desk, { parameters }) {
      const { file } = placeOfEntry(parameters.entryId);
      const found = desk.case.segments().find(({ sha256 }) => sha256.startsWith(file));
      if (!found) throw new CodedError('CLEW_NOT_FOUND', { what: 'The entry' });
      const source = fileSource(desk.case.sourcePath(found.sha256));
      try {
        return entryDetail(parameters.entryId, desk.segment(found.sha256), source, desk.revealedUntil() !== undefined);
      } finally {
        source.close();
      }
    },
  }),
];
