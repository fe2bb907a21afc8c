/**
 * The names of elements and attributes that a tree of nodes asks for, found by the bytes of a tag without making a string.
 * Names of a hostile file are never added.
 */
import type { XmlNode } from './tree.ts';

const COLON = 58;

export class KnownNames {
  private readonly slots: ({ readonly bytes: Uint8Array; readonly text: string } | undefined)[];
  private readonly mask: number;

  constructor(root: XmlNode) {
    const names = new Set<string>();
    const seen = new Set<XmlNode>();
    const visit = (node: XmlNode): void => {
      if (seen.has(node)) return;
      seen.add(node);
      for (const name of node.attributes?.keys() ?? []) names.add(name);
      for (const [name, child] of node.children) {
        names.add(name);
        visit(child);
      }
    };
    visit(root);
    let size = 64;
    while (size < names.size * 4) size *= 2;
    this.slots = new Array<undefined>(size).fill(undefined);
    this.mask = size - 1;
    for (const text of names) {
      const bytes = Buffer.from(text);
      let slot = hashBytes(bytes, 0, bytes.length) & this.mask;
      while (this.slots[slot]) slot = (slot + 1) & this.mask;
      this.slots[slot] = { bytes, text };
    }
  }

  /** The local name in bytes[from, to), a prefix removed, where it is known. */
  find(bytes: Uint8Array, from: number, to: number): string | undefined {
    let local = from;
    for (let i = from; i < to; i++) {
      if (bytes[i] !== COLON) continue;
      local = i + 1;
      break;
    }
    const length = to - local;
    let slot = hashBytes(bytes, local, to) & this.mask;
    for (;;) {
      const held = this.slots[slot];
      if (!held) return undefined;
      if (held.bytes.length === length && isSame(held.bytes, bytes, local)) return held.text;
      slot = (slot + 1) & this.mask;
    }
  }
}

function isSame(held: Uint8Array, bytes: Uint8Array, from: number): boolean {
  for (let i = 0; i < held.length; i++) if (held[i] !== bytes[from + i]) return false;
  return true;
}

/** FNV-1a (Fowler, Noll, Vo). */
function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  return hash ^ (hash >>> 15);
}
