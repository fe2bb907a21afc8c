/** Which cell styles show dates and times (ECMA-376, part 1, section 18.8). */
import type { DocumentZip } from '../../intake/document-zip.ts';
import { builtInKind, formatKind } from './number-format.ts';
import { readPart } from './part-xml.ts';
import type { DateKind } from './serial-date.ts';

/** By the index that cells name; undefined where a style shows a plain number. */
export function readStyles(
  zip: DocumentZip,
  path: string | undefined,
  file: string,
): readonly (DateKind | undefined)[] {
  const bytes = path === undefined ? undefined : zip.part(path);
  if (!bytes || path === undefined) return [];
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let isCellStyle = false;
  readPart(bytes, file, path, {
    open(name, attributes) {
      const id = Number(attributes.numFmtId ?? 0);
      if (name === 'numFmt') codes.set(id, attributes.formatCode ?? '');
      else if (name === 'cellXfs') isCellStyle = true;
      else if (name === 'xf' && isCellStyle) formats.push(id);
    },
    close(name) {
      if (name === 'cellXfs') isCellStyle = false;
    },
  });
  // Formats of one's own stand after the styles in no file that is known, but nothing forbids it.
  return formats.map((id) => {
    const code = codes.get(id);
    return code === undefined ? builtInKind(id) : formatKind(code);
  });
}
