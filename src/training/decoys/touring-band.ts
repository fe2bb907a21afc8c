/**
 * A touring band: one member pays hotels in many towns, van and fuel, fees come from venues and the
 * others get their share. Innocent reading of `lodging-multi-city`, `upkeep-basket`, `geo-hop-circuit`.
 */
import { stays } from '../control.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'touring-band',
  plant(b, random) {
    const home = b.town(random);
    const leader = b.open(b.person({ home, occupation: 'self-employed' }));
    const mate = b.open(b.person({ home: b.town(random, home.country) }));
    const towns = b.townsAround(random, home);
    const others = Array.from({ length: 2 }, () => b.stranger(random, home.country));
    const from = b.dayAfterStart(random, 10, 90);
    const to = Math.min(b.last, from + random.integer(60, 150));
    stays(b, random, leader, { from, to, perMonth: 6 + 4 * random.next(), towns, double: 0.6 });
    for (let day = from; day <= to; day++) {
      if (random.chance(0.22)) {
        const fee = b.rounded(leader, random.integer(30000, 160000), 50);
        b.move(b.firmElsewhere(random, 'restaurant', home.country), leader, day, fee, {
          topic: 'invoice',
          endToEnd: 'always',
        });
        if (random.chance(0.6))
          for (const other of [mate, ...others])
            b.move(leader, other, day + 1, Math.round(fee / 5 / 1000) * 1000, { topic: 'friend', channel: 'instant' });
      }
      if (random.chance(0.1)) b.card(leader, random.pick(['vanHire', 'fuel', 'music']), random.pick(towns), day);
    }
    live(b, random, leader);
    live(b, random, mate);
    b.decoy(this.id, 'sexual-exploitation', [leader, mate]);
  },
} satisfies DecoyPlan;
