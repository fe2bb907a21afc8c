/**
 * A group of companies pools its cash: surplus up, loans down, interest and the same sums back.
 * Innocent reading of `cyclic-return-flow` and `rapid-pass-through`.
 */
import { trade } from '../firms.ts';
import type { DecoyPlan } from '../plan.ts';

export default {
  id: 'group-treasury',
  plant(b, random) {
    const home = b.town(random);
    const parent = b.business({ sector: 'finance', home, staffBand: '6-10', turnoverBand: 'over 2m' });
    const word = parent.name.split(/[ -]/)[0] ?? 'Nova';
    const units = Array.from({ length: random.integer(2, 3) }, (_, i) =>
      b.business({
        sector: random.pick(['manufacturing', 'logistics', 'it']),
        home: b.town(random, home.country),
        name: `${word} ${['Produktion', 'Service', 'Vertrieb'][i] ?? 'Werk'}`,
        ...(random.chance(0.6) ? { address: parent.address, phone: parent.phone } : {}),
      }),
    );
    const pool = b.open(parent);
    const accounts = units.map((unit) => b.open(unit));
    for (const account of accounts)
      trade(b, random, account, { invoices: [3, 800000], suppliers: [3, 200000], payroll: 700000, rent: 150000 });
    for (const month of b.months()) {
      for (const account of accounts) {
        const sum = b.rounded(account, random.integer(800000, 3000000), 100);
        b.move(account, pool, month.last - random.integer(0, 3), sum, { topic: 'treasury', endToEnd: 'always' });
        if (random.chance(0.8))
          b.move(
            pool,
            random.pick(accounts),
            Math.min(b.last, month.last + random.integer(1, 6)),
            Math.round(sum * (0.9 + 0.1 * random.next())),
            { topic: 'treasury', endToEnd: 'always' },
          );
      }
    }
    trade(b, random, pool, { payroll: 300000 });
    b.decoy(this.id, 'laundering-pattern', [pool, ...accounts]);
  },
} satisfies DecoyPlan;
