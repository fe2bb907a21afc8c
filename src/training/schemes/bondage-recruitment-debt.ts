/**
 * Recruits pay an unlicensed recruiter before they come, then work for one employer and pay the
 * recruiter's circle the same sum near every payday; the employer pays the recruiter per head.
 * FIN-2020-A008 section I.2 and case study; the triangle is a synthesis from the Vilnius text.
 */
import { openCrew } from '../control.ts';
import { trade } from '../firms.ts';
import { wages } from '../habits.ts';
import type { SchemePlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'bondage-recruitment-debt',
  plant(b, random) {
    const missedInstalment = b.dial(random, [0.04, 0.12], [0.1, 0.3]);
    const oddInstalment = b.dial(random, [0.05, 0.12], [0.1, 0.35]);
    const home = b.town(random, random.pick(['DE', 'AT', 'PL', 'GB', 'NL']));
    const start = b.dayAfterStart(random, 45, 80);
    const recruiterPerson = b.person({ home });
    const recruiter = b.open(
      random.chance(0.5)
        ? recruiterPerson
        : b.business({ sector: 'recruitment', home, owner: recruiterPerson, staffBand: '1' }),
    );
    const collector = random.chance(0.5) ? recruiter : b.open(recruiterPerson);
    const employer = b.open(
      b.business({
        sector: random.pick(['agriculture', 'construction', 'manufacturing', 'care']),
        home,
        staffBand: '11-50',
      }),
    );
    const crew = openCrew(b, random, random.integer(4, 5), {
      home,
      opened: b.first - random.integer(30, 60),
      within: 40,
      births: [1980, 2003],
    });
    const fee = random.integer(90000, 260000);
    trade(b, random, employer, {
      invoices: [5, 700000],
      suppliers: [4, 80000],
      payroll: random.integer(600000, 900000),
      rent: 150000,
    });
    for (const worker of crew) {
      const day = Math.max(worker.opened, b.first) + random.integer(2, 18);
      const cents = Math.round((fee * (0.8 + 0.4 * random.next())) / 5000) * 5000;
      const family = b.stranger(random);
      b.move(family, worker, day - 1, b.scaled(worker, Math.round(cents * 1.05)), { topic: 'family' });
      b.move(worker, recruiter, day, b.scaled(worker, cents), { topic: 'fee' });
      if (random.chance(0.5))
        b.move(
          b.stranger(random),
          recruiter,
          day + random.integer(3, 25),
          b.scaled(recruiter, Math.round(cents * 0.4)),
          { topic: 'fee' },
        );
      const paid = wages(b, random, employer, worker, b.scaled(employer, random.integer(105000, 150000)), {
        from: start,
        date: 31,
        skip: 0.04,
      });
      const instalment = b.rounded(worker, b.dial(random, [42000, 62000], [22000, 55000]), 10);
      for (const wage of paid) {
        if (random.chance(missedInstalment)) continue;
        const isOdd = random.chance(oddInstalment);
        b.move(
          worker,
          collector,
          wage.creditorBooking + random.integer(0, 4),
          isOdd ? Math.round((instalment * random.integer(5, 9)) / 10) : instalment,
          { topic: random.pick(['debt', 'loan', 'debt']) },
        );
      }
      if (random.chance(0.6))
        for (const month of b.months(start))
          if (random.chance(0.7))
            b.move(
              worker,
              family,
              random.integer(month.first, month.last),
              b.rounded(worker, random.integer(10000, 35000), 10),
              { topic: 'family' },
            );
      live(b, random, worker, {
        activity: b.dial(random, [0.5, 1.4], [0.5, 1.6]),
        bills: random.chance(0.3),
        cash: random.pick([1, 2, 3]),
        friends: 0.2,
        from: day,
      });
    }
    for (const month of b.months(start)) {
      if (random.chance(0.75))
        b.move(
          employer,
          recruiter,
          month.first + random.integer(6, 14),
          b.scaled(employer, crew.length * random.pick([12000, 15000, 12000])),
          { topic: 'perHead', endToEnd: 'always' },
        );
      b.cashOut(
        collector,
        home,
        month.first + random.integer(8, 20),
        b.rounded(collector, random.integer(40000, 110000), 50),
      );
    }
    live(b, random, collector, { activity: b.dial(random, [0.8, 2], [0.8, 2]) });
    b.scheme(
      'debt-bondage',
      this.id,
      [
        'fees to the recruiter before work',
        'invariant instalments near payday',
        'employer pays the recruiter per head',
      ],
      [
        { end: recruiter, role: 'controller' },
        ...(collector === recruiter ? [] : [{ end: collector, role: 'controller' as const }]),
        { end: employer, role: 'employer' },
        ...crew.map((end) => ({ end, role: 'victim' as const })),
      ],
      [],
      [b.first, b.last],
    );
  },
} satisfies SchemePlan;
