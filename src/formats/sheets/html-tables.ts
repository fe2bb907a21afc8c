/**
 * The tables of an HTML page, as banks save them under `.xls`: a tokenizer of one pass over tags and
 * text that takes what browsers take (end tags left out, any case, any quotes), each table with what
 * its own cells hold; a table inside a cell is a table of its own. Scripts are never looked at.
 */
import { CodedError } from '../../errors.ts';
import type { DocumentTable } from '../table-text.ts';
import { CellBudget, Grid, MOST_COLUMNS } from './grid.ts';
import { htmlText } from './html-text.ts';

const DEEPEST = 64;
const MOST_TABLES = 10_000;
/** As HTML's own limits on spans. */
const WIDEST_SPAN = 1000;
const TALLEST_SPAN = 65_534;
/** Elements whose content is no text of the page. */
const RAW = new Set(['script', 'style', 'title', 'textarea', 'noscript', 'xml']);
const BREAKS = new Set(['br', 'p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr']);

/** One tag; `next` is the place after it. */
interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: string;
  readonly next: number;
}

class OpenTable {
  caption = '';
  row = -1;
  column = 0;
  /** Text of the cell that is open. */
  cell: string[] | undefined;
  isCaption = false;
  readonly grid: Grid;
  private span = 1;
  private rows = 1;
  /** Row up to which a cell above reaches down, by column. */
  private readonly reach: number[] = [];
  private readonly budget: CellBudget;

  constructor(budget: CellBudget) {
    this.budget = budget;
    this.grid = new Grid(budget);
  }

  openRow(): void {
    this.closeCell();
    this.row++;
    this.column = 0;
  }

  openCell(attributes: string): void {
    this.closeCell();
    if (this.row < 0) this.row = 0;
    while ((this.reach[this.column] ?? -1) >= this.row) this.column++;
    this.span = spanOf(attributes, 'colspan', WIDEST_SPAN);
    this.rows = spanOf(attributes, 'rowspan', TALLEST_SPAN);
    this.cell = [];
  }

  closeCell(): void {
    if (!this.cell) return;
    this.grid.put(this.row, this.column, htmlText(this.cell.join('')));
    if (this.rows > 1) {
      this.grid.fillHeader(this.row, this.column, this.rows);
      if (this.column + this.span > MOST_COLUMNS) this.budget.beyond('the number of columns', MOST_COLUMNS);
      this.budget.take(this.span);
      for (let i = 0; i < this.span; i++) this.reach[this.column + i] = this.row + this.rows - 1;
    }
    this.column += this.span;
    this.cell = undefined;
  }
}

/** Tables in the order in which they begin; those without a caption are numbered. */
export function readHtmlTables(html: string, file: string): DocumentTable[] {
  const budget = new CellBudget(file);
  const found: OpenTable[] = [];
  const stack: OpenTable[] = [];
  const tags = new TagScanner(html);
  let at = 0;
  const text = (piece: string): void => {
    const table = stack.at(-1);
    if (table?.isCaption) table.caption += piece;
    else table?.cell?.push(piece);
  };
  while (at < html.length) {
    const start = html.indexOf('<', at);
    if (start !== at) text(html.slice(at, start < 0 ? html.length : start));
    if (start < 0) break;
    const tag = tags.at(start);
    if (!tag) {
      text('<');
      at = start + 1;
      continue;
    }
    at = tag.next;
    if (tag.name === 'table' && !tag.isEnd) {
      if (stack.length === DEEPEST) budget.beyond('the depth of tables', DEEPEST);
      if (found.length === MOST_TABLES) budget.beyond('the number of tables', MOST_TABLES);
      const table = new OpenTable(budget);
      found.push(table);
      stack.push(table);
    } else if (RAW.has(tag.name) && !tag.isEnd) at = tags.afterRaw(tag.name, at);
    else if (BREAKS.has(tag.name) && tag.name !== 'tr') text(' ');
    else inTable(stack, tag);
  }
  for (const table of stack) table.closeCell();
  return found.map((table, index) => table.grid.table(htmlText(table.caption) || `Table ${index + 1}`));
}

function inTable(stack: OpenTable[], { name, isEnd, attributes }: Tag): void {
  const table = stack.at(-1);
  if (!table) return;
  if (name === 'caption') table.isCaption = !isEnd;
  else if (name === 'tr') {
    if (isEnd) table.closeCell();
    else table.openRow();
  } else if (name === 'td' || name === 'th') {
    if (isEnd) table.closeCell();
    else table.openCell(attributes);
  } else if (name === 'table') {
    table.closeCell();
    stack.pop();
  }
}

class TagScanner {
  private readonly html: string;
  /** The last quote of each kind: one after it closes nothing. */
  private readonly lastQuote: Readonly<Record<string, number>>;

  constructor(html: string) {
    this.html = html;
    this.lastQuote = { '"': html.lastIndexOf('"'), "'": html.lastIndexOf("'") };
  }

  /** The tag or comment that begins at a `<`; undefined where that is a letter like any other. */
  at(start: number): Tag | undefined {
    const { html } = this;
    if (html.startsWith('<!--', start)) {
      const end = html.indexOf('-->', start + 4);
      return { name: '', isEnd: false, attributes: '', next: end < 0 ? html.length : end + 3 };
    }
    const isEnd = html[start + 1] === '/';
    const from = start + (isEnd ? 2 : 1);
    let at = from;
    while (at < from + 64 && /[a-z0-9:!?[\]-]/i.test(html[at] ?? '')) at++;
    const name = html.slice(from, at).toLowerCase();
    if (!/^[a-z!?]/.test(name)) return undefined;
    const end = this.endOf(at);
    return { name, isEnd, attributes: html.slice(at, end), next: end + 1 };
  }

  /** The place after the end tag of an element whose content is skipped. */
  afterRaw(name: string, from: number): number {
    const end = new RegExp(`</${name}\\b[^>]*>?`, 'gi');
    end.lastIndex = from;
    return end.exec(this.html) ? end.lastIndex : this.html.length;
  }

  /** The `>` that closes a tag: not one inside quotes. */
  private endOf(from: number): number {
    const stop = /[>"']/g;
    for (let at = from; ;) {
      stop.lastIndex = at;
      const match = stop.exec(this.html);
      if (!match) return this.html.length;
      const [letter] = match;
      if (letter === '>') return match.index;
      // Only after an equals sign does a quote open a value.
      const opens = /=\s*$/.test(this.html.slice(Math.max(from, match.index - 8), match.index));
      const isOpen = opens && match.index < (this.lastQuote[letter] ?? -1);
      at = isOpen ? this.html.indexOf(letter, match.index + 1) + 1 : match.index + 1;
    }
  }
}

function spanOf(attributes: string, name: string, most: number): number {
  if (attributes.length < 8) return 1;
  const count = Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,6})`, 'i').exec(attributes)?.[1] ?? 1);
  return Math.max(1, Math.min(count, most));
}

/** Where a page's bytes do not say their encoding themselves, what its `meta` says. */
export function declaredCharset(head: string): string | undefined {
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1]?.toLowerCase();
}

/** CLEW_FORMAT_UNKNOWN for a page without a table. */
export function orNoTable(tables: readonly DocumentTable[], file: string): readonly DocumentTable[] {
  if (tables.length === 0) throw new CodedError('CLEW_FORMAT_UNKNOWN', { file, reason: 'the page holds no table' });
  return tables;
}
