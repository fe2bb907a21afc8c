/**
 * Exact copies of what was imported, in `sources/` by hash. Copied, never linked: a hard link to
 * the analyst's own file would change with it. What is read and cited afterwards is the copy, so
 * its hash is taken again; a file that changed since it was first hashed is refused.
 */
import { createHash, randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { chmod, copyFile, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '../errors.ts';
import type { Member } from '../intake/member.ts';
import type { CaseFolder } from './case-folder.ts';
import { TEMPORARY } from './durable-file.ts';

/** @returns the member as it lies in the case; the folder's entry is not flushed yet */
export async function copySource(folder: CaseFolder, member: Member, signal?: AbortSignal): Promise<Member> {
  const temporary = join(folder.sources, `${TEMPORARY}${randomUUID()}`);
  const path = join(folder.sources, member.sha256);
  try {
    await orUnreadable(member, () => copyFile(member.path, temporary, constants.COPYFILE_FICLONE));
    await chmod(temporary, 0o600);
    const hash = await hashOf(temporary, signal);
    if (hash !== member.sha256) {
      throw new CodedError('CLEW_FILE_UNREADABLE', { file: member.name, reason: 'it changed while it was read' });
    }
    const handle = await open(temporary, 'r+');
    await handle.sync().finally(() => handle.close());
    await rename(temporary, path);
  } catch (thrown) {
    await rm(temporary, { force: true });
    throw thrown;
  }
  return { ...member, path };
}

async function hashOf(path: string, signal?: AbortSignal): Promise<string> {
  const digest = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    digest.update(piece as Buffer);
    if (signal?.aborted) throw new CodedError('CLEW_CANCELLED');
  }
  return digest.digest('hex');
}

async function orUnreadable<T>(member: Member, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (thrown) {
    const reason = (thrown as NodeJS.ErrnoException).code ?? 'unknown fault';
    throw new CodedError('CLEW_FILE_UNREADABLE', { file: member.name, reason }, thrown);
  }
}
