/**
 * The encoding of a file's bytes, told in this order: byte order mark, UTF-16 by its zero bytes,
 * strict UTF-8 over everything that was seen, then the single-byte code page whose letters make
 * the most sensible words. chardet is a hint for East Asian ones only. Labels are WHATWG's, with `ibm850` and
 * `ibm437` besides for what DOS programs of banks still write.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { createRequire } from 'node:module';
import type chardet from 'chardet';
import type iconv from 'iconv-lite';

export interface EncodingGuess {
  readonly encoding: string;
  /** Bytes of the byte order mark at the start. */
  readonly mark: number;
  readonly why: string;
}

const WEST = 'äöüÄÖÜßéèêëàâáçîïíìôóòûùúœñãõåøæÉÀÈÇÑÓÍÁÅØÆ';
const CENTRAL = 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻáéíöőúüűÁÉÍÖŐÚÜŰčřšžýůěďťňČŘŠŽăâîșțşţȘȚŞŢäÄß';
const CYRILLIC = 'абвгдежзийклмнопрстуфхцчшщъыьэюяёАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁіїєґўІЇЄҐЎ';
/** Signs that stand in bank texts beside letters; the box drawings of DOS pages are none. */
const SIGNS = '\u00a0¤€£§°–—’‘“”„«»´·…№©®²³½';

const candidates: readonly { readonly label: string; readonly letters: string }[] = [
  { label: 'windows-1252', letters: WEST },
  { label: 'ibm850', letters: WEST },
  { label: 'windows-1250', letters: CENTRAL },
  { label: 'windows-1251', letters: CYRILLIC },
  { label: 'ibm866', letters: CYRILLIC },
  { label: 'koi8-r', letters: CYRILLIC },
  { label: 'iso-8859-2', letters: CENTRAL },
  { label: 'iso-8859-5', letters: CYRILLIC },
  { label: 'ibm437', letters: WEST },
  { label: 'macintosh', letters: WEST },
];
const MULTIBYTE = new Set(['shift_jis', 'gb18030', 'big5', 'euc-kr', 'euc-jp']);
const SEEN_FOR_LETTERS = 1 << 18;

/** Loaded when a file needs them: most are UTF-8, and a reading thread starts in half the time without. */
const load = createRequire(import.meta.url);
const loadChardet = (): typeof chardet => load('chardet') as typeof chardet;
const loadIconv = (): typeof iconv => load('iconv-lite') as typeof iconv;

/** Told of a whole file in pieces while it is hashed; keeps at most 256 KiB. */
export class EncodingProbe {
  private start: Uint8Array = new Uint8Array(0);
  private started = false;
  private ascii = true;
  private utf8 = true;
  private rest: Uint8Array = new Uint8Array(0);
  /** Pieces that hold bytes over 127. */
  private readonly high: Uint8Array[] = [];
  private highBytes = 0;

  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    if (!this.started) {
      this.start = bytes.slice(0, 4096);
      this.started = true;
    }
    if (this.rest.length === 0 && isAscii(bytes)) return;
    this.ascii = false;
    if (this.utf8) this.checkUtf8(bytes);
    if (this.highBytes < SEEN_FOR_LETTERS && !isAscii(bytes)) {
      const piece = aroundHighBytes(bytes, SEEN_FOR_LETTERS - this.highBytes);
      this.high.push(piece);
      this.highBytes += piece.length;
    }
  }

  finish(): EncodingGuess {
    const marked = byteOrderMark(this.start);
    if (marked) return marked;
    const wide = utf16WithoutMark(this.start);
    if (wide) return wide;
    if (this.ascii) return { encoding: 'utf-8', mark: 0, why: 'only ASCII bytes' };
    if (this.utf8 && this.rest.length === 0) return { encoding: 'utf-8', mark: 0, why: 'valid UTF-8 throughout' };
    return codePage(Buffer.concat(this.high));
  }

  private checkUtf8(bytes: Uint8Array): void {
    const all = this.rest.length === 0 ? bytes : Buffer.concat([this.rest, bytes]);
    const cut = openSequence(all);
    this.rest = all.slice(all.length - cut);
    if (!isUtf8(all.subarray(0, all.length - cut))) this.utf8 = false;
  }
}

/** The encoding of a file of which `head` is the start, or the whole. */
export function detectEncoding(head: Uint8Array, isWhole = false): EncodingGuess {
  const probe = new EncodingProbe();
  probe.push(isWhole ? head : head.subarray(0, head.length - openSequence(head)));
  return probe.finish();
}

/** Bytes at the end that may be the start of a UTF-8 sequence which goes on. */
function openSequence(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}

function byteOrderMark(bytes: Uint8Array): EncodingGuess | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return { encoding: 'utf-8', mark: 3, why: 'byte order mark of UTF-8' };
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { encoding: 'utf-16le', mark: 2, why: 'byte order mark of UTF-16, low byte first' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { encoding: 'utf-16be', mark: 2, why: 'byte order mark of UTF-16, high byte first' };
  return undefined;
}

/** Latin text in UTF-16 has a zero in nearly every second byte. */
function utf16WithoutMark(bytes: Uint8Array): EncodingGuess | undefined {
  const pairs = bytes.length >> 1;
  if (pairs < 4) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < pairs * 2; i++) if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] as number) + 1;
  const [even, odd] = zeros as [number, number];
  if (odd > pairs * 0.4 && even < pairs * 0.02)
    return { encoding: 'utf-16le', mark: 0, why: 'every second byte is zero' };
  if (even > pairs * 0.4 && odd < pairs * 0.02)
    return { encoding: 'utf-16be', mark: 0, why: 'every first byte is zero' };
  return undefined;
}

/** Words around bytes over 127, so that a long file of ASCII still shows its few letters. */
function aroundHighBytes(bytes: Uint8Array, most: number): Uint8Array {
  const kept: number[] = [];
  let upTo = 0;
  for (let i = 0; i < bytes.length && kept.length < most; i++) {
    if ((bytes[i] as number) < 0x80) continue;
    const end = Math.min(bytes.length, i + 3);
    for (let j = Math.max(upTo, i - 2); j < end; j++) kept.push(bytes[j] as number);
    upTo = end;
  }
  return Uint8Array.from(kept);
}

function codePage(bytes: Uint8Array): EncodingGuess {
  const hints = new Map(
    loadChardet()
      .analyse(bytes)
      .map((hint) => [hint.name.toLowerCase().replace('_', '-'), hint.confidence]),
  );
  for (const label of MULTIBYTE) {
    if ((hints.get(label.replace('_', '-')) ?? 0) >= 80 && decodesStrictly(bytes, label)) {
      return { encoding: label, mark: 0, why: `not UTF-8, and valid ${label} as its letters suggest` };
    }
  }
  let best = { label: 'windows-1252', score: -Infinity };
  for (const { label, letters } of candidates) {
    const score = likelihood(bytes, label, letters);
    if (score > best.score) best = { label, score };
  }
  // ISO 8859-15 differs from Windows-1252 in eight letters; the euro sign is the one that banks write.
  const isEuro =
    best.label === 'windows-1252' && bytes.includes(0xa4) && !bytes.some((byte) => byte >= 0x80 && byte < 0xa0);
  const encoding = isEuro ? 'iso-8859-15' : best.label;
  return { encoding, mark: 0, why: `not UTF-8; its letters make the most sense in ${encoding}` };
}

function decodesStrictly(bytes: Uint8Array, label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Sums over bytes over 127: known letters in their place in a word count for, odd ones against. */
function likelihood(bytes: Uint8Array, label: string, letters: string): number {
  const table = codePageTable(label);
  const isCyrillic = letters === CYRILLIC;
  let score = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte < 0x80) continue;
    const letter = table[byte] as string;
    const before = table[bytes[i - 1] ?? 32] as string;
    const after = table[bytes[i + 1] ?? 32] as string;
    if (letters.includes(letter)) {
      score += /\p{L}/u.test(before) || /\p{L}/u.test(after) ? 2 : 0;
      const isSmallBefore = /\p{Ll}/u.test(before);
      if (/\p{Lu}/u.test(letter) && isSmallBefore) score -= 4;
      if (isCyrillic && (/[a-z]/i.test(before) || /[a-z]/i.test(after))) score -= 4;
      if (isCyrillic && /\p{Ll}/u.test(letter) && /\p{Lu}/u.test(after)) score -= 4;
    } else if (SIGNS.includes(letter))
      score += /\p{L}/u.test(before) && /\p{L}/u.test(after) && letter !== '’' ? -2 : 1;
    else if (/\p{L}/u.test(letter)) score -= 1;
    else score -= 5;
  }
  return score;
}

const tables = new Map<string, readonly string[]>();

/** The text of each byte, for an encoding of one byte a letter. */
export function codePageTable(encoding: string): readonly string[] {
  let table = tables.get(encoding);
  if (!table) {
    table = Array.from({ length: 256 }, (_, byte) => decodeBytes(Uint8Array.of(byte), encoding));
    tables.set(encoding, table);
  }
  return table;
}

/** One byte a letter, ASCII below 128: the bytes of a delimiter mean themselves. */
export function isSingleByte(encoding: string): boolean {
  return !/^(utf-8|utf-16(le|be)|shift_jis|gb18030|gbk|big5|euc-(kr|jp)|iso-2022-jp)$/.test(encoding);
}

/**
 * The text of bytes; a byte order mark is dropped, what is not valid becomes U+FFFD. Node 20's own
 * decoder takes Windows-1252 for ISO 8859-1 and loses the euro, so code pages go through iconv-lite.
 */
export function decodeBytes(bytes: Uint8Array, encoding: string): string {
  const label = encoding.toLowerCase();
  const page =
    label === 'iso-8859-1' || label === 'latin1' || label === 'us-ascii' ? 'windows-1252' : label.replace(/^ibm/, 'cp');
  if (isSingleByte(label)) {
    const pages = loadIconv();
    if (pages.encodingExists(page)) return pages.decode(Buffer.from(bytes), page);
  }
  return new TextDecoder(label).decode(bytes);
}
