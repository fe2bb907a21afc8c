/**
 * OFX as a stream of tags: SGML of version 1, whose leaf elements are not closed, and XML of version
 * 2 alike. A leaf is a tag with text behind it, so no list of elements is needed; what is not a tag
 * (`A < B`) is text. Only the five entities and numbers are known; a document type is passed over.
 */
import type { ByteSource, Member } from '../../intake/member.ts';
import { textFeeds, type TextFeed } from '../../intake/text-feeds.ts';
import { ofxEncoding } from './encoding.ts';

/** Where a tag stands. Ask for offsets in ascending order. */
export interface TagPlace {
  /** Line of the tag, from 1. */
  readonly line: number;
  /** Byte offset of its `<`, and after its `>`. */
  start(): number;
  end(): number;
}

/** Names are in capitals. A leaf's text is trimmed and never empty. */
export interface TagHandler {
  open(name: string, place: TagPlace): void;
  close(name: string, place: TagPlace): void;
  text(name: string, text: string): void;
}

const LONGEST_TAG = 200;
const LONGEST_TEXT = 1 << 16;
const SLASH = 47;

/** Reads a whole member. @param chunk bytes to a read, for tests */
export function readTags(
  source: ByteSource,
  member: Member,
  handler: TagHandler,
  progress: (bytes: number) => void,
  chunk?: number,
): void {
  const { encoding, mark } = ofxEncoding(source, member);
  const options = { cut: '>', from: mark, ...(chunk === undefined ? {} : { chunk }) };
  const scanner = new TagScanner(handler);
  for (const feed of textFeeds(source, encoding, member.name, options)) {
    scanner.feed(feed);
    progress(feed.offset);
  }
  scanner.finish();
}

class TagScanner implements TagPlace {
  private lines = 1;
  private lineBreak = '';
  private readonly handler: TagHandler;
  private piece: TextFeed = { text: '', offset: 0, at: () => 0 };
  /** Letters of the piece whose lines are counted. */
  private counted = 0;
  private from = 0;
  private to = 0;
  /** The leaf that text belongs to, '' after its end. */
  private leaf = '';
  /** What stands before the piece, or in CDATA. */
  private held = '';
  /** What ends a comment, CDATA or declaration that is open. */
  private until = '';
  private readonly names = new Map<string, string>();

  constructor(handler: TagHandler) {
    this.handler = handler;
  }

  /** Only what asks for a line pays for it. */
  get line(): number {
    this.count(this.from);
    return this.lines;
  }

  start(): number {
    return this.piece.at(this.from);
  }

  end(): number {
    return this.piece.at(this.to);
  }

  feed(piece: TextFeed): void {
    this.piece = piece;
    this.counted = 0;
    const { text } = piece;
    if (this.lineBreak === '') this.lineBreak = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
    let at = this.until === '' ? 0 : this.skip(text, 0);
    let began = at;
    while (at < text.length) {
      const less = text.indexOf('<', at);
      if (less < 0) break;
      const next = text.charCodeAt(less + 1);
      if (next === 33 || next === 63) {
        this.hold(text, began, less);
        at = began = this.special(text, less);
        continue;
      }
      const greater = text.indexOf('>', less);
      if (greater < 0) break;
      if (!isNameStart(next) || greater - less > LONGEST_TAG || text.lastIndexOf('<', greater) > less) {
        at = less + 1;
        continue;
      }
      if (this.leaf !== '') this.flush(text, began, less);
      this.tag(text, less, greater, next === SLASH);
      at = began = greater + 1;
    }
    if (this.until === '') this.hold(text, began, text.length);
    this.count(text.length);
  }

  finish(): void {
    this.flush('', 0, 0);
  }

  private tag(text: string, less: number, greater: number, isEnd: boolean): void {
    const isEmpty = text.charCodeAt(greater - 1) === SLASH && !isEnd;
    const raw = text.slice(less + (isEnd ? 2 : 1), isEmpty ? greater - 1 : greater);
    let name = this.names.get(raw);
    if (name === undefined) {
      name = raw.trim().split(/\s/, 1)[0]?.toUpperCase() ?? '';
      if (this.names.size > 500) this.names.clear();
      this.names.set(raw, name);
    }
    this.from = less;
    this.to = greater + 1;
    if (isEnd) {
      this.leaf = '';
      this.handler.close(name, this);
    } else {
      this.leaf = isEmpty ? '' : name;
      this.handler.open(name, this);
      if (isEmpty) this.handler.close(name, this);
    }
  }

  /** Gives the open leaf's text; trims without making strings. */
  private flush(text: string, from: number, to: number): void {
    let value: string;
    if (this.held === '') {
      while (from < to && text.charCodeAt(from) <= 32) from++;
      while (to > from && text.charCodeAt(to - 1) <= 32) to--;
      if (from === to) return;
      value = text.slice(from, Math.min(to, from + LONGEST_TEXT));
      if (value.includes('&')) value = decoded(value);
    } else {
      value = (this.held + decoded(text.slice(from, to))).trim();
      this.held = '';
      if (value === '' || this.leaf === '') return;
    }
    if (this.leaf !== '') this.handler.text(this.leaf, value);
  }

  private hold(text: string, from: number, to: number): void {
    if (this.leaf === '' || this.held.length > LONGEST_TEXT) return;
    const more = decoded(text.slice(from, to));
    if (this.held !== '' || more.trim() !== '') this.held += more;
  }

  /** Passes over a comment or declaration, keeps CDATA; returns where to go on. */
  private special(text: string, less: number): number {
    if (text.startsWith('<![CDATA[', less)) {
      this.until = ']]>';
      return this.skip(text, less + 9);
    }
    this.until = text.startsWith('<!--', less) ? '-->' : text.startsWith('<?', less) ? '?>' : '>';
    return this.skip(text, less + 2);
  }

  private skip(text: string, from: number): number {
    const end = text.indexOf(this.until, from);
    const stop = end < 0 ? text.length : end;
    if (this.until === ']]>' && this.leaf !== '' && this.held.length < LONGEST_TEXT)
      this.held += text.slice(from, Math.min(stop, from + LONGEST_TEXT));
    if (end < 0) return stop;
    const next = end + this.until.length;
    this.until = '';
    return next;
  }

  private count(upTo: number): void {
    const { text } = this.piece;
    let at = text.indexOf(this.lineBreak, this.counted);
    for (; at >= 0 && at < upTo; at = text.indexOf(this.lineBreak, at + 1)) this.lines++;
    this.counted = upTo;
  }
}

function isNameStart(code: number): boolean {
  return code === SLASH || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Text with its entities resolved; an ampersand that is none stays. */
export function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,4}));/g, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return ENTITIES[name.toLowerCase()] ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
