/**
 * A construction firm lodges its crew in hostels near the sites and pays them with social insurance.
 * Innocent reading of `bulk-provisioning` and `lodging-multi-city`: payroll is present.
 */
import { openCrew, stays } from '../control.ts';
import { payCrew, trade } from '../firms.ts';
import { rent } from '../habits.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'construction-lodging',
  plant(b, random) {
    const home = b.town(random);
    const firm = b.open(b.business({ sector: 'construction', home, staffBand: '6-10' }));
    const crew = openCrew(b, random, random.integer(2, 4), {
      home,
      opened: b.first - random.integer(30, 900),
      within: 60,
      ...(random.chance(0.5) ? { address: firm.holder.address } : {}),
    });
    const bill = payCrew(b, random, firm, crew, random.integer(170000, 240000));
    trade(b, random, firm, { invoices: [4, 900000], suppliers: [4, 120000], rent: 90000, payroll: bill });
    stays(b, random, firm, {
      from: b.first,
      to: b.last,
      perMonth: 4,
      towns: b.townsAround(random, home).slice(0, 4),
      trade: 'hostel',
      double: 0.7,
    });
    for (const worker of crew) {
      live(b, random, worker, { cash: random.pick([1, 2, 3]) });
      if (random.chance(0.4)) rent(b, random, worker, b.stranger(random, home.country), b.rounded(worker, 38000, 10));
      if (random.chance(0.4))
        for (const month of b.months())
          b.move(worker, b.stranger(random), month.last, b.rounded(worker, random.integer(20000, 70000), 50), {
            topic: 'family',
          });
    }
    b.decoy(this.id, 'labour-exploitation', [firm, ...crew]);
  },
} satisfies DecoyPlan;
