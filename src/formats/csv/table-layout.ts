/** How a table of text is laid out, as it was found. */
import type { Separators } from './records.ts';
import type { SampleRecord } from './sample.ts';

export interface Layout {
  readonly separators: Separators;
  readonly header: SampleRecord;
  readonly preamble: readonly SampleRecord[];
  /** Records after the header, footer included. */
  readonly records: readonly SampleRecord[];
  /** How sure: number of known column names. */
  readonly known: number;
  readonly reasons: readonly string[];
  /** No line names the columns in words that are known. */
  readonly isUnnamed?: boolean;
}
