/**
 * One XML part of a document, as events of local names (saxes). Document types are refused, and so
 * entities; depth is limited. Prefixes are dropped from element names; attributes keep theirs.
 */
import { SaxesParser } from 'saxes';
import { CodedError } from '../../errors.ts';
import { detectEncoding } from '../../intake/encoding.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface PartHandlers {
  open?(name: string, attributes: Attributes): void;
  /** Text as it stands, blanks included; a run may come in several pieces. */
  text?(text: string): void;
  close?(name: string): void;
  /** Called now and then, so that a long reading can be ended from outside by throwing. */
  readonly pause?: (() => void) | undefined;
}

const DEEPEST = 256;
const CHUNK = 1 << 18;

/**
 * Reads a part through. CLEW_FILE_REFUSED for a document type, CLEW_LIMIT for depth, and
 * CLEW_FILE_UNREADABLE where the XML is broken.
 * @param file the name that errors give
 */
export function readPart(bytes: Uint8Array, file: string, part: string, handlers: PartHandlers): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('doctype', () => {
    throw new CodedError('CLEW_FILE_REFUSED', { file, reason: `its XML declares a document type (${part})` });
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > DEEPEST) throw new CodedError('CLEW_LIMIT', { file, what: 'the depth of elements', limit: DEEPEST });
    handlers.open?.(localName(name), attributes as Attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    handlers.close?.(localName(name));
  });
  const onText = (text: string): void => {
    handlers.text?.(text);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  try {
    const decoder = new TextDecoder(encodingOf(bytes));
    for (let at = 0; at < bytes.length; at += CHUNK) {
      handlers.pause?.();
      parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: at + CHUNK < bytes.length }));
    }
    parser.close();
  } catch (thrown) {
    if (thrown instanceof CodedError) throw thrown;
    const reason = (thrown instanceof Error ? thrown.message : String(thrown)).replace(/^(\d+:\d+: )+/, '');
    throw new CodedError('CLEW_FILE_UNREADABLE', { file, reason: `${part}: ${reason}` }, thrown);
  }
}

/** An attribute by its local name, whatever its prefix. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  for (const key in attributes) {
    if (key.endsWith(name) && key[key.length - name.length - 1] === ':') return attributes[key];
  }
  return undefined;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function encodingOf(bytes: Uint8Array): string {
  const { encoding, mark } = detectEncoding(bytes.subarray(0, 256));
  if (mark > 0 || encoding.startsWith('utf-16')) return encoding;
  const head = Buffer.from(bytes.subarray(0, 256)).toString('latin1');
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  return declared.startsWith('utf-16') ? 'utf-8' : declared;
}
