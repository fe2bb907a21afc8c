/** Imports and scoring as jobs: start, look, follow, stop. */
import { z } from 'zod';
import { origins } from '../cases/event.ts';
import { CodedError } from '../errors.ts';
import { parseIsoDate } from '../days.ts';
import { isoDate, job } from './api.ts';
import { importRequest } from './api-intake.ts';
import { endpoint, eventStream } from './endpoint.ts';
import { choiceOf } from './intake-endpoints.ts';

const whichJob = { id: z.string().max(40) };

export const jobEndpoints = [
  endpoint('post', '/api/imports', {
    summary: 'Reads files, folders and archives of this machine into the case',
    body: importRequest,
    status: 202,
    answer: job,
    handle(desk, { body: { paths, purpose, origin: asked, profile, overrides } }) {
      const origin = origins.find((known) => known === asked);
      if (!origin) throw new CodedError('CLEW_USAGE', { reason: `origin: one of ${origins.join(', ')}` });
      const choice = choiceOf(desk, profile, overrides);
      return desk.jobs.start('import', async (signal, onProgress) => {
        const { failed } = await desk.case.importPaths(paths, {
          purpose,
          origin,
          workers: desk.workers,
          signal,
          onProgress,
          ...choice,
        });
        return failed[0]?.error;
      });
    },
  }),
  endpoint('post', '/api/score', {
    summary: 'Runs every indicator over the case, or over what was booked up to a day',
    query: { asOf: isoDate.optional() },
    status: 202,
    answer: job,
    handle: (desk, { query }) =>
      desk.jobs.start('score', async (signal, onProgress) => {
        await desk.case.score({
          purpose: 'scoring at the desk',
          workers: desk.workers,
          ...(query.asOf === undefined ? {} : { asOf: parseIsoDate(query.asOf) }),
          signal,
          onProgress,
        });
        return undefined;
      }),
  }),
  endpoint('get', '/api/jobs/{id}', {
    summary: 'How far a job is',
    parameters: whichJob,
    answer: job,
    handle: (desk, { parameters }) => desk.jobs.get(parameters.id),
  }),
  eventStream('/api/jobs/{id}/events', {
    summary: 'The job’s states as server-sent events until it ends',
    parameters: whichJob,
    answer: job,
    follow: (desk, { id }, send, signal) => desk.jobs.follow(id, send, signal),
  }),
  endpoint('delete', '/api/jobs/{id}', {
    summary: 'Stops a job; the case is then as it was before',
    parameters: whichJob,
    answer: job,
    handle: (desk, { parameters }) => desk.jobs.cancel(parameters.id),
  }),
];
