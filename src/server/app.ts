/** The desk's Express app: guards first, then endpoints, the page, and errors as answers. */
import express, { Router, type Express } from 'express';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '../errors.ts';
import { caseEndpoints } from './case-endpoints.ts';
import { decisionEndpoints } from './decision-endpoints.ts';
import type { Desk } from './desk.ts';
import { routerOf, type Endpoint } from './endpoint.ts';
import { entryEndpoints } from './entry-endpoints.ts';
import { ownOriginOnly, protectiveHeaders, tokenOnly } from './guard.ts';
import { intakeEndpoints } from './intake-endpoints.ts';
import { jobEndpoints } from './job-endpoints.ts';
import { leadEndpoints } from './lead-endpoints.ts';
import { openApi } from './openapi.ts';
import { problemAnswers } from './problems.ts';
import { revealEndpoints } from './reveal-endpoints.ts';

export const endpoints: readonly Endpoint[] = [
  ...caseEndpoints,
  ...leadEndpoints,
  ...entryEndpoints,
  ...revealEndpoints,
  ...decisionEndpoints,
  ...intakeEndpoints,
  ...jobEndpoints,
];

export interface AppOptions {
  readonly desk: Desk;
  readonly token: string;
  /** Known once the server listens. */
  readonly port: () => number;
  /** Folder of the built page. */
  readonly page: string;
  readonly log: (line: string) => void;
}

export function deskApp({ desk, token, port, page, log }: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(protectiveHeaders(), ownOriginOnly(port), tokenOnly(token, port));
  app.use('/api', (_request, response, next) => {
    response.setHeader('cache-control', 'no-store');
    next();
  });
  app.use(express.json({ limit: '1mb' }));
  app.get('/api/openapi.json', (_request, response) => {
    response.json(openApi(endpoints));
  });
  app.use(routerOf(endpoints, desk));
  app.use('/api', () => {
    throw new CodedError('CLEW_NOT_FOUND', { what: 'The endpoint' });
  });
  app.use(pageRoutes(page));
  app.use(problemAnswers(log));
  return app;
}

/** Files of the page; every other address without an extension is a view of it. */
function pageRoutes(page: string): Router {
  const router = Router();
  router.use(express.static(page, { index: 'index.html', etag: true, maxAge: 0 }));
  router.get('/{*view}', (request, response) => {
    const index = join(page, 'index.html');
    if (/\.\w+$/.test(request.path)) throw new CodedError('CLEW_NOT_FOUND', { what: 'The file' });
    if (existsSync(index)) response.sendFile(index);
    else response.type('text').send('The page is not built: run npm run build. The API is at /api/openapi.json\n');
  });
  return router;
}
