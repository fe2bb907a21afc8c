/**
 * A freelancer paid in small sums by clients in many countries and by a platform, with tax. Innocent
 * reading of `csae-facilitator-cash-out`.
 */
import { monthly, rent } from '../habits.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'foreign-freelancer',
  plant(b, random) {
    const home = b.town(random);
    const own = b.open(b.person({ home, occupation: 'self-employed' }));
    const clients = Array.from({ length: random.integer(6, 12) }, () => b.stranger(random));
    for (let day = b.first; day <= b.last; day++) {
      if (random.chance(0.22))
        b.move(random.pick(clients), own, day, b.rounded(own, 5200 * Math.exp(random.normal(0, 0.7)), 5), {
          topic: random.chance(0.6) ? 'invoice' : 'friend',
          channel: random.chance(0.5) ? 'instant' : 'transfer',
          minute: random.integer(8 * 60, 25 * 60),
        });
      if (random.chance(0.05))
        b.move(b.service('platform', home.country), own, day, b.scaled(own, random.integer(12000, 62000)), {
          topic: 'invoice',
          endToEnd: 'always',
        });
      if (random.chance(0.03)) b.card(own, random.pick(['software', 'electronics']), home, day);
    }
    monthly(b, own, b.service('tax', home.country), 10, () => b.scaled(own, random.integer(9000, 30000)), {
      topic: 'tax',
      random,
      skip: 0.5,
    });
    rent(b, random, own, b.stranger(random, home.country), b.rounded(own, random.integer(40000, 80000), 10));
    live(b, random, own, { cash: random.pick([1, 2, 3]) });
    b.decoy(this.id, 'child-sexual-exploitation', [own]);
  },
} satisfies DecoyPlan;
