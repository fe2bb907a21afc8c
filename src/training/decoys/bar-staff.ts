/**
 * Bar staff: a wage, and tips and shared bills from many people late at night. Innocent reading of
 * `night-window-fan-in` and `rideshare-night-cluster`.
 */
import { wages } from '../habits.ts';
import { weekday } from '../calendar.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'bar-staff',
  plant(b, random) {
    const home = b.town(random);
    const own = b.open(b.person({ home, birthYear: random.integer(1985, 2005), occupation: 'waiter' }));
    wages(
      b,
      random,
      b.firmElsewhere(random, 'restaurant', home.country),
      own,
      b.scaled(own, random.integer(110000, 170000)),
    );
    const guests = b.payers(random, own, 60);
    for (let day = b.first; day <= b.last; day++) {
      if (weekday(day) < 4) continue;
      for (let i = random.integer(0, 2); i > 0; i--) {
        b.move(random.pick(guests), own, day, b.rounded(own, random.pick([500, 1000, 1000, 2000, 4500]), 5), {
          topic: 'kindly',
          channel: 'instant',
          minute: random.integer(21 * 60, 27 * 60),
        });
      }
      if (random.chance(0.4)) b.card(own, 'taxi', home, day, { minute: random.integer(25 * 60, 28 * 60) });
      if (random.chance(0.15)) b.cashIn(own, home, day + 1, b.rounded(own, random.integer(4000, 16000), 5));
    }
    live(b, random, own);
    b.decoy(this.id, 'sexual-exploitation', [own]);
  },
} satisfies DecoyPlan;
