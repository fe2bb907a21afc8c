/**
 * XML 1.0 from UTF-8 bytes, well-formedness checked throughout; what no node of the tree asks for
 * costs no string. Refused besides: document types, deep nesting. Taken besides: one document after
 * the other, white space or a mark before a declaration, and SWIFT's header (`cursor.ts`). Over 300 lines because the tokens of
 * XML share one cursor.
 */
import { NAME, NAME_START, SPACE, TEXT_STOP, VALUE_STOP, classes, resolved } from './characters.ts';
import { OPEN, WIDE, XmlCursor, type XmlPiece } from './cursor.ts';
import { KnownNames } from './known-names.ts';
import { XmlNode, type XmlPlace } from './tree.ts';

/** Told of what is refused; both throw. */
export interface XmlRefusals {
  tooDeep(limit: number): never;
  documentType(): never;
}

const DEEPEST = 64;
/** Numbers kept of an attribute. */
const PLACES = 5;
const [LT, GT, AMP, SLASH, BANG, QUESTION, EQUALS, MINUS, CLOSE_BRACKET] = [...Buffer.from('<>&/!?=-]')] as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];
const [QUOTE, APOSTROPHE, CR] = [34, 39, 13] as const;
const DECLARATION =
  /^<\?xml\s+version\s*=\s*(?:"1\.\d+"|'1\.\d+')(?:\s+encoding\s*=\s*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>$/;

export class XmlScanner extends XmlCursor {
  /** Roots begun. */
  documents = 0;
  /** Elements that are open. */
  depth = 0;
  /** Bytes that were done with since the last tag. */
  sinceTag = 0;
  private readonly root: XmlNode;
  private readonly skipped = new XmlNode('');
  private readonly known: KnownNames;
  private readonly refusals: XmlRefusals;
  private readonly nodes: XmlNode[] = [];
  private node: XmlNode;
  /** Of each open element its name as written, and the number of its bytes. */
  private readonly names: Uint8Array[] = [];
  private readonly nameLengths = new Int32Array(DEEPEST + 1);
  /** Room for names that nobody asks for. */
  private readonly spare: Uint8Array[] = [];
  /** The child of each open element that was read last. */
  private readonly previous: (XmlNode | undefined)[] = [undefined];
  private mayDeclare = true;
  /** Text of the open element in this piece, -1 = none; what stood in others is in `pending`. */
  private textFrom = -1;
  private textTo = -1;
  private textHasMarks = false;
  private pending = '';
  /** Of each attribute of the tag at hand: where name and value are, and whether the value has references or blanks. */
  private readonly attributes: number[] = [];
  private attributePlaces = 0;
  private tagFrom = 0;
  private tagTo = 0;
  private readonly place: XmlPlace = {
    tagStart: () => this.piece.at(this.tagFrom),
    tagEnd: () => this.piece.at(this.tagTo),
  };

  /** @param root its children may stand at any depth */
  constructor(root: XmlNode, refusals: XmlRefusals) {
    super();
    this.root = root;
    this.node = root;
    this.refusals = refusals;
    this.known = new KnownNames(root);
  }

  /**
   * Reads a piece; throws XmlSyntaxError.
   * @returns bytes that are done with; the rest must come again at the start of the next piece
   */
  read(piece: XmlPiece, isLast: boolean): number {
    this.take(piece, isLast);
    const { bytes, end } = this;
    let at = 0;
    this.tagTo = -1;
    while (at < end) {
      const next = bytes[at] === LT ? this.markup(at) : this.depth > 0 ? this.run(at) : this.outside(at);
      if (next === OPEN) break;
      at = next;
    }
    this.holdText();
    this.sinceTag = this.tagTo < 0 ? this.sinceTag + at : at - this.tagTo;
    if (isLast) {
      if (this.depth > 0) this.fail(`unclosed tag: ${this.openName()}`, end);
      if (at < end) this.fail('unexpected end', end);
      if (this.documents === 0) this.fail('document must contain a root element', end);
    }
    return at;
  }

  /** Path of the elements that are open, as far as they are known. */
  path(): string {
    const names = [...this.nodes.slice(1, this.depth), this.node].map((open) => open.name);
    return names.filter((name) => name !== '').join('/');
  }

  /** A run of text within the root; returns the place of the `<` after it. */
  private run(from: number): number {
    const { bytes } = this;
    let hasMarks = false;
    let at = from;
    for (;;) {
      while (((classes[bytes[at] as number] as number) & TEXT_STOP) === 0) at++;
      const byte = bytes[at] as number;
      if (byte === LT) break;
      if (byte === GT) {
        if (at - from >= 2 && bytes[at - 1] === CLOSE_BRACKET && bytes[at - 2] === CLOSE_BRACKET) {
          this.fail('the string "]]>" is disallowed in text', at);
        }
        at++;
      } else if (byte === AMP) {
        hasMarks = true;
        at = this.reference(at);
      } else if (byte === CR) {
        hasMarks = true;
        at++;
      } else if (byte === WIDE) {
        at = this.wide(at);
      } else return this.stopped(at);
      if (at === OPEN) return OPEN;
    }
    if (this.node.text) this.addText(from, at, hasMarks);
    return at;
  }

  private addText(from: number, to: number, hasMarks: boolean): void {
    if (this.textFrom < 0 && this.pending === '') {
      this.textFrom = from;
      this.textTo = to;
      this.textHasMarks = hasMarks;
      return;
    }
    this.holdText();
    this.pending += this.text(from, to, hasMarks);
  }

  private holdText(): void {
    if (this.textFrom < 0) return;
    this.pending += this.text(this.textFrom, this.textTo, this.textHasMarks);
    this.textFrom = -1;
  }

  private text(from: number, to: number, hasMarks: boolean): string {
    const raw = this.letters(from, to);
    return hasMarks ? resolved(raw) : raw;
  }

  private markup(at: number): number {
    const next = this.bytes[at + 1] as number;
    if (((classes[next] as number) & NAME_START) !== 0) return this.openTag(at);
    if (next === SLASH) return this.closeTag(at);
    if (next === BANG) return this.declaration(at);
    if (next === QUESTION) return this.instruction(at);
    return this.stopped(at + 1, 'disallowed character in tag name');
  }

  private openTag(start: number): number {
    const { bytes } = this;
    const nameFrom = start + 1;
    let at = nameFrom;
    while (((classes[bytes[at] as number] as number) & NAME) !== 0) at++;
    const nameTo = at;
    this.attributePlaces = 0;
    let isEmpty = false;
    for (;;) {
      const gap = at;
      while (((classes[bytes[at] as number] as number) & SPACE) !== 0) at++;
      const byte = bytes[at] as number;
      if (byte === GT) break;
      if (byte === SLASH) {
        if (bytes[++at] !== GT) return this.stopped(at, 'forward-slash in opening tag not followed by >');
        isEmpty = true;
        break;
      }
      if (((classes[byte] as number) & NAME_START) === 0) return this.stopped(at, 'disallowed character in tag');
      if (at === gap) this.fail('no whitespace between attributes', at);
      at = this.attribute(at);
      if (at === OPEN) return OPEN;
    }
    this.checkName(nameFrom, nameTo);
    if (this.attributePlaces > PLACES) this.checkAttributes();
    this.tagFrom = start;
    this.tagTo = at + 1;
    this.push(nameFrom, nameTo, isEmpty);
    return at + 1;
  }

  /** One attribute; returns the place after its value. */
  private attribute(nameFrom: number): number {
    const { bytes } = this;
    let at = nameFrom;
    while (((classes[bytes[at] as number] as number) & NAME) !== 0) at++;
    const nameTo = at;
    while (((classes[bytes[at] as number] as number) & SPACE) !== 0) at++;
    if (bytes[at] !== EQUALS) return this.stopped(at, 'attribute without value');
    at++;
    while (((classes[bytes[at] as number] as number) & SPACE) !== 0) at++;
    const quote = bytes[at];
    if (quote !== QUOTE && quote !== APOSTROPHE) return this.stopped(at, 'unquoted attribute value');
    const valueFrom = ++at;
    let hasMarks = false;
    for (;;) {
      while (((classes[bytes[at] as number] as number) & VALUE_STOP) === 0) at++;
      const byte = bytes[at] as number;
      if (byte === quote) break;
      if (byte === WIDE) at = this.wide(at);
      else if (byte === QUOTE || byte === APOSTROPHE) at++;
      else if (((classes[byte] as number) & SPACE) !== 0) {
        hasMarks = true;
        at++;
      } else if (byte === AMP) {
        hasMarks = true;
        at = this.reference(at);
      } else return this.stopped(at);
      if (at === OPEN) return OPEN;
    }
    this.checkName(nameFrom, nameTo);
    const { attributes, attributePlaces: place } = this;
    attributes[place] = nameFrom;
    attributes[place + 1] = nameTo;
    attributes[place + 2] = valueFrom;
    attributes[place + 3] = at;
    attributes[place + 4] = hasMarks ? 1 : 0;
    this.attributePlaces = place + PLACES;
    return at + 1;
  }

  private checkAttributes(): void {
    const seen = new Set<string>();
    for (let i = 0; i < this.attributePlaces; i += PLACES) {
      const name = this.letters(this.attributes[i] as number, this.attributes[i + 1] as number);
      if (seen.has(name)) this.fail(`duplicate attribute: ${name}`, this.attributes[i] as number);
      seen.add(name);
    }
  }

  /** The child that a parent has for a name. What followed the last time is looked at first. */
  private childAt(parent: XmlNode, from: number, to: number): XmlNode | undefined {
    const { bytes, depth } = this;
    const before = this.previous[depth];
    const guess = before === undefined ? parent.first : before.nextIn === parent ? before.next : undefined;
    if (guess !== undefined && isWritten(guess.written, bytes, from, to)) {
      this.previous[depth] = guess;
      return guess;
    }
    const name = this.known.find(bytes, from, to);
    const child = name === undefined ? undefined : parent.children.get(name);
    if (child === undefined) return undefined;
    if (!isWritten(child.written, bytes, from, to)) child.written = new Uint8Array(bytes.subarray(from, to));
    if (before === undefined) parent.first = child;
    else {
      before.next = child;
      before.nextIn = parent;
    }
    this.previous[depth] = child;
    return child;
  }

  private push(nameFrom: number, nameTo: number, isEmpty: boolean): void {
    const { bytes } = this;
    const parent = this.node;
    if (this.depth === 0) {
      this.documents++;
      this.mayDeclare = false;
    }
    if (this.depth === DEEPEST) this.refusals.tooDeep(DEEPEST);
    this.textFrom = -1;
    this.pending = '';
    const { depth } = this;
    const child = parent === this.skipped ? undefined : this.childAt(parent, nameFrom, nameTo);
    const node = child ?? (parent === this.root ? parent : this.skipped);
    const length = nameTo - nameFrom;
    if (child) this.names[depth] = child.written;
    else {
      let room = this.spare[depth];
      if (room === undefined || room.length < length) this.spare[depth] = room = new Uint8Array(length + 64);
      for (let i = 0; i < length; i++) room[i] = bytes[nameFrom + i] as number;
      this.names[depth] = room;
    }
    this.nameLengths[depth] = length;
    this.nodes[depth] = parent;
    this.depth = depth + 1;
    this.previous[depth + 1] = undefined;
    this.node = node;
    // What is empty and has no end of its own is as good as absent.
    if (child && (!isEmpty || child.close)) {
      child.open?.(this.place);
      if (child.attributes) this.giveAttributes(child.attributes);
    }
    if (isEmpty) this.pop();
  }

  private giveAttributes(readers: ReadonlyMap<string, (value: string) => void>): void {
    const { attributes } = this;
    for (let i = 0; i < this.attributePlaces; i += PLACES) {
      const name = this.known.find(this.bytes, attributes[i] as number, attributes[i + 1] as number);
      const reader = name === undefined ? undefined : readers.get(name);
      if (!reader) continue;
      const raw = this.letters(attributes[i + 2] as number, attributes[i + 3] as number);
      // Line ends and tabs are blanks in a value, but not those that a reference stands for.
      reader(attributes[i + 4] === 1 ? resolved(raw.replace(/\r\n|[\t\r\n]/g, ' ')) : raw);
    }
  }

  private closeTag(start: number): number {
    const { bytes } = this;
    if (this.depth === 0) this.fail('unmatched closing tag', start);
    const name = this.names[this.depth - 1] as Uint8Array;
    const length = this.nameLengths[this.depth - 1] as number;
    let at = start + 2;
    for (let i = 0; i < length; i++, at++) {
      if (bytes[at] !== name[i]) return this.stopped(at, `unexpected close tag, ${this.openName()} is open`);
    }
    if (bytes[at] !== GT) {
      while (((classes[bytes[at] as number] as number) & SPACE) !== 0) at++;
      if (bytes[at] !== GT) return this.stopped(at, `unexpected close tag, ${this.openName()} is open`);
    }
    this.tagFrom = start;
    this.tagTo = at + 1;
    if (this.node.text) this.giveText(this.node);
    this.pop();
    return at + 1;
  }

  private giveText(node: XmlNode): void {
    let text: string;
    if (this.textFrom >= 0) {
      const { bytes } = this;
      let { textFrom: from, textTo: to } = this;
      while (from < to && ((classes[bytes[from] as number] as number) & SPACE) !== 0) from++;
      while (from < to && ((classes[bytes[to - 1] as number] as number) & SPACE) !== 0) to--;
      if (from === to) return;
      text = this.text(from, to, this.textHasMarks);
      if (this.textHasMarks || !this.isPlain) text = text.trim();
    } else {
      text = this.pending.trim();
    }
    if (text !== '') node.text?.(text, this.place);
  }

  private pop(): void {
    const { node } = this;
    this.textFrom = -1;
    this.pending = '';
    node.close?.(this.place);
    this.node = this.nodes[--this.depth] as XmlNode;
    if (this.depth === 0) this.mayDeclare = true;
  }

  private openName(): string {
    const last = this.depth - 1;
    return Buffer.from((this.names[last] as Uint8Array).subarray(0, this.nameLengths[last])).toString();
  }

  /** What begins with `<!`: a comment, CDATA, or a document type. */
  private declaration(start: number): number {
    const { bytes, end } = this;
    const head = bytes.toString('latin1', start + 2, Math.min(end, start + 9));
    if (head.startsWith('--')) {
      if (this.depth === 0) this.mayDeclare = false;
      const at = this.quietTo(start + 4, MINUS, MINUS, 0);
      if (at === OPEN || at + 2 >= end) return OPEN;
      return bytes[at + 2] === GT ? at + 3 : this.fail('malformed comment', at);
    }
    if (head === '[CDATA[') {
      if (this.depth === 0) this.fail('text data outside of root node', start);
      const from = start + 9;
      const at = this.quietTo(from, CLOSE_BRACKET, CLOSE_BRACKET, GT);
      if (at === OPEN) return OPEN;
      if (this.node.text) {
        this.holdText();
        this.pending += this.letters(from, at).replace(/\r\n?/g, '\n');
      }
      return at + 3;
    }
    if (head === 'DOCTYPE') this.refusals.documentType();
    if (['--', '[CDATA[', 'DOCTYPE'].some((whole) => whole.startsWith(head)) && start + 2 + head.length >= end) {
      return OPEN;
    }
    return this.fail('incorrect syntax', start);
  }

  private instruction(start: number): number {
    const { bytes } = this;
    const nameFrom = start + 2;
    let at = nameFrom;
    if (((classes[bytes[at] as number] as number) & NAME_START) === 0) {
      return this.stopped(at, 'processing instruction without a target');
    }
    while (((classes[bytes[at] as number] as number) & NAME) !== 0) at++;
    const nameTo = at;
    if (bytes[at] !== QUESTION && ((classes[bytes[at] as number] as number) & SPACE) === 0) {
      return this.stopped(at, 'disallowed character in processing instruction name');
    }
    const to = this.quietTo(at, QUESTION, GT, 0);
    if (to === OPEN) return OPEN;
    this.checkName(nameFrom, nameTo);
    const name = this.letters(nameFrom, nameTo);
    if (name.toLowerCase() === 'xml') {
      if (name !== 'xml' || !this.mayDeclare) {
        this.fail('an XML declaration must be at the start of the document', start);
      }
      if (!DECLARATION.test(this.letters(start, to + 2))) this.fail('malformed XML declaration', start);
    }
    if (this.depth === 0) this.mayDeclare = false;
    return to + 2;
  }
}

function isWritten(name: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  const { length } = name;
  if (length !== to - from) return false;
  for (let i = 0; i < length; i++) if (name[i] !== bytes[from + i]) return false;
  return true;
}
