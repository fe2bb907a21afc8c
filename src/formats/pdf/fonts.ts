/**
 * Fonts as far as text needs them (ISO 32000-1 chapter 9): which letters a code stands for, from the
 * ToUnicode map, else from the encoding's glyph names; and how wide it is. Font programs themselves
 * are never opened.
 */
import { codePageTable } from '../../intake/encoding.ts';
import { readCharacterMap, type CharacterMap } from './character-maps.ts';
import type { PdfDocument } from './document.ts';
import { lettersOfGlyph } from './glyph-names.ts';
import { isArray, isDict, Name, Stream, type Dict, type PdfValue } from './objects.ts';
import { standardWidth } from './standard-widths.ts';

export interface Glyph {
  /** Empty where the font does not say what the code means. */
  readonly letters: string;
  /** In units of text space, of a font of size 1. */
  readonly width: number;
  /** A single byte 32, to which word spacing applies. */
  readonly isSpace: boolean;
}

export interface Font {
  glyphs(bytes: string): Glyph[];
}

/** Where StandardEncoding is not ASCII, and its upper half (Annex D.2). */
const STANDARD =
  '39 quoteright 96 quoteleft 161 exclamdown 162 cent 163 sterling 164 fraction 165 yen 166 florin 167 section 168 currency 169 quotesingle 170 quotedblleft 171 guillemotleft 172 guilsinglleft 173 guilsinglright 174 fi 175 fl 177 endash 178 dagger 179 daggerdbl 180 periodcentered 182 paragraph 183 bullet 184 quotesinglbase 185 quotedblbase 186 quotedblright 187 guillemotright 188 ellipsis 189 perthousand 191 questiondown 208 emdash 225 AE 227 ordfeminine 232 Lslash 233 Oslash 234 OE 235 ordmasculine 241 ae 245 dotlessi 248 lslash 249 oslash 250 oe 251 germandbls';

export function readFont(document: PdfDocument, dict: Dict): Font {
  const get = (value: PdfValue | undefined): PdfValue | undefined => document.get(value);
  const unicode = get(dict.get('ToUnicode'));
  const bytes = unicode instanceof Stream ? document.content(unicode) : undefined;
  const map = bytes ? readCharacterMap(bytes) : undefined;
  const subtype = get(dict.get('Subtype'));
  return subtype instanceof Name && subtype.name === 'Type0'
    ? compositeFont(document, dict, map)
    : simpleFont(document, dict, map);
}

function simpleFont(document: PdfDocument, dict: Dict, map: CharacterMap | undefined): Font {
  const letters = encoding(document, dict);
  const widths = document.get(dict.get('Widths'));
  const first = Number(document.get(dict.get('FirstChar'))) || 0;
  const base = document.get(dict.get('BaseFont'));
  const name = base instanceof Name ? base.name : '';
  const matrix = document.get(dict.get('FontMatrix'));
  const scale = isArray(matrix) && typeof matrix[0] === 'number' ? matrix[0] : 0.001;
  const descriptor = document.get(dict.get('FontDescriptor'));
  const missing = isDict(descriptor) ? Number(document.get(descriptor.get('MissingWidth'))) || 0 : 0;
  const known = new Map<number, Glyph>();
  const glyphOf = (code: number): Glyph => {
    const text = map?.letters.get(code) ?? letters[code] ?? '';
    const listed = isArray(widths) ? document.get(widths[code - first]) : undefined;
    const width = typeof listed === 'number' ? listed : isArray(widths) ? missing : standardWidth(name, text);
    return { letters: text, width: width * scale, isSpace: code === 32 };
  };
  return {
    glyphs(bytes) {
      const glyphs: Glyph[] = [];
      for (let i = 0; i < bytes.length; i++) {
        const code = bytes.charCodeAt(i);
        let glyph = known.get(code);
        if (!glyph) known.set(code, (glyph = glyphOf(code)));
        glyphs.push(glyph);
      }
      return glyphs;
    },
  };
}

/** Letters of the 256 codes of a simple font. */
function encoding(document: PdfDocument, dict: Dict): string[] {
  const given = document.get(dict.get('Encoding'));
  const base = isDict(given) ? document.get(given.get('BaseEncoding')) : given;
  const name = base instanceof Name ? base.name : '';
  let letters: string[];
  if (name === 'MacRomanEncoding') letters = [...codePageTable('macintosh')];
  else if (name === 'StandardEncoding') {
    letters = Array.from({ length: 256 }, (_, code) => (code >= 32 && code < 127 ? String.fromCharCode(code) : ''));
    for (const [, code, glyph] of STANDARD.matchAll(/(\d+) (\w+)/g))
      letters[Number(code)] = lettersOfGlyph(glyph ?? '') ?? '';
  } else letters = [...codePageTable('windows-1252')];
  const differences = isDict(given) ? document.get(given.get('Differences')) : undefined;
  let code = 0;
  for (const entry of isArray(differences) ? differences : []) {
    const value = document.get(entry);
    if (typeof value === 'number') code = value;
    else if (value instanceof Name && code >= 0 && code < 256) letters[code++] = lettersOfGlyph(value.name) ?? '';
  }
  return letters;
}

/** Codes of two bytes as a rule; widths by glyph number, which is the code itself in `Identity-H`. */
function compositeFont(document: PdfDocument, dict: Dict, map: CharacterMap | undefined): Font {
  const descendants = document.get(dict.get('DescendantFonts'));
  const descendant = isArray(descendants) ? document.get(descendants[0]) : undefined;
  const inner = isDict(descendant) ? descendant : new Map<string, PdfValue>();
  const usual = Number(document.get(inner.get('DW')) ?? 1000) || 0;
  const widths = glyphWidths(document, document.get(inner.get('W')));
  const given = document.get(dict.get('Encoding'));
  const codeBytes = given instanceof Name && /^(Identity|Uni)/.test(given.name) ? 2 : (map?.codeBytes ?? 2);
  return {
    glyphs(bytes) {
      const glyphs: Glyph[] = [];
      for (let i = 0; i + codeBytes <= bytes.length; i += codeBytes) {
        let code = 0;
        for (let k = 0; k < codeBytes; k++) code = code * 256 + bytes.charCodeAt(i + k);
        const letters = map?.letters.get(code) ?? '';
        glyphs.push({ letters, width: (widths.get(code) ?? usual) / 1000, isSpace: codeBytes === 1 && code === 32 });
      }
      return glyphs;
    },
  };
}

/** `first [w w …]` or `first last w` (section 9.7.4.3). */
function glyphWidths(document: PdfDocument, listed: PdfValue | undefined): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  if (!isArray(listed)) return widths;
  for (let i = 0; i + 1 < listed.length;) {
    const first = Number(document.get(listed[i]));
    const next = document.get(listed[i + 1]);
    if (isArray(next)) {
      for (const [at, width] of next.entries()) widths.set(first + at, Number(document.get(width)) || 0);
      i += 2;
      continue;
    }
    const width = Number(document.get(listed[i + 2])) || 0;
    const last = Math.min(Number(next), first + 65535);
    for (let code = first; code <= last; code++) widths.set(code, width);
    i += 3;
  }
  return widths;
}
