/** `clew profiles`: the user's named profiles for delimited files, made by `clew inspect --save-profile`. */
import { join } from 'node:path';
import { profilesIn } from '../cases/profiles.ts';
import type { CsvProfile } from '../formats/csv/profile.ts';
import { writeJson, type Register } from './command.ts';
import type { Io } from './io.ts';
import { table } from './table.ts';

export const registerProfiles: Register = (program, io, finish) => {
  program
    .command('profiles')
    .description('named profiles for delimited files: how they are read, and which layout picks them')
    .option('--json', 'print the profiles as JSON')
    .action((flags: { readonly json?: true }) => {
      const profiles = userProfiles(io);
      if (flags.json) writeJson(io, { profiles });
      else io.out(profilesText(profiles));
      finish(0);
    });
};

export function profilesFolder(io: Io): string {
  return join(io.config, 'profiles');
}

export function userProfiles(io: Io): CsvProfile[] {
  return profilesIn(profilesFolder(io));
}

function profilesText(profiles: readonly CsvProfile[]): string {
  if (profiles.length === 0) return 'No profiles yet.\n';
  return table(
    [{ title: 'profile' }, { title: 'layout' }, { title: 'decided' }],
    profiles.map(({ name, fingerprint, overrides }) => [name, fingerprint, decidedText(overrides)]),
  );
}

function decidedText({ columns = {}, ...rest }: CsvProfile['overrides']): string {
  return [
    ...Object.entries(columns).map(([column, role]) => `${column}=${role}`),
    ...Object.entries(rest).map(([name, value]) => `${name} ${String(value)}`),
  ].join(', ');
}
