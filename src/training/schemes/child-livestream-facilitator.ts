/**
 * A customer of one of the four banks gets many small credits from people abroad and draws them in
 * cash within a day, has no other income, tops up several telephones and buys cameras. AMLC
 * Philippines studies (size class, channel, recipients); the quick cash-out from general knowledge.
 */
import { received, sweep } from '../control.ts';
import type { Payment } from '../model.ts';
import type { SchemePlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'child-livestream-facilitator',
  plant(b, random) {
    const creditRate = b.dial(random, [0.32, 0.48], [0.18, 0.35]);
    const topUpRate = b.dial(random, [0.1, 0.18], [0.04, 0.12]);
    const home = b.town(random, random.pick(['PL', 'PL', 'DE', 'AT', 'NL']));
    const from = b.dayAfterStart(random, 0, 60);
    const facilitator = b.open(b.person({ home, birthYear: random.integer(1975, 2006) }), {
      opened: from - random.integer(5, 500),
    });
    const senders = Array.from({ length: Math.round(b.dial(random, [9, 16], [6, 14])) }, () => b.stranger(random));
    const held = (b.crowd.get('EUR') ?? []).filter((account) => account.holder.country !== home.country);
    const known = held.length > 0 ? random.shuffle(held).slice(0, 2) : [];
    const credits: Payment[] = [];
    for (let day = from; day <= b.last; day++) {
      if (!random.chance(creditRate)) continue;
      // A few senders make half of the payments.
      const sender =
        known.length > 0 && random.chance(0.15)
          ? random.pick(known)
          : senders[Math.floor(senders.length * random.next() ** 2.4)];
      if (sender === undefined) continue;
      const cents = Math.max(1000, Math.round(3200 * Math.exp(random.normal(0, 0.5))));
      const amount = sender.kind === 'account' ? b.rounded(sender, cents, 5) : b.rounded(facilitator, cents, 5);
      const payment = b.move(sender, facilitator, day, amount, {
        topic: 'remit',
        channel: random.chance(0.6) ? 'instant' : 'transfer',
        minute: random.integer(18 * 60, 26 * 60),
      });
      if (payment !== undefined) credits.push(payment);
    }
    sweep(
      b,
      random,
      facilitator,
      facilitator,
      credits.filter((credit) => received(credit) > 1000),
      {
        share: b.level === 'demo' ? [0.7, 1] : [0.4, 1],
        delay: [0, 1],
        gather: [0, 2],
        miss: b.dial(random, [0.05, 0.15], [0.15, 0.35]),
        cash: 1,
        city: home,
      },
    );
    for (let day = from; day <= b.last; day++) {
      if (random.chance(topUpRate)) b.card(facilitator, 'topUp', home, day);
      if (random.chance(0.025)) b.card(facilitator, random.pick(['electronics', 'software', 'games']), home, day);
    }
    live(b, random, facilitator, { activity: 0.3, bills: false, cash: 0, friends: 0, from });
    b.scheme(
      'child-sexual-exploitation',
      this.id,
      ['many small credits from abroad drawn in cash', 'several telephones topped up, cameras and software'],
      [{ end: facilitator, role: 'facilitator' }],
      [...senders, ...known],
      [from, b.last],
    );
  },
} satisfies SchemePlan;
