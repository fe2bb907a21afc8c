/**
 * A household pays an agency, a visa and a one-way flight for a domestic worker, then no wage to
 * anybody for months while food and a second telephone go up; small sums go to the agent who placed
 * her. Mekong Club (domestic servitude); FIN-2020-A008 section I.2 (recruitment fees).
 */
import { monthly, rent, wages } from '../habits.ts';
import type { SchemePlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'servitude-unpaid-household',
  plant(b, random) {
    const home = b.town(random);
    const arrival = b.dayAfterStart(random, 35, 90);
    const household = b.open(b.person({ home, birthYear: random.integer(1965, 1988), incomeBand: 'over 4000' }));
    wages(
      b,
      random,
      b.firmElsewhere(random, 'consulting', home.country),
      household,
      b.scaled(household, random.integer(420000, 780000)),
      { date: 28 },
    );
    b.card(household, 'agency', home, arrival - random.integer(25, 34), {
      factor: b.dial(random, [1, 1.6], [0.5, 1.2]),
    });
    if (random.chance(0.7)) b.card(household, 'agency', home, arrival - random.integer(12, 20), { factor: 0.8 });
    b.card(household, 'government', home, arrival - random.integer(14, 22));
    if (random.chance(0.8)) b.card(household, 'government', home, arrival - random.integer(3, 9), { factor: 0.7 });
    b.card(household, 'airline', home, arrival - random.integer(4, 10), { factor: 3, text: 'ONE WAY 1 PAX' });
    const agent = b.stranger(random);
    monthly(b, household, agent, random.integer(3, 24), () => b.rounded(household, random.integer(6000, 14000), 10), {
      topic: 'fee',
      from: arrival,
      random,
      skip: b.dial(random, [0.1, 0.25], [0.3, 0.6]),
    });
    for (let day = arrival; day <= b.last; day++) {
      if (random.chance(0.13)) b.card(household, 'grocery', home, day, { factor: 2.6 });
      if (random.chance(0.045)) b.card(household, 'topUp', home, day);
    }
    rent(
      b,
      random,
      household,
      b.stranger(random, home.country),
      b.rounded(household, random.integer(140000, 260000), 10),
    );
    live(b, random, household, { activity: b.dial(random, [1.5, 3], [1.5, 4]) });
    b.scheme(
      'domestic-servitude',
      this.id,
      ['agency, visa and one-way flight', 'no wage, upkeep of one more person', 'instalments to the agent'],
      [
        { end: household, role: 'controller' },
        { end: agent, role: 'facilitator' },
      ],
      [],
      [arrival - 34, b.last],
    );
  },
} satisfies SchemePlan;
