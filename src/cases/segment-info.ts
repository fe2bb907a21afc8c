/**
 * What a segment says of itself besides its rows, as canonical JSON in its Arrow schema's metadata:
 * readable without reading a row. No name, no path, no time: the same file gives the same bytes on
 * every machine. The file's name stands in the import event alone.
 */
import type { CsvOverrides } from '../formats/csv/overrides.ts';
import { kept } from '../formats/csv/profile.ts';
import { columnNames, type ColumnName } from '../formats/entry-columns.ts';
import type { RecordCounts, Reject, Segment, StatementInfo } from '../formats/format.ts';
import { canonicalJson } from './canonical-json.ts';

export const INFO_KEY = 'clew.segment';
const INFO_VERSION = 1;

export interface SegmentInfo {
  /** Of the file that was imported. */
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: string;
  readonly format: string;
  /** Rows. */
  readonly count: number;
  readonly records: RecordCounts;
  readonly statements: readonly StatementInfo[];
  readonly rejects: readonly Reject[];
  readonly warnings: readonly string[];
  /** Columns that the file filled. */
  readonly columns: readonly ColumnName[];
  /** Rows with an amount in another currency, and rows with charges. */
  readonly instructed: number;
  readonly charges: number;
  /** SHA-256 of the file in `names/` that belongs to it. */
  readonly namesHash: string;
  /** How a person had it read, without the account: where its fields stand depends on it. */
  readonly overrides?: CsvOverrides;
}

export function infoOf(segment: Segment, namesHash: string): SegmentInfo {
  const { member, format, count, records, statements, rejects, warnings, columns } = segment;
  return {
    sha256: member.sha256,
    bytes: member.bytes,
    encoding: member.encoding,
    format,
    count,
    records,
    statements,
    rejects,
    warnings,
    columns: columnNames.filter((name) => columns[name] !== undefined),
    instructed: segment.instructed.rows.length,
    charges: segment.charges.rows.length,
    namesHash,
    ...(segment.overrides ? { overrides: kept(segment.overrides) } : {}),
  };
}

export function infoText(info: SegmentInfo): string {
  return canonicalJson({ ...info, version: INFO_VERSION });
}

/** Throws for metadata that is not ours. */
export function parseInfo(metadata: ReadonlyMap<string, string>): SegmentInfo {
  const { version, ...info } = JSON.parse(metadata.get(INFO_KEY) ?? '{}') as SegmentInfo & {
    readonly version?: number;
  };
  if (version !== INFO_VERSION) throw new Error('no segment of this version');
  return info;
}
