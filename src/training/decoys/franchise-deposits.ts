/**
 * A franchise with shops in several towns: staff pay in the takings at machines there, suppliers,
 * rents and wages are paid. Innocent reading of `third-party-atm-cash-in` and `storefront-network`.
 */
import { openCrew } from '../control.ts';
import { payCrew, trade } from '../firms.ts';
import { bankTakings } from '../habits.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'franchise-deposits',
  plant(b, random) {
    const home = b.town(random);
    const firm = b.open(
      b.business({ sector: random.pick(['restaurant', 'retail', 'hairdresser']), home, staffBand: '11-50' }),
    );
    for (const town of [home, ...b.townsAround(random, home)].slice(0, random.integer(4, 5)))
      bankTakings(b, random, firm, town, 3, 38000);
    const crew = openCrew(b, random, 1, { home, opened: b.first - random.integer(200, 2000), within: 300 });
    const bill = payCrew(b, random, firm, crew, 165000);
    trade(b, random, firm, { cardTakings: 420000, suppliers: [5, 80000], rent: 260000, payroll: bill + 600000 });
    for (const worker of crew) live(b, random, worker);
    b.decoy(this.id, 'sexual-exploitation', [firm, ...crew]);
  },
} satisfies DecoyPlan;
