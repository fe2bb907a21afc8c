/**
 * An OpenDocument spreadsheet (ISO/IEC 26300, OpenDocument 1.3 part 3, section 9) as tables: from the
 * package, or flat in one XML file. Values are read from their attributes, which no locale changes;
 * text from its paragraphs. Repeated rows and cells are spread only where something follows them.
 */
import { CodedError } from '../../errors.ts';
import { packCurrency } from '../../money.ts';
import { DocumentZip } from '../../intake/document-zip.ts';
import type { ByteSource } from '../format.ts';
import type { DocumentTable } from '../table-text.ts';
import { plainDecimal } from './cell-number.ts';
import { CellBudget, Grid, MOST_COLUMNS, MOST_ROWS } from './grid.ts';
import { attribute, readPart, type Attributes } from './part-xml.ts';
import { isoText, timeText } from './serial-date.ts';
import { settleSheet } from './sheet-columns.ts';
import type { SheetDocument } from './workbook.ts';

const MOST_SHEETS = 1000;
/** Elements in a cell whose text is not the cell's. */
const ASIDE = new Set(['annotation', 'shapes', 'frame', 'custom-shape', 'ruby-text']);

/** Reads all sheets of a package. */
export function readOpenDocument(source: ByteSource, file: string, pause?: () => void): SheetDocument {
  const zip = new DocumentZip(source, file);
  const manifest = zip.part('META-INF/manifest.xml');
  if (manifest && Buffer.from(manifest).includes('encryption-data')) {
    throw new CodedError('CLEW_FILE_REFUSED', { file, reason: 'it is encrypted; save it without a password' });
  }
  const content = zip.part('content.xml');
  if (!content) throw new CodedError('CLEW_FILE_UNREADABLE', { file, reason: 'its part content.xml is missing' });
  return readContent(content, file, 'content.xml', pause);
}

/** Reads all sheets of an `office:document-content`, or of an `office:document`. */
export function readContent(bytes: Uint8Array, file: string, part: string, pause?: () => void): SheetDocument {
  const reader = new ContentReader(file, pause);
  readPart(bytes, file, part, reader);
  if (!reader.isSpreadsheet) {
    throw new CodedError('CLEW_FORMAT_UNKNOWN', { file, reason: 'it is an OpenDocument file, but no spreadsheet' });
  }
  return { tables: reader.tables, warnings: reader.warnings };
}

class ContentReader {
  isSpreadsheet = false;
  readonly pause: (() => void) | undefined;
  readonly tables: DocumentTable[] = [];
  readonly warnings: string[] = [];
  private readonly file: string;
  private readonly budget: CellBudget;
  private grid: Grid | undefined;
  private name = '';
  private row = 0;
  private rowTimes = 1;
  private column = 0;
  private cellTimes = 1;
  private rowSpan = 1;
  private value: string | undefined;
  private words = '';
  private paragraphs = 0;
  private inCell = false;
  private inParagraph = 0;
  private aside = 0;
  private nested = 0;

  constructor(file: string, pause: (() => void) | undefined) {
    this.file = file;
    this.pause = pause;
    this.budget = new CellBudget(file);
  }

  open = (name: string, attributes: Attributes): void => {
    if (this.aside > 0 || (this.inCell && ASIDE.has(name))) {
      this.aside++;
      return;
    }
    switch (name) {
      case 'spreadsheet':
        this.isSpreadsheet = true;
        return;
      case 'table':
        return this.openTable(attributes);
      case 'table-row':
        if (this.nested > 0) return;
        this.rowTimes = times(attributes, 'number-rows-repeated', MOST_ROWS);
        this.column = 0;
        return;
      case 'table-cell':
      case 'covered-table-cell':
        if (this.nested > 0) return;
        this.cellTimes = times(attributes, 'number-columns-repeated', MOST_COLUMNS);
        this.value = name === 'table-cell' ? valueOf(attributes) : '';
        this.noteCurrency(attributes);
        this.words = '';
        this.paragraphs = 0;
        this.inCell = true;
        this.rowSpan = times(attributes, 'number-rows-spanned', MOST_ROWS);
        return;
      default:
        if (this.inCell) this.openText(name, attributes);
    }
  };

  text = (piece: string): void => {
    if (this.inParagraph > 0 && this.aside === 0) this.words += piece.replace(/[\t\n\r ]+/g, ' ');
  };

  close = (name: string): void => {
    if (this.aside > 0) {
      this.aside--;
      return;
    }
    if (name === 'p' || name === 'h') {
      if (this.inParagraph > 0) this.inParagraph--;
    } else if (name === 'table-cell' || name === 'covered-table-cell') this.closeCell();
    else if (name === 'table-row') this.closeRow();
    else if (name === 'table') this.closeTable();
  };

  private openTable(attributes: Attributes): void {
    if (this.grid) {
      this.nested++;
      return;
    }
    if (this.tables.length === MOST_SHEETS)
      throw new CodedError('CLEW_LIMIT', { file: this.file, what: 'the number of sheets', limit: MOST_SHEETS });
    this.name = attribute(attributes, 'name') ?? `Sheet ${this.tables.length + 1}`;
    this.grid = new Grid(this.budget);
    this.row = 0;
  }

  /** Of numbers only: an empty cell is shown in none. */
  private noteCurrency(attributes: Attributes): void {
    const type = attribute(attributes, 'value-type');
    if (type !== 'currency' && type !== 'float') return;
    this.grid?.shows(this.column, type === 'float' ? 0 : packCurrency(attribute(attributes, 'currency') ?? ''));
  }

  private openText(name: string, attributes: Attributes): void {
    if (name === 'p' || name === 'h') {
      if (this.paragraphs++ > 0) this.words += ' ';
      this.inParagraph++;
    } else if (name === 's') this.words += ' '.repeat(times(attributes, 'c', 1000));
    else if (name === 'tab' || name === 'line-break') this.words += ' ';
  }

  private closeCell(): void {
    if (this.nested > 0 || !this.grid) return;
    const text = this.value ?? this.words;
    if (text !== '') {
      for (let i = 0; i < this.cellTimes; i++) this.grid.put(this.row, this.column + i, text);
      if (this.rowSpan > 1) this.grid.fillHeader(this.row, this.column, this.rowSpan);
    }
    this.column += this.cellTimes;
    this.inCell = false;
    this.inParagraph = 0;
  }

  private closeRow(): void {
    if (this.nested > 0 || !this.grid) return;
    if (this.rowTimes > 1) this.grid.repeat(this.row, this.rowTimes - 1);
    this.row += this.rowTimes;
  }

  private closeTable(): void {
    if (this.nested > 0) this.nested--;
    else if (this.grid) {
      this.tables.push(settleSheet(this.grid, this.name, 1900, this.warnings));
      this.grid = undefined;
    }
  }
}

/** How often a row, a cell or a blank is repeated. */
function times(attributes: Attributes, name: string, most: number): number {
  const count = Number(attribute(attributes, name) ?? 1);
  return Number.isInteger(count) && count > 0 ? Math.min(count, most) : 1;
}

/** The value of a cell that is no text (section 19.385); undefined where its paragraphs say it. */
function valueOf(attributes: Attributes): string | undefined {
  const value = attribute(attributes, 'value');
  // Of Gnumeric and LibreOffice besides `office:`; the type of theirs is the same one.
  switch (attribute(attributes, 'value-type')) {
    case 'float':
    case 'percentage':
    case 'currency':
      return value === undefined ? undefined : (plainDecimal(value) ?? value);
    case 'date': {
      const date = attribute(attributes, 'date-value');
      return date === undefined ? undefined : (isoText(date) ?? date);
    }
    case 'time':
      return durationText(attribute(attributes, 'time-value'));
    case 'boolean':
      return attribute(attributes, 'boolean-value')?.toUpperCase();
    case 'string':
      return attribute(attributes, 'string-value');
    default:
      return undefined;
  }
}

/** `PT10H15M00S` as a time of day; a longer duration is none. */
function durationText(duration: string | undefined): string | undefined {
  const match = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/.exec(duration ?? '');
  if (!match) return undefined;
  const [, hours = 0, minutes = 0, seconds = 0] = match;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return total < 86400 ? timeText(total) : undefined;
}
