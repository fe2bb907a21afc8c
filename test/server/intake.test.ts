/** Preview, decisions, profile and import at the desk, over a file that cannot be read as it stands. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCase, type Case } from '../../src/cases/case.ts';
import * as api from '../../src/server/api.ts';
import * as intake from '../../src/server/api-intake.ts';
import { Desk } from '../../src/server/desk.ts';
import { Jobs } from '../../src/server/jobs.ts';
import { listen, type RunningDesk } from '../../src/server/listen.ts';
import { ask, type Answer } from './ask.ts';

const folder = mkdtempSync(join(tmpdir(), 'clew-intake-'));
const file = join(folder, 'april.csv');
const overrides = {
  columns: { Dyddiad: 'booking', Swm: 'amount', Pwy: 'otherName' },
  currency: 'GBP',
  account: '12345678',
};
let now = Date.UTC(2026, 10, 2, 8);
let opened: Case;
let desk: RunningDesk;
let cookie = '';
const get = (path: string): Promise<Answer> => ask(desk.port, path, { headers: { cookie } });
const post = (path: string, body: unknown): Promise<Answer> =>
  ask(desk.port, path, { method: 'POST', body, headers: { cookie } });

beforeAll(async () => {
  writeFileSync(file, 'Dyddiad;Swm;Pwy\n13/04/2026;-12,50;Gwen Parry\n14/04/2026;100,00;Cwmni\n');
  opened = createCase(join(folder, 'case'), { actor: 'tester', clock: () => (now += 1000), purpose: 'test' });
  const served = { case: opened, name: 'case', clock: () => now, workers: 0, profiles: join(folder, 'profiles') };
  desk = await listen({
    desk: new Desk({ ...served, jobs: new Jobs(() => undefined) }),
    port: 0,
    token: 'token',
    page: join(folder, 'page'),
    log: () => undefined,
  });
  cookie = String((await ask(desk.port, '/?token=token')).headers['set-cookie']).split(';')[0] ?? '';
});
afterAll(async () => {
  await desk.stop();
  opened.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a preview says what is in doubt, then what would come of the decisions', async () => {
  const before = await post('/api/inspect', { path: file });
  expect(before.status).toBe(200);
  const [asIs] = intake.inspectionReport.parse(before.json()).files;
  expect(asIs?.doubts.map(({ kind }) => kind)).toContain('column');
  const after = await post('/api/inspect', { path: file, overrides });
  const [decided] = intake.inspectionReport.parse(after.json()).files;
  expect(decided?.rows.map(({ amount, direction }) => [amount, direction])).toEqual([
    ['12.50', 'debit'],
    ['100.00', 'credit'],
  ]);
  expect(decided?.doubts).toEqual([]);
  for (const { text } of [before, after]) for (const secret of ['Gwen', '12345678']) expect(text).not.toContain(secret);
  expect(opened.events()).toHaveLength(1);
});

test('what is no decision is refused', async () => {
  for (const bad of [{ currency: 'QQQ' }, { columns: { Swm: 'money' } }, { decimals: '.' }])
    expect((await post('/api/inspect', { path: file, overrides: bad })).status).toBe(400);
  expect((await post('/api/inspect', { path: join(folder, 'nothing.csv') })).status).toBe(400);
  expect((await post('/api/inspect', { path: file, profile: 'Nobody' })).status).toBe(404);
});

test('kept as a profile, picked for the next preview, used and copied by the import', async () => {
  expect((await post('/api/profiles', { name: 'x', path: file, overrides: {} })).status).toBe(400);
  expect((await post('/api/profiles', { name: '../x', path: file, overrides })).status).toBe(400);
  const kept = await post('/api/profiles', { name: 'Banc', path: file, overrides });
  expect(kept.status).toBe(201);
  expect(intake.profileSummary.parse(kept.json()).overrides).not.toHaveProperty('account');
  expect(existsSync(join(folder, 'profiles/Banc.json'))).toBe(true);
  expect(intake.profilesReport.parse((await get('/api/profiles')).json()).profiles).toHaveLength(1);
  const [picked] = intake.inspectionReport.parse((await post('/api/inspect', { path: file })).json()).files;
  expect(picked?.profile).toBe('Banc');

  const request = { paths: [file], purpose: 'test', origin: 'bank', overrides: { account: '12345678' } };
  const started = api.job.parse((await post('/api/imports', request)).json());
  await get(`/api/jobs/${started.id}/events`);
  const [report] = api.filesReport.parse((await get('/api/files')).json()).files;
  expect(report?.totals).toEqual({ GBP: { count: 2, credits: '100.00', debits: '12.50' } });
  expect(report?.warnings.join()).toContain('the profile Banc');
  const { body } = opened.events()[1] ?? {};
  expect(body).toMatchObject({ kind: 'imported', segments: [{ profile: { name: 'Banc' } }] });
  expect(JSON.stringify(body)).not.toContain('12345678');
});

test('the bank’s own record is split as it was decided, and masked', async () => {
  const sha = opened.segments()[0]?.sha256.slice(0, 12) ?? '';
  const detail = api.entryDetail.parse((await get(`/api/entries/${sha}-1`)).json());
  expect(detail.fields).toEqual([
    { name: 'Dyddiad', value: '13/04/2026', masked: false },
    { name: 'Swm', value: '-12,50', masked: false },
    { name: 'Pwy', value: '•••', masked: true },
  ]);
});
