/**
 * Paths in, members out: folders are walked, zip and gzip containers opened (told by their first
 * bytes, never by their names), every member hashed. The order of members is that of their hashes,
 * so that nothing later depends on the order of arguments or of a folder.
 */
import { createReadStream } from 'node:fs';
import { lstat, mkdir, open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { createGunzip } from 'node:zlib';
import { CodedError } from '../errors.ts';
import { contentOf, inflate, type Content } from './inflate.ts';
import { IntakeBudget, defaultLimits, type IntakeLimits } from './limits.ts';
import type { Member } from './member.ts';
import { openZip } from './zip.ts';

export interface OpenOptions {
  /** Folder for inflated members; made if it is not there. The caller removes it. */
  readonly scratch: string;
  readonly limits?: Partial<IntakeLimits>;
  /** Told of everything that was left out, and why. */
  readonly note?: (text: string) => void;
}

interface Opening {
  readonly scratch: string;
  readonly budget: IntakeBudget;
  readonly note: (text: string) => void;
  readonly members: Member[];
}

interface FileOnDisk {
  readonly path: string;
  readonly name: string;
}

/** Opens files and folders into members, in canonical order. */
export async function openMembers(paths: readonly string[], options: OpenOptions): Promise<Member[]> {
  const note = options.note ?? (() => undefined);
  const files: FileOnDisk[] = [];
  for (const path of paths)
    await orUnreadable(path, () => walk(resolve(path), basename(resolve(path)), true, files, note));
  files.sort((a, b) => compare(a.name, b.name) || compare(a.path, b.path));

  await mkdir(options.scratch, { recursive: true });
  const budget = new IntakeBudget({ ...defaultLimits, ...options.limits });
  const opening: Opening = { scratch: options.scratch, budget, note, members: [] };
  const seen = new Set<string>();
  for (const file of files) {
    const real = await orUnreadable(file.path, () => realpath(file.path));
    if (seen.has(real)) continue;
    seen.add(real);
    await openFile(file, 0, opening);
  }
  return opening.members.sort((a, b) => compare(a.sha256, b.sha256) || compare(a.name, b.name));
}

/** A link that the user names is followed; one that lies in a folder is not. */
async function walk(
  path: string,
  name: string,
  isNamed: boolean,
  files: FileOnDisk[],
  note: (text: string) => void,
): Promise<void> {
  const status = isNamed ? await stat(path) : await lstat(path);
  if (status.isDirectory()) {
    for (const child of (await readdir(path)).sort(compare)) {
      if (isHidden(child)) note(`${name}/${child}: left out, a hidden file`);
      else await walk(join(path, child), `${name}/${child}`, false, files, note);
    }
  } else if (status.isFile()) files.push({ path, name });
  else note(`${name}: left out, ${status.isSymbolicLink() ? 'a link' : 'no regular file'}`);
}

async function openFile(file: FileOnDisk, depth: number, opening: Opening, content?: Content): Promise<void> {
  const { path, name } = file;
  const kind = await orUnreadable(name, () => containerKind(path));
  if (kind === 'gzip') return openGzip(file, depth + 1, opening);
  if (kind === 'zip' && (await openArchive(file, depth + 1, opening))) return;
  opening.budget.file(name);
  opening.members.push({ name, ...(content ?? (await orUnreadable(name, () => contentOf(path)))) });
}

async function containerKind(path: string): Promise<'zip' | 'gzip' | 'none'> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(4), 0, 4, 0);
    if (bytesRead >= 3 && buffer[0] === 0x1f && buffer[1] === 0x8b && buffer[2] === 8) return 'gzip';
    const isZip = bytesRead === 4 && buffer[0] === 0x50 && buffer[1] === 0x4b;
    return isZip && ((buffer[2] === 3 && buffer[3] === 4) || (buffer[2] === 5 && buffer[3] === 6)) ? 'zip' : 'none';
  } finally {
    await handle.close();
  }
}

async function openGzip({ path, name }: FileOnDisk, depth: number, opening: Opening): Promise<void> {
  opening.budget.depth(name, depth);
  const inner = /\.gz$/i.test(name) ? basename(name).slice(0, -3) : /\.tgz$/i.test(name) ? 'archive.tar' : 'content';
  const file = `${name}/${inner}`;
  const content = await orUnreadable(name, async () => {
    const packed = (await stat(path)).size;
    const start = (): AsyncIterable<Buffer> => {
      const stream = createGunzip();
      createReadStream(path)
        .on('error', (fault) => stream.destroy(fault))
        .pipe(stream);
      return stream;
    };
    return inflate(start, { file, scratch: opening.scratch, packed }, opening.budget);
  });
  await openFile({ path: content.path, name: file }, depth, opening, content);
}

/** @returns false for a document that is a zip but no container */
async function openArchive({ path, name }: FileOnDisk, depth: number, opening: Opening): Promise<boolean> {
  const archive = await openZip(path, name, opening.budget);
  try {
    if (archive.isDocument) return false;
    opening.budget.depth(name, depth);
    const size = (await stat(path)).size;
    let inflated = 0;
    for (const entry of [...archive.entries].sort((a, b) => compare(a.name, b.name))) {
      const file = `${name}/${entry.name}`;
      if (entry.name.split('/').some((part) => isHidden(part) || part === '__MACOSX')) {
        opening.note(`${file}: left out, a hidden file`);
        continue;
      }
      opening.budget.ratio(file, entry.packedBytes, entry.inflatedBytes);
      const content = await orUnreadable(file, async () => {
        const details = { file, scratch: opening.scratch, packed: entry.packedBytes, checksum: entry.crc32 };
        return inflate(() => entry.open(), details, opening.budget);
      });
      inflated += content.bytes;
      // Entries may share packed bytes, each within the ratio.
      opening.budget.ratio(name, size, inflated);
      await openFile({ path: content.path, name: file }, depth, opening, content);
    }
    return true;
  } finally {
    archive.close();
  }
}

function isHidden(name: string): boolean {
  return name.startsWith('.');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function orUnreadable<T>(file: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (thrown) {
    if (thrown instanceof CodedError) throw thrown;
    const fault = thrown as NodeJS.ErrnoException;
    const reason = fault.code ?? (thrown instanceof Error ? thrown.message : String(thrown));
    throw new CodedError('CLEW_FILE_UNREADABLE', { file, reason }, thrown);
  }
}
