/**
 * Apache Parquet (format 2.x): the footer's schema, and blocks of rows from the column chunks. One
 * page per column and the chunks of one row group are in memory at a time. Columns that hold lists
 * or structures are left out.
 */
import { parquetMetadata } from 'hyparquet/src/metadata.js';
import type { ColumnMetaData, FileMetaData, SchemaElement } from 'hyparquet/src/types.js';
import type { ByteSource } from '../../intake/member.ts';
import { BLOCK_ROWS, type Block, type Cell, type Column, type ColumnarFile } from './columns.ts';
import { kindOf, type StoredKind } from './parquet-kinds.ts';
import { pagesOf } from './parquet-pages.ts';

const LARGEST_FOOTER = 64 << 20;
/** Bytes of a column chunk at most, packed. */
const LARGEST_CHUNK = 1 << 30;
const MOST_COLUMNS = 4096;

interface Leaf extends StoredKind {
  readonly element: SchemaElement;
  /** Place among the leaves of the file. */
  readonly index: number;
}

/** Opens a Parquet file. Throws what hyparquet throws, or an Error with the reason. */
export function parquetFile(source: ByteSource): ColumnarFile {
  const metadata = footer(source);
  const warnings: string[] = [];
  const leaves = leavesOf(metadata.schema, warnings);
  const groups = metadata.row_groups.map(({ num_rows }) => countOf(num_rows, 'rows'));
  return {
    columns: leaves.map(({ element, kind }): Column => ({ name: element.name, kind })),
    warnings,
    *blocks(from, only) {
      let block = 0;
      for (const [group, rows] of groups.entries()) {
        const blocks = Math.ceil(rows / BLOCK_ROWS);
        const skip = Math.max(0, from - block);
        block += blocks;
        if (skip < blocks) yield* blocksOfGroup(source, metadata, group, rows, leaves, skip, only);
      }
      return undefined;
    },
  };
}

function footer(source: ByteSource): FileMetaData {
  const end = source.read(Math.max(0, source.size - 8), source.size);
  if (end.length < 8 || Buffer.from(end.subarray(4)).toString('latin1') !== 'PAR1') {
    throw new Error('it ends before its footer');
  }
  const length = new DataView(end.buffer, end.byteOffset).getUint32(0, true);
  if (length > LARGEST_FOOTER || length > source.size - 12) throw new Error(`a footer of ${length} bytes`);
  const metadata = parquetMetadata(source.read(source.size - length - 8, source.size), { geoparquet: false });
  if (metadata.schema.length > MOST_COLUMNS) throw new Error(`${metadata.schema.length} columns`);
  return metadata;
}

/** Columns at the top of the schema; what has parts of its own is passed over with them. */
function leavesOf(schema: readonly SchemaElement[], warnings: string[]): Leaf[] {
  const leaves: Leaf[] = [];
  let index = 0;
  for (let at = 1; at < schema.length; at++) {
    const element = schema[at] as SchemaElement;
    let open = element.num_children ?? 0;
    if (open > 0) {
      warnings.push(`column ${element.name} holds lists or structures and is left out`);
      for (; open > 0 && at + 1 < schema.length; open--) {
        const part = schema[++at] as SchemaElement;
        open += part.num_children ?? 0;
        if (!part.num_children) index++;
      }
      continue;
    }
    const stored = element.repetition_type === 'REPEATED' ? 'holds lists' : kindOf(element);
    if (typeof stored === 'string') warnings.push(`column ${element.name} ${stored} and is left out`);
    else leaves.push({ element, index, ...stored });
    index++;
  }
  return leaves;
}

function* blocksOfGroup(
  source: ByteSource,
  metadata: FileMetaData,
  group: number,
  rows: number,
  leaves: readonly Leaf[],
  skip: number,
  only: ReadonlySet<number> | undefined,
): Generator<Block, undefined> {
  const cursors = leaves.map((leaf, column) =>
    only && !only.has(column) ? undefined : new Cursor(chunkPages(source, metadata, group, rows, leaf)),
  );
  for (let at = 0, block = 0; at < rows; at += BLOCK_ROWS, block++) {
    const count = Math.min(BLOCK_ROWS, rows - at);
    const values = cursors.map((cursor) => cursor?.take(count) ?? []);
    if (block >= skip) yield { rows: count, values };
  }
}

function chunkPages(
  source: ByteSource,
  metadata: FileMetaData,
  group: number,
  rows: number,
  { element, index, convert }: Leaf,
): Generator<Cell[]> {
  const chunk = metadata.row_groups[group]?.columns[index];
  const about = chunk?.meta_data;
  if (!about) throw new Error(`column ${element.name} is encrypted or missing`);
  if (chunk.file_path) throw new Error(`column ${element.name} is in another file`);
  const { from, length } = placeOf(about);
  if (from < 4 || length < 0 || length > LARGEST_CHUNK || from + length > source.size) {
    throw new Error(`column ${element.name} lies outside of the file`);
  }
  const bytes = source.read(from, from + length);
  const root = metadata.schema[0] as SchemaElement;
  return pagesOf({ bytes, codec: about.codec, path: [root, element], rows, convert });
}

function placeOf(about: ColumnMetaData): { from: number; length: number } {
  const data = countOf(about.data_page_offset, 'bytes');
  const dictionary = about.dictionary_page_offset ? countOf(about.dictionary_page_offset, 'bytes') : 0;
  const from = dictionary > 0 && dictionary < data ? dictionary : data;
  return { from, length: countOf(about.total_compressed_size, 'bytes') };
}

/** Cells of a column in order, across pages. */
class Cursor {
  private readonly pages: Generator<Cell[]>;
  private page: Cell[] = [];
  private at = 0;

  constructor(pages: Generator<Cell[]>) {
    this.pages = pages;
  }

  take(count: number): Cell[] {
    const cells: Cell[] = [];
    while (cells.length < count) {
      if (this.at >= this.page.length) {
        const next = this.pages.next();
        if (next.done) throw new Error('a column has fewer rows than its group');
        this.page = next.value;
        this.at = 0;
      }
      const end = Math.min(this.page.length, this.at + count - cells.length);
      for (; this.at < end; this.at++) cells.push(this.page[this.at]);
    }
    return cells;
  }
}

function countOf(count: bigint | number, what: string): number {
  const value = Number(count);
  if (!(value >= 0 && value <= Number.MAX_SAFE_INTEGER)) throw new Error(`${value} ${what}`);
  return value;
}
