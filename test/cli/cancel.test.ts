/** Ctrl-C in the real process: it ends within a second, with exit 7 and the case as it was. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { bankFolder } from '../exchange/bank-files.ts';
import { runClew } from './run-clew.ts';

const folder = mkdtempSync(join(tmpdir(), 'clew-cancel-'));
const path = join(folder, 'case');
const large = join(folder, 'large.csv');
const files = bankFolder(['giro-1.csv']);

beforeAll(async () => {
  const row = (n: number): string =>
    `2026-0${(n % 9) + 1}-1${n % 9},AT611904300234573201,Person ${n % 5000},AT48320000001234${1000 + (n % 9000)},text ${n},-${n % 900}.50,EUR\n`;
  const block = Array.from({ length: 50_000 }, (_, n) => row(n)).join('');
  writeFileSync(
    large,
    'Date,Account,Counterparty,Counterparty account,Description,Amount,Currency\n' + block.repeat(24),
  );
  await runClew(['ingest', path, files.path]);
});
afterAll(() => {
  files.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the command, sends the signal once its notices hold `word`, and waits for its end. */
async function stopped(
  args: readonly string[],
  word: string,
  signal: NodeJS.Signals,
): Promise<{ exit: number | null; milliseconds: number; err: string }> {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', join(packageRoot, 'src/cli/main.ts'), ...args],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let err = '';
  let sent = 0;
  return new Promise((resolve) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      err += chunk.toString();
      if (sent === 0 && err.includes(word)) {
        sent = performance.now();
        child.kill(signal);
      }
    });
    child.on('close', (exit) => resolve({ exit, milliseconds: performance.now() - sent, err }));
  });
}

test.each([
  ['copying', 'SIGINT'],
  ['reading', 'SIGINT'],
  ['reading', 'SIGTERM'],
] as const)('while %s, by %s', async (word, signal) => {
  const before = (await runClew(['events', path, '--json'])).out;
  const { exit, milliseconds, err } = await stopped(['ingest', path, large], word, signal);
  expect(err).toContain('CLEW_CANCELLED');
  expect(exit).toBe(7);
  expect(milliseconds).toBeLessThan(1000);
  expect((await runClew(['events', path, '--json'])).out).toBe(before);
  expect((await runClew(['files', path])).exit).toBe(0);
});

test('a case that the stopped import would have made is not there', async () => {
  const fresh = join(folder, 'fresh');
  expect((await stopped(['ingest', fresh, large], 'reading', 'SIGINT')).exit).toBe(7);
  expect((await runClew(['files', fresh])).exit).toBe(3);
});
