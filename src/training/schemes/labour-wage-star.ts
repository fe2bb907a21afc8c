/**
 * One firm pays several people, each of whom sends most of the wage on to the same third account;
 * their accounts were opened within days with shared contacts, and the collector rents the beds and
 * hires the van. FIN-2020-A008 section I.2; FinCEN's indicator on common identifiers.
 */
import { openCrew, stays, sweep } from '../control.ts';
import { trade } from '../firms.ts';
import { rent, wages } from '../habits.ts';
import type { SchemePlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'labour-wage-star',
  plant(b, random) {
    const purchaseRate = b.dial(random, [0.25, 0.4], [0.1, 0.3]);
    const home = b.town(random, random.pick(['DE', 'AT', 'PL', 'GB', 'NL']));
    const from = b.dayAfterStart(random, 10, 50);
    const to = b.last;
    const collectorPerson = b.person({ home });
    const collector = b.open(collectorPerson);
    const employer = b.open(
      b.business({
        sector: random.pick(['cleaning', 'agriculture', 'construction', 'logistics']),
        home,
        staffBand: '6-10',
      }),
    );
    trade(b, random, employer, {
      invoices: [4, 620000],
      suppliers: [3, 70000],
      payroll: random.integer(300000, 500000),
      rent: 110000,
    });
    const phone = b.parties.phone(home.country);
    const crew = openCrew(b, random, random.integer(4, 5), {
      home,
      opened: from - random.integer(4, 25),
      within: 9,
      phone,
      address: b.parties.address(home),
      sharing: b.dial(random, [0.75, 1], [0.35, 0.9]),
      sameBranch: true,
      introducer: `V${random.integer(100, 399)}`,
    });
    const net = random.integer(95000, 150000);
    const date = random.pick([31, 28, 15]);
    for (const worker of crew) {
      const paid = wages(
        b,
        random,
        employer,
        worker,
        b.scaled(employer, Math.round(net * (0.9 + 0.2 * random.next()))),
        { from, to, date, vary: 0.1, skip: 0.05 },
      );
      sweep(b, random, worker, collector, paid, {
        share: b.level === 'demo' ? [0.52, 0.88] : [0.35, 0.85],
        delay: [0, 3],
        miss: b.dial(random, [0.06, 0.16], [0.15, 0.35]),
        cash: 0.08,
        topic: random.pick(['withheld', 'household', 'loan']),
      });
      live(b, random, worker, {
        activity: b.dial(random, [0.15, 0.5], [0.3, 0.9]),
        bills: random.chance(0.25),
        cash: random.pick([0.5, 1, 2]),
        friends: 0.1,
        from,
      });
    }
    for (let i = 0; i < random.integer(2, 3); i++)
      rent(
        b,
        random,
        collector,
        b.stranger(random, home.country),
        b.rounded(collector, random.integer(55000, 95000), 10),
        { from, to },
      );
    for (let day = from; day <= to; day++) {
      if (random.chance(purchaseRate))
        b.card(collector, random.pick(['vanHire', 'fuel', 'fuel', 'wholesale']), home, day);
    }
    stays(b, random, collector, {
      from,
      to: from + 40,
      perMonth: 3,
      towns: b.townsAround(random, home).slice(0, 3),
      trade: 'hostel',
    });
    const abroad = b.stranger(random);
    for (const month of b.months(from, to))
      b.move(
        collector,
        abroad,
        month.last - random.integer(0, 6),
        b.rounded(collector, random.integer(60000, 220000), 50),
        { topic: 'family' },
      );
    live(b, random, collector, { activity: b.dial(random, [0.8, 2], [0.8, 3]), cash: 3 });
    b.scheme(
      'labour-exploitation',
      this.id,
      [
        'wages sent on to one account',
        'accounts opened together with shared contacts',
        'beds and van paid by the collector',
      ],
      [
        { end: collector, role: 'controller' },
        { end: employer, role: 'employer' },
        ...crew.map((end) => ({ end, role: 'victim' as const })),
      ],
      [],
      [from, to],
    );
  },
} satisfies SchemePlan;
