/** Ways in which a file goes wrong, as data, so that fast-check can shrink them to the smallest that still fails. */
import fc from 'fast-check';

export type Mutation =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'cut'; readonly at: number; readonly length: number }
  | { readonly kind: 'end'; readonly at: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number; readonly times: number }
  | { readonly kind: 'insert'; readonly at: number; readonly token: number }
  | { readonly kind: 'overwrite'; readonly at: number; readonly token: number }
  | { readonly kind: 'swap'; readonly a: number; readonly b: number };

/** What breaks readers of bank files. */
const tokens: readonly (string | readonly number[])[] = [
  '"', "'", ',', ';', '\t', '\n', '\r', '\r\n', '\0', '\0\0\0\0', '-', '+', '(', ')', '=', '=cmd|x', '@', '%', '&', '<', '>', '/>',
  '<!DOCTYPE x [<!ENTITY a "b">]>', '&a;', '&#0;', '&#x110000;', '<![CDATA[', ']]>', '<!--', '-->', '<?xml version="1.0" encoding="utf-16"?>',
  '9'.repeat(40), '99999999999999999999.99', '1e400', '1,23,45.6', '-0', '0.001', '1.000.000,00', 'NaN', 'Infinity', '31.02.2026', '0000-00-00',
  '29.02.1900', '99/99/9999', '2026-13-45T99:99:99Z', ':61:', ':86:', '-}', '{1:F01', '<STMTTRN>', '</OFX>', '^', '!Type:Bank', '88,', '99,',
  '__proto__', 'constructor', 'EURO', 'XXX', 'HRK', '€', 'ł', '\u202e', '\ufeff', '\ud800', 'a'.repeat(5000), '"'.repeat(300), '<a>'.repeat(300),
  [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0xc3], [0xff], [0x80, 0x80], [0x1f, 0x8b, 8], [0x50, 0x4b, 3, 4], [0x50, 0x4b, 5, 6],
  [0xd0, 0xcf, 0x11, 0xe0], [0xff, 0xff, 0xff, 0x7f], [0xff, 0xff, 0xff, 0xff], [0, 0, 0, 0, 0, 0, 0, 0],
]; // prettier-ignore
const bytesOf = tokens.map((token) => (typeof token === 'string' ? Buffer.from(token) : Buffer.from(token)));

/** Positions and lengths are taken modulo the file's size. */
const place = fc.nat({ max: 1 << 20 });
const length = fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: 4000 }));
const token = fc.nat({ max: tokens.length - 1 });

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: place, bit: fc.nat({ max: 7 }) }),
  fc.record({ kind: fc.constant('cut' as const), at: place, length }),
  fc.record({ kind: fc.constant('end' as const), at: place }),
  fc.record({ kind: fc.constant('repeat' as const), at: place, length, times: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant('insert' as const), at: place, token }),
  fc.record({ kind: fc.constant('overwrite' as const), at: place, token }),
  fc.record({ kind: fc.constant('swap' as const), a: place, b: place }),
);

export function mutated(bytes: Uint8Array, mutations: readonly Mutation[]): Buffer {
  let now: Buffer = Buffer.from(bytes);
  for (const one of mutations) now = once(now, one);
  return now;
}

function once(bytes: Buffer, one: Mutation): Buffer {
  const size = Math.max(1, bytes.length);
  switch (one.kind) {
    case 'flip': {
      const copy = Buffer.from(bytes);
      if (copy.length > 0) copy[one.at % size] = (copy[one.at % size] as number) ^ (1 << one.bit);
      return copy;
    }
    case 'cut':
      return Buffer.concat([bytes.subarray(0, one.at % size), bytes.subarray((one.at % size) + one.length)]);
    case 'end':
      return bytes.subarray(0, one.at % size);
    case 'repeat': {
      const piece = bytes.subarray(one.at % size, (one.at % size) + one.length);
      const times = Math.min(one.times, Math.ceil(200_000 / Math.max(1, piece.length)));
      return Buffer.concat([
        bytes.subarray(0, one.at % size),
        ...Array.from({ length: times }, () => piece),
        bytes.subarray(one.at % size),
      ]);
    }
    case 'insert':
      return Buffer.concat([
        bytes.subarray(0, one.at % size),
        bytesOf[one.token] as Buffer,
        bytes.subarray(one.at % size),
      ]);
    case 'overwrite': {
      const written = bytesOf[one.token] as Buffer;
      return Buffer.concat([
        bytes.subarray(0, one.at % size),
        written,
        bytes.subarray((one.at % size) + written.length),
      ]);
    }
    case 'swap': {
      const lines = bytes.toString('latin1').split('\n');
      const [a, b] = [one.a % lines.length, one.b % lines.length];
      [lines[a], lines[b]] = [lines[b] as string, lines[a] as string];
      return Buffer.from(lines.join('\n'), 'latin1');
    }
  }
}
