/**
 * `clew inspect FILE`: how a file would be read, before anything is imported. Decisions given here
 * can be kept as a profile, which later imports of the same layout pick by themselves.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCase } from '../cases/case.ts';
import { knownProfiles, profileNamed, profilesOfCase, saveProfile } from '../cases/profiles.ts';
import { CodedError } from '../errors.ts';
import { inspect } from '../exchange/inspection.ts';
import { isEmpty, type CsvOverrides } from '../formats/csv/overrides.ts';
import { nameFault, profileOf, type CsvProfile } from '../formats/csv/profile.ts';
import type { InspectionReport } from '../server/api-intake.ts';
import { withCase, writeJson, type Register } from './command.ts';
import { inspectionText } from './inspection-text.ts';
import { caseOptions, type Io } from './io.ts';
import { profilesFolder, userProfiles } from './profiles.ts';
import { stoppable } from './stoppable.ts';
import { overridesOf, withTableOptions, type TableFlags } from './table-options.ts';

interface InspectFlags extends TableFlags {
  readonly profile?: string;
  readonly saveProfile?: string;
  readonly case?: string;
  readonly reveal?: true;
  readonly purpose?: string;
  readonly actor?: string;
  readonly json?: true;
}

export const registerInspect: Register = (program, io, finish) => {
  const command = program
    .command('inspect')
    .description(
      'how a file would be read, before it is imported: columns, conventions, first rows, rejects, totals, doubts',
    )
    .argument('<file>', 'file, folder, zip or gzip archive')
    .option('--profile <name>', 'read it with this profile (default: the one whose layout fits)')
    .option('--save-profile <name>', 'keep the decisions given here for files of the same layout')
    .option('--case <folder>', 'case whose profiles are known too, and in which a reveal is kept')
    .option('--reveal', 'print identifiers and cells as they are; needs --purpose and --case')
    .option('--purpose <text>', 'why identifiers are needed')
    .option('--actor <name>', 'who is answerable (default: the user of this machine)')
    .option('--json', 'print the preview as JSON');
  withTableOptions(command).action(async (file: string, flags: InspectFlags) => {
    const overrides = overridesOf(flags);
    const { saveProfile: newName, profile: name, reveal = false } = flags;
    if (newName !== undefined) checkName(newName, overrides, name);
    if (reveal) checkReveal(flags);
    const profiles = knownProfiles(userProfiles(io), caseProfiles(flags.case, io));
    const report = await inspected(file, io, {
      overrides,
      profiles,
      isRevealed: reveal,
      ...(name === undefined ? {} : { profile: profileNamed(profiles, name) }),
    });
    if (reveal) await recordReveal(flags, io);
    if (newName !== undefined) keep(newName, report, overrides, profiles, name, io);
    if (flags.json) writeJson(io, report);
    else io.out(inspectionText(report));
    finish(0);
  });
};

function checkName(newName: string, overrides: CsvOverrides, from: string | undefined): void {
  const fault =
    nameFault(newName) ??
    (isEmpty(overrides) && from === undefined ? 'nothing is decided that a profile could keep; see --set' : undefined);
  if (fault !== undefined) throw new CodedError('CLEW_USAGE', { reason: fault });
}

function checkReveal({ purpose = '', case: path }: InspectFlags): void {
  if (purpose.trim() === '') throw new CodedError('CLEW_PURPOSE_MISSING');
  if (path === undefined)
    throw new CodedError('CLEW_USAGE', { reason: '--reveal is kept in a case: name it with --case' });
}

function caseProfiles(path: string | undefined, io: Io): CsvProfile[] {
  if (path === undefined) return [];
  const opened = openCase(path, { ...caseOptions(io, undefined), readOnly: true });
  try {
    return profilesOfCase(opened.events());
  } finally {
    opened.close();
  }
}

async function inspected(
  file: string,
  io: Io,
  options: Omit<Parameters<typeof inspect>[1], 'scratch' | 'workers'>,
): Promise<InspectionReport> {
  const scratch = mkdtempSync(join(tmpdir(), 'clew-inspect-'));
  try {
    return await stoppable(io, inspect([file], { ...options, scratch, workers: io.workers, signal: io.signal }));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Minutes 0: for this once, nothing stays revealed. */
async function recordReveal({ case: path = '', purpose = '', actor }: InspectFlags, io: Io): Promise<void> {
  await withCase(path, io, { readOnly: false, actor }, (opened) =>
    opened.append({ kind: 'revealed', minutes: 0 }, purpose),
  );
}

/** Of one file: a profile holds for one layout. */
function keep(
  newName: string,
  { files }: InspectionReport,
  overrides: CsvOverrides,
  profiles: readonly CsvProfile[],
  from: string | undefined,
  io: Io,
): void {
  const [only, second] = files.flatMap((file) => (file.table ? [file.table] : []));
  if (!only || second)
    throw new CodedError('CLEW_USAGE', { reason: 'a profile is made from one file of delimited text' });
  const before = from === undefined ? {} : profileNamed(profiles, from).overrides;
  const columns = { ...before.columns, ...overrides.columns };
  const all = { ...before, ...overrides, ...(Object.keys(columns).length === 0 ? {} : { columns }) };
  saveProfile(profilesFolder(io), profileOf(newName, only, all));
  io.err(`profile ${newName} is kept in ${profilesFolder(io)}\n`);
}
