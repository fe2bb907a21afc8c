/**
 * Customers of the four banks who pay the same few people abroad again and again in small sums; one
 * payer makes most of the payments and the sums grow. AIC Trends and Issues 589 (3 % of payers made
 * half of the payments; amounts and frequency rise together); AUSTRAC (bands, cover words, software).
 */
import { wages } from '../habits.ts';
import type { SchemePlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'child-livestream-payers',
  plant(b, random) {
    const country = random.pick(['PH', 'RO', 'CO', 'TH', 'KE', 'IN', 'BR', 'MD', 'NG', 'VN']);
    const recipients = Array.from({ length: random.integer(3, 4) }, () => b.stranger(random, country));
    const land = random.pick(['DE', 'AT', 'GB', 'NL']);
    const counts = [
      Math.round(b.dial(random, [55, 85], [30, 60])),
      random.integer(16, 26),
      random.integer(9, 15),
      random.integer(6, 9),
    ];
    const payers = counts.map((count, rank) => {
      const account = b.open(b.person({ home: b.town(random, land), birthYear: random.integer(1955, 1996) }));
      wages(
        b,
        random,
        b.firmElsewhere(random, 'consulting', land),
        account,
        b.scaled(account, random.integer(170000, 420000)),
      );
      const from = b.dayAfterStart(random, 5, 80);
      const own = random.shuffle(recipients).slice(0, rank === 0 ? recipients.length : 2);
      for (let i = 0; i < count; i++) {
        const grown = i / count;
        const day = from + Math.round((b.last - from) * grown ** 0.75);
        const cents = Math.max(900, Math.round((1200 + 3800 * grown) * Math.exp(random.normal(0, 0.4))));
        const amount = random.chance(0.6) ? b.rounded(account, cents, 5) : b.scaled(account, cents);
        b.move(account, random.pick(own), day, amount, {
          topic: 'remit',
          minute: random.integer(20 * 60, 26 * 60),
          channel: random.chance(0.7) ? 'instant' : 'transfer',
          ...(random.chance(0.3) ? { charges: 99 } : {}),
        });
      }
      const buys = Math.round(b.dial(random, [2, 5], [0, 4]));
      for (let i = 0; i < buys; i++)
        b.card(
          account,
          random.pick(['software', 'software', 'electronics', 'voucher']),
          account.holder.home,
          from + random.integer(0, 150),
        );
      if (rank === 0 || random.chance(0.3)) {
        b.card(account, 'airline', account.holder.home, from + random.integer(60, 150), { factor: 4 });
        b.card(
          account,
          'hotel',
          { name: random.pick(['Cebu', 'Cluj', 'Medellín', 'Pattaya', 'Mombasa']), country, region: '' },
          from + random.integer(151, 170),
        );
      }
      live(b, random, account);
      return account;
    });
    b.scheme(
      'child-sexual-exploitation',
      this.id,
      [
        'small repeated transfers to the same people abroad',
        'recipients shared by unrelated payers',
        'capture software and travel',
      ],
      [
        ...payers.map((end) => ({ end, role: 'purchaser' as const })),
        ...recipients.map((end) => ({ end, role: 'facilitator' as const })),
      ],
      [],
      [b.first, b.last],
    );
  },
} satisfies SchemePlan;
