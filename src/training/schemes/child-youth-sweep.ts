/**
 * Two minors' accounts take credits at night that go on to one adult, who pays lodging, listings and
 * trains. FIN-2020-A008 section I.3 and FINTRAC 2016 (listings, lodging), with holders under eighteen.
 */
import { customersPay, openCrew, stays, sweep } from '../control.ts';
import type { SchemePlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'child-youth-sweep',
  plant(b, random) {
    const listingRate = b.dial(random, [0.18, 0.32], [0.06, 0.2]);
    const home = b.town(random, random.pick(['DE', 'AT', 'NL', 'GB']));
    const towns = [home, ...b.townsAround(random, home)].slice(0, random.integer(3, 5));
    const from = b.dayAfterStart(random, 10, 80);
    const to = Math.min(b.last, from + random.integer(110, 190));
    const phone = b.parties.phone(home.country);
    const adult = b.open(b.person({ home, birthYear: random.integer(1980, 2003), phone }));
    const youths = openCrew(b, random, random.integer(1, 2), {
      home,
      opened: from - random.integer(8, 120),
      within: 30,
      births: [2009, 2010],
      occupation: 'pupil',
      phone,
      sharing: b.dial(random, [0.6, 1], [0.2, 0.6]),
    });
    const payers = youths.flatMap((youth) => {
      const circle = b.payers(random, youth, Math.round(b.dial(random, [30, 55], [15, 40])));
      const credits = customersPay(b, random, youth, {
        from,
        to,
        perWeek: b.dial(random, [3, 5.5], [1.5, 4]),
        prices: random.pick([
          [5000, 10000],
          [8000, 12000],
          [10000, 15000],
        ]),
        nights: b.dial(random, [0.5, 0.8], [0.2, 0.6]),
        payers: circle,
        cash: 0.1,
      });
      sweep(b, random, youth, adult, credits, {
        share: b.level === 'demo' ? [0.65, 0.95] : [0.4, 0.9],
        delay: [0, 2],
        gather: [0, 5],
        miss: b.dial(random, [0.05, 0.15], [0.1, 0.3]),
        cash: 0.12,
      });
      for (let day = from; day <= to; day++)
        if (random.chance(0.07))
          b.card(youth, random.pick(['fastfood', 'games', 'cosmetics', 'clothes']), home, day, { factor: 0.6 });
      return circle;
    });
    stays(b, random, adult, { from, to, perMonth: b.dial(random, [4, 7], [2, 5]), towns, double: 0.2 });
    for (let day = from; day <= to; day++) if (random.chance(listingRate)) b.card(adult, 'listing', home, day);
    live(b, random, adult, { activity: b.dial(random, [0.8, 2], [0.8, 2]) });
    b.scheme(
      'child-trafficking',
      this.id,
      ["a minor's credits swept to one adult", 'lodging in several towns', 'listings'],
      [{ end: adult, role: 'controller' }, ...youths.map((end) => ({ end, role: 'victim' as const }))],
      payers,
      [from, to],
    );
  },
} satisfies SchemePlan;
