/**
 * Which decisions hold for a file that is or may be delimited text: those that a person gave for
 * this import, over those of a profile that they named, or of the first whose fingerprint fits.
 * Files of other formats are left to these.
 */
import { fitting, type CsvProfile } from '../formats/csv/profile.ts';
import { isEmpty, type CsvOverrides } from '../formats/csv/overrides.ts';
import { headOf, recognise } from '../formats/recognise.ts';
import { fileSource } from '../intake/byte-source.ts';
import type { Member } from '../intake/member.ts';

export interface TableChoice {
  /** Given for this import alone. */
  readonly overrides?: CsvOverrides;
  /** Named by a person: holds for every delimited file, fitting or not. */
  readonly profile?: CsvProfile;
  /** May be picked by themselves. */
  readonly profiles?: readonly CsvProfile[];
}

export interface TableDecision {
  readonly overrides: CsvOverrides;
  readonly profile?: CsvProfile;
}

/** What was decided for a file; undefined where nothing was. */
export function decisionFor(member: Member, choice: TableChoice): TableDecision | undefined {
  const { overrides = {}, profile, profiles = [] } = choice;
  if (isEmpty(overrides) && !profile && profiles.length === 0) return undefined;
  const format = recognise(headOf(member))?.format.id;
  if (format !== undefined && format !== 'csv') return undefined;
  const used = usedProfile(member, profile, profiles);
  if (!used && isEmpty(overrides)) return undefined;
  const columns = { ...used?.overrides.columns, ...overrides.columns };
  return {
    overrides: {
      ...used?.overrides,
      ...overrides,
      ...(Object.keys(columns).length === 0 ? {} : { columns }),
    },
    ...(used ? { profile: used.profile } : {}),
  };
}

function usedProfile(
  member: Member,
  named: CsvProfile | undefined,
  profiles: readonly CsvProfile[],
): Required<TableDecision> | undefined {
  const source = fileSource(member.path);
  try {
    for (const profile of named ? [named] : profiles) {
      const overrides = fitting(profile, source, member);
      if (overrides) return { profile, overrides };
    }
  } finally {
    source.close();
  }
  return named && { profile: named, overrides: { ...named.overrides, profile: named.name } };
}
