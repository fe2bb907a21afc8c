/**
 * How a statement tells credit from debit: two columns, a column of letters, a sign on the amount.
 * The running balance settles what is unsure: it says whether a plus is a credit, and where the
 * amounts have no sign at all it gives each row its own.
 */
import { stripAmount, type DecimalMark } from './amounts.ts';
import { directionOf, directionOfType } from './channel-words.ts';

export type SignRule = 'columns' | 'letter' | 'signed' | 'inverted' | 'balance' | 'type';

export interface SignGuess {
  readonly rule: SignRule;
  readonly why: string;
  readonly isUnsure?: boolean;
}

interface SignColumns {
  readonly amount: readonly string[];
  readonly balance?: readonly string[];
  readonly letter?: readonly string[];
  readonly type?: readonly string[];
  readonly account?: readonly string[];
  /** The file has columns of card rows (merchant, category code). */
  readonly isCardFile: boolean;
}

/** The amount in units of 10^-8, for comparing only. */
export function scaled(text: string, decimal: DecimalMark): bigint | undefined {
  const stripped = stripAmount(text);
  if (!stripped || stripped.digits === '') return undefined;
  const [whole = '', fraction = ''] = stripped.digits.replace(decimal === '.' ? /[, ']/g : /[. ']/g, '').split(decimal);
  if (!/^\d*$/.test(whole) || !/^\d*$/.test(fraction)) return undefined;
  const value = BigInt(whole + fraction.slice(0, 8).padEnd(8, '0'));
  return stripped.isNegative !== (stripped.side === 'D') ? -value : value;
}

/** Decides from the sampled rows, which stand in the file's order. */
export function inferSign(columns: SignColumns, decimal: DecimalMark, balanceDecimal: DecimalMark): SignGuess {
  const amounts = columns.amount.map((text) => scaled(text, decimal));
  const negatives = amounts.filter((value) => value !== undefined && value < 0n).length;
  const plusses = columns.amount.filter((text) => /^\s*\+|\+\s*$/.test(text)).length;
  if (columns.letter) {
    const agrees = amounts.every(
      (value, i) => value === undefined || value === 0n || directionOf(columns.letter?.[i] ?? '') * Number(value) >= 0,
    );
    return negatives > 0 && agrees
      ? { rule: 'signed', why: 'amounts are signed, and the debit and credit letters agree' }
      : { rule: 'letter', why: 'a column of its own says debit or credit' };
  }
  if (columns.balance) {
    const balances = columns.balance.map((text) => scaled(text, balanceDecimal));
    const fits = { plain: 0, inverted: 0, unsigned: 0 };
    let pairs = 0;
    const count = (amount: bigint | undefined, change: bigint): void => {
      if (amount === undefined) return;
      if (amount === change) fits.plain++;
      if (-amount === change) fits.inverted++;
      if (amount === change || -amount === change) fits.unsigned++;
    };
    const backwards = { plain: 0, inverted: 0, unsigned: 0 };
    const countBackwards = (amount: bigint | undefined, change: bigint): void => {
      if (amount === undefined) return;
      if (amount === change) backwards.plain++;
      if (-amount === change) backwards.inverted++;
      if (amount === change || -amount === change) backwards.unsigned++;
    };
    for (let i = 1; i < balances.length; i++) {
      const [before, after] = [balances[i - 1], balances[i]];
      if (before === undefined || after === undefined) continue;
      if (columns.account && columns.account[i] !== columns.account[i - 1]) continue;
      if (after === before) continue;
      pairs++;
      count(amounts[i], after - before);
      countBackwards(amounts[i - 1], before - after);
    }
    const better = backwards.unsigned > fits.unsigned ? backwards : fits;
    if (pairs > 0 && better.unsigned >= pairs * 0.5) {
      if (better.plain >= better.unsigned * 0.9)
        return { rule: 'signed', why: `the running balance grows by plus amounts (${better.plain} of ${pairs} rows)` };
      if (better.inverted >= better.unsigned * 0.9)
        return {
          rule: 'inverted',
          why: `the running balance falls by plus amounts (${better.inverted} of ${pairs} rows): a plus is a debit`,
        };
      if (negatives === 0)
        return { rule: 'balance', why: 'amounts have no sign; the change of the running balance gives it' };
    }
  }
  if (negatives > 0 || plusses > 0) return { rule: 'signed', why: `amounts are signed (${negatives} below zero)` };
  if (columns.type) {
    const told = columns.type.filter((text) => directionOfType(text) !== 0).length;
    if (columns.type.length > 0 && told >= columns.type.length * 0.95)
      return { rule: 'type', why: 'amounts have no sign; the booking text says debit or credit' };
  }
  if (columns.isCardFile && amounts.length > 0) {
    return {
      rule: 'inverted',
      why: 'amounts have no sign and rows are card payments: taken as debits',
      isUnsure: true,
    };
  }
  return { rule: 'signed', why: 'no amount is below zero: all are taken as credits', isUnsure: amounts.length > 1 };
}
