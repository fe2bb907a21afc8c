/**
 * An unlicensed consultancy takes large sums from patients and pays a clinic, a laboratory and
 * flights; a few thousand go to a person of little means, whose account is otherwise quiet.
 * Egyptian AML unit list credited to UNODC; The Financial Crime News (mark-ups of 500 % and more).
 */
import { openCrew } from '../control.ts';
import { monthly } from '../habits.ts';
import type { Account, Outside } from '../model.ts';
import type { SchemePlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'organ-broker',
  plant(b, random) {
    const home = b.town(random, random.pick(['DE', 'AT', 'PL', 'NL']));
    const owner = b.person({ home });
    const broker = b.open(b.business({ sector: 'consulting', home, owner, staffBand: '1' }));
    const own = b.open(owner);
    const clinic = b.firmElsewhere(random, 'clinic', random.pick(['RO', 'BG', 'GE', 'IN', 'TH', 'MD', 'ES']));
    const patients: Array<Account | Outside> = [];
    const donors: Array<Account | Outside> = [];
    const cases = random.integer(3, 4);
    for (let i = 0; i < cases; i++) {
      const start = b.dayAfterStart(random, 15 + i * 55, 45 + i * 55);
      const patient =
        i === 0
          ? b.open(b.person({ home: b.town(random, home.country), birthYear: random.integer(1945, 1972) }))
          : b.stranger(random, home.country);
      const price = random.integer(28000, 62000) * 100;
      const parts = random.integer(1, 3);
      for (let part = 0; part < parts; part++)
        b.move(patient, broker, start + part * random.integer(5, 12), b.scaled(broker, Math.round(price / parts)), {
          topic: random.chance(0.6) ? 'treatment' : 'consulting',
        });
      if (patient.kind === 'account') {
        b.move(b.stranger(random, home.country), patient, start - 6, b.scaled(patient, price + 200000), {
          topic: 'family',
        });
        monthly(b, b.service('pension', home.country), patient, 28, () => b.scaled(patient, 148000), {
          topic: 'pension',
          purpose: 'PENS',
        });
        live(b, random, patient);
      }
      b.move(
        broker,
        clinic,
        start + random.integer(12, 24),
        b.scaled(broker, Math.round(price * b.dial(random, [0.35, 0.5], [0.25, 0.5]))),
        { topic: 'treatment' },
      );
      b.card(broker, 'laboratory', home, start + random.integer(4, 9), { factor: b.dial(random, [1, 2.5], [0.6, 2]) });
      if (random.chance(0.6)) b.card(broker, 'laboratory', home, start + random.integer(10, 14));
      for (let seat = 0; seat < random.integer(2, 3); seat++)
        b.card(broker, 'airline', home, start + random.integer(12, 18), { factor: 2 });
      b.card(broker, 'hotel', home, start + random.integer(15, 20), { factor: 4 });
      const [held] =
        i === 0
          ? openCrew(b, random, 1, { home, opened: start - random.integer(20, 60), within: 10, births: [1985, 2004] })
          : [];
      const donor = held ?? b.stranger(random);
      b.move(
        random.chance(0.7) ? broker : own,
        donor,
        start + random.integer(28, 45),
        b.rounded(broker, b.dial(random, [150000, 420000], [150000, 600000]), 50),
        { topic: random.chance(0.5) ? 'family' : 'remit' },
      );
      if (donor.kind === 'account') {
        live(b, random, donor, { activity: 0.5, bills: false, from: donor.opened });
        b.cashOut(donor, home, start + random.integer(46, 50), b.rounded(donor, random.integer(60000, 120000), 50));
      }
      patients.push(patient);
      donors.push(donor);
    }
    for (const month of b.months())
      if (random.chance(0.8))
        b.move(
          broker,
          own,
          random.integer(month.first, month.last),
          b.rounded(broker, random.integer(200000, 700000), 100),
          { topic: 'saving' },
        );
    live(b, random, own, { activity: b.dial(random, [1, 3], [1, 3]) });
    b.scheme(
      'organ-removal',
      this.id,
      [
        'large sums from patients, clinic paid',
        'laboratory, flights and lodging',
        'small payment to a person of little means',
      ],
      [
        { end: own, role: 'controller' },
        { end: broker, role: 'front' },
        ...patients.map((end) => ({ end, role: 'purchaser' as const })),
        ...donors.map((end) => ({ end, role: 'victim' as const })),
        { end: clinic, role: 'facilitator' },
      ],
      [],
      [b.first + 15, b.last],
    );
  },
} satisfies SchemePlan;
