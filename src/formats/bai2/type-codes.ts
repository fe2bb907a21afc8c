/**
 * BAI2 type codes: 010–099 are balances, 100–399 credits, 400–699 debits, 700–799 loans, 890 says
 * something without money, 900–999 are a bank's own in the same order. 100 and 400 are totals.
 */
import type { Channel } from '../entry-columns.ts';

/** `none` is no movement of money. */
export function directionOf(code: number): 'credit' | 'debit' | 'none' {
  if (code === 100 || code === 400) return 'none';
  if ((code > 100 && code < 400) || (code >= 720 && code < 760) || (code >= 920 && code < 960)) return 'credit';
  if ((code > 400 && code < 700) || (code >= 760 && code < 800) || (code >= 960 && code < 1000)) return 'debit';
  return 'none';
}

const channelRanges: readonly (readonly [Channel, string])[] = [
  ['cheque', '115 116 175 255 395 470-479 555'],
  ['direct-debit', '155 451 452 455 462 557 257'],
  ['credit-transfer', '142-145 164-169 201 206 275 277 445 447 450 464 466 468 469 501 506 575 577'],
  ['wire', '190-198 207 208 490-496 507 508'],
  ['interest', '354 654'],
  ['fee', '661 698'],
];
const channelByCode = new Map<number, Channel>();
for (const [channel, ranges] of channelRanges) {
  for (const range of ranges.split(' ')) {
    const [from = 0, to = from] = range.split('-').map(Number);
    for (let code = from; code <= to; code++) channelByCode.set(code, channel);
  }
}

export function channelOfCode(code: number): Channel {
  return channelByCode.get(code) ?? 'other';
}

/** Returned items and reversals. */
const returns = new Set([252, 255, 257, 258, 266, 395, 552, 555, 557, 558, 566]);

export function isReturnCode(code: number): boolean {
  return returns.has(code);
}
