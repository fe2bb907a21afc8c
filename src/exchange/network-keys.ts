/**
 * Opaque keys of a lead's network, the same in nodes, edges, rows and addresses. Cash, bank and
 * unknown are leaves of the account they stand beside and are never shared (design section 2), so
 * their key says whose they are.
 */
import { FIRST_SHARED_END, type EndId } from '../formats/end-table.ts';
import type { Disclosure } from '../leads/disclosure.ts';

/** @param beside the other end of the payment */
export function nodeKey(disclosure: Disclosure, end: EndId, beside: EndId): string {
  const key = disclosure.key(end);
  return end < FIRST_SHARED_END ? `${disclosure.key(beside)}~${key}` : key;
}

export function edgeKey(disclosure: Disclosure, debtor: EndId, creditor: EndId): string {
  return `${nodeKey(disclosure, debtor, creditor)}>${nodeKey(disclosure, creditor, debtor)}`;
}
