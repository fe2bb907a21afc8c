/**
 * A carer, authorised on an old neighbour's account, draws cash and shops with that card as well as
 * the own one, gets a small monthly sum. Innocent reading of `third-party-control-cluster`,
 * `card-distance-conflict` and `earnings-swept-to-controller`.
 */
import { monthly, rent, wages } from '../habits.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'card-sharing-carer',
  plant(b, random) {
    const home = b.town(random);
    const carer = b.person({ home });
    const own = b.open(carer);
    const old = b.open(
      b.person({
        home: random.chance(0.7) ? home : b.town(random, home.country),
        birthYear: random.integer(1932, 1948),
        occupation: 'retired',
        ...(random.chance(0.4) ? { phone: carer.phone } : {}),
      }),
      { others: [{ party: carer, role: 'power of attorney' }] },
    );
    wages(b, random, b.firmElsewhere(random, 'care', home.country), own, b.scaled(own, random.integer(120000, 200000)));
    monthly(b, b.service('pension', home.country), old, 28, () => b.scaled(old, 148000), {
      topic: 'pension',
      purpose: 'PENS',
      endToEnd: 'always',
    });
    monthly(b, old, own, 2, () => b.rounded(old, 25000, 10), { topic: 'household', random, skip: 0.1 });
    rent(b, random, old, b.service('landlord', home.country), b.rounded(old, 52000, 10));
    live(b, random, old, { city: home, activity: 1, cash: 3 });
    live(b, random, own);
    b.decoy(this.id, 'domestic-servitude', [own, old]);
  },
} satisfies DecoyPlan;
