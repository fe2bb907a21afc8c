/**
 * SWIFT MT messages as fields: `:tag:` at the start of a line, continued until the next tag or the
 * `-` that ends the message. Envelope blocks (`{1:…}{2:…}{4:`), bank's own header lines and what
 * stands between messages are passed over.
 */
import { detectEncoding } from '../../intake/encoding.ts';
import type { ByteSource, Member } from '../../intake/member.ts';
import { textFeeds, type TextFeed } from '../../intake/text-feeds.ts';

/** A field with its continuation lines; `tag` is empty for the end of a message. */
export interface MtField {
  readonly tag: string;
  readonly lines: readonly string[];
  /** Line of the tag, from 1. */
  readonly line: number;
  /** Byte offset of the tag's colon, and of the end of the last line without its line break. */
  readonly start: number;
  readonly end: number;
}

const TAG = /^:(\d{2}[A-Z]?|NS):/;
const MOST_LINES = 200;

/** @param chunk bytes to a read, for tests */
export function* mtFields(source: ByteSource, member: Member, chunk?: number): Generator<MtField> {
  const from = detectEncoding(source.read(0, 4)).mark;
  const options = { cut: '\n', from, ...(chunk === undefined ? {} : { chunk }) };
  let number = 0;
  let open: { tag: string; lines: string[]; line: number; start: number; end: number } | undefined;
  for (const feed of textFeeds(source, member.encoding, member.name, options)) {
    for (let at = 0; at < feed.text.length;) {
      const next = feed.text.indexOf('\n', at);
      const stop = next < 0 ? feed.text.length : next;
      const end = stop > at && feed.text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
      const text = feed.text.slice(at, end);
      number++;
      const found = TAG.exec(text);
      if (found) {
        if (open) yield open;
        const start = feed.at(at);
        const lines = [text.slice(found[0].length)];
        open = { tag: found[1] ?? '', lines, line: number, start, end: lineEnd(feed, stop, end) };
      } else if (isMessageEnd(text)) {
        if (open) yield open;
        open = undefined;
        const start = feed.at(at);
        yield { tag: '', lines: [], line: number, start, end: start };
      } else if (open && open.lines.length < MOST_LINES) {
        open.lines.push(text);
        if (text !== '') open.end = lineEnd(feed, stop, end);
      }
      at = stop + 1;
    }
  }
  if (open) yield open;
}

function lineEnd(feed: TextFeed, stop: number, end: number): number {
  return feed.at(stop) - (stop - end);
}

/** `-`, `-}` and what follows the latter, or the envelope of the next message. */
function isMessageEnd(text: string): boolean {
  return /^(-\s*$|-\}|\{1:)/.test(text);
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
