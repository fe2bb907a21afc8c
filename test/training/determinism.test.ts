/**
 * The same seed and level give the same bytes: twice in one process, and in a process with another
 * time zone and language.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { exportWorld } from '../../src/training/export-world.ts';
import { buildWorld } from '../../src/training/world.ts';

const digest = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const options = { seed: 7, level: 'hard', accounts: 900, months: 6 } as const;

const make = (): Readonly<Record<string, string>> => {
  const { files, truth } = exportWorld(buildWorld(options));
  const made: Record<string, string> = { 'truth.json': digest(`${JSON.stringify(truth, null, 1)}\n`) };
  for (const file of files) made[file.name] = digest(file.bytes);
  return made;
};

it('repeats itself byte for byte, in another time zone and language too', () => {
  const here = make();
  expect(make()).toEqual(here);
  const folder = mkdtempSync(join(tmpdir(), 'clew-world-'));
  try {
    const script = fileURLToPath(new URL('../../src/training/write-demo.ts', import.meta.url));
    const args = [
      '--import',
      'tsx',
      script,
      '--seed',
      '7',
      '--level',
      'hard',
      '--accounts',
      '900',
      '--months',
      '6',
      '--out',
      folder,
      '--truth',
      folder,
    ];
    execFileSync(process.execPath, args, {
      env: { ...process.env, TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    });
    const there = Object.fromEntries(
      readdirSync(folder).map((name) => [name, digest(readFileSync(join(folder, name)))]),
    );
    expect(there).toEqual(here);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);

it('differs with the seed', () => {
  const other = exportWorld(buildWorld({ ...options, seed: 8 }));
  expect(Object.fromEntries(other.files.map((file) => [file.name, digest(file.bytes)]))['customers.csv']).not.toBe(
    make()['customers.csv'],
  );
});
