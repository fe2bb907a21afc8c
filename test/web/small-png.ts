/**
 * Makes screenshots small: at most 256 colours in a palette instead of four bytes a pixel. Pages
 * have few colours, so nothing visible is lost. PNG, ISO/IEC 15948, 8 bits, not interlaced.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 256;

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Three bytes a pixel. */
  readonly pixels: Uint8Array;
}

function paeth(a: number, b: number, c: number): number {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

function decode(png: Buffer): Picture {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const size = png[25] === 6 ? 4 : 3;
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const packed = inflateSync(Buffer.concat(parts));
  const stride = width * size;
  const rows = new Uint8Array(stride * height);
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const filter = packed[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const left = x >= size ? rows[y * stride + x - size]! : 0;
      const up = y > 0 ? rows[(y - 1) * stride + x]! : 0;
      const corner = x >= size && y > 0 ? rows[(y - 1) * stride + x - size]! : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0]!;
      rows[y * stride + x] = packed[y * (stride + 1) + 1 + x]! + guess;
    }
    for (let x = 0; x < width; x++)
      pixels.set(rows.subarray(y * stride + x * size, y * stride + x * size + 3), (y * width + x) * 3);
  }
  return { width, height, pixels };
}

function distance(a: number, b: number): number {
  return ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;
}

/**
 * Half of the palette are the most frequent colours; the other half, one by one, the colour that is
 * farthest from all before, so that a word in a rare colour keeps it. Others go to their nearest.
 */
function paletteOf({ pixels }: Picture): { colours: number[]; indexOf: Map<number, number> } {
  const counts = new Map<number, number>();
  for (let i = 0; i < pixels.length; i += 3) {
    const colour = (pixels[i]! << 16) | (pixels[i + 1]! << 8) | pixels[i + 2]!;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const byCount = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([colour]) => colour);
  const colours = byCount.slice(0, MOST_COLOURS / 2);
  const rest = byCount.slice(MOST_COLOURS / 2);
  const nearest = rest.map((colour) => {
    let best = 0;
    for (let i = 1; i < colours.length; i++)
      if (distance(colours[i]!, colour) < distance(colours[best]!, colour)) best = i;
    return { colour, index: best, far: distance(colours[best]!, colour) };
  });
  while (colours.length < MOST_COLOURS && nearest.length > 0) {
    const farthest = nearest.reduce((a, b) => (b.far > a.far ? b : a));
    if (farthest.far === 0) break;
    const index = colours.push(farthest.colour) - 1;
    for (const one of nearest) {
      const far = distance(farthest.colour, one.colour);
      if (far < one.far) Object.assign(one, { index, far });
    }
  }
  const indexOf = new Map(colours.map((colour, i) => [colour, i]));
  for (const { colour, index } of nearest) if (!indexOf.has(colour)) indexOf.set(colour, index);
  return { colours, indexOf };
}

function chunk(kind: string, body: Uint8Array): Buffer {
  const content = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const head = Buffer.alloc(4);
  const tail = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  tail.writeUInt32BE(crc32(content));
  return Buffer.concat([head, content, tail]);
}

export function smallPng(png: Buffer): Buffer {
  const picture = decode(png);
  const { width, height, pixels } = picture;
  const { colours, indexOf } = paletteOf(picture);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const rows = new Uint8Array((width + 1) * height);
  for (let i = 0; i < width * height; i++) {
    const colour = (pixels[3 * i]! << 16) | (pixels[3 * i + 1]! << 8) | pixels[3 * i + 2]!;
    rows[Math.floor(i / width) * (width + 1) + 1 + (i % width)] = indexOf.get(colour)!;
  }
  const table = Uint8Array.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', table),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}
