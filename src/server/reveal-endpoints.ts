/** `POST /api/reveal`, `DELETE /api/reveal`: account identifiers in place of pseudonyms, for a purpose and a time. */
import type { z } from 'zod';
import { revealRequest, revealState } from './api.ts';
import type { Desk } from './desk.ts';
import { endpoint } from './endpoint.ts';

export function revealStateOf(desk: Desk): z.infer<typeof revealState> {
  const until = desk.revealedUntil();
  return until === undefined ? { active: false } : { active: true, until: new Date(until).toISOString() };
}

export const revealEndpoints = [
  endpoint('post', '/api/reveal', {
    summary: 'Shows account identifiers for some minutes; the purpose is kept in the case',
    body: revealRequest,
    answer: revealState,
    handle(desk, { body }) {
      desk.unmask(body.purpose, body.minutes);
      return revealStateOf(desk);
    },
  }),
  endpoint('delete', '/api/reveal', {
    summary: 'Masks identifiers again at once',
    answer: revealState,
    handle(desk) {
      desk.mask();
      return revealStateOf(desk);
    },
  }),
];
