/**
 * A licensed medical-travel agency: patients pay, clinics, laboratories and flights are paid, insurers
 * settle, staff have payroll, refunds go back. Innocent reading of `organ-broker-hub`.
 */
import { trade } from '../firms.ts';
import type { DecoyPlan } from '../plan.ts';

export default {
  id: 'medical-travel-agency',
  plant(b, random) {
    const home = b.town(random);
    const agency = b.open(b.business({ sector: 'medical-travel', licence: 'medical-travel', home, staffBand: '2-5' }));
    const clinics = Array.from({ length: 2 }, () =>
      b.firmElsewhere(random, 'clinic', random.pick(['RO', 'BG', 'GE', 'IN', 'TH', 'ES', 'CZ'])),
    );
    for (let i = random.integer(6, 12); i > 0; i--) {
      const day = b.dayAfterStart(random, 0, 240);
      const price = random.integer(3500, 32000) * 100;
      const patient = random.chance(0.3) ? b.service('insurance', home.country) : b.stranger(random, home.country);
      b.move(patient, agency, day, b.scaled(agency, price), { topic: 'treatment', endToEnd: 'always' });
      b.move(agency, random.pick(clinics), day + random.integer(8, 25), b.scaled(agency, Math.round(price * 0.78)), {
        topic: 'treatment',
        endToEnd: 'always',
      });
      b.card(agency, 'airline', home, day + random.integer(2, 12), { factor: 2 });
      if (random.chance(0.5)) b.card(agency, 'laboratory', home, day + random.integer(2, 9));
      if (random.chance(0.5)) b.card(agency, 'hotel', home, day + random.integer(9, 14), { factor: 4 });
      if (random.chance(0.3) && patient.kind === 'outside')
        b.move(agency, patient, day + random.integer(30, 60), b.rounded(agency, random.integer(20000, 180000), 10), {
          topic: 'treatment',
          endToEnd: 'always',
        });
    }
    trade(b, random, agency, { payroll: 480000, rent: 110000, suppliers: [2, 30000] });
    b.decoy(this.id, 'organ-removal', [agency]);
  },
} satisfies DecoyPlan;
