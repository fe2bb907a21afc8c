/** Which cell styles show dates, times and currencies (ECMA-376, part 1, section 18.8). */
import type { DocumentZip } from '../../intake/document-zip.ts';
import { builtInKind, formatCurrency, formatKind } from './number-format.ts';
import type { PackedCurrency } from '../../money.ts';
import { readPart } from './part-xml.ts';
import type { DateKind } from './serial-date.ts';

/** What a style shows; `kind` is absent for plain numbers. */
export interface CellStyle {
  readonly kind?: DateKind;
  /** 0 for none. */
  readonly currency: PackedCurrency;
}

/** By the index that cells name. */
export function readStyles(zip: DocumentZip, path: string | undefined, file: string): readonly CellStyle[] {
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
    const kind = code === undefined ? builtInKind(id) : formatKind(code);
    return { ...(kind ? { kind } : {}), currency: formatCurrency(code ?? '') };
  });
}
