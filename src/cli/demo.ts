/**
 * `clew demo`: a case of made-up bank files, from import to desk, in one command. A case that is
 * there already is used again as long as it holds exactly the files of `datasets/demo`.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { openCase, type Case } from '../cases/case.ts';
import { CodedError } from '../errors.ts';
import { openMembers } from '../intake/members.ts';
import { packageRoot } from '../package-root.ts';
import type { Register } from './command.ts';
import { filesText } from './files-table.ts';
import { importInto, openOrCreate } from './ingest.ts';
import { caseOptions, type Io } from './io.ts';
import { leadsText } from './leads-table.ts';
import { countOption } from './options.ts';
import { scoreCase } from './score.ts';
import { serveUntilStopped } from './serve.ts';
import { filesOf, leadsOf } from './told-case.ts';

const PURPOSE = 'demonstration with made-up data';
const LEADS_SHOWN = 5;

interface DemoFlags {
  readonly fresh?: true;
  readonly serve: boolean;
  readonly port?: number;
}

export const registerDemo: Register = (program, io, finish) => {
  program
    .command('demo')
    .description('make the demo case in ./demo-case from made-up bank files, rank its leads and open the desk')
    .option('--fresh', 'make it again from scratch')
    .option('--no-serve', 'stop after printing')
    .addOption(countOption('--port <n>', 'port of the desk (0 = any)', 0))
    .action(async (flags: DemoFlags) => {
      const files = join(packageRoot, 'datasets/demo');
      const path = join(io.folder, 'demo-case');
      if (flags.fresh) removeCase(path);
      const opened = (await currentCase(path, files, io)) ?? (await madeCase(path, files, io));
      try {
        if (!opened.scored()) await scoreCase(opened, io, PURPOSE, io.workers);
        io.out(`\n${filesText(filesOf(opened))}\n${leadsText(leadsOf(opened, false), LEADS_SHOWN)}`);
        io.out(`\nAll of it is made up. The case is in ${relative(io.folder, path)}.\n`);
        if (flags.serve) await serveUntilStopped(opened, io, flags.port);
      } finally {
        opened.close();
      }
      finish(0);
    });
};

/** The case that is there, if its files are the demo's of today. */
async function currentCase(path: string, files: string, io: Io): Promise<Case | undefined> {
  if (!existsSync(join(path, 'case.json'))) return undefined;
  const wanted = await hashesOf(files);
  let opened: Case;
  try {
    opened = openCase(path, caseOptions(io, undefined));
  } catch (thrown) {
    if (thrown instanceof CodedError && thrown.code === 'CLEW_CASE_VERSION') {
      removeCase(path);
      return undefined;
    }
    throw thrown;
  }
  const found = opened.segments().map(({ sha256 }) => sha256);
  if (found.length === wanted.size && found.every((hash) => wanted.has(hash))) return opened;
  opened.close();
  removeCase(path);
  return undefined;
}

async function hashesOf(files: string): Promise<Set<string>> {
  const scratch = mkdtempSync(join(tmpdir(), 'clew-demo-'));
  try {
    return new Set((await openMembers([files], { scratch })).map(({ sha256 }) => sha256));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function madeCase(path: string, files: string, io: Io): Promise<Case> {
  const { opened } = openOrCreate(path, io, undefined, PURPOSE);
  try {
    const { failed } = await importInto(opened, [files], io, {
      purpose: PURPOSE,
      origin: 'synthetic',
      workers: io.workers,
    });
    if (failed[0]) throw failed[0].error;
    return opened;
  } catch (thrown) {
    opened.close();
    throw thrown;
  }
}

/** Only ever what is a case: anything else under that name is left alone. */
function removeCase(path: string): void {
  if (existsSync(join(path, 'case.sqlite'))) rmSync(path, { recursive: true, force: true });
}
