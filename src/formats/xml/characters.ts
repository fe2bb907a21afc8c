/**
 * Characters of XML 1.0 (fifth edition, productions 2 to 5 and 66 to 68) as classes of UTF-8 bytes.
 * Bytes that are not valid UTF-8 count as U+FFFD, which is what decoding makes of them.
 */

/** May stand in a name; bytes over 127 are looked at again, decoded. */
export const NAME = 1;
/** May begin a name. */
export const NAME_START = 2;
export const SPACE = 4;
/** Ends a run of plain text, or must be looked at. Zero is one, so a zero after the bytes ends every loop. */
export const TEXT_STOP = 8;
/** The same in an attribute's value. */
export const VALUE_STOP = 16;
/** The same in a comment, a processing instruction or CDATA. */
export const QUIET_STOP = 32;

export const classes = new Uint8Array(256);
for (let byte = 0; byte < 256; byte++) {
  const letter = String.fromCharCode(byte);
  let bits = 0;
  if (byte > 127 || /[\w:]/.test(letter)) bits |= NAME;
  if (/[-.]/.test(letter)) bits |= NAME;
  if (byte > 127 || /[A-Za-z_:]/.test(letter)) bits |= NAME_START;
  if (/[ \t\r\n]/.test(letter)) bits |= SPACE;
  const isControl = byte < 32 && !/[\t\r\n]/.test(letter);
  // U+FFFE and U+FFFF, which are no characters, begin with EF.
  if (isControl || byte === 0xef) bits |= TEXT_STOP | VALUE_STOP | QUIET_STOP;
  if (/[<&>\r]/.test(letter)) bits |= TEXT_STOP;
  if (/[<&"'\t\r\n]/.test(letter)) bits |= VALUE_STOP;
  if (/[-?\]]/.test(letter)) bits |= QUIET_STOP;
  classes[byte] = bits;
}

const START =
  ':A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f' +
  '\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}';
const wideName = new RegExp(`^[${START}][${START}\\-.0-9\\u00b7\\u0300-\\u036f\\u203f-\\u2040]*$`, 'u');

/** Whether a text is a name. */
export function isName(text: string): boolean {
  return wideName.test(text);
}

const predefined: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' };

/** The letter that a reference's name stands for (`amp`, `#228`, `#xE4`), undefined where there is none. */
export function referenced(name: string): string | undefined {
  if (!name.startsWith('#')) return Object.hasOwn(predefined, name) ? predefined[name] : undefined;
  const hexadecimal = /^#x([0-9A-Fa-f]+)$/.exec(name)?.[1];
  const decimal = /^#([0-9]+)$/.exec(name)?.[1];
  const code = hexadecimal === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hexadecimal, 16);
  const isCharacter =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}

/** A text with its references, all known, replaced and its line ends made `\n` (XML 1.0, section 2.11). */
export function resolved(raw: string): string {
  const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  return lines.includes('&') ? lines.replace(/&([^;]*);/g, (whole, name: string) => referenced(name) ?? whole) : lines;
}
