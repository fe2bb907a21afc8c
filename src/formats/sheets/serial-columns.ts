/**
 * Serial dates whose style was lost: a column is read as days where its header names a date and
 * everything that begins with a digit below is a plausible serial (or a day already), and as times
 * where it names a time and all are fractions of a day. One number that is neither leaves the whole
 * column as it stands.
 */
import { isCurrencyWord } from '../csv/layout.ts';
import { matchHeader } from '../csv/header-words.ts';
import { findRegisterRoles } from '../register-words.ts';
import type { DocumentTable } from '../table-text.ts';
import { serialText, type DateKind, type DateSystem } from './serial-date.ts';

const HEADER_WITHIN = 80;
/** From 1980 to 2069, days as the two systems count them. */
const PLAUSIBLE: Readonly<Record<DateSystem, readonly [number, number]>> = {
  1900: [29221, 62093],
  1904: [27759, 60631],
};

/** The table with such columns as ISO days; the same one where there are none. */
export function datesOfColumns(table: DocumentTable, system: DateSystem, warnings: string[]): DocumentTable {
  const columns = new Map<number, { kind: DateKind; header: string; row: number }>();
  for (const [row, cells] of table.rows.slice(0, HEADER_WITHIN).entries()) {
    const openedOn = findRegisterRoles(cells)?.get('openedOn');
    for (const [column, header] of cells.entries()) {
      if (header === '' || header.length > 80 || columns.has(column)) continue;
      const match = matchHeader(header, isCurrencyWord);
      const isDay = column === openedOn || (match?.isExact && (match.role === 'booking' || match.role === 'value'));
      if (isDay) columns.set(column, { kind: 'date', header, row });
      else if (match?.isExact && match.role === 'time') columns.set(column, { kind: 'time', header, row });
    }
  }
  let rows: (readonly string[])[] | undefined;
  for (const [column, { kind, header, row }] of columns) {
    if (!areSerials(table, column, row, kind, system)) continue;
    rows ??= [...table.rows];
    for (let at = row + 1; at < rows.length; at++) {
      const cells = rows[at] as readonly string[];
      const text = isSerial(cells[column]) ? serialText(cells[column] as string, kind, system) : undefined;
      if (text === undefined) continue;
      rows[at] = cells.with(column, text);
    }
    warnings.push(
      `${table.name}: ${header} holds serial ${kind === 'time' ? 'times' : 'days'} without a format of dates; read as such (${system} system)`,
    );
  }
  return rows === undefined ? table : { ...table, rows };
}

function isSerial(cell: string | undefined): boolean {
  return cell !== undefined && /^\d+(\.\d+)?$/.test(cell);
}

function areSerials(table: DocumentTable, column: number, header: number, kind: DateKind, system: DateSystem): boolean {
  const [first, last] = kind === 'time' ? [0, 1] : PLAUSIBLE[system];
  let serials = 0;
  for (let at = header + 1; at < table.rows.length; at++) {
    const cell = table.rows[at]?.[column] ?? '';
    if (!/^[-+]?\d/.test(cell) || (kind === 'date' && /^\d{4}-\d{2}-\d{2}/.test(cell))) continue;
    if (kind === 'time' && /^\d{2}:\d{2}:\d{2}$/.test(cell)) continue;
    const value = isSerial(cell) ? Number(cell) : NaN;
    if (!(value >= first && value < last)) return false;
    serials++;
  }
  return serials > 0;
}
