/** The desk over the demo's files: every endpoint against its schema, and what must not leave. */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCase, type Case } from '../../src/cases/case.ts';
import { leadsReport as leadsReportOf } from '../../src/exchange/leads-report.ts';
import { Disclosure } from '../../src/leads/disclosure.ts';
import { packageRoot } from '../../src/package-root.ts';
import * as api from '../../src/server/api.ts';
import { endpoints } from '../../src/server/app.ts';
import { Desk } from '../../src/server/desk.ts';
import { Jobs } from '../../src/server/jobs.ts';
import { listen, type RunningDesk } from '../../src/server/listen.ts';
import { bankFolder } from '../exchange/bank-files.ts';
import { ask, type Answer, type Asked } from './ask.ts';

const TOKEN = 'the-token-of-this-test';
const folder = mkdtempSync(join(tmpdir(), 'clew-desk-'));
const demo = join(packageRoot, 'datasets/demo');
const log: string[] = [];
let now = Date.UTC(2026, 10, 2, 8);
let opened: Case;
let desk: RunningDesk;
let cookie = '';
const get = (path: string, asked: Asked = {}): Promise<Answer> =>
  ask(desk.port, path, { ...asked, headers: { cookie, ...asked.headers } });
const post = (path: string, body: unknown): Promise<Answer> => get(path, { method: 'POST', body });

beforeAll(async () => {
  opened = createCase(join(folder, 'case'), { actor: 'tester', clock: () => (now += 1000), purpose: 'test' });
  await opened.importPaths([demo], { purpose: 'test', origin: 'synthetic', workers: 2 });
  const options = {
    case: opened,
    name: 'case',
    clock: () => now,
    workers: 2,
    jobs: new Jobs((line) => log.push(line)),
  };
  desk = await listen({
    desk: new Desk(options),
    port: 0,
    token: TOKEN,
    page: join(folder, 'page'),
    log: (line) => log.push(line),
  });
  const first = await ask(desk.port, `/?token=${TOKEN}`);
  cookie = String(first.headers['set-cookie']).split(';')[0] ?? '';
}, 120_000);
afterAll(async () => {
  await desk.stop();
  opened.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Follows a job's events to its end. */
async function ended(path: string, body: unknown): Promise<api.Job> {
  const started = await post(path, body);
  expect(started.status).toBe(202);
  const { id } = api.job.parse(started.json());
  const events = await get(`/api/jobs/${id}/events`);
  expect(events.headers['content-type']).toContain('text/event-stream');
  const states = events.text
    .split('\n\n')
    .filter((event) => event !== '')
    .map((event) => api.job.parse(JSON.parse(event.replace(/^data: /, ''))));
  for (const [at, { progress }] of states.entries())
    expect(progress).toBeGreaterThanOrEqual(states[at - 1]?.progress ?? 0);
  return api.job.parse((await get(`/api/jobs/${id}`)).json());
}

describe('who may ask', () => {
  test('nobody without the token', async () => {
    const answer = await ask(desk.port, '/api/case');
    expect(answer.status).toBe(401);
    expect(api.problem.parse(answer.json()).code).toBe('CLEW_TOKEN');
    expect((await ask(desk.port, '/')).status).toBe(401);
    expect((await ask(desk.port, '/api/case?token=guess')).status).toBe(401);
    expect((await ask(desk.port, '/api/case', { headers: { cookie: `clew-${desk.port}=guess` } })).status).toBe(401);
  });
  test('the token in the address becomes a cookie that scripts and other pages cannot use', async () => {
    const answer = await ask(desk.port, `/leads/x?token=${TOKEN}&week=3`);
    expect(answer.status).toBe(303);
    expect(answer.headers['location']).toBe('/leads/x?week=3');
    expect(String(answer.headers['set-cookie'])).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
  });
  test('no other host name, no other page', async () => {
    for (const headers of [
      { host: 'clew.example' },
      { host: `127.0.0.1:${desk.port + 1}` },
      { origin: 'http://clew.example' },
      { origin: `http://127.0.0.1:${desk.port + 1}` },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      const answer = await get('/api/case', { headers });
      expect(answer.status, JSON.stringify(headers)).toBe(403);
      expect(api.problem.parse(answer.json()).code).toBe('CLEW_ORIGIN');
    }
    expect((await get('/api/case', { headers: { origin: `http://127.0.0.1:${desk.port}` } })).status).toBe(200);
    expect((await get('/api/case', { headers: { host: `localhost:${desk.port}` } })).status).toBe(200);
  });
  test('it listens on the loopback address alone', () => {
    expect(desk.url).toBe(`http://127.0.0.1:${desk.port}/?token=${TOKEN}`);
  });
  test('strict headers on every answer, refusals too', async () => {
    for (const answer of [await get('/api/case'), await ask(desk.port, '/api/case'), await get('/none.js')]) {
      const policy = String(answer.headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toMatch(/https?:|unsafe|\*/);
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      expect(answer.headers['x-powered-by']).toBeUndefined();
    }
  });
});

describe('before scoring', () => {
  test('the case and its files', async () => {
    const summary = api.caseSummary.parse((await get('/api/case')).json());
    const { files } = api.filesReport.parse((await get('/api/files')).json());
    expect(summary).toMatchObject({ name: 'case', files: readdirSync(demo).length, scored: false, leads: 0 });
    expect(summary.records).toBe(files.reduce((sum, { records }) => sum + records.read, 0));
  });
  test('leads are not there yet', async () => {
    const answer = await get('/api/leads');
    expect(answer.status).toBe(409);
    expect(api.problem.parse(answer.json()).code).toBe('CLEW_NOT_SCORED');
  });
});

describe('jobs', () => {
  test('one is stopped within a second and the case stays as it was', async () => {
    const events = opened.events().length;
    const { id } = api.job.parse((await post('/api/score', {})).json());
    const busy = await post('/api/score', {});
    expect(busy.status).toBe(409);
    expect(api.problem.parse(busy.json()).code).toBe('CLEW_CASE_BUSY');
    const asked = performance.now();
    const stopped = api.job.parse((await get(`/api/jobs/${id}`, { method: 'DELETE' })).json());
    expect(stopped.state).toBe('cancelled');
    // A second, and another for threads that still start from TypeScript.
    expect(performance.now() - asked).toBeLessThan(2000);
    expect(opened.events()).toHaveLength(events);
  });
  test('scoring runs to its end with growing progress', async () => {
    expect(await ended('/api/score', {})).toMatchObject({ kind: 'score', state: 'done', progress: 1 });
    expect(api.caseSummary.parse((await get('/api/case')).json()).scored).toBe(true);
  });
  test('an import that partly fails says so, and what came in is scored anew', async () => {
    const files = bankFolder(['statement.sta']);
    const job = await ended('/api/imports', {
      paths: [files.path, join(folder, 'no-such-file')],
      purpose: 'more files',
      origin: 'bank',
    });
    files.remove();
    expect(job).toMatchObject({ kind: 'import', state: 'done', error: { code: 'CLEW_FILE_UNREADABLE' } });
    expect((await get('/api/leads')).status).toBe(409);
    opened.undo(opened.events().at(-1)?.sequence ?? 0, 'test');
    expect((await get('/api/leads')).status).toBe(200);
  });
  test('unknown jobs and bad requests', async () => {
    expect((await get('/api/jobs/job-99')).status).toBe(404);
    expect((await get('/api/jobs/job-99/events')).status).toBe(404);
    expect((await post('/api/imports', { paths: [], purpose: 'x', origin: 'bank' })).status).toBe(400);
    expect((await post('/api/imports', { paths: ['x'], purpose: 'test', origin: 'hearsay' })).status).toBe(400);
  });
});

describe('leads', () => {
  let list: api.LeadList;
  beforeAll(async () => {
    list = api.leadList.parse((await get('/api/leads')).json());
  });
  test('the list is by rank, its weeks are those of the period', () => {
    expect(list.leads.length).toBeGreaterThan(5);
    expect(list.leads.map(({ rank }) => rank)).toEqual(list.leads.map((_, at) => at + 1));
    expect(new Set(list.leads.map(({ spark }) => spark.length)).size).toBe(1);
  });
  test('every lead answers its schema and its points add up', async () => {
    for (const { id, points } of list.leads.slice(0, 25)) {
      const detail = api.leadDetail.parse((await get(`/api/leads/${id}`)).json());
      const sum = detail.lead.indicators.reduce(
        (all, { points: own, guards }) => all + own + guards.reduce((off, guard) => off + guard.points, 0),
        0,
      );
      expect(sum, id).toBe(points);
      const keys = new Set(detail.nodes.map(({ key }) => key));
      expect(keys.size).toBe(detail.nodes.length);
      for (const { from, to } of detail.edges) expect(keys.has(from) && keys.has(to)).toBe(true);
      expect(detail.edges.reduce((all, { count }) => all + count, 0)).toBe(detail.transactions);
      expect(detail.timeline.reduce((all, { count }) => all + count, 0)).toBe(detail.transactions);
      const victims = new Set(detail.lead.possibleVictims);
      expect(detail.lead.accountsOfInterest.filter((account) => victims.has(account))).toEqual([]);
    }
  });
  test('payments in pages, and filters that agree with the network', async () => {
    const id = list.leads[0]?.id ?? '';
    const { edges, lead, transactions } = api.leadDetail.parse((await get(`/api/leads/${id}`)).json());
    const page = async (query: string): Promise<ReturnType<typeof api.transactionsPage.parse>> =>
      api.transactionsPage.parse((await get(`/api/leads/${id}/transactions?${query}`)).json());
    expect((await page('limit=1')).total).toBe(transactions);
    const [first, second] = [await page('limit=7'), await page('limit=7&offset=7')];
    expect((await page('limit=14')).rows).toEqual([...first.rows, ...second.rows]);
    for (const { key, count } of edges.slice(0, 20))
      expect((await page(`limit=1&edge=${encodeURIComponent(key)}`)).total).toBe(count);
    const indicator = lead.indicators.find(({ evidence }) => evidence.length > 0);
    const rows = await page(`limit=5000&indicator=${indicator?.id ?? ''}`);
    expect(rows.rows.every(({ indicators }) => indicators.includes(indicator?.id ?? ''))).toBe(true);
    const day = first.rows[3]?.debtorDay ?? '';
    expect((await page(`limit=5000&from=${day}&to=${day}`)).rows.every(({ debtorDay }) => debtorDay === day)).toBe(
      true,
    );
    expect((await get(`/api/leads/${id}/transactions?from=yesterday`)).status).toBe(400);
    expect((await get(`/api/leads/${id}/transactions?limit=999999`)).status).toBe(400);
  });
  test('every row opens the bank’s own record, on the line where it stands', async () => {
    const id = list.leads[0]?.id ?? '';
    const { rows } = api.transactionsPage.parse((await get(`/api/leads/${id}/transactions?limit=12`)).json());
    for (const entry of rows.flatMap(({ entries }) => entries)) {
      const detail = api.entryDetail.parse((await get(`/api/entries/${entry}`)).json());
      expect(detail.masked).toBe(true);
      expect(detail.raw).toBeUndefined();
      const bytes = readFileSync(opened.sourcePath(detail.sha256));
      const before = bytes.subarray(0, detail.offset).toString('latin1');
      expect(detail.line).toBe(before.split('\n').length);
    }
    expect((await get('/api/entries/000000000000-1')).status).toBe(404);
    expect((await get('/api/entries/anything')).status).toBe(400);
  });
  test('a decision is an event, and the list shows it', async () => {
    const id = list.leads[1]?.id ?? '';
    const answer = await post('/api/decisions', { lead: id, decision: 'set-aside', reason: 'landlord' });
    expect(answer.status).toBe(201);
    const { sequence } = api.decisionAnswer.parse(answer.json());
    expect(opened.events()[sequence - 1]).toMatchObject({ purpose: 'landlord', body: { kind: 'decided', lead: id } });
    const again = api.leadList.parse((await get('/api/leads')).json());
    expect(again.leads.find((lead) => lead.id === id)?.decision).toBe('set-aside');
    expect((await post('/api/decisions', { lead: 'nobody', decision: 'pursue' })).status).toBe(404);
    expect((await post('/api/decisions', { lead: id, decision: 'arrest' })).status).toBe(400);
  });
});

describe('names', () => {
  const everything = async (): Promise<string> => {
    const list = api.leadList.parse((await get('/api/leads')).json());
    const paths = ['/api/case', '/api/files', '/api/leads'];
    for (const { id } of list.leads.slice(0, 8)) {
      paths.push(`/api/leads/${id}`, `/api/leads/${id}/transactions?limit=200`);
      const { rows } = api.transactionsPage.parse((await get(`/api/leads/${id}/transactions?limit=25`)).json());
      paths.push(...rows.map((row) => `/api/entries/${row.id}`));
    }
    const texts: string[] = [];
    for (const path of paths) texts.push((await get(path)).text);
    return texts.join('\n');
  };
  /** Account identifiers of the demo's files and surnames of its customers. */
  const known = (): { accounts: string[]; names: string[] } => {
    const customers = readFileSync(join(demo, 'customers.csv'), 'utf8').split('\n');
    const accounts = [...new Set(customers.flatMap((line) => line.match(/\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b/g) ?? []))];
    const revealed = new Disclosure(opened.loadLedger(), opened.ordinals(), true);
    const names = new Set<string>();
    for (let end = 3; end < opened.loadLedger().ends.count; end++) {
      const name = revealed.name(end);
      if (name !== undefined && name.length > 7 && /\s/.test(name)) names.add(name);
    }
    return { accounts, names: [...names] };
  };
  test('none leaves while they are masked', async () => {
    const text = await everything();
    const { accounts, names } = known();
    expect(accounts.length).toBeGreaterThan(500);
    expect(names.length).toBeGreaterThan(500);
    expect(accounts.filter((account) => text.includes(account))).toEqual([]);
    expect(names.filter((name) => text.includes(name))).toEqual([]);
    expect(text).not.toContain(folder);
  }, 120_000);
  test('a reveal needs a purpose, shows identifiers, ends by itself and by hand', async () => {
    expect((await post('/api/reveal', { purpose: '', minutes: 5 })).status).toBe(400);
    const state = api.revealState.parse((await post('/api/reveal', { purpose: 'order 12/26', minutes: 5 })).json());
    expect(state.active).toBe(true);
    expect(opened.events().at(-1)).toMatchObject({ purpose: 'order 12/26', body: { kind: 'revealed', minutes: 5 } });
    expect(await everything()).toMatch(/[A-Z]{2}\d{2}[A-Z0-9]{11,30}/);
    now += 6 * 60_000;
    expect(api.caseSummary.parse((await get('/api/case')).json()).reveal).toEqual({ active: false });
    await post('/api/reveal', { purpose: 'order 12/26', minutes: 5 });
    expect(api.revealState.parse((await get('/api/reveal', { method: 'DELETE' })).json()).active).toBe(false);
    const { accounts } = known();
    const text = await everything();
    expect(accounts.filter((account) => text.includes(account))).toEqual([]);
    expect((await get('/api/leads')).text).not.toMatch(/[A-Z]{2}\d{18,}/);
  }, 120_000);
  test('the log has none', () => {
    expect(log.join('\n')).toBe('');
  });
  test('no banned word is said of anybody', () => {
    const scored = opened.scored();
    if (!scored) throw new Error('not scored');
    const telling = {
      ledger: scored.ledger,
      indicators: scored.indicators,
      disclosure: new Disclosure(scored.ledger, scored.ordinals, false),
    };
    const text = JSON.stringify(leadsReportOf(telling, scored.leads, scored.notTested, scored.settingsId));
    expect(text.match(/\b(suspects?|accomplices?|prostitutes?|illegals?|mules?|laundered|colluded)\b/gi) ?? []).toEqual(
      [],
    );
  });
});

describe('the rest', () => {
  test('OpenAPI 3.1 names every endpoint with schemas', async () => {
    const document = (await get('/api/openapi.json')).json() as {
      openapi: string;
      paths: Record<string, Record<string, { responses: object }>>;
    };
    expect(document.openapi).toBe('3.1.0');
    for (const { method, path, status } of endpoints)
      expect(document.paths[path]?.[method]?.responses, path).toHaveProperty(String(status));
  });
  test('unknown endpoints and files are 404 as JSON, unknown views are the page', async () => {
    expect(api.problem.parse((await get('/api/nothing')).json()).code).toBe('CLEW_NOT_FOUND');
    expect((await get('/assets/none.js')).status).toBe(404);
    expect((await get('/leads/x')).status).toBe(200);
    expect(existsSync(join(folder, 'page'))).toBe(false);
  });
  test('a body that is no JSON is told so', async () => {
    const answer = await get('/api/reveal', { method: 'POST', raw: '{"purpose": Berta' });
    expect(answer.status).toBe(400);
    expect(api.problem.parse(answer.json()).code).toBe('CLEW_USAGE');
    expect(answer.text).not.toContain('Berta');
  });
});
