/**
 * Which column has which meaning: by its name first, then by its values where a name means two
 * things (Valuta is a date or a currency, Account is one's own or the other's, Info a status or a
 * text). Every decision leaves its reason.
 */
import { inferDateOrder } from './date-order.ts';
import { isAmount } from './amount-text.ts';
import { readCurrency } from './amounts.ts';
import { directionOf, statusOf } from './channel-words.ts';
import { foldHeader, matchHeader, type Role } from './header-words.ts';
import { isCurrencyWord } from './layout.ts';
import type { ColumnRole } from './overrides.ts';
import { settleAccounts, type Sides } from './own-account.ts';

export interface Columns {
  /** `transfers`: each row names both accounts; `statement`: an account and, of the other side, something. */
  readonly kind: 'statement' | 'transfers';
  readonly roles: ReadonlyMap<Role, number>;
  /** Remittance columns in order. */
  readonly texts: readonly number[];
  /** Where a statement's rows name sender and receiver. */
  readonly sides?: Sides;
}

type Values = (column: number) => readonly string[];

/** Amounts in the currency of their names, beside amounts in the currency of their rows. */
function ownAmountByName(
  header: readonly string[],
  roles: ReadonlyMap<Role, number>,
  left: readonly (readonly [Role, number])[],
  values: Values,
): number | undefined {
  const currency = roles.get('currency');
  const amount = roles.get('amount');
  if (currency === undefined || amount === undefined || roles.has('ownAmount')) return undefined;
  if (new Set(values(currency)).size < 2) return undefined;
  const named = (column: number): boolean =>
    foldHeader(header[column] ?? '')
      .split(' ')
      .some(isCurrencyWord);
  if (named(amount)) return undefined;
  return left.find(
    ([role, column]) => role === 'amount' && named(column) && values(column).length >= values(amount).length,
  )?.[1];
}

const IBAN = /^'?[A-Z]{2}\d{2}[A-Z0-9 ]{8,34}'?$/;

/** Settles the columns; `values` are the filled cells of the sampled rows. @param forced roles that a person gave */
export function settleColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  reasons: string[],
  above?: string,
  forced: ReadonlyMap<number, ColumnRole> = new Map(),
): Columns {
  const values: Values = (column) => rows.map((row) => row[column]?.trim() ?? '').filter((value) => value !== '');
  const matches = header.map((name) => matchHeader(name, isCurrencyWord));
  const roles = new Map<Role, number>();
  const texts: number[] = [];
  const maybes: number[] = [];
  const left: [Role, number][] = [];
  const say = (column: number, text: string): void => void reasons.push(`${header[column]?.trim() ?? ''}: ${text}`);
  const ruledOut = takeForced(forced, roles, texts);

  const take = (role: Role, column: number): void => {
    if (forced.has(column)) return;
    const settled = settle(role, column, values(column), roles, say);
    if (!settled || settled === 'ignored' || ruledOut.has(settled)) return;
    if (settled === 'text') texts.push(column);
    else if (settled === 'accountMaybe') maybes.push(column);
    else if (roles.has(settled)) left.push([settled, column]);
    else roles.set(settled, column);
  };
  for (const [column, match] of matches.entries()) if (match?.isExact) take(match.role, column);
  for (const [column, match] of matches.entries()) {
    if (!match || match.isExact || roles.has(match.role)) continue;
    // `Account type` beside `Account number` is no account.
    if (match.role !== 'accountMaybe' || maybes.length === 0) take(match.role, column);
  }
  for (const [role, column] of left) {
    if (role === 'booking' && !roles.has('value')) roles.set('value', column);
    else if (role === 'otherName' && !roles.has('merchant')) texts.push(column);
    else if (role === 'type' && values(column).some((value) => value.length > 8)) texts.push(column);
  }
  // Columns without a name behind a text go on with it.
  for (const [column, name] of header.entries()) {
    if (name.trim() !== '' || !texts.includes(column - 1)) continue;
    if (values(column).some((value) => /\p{L}{3}/u.test(value))) texts.push(column);
  }
  texts.sort((a, b) => a - b);
  const ownAmount = ownAmountByName(header, roles, left, values);
  if (ownAmount !== undefined) {
    // Debits and credits beside it repeat the amount of the row's currency.
    for (const role of ['debit', 'credit'] as const) roles.delete(role);
    roles.set('ownAmount', ownAmount);
    say(ownAmount, 'names the account’s currency: booked; the amount beside it was instructed');
  }
  settleOwnMoney(header, roles, values);
  const { kind, sides } = settleAccounts(rows, roles, maybes, values, say, above);
  // Where the booking text is nearly all there is, its words count as the remittance text.
  const type = roles.get('type');
  const said = rows.filter((row) => texts.some((column) => (row[column]?.trim() ?? '') !== '')).length;
  if (kind === 'statement' && type !== undefined && (texts.length === 0 || said < rows.length / 2)) texts.push(type);
  if (!roles.has('booking') && roles.has('value')) {
    roles.set('booking', roles.get('value') as number);
    roles.delete('value');
  }
  settleAmounts(roles, kind);
  signWithoutName(header, roles, values);
  return { kind, roles, texts, ...(sides ? { sides } : {}) };
}

/** Roles as they were given; of amounts, what they rule out. */
function takeForced(
  forced: ReadonlyMap<number, ColumnRole>,
  roles: Map<Role, number>,
  texts: number[],
): ReadonlySet<Role> {
  for (const [column, role] of forced) {
    if (role === 'text') texts.push(column);
    else if (role !== 'ignored') roles.set(role, column);
  }
  if (roles.has('amount')) return new Set(['debit', 'credit']);
  return new Set(roles.has('debit') || roles.has('credit') ? ['amount'] : []);
}

/** The role that the values allow. */
function settle(
  role: Role,
  column: number,
  values: readonly string[],
  roles: ReadonlyMap<Role, number>,
  say: (column: number, text: string) => void,
): Role | undefined {
  const share = (test: (value: string) => boolean): number =>
    values.length === 0 ? 1 : values.filter(test).length / values.length;
  switch (role) {
    case 'booking':
    case 'value':
      if (values.length === 0 || inferDateOrder(values).order) return role;
      if (role === 'value' && !roles.has('amount') && share(isAmount) > 0.9) return 'amount';
      if (share((value) => readCurrency(value) !== 0) > 0.9) {
        say(column, 'holds currencies');
        return 'currency';
      }
      if (share((value) => /^\d{1,2}:\d{2}/.test(value)) > 0.9) return 'time';
      say(column, 'is no date by its values, passed over');
      return undefined;
    case 'amount':
    case 'ownAmount':
    case 'debit':
    case 'credit':
    case 'balance':
    case 'fee':
    case 'originalAmount':
    case 'paidAmount':
    case 'receivedAmount':
      if (share(isAmount) >= 0.6) return role;
      if (role === 'debit' || role === 'credit')
        return share((value) => directionOf(value) !== 0) > 0.9 ? 'sign' : undefined;
      if (inferDateOrder(values).order) return 'value';
      say(column, role === 'amount' ? 'holds no amounts: taken as text' : 'holds no amounts, passed over');
      return role === 'amount' ? 'text' : undefined;
    case 'currency':
    case 'ownCurrency':
    case 'originalCurrency':
      if (share((value) => readCurrency(value) !== 0) >= 0.6) return role;
      return inferDateOrder(values).order ? 'value' : undefined;
    case 'sign':
      if (share((value) => directionOf(value) !== 0) > 0.7) return role;
      return 'type';
    case 'type':
      if (
        values.length > 0 &&
        !roles.has('sign') &&
        share((value) => directionOf(value) !== 0 && value.length <= 8) === 1
      ) {
        say(column, `holds debit and credit words such as ${values[0]}`);
        return 'sign';
      }
      return role;
    case 'status':
      if (share((value) => statusOf(value) >= 0) > 0.5 && values.length > 0) return role;
      return values.length === 0 ? undefined : 'text';
    case 'purpose':
      return share((value) => /^[A-Z]{4}$/.test(value)) > 0.9 ? role : 'text';
    case 'mcc':
      return share((value) => /^\d{3,4}$/.test(value)) > 0.8 ? role : undefined;
    case 'time':
      return share((value) => /^\d{1,2}[:.]\d{2}/.test(value)) > 0.9 ? role : undefined;
    case 'otherName':
      return values.length > 0 && share((value) => IBAN.test(value)) > 0.8 && !roles.has('otherAccount')
        ? 'otherAccount'
        : role;
    case 'otherAccount':
      return values.length > 0 && share((value) => /\d{3}/.test(value)) < 0.2 && !roles.has('otherName')
        ? 'otherName'
        : role;
    case 'otherCountry':
    case 'merchantCountry':
      return share((value) => value.length <= 3) > 0.8 ? role : undefined;
    default:
      return role;
  }
}

/** Debit and credit letters in a column without a name, beside amounts that have no sign. */
function signWithoutName(header: readonly string[], roles: Map<Role, number>, values: Values): void {
  const amount = roles.get('amount');
  if (amount === undefined || roles.has('sign')) return;
  for (const [column, name] of header.entries()) {
    if (name.trim() !== '') continue;
    const cells = values(column);
    if (cells.length === 0 || !cells.every((cell) => directionOf(cell) !== 0 && cell.length <= 8)) continue;
    roles.set('sign', column);
    return;
  }
}

/** What was booked in the account's currency goes before what was instructed in another. */
function settleOwnMoney(header: readonly string[], roles: Map<Role, number>, values: Values): void {
  const move = (from: Role, to: Role): void => {
    const column = roles.get(from);
    if (column === undefined) return;
    if (!roles.has(to)) roles.set(to, column);
    roles.delete(from);
  };
  const own = roles.get('ownAmount');
  const amount = roles.get('amount');
  const isWhole = own !== undefined && (amount === undefined || values(own).length >= values(amount).length);
  if (isWhole) {
    move('amount', 'originalAmount');
    move('ownAmount', 'amount');
    const namesCurrency = (header[own] ?? '').split(/[^A-Za-z]+/).some(isCurrencyWord);
    if (roles.has('ownCurrency') || (namesCurrency && roles.has('originalAmount')))
      move('currency', 'originalCurrency');
  }
  roles.delete('ownAmount');
  if (!isWhole && roles.has('currency')) roles.delete('ownCurrency');
  move('ownCurrency', 'currency');
}

function settleAmounts(roles: Map<Role, number>, kind: 'statement' | 'transfers'): void {
  if (kind === 'statement' && roles.has('debit') && roles.has('credit')) {
    const amount = roles.get('amount');
    if (amount !== undefined) roles.delete('amount');
    return;
  }
  if (!roles.has('amount')) {
    for (const role of ['paidAmount', 'receivedAmount', 'debit', 'credit'] as const) {
      const column = roles.get(role);
      if (column === undefined || roles.has('amount')) continue;
      if (role === 'paidAmount' && kind === 'transfers') break;
      roles.set('amount', column);
    }
  }
  roles.delete('debit');
  roles.delete('credit');
  if (!roles.has('paidAmount') && kind === 'transfers' && roles.has('amount')) {
    roles.set('paidAmount', roles.get('amount') as number);
    const currency = roles.get('paidCurrency') ?? roles.get('currency');
    if (currency !== undefined) roles.set('paidCurrency', currency);
  }
}
