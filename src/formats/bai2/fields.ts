/**
 * Fields of records 03 and 16. Behind an amount stands its funds type, which says how many fields
 * follow: none for Z, 0, 1 and 2, a date and a time for V, three amounts for S, a number and as many
 * pairs for D.
 */
import type { BaiRecord } from './records.ts';

/** A type code with its amount, as a record 03 lists them. */
export interface BaiSummary {
  readonly code: string;
  readonly amount: string;
  readonly items: string;
}

/** A record 16. */
export interface BaiDetail {
  readonly code: string;
  readonly amount: string;
  /** `YYMMDD` of funds type V, else ''. */
  readonly valueDate: string;
  readonly bankReference: string;
  readonly customerReference: string;
  /** Lines of text. */
  readonly text: readonly string[];
}

const MOST_DISTRIBUTIONS = 200;

/** Fields that belong to the funds type at `at`, itself included. */
function fundsLength(fields: readonly string[], at: number): number {
  switch ((fields[at] ?? '').trim().toUpperCase()) {
    case 'S':
      return 4;
    case 'V':
      return 3;
    case 'D': {
      const count = Number(fields[at + 1] ?? 0);
      return 2 + 2 * (Number.isInteger(count) && count >= 0 ? Math.min(count, MOST_DISTRIBUTIONS) : 0);
    }
    default:
      return 1;
  }
}

/** The fields of a record, continuations going on behind the last. */
export function fieldsOf({ parts }: BaiRecord): string[] {
  return parts.flatMap((part) => part.split(','));
}

/** The type codes of a record 03; the first two fields are account and currency. */
export function summariesOf(record: BaiRecord): BaiSummary[] {
  const fields = fieldsOf(record);
  const found: BaiSummary[] = [];
  for (let at = 2; at + 1 < fields.length;) {
    const [code = '', amount = '', items = ''] = fields.slice(at, at + 3).map((field) => field.trim());
    if (code !== '') found.push({ code, amount, items });
    at += 3 + fundsLength(fields, at + 3);
  }
  return found;
}

export function detailOf({ parts }: BaiRecord): BaiDetail {
  const fields: string[] = [];
  const text: string[] = [];
  let textAt = Infinity;
  for (const part of parts) {
    if (fields.length > textAt) {
      text.push(part.trim());
      continue;
    }
    fields.push(...part.split(','));
    textAt = 4 + fundsLength(fields, 2);
    // Text may have commas of its own.
    if (fields.length > textAt) text.push(fields.splice(textAt, Infinity, '').join(',').trim());
  }
  const behind = 2 + fundsLength(fields, 2);
  const isDated = (fields[2] ?? '').trim().toUpperCase() === 'V';
  return {
    code: (fields[0] ?? '').trim(),
    amount: (fields[1] ?? '').trim(),
    valueDate: isDated ? (fields[3] ?? '').trim() : '',
    bankReference: (fields[behind] ?? '').trim(),
    customerReference: (fields[behind + 1] ?? '').trim(),
    text: text.filter((line) => line !== ''),
  };
}
