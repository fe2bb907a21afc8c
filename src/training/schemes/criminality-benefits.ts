/**
 * Benefits of several claimants are paid into one account and drawn in cash; telephone contracts and
 * loans run in their names from the same account, as does rent for one crowded flat.
 * `indicators.md` ("To add": benefits and loans in somebody's name); FIN-2020-A008 section I.2.
 */
import { openCrew } from '../control.ts';
import { monthly, rent } from '../habits.ts';
import type { SchemePlan } from '../plan.ts';
import { languageOf } from '../places.ts';
import { phrase } from '../phrases.ts';
import { live } from '../spending.ts';

export default {
  id: 'criminality-benefits',
  plant(b, random) {
    const missedBenefit = b.dial(random, [0.05, 0.12], [0.1, 0.3]);
    const contractShare = b.dial(random, [0.6, 0.9], [0.3, 0.7]);
    const home = b.town(random);
    const from = b.dayAfterStart(random, 0, 45);
    const holder = b.open(b.person({ home }));
    const office = b.service('benefit', home.country);
    const names = Array.from({ length: Math.round(b.dial(random, [4, 6.4], [3, 5])) }, () => b.parties.strangerName());
    for (const [i, name] of names.entries()) {
      const amount = b.scaled(holder, random.integer(32000, 62000));
      for (const month of b.months(from)) {
        if (random.chance(missedBenefit)) continue;
        b.move(office, holder, month.last - (i % 3), amount, {
          text: `${phrase(random, 'benefit', languageOf(home.country), month)} ${name}`,
          purpose: random.chance(0.7) ? 'BENE' : 'SSBE',
          endToEnd: 'always',
          minute: 210,
        });
      }
      if (random.chance(contractShare)) {
        monthly(
          b,
          holder,
          random.chance(0.6) ? b.service('phone', home.country) : b.service('lender', home.country),
          random.integer(4, 25),
          () => b.scaled(holder, 2990 + 500 * i),
          { text: name, channel: 'direct-debit', endToEnd: 'always', from },
        );
      }
    }
    const [claimant] = openCrew(b, random, 1, {
      home,
      opened: from - random.integer(5, 60),
      within: 5,
      ...(holder.holder.address === '' ? {} : { address: holder.holder.address }),
      ...(holder.holder.phone === '' ? {} : { phone: holder.holder.phone }),
    });
    for (const month of b.months(from)) {
      b.cashOut(holder, home, month.last, b.rounded(holder, random.integer(60000, 100000), 50));
      b.cashOut(holder, home, month.first + random.integer(0, 4), b.rounded(holder, random.integer(20000, 70000), 50));
      if (claimant === undefined) continue;
      const paid = b.move(office, claimant, month.last - 1, b.scaled(claimant, 52000), {
        topic: 'benefit',
        purpose: 'BENE',
        endToEnd: 'always',
        minute: 210,
      });
      if (paid !== undefined && random.chance(0.85))
        b.move(
          claimant,
          holder,
          paid.creditorBooking + random.integer(0, 2),
          b.rounded(claimant, random.integer(38000, 50000), 10),
          { topic: 'household' },
        );
    }
    rent(b, random, holder, b.stranger(random, home.country), b.rounded(holder, random.integer(55000, 80000), 10), {
      from,
    });
    if (claimant !== undefined) live(b, random, claimant, { activity: 0.2, cash: 0.2, bills: false, friends: 0, from });
    live(b, random, holder, { activity: b.dial(random, [0.6, 1.5], [0.6, 2]), bills: false });
    b.scheme(
      'forced-criminality',
      this.id,
      ['benefits of several people in one account', 'contracts in their names', 'contact shared at opening'],
      [
        { end: holder, role: 'controller' },
        ...(claimant === undefined ? [] : [{ end: claimant, role: 'victim' as const }]),
      ],
      [office],
      [from, b.last],
    );
  },
} satisfies SchemePlan;
