/** `clew demo`: a newcomer's first command makes a case, tells what is in it, and uses it again. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { eventsReport, filesReport } from '../../src/server/api.ts';
import { runClew } from './run-clew.ts';

const folder = mkdtempSync(join(tmpdir(), 'clew-demo-'));
const path = join(folder, 'demo-case');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const kinds = async (): Promise<string[]> =>
  eventsReport.parse(JSON.parse((await runClew(['events', path, '--json'])).out)).events.map(({ body }) => body.kind);

test('makes the case, tells files and leads, and uses it again', async () => {
  const first = await runClew(['demo', '--no-serve'], { folder, workers: 2 });
  expect(first.err).not.toContain('CLEW_');
  expect(first.exit).toBe(0);
  expect(first.out).toMatch(/^1\. +\d+ points/m);
  expect(first.out).toContain('All of it is made up.');
  const { files } = filesReport.parse(JSON.parse((await runClew(['files', path, '--json'])).out));
  for (const { name } of files) expect(first.out).toContain(name);
  expect(await kinds()).toEqual(['created', 'imported', 'scored']);

  const second = await runClew(['demo', '--no-serve'], { folder });
  expect(second.out).toBe(first.out);
  expect(await kinds()).toEqual(['created', 'imported', 'scored']);

  const third = await runClew(['demo', '--no-serve', '--fresh'], { folder, workers: 1 });
  // Another time, one thread: the same leads.
  expect(third.out).toBe(first.out);
}, 180_000);

test('what is no case under that name is left alone', async () => {
  const other = mkdtempSync(join(tmpdir(), 'clew-demo-'));
  mkdirSync(join(other, 'demo-case'));
  writeFileSync(join(other, 'demo-case/notes.txt'), 'mine');
  expect((await runClew(['demo', '--no-serve', '--fresh'], { folder: other })).exit).toBe(2);
  expect(readFileSync(join(other, 'demo-case/notes.txt'), 'utf8')).toBe('mine');
  expect(existsSync(join(other, 'demo-case/case.json'))).toBe(false);
  rmSync(other, { recursive: true, force: true });
});
