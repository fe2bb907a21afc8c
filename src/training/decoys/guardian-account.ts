/**
 * A registered guardian or parent whose account gets the benefits and pensions of two or three named
 * relatives, and who pays their homes and pocket money. Innocent reading of `many-wages-one-account`.
 */
import { monthly, rent, wages } from '../habits.ts';
import { phrase } from '../phrases.ts';
import { languageOf } from '../places.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'guardian-account',
  plant(b, random) {
    const home = b.town(random);
    const guardian = b.open(b.person({ home }));
    wages(
      b,
      random,
      b.firmElsewhere(random, 'office', home.country),
      guardian,
      b.scaled(guardian, random.integer(160000, 290000)),
    );
    for (let i = random.integer(2, 3); i > 0; i--) {
      const name = b.parties.strangerName();
      const payer = b.service(random.chance(0.5) ? 'benefit' : 'pension', home.country);
      const amount = b.scaled(guardian, random.integer(25000, 62000));
      for (const month of b.months())
        b.move(payer, guardian, month.last - i, amount, {
          text: `${phrase(random, 'benefit', languageOf(home.country), month)} ${name}`,
          purpose: 'BENE',
          endToEnd: 'always',
          minute: 210,
        });
      const homeFor = b.firmElsewhere(random, 'care', home.country);
      monthly(b, guardian, homeFor, 3, () => Math.round(amount * 0.7), { topic: 'invoice', endToEnd: 'always' });
      if (random.chance(0.6))
        monthly(b, guardian, b.stranger(random, home.country), 5, () => Math.round((amount * 0.15) / 500) * 500, {
          topic: 'allowance',
          channel: 'standing-order',
        });
    }
    rent(
      b,
      random,
      guardian,
      b.service('landlord', home.country),
      b.rounded(guardian, random.integer(50000, 80000), 10),
    );
    live(b, random, guardian);
    b.decoy(this.id, 'forced-criminality', [guardian]);
  },
} satisfies DecoyPlan;
