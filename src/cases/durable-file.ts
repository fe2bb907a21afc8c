/**
 * A file that is there whole or not at all: written under a temporary name, flushed to the disk,
 * renamed, and the folder's entry flushed too. Temporary files begin with `.tmp-` and are swept
 * when the case is opened.
 */
import { createHash, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export const TEMPORARY = '.tmp-';
const BUFFER = 1 << 16;

export class DurableFile {
  private readonly folder: string;
  private readonly temporary: string;
  private readonly descriptor: number;
  private readonly digest = createHash('sha256');
  private readonly buffer = new Uint8Array(BUFFER);
  private buffered = 0;

  constructor(folder: string) {
    this.folder = folder;
    this.temporary = join(folder, `${TEMPORARY}${randomUUID()}`);
    this.descriptor = openSync(this.temporary, 'wx');
  }

  write(bytes: Uint8Array): void {
    if (bytes.length > BUFFER >> 2) {
      this.flush();
      this.put(bytes);
      return;
    }
    if (this.buffered + bytes.length > BUFFER) this.flush();
    this.buffer.set(bytes, this.buffered);
    this.buffered += bytes.length;
  }

  writeText(text: string): void {
    this.write(Buffer.from(text, 'utf8'));
  }

  /**
   * Makes the file appear under `name(hash)`, over an older one of that name.
   * @returns SHA-256 of its bytes
   */
  commit(name: (sha256: string) => string): string {
    this.flush();
    const hash = this.digest.digest('hex');
    fsyncSync(this.descriptor);
    closeSync(this.descriptor);
    renameSync(this.temporary, join(this.folder, name(hash)));
    syncFolder(this.folder);
    return hash;
  }

  abandon(): void {
    closeSync(this.descriptor);
    rmSync(this.temporary, { force: true });
  }

  private flush(): void {
    if (this.buffered === 0) return;
    this.put(this.buffer.subarray(0, this.buffered));
    this.buffered = 0;
  }

  private put(bytes: Uint8Array): void {
    this.digest.update(bytes);
    for (let at = 0; at < bytes.length;) at += writeSync(this.descriptor, bytes, at, bytes.length - at);
  }
}

/** Writes a whole small file durably. */
export function writeDurably(folder: string, name: string, text: string): void {
  const file = new DurableFile(folder);
  file.writeText(text);
  file.commit(() => name);
}

/** Flushes a folder's entries, so that a rename outlives a power cut. */
export function syncFolder(folder: string): void {
  // Windows has no handle for a folder; its renames are journalled.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
