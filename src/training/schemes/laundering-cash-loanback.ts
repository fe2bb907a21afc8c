/**
 * Cash is paid in just below a round limit at several branches, goes as invoices to a firm abroad and
 * comes back as a loan to the owner, who buys a car. Structuring: FIN-2014-A008; loan-back: general
 * laundering literature. No exploitation is shown.
 */
import { trade } from '../firms.ts';
import { isBusinessDay } from '../calendar.ts';
import type { SchemePlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'laundering-cash-loanback',
  plant(b, random) {
    const depositRate = b.dial(random, [0.24, 0.36], [0.12, 0.28]);
    const home = b.town(random);
    const owner = b.person({ home });
    const shop = b.open(b.business({ sector: 'retail', home, owner, staffBand: '1' }));
    const holding = b.open(b.business({ sector: 'consulting', home, owner, staffBand: '1' }));
    const own = b.open(owner);
    const abroad = b.firmElsewhere(random, 'consulting', random.pick(['BG', 'RO', 'CZ', 'GE', 'ES']));
    trade(b, random, shop, { suppliers: [1, 40000], rent: 80000 });
    let pile = 0;
    for (let day = b.first + 6; day <= b.last - 15; day++) {
      if (!isBusinessDay(day) || !random.chance(depositRate)) continue;
      const amount = b.rounded(shop, random.integer(820000, 990000), 10);
      if (
        b.cashIn(
          shop,
          random.chance(0.6) ? home : random.pick(b.townsAround(random, home)),
          day,
          amount,
          undefined,
          true,
        ) !== undefined
      )
        pile += amount;
      if (pile < amount * 3) continue;
      const sent = Math.round((pile * b.dial(random, [0.85, 0.97], [0.6, 0.95])) / 10000) * 10000;
      b.move(shop, holding, day + 1, sent, { topic: 'consulting', endToEnd: 'always' });
      b.move(holding, abroad, day + random.integer(2, 5), Math.round(sent * 0.98), {
        topic: 'invoice',
        endToEnd: 'always',
      });
      b.move(abroad, random.chance(0.7) ? own : shop, day + random.integer(7, 14), Math.round(sent * 0.93), {
        topic: 'loan',
      });
      pile -= sent;
    }
    b.card(own, 'carDealer', home, b.dayAfterStart(random, 80, 240));
    if (random.chance(0.6)) b.card(own, 'jewellery', home, b.dayAfterStart(random, 80, 240), { factor: 4 });
    live(b, random, own, { activity: b.dial(random, [1, 3], [1, 3]) });
    b.scheme(
      'laundering-pattern',
      this.id,
      ['cash below a limit at several counters', 'invoices abroad that return as a loan'],
      [
        { end: own, role: 'controller' },
        { end: shop, role: 'front' },
        { end: holding, role: 'conduit' },
        { end: abroad, role: 'conduit' },
      ],
      [],
      [b.first, b.last],
    );
  },
} satisfies SchemePlan;
