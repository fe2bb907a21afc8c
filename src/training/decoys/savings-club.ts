/**
 * A rotating savings club: equal sums every month to the member whose turn it is. Innocent reading of
 * `cyclic-return-flow` and `wage-star-sweep` (equal amounts, rotating payee).
 */
import { openCrew } from '../control.ts';
import { wages } from '../habits.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'savings-club',
  plant(b, random) {
    const home = b.town(random);
    const crew = openCrew(b, random, random.integer(4, 6), {
      home,
      opened: b.first - random.integer(300, 3000),
      within: 800,
    });
    const share = random.pick([5000, 10000, 15000, 20000]);
    for (const account of crew) {
      wages(
        b,
        random,
        b.firmElsewhere(random, 'care', home.country),
        account,
        b.scaled(account, random.integer(110000, 190000)),
      );
      live(b, random, account);
    }
    for (const [turn, month] of b.months().entries()) {
      const payee = crew[turn % crew.length];
      for (const account of crew) {
        if (payee === undefined || account === payee || random.chance(0.04)) continue;
        b.move(account, payee, month.first + random.integer(0, 4), b.rounded(account, share, 10), {
          topic: 'club',
          channel: random.chance(0.5) ? 'instant' : 'transfer',
        });
      }
    }
    b.decoy(this.id, 'laundering-pattern', crew);
  },
} satisfies DecoyPlan;
