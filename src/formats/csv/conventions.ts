/**
 * Conventions that are decided over whole columns: decimal marks, the currency, how debit and
 * credit are told apart, whose statement it is. Each leaves its reason; what is only likely, a warning.
 */
import { UNKNOWN_CURRENCY, currencyCode, currencyExponent, type PackedCurrency } from '../../money.ts';
import { scaled } from './amount-text.ts';
import { inferDecimal, readCurrency, stripAmount, type DecimalMark } from './amounts.ts';
import { proveBalance, type RowOrder } from './balance-proof.ts';
import type { Columns } from './columns.ts';
import { foldHeader, type Role } from './header-words.ts';
import { isCurrencyWord, type Layout } from './layout.ts';
import { inferSign, type SignGuess } from './signs.ts';

const MONEY_ROLES = [
  'amount',
  'debit',
  'credit',
  'balance',
  'fee',
  'originalAmount',
  'paidAmount',
  'receivedAmount',
] as const;

/** The bank's own name for a role's column. */
export function nameOf(header: readonly string[], roles: ReadonlyMap<Role, number>, role: Role): string {
  return header[roles.get(role) ?? -1] || role;
}

/** The decimal mark of each money column. */
export function settleDecimals(
  header: readonly string[],
  roles: ReadonlyMap<Role, number>,
  cells: (role: Role) => string[],
  layout: Layout,
  reasons: string[],
  given?: DecimalMark,
): Partial<Record<Role, DecimalMark>> {
  const decimals: Partial<Record<Role, DecimalMark>> = {};
  const present = MONEY_ROLES.filter((role) => roles.has(role));
  const together = inferDecimal(present.flatMap((role) => cells(role)));
  const usual: DecimalMark = layout.separators.delimiter === 44 ? '.' : ',';
  for (const role of present) {
    const own = given ? { decimal: given, why: 'set by hand' } : inferDecimal(cells(role));
    const decimal = own.decimal ?? together.decimal ?? usual;
    decimals[role] = decimal;
    const why = own.decimal
      ? own.why
      : together.decimal
        ? `as in the other columns: ${together.why}`
        : `${own.why}; as usual beside this delimiter`;
    reasons.push(`${nameOf(header, roles, role)}: decimal ${decimal === '.' ? 'point' : 'comma'}, ${why}`);
  }
  return decimals;
}

/** The currency of rows that name none. */
export function settleCurrency(
  header: readonly string[],
  roles: ReadonlyMap<Role, number>,
  cells: (role: Role) => string[],
  above: PackedCurrency | undefined,
  reasons: string[],
  warnings: string[],
): PackedCurrency {
  for (const role of ['amount', 'debit', 'credit', 'paidAmount', 'balance'] as const) {
    const column = roles.get(role);
    if (column === undefined) continue;
    const name = header[column] ?? '';
    const word = [...foldHeader(name).split(' '), ...(name.match(/[€£$]/g) ?? [])].find(
      (part) => readCurrency(part) !== 0 && (isCurrencyWord(part) || part.length === 1 || /^euro[a-z]*$/.test(part)),
    );
    if (word) {
      const found = readCurrency(word);
      reasons.push(`currency ${currencyCode(found)} from the column name ${name}`);
      return found;
    }
  }
  if (above) {
    reasons.push(`currency ${currencyCode(above)} from the lines above the column names`);
    return above;
  }
  const hasOwn = roles.has('currency') || roles.has('paidCurrency');
  const inAmounts = cells(roles.has('amount') ? 'amount' : 'credit').some(
    (value) => (stripAmount(value)?.currency ?? 0) !== 0,
  );
  if (hasOwn || inAmounts) {
    const codes = new Set(
      cells(roles.has('currency') ? 'currency' : 'paidCurrency')
        .filter((value) => value !== '')
        .map(readCurrency),
    );
    reasons.push(hasOwn ? 'currency from its column' : 'currency from the amounts');
    const [only] = codes;
    return codes.size === 1 && only ? only : UNKNOWN_CURRENCY;
  }
  warnings.push(NO_CURRENCY);
  return UNKNOWN_CURRENCY;
}

/** How a row's direction is told. */
export function settleSign(
  { kind, sides, texts }: Columns,
  roles: Map<Role, number>,
  cells: (role: Role) => string[],
  textAt: (column: number) => string[],
  decimals: Partial<Record<Role, DecimalMark>>,
  order: RowOrder,
  isCardFile: boolean,
  reasons: string[],
  warnings: string[],
): SignGuess {
  if (kind === 'transfers') return { rule: 'signed', why: '' };
  if (roles.has('debit') && roles.has('credit')) return settleSides(roles, cells, decimals, order, reasons);
  if (sides?.givesSign) {
    const why = 'amounts have no sign; the side on which the statement’s account stands gives it';
    reasons.push(why);
    return { rule: 'sides', why };
  }
  const guess = inferSign(
    {
      amount: cells('amount'),
      isCardFile: isCardFile || roles.has('mcc') || roles.has('merchant'),
      ...(roles.has('balance') ? { balance: cells('balance') } : {}),
      ...(roles.has('sign') ? { letter: cells('sign') } : {}),
      ...(roles.has('type') ? { type: cells('type') } : {}),
      ...(texts[0] === undefined ? {} : { text: textAt(texts[0]) }),
      order,
    },
    decimals.amount ?? '.',
    decimals.balance ?? '.',
  );
  reasons.push(guess.why);
  if (guess.isUnsure) warnings.push(guess.why);
  return guess;
}

/** Two columns mean what their names say, unless the running balance proves the opposite. */
function settleSides(
  roles: Map<Role, number>,
  cells: (role: Role) => string[],
  decimals: Partial<Record<Role, DecimalMark>>,
  order: RowOrder,
  reasons: string[],
): SignGuess {
  const [debits, credits] = [cells('debit'), cells('credit')];
  const size = (text: string, decimal: DecimalMark | undefined): bigint => {
    const value = scaled(text, decimal ?? '.') ?? 0n;
    return value < 0n ? -value : value;
  };
  const amounts = debits.map((text, i) => size(credits[i] ?? '', decimals.credit) - size(text, decimals.debit));
  const balances = cells('balance').map((text) => scaled(text, decimals.balance ?? '.'));
  const proof = proveBalance(amounts, balances, order);
  const isProven = proof !== undefined && proof.unsigned >= proof.pairs * 0.5;
  const place = isProven ? { place: proof.place } : {};
  if (isProven && proof.inverted >= proof.pairs * 0.9 && proof.pairs > 2 && proof.plain * 9 < proof.inverted) {
    const [debit, credit] = [roles.get('debit') as number, roles.get('credit') as number];
    roles.set('debit', credit).set('credit', debit);
    const why = 'the running balance proves that the columns of debits and credits mean the opposite of their names';
    reasons.push(why);
    return { rule: 'columns', why, ...place };
  }
  const why = 'debits and credits have a column each';
  reasons.push(why);
  return { rule: 'columns', why, ...place };
}

/** A warning of files that name no account. */
export const NO_CURRENCY = 'the file names no currency; amounts have the unknown currency XXX with two decimals';
export const NO_ACCOUNT = 'the file does not name its account; one account is made for this file';

/** The account of rows that name none. */
export function settleAccount(
  kind: Columns['kind'],
  roles: ReadonlyMap<Role, number>,
  above: string | undefined,
  isOfRows: boolean,
  sha256: string,
  reasons: string[],
  warnings: string[],
): string | undefined {
  if (kind === 'transfers') return undefined;
  if (roles.has('account')) {
    reasons.push('the statement’s account stands in each row');
    return above;
  }
  if (above !== undefined) {
    reasons.push(
      isOfRows
        ? 'the statement’s account is the one that every row names'
        : 'the statement’s account stands above the column names',
    );
    return above;
  }
  warnings.push(NO_ACCOUNT);
  return madeAccount(sha256);
}

/** The account of a file that names none. */
export function madeAccount(sha256: string): string {
  return `FILE-${sha256.slice(0, 16).toUpperCase()}`;
}

/** A balance from above the header in minor units. */
export function minorOf(text: string | undefined, decimal: DecimalMark, currency: PackedCurrency): number | undefined {
  if (text === undefined) return undefined;
  const own = inferDecimal([text]).decimal ?? decimal;
  const value = scaled(text.replace(/\b\d{1,2}\.\d{1,2}\.\d{2,4}\b/, ''), own);
  if (value === undefined) return undefined;
  const unit = 10n ** BigInt(8 - currencyExponent(currency));
  return value % unit === 0n ? Number(value / unit) : undefined;
}
