/** A file whose bytes are read straight into the reader's own buffer; else as `intake/byte-source.ts`. */
import { closeSync, openSync, readSync } from 'node:fs';
import { CodedError } from '../../errors.ts';
import { fileSource } from '../../intake/byte-source.ts';
import type { ChunkSource } from './chunks.ts';

/** A source over a file on disk; close it when done. */
export function chunkSource(path: string): Required<ChunkSource> & { close(): void } {
  const whole = fileSource(path);
  const descriptor = openSync(path, 'r');
  return {
    size: whole.size,
    read: (from, to) => whole.read(from, to),
    readInto(from, target) {
      let filled = 0;
      while (filled < target.length) {
        const got = readSync(descriptor, target, filled, target.length - filled, from + filled);
        if (got === 0) throw new CodedError('CLEW_FILE_UNREADABLE', { file: path, reason: 'it became shorter' });
        filled += got;
      }
      return filled;
    },
    close() {
      whole.close();
      closeSync(descriptor);
    },
  };
}
