/**
 * A firm lends two of its people money for a car or a deposit; they pay back after payday until it is
 * done. Innocent reading of `wage-kickback` and `bonded-debt-instalments`: it ends.
 */
import { openCrew } from '../control.ts';
import { payCrew, trade } from '../firms.ts';
import { rent } from '../habits.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'staff-loan',
  plant(b, random) {
    const home = b.town(random);
    const firm = b.open(
      b.business({ sector: random.pick(['care', 'logistics', 'restaurant', 'agriculture']), home, staffBand: '2-5' }),
    );
    const crew = openCrew(b, random, 2, { home, opened: b.first - random.integer(200, 2000), within: 900 });
    const bill = payCrew(b, random, firm, crew, random.integer(145000, 220000), { date: 31 });
    trade(b, random, firm, { invoices: [3, 420000], suppliers: [2, 60000], rent: 80000, payroll: bill });
    for (const worker of crew) {
      const day = b.dayAfterStart(random, 0, 60);
      const part = random.integer(12000, 30000);
      const count = random.integer(4, 7);
      b.move(firm, worker, day, b.rounded(firm, part * count, 10), { topic: 'loan', endToEnd: 'always' });
      for (const month of b.months(day + 20).slice(0, count))
        b.move(worker, firm, month.last + random.integer(-1, 0), b.rounded(worker, part, 10), { topic: 'loan' });
      live(b, random, worker);
      rent(b, random, worker, b.stranger(random, home.country), b.rounded(worker, random.integer(45000, 75000), 10));
    }
    b.decoy(this.id, 'debt-bondage', [firm, ...crew]);
  },
} satisfies DecoyPlan;
