/**
 * People taken to one branch in one week open accounts with the same telephone; larger credits from
 * strangers pass through, part to one account and the rest in notes at one machine within minutes.
 * FIN-2020-A008 section I.3 (escorted to open accounts); UK guidance on many cards at one machine.
 */
import { openCrew, received } from '../control.ts';
import type { SchemePlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'criminality-fresh-conduits',
  plant(b, random) {
    const missedWave = b.dial(random, [0.08, 0.2], [0.2, 0.45]);
    const home = b.town(random, random.pick(['DE', 'AT', 'PL']));
    const opened = b.dayAfterStart(random, 20, 110);
    const bank = home.country === 'DE' ? 'a' : home.country === 'AT' ? 'c' : 'd';
    const phone = b.parties.phone(home.country);
    const collector = b.open(b.person({ home }));
    const crew = openCrew(b, random, random.integer(3, 5), {
      home,
      opened,
      within: 5,
      bank,
      phone,
      sharing: b.dial(random, [0.8, 1], [0.4, 0.9]),
      introducer: `V${random.integer(100, 399)}`,
      sameBranch: true,
      births: [1996, 2007],
    });
    const machine = random.integer(1, 6);
    const waves = Math.round(b.dial(random, [4, 7], [3, 6]));
    const payers: Array<ReturnType<typeof b.payers>[number]> = [];
    for (let wave = 0; wave < waves; wave++) {
      const day = opened + 9 + wave * random.integer(7, 16);
      const hour = random.integer(11 * 60, 21 * 60);
      for (const [i, account] of crew.entries()) {
        if (random.chance(missedWave)) continue;
        const [payer] = b.payers(random, account, 1);
        if (payer === undefined) continue;
        payers.push(payer);
        const credit = b.move(
          payer,
          account,
          day,
          b.scaled(account, Math.round(140000 * Math.exp(random.normal(0, 0.5)))),
          { topic: 'invoice', channel: 'instant', minute: hour - random.integer(20, 180) },
        );
        if (credit === undefined) continue;
        const isForwarded = random.chance(0.5);
        const onward = isForwarded ? Math.round(received(credit) * b.dial(random, [0.4, 0.65], [0.3, 0.7])) : 0;
        if (isForwarded)
          b.move(account, collector, day, onward, {
            topic: 'friend',
            channel: 'instant',
            minute: random.chance(0.6) ? hour + random.integer(-15, 60) : 1440 + random.integer(500, 1300),
          });
        const notes = Math.floor(((received(credit) - onward) * b.dial(random, [0.9, 1], [0.6, 1])) / 5000) * 5000;
        b.cashOut(
          account,
          home,
          day + (random.chance(0.85) ? 0 : 1),
          Math.min(notes, b.scaled(account, 200000)),
          hour + i * random.integer(2, 5),
          machine,
        );
      }
    }
    for (const account of crew)
      live(b, random, account, { activity: 0.12, bills: false, cash: 0, friends: 0, from: opened });
    for (const month of b.months(opened))
      b.cashOut(
        collector,
        home,
        random.integer(month.first, month.last),
        b.rounded(collector, random.integer(50000, 150000), 50),
      );
    live(b, random, collector, { activity: b.dial(random, [0.8, 2], [0.8, 2]) });
    b.scheme(
      'forced-criminality',
      this.id,
      ['accounts opened together with shared contacts', 'credits passed on and drawn at one machine within minutes'],
      [{ end: collector, role: 'controller' }, ...crew.map((end) => ({ end, role: 'victim' as const }))],
      payers,
      [opened, Math.min(b.last, opened + 130)],
    );
  },
} satisfies SchemePlan;
