/**
 * How people spend: cards, cash from the machine, small sums between friends, a trip now and then.
 * Amounts and activity are heavy-tailed (log-normal); weekly rhythms follow opening hours and weekends.
 */
import type { Random } from '../random.ts';
import type { WorldBuilder } from './builder.ts';
import { weekday } from './calendar.ts';
import { bills, type Span } from './habits.ts';
import type { TradeName } from './merchants.ts';
import type { Account, Outside } from './model.ts';
import type { City } from './places.ts';

const LEISURE: readonly TradeName[] = [
  'restaurant',
  'fastfood',
  'bar',
  'clothes',
  'cosmetics',
  'books',
  'shop',
  'shop',
  'electronics',
  'diy',
  'parking',
  'games',
  'furniture',
  'hairdresser',
  'sports',
  'pharmacy',
  'doctor',
  'fuel',
  'fuel',
  'rail',
  'taxi',
  'gambling',
  'advertising',
];

function drawTrade(random: Random): TradeName {
  if (random.chance(0.52)) return 'grocery';
  if (random.chance(0.2)) return 'bakery';
  // Dating and listing sites have lawful customers too.
  return random.chance(0.02) ? 'listing' : random.pick(LEISURE);
}

/** Card purchases at a monthly rate; one of a hundred is given back. */
export function shop(
  b: WorldBuilder,
  random: Random,
  account: Account,
  city: City,
  perMonth: number,
  options: Span & { trades?: readonly TradeName[]; factor?: number } = {},
): void {
  const from = Math.max(options.from ?? b.first, b.first);
  const to = Math.min(options.to ?? b.last, b.last);
  const trades = options.trades;
  for (let day = from; day <= to; day++) {
    const isWeekend = weekday(day) >= 6;
    let expected = (perMonth / 30.4) * (isWeekend ? 1.25 : 0.9);
    while (expected > 0) {
      if (random.chance(Math.min(1, expected))) {
        const name = trades === undefined ? drawTrade(random) : random.pick(trades);
        const made = b.card(account, name, city, day, options.factor === undefined ? {} : { factor: options.factor });
        if (random.chance(0.008)) b.reverse(made, day + random.integer(2, 9));
      }
      expected -= 1;
    }
  }
}

/** Cash from the machine in round notes. */
export function drawCash(
  b: WorldBuilder,
  random: Random,
  account: Account,
  city: City,
  perMonth: number,
  cents: number,
  options: Span = {},
): void {
  for (const month of b.months(options.from, options.to)) {
    let left = perMonth;
    while (left > 0) {
      if (random.chance(Math.min(1, left))) {
        const size = b.rounded(account, cents * Math.exp(random.normal(0, 0.45)), account.currency === 'PLN' ? 50 : 10);
        b.cashOut(account, city, random.integer(month.first, month.last), size, random.integer(7 * 60, 22 * 60));
      }
      left -= 1;
    }
  }
}

/** Small sums between friends, at once and with few words. */
export function friends(
  b: WorldBuilder,
  random: Random,
  account: Account,
  others: ReadonlyArray<Account | Outside>,
  perMonth: number,
  options: Span = {},
): void {
  if (others.length === 0) return;
  for (const month of b.months(options.from, options.to)) {
    let left = perMonth;
    while (left > 0) {
      if (random.chance(Math.min(1, left))) {
        const other = random.pick(others);
        const cents = random.chance(0.5)
          ? random.integer(1, 8) * 500
          : Math.round(1800 * Math.exp(random.normal(0, 0.7)));
        const isGiving = random.chance(0.55);
        b.move(
          isGiving ? account : other,
          isGiving ? other : account,
          random.integer(month.first, month.last),
          b.scaled(account, cents),
          {
            topic: 'friend',
            channel: random.chance(0.6) ? 'instant' : 'transfer',
            minute: random.integer(8 * 60, 23 * 60 + 50),
          },
        );
      }
      left -= 1;
    }
  }
}

export interface Life extends Span {
  city?: City;
  /** 1 is a light card user of about one purchase a week and less; heavy users reach ten times that. */
  activity?: number;
  bills?: boolean;
  cash?: number;
  friends?: number;
}

/** An ordinary person's spending from one account. */
export function live(b: WorldBuilder, random: Random, account: Account, life: Life = {}): void {
  const city = life.city ?? account.holder.home;
  const span: Span = { from: life.from ?? b.first, to: life.to ?? b.last };
  const activity = life.activity ?? Math.min(12, Math.exp(random.normal(-0.35, 0.95)));
  shop(b, random, account, city, 0.62 * activity, span);
  drawCash(
    b,
    random,
    account,
    city,
    life.cash ?? random.pick([0, 0, 0.2, 0.4, 0.5, 1, 1.5]),
    random.pick([6000, 10000, 20000, 30000]),
    span,
  );
  if (life.bills ?? true) bills(b, random, account, span);
  const circle = b.payers(random, account, random.integer(2, 4));
  friends(b, random, account, circle, life.friends ?? (random.chance(0.4) ? 0.6 * Math.min(3, activity) : 0), span);
  if (random.chance(0.2 * Math.min(1, activity))) {
    for (const month of b.months(span.from, span.to))
      b.card(account, 'streaming', city, Math.min(month.last, month.first + random.integer(0, 2)));
  }
  if (random.chance(0.12)) {
    const away = random.pick(b.townsAround(random, city));
    const start = b.dayAfterStart(random, 20, 230);
    if (start >= (span.from ?? b.first) && start < (span.to ?? b.last)) {
      b.card(account, random.pick(['rail', 'airline', 'coach']), city, start - 1);
      b.card(account, 'hotel', away, start);
      shop(b, random, account, away, 25, {
        from: start,
        to: Math.min(start + 4, span.to ?? b.last),
        trades: ['restaurant', 'fastfood', 'bakery', 'parking'],
      });
    }
  }
}
