/**
 * One payment seen by two banks (design section 2, always): same two ends, amount and currency,
 * and the same end-to-end id, or no contradicting ids and the same value date; paired one to one
 * in order. Anything less stays two rows and is at most a proposal.
 */
import { FLAG_END_TO_END, sideCode } from '../formats/entry-columns.ts';
import { LEFT_SECOND_SIDE, isLeft, leave, mixed, valueAt, valueDayOf, type SegmentRows } from './row-access.ts';

export interface RowRef {
  readonly segment: number;
  readonly row: number;
}

export interface Pair {
  /** The entry at the debtor's bank. */
  readonly debtorSide: RowRef;
  readonly creditorSide: RowRef;
  /** The second row is a card's authorisation, which tells nothing of when the creditor was paid. */
  readonly isAuthorisation?: true;
  /** By a person's decision: a side that one bank does not name is taken from the other. */
  readonly isAccepted?: true;
  /** The creditor bank's row is the one that stays: one of a batch. */
  readonly keepsCreditor?: true;
}

interface Group {
  readonly debits: RowRef[];
  readonly credits: RowRef[];
}

/** Pairs entries and marks the creditors' rows as told. @param own ledger ends whose statements we hold */
export function pairTwoBanks(all: readonly SegmentRows[], own: (end: number) => boolean): Pair[] {
  const groups = new Map<number, Group>();
  for (const [segment, rows] of all.entries()) {
    const { columns, count } = rows.segment;
    for (let row = 0; row < count; row++) {
      if (isLeft(rows, row)) continue;
      const side = valueAt(columns, 'side', row);
      if (side === sideCode.both) continue;
      const debtor = rows.ends[valueAt(columns, 'debtor', row)] as number;
      const creditor = rows.ends[valueAt(columns, 'creditor', row)] as number;
      if (debtor === creditor || !own(side === sideCode.debtor ? creditor : debtor)) continue;
      const key = mixed([
        debtor,
        creditor,
        valueAt(columns, 'amountLow', row),
        valueAt(columns, 'amountHigh', row),
        valueAt(columns, 'currency', row),
      ]);
      let group = groups.get(key);
      if (!group) groups.set(key, (group = { debits: [], credits: [] }));
      (side === sideCode.debtor ? group.debits : group.credits).push({ segment, row });
    }
  }
  const pairs: Pair[] = [];
  for (const group of groups.values()) {
    if (group.debits.length === 0 || group.credits.length === 0) continue;
    pairGroup(all, group, pairs);
  }
  for (const pair of pairs)
    leave(all[pair.creditorSide.segment] as SegmentRows, pair.creditorSide.row, LEFT_SECOND_SIDE);
  return pairs;
}

function pairGroup(all: readonly SegmentRows[], group: Group, pairs: Pair[]): void {
  const columnsOf = (ref: RowRef) => (all[ref.segment] as SegmentRows).segment.columns;
  const day = (ref: RowRef): number => valueDayOf(all[ref.segment] as SegmentRows, ref.row);
  const hasId = (ref: RowRef): boolean => (valueAt(columnsOf(ref), 'flags', ref.row) & FLAG_END_TO_END) !== 0;
  const sameId = (a: RowRef, b: RowRef): boolean =>
    hasId(a) &&
    hasId(b) &&
    valueAt(columnsOf(a), 'endToEndLow', a.row) === valueAt(columnsOf(b), 'endToEndLow', b.row) &&
    valueAt(columnsOf(a), 'endToEndHigh', a.row) === valueAt(columnsOf(b), 'endToEndHigh', b.row);
  const endsAgree = (a: RowRef, b: RowRef): boolean => {
    const [rowsA, rowsB] = [all[a.segment] as SegmentRows, all[b.segment] as SegmentRows];
    return (['debtor', 'creditor'] as const).every(
      (name) =>
        rowsA.ends[valueAt(rowsA.segment.columns, name, a.row)] ===
        rowsB.ends[valueAt(rowsB.segment.columns, name, b.row)],
    );
  };
  const inOrder = (a: RowRef, b: RowRef): number => day(a) - day(b) || a.segment - b.segment || a.row - b.row;
  const debits = group.debits.sort(inOrder);
  const credits = group.credits.sort(inOrder);
  const used = new Set<RowRef>();
  const pairBy = (matches: (debit: RowRef, credit: RowRef) => boolean): void => {
    for (const credit of credits) {
      if (used.has(credit)) continue;
      const debit = debits.find(
        (candidate) => !used.has(candidate) && matches(candidate, credit) && endsAgree(candidate, credit),
      );
      if (!debit) continue;
      used.add(debit).add(credit);
      pairs.push({ debtorSide: debit, creditorSide: credit });
    }
  };
  pairBy(sameId);
  pairBy((debit, credit) => !(hasId(debit) && hasId(credit)) && day(debit) === day(credit));
}
