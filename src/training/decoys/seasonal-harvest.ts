/**
 * Seasonal workers of a good farm: accounts opened together through the employer, wages in full, fair
 * lodging below a fifth of pay, cash and money home. Innocent reading of `new-account-captured`,
 * `shared-contact-cluster` and `wage-payer-recoups-rent`.
 */
import { openCrew } from '../control.ts';
import { payCrew, trade } from '../firms.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'seasonal-harvest',
  plant(b, random) {
    const home = b.town(random);
    const farm = b.open(b.business({ sector: 'agriculture', home, staffBand: '11-50' }));
    const from = b.dayAfterStart(random, 60, 130);
    const to = Math.min(b.last, from + random.integer(100, 150));
    const crew = openCrew(b, random, random.integer(4, 6), {
      home,
      opened: from - random.integer(2, 12),
      within: 6,
      address: farm.holder.address,
      sameBranch: true,
      introducer: `V${random.integer(100, 399)}`,
      ...(random.chance(0.4) ? { phone: farm.holder.phone } : {}),
      sharing: 0.85,
    });
    const net = random.integer(145000, 190000);
    const bill = payCrew(b, random, farm, crew, net, { from, to, spread: 0.15 });
    trade(b, random, farm, { invoices: [4, 600000], suppliers: [4, 70000], payroll: bill });
    for (const worker of crew) {
      const family = b.stranger(random);
      for (const month of b.months(from, to)) {
        b.move(worker, farm, month.first + random.integer(0, 5), b.rounded(worker, random.integer(18000, 26000), 10), {
          topic: 'rent',
        });
        if (random.chance(0.7))
          b.move(
            worker,
            family,
            random.integer(month.first, month.last),
            b.rounded(worker, random.integer(20000, 90000), 50),
            { topic: 'family' },
          );
      }
      live(b, random, worker, { bills: false, from, to, activity: 0.4 + random.next(), cash: 2 });
      b.cashOut(worker, home, to, b.rounded(worker, random.integer(20000, 100000), 50));
    }
    b.decoy(this.id, 'labour-exploitation', [farm, ...crew]);
  },
} satisfies DecoyPlan;
