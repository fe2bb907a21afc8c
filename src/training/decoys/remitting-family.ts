/**
 * Two earners who send money to relatives abroad every month, more before holidays. Innocent reading
 * of `csae-low-value-repeat` and `earnings-swept-to-controller`; support also comes back once.
 */
import { rent, wages } from '../habits.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'remitting-family',
  plant(b, random) {
    const home = b.town(random);
    const first = b.person({ home });
    const second = b.person({
      home,
      kinOf: first,
      address: first.address,
      ...(random.chance(0.3) ? { phone: first.phone } : {}),
    });
    const relatives = Array.from({ length: random.integer(1, 3) }, () => b.stranger(random));
    const accounts = [b.open(first), b.open(second)];
    for (const account of accounts) {
      const net = b.scaled(account, random.integer(130000, 230000));
      wages(b, random, b.firmElsewhere(random, 'care', home.country), account, net);
      for (const month of b.months()) {
        for (let i = random.integer(1, 4); i > 0; i--) {
          const isGift = month.month === 4 || month.month === 9;
          b.move(
            account,
            random.pick(relatives),
            random.integer(month.first, month.last),
            b.rounded(account, random.integer(2000, isGift ? 40000 : 22000), 5),
            {
              topic: random.pick(['family', 'remit']),
              channel: random.chance(0.5) ? 'instant' : 'transfer',
              minute: random.integer(9 * 60, 23 * 60),
              ...(random.chance(0.3) ? { charges: 99 } : {}),
            },
          );
        }
      }
      live(b, random, account);
    }
    const [payer] = accounts;
    const [relative] = relatives;
    if (payer !== undefined && relative !== undefined) {
      rent(b, random, payer, b.stranger(random, home.country), b.rounded(payer, random.integer(60000, 95000), 10));
      if (random.chance(0.5))
        b.move(relative, payer, b.dayAfterStart(random, 60, 260), b.rounded(payer, random.integer(10000, 50000), 50), {
          topic: 'family',
        });
    }
    b.decoy(this.id, 'child-sexual-exploitation', accounts);
  },
} satisfies DecoyPlan;
