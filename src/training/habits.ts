/**
 * What comes back in ordinary life: wages, rents, bills, takings. Background, decoys and schemes all
 * live on these, so that what sets a scheme apart is the scheme and nothing else.
 */
import type { Random } from '../random.ts';
import type { WorldBuilder } from './builder.ts';
import { dateIn, isBusinessDay, previousBusinessDay, type Day, type Month } from './calendar.ts';
import type { Account, End, Payment } from './model.ts';
import type { City } from './places.ts';

export interface Span {
  from?: Day;
  to?: Day;
}

/** When a payer pays: last business day, the 15th, the 10th … by the payer's habit. */
export function payday(month: Month, date: number): Day {
  return previousBusinessDay(dateIn(month, date));
}

/** A payer's usual pay date: month's end for most, mid-month for some. */
export function drawPayDate(random: Random): number {
  return random.pick([31, 31, 31, 31, 30, 28, 27, 25, 15, 15, 10, 5]);
}

/** Something that comes back every month; returns the payments made. */
export function monthly(
  b: WorldBuilder,
  from: End,
  to: End,
  date: number,
  amount: (month: Month) => number,
  options: Parameters<WorldBuilder['move']>[4] & Span & { skip?: number; random?: Random },
): Payment[] {
  const { from: first, to: last, skip = 0, random, ...rest } = options;
  const made: Payment[] = [];
  for (const month of b.months(first, last)) {
    if (random !== undefined && skip > 0 && random.chance(skip)) continue;
    const day = dateIn(month, date);
    if (day < month.first || day > month.last) continue;
    const payment = b.move(from, to, day, amount(month), rest);
    if (payment !== undefined) made.push(payment);
  }
  return made;
}

/** Wages with their small differences from month to month; a bonus now and then. */
export function wages(
  b: WorldBuilder,
  random: Random,
  employer: End,
  worker: Account,
  net: number,
  options: Span & { date?: number; vary?: number; batch?: boolean; skip?: number } = {},
): Payment[] {
  const date = options.date ?? drawPayDate(random);
  const made: Payment[] = [];
  const isSteady = random.chance(0.6);
  for (const month of b.months(options.from, options.to)) {
    const day = payday(month, date);
    if (day < month.first || day > month.last || random.chance(options.skip ?? 0.01)) continue;
    const swing = isSteady ? 0 : random.normal(0, options.vary ?? 0.05);
    const bonus = random.chance(0.02) ? 1.4 : 1;
    const payment = b.move(employer, worker, day, Math.max(net * 0.3, net * (1 + swing) * bonus), {
      topic: 'wage',
      purpose: 'SALA',
      minute: random.integer(60, 420),
      endToEnd: 'always',
      ...(options.batch === true && employer.kind === 'account' ? { batch: `${employer.iban}/${day}` } : {}),
    });
    if (payment !== undefined) made.push(payment);
  }
  return made;
}

export function rent(
  b: WorldBuilder,
  random: Random,
  tenant: Account,
  landlord: End,
  amount: number,
  options: Span = {},
): void {
  monthly(b, tenant, landlord, random.pick([1, 1, 2, 3, 5]), () => amount, {
    topic: 'rent',
    channel: random.chance(0.75) ? 'standing-order' : 'transfer',
    minute: random.integer(30, 400),
    ...options,
    random,
    skip: 0.01,
  });
}

/** Energy, telephone, insurance, streaming, by direct debit. */
export function bills(
  b: WorldBuilder,
  random: Random,
  account: Account,
  options: Span & { energy?: boolean } = {},
): void {
  const land = account.holder.country;
  const debit = (role: 'energy' | 'phone' | 'insurance', cents: number, chance: number): void => {
    if (!random.chance(chance)) return;
    const amount = b.scaled(account, cents);
    const isFlat = random.chance(0.7);
    monthly(
      b,
      account,
      b.service(role, land),
      random.integer(1, 28),
      () => (isFlat ? amount : Math.round(amount * (0.85 + 0.3 * random.next()))),
      {
        topic: role,
        channel: 'direct-debit',
        minute: random.integer(60, 300),
        endToEnd: 'always',
        from: options.from ?? b.first,
        to: options.to ?? b.last,
      },
    );
  };
  if (options.energy ?? true) debit('energy', random.integer(4500, 12000), 0.2);
  debit('phone', random.integer(999, 4500), 0.2);
  debit('insurance', random.integer(900, 8000), 0.09);
}

/** A wage that a person of ordinary means takes home, in minor units of the account's money. */
export function drawNetWage(b: WorldBuilder, random: Random, account: Account): number {
  return b.scaled(account, Math.min(900000, Math.max(60000, Math.round(205000 * Math.exp(random.normal(0, 0.38))))));
}

/** Cash takings paid in on business days. */
export function bankTakings(
  b: WorldBuilder,
  random: Random,
  account: Account,
  city: City,
  perMonth: number,
  cents: number,
  options: Span = {},
): void {
  for (const month of b.months(options.from, options.to)) {
    for (let day = month.first; day <= month.last; day++) {
      if (!isBusinessDay(day) || !random.chance(perMonth / 21)) continue;
      const taken = b.rounded(account, cents * Math.exp(random.normal(0, 0.5)), 5);
      b.cashIn(account, city, day, taken, random.integer(8 * 60, 19 * 60), random.chance(0.3));
    }
  }
}
