/**
 * Matches that a person accepted, applied to the rows before they are gathered: one debit and one
 * credit become one transaction; of a batch, the single credits stay and the debit is their second
 * entry. A match of which an entry is not there any more is passed over.
 */
import { parseEntryId } from './entry-id.ts';
import { LEFT_SECOND_SIDE, isLeft, leave, type SegmentRows } from './row-access.ts';
import type { Pair, RowRef } from './two-banks.ts';

/** Entry ids, the debit first, joined by `+` (`proposals.ts`). */
export type MatchId = string;

/** Marks rows as told and returns the pairs; in the order of the ids, whatever theirs was. */
export function acceptedPairs(all: readonly SegmentRows[], matches: readonly MatchId[]): Pair[] {
  const pairs: Pair[] = [];
  for (const match of [...new Set(matches)].sort()) {
    const refs = match.split('+').map((id) => rowOf(all, id));
    const [debit, ...credits] = refs;
    if (!debit || credits.length === 0 || !credits.every((ref): ref is RowRef => ref !== undefined)) continue;
    if (credits.length === 1) {
      const [credit] = credits as [RowRef];
      leave(all[credit.segment] as SegmentRows, credit.row, LEFT_SECOND_SIDE);
      pairs.push({ debtorSide: debit, creditorSide: credit, isAccepted: true });
    } else {
      leave(all[debit.segment] as SegmentRows, debit.row, LEFT_SECOND_SIDE);
      for (const credit of credits)
        pairs.push({ debtorSide: debit, creditorSide: credit, isAccepted: true, keepsCreditor: true });
    }
  }
  return pairs;
}

function rowOf(all: readonly SegmentRows[], id: string): RowRef | undefined {
  const place = parseEntryId(id);
  const segment = place ? all.findIndex((rows) => rows.segment.member.sha256.startsWith(place.file)) : -1;
  const rows = all[segment];
  if (!place || !rows) return undefined;
  const { record } = rows.segment.columns;
  const first = record ? record.indexOf(place.record) : -1;
  const row = first + place.detail;
  if (first < 0 || record?.[row] !== place.record || isLeft(rows, row)) return undefined;
  return { segment, row };
}
