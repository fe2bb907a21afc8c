/**
 * Proposed matches between banks as they leave: both entries with their ids, under pseudonyms, and
 * in words what differs. What a person decided stands beside them.
 */
import { isoDate, type Day } from '../days.ts';
import type { MatchDecision } from '../cases/fold.ts';
import { FLAG_END_TO_END } from '../formats/entry-columns.ts';
import type { Segment, SparseMoney } from '../formats/format.ts';
import type { Disclosure } from '../leads/disclosure.ts';
import { parseEntryId } from '../ledger/entry-id.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { openEntries, proposeMatches, type OpenEntry, type Proposal, type RowExtras } from '../ledger/proposals.ts';
import { valueAt } from '../ledger/row-access.ts';
import { say } from '../messages.ts';
import { currencyCode, decimalText } from '../money.ts';
import type { MatchesReport } from '../server/api-intake.ts';

const MOST_TOLD = 1000;
type Money = NonNullable<RowExtras['charges']>;

/** @param segments in the ledger's order, read one after the other */
export function matchesReport(
  ledger: Ledger,
  segments: readonly (() => Segment)[],
  decisions: ReadonlyMap<string, MatchDecision>,
  disclosure: Disclosure,
): MatchesReport {
  const proposals = proposalsOf(ledger, segments, decisions);
  return {
    proposed: proposals.slice(0, MOST_TOLD).map((one) => matchReport(one, ledger, disclosure)),
    total: proposals.length,
    decided: [...decisions]
      .map(([id, { outcome, actor, sequence }]) => ({ id, outcome, actor, sequence }))
      .sort((a, b) => a.sequence - b.sequence),
  };
}

/** Open proposals; decided ones are left out. */
export function proposalsOf(
  ledger: Ledger,
  segments: readonly (() => Segment)[],
  decisions: ReadonlyMap<string, MatchDecision>,
): Proposal[] {
  // One file has one bank's view of its accounts; several may hold several accounts each, so all are asked.
  const bySha = new Map(segments.map((read) => extrasOf(read())));
  const extras = ledger.segments.map(({ sha256 }) => bySha.get(sha256));
  const { debits, credits } = openEntries(ledger, (at, row) => extras[at]?.(row) ?? {});
  return proposeMatches(debits, credits, new Set(decisions.keys()));
}

/** What a file's rows say beside the ledger's columns, without holding the file. */
function extrasOf(segment: Segment): [string, (row: number) => RowExtras] {
  const charges = byRow(segment.charges);
  const instructed = byRow(segment.instructed);
  const { columns, count } = segment;
  const ids = new Map<number, string>();
  for (let row = 0; row < count; row++) {
    if ((valueAt(columns, 'flags', row) & FLAG_END_TO_END) === 0) continue;
    ids.set(row, `${valueAt(columns, 'endToEndLow', row)}-${valueAt(columns, 'endToEndHigh', row)}`);
  }
  const of = (row: number): RowExtras => {
    const [fee, other, endToEnd] = [charges.get(row), instructed.get(row), ids.get(row)];
    return {
      ...(fee ? { charges: fee } : {}),
      ...(other ? { instructed: other } : {}),
      ...(endToEnd === undefined ? {} : { endToEnd }),
    };
  };
  return [segment.member.sha256, of];
}

function byRow({ rows, minor, currency }: SparseMoney): Map<number, Money> {
  return new Map(Array.from(rows, (row, at) => [row, { minor: minor[at] ?? 0, currency: currency[at] ?? 0 }]));
}

function matchReport(
  { id, debit, credits, reasons, days }: Proposal,
  ledger: Ledger,
  disclosure: Disclosure,
): MatchesReport['proposed'][number] {
  const entry = (one: OpenEntry) => entryReport(one, ledger, disclosure);
  const fee = debit.amount - (credits[0]?.amount ?? 0);
  const slots = {
    days,
    credits: credits.length,
    fee: `${decimalText(fee, debit.currency)} ${currencyCode(debit.currency)}`,
  };
  return {
    id,
    debit: entry(debit),
    credits: credits.map(entry),
    reasons: reasons.map((reason) => say(`match.${reason}`, slots)),
  };
}

function entryReport(
  { id, account, other, day, amount, currency }: OpenEntry,
  ledger: Ledger,
  disclosure: Disclosure,
): MatchesReport['proposed'][number]['debit'] {
  const file = parseEntryId(id)?.file ?? '';
  return {
    id,
    file: ledger.segments.find(({ sha256 }) => sha256.startsWith(file))?.name ?? '',
    account: disclosure.end(account),
    other: disclosure.end(other),
    day: isoDate(day as Day),
    amount: decimalText(amount, currency),
    currency: currencyCode(currency),
  };
}
