/**
 * Somebody who pays the same teacher abroad after every lesson, in small equal sums, for months.
 * Innocent reading of `csae-low-value-repeat`.
 */
import { rent, wages } from '../habits.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'online-teacher',
  plant(b, random) {
    const home = b.town(random);
    const own = b.open(b.person({ home }));
    wages(b, random, b.firmElsewhere(random, 'it', home.country), own, b.scaled(own, random.integer(180000, 360000)));
    const teachers = Array.from({ length: random.integer(1, 2) }, () => b.stranger(random));
    const fee = b.rounded(own, random.pick([1500, 2000, 2500, 3000]), 5);
    for (let day = b.first + random.integer(0, 60); day <= b.last; day += random.pick([3, 4, 7, 7, 7])) {
      b.move(own, random.pick(teachers), day, random.chance(0.8) ? fee : fee * 2, {
        topic: random.chance(0.8) ? 'lesson' : 'remit',
        channel: random.chance(0.6) ? 'instant' : 'transfer',
        minute: random.integer(17 * 60, 23 * 60),
      });
    }
    if (random.chance(0.4)) b.card(own, 'software', home, b.dayAfterStart(random, 20, 200));
    rent(b, random, own, b.stranger(random, home.country), b.rounded(own, random.integer(55000, 95000), 10));
    live(b, random, own);
    b.decoy(this.id, 'child-sexual-exploitation', [own]);
  },
} satisfies DecoyPlan;
