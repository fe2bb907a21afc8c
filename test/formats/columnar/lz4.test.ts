import { describe, expect, it } from 'vitest';
import { lz4Block, lz4Frames, lz4Hadoop } from '../../../src/formats/columnar/lz4.ts';

// Four letters, then eight more from four back: `abcdabcdabcd` and a last `x`.
const block = Uint8Array.of(0x44, 97, 98, 99, 100, 4, 0, 0x10, 120);
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

describe('blocks', () => {
  it('repeat what they just wrote', () => {
    expect(text(lz4Block(block, 13))).toBe('abcdabcdabcdx');
  });
  it('never give more than was asked for', () => {
    expect(() => lz4Block(block, 12)).toThrow('runs over');
    expect(() => lz4Block(Uint8Array.of(0x44, 97, 98, 99, 100, 5, 0), 13)).toThrow('out of place');
    expect(() => lz4Block(Uint8Array.of(0xf0, 255, 255), 13)).toThrow('cut off');
  });
  it('with lengths before them, as Hadoop writes', () => {
    const one = [0, 0, 0, 13, 0, 0, 0, block.length, ...block];
    expect(text(lz4Hadoop(Uint8Array.of(...one, ...one), 26))).toBe('abcdabcdabcdxabcdabcdabcdx');
    expect(text(lz4Hadoop(block, 13))).toBe('abcdabcdabcdx');
  });
});

describe('frames', () => {
  const frame = (...blocks: number[]): Uint8Array => Uint8Array.of(4, 34, 77, 24, 0x60, 0x40, 0, ...blocks, 0, 0, 0, 0);
  it('of packed and plain blocks', () => {
    expect(text(lz4Frames(frame(block.length, 0, 0, 0, ...block, 2, 0, 0, 128, 33, 33), 100))).toBe('abcdabcdabcdx!!');
  });
  it('end at their limit', () => {
    expect(() => lz4Frames(frame(block.length, 0, 0, 0, ...block), 5)).toThrow('out of place');
    expect(() => lz4Frames(frame(2, 0, 0, 128, 33, 33), 1)).toThrow('larger than allowed');
  });
});
