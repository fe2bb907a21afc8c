/**
 * Small cash sums are paid into a youth account in different towns nearly every day and go on to one
 * adult in the evening; the adult pays coach seats and hostel beds for several. Forced begging:
 * UNODC leaflet on forced criminality and the notes under "To add" in `indicators.md`.
 */
import { openCrew, stays, sweep } from '../control.ts';
import type { Payment } from '../model.ts';
import type { SchemePlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'child-begging-coins',
  plant(b, random) {
    const depositRate = b.dial(random, [0.35, 0.55], [0.2, 0.4]);
    const home = b.town(random, random.pick(['DE', 'AT', 'PL']));
    const towns = [home, ...b.townsAround(random, home)].slice(0, random.integer(3, 5));
    const from = b.dayAfterStart(random, 10, 70);
    const to = Math.min(b.last, from + random.integer(110, 200));
    const adult = b.open(b.person({ home }));
    const youths = openCrew(b, random, random.integer(1, 2), {
      home,
      opened: from - random.integer(5, 40),
      within: 10,
      births: [2009, 2012],
      ...(adult.holder.address === '' ? {} : { address: adult.holder.address }),
      sameBranch: true,
    });
    for (const youth of youths) {
      const credits: Payment[] = [];
      for (let day = from; day <= to; day++) {
        if (!random.chance(depositRate)) continue;
        const town = towns[Math.floor((day - from) / 9) % towns.length];
        const cents = Math.round(4200 * Math.exp(random.normal(0, 0.45)));
        const payment =
          town === undefined
            ? undefined
            : b.cashIn(
                youth,
                town,
                day,
                b.scaled(youth, Math.round(cents / 50) * 50),
                random.integer(15 * 60, 22 * 60),
              );
        if (payment !== undefined) credits.push(payment);
      }
      sweep(b, random, youth, adult, credits, {
        share: b.level === 'demo' ? [0.8, 1] : [0.5, 1],
        delay: [0, 1],
        gather: [0, 3],
        miss: b.dial(random, [0.05, 0.15], [0.1, 0.3]),
      });
      for (let day = from; day <= to; day++)
        if (random.chance(0.025)) b.card(youth, random.pick(['fastfood', 'bakery']), home, day, { factor: 0.5 });
    }
    stays(b, random, adult, {
      from,
      to,
      perMonth: b.dial(random, [4, 7], [2, 5]),
      towns,
      trade: 'hostel',
      double: 0.5,
      travel: false,
    });
    for (let day = from; day <= to; day++) {
      if (!random.chance(0.1)) continue;
      const seats = random.integer(2, 4);
      for (let i = 0; i < seats; i++) b.card(adult, 'coach', random.pick(towns), day);
    }
    live(b, random, adult, { activity: b.dial(random, [0.5, 1.4], [0.5, 1.5]) });
    b.scheme(
      'child-trafficking',
      this.id,
      ["cash paid into a minor's account and sent on", 'coach seats and hostel beds for several'],
      [{ end: adult, role: 'controller' }, ...youths.map((end) => ({ end, role: 'victim' as const }))],
      [],
      [from, to],
    );
  },
} satisfies SchemePlan;
