/** `POST /api/decisions`: what a person decides on a lead; an event with a reason, and it can be undone. */
import { decisionAnswer, decisionRequest } from './api.ts';
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
];
