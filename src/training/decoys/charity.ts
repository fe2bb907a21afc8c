/**
 * A registered charity: many small donors, grants, payments abroad to the same projects, staff with
 * payroll. Innocent reading of `shared-beneficiary-unrelated-senders` and of organ foundations.
 */
import { trade } from '../firms.ts';
import { monthly } from '../habits.ts';
import type { DecoyPlan } from '../plan.ts';

export default {
  id: 'charity',
  plant(b, random) {
    const home = b.town(random);
    const charity = b.open(b.business({ sector: 'charity', home, licence: 'charity', staffBand: '2-5' }));
    for (const payer of b.payers(random, charity, random.integer(25, 55))) {
      const gift = b.rounded(charity, random.pick([1000, 1500, 2000, 2500, 5000]), 5);
      if (random.chance(0.3))
        monthly(b, payer, charity, random.integer(1, 28), () => gift, { topic: 'charity', channel: 'standing-order' });
      else b.move(payer, charity, b.dayAfterStart(random, 0, 270), gift * random.integer(1, 4), { topic: 'charity' });
    }
    const projects = Array.from({ length: random.integer(1, 3) }, () =>
      b.firmElsewhere(random, 'charity', random.pick(['RO', 'KE', 'PH', 'IN', 'GE'])),
    );
    for (const month of b.months())
      if (random.chance(0.7))
        b.move(
          charity,
          random.pick(projects),
          random.integer(month.first, month.last),
          b.rounded(charity, random.integer(60000, 300000), 50),
          { topic: 'charity', endToEnd: 'always' },
        );
    if (random.chance(0.4))
      b.move(
        charity,
        b.firmElsewhere(random, 'clinic', home.country),
        b.dayAfterStart(random, 30, 250),
        b.scaled(charity, random.integer(400000, 1500000)),
        { topic: 'treatment', endToEnd: 'always' },
      );
    const grant = random.integer(900000, 1800000);
    monthly(b, b.firmElsewhere(random, 'charity', home.country), charity, 5, () => b.scaled(charity, grant), {
      topic: 'charity',
      endToEnd: 'always',
    });
    trade(b, random, charity, { payroll: random.integer(150000, 400000), rent: 60000, suppliers: [1.5, 20000] });
    b.decoy(this.id, 'organ-removal', [charity]);
  },
} satisfies DecoyPlan;
