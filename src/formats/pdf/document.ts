/**
 * A PDF file as objects by number (ISO 32000-1 section 7.5): cross-reference tables and streams,
 * object streams, and where those are broken a search for the objects themselves. Nothing in it is
 * executed: actions, scripts, forms and attachments are never looked at.
 */
import { CodedError } from '../../errors.ts';
import { unfiltered, type Room } from './filters.ts';
import { isArray, isDict, latin1, Name, ObjectReader, Ref, Stream, Word, type Dict, type PdfValue } from './objects.ts';

const LARGEST_FILE = 256 << 20;
const INFLATED = 128 << 20;
const MOST_OBJECTS = 1 << 20;
const MOST_TABLES = 1024;
const DEEPEST = 32;

type Place = { readonly offset: number } | { readonly stream: number; readonly index: number };

export class PdfDocument {
  readonly trailer: Map<string, PdfValue> = new Map();
  readonly room: Room = { left: INFLATED };
  private readonly bytes: Uint8Array;
  private readonly places = new Map<number, Place>();
  private readonly objects = new Map<number, PdfValue>();
  private readonly packed = new Map<number, readonly PdfValue[]>();
  private depth = 0;
  private isRebuilt = false;

  /** @param file the name that errors give */
  constructor(bytes: Uint8Array, file: string) {
    if (bytes.length > LARGEST_FILE) {
      throw new CodedError('CLEW_LIMIT', { file, what: 'its size', limit: `${LARGEST_FILE} bytes` });
    }
    const start = latin1(bytes.subarray(0, 1024)).indexOf('%PDF-');
    this.bytes = start > 0 ? bytes.subarray(start) : bytes;
    try {
      this.readTables();
    } catch (thrown) {
      if (thrown instanceof RangeError) throw thrown;
      this.trailer.clear();
    }
    if (!isDict(this.get(this.trailer.get('Root')))) this.rebuild();
    if (this.trailer.get('Encrypt') instanceof Ref || isDict(this.trailer.get('Encrypt'))) {
      const reason = 'it is encrypted; ask for it without a password, or print it to a new PDF';
      throw new CodedError('CLEW_FILE_REFUSED', { file, reason });
    }
  }

  /** The catalogue; searched for where the trailer does not lead to one. */
  get root(): Dict {
    const root = this.get(this.trailer.get('Root'));
    if (isDict(root) && isDict(this.get(root.get('Pages')))) return root;
    if (!this.isRebuilt) {
      this.rebuild();
      return this.root;
    }
    throw new Error('it has no catalogue of pages');
  }

  /** What a reference stands for; other values as they are. */
  get(value: PdfValue | undefined): PdfValue | undefined {
    let found = value;
    for (let hops = 0; found instanceof Ref; hops++) {
      if (hops > DEEPEST) return undefined;
      found = this.object(found.number);
    }
    return found;
  }

  /** Bytes of a stream without its filters; undefined for pictures. */
  content(stream: Stream): Uint8Array | undefined {
    return unfiltered(stream.dict, stream.raw, (value) => this.get(value), this.room);
  }

  private object(number: number): PdfValue | undefined {
    const known = this.objects.get(number);
    if (known !== undefined) return known;
    const place = this.places.get(number);
    if (!place) return undefined;
    if (this.depth > DEEPEST) throw new Error(`references nest deeper than ${DEEPEST}`);
    this.depth++;
    try {
      const value = 'offset' in place ? this.objectAt(place.offset, number) : this.packedObject(place);
      this.objects.set(number, value ?? null);
      return value;
    } finally {
      this.depth--;
    }
  }

  private objectAt(offset: number, number: number): PdfValue | undefined {
    const reader = new ObjectReader(this.bytes, offset);
    const isHere = reader.read() === number && typeof reader.read() === 'number' && isWord(reader.read(), 'obj');
    if (!isHere) {
      if (this.isRebuilt) return undefined;
      this.rebuild();
      return this.object(number);
    }
    const value = reader.read();
    if (!isDict(value)) return value;
    const after = reader.at;
    if (!isWord(reader.read(), 'stream')) return value;
    reader.at = after;
    reader.skipBlanks();
    let start = reader.at + 6;
    if (this.bytes[start] === 13) start++;
    if (this.bytes[start] === 10) start++;
    return new Stream(value, this.bytes.subarray(start, this.streamEnd(value, start)));
  }

  private streamEnd(dict: Dict, start: number): number {
    const length = this.get(dict.get('Length'));
    if (typeof length === 'number' && length >= 0 && start + length <= this.bytes.length) {
      if (/^\s*endstream/.test(latin1(this.bytes.subarray(start + length, start + length + 16)))) return start + length;
    }
    const end = Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length).indexOf('endstream', start);
    return end < 0 ? this.bytes.length : end;
  }

  private packedObject({ stream: number, index }: { stream: number; index: number }): PdfValue | undefined {
    let values = this.packed.get(number);
    if (!values) {
      const stream = this.object(number);
      values = stream instanceof Stream ? this.unpack(stream).map(([, value]) => value) : [];
      this.packed.set(number, values);
    }
    return values[index];
  }

  /** Numbers and objects of an object stream. */
  private unpack(stream: Stream): [number, PdfValue][] {
    const bytes = this.content(stream) ?? new Uint8Array(0);
    const first = this.get(stream.dict.get('First'));
    const count = this.get(stream.dict.get('N'));
    if (typeof first !== 'number' || typeof count !== 'number' || count > bytes.length) return [];
    const head = new ObjectReader(bytes, 0, false);
    const found: [number, PdfValue][] = [];
    for (let i = 0; i < count; i++) {
      const [number, offset] = [head.read(), head.read()];
      if (typeof number !== 'number' || typeof offset !== 'number') break;
      found.push([number, new ObjectReader(bytes, first + offset).read()]);
    }
    return found;
  }

  private readTables(): void {
    const tail = latin1(this.bytes.subarray(Math.max(0, this.bytes.length - 2048)));
    let at = Number(/startxref\s+(\d+)(?![\s\S]*startxref)/.exec(tail)?.[1] ?? NaN);
    const seen = new Set<number>();
    const queue = [at];
    while (queue.length > 0) {
      at = queue.shift() as number;
      if (!(at >= 0 && at < this.bytes.length)) throw new Error('a table of objects lies outside of the file');
      if (seen.has(at)) continue;
      if (seen.size >= MOST_TABLES) throw new Error(`more than ${MOST_TABLES} tables of objects`);
      seen.add(at);
      const dict = this.readTable(at);
      for (const [key, value] of dict) if (!this.trailer.has(key)) this.trailer.set(key, value);
      for (const key of ['XRefStm', 'Prev']) {
        const next = dict.get(key);
        if (typeof next === 'number') queue.push(next);
      }
    }
  }

  private readTable(at: number): Dict {
    const reader = new ObjectReader(this.bytes, at);
    const first = reader.read();
    if (typeof first === 'number') return this.readTableStream(at, first);
    if (!isWord(first, 'xref')) throw new Error('no table of objects where one should be');
    for (;;) {
      const from = reader.read();
      if (isWord(from, 'trailer')) break;
      const count = reader.read();
      if (typeof from !== 'number' || typeof count !== 'number' || count > this.bytes.length / 10) {
        throw new Error('a table of objects is broken');
      }
      for (let i = 0; i < count; i++) {
        const offset = reader.read();
        reader.read();
        if (isWord(reader.read(), 'n') && typeof offset === 'number') this.place(from + i, { offset });
      }
    }
    const dict = reader.read();
    if (!isDict(dict)) throw new Error('a table of objects has no trailer');
    return dict;
  }

  private readTableStream(at: number, number: number): Dict {
    const stream = this.objectAt(at, number);
    if (!(stream instanceof Stream)) throw new Error('a table of objects is no stream');
    const bytes = this.content(stream) ?? new Uint8Array(0);
    const numbers = (key: string): number[] => {
      const value = this.get(stream.dict.get(key));
      return isArray(value) ? value.map(Number) : [];
    };
    const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = numbers('W');
    const width = typeWidth + secondWidth + thirdWidth;
    if (!(width > 0 && width < 32)) throw new Error('a table of objects has impossible columns');
    let ranges = numbers('Index');
    if (ranges.length === 0) ranges = [0, Number(this.get(stream.dict.get('Size')))];
    let p = 0;
    const field = (bytesOfField: number, otherwise: number): number => {
      if (bytesOfField === 0) return otherwise;
      let value = 0;
      for (let i = 0; i < bytesOfField; i++) value = value * 256 + (bytes[p++] ?? 0);
      return value;
    };
    for (let range = 0; range + 1 < ranges.length; range += 2) {
      for (let i = 0; i < (ranges[range + 1] as number) && p + width <= bytes.length; i++) {
        const type = field(typeWidth, 1);
        const second = field(secondWidth, 0);
        const third = field(thirdWidth, 0);
        const entry = (ranges[range] as number) + i;
        if (type === 1) this.place(entry, { offset: second });
        else if (type === 2) this.place(entry, { stream: second, index: third });
      }
    }
    return stream.dict;
  }

  /** The newest table comes first, so that the first place of an object is its own. */
  private place(number: number, place: Place): void {
    if (this.places.size >= MOST_OBJECTS) throw new Error(`more than ${MOST_OBJECTS} objects`);
    if (!this.places.has(number)) this.places.set(number, place);
  }

  /** Looks for `n g obj` in the bytes; of several with one number the last counts. */
  private rebuild(): void {
    this.isRebuilt = true;
    this.objects.clear();
    this.packed.clear();
    this.places.clear();
    const text = Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length);
    for (let at = text.indexOf('obj'); at >= 0 && this.places.size < MOST_OBJECTS; at = text.indexOf('obj', at + 3)) {
      const before = /(\d{1,10})\s{1,4}\d{1,5}\s{0,4}$/.exec(latin1(this.bytes.subarray(Math.max(0, at - 24), at)));
      if (before) this.places.set(Number(before[1]), { offset: at - before[0].length });
    }
    for (let at = text.indexOf('trailer'); at >= 0; at = text.indexOf('trailer', at + 7)) {
      const dict = new ObjectReader(this.bytes, at + 7).read();
      if (isDict(dict)) for (const [key, value] of dict) this.trailer.set(key, value);
    }
    for (const number of [...this.places.keys()]) {
      const value = this.orNothing(number);
      const dict = value instanceof Stream ? value.dict : value;
      if (!isDict(dict)) continue;
      const type = dict.get('Type');
      const name = type instanceof Name ? type.name : '';
      if (name === 'Catalog' && !isDict(this.get(this.trailer.get('Root')))) this.trailer.set('Root', new Ref(number));
      if (name === 'XRef' && dict.has('Encrypt')) this.trailer.set('Encrypt', dict.get('Encrypt') as PdfValue);
      if (name === 'XRef' && dict.has('Root')) this.trailer.set('Root', dict.get('Root') as PdfValue);
      if (name === 'ObjStm' && value instanceof Stream && !this.trailer.has('Encrypt')) {
        for (const [index, [inner]] of this.unpack(value).entries()) this.place(inner, { stream: number, index });
      }
    }
  }

  private orNothing(number: number): PdfValue | undefined {
    try {
      return this.object(number);
    } catch (thrown) {
      if (thrown instanceof RangeError) throw thrown;
      return undefined;
    }
  }
}

function isWord(value: PdfValue, word: string): boolean {
  return value instanceof Word && value.word === word;
}
