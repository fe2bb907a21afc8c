/**
 * Offsets from UTC of the zone names that exports write beside a time (RFC 5322 for the American
 * ones, the European and Pacific ones by their usual meaning). A name that means several zones
 * (CST, IST) or a place (`Europe/Berlin`) says no offset here.
 */
const MINUTES: Readonly<Record<string, number>> = {
  UTC: 0, GMT: 0, Z: 0, WET: 0, BST: 60, WEST: 60, CET: 60, MEZ: 60, CEST: 120, MESZ: 120, EET: 120, EEST: 180, MSK: 180,
  EST: -300, EDT: -240, MST: -420, MDT: -360, PST: -480, PDT: -420, AKST: -540, AKDT: -480, HST: -600,
  JST: 540, HKT: 480, SGT: 480, AEST: 600, AEDT: 660, NZST: 720, NZDT: 780,
}; // prettier-ignore

/** Minutes from UTC, or undefined where the name does not tell. */
export function zoneMinutes(name: string): number | undefined {
  const tidy = name.trim().toUpperCase();
  const held = MINUTES[tidy];
  if (held !== undefined) return held;
  const offset = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$/.exec(tidy);
  if (!offset) return undefined;
  const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
  return minutes > 14 * 60 ? undefined : offset[1] === '-' ? -minutes : minutes;
}
