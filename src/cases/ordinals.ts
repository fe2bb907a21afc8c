/**
 * The numbers behind pseudonyms: a pure function of import events and their files. Imports in
 * sequence, their segments by hash, ends in order of id: whoever is new gets the next number. An
 * undone import keeps its numbers, so that `Person-0412` is one person for the life of the case.
 */
import { EndTable, FIRST_SHARED_END, type EndKind, type EndTableParts } from '../formats/end-table.ts';
import type { CaseEvent } from './event.ts';

/**
 * @param endsOf the ends of one imported segment
 * @returns the number of each of the ledger's ends, from 1; 0 for the leaves
 */
export function ordinalsOf(
  events: readonly CaseEvent[],
  endsOf: (namesHash: string) => EndTableParts,
  ledgerEnds: EndTable,
): Uint32Array {
  const numbered = new EndTable(ledgerEnds.count);
  for (const { body } of events) {
    if (body.kind !== 'imported') continue;
    for (const { namesHash } of body.segments) numbered.absorb(keysOnly(endsOf(namesHash)));
  }
  const ids = numbered.absorb(keysOnly(ledgerEnds.parts()));
  return ids.map((id) => (id < FIRST_SHARED_END ? 0 : id - FIRST_SHARED_END + 1));
}

/** Names and banks play no part, and need not be interned again. */
function keysOnly(parts: EndTableParts): EndTableParts {
  const none = new Uint32Array(0);
  return {
    ...parts,
    seen: none,
    bank: new Uint32Array(parts.keys.offsets.length - 1),
    banks: { arena: new Uint8Array(0), offsets: Uint32Array.of(0) },
  };
}

/** Kind and key of ends by their numbers; numbers that nobody has are passed over. */
export function endsNumbered(
  events: readonly CaseEvent[],
  endsOf: (namesHash: string) => EndTableParts,
  wanted: readonly number[],
): Map<number, { readonly kind: EndKind; readonly key: string }> {
  const numbered = new EndTable();
  for (const { body } of events) {
    if (body.kind !== 'imported') continue;
    for (const { namesHash } of body.segments) numbered.absorb(keysOnly(endsOf(namesHash)));
  }
  const held = wanted.filter((ordinal) => ordinal > 0 && ordinal + FIRST_SHARED_END - 1 < numbered.count);
  return new Map(
    held.map((ordinal) => {
      const end = ordinal + FIRST_SHARED_END - 1;
      return [ordinal, { kind: numbered.kind(end), key: numbered.key(end) }];
    }),
  );
}
