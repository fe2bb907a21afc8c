/**
 * An employer pays low wages and takes about half back as lodging, transport and "deductions" through
 * the director's property firm, at whose address all workers are registered; a ticket debt runs on.
 * FIN-2014-A008 (deductions for housing and food that leave a fraction of the wage).
 */
import { openCrew } from '../control.ts';
import { trade } from '../firms.ts';
import { wages } from '../habits.ts';
import type { SchemePlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'bondage-tied-lodging',
  plant(b, random) {
    const missedLodging = b.dial(random, [0.05, 0.1], [0.1, 0.3]);
    const ticketShare = b.dial(random, [0.75, 0.9], [0.4, 0.8]);
    const home = b.town(random, random.pick(['DE', 'AT', 'PL', 'GB', 'NL']));
    const from = b.dayAfterStart(random, 0, 40);
    const director = b.person({ home });
    const phone = b.parties.phone(home.country);
    const address = b.parties.address(home);
    const employer = b.open(
      b.business({
        sector: random.pick(['agriculture', 'hotel', 'manufacturing', 'cleaning']),
        home,
        owner: director,
        phone,
        staffBand: '11-50',
      }),
    );
    const landlord = b.open(
      random.chance(0.6)
        ? b.business({ sector: 'property', home, owner: director, address, ...(random.chance(0.8) ? { phone } : {}) })
        : director,
    );
    trade(b, random, employer, {
      invoices: [5, 560000],
      suppliers: [4, 80000],
      payroll: random.integer(400000, 700000),
      rent: 90000,
    });
    const crew = openCrew(b, random, random.integer(4, 5), {
      home,
      opened: from - random.integer(3, 40),
      within: 15,
      address,
      sharing: b.dial(random, [0.8, 1], [0.4, 0.9]),
    });
    const room = random.integer(26000, 36000);
    for (const worker of crew) {
      const paid = wages(b, random, employer, worker, b.scaled(employer, random.integer(88000, 118000)), {
        from,
        date: random.pick([31, 15]),
        skip: 0.04,
        vary: 0.12,
      });
      const ticket = b.rounded(worker, random.integer(9000, 16000), 10);
      for (const wage of paid) {
        if (!random.chance(missedLodging))
          b.move(
            worker,
            landlord,
            wage.creditorBooking + random.integer(0, 4),
            b.rounded(worker, room * (0.95 + 0.1 * random.next()), 10),
            { topic: 'withheld' },
          );
        if (random.chance(ticketShare))
          b.move(worker, landlord, wage.creditorBooking + random.integer(0, 6), ticket, { topic: 'debt' });
        if (random.chance(0.25))
          b.move(
            worker,
            employer,
            wage.creditorBooking + random.integer(2, 9),
            b.rounded(worker, random.integer(3000, 9000), 10),
            { topic: 'withheld' },
          );
      }
      const family = b.stranger(random);
      if (random.chance(0.6))
        for (const month of b.months(from))
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
        bills: false,
        cash: random.pick([1, 2, 2]),
        friends: 0.2,
        from,
      });
    }
    for (const month of b.months(from))
      b.move(
        landlord,
        b.stranger(random, home.country),
        month.first + 4,
        b.rounded(landlord, random.integer(50000, 90000), 10),
        { topic: 'rent' },
      );
    live(b, random, landlord, { activity: 0.5 });
    b.scheme(
      'debt-bondage',
      this.id,
      [
        'wage payer takes half back as lodging and transport',
        'ticket debt in instalments',
        'all workers at one address',
      ],
      [
        { end: landlord, role: 'controller' },
        { end: employer, role: 'employer' },
        ...crew.map((end) => ({ end, role: 'victim' as const })),
      ],
      [],
      [from, b.last],
    );
  },
} satisfies SchemePlan;
