/** What a cell of a statement looks like: a day, with its year or without, or an amount. */
import { stripAmount } from '../csv/amounts.ts';
import { monthOf } from '../csv/month-words.ts';
import { foldText } from '../text-words.ts';

/** Months in full, folded; shorter words are taken by their beginning. `Marktplatz 5` is no day of March. */
const MONTH =
  /^(january|february|march|april|june|july|august|september|october|november|december|januar|februar|maerz|juni|juli|oktober|dezember|jaenner|feber|janvier|fevrier|avril|juin|juillet|septembre|octobre|novembre|decembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|januari|februari|maart|augustus|ianuarie|februarie|martie|aprilie|iunie|iulie|octombrie|noiembrie|decembrie|stycznia|lutego|marca|kwietnia|czerwca|lipca|sierpnia|wrzesnia|pazdziernika|listopada|grudnia)$/;

function isMonth(word: string): boolean {
  const folded = foldText(word);
  return monthOf(word) > 0 && (folded.length <= 4 || MONTH.test(folded));
}

export type DayShape = 'full' | 'no year' | undefined;

export function dayShape(text: string): DayShape {
  const tidy = text.trim();
  if (tidy.length < 4 || tidy.length > 24) return undefined;
  const date = tidy.replace(/[ T]\d{1,2}[:.]\d{2}(:\d{2})?$/, '');
  const numbers = /^(\d{1,4})([./-])(\d{1,2})(?:\2(\d{4}|\d{2}))?\2?$/.exec(date);
  if (numbers) {
    const [, first = '', mark, second = '', third] = numbers;
    if (first.length > 2) return first.length === 4 && third !== undefined ? 'full' : undefined;
    if (third !== undefined) return 'full';
    // `12.50` is an amount; a day without a year has its point, or a stroke.
    const isDay = mark === '.' ? date.endsWith('.') || (second.length === 2 && first.length === 2) : true;
    return isDay && Number(first) <= 31 && Number(second) <= 31 && Number(first) > 0 && Number(second) > 0
      ? 'no year'
      : undefined;
  }
  const named =
    /^(?:\p{L}{2,4}\.?,? )?\d{1,2}(?:st|nd|rd|th|\.)?[ .-]?(\p{L}{3,})\.?(?:[ .,-]{0,2}(\d{4}|\d{2}))?$/u.exec(date) ??
    /^(\p{L}{3,})\.? \d{1,2}(?:st|nd|rd|th)?(?:,? (\d{4}))?$/u.exec(date);
  if (!named || !isMonth(named[1] ?? '')) return undefined;
  return named[2] === undefined ? 'no year' : 'full';
}

export function isAmount(text: string): boolean {
  if (!/\d/.test(text) || text.length > 40) return false;
  const digits = stripAmount(text)?.digits ?? '';
  return /^[\d.,' ]+$/.test(digits) && !/\d{2}\.\d{2}\.\d{2}/.test(digits);
}

/** An amount with a fraction, as money stands in statements. */
export function isMoney(text: string): boolean {
  if (!isAmount(text) || !/[.,]\d{2}(?!\d)/.test(text)) return false;
  const digits = stripAmount(text)?.digits ?? '';
  return !digits.includes(' ') || /^\d{1,3}( \d{3})*[.,]\d{2}$/.test(digits);
}

/** The amount that a line ends with, with its sign and currency; empty where it ends otherwise. */
export function moneyAtEnd(words: readonly string[]): string {
  for (let from = Math.max(0, words.length - 6); from < words.length; from++) {
    const rest = words.slice(from).join(' ');
    if (isMoney(rest)) return rest;
  }
  return '';
}
