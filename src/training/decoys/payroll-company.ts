/**
 * A lawful firm pays its people on one day, with social insurance and tax; they live on it. Innocent
 * reading of `wage-star-sweep`; some of them also pay the same canteen.
 */
import { openCrew } from '../control.ts';
import { payCrew, trade } from '../firms.ts';
import { monthly } from '../habits.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'payroll-company',
  plant(b, random) {
    const home = b.town(random);
    const firm = b.open(
      b.business({
        sector: random.pick(['cleaning', 'construction', 'logistics', 'care', 'manufacturing']),
        home,
        staffBand: '6-10',
      }),
    );
    const crew = openCrew(b, random, random.integer(3, 5), {
      home,
      opened: b.first - random.integer(100, 2500),
      within: 900,
    });
    const bill = payCrew(b, random, firm, crew, random.integer(140000, 230000));
    trade(b, random, firm, { invoices: [4, 480000], suppliers: [3, 60000], rent: 120000, payroll: bill });
    const canteen = b.firmElsewhere(random, 'restaurant', home.country);
    for (const worker of crew) {
      live(b, random, worker);
      if (random.chance(0.5)) monthly(b, worker, canteen, 3, () => b.rounded(worker, 6000, 5), { topic: 'event' });
    }
    b.decoy(this.id, 'labour-exploitation', [firm, ...crew]);
  },
} satisfies DecoyPlan;
