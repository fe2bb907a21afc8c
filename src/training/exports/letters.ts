/**
 * Letters that a bank's export can carry: Windows-1252 bytes, or the SWIFT character set for MT940.
 * What does not fit falls back to its base letter, as bank systems do; so one person may be spelt in
 * two ways in two files.
 */
const SPECIAL: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ø: 'o',
  Ø: 'O',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  ı: 'i',
  '’': "'",
  '–': '-',
  '—': '-',
  '€': 'EUR',
};

/** Base letters without diacritics. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/gu, (character) => SPECIAL[character] ?? '?');
}

/** The SWIFT x set: no ampersand, no underscore and the like. */
export function swiftLetters(text: string): string {
  return plainLetters(text)
    .replace(/[^A-Za-z0-9/\-?:().,'+ ]/g, ' ')
    .replace(/\?/g, ' ');
}

const HIGH: Readonly<Record<string, number>> = {
  '€': 0x80,
  '‚': 0x82,
  ƒ: 0x83,
  '„': 0x84,
  '…': 0x85,
  Š: 0x8a,
  Œ: 0x8c,
  Ž: 0x8e,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
  š: 0x9a,
  œ: 0x9c,
  ž: 0x9e,
  Ÿ: 0x9f,
};

/** Windows-1252 bytes of a text. */
export function windows1252(text: string): Uint8Array {
  const composed = text.normalize('NFC');
  const bytes: number[] = [];
  for (const character of composed) {
    const code = character.codePointAt(0) ?? 63;
    const high = HIGH[character];
    if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) bytes.push(code);
    else if (high !== undefined) bytes.push(high);
    else for (const plain of plainLetters(character)) bytes.push(plain.charCodeAt(0));
  }
  return Uint8Array.from(bytes);
}
