/**
 * Calls to Clew's own server, and to nothing else. The token of the start is in a cookie that
 * scripts cannot read; without it the server answers 401 and the desk says what to do.
 */
import type {
  Decision,
  EntryDetail,
  CaseSummary,
  CoverageReport,
  FilesReport,
  InspectionReport,
  Job,
  LeadDetail,
  LeadsList,
  MatchesReport,
  Overrides,
  Problem,
  TransactionsPage,
} from './contract.ts';

export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, message: string, status: number) {
    super(message);
    this.code = code;
    this.status = status;
  }
  /** The server did not answer at all. */
  get isGone(): boolean {
    return this.status === 0;
  }
  get isLocked(): boolean {
    return this.status === 401;
  }
}

async function send(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiProblem('unreachable', '', 0);
  }
  if (!response.ok) {
    const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
    throw new ApiProblem(
      problem.code ?? `http-${response.status}`,
      problem.message ?? response.statusText,
      response.status,
    );
  }
  return response;
}

async function ask<Answer>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Answer> {
  const response = await send(method, path, body, signal);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

const part = encodeURIComponent;

export const api = {
  case: (signal?: AbortSignal) => ask<CaseSummary>('GET', '/api/case', undefined, signal),
  files: (signal?: AbortSignal) => ask<FilesReport>('GET', '/api/files', undefined, signal),
  leads: (signal?: AbortSignal) => ask<LeadsList>('GET', '/api/leads', undefined, signal),
  lead: (id: string, signal?: AbortSignal) => ask<LeadDetail>('GET', `/api/leads/${part(id)}`, undefined, signal),
  transactions: (id: string, offset: number, limit: number, signal?: AbortSignal) =>
    ask<TransactionsPage>(
      'GET',
      `/api/leads/${part(id)}/transactions?offset=${offset}&limit=${limit}`,
      undefined,
      signal,
    ),
  entry: (id: string, signal?: AbortSignal) => ask<EntryDetail>('GET', `/api/entries/${part(id)}`, undefined, signal),
  reveal: (purpose: string, minutes: number) => ask<unknown>('POST', '/api/reveal', { purpose, minutes }),
  mask: () => ask<unknown>('DELETE', '/api/reveal'),
  decide: (lead: string, decision: Decision, reason?: string) =>
    ask<unknown>('POST', '/api/decisions', { lead, decision, ...(reason === undefined ? {} : { reason }) }),
  importFiles: (paths: string[], purpose: string, origin: string, overrides?: Overrides) =>
    ask<Job>('POST', '/api/imports', { paths, purpose, origin, ...(overrides === undefined ? {} : { overrides }) }),
  inspect: (path: string, overrides: Overrides, signal?: AbortSignal) =>
    ask<InspectionReport>('POST', '/api/inspect', { path, overrides }, signal),
  keepProfile: (name: string, path: string, overrides: Overrides) =>
    ask<unknown>('POST', '/api/profiles', { name, path, overrides }),
  matches: (signal?: AbortSignal) => ask<MatchesReport>('GET', '/api/matches', undefined, signal),
  decideMatch: (match: string, outcome: 'accepted' | 'refused', purpose: string) =>
    ask<MatchesReport>('POST', '/api/matches', { match, outcome, purpose }),
  coverage: (signal?: AbortSignal) => ask<CoverageReport>('GET', '/api/coverage', undefined, signal),
  score: () => ask<Job>('POST', '/api/score', {}),
  cancel: (job: string) => ask<unknown>('DELETE', `/api/jobs/${part(job)}`),
};

/** Server-sent events of a job, over fetch so that a refusal has its code and the listener can stop. Ends with the job. */
export async function followJob(id: string, onJob: (job: Job) => void, signal: AbortSignal): Promise<void> {
  const response = await send('GET', `/api/jobs/${part(id)}/events`, undefined, signal);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) return;
  let pending = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const events = (pending + value).split('\n\n');
    pending = events.pop() ?? '';
    for (const event of events) {
      const text = event
        .split('\n')
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice(5).trimStart())
        .join('\n');
      if (text !== '') onJob(JSON.parse(text) as Job);
    }
  }
}
