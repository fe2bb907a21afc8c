/**
 * `npm run fuzz -- [--minutes N] [--seed N]`: mutations of every fixture, for as long as asked. The
 * imports run in a thread with little memory; one that takes more than `LONGEST` is a failure too.
 * A file that fails is left in `.cache/fuzz/`. Ends on `N files, N read, N refused, 0 failed`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { packageRoot } from '../../src/package-root.ts';
import { anyFileIsReadOrRefused } from './property.ts';

const LONGEST = 20_000;
const MEGABYTES = 512;
const folder = join(packageRoot, '.cache/fuzz');

interface Task {
  readonly minutes: number;
  readonly seed: number;
  /** Files begun, files read, files refused. */
  readonly counts: Int32Array;
}

async function inThread({ minutes, seed, counts }: Task): Promise<string> {
  const property = anyFileIsReadOrRefused(
    (name, bytes) => {
      Atomics.add(counts, 0, 1);
      writeFileSync(join(folder, `last-${name}`), bytes);
    },
    (outcomes) => {
      const isRefused = outcomes.every((outcome) => outcome.startsWith('CLEW_'));
      Atomics.add(counts, isRefused ? 2 : 1, 1);
    },
  );
  const details = await fc.check(property, {
    seed,
    numRuns: 1e9,
    interruptAfterTimeLimit: minutes * 60_000,
    markInterruptAsFailure: false,
  });
  if (!details.failed) return '';
  const cause = details.errorInstance;
  return `${fc.defaultReportMessage(details) ?? 'failed'}\n${cause instanceof Error ? cause.stack : String(cause)}`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { minutes: { type: 'string' }, seed: { type: 'string' } } });
  const minutes = Number(values.minutes ?? '5');
  const seed = Number(values.seed ?? '1');
  mkdirSync(folder, { recursive: true });
  const counts = new Int32Array(new SharedArrayBuffer(12));
  const worker = new Worker(new URL('./fuzz-thread.mjs', import.meta.url), {
    workerData: { minutes, seed, counts } satisfies Task,
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  });
  let begun = -1;
  let since = performance.now();
  const failure = await new Promise<string>((resolve) => {
    const watch = setInterval(() => {
      if (counts[0] !== begun) [begun, since] = [counts[0] as number, performance.now()];
      else if (performance.now() - since > LONGEST)
        resolve(`a file took more than ${LONGEST / 1000} s: .cache/fuzz/last-…`);
    }, 500);
    worker.on('message', (text: string) => {
      clearInterval(watch);
      resolve(text);
    });
    worker.on('error', (fault) => {
      clearInterval(watch);
      resolve(`the thread died: ${fault.message}`);
    });
  });
  await worker.terminate();
  if (failure !== '') console.log(failure);
  console.log(
    `${counts[0]} files, ${counts[1]} read, ${counts[2]} refused, ${failure === '' ? 0 : 1} failed (seed ${seed})`,
  );
  process.exit(failure === '' ? 0 : 1);
}

if (isMainThread) await main();
else parentPort?.postMessage(await inThread(workerData as Task));
