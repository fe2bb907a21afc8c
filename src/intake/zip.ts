/**
 * Zip archives through yauzl (PKWARE APPNOTE 6.3): entries are listed from the central directory,
 * their names are checked before anything is inflated. Office files are zips too, but are members
 * as they stand.
 */
import type { Readable } from 'node:stream';
import * as yauzl from 'yauzl';
import { CodedError } from '../errors.ts';
import type { IntakeBudget } from './limits.ts';

/** A file in an archive, not yet inflated. */
export interface ZipEntry {
  readonly name: string;
  readonly packedBytes: number;
  readonly inflatedBytes: number;
  /** Of the inflated bytes; yauzl leaves the comparison to its caller. */
  readonly crc32: number;
  open(): Promise<Readable>;
}

export interface ZipArchive {
  readonly entries: readonly ZipEntry[];
  /** An Office or OpenDocument file: to be read whole by its format. */
  readonly isDocument: boolean;
  close(): void;
}

/**
 * Lists an archive. CLEW_FILE_REFUSED for names that lead out of it, links and encrypted entries.
 * @param file the name that errors give
 */
export async function openZip(path: string, file: string, budget: IntakeBudget): Promise<ZipArchive> {
  let zip: yauzl.ZipFile;
  try {
    zip = await yauzl.openPromise(path, { decodeStrings: false, autoClose: false, validateEntrySizes: true });
  } catch (thrown) {
    throw unreadable(file, thrown);
  }
  try {
    budget.entries(file, zip.entryCount);
    const entries: ZipEntry[] = [];
    let isDocument = false;
    for await (const entry of zip.eachEntry()) {
      const name = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
      if (name === '[Content_Types].xml' || (name === 'mimetype' && entries.length === 0)) isDocument = true;
      if (name.endsWith('/')) continue;
      refuseUnsafe(entry, name, file);
      entries.push({
        name,
        packedBytes: entry.compressedSize,
        inflatedBytes: entry.uncompressedSize,
        crc32: entry.crc32,
        open: () => zip.openReadStreamPromise(entry),
      });
    }
    return {
      entries,
      isDocument,
      close: () => {
        zip.close();
      },
    };
  } catch (thrown) {
    zip.close();
    throw unreadable(file, thrown);
  }
}

function refuseUnsafe(entry: yauzl.Entry, name: string, file: string): void {
  const isLink = ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
  const fault = yauzl.validateFileName(name);
  let reason: string | undefined;
  if (fault) reason = `it holds an unsafe name (${fault})`;
  else if (name.includes('\0')) reason = 'it holds a name with a zero byte';
  else if (isLink) reason = `it holds a link (${name})`;
  else if (entry.isEncrypted()) reason = `it is encrypted (${name})`;
  else if (!entry.canDecodeFileData()) reason = `it is packed in a way that is not known (${name})`;
  if (reason !== undefined) throw new CodedError('CLEW_FILE_REFUSED', { file, reason });
}

function unreadable(file: string, thrown: unknown): CodedError {
  if (thrown instanceof CodedError) return thrown;
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return new CodedError('CLEW_FILE_UNREADABLE', { file, reason }, thrown);
}
