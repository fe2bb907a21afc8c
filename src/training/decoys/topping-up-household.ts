/**
 * A poor household pays in just enough cash before rent, energy and telephone are taken. Innocent
 * reading of `exact-cover-deposits`; also of benefits drawn in cash at once.
 */
import { monthly } from '../habits.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'topping-up-household',
  plant(b, random) {
    const home = b.town(random);
    const own = b.open(b.person({ home }));
    const costs: ReadonlyArray<readonly ['energy' | 'phone' | 'landlord' | 'lender', number, number]> = [
      ['landlord', 3, random.integer(38000, 62000)],
      ['energy', 9, random.integer(5000, 9500)],
      ['phone', 16, random.integer(999, 2999)],
      ['lender', 21, random.integer(3000, 8000)],
    ];
    for (const [role, date, cents] of costs) {
      const payee = b.service(role, home.country);
      const amount = b.scaled(own, cents);
      monthly(b, own, payee, date, () => amount, {
        topic: role === 'landlord' ? 'rent' : role === 'lender' ? 'loan' : role,
        channel: 'direct-debit',
        endToEnd: 'always',
        minute: 240,
      });
      for (const month of b.months())
        if (random.chance(0.75))
          b.cashIn(
            own,
            home,
            month.first + date - 2 + random.integer(-1, 0),
            Math.ceil(amount / 1000) * 1000,
            random.integer(10 * 60, 18 * 60),
          );
    }
    for (const payment of monthly(b, b.service('benefit', home.country), own, 29, () => b.scaled(own, 50200), {
      topic: 'benefit',
      purpose: 'BENE',
      endToEnd: 'always',
    })) {
      b.cashOut(
        own,
        home,
        payment.creditorBooking + random.integer(0, 1),
        b.rounded(own, random.integer(25000, 48000), 10),
      );
    }
    live(b, random, own, { activity: 0.3, bills: false, cash: 0.5 });
    b.decoy(this.id, 'forced-criminality', [own]);
  },
} satisfies DecoyPlan;
