/**
 * Whose account a file is about, and on which side of a row it stands: by the columns' names, else by
 * their values. A file that names sender and receiver in each row is still a statement where one
 * account is the sender of every debit and the receiver of every credit.
 */
import { accountKey } from '../account-key.ts';
import { scaled } from './amount-text.ts';
import { directionOf } from './channel-words.ts';
import type { Role } from './roles.ts';

/** Where the other side of a row stands: the receiver's columns for a debit, the sender's for a credit. */
export interface Sides {
  readonly debit: OtherColumns;
  readonly credit: OtherColumns;
  /** Key of the statement's own account, where rows name it. */
  readonly own?: string;
  /** Rows have no sign of their own: the side on which `own` stands gives it. */
  readonly givesSign: boolean;
}

export type OtherColumns = Readonly<Partial<Record<'otherAccount' | 'otherName' | 'otherBank', number>>>;

export interface AccountColumns {
  readonly kind: 'statement' | 'transfers';
  readonly sides?: Sides;
}

type Values = (column: number) => readonly string[];
type Say = (column: number, text: string) => void;
type Rows = readonly (readonly string[])[];

/** Own, other's, or sender and receiver; `above` is the account that the lines above the header name. */
export function settleAccounts(
  rows: Rows,
  roles: Map<Role, number>,
  maybes: readonly number[],
  values: Values,
  say: Say,
  above: string | undefined,
): AccountColumns {
  const undecided = [...maybes];
  const [fromBank, toBank] = [roles.get('fromBank'), roles.get('toBank')];
  if (fromBank !== undefined && toBank !== undefined && !roles.has('fromAccount') && undecided.length >= 2) {
    const [first, second] = undecided as [number, number];
    roles.set('fromAccount', fromBank < toBank ? first : second);
    roles.set('toAccount', fromBank < toBank ? second : first);
    undecided.splice(0, 2);
  }
  accountsAmongNames(roles, values);
  namesAmongAccounts(roles, values);
  const sides = findSides(rows, roles, above);
  if (sides) {
    settleMaybes(rows, roles, undecided, values, say, above);
    const from = roles.get('fromAccount') ?? roles.get('fromName') ?? 0;
    const own = sides.own === undefined ? 'its own side' : 'one account';
    say(from, `names the sender, and ${own} is the sender of debits and the receiver of credits: a statement`);
    return { kind: 'statement', sides };
  }
  if (roles.has('fromAccount') && roles.has('toAccount')) {
    const from = roles.get('fromAccount') as number;
    say(from, 'and the receiver’s account stand in each row: rows are transfers between both');
    for (const role of ['account', 'otherAccount', 'otherName'] as const) roles.delete(role);
    return { kind: 'transfers' };
  }
  for (const [from, to] of [
    ['toAccount', 'otherAccount'],
    ['fromAccount', roles.has('account') || undecided.length > 0 ? 'otherAccount' : 'account'],
    ['toName', 'otherName'],
    ['fromName', 'otherName'],
    ['toBank', 'otherBank'],
    ['fromBank', 'otherBank'],
  ] as const) {
    const column = roles.get(from);
    if (column !== undefined && !roles.has(to)) roles.set(to, column);
    roles.delete(from);
  }
  settleMaybes(rows, roles, undecided, values, say, above);
  return { kind: 'statement' };
}

/** Sender and Receiver hold account numbers in some files. */
function accountsAmongNames(roles: Map<Role, number>, values: Values): void {
  for (const [name, account] of [
    ['fromName', 'fromAccount'],
    ['toName', 'toAccount'],
  ] as const) {
    const column = roles.get(name);
    if (column === undefined || roles.has(account)) continue;
    const cells = values(column);
    const isNumber = (cell: string): boolean => /^[A-Z]{0,2}[\d\s./-]{6,34}$|^[A-Z]{2}\d{2}[A-Z0-9 ]{8,34}$/.test(cell);
    if (cells.length === 0 || cells.filter(isNumber).length < cells.length * 0.8) continue;
    roles.set(account, column);
    roles.delete(name);
  }
}

/** Source and Target hold names in others. */
function namesAmongAccounts(roles: Map<Role, number>, values: Values): void {
  const [from, to] = [roles.get('fromAccount'), roles.get('toAccount')];
  if (from === undefined || to === undefined || roles.has('fromName') || roles.has('toName')) return;
  const cells = [...values(from), ...values(to)];
  if (cells.length === 0 || cells.some((cell) => /\d/.test(cell))) return;
  roles.set('fromName', from).set('toName', to);
  roles.delete('fromAccount');
  roles.delete('toAccount');
}

/** Credit 1, debit -1, or 0 where the row's own columns do not say. */
function directions(rows: Rows, roles: ReadonlyMap<Role, number>): number[] {
  const cell = (row: readonly string[], role: Role): string => row[roles.get(role) ?? -1]?.trim() ?? '';
  const isFilled = (text: string): boolean => text !== '' && /[1-9]/.test(text);
  return rows.map((row) => {
    if (roles.has('debit') && roles.has('credit')) {
      const [debit, credit] = [isFilled(cell(row, 'debit')), isFilled(cell(row, 'credit'))];
      return debit === credit ? 0 : debit ? -1 : 1;
    }
    if (roles.has('sign')) return directionOf(cell(row, 'sign'));
    const value = scaled(cell(row, 'amount'), '.') ?? scaled(cell(row, 'amount'), ',') ?? 0n;
    return value < 0n ? -1 : value > 0n ? 1 : 0;
  });
}

function findSides(rows: Rows, roles: Map<Role, number>, above: string | undefined): Sides | undefined {
  const isByAccount = roles.has('fromAccount') && roles.has('toAccount');
  const from = roles.get(isByAccount ? 'fromAccount' : 'fromName');
  const to = roles.get(isByAccount ? 'toAccount' : 'toName');
  if (from === undefined || to === undefined || rows.length === 0) return undefined;
  const keyAt = (row: readonly string[], column: number): string => {
    const text = row[column]?.trim() ?? '';
    return isByAccount ? (accountKey(text)?.key ?? '') : text.toLowerCase();
  };
  const found = directions(rows, roles);
  const isSigned = roles.has('sign') || roles.has('debit') || found.some((direction) => direction < 0);
  const sides = (own: string | undefined, givesSign: boolean): Sides => ({
    debit: otherColumns(roles, 'to'),
    credit: otherColumns(roles, 'from'),
    ...(own !== undefined && isByAccount ? { own } : {}),
    givesSign,
  });
  // A signed row's sender is the other side of a credit by its meaning, whatever the names.
  if (isSigned && !isByAccount) return sides(undefined, false);
  if (isSigned) {
    const owns = rows.map((row, i) => (found[i] === 0 ? '' : keyAt(row, (found[i] as number) < 0 ? from : to)));
    const filled = owns.filter((key) => key !== '');
    const own = mostFrequent(filled);
    // Rows that name nobody (fees, card payments) speak neither for nor against.
    if (own === undefined) return undefined;
    const agreeing = filled.filter((key) => key === own).length;
    return agreeing >= filled.length * 0.9 && filled.length >= Math.min(2, rows.length) ? sides(own, false) : undefined;
  }
  if (!isByAccount || !(roles.has('balance') || above !== undefined)) return undefined;
  const wanted = above === undefined ? undefined : accountKey(above)?.key;
  const own =
    wanted ??
    mostFrequent(rows.flatMap((row) => [...new Set([keyAt(row, from), keyAt(row, to)])]).filter((key) => key));
  if (own === undefined) return undefined;
  const isOneSided = rows.every((row) => (keyAt(row, from) === own) !== (keyAt(row, to) === own));
  return isOneSided && (wanted !== undefined || rows.length > 2) ? sides(own, true) : undefined;
}

function otherColumns(roles: ReadonlyMap<Role, number>, side: 'from' | 'to'): OtherColumns {
  const columns = {
    otherAccount: roles.get(`${side}Account`),
    otherName: roles.get(`${side}Name`) ?? roles.get('otherName'),
    otherBank: roles.get(`${side}Bank`),
  };
  return Object.fromEntries(Object.entries(columns).filter(([, column]) => column !== undefined));
}

function mostFrequent(keys: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

/** Columns named `Account`, `IBAN` and the like: one's own stays the same from row to row. */
function settleMaybes(
  rows: Rows,
  roles: Map<Role, number>,
  maybes: readonly number[],
  values: Values,
  say: Say,
  above: string | undefined,
): void {
  const profiles = maybes
    .map((column) => {
      const cells = values(column);
      let changes = 0;
      for (let i = 1; i < cells.length; i++) if (cells[i] !== cells[i - 1]) changes++;
      return { column, changes, cells, isFilled: cells.length >= rows.length * 0.95 };
    })
    .filter(({ cells }) => cells.length > 0 || rows.length === 0);
  const steadiest = [...profiles].sort(
    (a, b) => Number(b.isFilled) - Number(a.isFilled) || a.changes - b.changes || a.column - b.column,
  );
  const aboveKey = above === undefined ? undefined : accountKey(above)?.key;
  for (const { column, changes, cells, isFilled } of steadiest) {
    const isAbove = aboveKey !== undefined && cells.every((cell) => accountKey(cell)?.key === aboveKey);
    // Two that never change are both one's own: its number and its name, say.
    if (roles.has('account') && isFilled && changes === 0 && rows.length > 2) continue;
    if (roles.has('account') || (aboveKey !== undefined && !isAbove && !isFilled)) {
      if (!roles.has('otherAccount')) roles.set('otherAccount', column);
      continue;
    }
    if (roles.has('otherAccount') || profiles.length > 1) {
      if (rows.length === 0 || cells.length > rows.length * 0.5) roles.set('account', column);
      else if (!roles.has('otherAccount')) roles.set('otherAccount', column);
      continue;
    }
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
}
