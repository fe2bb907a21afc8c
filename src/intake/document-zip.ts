/**
 * The parts of a document that is a zip archive (PKWARE APPNOTE 6.3, sections 4.3 and 4.5.3), read
 * synchronously from the central directory, since formats are plain loops. Sizes are limits, never
 * trusted: a part is inflated into at most what the ratio and the total allow, and its length and
 * checksum must then be those that were told.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { CodedError } from '../errors.ts';
import { IntakeBudget, defaultLimits } from './limits.ts';
import type { ByteSource } from './member.ts';

/** Inflated bytes of all parts of one document that are asked for. */
export const DOCUMENT_BYTES = 512 << 20;

const END = 0x06054b50;
const END64_LOCATOR = 0x07064b50;
const END64 = 0x06064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_END = 22 + 65535;
/** A directory of 10,000 entries with long names is well below. */
const LARGEST_DIRECTORY = 16 << 20;
const WHOLE_PART = 1 << 20;

interface PartPlace {
  readonly offset: number;
  readonly packed: number;
  readonly inflated: number;
  readonly method: number;
  readonly flags: number;
  readonly checksum: number;
}

export class DocumentZip {
  private readonly source: ByteSource;
  private readonly file: string;
  private readonly budget: IntakeBudget;
  private readonly places = new Map<string, PartPlace>();
  private left: number;

  /**
   * Reads the directory. CLEW_FILE_UNREADABLE for what is no zip archive, CLEW_LIMIT for too many parts.
   * @param file the name that errors give
   */
  constructor(source: ByteSource, file: string, totalBytes = DOCUMENT_BYTES) {
    this.source = source;
    this.file = file;
    this.left = totalBytes;
    this.budget = new IntakeBudget({ ...defaultLimits, totalBytes });
    this.readDirectory();
  }

  /** Names of parts, in the directory's order. */
  get names(): readonly string[] {
    return [...this.places.keys()];
  }

  has(name: string): boolean {
    return this.places.has(name);
  }

  /** A part's bytes; undefined where there is none of that name. */
  part(name: string): Uint8Array | undefined {
    const place = this.places.get(name);
    if (!place) return undefined;
    if ((place.flags & 1) !== 0) {
      throw new CodedError('CLEW_FILE_REFUSED', { file: this.file, reason: `it is encrypted (${name})` });
    }
    const header = view(this.source.read(place.offset, place.offset + 30));
    if (header.byteLength < 30 || header.getUint32(0, true) !== LOCAL)
      throw this.broken(`${name} is not where it should be`);
    const from = place.offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
    const packed = this.source.read(from, from + place.packed);
    if (packed.length < place.packed) throw this.broken(`${name} is cut off`);
    const bytes = this.inflated(packed, place, name);
    if (bytes.length !== place.inflated) throw this.broken(`${name} has not the size that is told`);
    if (crc32(bytes) !== place.checksum) throw this.broken(`the checksum of ${name} does not match`);
    this.budget.inflate(this.file, packed.length, bytes.length, bytes.length);
    this.left -= bytes.length;
    return bytes;
  }

  private inflated(packed: Uint8Array, place: PartPlace, name: string): Uint8Array {
    if (place.method === 0) return packed;
    if (place.method !== 8) throw this.broken(`${name} is packed in a way that is not known`);
    const byRatio = Math.max(WHOLE_PART, packed.length * defaultLimits.ratio);
    const maxOutputLength = Math.max(1, Math.min(this.left, byRatio));
    try {
      return inflateRawSync(packed, {
        maxOutputLength,
        chunkSize: Math.min(WHOLE_PART, Math.max(1024, place.inflated)),
      });
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
        const what = byRatio < this.left ? 'the compression ratio' : 'the inflated size in bytes';
        throw new CodedError('CLEW_LIMIT', {
          file: this.file,
          what,
          limit: byRatio < this.left ? defaultLimits.ratio : DOCUMENT_BYTES,
        });
      }
      throw this.broken(`${name} cannot be inflated`);
    }
  }

  private readDirectory(): void {
    const { source } = this;
    const tailStart = Math.max(0, source.size - LONGEST_END);
    const tail = view(source.read(tailStart, source.size));
    let at = tail.byteLength - 22;
    while (at >= 0 && tail.getUint32(at, true) !== END) at--;
    if (at < 0) throw this.broken('it is no whole zip archive');
    let count = tail.getUint16(at + 10, true);
    let size = tail.getUint32(at + 12, true);
    let offset = tail.getUint32(at + 16, true);
    if (at >= 20 && tail.getUint32(at - 20, true) === END64_LOCATOR) {
      const place = Number(tail.getBigUint64(at - 12, true));
      const end = view(source.read(Math.min(place, source.size), Math.min(place + 56, source.size)));
      if (end.byteLength < 56 || end.getUint32(0, true) !== END64)
        throw this.broken('its directory is not where it should be');
      count = Number(end.getBigUint64(32, true));
      size = Number(end.getBigUint64(40, true));
      offset = Number(end.getBigUint64(48, true));
    }
    this.budget.entries(this.file, count);
    if (size > LARGEST_DIRECTORY)
      throw new CodedError('CLEW_LIMIT', {
        file: this.file,
        what: 'the directory',
        limit: `${LARGEST_DIRECTORY} bytes`,
      });
    if (offset + size > source.size) throw this.broken('its directory is not where it should be');
    const bytes = source.read(offset, offset + size);
    this.readEntries(bytes, count);
  }

  private readEntries(bytes: Uint8Array, count: number): void {
    const directory = view(bytes);
    let at = 0;
    for (let entry = 0; entry < count; entry++) {
      if (at + 46 > bytes.length || directory.getUint32(at, true) !== ENTRY)
        throw this.broken('its directory is cut off');
      const nameLength = directory.getUint16(at + 28, true);
      const extraLength = directory.getUint16(at + 30, true);
      const nameEnd = at + 46 + nameLength;
      const next = nameEnd + extraLength + directory.getUint16(at + 32, true);
      if (next > bytes.length) throw this.broken('its directory is cut off');
      const name = Buffer.from(bytes.subarray(at + 46, nameEnd))
        .toString()
        .replace(/\\/g, '/');
      const [inflated, packed, offset] = this.sizes(directory, at, nameEnd, extraLength);
      const flags = directory.getUint16(at + 8, true);
      const method = directory.getUint16(at + 10, true);
      const checksum = directory.getUint32(at + 16, true);
      if (!this.places.has(name)) this.places.set(name, { offset, packed, inflated, method, flags, checksum });
      at = next;
    }
  }

  /** Inflated size, packed size and offset, the 64-bit ones where the field says so (section 4.5.3). */
  private sizes(directory: DataView, at: number, extra: number, extraLength: number): [number, number, number] {
    const values = [
      directory.getUint32(at + 24, true),
      directory.getUint32(at + 20, true),
      directory.getUint32(at + 42, true),
    ];
    for (let p = extra; p + 4 <= extra + extraLength;) {
      const length = directory.getUint16(p + 2, true);
      if (directory.getUint16(p, true) === 1) {
        let field = p + 4;
        for (const [index, value] of values.entries()) {
          if (value !== 0xffffffff || field + 8 > p + 4 + length || field + 8 > directory.byteLength) continue;
          values[index] = Number(directory.getBigUint64(field, true));
          field += 8;
        }
      }
      p += 4 + length;
    }
    const [inflated = 0, packed = 0, offset = 0] = values;
    if (offset + packed > this.source.size) throw this.broken('a part lies beyond its end');
    return [inflated, packed, offset];
  }

  private broken(reason: string): CodedError {
    return new CodedError('CLEW_FILE_UNREADABLE', { file: this.file, reason });
  }
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
