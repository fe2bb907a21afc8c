/**
 * Removes what no event names: files of an import or a score that was killed before its event, and
 * temporary files. What undone events name stays, since an undo can be undone.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseFolder } from './case-folder.ts';
import { TEMPORARY } from './durable-file.ts';
import type { CaseEvent } from './event.ts';

export function sweep(folder: CaseFolder, events: readonly CaseEvent[]): void {
  const named = {
    segments: new Set<string>(),
    names: new Set<string>(),
    sources: new Set<string>(),
    scores: new Set<string>(),
    sealed: new Set<string>(),
  };
  for (const { body } of events) {
    if (body.kind === 'scored') named.scores.add(`${body.scoreHash}.json`);
    if (body.kind === 'fact-entered') named.sealed.add(`${body.sealed ?? ''}.json`);
    if (body.kind !== 'imported') continue;
    for (const { sha256, segmentHash, namesHash } of body.segments) {
      named.sources.add(sha256);
      named.segments.add(`${segmentHash}.arrow`);
      named.names.add(`${namesHash}.arrow`);
    }
  }
  for (const kind of ['segments', 'names', 'sources', 'scores', 'sealed'] as const) {
    // A case of an earlier Clew, or a copy that lost its empty folders, has no folder of sealed words.
    if (!existsSync(folder[kind])) continue;
    for (const file of readdirSync(folder[kind])) {
      if (!named[kind].has(file)) rmSync(join(folder[kind], file), { recursive: true, force: true });
    }
  }
  for (const file of readdirSync(folder.path))
    if (file.startsWith(TEMPORARY)) rmSync(join(folder.path, file), { force: true });
  rmSync(folder.scratch, { recursive: true, force: true });
}
