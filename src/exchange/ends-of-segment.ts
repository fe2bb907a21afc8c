/**
 * The ledger's id of an end of one segment. Keys are only compared here, between two tables of
 * ends; no text of an end leaves this file.
 */
import { EndTable, FIRST_SHARED_END, UNKNOWN_END, type EndId } from '../formats/end-table.ts';
import type { Segment } from '../formats/format.ts';
import type { Ledger } from '../ledger/ledger.ts';

const tables = new WeakMap<Segment, EndTable>();

export function ledgerEndOf(ledger: Ledger, segment: Segment, end: EndId): EndId {
  if (end < FIRST_SHARED_END) return end;
  let table = tables.get(segment);
  if (!table) tables.set(segment, (table = EndTable.fromParts(segment.ends)));
  const found = ledger.ends.find(table.kind(end), table.key(end));
  return found < 0 ? UNKNOWN_END : found;
}
