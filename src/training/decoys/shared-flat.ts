/**
 * A shared flat: each pays the same share to one flatmate after payday, who pays the landlord and the
 * energy. Innocent reading of `wage-star-sweep` and `shared-contact-cluster`.
 */
import { openCrew } from '../control.ts';
import { monthly, rent, wages } from '../habits.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'shared-flat',
  plant(b, random) {
    const home = b.town(random);
    const crew = openCrew(b, random, random.integer(3, 4), {
      home,
      opened: b.first - random.integer(20, 1500),
      within: 900,
      address: b.parties.address(home),
      births: [1988, 2004],
    });
    const [collector, ...others] = crew;
    if (collector === undefined) return;
    const share = random.integer(30000, 52000);
    const isOneEmployer = random.chance(0.3);
    const employer = b.firmElsewhere(random, 'logistics', home.country);
    for (const account of crew) {
      wages(
        b,
        random,
        isOneEmployer ? employer : b.firmElsewhere(random, 'retail', home.country),
        account,
        b.scaled(account, random.integer(105000, 190000)),
        isOneEmployer ? { date: 28 } : {},
      );
      live(b, random, account, { bills: account !== collector && random.chance(0.5) });
    }
    for (const account of others)
      monthly(b, account, collector, random.integer(1, 3), () => b.rounded(account, share, 5), {
        topic: 'rent',
        channel: random.chance(0.6) ? 'standing-order' : 'instant',
        random,
        skip: 0.03,
      });
    rent(b, random, collector, b.stranger(random, home.country), b.rounded(collector, share * crew.length, 10));
    monthly(b, collector, b.service('energy', home.country), 12, () => b.scaled(collector, 13500), {
      topic: 'energy',
      channel: 'direct-debit',
    });
    b.decoy(this.id, 'labour-exploitation', crew);
  },
} satisfies DecoyPlan;
