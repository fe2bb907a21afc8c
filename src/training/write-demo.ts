/**
 * `npm run dataset`: writes the demo's bank exports to datasets/demo and their truth to
 * datasets/demo-truth. Other worlds: `--seed N --level demo|hard --out DIR --truth DIR --accounts N`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { exportWorld } from './export-world.ts';
import { buildWorld } from './world.ts';

export const DEMO_SEED = 20110707;

const here = fileURLToPath(new URL('../../datasets', import.meta.url));

/** Writes one world; returns what was written. */
export function writeWorld(argv: readonly string[]): string {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      seed: { type: 'string', default: String(DEMO_SEED) },
      level: { type: 'string', default: 'demo' },
      out: { type: 'string', default: join(here, 'demo') },
      truth: { type: 'string', default: join(here, 'demo-truth') },
      accounts: { type: 'string' },
      months: { type: 'string' },
    },
  });
  const level = values.level === 'hard' ? 'hard' : 'demo';
  const world = buildWorld({
    seed: Number(values.seed),
    level,
    ...(values.accounts === undefined ? {} : { accounts: Number(values.accounts) }),
    ...(values.months === undefined ? {} : { months: Number(values.months) }),
  });
  const { files, truth } = exportWorld(world);
  mkdirSync(values.out, { recursive: true });
  mkdirSync(values.truth, { recursive: true });
  for (const file of files) writeFileSync(join(values.out, file.name), file.bytes);
  writeFileSync(join(values.truth, 'truth.json'), `${JSON.stringify(truth, null, 1)}\n`);
  const sizes = files.map((file) => `${file.name} ${file.bytes.length} bytes`).join('\n');
  return `${world.accounts.length} accounts, ${world.payments.length} transactions, ${world.schemes.length} schemes, ${world.decoys.length} decoys\n${sizes}\n`;
}

if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === process.argv[1]) {
  process.stdout.write(writeWorld(process.argv.slice(2)));
}
