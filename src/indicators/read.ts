/**
 * Reading a view row by row in an indicator's words. Inlined by the engine; no objects are made.
 * Over 300 lines because it is the one list of words in which indicators read rows.
 */
import type { Day } from '../days.ts';
import { amountAt, channelCode, packPurpose } from '../formats/entry-columns.ts';
import { CASH_END, FIRST_SHARED_END, endKinds } from '../formats/end-table.ts';
import { wordBit } from '../formats/text-words.ts';
import { licenceBit } from '../ledger/end-facts.ts';
import type { View } from './view.ts';

const PURPOSE_SALARY = packPurpose('SALA');
const PURPOSE_PAYROLL = packPurpose('PAYR');
const PURPOSES_BENEFIT = new Set(['BENE', 'SSBE', 'BECH', 'UBIL', 'GOVT'].map(packPurpose));
const PURPOSE_RENT = packPurpose('RENT');
const KIND_ACCOUNT = endKinds.indexOf('account');
const KIND_CARD = endKinds.indexOf('card');
const KIND_WALLET = endKinds.indexOf('wallet');
const KIND_NAME = endKinds.indexOf('name');
const KIND_CASH_MACHINE = endKinds.indexOf('cash-machine');

export function amountOf(view: View, tx: number): number {
  return amountAt(view.columns, tx);
}

export function currencyOf(view: View, tx: number): number {
  return view.columns.currency?.[tx] ?? 0;
}

export function hasWords(view: View, tx: number, bits: number): boolean {
  return ((view.columns.words?.[tx] ?? 0) & bits) !== 0;
}

/** A credit called a wage by its purpose code or its text. */
export function isWage(view: View, tx: number): boolean {
  const purpose = view.columns.purpose?.[tx] ?? 0;
  return (
    purpose === PURPOSE_SALARY || purpose === PURPOSE_PAYROLL || (purpose === 0 && hasWords(view, tx, wordBit.wage))
  );
}

export function isBenefit(view: View, tx: number): boolean {
  const purpose = view.columns.purpose?.[tx] ?? 0;
  return PURPOSES_BENEFIT.has(purpose) || (purpose === 0 && hasWords(view, tx, wordBit.benefit));
}

export function isRent(view: View, tx: number): boolean {
  return (view.columns.purpose?.[tx] ?? 0) === PURPOSE_RENT || hasWords(view, tx, wordBit.rent);
}

/** Cash in or out, at a counter or a machine. */
export function isCash(view: View, tx: number): boolean {
  const channel = view.columns.channel?.[tx] ?? 0;
  return channel === channelCode.cash || channel === channelCode['cash-machine'];
}

export function isCardPayment(view: View, tx: number): boolean {
  const channel = view.columns.channel?.[tx] ?? 0;
  return channel === channelCode['card-present'] || channel === channelCode['card-absent'];
}

/** An account, card or wallet: something that can hold money for somebody. */
export function isHolding(view: View, end: number): boolean {
  const kind = view.facts.kind[end];
  return end >= FIRST_SHARED_END && (kind === KIND_ACCOUNT || kind === KIND_CARD || kind === KIND_WALLET);
}

export function isCashMachine(view: View, end: number): boolean {
  return view.facts.kind[end] === KIND_CASH_MACHINE;
}

export function isBusiness(view: View, end: number): boolean {
  return view.facts.holder[end] === 2;
}

/** Licences of who handles other people's money by profession. */
export const BUREAUS = licenceBit['payroll-bureau'] | licenceBit.charity | licenceBit['payment-institution'];

/** A firm, or licensed to run other people's accounts: a payroll bureau, a charity, a payment institution. */
export function actsByProfession(view: View, end: number): boolean {
  return isBusiness(view, end) || hasLicence(view, end, BUREAUS);
}

/** Known to be a person, or an account of which nothing says that it is a business. */
export function isPersonal(view: View, end: number): boolean {
  return view.facts.holder[end] !== 2;
}

/** We hold this account's statement, so absence of a payment means something. */
export function isOwn(view: View, end: number): boolean {
  return view.facts.own[end] === 1;
}

export function hasLicence(view: View, end: number, bit: number): boolean {
  return ((view.facts.licences[end] ?? 0) & bit) !== 0;
}

/** Region class of the place where a card or cash row happened; 0 = not known. */
export function regionOf(view: View, tx: number): number {
  return view.placeRegion[view.columns.place?.[tx] ?? 0] ?? 0;
}

/** Certainly before: an earlier day; within one day only where both rows have a time. */
export function isBefore(dayA: number, timeA: number, dayB: number, timeB: number): boolean {
  return dayA < dayB || (dayA === dayB && timeA >= 0 && timeB >= 0 && timeA < timeB);
}

export function debtorOf(view: View, tx: number): number {
  return view.columns.debtor[tx] as number;
}

export function creditorOf(view: View, tx: number): number {
  return view.columns.creditor[tx] as number;
}

export function debtorDayOf(view: View, tx: number): Day {
  return view.columns.debtorDay[tx] as Day;
}

export function creditorDayOf(view: View, tx: number): Day {
  return view.columns.creditorDay[tx] as Day;
}

/** The view says by a bit of `end-signs.ts` that the end's rows show such a thing at all. */
export function hasSign(view: View, end: number, bit: number): boolean {
  return ((view.signs[end] ?? 0) & bit) !== 0;
}

export function degreeIn(view: View, end: number): number {
  return (view.adjacency.inStart[end + 1] as number) - (view.adjacency.inStart[end] as number);
}

export function degreeOut(view: View, end: number): number {
  return (view.adjacency.outStart[end + 1] as number) - (view.adjacency.outStart[end] as number);
}

/** Two accounts of one customer: money between them is nobody else's. */
export function isSameCustomer(view: View, a: number, b: number): boolean {
  const customer = view.facts.customer[a] ?? 0;
  return a === b || (customer !== 0 && customer === view.facts.customer[b]);
}

/** An account, card, wallet or bare name that no sign says is a business. */
export function isPrivate(view: View, end: number): boolean {
  return end >= FIRST_SHARED_END && view.facts.holder[end] !== 2 && (isHolding(view, end) || isName(view, end));
}

export function isName(view: View, end: number): boolean {
  return view.facts.kind[end] === KIND_NAME;
}

/** Cash paid into the creditor's account, at a counter or a machine. */
export function isCashIn(view: View, tx: number): boolean {
  const from = view.columns.debtor[tx] as number;
  return from === CASH_END || isCashMachine(view, from) || (from < FIRST_SHARED_END && isCash(view, tx));
}

/** Cash drawn from the debtor's account. */
export function isCashOut(view: View, tx: number): boolean {
  const to = view.columns.creditor[tx] as number;
  return to === CASH_END || isCashMachine(view, to) || (to < FIRST_SHARED_END && isCash(view, tx));
}

/** Both countries are known and differ; what is not known is not abroad. */
export function isAbroad(view: View, a: number, b: number): boolean {
  const [home, other] = [view.facts.country[a] ?? 0, view.facts.country[b] ?? 0];
  return home !== 0 && other !== 0 && home !== other;
}

export function mccOf(view: View, tx: number): number {
  return view.columns.mcc?.[tx] ?? 0;
}

/** Hotels and short lets (ISO 18245: 7011, chains 3501-3999). */
export function isLodgingCode(mcc: number): boolean {
  return mcc === 7011 || (mcc >= 3501 && mcc <= 3999);
}

/** Hospitals, doctors, medical laboratories and other health services. */
export function isMedicalCode(mcc: number): boolean {
  return mcc === 8062 || mcc === 8011 || mcc === 8071 || mcc === 8099;
}

/** Airlines, railways, coaches, travel agents. */
export function isTicketCode(mcc: number): boolean {
  return (mcc >= 3000 && mcc <= 3299) || mcc === 4511 || mcc === 4112 || mcc === 4131 || mcc === 4722;
}

/** A payment for goods or services: by card, or to a merchant or known business. */
export function isSpending(view: View, tx: number): boolean {
  const to = view.columns.creditor[tx] as number;
  return isCardPayment(view, tx) || mccOf(view, tx) !== 0 || (to >= FIRST_SHARED_END && view.facts.holder[to] === 2);
}

interface ClassIndex {
  readonly start: Uint32Array;
  readonly ends: Uint32Array;
}
/** Keyed by the column itself: the columns of a view do not change, so this is a pure function of it. */
const classIndexes = new WeakMap<Uint32Array, ClassIndex>();

/** Ends with the same class in a column of facts (phone, address, branch ...), ascending; none for class 0. */
export function endsOfClass(column: Uint32Array, of: number): Uint32Array {
  let index = classIndexes.get(column);
  if (!index) {
    let classes = 0;
    for (const value of column) if (value > classes) classes = value;
    const start = new Uint32Array(classes + 2);
    for (const value of column) if (value !== 0) start[value + 1] = (start[value + 1] as number) + 1;
    for (let i = 1; i < start.length; i++) start[i] = (start[i] as number) + (start[i - 1] as number);
    const next = start.slice();
    const ends = new Uint32Array(start[classes + 1] as number);
    for (let end = 0; end < column.length; end++) {
      const value = column[end] as number;
      if (value === 0) continue;
      const at = next[value] as number;
      ends[at] = end;
      next[value] = at + 1;
    }
    index = { start, ends };
    classIndexes.set(column, index);
  }
  // Columns of facts share one numbering of customers, so a class may lie beyond this column's last.
  const isHeld = of > 0 && of < index.start.length - 1;
  return isHeld ? index.ends.subarray(index.start[of], index.start[of + 1]) : index.ends.subarray(0, 0);
}

/** How often each value stands in a window that slides. */
export class Tally {
  private readonly counts = new Map<number, number>();
  /** Values that stand in the window exactly once. */
  once = 0;

  get distinct(): number {
    return this.counts.size;
  }

  add(value: number): void {
    const held = this.counts.get(value) ?? 0;
    if (held === 0) this.once++;
    else if (held === 1) this.once--;
    this.counts.set(value, held + 1);
  }

  remove(value: number): void {
    const held = this.counts.get(value) ?? 0;
    if (held === 2) this.once++;
    else if (held === 1) this.once--;
    if (held <= 1) this.counts.delete(value);
    else this.counts.set(value, held - 1);
  }

  count(value: number): number {
    return this.counts.get(value) ?? 0;
  }

  /** Occurrences of the `n` most frequent values. */
  topSum(n: number): number {
    return [...this.counts.values()]
      .sort((a, b) => b - a)
      .slice(0, n)
      .reduce((sum, held) => sum + held, 0);
  }

  /** Values in the window, ascending. */
  values(): number[] {
    return [...this.counts.keys()].sort((a, b) => a - b);
  }
}

export interface WindowSteps {
  enter(row: number): void;
  leave(row: number): void;
  /** Positions of the window's first and last row; says whether the pattern holds in it. */
  passes(first: number, last: number): boolean;
}

/**
 * Slides a window of some days over rows in time order, its end at each row.
 * @returns rows that lie in any window that passed, ascending in time
 */
export function slideWindows(
  day: Int32Array,
  rows: ArrayLike<number>,
  windowDays: number,
  steps: WindowSteps,
): number[] {
  const covered: number[] = [];
  let first = 0;
  let next = 0;
  for (let last = 0; last < rows.length; last++) {
    const row = rows[last] as number;
    steps.enter(row);
    while ((day[rows[first] as number] as number) <= (day[row] as number) - windowDays)
      steps.leave(rows[first++] as number);
    if (!steps.passes(first, last)) continue;
    for (let at = Math.max(first, next); at <= last; at++) covered.push(rows[at] as number);
    next = last + 1;
  }
  return covered;
}

/** Rows apart by currency, the fullest first, ties by code: sums never cross currencies. */
export function rowsByCurrency(
  view: View,
  rows: Iterable<number>,
): { readonly currency: number; readonly rows: number[] }[] {
  const all = [...rows];
  const first = all[0] === undefined ? 0 : currencyOf(view, all[0]);
  if (all.every((row) => currencyOf(view, row) === first))
    return all.length === 0 ? [] : [{ currency: first, rows: all }];
  const parts = new Map<number, number[]>();
  for (const row of all) {
    const currency = currencyOf(view, row);
    const part = parts.get(currency);
    if (part) part.push(row);
    else parts.set(currency, [row]);
  }
  return [...parts]
    .map(([currency, part]) => ({ currency, rows: part }))
    .sort((a, b) => b.rows.length - a.rows.length || a.currency - b.currency);
}

export function sumOf(view: View, rows: Iterable<number>): number {
  let sum = 0;
  for (const row of rows) sum += amountOf(view, row);
  return sum;
}

/** The end that gets most of the money in these rows among other people's holdings; undefined for none. Ties by id. */
export function topRecipient(
  view: View,
  rows: Iterable<number>,
): { readonly end: number; readonly sum: number } | undefined {
  const sums = new Map<number, number>();
  for (const row of rows) {
    const to = view.columns.creditor[row] as number;
    if (isHolding(view, to)) sums.set(to, (sums.get(to) ?? 0) + amountOf(view, row));
  }
  let top: { end: number; sum: number } | undefined;
  for (const [end, sum] of sums) if (!top || sum > top.sum || (sum === top.sum && end < top.end)) top = { end, sum };
  return top;
}

/** As `isHolding`, and a payee known by name only; for indicators that opt in to names. */
export function isHoldingOrName(view: View, end: number): boolean {
  return isHolding(view, end) || isName(view, end);
}

/** Index of the first row on or after a day in rows that stand in order of that day column. */
export function firstFrom(rows: ArrayLike<number>, days: Int32Array, day: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[rows[middle] as number] as number) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A credit from the account's own country: both countries known and the same, cash paid in, or a wage. */
export function isFromHome(view: View, tx: number, end: number): boolean {
  const from = debtorOf(view, tx);
  const home = view.facts.country[end] ?? 0;
  if (home !== 0 && view.facts.country[from] === home) return true;
  return isCashIn(view, tx) || (isWage(view, tx) && !isAbroad(view, from, end));
}

/** No wage comes in, and what does comes from ever different private payers: an account lent for others' money. */
export function takesStrangersMoney(view: View, end: number): boolean {
  const { inStart, inTransactions } = view.adjacency;
  const payers = new Set<number>();
  let items = 0;
  for (let at = inStart[end] as number; at < (inStart[end + 1] as number); at++) {
    const tx = inTransactions[at] as number;
    if (isWage(view, tx)) return false;
    if (!isPrivate(view, debtorOf(view, tx)) || isSameCustomer(view, debtorOf(view, tx), end)) continue;
    items++;
    payers.add(debtorOf(view, tx));
  }
  const credits = (inStart[end + 1] as number) - (inStart[end] as number);
  return items >= 3 && items * 2 >= credits && payers.size * 2 >= items;
}
