/**
 * Hairdressers, tutors and masseurs with many customers at a few prices, by day, with tax and rent.
 * Innocent reading of `service-price-fan-in`.
 */
import { customersPay } from '../control.ts';
import { monthly, rent } from '../habits.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'hairdresser-tutor',
  plant(b, random) {
    const home = b.town(random);
    const own = b.open(b.person({ home, occupation: 'self-employed' }));
    customersPay(b, random, own, {
      from: b.first,
      to: b.last,
      perWeek: 3 + 4 * random.next(),
      prices: random.pick([
        [3500, 6000],
        [4500, 9000],
        [8000, 12000],
        [7000, 10000, 15000],
      ]),
      nights: 0.02,
      payers: b.payers(random, own, random.integer(25, 50)),
      regulars: 0.55,
      cash: 0.1,
      topic: 'lesson',
      days: [1, 2, 3, 4, 5, 6],
    });
    if (random.chance(0.4))
      for (let day = b.first; day <= b.last; day++) if (random.chance(0.04)) b.card(own, 'advertising', home, day);
    monthly(b, own, b.service('tax', home.country), 10, () => b.scaled(own, random.integer(12000, 42000)), {
      topic: 'tax',
      random,
      skip: 0.4,
    });
    rent(b, random, own, b.stranger(random, home.country), b.rounded(own, random.integer(40000, 90000), 10));
    live(b, random, own);
    b.decoy(this.id, 'sexual-exploitation', [own]);
  },
} satisfies DecoyPlan;
