/** The product with the network closed: import, scoring in threads, the desk and its page, all without one call out. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { bankFolder } from '../exchange/bank-files.ts';
import { ask } from './ask.ts';

const folder = mkdtempSync(join(tmpdir(), 'clew-closed-'));
const files = bankFolder();
const path = join(folder, 'case');
const closed = pathToFileURL(join(packageRoot, 'test/server/no-network.mjs')).href;
// Threads take their options from the environment too.
const env = { ...process.env, NODE_OPTIONS: `--import ${closed}` };
const clew = (...args: string[]): string[] => ['--import', 'tsx', join(packageRoot, 'src/cli/main.ts'), ...args];
afterAll(() => {
  files.remove();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  "await fetch('http://192.0.2.1/')",
  "await fetch('http://clew.example/')",
  "(await import('node:dns')).lookup('clew.example', () => undefined)",
  "(await import('node:net')).connect(80, '192.0.2.1')",
])('the test itself would see %s', (script) => {
  const { stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env,
    encoding: 'utf8',
  });
  expect(stderr).toContain('OUTBOUND');
  expect(status).not.toBe(0);
});

test('import and scoring in threads', () => {
  for (const args of [
    ['ingest', path, files.path, '--workers', '2'],
    ['score', path, '--workers', '2'],
  ]) {
    const { status, stderr } = spawnSync(process.execPath, clew(...args), { env, encoding: 'utf8' });
    expect(stderr).not.toContain('OUTBOUND');
    expect(status).toBe(0);
  }
});

test('the desk', async () => {
  const child = spawn(process.execPath, clew('serve', path, '--port', '0'), { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const url = await new Promise<URL>((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(out)?.[0];
      if (found) resolve(new URL(found));
    });
    child.on('close', () => reject(new Error(`the desk ended: ${err}`)));
  });
  const token = `token=${url.searchParams.get('token') ?? ''}`;
  const port = Number(url.port);
  for (const page of ['/api/case', '/api/files', '/api/leads', '/api/openapi.json', '/leads/any']) {
    expect([200, 303]).toContain((await ask(port, `${page}?${token}`)).status);
  }
  expect((await ask(port, `/api/score?${token}`, { method: 'POST', body: {} })).status).toBe(202);
  expect((await ask(port, `/api/jobs/job-1/events?${token}`)).text).toContain('"state":"done"');
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(err).not.toContain('OUTBOUND');
});
