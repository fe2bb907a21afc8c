/**
 * Builds a synthetic world in memory: neighbours first, then decoys and schemes among them, then
 * enough further neighbours to reach the number of accounts asked for. Schemes take about three
 * accounts in a hundred at the demo level and at most two at the hard level; decoys outnumber them
 * ten to one or more, as the exercises of `indicators.md` section 3 ask.
 */
import { seededRandom } from '../random.ts';
import { settleBalances } from './balances.ts';
import { WorldBuilder } from './builder.ts';
import { dateIn, dayOf, monthsBetween } from './calendar.ts';
import { DECOYS, SCHEMES } from './catalogue.ts';
import { levelParameters } from './level.ts';
import type { Level, World } from './model.ts';
import { populate } from './population.ts';
import { spendSurplus } from './surplus.ts';

export interface WorldOptions {
  readonly seed: number;
  readonly level: Level;
  /** Accounts at the four banks, at least. */
  readonly accounts?: number;
  readonly months?: number;
}

/** Accounts that one round of all schemes, and one decoy group, take on average. */
const ACCOUNTS_PER_ROUND = 72;
const ACCOUNTS_PER_DECOY = 3;

/** Builds the world of a seed and level. */
export function buildWorld(options: WorldOptions): World {
  const { seed, level } = options;
  const random = seededRandom(seed, `world/${level}`);
  const parameters = levelParameters(level, random.stream('level'));
  const target = options.accounts ?? parameters.accounts;
  const first = dayOf(2026, parameters.firstMonth, 1);
  const months = monthsBetween(first, dayOf(2030, 12, 31)).slice(0, options.months ?? parameters.months);
  const lastMonth = months.at(-1);
  if (lastMonth === undefined) throw new RangeError('world: no months');
  const last = dateIn(lastMonth, 31);
  const b = new WorldBuilder(level, parameters, first, last, random);

  const rounds = Math.max(1, Math.floor((target * parameters.schemeShare) / ACCOUNTS_PER_ROUND));
  const decoys = Math.ceil(rounds * SCHEMES.length * parameters.decoysPerScheme);
  const planted = rounds * ACCOUNTS_PER_ROUND + decoys * ACCOUNTS_PER_DECOY;

  b.enter(random.stream('population'));
  populate(b, random.stream('population'), Math.max(200, target - planted), Math.round(target * 0.025));
  for (let i = 0; i < decoys; i++) {
    const plan = DECOYS[i % DECOYS.length];
    if (plan === undefined) break;
    const stream = random.stream(`decoy/${plan.id}/${i}`);
    b.enter(stream);
    plan.plant(b, stream);
  }
  for (let round = 0; round < rounds; round++) {
    for (const plan of SCHEMES) {
      const stream = random.stream(`scheme/${plan.id}/${round}`);
      b.enter(stream);
      plan.plant(b, stream);
    }
  }
  if (b.accounts.length < target) {
    b.enter(random.stream('late'));
    populate(b, random.stream('late'), target, 0);
  }
  b.enter(random.stream('surplus'));
  spendSurplus(b, random.stream('surplus'));
  b.enter(random.stream('balances'));
  const opening = settleBalances(b, random.stream('balances'));
  return {
    seed,
    level,
    first,
    last,
    accounts: b.accounts,
    payments: b.payments,
    schemes: b.schemes,
    decoys: b.decoys,
    opening,
  };
}
