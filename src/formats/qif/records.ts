/**
 * A QIF file as records: lines of one letter and a value, `^` at the end, under `!` headers that say
 * what the records are. Lists (categories, classes, securities, memorised payments …) are passed over.
 */
import type { ByteSource, Member } from '../../intake/member.ts';
import { detached } from '../../intake/text-feeds.ts';
import { textLines, type TextLine } from '../text-lines.ts';

/** `register` holds the payments of an account that is not an investment account. */
export type QifSection = 'register' | 'investment' | 'account' | 'list';

export interface QifSplit {
  readonly category: string;
  amount?: string;
}

/** One record with the first value of each letter. */
export interface QifRecord {
  readonly section: QifSection;
  /** The header's own word, e.g. `CCard`. */
  readonly type: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly splits: readonly QifSplit[];
  /** Line of its first field, and of each letter's first. */
  readonly line: number;
  readonly lines: ReadonlyMap<string, number>;
  /** Bytes [start, end) in the member. */
  readonly start: number;
  readonly end: number;
}

export interface QifHeader {
  /** `!Clear:AutoSwitch` and the like, without the mark. */
  readonly header: string;
}

const REGISTERS = /^type:\s*(bank|cash|ccard|oth\s*[al]|banque|liquide|esp[eè]ces|carte|bar|kreditkarte)\b/i;
const LISTS =
  /^(type:\s*(cat|class|memori[sz]ed|security|prices|budget|tag|invitem|template|payee|tax|bill)\w*|option|clear)\b/i;
const MOST_FIELDS = 10_000;
const LONGEST_VALUE = 4096;

/** @param chunk bytes to a read, for tests */
export function* qifRecords(
  source: ByteSource,
  member: Member,
  progress: (bytes: number) => void,
  chunk?: number,
): Generator<QifRecord | QifHeader> {
  let section: QifSection = 'list';
  let type = '';
  let open: OpenRecord | undefined;
  for (const line of textLines(source, member, chunk)) {
    const text = line.number === 1 ? line.text.replace(/^\ufeff/, '') : line.text;
    const mark = text.charAt(0);
    if (line.number % 8192 === 0) progress(line.start());
    if (mark === '!') {
      if (open) yield open.close(section, type);
      open = undefined;
      const header = text.slice(1).trim();
      section = sectionOf(header, section);
      if (/^type:/i.test(header)) type = header.slice(5).trim();
      yield { header };
    } else if (mark === '^') {
      if (open) yield open.close(section, type, line.end());
      open = undefined;
    } else if (mark !== '' && mark !== '#' && text.trim() !== '') {
      open ??= new OpenRecord(line);
      open.add(line, text);
    }
  }
  if (open) yield open.close(section, type);
}

function sectionOf(header: string, before: QifSection): QifSection {
  if (/^account\b/i.test(header)) return 'account';
  if (REGISTERS.test(header)) return 'register';
  if (/^type:\s*inv(st|est)/i.test(header)) return 'investment';
  // An option between records changes nothing; an unknown type is taken by what its records hold.
  if (/^(option|clear)\b/i.test(header)) return before === 'account' ? 'account' : before;
  return LISTS.test(header) || !/^type:/i.test(header) ? 'list' : 'register';
}

class OpenRecord {
  private readonly fields = new Map<string, string>();
  private readonly lines = new Map<string, number>();
  private readonly splits: QifSplit[] = [];
  private readonly line: number;
  private readonly start: number;
  private end: number;

  constructor({ number, start }: TextLine) {
    this.line = number;
    this.start = this.end = start();
  }

  add(line: TextLine, text: string): void {
    this.end = line.end();
    const letter = text.charAt(0);
    const value = detached(text.slice(1, LONGEST_VALUE).trim());
    if (letter === 'S') {
      if (this.splits.length < MOST_FIELDS) this.splits.push({ category: value });
      return;
    }
    const split = this.splits.at(-1);
    if (split && letter === '$') {
      split.amount ??= value;
      return;
    }
    // What follows a split's category is the split's own.
    if (split && /[EDF%]/.test(letter)) return;
    if (value === '' || this.fields.has(letter)) return;
    this.fields.set(letter, value);
    this.lines.set(letter, line.number);
  }

  close(section: QifSection, type: string, end = this.end): QifRecord {
    const { fields, splits, line, lines, start } = this;
    return { section, type, fields, splits, line, lines, start, end };
  }
}
