/**
 * An entry's id: the hash of the file it was in and its place there. It is the same on every
 * machine that holds the same file, and resolves to the bytes that the bank wrote.
 */
import type { EntryId, Ledger, TransactionIndex } from './ledger.ts';

export function entryIdText(sha256: string, record: number, detail: number): EntryId {
  return `${sha256.slice(0, 12)}-${String(record)}${detail > 0 ? `.${String(detail)}` : ''}` as EntryId;
}

/** The id of a transaction's first entry: the debtor bank's, where two banks showed it. */
export function entryIdOf(ledger: Ledger, tx: TransactionIndex): EntryId {
  const segment = ledger.segments[ledger.columns.segment?.[tx] ?? 0];
  return entryIdText(segment?.sha256 ?? '', ledger.columns.record?.[tx] ?? 0, ledger.details.get(tx) ?? 0);
}

/** Both banks' entries of a transaction. */
export function entryIdsOf(ledger: Ledger, tx: TransactionIndex): EntryId[] {
  const second = ledger.second.get(tx);
  return second ? [entryIdOf(ledger, tx), second.id] : [entryIdOf(ledger, tx)];
}

export interface EntryPlace {
  readonly file: string;
  readonly record: number;
  readonly detail: number;
}

/** First 12 digits of the file's hash, record and detail; undefined for what is no entry id. */
export function parseEntryId(text: string): EntryPlace | undefined {
  const match = /^([0-9a-f]{12})-(\d+)(?:\.(\d+))?$/.exec(text);
  return match ? { file: match[1] as string, record: Number(match[2]), detail: Number(match[3] ?? 0) } : undefined;
}
