/**
 * A sales representative who sleeps in hotels in many towns and is paid back by the employer, with
 * taxis at night. Innocent reading of `lodging-multi-city` and `rideshare-night-cluster`.
 */
import { stays } from '../control.ts';
import { rent, wages } from '../habits.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'travelling-rep',
  plant(b, random) {
    const home = b.town(random);
    const own = b.open(b.person({ home, occupation: 'sales' }));
    const employer = b.firmElsewhere(random, 'manufacturing', home.country);
    wages(b, random, employer, own, b.scaled(own, random.integer(240000, 400000)), { date: 28 });
    stays(b, random, own, { from: b.first, to: b.last, perMonth: 5, towns: b.townsAround(random, home) });
    for (let day = b.first; day <= b.last; day++)
      if (random.chance(0.2)) b.card(own, 'taxi', random.pick(b.townsAround(random, home)), day);
    for (const month of b.months())
      b.move(employer, own, month.first + random.integer(5, 12), b.scaled(own, random.integer(45000, 95000)), {
        topic: 'invoice',
        endToEnd: 'always',
      });
    rent(b, random, own, b.stranger(random, home.country), b.rounded(own, random.integer(70000, 110000), 10));
    live(b, random, own);
    b.decoy(this.id, 'sexual-exploitation', [own]);
  },
} satisfies DecoyPlan;
