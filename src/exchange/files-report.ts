/**
 * What became of every file: records that add up (read = kept + rejected + duplicate + not booked),
 * totals per currency over the entries that were kept, and each statement's opening + credits −
 * debits against its closing balance. A statement is checked over all that it booked, whether or
 * not another file showed the same entry before.
 */
import { isoDate } from '../days.ts';
import type { EndId } from '../formats/end-table.ts';
import { amountAt, entryColumnTypes, sideCode, statusCode } from '../formats/entry-columns.ts';
import type { Segment, StatementInfo } from '../formats/format.ts';
import type { Disclosure } from '../leads/disclosure.ts';
import type { Ledger, LedgerSegment } from '../ledger/ledger.ts';
import { currencyCode, decimalText, type PackedCurrency } from '../money.ts';
import type { FileReport, FilesReport } from '../server/api.ts';
import { ledgerEndOf } from './ends-of-segment.ts';
import { ExactSum } from './exact-sum.ts';
import { plainReason } from './field-masks.ts';
import { UnobtainedAccounts } from './unobtained-accounts.ts';

/**
 * Files by name, then hash.
 * @param segments read one after the other, so that the rows of one file at a time are in memory
 */
export function filesReport(ledger: Ledger, segments: readonly (() => Segment)[], disclosure: Disclosure): FilesReport {
  const told = new Map(ledger.segments.map((one) => [one.sha256, one]));
  const unobtained = new UnobtainedAccounts();
  const files = segments.map((read) => {
    const segment = read();
    unobtained.add(segment);
    return fileReport(segment, told, ledger, disclosure);
  });
  const accounts = unobtained.report(ledger, disclosure);
  return {
    files: files.sort((a, b) => compare(a.name, b.name) || compare(a.sha256, b.sha256)),
    ...(accounts.length === 0 ? {} : { accounts }),
  };
}

export interface Sums {
  /** Entries as the bank booked them. */
  count: number;
  lastRecord: number;
  readonly credits: ExactSum;
  readonly debits: ExactSum;
  readonly moved: ExactSum;
  hasSides: boolean;
  hasMoved: boolean;
}

function emptySums(): Sums {
  return {
    count: 0,
    lastRecord: -1,
    credits: new ExactSum(),
    debits: new ExactSum(),
    moved: new ExactSum(),
    hasSides: false,
    hasMoved: false,
  };
}

function fileReport(
  segment: Segment,
  inLedger: ReadonlyMap<string, LedgerSegment>,
  ledger: Ledger,
  disclosure: Disclosure,
): FileReport {
  const { member, format, records } = segment;
  const told = inLedger.get(member.sha256);
  const { byCurrency, byStatement } = sumRows(segment, told?.duplicates ?? new Set());
  const duplicate = told?.duplicateRecords ?? 0;
  return {
    name: member.name,
    sha256: member.sha256,
    bytes: member.bytes,
    format,
    encoding: member.encoding,
    records: {
      read: records.read,
      kept: records.kept - duplicate,
      rejected: records.rejected,
      duplicate,
      notBooked: records.notBooked,
      transactions: (told?.transactions ?? 0) + (told?.told ?? 0),
    },
    totals: Object.fromEntries(
      [...byCurrency]
        .map(([currency, sums]): [string, FileReport['totals'][string]] => [
          currencyCode(currency),
          totalsOf(sums, currency),
        ])
        .sort(([a], [b]) => compare(a, b)),
    ),
    statements: segment.statements.map((statement, index) =>
      statementReport(
        statement,
        byStatement[index] ?? emptySums(),
        disclosure.end(ledgerEndOf(ledger, segment, statement.account)),
      ),
    ),
    rejects: segment.rejects.map(({ record, line, field, reason }) => ({
      record,
      line,
      field,
      reason: disclosure.revealed ? reason : plainReason(reason),
    })),
    warnings: [...segment.warnings],
  };
}

/** Rows by currency and by statement, in one pass over the columns. @param duplicates records that count by statement only */
export function sumRows(
  segment: Segment,
  duplicates: ReadonlySet<number>,
): { byCurrency: Map<PackedCurrency, Sums>; byStatement: (Sums | undefined)[] } {
  const { columns, count, statements } = segment;
  const byCurrency = new Map<PackedCurrency, Sums>();
  const byStatement: (Sums | undefined)[] = [];
  for (let row = 0; row < count; row++) {
    if ((columns.status?.[row] ?? statusCode.booked) !== statusCode.booked) continue;
    const amount = amountAt(columns, row);
    const currency = columns.currency?.[row] ?? 0;
    const side = columns.side?.[row] ?? entryColumnTypes.side.default;
    const index = (columns.statement?.[row] ?? 0) - 1;
    const statement = statements[index];
    if (statement?.currency === currency) {
      const own = side === sideCode.both ? sideOf(statement.account, columns.debtor?.[row] ?? 0) : side;
      addTo((byStatement[index] ??= emptySums()), own, amount);
    }
    const record = columns.record?.[row] ?? row;
    if (duplicates.size > 0 && duplicates.has(record)) continue;
    let sums = byCurrency.get(currency);
    if (!sums) byCurrency.set(currency, (sums = emptySums()));
    addTo(sums, side, amount);
    // A batch is one entry, whatever rows it was expanded into.
    if (sums.lastRecord !== record) sums.count++;
    sums.lastRecord = record;
  }
  return { byCurrency, byStatement };
}

function sideOf(account: EndId, debtor: EndId): number {
  return account === debtor ? sideCode.debtor : sideCode.creditor;
}

function addTo(sums: Sums, side: number, amount: number): void {
  if (side === sideCode.both) {
    sums.hasMoved = true;
    sums.moved.add(amount);
  } else {
    sums.hasSides = true;
    (side === sideCode.debtor ? sums.debits : sums.credits).add(amount);
  }
}

function totalsOf(sums: Sums, currency: PackedCurrency): FileReport['totals'][string] {
  return {
    count: sums.count,
    ...(sums.hasSides
      ? { credits: decimalText(sums.credits.value, currency), debits: decimalText(sums.debits.value, currency) }
      : {}),
    ...(sums.hasMoved ? { moved: decimalText(sums.moved.value, currency) } : {}),
  };
}

/** Closing less what opening and entries give; undefined where a balance is missing. */
export function differenceOf({ opening, closing }: StatementInfo, sums: Sums | undefined): bigint | undefined {
  if (opening === undefined || closing === undefined) return undefined;
  return BigInt(closing) - (BigInt(opening) + (sums?.credits.value ?? 0n) - (sums?.debits.value ?? 0n));
}

function statementReport(statement: StatementInfo, sums: Sums, account: string): FileReport['statements'][number] {
  const { currency, opening, closing, from, to } = statement;
  const difference = differenceOf(statement, sums);
  return {
    account,
    currency: currencyCode(currency),
    ...(opening === undefined ? {} : { opening: decimalText(opening, currency) }),
    ...(closing === undefined ? {} : { closing: decimalText(closing, currency) }),
    ...(from === undefined ? {} : { from: isoDate(from) }),
    ...(to === undefined ? {} : { to: isoDate(to) }),
    ...(difference === undefined ? {} : { reconciles: difference === 0n }),
    ...(difference === undefined || difference === 0n ? {} : { difference: decimalText(difference, currency) }),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
