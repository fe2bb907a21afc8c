/** What is mutated: every fixture, the heads of the demo's files, and both again inside containers. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packageRoot } from '../../src/package-root.ts';

export interface Seed {
  readonly name: string;
  readonly bytes: Buffer;
}

const LARGEST = 64 * 1024;
const HEAD = 6000;

export function seeds(): Seed[] {
  const fixtures = filesUnder(join(packageRoot, 'test/fixtures')).filter((path) => extname(path) !== '.ts');
  const examples = process.env.CLEW_EXAMPLES ?? join(packageRoot, '../shared/examples');
  const paths = [...fixtures, ...filesUnder(examples), ...filesUnder(join(packageRoot, 'datasets/demo'))];
  const plain = paths.map((path) => {
    const whole = readFileSync(path);
    return { name: basename(path), bytes: whole.length > LARGEST ? whole.subarray(0, HEAD) : whole };
  });
  const packed = plain
    .filter((_, i) => i % 5 === 0)
    .map(({ name, bytes }) => ({ name: `${name}.gz`, bytes: gzipSync(bytes) }));
  return [...plain, ...packed].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function filesUnder(folder: string): string[] {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    });
}
