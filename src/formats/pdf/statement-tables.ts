/**
 * The statements of a PDF as tables for `table-text.ts`: above, what the pages say of account, holder
 * and balances; then the column names as they are printed, with `page` and `box` behind them; then
 * the entries. A box is left, top, right and bottom in points from the page's upper left corner.
 */
import { isValidIBAN } from 'ibantools';
import { NO_DAY } from '../../days.ts';
import { matchHeader } from '../csv/header-words.ts';
import { isCurrencyWord } from '../csv/layout.ts';
import type { DocumentTable } from '../table-text.ts';
import { balanceLine } from './balance-lines.ts';
import { dayShape, moneyAtEnd } from './cell-shapes.ts';
import { linesOf, phrasesOf, textOfLine, type TextLine } from './lines.ts';
import type { PageText } from './pages.ts';
import { columnEdges, headerAt, type HeaderCell, type TableHeader } from './table-header.ts';
import { TableRows, type Columns } from './table-rows.ts';
import { latestDay, withYears } from './years.ts';

export interface StatementTables {
  readonly tables: readonly DocumentTable[];
  /** What a person should check. */
  readonly warnings: readonly string[];
}

/** A header with the lines below it, to the next header or the end of the page. */
interface Section {
  readonly header: TableHeader;
  readonly lines: readonly TextLine[];
}

interface Statement {
  readonly above: TextLine[];
  readonly names: readonly string[];
  readonly roles: readonly HeaderCell[];
  readonly rows: TableRows;
  readonly after: TextLine[];
  account: string | undefined;
}

export function statementTables(pages: readonly PageText[]): StatementTables {
  const statements: Statement[] = [];
  const everything: string[] = [];
  let current: Statement | undefined;
  let columns: Columns | undefined;
  for (const page of pages) {
    const lines = linesOf(page);
    for (const line of lines) everything.push(textOfLine(line));
    const { above, sections } = sectionsOf(lines);
    const account = above.map((line) => ibanIn(textOfLine(line))).find((iban) => iban !== undefined);
    if (sections.length === 0 && current && columns) {
      // A page that goes on without the names of its columns.
      for (const line of lines) if (!current.rows.add(line)) current.after.push(line);
    } else if (sections.length === 0 && !current) above.push(...lines);
    for (const { header, lines: below } of sections) {
      const names = header.cells.map(({ text }) => text);
      columns = { cells: header.cells, edges: columnEdges(header.cells, below) };
      const isNew = account !== undefined && current?.account !== undefined && account !== current.account;
      if (!current || isNew || current.names.join('\n') !== names.join('\n')) {
        current = {
          above: [],
          names,
          roles: header.cells,
          rows: new TableRows(),
          after: [],
          account: account ?? (isNew ? account : current?.account),
        };
        statements.push(current);
        current.above.push(...above);
      }
      current.rows.use(columns);
      for (const line of below) if (!current.rows.add(line)) current.after.push(line);
    }
    current?.rows.endPage();
  }
  const latest = latestDay(everything);
  const warnings: string[] = [];
  const kept = statements.filter(({ rows }) => rows.rows.length > 0);
  const tables = kept.map((statement, index) => tableOf(statement, latest, kept.length > 1 ? index : -1, warnings));
  return { tables, warnings };
}

/** Lines above the first header of a page, and each header with its lines. */
function sectionsOf(lines: readonly TextLine[]): { above: TextLine[]; sections: Section[] } {
  const above: TextLine[] = [];
  const sections: { header: TableHeader; lines: TextLine[] }[] = [];
  for (let at = 0; at < lines.length; at++) {
    const header = headerAt(lines, at);
    if (header) {
      sections.push({ header, lines: [] });
      at += header.lines - 1;
    } else (sections.at(-1)?.lines ?? above).push(lines[at] as TextLine);
  }
  return { above, sections };
}

function tableOf(statement: Statement, latest: number, index: number, warnings: string[]): DocumentTable {
  const { names, roles, rows, above, after } = statement;
  const body = rows.rows.map(({ cells }) => [...cells]);
  let isDated = false;
  for (const [column, { role }] of roles.entries()) {
    if (role !== 'booking' && role !== 'value') continue;
    const cells = body.map((row) => row[column] ?? '');
    if (!cells.some((cell) => dayShape(cell) === 'no year')) continue;
    const dated = withYears(cells, latest as typeof NO_DAY);
    for (const [at, cell] of dated.entries()) (body[at] as string[])[column] = cell;
    isDated = true;
  }
  const place = index < 0 ? '' : `statement ${index + 1}: `;
  const warn = (text: string): void => void warnings.push(place + text);
  if (isDated && latest !== NO_DAY)
    warn('days are printed without a year; it is taken from the latest date of the statement');
  if (rows.daysAbove > 0) warn(`${rows.daysAbove} rows have no day of their own and take that of the row above`);
  const closing = rows.closing ?? amountOf(after, 'closing');
  const opening = rows.opening;
  const hasBalance = roles.some(({ role }) => role === 'balance');
  const hasBoth =
    (opening ?? amountOf(above, 'opening')) !== undefined && (closing ?? amountOf(above, 'closing')) !== undefined;
  if (!hasBalance) {
    warn(
      hasBoth
        ? 'no running balance proves the reading of this PDF row by row, only its opening and closing balance'
        : 'no running balance proves the reading of this PDF; compare the rows with the pages',
    );
  }
  const head: (readonly string[])[] = above.flatMap(labelled);
  const currency = currencyIn(above);
  if (currency !== undefined) head.push(['Currency', currency]);
  if (opening !== undefined) head.push(['Opening balance', opening]);
  if (closing !== undefined) head.push(['Closing balance', closing]);
  const entries = rows.rows.map(({ page, left, top, right, bottom }, at) => [
    ...(body[at] as string[]),
    String(page),
    [left, top, right, bottom].map((edge) => Math.round(edge)).join(' '),
  ]);
  return {
    name: index < 0 ? 'statement' : `statement ${index + 1}`,
    rows: [...head, [...names, 'page', 'box'], ...entries],
  };
}

/** A line's phrases as cells; `Account number 12345678` as a label and its value. */
function labelled(line: TextLine): string[][] {
  const rows: string[][] = [];
  const cells: string[] = [];
  for (const { text } of phrasesOf(line)) {
    const words = text.split(' ');
    let label = '';
    for (let cut = Math.min(5, words.length - 1); cut > 0 && label === '' && !text.includes(':'); cut--) {
      const match = matchHeader(words.slice(0, cut).join(' '), isCurrencyWord);
      const isLabel = match?.isExact && /^(account|accountMaybe|accountName|currency)$/.test(match.role);
      if (isLabel) label = words.slice(0, cut).join(' ');
    }
    if (label === '') cells.push(text);
    else rows.push([label, text.slice(label.length + 1)]);
  }
  return cells.length > 0 ? [cells, ...rows] : rows;
}

/** Codes that are no word of a statement's language. */
const CURRENCY = /^\(?(EUR|USD|GBP|CHF|PLN|RON|CZK|HUF|SEK|NOK|DKK|BGN|UAH|RUB|JPY|CAD|AUD)\)?[.,;]?$/;

/** The only currency that the lines above the entries name. */
function currencyIn(lines: readonly TextLine[]): string | undefined {
  const codes = lines.flatMap(({ words }) => words.map(({ text }) => CURRENCY.exec(text)?.[1] ?? ''));
  const named = new Set(codes.filter((code) => code !== ''));
  return named.size === 1 ? [...named][0] : undefined;
}

function ibanIn(text: string): string | undefined {
  const found = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b/.exec(text)?.[0].replace(/ /g, '') ?? '';
  for (let length = found.length; length >= 15; length--) {
    if (isValidIBAN(found.slice(0, length))) return found.slice(0, length);
  }
  return undefined;
}

/** The amount at the end of the last line that names such a balance. */
function amountOf(lines: readonly TextLine[], kind: 'opening' | 'closing'): string | undefined {
  let found: string | undefined;
  for (const line of lines) {
    if (balanceLine(textOfLine(line)) !== kind) continue;
    found = moneyAtEnd(line.words.map(({ text }) => text)) || found;
  }
  return found;
}
