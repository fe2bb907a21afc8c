/**
 * Words that Clew never says of anybody (`indicators.md` section 5, rule 2; design section 7).
 * "Laundering" stands in the closed form name `laundering pattern` only.
 */
export const bannedWords = [
  'suspect',
  'suspects',
  'suspected',
  'accomplice',
  'accomplices',
  'prostitute',
  'prostitutes',
  'prostitution',
  'illegal',
  'illegals',
  'mule',
  'mules',
  'laundered',
  'launderer',
  'launders',
  'colluded',
  'criminal',
  'criminals',
  'perpetrator',
  'perpetrators',
  'guilty',
  'culprit',
  'victim confirmed',
  'confirmed victim',
  'is a victim',
] as const;

const pattern = new RegExp(`(?<![\\w-])(${bannedWords.join('|')})(?![\\w-])`, 'gi');

/** The banned words in a text, in order. */
export function accusing(text: string): string[] {
  return [...text.matchAll(pattern)].map((match) => (match[1] ?? '').toLowerCase());
}
