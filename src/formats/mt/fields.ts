/**
 * SWIFT MT messages as fields: `:tag:` at the start of a line, continued until the next tag or the
 * `-` that ends the message. Envelope blocks (`{1:…}{2:…}{4:`) come as fields without a tag; banks' own
 * header lines and what stands between messages are passed over.
 */
import { wideUnit } from '../../intake/encoding.ts';
import type { ByteSource, Member } from '../../intake/member.ts';
import { textFeeds } from '../../intake/text-feeds.ts';
import { lineBreakOf } from '../text-lines.ts';

/** A field with its continuation lines; `tag` is empty for the end of a message, or an envelope in `lines`. */
export interface MtField {
  readonly tag: string;
  readonly lines: readonly string[];
  /** Line of the tag, from 1. */
  readonly line: number;
  /** Byte offset of the tag's colon, and of the end of the last line without its line break. */
  readonly start: number;
  readonly end: number;
}

const MOST_LINES = 200;
const CARRIAGE_RETURN = 13;
const COLON = 58;
const DASH = 45;
const BRACE = 123;
const END_BRACE = 125;

/** @param chunk bytes to a read, for tests */
export function* mtFields(source: ByteSource, member: Member, chunk?: number): Generator<MtField> {
  const { cut, from } = lineBreakOf(source);
  const options = { cut, from, ...(chunk === undefined ? {} : { chunk }) };
  const width = wideUnit(member.encoding) || 1;
  let number = 0;
  let open: { tag: string; lines: string[]; line: number; start: number; end: number } | undefined;
  for (const feed of textFeeds(source, member.encoding, member.name, options)) {
    const { text: letters } = feed;
    for (let at = 0; at < letters.length;) {
      const next = letters.indexOf(cut, at);
      const stop = next < 0 ? letters.length : next;
      let end = stop > at && letters.charCodeAt(stop - 1) === CARRIAGE_RETURN ? stop - 1 : stop;
      number++;
      let begin = at;
      at = stop + 1;
      // An envelope may stand on the line of the first field, and the end of a message on that of the last.
      const envelope = envelopeEnd(letters, begin, end);
      if (envelope >= 0) {
        if (open) yield open;
        open = undefined;
        const start = feed.at(begin);
        yield { tag: '', lines: [letters.slice(begin, envelope)], line: number, start, end: start };
        begin = envelope;
        if (begin >= end) continue;
      }
      let isLast = false;
      if (end > begin && letters.charCodeAt(end - 1) === END_BRACE && letters.charCodeAt(begin) !== DASH) {
        const close = letters.lastIndexOf('-}', end);
        isLast = close > begin;
        if (isLast) end = close;
      }
      const first = letters.charCodeAt(begin);
      const tagEnd = first === COLON ? endOfTag(letters, begin + 1) : -1;
      if (tagEnd >= 0) {
        if (open) yield open;
        const start = feed.at(begin);
        const lines = [letters.slice(tagEnd + 1, end)];
        open = {
          tag: letters.slice(begin + 1, tagEnd),
          lines,
          line: number,
          start,
          end: feed.at(stop) - (stop - end) * width,
        };
      } else if (first === DASH && MESSAGE_END.test(letters.slice(begin, end))) {
        if (open) yield open;
        open = undefined;
        const start = feed.at(begin);
        yield { tag: '', lines: [], line: number, start, end: start };
      } else if (open && open.lines.length < MOST_LINES) {
        open.lines.push(letters.slice(begin, end));
        if (end > begin) open.end = feed.at(stop) - (stop - end) * width;
      }
      if (!isLast) continue;
      if (open) yield open;
      open = undefined;
      const start = feed.at(stop);
      yield { tag: '', lines: [], line: number, start, end: start };
    }
  }
  if (open) yield open;
}

/** `-`, `-}` and what follows the latter; national ISO 646 variants have a letter for the brace. */
const MESSAGE_END = /^-\s*$|^-\}|^-[åèü]$/;

/** Where the text of a line goes on that begins with blocks such as `{1:…}{4:`, else -1. */
function envelopeEnd(letters: string, begin: number, end: number): number {
  const first = letters.charCodeAt(begin);
  // `$` parts the messages of an RJE file, a control character those of a DOS-PCC file.
  if (first !== BRACE && !((first === 36 || first < 4) && letters.charCodeAt(begin + 1) === BRACE)) return -1;
  if (!/^[$\x01-\x03]?\{[1-5S]:/.test(letters.slice(begin, begin + 4))) return -1;
  const body = letters.indexOf('{4:', begin);
  return body < 0 || body >= end || letters.charCodeAt(body + 3) === BRACE ? end : body + 3;
}

/** A field's lines as one text: a line that fills its width goes on in the next without a blank. */
export function joinLines(lines: readonly string[]): string {
  let joined = '';
  for (const [i, line] of lines.entries()) {
    const width = (lines[i - 1]?.length ?? 0) + (i === 1 ? 4 : 0);
    joined += i === 0 || width >= 65 ? line : ` ${line}`;
  }
  return joined;
}

/** The place of the colon behind a tag (two digits and perhaps a letter, or NS), else -1. */
function endOfTag(letters: string, at: number): number {
  const first = letters.charCodeAt(at);
  const second = letters.charCodeAt(at + 1);
  if (first === 78 && second === 83) return letters.charCodeAt(at + 2) === COLON ? at + 2 : -1;
  if (first < 48 || first > 57 || second < 48 || second > 57) return -1;
  const third = letters.charCodeAt(at + 2);
  if (third === COLON) return at + 2;
  return third >= 65 && third <= 90 && letters.charCodeAt(at + 3) === COLON ? at + 3 : -1;
}
