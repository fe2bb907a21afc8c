/**
 * Streams of a compound file ([MS-CFB]), the container of old Office programs: sectors chained by a
 * table, small streams in sectors of a stream of their own. A chain that turns back on itself ends
 * at the number of sectors that the file has.
 */
import { CodedError } from '../../errors.ts';

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const LAST_SECTOR = 0xfffffffa;
const ENTRY = 128;
const IN_HEADER = 109;

interface StreamPlace {
  readonly start: number;
  readonly size: number;
}

export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

export class CompoundFile {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly file: string;
  private readonly sector: number;
  private readonly smallSector: number;
  private readonly cutoff: number;
  private readonly table: Uint32Array;
  private readonly smallTable: Uint32Array;
  private readonly streams = new Map<string, StreamPlace>();
  private root: StreamPlace = { start: LAST_SECTOR, size: 0 };
  private smallStream: Uint8Array | undefined;

  /** CLEW_FILE_UNREADABLE where the header or its tables make no sense. */
  constructor(bytes: Uint8Array, file: string) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.file = file;
    if (bytes.length < 512) throw this.broken('its header is cut off');
    const [shift, smallShift] = [this.view.getUint16(30, true), this.view.getUint16(32, true)];
    if ((shift !== 9 && shift !== 12) || smallShift !== 6) throw this.broken('its sectors have no known size');
    this.sector = 1 << shift;
    this.smallSector = 1 << smallShift;
    this.cutoff = this.view.getUint32(56, true);
    this.table = this.numbers(this.tableSectors());
    this.smallTable = this.numbers(this.chain(this.view.getUint32(60, true)));
    this.readDirectory();
  }

  has(name: string): boolean {
    return this.streams.has(name);
  }

  /** A stream's bytes; undefined where there is none of that name. */
  stream(name: string): Uint8Array | undefined {
    const place = this.streams.get(name);
    if (!place) return undefined;
    if (place.size >= this.cutoff) return this.joined(place);
    this.smallStream ??= this.joined(this.root);
    const pieces: Uint8Array[] = [];
    for (const sector of chainOf(this.smallTable, place.start, Math.ceil(place.size / this.smallSector))) {
      pieces.push(this.smallStream.subarray(sector * this.smallSector, (sector + 1) * this.smallSector));
    }
    return Buffer.concat(pieces).subarray(0, place.size);
  }

  private joined({ start, size }: StreamPlace): Uint8Array {
    const pieces = this.chain(start, Math.ceil(Math.min(size, this.bytes.length) / this.sector)).map((sector) =>
      this.sectorBytes(sector),
    );
    return Buffer.concat(pieces).subarray(0, size);
  }

  /** Sectors of the table: the first of them stand in the header, others in a chain of lists. */
  private tableSectors(): number[] {
    const sectors: number[] = [];
    const most = Math.ceil(this.bytes.length / this.sector);
    for (let i = 0; i < IN_HEADER; i++) {
      const sector = this.view.getUint32(76 + 4 * i, true);
      if (sector < LAST_SECTOR) sectors.push(sector);
    }
    let list = this.view.getUint32(68, true);
    for (let turn = 0; list < LAST_SECTOR && turn < most && sectors.length <= most; turn++) {
      const numbers = this.numbers([list]);
      for (const sector of numbers.subarray(0, -1)) if (sector < LAST_SECTOR) sectors.push(sector);
      list = numbers.at(-1) ?? LAST_SECTOR;
    }
    return sectors.slice(0, most);
  }

  private readDirectory(): void {
    const pieces = this.chain(this.view.getUint32(48, true)).map((sector) => this.sectorBytes(sector));
    const directory = Buffer.concat(pieces);
    for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
      const nameBytes = directory.readUInt16LE(at + 64);
      const type = directory[at + 66];
      if (nameBytes < 2 || nameBytes > 64) continue;
      const name = directory.toString('utf16le', at, at + nameBytes - 2);
      const place = { start: directory.readUInt32LE(at + 116), size: directory.readUInt32LE(at + 120) };
      if (type === 5) this.root = place;
      else if (type === 2 && !this.streams.has(name)) this.streams.set(name, place);
    }
    if (this.streams.size === 0) throw this.broken('its directory is not where it should be');
  }

  private chain(start: number, most = Math.ceil(this.bytes.length / this.sector)): number[] {
    return chainOf(this.table, start, most);
  }

  private numbers(sectors: readonly number[]): Uint32Array {
    const bytes = Buffer.concat(sectors.map((sector) => this.sectorBytes(sector)));
    return Uint32Array.from({ length: bytes.length >> 2 }, (_, index) => bytes.readUInt32LE(4 * index));
  }

  private sectorBytes(sector: number): Uint8Array {
    const from = (sector + 1) * this.sector;
    if (from >= this.bytes.length) throw this.broken('a sector lies beyond its end');
    return this.bytes.subarray(from, from + this.sector);
  }

  private broken(reason: string): CodedError {
    return new CodedError('CLEW_FILE_UNREADABLE', { file: this.file, reason });
  }
}

function chainOf(table: Uint32Array, start: number, most: number): number[] {
  const sectors: number[] = [];
  for (let sector = start; sector < LAST_SECTOR && sectors.length < most; sector = table[sector] ?? LAST_SECTOR)
    sectors.push(sector);
  return sectors;
}
