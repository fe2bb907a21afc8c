/**
 * A youth team's organiser collects contributions (also from pupils' own accounts) and pays coaches,
 * hostels and many seats. Innocent reading of `travel-and-visa-one-payer` and of youth sweeps.
 */
import { openCrew } from '../control.ts';
import { monthly, wages } from '../habits.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'youth-sports-trip',
  plant(b, random) {
    const home = b.town(random);
    const organiser = b.open(b.person({ home }));
    wages(
      b,
      random,
      b.firmElsewhere(random, 'office', home.country),
      organiser,
      b.scaled(organiser, random.integer(160000, 290000)),
    );
    const pupils = openCrew(b, random, random.integer(1, 2), {
      home,
      opened: b.first - random.integer(20, 700),
      within: 200,
      births: [2009, 2011],
      occupation: 'pupil',
    });
    for (const pupil of pupils) {
      monthly(b, b.stranger(random, home.country), pupil, 1, () => b.rounded(pupil, 4000, 10), {
        topic: 'allowance',
        channel: 'standing-order',
      });
      live(b, random, pupil, { activity: 0.5, bills: false, cash: 0.5 });
    }
    for (let trip = 0; trip < random.integer(2, 3); trip++) {
      const date = b.dayAfterStart(random, 40 + trip * 80, 90 + trip * 80);
      const share = random.integer(6000, 14000);
      const towns = b.townsAround(random, home).slice(0, 2);
      for (const payer of [...b.payers(random, organiser, random.integer(9, 16)), ...pupils])
        b.move(payer, organiser, date - random.integer(8, 35), b.rounded(organiser, share, 5), {
          topic: 'event',
          channel: random.chance(0.5) ? 'instant' : 'transfer',
        });
      for (const town of towns) {
        for (let seat = random.integer(3, 6); seat > 0; seat--)
          b.card(organiser, 'coach', home, date - random.integer(5, 12));
        b.card(organiser, 'hostel', town, date, { factor: 9 });
        b.card(organiser, 'fastfood', town, date, { factor: 7 });
      }
    }
    live(b, random, organiser);
    b.decoy(this.id, 'child-trafficking', [organiser, ...pupils]);
  },
} satisfies DecoyPlan;
