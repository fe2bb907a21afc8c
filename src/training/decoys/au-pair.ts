/**
 * A family pays an agency, a visa and a flight for an au pair, then pocket money every month to the
 * au pair's own account, who spends it. Innocent reading of `household-worker-no-wage`.
 */
import { openCrew } from '../control.ts';
import { monthly, wages } from '../habits.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'au-pair',
  plant(b, random) {
    const home = b.town(random);
    const family = b.open(b.person({ home, birthYear: random.integer(1975, 1990) }));
    wages(
      b,
      random,
      b.firmElsewhere(random, 'it', home.country),
      family,
      b.scaled(family, random.integer(320000, 560000)),
    );
    const arrival = b.dayAfterStart(random, 35, 110);
    b.card(family, 'agency', home, arrival - random.integer(20, 34));
    if (random.chance(0.7)) b.card(family, 'government', home, arrival - random.integer(10, 19));
    b.card(family, 'airline', home, arrival - random.integer(4, 12), { factor: 2.5 });
    const [pair] = openCrew(b, random, 1, {
      home,
      opened: arrival + 3,
      within: 6,
      address: family.holder.address,
      births: [1998, 2007],
      occupation: 'au pair',
      ...(random.chance(0.2) ? { phone: family.holder.phone } : {}),
    });
    if (pair === undefined) return;
    monthly(b, family, pair, 1, () => b.rounded(family, random.pick([28000, 30000, 34000]), 10), {
      topic: 'allowance',
      channel: 'standing-order',
      from: arrival,
    });
    live(b, random, pair, { activity: 1.2, bills: false, from: arrival });
    for (let day = arrival; day <= b.last; day++)
      if (random.chance(0.08)) b.card(family, 'grocery', home, day, { factor: 2.2 });
    live(b, random, family, { activity: 1.5 });
    b.decoy(this.id, 'domestic-servitude', [family, pair]);
  },
} satisfies DecoyPlan;
