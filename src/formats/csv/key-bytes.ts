/**
 * An account's key written from bytes to bytes, as `account-key.ts` spells it: capitals without
 * blanks, `bank/account` where a bank is given. Only for plain ASCII; the rest goes through text.
 */
import { accountKey } from '../account-key.ts';
import type { TextOf } from './sample.ts';

const BLANK = 32;
const SLASH = 47;
const APOSTROPHE = 39;
export const LONGEST_KEY = 400;
/** Instead of where a key ends: letters beyond ASCII, or no account at all. */
export const SPELLED = -1;
export const NOTHING = -2;

const BEYOND = 255;
/** What a byte is in a key: itself, its capital, 0 for a blank that is left out, `BEYOND` for what is not plain. */
const TIGHT = Uint8Array.from({ length: 256 }, (_, c) => {
  if (c === BLANK || c === 9 || c === 10 || c === 13) return 0;
  if (c < BLANK || c > 126) return BEYOND;
  return c >= 97 && c <= 122 ? c - 32 : c;
});

/** Writes the key of an account behind its kind; returns where it ends, or why it has none of plain bytes. */
export function writeKey(
  key: Uint8Array,
  at: number,
  bytes: Uint8Array,
  bankFrom: number,
  bankTo: number,
  from: number,
  to: number,
): number {
  let n = at;
  if (bankTo > bankFrom) {
    n = tighten(key, bytes, bankFrom, bankTo, n);
    if (n < 0) return SPELLED;
    if (n > at) key[n++] = SLASH;
  }
  const start = n;
  n = tighten(key, bytes, from, to, n);
  if (n < 0) return SPELLED;
  for (let i = start; i < n; i++) {
    const c = key[i] as number;
    if (c !== 45 && c !== 48 && c !== SLASH) return n;
  }
  return NOTHING;
}

/** Capitals without blanks at `key[n…]`; -1 where letters beyond ASCII or too many stand. */
function tighten(key: Uint8Array, bytes: Uint8Array, from: number, to: number, n: number): number {
  if (to - from > LONGEST_KEY / 2) return -1;
  // '27114020040000300201355387' keeps spreadsheets from rounding it.
  if (bytes[from] === APOSTROPHE && from < to) from++;
  if (bytes[to - 1] === APOSTROPHE && from < to) to--;
  for (let p = from; p < to; p++) {
    const letter = TIGHT[bytes[p] as number] as number;
    if (letter === BEYOND) return -1;
    if (letter !== 0) key[n++] = letter;
  }
  return n;
}

/** The key through text, for what is not plain ASCII; undefined where no account is named. */
export function spelledKey(
  text: TextOf,
  bytes: Uint8Array,
  bankFrom: number,
  bankTo: number,
  from: number,
  to: number,
): string | undefined {
  const account = accountKey(text(bytes, from, to));
  if (!account) return undefined;
  const bank = accountKey(text(bytes, bankFrom, bankTo));
  return bank ? `${bank.key}/${account.key}` : account.key;
}
