/** Cases and bank files for tests of what a case does. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createCase, type Case } from '../../src/cases/case.ts';
import { temporaryFolder } from './any-segment.ts';
import { writeSmallFiles } from './small-files.ts';

let now = 1_700_000_000_000;
/** Whoever works in the tests; every event a second after the last. */
export const session = { actor: 'R. Analyst', clock: (): number => (now += 1000) };
export const bank = { purpose: 'case 12', origin: 'bank', workers: 0 } as const;
export const scoring = { purpose: 'first look', workers: 1 };

export function newCase(path = join(temporaryFolder(), 'case')): Case {
  return createCase(path, { ...session, purpose: 'case 12' });
}

/** Paths of new files with the same bytes every time. */
export function smallFiles(): string[] {
  return writeSmallFiles(join(temporaryFolder(), 'exports'));
}

/** Files that only an event makes part of a case. */
export function filesIn(path: string): string[] {
  return ['segments', 'names', 'sources', 'scores']
    .flatMap((kind) => readdirSync(join(path, kind)).map((file) => `${kind}/${file}`))
    .sort();
}

export function bytesOf(path: string): Record<string, string> {
  const hash = (file: string): string =>
    createHash('sha256')
      .update(readFileSync(join(path, file)))
      .digest('hex');
  return Object.fromEntries(filesIn(path).map((file) => [file, hash(file)]));
}

export function coded(code: string): unknown {
  return expect.objectContaining({ code });
}
