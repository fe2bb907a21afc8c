/**
 * Killed at any moment, a case reopens with everything that was confirmed and nothing between:
 * fifty kills at seeded moments of an import, a score and an undo in a process of its own. A kill
 * leaves what the system was given; a power cut, against which files are flushed before the event
 * that names them, cannot be made here.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCase, openCase } from '../../src/cases/case.ts';
import { seededRandom, type Random } from '../../src/random.ts';
import { compileSources, type Compiled } from './compiled.ts';
import { MOMENT, doStep, type Step } from './kill-child.ts';
import { bytesOf, filesIn } from './new-case.ts';
import { writeSmallFiles } from './small-files.ts';

const session = { actor: 'R. Analyst', clock: () => MOMENT };
/** Enough weeks that an import takes some dozens of milliseconds. */
const WEEKS = 60;
const KILLS = { import: 24, score: 16, undo: 10 } as const satisfies Record<Step, number>;

let root: string;
let files: string[];
let compiled: Compiled;
let nextChild: Promise<Child>;

interface Child {
  readonly process: ChildProcess;
  readonly exit: Promise<unknown>;
  /** The next line that it prints, undefined at its end. */
  line(): Promise<string | undefined>;
}

async function startChild(): Promise<Child> {
  const child = spawn(process.execPath, [compiled.path('test/cases/kill-child.ts'), 'child'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async (): Promise<string | undefined> => ((await lines.next()) as { value?: string }).value;
  expect(await line()).toBe('ready');
  return { process: child, exit, line };
}

/** A child that has loaded; the one after it starts loading. */
async function takeChild(): Promise<Child> {
  const child = await nextChild;
  nextChild = startChild();
  return child;
}

function tell(child: Child, step: Step, path: string): void {
  child.process.stdin?.write(`${[step, path, ...files].join('\t')}\n`);
}

/** All that a case is, as one text: its events, what follows from them, and the bytes of its files. */
function stateOf(path: string): string {
  const open = openCase(path, session);
  try {
    const beside = readdirSync(path).filter((name) => !/^(lock|case\.sqlite(-wal|-shm)?)$/.test(name));
    const leads = open.scored()?.leads;
    const [events, segments, ordinals, kept] = [open.events(), open.segments(), [...open.ordinals()], bytesOf(path)];
    const state = { events, segments, ordinals, leads, kept, beside };
    return JSON.stringify(state, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  } finally {
    open.close();
  }
}

interface Scenario {
  readonly step: Step;
  /** The case as it is before the step. */
  readonly template: string;
  readonly before: string;
  readonly after: string;
}

/** Does the step once here, to know what the case is after it. */
async function scenario(step: Step, template: string): Promise<Scenario> {
  const copy = join(root, `after-${step}`);
  cpSync(template, copy, { recursive: true });
  await doStep(step, copy, files);
  const [before, after] = [stateOf(template), stateOf(copy)];
  expect(after).not.toBe(before);
  return { step, template, before, after };
}

/** Milliseconds from telling a child to its `done`. */
async function timeOf({ step, template, after }: Scenario): Promise<number> {
  const copy = join(root, `timed-${step}`);
  cpSync(template, copy, { recursive: true });
  const child = await takeChild();
  const start = performance.now();
  tell(child, step, copy);
  expect(await child.line()).toBe('done');
  const took = performance.now() - start;
  await child.exit;
  expect(stateOf(copy)).toBe(after);
  rmSync(copy, { recursive: true });
  return took;
}

interface Outcome {
  readonly state: 'before' | 'after';
  /** The kill left files that no event names. */
  readonly hadStrays: boolean;
}

/** What a kill so many milliseconds into the step left. */
async function kill({ step, template, before, after }: Scenario, delay: number, name: string): Promise<Outcome> {
  const copy = join(root, name);
  cpSync(template, copy, { recursive: true });
  const child = await takeChild();
  tell(child, step, copy);
  await setTimeout(delay);
  child.process.kill('SIGKILL');
  await child.exit;
  const left = filesIn(copy).length;
  const state = stateOf(copy);
  if (state !== before && state !== after) expect(state, `${name}, killed after ${delay} ms`).toBe(before);
  // Opening has swept and changed nothing else.
  expect(stateOf(copy)).toBe(state);
  const outcome: Outcome = { state: state === after ? 'after' : 'before', hadStrays: left > filesIn(copy).length };
  rmSync(copy, { recursive: true });
  return outcome;
}

/**
 * Kills around the moment that the step takes effect, as far as earlier kills tell where it is: a
 * machine that is busy with other things is slower at times.
 */
async function killOften(scenario: Scenario, random: Random): Promise<Outcome[]> {
  let edge = Math.min(await timeOf(scenario), await timeOf(scenario));
  const outcomes: Outcome[] = [];
  for (let i = 0; i < KILLS[scenario.step]; i++) {
    const factor = random.next() * 1.5;
    const outcome = await kill(scenario, edge * factor, `${scenario.step}-${i}`);
    if (outcome.state === 'before' && factor > 1) edge *= 1.3;
    if (outcome.state === 'after' && factor < 1) edge *= 0.8;
    outcomes.push(outcome);
  }
  const count = (state: Outcome['state']): number => outcomes.filter((outcome) => outcome.state === state).length;
  const strays = outcomes.filter(({ hadStrays }) => hadStrays).length;
  console.info(
    `${scenario.step}: ${count('before')} before (${strays} of them left files), ${count('after')} after, ${edge.toFixed(0)} ms`,
  );
  return outcomes;
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'clew-kills-'));
  files = writeSmallFiles(join(root, 'exports'), WEEKS);
  compiled = compileSources(['test/cases/kill-child.ts']);
  nextChild = startChild();
}, 60_000);

afterAll(async () => {
  const idle = await nextChild;
  idle.process.kill('SIGKILL');
  await idle.exit;
  compiled.remove();
  rmSync(root, { recursive: true, force: true });
});

describe('a case whose process is killed', () => {
  test('reopens as it was before or after the step, never between', { timeout: 240_000 }, async () => {
    const [empty, full, scored] = [join(root, 'empty'), join(root, 'full'), join(root, 'scored')];
    createCase(empty, { ...session, purpose: 'case 12' }).close();
    const first = await scenario('import', empty);
    cpSync(join(root, 'after-import'), full, { recursive: true });
    const second = await scenario('score', full);
    cpSync(join(root, 'after-score'), scored, { recursive: true });
    const third = await scenario('undo', scored);

    expect(JSON.parse(second.after)).toMatchObject({ leads: [{ rank: 1 }] });
    const random = seededRandom(12, 'kills');
    const outcomes: Outcome[] = [];
    for (const one of [first, second, third]) outcomes.push(...(await killOften(one, random)));
    expect(outcomes).toHaveLength(50);
    expect(new Set(outcomes.map(({ state }) => state))).toEqual(new Set(['before', 'after']));
    expect(outcomes.some(({ hadStrays }) => hadStrays)).toBe(true);
  });
});
