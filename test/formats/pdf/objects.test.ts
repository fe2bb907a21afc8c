import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readCharacterMap } from '../../../src/formats/pdf/character-maps.ts';
import { unfiltered } from '../../../src/formats/pdf/filters.ts';
import { lettersOfGlyph } from '../../../src/formats/pdf/glyph-names.ts';
import { Name, ObjectReader, PdfString, Ref, type PdfValue } from '../../../src/formats/pdf/objects.ts';

const readOne = (text: string): PdfValue => new ObjectReader(Buffer.from(text, 'latin1')).read();

describe('objects', () => {
  it('numbers, references, names and strings', () => {
    expect(readOne('[1 -2.5 +.5 7 0 R 3 0 obj]')).toEqual([1, -2.5, 0.5, new Ref(7), 3, 0]);
    expect(readOne('/A#20B')).toEqual(new Name('A B'));
    expect(readOne('(a\\(b\\051 (c) \\101\\n)')).toEqual(new PdfString('a(b) (c) A\n'));
    expect(readOne('<48 65 6C6>')).toEqual(new PdfString('Hel`'));
    expect(readOne('<</A 1/B[true null]% note\n/C(x)>>')).toEqual(
      new Map<string, PdfValue>([
        ['A', 1],
        ['B', [true, null]],
        ['C', new PdfString('x')],
      ]),
    );
  });
  it('that nest too deep are refused', () => {
    expect(() => readOne('['.repeat(66))).toThrow('deeper than 64');
  });
});

describe('filters', () => {
  const decoded = (filter: string, bytes: Uint8Array, parameters: Record<string, number> = {}): string => {
    const dict = new Map<string, PdfValue>([
      ['Filter', new Name(filter)],
      ['DecodeParms', new Map(Object.entries(parameters))],
    ]);
    return Buffer.from(unfiltered(dict, bytes, (value) => value, { left: 1000 }) ?? []).toString('latin1');
  };
  it('text forms, runs and LZW', () => {
    expect(decoded('ASCIIHexDecode', Buffer.from('41 42 4>'))).toBe('AB@');
    expect(decoded('ASCII85Decode', Buffer.from('9jqo^~>'))).toBe('Man ');
    expect(decoded('RunLengthDecode', Uint8Array.of(1, 65, 66, 254, 67, 128))).toBe('ABCCC');
    // The example of ISO 32000-1 section 7.4.4.2.
    expect(decoded('LZWDecode', Uint8Array.of(0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01))).toBe(
      '-----A---B',
    );
  });
  it('predictors', () => {
    // Two rows of three: the first from the left (PNG Sub), the second from above (Up).
    const rows = deflateSync(Uint8Array.of(1, 65, 1, 1, 2, 1, 1, 1));
    expect(decoded('FlateDecode', rows, { Predictor: 12, Columns: 3 })).toBe('ABCBCD');
  });
  it('pictures are not unpacked, bombs not either', () => {
    expect(decoded('DCTDecode', Uint8Array.of(1))).toBe('');
    expect(() => decoded('FlateDecode', deflateSync(Buffer.alloc(1001)))).toThrow('more than is allowed');
  });
});

it('letters of glyph names', () => {
  const names = [
    'zero',
    'Euro',
    'adieresis',
    'Scaron',
    'afii10017',
    'afii10023',
    'afii10097',
    'uni20AC',
    'a.alt',
    'g12',
  ];
  expect(names.map(lettersOfGlyph)).toEqual(['0', '€', 'ä', 'Š', 'А', 'Ё', 'я', '€', 'a', undefined]);
});

it('character maps: single codes, ranges, lists', () => {
  const map = readCharacterMap(
    Buffer.from(
      '1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfchar <0003> <00660069> endbfchar ' +
        '2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0031> <0032>] endbfrange',
    ),
  );
  expect(map.codeBytes).toBe(2);
  expect([...map.letters]).toEqual([[3, 'fi'], [16, 'A'], [17, 'B'], [18, 'C'], [32, '1'], [33, '2']]); // prettier-ignore
});
