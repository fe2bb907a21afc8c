/**
 * Does one thing to a case as soon as it is told to, and is killed meanwhile (`durability.test.ts`).
 * Says `ready` once it has loaded, takes a line `step case file …`, says `done` at the end.
 */
import { createInterface } from 'node:readline';
import { openCase } from '../../src/cases/case.ts';

export const steps = ['import', 'score', 'undo'] as const;
export type Step = (typeof steps)[number];

/** The same moment for every event, so that the same step gives the same event. */
export const MOMENT = 1_700_000_000_000;

export async function doStep(step: Step, path: string, files: readonly string[]): Promise<void> {
  const open = openCase(path, { actor: 'R. Analyst', clock: () => MOMENT });
  if (step === 'import') {
    const { failed } = await open.importPaths(files, { purpose: 'case 12', origin: 'bank', workers: 0 });
    if (failed[0]) throw failed[0].error;
  }
  if (step === 'score') await open.score({ purpose: 'first look', workers: 1 });
  if (step === 'undo') open.undo(2, 'wrong files');
  open.close();
}

if (process.argv[2] === 'child') {
  process.stdout.write('ready\n');
  for await (const line of createInterface({ input: process.stdin })) {
    const [step = '', path = '', ...files] = line.split('\t');
    await doStep(step as Step, path, files);
    process.stdout.write('done\n');
    process.exit(0);
  }
}
