/**
 * Opening balances that let every account run without falling far below zero. Accounts opened inside
 * the period start at zero and get a first deposit if they need one, as banks ask for.
 */
import type { Random } from '../random.ts';
import type { WorldBuilder } from './builder.ts';
import type { Account } from './model.ts';
import { draftsByAccount } from './statement.ts';

/** Lowest running sum of an account's booked entries, starting from zero. */
function lowest(lines: ReadonlyArray<{ amount: number; payment: { isPending: boolean } }>): number {
  let sum = 0;
  let low = 0;
  for (const line of lines) {
    if (line.payment.isPending) continue;
    sum += line.amount;
    if (sum < low) low = sum;
  }
  return low;
}

/** Adds account fees and first deposits, then fixes what stood on each account before the first day. */
export function settleBalances(b: WorldBuilder, random: Random): Map<Account, number> {
  for (const account of b.accounts) {
    if (account.product === 'savings' || account.bank === 'b' || !random.chance(0.3)) continue;
    const isQuarterly = account.bank !== 'd' || random.chance(0.5);
    for (const month of b.months()) {
      if (isQuarterly && month.month % 3 !== 0) continue;
      b.move(account, { kind: 'bank' }, month.last, isQuarterly ? b.scaled(account, 1470) : b.scaled(account, 490), {
        channel: 'fee',
        text: '',
        minute: 1380,
      });
    }
  }
  const opening = new Map<Account, number>();
  const drafts = draftsByAccount(b.accounts, b.payments);
  for (const account of b.accounts) {
    const low = lowest(drafts.get(account) ?? []);
    if (account.opened >= b.first) {
      opening.set(account, 0);
      if (low < 0) {
        const day = Math.max(account.opened, b.first);
        const amount = Math.ceil(-low / 1000) * 1000;
        const from =
          account.bank === 'b'
            ? b.stranger(random, account.holder.country)
            : b.cashPoint(account.holder.home, undefined, true);
        b.move(from, account, day, amount, {
          channel: account.bank === 'b' ? 'instant' : 'cash-in',
          minute: 1,
          text: '',
        });
      }
      continue;
    }
    const cushion = b.scaled(account, Math.round(Math.min(2500000, 42000 * Math.exp(random.normal(0, 1.3)))));
    const overdraft = random.chance(0.1) ? b.scaled(account, random.integer(5000, 80000)) : 0;
    const share = account.holder.kind === 'business' ? 3 : account.product === 'savings' ? 4 : 1;
    opening.set(account, -low + (low < 0 ? Math.round(cushion * 0.3) - overdraft : cushion * share));
  }
  return opening;
}
