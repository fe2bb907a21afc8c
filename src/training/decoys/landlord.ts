/**
 * A private landlord with several flats: rents in on the first days of the month, loan, repairs and
 * house costs out. Innocent reading of `shared-beneficiary-unrelated-senders` and of tied lodging.
 */
import { monthly, rent } from '../habits.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'landlord',
  plant(b, random) {
    const home = b.town(random);
    const landlord = b.open(b.person({ home, birthYear: random.integer(1945, 1985) }));
    for (const tenant of b.payers(random, landlord, random.integer(4, 9))) {
      const amount = b.rounded(landlord, random.integer(42000, 98000), 10);
      if (tenant.kind === 'account') rent(b, random, tenant, landlord, amount);
      else monthly(b, tenant, landlord, random.integer(1, 5), () => amount, { topic: 'rent', random, skip: 0.03 });
    }
    monthly(b, landlord, b.service('lender', home.country), 15, () => b.scaled(landlord, 118000), {
      topic: 'loan',
      channel: 'direct-debit',
      endToEnd: 'always',
    });
    monthly(
      b,
      landlord,
      b.service('energy', home.country),
      10,
      () => b.scaled(landlord, random.integer(20000, 42000)),
      { topic: 'energy', channel: 'direct-debit' },
    );
    for (let i = random.integer(3, 8); i > 0; i--)
      b.move(
        landlord,
        b.firmElsewhere(random, 'construction', home.country),
        b.dayAfterStart(random, 0, 270),
        b.scaled(landlord, random.integer(9000, 160000)),
        { topic: 'invoice' },
      );
    live(b, random, landlord);
    b.decoy(this.id, 'debt-bondage', [landlord]);
  },
} satisfies DecoyPlan;
