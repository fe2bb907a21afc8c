/**
 * What a columnar file is to us: named columns of one kind each, and rows in blocks that bound the
 * memory. Values come as the file stores them (unscaled decimals, counts since 1970); `cell-text.ts`
 * makes text of them.
 */

/** How a column's stored values are read. */
export type Kind =
  /** Strings. */
  | { readonly kind: 'text' }
  /** Whole numbers; minor units stay whole. */
  | { readonly kind: 'integer' }
  /** Unscaled integers with a fixed number of digits after the point. */
  | { readonly kind: 'decimal'; readonly scale: number }
  /** Binary fractions; `single` have 24 bits. */
  | { readonly kind: 'fraction'; readonly single: boolean }
  | { readonly kind: 'boolean' }
  /** Days since 1970-01-01. */
  | { readonly kind: 'day' }
  /** Counts since midnight, `perSecond` of them. */
  | { readonly kind: 'clock'; readonly perSecond: bigint }
  /** Counts since 1970-01-01 00:00, in UTC where a zone is told, else by an unnamed clock. */
  | { readonly kind: 'moment'; readonly perSecond: bigint; readonly zone?: string };

export interface Column {
  readonly name: string;
  readonly kind: Kind;
}

export type Cell = string | number | bigint | boolean | undefined;

/** Some rows in a row; `values[column][row]`. */
export interface Block {
  readonly rows: number;
  readonly values: readonly (readonly Cell[])[];
}

export interface ColumnarFile {
  readonly columns: readonly Column[];
  /** Columns that were left out, and why. */
  readonly warnings: readonly string[];
  /**
   * Blocks from the given one on; the same number always stands for the same rows.
   * @param only columns to decode, the others' values are empty
   */
  blocks(from: number, only?: ReadonlySet<number>): Iterator<Block, undefined>;
}

/** Rows of a block at most. */
export const BLOCK_ROWS = 8192;
