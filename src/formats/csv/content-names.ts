/**
 * Names for columns that have none, or none that we know, from what they hold: days, amounts with
 * two decimals, IBANs, currencies, debit letters, text. A running balance proves which amount is
 * which. Nothing is named where more than one reading is left.
 */
import { accountKey } from '../account-key.ts';
import { isAmount, scaled } from './amount-text.ts';
import { inferDecimal, readCurrency, stripAmount } from './amounts.ts';
import { proveBalance } from './balance-proof.ts';
import { directionOf } from './channel-words.ts';
import { directionOfDays, inferDateOrder } from './date-order.ts';

type Rows = readonly (readonly string[])[];

/** A statement has few columns of numbers; a table with more is one of something else. */
const MOST_MONEY = 12;

export interface ContentNames {
  /** A name that header words know, by column; columns left out are not understood. */
  readonly names: ReadonlyMap<number, string>;
  readonly why: string;
  /** The balance follows in nearly every row. */
  readonly isProven: boolean;
}

interface ColumnProfile {
  readonly column: number;
  readonly cells: readonly string[];
  readonly filled: readonly string[];
  readonly isDate: boolean;
  readonly isMoney: boolean;
  /** Every value has two decimals or a sign. */
  readonly isPlainMoney: boolean;
}

/** Names columns by content; the reason where date or amount stay unknown. */
export function nameByContent(rows: Rows, width: number): ContentNames | string {
  if (rows.length === 0) return 'no rows to tell columns by';
  const profiles = Array.from({ length: Math.min(width, 200) }, (_, column) => profileOf(rows, column));
  const names = new Map<number, string>();
  const dates = profiles.filter(({ isDate, filled }) => isDate && filled.length >= rows.length * 0.9);
  const [booking, value] = dates;
  if (!booking) return 'no column holds dates';
  names.set(booking.column, 'booking date');
  if (value) names.set(value.column, 'value date');
  const money = nameMoney(profiles, rows, names, booking.cells);
  if (typeof money === 'string') return money;
  nameOthers(profiles, rows, names);
  const texts = [...names.values()].filter((name) => name === 'text').length;
  if (texts === 0 && !money.isProven) return 'no column holds text, and no balance proves the amounts';
  return { names, why: money.why, isProven: money.isProven };
}

function profileOf(rows: Rows, column: number): ColumnProfile {
  const cells = rows.map((row) => row[column]?.trim() ?? '');
  const filled = cells.filter((cell) => cell !== '');
  const isDate =
    filled.length > 0 && filled.length === filled.filter((cell) => /\d/.test(cell) && cell.length < 40).length
      ? inferDateOrder(filled).order !== undefined &&
        filled.every((cell) => inferDateOrder([cell]).order !== undefined) &&
        new Set(
          filled.map((cell) =>
            cell.replace(/\d+/g, (digits) => (digits.length > 2 ? '#' : '9')).replace(/\p{L}+/gu, 'a'),
          ),
        ).size <= 2 &&
        new Set(filled.map((cell) => /^\d{3}/.test(cell))).size === 1
      : false;
  const numbers = filled.filter(isAmount);
  const isMoney = !isDate && filled.length > 0 && numbers.length >= filled.length * 0.98;
  // Integers may be counts, references or postal codes: only a balance can prove that they are money.
  const plain = numbers.filter(
    (cell) => /[.,]\d{2}(?!\d)/.test(stripAmount(cell)?.digits ?? '') || /^[-+]|[-+]$|^\(/.test(cell),
  );
  return { column, cells, filled, isDate, isMoney, isPlainMoney: isMoney && plain.length >= filled.length * 0.6 };
}

function nameMoney(
  profiles: readonly ColumnProfile[],
  rows: Rows,
  names: Map<number, string>,
  days: readonly string[],
): { why: string; isProven: boolean } | string {
  const money = profiles.filter(({ isMoney }) => isMoney);
  if (money.length > MOST_MONEY) return `${money.length} columns hold numbers`;
  const values = new Map(
    money.map(({ column, cells }) => {
      const decimal = inferDecimal(cells).decimal ?? '.';
      return [column, cells.map((cell) => (cell === '' ? undefined : scaled(cell, decimal)))];
    }),
  );
  const order = { direction: directionOfDays(days, inferDateOrder(days).order ?? 'ymd') };
  const full = money.filter(({ filled }) => filled.length >= rows.length * 0.9);
  let best: { share: number; debit?: number; credit?: number; amount?: number; balance: number } | undefined;
  const consider = (amounts: readonly (bigint | undefined)[], balance: number, columns: object): void => {
    const proof = proveBalance(amounts, values.get(balance) ?? [], order);
    if (!proof || proof.pairs < 2 || proof.unsigned < proof.pairs * 0.8) return;
    const share = Math.max(proof.plain, proof.unsigned * 0.99) / proof.pairs;
    if (share > (best?.share ?? 0)) best = { share, balance, ...columns };
  };
  for (const { column: balance } of full) {
    for (const { column: amount } of full) {
      if (amount !== balance) consider(values.get(amount) ?? [], balance, { amount });
    }
  }
  const pairs = complementary(money, rows.length);
  for (const [debit, credit] of pairs) {
    const net = rows.map((_, i) => absolute(values.get(credit)?.[i]) - absolute(values.get(debit)?.[i]));
    for (const { column: balance } of full) {
      if (balance === debit || balance === credit) continue;
      const proof = proveBalance(net, values.get(balance) ?? [], order);
      // Two columns that take turns are telling already: one change of the balance settles which is which.
      if (!proof || proof.pairs < 1 || proof.unsigned < proof.pairs * (proof.pairs < 2 ? 1 : 0.8)) continue;
      const share = Math.max(proof.plain, proof.inverted) / proof.pairs;
      if (share <= (best?.share ?? 0)) continue;
      best =
        proof.plain >= proof.inverted
          ? { share, debit, credit, balance }
          : { share, debit: credit, credit: debit, balance };
    }
  }
  if (best) {
    names.set(best.balance, 'balance');
    if (best.amount !== undefined) names.set(best.amount, 'amount');
    if (best.debit !== undefined) names.set(best.debit, 'debit');
    if (best.credit !== undefined) names.set(best.credit, 'credit');
    return { why: 'the running balance proves which column is the amount', isProven: true };
  }
  const plain = full.filter(({ isPlainMoney }) => isPlainMoney);
  const signed = plain.filter(({ filled }) =>
    filled.some((cell) => (scaled(cell, '.') ?? scaled(cell, ',') ?? 0n) < 0n),
  );
  const only = plain.length === 1 ? plain[0] : signed.length === 1 ? signed[0] : undefined;
  if (only) {
    names.set(only.column, 'amount');
    return {
      why: `column ${only.column + 1} is the only one of ${signed.length === 1 ? 'signed ' : ''}amounts`,
      isProven: false,
    };
  }
  const [pair] = pairs.filter((found) => found.every((column) => profiles[column]?.isPlainMoney));
  if (pair && plain.length === 0) {
    names.set(pair[0], 'debit').set(pair[1], 'credit');
    return {
      why: 'two columns of amounts, one of them filled in each row: taken as debits, then credits',
      isProven: false,
    };
  }
  return plain.length === 0 ? 'no column holds amounts' : `${plain.length} columns may be the amount`;
}

/** Pairs of columns of which each row fills one, zeros aside. */
function complementary(money: readonly ColumnProfile[], rows: number): [number, number][] {
  const found: [number, number][] = [];
  const isSet = (cell: string): boolean => /[1-9]/.test(cell);
  for (const [i, a] of money.entries()) {
    for (const b of money.slice(i + 1)) {
      let one = 0;
      for (let row = 0; row < rows; row++) if (isSet(a.cells[row] ?? '') !== isSet(b.cells[row] ?? '')) one++;
      if (one >= rows * 0.95 && a.filled.some(isSet) && b.filled.some(isSet)) found.push([a.column, b.column]);
    }
    if (found.length > 50) break;
  }
  return found;
}

function absolute(value: bigint | undefined): bigint {
  return value === undefined ? 0n : value < 0n ? -value : value;
}

function nameOthers(profiles: readonly ColumnProfile[], rows: Rows, names: Map<number, string>): void {
  const isFull = ({ filled }: ColumnProfile): boolean => filled.length >= rows.length * 0.9;
  const taken = new Set<string>();
  let afterOther = -1;
  for (const profile of profiles) {
    const { column, filled } = profile;
    if (names.has(column) || filled.length === 0) continue;
    const every = (test: (cell: string) => boolean, share = 0.95): boolean =>
      filled.filter(test).length >= filled.length * share;
    const once = (name: string): void => {
      if (taken.has(name)) return;
      taken.add(name);
      names.set(column, name);
    };
    const isConstant = new Set(filled).size === 1;
    if (every((cell) => /^[A-Z]{3}$/.test(cell) && readCurrency(cell) !== 0)) once('currency');
    else if (
      every(
        (cell) => accountKey(cell)?.isIban === true || /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(cell.replaceAll(' ', '')),
        0.8,
      )
    ) {
      if (isConstant && isFull(profile) && !taken.has('account')) once('account number');
      else {
        once('counterparty account');
        afterOther = column + 1;
      }
    } else if (every((cell) => /^'?[\d*xX -]{7,34}$/.test(cell)) && isConstant && isFull(profile) && rows.length > 1)
      once('account number');
    else if (isFull(profile) && every((cell) => directionOf(cell) !== 0 && cell.length <= 8, 1) && !isConstant)
      once('debit credit');
    else if (every((cell) => /\p{L}{3}/u.test(cell), 0.5))
      names.set(column, column === afterOther ? 'counterparty' : 'text');
  }
}
