/**
 * Residents of a refuge or shelter: one protected address, accounts opened together, benefits and a
 * little cash; the charity that runs it buys food and beds in bulk. Innocent reading of
 * `shared-contact-cluster`, `bulk-provisioning` and `wage-same-day-cash-out`.
 */
import { openCrew } from '../control.ts';
import { trade } from '../firms.ts';
import { monthly } from '../habits.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'refugee-shelter',
  plant(b, random) {
    const home = b.town(random);
    const address = b.parties.address(home);
    const shelter = b.open(
      b.business({ sector: 'charity', licence: 'charity', home, address, isProtected: true, staffBand: '6-10' }),
    );
    const opened = b.first + random.integer(-120, 60);
    const crew = openCrew(b, random, random.integer(3, 5), {
      home,
      opened,
      within: 12,
      address,
      sameBranch: true,
      ...(random.chance(0.5) ? { phone: shelter.holder.phone } : {}),
      isProtected: true,
    });
    for (const account of crew) {
      const amount = b.scaled(account, random.integer(38000, 56000));
      const made = monthly(b, b.service('benefit', home.country), account, 29, () => amount, {
        topic: 'benefit',
        purpose: 'BENE',
        endToEnd: 'always',
        from: opened,
      });
      for (const payment of made) {
        if (random.chance(0.6))
          b.cashOut(
            account,
            home,
            payment.creditorBooking + random.integer(0, 2),
            b.rounded(account, random.integer(15000, 42000), 10),
          );
        if (random.chance(0.3))
          b.move(account, shelter, payment.creditorBooking + random.integer(1, 5), b.rounded(account, 5000, 5), {
            topic: 'rent',
          });
      }
      live(b, random, account, { activity: 0.5, bills: false, cash: 0, from: opened });
    }
    for (let day = b.first; day <= b.last; day++)
      if (random.chance(0.14))
        b.card(shelter, random.pick(['wholesale', 'pharmacy', 'furniture', 'grocery', 'topUp']), home, day, {
          factor: 2,
        });
    monthly(b, b.firmElsewhere(random, 'charity', home.country), shelter, 3, () => b.scaled(shelter, 1450000), {
      topic: 'charity',
      endToEnd: 'always',
    });
    trade(b, random, shelter, { payroll: 520000, rent: 240000 });
    b.decoy(this.id, 'labour-exploitation', [shelter, ...crew]);
  },
} satisfies DecoyPlan;
