/**
 * Reads other people's real files (`../shared/examples`, or the folder that CLEW_EXAMPLES names) and
 * compares what comes out with their `truth.json`, which was computed apart from this project.
 * Ends on `N passed, N failed, N skipped`; without the folder there is nothing to compare.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_DAY, isoDate, type Day } from '../../src/days.ts';
import { CodedError } from '../../src/errors.ts';
import { EndTable } from '../../src/formats/end-table.ts';
import { amountAt, sideCode, statusCode } from '../../src/formats/entry-columns.ts';
import type { Segment, StatementInfo } from '../../src/formats/format.ts';
import { readMember } from '../../src/formats/read-members.ts';
import { formats } from '../../src/formats/recognise.ts';
import { openMembers } from '../../src/intake/members.ts';
import { UNKNOWN_CURRENCY, currencyCode, packCurrency, parseAmount } from '../../src/money.ts';
import { packageRoot } from '../../src/package-root.ts';

interface Sums {
  readonly transactions: number;
  readonly byCurrency: Readonly<Record<string, { readonly credits: string; readonly debits: string }>>;
}
interface Balance {
  readonly opening: string | null;
  readonly closing: string | null;
  readonly balances: boolean | null;
}
interface Truth extends Sums {
  readonly file: string;
  readonly format: string;
  readonly accounts: readonly string[];
  readonly firstDate: string | null;
  readonly lastDate: string | null;
  readonly notBooked?: number;
  /** False where the file orders payments and books none. */
  readonly booked?: boolean;
  readonly statements?: number;
  readonly balances: readonly Balance[];
  readonly acceptable?: readonly Sums[];
}

/** Sums in minor units, from the columns alone. */
interface Found {
  readonly transactions: number;
  readonly sums: Readonly<Record<string, string>>;
}

const BOOKED = statusCode.booked;
/** What the truth calls by the name of a family. */
const families: Readonly<Record<string, RegExp>> = { pacs: /^pacs\d+$/ };
const folder = process.env.CLEW_EXAMPLES ?? join(packageRoot, '../shared/examples');

function compare(truth: Truth, segment: Segment): string[] {
  const differences: string[] = [];
  const say = (what: string, found: unknown, expected: unknown): void => {
    const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
    if (a !== b) differences.push(`${what} ${a}, expected ${b}`);
  };
  const status = truth.booked === false ? statusCode.instructed : BOOKED;
  const found = foundIn(segment, status);
  const right = [truth, ...(truth.acceptable ?? [])].map(expectedOf);
  if (!right.some((one) => JSON.stringify(one) === JSON.stringify(found))) say('transactions', found, right[0]);
  say('dates', datesOf(segment, status), { first: truth.firstDate, last: truth.lastDate });
  if (truth.notBooked !== undefined) say('not booked', segment.records.notBooked, truth.notBooked);
  say('rejected', segment.records.rejected, 0);

  const ends = EndTable.fromParts(segment.ends);
  const missing = truth.accounts.filter((account) => ends.find('account', account.replace(/\s/g, '')) < 0);
  if (missing.length > 0) differences.push(`lacks ${missing.length} of its accounts`);
  const strange = segment.statements.filter(({ account }) => !truth.accounts.includes(ends.key(account)));
  if (truth.statements !== undefined) {
    say('statements of other accounts', strange.length, 0);
    say('statements', segment.statements.length, truth.statements);
  }
  for (const [i, balance] of truth.balances.entries()) {
    const statement = segment.statements[i];
    if (!statement || truth.statements === undefined) continue;
    for (const side of ['opening', 'closing'] as const) {
      const expected = balance[side] === null ? null : parseAmount(balance[side], statement.currency);
      say(`${side} of statement ${i + 1}`, statement[side] ?? null, expected);
    }
    say(`reconciliation of statement ${i + 1}`, reconciles(segment, statement, i), balance.balances);
  }
  return differences;
}

function expectedOf({ transactions, byCurrency }: Sums): Found {
  const sums: Record<string, string> = {};
  for (const [code, { credits, debits }] of Object.entries(byCurrency)) {
    const currency = packCurrency(code) || UNKNOWN_CURRENCY;
    sums[currencyCode(currency)] = [credits, debits].map((text) => parseAmount(text, currency)).join(' / ');
  }
  return { transactions, sums };
}

function foundIn({ records, columns, count }: Segment, status: number): Found {
  const sums = new Map<string, [number, number]>();
  for (let row = 0; row < count; row++) {
    if ((columns.status?.[row] ?? BOOKED) !== status) continue;
    const code = currencyCode(columns.currency?.[row] ?? 0);
    const sum = sums.get(code) ?? [0, 0];
    const side = columns.side?.[row] ?? sideCode.debtor;
    // A row of both sides is a credit and a debit.
    if (side !== sideCode.debtor) sum[0] += amountAt(columns, row);
    if (side !== sideCode.creditor) sum[1] += amountAt(columns, row);
    sums.set(code, sum);
  }
  const texts = [...sums].map(([code, sum]) => [code, sum.join(' / ')] as const);
  return { transactions: status === BOOKED ? records.kept : records.notBooked, sums: Object.fromEntries(texts) };
}

function datesOf({ columns, count }: Segment, status: number): { first: string | null; last: string | null } {
  let first = Infinity;
  let last = -Infinity;
  for (let row = 0; row < count; row++) {
    if ((columns.status?.[row] ?? BOOKED) !== status) continue;
    const booking = columns.booking?.[row] ?? NO_DAY;
    const day = booking === NO_DAY ? (columns.value?.[row] ?? NO_DAY) : booking;
    if (day === NO_DAY) continue;
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return first > last ? { first: null, last: null } : { first: isoDate(first as Day), last: isoDate(last as Day) };
}

function reconciles({ columns, count }: Segment, { opening, closing }: StatementInfo, index: number): boolean | null {
  if (opening === undefined || closing === undefined) return null;
  let sum = opening;
  for (let row = 0; row < count; row++) {
    if ((columns.status?.[row] ?? BOOKED) !== BOOKED || columns.statement?.[row] !== index + 1) continue;
    sum += (columns.side?.[row] === sideCode.creditor ? 1 : -1) * amountAt(columns, row);
  }
  return sum === closing;
}

const counts = { passed: 0, failed: 0, skipped: 0 };
function report(result: keyof typeof counts, text: string): void {
  counts[result]++;
  process.stdout.write(`${result.padEnd(8)}${text}\n`);
}

if (!existsSync(join(folder, 'truth.json'))) {
  process.stdout.write(`No examples in ${folder}: nothing was compared\n`);
} else {
  const scratch = mkdtempSync(join(tmpdir(), 'clew-examples-'));
  try {
    for (const truth of JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth[]) {
      const family = families[truth.format];
      const isOfFamily = (id: string): boolean => family?.test(id) ?? id === truth.format;
      if (![...formats.keys()].some(isOfFamily)) {
        report('skipped', `${truth.file}: ${truth.format} is not read yet`);
        continue;
      }
      try {
        const [member] = await openMembers([join(folder, truth.file)], { scratch });
        if (!member) throw new CodedError('CLEW_NOT_FOUND', { what: truth.file });
        const segment = readMember(member);
        const differences = compare(truth, segment);
        if (!isOfFamily(segment.format)) differences.unshift(`read as ${segment.format}`);
        if (differences.length > 0) report('failed', `${truth.file}: ${differences.join('; ')}`);
        else report('passed', `${truth.file}: ${segment.records.kept} transactions`);
      } catch (thrown) {
        report('failed', `${truth.file}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
      }
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
  process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
  process.exitCode = counts.failed > 0 ? 1 : 0;
}
