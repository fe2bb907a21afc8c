/**
 * Which single-byte code page makes the most sensible words of some bytes. Each page is tried with the
 * alphabets of the languages that it is used for: letters of the alphabet inside words count for it,
 * capitals behind small letters, signs inside words and box drawings against. Labels are WHATWG's, with
 * `ibm…`, `mik`, `koi8-u` and the like besides for what DOS programs of banks still write.
 */

/** Letters beyond ASCII; a language in full letters of its own has its frequent ones first, before a bar. */
const LANGUAGES = {
  german: 'äöüßÄÖÜ',
  french: 'éèêëàâçîïôùûœæÉÈÀÇÊÔ',
  spanish: 'áéíóúñüÁÉÍÓÚÑªº',
  portuguese: 'ãõáâàçéêíóôúÃÕÁÇÉÍÓÚªº',
  italian: 'àèéìòùÀÈÉÌÒÙ',
  nordic: 'åäöæøÅÄÖÆØé',
  icelandic: 'áðéíóúýþæöÁÐÉÍÓÚÝÞÆÖ',
  west: 'äöüÄÖÜßéèêëàâáçîïíìôóòûùúœñãõåøæÉÀÈÇÑÓÍÁÅØÆ',
  polish: 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ',
  czech: 'áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽľĺŕäôĽĹŔÄÔ',
  hungarian: 'áéíóöőúüűÁÉÍÓÖŐÚÜŰ',
  romanian: 'ăâîșțşţĂÂÎȘȚŞŢ',
  slavicLatin: 'čćđšžČĆĐŠŽ',
  central: 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻáéíöőúüűÁÉÍÖŐÚÜŰčřšžýůěďťňČŘŠŽăâîșțşţȘȚŞŢäÄß',
  turkish: 'çğıöşüÇĞİÖŞÜâî',
  lithuanian: 'ąčęėįšųūžĄČĘĖĮŠŲŪŽ',
  latvian: 'āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ',
  baltic: 'ąčęėįšųūžĄČĘĖĮŠŲŪŽāčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽõäöüÕÄÖÜ',
  greek: 'αοιετσνηυρπκμλωςάέήίόύώ|βγδζθξφχψΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏϊΐϋΰ',
  russian: 'оеаинтсрвлкмдпуяыь|бгжзйфхцчшщъэюёАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁ',
  ukrainian: 'оаиніврестклудмпяь|бгжзйфхцчшщюєїґАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЬЮЯІЇЄҐ',
  bulgarian: 'аоиетнрсвлкпдмзъуя|бгжйфхцчшщьюАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯ',
  serbian: 'аоиентрсјвлкупдмз|бгђжћфхцчџшљњАБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ',
} as const;
type Language = keyof typeof LANGUAGES;

const WEST: readonly Language[] = ['german', 'french', 'spanish', 'portuguese', 'italian', 'nordic', 'west'];
const CENTRAL: readonly Language[] = ['polish', 'czech', 'hungarian', 'romanian', 'slavicLatin', 'central'];
const CYRILLIC: readonly Language[] = ['russian', 'ukrainian', 'bulgarian'];

/** Of pages that fit alike the earlier holds. */
const PAGES: readonly (readonly [string, readonly Language[]])[] = [
  ['windows-1252', WEST],
  ['ibm850', WEST],
  ['windows-1250', CENTRAL],
  ['windows-1251', [...CYRILLIC, 'serbian']],
  ['windows-1254', ['turkish']],
  ['windows-1252', ['icelandic']],
  ['windows-1257', ['lithuanian', 'latvian', 'baltic']],
  ['windows-1253', ['greek']],
  ['ibm866', CYRILLIC],
  ['koi8-r', ['russian', 'bulgarian']],
  ['koi8-u', ['ukrainian']],
  ['iso-8859-2', CENTRAL],
  ['ibm852', CENTRAL],
  ['iso-8859-5', [...CYRILLIC, 'serbian']],
  ['iso-8859-7', ['greek']],
  ['ibm437', WEST],
  ['ibm865', ['nordic']],
  ['ibm737', ['greek']],
  ['ibm857', ['turkish']],
  ['ibm775', ['lithuanian', 'latvian', 'baltic']],
  ['ibm855', ['russian', 'serbian', 'bulgarian']],
  ['mik', ['bulgarian']],
  ['macintosh', WEST],
  ['x-mac-cyrillic', ['russian', 'ukrainian', 'bulgarian']],
  ['x-mac-ce', CENTRAL],
];

/** Signs that stand in bank texts beside letters; the box drawings of DOS pages are none. */
const SIGNS = '\u00a0¤€£§°–—’‘“”„«»´·…№©®²³½';
/** A union of alphabets fits anything: what one language explains goes before. */
const UNIONS: readonly Language[] = ['west', 'central', 'baltic'];
const MOST_BYTES = 1 << 16;

const LETTER = 1;
const SMALL = 2;
const CAPITAL = 4;
const LATIN = 8;
const SIGN = 16;

/** The page whose words are likeliest. @param tableOf the text of each byte of a page */
export function likeliestPage(bytes: Uint8Array, tableOf: (label: string) => readonly string[]): string {
  const seen = bytes.subarray(0, MOST_BYTES);
  let best = { label: 'windows-1252', score: -Infinity };
  for (const [label, languages] of PAGES) {
    const table = tableOf(label);
    const kinds = Uint8Array.from(table, kindOf);
    for (const language of languages) {
      const score = likelihood(seen, kinds, weightsOf(table, language), isOwnScript(language));
      if (score > best.score) best = { label, score };
    }
  }
  return best.label;
}

function kindOf(letter: string): number {
  return (
    (/\p{L}/u.test(letter) ? LETTER : 0) |
    (/\p{Ll}/u.test(letter) ? SMALL : 0) |
    (/\p{Lu}/u.test(letter) ? CAPITAL : 0) |
    (/[a-z]/i.test(letter) ? LATIN : 0) |
    (SIGNS.includes(letter) ? SIGN : 0)
  );
}

function isOwnScript(language: Language): boolean {
  return LANGUAGES[language].includes('|');
}

/** What each byte counts inside a word: 0 for what is no letter of the language. */
function weightsOf(table: readonly string[], language: Language): Float64Array {
  const [frequent = '', rare = ''] = LANGUAGES[language].split('|');
  const usual = UNIONS.includes(language) ? 1.6 : 2;
  return Float64Array.from(table, (letter, byte) => {
    if (byte < 0x80) return 0;
    if (frequent.includes(letter)) return rare === '' ? usual : 2.5;
    return rare.includes(letter) ? 1.5 : 0;
  });
}

function likelihood(bytes: Uint8Array, kinds: Uint8Array, weights: Float64Array, isOwn: boolean): number {
  let score = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte < 0x80) continue;
    const kind = kinds[byte] as number;
    const before = kinds[bytes[i - 1] ?? 32] as number;
    const after = kinds[bytes[i + 1] ?? 32] as number;
    const weight = weights[byte] as number;
    if (weight > 0) {
      if (((before | after) & LETTER) !== 0) score += weight;
      if ((kind & CAPITAL) !== 0 && (before & SMALL) !== 0) score -= 4;
      if (isOwn && ((before | after) & LATIN) !== 0) score -= 4;
      if (isOwn && (kind & SMALL) !== 0 && (after & CAPITAL) !== 0) score -= 4;
    } else if ((kind & SIGN) !== 0) score += (before & after & LETTER) !== 0 && byte !== 0x92 ? -2 : 1;
    else score -= (kind & LETTER) !== 0 ? 1 : 5;
  }
  return score;
}
