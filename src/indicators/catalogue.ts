/**
 * The indicators there are: every file in this folder whose default export has an id and a search,
 * in sources as in `dist/`. Adding one is adding its file; no list is kept by hand.
 */
import { readdirSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CodedError } from '../errors.ts';
import type { Indicator } from './indicator.ts';

const folder = dirname(fileURLToPath(import.meta.url));
const ending = extname(fileURLToPath(import.meta.url));
/** Left out so that a worker that asks for the catalogue does not load the pool that made it. */
const engine = new Set(['catalogue', 'run']);

/** File names of this folder without their ending, in order; `.d.ts` and the engine's own left out. */
function fileStems(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending) && !name.endsWith('.d.ts'))
    .map((name) => name.slice(0, -ending.length))
    .filter((stem) => !engine.has(stem))
    .sort();
}

function isIndicator(value: unknown): value is Indicator {
  return (
    typeof value === 'object' && value !== null && 'id' in value && 'find' in value && typeof value.find === 'function'
  );
}

/** Every indicator, sorted by id; an id that is used twice or is not its file's name is a fault of the program. */
export async function loadCatalogue(): Promise<readonly Indicator[]> {
  const found: Indicator[] = [];
  for (const stem of fileStems()) {
    const module = (await import(pathToFileURL(join(folder, stem + ending)).href)) as { default?: unknown };
    if (!isIndicator(module.default)) continue;
    if (module.default.id !== stem)
      throw new CodedError('CLEW_INTERNAL', { reason: `indicator ${module.default.id} stands in ${stem}` });
    found.push(module.default);
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}
