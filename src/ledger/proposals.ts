/**
 * Proposed matches between banks: entries that are likely one payment seen twice, yet differ in
 * what `two-banks.ts` asks for. A day's delay, a fee on the way, a conversion, a side that one bank
 * does not name, a batch debit facing single credits. Nothing is merged here; a person accepts or
 * refuses, and the ledger is built from what they accepted.
 */
import { NO_DAY } from '../days.ts';
import { FIRST_SHARED_END, UNKNOWN_END, type EndId } from '../formats/end-table.ts';
import { amountAt, sideCode, type ColumnSet } from '../formats/entry-columns.ts';
import type { PackedCurrency } from '../money.ts';
import { entryIdText } from './entry-id.ts';
import type { EntryId, Ledger } from './ledger.ts';
import { valueAt } from './row-access.ts';

/** A booked entry that no other bank's entry was matched with. */
export interface OpenEntry {
  readonly id: EntryId;
  /** The account whose statement shows it, and what it says of the other side. */
  readonly account: EndId;
  readonly other: EndId;
  /** Value day, else booking day. */
  readonly day: number;
  /** Minor units. */
  readonly amount: number;
  readonly currency: PackedCurrency;
  /** Charges that the bank states, minor units of the same currency. */
  readonly charges?: number;
  /** The amount as it was instructed in another currency. */
  readonly instructed?: { readonly amount: number; readonly currency: PackedCurrency };
  /** Of the end-to-end id, where there is one: two that differ are two payments. */
  readonly endToEnd?: string;
}

export type MatchReason = 'later-day' | 'unknown-side' | 'fee' | 'conversion' | 'batch';

export interface Proposal {
  /** Entry ids, the debit first: stable as long as the files are the same. */
  readonly id: string;
  readonly debit: OpenEntry;
  /** One, or the single credits of a batch. */
  readonly credits: readonly OpenEntry[];
  readonly reasons: readonly MatchReason[];
  /** Days from debit to the latest credit. */
  readonly days: number;
}

/** Value dates may be this many days apart. */
const MOST_DAYS = 3;
/** Single credits of one batch. */
const MOST_CREDITS = 60;
/** Debits looked at for one credit. */
const MOST_TRIES = 400;

/** Candidates in order of their debit's day and id; each entry stands in one at most, the nearest. */
export function proposeMatches(
  debits: readonly OpenEntry[],
  credits: readonly OpenEntry[],
  refused: ReadonlySet<string>,
): Proposal[] {
  const found = [...singles(debits, credits), ...batches(debits, credits)].filter(({ id }) => !refused.has(id));
  found.sort((a, b) => rank(a) - rank(b) || a.debit.day - b.debit.day || (a.id < b.id ? -1 : 1));
  const used = new Set<string>();
  const chosen: Proposal[] = [];
  for (const proposal of found) {
    const ids = [proposal.debit.id, ...proposal.credits.map(({ id }) => id)];
    if (ids.some((id) => used.has(id))) continue;
    for (const id of ids) used.add(id);
    chosen.push(proposal);
  }
  return chosen.sort((a, b) => a.debit.day - b.debit.day || (a.id < b.id ? -1 : 1));
}

/** Fewer differences first. */
function rank({ reasons, days }: Proposal): number {
  return reasons.length * 10 + days;
}

function singles(debits: readonly OpenEntry[], credits: readonly OpenEntry[]): Proposal[] {
  const byDay = new Map<number, OpenEntry[]>();
  for (const debit of debits) byDay.set(debit.day, [...(byDay.get(debit.day) ?? []), debit]);
  const proposals: Proposal[] = [];
  for (const credit of credits) {
    const fitting: Proposal[] = [];
    let tries = 0;
    for (let back = 0; back <= MOST_DAYS; back++) {
      for (const debit of byDay.get(credit.day - back) ?? []) {
        if (++tries > MOST_TRIES) break;
        const reasons = differences(debit, credit, back);
        if (reasons && reasons.length > 0) fitting.push(proposal(debit, [credit], reasons));
      }
    }
    const best = Math.min(...fitting.map(rank));
    const nearest = fitting.filter((one) => rank(one) === best);
    // Where a side is not named, nothing tells debits apart that fit alike.
    if (nearest.length === 1 || nearest.every(({ reasons }) => !reasons.includes('unknown-side')))
      proposals.push(...nearest);
  }
  return proposals;
}

/** What differs, or undefined where the two cannot be one payment. */
function differences(debit: OpenEntry, credit: OpenEntry, back: number): MatchReason[] | undefined {
  if (debit.endToEnd !== undefined && credit.endToEnd !== undefined && debit.endToEnd !== credit.endToEnd)
    return undefined;
  const named = endsFit(debit, credit);
  if (named === 'no') return undefined;
  const amount = amountsFit(debit, credit);
  if (amount === 'no') return undefined;
  // An unnamed side and another amount at once would match anything.
  if (named === 'unknown-side' && amount !== 'same' && amount !== 'conversion') return undefined;
  const reasons: MatchReason[] = [
    ...(named === 'both' ? [] : ([named] as const)),
    ...(amount === 'same' ? [] : ([amount] as const)),
    ...(back > 0 ? (['later-day'] as const) : []),
  ];
  return reasons;
}

/** Each names the other, or one names the other and is not contradicted. */
function endsFit(debit: OpenEntry, credit: OpenEntry): 'both' | 'unknown-side' | 'no' {
  if (debit.account === credit.account) return 'no';
  const names = { debit: debit.other === credit.account, credit: credit.other === debit.account };
  if (names.debit && names.credit) return 'both';
  const isOpen = (end: EndId): boolean => end < FIRST_SHARED_END;
  if (names.debit && isOpen(credit.other)) return 'unknown-side';
  return names.credit && isOpen(debit.other) ? 'unknown-side' : 'no';
}

function amountsFit(debit: OpenEntry, credit: OpenEntry): 'same' | 'fee' | 'conversion' | 'no' {
  if (debit.currency === credit.currency) {
    if (debit.amount === credit.amount) return 'same';
    const stated = [debit.charges, credit.charges, sum(debit.charges, credit.charges)];
    return stated.includes(debit.amount - credit.amount) ? 'fee' : 'no';
  }
  const isInstructed = (one: OpenEntry, other: OpenEntry): boolean =>
    one.instructed?.currency === other.currency && one.instructed.amount === other.amount;
  return isInstructed(debit, credit) || isInstructed(credit, debit) ? 'conversion' : 'no';
}

function sum(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}

/** A debit without a named payee facing credits that name its account and add up to it. */
function batches(debits: readonly OpenEntry[], credits: readonly OpenEntry[]): Proposal[] {
  const byPayer = new Map<string, OpenEntry[]>();
  const keyOf = (payer: EndId, currency: number, day: number): string => `${payer} ${currency} ${day}`;
  for (const credit of credits) {
    if (credit.other < FIRST_SHARED_END) continue;
    const key = keyOf(credit.other, credit.currency, credit.day);
    byPayer.set(key, [...(byPayer.get(key) ?? []), credit]);
  }
  const proposals: Proposal[] = [];
  for (const debit of debits) {
    if (debit.other >= FIRST_SHARED_END) continue;
    for (let later = 0; later <= MOST_DAYS; later++) {
      const facing = byPayer.get(keyOf(debit.account, debit.currency, debit.day + later)) ?? [];
      if (facing.length < 2 || facing.length > MOST_CREDITS) continue;
      const total = facing.reduce((all, { amount }) => all + amount, 0);
      if (total !== debit.amount) continue;
      proposals.push(proposal(debit, facing, later > 0 ? ['batch', 'later-day'] : ['batch']));
      break;
    }
  }
  return proposals;
}

function proposal(debit: OpenEntry, credits: readonly OpenEntry[], reasons: readonly MatchReason[]): Proposal {
  const ordered = [...credits].sort((a, b) => (a.id < b.id ? -1 : 1));
  const days = Math.max(...ordered.map(({ day }) => day - debit.day));
  return { id: [debit.id, ...ordered.map(({ id }) => id)].join('+'), debit, credits: ordered, reasons, days };
}

interface Money {
  readonly minor: number;
  readonly currency: PackedCurrency;
}

/** What a segment's row says beside the ledger's columns. */
export interface RowExtras {
  readonly charges?: Money;
  readonly instructed?: Money;
  readonly endToEnd?: string;
}

/**
 * Entries of a ledger that stand alone: one bank showed them, and the other side may be an account
 * whose statement we hold too, or is not named.
 * @param extras charges and instructed amounts of a segment's row
 */
export function openEntries(
  ledger: Ledger,
  extras: (segment: number, row: number) => RowExtras,
): { readonly debits: OpenEntry[]; readonly credits: OpenEntry[] } {
  const { columns, count, ends, second, details } = ledger;
  const debits: OpenEntry[] = [];
  const credits: OpenEntry[] = [];
  for (let tx = 0; tx < count; tx++) {
    const side = valueAt(columns as ColumnSet, 'side', tx);
    if (side === sideCode.both || second.has(tx) || columns.reversed?.[tx] === 1) continue;
    const isDebit = side === sideCode.debtor;
    const [account, said] = isDebit
      ? [columns.debtor[tx] as EndId, columns.creditor[tx] as EndId]
      : [columns.creditor[tx] as EndId, columns.debtor[tx] as EndId];
    // A bare name leaves open which account it was.
    const other = said >= FIRST_SHARED_END && ends.kind(said) === 'name' ? UNKNOWN_END : said;
    // Cash and the bank itself have no second statement.
    if (other === account || (other !== UNKNOWN_END && (other < FIRST_SHARED_END || !ends.isOwn(other)))) continue;
    const value = valueAt(columns as ColumnSet, 'value', tx);
    const day = value === NO_DAY ? (columns.debtorDay[tx] as number) : value;
    const at = columns.segment?.[tx] ?? 0;
    const currency = valueAt(columns as ColumnSet, 'currency', tx);
    const { charges, instructed, endToEnd } = extras(at, columns.row?.[tx] ?? tx);
    (isDebit ? debits : credits).push({
      id: entryIdText(ledger.segments[at]?.sha256 ?? '', columns.record?.[tx] ?? 0, details.get(tx) ?? 0),
      account,
      other,
      day,
      amount: amountAt(columns, tx),
      currency,
      ...(charges?.currency === currency ? { charges: charges.minor } : {}),
      ...(endToEnd === undefined ? {} : { endToEnd }),
      ...(instructed ? { instructed: { amount: instructed.minor, currency: instructed.currency } } : {}),
    });
  }
  return { debits, credits };
}
