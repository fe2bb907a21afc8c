/**
 * Wages of several named people land in one private account, which buys food in bulk, hires vans and
 * rents flats; one worker has an account that gets pocket money. FIN-2020-A008 section I.2 (several
 * employees paid into the same account, after FATF 2018); bulk provisioning.
 */
import { openCrew } from '../control.ts';
import { payday, rent } from '../habits.ts';
import { phrase } from '../phrases.ts';
import { languageOf } from '../places.ts';
import type { SchemePlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'labour-many-wages',
  plant(b, random) {
    const missedWage = b.dial(random, [0.06, 0.15], [0.15, 0.35]);
    const purchaseRate = b.dial(random, [0.25, 0.4], [0.1, 0.3]);
    const home = b.town(random);
    const from = b.dayAfterStart(random, 0, 40);
    const to = b.last;
    const holder = b.open(b.person({ home }));
    const [worker] = openCrew(b, random, 1, {
      home,
      opened: from - random.integer(5, 60),
      within: 5,
      ...(holder.holder.address === '' ? {} : { address: holder.holder.address }),
    });
    const employers = Array.from({ length: random.integer(1, 2) }, () =>
      b.firmElsewhere(random, random.pick(['construction', 'agriculture', 'cleaning', 'manufacturing']), home.country),
    );
    const names = Array.from({ length: Math.round(b.dial(random, [4, 6.4], [3, 6])) }, () => b.parties.strangerName());
    for (const [i, name] of names.entries()) {
      const net = b.scaled(holder, random.integer(90000, 165000));
      const employer = employers[i % employers.length];
      if (employer === undefined) continue;
      for (const month of b.months(from, to)) {
        if (random.chance(missedWage)) continue;
        const wording = phrase(random, 'wage', languageOf(home.country), month);
        b.move(
          employer,
          holder,
          payday(month, i % 2 === 0 ? 31 : 28) + random.pick([0, 0, 0, 1]),
          Math.round(net * (0.9 + 0.2 * random.next())),
          { text: `${wording} ${name}`, purpose: 'SALA', endToEnd: 'always', minute: 330 },
        );
      }
    }
    for (let day = from; day <= to; day++) {
      if (random.chance(purchaseRate))
        b.card(holder, random.pick(['wholesale', 'wholesale', 'vanHire', 'fuel', 'diy']), home, day, {
          factor: random.pick([1, 1, 2]),
        });
      if (random.chance(0.16)) b.cashOut(holder, home, day, b.rounded(holder, random.integer(30000, 90000), 50));
      if (worker !== undefined && random.chance(0.1))
        b.move(holder, worker, day, b.rounded(holder, random.integer(2000, 7000), 10), {
          topic: 'allowance',
          channel: 'instant',
        });
    }
    for (let i = 0; i < random.integer(2, 3); i++)
      rent(b, random, holder, b.stranger(random, home.country), b.rounded(holder, random.integer(45000, 85000), 10), {
        from,
        to,
      });
    if (worker !== undefined) live(b, random, worker, { activity: 0.4, bills: false, cash: 0.4, friends: 0.1, from });
    live(b, random, holder, { activity: b.dial(random, [0.8, 2], [0.8, 3]) });
    b.scheme(
      'labour-exploitation',
      this.id,
      ['wages of several people in one account', 'rents, vans and bulk food by one payer'],
      [
        { end: holder, role: 'controller' },
        ...(worker === undefined ? [] : [{ end: worker, role: 'victim' as const }]),
      ],
      employers,
      [from, to],
    );
  },
} satisfies SchemePlan;
