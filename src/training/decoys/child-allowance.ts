/**
 * A pupil with a holiday job whose pay goes to a parent for safe keeping, and comes back for school
 * trips. Innocent reading of a minor's swept account.
 */
import { openCrew, received } from '../control.ts';
import { wages } from '../habits.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'child-allowance',
  plant(b, random) {
    const home = b.town(random);
    const parent = b.open(b.person({ home, birthYear: random.integer(1968, 1985) }));
    const [pupil] = openCrew(b, random, 1, {
      home,
      opened: b.first - random.integer(20, 900),
      within: 30,
      births: [2008, 2010],
      occupation: 'pupil',
      address: parent.holder.address,
      ...(parent.holder.phone === '' || random.chance(0.4) ? {} : { phone: parent.holder.phone }),
    });
    if (pupil === undefined) return;
    wages(
      b,
      random,
      b.firmElsewhere(random, 'office', home.country),
      parent,
      b.scaled(parent, random.integer(180000, 320000)),
    );
    for (const wage of wages(
      b,
      random,
      b.firmElsewhere(random, 'retail', home.country),
      pupil,
      b.scaled(pupil, random.integer(22000, 45000)),
      { skip: 0.15 },
    )) {
      if (random.chance(0.7))
        b.move(
          pupil,
          parent,
          wage.creditorBooking + random.integer(0, 4),
          Math.round((received(wage) * random.integer(45, 80)) / 100 / 1000) * 1000,
          { topic: 'saving', channel: 'instant' },
        );
    }
    for (let i = random.integer(4, 9); i > 0; i--)
      b.move(parent, pupil, b.dayAfterStart(random, 10, 265), b.rounded(parent, random.integer(2000, 16000), 10), {
        topic: 'allowance',
        channel: 'instant',
      });
    live(b, random, pupil, { activity: 1, bills: false, cash: 0.5 });
    live(b, random, parent);
    b.decoy(this.id, 'child-trafficking', [parent, pupil]);
  },
} satisfies DecoyPlan;
