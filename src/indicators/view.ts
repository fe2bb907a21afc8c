/**
 * What an indicator sees: columns, adjacency and facts, all typed arrays over shared memory, so
 * that the same view serves every worker. No names, no texts, no keys.
 */
import { NO_DAY, NO_TIME, type Day } from '../days.ts';
import { FIRST_SHARED_END } from '../formats/end-table.ts';
import { channelCode } from '../formats/entry-columns.ts';
import type { Adjacency } from '../graph/adjacency.ts';
import type { EndFacts } from '../ledger/end-facts.ts';
import type { Ledger, TransactionColumns } from '../ledger/ledger.ts';
import { endSigns } from './end-signs.ts';
import type { Need } from './indicator.ts';
import { merchantCodes } from './merchant-codes.ts';
import type { PriceLevels } from './price-levels.ts';

export interface View {
  readonly transactions: number;
  /** As in the ledger, with merchant codes that the case itself teaches (`merchant-codes.ts`). */
  readonly columns: TransactionColumns;
  readonly adjacency: Adjacency;
  readonly facts: EndFacts;
  /** Region class of each place id (index = `place` column value); 0 = none. Same town, same class. */
  readonly placeRegion: Uint32Array;
  readonly from: Day;
  readonly to: Day;
  /** Needs that the files meet at least in part. */
  readonly met: ReadonlySet<Need>;
  readonly prices: PriceLevels;
  /** What each end's rows show at all (`end-signs.ts`): passed over before anything is read. */
  readonly signs: Uint16Array;
}

/** Share of rows that must carry a thing before indicators that need it run. */
const LEAST_ROWS = 1;

/** Town of a place text: its letters without terminal numbers, folded. */
export function townOf(place: string): string {
  return place
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase()
    .replace(/[^A-Z ]+/g, ' ')
    .split(' ')
    .filter((word) => word.length > 2)
    .join(' ');
}

export function buildView(ledger: Ledger, adjacency: Adjacency, prices: PriceLevels): View {
  const towns = new Map<string, number>();
  const placeRegion = new Uint32Array(new SharedArrayBuffer((ledger.places.count + 1) * 4));
  for (let id = 0; id < ledger.places.count; id++) {
    const town = townOf(ledger.places.text(id));
    if (town === '') continue;
    if (!towns.has(town)) towns.set(town, towns.size + 1);
    placeRegion[id + 1] = towns.get(town) ?? 0;
  }
  const mcc = merchantCodes(ledger);
  const columns = mcc ? { ...ledger.columns, mcc } : ledger.columns;
  return {
    transactions: ledger.count,
    columns,
    adjacency,
    facts: { ...ledger.facts, holder: knownHolders(ledger) },
    placeRegion,
    from: ledger.from,
    to: ledger.to,
    met: metNeeds(ledger),
    prices,
    signs: endSigns(columns, ledger.count, ledger.ends.count),
  };
}

/** Who collects by direct debit or takes cards is a business, whatever its name looks like. */
function knownHolders(ledger: Ledger): Uint8Array {
  const holder = new Uint8Array(new SharedArrayBuffer(Math.max(1, ledger.facts.holder.length)));
  holder.set(ledger.facts.holder);
  const { creditor, channel, mcc } = ledger.columns;
  for (let tx = 0; tx < ledger.count; tx++) {
    const end = creditor[tx] as number;
    if (end < FIRST_SHARED_END || holder[end] !== 0) continue;
    if (channel?.[tx] === channelCode['direct-debit'] || (mcc?.[tx] ?? 0) !== 0) holder[end] = 2;
  }
  return holder;
}

/** Needs that the files meet at least in part. */
export function metNeeds(ledger: Ledger): ReadonlySet<Need> {
  const { columns, count, facts } = ledger;
  const met = new Set<Need>();
  const some = (column: ArrayLike<number> | undefined, absent: number): boolean => {
    if (!column) return false;
    let found = 0;
    for (let i = 0; i < count; i++) if (column[i] !== absent && ++found >= LEAST_ROWS) return true;
    return false;
  };
  if (some(columns.time, NO_TIME)) met.add('time-of-day');
  if (some(columns.mcc, 0)) met.add('mcc');
  if (some(columns.place, 0)) met.add('place');
  // The ledger keeps what the text names and its word classes; the hash of the whole may be left behind.
  if (some(columns.textHash, 0) || some(columns.textKey, 0) || some(columns.words, 0)) met.add('text');
  if (some(columns.words, 0) || some(columns.purpose, 0)) met.add('purpose-or-words');
  const anyEnd = (column: ArrayLike<number>, absent: number): boolean => {
    for (let end = 0; end < facts.registered.length; end++) if (column[end] !== absent) return true;
    return false;
  };
  if (anyEnd(facts.registered, 0)) met.add('register');
  if (anyEnd(facts.openedDay, NO_DAY)) met.add('opening-date');
  if (anyEnd(facts.address, 0) || anyEnd(facts.phone, 0) || anyEnd(facts.email, 0)) met.add('contacts');
  if (anyEnd(facts.birthYear, 0)) met.add('birth-year');
  if (facts.logins.deviceEnds.length > 0) met.add('logins');
  return met;
}
