/**
 * What a reader of XML asks for: a tree of local names, so that any namespace prefix does. What no
 * node asks for is checked and passed over without a string being made of it.
 */

/** Where the reader stands: ask only while an event is handled. */
export interface XmlPlace {
  /** Byte offset, in the original encoding, of the `<` of the tag that was just read. */
  tagStart(): number;
  /** Byte offset after the `>` of the tag that was just read. */
  tagEnd(): number;
}

const NOTHING = new Uint8Array(0);

/** An element that is expected at a place in the tree, and what to do with it. */
export class XmlNode {
  readonly name: string;
  readonly children = new Map<string, XmlNode>();
  open?: (place: XmlPlace) => void;
  /** By name, prefix removed; called after `open`, in their order. */
  attributes?: Map<string, (value: string) => void>;
  /**
   * Called at the closing tag with the text since the last tag before it, unless that is blank; a
   * slice: what outlives the entry at hand must be `detached`.
   */
  text?: (text: string, place: XmlPlace) => void;
  close?: (place: XmlPlace) => void;
  /** What the scanner remembers, as files repeat themselves: its name as written, prefix included. */
  written: Uint8Array = NOTHING;
  /** Its first child when it was last read. */
  first: XmlNode | undefined = undefined;
  /** The element that came after it when it was last read, and the parent of both. */
  next: XmlNode | undefined = undefined;
  nextIn: XmlNode | undefined = undefined;

  constructor(name: string) {
    this.name = name;
  }

  /** The node below this one at a path such as `Acct/Id/IBAN`, made if it is new. */
  at(path: string): XmlNode {
    return path.split('/').reduce<XmlNode>((node, name) => {
      const child = node.children.get(name) ?? new XmlNode(name);
      node.children.set(name, child);
      return child;
    }, this);
  }

  /** Has an attribute read; returns the node. */
  attribute(name: string, read: (value: string) => void): this {
    this.attributes ??= new Map();
    this.attributes.set(name, read);
    return this;
  }
}
