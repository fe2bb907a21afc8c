/**
 * Flows that schemes and their look-alikes have in common: accounts opened together, credits from
 * many payers, and money that goes on to one other account. Shares, delays and gaps are drawn, so a
 * sweep is seldom whole, seldom on time and sometimes in notes.
 */
import type { Random } from '../random.ts';
import type { WorldBuilder } from './builder.ts';
import { weekday, type Day } from './calendar.ts';
import type { Account, BankId, End, Outside, Payment } from './model.ts';
import type { City } from './places.ts';
import type { Topic } from './phrases.ts';

export interface CrewSpec {
  home: City;
  opened: Day;
  /** Openings fall within this many days. */
  within: number;
  bank?: BankId;
  phone?: string;
  address?: string;
  /** Share of the crew that gives the shared contact. */
  sharing?: number;
  introducer?: string;
  sameBranch?: boolean;
  births?: readonly [number, number];
  occupation?: string;
  isProtected?: boolean;
}

/** Accounts of several people, opened around the same time. */
export function openCrew(b: WorldBuilder, random: Random, count: number, spec: CrewSpec): Account[] {
  const bank = spec.bank ?? b.bankFor(spec.home.country);
  let branch: string | undefined;
  return Array.from({ length: count }, () => {
    const shares = random.chance(spec.sharing ?? 1);
    const [oldest, youngest] = spec.births ?? [1972, 2004];
    const person = b.person({
      home: spec.home,
      birthYear: random.integer(oldest, youngest),
      ...(spec.phone !== undefined && shares ? { phone: spec.phone } : {}),
      ...(spec.address !== undefined && (shares || random.chance(0.3)) ? { address: spec.address } : {}),
      ...(spec.occupation === undefined ? {} : { occupation: spec.occupation }),
      ...(spec.isProtected === undefined ? {} : { isProtected: spec.isProtected }),
    });
    // A wide window describes long-standing customers, who were there before the files begin.
    const drawn = spec.opened + random.integer(0, spec.within);
    const account = b.open(person, {
      bank,
      opened: spec.within > 150 ? Math.min(drawn, b.first - 1) : drawn,
      ...(spec.introducer === undefined ? {} : { introducer: spec.introducer }),
      ...(spec.sameBranch === true && branch !== undefined ? { branch } : {}),
    });
    branch ??= account.branch;
    return account;
  });
}

export interface CustomerFlow {
  from: Day;
  to: Day;
  perWeek: number;
  /** Usual prices in euro cents. */
  prices: readonly number[];
  /** Share of payments between 22:00 and 04:00. */
  nights: number;
  payers: ReadonlyArray<Account | Outside>;
  /** Share of payments from somebody who paid before. */
  regulars?: number;
  /** Share paid in as cash at a machine near by instead. */
  cash?: number;
  city?: City;
  topic?: Topic;
  days?: readonly number[];
}

/** Credits from customers at a few usual prices, with off-price sums between. */
export function customersPay(b: WorldBuilder, random: Random, account: Account, flow: CustomerFlow): Payment[] {
  const made: Payment[] = [];
  let next = 0;
  for (let day = Math.max(flow.from, b.first); day <= Math.min(flow.to, b.last); day++) {
    if (flow.days !== undefined && !flow.days.includes(weekday(day))) continue;
    let expected = flow.perWeek / (flow.days?.length ?? 7);
    while (expected > 0) {
      if (random.chance(Math.min(1, expected))) {
        const usual = random.pick(flow.prices);
        const cents = random.chance(0.72) ? usual : usual * (0.6 + 0.9 * random.next());
        const amount = b.rounded(account, cents, account.currency === 'PLN' ? 20 : random.chance(0.8) ? 10 : 5);
        const minute = random.chance(flow.nights)
          ? random.integer(22 * 60, 28 * 60)
          : random.integer(10 * 60, 21 * 60 + 50);
        const isRegular = next > 0 && random.chance(flow.regulars ?? 0.2);
        const payer =
          flow.payers[
            isRegular ? random.integer(0, Math.min(next, flow.payers.length) - 1) : next % flow.payers.length
          ];
        if (!isRegular) next++;
        const payment = random.chance(flow.cash ?? 0)
          ? b.cashIn(account, flow.city ?? account.holder.home, day, amount, minute)
          : payer === undefined
            ? undefined
            : b.move(payer, account, day, amount, {
                topic: flow.topic ?? 'meeting',
                channel: random.chance(0.75) ? 'instant' : 'transfer',
                minute,
              });
        if (payment !== undefined) made.push(payment);
      }
      expected -= 1;
    }
  }
  return made;
}

/** What a payment brought to its creditor's account. */
export function received(payment: Payment): number {
  return payment.credited?.amount ?? payment.amount;
}

export interface SweepSpec {
  share: readonly [number, number];
  /** Days after the money came. */
  delay: readonly [number, number];
  /** Chance that a sweep is left out. */
  miss: number;
  /** Chance that it is drawn in cash instead. */
  cash?: number;
  city?: City;
  machine?: number;
  topic?: Topic;
  /** Days over which further sums are gathered before they go on. */
  gather?: readonly [number, number];
}

/** Sends what came in on to one other end. */
export function sweep(
  b: WorldBuilder,
  random: Random,
  from: Account,
  to: End,
  credits: ReadonlyArray<Payment | undefined>,
  spec: SweepSpec,
): Payment[] {
  const sorted = credits
    .filter((credit): credit is Payment => credit !== undefined)
    .sort((x, y) => x.creditorBooking - y.creditorBooking || x.serial - y.serial);
  const made: Payment[] = [];
  let held = 0;
  let due = -1;
  let latest: Payment | undefined;
  const send = (day: Day): void => {
    if (held <= 0 || random.chance(spec.miss)) return;
    const share = spec.share[0] + (spec.share[1] - spec.share[0]) * random.next();
    const step = from.currency === 'PLN' ? 50 : 10;
    const exact = random.chance(0.3)
      ? Math.round(held * share)
      : Math.round((held * share) / (step * 100)) * step * 100;
    // Nothing goes on before it has come in, where the day is the same.
    const earliest = latest?.creditorBooking === day ? latest.minute + 5 : 0;
    const minute = Math.max(earliest, random.integer(8 * 60, 23 * 60));
    const payment = random.chance(spec.cash ?? 0)
      ? b.cashOut(
          from,
          spec.city ?? from.holder.home,
          day,
          Math.floor(exact / (step * 100)) * step * 100,
          minute,
          spec.machine,
        )
      : b.move(from, to, day, exact, {
          topic: spec.topic ?? 'household',
          channel: random.chance(0.5) ? 'instant' : 'transfer',
          minute,
        });
    if (payment === undefined) return;
    made.push(payment);
    // What stays is partly spent before the next sweep.
    held = Math.max(0, held - payment.amount) * 0.5;
  };
  for (const credit of sorted) {
    if (due >= 0 && credit.creditorBooking > due) {
      send(due);
      due = -1;
    }
    held += received(credit);
    latest = credit;
    if (due < 0)
      due =
        credit.creditorBooking +
        random.integer(spec.delay[0], spec.delay[1]) +
        (spec.gather === undefined ? 0 : random.integer(spec.gather[0], spec.gather[1]));
  }
  if (due >= 0) send(Math.min(due, b.last));
  return made;
}

/** Stays in towns near by, each with a hotel or short let, some for two people at once. */
export function stays(
  b: WorldBuilder,
  random: Random,
  payer: Account,
  spec: {
    from: Day;
    to: Day;
    perMonth: number;
    towns: readonly City[];
    trade?: 'hotel' | 'hostel';
    double?: number;
    travel?: boolean;
  },
): void {
  let stop = 0;
  for (let day = Math.max(spec.from, b.first); day <= Math.min(spec.to, b.last); day++) {
    if (!random.chance(spec.perMonth / 30.4)) continue;
    const town = spec.towns[stop++ % spec.towns.length];
    if (town === undefined) return;
    b.card(payer, spec.trade ?? 'hotel', town, day, { factor: random.integer(1, 3) });
    if (random.chance(spec.double ?? 0))
      b.card(payer, spec.trade ?? 'hotel', town, day, { factor: random.integer(1, 3) });
    if (spec.travel !== false && random.chance(0.5)) b.card(payer, random.pick(['rail', 'fuel', 'coach']), town, day);
    if (random.chance(0.6)) b.card(payer, random.pick(['fastfood', 'pharmacy', 'restaurant']), town, day + 1);
  }
}
