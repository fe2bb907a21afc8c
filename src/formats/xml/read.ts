/**
 * A member's XML as a stream of the elements that someone asked for. UTF-8 is read as it stands,
 * other encodings are made UTF-8 piece by piece; offsets are those of the original bytes. A fault in
 * the document ends the reading and is returned, not thrown: what stood before it is good.
 */
import { CodedError } from '../../errors.ts';
import type { ByteSource, Member } from '../../intake/member.ts';
import { textFeeds, type TextFeed } from '../../intake/text-feeds.ts';
import { xmlEncoding } from './encoding.ts';
import { LineCounter } from './lines.ts';
import { XmlSyntaxError, ZEROS_AFTER, type XmlPiece } from './cursor.ts';
import { XmlScanner } from './scanner.ts';
import type { XmlNode } from './tree.ts';

const CHUNK = 1 << 20;
/** Bytes of one token, and between two tags. */
const LONGEST_TOKEN = 4 << 20;

export interface XmlFault {
  readonly line: number;
  /** Path of the elements that were open, as far as they are known. */
  readonly path: string;
  readonly reason: string;
}

export interface XmlOptions {
  /** Bytes to a read, for tests. */
  readonly chunk?: number;
  readonly progress?: (bytes: number) => void;
  readonly warn?: (message: string) => void;
}

/** What a reader may ask beside the events. */
export interface XmlFile {
  /** The line, from 1, of a byte offset. */
  line(offset: number): number;
}

/**
 * Reads a file through.
 * @param rootOf gives the tree: its root's children may stand at any depth of the document
 * @returns the fault that ended the reading early
 */
export function readXml(
  source: ByteSource,
  member: Member,
  rootOf: (file: XmlFile) => XmlNode,
  options: XmlOptions,
): XmlFault | undefined {
  const { encoding, mark } = xmlEncoding(source, member, options.warn);
  const lines = new LineCounter(source, encoding);
  const scanner = new XmlScanner(rootOf({ line: (offset) => lines.at(offset) }), {
    tooDeep: (limit) => over(member, 'the depth of elements', limit),
    documentType: () => {
      throw new CodedError('CLEW_FILE_REFUSED', { file: member.name, reason: 'its XML declares a document type' });
    },
  });
  const chunk = options.chunk ?? CHUNK;
  const window = encoding === 'utf-8' ? new PlainWindow(source, mark, chunk) : undefined;
  const pieces = window ?? new DecodedWindow(source, encoding, member.name, mark, chunk);
  try {
    while (pieces.advance()) {
      const used = scanner.read(pieces, pieces.isLast);
      if (Math.max(pieces.end - used, scanner.sinceTag) > LONGEST_TOKEN) {
        over(member, 'the length of an element', LONGEST_TOKEN);
      }
      pieces.keepFrom(used);
      options.progress?.(pieces.position);
    }
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof XmlSyntaxError)) throw thrown;
    return { line: lines.at(pieces.at(thrown.index)), path: scanner.path(), reason: thrown.message };
  }
}

function over(member: Member, what: string, limit: number): never {
  throw new CodedError('CLEW_LIMIT', { file: member.name, what, limit });
}

/** Bytes that the scanner has not done with, and those read after them. */
abstract class Window implements XmlPiece {
  bytes = Buffer.alloc(0);
  end = 0;
  isLast = false;
  /** Bytes of the file that were read so far. */
  position: number;
  protected kept = 0;
  private isDone = false;

  constructor(from: number) {
    this.position = from;
  }

  abstract at(index: number): number;
  /** More bytes, undefined at the end of the file. */
  protected abstract more(): Uint8Array | undefined;

  /** Makes the next piece; false after the last. */
  advance(): boolean {
    if (this.isDone) return false;
    const more = this.more();
    const { kept } = this;
    const added = more?.length ?? 0;
    if (kept + added + ZEROS_AFTER > this.bytes.length) {
      const grown = Buffer.allocUnsafe(kept + added + ZEROS_AFTER);
      grown.set(this.bytes.subarray(0, kept));
      this.bytes = grown;
    }
    if (more) this.bytes.set(more, kept);
    this.end = kept + added;
    this.bytes.fill(0, this.end, this.end + ZEROS_AFTER);
    this.isLast = more === undefined;
    this.isDone = this.isLast;
    return true;
  }

  keepFrom(index: number): void {
    this.kept = this.end - index;
    this.bytes.copyWithin(0, index, this.end);
  }
}

/** UTF-8, or what is taken for it: a place in the window is a place in the file. */
class PlainWindow extends Window {
  private readonly source: ByteSource;
  private readonly chunk: number;

  constructor(source: ByteSource, from: number, chunk: number) {
    super(from);
    this.source = source;
    this.chunk = chunk;
  }

  at(index: number): number {
    return this.position - this.end + index;
  }

  protected more(): Uint8Array | undefined {
    const read = this.source.read(this.position, this.position + this.chunk);
    this.position += read.length;
    return read.length === 0 ? undefined : read;
  }
}

/** Any other encoding, made UTF-8; places are found again by counting letters. */
class DecodedWindow extends Window {
  private readonly feeds: Generator<TextFeed>;
  private feed: TextFeed | undefined;
  private readonly size: number;
  /** Where what is kept from earlier pieces begins in the file. */
  private keptOffset: number;
  /** A place in the added bytes, and the letters before it. */
  private index = 0;
  private letter = 0;

  constructor(source: ByteSource, encoding: string, file: string, from: number, chunk: number) {
    super(from);
    this.keptOffset = from;
    this.size = source.size;
    this.feeds = textFeeds(source, encoding, file, { cut: '>', anchor: '<', from, chunk });
  }

  at(index: number): number {
    // Of what is kept, only the start of a token is asked for.
    if (!this.feed || index < this.kept) return this.keptOffset;
    if (this.isLast) return this.size;
    const to = index - this.kept;
    for (; this.index < to; this.index++) {
      const byte = this.bytes[this.kept + this.index] as number;
      if (byte < 0x80 || byte >= 0xc0) this.letter += byte >= 0xf0 ? 2 : 1;
    }
    return this.feed.at(this.letter);
  }

  protected more(): Uint8Array | undefined {
    const next = this.feeds.next();
    if (next.done === true) return undefined;
    this.feed = next.value;
    this.index = 0;
    this.letter = 0;
    const bytes = Buffer.from(next.value.text);
    this.position = next.value.offset + bytes.length;
    return bytes;
  }

  override keepFrom(index: number): void {
    if (index >= this.end) this.keptOffset = this.position;
    else if (index >= this.kept) this.keptOffset = this.at(index);
    super.keepFrom(index);
  }
}
