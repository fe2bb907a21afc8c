/**
 * The neighbours: employees, pensioners, students, families, the self-employed and the firms that
 * pay them. Their number is topped up at the end so that a world has exactly the accounts asked for.
 * Shares of each way of life are rough figures of our own, chosen so that every innocent reading of
 * `indicators.md` occurs by the dozen outside the named decoys too.
 */
import type { Random } from '../random.ts';
import type { WorldBuilder } from './builder.ts';
import { nextBusinessDay } from './calendar.ts';
import { employ, makeEmployers, runFirms, type Employer } from './employers.ts';
import { trade } from './firms.ts';
import { drawNetWage, monthly, rent } from './habits.ts';
import type { Account, Outside, Payment, Person } from './model.ts';
import { drawHome } from './parties.ts';
import { friends, live } from './spending.ts';

/** Fills the world with firms and people until it has `target` accounts. */
export function populate(b: WorldBuilder, random: Random, target: number, firms: number): void {
  const employers = makeEmployers(b, random.stream('firms'), firms);
  const folk = random.stream('folk');
  while (b.accounts.length < target) {
    const room = target - b.accounts.length;
    const draw = folk.next();
    if (room >= 2 && draw < 0.27) couple(b, folk, employers);
    else if (draw < 0.37) quiet(b, folk);
    else single(b, folk, employers, room);
  }
  runFirms(b, random.stream('payroll'), employers);
}

function lodge(b: WorldBuilder, random: Random, account: Account, net: number): void {
  if (!random.chance(0.5)) return;
  const landlord = random.chance(0.5)
    ? b.service('landlord', account.holder.country)
    : b.stranger(random, account.holder.country);
  rent(b, random, account, landlord, Math.round((net * random.integer(26, 44)) / 100 / 500) * 500);
}

/** Savings and second accounts, that many people have. */
function saveSome(b: WorldBuilder, random: Random, account: Account, net: number, room: number): void {
  if (room < 1 || !random.chance(0.28)) return;
  const savings = b.open(account.holder, { bank: account.bank, currency: account.currency, product: 'savings' });
  const amount = Math.max(2000, Math.round((net * random.integer(3, 14)) / 100 / 1000) * 1000);
  monthly(b, account, savings, random.pick([1, 2, 5, 28]), () => amount, {
    topic: 'saving',
    channel: 'standing-order',
    minute: 200,
    random,
    skip: 0.04,
  });
  if (random.chance(0.4))
    b.move(savings, account, b.dayAfterStart(random, 40, 260), amount * random.integer(1, 4), { topic: 'saving' });
  for (const month of b.months()) {
    if (month.month % 3 === 0)
      b.move({ kind: 'bank' }, savings, month.last - 1, random.integer(12, 2400), { channel: 'interest', text: '' });
  }
}

function single(b: WorldBuilder, random: Random, employers: Employer[], room: number): void {
  const draw = random.next();
  const home = drawHome(random);
  if (draw < 0.57) {
    const account = b.open(b.person({ home }));
    const net = drawNetWage(b, random, account);
    const paid = employ(b, random, employers, account, net);
    if (random.chance(0.08)) drawWageInCash(b, random, account, paid);
    else {
      lodge(b, random, account, net);
      live(b, random, account);
      if (random.chance(0.15)) keepElsewhere(b, random, account, net);
      if (random.chance(0.09)) remitHome(b, random, account, net);
      saveSome(b, random, account, net, room - 1);
      if (room > 2 && random.chance(0.05)) secondCurrency(b, random, account);
    }
    join(b, account);
  } else if (draw < 0.76) {
    const account = b.open(b.person({ home, birthYear: random.integer(1938, 1961), occupation: 'retired' }));
    const net = b.scaled(account, random.integer(80000, 240000));
    monthly(b, b.service('pension', home.country), account, 28, () => net, {
      topic: 'pension',
      purpose: 'PENS',
      endToEnd: 'always',
      minute: 240,
    });
    lodge(b, random, account, net);
    live(b, random, account, { cash: random.pick([0.5, 1, 2]) });
    saveSome(b, random, account, net, room - 1);
    join(b, account);
  } else if (draw < 0.84) {
    const account = b.open(b.person({ home, birthYear: random.integer(1970, 2004) }));
    const net = b.scaled(account, random.integer(45000, 110000));
    monthly(b, b.service('benefit', home.country), account, 30, () => net, {
      topic: 'benefit',
      purpose: 'BENE',
      endToEnd: 'always',
      minute: 200,
    });
    live(b, random, account, { activity: random.next() * 1.4, cash: random.pick([0.5, 1, 2]) });
    join(b, account);
  } else if (draw < 0.93) {
    student(b, random, employers, home.country);
  } else {
    const account = b.open(b.person({ home, occupation: 'self-employed' }));
    trade(b, random, account, {
      sector: 'consulting',
      invoices: [random.integer(1, 4), random.integer(40000, 190000)],
      suppliers: [0.6, 20000],
    });
    lodge(b, random, account, b.scaled(account, 180000));
    live(b, random, account);
    monthly(b, account, b.service('tax', home.country), 10, () => b.scaled(account, random.integer(20000, 80000)), {
      topic: 'tax',
      random,
      skip: 0.6,
    });
    join(b, account);
  }
}

/** An account that is hardly used: an old second one, kept for one bill or for nothing. */
function quiet(b: WorldBuilder, random: Random): void {
  const account = b.open(b.person());
  const own: Outside = { ...b.stranger(random, account.holder.country), name: account.holder.name };
  for (let i = random.integer(1, 4); i > 0; i--) {
    const day = b.dayAfterStart(random, 0, 265);
    b.move(own, account, day, b.rounded(account, random.integer(2000, 40000), 10), { topic: 'saving' });
    if (random.chance(0.6))
      b.card(
        account,
        random.pick(['shop', 'fuel', 'grocery', 'electronics']),
        account.holder.home,
        day + random.integer(0, 9),
      );
  }
  if (random.chance(0.3)) live(b, random, account, { activity: 0.2, cash: 0, friends: 0 });
  join(b, account);
}

function join(b: WorldBuilder, account: Account): void {
  const list = b.crowd.get(account.currency) ?? [];
  list.push(account);
  b.crowd.set(account.currency, list);
}

/** Draws nearly the whole wage at once and lives on notes, as one in twelve do here. */
function drawWageInCash(b: WorldBuilder, random: Random, account: Account, paid: readonly Payment[]): void {
  for (const wage of paid) {
    const share = random.integer(70, 98) / 100;
    const step = account.currency === 'PLN' ? 50 : 10;
    const amount = Math.floor(((wage.credited?.amount ?? wage.amount) * share) / (step * 100)) * step * 100;
    b.cashOut(
      account,
      account.holder.home,
      wage.creditorBooking + random.pick([0, 0, 1, 1, 2, 4]),
      amount,
      random.integer(7 * 60, 20 * 60),
    );
  }
  live(b, random, account, { activity: 0.15, cash: 0 });
}

/** Sends much of the pay to an own account at another bank, and lives from there. */
function keepElsewhere(b: WorldBuilder, random: Random, account: Account, net: number): void {
  const other: Outside = { ...b.stranger(random, account.holder.country), name: account.holder.name };
  const share = random.integer(25, 75) / 100;
  monthly(b, account, other, random.integer(1, 28), () => Math.round((net * share) / 1000) * 1000, {
    topic: 'household',
    channel: random.chance(0.5) ? 'standing-order' : 'transfer',
    random,
    skip: 0.05,
  });
}

function remitHome(b: WorldBuilder, random: Random, account: Account, net: number): void {
  const family = b.stranger(random);
  const usual = Math.max(2000, Math.round((net * random.integer(4, 22)) / 100 / 1000) * 1000);
  monthly(
    b,
    account,
    family,
    random.integer(1, 28),
    () => (random.chance(0.7) ? usual : Math.round((usual * random.integer(6, 16)) / 10)),
    {
      topic: random.chance(0.5) ? 'family' : 'remit',
      charges: random.chance(0.4) ? 150 : 0,
      random,
      skip: 0.12,
    },
  );
}

/** A second account in other money at the neobank or the Polish bank, topped up now and then. */
function secondCurrency(b: WorldBuilder, random: Random, account: Account): void {
  const bank = account.bank === 'd' || random.chance(0.25) ? 'd' : 'b';
  const currency = bank === 'd' ? 'EUR' : account.currency === 'EUR' ? 'GBP' : 'EUR';
  const second = b.open(account.holder, { bank, currency });
  for (let i = random.integer(2, 6); i > 0; i--) {
    const day = b.dayAfterStart(random, 5, 260);
    b.move(account, second, day, b.rounded(account, random.integer(5000, 60000), 10), {
      topic: 'saving',
      channel: bank === 'b' ? 'instant' : 'transfer',
    });
    b.card(
      second,
      random.pick(['airline', 'hotel', 'shop']),
      random.pick(b.townsAround(random, account.holder.home)),
      day + random.integer(1, 20),
    );
  }
}

function student(b: WorldBuilder, random: Random, employers: Employer[], country: string): void {
  const account = b.open(
    b.person({ home: b.town(random, country), birthYear: random.integer(1999, 2007), occupation: 'student' }),
  );
  const parent = b.stranger(random, random.chance(0.6) ? country : undefined);
  const help = b.rounded(account, random.integer(20000, 70000), 50);
  monthly(b, parent, account, random.integer(1, 5), () => help, {
    topic: 'family',
    channel: 'standing-order',
    random,
    skip: 0.05,
  });
  if (random.chance(0.5)) employ(b, random, employers, account, b.scaled(account, random.integer(35000, 60000)));
  if (random.chance(0.7))
    rent(b, random, account, b.service('landlord', country), b.rounded(account, random.integer(25000, 48000), 5));
  live(b, random, account, { bills: random.chance(0.3) });
  join(b, account);
}

/** A child's first account: pocket money and small purchases. */
function childAccount(b: WorldBuilder, random: Random, parent: Account): void {
  if (parent.holder.kind !== 'person') return;
  const child = b.person({
    home: parent.holder.home,
    kinOf: parent.holder,
    birthYear: random.integer(2009, 2013),
    occupation: 'pupil',
    address: parent.holder.address,
  });
  const account = b.open(child, { bank: parent.bank, currency: parent.currency });
  const money = b.rounded(parent, random.integer(1500, 6000), 5);
  monthly(b, parent, account, 1, () => money, { topic: 'allowance', channel: 'standing-order' });
  for (let i = random.integer(0, 3); i > 0; i--) {
    b.cashIn(account, child.home, b.dayAfterStart(random, 0, 265), b.rounded(account, random.integer(1000, 8000), 5));
  }
  live(b, random, account, { activity: 0.6, bills: false, cash: 0.3, friends: 0.3 });
}

/** Two people who share money: both earn, one runs the household or both feed a joint account. */
function couple(b: WorldBuilder, random: Random, employers: Employer[]): void {
  const home = drawHome(random);
  const first = b.person({ home });
  const second = b.person({
    home,
    birthYear: first.birthYear + random.integer(-8, 8),
    ...(random.chance(0.6) ? { kinOf: first } : {}),
    address: first.address,
    ...(random.chance(0.1) ? { phone: first.phone } : {}),
  });
  const accounts = [first, second].map((person: Person) =>
    b.open(
      person,
      random.chance(0.12) ? { others: [{ party: person === first ? second : first, role: 'authorised' }] } : {},
    ),
  );
  const [mine, yours] = accounts;
  if (mine === undefined || yours === undefined) return;
  const net = drawNetWage(b, random, mine);
  employ(b, random, employers, mine, net);
  if (random.chance(0.75)) employ(b, random, employers, yours, drawNetWage(b, random, yours));
  if (mine.currency === yours.currency) {
    const share = b.rounded(mine, random.integer(15000, 90000), 50);
    if (random.chance(0.7))
      monthly(b, yours, mine, random.integer(1, 6), () => share, {
        topic: 'household',
        channel: random.chance(0.6) ? 'standing-order' : 'transfer',
        random,
        skip: 0.05,
      });
    friends(b, random, mine, [yours], 0.5);
  }
  lodge(b, random, mine, net);
  live(b, random, mine);
  live(b, random, yours, { bills: random.chance(0.4) });
  for (const account of accounts) join(b, account);
  if (random.chance(0.1)) childAccount(b, random, mine);
  if (random.chance(0.15))
    monthly(b, mine, b.service('school', home.country), 4, () => b.rounded(mine, 22000, 5), {
      topic: 'school',
      channel: 'direct-debit',
    });
  if (random.chance(0.3)) {
    const day = nextBusinessDay(b.dayAfterStart(random, 10, 200));
    b.move(mine, b.service('charity', home.country), day, b.rounded(mine, 5000, 5), { topic: 'charity' });
  }
}
