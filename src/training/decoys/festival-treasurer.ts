/**
 * The treasurer of a festival gets small sums from many people within weeks and pays suppliers, hire
 * and stages. Innocent reading of `shared-beneficiary-unrelated-senders` and `funnel-geo-split`.
 */
import { wages } from '../habits.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'festival-treasurer',
  plant(b, random) {
    const home = b.town(random);
    const treasurer = b.open(b.person({ home }));
    wages(
      b,
      random,
      b.firmElsewhere(random, 'office', home.country),
      treasurer,
      b.scaled(treasurer, random.integer(160000, 290000)),
    );
    const date = b.dayAfterStart(random, 110, 240);
    for (const payer of b.payers(random, treasurer, random.integer(25, 60))) {
      b.move(
        payer,
        treasurer,
        date - random.integer(3, 80),
        b.rounded(treasurer, random.pick([2500, 4500, 4500, 6000]), 5),
        {
          topic: 'event',
          channel: random.chance(0.5) ? 'instant' : 'transfer',
          minute: random.integer(8 * 60, 24 * 60),
        },
      );
    }
    for (let i = random.integer(2, 5); i > 0; i--)
      b.cashIn(
        treasurer,
        home,
        date + random.integer(0, 2),
        b.rounded(treasurer, random.integer(20000, 90000), 10),
        random.integer(22 * 60, 26 * 60),
      );
    for (let i = random.integer(4, 8); i > 0; i--)
      b.move(
        treasurer,
        b.firmElsewhere(random, 'hotel', home.country),
        date + random.integer(-20, 12),
        b.rounded(treasurer, random.integer(15000, 90000), 5),
        { topic: 'invoice' },
      );
    b.card(treasurer, 'vanHire', home, date - 1);
    live(b, random, treasurer);
    b.decoy(this.id, 'sexual-exploitation', [treasurer]);
  },
} satisfies DecoyPlan;
