/**
 * `POST /api/inspect` and `/api/profiles`: how a file of this machine would be read, before it is
 * imported, and what was decided kept for the next file of its layout.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { profileNamed, saveProfile } from '../cases/profiles.ts';
import type { TableChoice } from '../cases/table-decisions.ts';
import { CodedError } from '../errors.ts';
import { inspect } from '../exchange/inspection.ts';
import { faultOf, isEmpty, type CsvOverrides } from '../formats/csv/overrides.ts';
import { nameFault, profileOf } from '../formats/csv/profile.ts';
import { inspectRequest, inspectionReport, profileRequest, profileSummary, profilesReport } from './api-intake.ts';
import type { InspectionReport } from './api-intake.ts';
import type { Desk } from './desk.ts';
import { endpoint } from './endpoint.ts';

/** Decisions as they came in a request, checked; absent ones are dropped. */
export function choiceOf(
  desk: Desk,
  profile: string | undefined,
  given: { readonly [K in keyof CsvOverrides]?: CsvOverrides[K] | undefined } | undefined,
): TableChoice {
  const overrides = Object.fromEntries(
    Object.entries(given ?? {}).filter(([, value]) => value !== undefined),
  ) as CsvOverrides;
  const fault = faultOf(overrides);
  if (fault !== undefined) throw new CodedError('CLEW_USAGE', { reason: fault });
  const profiles = desk.profiles();
  return {
    overrides,
    profiles,
    ...(profile === undefined ? {} : { profile: profileNamed(profiles, profile) }),
  };
}

async function inspected(desk: Desk, path: string, choice: TableChoice): Promise<InspectionReport> {
  const scratch = mkdtempSync(join(tmpdir(), 'clew-inspect-'));
  const isRevealed = desk.revealedUntil() !== undefined;
  try {
    return await inspect([path], { ...choice, scratch, isRevealed, workers: desk.workers });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

export const intakeEndpoints = [
  endpoint('post', '/api/inspect', {
    summary: 'How files of this machine would be read: columns, conventions, first rows, rejects, totals, doubts',
    body: inspectRequest,
    answer: inspectionReport,
    handle: (desk, { body: { path, profile, overrides } }) => inspected(desk, path, choiceOf(desk, profile, overrides)),
  }),
  endpoint('get', '/api/profiles', {
    summary: 'Named profiles for delimited files: the user’s own and those that this case used',
    answer: profilesReport,
    handle: (desk) => ({ profiles: desk.profiles() }),
  }),
  endpoint('post', '/api/profiles', {
    summary: 'Keeps decisions for files of the same layout as the one at the path',
    body: profileRequest,
    status: 201,
    answer: profileSummary,
    async handle(desk, { body: { name, path, overrides } }) {
      const choice = choiceOf(desk, undefined, overrides);
      const folder = desk.profilesFolder;
      const fault =
        nameFault(name) ??
        (isEmpty(choice.overrides ?? {}) ? 'nothing is decided that a profile could keep' : undefined);
      if (fault !== undefined) throw new CodedError('CLEW_USAGE', { reason: fault });
      if (folder === undefined) throw new CodedError('CLEW_USAGE', { reason: 'this desk has no folder for profiles' });
      const { files } = await inspected(desk, path, choice);
      const [table, second] = files.flatMap((file) => (file.table ? [file.table] : []));
      if (!table || second)
        throw new CodedError('CLEW_USAGE', { reason: 'a profile is made from one file of delimited text' });
      const profile = profileOf(name, table, choice.overrides ?? {});
      saveProfile(folder, profile);
      return profile;
    },
  }),
];
