/**
 * Two or three people's accounts take customers' money at a few prices, mostly at night; most of it
 * goes on within days to one person who pays for listings in several towns, lodging and rides.
 * FIN-2020-A008 section I.3; AUSTRAC 2022 (prices, lodging); FINTRAC 2016 (listings).
 */
import { customersPay, openCrew, stays, sweep } from '../control.ts';
import type { SchemePlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'sexual-swept-earnings',
  plant(b, random) {
    const listingRate = b.dial(random, [0.3, 0.42], [0.08, 0.3]);
    const home = b.town(random, random.pick(['DE', 'AT', 'NL', 'GB']));
    const towns = [home, ...b.townsAround(random, home)].slice(0, random.integer(4, 6));
    const from = b.dayAfterStart(random, 5, 60);
    const to = Math.min(b.last, from + random.integer(130, 220));
    const controller = b.open(b.person({ home, birthYear: random.integer(1975, 1998) }));
    const holders = openCrew(b, random, random.integer(2, 3), {
      home,
      opened: from - random.integer(10, 400),
      within: 120,
      births: [1994, 2004],
    });
    const members = holders.map((end) => ({ end, role: 'victim' as const }));
    const payers = holders.flatMap((holder) => {
      const circle = b.payers(random, holder, Math.round(b.dial(random, [40, 70], [20, 60])));
      const credits = customersPay(b, random, holder, {
        from,
        to,
        perWeek: b.dial(random, [3.5, 7], [1.5, 6]),
        prices: random.pick([
          [15000, 25000],
          [10000, 15000, 25000],
          [12000, 20000, 30000],
        ]),
        nights: b.dial(random, [0.45, 0.7], [0.2, 0.6]),
        payers: circle,
        cash: 0.15,
      });
      sweep(b, random, holder, controller, credits, {
        share: b.level === 'demo' ? [0.66, 0.94] : [0.45, 0.92],
        delay: [0, 2],
        gather: [1, 6],
        miss: b.dial(random, [0.05, 0.14], [0.1, 0.3]),
        cash: 0.08,
      });
      live(b, random, holder, {
        activity: b.dial(random, [0.1, 0.5], [0.3, 1]),
        bills: false,
        cash: 0.3,
        friends: 0,
        from,
      });
      return circle;
    });
    for (let day = from; day <= to; day++) {
      if (random.chance(listingRate))
        b.card(controller, random.chance(0.8) ? 'listing' : 'advertising', home, day, {
          text: random.chance(0.4) ? `${random.pick(towns).name} ${random.integer(1, 3)}` : '',
        });
      if (random.chance(0.22))
        b.card(controller, 'taxi', random.pick(towns), day, { minute: random.integer(20 * 60, 27 * 60) });
    }
    stays(b, random, controller, { from, to, perMonth: b.dial(random, [5, 8], [2, 6]), towns, double: 0.35 });
    live(b, random, controller, { activity: b.dial(random, [1, 3], [1, 4]) });
    const purse = b.stranger(random);
    for (let day = from + 20; day <= to; day += random.integer(14, 30))
      b.move(controller, purse, day, b.rounded(controller, random.integer(80000, 260000), 50), { topic: 'family' });
    b.scheme(
      'sexual-exploitation',
      this.id,
      ['earnings swept to one person', 'listings in several towns', 'lodging in several towns'],
      [{ end: controller, role: 'controller' }, ...members],
      payers,
      [from, to],
    );
  },
} satisfies SchemePlan;
