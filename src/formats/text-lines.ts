/**
 * A member's lines with their byte offsets. Line feeds end them, with or without a carriage return
 * before; files of old Macs have carriage returns only.
 */
import { detectEncoding, wideUnit } from '../intake/encoding.ts';
import type { ByteSource, Member } from '../intake/member.ts';
import { textFeeds } from '../intake/text-feeds.ts';

/** One line, valid until the next is asked for. Ask for offsets in ascending order. */
export interface TextLine {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** Byte offset of its first letter, or of another one. */
  start(index?: number): number;
  /** Byte offset after its last letter, without the line break. */
  end(): number;
}

const HEAD = 1 << 16;

/** The letter that ends lines, and the bytes of a byte order mark before the first. */
export function lineBreakOf(source: ByteSource): { cut: '\n' | '\r'; from: number } {
  const head = source.read(0, HEAD);
  return { cut: head.includes(13) && !head.includes(10) ? '\r' : '\n', from: detectEncoding(head.subarray(0, 4)).mark };
}

/** @param chunk bytes to a read, for tests */
export function* textLines(source: ByteSource, member: Member, chunk?: number): Generator<TextLine> {
  const { cut, from } = lineBreakOf(source);
  const options = { cut, from, ...(chunk === undefined ? {} : { chunk }) };
  const width = wideUnit(member.encoding) || 1;
  let number = 0;
  for (const feed of textFeeds(source, member.encoding, member.name, options)) {
    const { text } = feed;
    for (let at = 0; at < text.length;) {
      const next = text.indexOf(cut, at);
      const stop = next < 0 ? text.length : next;
      const end = stop > at && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
      const begin = at;
      yield {
        text: text.slice(at, end),
        number: ++number,
        start: (index = 0) => feed.at(begin + index),
        end: () => feed.at(stop) - (stop - end) * width,
      };
      at = stop + 1;
    }
  }
}
