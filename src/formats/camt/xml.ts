/**
 * XML as a stream (saxes): elements are told by their path of local names, so any namespace prefix
 * does, and only those that someone asked for are kept. Document types and entities are refused,
 * depth and length are limited. A fault in the document ends the reading and is returned, not
 * thrown: what stood before it is good.
 */
import { SaxesParser } from 'saxes';
import { CodedError } from '../../errors.ts';
import type { ByteSource, Member } from '../../intake/member.ts';
import { textFeeds, type TextFeed } from '../../intake/text-feeds.ts';
import { xmlEncoding } from './xml-encoding.ts';

const DEEPEST = 64;
const LONGEST_ELEMENT = 4 << 20;

/** Where the reader stands: ask only while an event is handled. */
export interface XmlPlace {
  readonly line: number;
  /** Byte offset of the `<` of the tag that was just read. */
  tagStart(): number;
  /** Byte offset after the `>` of the tag that was just read. */
  tagEnd(): number;
}

/** An element that is expected at a place in the tree, and what to do with it. */
export class XmlNode {
  readonly name: string;
  readonly children = new Map<string, XmlNode>();
  open?: (place: XmlPlace, attributes: Readonly<Record<string, string>>) => void;
  /** Called with text that is not blank, a slice: what outlives the entry at hand must be `detached`. */
  text?: (text: string, place: XmlPlace) => void;
  close?: (place: XmlPlace) => void;

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
}

export interface XmlFault {
  readonly line: number;
  /** Path of the elements that were open, as far as they are known. */
  readonly path: string;
  readonly reason: string;
}

export interface XmlOptions {
  /** Bytes to a read, for tests. */
  readonly chunk?: number;
  readonly progress?: (bytes: number) => void;
  readonly warn?: (message: string) => void;
}

/**
 * Reads a document through.
 * @param root its children may stand at any depth of the document
 * @returns the fault that ended the reading early
 */
export function readXml(source: ByteSource, member: Member, root: XmlNode, options: XmlOptions): XmlFault | undefined {
  const parser = new SaxesParser();
  const skipped = new XmlNode('');
  const nodes: XmlNode[] = [root];
  let node = root;
  let pending = '';
  let feed: TextFeed = { text: '', offset: 0, at: () => 0 };
  let before = 0;
  let lastTag = 0;
  const index = (): number => parser.position - before;
  const place: XmlPlace = {
    get line() {
      return parser.line;
    },
    tagStart: () => feed.at(Math.max(0, feed.text.lastIndexOf('<', index() - 1))),
    tagEnd: () => feed.at(index()),
  };

  parser.on('doctype', () => {
    throw new CodedError('CLEW_FILE_REFUSED', { file: member.name, reason: 'its XML declares a document type' });
  });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    const colon = name.indexOf(':');
    const child = node.children.get(colon < 0 ? name : name.slice(colon + 1));
    node = child ?? (node === root ? root : skipped);
    if (nodes.push(node) > DEEPEST) over(member, 'the depth of elements', DEEPEST);
    lastTag = parser.position;
    pending = '';
    // Self-closing tags are closed by their own event.
    if (child?.open && (!isSelfClosing || child.close)) child.open(place, attributes);
  });
  const onText = (text: string): void => {
    if (node.text) pending += text;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', () => {
    lastTag = parser.position;
    if (node !== skipped && node !== root) {
      if (pending !== '') {
        const text = pending.trim();
        if (text !== '') node.text?.(text, place);
      }
      node.close?.(place);
    }
    pending = '';
    nodes.pop();
    node = nodes[nodes.length - 1] ?? root;
  });

  const { encoding, mark } = xmlEncoding(source, member, options.warn);
  try {
    const cuts = {
      cut: '>',
      anchor: '<',
      from: mark,
      ...(options.chunk === undefined ? {} : { chunk: options.chunk }),
    };
    for (feed of textFeeds(source, encoding, member.name, cuts)) {
      parser.write(feed.text);
      before += feed.text.length;
      if (parser.position - lastTag > LONGEST_ELEMENT) over(member, 'the length of an element', LONGEST_ELEMENT);
      options.progress?.(feed.offset + feed.text.length);
    }
    parser.close();
    return undefined;
  } catch (thrown) {
    if (thrown instanceof CodedError) throw thrown;
    const reason = (thrown instanceof Error ? thrown.message : String(thrown)).replace(/^(\d+:\d+: )+/, '');
    const path = nodes.map((open) => open.name).filter((name) => name !== '');
    return { line: parser.line, path: path.join('/'), reason };
  }
}

function over(member: Member, what: string, limit: number): never {
  throw new CodedError('CLEW_LIMIT', { file: member.name, what, limit });
}
