/**
 * What intake gives and formats read: a member (one file of bytes, containers already opened) and
 * the source its bytes come from. Types only, first in the data's path.
 */

/** One file of bytes on this machine; containers are opened before (`members.ts`). */
export interface Member {
  /** The name that the user knows it by, e.g. `march.zip/donaubank.csv`. */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 in lower-case hex. */
  readonly sha256: string;
  /** As told by BOM, declaration or validity (`encoding.ts`), a WHATWG label. */
  readonly encoding: string;
}

/** Reads parts of a member; never the whole of a large one at once. */
export interface ByteSource {
  readonly size: number;
  /** Bytes [from, to), a fresh array. */
  read(from: number, to: number): Uint8Array;
}
