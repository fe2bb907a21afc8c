/**
 * Lines of a page: pieces of text on one baseline, from left to right, as words with their places.
 * Letters that a file draws one by one are joined to words again, and what it draws twice for a bold
 * look is taken once.
 */
import type { PageText } from './pages.ts';
import type { TextPiece } from './page-text.ts';

export interface TextWord {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

export interface TextLine {
  /** From 1. */
  readonly page: number;
  /** Points from the top of the page. */
  readonly baseline: number;
  /** The largest letters' size. */
  readonly size: number;
  readonly words: readonly TextWord[];
}

/** Baselines that differ by less of the size are one line. */
const SAME_LINE = 0.35;
/** A narrower gap of the size stands within a word. */
const WORD_GAP = 0.14;
/** Words closer than this, of the size, are one phrase. */
const PHRASE_GAP = 0.75;

export function linesOf({ page, pieces }: PageText): TextLine[] {
  const sorted = [...pieces].sort((a, b) => a.baseline - b.baseline || a.left - b.left);
  const lines: TextLine[] = [];
  let held: TextPiece[] = [];
  const flush = (): void => {
    if (held.length > 0) lines.push(lineOf(page, held));
    held = [];
  };
  for (const piece of sorted) {
    const first = held[0];
    if (first && piece.baseline - first.baseline > SAME_LINE * Math.min(first.size, piece.size)) flush();
    held.push(piece);
  }
  flush();
  return lines;
}

function lineOf(page: number, pieces: TextPiece[]): TextLine {
  pieces.sort((a, b) => a.left - b.left || a.right - b.right);
  const size = Math.max(...pieces.map((piece) => piece.size));
  const words: { text: string; left: number; right: number }[] = [];
  for (const { text, left, right } of pieces) {
    const last = words.at(-1);
    if (last && text === last.text && Math.abs(left - last.left) < 0.1 * size) continue;
    const gap = last ? left - last.right : Infinity;
    if (last && gap < WORD_GAP * size && gap > -0.3 * size) {
      last.text += text;
      last.right = Math.max(last.right, right);
    } else words.push({ text, left, right });
  }
  return { page, baseline: pieces[0]?.baseline ?? 0, size, words };
}

/** Words that stand close together, as one. */
export function phrasesOf(line: TextLine): TextWord[] {
  const phrases: { text: string; left: number; right: number; words: number }[] = [];
  for (const { text, left, right } of line.words) {
    const last = phrases.at(-1);
    if (last && left - last.right <= PHRASE_GAP * line.size) {
      last.text += ` ${text}`;
      last.right = right;
    } else phrases.push({ text, left, right, words: 1 });
  }
  return phrases;
}

export function textOfLine(line: TextLine): string {
  return line.words.map(({ text }) => text).join(' ');
}
