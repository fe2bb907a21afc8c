/**
 * Patients "donate" large sums to a small unlicensed foundation that pays a clinic, and a medical
 * employee far above the wage; people who gave get a small sum and a flight. Egyptian AML unit list
 * credited to UNODC (medical staff, small clinics and linked charities with unexplained flows).
 */
import { trade } from '../firms.ts';
import { wages } from '../habits.ts';
import type { Outside } from '../model.ts';
import type { SchemePlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'organ-foundation',
  plant(b, random) {
    const home = b.town(random, random.pick(['DE', 'AT', 'PL']));
    const founder = b.person({ home });
    const foundation = b.open(b.business({ sector: 'charity', home, owner: founder, staffBand: '1' }));
    const clinic = b.open(b.business({ sector: 'clinic', home, licence: 'clinic', staffBand: '6-10' }));
    const insider = b.open(
      b.person({ home, occupation: random.pick(['nurse', 'laboratory technician']), incomeBand: '2000-4000' }),
    );
    trade(b, random, clinic, { invoices: [6, 240000], suppliers: [4, 90000], payroll: 900000, rent: 260000 });
    wages(b, random, clinic, insider, b.scaled(clinic, random.integer(230000, 300000)), { date: 28 });
    const patients: Outside[] = [];
    const donors: Outside[] = [];
    const cases = random.integer(3, 4);
    for (let i = 0; i < cases; i++) {
      const start = b.dayAfterStart(random, 10 + i * 55, 40 + i * 55);
      const patient = b.stranger(random, random.chance(0.5) ? home.country : undefined);
      const donor = b.stranger(random);
      const price = random.integer(24000, 52000) * 100;
      b.move(patient, foundation, start, b.scaled(foundation, price), {
        topic: random.chance(0.7) ? 'charity' : 'treatment',
      });
      b.move(foundation, clinic, start + random.integer(8, 15), b.scaled(foundation, Math.round(price * 0.4)), {
        topic: 'treatment',
      });
      b.move(
        foundation,
        insider,
        start + random.integer(16, 26),
        b.rounded(foundation, b.dial(random, [400000, 900000], [200000, 700000]), 50),
        { topic: random.pick(['consulting', 'charity', 'family']) },
      );
      b.move(
        foundation,
        donor,
        start + random.integer(20, 40),
        b.rounded(foundation, b.dial(random, [150000, 380000], [150000, 500000]), 50),
        { topic: random.pick(['charity', 'remit']) },
      );
      for (let seat = 0; seat < 2; seat++)
        b.card(foundation, 'airline', home, start + random.integer(3, 8), { factor: 2 });
      if (random.chance(0.8)) b.card(foundation, 'laboratory', home, start + random.integer(2, 9), { factor: 1.5 });
      b.card(foundation, 'hotel', home, start + random.integer(9, 14), { factor: 4 });
      patients.push(patient);
      donors.push(donor);
    }
    for (let i = random.integer(15, 30); i > 0; i--)
      b.move(
        b.stranger(random, home.country),
        foundation,
        b.dayAfterStart(random, 0, 270),
        b.rounded(foundation, random.integer(1000, 8000), 10),
        { topic: 'charity' },
      );
    for (const month of b.months())
      b.cashOut(
        foundation,
        home,
        random.integer(month.first, month.last),
        b.rounded(foundation, random.integer(50000, 150000), 50),
      );
    live(b, random, insider, { activity: b.dial(random, [1, 2.5], [1, 2.5]) });
    b.scheme(
      'organ-removal',
      this.id,
      [
        'large sums from patients passed to a clinic',
        'medical employee paid far above the wage',
        'small payments abroad with flights and laboratory',
      ],
      [
        { end: foundation, role: 'front' },
        { end: insider, role: 'facilitator' },
        { end: clinic, role: 'facilitator' },
        ...patients.map((end) => ({ end, role: 'purchaser' as const })),
        ...donors.map((end) => ({ end, role: 'victim' as const })),
      ],
      [],
      [b.first + 10, b.last],
    );
  },
} satisfies SchemePlan;
