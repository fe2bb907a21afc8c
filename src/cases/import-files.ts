/**
 * Files into a case: opened, copied, read, written, and only then named by one event (design
 * section 4). Until that event the case is as it was, whatever ends the import. A file that can't
 * be read fails alone; the same bytes again change nothing.
 */
import { asCodedError } from '../errors.ts';
import type { CsvOverrides } from '../formats/csv/overrides.ts';
import { kept } from '../formats/csv/profile.ts';
import { readMembers } from '../formats/read-members.ts';
import type { Segment } from '../formats/format.ts';
import type { Member } from '../intake/member.ts';
import type { CaseFolder } from './case-folder.ts';
import { syncFolder } from './durable-file.ts';
import type { ImportedSegment, Origin } from './event.ts';
import { openPaths, orFailed, throwIfCancelled, type FailedFile } from './open-paths.ts';
import { writeSegment } from './segment-file.ts';
import { copySource } from './source-copy.ts';
import type { SegmentInfo } from './segment-info.ts';
import { decisionFor, type TableChoice, type TableDecision } from './table-decisions.ts';

/** The step in one word and how far the whole is, 0 to 1. */
export type Report = (step: string, progress: number) => void;

/** What is decided about delimited files comes with it. */
export interface ImportOptions extends TableChoice {
  readonly purpose: string;
  readonly origin: Origin;
  readonly useLimits?: string;
  readonly workers: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: Report;
}

export interface Imported extends ImportedSegment {
  readonly info: SegmentInfo;
}

export interface ReadFiles {
  /** In canonical order. */
  readonly imported: readonly Imported[];
  /** Files whose bytes the case has, or that came twice. */
  readonly alreadyThere: number;
  /** By name. */
  readonly failed: readonly FailedFile[];
  /** Hidden files, links and the like, in words. */
  readonly leftOut: readonly string[];
}

/** Files are read together up to this many bytes, so that only so much stands in memory. */
const GROUP_BYTES = 512 * 2 ** 20;
/** Where in the whole each step begins. */
const STEPS = { opening: 0, copying: 0.05, reading: 0.2, writing: 0.85 } as const;

/** Everything but the event. @param known hashes of active files */
export async function readFiles(
  folder: CaseFolder,
  paths: readonly string[],
  known: ReadonlySet<string>,
  options: ImportOptions,
): Promise<ReadFiles> {
  const { signal, workers } = options;
  const report: Report = options.onProgress ?? (() => undefined);
  const failed: FailedFile[] = [];
  report('opening', STEPS.opening);
  const leftOut: string[] = [];
  const opened = await openPaths(folder, paths, { failed, leftOut, ...(signal ? { signal } : {}) });
  const wanted = new Map<string, Member>();
  for (const member of opened)
    if (!known.has(member.sha256) && !wanted.has(member.sha256)) wanted.set(member.sha256, member);

  const bytes = Math.max(1, sum([...wanted.values()]));
  let copied = 0;
  const members: Member[] = [];
  for (const member of wanted.values()) {
    report('copying', between('copying', 'reading', copied / bytes));
    throwIfCancelled(signal);
    const copy = await orFailed(member.name, failed, () => copySource(folder, member, signal));
    if (copy) members.push(copy);
    copied += member.bytes;
  }
  syncFolder(folder.sources);

  const decisions = new Map<string, TableDecision>();
  for (const member of members) {
    const decision = decisionFor(member, options);
    if (decision) decisions.set(member.sha256, decision);
  }
  const overrides = new Map([...decisions].map(([sha256, decision]) => [sha256, decision.overrides]));
  const imported: Imported[] = [];
  let done = 0;
  for (const group of groups(members)) {
    const share = sum(group) / bytes;
    const onProgress = (read: number, total: number): void =>
      report('reading', between('reading', 'writing', done + (share * read) / Math.max(1, total)));
    const segments = await readGroup(group, failed, { workers, overrides, ...(signal ? { signal } : {}), onProgress });
    while (segments.length > 0) {
      // Popped, so that a segment is let go of as soon as it is written.
      const segment = segments.pop() as Segment;
      throwIfCancelled(signal);
      report('writing', between('reading', 'writing', done + share));
      const { segmentHash, namesHash, info } = await writeSegment(folder, segment, signal);
      const { name, sha256 } = segment.member;
      const decided = keptDecision(decisions.get(sha256));
      imported.push({ sha256, name, format: segment.format, segmentHash, namesHash, ...decided, info });
    }
    done += share;
  }
  throwIfCancelled(signal);
  return {
    imported: imported.sort((a, b) => compare(a.sha256, b.sha256)),
    alreadyThere: opened.length - wanted.size,
    failed: failed.sort((a, b) => compare(a.file, b.file)),
    leftOut,
  };
}

/** As the event keeps it. */
function keptDecision(decision: TableDecision | undefined): {
  readonly overrides?: CsvOverrides;
  readonly profile?: TableDecision['profile'] & object;
} {
  if (!decision) return {};
  return { overrides: kept(decision.overrides), ...(decision.profile ? { profile: decision.profile } : {}) };
}

function* groups(members: readonly Member[]): Generator<Member[]> {
  let group: Member[] = [];
  for (const member of members) {
    if (group.length > 0 && sum(group) + member.bytes > GROUP_BYTES) {
      yield group;
      group = [];
    }
    group.push(member);
  }
  if (group.length > 0) yield group;
}

/** Reads all together; where that fails, halves are read apart until the one at fault is known. */
async function readGroup(
  members: readonly Member[],
  failed: FailedFile[],
  options: Parameters<typeof readMembers>[1],
): Promise<Segment[]> {
  const [only, second] = members;
  if (!only) return [];
  if (!second) return (await orFailed(only.name, failed, () => readMembers([only], options))) ?? [];
  try {
    return await readMembers(members, options);
  } catch (thrown) {
    if (asCodedError(thrown).code === 'CLEW_CANCELLED') throw thrown;
    const middle = members.length >> 1;
    const first = await readGroup(members.slice(0, middle), failed, options);
    return [...first, ...(await readGroup(members.slice(middle), failed, options))];
  }
}

function between(step: keyof typeof STEPS, next: keyof typeof STEPS, share: number): number {
  return STEPS[step] + (STEPS[next] - STEPS[step]) * Math.min(1, share);
}

function sum(members: readonly Member[]): number {
  return members.reduce((bytes, member) => bytes + member.bytes, 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
