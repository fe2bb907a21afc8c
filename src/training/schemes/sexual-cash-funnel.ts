/**
 * Cash goes into one account at machines in several towns on days when its holder is elsewhere, and
 * is taken out or sent abroad soon after; the same holder rents several flats. AUSTRAC 2022
 * (third-party deposits of AUD 200-800 in several places); FIN-2020-A008 section I.3 (funnels).
 */
import { rent } from '../habits.ts';
import { openCrew } from '../control.ts';
import type { SchemePlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'sexual-cash-funnel',
  plant(b, random) {
    const sharedContact = b.dial(random, [0.9, 1], [0.3, 0.7]);
    const depositRate = b.dial(random, [0.42, 0.6], [0.2, 0.5]);
    const emptyingRate = b.dial(random, [0.3, 0.5], [0.15, 0.4]);
    const home = b.town(random, random.pick(['DE', 'AT', 'PL', 'GB']));
    const towns = b.townsAround(random, home).slice(0, random.integer(4, 5));
    const from = b.dayAfterStart(random, 0, 50);
    const to = Math.min(b.last, from + random.integer(150, 240));
    const phone = b.parties.phone(home.country);
    const collector = b.open(b.person({ home, phone }));
    const [helper] = openCrew(b, random, 1, {
      home,
      opened: from - random.integer(5, 90),
      within: 20,
      ...(random.chance(sharedContact) ? { phone } : {}),
    });
    const abroad = b.stranger(random);
    let held = 0;
    for (let day = from; day <= to; day++) {
      if (random.chance(depositRate)) {
        const amount = b.rounded(collector, random.integer(12000, 50000), collector.currency === 'PLN' ? 50 : 10);
        if (
          b.cashIn(
            collector,
            random.pick(towns),
            day,
            amount,
            random.chance(0.4) ? random.integer(22 * 60, 25 * 60) : random.integer(9 * 60, 22 * 60),
          ) !== undefined
        )
          held += amount;
      }
      if (held > b.scaled(collector, 60000) && random.chance(emptyingRate)) {
        const part = Math.round((held * b.dial(random, [0.6, 0.95], [0.4, 0.9])) / 5000) * 5000;
        if (random.chance(0.55)) b.cashOut(collector, home, day + 1, Math.min(part, b.scaled(collector, 100000)));
        else b.move(collector, abroad, day + 1, part, { topic: 'family' });
        held -= part;
      }
      if (helper !== undefined && random.chance(0.09))
        b.move(collector, helper, day, b.rounded(collector, random.integer(2000, 9000), 10), {
          topic: 'allowance',
          channel: 'instant',
        });
      if (random.chance(0.1))
        b.card(collector, random.pick(['laundry', 'cosmetics', 'pharmacy', 'topUp']), home, day, {
          factor: random.integer(2, 4),
        });
    }
    for (let i = 0; i < Math.round(b.dial(random, [3, 4.4], [2, 4])); i++)
      rent(
        b,
        random,
        collector,
        b.stranger(random, home.country),
        b.rounded(collector, random.integer(45000, 90000), 10),
        { from, to },
      );
    if (helper !== undefined) live(b, random, helper, { activity: 0.3, cash: 0.4, bills: false, friends: 0, from });
    live(b, random, collector, { activity: b.dial(random, [1, 2], [1, 3]) });
    b.scheme(
      'sexual-exploitation',
      this.id,
      ['cash paid in by others in several towns', 'several rents by one payer', 'contact shared at opening'],
      [
        { end: collector, role: 'controller' },
        ...(helper === undefined ? [] : [{ end: helper, role: 'victim' as const }]),
      ],
      [],
      [from, to],
    );
  },
} satisfies SchemePlan;
