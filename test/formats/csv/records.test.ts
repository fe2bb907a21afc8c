import { test as property, fc } from '@fast-check/vitest';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { RecordScanner } from '../../../src/formats/csv/records.ts';

interface Scanned {
  readonly fields: string[];
  readonly line: number;
}

/** Scans in pieces of `step` bytes, as chunks of a file arrive. */
function scanAll(text: string, delimiter = ',', step = Infinity, escape = '"'): Scanned[] {
  const whole = Buffer.from(text);
  const scanner = new RecordScanner({ delimiter: delimiter.charCodeAt(0), quote: 34, escape: escape.charCodeAt(0) });
  const records: Scanned[] = [];
  let held = Buffer.alloc(0);
  let taken = 0;
  let line = 1;
  while (taken < whole.length) {
    const piece = whole.subarray(taken, taken + step);
    taken += piece.length;
    const bytes = Buffer.concat([held, piece, Buffer.alloc(1)]);
    const have = bytes.length - 1;
    let p = 0;
    while (p < have && scanner.scan(bytes, p, have, taken >= whole.length)) {
      const fields: string[] = [];
      for (let i = 0; i < scanner.fields; i++) fields.push(bytes.toString('utf8', scanner.starts[i], scanner.ends[i]));
      records.push({ fields, line });
      p = scanner.next;
      line += scanner.lines;
    }
    held = Buffer.from(bytes.subarray(p, have));
  }
  return records;
}

const fieldsOf = (records: readonly Scanned[]): string[][] => records.map(({ fields }) => fields);

describe('records by hand', () => {
  test('quotes hold delimiters, line ends and doubled quotes', () => {
    expect(scanAll('a,"b,c","d ""e"" f","g\r\nh"\r\ni,,\n')).toEqual([
      { fields: ['a', 'b,c', 'd "e" f', 'g\r\nh'], line: 1 },
      { fields: ['i', '', ''], line: 3 },
    ]);
  });

  test('LF, CR LF and CR end a record, and the last needs no end', () => {
    expect(fieldsOf(scanAll('a\nb\r\nc\rd'))).toEqual([['a'], ['b'], ['c'], ['d']]);
    expect(fieldsOf(scanAll('a,"b"'))).toEqual([['a', 'b']]);
    expect(fieldsOf(scanAll('a,'))).toEqual([['a', '']]);
  });

  test('what banks write besides: ="007", blanks around quotes, a backslash before a quote', () => {
    expect(fieldsOf(scanAll('="007", "x" ,y\n'))).toEqual([['007', 'x', 'y']]);
    expect(fieldsOf(scanAll('"a \\"b\\" c",d\n', ',', Infinity, '\\'))).toEqual([['a "b" c', 'd']]);
  });

  test('a quote that closes nothing is a letter', () => {
    expect(fieldsOf(scanAll('a 5" pipe,b\n"x "y" z",c\n'))).toEqual([
      ['a 5" pipe', 'b'],
      ['x "y" z', 'c'],
    ]);
    expect(fieldsOf(scanAll('"never closed,b\nc,d\n'))).toEqual([
      ['"never closed', 'b'],
      ['c', 'd'],
    ]);
  });

  test('NUL bytes are letters like any other', () => {
    expect(fieldsOf(scanAll('a\0b,c\n'))).toEqual([['a\0b', 'c']]);
  });
});

const cell = fc
  .array(fc.constantFrom('a', 'ß', '7', '"', ',', ';', '\t', '\n', '\r\n', ' x', '€', '\0'), { maxLength: 6 })
  .map((parts) => parts.join(''));
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });

describe('csv-parse as the oracle', () => {
  property.prop([
    table,
    fc.constantFrom(',', ';', '\t', '|'),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.integer({ min: 1, max: 40 }),
    fc.boolean(),
  ])('the same fields and record numbers, however the bytes arrive', (rows, delimiter, end, step, hasLastEnd) => {
    const quoted = (text: string): string =>
      text.includes('"') ||
      text.includes(delimiter) ||
      /[\r\n]/.test(text) ||
      text.startsWith(' ') ||
      text.length % 3 === 0
        ? `"${text.replaceAll('"', '""')}"`
        : text;
    const text = rows.map((row) => row.map(quoted).join(delimiter)).join(end) + (hasLastEnd ? end : '');
    const oracle = parse(text, { delimiter, relax_column_count: true, record_delimiter: end });
    expect(fieldsOf(scanAll(text, delimiter, step))).toEqual(oracle);
  });

  property.prop([
    fc.array(fc.constantFrom('"', ',', '\n', '\r', 'a', ' ', '=', '\\', '\0', ';'), { maxLength: 60 }),
    fc.integer({ min: 1, max: 20 }),
  ])('any bytes at all end in records, the same in pieces as at once', (letters, step) => {
    const text = letters.join('');
    expect(scanAll(text, ',', step)).toEqual(scanAll(text));
  });
});
