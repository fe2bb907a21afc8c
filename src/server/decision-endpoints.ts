/** What a person decides on a lead or on a match between banks; an event with a reason, and it can be undone. */
import { CodedError } from '../errors.ts';
import { decisionAnswer, decisionRequest } from './api.ts';
import { matchRequest, matchesReport } from './api-intake.ts';
import { endpoint } from './endpoint.ts';

export const decisionEndpoints = [
  endpoint('post', '/api/decisions', {
    summary: 'Pursue a lead, set it aside, refer it for safeguarding or ask for data',
    body: decisionRequest,
    status: 201,
    answer: decisionAnswer,
    handle(desk, { body: { lead, decision, reason } }) {
      desk.lead(desk.scored(), lead);
      const event = desk.case.append(
        { kind: 'decided', lead, decision, ...(reason === undefined ? {} : { reason }) },
        reason ?? `decision on a lead: ${decision}`,
      );
      return { lead, decision, sequence: event.sequence };
    },
  }),
  endpoint('get', '/api/matches', {
    summary: 'Entries of two banks that are likely one payment, with what differs',
    answer: matchesReport,
    handle: (desk) => desk.matches(),
  }),
  endpoint('post', '/api/matches', {
    summary: 'Accepts a proposed match, which makes its entries one transaction, or refuses it',
    body: matchRequest,
    status: 201,
    answer: matchesReport,
    handle(desk, { body: { match, outcome, purpose } }) {
      if (!desk.matches().proposed.some(({ id }) => id === match))
        throw new CodedError('CLEW_NOT_FOUND', { what: 'The proposal' });
      desk.case.append({ kind: 'match-decided', match, outcome }, purpose);
      return desk.matches();
    },
  }),
];
