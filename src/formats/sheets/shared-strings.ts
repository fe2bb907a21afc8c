/** The strings that cells share (ECMA-376, part 1, section 18.4): runs joined, readings for pronunciation left out. */
import { CodedError } from '../../errors.ts';
import type { DocumentZip } from '../../intake/document-zip.ts';
import { readPart } from './part-xml.ts';

const MOST_STRINGS = 10_000_000;

/** @param path of the part; a workbook without strings has none */
export function readSharedStrings(zip: DocumentZip, path: string | undefined, file: string): readonly string[] {
  const bytes = path === undefined ? undefined : zip.part(path);
  const strings: string[] = [];
  if (!bytes || path === undefined) return strings;
  let text = '';
  let phonetic = 0;
  let isText = false;
  readPart(bytes, file, path, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic++;
      isText = name === 't' && phonetic === 0;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'si') {
        if (strings.length === MOST_STRINGS)
          throw new CodedError('CLEW_LIMIT', { file, what: 'the number of strings', limit: MOST_STRINGS });
        strings.push(unescaped(text));
      }
    },
  });
  return strings;
}

/** Characters that XML cannot hold stand as `_x000D_` (section 22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
