/**
 * File to ranked leads: ours as built, against csv-parse and a graphology multigraph with nothing
 * scored, on the same million rows; each run in a process of its own, interleaved, medians of three.
 * Then five million rows alone, for the budget and the memory a row. `npx tsx bench/spine.ts [rounds]`.
 */
import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../src/package-root.ts';
import { amlworldFile } from './amlworld-rows.ts';

const BUDGET_SECONDS = 20;
const BUDGET_MIB = 1500;
const LEAST_RATIO = 4;
const MOST_BYTES_A_ROW = 200;

interface Run {
  readonly rows: number;
  readonly sum: string;
  readonly ms: number;
  readonly peakMiB: number;
  readonly leads?: number;
  readonly findings?: number;
  readonly tested?: number;
  readonly steps?: Readonly<Record<string, number>>;
}

function run(contestant: string, path: string): Run {
  const script = join(packageRoot, 'bench/contestants', `${contestant}.mjs`);
  return JSON.parse(
    execFileSync(process.execPath, ['--max-old-space-size=8192', script, path], { encoding: 'utf8' }),
  ) as Run;
}

const median = (runs: readonly Run[]): Run => [...runs].sort((a, b) => a.ms - b.ms)[Math.floor(runs.length / 2)] as Run;
const line = (name: string, one: Run): void =>
  console.log(
    `${name.padEnd(34)} ${(one.ms / 1000).toFixed(2).padStart(7)} s   ${String(one.peakMiB).padStart(5)} MiB   ${String(one.rows)} rows${one.leads === undefined ? '' : `, ${String(one.findings)} findings of ${String(one.tested)} indicators, ${String(one.leads)} leads`}`,
  );

const rounds = Number(process.argv[2] ?? 3);
const million = await amlworldFile(1_000_000);
const five = await amlworldFile(5_000_000);
console.log(
  `${cpus()[0]?.model ?? ''}, ${String(cpus().length)} threads, ${String(Math.round(totalmem() / 2 ** 30))} GiB, Node ${process.version}`,
);

const ours: Run[] = [];
const peers: Run[] = [];
for (let round = 0; round < rounds; round++) {
  ours.push(run('file-to-leads', million));
  peers.push(run('graphology-multigraph', million));
}
const [our, peer] = [median(ours), median(peers)];
line('1 M rows to ranked leads', our);
line('csv-parse + graphology, unscored', peer);
console.log(`  steps ${JSON.stringify(our.steps)}`);
if (our.rows !== peer.rows || our.sum !== peer.sum)
  throw new Error(`rows or sums differ: ${JSON.stringify([our, peer])}`);
const large = run('file-to-leads', five);
line('5 M rows to ranked leads', large);
console.log(`  steps ${JSON.stringify(large.steps)}`);

const ratio = peer.ms / our.ms;
const bytes = ((large.peakMiB - our.peakMiB) * 2 ** 20) / (large.rows - our.rows);
const say = (name: string, holds: boolean, text: string): void =>
  console.log(`${holds ? 'ok  ' : 'MISS'} ${name}: ${text}`);
say(
  `ratio to the peer, at least ${String(LEAST_RATIO)}`,
  ratio >= LEAST_RATIO,
  `${ratio.toFixed(1)} times, ${(peer.peakMiB / our.peakMiB).toFixed(1)} times its memory`,
);
say(
  `5 M rows within ${String(BUDGET_SECONDS)} s and ${String(BUDGET_MIB)} MB`,
  large.ms <= BUDGET_SECONDS * 1000 && large.peakMiB * 1.048576 <= BUDGET_MIB,
  `${(large.ms / 1000).toFixed(1)} s, ${String(Math.round(large.peakMiB * 1.048576))} MB`,
);
say(`bytes a row, 5 M less 1 M, at most ${String(MOST_BYTES_A_ROW)}`, bytes <= MOST_BYTES_A_ROW, bytes.toFixed(0));
