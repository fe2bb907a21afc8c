/** Worlds to measure on: files in `.cache/worlds`, written once per state of the generator. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.ts';
import { exportWorld } from '../../src/training/export-world.ts';
import { writeMinimal } from '../../src/training/exports/minimal.ts';
import type { Level } from '../../src/training/model.ts';
import { statementsOf } from '../../src/training/statement.ts';
import type { Truth } from '../../src/training/truth.ts';
import { buildWorld } from '../../src/training/world.ts';
import { DEMO_SEED } from '../../src/training/write-demo.ts';

export interface WorldFiles {
  /** The four banks' files and the customer file. */
  readonly banks: readonly string[];
  /** One bank's rows in minimal columns; absent for the shipped demo. */
  readonly minimal: string | undefined;
  readonly truth: Truth;
}

export function worldFiles(seed: number, level: Level): WorldFiles {
  if (seed === DEMO_SEED && level === 'demo') {
    const folder = join(packageRoot, 'datasets/demo');
    return {
      banks: filesIn(folder),
      minimal: undefined,
      truth: readTruth(join(packageRoot, 'datasets/demo-truth/truth.json')),
    };
  }
  const folder = join(packageRoot, '.cache/worlds', `${String(seed)}-${level}-${generatorState()}`);
  const truth = join(folder, 'truth.json');
  if (!existsSync(truth)) {
    mkdirSync(join(folder, 'banks'), { recursive: true });
    const world = buildWorld({ seed, level });
    const exported = exportWorld(world);
    for (const file of exported.files) writeFileSync(join(folder, 'banks', file.name), file.bytes);
    writeFileSync(join(folder, 'minimal.csv'), writeMinimal(statementsOf(world), 'a').bytes);
    writeFileSync(truth, JSON.stringify(exported.truth));
  }
  return { banks: filesIn(join(folder, 'banks')), minimal: join(folder, 'minimal.csv'), truth: readTruth(truth) };
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));

const readTruth = (path: string): Truth => JSON.parse(readFileSync(path, 'utf8')) as Truth;

let state: string | undefined;

/** A hash over the generator's sources, so that no world of an older one is measured. */
function generatorState(): string {
  if (state !== undefined) return state;
  const hash = createHash('sha256');
  const folder = join(packageRoot, 'src/training');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.ts')) hash.update(readFileSync(join(folder, name)));
  return (state = hash.digest('hex').slice(0, 8));
}
