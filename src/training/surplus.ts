/**
 * Money that would pile up on an account moves on now and then: to an own account elsewhere, into a
 * larger purchase, to relatives, into cash. One rule for every account, so that a balance tells no
 * role; only people in whose name others act get no savings of their own, their rest goes in notes.
 */
import type { Random } from '../random.ts';
import type { WorldBuilder } from './builder.ts';
import type { Account, Outside } from './model.ts';
import { draftsByAccount } from './statement.ts';

/** Months of income that stay on an account of a person or of a firm before anything moves. */
const MONTHS_KEPT = { person: 1.1, business: 1.6 };

export function spendSurplus(b: WorldBuilder, random: Random): void {
  const drafts = draftsByAccount(b.accounts, b.payments);
  const used = new Set<Account>();
  for (const { members } of b.schemes) {
    for (const { end, role } of members) if (end.kind === 'account' && role === 'victim') used.add(end);
  }
  const months = b.months();
  for (const account of b.accounts) {
    const lines = drafts.get(account) ?? [];
    if (account.product === 'savings' || lines.length === 0) continue;
    const income = lines.reduce((sum, line) => sum + Math.max(0, line.amount), 0) / months.length;
    const kept = income * MONTHS_KEPT[account.holder.kind];
    const own: Outside = { ...b.stranger(random, account.holder.country), name: account.holder.name };
    const habit = random.next();
    let sum = 0;
    let at = 0;
    for (const month of months) {
      for (; at < lines.length && (lines[at]?.booking ?? 0) <= month.last; at++)
        sum = Math.max(0, sum + (lines[at]?.amount ?? 0));
      if (sum <= Math.max(kept, 20000) || random.chance(0.35) || month.last >= b.last) continue;
      const amount = Math.floor(((sum - kept * 0.5) * (0.6 + 0.35 * random.next())) / 10000) * 10000;
      if (amount <= 0) continue;
      const day = month.last + random.integer(1, 12);
      const made = used.has(account)
        ? drawNotes(b, random, account, day, amount)
        : moveOn(b, random, account, own, habit, day, amount);
      sum -= made;
    }
  }
}

function drawNotes(b: WorldBuilder, random: Random, account: Account, day: number, amount: number): number {
  const most = b.scaled(account, 90000);
  const drawn = Math.min(amount, most);
  b.cashOut(account, account.holder.home, day, drawn, random.integer(8 * 60, 22 * 60));
  return drawn;
}

function moveOn(
  b: WorldBuilder,
  random: Random,
  account: Account,
  own: Outside,
  habit: number,
  day: number,
  amount: number,
): number {
  if (account.holder.kind === 'business' || habit < 0.62) {
    b.move(account, own, day, amount, {
      topic: 'saving',
      endToEnd: account.holder.kind === 'business' ? 'always' : 'usual',
    });
    return amount;
  }
  if (habit < 0.8)
    return (
      b.card(
        account,
        random.pick(['furniture', 'travelAgency', 'electronics', 'jewellery']),
        account.holder.home,
        day,
        { amount: Math.round(amount * (0.3 + 0.6 * random.next())) },
      )?.amount ?? 0
    );
  if (habit < 0.9) return drawNotes(b, random, account, day, amount);
  b.move(account, b.stranger(random), day, Math.round(amount / 2), { topic: 'family' });
  return Math.round(amount / 2);
}
