/**
 * A contractor with steady invoices pays three people on the books, who hand back part of each wage
 * to the director; everybody else is paid in notes, without payroll, and sleeps in hostels the firm
 * pays. FIN-2014-A008 (wages returned to the employer, firms without payroll).
 */
import { openCrew, stays, sweep } from '../control.ts';
import { trade } from '../firms.ts';
import { wages } from '../habits.ts';
import type { SchemePlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'labour-kickback-front',
  plant(b, random) {
    const cashRate = b.dial(random, [0.22, 0.36], [0.12, 0.3]);
    const home = b.town(random);
    const from = b.dayAfterStart(random, 0, 30);
    const to = b.last;
    const director = b.person({ home });
    const firm = b.open(
      b.business({
        sector: random.pick(['construction', 'cleaning', 'agriculture']),
        home,
        owner: director,
        staffBand: '2-5',
        turnoverBand: '500k-2m',
      }),
      { opened: b.first - random.integer(60, 300) },
    );
    const own = b.open(director);
    trade(b, random, firm, {
      invoices: [b.dial(random, [5, 8], [4, 8]), 680000],
      suppliers: [2.5, 90000],
      rent: 60000,
    });
    for (let day = from; day <= to; day++) {
      if (random.chance(cashRate)) b.cashOut(firm, home, day, b.rounded(firm, random.integer(50000, 190000), 50));
    }
    stays(b, random, firm, {
      from,
      to,
      perMonth: b.dial(random, [4, 7], [2, 5]),
      towns: b.townsAround(random, home).slice(0, 4),
      trade: 'hostel',
      double: 0.5,
    });
    const crew = openCrew(b, random, 3, { home, opened: from - random.integer(10, 300), within: 40 });
    for (const worker of crew) {
      const paid = wages(b, random, firm, worker, b.scaled(firm, random.integer(130000, 190000)), {
        from,
        to,
        date: 31,
        skip: 0.04,
      });
      sweep(b, random, worker, random.chance(0.85) ? own : firm, paid, {
        share: b.level === 'demo' ? [0.28, 0.52] : [0.2, 0.5],
        delay: [1, 6],
        miss: b.dial(random, [0.05, 0.15], [0.15, 0.35]),
        topic: random.pick(['loan', 'household', 'withheld']),
      });
      live(b, random, worker, {
        activity: b.dial(random, [0.6, 1.5], [0.6, 1.5]),
        cash: random.pick([1, 2, 3]),
        friends: 0.2,
        from,
      });
    }
    for (const month of b.months(from, to))
      b.move(firm, own, month.first + random.integer(3, 20), b.rounded(firm, random.integer(200000, 600000), 100), {
        topic: 'saving',
      });
    if (random.chance(0.7))
      b.card(own, random.pick(['carDealer', 'jewellery']), home, b.dayAfterStart(random, 90, 240));
    live(b, random, own, { activity: b.dial(random, [1, 3], [1, 3]) });
    b.scheme(
      'labour-exploitation',
      this.id,
      ['part of each wage handed back', 'turnover without payroll, cash drawn', 'hostels for a crew that is not paid'],
      [
        { end: own, role: 'controller' },
        { end: firm, role: 'front' },
        ...crew.map((end) => ({ end, role: 'victim' as const })),
      ],
      [],
      [from, to],
    );
  },
} satisfies SchemePlan;
