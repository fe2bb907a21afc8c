/**
 * What a person decided about a delimited file where inference was wrong or had nothing to go by.
 * Plain data: it travels to threads, into profiles and into the case. Columns are named by their
 * header or, where that is empty or twice there, by their number (`#3`).
 */
import { packCurrency } from '../../money.ts';
import type { DecimalMark } from './amounts.ts';
import type { DateOrder } from './dates.ts';
import { foldHeader } from './header-words.ts';
import { allRoles, type Role } from './roles.ts';
import type { SignRule } from './signs.ts';

export const dateOrders = ['ymd', 'dmy', 'mdy'] as const satisfies readonly DateOrder[];
export const decimalMarks = ['.', ','] as const satisfies readonly DecimalMark[];
export const signRules = [
  'signed',
  'inverted',
  'columns',
  'letter',
  'balance',
  'type',
  'sides',
] as const satisfies readonly SignRule[];
/** Roles that a person may give; `accountMaybe` is a question, not an answer. */
export type ColumnRole = Exclude<Role, 'accountMaybe'>;
export const columnRoles = allRoles.filter((role): role is ColumnRole => role !== 'accountMaybe');

export interface CsvOverrides {
  readonly columns?: Readonly<Record<string, ColumnRole>>;
  readonly dateOrder?: DateOrder;
  readonly decimal?: DecimalMark;
  readonly sign?: SignRule;
  /** ISO 4217 code for rows that name none. */
  readonly currency?: string;
  /** The statement's own account for rows that name none. Never kept in a profile or an event. */
  readonly account?: string;
  /** Line of the column names, from 1; 0 = the file names none. */
  readonly headerLine?: number;
  /** One ASCII character. */
  readonly delimiter?: string;
  readonly encoding?: string;
  /** Name of the profile that all this comes from. */
  readonly profile?: string;
}

const DOS_PAGES = new Set(['ibm850', 'ibm437']);

/** What is wrong with values that came from outside; undefined where nothing is. */
export function faultOf(overrides: CsvOverrides): string | undefined {
  const { columns = {}, dateOrder, decimal, sign, currency, account, headerLine, delimiter, encoding } = overrides;
  const isOneOf = (words: readonly string[], word: string | undefined): boolean =>
    word === undefined || words.includes(word);
  for (const [column, role] of Object.entries(columns))
    if (!isOneOf(columnRoles, role))
      return `${role} is no role of a column (${column}); one of ${columnRoles.join(', ')}`;
  if (!isOneOf(dateOrders, dateOrder)) return `the date order is one of ${dateOrders.join(', ')}`;
  if (!isOneOf(decimalMarks, decimal)) return 'the decimal mark is a point or a comma';
  if (!isOneOf(signRules, sign)) return `the sign rule is one of ${signRules.join(', ')}`;
  if (currency !== undefined && packCurrency(currency) === 0) return `${currency} is no ISO 4217 currency`;
  if (account !== undefined && !/^[\p{L}\p{N}][\p{L}\p{N} ./-]{2,40}$/u.test(account))
    return 'this is no account number';
  if (headerLine !== undefined && (!Number.isInteger(headerLine) || headerLine < 0 || headerLine > 10_000))
    return 'the line of the column names is a number from 0 (none) on';
  if (delimiter !== undefined && !/^[\t\x1f!#-&*+,./:;<=>?@^_|~]$/.test(delimiter)) return 'the delimiter is one sign';
  if (encoding !== undefined && !isEncoding(encoding)) return `${encoding} is no known encoding`;
  return undefined;
}

function isEncoding(label: string): boolean {
  if (DOS_PAGES.has(label)) return true;
  try {
    return new TextDecoder(label).encoding === label;
  } catch {
    return false;
  }
}

/** Whether anything was decided by hand. */
export function isEmpty(overrides: CsvOverrides): boolean {
  const { columns, profile: _, ...rest } = overrides;
  return Object.keys(columns ?? {}).length === 0 && Object.values(rest).every((value) => value === undefined);
}

/**
 * Roles by column of this header.
 * @returns or which column is not there
 */
export function forcedRoles(
  header: readonly string[],
  overrides: CsvOverrides,
): ReadonlyMap<number, ColumnRole> | string {
  const forced = new Map<number, ColumnRole>();
  for (const [key, role] of Object.entries(overrides.columns ?? {})) {
    const column = columnOf(header, key);
    if (column === undefined) return `no column ${key}`;
    forced.set(column, role);
  }
  return forced;
}

function columnOf(header: readonly string[], key: string): number | undefined {
  const number = /^#(\d{1,4})$/.exec(key);
  const at = number ? Number(number[1]) - 1 : header.indexOf(key.trim());
  if (at >= 0) return at < header.length ? at : undefined;
  const folded = foldHeader(key);
  const alike = folded === '' ? -1 : header.findIndex((name) => foldHeader(name) === folded);
  return alike < 0 ? undefined : alike;
}

/** How a column is named in overrides: by its header, or by its number where that says nothing. */
export function keyOfColumn(header: readonly string[], column: number): string {
  const name = header[column] ?? '';
  return name !== '' && !/^#\d+$/.test(name) && header.indexOf(name) === column && header.lastIndexOf(name) === column
    ? name
    : `#${column + 1}`;
}

/** What a sign rule needs and the columns lack; undefined where it can be followed. */
export function signFault(sign: SignRule | undefined, roles: ReadonlyMap<Role, number>): string | undefined {
  const needed: Partial<Record<SignRule, readonly Role[]>> = {
    columns: ['debit', 'credit'],
    letter: ['amount', 'sign'],
    balance: ['amount', 'balance'],
    type: ['amount', 'type'],
    sides: ['amount', 'fromAccount', 'toAccount'],
  };
  const missing = (sign ? (needed[sign] ?? []) : []).find((role) => !roles.has(role));
  return missing === undefined ? undefined : `the sign rule ${sign ?? ''} needs a column for ${missing}`;
}
