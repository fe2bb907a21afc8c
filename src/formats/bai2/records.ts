/**
 * BAI2 as logical records: a two-digit code and fields between commas, `/` at the end, continued by
 * records 88 (BAI, Cash Management Balance Reporting Specifications, version 2). Banks put one on a
 * line, several on a line, or all of them on one line in blocks of the header's record length; a
 * line that begins with no code goes on with the record before.
 */
import { CodedError } from '../../errors.ts';
import type { ByteSource, Member } from '../../intake/member.ts';
import { detached } from '../../intake/text-feeds.ts';
import { textLines } from '../text-lines.ts';

export interface BaiRecord {
  /** 01, 02, 03, 16, 49, 98 or 99; anything else is unknown. */
  readonly code: string;
  /** What stands behind the code, and the same of each continuation; without the `/`. */
  readonly parts: readonly string[];
  readonly line: number;
  /** Bytes [start, end) in the member. */
  readonly start: number;
  readonly end: number;
}

/** Where a record begins; within a line only what can hardly be text. */
const CODE = /^\s*(\d\d(?=,)|88(?=:[A-Z]{4}:))[,:]/;
const WITHIN =
  /\/\s*(?=01,[^,/]*,[^,/]*,\d{6,8},|02,[^,/]*,[^,/]*,\d?,\d{6,8},|03,[^,/]*,(?:[A-Z]{3})?,|16,\d{3},[+-]?\d+,|(?:49|98),[+-]?\d+,\d+|99,[+-]?\d+,\d+)|\/\s+(?=88,)/g;
const LONGEST_RECORD = 1 << 16;

/** @param chunk bytes to a read, for tests */
export function* baiRecords(source: ByteSource, member: Member, chunk?: number): Generator<BaiRecord> {
  let open: { code: string; parts: string[]; line: number; start: number; end: number; length: number } | undefined;
  for (const piece of physicalRecords(source, member, chunk)) {
    const match = CODE.exec(piece.text);
    const code = match?.[1];
    const text = piece.text.slice(match?.[0].length ?? 0);
    if (code !== undefined && code !== '88') {
      if (open) yield open;
      open = { code, parts: [tidy(text)], line: piece.line, start: piece.start, end: piece.end, length: text.length };
    } else if (open && piece.text.trim() !== '') {
      open.end = piece.end;
      open.length += text.length;
      if (open.length > LONGEST_RECORD) throw tooLong(member);
      if (code === '88') open.parts.push(tidy(text));
      else open.parts.push(`${open.parts.pop() ?? ''} ${tidy(text)}`);
    }
  }
  if (open) yield open;
}

function tooLong(member: Member): CodedError {
  return new CodedError('CLEW_LIMIT', { file: member.name, what: 'a record', limit: `${LONGEST_RECORD} letters` });
}

/** Without the `/` that ends a record and the blanks that fill it. */
function tidy(text: string): string {
  return detached(text.replace(/\/?\s*$/, ''));
}

interface Physical {
  readonly text: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

function* physicalRecords(source: ByteSource, member: Member, chunk?: number): Generator<Physical> {
  let block = 0;
  for (const line of textLines(source, member, chunk)) {
    const { text, number } = line;
    if (number === 1) block = blockLength(text);
    const cuts = block > 0 && text.length > block ? blocks(text, block) : cutsIn(text);
    let from = 0;
    for (const to of [...cuts, text.length]) {
      const piece = text.slice(from, to);
      const lead = piece.length - piece.trimStart().length;
      const tail = piece.trimEnd().length;
      if (tail > 0) {
        const start = line.start(from + lead);
        const end = to === text.length && tail === piece.length ? line.end() : line.start(from + tail);
        yield { text: piece, line: number, start, end };
      }
      from = to;
    }
  }
}

function cutsIn(text: string): number[] {
  return text.includes('/') ? [...text.matchAll(WITHIN)].map((match) => match.index + match[0].length) : [];
}

/** The header's physical record length, where each block of the line begins with a code. */
function blockLength(text: string): number {
  const length = Number(/^\s*01(?:,[^,]*){5},(\d{2,4}),/.exec(text)?.[1] ?? 0);
  if (length < 20 || text.length < 2 * length) return 0;
  return blocks(text, length).every((at) => /^\d\d,|^\s*$/.test(text.slice(at, at + 3))) ? length : 0;
}

function blocks(text: string, length: number): number[] {
  const cuts: number[] = [];
  for (let at = length; at < text.length; at += length) cuts.push(at);
  return cuts;
}
