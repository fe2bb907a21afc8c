/**
 * An Office Open XML workbook (ECMA-376, part 1, chapter 18) as tables: the parts are found through
 * their relationships (part 2, section 9.3), never by name alone. Hidden sheets are read like others.
 */
import { CodedError } from '../../errors.ts';
import { DocumentZip } from '../../intake/document-zip.ts';
import type { ByteSource } from '../format.ts';
import type { DocumentTable } from '../table-text.ts';
import { CellBudget } from './grid.ts';
import { attribute, readPart } from './part-xml.ts';
import type { DateSystem } from './serial-date.ts';
import { readSheet } from './sheet-xml.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readStyles } from './styles.ts';

/** A document's tables, and what a person should know of how they were read. */
export interface SheetDocument {
  readonly tables: readonly DocumentTable[];
  readonly warnings: readonly string[];
}

interface Relation {
  readonly id: string;
  /** The last word of its type, e.g. `worksheet`. */
  readonly type: string;
  readonly target: string;
}

interface SheetEntry {
  readonly name: string;
  readonly relation: string;
  readonly isHidden: boolean;
}

const MOST_SHEETS = 1000;

/**
 * Reads all sheets of a workbook. Coded errors for what is none, is encrypted, or goes over limits.
 * @param pause as of `PartHandlers`
 */
export function readWorkbook(source: ByteSource, file: string, pause?: () => void): SheetDocument {
  const zip = new DocumentZip(source, file);
  const main = relationsOf(zip, file, '').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!zip.has(main) || !/\.xml$/i.test(main)) throw notWorkbook(zip, file, main);
  const { sheets, system } = readWorkbookPart(zip.part(main) as Uint8Array, file, main);
  const relations = relationsOf(zip, file, main);
  const pathOf = (wanted: string): string | undefined => relations.find(({ type }) => type === wanted)?.target;
  const strings = readSharedStrings(zip, pathOf('sharedStrings'), file);
  const styles = readStyles(zip, pathOf('styles'), file);
  const budget = new CellBudget(file);
  const warnings: string[] = [];
  const tables: DocumentTable[] = [];
  for (const { name, relation, isHidden } of sheets) {
    const found = relations.find(({ id }) => id === relation);
    // Charts, dialogs and macros have sheets of their own kinds.
    if (found && found.type !== 'worksheet') continue;
    const part = found && zip.part(found.target);
    if (!part) {
      warnings.push(`the sheet ${name} is named but not in the file`);
      continue;
    }
    const table = readSheet({ part, path: found.target, name, file, strings, styles, system, budget, warnings, pause });
    if (isHidden && table.rows.length > 0) warnings.push(`the sheet ${name} is hidden in its program; it is read`);
    tables.push(table);
  }
  return { tables, warnings };
}

function readWorkbookPart(bytes: Uint8Array, file: string, path: string): { sheets: SheetEntry[]; system: DateSystem } {
  const sheets: SheetEntry[] = [];
  let system: DateSystem = 1900;
  readPart(bytes, file, path, {
    open(name, attributes) {
      if (name === 'workbookPr' && isTrue(attribute(attributes, 'date1904'))) system = 1904;
      if (name !== 'sheet') return;
      if (sheets.length === MOST_SHEETS)
        throw new CodedError('CLEW_LIMIT', { file, what: 'the number of sheets', limit: MOST_SHEETS });
      const state = attribute(attributes, 'state');
      sheets.push({
        name: attribute(attributes, 'name') ?? `Sheet ${sheets.length + 1}`,
        relation: attribute(attributes, 'id') ?? '',
        isHidden: state === 'hidden' || state === 'veryHidden',
      });
    },
  });
  return { sheets, system };
}

/** Relationships of a part, of the package where the path is empty; targets as paths from its root. */
function relationsOf(zip: DocumentZip, file: string, path: string): Relation[] {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
  const name = `${folder}_rels/${path.slice(folder.length)}.rels`;
  const bytes = zip.part(name);
  const relations: Relation[] = [];
  if (!bytes) return relations;
  readPart(bytes, file, name, {
    open(element, attributes) {
      if (element !== 'Relationship' || attributes.TargetMode === 'External') return;
      const type = (attributes.Type ?? '').replace(/^.*\//, '');
      relations.push({ id: attributes.Id ?? '', type, target: resolved(folder, attributes.Target ?? '') });
    },
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function notWorkbook(zip: DocumentZip, file: string, main: string): CodedError {
  const unknown = (reason: string): CodedError => new CodedError('CLEW_FORMAT_UNKNOWN', { file, reason });
  if (/\.bin$/i.test(main)) return unknown('it is a binary workbook (.xlsb); save it as .xlsx or .csv');
  if (zip.has('word/document.xml')) return unknown('it is a text document (.docx); save its table as .xlsx or .csv');
  if (zip.has('ppt/presentation.xml')) return unknown('it is a presentation');
  return new CodedError('CLEW_FILE_UNREADABLE', { file, reason: `the workbook’s main part ${main} is missing` });
}

export function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true' || text === 'on';
}
