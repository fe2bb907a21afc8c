/** A reader that is slower than the command gets every byte; one that leaves early is no fault. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { runClew } from './run-clew.ts';

const folder = mkdtempSync(join(tmpdir(), 'clew-slow-'));
const path = join(folder, 'case');
const command = ['--import', 'tsx', join(packageRoot, 'src/cli/main.ts'), 'files', path, '--json'];

beforeAll(async () => {
  // Each bad row is a reject in the report: some 900 kB of JSON, more than pipes and sockets hold.
  const names = Array.from({ length: 6 }, (_, n) => join(folder, `rows-${n}.csv`));
  for (const [at, name] of names.entries()) {
    const rows = Array.from(
      { length: 2000 },
      (_, n) => `2026-01-${n % 2 === 0 ? '05' : '45'},A-${at},A-9,${n + 1}.00,EUR\n`,
    ).join('');
    writeFileSync(name, `Date,From account,To account,Amount,Currency\n${rows}`);
  }
  await runClew(['ingest', path, ...names]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('nothing is cut off', async () => {
  const whole = (await runClew(['files', path, '--json'])).out;
  expect(whole.length).toBeGreaterThan(600_000);
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stdout.once('data', () => {
    child.stdout.pause();
    setTimeout(() => child.stdout.resume(), 1500);
  });
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  expect(text.length).toBe(whole.length);
  expect(text).toBe(whole);
});

test('a reader that leaves', async () => {
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  child.stdout.once('data', () => child.stdout.destroy());
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  expect(err).toBe('');
});
