/**
 * What a sheet's columns say as a whole and single cells cannot. Serial days whose style was lost: a
 * column is read as days where its header names a date and everything that begins with a digit below
 * is a plausible serial (or a day already), as times where it names a time and all are fractions of
 * a day; one number that is neither leaves the column as it stands. Numbers among texts with a
 * decimal comma get a comma. A currency that only the numbers' format shows is written into the
 * columns' names. Days as texts among real days warn: the program that turned the others
 * into days may have taken the day for the month.
 */
import { currencyCode, type PackedCurrency } from '../../money.ts';
import { readCurrency } from '../csv/amounts.ts';
import { isCurrencyWord } from '../csv/layout.ts';
import { matchHeader, type Role } from '../csv/header-words.ts';
import { findRegisterRoles } from '../register-words.ts';
import type { DocumentTable } from '../table-text.ts';
import type { Grid } from './grid.ts';
import { serialText, type DateKind, type DateSystem } from './serial-date.ts';

const HEADER_WITHIN = 80;
/** From 1980 to 2069, days as the two systems count them. */
const PLAUSIBLE: Readonly<Record<DateSystem, readonly [number, number]>> = {
  1900: [29221, 62093],
  1904: [27759, 60631],
};
const DATES: readonly Role[] = ['booking', 'value'];
const MONEY: readonly Role[] = ['amount', 'debit', 'credit', 'balance', 'fee', 'paidAmount', 'receivedAmount'];

interface NamedColumn {
  readonly kind: DateKind | 'money';
  readonly header: string;
  readonly column: number;
  /** Row of the header. */
  readonly row: number;
}

/** A sheet's cells as a table with its columns settled. */
export function settleSheet(grid: Grid, name: string, system: DateSystem, warnings: string[]): DocumentTable {
  const table = grid.table(name);
  const rows = [...table.rows];
  let isChanged = false;
  const rewrite = ({ column, row }: NamedColumn, replace: (cell: string) => string | undefined): void => {
    isChanged = true;
    for (let at = row + 1; at < rows.length; at++) {
      const cells = rows[at] as readonly string[];
      const cell = cells[column] ?? '';
      const text = cell === '' ? undefined : replace(cell);
      if (text !== undefined) rows[at] = cells.with(column, text);
    }
  };
  const columns = namedColumns(table);
  for (const named of columns) {
    const { kind, header } = named;
    if (kind === 'money') {
      if (hasBothMarks(table, named))
        rewrite(named, (cell) => (POINTED.test(cell) ? cell.replace('.', ',') : undefined));
      continue;
    }
    if (kind === 'date') warnOfTexts(table, named, warnings);
    if (!areSerials(table, named, system)) continue;
    rewrite(named, (cell) => (SERIAL.test(cell) ? serialText(cell, kind, system) : undefined));
    const what = kind === 'time' ? 'times' : 'days';
    warnings.push(
      `${table.name}: ${header} holds serial ${what} without a format of dates; read as such (${system} system)`,
    );
  }
  const currency = shownCurrency(table, columns, grid);
  for (const { kind, header, column, row } of currency === 0 ? [] : columns) {
    if (kind !== 'money') continue;
    isChanged = true;
    rows[row] = (rows[row] as readonly string[]).with(column, `${header} (${currencyCode(currency)})`);
  }
  if (currency !== 0)
    warnings.push(`${name}: currency ${currencyCode(currency)} from the number format of its amounts`);
  return isChanged ? { ...table, rows } : table;
}

/**
 * The one currency that all amounts are shown in, where neither a column nor anything above nor the
 * columns' names tell it; else 0.
 */
function shownCurrency(table: DocumentTable, columns: readonly NamedColumn[], grid: Grid): PackedCurrency {
  const money = columns.filter(({ kind, column }) => kind === 'money' && grid.currencies.has(column));
  const [first] = money;
  const currency = first === undefined ? 0 : (grid.currencies.get(first.column) ?? 0);
  if (!first || currency === 0 || money.some(({ column }) => grid.currencies.get(column) !== currency)) return 0;
  const above = table.rows.slice(0, first.row + 1).flatMap((cells) => cells);
  return above.some(tellsCurrency) ? 0 : currency;
}

function tellsCurrency(cell: string): boolean {
  if (matchHeader(cell, isCurrencyWord)?.role.endsWith('urrency')) return true;
  return cell
    .split(/[^\p{L}€£$]+/u)
    .some((word) => (isCurrencyWord(word) || /^[€£$]$/.test(word)) && readCurrency(word) !== 0);
}

/** The first header of each column that names a date, a time or money. */
function namedColumns(table: DocumentTable): NamedColumn[] {
  const columns = new Map<number, NamedColumn>();
  for (const [row, cells] of table.rows.slice(0, HEADER_WITHIN).entries()) {
    const openedOn = findRegisterRoles(cells)?.get('openedOn');
    for (const [column, header] of cells.entries()) {
      if (header === '' || header.length > 80 || columns.has(column)) continue;
      const match = matchHeader(header, isCurrencyWord);
      const role = match?.isExact ? match.role : undefined;
      if (column === openedOn || (role && DATES.includes(role)))
        columns.set(column, { kind: 'date', header, column, row });
      else if (role === 'time') columns.set(column, { kind: 'time', header, column, row });
      else if (role && MONEY.includes(role)) columns.set(column, { kind: 'money', header, column, row });
    }
  }
  return [...columns.values()];
}

const SERIAL = /^\d+(\.\d+)?$/;
const DAY = /^\d{4}-\d{2}-(\d{2})/;
const TIME = /^\d{2}:\d{2}:\d{2}$/;
/** A number of a cell has never three digits after its point (`cell-number.ts`), so this is no thousand. */
const POINTED = /^-?\d+\.(\d{1,2}|\d{4,})$/;
const COMMA = /^[-+(]?[^,]*\d,\d{1,2}([^\d,].*)?$/;
const WRITTEN_DAY = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})\b/;

function areSerials(table: DocumentTable, { kind, column, row }: NamedColumn, system: DateSystem): boolean {
  const [first, last] = kind === 'time' ? [0, 1] : PLAUSIBLE[system];
  let serials = 0;
  for (let at = row + 1; at < table.rows.length; at++) {
    const cell = table.rows[at]?.[column] ?? '';
    if (!/^[-+]?\d/.test(cell) || (kind === 'time' ? TIME : DAY).test(cell)) continue;
    const value = SERIAL.test(cell) ? Number(cell) : NaN;
    if (!(value >= first && value < last)) return false;
    serials++;
  }
  return serials > 0;
}

function hasBothMarks(table: DocumentTable, { column, row }: NamedColumn): boolean {
  let hasPoint = false;
  let hasComma = false;
  for (let at = row + 1; at < table.rows.length && !(hasPoint && hasComma); at++) {
    const cell = table.rows[at]?.[column] ?? '';
    hasPoint ||= POINTED.test(cell);
    hasComma ||= COMMA.test(cell);
  }
  return hasPoint && hasComma;
}

/** Real days all within the twelfth beside texts all past it: only what could pass for a month was turned into a day. */
function warnOfTexts(table: DocumentTable, { header, column, row }: NamedColumn, warnings: string[]): void {
  let days = 0;
  let texts = 0;
  for (let at = row + 1; at < table.rows.length; at++) {
    const cell = table.rows[at]?.[column] ?? '';
    const day = DAY.exec(cell);
    const written = day ? undefined : WRITTEN_DAY.exec(cell);
    if (day && Number(day[1]) > 12) return;
    if (written && Number(written[1]) <= 12 && Number(written[2]) <= 12) return;
    if (day) days++;
    else if (written) texts++;
  }
  if (days === 0 || texts === 0) return;
  warnings.push(
    `${table.name}: ${header} holds ${days} days and ${texts} texts, and only the texts are past a twelfth; day and month of the others may have been swapped by the program that saved it`,
  );
}
