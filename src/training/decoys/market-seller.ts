/**
 * A market seller who pays in cash in the towns of the markets, in a fixed weekly round, and buys
 * stock. Innocent reading of `funnel-geo-split`, `geo-hop-circuit` and `structuring-below-threshold`.
 */
import { monthly } from '../habits.ts';
import { weekday } from '../calendar.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'market-seller',
  plant(b, random) {
    const home = b.town(random);
    const seller = b.open(b.person({ home, occupation: 'self-employed' }));
    const round = [home, ...b.townsAround(random, home)].slice(0, random.integer(3, 5));
    for (let day = b.first + 4; day <= b.last; day++) {
      const stop = [2, 4, 6].indexOf(weekday(day));
      const town = stop < 0 ? undefined : round[(Math.floor(day / 7) * 3 + stop) % round.length];
      if (town === undefined || random.chance(0.2)) continue;
      b.cashIn(
        seller,
        town,
        day,
        b.rounded(seller, 32000 * Math.exp(random.normal(0, 0.45)), 5),
        random.integer(14 * 60, 20 * 60),
      );
      if (random.chance(0.25)) b.card(seller, 'fuel', town, day);
      if (random.chance(0.35)) b.card(seller, 'wholesale', home, day + 1, { factor: 1.2 });
      if (random.chance(0.06)) b.card(seller, 'hostel', town, day);
    }
    monthly(b, seller, b.service('tax', home.country), 10, () => b.scaled(seller, random.integer(18000, 52000)), {
      topic: 'tax',
      random,
      skip: 0.3,
    });
    monthly(b, seller, b.service('insurance', home.country), 4, () => b.scaled(seller, 8900), {
      topic: 'insurance',
      channel: 'direct-debit',
    });
    live(b, random, seller);
    b.decoy(this.id, 'sexual-exploitation', [seller]);
  },
} satisfies DecoyPlan;
