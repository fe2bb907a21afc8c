/**
 * A wellness salon with late card takings, no wages and no social insurance; two people paid by
 * customers at night into accounts that were opened with the owner's telephone pass most of it on to
 * the salon. FIN-2020-A008 section I.1 (fronts) and off-hours indicator; Project Protect (nights).
 */
import { customersPay, openCrew, sweep } from '../control.ts';
import { trade } from '../firms.ts';
import { bankTakings } from '../habits.ts';
import type { SchemePlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'sexual-wellness-front',
  plant(b, random) {
    const listingRate = b.dial(random, [0.25, 0.4], [0.1, 0.25]);
    const home = b.town(random, random.pick(['DE', 'AT', 'PL', 'NL']));
    const from = b.dayAfterStart(random, 0, 45);
    const to = Math.min(b.last, from + random.integer(160, 250));
    const owner = b.person({ home });
    const phone = owner.phone === '' ? b.parties.phone(home.country) : owner.phone;
    const salon = b.open(b.business({ sector: 'massage', home, owner, phone, staffBand: '1' }));
    const own = b.open(owner);
    trade(b, random, salon, {
      sector: 'massage',
      cardTakings: random.integer(60000, 140000),
      rent: random.integer(90000, 180000),
      suppliers: [0.7, 12000],
    });
    bankTakings(b, random, salon, home, b.dial(random, [5, 9], [3, 7]), 60000, { from, to });
    const workers = openCrew(b, random, 2, {
      home,
      opened: from - random.integer(0, 60),
      within: 12,
      phone,
      sharing: b.dial(random, [0.9, 1], [0.4, 0.9]),
      sameBranch: true,
      births: [1990, 2004],
    });
    const payers = workers.flatMap((worker) => {
      const circle = b.payers(random, worker, Math.round(b.dial(random, [45, 80], [25, 60])));
      const credits = customersPay(b, random, worker, {
        from,
        to,
        perWeek: b.dial(random, [4, 7], [2, 5]),
        prices: random.pick([
          [8000, 12000],
          [10000, 16000],
          [9000, 15000, 20000],
        ]),
        nights: b.dial(random, [0.6, 0.85], [0.3, 0.7]),
        payers: circle,
        regulars: 0.15,
      });
      sweep(b, random, worker, random.chance(0.7) ? salon : own, credits, {
        share: b.level === 'demo' ? [0.6, 0.9] : [0.4, 0.9],
        delay: [0, 1],
        gather: [2, 7],
        miss: b.dial(random, [0.05, 0.15], [0.1, 0.3]),
        topic: 'withheld',
      });
      live(b, random, worker, { activity: b.dial(random, [0.15, 0.5], [0.3, 1]), bills: false, friends: 0, from });
      return circle;
    });
    for (let day = from; day <= to; day++)
      if (random.chance(listingRate)) b.card(own, random.chance(0.75) ? 'listing' : 'advertising', home, day);
    for (const month of b.months(from, to))
      b.move(salon, own, month.last - 2, b.rounded(salon, random.integer(150000, 420000), 50), { topic: 'saving' });
    live(b, random, own, { activity: b.dial(random, [1, 3], [1, 3]) });
    b.scheme(
      'sexual-exploitation',
      this.id,
      ['credits at service prices passed on', 'contact shared at opening', 'listings', 'firm without payroll'],
      [
        { end: own, role: 'controller' },
        { end: salon, role: 'front' },
        ...workers.map((end) => ({ end, role: 'victim' as const })),
      ],
      payers,
      [from, to],
    );
  },
} satisfies SchemePlan;
