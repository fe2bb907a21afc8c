/**
 * Three or four firms send nearly the same sum round in a circle every few weeks, less a small cut.
 * Value-preserving cycles as in the general laundering literature; no exploitation is shown.
 */
import { trade } from '../firms.ts';
import type { Account } from '../model.ts';
import type { SchemePlan } from '../plan.ts';

export default {
  id: 'laundering-company-ring',
  plant(b, random) {
    const missedRound = b.dial(random, [0.05, 0.15], [0.2, 0.4]);
    const home = b.town(random);
    const ring: Account[] = Array.from({ length: random.integer(3, 4) }, () =>
      b.open(
        b.business({
          sector: random.pick(['wholesale', 'consulting', 'logistics', 'construction']),
          home: b.town(random, home.country),
          staffBand: '1',
        }),
      ),
    );
    for (const firm of ring) trade(b, random, firm, { invoices: [1, 180000], suppliers: [1.5, 60000], rent: 50000 });
    for (let start = b.first + random.integer(5, 30); start < b.last - 20; start += random.integer(16, 30)) {
      if (random.chance(missedRound)) continue;
      let amount = b.scaled(
        home.country === 'PL' ? 'PLN' : home.country === 'GB' ? 'GBP' : 'EUR',
        random.integer(1200000, 3800000),
      );
      let day = start;
      for (const [i, firm] of ring.entries()) {
        const next = ring[(i + 1) % ring.length];
        if (next === undefined) break;
        b.move(firm, next, day, amount, { topic: 'consulting', endToEnd: 'always', minute: random.integer(480, 1000) });
        amount = Math.round(amount * b.dial(random, [0.965, 0.995], [0.88, 0.99]));
        day += random.integer(1, 4);
      }
    }
    b.scheme(
      'laundering-pattern',
      this.id,
      ['value-preserving circle through firms'],
      ring.map((end, i) => ({ end, role: i === 0 ? ('controller' as const) : ('conduit' as const) })),
      [],
      [b.first, b.last],
    );
  },
} satisfies SchemePlan;
