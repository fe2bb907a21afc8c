/** Labels of research data: readable for measuring, and nowhere in what scoring sees. */
import { describe, expect, test } from 'vitest';
import { recognise } from '../../src/formats/recognise.ts';
import { readLabels } from '../../src/formats/research/labels.ts';
import { SegmentSink } from '../../src/formats/segment-sink.ts';
import type { Segment } from '../../src/formats/format.ts';
import { memorySource } from '../../src/intake/byte-source.ts';
import { fixtureBytes } from '../fixtures/read-format.ts';
import { memberOf } from '../fixtures/read-rows.ts';

const files = [
  'csv/both-accounts.csv',
  'paysim/log.csv',
  'amlsim/transactions.csv',
  'amlsim/converted.csv',
  'amlsim/alerts.csv',
  'amlsim/accounts.csv',
  'samld/saml-d.csv',
];
const LABELS =
  /^(is ?laundering|is_?laundering|is_?fraud|isflaggedfraud|is_?sar|alert_id|alert_type|laundering_type)$/i;

/** The segment as its very bytes, but for offsets and lengths, which a longer label moves. */
function bytesOf(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const found = recognise({ name: 'x', bytes, text });
  const sink = new SegmentSink();
  const member = { ...memberOf(bytes), sha256: '1'.repeat(64), bytes: 0 };
  found?.format.read(memorySource(bytes), member, sink);
  const segment: Segment = sink.close(member, found?.format.id ?? '');
  const { offset, length, ...columns } = segment.columns;
  expect(offset?.length).toBe(length?.length);
  return JSON.stringify({ ...segment, columns }, (_, value: unknown) =>
    ArrayBuffer.isView(value)
      ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
      : value,
  );
}

/** The file with another value in every cell of its columns of labels. */
function flipped(text: string): { text: string; changes: number } {
  const [header = '', ...lines] = text.split('\n');
  const columns = header.split(',').flatMap((name, at) => (LABELS.test(name) ? [at] : []));
  let changes = 0;
  const other = (value: string): string => {
    changes++;
    if (/^(0|1)$/.test(value)) return value === '0' ? '1' : '0';
    if (/^(true|false)$/i.test(value)) return /true/i.test(value) ? 'False' : 'True';
    return /^-?\d+$/.test(value) ? '4711' : 'Scatter_Gather';
  };
  const rows = lines.map((line) => {
    if (line === '') return line;
    const cells = line.split(',');
    for (const at of columns) if (cells[at] !== undefined) cells[at] = other(cells[at]);
    return cells.join(',');
  });
  return { text: [header, ...rows].join('\n'), changes };
}

describe.each(files)('%s', (file) => {
  const text = Buffer.from(fixtureBytes(file)).toString();
  const turned = flipped(text);

  test('every label turned round changes no byte of the segment', () => {
    expect(turned.changes).toBeGreaterThan(1);
    expect(turned.text).not.toBe(text);
    expect(bytesOf(turned.text)).toBe(bytesOf(text));
  });

  test('and every label is read apart', () => {
    const read = (from: string): boolean[] => {
      const bytes = new TextEncoder().encode(from);
      return readLabels(memorySource(bytes), memberOf(bytes)).map((label) => label.isSuspicious);
    };
    const labels = read(text);
    expect(labels.length).toBeGreaterThan(1);
    // A record that was cut short has no label to turn.
    const width = (text.split('\n')[0] ?? '').split(',').length;
    const isWhole = text.split('\n').slice(1, -1).map((line) => line.split(',').length >= width); // prettier-ignore
    expect(read(turned.text)).toEqual(labels.map((label, at) => (isWhole[at] ? !label : label)));
  });
});

test('a flipped amount would be seen', () => {
  const text = Buffer.from(fixtureBytes('paysim/log.csv')).toString();
  expect(bytesOf(text.replace('9839.64', '9839.65'))).not.toBe(bytesOf(text));
});

test('labels have the number of their record and their pattern', () => {
  const read = (file: string): ReturnType<typeof readLabels> =>
    readLabels(memorySource(fixtureBytes(file)), memberOf(fixtureBytes(file)));
  expect(read('samld/saml-d.csv')[3]).toEqual({ record: 4, isSuspicious: true, pattern: 'Smurfing' });
  expect(read('amlsim/transactions.csv').map((label) => label.pattern)).toEqual([
    undefined,
    '193',
    '193',
    undefined,
    undefined,
  ]);
  expect(read('amlsim/alerts.csv')[0]?.pattern).toBeDefined();
});

test('a file without labels has none to read', () => {
  const bytes = fixtureBytes('wise/statement.csv');
  expect(() => readLabels(memorySource(bytes), memberOf(bytes))).toThrow(/no column of labels/);
});
