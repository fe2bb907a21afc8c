/**
 * Bytes of a member by position: synchronous reads at offsets, so that a format is a plain loop and
 * an entry's own bytes can be fetched again as evidence at any time.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { CodedError } from '../errors.ts';
import type { ByteSource } from './member.ts';

/** A source over a file on disk; close it when done. Reads beyond the end are cut. */
export function fileSource(path: string): ByteSource & { close(): void } {
  const descriptor = orUnreadable(path, () => openSync(path, 'r'));
  const size = orUnreadable(path, () => fstatSync(descriptor).size);
  return {
    size,
    read(from, to) {
      const bytes = new Uint8Array(Math.max(0, Math.min(to, size) - from));
      let filled = 0;
      while (filled < bytes.length) {
        const got = orUnreadable(path, () => readSync(descriptor, bytes, filled, bytes.length - filled, from + filled));
        if (got === 0) break;
        filled += got;
      }
      return filled === bytes.length ? bytes : bytes.slice(0, filled);
    },
    close: () => {
      closeSync(descriptor);
    },
  };
}

/** A source over bytes in memory, for small members and tests. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: (from, to) => bytes.slice(from, to) };
}

function orUnreadable<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (thrown) {
    const reason = (thrown as NodeJS.ErrnoException).code ?? 'unknown fault';
    throw new CodedError('CLEW_FILE_UNREADABLE', { file: path, reason }, thrown);
  }
}
