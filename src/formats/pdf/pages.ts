/** The pages of a PDF in order, with what they inherit (ISO 32000-1 section 7.7.3). */
import type { PdfDocument } from './document.ts';
import { isArray, isDict, Ref, Stream, type Dict, type PdfValue } from './objects.ts';
import { StepCount, textOfPage, times, type TextPiece } from './page-text.ts';

const MOST_PAGES = 5000;
const MOST_STEPS = 20_000_000;
const LETTER: readonly number[] = [0, 0, 612, 792];
const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'];

export interface PageText {
  /** From 1. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly TextPiece[];
}

/** Text of every page. Throws an Error with the reason for what cannot be read. */
export function textOfPages(document: PdfDocument): PageText[] {
  const steps = new StepCount(MOST_STEPS);
  return pageDicts(document).map((dict, index) => textOf(document, dict, index + 1, steps));
}

/** Leaves of the page tree; a node that is met again is passed over. */
function pageDicts(document: PdfDocument): Dict[] {
  const pages: Dict[] = [];
  const seen = new Set<number>();
  const stack: { value: PdfValue | undefined; inherited: Dict }[] = [
    { value: document.root.get('Pages'), inherited: new Map() },
  ];
  while (stack.length > 0) {
    const { value, inherited } = stack.pop() as { value: PdfValue | undefined; inherited: Dict };
    if (value instanceof Ref) {
      if (seen.has(value.number)) continue;
      seen.add(value.number);
    }
    const node = document.get(value);
    if (!isDict(node)) continue;
    const own = new Map(inherited);
    for (const key of INHERITED) if (node.has(key)) own.set(key, node.get(key) as PdfValue);
    const kids = document.get(node.get('Kids'));
    if (isArray(kids)) {
      for (let i = kids.length - 1; i >= 0; i--) stack.push({ value: kids[i], inherited: own });
      if (stack.length > MOST_PAGES * 4) throw new RangeError(`it has more than ${MOST_PAGES} pages`);
      continue;
    }
    pages.push(new Map([...node, ...own]));
    if (pages.length > MOST_PAGES) throw new RangeError(`it has more than ${MOST_PAGES} pages`);
  }
  return pages;
}

function textOf(document: PdfDocument, dict: Dict, page: number, steps: StepCount): PageText {
  const box = boxOf(document, dict.get('CropBox')) ?? boxOf(document, dict.get('MediaBox')) ?? LETTER;
  const [left = 0, bottom = 0, right = 612, top = 792] = box;
  const turned = (((Number(document.get(dict.get('Rotate'))) || 0) % 360) + 360) % 360;
  const [w, h] = [right - left, top - bottom];
  const moved = [1, 0, 0, 1, -left, -bottom] as const;
  const matrix =
    turned === 90
      ? times(moved, [0, 1, 1, 0, 0, 0])
      : turned === 180
        ? times(moved, [-1, 0, 0, 1, w, 0])
        : turned === 270
          ? times(moved, [0, -1, -1, 0, h, w])
          : times(moved, [1, 0, 0, -1, 0, h]);
  const resources = document.get(dict.get('Resources'));
  const setting = {
    contents: contentsOf(document, dict),
    resources: isDict(resources) ? resources : new Map(),
    matrix,
  };
  const isOnSide = turned % 180 !== 0;
  return {
    page,
    width: isOnSide ? h : w,
    height: isOnSide ? w : h,
    pieces: textOfPage(document, setting, steps),
  };
}

function boxOf(document: PdfDocument, value: PdfValue | undefined): readonly number[] | undefined {
  const listed = document.get(value);
  if (!isArray(listed) || listed.length !== 4) return undefined;
  const [a, b, c, d] = listed.map((each) => Number(document.get(each))) as [number, number, number, number];
  const box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  return box.every(Number.isFinite) && a !== c && b !== d ? box : undefined;
}

/** A page's contents may be cut into streams anywhere between two words. */
function contentsOf(document: PdfDocument, dict: Dict): Uint8Array {
  const contents = document.get(dict.get('Contents'));
  const parts = isArray(contents) ? contents : [contents];
  const pieces: Uint8Array[] = [];
  for (const part of parts) {
    const stream = document.get(part);
    const bytes = stream instanceof Stream ? document.content(stream) : undefined;
    if (bytes) pieces.push(bytes, Uint8Array.of(10));
  }
  return Buffer.concat(pieces);
}
