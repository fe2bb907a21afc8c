/**
 * The encoding of a file's bytes, told in this order: byte order mark, UTF-32 and UTF-16 by their zero
 * bytes, strict UTF-8 over everything that was seen (a few broken letters aside), then the single-byte
 * code page whose letters make the most sensible words (`code-pages.ts`). chardet is a hint for East
 * Asian ones only. Labels are WHATWG's, `utf-32le`, `utf-32be` and DOS pages besides.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { createRequire } from 'node:module';
import type chardet from 'chardet';
import type iconv from 'iconv-lite';
import { likeliestPage } from './code-pages.ts';

export interface EncodingGuess {
  readonly encoding: string;
  /** Bytes of the byte order mark at the start. */
  readonly mark: number;
  readonly why: string;
}

const MULTIBYTE = new Set(['shift_jis', 'gb18030', 'big5', 'euc-kr', 'euc-jp']);
const SEEN_FOR_LETTERS = 1 << 18;
const SEEN_BY_CHARDET = 1 << 15;

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
    const wide = utf32WithoutMark(this.start) ?? utf16WithoutMark(this.start);
    if (wide) return wide;
    if (this.ascii) return { encoding: 'utf-8', mark: 0, why: 'only ASCII bytes' };
    if (this.utf8 && this.rest.length === 0) return { encoding: 'utf-8', mark: 0, why: 'valid UTF-8 throughout' };
    return codePage(Buffer.concat(this.high));
  }

  private checkUtf8(bytes: Uint8Array): void {
    const all = this.rest.length === 0 ? bytes : Buffer.concat([this.rest, bytes]);
    const cut = openSequence(all);
    this.rest = Uint8Array.from(all.subarray(all.length - cut));
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
  if (bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] === 0 && bytes[3] === 0)
    return { encoding: 'utf-32le', mark: 4, why: 'byte order mark of UTF-32, low byte first' };
  if (bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0xfe && bytes[3] === 0xff)
    return { encoding: 'utf-32be', mark: 4, why: 'byte order mark of UTF-32, high byte first' };
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { encoding: 'utf-16le', mark: 2, why: 'byte order mark of UTF-16, low byte first' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { encoding: 'utf-16be', mark: 2, why: 'byte order mark of UTF-16, high byte first' };
  return undefined;
}

/** Code points below 65,536 in UTF-32 have two zeros at their high end. */
function utf32WithoutMark(bytes: Uint8Array): EncodingGuess | undefined {
  const units = bytes.length >> 2;
  if (units < 4) return undefined;
  let [little, big] = [0, 0];
  for (let i = 0; i < units * 4; i += 4) {
    const [a, b, c, d] = [bytes[i], bytes[i + 1], bytes[i + 2], bytes[i + 3]];
    if (c === 0 && d === 0 && a !== 0) little++;
    if (a === 0 && b === 0 && d !== 0) big++;
  }
  if (little > units * 0.98) return { encoding: 'utf-32le', mark: 0, why: 'two of four bytes are zero, the last ones' };
  if (big > units * 0.98) return { encoding: 'utf-32be', mark: 0, why: 'two of four bytes are zero, the first ones' };
  return undefined;
}

/**
 * Text in UTF-16 has a high byte that is nearly always zero, or that of one script; only the zeros of
 * its ASCII letters tell it from a code page, and they all stand on one side.
 */
function utf16WithoutMark(bytes: Uint8Array): EncodingGuess | undefined {
  const pairs = bytes.length >> 1;
  if (pairs < 4) return undefined;
  const zeros = [0, 0];
  const scripts = [0, 0];
  for (let i = 0; i < pairs * 2; i++) {
    const byte = bytes[i] as number;
    if (byte === 0) zeros[i & 1] = (zeros[i & 1] as number) + 1;
    if (byte <= 5 || byte === 0x20) scripts[i & 1] = (scripts[i & 1] as number) + 1;
  }
  const [even, odd] = zeros as [number, number];
  const isHigh = (side: number): boolean =>
    (scripts[side] as number) > pairs * 0.95 && (zeros[side] as number) > pairs * 0.1;
  if ((odd > pairs * 0.4 || isHigh(1)) && even < pairs * 0.02)
    return { encoding: 'utf-16le', mark: 0, why: 'every second byte is zero' };
  if ((even > pairs * 0.4 || isHigh(0)) && odd < pairs * 0.02)
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
  const { letters, broken } = brokenLetters(bytes);
  if (letters > 10 && broken * 20 < letters)
    return { encoding: 'utf-8', mark: 0, why: `UTF-8 but for ${broken} broken letters of ${letters}` };
  const hints = new Map(
    loadChardet()
      .analyse(bytes.subarray(0, SEEN_BY_CHARDET))
      .map((hint) => [hint.name.toLowerCase().replace('_', '-'), hint.confidence]),
  );
  for (const label of MULTIBYTE) {
    if ((hints.get(label.replace('_', '-')) ?? 0) >= 80 && decodesStrictly(bytes, label)) {
      return { encoding: label, mark: 0, why: `not UTF-8, and valid ${label} as its letters suggest` };
    }
  }
  const best = likeliestPage(bytes, codePageTable);
  // ISO 8859-15 differs from Windows-1252 in eight letters; the euro sign is the one that banks write.
  const isEuro = best === 'windows-1252' && bytes.includes(0xa4) && !bytes.some((byte) => byte >= 0x80 && byte < 0xa0);
  const encoding = isEuro ? 'iso-8859-15' : best;
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

/** Letters beyond ASCII as UTF-8, and those of them that are not valid. */
function brokenLetters(bytes: Uint8Array): { letters: number; broken: number } {
  const text = new TextDecoder('utf-8').decode(bytes);
  let [letters, broken] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    letters++;
    if (code === 0xfffd) broken++;
  }
  return { letters, broken };
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
  return !/^(utf-8|utf-(16|32)(le|be)|shift_jis|gb18030|gbk|big5|euc-(kr|jp)|iso-2022-jp)$/.test(encoding);
}

/**
 * The text of bytes; a byte order mark is dropped, what is not valid becomes U+FFFD. Node 20's own
 * decoder takes Windows-1252 for ISO 8859-1 and loses the euro, so code pages go through iconv-lite.
 */
export function decodeBytes(bytes: Uint8Array, encoding: string): string {
  const label = encoding.toLowerCase();
  if (label.startsWith('utf-32')) return decodeUtf32(bytes, label === 'utf-32be');
  const page = PAGE_NAMES[label] ?? label.replace(/^ibm/, 'cp');
  if (isSingleByte(label)) {
    const pages = loadIconv();
    if (pages.encodingExists(page)) return pages.decode(Buffer.from(bytes), page);
  }
  return new TextDecoder(label).decode(bytes);
}

/** Labels that the library calls otherwise. */
const PAGE_NAMES: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'us-ascii': 'windows-1252',
  'x-mac-cyrillic': 'maccyrillic',
  'x-mac-ce': 'maccenteuro',
};

function decodeUtf32(bytes: Uint8Array, isBig: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  let codes: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, !isBig);
    if (at === 0 && code === 0xfeff) continue;
    codes.push(code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? 0xfffd : code);
    if (codes.length < 4096) continue;
    parts.push(String.fromCodePoint(...codes));
    codes = [];
  }
  return parts.join('') + String.fromCodePoint(...codes);
}

/** Bytes of a unit where delimiters are no single bytes (UTF-16, UTF-32), else 0. */
export function wideUnit(encoding: string): 0 | 2 | 4 {
  return encoding.startsWith('utf-16') ? 2 : encoding.startsWith('utf-32') ? 4 : 0;
}
