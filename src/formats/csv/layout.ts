/**
 * Finds the delimiter, the quote, how quotes are escaped, and the line that names the columns:
 * the reading under which a line has the most known column names wins, then the one under which
 * the lines below have the same number of fields.
 */
import { packCurrency } from '../../money.ts';
import { matchHeader, type Role } from './header-words.ts';
import type { Separators } from './records.ts';
import { sampleRecords, type SampleBytes, type SampleRecord, type TextOf } from './sample.ts';

export interface Layout {
  readonly separators: Separators;
  readonly header: SampleRecord;
  readonly preamble: readonly SampleRecord[];
  /** Records after the header, footer included. */
  readonly records: readonly SampleRecord[];
  /** How sure: number of known column names. */
  readonly known: number;
  readonly reasons: readonly string[];
}

export const delimiters = [';', ',', '\t', '|', '\u001f'] as const;
const HEADER_WITHIN = 80;
const FEW_RECORDS = 300;
const MOST_RECORDS = 2000;
const names: Readonly<Record<string, string>> = {
  ';': 'semicolon',
  ',': 'comma',
  '\t': 'tab',
  '|': 'bar',
  '\u001f': 'unit separator',
};
const DATES: readonly Role[] = ['booking', 'value'];
const MONEY: readonly Role[] = ['amount', 'debit', 'credit', 'paidAmount', 'receivedAmount', 'originalAmount'];

export const isCurrencyWord = (word: string): boolean => word.length === 3 && packCurrency(word) !== 0;

/** The layout, or what is missing for one. @param only the delimiter, where a person set it */
export function findLayout(sample: SampleBytes, text: TextOf, only?: string): Layout | string {
  const quote = quoteOf(sample.head);
  let best: Layout | undefined;
  let bestScore = 0;
  let nearest = 'no line has two known column names';
  let nearestScore = 1;
  for (const letter of only === undefined ? delimiters : [only]) {
    const delimiter = letter.charCodeAt(0);
    if (!sample.head.includes(delimiter)) continue;
    const separators = { delimiter, quote, escape: escapeOf(sample, delimiter, quote, text) };
    const records = sampleRecords(sample.head, separators, text, sample.isWhole, FEW_RECORDS);
    for (let at = 0; at < Math.min(records.length, HEADER_WITHIN); at++) {
      const header = records[at] as SampleRecord;
      const found = scoreHeader(header.fields);
      if (found.known < 2) continue;
      if (!found.hasDate || !found.hasMoney) {
        if (found.known > nearestScore) {
          nearestScore = found.known;
          nearest = `line ${header.line} names columns, but none ${found.hasDate ? 'of an amount' : 'of a date'}`;
        }
        continue;
      }
      const width = header.fields.length;
      const below = records.slice(at + 1, at + 201);
      const same = below.filter((record) => Math.abs(record.fields.length - width) <= 1).length;
      const score = found.known + (below.length === 0 ? 0 : same / below.length);
      if (score <= bestScore) continue;
      bestScore = score;
      const reasons = [
        `fields are parted by ${names[letter] ?? letter}: ${found.known} of ${width} column names are known in line ${header.line}`,
      ];
      if (separators.escape !== quote) reasons.push('a backslash stands before quotes inside quotes');
      best = { separators, header, preamble: records.slice(0, at), records: [], known: found.known, reasons };
    }
  }
  if (!best) return nearest;
  const records = sampleRecords(sample.head, best.separators, text, sample.isWhole, MOST_RECORDS);
  return { ...best, records: records.slice(best.preamble.length + 1) };
}

/** Exact names count for one, guesses for a half; a cell that is a number is no name. */
export function scoreHeader(fields: readonly string[]): { known: number; hasDate: boolean; hasMoney: boolean } {
  const roles = new Set<Role>();
  let known = 0;
  for (const field of fields) {
    if (field.length > 80 || /^\s*[-+]?[\d.,]+\s*$/.test(field)) continue;
    const match = matchHeader(field, isCurrencyWord);
    if (!match) continue;
    known += match.isExact ? 1 : 0.4;
    roles.add(match.role);
  }
  return { known, hasDate: DATES.some((role) => roles.has(role)), hasMoney: MONEY.some((role) => roles.has(role)) };
}

/** The double quote, or the single one where it encloses fields and the double one stands nowhere. */
export function quoteOf(head: Uint8Array): number {
  if (head.includes(34)) return 34;
  let opening = 0;
  for (let p = head.indexOf(39); p >= 0; p = head.indexOf(39, p + 1)) {
    const before = head[p - 1] ?? 10;
    if (before === 10 || before === 13 || before === 44 || before === 59 || before === 9) opening++;
  }
  return opening >= 4 ? 39 : 34;
}

/** The backslash where reading with it makes more lines of the same width. */
export function escapeOf(sample: SampleBytes, delimiter: number, quote: number, text: TextOf): number {
  const head = sample.head;
  let isThere = false;
  for (let p = head.indexOf(92); p >= 0 && !isThere; p = head.indexOf(92, p + 1)) isThere = head[p + 1] === quote;
  if (!isThere) return quote;
  const evenness = (escape: number): number => {
    const counts = new Map<number, number>();
    const records = sampleRecords(head, { delimiter, quote, escape }, text, sample.isWhole);
    for (const record of records) counts.set(record.fields.length, (counts.get(record.fields.length) ?? 0) + 1);
    return Math.max(0, ...counts.values());
  };
  return evenness(92) > evenness(quote) ? 92 : quote;
}
