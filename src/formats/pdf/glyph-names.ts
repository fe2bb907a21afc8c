/**
 * Letters by their glyph names (Adobe Glyph List, the part that statements need): names of ASCII and
 * marks one by one, accented letters by their parts, Cyrillic by its AFII numbers, and `uni20AC`.
 */
const plain =
  'space   exclam ! quotedbl " numbersign # dollar $ percent % ampersand & quotesingle \' parenleft ( parenright ) asterisk * plus + comma , hyphen - period . slash / zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 colon : semicolon ; less < equal = greater > question ? at @ bracketleft [ backslash \\ bracketright ] asciicircum ^ underscore _ grave ` braceleft { bar | braceright } asciitilde ~ quoteleft ‘ quoteright ’ quotedblleft “ quotedblright ” quotedblbase „ quotesinglbase ‚ guillemotleft « guillemotright » guilsinglleft ‹ guilsinglright › endash – emdash — minus − bullet • ellipsis … dagger † daggerdbl ‡ perthousand ‰ Euro € euro € sterling £ yen ¥ cent ¢ florin ƒ currency ¤ section § paragraph ¶ copyright © registered ® trademark ™ degree ° plusminus ± multiply × divide ÷ onehalf ½ onequarter ¼ threequarters ¾ onesuperior ¹ twosuperior ² threesuperior ³ mu µ germandbls ß ae æ AE Æ oe œ OE Œ oslash ø Oslash Ø eth ð Eth Ð thorn þ Thorn Þ lslash ł Lslash Ł dotlessi ı dcroat đ Dcroat Đ hbar ħ Hbar Ħ exclamdown ¡ questiondown ¿ ordfeminine ª ordmasculine º logicalnot ¬ brokenbar ¦ periodcentered · middot · fi ﬁ fl ﬂ ff ﬀ ffi ﬃ ffl ﬄ nbspace   nonbreakingspace   sfthyphen ­ softhyphen ­ fraction ⁄ tcommaaccent ţ Tcommaaccent Ţ scommaaccent ș Scommaaccent Ș afii61352 № afii10023 Ё afii10071 ё';
const marks: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circumflex: '\u0302',
  tilde: '\u0303',
  macron: '\u0304',
  breve: '\u0306',
  dotaccent: '\u0307',
  dieresis: '\u0308',
  ring: '\u030a',
  hungarumlaut: '\u030b',
  caron: '\u030c',
  cedilla: '\u0327',
  commaaccent: '\u0327',
  ogonek: '\u0328',
};

const known = new Map<string, string>();
for (const pair of plain.matchAll(/(\w+) (.)(?: |$)/gsu)) known.set(pair[1] as string, pair[2] as string);

/** The letters of a glyph name; undefined where nothing is known of it. */
export function lettersOfGlyph(glyph: string): string | undefined {
  const name = glyph.replace(/\..*$/s, '');
  const found = known.get(name);
  if (found !== undefined) return found;
  if (/^[A-Za-z]$/.test(name)) return name;
  const hex = /^uni([0-9A-F]{4})$/.exec(name) ?? /^u([0-9A-F]{4,5})$/.exec(name);
  if (hex) return String.fromCodePoint(parseInt(hex[1] as string, 16));
  const cyrillic = Number(/^afii(100\d\d)$/.exec(name)?.[1] ?? 0);
  if (cyrillic >= 10017 && cyrillic <= 10049) {
    // The letter after the sixth is Ё, which Unicode keeps apart.
    return String.fromCodePoint(0x410 + cyrillic - 10017 - (cyrillic > 10023 ? 1 : 0));
  }
  if (cyrillic >= 10065 && cyrillic <= 10097) {
    return String.fromCodePoint(0x430 + cyrillic - 10065 - (cyrillic > 10071 ? 1 : 0));
  }
  const accented = /^([A-Za-z])([a-z]{4,})$/.exec(name);
  const mark = marks[accented?.[2] ?? ''];
  return mark ? `${accented?.[1] ?? ''}${mark}`.normalize('NFC') : undefined;
}
