/**
 * Contents of members, hashed and probed for their encoding while their bytes go by, once: a file on
 * disk as it stands, a container's member while it is inflated into the scratch folder.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { CodedError } from '../errors.ts';
import { EncodingProbe } from './encoding.ts';
import type { IntakeBudget } from './limits.ts';
import type { Member } from './member.ts';

/** What is known of a member but its name. */
export type Content = Omit<Member, 'name'>;

const CHUNK = 1 << 20;

/** Reads a file through. */
export async function contentOf(path: string): Promise<Content> {
  const hash = createHash('sha256');
  const probe = new EncodingProbe();
  let bytes = 0;
  for await (const piece of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    hash.update(piece);
    probe.push(piece);
    bytes += piece.length;
  }
  return { path, bytes, sha256: hash.digest('hex'), encoding: probe.finish().encoding };
}

/**
 * Writes an inflating stream to the scratch folder, under its hash.
 * @param start begins the stream; called when its faults are listened to, since a broken stream may
 *   fail at once
 * @param packed the size that its compression ratio is counted against
 */
export async function inflate(
  start: () => AsyncIterable<Buffer> | Promise<AsyncIterable<Buffer>>,
  { file, scratch, packed, checksum }: { file: string; scratch: string; packed: number; checksum?: number },
  budget: IntakeBudget,
): Promise<Content> {
  const hash = createHash('sha256');
  const probe = new EncodingProbe();
  let bytes = 0;
  let sum = 0;
  const unfinished = join(scratch, `inflating-${process.pid}`);
  const handle = await open(unfinished, 'w');
  try {
    for await (const piece of await start()) {
      bytes += piece.length;
      budget.inflate(file, packed, bytes, piece.length);
      hash.update(piece);
      probe.push(piece);
      if (checksum !== undefined) sum = crc32(piece, sum);
      await handle.appendFile(piece);
    }
    await handle.close();
    if (checksum !== undefined && sum !== checksum) {
      throw new CodedError('CLEW_FILE_UNREADABLE', { file, reason: 'its checksum does not match' });
    }
    const sha256 = hash.digest('hex');
    const path = join(scratch, sha256);
    await rename(unfinished, path);
    return { path, bytes, sha256, encoding: probe.finish().encoding };
  } catch (thrown) {
    await handle.close().catch(() => undefined);
    await rm(unfinished, { force: true });
    throw thrown;
  }
}
