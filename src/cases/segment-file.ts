/**
 * `segments/<hash>.arrow`: the rows of one imported file as Arrow columns, immutable and named by
 * the SHA-256 of its own bytes, beside the file of names that its metadata points to. Written in
 * batches straight from the columns and read back into shared memory batch by batch, so that five
 * million rows never stand in memory twice. Hashes are checked on reading.
 */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { CodedError } from '../errors.ts';
import type { Segment } from '../formats/format.ts';
import { readArrowFile } from './arrow-reading.ts';
import { ArrowFile } from './arrow-writing.ts';
import { damaged, type CaseFolder } from './case-folder.ts';
import { DurableFile } from './durable-file.ts';
import { readNames, writeNames, type SegmentNames } from './names-file.ts';
import { ColumnsReading, batchColumns, segmentFields } from './segment-columns.ts';
import { INFO_KEY, infoOf, infoText, parseInfo, type SegmentInfo } from './segment-info.ts';

const BATCH_ROWS = 65_536;
/** Other work gets its turn after so many batches. */
const BATCHES_A_TURN = 8;

export interface WrittenSegment {
  readonly segmentHash: string;
  readonly namesHash: string;
  readonly info: SegmentInfo;
}

/** Writes names, then rows; on return both are on the disk. */
export async function writeSegment(
  folder: CaseFolder,
  segment: Segment,
  signal?: AbortSignal,
): Promise<WrittenSegment> {
  const namesHash = writeNames(folder, segment);
  const info = infoOf(segment, namesHash);
  const file = new DurableFile(folder.segments);
  try {
    const arrow = new ArrowFile(file, segmentFields(info), { [INFO_KEY]: infoText(info) });
    for (let from = 0, batch = 1; from < segment.count; from += BATCH_ROWS, batch++) {
      const to = Math.min(segment.count, from + BATCH_ROWS);
      arrow.rows(to - from, batchColumns(segment, info.columns, from, to));
      if (batch % BATCHES_A_TURN !== 0) continue;
      await setImmediate();
      if (signal?.aborted) throw new CodedError('CLEW_CANCELLED');
    }
    arrow.finish();
  } catch (thrown) {
    file.abandon();
    throw thrown;
  }
  return { segmentHash: file.commit((hash) => `${hash}.arrow`), namesHash, info };
}

/**
 * Reads a segment and its names. Its member is known by its hash: the name is in the import event,
 * the path that of the case's own copy.
 */
export function readSegment(folder: CaseFolder, segmentHash: string, name?: string): Segment {
  const { info, reading } = orDamaged(folder, `segments/${segmentHash}.arrow`, () =>
    readArrowFile(segmentPath(folder, segmentHash), (arrow) => {
      const found = parseInfo(arrow.metadata);
      const columns = new ColumnsReading(found);
      for (const batch of arrow.batches()) columns.add(batch);
      columns.finish();
      if (arrow.hash() !== segmentHash) throw new Error('the bytes are not those that were written');
      return { info: found, reading: columns };
    }),
  );
  const { sha256, bytes, encoding, format, count, records, statements, rejects, warnings, overrides } = info;
  return {
    member: { name: name ?? sha256, path: join(folder.sources, sha256), bytes, sha256, encoding },
    format,
    count,
    columns: reading.columns,
    ...reading.sparse,
    records,
    statements,
    rejects,
    warnings,
    ...readSegmentNames(folder, info.namesHash),
    ...(overrides ? { overrides } : {}),
  };
}

/** What a segment says of itself, without its rows; its bytes are not checked. */
export function readSegmentInfo(folder: CaseFolder, segmentHash: string): SegmentInfo {
  return orDamaged(folder, `segments/${segmentHash}.arrow`, () =>
    readArrowFile(segmentPath(folder, segmentHash), ({ metadata }) => parseInfo(metadata), 1 << 14),
  );
}

export function readSegmentNames(folder: CaseFolder, namesHash: string): SegmentNames {
  return orDamaged(folder, `names/${namesHash}.arrow`, () => readNames(folder, namesHash));
}

function segmentPath(folder: CaseFolder, segmentHash: string): string {
  return join(folder.segments, `${segmentHash}.arrow`);
}

function orDamaged<T>(folder: CaseFolder, file: string, action: () => T): T {
  try {
    return action();
  } catch (thrown) {
    const reason = (thrown as NodeJS.ErrnoException).code === 'ENOENT' ? 'is missing' : 'is not what was written';
    throw damaged(folder.path, `${file} ${reason}`, thrown);
  }
}
