/**
 * Which column has which meaning: by its name first, then by its values where a name means two
 * things (Valuta is a date or a currency, Account is one's own or the other's, Info a status or a
 * text). Every decision leaves its reason.
 */
import { inferDateOrder } from './dates.ts';
import { readCurrency, stripAmount } from './amounts.ts';
import { directionOf, statusOf } from './channel-words.ts';
import { matchHeader, type Role } from './header-words.ts';
import { isCurrencyWord } from './layout.ts';
import type { ColumnRole } from './overrides.ts';

export interface Columns {
  /** `transfers`: each row names both accounts; `statement`: an account and, of the other side, something. */
  readonly kind: 'statement' | 'transfers';
  readonly roles: ReadonlyMap<Role, number>;
  /** Remittance columns in order. */
  readonly texts: readonly number[];
}

type Values = (column: number) => readonly string[];

/** Settles the columns; `values` are the filled cells of the sampled rows. @param forced roles that a person gave */
export function settleColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  reasons: string[],
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
    if (match && !match.isExact && !roles.has(match.role)) take(match.role, column);
  }
  for (const [role, column] of left) {
    if (role === 'booking' && !roles.has('value')) roles.set('value', column);
    else if (role === 'otherName' && !roles.has('merchant')) texts.push(column);
  }
  texts.sort((a, b) => a - b);
  const kind = settleAccounts(rows, roles, maybes, values, say);
  // Where the booking text is all there is, its words count as the remittance text.
  const type = roles.get('type');
  if (kind === 'statement' && texts.length === 0 && type !== undefined) texts.push(type);
  if (!roles.has('booking') && roles.has('value')) {
    roles.set('booking', roles.get('value') as number);
    roles.delete('value');
  }
  settleAmounts(roles, kind);
  return { kind, roles, texts };
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
  const isAmount = (value: string): boolean => /^[\d.,' ]+$/.test(stripAmount(value)?.digits ?? '');
  switch (role) {
    case 'booking':
    case 'value':
      if (values.length === 0 || inferDateOrder(values).order) return role;
      if (share((value) => readCurrency(value) !== 0) > 0.9) {
        say(column, 'holds currencies');
        return 'currency';
      }
      if (share((value) => /^\d{1,2}:\d{2}/.test(value)) > 0.9) return 'time';
      say(column, 'is no date by its values, passed over');
      return undefined;
    case 'amount':
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
      say(column, 'holds no amounts, passed over');
      return undefined;
    case 'currency':
    case 'originalCurrency':
      if (share((value) => readCurrency(value) !== 0) >= 0.6) return role;
      return inferDateOrder(values).order ? 'value' : undefined;
    case 'sign':
      if (share((value) => directionOf(value) !== 0) > 0.9) return role;
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
    case 'otherCountry':
    case 'merchantCountry':
      return share((value) => value.length <= 3) > 0.8 ? role : undefined;
    default:
      return role;
  }
}

/** Own, other's, or sender and receiver. */
function settleAccounts(
  rows: readonly (readonly string[])[],
  roles: Map<Role, number>,
  maybes: number[],
  values: Values,
  say: (column: number, text: string) => void,
): 'statement' | 'transfers' {
  const [fromBank, toBank] = [roles.get('fromBank'), roles.get('toBank')];
  if (fromBank !== undefined && toBank !== undefined && !roles.has('fromAccount') && maybes.length >= 2) {
    const [first, second] = maybes as [number, number];
    roles.set('fromAccount', fromBank < toBank ? first : second);
    roles.set('toAccount', fromBank < toBank ? second : first);
    maybes.splice(0, 2);
  }
  if (roles.has('fromAccount') && roles.has('toAccount')) {
    say(
      roles.get('fromAccount') as number,
      'and the receiver’s account stand in each row: rows are transfers between both',
    );
    for (const role of ['account', 'otherAccount', 'otherName'] as const) roles.delete(role);
    return 'transfers';
  }
  for (const [from, to] of [
    ['toAccount', 'otherAccount'],
    ['fromAccount', 'account'],
    ['toName', 'otherName'],
    ['fromName', 'otherName'],
    ['toBank', 'otherBank'],
    ['fromBank', 'otherBank'],
  ] as const) {
    const column = roles.get(from);
    if (column !== undefined && !roles.has(to)) roles.set(to, column);
    roles.delete(from);
  }
  for (const column of maybes) {
    const cells = values(column);
    if (roles.has('account')) {
      if (!roles.has('otherAccount')) roles.set('otherAccount', column);
      continue;
    }
    if (roles.has('otherAccount') || maybes.length > 1) {
      roles.set('account', column);
      continue;
    }
    let changes = 0;
    for (let i = 1; i < cells.length; i++) if (cells[i] !== cells[i - 1]) changes++;
    const isFilled = cells.length >= rows.length * 0.95;
    const isFirst = column < (roles.get('booking') ?? 0);
    if (isFilled && (changes <= cells.length * 0.34 || isFirst)) {
      roles.set('account', column);
      say(
        column,
        changes === 0 ? 'is the same in every row: one’s own account' : 'is filled in every row: one’s own account',
      );
    } else {
      roles.set('otherAccount', column);
      say(column, 'changes from row to row or is empty: the other side’s account');
    }
  }
  return 'statement';
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
