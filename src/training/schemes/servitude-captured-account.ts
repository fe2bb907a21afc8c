/**
 * A domestic worker is paid by the household on paper; most of the wage goes back to the other
 * spouse and the account pays the household's own bills, while the card is used in the household's
 * town. Cambridge article on ABN AMRO (cook whose card was held); FIN-2020-A008 section I.3.
 */
import { openCrew, sweep } from '../control.ts';
import { bills, monthly, wages } from '../habits.ts';
import type { SchemePlan } from '../plan.ts';
import { live } from '../spending.ts';

export default {
  id: 'servitude-captured-account',
  plant(b, random) {
    const sharedContact = b.dial(random, [0.9, 1], [0.4, 0.8]);
    const home = b.town(random);
    const from = b.dayAfterStart(random, 5, 45);
    const first = b.person({ home, birthYear: random.integer(1962, 1988), phone: b.parties.phone(home.country) });
    const payer = b.open(first);
    const spouse = b.open(b.person({ home, kinOf: first, address: first.address }));
    wages(
      b,
      random,
      b.firmElsewhere(random, 'consulting', home.country),
      payer,
      b.scaled(payer, random.integer(380000, 640000)),
      { date: 27 },
    );
    const [worker] = openCrew(b, random, 1, {
      home,
      opened: from - random.integer(2, 30),
      within: 3,
      ...(random.chance(sharedContact) ? { phone: first.phone } : {}),
      address: first.address,
      occupation: 'housekeeper',
    });
    if (worker === undefined) return;
    const paid = wages(b, random, payer, worker, b.scaled(payer, random.integer(85000, 125000)), {
      from,
      date: 31,
      skip: 0.06,
    });
    sweep(b, random, worker, spouse, paid, {
      share: b.level === 'demo' ? [0.55, 0.78] : [0.35, 0.7],
      delay: [0, 4],
      miss: b.dial(random, [0.06, 0.15], [0.15, 0.3]),
      topic: 'household',
    });
    monthly(b, worker, b.service('energy', home.country), 8, () => b.scaled(worker, random.integer(9000, 13000)), {
      topic: 'energy',
      channel: 'direct-debit',
      endToEnd: 'always',
      from,
    });
    monthly(b, worker, b.service('school', home.country), 5, () => b.rounded(worker, 9000, 5), {
      topic: 'school',
      channel: 'direct-debit',
      from,
      random,
      skip: b.dial(random, [0.05, 0.2], [0.2, 0.5]),
    });
    if (random.chance(0.7))
      monthly(b, worker, b.service('insurance', home.country), 15, () => b.scaled(worker, 6400), {
        topic: 'insurance',
        channel: 'direct-debit',
        from,
      });
    for (const month of b.months(from))
      if (random.chance(0.5))
        b.cashOut(
          worker,
          home,
          random.integer(month.first, month.last),
          b.rounded(worker, random.integer(2000, 6000), 10),
        );
    for (let day = from; day <= b.last; day++)
      if (random.chance(0.02)) b.card(worker, random.pick(['pharmacy', 'topUp', 'bakery']), home, day);
    bills(b, random, payer);
    live(b, random, payer, { activity: b.dial(random, [1, 3], [1, 3]), bills: false });
    live(b, random, spouse, { activity: b.dial(random, [0.6, 2], [0.6, 2]) });
    b.scheme(
      'domestic-servitude',
      this.id,
      [
        'wage returned to the household',
        "household's bills paid from the worker's account",
        'contact shared at opening',
      ],
      [
        { end: payer, role: 'employer' },
        { end: spouse, role: 'controller' },
        { end: worker, role: 'victim' },
      ],
      [],
      [from, b.last],
    );
  },
} satisfies SchemePlan;
