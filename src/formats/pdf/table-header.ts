/**
 * The line that names a statement's columns, alone or over two lines, and the edges between its
 * columns: where the fewest words of the lines below would be cut.
 */
import { matchHeader, type Role } from '../csv/header-words.ts';
import { isCurrencyWord, scoreHeader } from '../csv/layout.ts';
import { isMoney } from './cell-shapes.ts';
import { phrasesOf, type TextLine, type TextWord } from './lines.ts';

export interface HeaderCell extends TextWord {
  readonly role: Role | undefined;
}

export interface TableHeader {
  readonly cells: readonly HeaderCell[];
  /** Lines that the header takes, one or two. */
  readonly lines: number;
}

/** A second line must make so many more names known. */
const BETTER = 0.9;

/** The header that starts in a line, if one does. */
export function headerAt(lines: readonly TextLine[], index: number): TableHeader | undefined {
  const line = lines[index] as TextLine;
  const next = lines[index + 1];
  const one = splitNames(phrasesOf(line));
  const single = scoreOf(one);
  if (next?.page === line.page && next.baseline - line.baseline < 2 * line.size) {
    const two = stacked(one, splitNames(phrasesOf(next)));
    const double = two ? scoreOf(two) : 0;
    if (two && double >= single + BETTER) return { cells: two.map(withRole), lines: 2 };
  }
  return single > 0 ? { cells: one.map(withRole), lines: 1 } : undefined;
}

/** Known names, 0 where a date or an amount is missing. */
function scoreOf(cells: readonly TextWord[]): number {
  const { known, hasDate, hasMoney } = scoreHeader(cells.map(({ text }) => text));
  return hasDate && hasMoney && known >= 2 && cells.length >= 2 ? known : 0;
}

function withRole(cell: TextWord): HeaderCell {
  return { ...cell, role: matchHeader(cell.text, isCurrencyWord)?.role };
}

const isName = (text: string): boolean => matchHeader(text, isCurrencyWord)?.isExact === true;

/** Names that stand so close that they look like one phrase are taken apart where both are known. */
function splitNames(phrases: readonly TextWord[]): TextWord[] {
  return phrases.flatMap((phrase) => {
    const words = phrase.text.split(' ');
    if (words.length < 2 || words.length > 8 || isName(phrase.text)) return [phrase];
    const letters = phrase.text.length;
    for (let cut = 1; cut < words.length; cut++) {
      const [first, second] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
      if (!isName(first) || !isName(second)) continue;
      const width = phrase.right - phrase.left;
      return [
        { text: first, left: phrase.left, right: phrase.left + (width * first.length) / letters },
        { text: second, left: phrase.right - (width * second.length) / letters, right: phrase.right },
      ];
    }
    return [phrase];
  });
}

/** Two lines of names, those that stand over one another joined; undefined where lines do not fit. */
function stacked(upper: readonly TextWord[], lower: readonly TextWord[]): TextWord[] | undefined {
  const cells = upper.map((cell) => ({ ...cell }));
  for (const { text, left, right } of lower) {
    const over = cells.filter((cell) => cell.left < right && cell.right > left);
    if (over.length > 1) return undefined;
    const [cell] = over;
    if (!cell) cells.push({ text, left, right });
    else {
      const isBroken = cell.text.endsWith('-') && /^\p{Ll}/u.test(text);
      cell.text = isBroken ? cell.text.slice(0, -1) + text : `${cell.text} ${text}`;
      cell.left = Math.min(cell.left, left);
      cell.right = Math.max(cell.right, right);
    }
  }
  return cells.sort((a, b) => a.left - b.left);
}

/** Right edges of all columns but the last, from the header and the lines of entries below it. */
export function columnEdges(cells: readonly HeaderCell[], lines: readonly TextLine[]): number[] {
  const entries = lines.filter(({ words }) => words.some(({ text }) => isMoney(text)));
  return cells.slice(1).map((cell, index) => {
    const from = (cells[index] as HeaderCell).right;
    const to = cell.left;
    if (to <= from) return (from + to) / 2;
    return widestGap(from, to, entries);
  });
}

/** The middle of the widest stretch in [from, to] that the fewest words cover. */
function widestGap(from: number, to: number, lines: readonly TextLine[]): number {
  const cuts = new Map<number, number>([
    [from, 0],
    [to, 0],
  ]);
  for (const { words } of lines) {
    for (const { left, right } of words) {
      if (right <= from || left >= to) continue;
      const [start, end] = [Math.max(left, from), Math.min(right, to)];
      cuts.set(start, (cuts.get(start) ?? 0) + 1);
      cuts.set(end, (cuts.get(end) ?? 0) - 1);
    }
  }
  const places = [...cuts].sort(([a], [b]) => a - b);
  let covered = 0;
  let best = { covered: Infinity, width: 0, middle: (from + to) / 2 };
  for (const [index, [place, change]] of places.entries()) {
    covered += change;
    const next = places[index + 1]?.[0];
    if (next === undefined) break;
    const width = next - place;
    if (width <= 0) continue;
    if (covered < best.covered || (covered === best.covered && width >= best.width)) {
      best = { covered, width, middle: (place + next) / 2 };
    }
  }
  return best.middle;
}
