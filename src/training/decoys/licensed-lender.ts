/**
 * A licensed lender with small loans: equal instalments near payday from people of little means.
 * Innocent reading of `bonded-debt-instalments`: the payee has a licence.
 */
import { openCrew } from '../control.ts';
import { trade } from '../firms.ts';
import { monthly, wages } from '../habits.ts';
import type { DecoyPlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'licensed-lender',
  plant(b, random) {
    const home = b.town(random);
    const lender = b.open(b.business({ sector: 'finance', licence: 'lender', home, staffBand: '2-5' }));
    const debtors = openCrew(b, random, random.integer(2, 3), {
      home,
      opened: b.first - random.integer(200, 2500),
      within: 900,
    });
    for (const debtor of debtors) {
      const net = random.integer(95000, 150000);
      wages(b, random, b.firmElsewhere(random, 'retail', home.country), debtor, b.scaled(debtor, net), { date: 28 });
      monthly(b, debtor, lender, 30, () => b.rounded(debtor, net * 0.22, 5), {
        topic: 'loan',
        channel: random.chance(0.5) ? 'direct-debit' : 'standing-order',
        endToEnd: 'always',
        random,
        skip: 0.05,
      });
      live(b, random, debtor, { activity: 0.8 });
    }
    for (const payer of b.payers(random, lender, random.integer(8, 16))) {
      const part = b.rounded(lender, random.integer(8000, 30000), 5);
      monthly(b, payer, lender, random.integer(1, 28), () => part, {
        topic: 'loan',
        endToEnd: 'always',
        random,
        skip: 0.05,
      });
      if (random.chance(0.4))
        b.move(
          lender,
          b.stranger(random, home.country),
          b.dayAfterStart(random, 0, 260),
          part * random.integer(8, 12),
          { topic: 'loan', endToEnd: 'always' },
        );
    }
    trade(b, random, lender, { payroll: 390000, rent: 90000 });
    b.decoy(this.id, 'debt-bondage', [lender, ...debtors]);
  },
} satisfies DecoyPlan;
