/**
 * A driver for a ride platform: weekly payouts, tips at night, fuel and car costs in several towns.
 * Innocent reading of `night-window-fan-in` and `geo-hop-circuit`.
 */
import { monthly } from '../habits.ts';
import { weekday } from '../calendar.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'rideshare-driver',
  plant(b, random) {
    const home = b.town(random);
    const own = b.open(b.person({ home, occupation: 'driver' }));
    const platform = b.service('platform', home.country);
    const riders = b.payers(random, own, 50);
    const towns = [home, home, ...b.townsAround(random, home).slice(0, 3)];
    for (let day = b.first; day <= b.last; day++) {
      if (weekday(day) === 1)
        b.move(platform, own, day, b.scaled(own, Math.round(42000 * Math.exp(random.normal(0, 0.3)))), {
          topic: 'ride',
          endToEnd: 'always',
        });
      if (random.chance(0.25))
        b.move(random.pick(riders), own, day, b.rounded(own, random.pick([500, 1000, 1500, 2500, 5000]), 5), {
          topic: 'kindly',
          channel: 'instant',
          minute: random.integer(20 * 60, 28 * 60),
        });
      if (random.chance(0.2)) b.card(own, 'fuel', random.pick(towns), day);
      if (random.chance(0.08))
        b.card(own, random.pick(['fastfood', 'parking']), random.pick(towns), day, {
          minute: random.integer(20 * 60, 26 * 60),
        });
    }
    monthly(b, own, b.service('insurance', home.country), 3, () => b.scaled(own, 14500), {
      topic: 'insurance',
      channel: 'direct-debit',
    });
    live(b, random, own, { activity: 0.8 });
    b.decoy(this.id, 'sexual-exploitation', [own]);
  },
} satisfies DecoyPlan;
