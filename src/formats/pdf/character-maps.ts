/**
 * ToUnicode character maps (ISO 32000-1 section 9.10.3, Adobe Technical Note 5014): how long a code
 * is, and which letters it stands for.
 */
import { isArray, ObjectReader, PdfString, Word, type PdfValue } from './objects.ts';

const MOST_CODES = 1 << 17;

export interface CharacterMap {
  readonly letters: ReadonlyMap<number, string>;
  /** Bytes of a code, where the map says so. */
  readonly codeBytes?: number;
}

export function readCharacterMap(bytes: Uint8Array): CharacterMap {
  const reader = new ObjectReader(bytes, 0, false);
  const letters = new Map<number, string>();
  let operands: PdfValue[] = [];
  let codeBytes: number | undefined;
  while (!reader.isDone) {
    const value = reader.read();
    if (!(value instanceof Word)) {
      operands.push(value);
      if (operands.length > MOST_CODES) throw new Error('a character map of more codes than a font has');
      continue;
    }
    if (value.word === 'endcodespacerange') {
      for (const operand of operands) {
        if (operand instanceof PdfString) codeBytes = Math.max(codeBytes ?? 0, operand.bytes.length);
      }
    } else if (value.word === 'endbfchar') {
      for (let i = 0; i + 1 < operands.length; i += 2) set(letters, codeOf(operands[i]), lettersOf(operands[i + 1]));
    } else if (value.word === 'endbfrange') {
      for (let i = 0; i + 2 < operands.length; i += 3) range(letters, operands[i], operands[i + 1], operands[i + 2]);
    }
    if (/^(begin|end)/.test(value.word)) operands = [];
  }
  return { letters, ...(codeBytes === undefined ? {} : { codeBytes }) };
}

function range(letters: Map<number, string>, from?: PdfValue, to?: PdfValue, target?: PdfValue): void {
  const [first, last] = [codeOf(from), codeOf(to)];
  if (first === undefined || last === undefined || last - first > 65535) return;
  const start = lettersOf(target);
  for (let code = first; code <= last; code++) {
    if (isArray(target)) set(letters, code, lettersOf(target[code - first]));
    else if (start !== undefined) {
      const end = start.charCodeAt(start.length - 1) + code - first;
      set(letters, code, start.slice(0, -1) + String.fromCharCode(end));
    }
  }
}

function set(letters: Map<number, string>, code: number | undefined, text: string | undefined): void {
  if (code !== undefined && text !== undefined && letters.size < MOST_CODES) letters.set(code, text);
}

function codeOf(value: PdfValue | undefined): number | undefined {
  if (!(value instanceof PdfString) || value.bytes.length > 4) return undefined;
  let code = 0;
  for (let i = 0; i < value.bytes.length; i++) code = code * 256 + value.bytes.charCodeAt(i);
  return code;
}

/** UTF-16, big-endian. */
function lettersOf(value: PdfValue | undefined): string | undefined {
  if (!(value instanceof PdfString)) return undefined;
  const { bytes } = value;
  if (bytes.length === 1) return bytes;
  let text = '';
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    text += String.fromCharCode(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1));
  }
  return text;
}
