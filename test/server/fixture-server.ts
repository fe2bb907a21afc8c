/**
 * A server for drawing the page only: answers every endpoint with the made-up case, on a fixed
 * port, without a token and without any logic of the product.
 * Start: `npx tsx test/server/fixture-server.ts [port]`
 */
import express, { type Response } from 'express';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.ts';
import type { LeadSummary } from '../../src/server/api.ts';
import {
  madeUpDetail,
  madeUpEntry,
  madeUpFiles,
  madeUpPeriod,
  madeUpSummaries,
  madeUpTransactions,
} from './made-up-case.ts';
import { madeUpCoverage, madeUpInspection, madeUpMatches } from './made-up-intake.ts';

/** The app alone, for tests of the page that bring their own listener. */
export function fixtureApp(): express.Express {
  const app = express();
  const decisions = new Map<string, NonNullable<LeadSummary['decision']>>();
  const jobs = new Map<
    string,
    { id: string; kind: 'import' | 'score'; state: 'running' | 'done' | 'cancelled'; step: string; progress: number }
  >();
  let revealedUntil = 0;
  const revealed = (): boolean => revealedUntil > Date.now();
  const missing = (response: Response, what: string): void => {
    response.status(404).json({ code: 'CLEW_NOT_FOUND', message: `${what} was not found` });
  };
  const caseAnswer = (): unknown => ({
    name: 'demo-case',
    files: 4,
    records: 61_240,
    transactions: 61_204,
    reconciles: { yes: 4, no: 1, unknown: 0 },
    period: madeUpPeriod,
    currencies: ['EUR', 'RON'],
    scored: true,
    leads: 7,
    possibleVictims: 25,
    setAside: [...decisions.values()].filter((decision) => decision === 'set-aside').length,
    reveal: revealed() ? { active: true, until: new Date(revealedUntil).toISOString() } : { active: false },
  });
  const startJob = (kind: 'import' | 'score', response: Response): void => {
    const job = {
      id: `job-${String(jobs.size + 1)}`,
      kind,
      state: 'running' as 'running' | 'done' | 'cancelled',
      step: 'reading',
      progress: 0,
    };
    jobs.set(job.id, job);
    const timer = setInterval(() => {
      if (job.state !== 'running') {
        clearInterval(timer);
        return;
      }
      job.progress = Math.min(1, job.progress + 0.05);
      job.step = job.progress < 0.4 ? 'reading' : job.progress < 0.7 ? 'building the ledger' : 'searching';
      if (job.progress >= 1) job.state = 'done';
    }, 150);
    response.status(202).json(job);
  };

  app.use(express.json());
  app.get('/api/case', (_request, response) => void response.json(caseAnswer()));
  app.get('/api/files', (_request, response) => void response.json(madeUpFiles));
  app.get(
    '/api/leads',
    (_request, response) =>
      void response.json({
        leads: madeUpSummaries(decisions),
        notTested: [{ indicator: 'birth-year-gap', why: 'No file gives a year of birth' }],
        period: madeUpPeriod,
      }),
  );
  app.get('/api/leads/:id', (request, response) => {
    const summary = madeUpSummaries(decisions).find(({ id }) => id === request.params.id);
    if (summary) response.json(madeUpDetail(summary, revealed()));
    else missing(response, 'The lead');
  });
  app.get('/api/leads/:id/transactions', (request, response) => {
    const {
      indicator,
      from,
      to,
      edge,
      offset = '0',
      limit = '200',
    } = request.query as Record<string, string | undefined>;
    const rows = madeUpTransactions(revealed()).filter(
      (row) =>
        (indicator === undefined || row.indicators.includes(indicator)) &&
        (from === undefined || row.debtorDay >= from) &&
        (to === undefined || row.debtorDay <= to) &&
        (edge === undefined || `${row.debtorKey}>${row.creditorKey}` === edge),
    );
    response.json({ total: rows.length, rows: rows.slice(Number(offset), Number(offset) + Number(limit)) });
  });
  app.get('/api/entries/:entryId', (request, response) => {
    const entry = madeUpEntry(request.params.entryId, revealed());
    if (entry) response.json(entry);
    else missing(response, 'The entry');
  });
  app.post('/api/reveal', (request, response) => {
    const { minutes = 15 } = request.body as { minutes?: number };
    revealedUntil = Date.now() + minutes * 60_000;
    response.json({ active: true, until: new Date(revealedUntil).toISOString() });
  });
  app.delete('/api/reveal', (_request, response) => {
    revealedUntil = 0;
    response.json({ active: false });
  });
  app.post('/api/decisions', (request, response) => {
    const { lead, decision } = request.body as { lead: string; decision: NonNullable<LeadSummary['decision']> };
    decisions.set(lead, decision);
    response.status(201).json({ lead, decision, sequence: 10 + decisions.size });
  });
  app.post('/api/inspect', (request, response) => {
    const { path, overrides } = request.body as { path: string; overrides?: Parameters<typeof madeUpInspection>[1] };
    response.json(madeUpInspection(path, overrides));
  });
  app.get('/api/profiles', (_request, response) => void response.json({ profiles: [] }));
  app.post('/api/profiles', (request, response) => {
    const { name, overrides } = request.body as { name: string; overrides: object };
    response.status(201).json({ name, fingerprint: '0123456789abcdef', delimiter: ';', overrides });
  });
  const matched: Parameters<typeof madeUpMatches>[0] = [];
  app.get('/api/matches', (_request, response) => void response.json(madeUpMatches(matched)));
  app.post('/api/matches', (request, response) => {
    const { match, outcome } = request.body as { match: string; outcome: 'accepted' | 'refused' };
    matched.push({ id: match, outcome, actor: 'tester', sequence: 20 + matched.length });
    response.status(201).json(madeUpMatches(matched));
  });
  app.get('/api/coverage', (_request, response) => void response.json(madeUpCoverage));
  app.post('/api/imports', (_request, response) => {
    startJob('import', response);
  });
  app.post('/api/score', (_request, response) => {
    startJob('score', response);
  });
  app.get('/api/jobs/:id', (request, response) => {
    const job = jobs.get(request.params.id);
    if (job) response.json(job);
    else missing(response, 'The job');
  });
  app.get('/api/jobs/:id/events', (request, response) => {
    const job = jobs.get(request.params.id);
    if (!job) {
      missing(response, 'The job');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    const timer = setInterval(() => {
      response.write(`event: job\ndata: ${JSON.stringify(job)}\n\n`);
      if (job.state !== 'running') {
        clearInterval(timer);
        response.end();
      }
    }, 150);
    request.on('close', () => {
      clearInterval(timer);
    });
  });
  app.delete('/api/jobs/:id', (request, response) => {
    const job = jobs.get(request.params.id);
    if (!job) {
      missing(response, 'The job');
      return;
    }
    if (job.state === 'running') job.state = 'cancelled';
    response.json(job);
  });
  const page = join(packageRoot, 'dist/web');
  app.use(express.static(page));
  app.get('/{*any}', (request, response) => {
    if (!request.path.startsWith('/api/') && existsSync(join(page, 'index.html')))
      response.sendFile(join(page, 'index.html'));
    else missing(response, 'The page');
  });
  return app;
}

if (process.argv[1]?.endsWith('fixture-server.ts')) {
  const port = Number(process.argv[2] ?? 4319);
  fixtureApp().listen(port, '127.0.0.1', () => {
    process.stdout.write(`Made-up case on http://127.0.0.1:${String(port)}/\n`);
  });
}
