/** The made-up case that the page is drawn against keeps to the same schemas as the real one. */
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as api from '../../src/server/api.ts';
import * as intake from '../../src/server/api-intake.ts';
import { ask } from './ask.ts';
import { fixtureApp } from './fixture-server.ts';

let server: Server;
let port = 0;
beforeAll(async () => {
  await new Promise<void>((ready) => (server = fixtureApp().listen(0, '127.0.0.1', () => ready())));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
});

test('every answer passes its schema', async () => {
  const json = async (path: string): Promise<unknown> => (await ask(port, path)).json();
  api.caseSummary.parse(await json('/api/case'));
  api.filesReport.parse(await json('/api/files'));
  const { leads } = api.leadList.parse(await json('/api/leads'));
  expect(leads).toHaveLength(7);
  for (const { id } of leads) api.leadDetail.parse(await json(`/api/leads/${id}`));
  const page = api.transactionsPage.parse(await json(`/api/leads/${leads[0]?.id ?? ''}/transactions?limit=400`));
  expect(page.total).toBeGreaterThan(290);
  api.entryDetail.parse(await json(`/api/entries/${page.rows[0]?.id ?? ''}`));
  intake.matchesReport.parse(await json('/api/matches'));
  intake.coverageReport.parse(await json('/api/coverage'));
  for (const overrides of [{}, { columns: { Dyddiad: 'booking', Swm: 'amount' } }]) {
    const body = { path: '/cases/welsh.csv', overrides };
    intake.inspectionReport.parse((await ask(port, '/api/inspect', { method: 'POST', body })).json());
  }
  api.job.parse((await ask(port, '/api/score', { method: 'POST', body: {} })).json());
});
