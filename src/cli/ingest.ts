/** `clew ingest CASE PATH…`: reads bank files into a case, which it makes where there is none. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Option } from 'commander';
import { createCase, openCase, type Case } from '../cases/case.ts';
import { origins, type Origin } from '../cases/event.ts';
import type { ImportOptions } from '../cases/import-files.ts';
import { knownProfiles, profileNamed, profilesOfCase } from '../cases/profiles.ts';
import type { TableChoice } from '../cases/table-decisions.ts';
import { CodedError, errorCatalogue } from '../errors.ts';
import { writeJson, type Register } from './command.ts';
import { filesText } from './files-table.ts';
import { faultOf } from '../formats/csv/overrides.ts';
import { caseOptions, type Io } from './io.ts';
import { countOption } from './options.ts';
import { userProfiles } from './profiles.ts';
import { Progress } from './progress.ts';
import { stoppable } from './stoppable.ts';
import { filesOf } from './told-case.ts';

interface IngestFlags {
  readonly purpose: string;
  readonly origin: Origin;
  readonly actor?: string;
  readonly workers?: number;
  readonly profile?: string;
  readonly account?: string;
  readonly json?: true;
}

export const registerIngest: Register = (program, io, finish) => {
  program
    .command('ingest')
    .description('read bank files, folders and archives into a case; makes the case if there is none')
    .argument('<case>', 'folder of the case')
    .argument('<paths...>', 'files, folders, zip or gzip archives')
    .option('--purpose <text>', 'why they are read; kept in the case', 'import of bank files')
    .addOption(new Option('--origin <word>', 'where they came from').choices(origins).default('bank'))
    .option('--actor <name>', 'who is answerable (default: the user of this machine)')
    .addOption(countOption('--workers <n>', 'threads (default: one per core, at most 8)'))
    .option(
      '--profile <name>',
      'read delimited files with this profile (see clew inspect); others are picked by their layout',
    )
    .option('--account <number>', 'account of a delimited file that names none')
    .option('--json', 'print the report on files as JSON')
    .action(async (path: string, paths: string[], flags: IngestFlags) => {
      const { purpose, origin, actor } = flags;
      const { opened, isNew } = openOrCreate(path, io, actor, purpose);
      let isKept = !isNew;
      try {
        const { failed, event } = await importInto(opened, paths, io, {
          purpose,
          origin,
          workers: flags.workers ?? io.workers,
          ...tableChoice(opened, io, flags),
        });
        isKept ||= event !== undefined;
        for (const { error } of failed) io.err(`${error.code}: ${error.message}\n`);
        const report = filesOf(opened);
        if (flags.json) writeJson(io, report);
        else io.out(filesText(report));
        finish(failed[0] ? errorCatalogue[failed[0].error.code].exit : 0);
      } finally {
        opened.close();
        // A case that was made for files of which none came in is not left behind.
        if (!isKept) rmSync(path, { recursive: true, force: true });
      }
    });
};

/** What holds for delimited files: the profile that was named, else every one that is known. */
function tableChoice(opened: Case, io: Io, { profile, account }: IngestFlags): TableChoice {
  const fault = faultOf({ ...(account === undefined ? {} : { account }) });
  if (fault !== undefined) throw new CodedError('CLEW_USAGE', { reason: fault });
  const profiles = knownProfiles(userProfiles(io), profilesOfCase(opened.events()));
  return {
    profiles,
    ...(profile === undefined ? {} : { profile: profileNamed(profiles, profile) }),
    ...(account === undefined ? {} : { overrides: { account } }),
  };
}

/** Imports with progress and tells what was left out. */
export async function importInto(
  opened: Case,
  paths: readonly string[],
  io: Io,
  options: Pick<ImportOptions, 'purpose' | 'origin' | 'workers'> & TableChoice,
): ReturnType<Case['importPaths']> {
  const progress = new Progress(io);
  try {
    const outcome = await stoppable(
      io,
      opened.importPaths(paths, { ...options, signal: io.signal, onProgress: progress.report }),
    );
    const { imported, alreadyThere, leftOut } = outcome;
    progress.done(
      `read ${imported.length} ${imported.length === 1 ? 'file' : 'files'}${alreadyThere > 0 ? `, ${alreadyThere} already there` : ''}`,
    );
    for (const note of leftOut) io.err(`${note}\n`);
    return outcome;
  } catch (thrown) {
    progress.clear();
    throw thrown;
  }
}

/** Opens the case, or makes it in a folder that is new or empty. */
export function openOrCreate(
  path: string,
  io: Io,
  actor: string | undefined,
  purpose: string,
): { opened: Case; isNew: boolean } {
  const options = caseOptions(io, actor);
  if (existsSync(join(path, 'case.json'))) return { opened: openCase(path, options), isNew: false };
  if (existsSync(path) && !existsSync(join(path, 'case.sqlite')) && readdirSync(path).length > 0) {
    throw new CodedError('CLEW_USAGE', { reason: `${path} holds other things and is no case; name a new folder` });
  }
  return { opened: createCase(path, { ...options, purpose }), isNew: true };
}
