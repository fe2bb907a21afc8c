/**
 * Accounts as MT messages write them: an IBAN, `BIC/account`, or `bank code/account` as in Germany,
 * with or without a currency behind. A German account number is the same with and without leading
 * zeros, so they are cut.
 */
import { packCurrency, type PackedCurrency } from '../../money.ts';
import { accountKey, type AccountKey } from '../account-key.ts';

export interface MtAccount {
  readonly account: AccountKey;
  readonly bank?: string;
  readonly currency?: PackedCurrency;
}

const BIC = /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/;

/** Reads `:25:`, of which the second line of `:25P:` is the bank. */
export function readAccount(lines: readonly string[]): MtAccount | undefined {
  const [first = '', second = ''] = lines.map((line) => line.trim());
  const { text, currency } = withoutCurrency(first);
  const slash = text.indexOf('/');
  const before = slash < 0 ? '' : text.slice(0, slash).trim();
  const after = text.slice(slash + 1);
  const isBankFirst = BIC.test(before);
  const account = isBankFirst && accountKey(after)?.isIban === true ? keyOf(after) : keyOf(text);
  if (!account) return undefined;
  const bank = isBankFirst ? before : BIC.test(second) ? second : undefined;
  return {
    account,
    ...(bank === undefined ? {} : { bank }),
    ...(currency === undefined ? {} : { currency }),
  };
}

/** The account of a payment's other side, from its bank's code or BIC and its number or IBAN. */
export function joinAccount(bank: string, number: string): AccountKey | undefined {
  const own = keyOf(number);
  if (!own || own.isIban || !/^\d{8}$/.test(bank)) return own;
  return keyOf(`${bank}/${number}`);
}

function keyOf(text: string): AccountKey | undefined {
  const german = text.includes('/') ? /^(\d{8})\/0*(\d{1,10})$/.exec(text.replace(/\s/g, '')) : null;
  return accountKey(german ? `${german[1] ?? ''}/${german[2] ?? ''}` : text.trim());
}

function withoutCurrency(text: string): { text: string; currency?: PackedCurrency } {
  const match = /^(.*\d)[ /]?([A-Z]{3})$/.exec(text);
  const currency = packCurrency(match?.[2] ?? '');
  if (!match || currency === 0 || accountKey(text)?.isIban === true) return { text };
  return { text: match[1] ?? '', currency };
}
