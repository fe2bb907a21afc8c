/**
 * One spouse sends nearly all of the pay to the other, who runs the household and sends some back.
 * Innocent reading of `earnings-swept-to-controller`: money both ways, spending of both.
 */
import { rent, wages } from '../habits.ts';
import { received } from '../control.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'spouse-household-account',
  plant(b, random) {
    const home = b.town(random);
    const first = b.person({ home, birthYear: random.integer(1955, 1995) });
    const second = b.person({
      home,
      birthYear: first.birthYear + random.integer(-6, 6),
      address: first.address,
      ...(random.chance(0.5) ? { kinOf: first } : {}),
      ...(random.chance(0.3) ? { phone: first.phone } : {}),
    });
    const earner = b.open(first);
    const keeper = b.open(second);
    for (const wage of wages(
      b,
      random,
      b.firmElsewhere(random, 'manufacturing', home.country),
      earner,
      b.scaled(earner, random.integer(170000, 340000)),
    )) {
      b.move(
        earner,
        keeper,
        wage.creditorBooking + random.integer(0, 2),
        Math.round((received(wage) * random.integer(70, 92)) / 100 / 1000) * 1000,
        { topic: 'household', channel: random.chance(0.5) ? 'standing-order' : 'transfer' },
      );
      if (random.chance(0.6))
        b.move(
          keeper,
          earner,
          wage.creditorBooking + random.integer(6, 22),
          b.rounded(keeper, random.integer(3000, 20000), 10),
          { topic: 'household', channel: 'instant' },
        );
    }
    rent(b, random, keeper, b.stranger(random, home.country), b.rounded(keeper, random.integer(60000, 110000), 10));
    live(b, random, keeper, { activity: 1 + 2 * random.next() });
    live(b, random, earner, { activity: 0.5, bills: false, friends: 0.2 });
    b.decoy(this.id, 'domestic-servitude', [earner, keeper]);
  },
} satisfies DecoyPlan;
