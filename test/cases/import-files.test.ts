import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bank, bytesOf, coded, filesIn, newCase, scoring, smallFiles } from './new-case.ts';

describe('importing', () => {
  test('keeps exact copies, segments and one event', async () => {
    const made = newCase();
    const paths = smallFiles();
    const outcome = await made.importPaths(paths, { ...bank, useLimits: 'not for open court' });
    expect(outcome).toMatchObject({
      alreadyThere: 0,
      failed: [],
      event: { sequence: 2, purpose: 'case 12', body: { kind: 'imported', origin: 'bank' } },
    });
    const segments = made.segments();
    expect(
      segments
        .map(({ name, format, count, origin, useLimits }) => ({ name, format, count, origin, useLimits }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    ).toEqual([
      { name: 'bank-a.csv', format: 'csv', count: 24, origin: 'bank', useLimits: 'not for open court' },
      { name: 'bank-b.csv', format: 'csv', count: 24, origin: 'bank', useLimits: 'not for open court' },
      { name: 'bank-c.sta', format: 'mt940', count: 24, origin: 'bank', useLimits: 'not for open court' },
    ]);
    expect(segments.map(({ sha256 }) => sha256)).toEqual(segments.map(({ sha256 }) => sha256).sort());
    for (const { sha256, name } of segments) {
      const copy = readFileSync(made.sourcePath(sha256));
      expect(copy).toEqual(readFileSync(paths.find((path) => path.endsWith(name)) ?? ''));
      expect(made.readSegment(sha256)).toMatchObject({
        count: 24,
        member: { name, sha256, path: made.sourcePath(sha256) },
      });
    }
    expect(made.loadLedger().count).toBe(72);
    expect(() => made.sourcePath('ab'.repeat(32))).toThrow(coded('CLEW_NOT_FOUND'));
    expect(() => made.readSegment('ab'.repeat(32))).toThrow(coded('CLEW_NOT_FOUND'));
    made.close();
  });

  test('the same bytes again change nothing', async () => {
    const made = newCase();
    await made.importPaths(smallFiles(), bank);
    const before = { files: bytesOf(made.path), segments: made.segments(), ordinals: made.ordinals() };
    const again = await made.importPaths(smallFiles(), bank);
    expect(again).toMatchObject({
      imported: [],
      alreadyThere: 3,
      failed: [],
      event: { body: { segments: [], alreadyThere: 3 } },
    });
    expect({ files: bytesOf(made.path), segments: made.segments(), ordinals: made.ordinals() }).toEqual(before);
    made.close();
  });

  test('does not depend on the order of arguments, the folder or the number of workers', async () => {
    const [one, other] = [newCase(), newCase()];
    await one.importPaths(smallFiles(), bank);
    await one.score(scoring);
    const folder = join(smallFiles()[0] ?? '', '..');
    await other.importPaths([folder].reverse(), { ...bank, workers: 2 });
    const scored = await other.score({ ...scoring, workers: 2 });
    expect(bytesOf(other.path)).toEqual(bytesOf(one.path));
    expect(scored.leads).toEqual(one.scored()?.leads);
    expect(other.loadLedger().id).toBe(one.loadLedger().id);
    one.close();
    other.close();
  });

  test('a file that cannot be read fails alone', async () => {
    const made = newCase();
    const paths = smallFiles();
    const folder = join(paths[0] ?? '', '..');
    writeFileSync(join(folder, 'poem.txt'), 'Thou still unravished bride of quietness\n');
    writeFileSync(join(folder, 'broken.zip'), 'PK\u0003\u0004 and no more');
    const outcome = await made.importPaths([folder, join(folder, 'missing.csv')], bank);
    expect(outcome.failed.map(({ file, error }) => [file, error.code])).toEqual([
      ['exports/broken.zip', 'CLEW_FILE_UNREADABLE'],
      ['exports/poem.txt', 'CLEW_FORMAT_UNKNOWN'],
      ['missing.csv', 'CLEW_FILE_UNREADABLE'],
    ]);
    expect(outcome.imported.map(({ name }) => name).sort()).toEqual([
      'exports/bank-a.csv',
      'exports/bank-b.csv',
      'exports/bank-c.sta',
    ]);
    expect(filesIn(made.path).filter((file) => file.startsWith('sources/'))).toHaveLength(3);
    made.close();
  });

  test('of nothing but unreadable files leaves no event', async () => {
    const made = newCase();
    const outcome = await made.importPaths(['/nowhere/at/all.csv'], bank);
    expect(outcome.event).toBeUndefined();
    expect(outcome.failed).toMatchObject([{ error: { code: 'CLEW_FILE_UNREADABLE' } }]);
    expect(made.events()).toHaveLength(1);
    made.close();
  });

  test.each(['opening', 'copying', 'reading', 'writing'])(
    'cancelled while %s leaves the case as it was',
    async (at) => {
      const made = newCase();
      const stop = new AbortController();
      const onProgress = (step: string): void => {
        if (step === at) stop.abort();
      };
      await expect(made.importPaths(smallFiles(), { ...bank, signal: stop.signal, onProgress })).rejects.toMatchObject({
        code: 'CLEW_CANCELLED',
      });
      expect(made.events()).toHaveLength(1);
      expect(filesIn(made.path)).toEqual([]);
      await made.importPaths(smallFiles(), bank);
      expect(made.segments()).toHaveLength(3);
      made.close();
    },
  );

  test('one long work at a time, each with a purpose', async () => {
    const made = newCase();
    const first = made.importPaths(smallFiles(), bank);
    await expect(made.importPaths(smallFiles(), bank)).rejects.toMatchObject({ code: 'CLEW_CASE_BUSY' });
    await first;
    await expect(made.importPaths(smallFiles(), { ...bank, purpose: ' ' })).rejects.toMatchObject({
      code: 'CLEW_USAGE',
    });
    expect(() => made.append({ kind: 'revealed', minutes: 5 }, '')).toThrow(coded('CLEW_PURPOSE_MISSING'));
    made.close();
  });
});
