/**
 * The page over the made-up case, as tests meet it: built from today's `web/`, served with a policy
 * stricter than the product's (no inline style at all), in a browser that may speak to that one
 * address only. Whatever else it asks for, or reports as an error, is a fault that fails the test.
 */
import express from 'express';
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { packageRoot } from '../../src/package-root.ts';
import { fixtureApp } from '../server/fixture-server.ts';
import { launchBrowser } from './browser.ts';

const web = join(packageRoot, 'web');
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'none'; base-uri 'none'";

function newest(folder: string): number {
  return Math.max(
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => statSync(join(folder, path)).mtimeMs),
  );
}

/** Builds the page unless dist/web is younger than everything in web/. */
function ensureBuilt(): void {
  const built = statSync(join(packageRoot, 'dist/web/index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  // In a process of its own: under the test's NODE_ENV React would be built for development.
  if (built < newest(web))
    execFileSync(process.execPath, [join(packageRoot, 'scripts/build.mjs'), 'web'], { stdio: 'inherit' });
}

export class TestDesk {
  readonly faults: string[] = [];
  readonly browser: Browser;
  private server: Server;
  readonly url: string;

  private constructor(browser: Browser, server: Server) {
    this.browser = browser;
    this.server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }

  static async start(): Promise<TestDesk> {
    ensureBuilt();
    const browser = await launchBrowser();
    return new TestDesk(browser, await listen(0));
  }

  /** A fresh page with its own storage, on the given address of the desk. */
  async open(hash = '', options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol !== 'data:' && protocol !== 'blob:' && hostname !== '127.0.0.1')
        this.faults.push(`left the machine: ${request.url()}`);
    });
    page.on('pageerror', (error) => this.faults.push(`page error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/ERR_CONNECTION_REFUSED|status of \d{3}/.test(message.text()))
        this.faults.push(`console: ${message.text()}`);
    });
    await page.goto(this.url + hash);
    return page;
  }

  /** Stops answering, as when somebody ends Clew in the terminal. */
  async stopServer(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async startServer(): Promise<void> {
    this.server = await listen(Number(new URL(this.url).port));
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.stopServer().catch(() => undefined);
  }
}

async function listen(port: number): Promise<Server> {
  const app = express();
  app.use((_request, response, next) => {
    response.setHeader('content-security-policy', policy);
    next();
  });
  app.use(fixtureApp());
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}

export const LEAD = '#/leads/l4-labour-exploitation';

/** Waits until the network has its place. */
export async function networkReady(page: Page): Promise<void> {
  await page.locator('.network-focus[data-ready="true"]').waitFor();
}
