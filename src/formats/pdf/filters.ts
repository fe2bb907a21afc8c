/**
 * Stream filters (ISO 32000-1 section 7.4) for text, fonts and tables of objects: Flate, LZW, ASCII
 * in both forms, run lengths, and the PNG and TIFF predictors. Pictures' filters are not needed.
 * Every output is bounded; a Flate stream that is cut off gives what it has, as readers do.
 */
import { constants, inflateRawSync, inflateSync } from 'node:zlib';
import { isArray, isDict, latin1, Name, type Dict, type PdfValue } from './objects.ts';

const MOST_FILTERS = 4;

/** Inflated bytes that are left to a document; each stream takes from them. */
export interface Room {
  left: number;
}

/**
 * A stream's bytes without its filters; undefined where a filter is that of pictures.
 * @param get resolves references
 */
export function unfiltered(
  dict: Dict,
  raw: Uint8Array,
  get: (value: PdfValue | undefined) => PdfValue | undefined,
  room: Room,
): Uint8Array | undefined {
  const listed = (key: string, short: string): (PdfValue | undefined)[] => {
    const value = get(dict.get(key) ?? dict.get(short));
    return isArray(value) ? value.map(get) : value === undefined || value === null ? [] : [value];
  };
  const filters = listed('Filter', 'F');
  const parameters = listed('DecodeParms', 'DP');
  if (filters.length > MOST_FILTERS) throw new Error(`${filters.length} filters over one another`);
  let bytes = raw;
  for (const [index, filter] of filters.entries()) {
    const given = parameters[index];
    const number = (key: string, otherwise: number): number => {
      const value = isDict(given) ? get(given.get(key)) : undefined;
      return typeof value === 'number' ? value : otherwise;
    };
    const decoded = decode(filter instanceof Name ? filter.name : '', bytes, number, room);
    if (!decoded) return undefined;
    room.left -= decoded.length;
    bytes = decoded;
  }
  return bytes;
}

type Parameter = (key: string, otherwise: number) => number;

function decode(filter: string, bytes: Uint8Array, number: Parameter, room: Room): Uint8Array | undefined {
  switch (filter) {
    case 'FlateDecode':
    case 'Fl':
      return predicted(inflate(bytes, room), number);
    case 'LZWDecode':
    case 'LZW':
      return predicted(lzw(bytes, number('EarlyChange', 1), room), number);
    case 'ASCII85Decode':
    case 'A85':
      return ascii85(bytes);
    case 'ASCIIHexDecode':
    case 'AHx':
      return hexadecimal(bytes);
    case 'RunLengthDecode':
    case 'RL':
      return runLengths(bytes, room);
    default:
      return undefined;
  }
}

function inflate(bytes: Uint8Array, room: Room): Uint8Array {
  const options = { maxOutputLength: Math.max(1, room.left), finishFlush: constants.Z_SYNC_FLUSH };
  try {
    return inflateSync(bytes, options);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') tooLarge();
    // A wrong checksum or header: the deflated data itself may be sound.
    try {
      return inflateRawSync(bytes.subarray(2), options);
    } catch (again) {
      if ((again as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') tooLarge();
      throw new Error('a stream cannot be inflated', { cause: again });
    }
  }
}

function tooLarge(): never {
  throw new RangeError('its streams inflate to more than is allowed');
}

function lzw(bytes: Uint8Array, early: number, room: Room): Uint8Array {
  const out: number[] = [];
  let table: (readonly number[])[] = [];
  const reset = (): void => {
    table = Array.from({ length: 258 }, (_, i) => [i]);
  };
  reset();
  let bits = 0;
  let held = 0;
  let width = 9;
  let last: readonly number[] | undefined;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >>> bits) & ((1 << width) - 1);
    held &= (1 << bits) - 1;
    if (code === 257) break;
    if (code === 256) {
      reset();
      width = 9;
      last = undefined;
      continue;
    }
    const entry: readonly number[] | undefined =
      table[code] ?? (last && code === table.length ? [...last, last[0] as number] : undefined);
    if (!entry) break;
    for (const value of entry) out.push(value);
    if (out.length > room.left) tooLarge();
    if (last && table.length < 4096) table.push([...last, entry[0] as number]);
    last = entry;
    const next = table.length + early;
    width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9;
  }
  return Uint8Array.from(out);
}

function hexadecimal(bytes: Uint8Array): Uint8Array {
  const digits =
    latin1(bytes)
      .split('>', 1)[0]
      ?.replace(/[^0-9a-fA-F]/g, '') ?? '';
  // A last digit alone has a zero after it.
  return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex');
}

function ascii85(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  let group: number[] = [];
  const flush = (): void => {
    const count = group.length;
    if (count < 2) return;
    while (group.length < 5) group.push(84);
    let value = 0;
    for (const digit of group) value = value * 85 + digit;
    for (let i = 0; i < count - 1; i++) out.push(Math.floor(value / 256 ** (3 - i)) % 256);
    group = [];
  };
  for (const c of bytes) {
    if (c === 126) break;
    if (c === 122 && group.length === 0) out.push(0, 0, 0, 0);
    else if (c >= 33 && c <= 117) {
      group.push(c - 33);
      if (group.length === 5) flush();
    }
  }
  flush();
  return Uint8Array.from(out);
}

function runLengths(bytes: Uint8Array, room: Room): Uint8Array {
  const out: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = bytes[at++] as number;
    if (length === 128) break;
    if (length < 128) {
      for (const byte of bytes.subarray(at, at + length + 1)) out.push(byte);
      at += length + 1;
    } else {
      for (let i = 0; i < 257 - length; i++) out.push(bytes[at] ?? 0);
      at++;
    }
    if (out.length > room.left) tooLarge();
  }
  return Uint8Array.from(out);
}

/** Undoes a predictor: 2 is TIFF's (of bytes), from 10 on PNG's. */
function predicted(bytes: Uint8Array, number: Parameter): Uint8Array {
  const predictor = number('Predictor', 1);
  if (predictor < 2) return bytes;
  const pixel = Math.max(1, Math.ceil((number('Colors', 1) * number('BitsPerComponent', 8)) / 8));
  const width = Math.ceil((number('Columns', 1) * number('Colors', 1) * number('BitsPerComponent', 8)) / 8);
  if (!(width > 0 && width < 1 << 24 && pixel <= width + 64)) throw new Error('a predictor with impossible columns');
  if (predictor === 2) {
    const out = Uint8Array.from(bytes);
    for (let row = 0; row + width <= out.length; row += width) {
      for (let i = pixel; i < width; i++) out[row + i] = (out[row + i] as number) + (out[row + i - pixel] as number);
    }
    return out;
  }
  const rows = Math.ceil(bytes.length / (width + 1));
  const out = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row++) {
    const from = row * (width + 1);
    const filter = bytes[from] as number;
    for (let i = 0; i < width; i++) {
      const to = row * width + i;
      const left = i >= pixel ? (out[to - pixel] as number) : 0;
      const up = row > 0 ? (out[to - width] as number) : 0;
      const corner = row > 0 && i >= pixel ? (out[to - width - pixel] as number) : 0;
      const add =
        filter === 1
          ? left
          : filter === 2
            ? up
            : filter === 3
              ? (left + up) >> 1
              : filter === 4
                ? paeth(left, up, corner)
                : 0;
      out[to] = (bytes[from + 1 + i] ?? 0) + add;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
