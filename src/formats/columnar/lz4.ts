/**
 * LZ4 (block format 1.6, frame format 1.6.3), as Parquet (`LZ4_RAW`, and `LZ4` with Hadoop's lengths
 * before each block) and Arrow (frames) use it. Output never exceeds what was asked for.
 */

const FRAME = 0x184d2204;

/** Decodes one block into `output` from `at`; matches may reach back to the output's start. */
function decodeBlock(input: Uint8Array, output: Uint8Array, at: number): number {
  let p = 0;
  while (p < input.length) {
    const token = input[p++] as number;
    let literals = token >> 4;
    if (literals === 15) {
      let more = 255;
      while (more === 255) {
        more = byteAt(input, p++);
        literals += more;
      }
    }
    if (p + literals > input.length || at + literals > output.length) throw new Error('an LZ4 block runs over its end');
    output.set(input.subarray(p, p + literals), at);
    p += literals;
    at += literals;
    // The last sequence has no match.
    if (p >= input.length) break;
    const distance = byteAt(input, p) | (byteAt(input, p + 1) << 8);
    p += 2;
    let length = token & 15;
    if (length === 15) {
      let more = 255;
      while (more === 255) {
        more = byteAt(input, p++);
        length += more;
      }
    }
    length += 4;
    if (distance === 0 || distance > at || at + length > output.length) throw new Error('an LZ4 match is out of place');
    // Overlapping on purpose: a short distance repeats what it just wrote.
    for (let i = 0; i < length; i++, at++) output[at] = output[at - distance] as number;
  }
  return at;
}

function byteAt(input: Uint8Array, at: number): number {
  const byte = input[at];
  if (byte === undefined) throw new Error('an LZ4 block is cut off');
  return byte;
}

/** A bare block. */
export function lz4Block(input: Uint8Array, size: number): Uint8Array {
  const output = new Uint8Array(size);
  return output.subarray(0, decodeBlock(input, output, 0));
}

/** Blocks, each after its inflated and packed length (big-endian), as Hadoop writes them; else a bare block. */
export function lz4Hadoop(input: Uint8Array, size: number): Uint8Array {
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  const output = new Uint8Array(size);
  let at = 0;
  let p = 0;
  while (p + 8 <= input.length) {
    const inflated = view.getUint32(p);
    const packed = view.getUint32(p + 4);
    if (inflated > size - at || packed > input.length - p - 8) return lz4Block(input, size);
    const end = decodeBlock(input.subarray(p + 8, p + 8 + packed), output, at);
    if (end - at !== inflated) return lz4Block(input, size);
    at = end;
    p += 8 + packed;
  }
  return p === input.length && p > 0 ? output.subarray(0, at) : lz4Block(input, size);
}

/** Frames in a row, content of at most `most` bytes. Checksums are not compared. */
export function lz4Frames(input: Uint8Array, most: number): Uint8Array {
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  let output = new Uint8Array(Math.min(most, Math.max(1024, input.length * 4)));
  let at = 0;
  let p = 0;
  while (p < input.length) {
    if (view.getUint32(p, true) !== FRAME) throw new Error('an LZ4 frame has another magic number');
    const flags = byteAt(input, p + 4);
    if (flags >> 6 !== 1 || flags & 1) throw new Error('an LZ4 frame is of another version or needs a dictionary');
    const largest = 1 << (8 + 2 * ((byteAt(input, p + 5) >> 4) & 7));
    p += 7 + (flags & 8 ? 8 : 0);
    for (;;) {
      const length = view.getUint32(p, true);
      p += 4;
      if (length === 0) break;
      const packed = length & 0x7fffffff;
      if (packed > input.length - p) throw new Error('an LZ4 block runs over its frame');
      const block = input.subarray(p, p + packed);
      p += packed + (flags & 16 ? 4 : 0);
      const room = length >>> 31 === 1 ? packed : largest;
      if (at + room > output.length) {
        const grown = new Uint8Array(Math.min(most, Math.max(output.length * 2, at + room)));
        grown.set(output.subarray(0, at));
        output = grown;
      }
      if (length >>> 31 === 1) {
        if (at + packed > output.length) throw new Error('an LZ4 frame is larger than allowed');
        output.set(block, at);
        at += packed;
      } else at = decodeBlock(block, output, at);
    }
    p += flags & 4 ? 4 : 0;
  }
  return output.subarray(0, at);
}
