/** Alignment, grouping and wrapping of what the commands print. */
import { describe, expect, test } from 'vitest';
import { Progress } from '../../src/cli/progress.ts';
import { grouped, table, wrapped } from '../../src/cli/table.ts';
import type { Io } from '../../src/cli/io.ts';

test('words stand left, numbers right, in letters and not in bytes', () => {
  const text = table(
    [{ title: 'name' }, { title: 'sum', align: 'right' }],
    [
      ['Zoë', '1.50'],
      ['a', '1,234.50'],
    ],
  );
  expect(text).toBe('name       sum\n────  ────────\nZoë       1.50\na     1,234.50\n');
});

test('decimals are grouped exactly', () => {
  expect(grouped('1234567.50')).toBe('1,234,567.50');
  expect(grouped('-1234.5')).toBe('-1,234.5');
  expect(grouped(999)).toBe('999');
  expect(grouped('90071992547409910000.01')).toBe('90,071,992,547,409,910,000.01');
});

test('long sentences are broken at blanks', () => {
  expect(wrapped('one two three', 7, '> ')).toBe('> one two\n> three\n');
  expect(wrapped('one two three', 7, '+ ', '  ')).toBe('+ one two\n  three\n');
});

describe('progress', () => {
  const shown = (isTerminal: boolean): string => {
    let err = '';
    let now = 0;
    const io = { err: (text: string) => (err += text), isTerminal, clock: () => (now += 100) } as unknown as Io;
    const progress = new Progress(io);
    progress.report('reading', 0);
    progress.report('reading', 0.5);
    progress.report('writing', 1);
    progress.done('read 2 files');
    return err;
  };
  test('off a terminal: a line per step', () => {
    expect(shown(false)).toBe('reading …\nwriting …\nread 2 files in 0.3 s\n');
  });
  test('on a terminal: one line drawn over, and cleared at the end', () => {
    const err = shown(true);
    expect(err).toContain('50 % reading');
    expect(err).toContain(`${'█'.repeat(28)} 100 % writing`);
    expect(err.endsWith('\r\x1b[2Kread 2 files in 0.3 s\n')).toBe(true);
  });
});
