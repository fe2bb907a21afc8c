/**
 * Text of a page with its places (ISO 32000-1 chapters 8 and 9): the operators that move and show
 * text, forms within forms, and nothing that paints. Steps are counted over the document.
 */
import type { PdfDocument } from './document.ts';
import { readFont, type Font } from './fonts.ts';
import { isArray, isDict, Name, ObjectReader, PdfString, Stream, Word, type Dict, type PdfValue } from './objects.ts';

/** A piece of text on one baseline; points from the page's upper left corner as it is looked at. */
export interface TextPiece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  /** Drawn without ink, as the text under a scan is. */
  readonly isInvisible: boolean;
}

type Matrix = readonly [number, number, number, number, number, number];

export interface PageSetting {
  readonly contents: Uint8Array;
  readonly resources: Dict;
  /** From the page's space to points from the upper left corner. */
  readonly matrix: Matrix;
}

const DEEPEST_FORM = 12;
/** A form counts for so many steps, since it is unpacked and read anew. */
const FORM_STEPS = 5000;
/** A piece that is kept takes memory. */
const PIECE_STEPS = 10;
const MOST_OPERANDS = 4096;
const DEEPEST_STATE = 512;
/** A gap of so much of the font's size parts words. */
const WORD_GAP = 0.17;

export class StepCount {
  private left: number;
  constructor(most: number) {
    this.left = most;
  }
  step(count = 1): void {
    this.left -= count;
    if (this.left < 0) throw new RangeError('its pages have more operators than is allowed');
  }
}

interface State {
  matrix: Matrix;
  font: Font | undefined;
  size: number;
  spacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
  mode: number;
}

/** Text pieces of a page in the order in which they are drawn. */
export function textOfPage(document: PdfDocument, page: PageSetting, steps: StepCount): TextPiece[] {
  const interpreter = new Interpreter(document, steps);
  interpreter.run(page.contents, page.resources, page.matrix, 0);
  return interpreter.pieces;
}

class Interpreter {
  readonly pieces: TextPiece[] = [];
  private readonly document: PdfDocument;
  private readonly steps: StepCount;
  private readonly fonts = new Map<Dict, Font>();

  constructor(document: PdfDocument, steps: StepCount) {
    this.document = document;
    this.steps = steps;
  }

  run(contents: Uint8Array, resources: Dict, matrix: Matrix, depth: number): void {
    let state: State = {
      matrix,
      font: undefined,
      size: 1,
      spacing: 0,
      wordSpacing: 0,
      stretch: 1,
      leading: 0,
      rise: 0,
      mode: 0,
    };
    const saved: State[] = [];
    let text: Matrix = [1, 0, 0, 1, 0, 0];
    let line: Matrix = text;
    let operands: PdfValue[] = [];
    const number = (index: number): number => {
      const value = operands[index];
      return typeof value === 'number' ? value : 0;
    };
    const six = (): Matrix => [number(0), number(1), number(2), number(3), number(4), number(5)];
    const newLine = (x: number, y: number): void => {
      line = times([1, 0, 0, 1, x, y], line);
      text = line;
    };
    const show = (value: PdfValue | undefined): void => {
      if (value instanceof PdfString) text = this.show(value.bytes, state, text);
    };
    const reader = new ObjectReader(contents, 0, false);
    while (!reader.isDone) {
      const value = reader.read();
      if (!(value instanceof Word)) {
        operands.push(value);
        if (operands.length > MOST_OPERANDS) operands = [];
        continue;
      }
      this.steps.step();
      switch (value.word) {
        case 'q':
          if (saved.length < DEEPEST_STATE) saved.push({ ...state });
          break;
        case 'Q':
          state = saved.pop() ?? state;
          break;
        case 'cm':
          state.matrix = times(six(), state.matrix);
          break;
        case 'BT':
          text = [1, 0, 0, 1, 0, 0];
          line = text;
          break;
        case 'Tf': {
          const [name] = operands;
          state.font = name instanceof Name ? this.font(resources, name.name) : undefined;
          state.size = number(1);
          break;
        }
        case 'Tc':
          state.spacing = number(0);
          break;
        case 'Tw':
          state.wordSpacing = number(0);
          break;
        case 'Tz':
          state.stretch = number(0) / 100;
          break;
        case 'TL':
          state.leading = number(0);
          break;
        case 'Ts':
          state.rise = number(0);
          break;
        case 'Tr':
          state.mode = number(0);
          break;
        case 'Td':
          newLine(number(0), number(1));
          break;
        case 'TD':
          state.leading = -number(1);
          newLine(number(0), number(1));
          break;
        case 'Tm':
          line = six();
          text = line;
          break;
        case 'T*':
          newLine(0, -state.leading);
          break;
        case 'Tj':
          show(operands[0]);
          break;
        case "'":
          newLine(0, -state.leading);
          show(operands[0]);
          break;
        case '"':
          state.wordSpacing = number(0);
          state.spacing = number(1);
          newLine(0, -state.leading);
          show(operands[2]);
          break;
        case 'TJ':
          for (const part of isArray(operands[0]) ? operands[0] : []) {
            if (typeof part === 'number')
              text = times([1, 0, 0, 1, (-part / 1000) * state.size * state.stretch, 0], text);
            else show(part);
          }
          break;
        case 'Do':
          if (operands[0] instanceof Name) this.form(resources, operands[0].name, state.matrix, depth);
          break;
        case 'BI':
          skipPicture(reader);
          break;
        default:
      }
      operands = [];
    }
  }

  /** Draws a string; returns the text matrix after it. */
  private show(bytes: string, state: State, from: Matrix): Matrix {
    const { font, size, stretch, rise, mode } = state;
    if (!font) return from;
    let text = from;
    let letters = '';
    let start: [number, number] | undefined;
    let end: [number, number] | undefined;
    const scale = times(text, state.matrix);
    // Slanted letters have their baseline level; text that runs up or down the page is passed over.
    const isLevel = Math.abs(scale[1]) <= Math.abs(scale[0]) * 0.02 && scale[0] * size > 0;
    const height = Math.hypot(scale[2], scale[3]) * Math.abs(size);
    const flush = (): void => {
      if (start && end && isLevel && letters.trim() !== '') {
        const [left, baseline] = start;
        this.steps.step(PIECE_STEPS);
        this.pieces.push({ text: letters, left, right: end[0], baseline, size: height, isInvisible: mode === 3 });
      }
      letters = '';
      start = undefined;
    };
    const glyphs = font.glyphs(bytes);
    this.steps.step(glyphs.length);
    for (const glyph of glyphs) {
      const whole = times(times([1, 0, 0, 1, 0, rise], text), state.matrix);
      const gap = end && start ? whole[4] - end[0] : 0;
      const isBlank = glyph.letters === ' ' || glyph.letters === '\u00a0' || glyph.letters === '\t';
      if (isBlank || Math.abs(gap) > height * WORD_GAP) flush();
      if (!isBlank) {
        start ??= [whole[4], whole[5]];
        letters += glyph.letters;
      }
      const advance = (glyph.width * size + state.spacing + (glyph.isSpace ? state.wordSpacing : 0)) * stretch;
      const inked = times([1, 0, 0, 1, glyph.width * size * stretch, 0], text);
      end = [times(inked, state.matrix)[4], whole[5]];
      text = times([1, 0, 0, 1, advance, 0], text);
    }
    flush();
    return text;
  }

  private form(resources: Dict, name: string, matrix: Matrix, depth: number): void {
    const all = this.document.get(resources.get('XObject'));
    const form = isDict(all) ? this.document.get(all.get(name)) : undefined;
    if (!(form instanceof Stream) || depth >= DEEPEST_FORM) return;
    const subtype = this.document.get(form.dict.get('Subtype'));
    if (!(subtype instanceof Name) || subtype.name !== 'Form') return;
    const contents = this.document.content(form);
    if (!contents) return;
    const own = this.document.get(form.dict.get('Matrix'));
    const inner = this.document.get(form.dict.get('Resources'));
    const numbers =
      isArray(own) && own.length === 6 ? own.map((value) => Number(this.document.get(value)) || 0) : undefined;
    const placed = numbers ? times(numbers as unknown as Matrix, matrix) : matrix;
    this.steps.step(FORM_STEPS);
    this.run(contents, isDict(inner) ? inner : resources, placed, depth + 1);
  }

  private font(resources: Dict, name: string): Font | undefined {
    const all = this.document.get(resources.get('Font'));
    const dict = isDict(all) ? this.document.get(all.get(name)) : undefined;
    if (!isDict(dict)) return undefined;
    let font = this.fonts.get(dict);
    if (!font) this.fonts.set(dict, (font = readFont(this.document, dict)));
    return font;
  }
}

/** A picture within the text of the page: passed over to its `EI`. */
function skipPicture(reader: ObjectReader): void {
  const { bytes } = reader;
  for (let at = reader.at; at + 3 < bytes.length; at++) {
    const isMark = bytes[at + 1] === 69 && bytes[at + 2] === 73;
    const isApart = (bytes[at] as number) <= 32 && (bytes[at + 3] as number) <= 32;
    if (isMark && isApart) {
      reader.at = at + 3;
      return;
    }
  }
  reader.at = bytes.length;
}

export function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}
