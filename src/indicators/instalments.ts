/** Payments on a debt in step with the income that they come out of. */
import type { TransactionIndex } from '../ledger/ledger.ts';
import { amountOf, creditorDayOf, debtorDayOf, hasWords } from './read.ts';
import type { View } from './view.ts';

/** Income before the first instalment belongs to it for a month. */
const MONTH = 31;
/** Payments closer than this are one instalment where little came in between. */
const APART = 10;

/** What was paid between one income and the next, and the income that it came out of. */
export interface Instalment {
  income: number;
  amount: number;
  readonly day: number;
  readonly isNear: boolean;
  says: boolean;
}

/**
 * Payments in step with income. What comes in since the last instalment is what the next one is
 * taken from, so two wages before one instalment halve its share, and two payments after one wage
 * are one instalment. Small credits between two rows of one pay day do not part them.
 */
export function instalments(
  view: View,
  income: readonly TransactionIndex[],
  rows: readonly TransactionIndex[],
  payDayWindow: number,
  words: number,
): Instalment[] {
  const found: Instalment[] = [];
  const first = debtorDayOf(view, rows[0] as number);
  let next = 0;
  let earned = 0;
  let payDay = -Infinity;
  for (const tx of rows) {
    const day = debtorDayOf(view, tx);
    for (; next < income.length && creditorDayOf(view, income[next] as number) <= day; next++) {
      if (creditorDayOf(view, income[next] as number) < first - MONTH) continue;
      earned += amountOf(view, income[next] as number);
      payDay = creditorDayOf(view, income[next] as number);
    }
    const says = hasWords(view, tx, words);
    const current = found.at(-1);
    if (current && (earned === 0 || (day - current.day < APART && earned * 2 < current.income))) {
      current.amount += amountOf(view, tx);
      current.income += earned;
      current.says ||= says;
    } else {
      found.push({ income: earned, amount: amountOf(view, tx), day, isNear: day - payDay <= payDayWindow, says });
    }
    earned = 0;
  }
  return found.filter(({ income }) => income > 0);
}
