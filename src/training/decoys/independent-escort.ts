/**
 * A lawful self-employed escort: own listings, customers at usual prices, earnings kept, own rent,
 * tax and upkeep. Innocent reading of `ad-micropayments` and `service-price-fan-in` (AUSTRAC's own
 * warning that transactions hardly separate lawful from forced work).
 */
import { customersPay, stays } from '../control.ts';
import { monthly, rent } from '../habits.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'independent-escort',
  plant(b, random) {
    const home = b.town(random, random.pick(['DE', 'AT', 'NL', 'GB']));
    const own = b.open(
      b.person({ home, birthYear: random.integer(1980, 2003), occupation: random.chance(0.4) ? '' : 'self-employed' }),
    );
    const payers = b.payers(random, own, random.integer(35, 70));
    customersPay(b, random, own, {
      from: b.first,
      to: b.last,
      perWeek: 2 + 3 * random.next(),
      prices: random.pick([
        [15000, 25000],
        [12000, 20000, 30000],
        [10000, 18000],
      ]),
      nights: 0.3 + 0.4 * random.next(),
      payers,
      regulars: 0.35,
      cash: 0.2,
    });
    for (let day = b.first; day <= b.last; day++) {
      if (random.chance(0.22)) b.card(own, random.chance(0.8) ? 'listing' : 'advertising', home, day);
      if (random.chance(0.06)) b.card(own, random.pick(['cosmetics', 'clothes', 'laundry']), home, day);
      if (random.chance(0.06)) b.card(own, 'taxi', home, day, { minute: random.integer(20 * 60, 27 * 60) });
    }
    if (random.chance(0.5))
      stays(b, random, own, {
        from: b.first,
        to: b.last,
        perMonth: 2.5,
        towns: b.townsAround(random, home).slice(0, 4),
      });
    rent(b, random, own, b.stranger(random, home.country), b.rounded(own, random.integer(60000, 120000), 10));
    monthly(b, own, b.service('tax', home.country), 10, () => b.scaled(own, random.integer(22000, 60000)), {
      topic: 'tax',
      random,
      skip: 0.5,
    });
    live(b, random, own, { activity: 1 + 2 * random.next() });
    b.decoy(this.id, 'sexual-exploitation', [own]);
  },
} satisfies DecoyPlan;
