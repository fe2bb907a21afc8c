/**
 * Finds the delimiter, the quote, how quotes are escaped, and the line that names the columns:
 * the reading under which a line has the most known column names wins, then the one under which
 * the lines below have the same number of fields.
 */
import { packCurrency } from '../../money.ts';
import { matchHeader, type Role } from './header-words.ts';
import type { Separators } from './records.ts';
import { sampleRecords, type SampleBytes, type SampleRecord, type TextOf } from './sample.ts';
import type { Layout } from './table-layout.ts';
import { findUnnamedLayout } from './unnamed-layout.ts';

export type { Layout } from './table-layout.ts';

export const delimiters = [';', ',', '\t', '|', '\u001f', '^', '~', '#', '!'] as const;
const LF = 10;
const CR = 13;
const HEADER_WITHIN = 80;
const FEW_RECORDS = 300;
const MOST_RECORDS = 2000;
const names: Readonly<Record<string, string>> = {
  ';': 'semicolon',
  ',': 'comma',
  '\t': 'tab',
  '|': 'bar',
  '\u001f': 'unit separator',
  '^': 'circumflex',
  '~': 'tilde',
  '#': 'hash',
  '!': 'exclamation mark',
};
const DATES: readonly Role[] = ['booking', 'value'];
const MONEY: readonly Role[] = [
  'amount',
  'debit',
  'credit',
  'paidAmount',
  'receivedAmount',
  'originalAmount',
  'ownAmount',
];

export const isCurrencyWord = (word: string): boolean => word.length === 3 && packCurrency(word) !== 0;

/** The layout, or what is missing for one. @param only the delimiter, where a person set it */
export function findLayout(sample: SampleBytes, text: TextOf, only?: string): Layout | string {
  const candidates: Separators[] = [];
  let best: Layout | undefined;
  let bestScore = 0;
  let nearest = 'no line has two known column names';
  let nearestScore = 1;
  for (const letter of only === undefined ? delimiters : [only]) {
    const delimiter = letter.charCodeAt(0);
    if (!sample.head.includes(delimiter)) continue;
    if (sample.separators && sample.separators.delimiter !== delimiter) continue;
    const quote = quoteOf(sample.head, delimiter);
    const separators = sample.separators ?? { delimiter, quote, ...escapeOf(sample, delimiter, quote, text) };
    candidates.push(separators);
    const records = sampleRecords(sample.head, separators, text, sample.isWhole, FEW_RECORDS);
    for (let at = 0; at < Math.min(records.length, HEADER_WITHIN); at++) {
      const header = records[at] as SampleRecord;
      if (isDataRow(header.fields)) continue;
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
      // The same names again head a later page or section.
      if (score <= bestScore || (best && sameFields(best.header.fields, header.fields))) continue;
      // A later section may have more names; the rows above it would be lost without a word.
      if (best?.separators.delimiter === delimiter && hasRows(best.header, records.slice(0, at))) continue;
      bestScore = score;
      const reasons = [
        `fields are parted by ${names[letter] ?? letter}: ${found.known} of ${width} column names are known in line ${header.line}`,
      ];
      if (separators.escape !== separators.quote) reasons.push('a backslash stands before quotes inside quotes');
      if (separators.isNotDoubled) reasons.push('quotes inside quotes are written as they are');
      best = { separators, header, preamble: records.slice(0, at), records: [], known: found.known, reasons };
    }
  }
  if (!best) {
    const unnamed = findUnnamedLayout(sample, text, candidates);
    return typeof unnamed === 'string' && nearestScore > 1 ? nearest : unnamed;
  }
  const records = sampleRecords(sample.head, best.separators, text, sample.isWhole, MOST_RECORDS);
  return { ...best, records: records.slice(best.preamble.length + 1) };
}

/** Two records and more below a header are rows of it. */
function hasRows(header: SampleRecord, records: readonly SampleRecord[]): boolean {
  const below = records.filter(({ line, fields }) => line > header.line && fields.length === header.fields.length);
  return below.filter(({ fields }) => isDataRow(fields)).length > 1;
}

/** Two numbers or days: no line of names. */
function isDataRow(fields: readonly string[]): boolean {
  let numbers = 0;
  for (const field of fields) if (/^\s*[-+]?\d[\d.,:/ -]*$/.test(field) && ++numbers === 2) return true;
  return false;
}

function sameFields(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((field, i) => field === b[i]);
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

/** The double quote, or the single one where it encloses fields and the double one encloses none. */
export function quoteOf(head: Uint8Array, delimiter: number): number {
  if (countEnclosing(head, 34, delimiter) > 0) return 34;
  return countEnclosing(head, 39, delimiter) >= 2 ? 39 : 34;
}

/** Quotes that open a field and have one that closes it in the same line. */
function countEnclosing(head: Uint8Array, quote: number, delimiter: number): number {
  let enclosing = 0;
  for (let p = head.indexOf(quote); p >= 0 && enclosing < 8; p = head.indexOf(quote, p + 1)) {
    const before = head[p - 1] ?? LF;
    if (before !== LF && before !== CR && before !== delimiter && before !== 32 && before !== 61) continue;
    for (let q = p + 1; q < head.length && q < p + 2000; q++) {
      const c = head[q];
      if (c === LF && quote === 39) break;
      if (c !== quote) continue;
      const after = head[q + 1] ?? LF;
      if (after !== LF && after !== CR && after !== delimiter) continue;
      enclosing++;
      p = q;
      break;
    }
  }
  return enclosing;
}

/** How quotes inside quotes are written: doubled, after a backslash, or as they are; what makes lines most even. */
export function escapeOf(
  sample: SampleBytes,
  delimiter: number,
  quote: number,
  text: TextOf,
): Pick<Separators, 'escape' | 'isNotDoubled'> {
  const head = sample.head;
  const evenness = (separators: Separators): { usual: number; all: number } => {
    const counts = new Map<number, number>();
    const records = sampleRecords(head, separators, text, sample.isWhole);
    for (const record of records) counts.set(record.fields.length, (counts.get(record.fields.length) ?? 0) + 1);
    // A quote that did not close swallows the next field's delimiter and quotes.
    const mark = String.fromCharCode(quote, delimiter, quote);
    const swallowed = records.filter(({ fields }) => fields.some((field) => field.includes(mark))).length;
    return { usual: Math.max(0, ...counts.values()) - 2 * swallowed, all: records.length };
  };
  const hasPair = (first: number): boolean => {
    for (let p = head.indexOf(first); p >= 0; p = head.indexOf(first, p + 1)) if (head[p + 1] === quote) return true;
    return false;
  };
  const hasBackslash = hasPair(92);
  if (!hasBackslash && !hasPair(quote)) return { escape: quote };
  let best = { escape: quote };
  let most = evenness({ delimiter, quote, escape: quote });
  if (most.usual === most.all) return best;
  for (const other of [...(hasBackslash ? [{ escape: 92 }] : []), { escape: quote, isNotDoubled: true }]) {
    const found = evenness({ delimiter, quote, ...other });
    if (found.usual <= most.usual) continue;
    most = found;
    best = other;
  }
  return best;
}
