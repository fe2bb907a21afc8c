/**
 * Same files, same bytes: `leads --json` and `files --json` from two imports, with one worker and
 * two, arguments reversed, another time zone, language and folder (design section 3).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../src/package-root.ts';
import { writeWorld } from '../src/training/write-demo.ts';
import { accusing } from './banned-words.ts';

const folder = mkdtempSync(join(tmpdir(), 'clew-determinism-'));
const files = join(folder, 'files');

beforeAll(() => {
  writeWorld(['--seed', '5', '--accounts', '500', '--months', '5', '--out', files, '--truth', join(folder, 'truth')]);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function clew(args: readonly string[], env: Record<string, string>): string {
  return execFileSync(process.execPath, ['--import', 'tsx', join(packageRoot, 'src/cli/main.ts'), ...args], {
    cwd: packageRoot,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  });
}

/** @returns the bytes of both reports */
function run(
  name: string,
  workers: number,
  order: (paths: string[]) => string[],
  env: Record<string, string>,
): [string, string] {
  const place = join(folder, name, 'case');
  const paths = order(readdirSync(files).map((file) => join(files, file)));
  const more = ['--purpose', 'determinism', '--workers', String(workers)];
  clew(['ingest', place, ...paths, '--origin', 'synthetic', ...more], env);
  clew(['score', place, ...more], env);
  return [clew(['files', place, '--json'], env), clew(['leads', place, '--json'], env)];
}

describe('determinism', () => {
  it('is held over workers, order, zone, language and folder', () => {
    const [filesA, leadsA] = run('a', 1, (paths) => paths, { TZ: 'UTC', LANG: 'C' });
    const [filesB, leadsB] = run('somewhere/else/b', 2, (paths) => paths.reverse(), {
      TZ: 'Pacific/Auckland',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    });
    expect(filesB).toBe(filesA);
    expect(leadsB).toBe(leadsA);
    const { leads } = JSON.parse(leadsA) as { leads: { headline: string }[] };
    expect(leads.length).toBeGreaterThan(3);
    // What was rendered accuses nobody and lacks no word.
    expect(accusing(leadsA.replaceAll('laundering-pattern', ''))).toEqual([]);
    expect(/"\[[a-z]+\.[^"\]]*\]/.exec(leadsA)?.[0]).toBeUndefined();
  }, 180_000);
});
