import { test as property } from '@fast-check/vitest';
import { tableFromIPC } from 'apache-arrow';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { caseFolder, makeFolders } from '../../src/cases/case-folder.ts';
import { readSegment, readSegmentInfo, writeSegment } from '../../src/cases/segment-file.ts';
import { CodedError } from '../../src/errors.ts';
import type { Segment } from '../../src/formats/format.ts';
import { anySegment, emptyCaseFolder, largeSegment, temporaryFolder } from './any-segment.ts';

/** As it comes back: the name is the event's business, the path the case's. */
function expected(segment: Segment, sources: string): Segment {
  const { sha256 } = segment.member;
  return { ...segment, member: { ...segment.member, name: sha256, path: join(sources, sha256) } };
}

describe('a segment file', () => {
  property.prop([anySegment], { numRuns: 60 })('gives back the segment that was written', async (segment) => {
    const folder = emptyCaseFolder();
    const { segmentHash } = await writeSegment(folder, segment);
    const read = readSegment(folder, segmentHash);
    expect(read).toEqual(expected(segment, folder.sources));
    for (const column of Object.values(read.columns)) expect(column.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  property.prop([anySegment], { numRuns: 10 })(
    'is named by its own hash and does not depend on place or name',
    async (segment) => {
      const [one, other] = [emptyCaseFolder(), emptyCaseFolder()];
      const moved = { ...segment, member: { ...segment.member, name: 'another', path: '/elsewhere' } };
      const written = await writeSegment(one, segment);
      expect(await writeSegment(other, moved)).toEqual(written);
      const bytes = readFileSync(join(one.segments, `${written.segmentHash}.arrow`));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(written.segmentHash);
      expect(readdirSync(one.segments)).toEqual([`${written.segmentHash}.arrow`]);
      expect(readdirSync(one.names)).toEqual([`${written.namesHash}.arrow`]);
    },
  );

  test('of several batches comes back whole', async () => {
    const folder = emptyCaseFolder();
    const segment = largeSegment(150_001);
    const { segmentHash } = await writeSegment(folder, segment);
    expect(readSegment(folder, segmentHash)).toEqual(expected(segment, folder.sources));
  });

  test('is an Arrow file that other readers take', async () => {
    const folder = emptyCaseFolder();
    const { segmentHash, namesHash } = await writeSegment(folder, largeSegment(70_000));
    const table = tableFromIPC(readFileSync(join(folder.segments, `${segmentHash}.arrow`)));
    expect(table.schema.fields.map(({ name, type }) => `${name}: ${String(type)}`)).toEqual([
      'debtor: Uint32',
      'amount: Int64',
      'instructed: Int64',
      'instructedCurrency: Uint16',
    ]);
    expect(table.numRows).toBe(70_000);
    expect(table.batches.length).toBe(2);
    expect(table.getChild('amount')?.get(1000)).toBe(2n * 2n ** 32n + 7000n);
    expect(table.getChild('instructed')?.get(65_536)).toBe(3n);
    expect(table.getChild('instructed')?.get(1)).toBeNull();
    const names = tableFromIPC(readFileSync(join(folder.names, `${namesHash}.arrow`)));
    expect(names.numRows).toBe(1);
    const keys = [...(names.getChild('keys')?.get(0) as Iterable<Uint8Array>)].map((bytes) =>
      Buffer.from(bytes).toString(),
    );
    expect(keys).toEqual(['0', '1', '2', '3A0', '3A1', '3A2', '3A3', '3A4']);
  });

  test('tells of itself without its rows', async () => {
    const folder = emptyCaseFolder();
    const segment = largeSegment(70_000);
    const { segmentHash, info } = await writeSegment(folder, segment);
    expect(readSegmentInfo(folder, segmentHash)).toEqual(info);
    expect(info).toMatchObject({
      count: 70_000,
      format: 'csv',
      columns: ['debtor', 'amountLow', 'amountHigh'],
      instructed: 4,
      charges: 0,
    });
  });

  test('that is missing, cut or changed by a bit is damage', async () => {
    const folder = emptyCaseFolder();
    const { segmentHash, namesHash } = await writeSegment(folder, largeSegment(70_000));
    const path = join(folder.segments, `${segmentHash}.arrow`);
    const good = readFileSync(path);
    for (const at of [3, 100, 5000, good.length >> 1, good.length - 20, good.length - 1]) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] as number) ^ 1;
      writeFileSync(path, bad);
      expect(() => readSegment(folder, segmentHash), `bit at ${at}`).toThrow(
        expect.objectContaining({ code: 'CLEW_CASE_DAMAGED' }),
      );
    }
    for (const length of [0, 7, 1000, good.length - 1]) {
      writeFileSync(path, good.subarray(0, length));
      expect(() => readSegment(folder, segmentHash), `cut to ${length}`).toThrow(
        expect.objectContaining({ code: 'CLEW_CASE_DAMAGED' }),
      );
    }
    rmSync(path);
    expect(() => readSegment(folder, segmentHash)).toThrow('is missing');
    writeFileSync(path, good);
    expect(readSegment(folder, segmentHash).count).toBe(70_000);
    rmSync(join(folder.names, `${namesHash}.arrow`));
    expect(() => readSegment(folder, segmentHash)).toThrow(CodedError);
  });

  test('that was cancelled leaves nothing behind', async () => {
    const folder = caseFolder(temporaryFolder());
    makeFolders(folder);
    const signal = AbortSignal.abort();
    await expect(writeSegment(folder, largeSegment(600_000), signal)).rejects.toMatchObject({ code: 'CLEW_CANCELLED' });
    expect(readdirSync(folder.segments)).toEqual([]);
  });
});
