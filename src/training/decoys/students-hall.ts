/**
 * A hall of residence: new students open accounts in one week at one branch, with the hall's address.
 * Innocent reading of `shared-contact-cluster` and `new-account-captured`; they spend of their own.
 */
import { openCrew } from '../control.ts';
import { monthly, rent } from '../habits.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'students-hall',
  plant(b, random) {
    const home = b.town(random);
    const opened = b.first + random.pick([-110, 60, 75, 85]);
    const crew = openCrew(b, random, random.integer(5, 7), {
      home,
      opened,
      within: 7,
      address: b.parties.address(home),
      sameBranch: true,
      introducer: `V${random.integer(100, 399)}`,
      births: [2003, 2007],
      occupation: 'student',
    });
    const hall = b.firmElsewhere(random, 'property', home.country);
    const fee = random.integer(26000, 42000);
    for (const account of crew) {
      const parent = b.stranger(random, random.chance(0.5) ? home.country : undefined);
      monthly(b, parent, account, random.integer(1, 4), () => b.rounded(account, random.integer(45000, 80000), 50), {
        topic: 'family',
        from: opened,
      });
      rent(b, random, account, hall, b.rounded(account, fee, 5), { from: opened });
      live(b, random, account, { bills: false, from: opened });
    }
    b.decoy(this.id, 'forced-criminality', crew);
  },
} satisfies DecoyPlan;
