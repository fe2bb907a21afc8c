/**
 * Opens the paths of an import one by one, so that a file that can't be opened fails alone: a
 * folder with such a file in it is opened child by child. The limits hold for all paths together.
 */
import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { asCodedError, CodedError } from '../errors.ts';
import { defaultLimits } from '../intake/limits.ts';
import type { Member } from '../intake/member.ts';
import { openMembers } from '../intake/members.ts';
import type { CaseFolder } from './case-folder.ts';

export interface FailedFile {
  readonly file: string;
  readonly error: CodedError;
}

interface Opening {
  readonly failed: FailedFile[];
  readonly leftOut: string[];
  readonly signal?: AbortSignal;
}

/** Members by hash, then name. */
export async function openPaths(folder: CaseFolder, paths: readonly string[], opening: Opening): Promise<Member[]> {
  const members: Member[] = [];
  let inflated = 0;
  let calls = 0;
  const open = async (path: string, within: string): Promise<void> => {
    throwIfCancelled(opening.signal);
    const scratch = join(folder.scratch, String(calls++));
    const limits = { entries: defaultLimits.entries - members.length, totalBytes: defaultLimits.totalBytes - inflated };
    const notes: string[] = [];
    try {
      const opened = await openMembers([path], { scratch, limits, note: (text) => notes.push(within + text) });
      for (const member of opened) {
        members.push({ ...member, name: within + member.name });
        if (member.path.startsWith(scratch)) inflated += member.bytes;
      }
      opening.leftOut.push(...notes);
    } catch (thrown) {
      const children = await visibleChildren(path);
      if (children.length === 0) failAlone(within + basename(path), opening.failed, thrown);
      for (const child of children) await open(join(path, child), `${within}${basename(path)}/`);
    }
  };
  for (const path of [...new Set(paths.map((one) => resolve(one)))].sort(compare)) await open(path, '');
  return members.sort((a, b) => compare(a.sha256, b.sha256) || compare(a.name, b.name));
}

/** Files and folders in a folder as intake walks it; none for a file. */
async function visibleChildren(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [];
    const entries = await readdir(path, { withFileTypes: true });
    const visible = entries.filter((entry) => (entry.isFile() || entry.isDirectory()) && !entry.name.startsWith('.'));
    return visible.map(({ name }) => name).sort(compare);
  } catch {
    return [];
  }
}

/** Does an action for one file; a fault of it is noted and gives undefined, a cancel is thrown. */
export async function orFailed<T>(
  file: string,
  failed: FailedFile[],
  action: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await action();
  } catch (thrown) {
    failAlone(file, failed, thrown);
    return undefined;
  }
}

function failAlone(file: string, failed: FailedFile[], thrown: unknown): void {
  const error = asCodedError(thrown);
  if (error.code === 'CLEW_CANCELLED') throw error;
  failed.push({ file, error });
}

export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new CodedError('CLEW_CANCELLED');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
