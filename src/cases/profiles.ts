/**
 * Profiles for delimited files in a folder of the user's own, one JSON file each. A case does not
 * depend on that folder: an import copies what it used into its event, and a case's own profiles
 * are known to it wherever it is opened.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '../errors.ts';
import { nameFault, readProfile, type CsvProfile } from '../formats/csv/profile.ts';
import { canonicalJson } from './canonical-json.ts';
import { writeDurably } from './durable-file.ts';
import type { CaseEvent } from './event.ts';

const ENDING = '.json';

/** Every profile of the folder, by name. Throws CLEW_USAGE for a file that is none. */
export function profilesIn(folder: string): CsvProfile[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(ENDING) && !name.startsWith('.'));
  return names.sort().map((name) => {
    const profile = readProfile(parsed(join(folder, name)));
    if (typeof profile !== 'string') return profile;
    throw new CodedError('CLEW_USAGE', { reason: `${join(folder, name)} is no profile: ${profile}` });
  });
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Keeps a profile, in place of one of the same name. */
export function saveProfile(folder: string, profile: CsvProfile): void {
  const fault = nameFault(profile.name);
  if (fault !== undefined) throw new CodedError('CLEW_USAGE', { reason: fault });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeDurably(folder, `${profile.name}${ENDING}`, `${canonicalJson(profile)}\n`);
}

/** Profiles that imports of a case used; of one name, the last. */
export function profilesOfCase(events: readonly CaseEvent[]): CsvProfile[] {
  const byName = new Map<string, CsvProfile>();
  for (const { body } of events) {
    if (body.kind !== 'imported') continue;
    for (const { profile } of body.segments) if (profile) byName.set(profile.name, profile);
  }
  return [...byName.values()];
}

/** The user's profiles and, under names that these do not have, the case's; by name. */
export function knownProfiles(ofUser: readonly CsvProfile[], ofCase: readonly CsvProfile[]): CsvProfile[] {
  const byName = new Map([...ofCase, ...ofUser].map((profile) => [profile.name, profile]));
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The profile of a name, or CLEW_NOT_FOUND. */
export function profileNamed(profiles: readonly CsvProfile[], name: string): CsvProfile {
  const found = profiles.find((profile) => profile.name === name);
  if (!found) throw new CodedError('CLEW_NOT_FOUND', { what: `The profile ${name}` });
  return found;
}
